"""The part of the note on money: the estimate, the table per calendar year and the visum."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.budget import Budget, Inputs, Post
from calculators.budget.band import Margin, Voice, explained, widths
from calculators.budget.growth_words import cap_text, growth_moment, moment_after_path, steps_text
from calculators.budget.invoice import CHARGED, EXEMPT
from calculators.budget.notices import procurement
from calculators.budget.operating import CATEGORIES
from calculators.budget.plan import contributions
from calculators.budget.posts import BUILT, BY_PERCENT
from calculators.budget.prices import BY_INDEX
from calculators.core.delivery import Delivery
from calculators.core.numbers import format_euro, format_percent, rounded
from calculators.core.periods import format_date
from calculators.core.results import Row
from calculators.core.sentences import listed
from calculators.documents import docx
from calculators.documents.docx import Column, Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures, to_check
from calculators.documents.nota import yearly
from calculators.documents.nota.posts import SEE, euros, wage
from calculators.dossier import Document

_VAT = {CHARGED: "met btw", EXEMPT: "vrijgesteld van btw"}


def finance(document: Document, figures: Figures) -> Xml:
    """“Financiële gevolgen”: the estimate and its basis, the tables per year, what may be off, and the visum."""
    association = document.is_association
    return join(
        docx.heading(2, "Financiële gevolgen"),
        _basis(figures),
        yearly.estimate(figures),
        yearly.subsidies(figures),
        yearly.payers(figures),
        docx.para(_reading(figures, association=association), style="Uitleg"),
        _sensitivity(figures),
        _band(figures),
        _procurement(document, figures),
        None if association else _plan_and_visum(document, figures),
    )


def _reading(figures: Figures, *, association: bool) -> str:
    """How to read the tables per year."""
    accounts, chooser = _OWN_ACCOUNTS if association else _LOCAL_ACCOUNTS
    others = contributions(figures.inputs, chooser) if figures.inputs else ""
    return (
        "U = uitgave, O = ontvangst. De nettokost is het verschil. De indeling per klasse is een voorstel. "
        f"{accounts} {others}{' ' if others else ''}De bedragen staan hier in hele euro’s die optellen. "
        "Daardoor kan een bedrag enkele euro’s afwijken van het exacte: in het Excelbestand staan de centen."
    )


_LOCAL_ACCOUNTS = (
    "De financiële dienst vult de volledige rekeningen, het beleidsitem en de actie in.",
    "de financiële dienst",
)
_OWN_ACCOUNTS = "Wie de boekhouding doet, kijkt ze na.", "wie de boekhouding doet"
"""Who completes the classes of account, and with whom to choose one: in a local government, and in an association."""


def _basis(figures: Figures) -> Xml:
    if figures.budget is None:
        broken = "In het budget staat een invoer die niet klopt; reken het eerst na met de rekenhulp."
        hint = "Noteer waarop de raming steunt: tewerkstelling, jaarloonkost, werkingskosten, groei en subsidies."
        return join(
            docx.para(broken, style="Aandacht") if figures.broken else None,
            controls.block("Basis van de raming", "", hint),
        )
    return docx.facts("Basis van de raming", _basis_rows(figures, figures.budget))


def _basis_rows(figures: Figures, budget: Budget) -> list[tuple[str, Inline]]:
    inputs = budget.inputs
    rows: list[tuple[str, Inline]] = [
        ("Tewerkstelling", figures.size(SEE)),
        ("Looptijd", figures.term),
        ("Jaarloonkost, voltijds", SEE if len(inputs.all_posts) > 1 else wage(inputs, figures.delivery)),
        ("Werkingskosten per jaar", euros(budget.operating_year)),
        ("Groei", _growth(inputs)),
        ("Lonen", _wages(inputs)),
    ]
    if inputs.eenmalig:
        rows.append(("Eenmalige startkosten", euros(inputs.eenmalig)))
    if figures.delivery != Delivery.OWN:
        vat = f", {_VAT[inputs.btw]}{_untaxed(inputs)}" if figures.delivery == Delivery.EXTERNAL else ""
        rows.append(("Partner", f"overhead {format_percent(inputs.overhead)} van de personeelskost{vat}"))
    return rows


def _growth(inputs: Inputs) -> str:
    """How fast wages and operating costs grow, and when."""
    wages, costs = (format_percent(rate) for rate in (inputs.index_loon, inputs.index_werking))
    if inputs.groei_wijze != BY_INDEX:
        return f"lonen {wages}, werkingskosten {costs} per jaar, {growth_moment(inputs)}"
    moment = moment_after_path(inputs)
    after = f" en daarna {wages} per jaar, telkens op {moment}" if moment else ""
    return f"lonen volgens het indexpad{after}; werkingskosten {costs} per jaar, op 1 januari"


def _untaxed(inputs: Inputs) -> str:
    """Which operating costs a partner invoices without VAT, though the others have it."""
    if inputs.btw != CHARGED or not inputs.free_of_vat:
        return ""
    names = (label.lower() for name, label in CATEGORIES.items() if name in inputs.free_of_vat)
    return f", maar zonder btw op: {', '.join(names)}"


def _wages(inputs: Inputs) -> str:
    """What the wages assume: their day, the index, the years of service and holiday pay."""
    by_day = inputs.loon_prijs or inputs.groei_wijze == BY_INDEX
    own = format_date(inputs.price_date) if by_day else f"het jaar van de start, {inputs.startdatum.year}"
    told = [f"lonen van {own}"]
    if inputs.groei_wijze == BY_INDEX:
        told.append(f"index: {steps_text(inputs)}; {cap_text(inputs)}")
    told.append(f"anciënniteit: {_services(inputs.all_posts)}")
    if any(post.loonbasis == BUILT for post in inputs.all_posts):
        paid = {post.vakantiegeld_telt for post in inputs.all_posts if post.loonbasis == BUILT}
        told.append(f"vakantiegeld in het jaar waarin het {' of '.join(sorted(paid))} is")
    return "; ".join(told)


def _services(posts: Sequence[Post]) -> str:
    """How wages rise with the years of service and, where posts differ, of which posts."""
    alike: dict[str, list[str]] = {}
    for number, post in enumerate(posts, start=1):
        alike.setdefault(_service(post), []).append(str(number))
    if len(alike) == 1:
        return next(iter(alike))
    return ", ".join(
        f"{how} ({'post' if len(numbers) == 1 else 'posten'} {listed(numbers)})" for how, numbers in alike.items()
    )


def _service(post: Post) -> str:
    """How the wage of a post rises with the years of service."""
    if post.ancienniteit == BY_PERCENT:
        return f"{format_percent(post.ancienniteit_percent or Decimal(0))} per jaar dienst"
    if (scale := post.own_scale) is None:
        return "niet meegerekend"
    begin = f"eigen loonschaal vanaf trap {post.schaal_trap}"
    if scale.lowest <= post.schaal_trap <= scale.highest:
        return begin
    return f"{begin} (na te kijken: de schaal gaat van trap {scale.lowest} tot {scale.highest})"


def _sensitivity(figures: Figures) -> Xml | None:
    """What the estimate becomes when one thing changes; a row without amounts says why."""
    table = figures.table("gevoeligheid")
    if table is None:
        return None
    columns = [Column(table.columns[0], 40), *(Column(name, 20, True) for name in table.columns[1:])]
    before, first = table.rows[0], yearly.shown_years(figures, "euro_uitgaven")[0]
    lines = [
        (f"{row.heading}. {row.why}" if row.why else row.heading, *_changed(row, before, first)) for row in table.rows
    ]
    return join(docx.para(table.caption, style="Caption"), docx.table(table.caption, columns, lines))


def _band(figures: Figures) -> Xml | None:
    """Between which amounts the total lies, and why; nothing when nothing may be off."""
    table = figures.table("bandbreedte")
    if table is None or figures.inputs is None:
        return None
    low, _, high = (format_euro(_whole(row, 0), 0) for row in table.rows)
    why = explained(widths(figures.inputs), _TO_WHO_DECIDES)
    return docx.para(f"Bandbreedte: de totale kost ligt tussen {low} en {high}. {why}")


_TO_WHO_DECIDES = Voice(
    "Alles is tegelijk lager of hoger gerekend.",
    {
        Margin.EXAMPLE: "aanname van de gids, bij een rekenvoorbeeld",
        Margin.OWN_AMOUNT: "aanname van de gids, bij een eigen raming",
        Margin.ASSUMED: "aanname van de gids",
        Margin.OWN: "eigen marge",
    },
    "Komt er voor elk rekenvoorbeeld een eigen bedrag, dan wordt de band smaller.",
)
"""The same as on the page, for readers who did not fill in the form."""


def _changed(row: Row, before: Row, first: Decimal) -> tuple[str, str, str]:
    """In whole euros: the total, its difference with the one `before` as both are shown, and the first year.

    A first year that stays the same is `first`, as the table per year shows it.
    """
    if row.why:
        return "–", "–", "–"
    total, year = _whole(row, 0), row.cells[2].value
    if year == before.cells[2].value:
        year = first
    in_year = format_euro(year, 0) if isinstance(year, Decimal) else str(year)
    return format_euro(total, 0), format_euro(total - _whole(before, 0), 0), in_year


def _whole(row: Row, index: int) -> Decimal:
    amount = row.cells[index].value
    assert isinstance(amount, Decimal)
    return rounded(amount, 0)


def _procurement(document: Document, figures: Figures) -> Xml | None:
    """For a contract: what it is estimated at without VAT, and what that means for the procedure."""
    if figures.delivery != Delivery.EXTERNAL or not figures.inputs or not figures.budget:
        return None
    if document.is_association:
        return None
    ask = "Na te gaan met de aankoopdienst: welke procedure past?"
    text = procurement(figures.inputs, figures.budget.ledger, euros, ask)
    return join(docx.heading(3, "Raming van de opdracht"), docx.para(text))


def _plan_and_visum(document: Document, figures: Figures) -> Xml:
    asked = "Visum gevraagd aan de financieel directeur"
    return join(
        docx.para(
            docx.bold("Meerjarenplan: "), controls.line("Actie", document.text("actie"), "doelstelling en actie")
        ),
        docx.heading(3, "Visum van de financieel directeur"),
        docx.para(_visum_text(document, figures), style="Aandacht", keep=True),
        docx.para(
            controls.checkbox(asked), f" {asked} op ", controls.day("Visum gevraagd op", None, "datum"), keep=True
        ),
        docx.para(
            controls.checkbox("Visum gekregen"), " Visum gekregen op ", controls.day("Visum gekregen op", None, "datum")
        ),
    )


def _visum_text(document: Document, figures: Figures) -> str:
    limit = document.value("visum_drempel")
    own = figures.delivery == Delivery.OWN
    general = (
        "Een uitgave boven de drempel die de raad vastlegde, kan maar doorgaan met een visum van de financieel "
        "directeur. De drempel verschilt per bestuur"
        f"{', en sommige besturen vragen voor een aanwerving altijd een visum' if own else ''}."
    )
    if document.text("visum_drempel") and limit is None:
        typed = to_check(document.text("visum_drempel"))
        return f"{general} Als drempel noteerden we: {typed}. Is voor deze beslissing een visum nodig?"
    if not isinstance(limit, Decimal) or figures.budget is None:
        return f"{general} Na te gaan: is voor deze beslissing een visum nodig?"
    return f"{general} {_compared(figures.budget, limit, figures)}"


def _compared(budget: Budget, limit: Decimal, figures: Figures) -> str:
    """The estimate against the limit, both without VAT and for the whole term."""
    own = figures.delivery == Delivery.OWN
    estimate = f"De raming over {figures.span} ({euros(budget.without_vat)}{'' if own else ' zonder btw'})"
    bound = f"de drempel van {euros(limit)}{'' if own else ' zonder btw'}"
    if budget.without_vat > limit:
        return f"{estimate} ligt boven {bound}: vraag het visum."
    return (
        f"{estimate} ligt niet boven {bound}. Na te gaan: is er toch een visum nodig"
        f"{' omdat het om een aanwerving gaat' if own else ''}?"
    )
