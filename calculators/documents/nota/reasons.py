"""The part of the note that gives facts, context and reasons."""

from decimal import Decimal

from calculators.calculator import CALCULATORS
from calculators.core import content, parameters
from calculators.core.fields import InputErrors
from calculators.core.numbers import format_number, rounded
from calculators.core.parameters.prefill import known_on
from calculators.core.results import Line
from calculators.documents import docx
from calculators.documents.docx import Column
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures, chosen_profiles, chosen_strategies, promised
from calculators.dossier import FIELDS, Document, Partner, options
from calculators.dossier.document import ENGAGEMENTS, PARTNER_KINDS
from calculators.render.values import format_result
from calculators.trajectories.limits import CAPACITY, CEILING, OWN, PLACES


def argument(document: Document, figures: Figures) -> Xml:
    """The whole section."""
    return join(
        docx.heading(2, "Feitelijke context en argumentatie"),
        _said(document, "Waarom", "overtuigingen"),
        _said(document, "Wat we verwachten", "verwachtingen"),
        _said(document, "De situatie vandaag", "situatie"),
        _said(document, "De leefwereld van kinderen en jongeren", "leefwereld"),
        _said(document, "Onze focus", "focus"),
        _strategies(document),
        _profiles(document),
        _partners(document),
        _employer(document, figures),
        _size(figures),
        _framing(document),
        _goals(document),
    )


def _said(document: Document, title: str, name: str) -> Xml:
    spec = FIELDS[name]
    hint = spec.help or spec.label
    return join(docx.heading(3, title), controls.block(title, document.text(name), hint))


def _strategies(document: Document) -> Xml:
    chosen = chosen_strategies(document)
    rows = [docx.join_runs(docx.bold(strategy.name), f": {strategy.description}") for strategy in chosen]
    hint = f"Kies uit: {'; '.join(strategy.name.lower() for strategy in content.strategies())}."
    return join(
        docx.heading(3, "Strategieën"),
        docx.bullets(rows) if rows else controls.block("Strategieën", "", hint),
    )


def _profiles(document: Document) -> Xml:
    chosen = chosen_profiles(document)
    rows = [docx.join_runs(docx.bold(profile.name), f": {profile.description}") for profile in chosen]
    hint = f"Kies uit: {'; '.join(profile.name.lower() for profile in content.profiles())}."
    return join(docx.heading(3, "Profiel"), docx.bullets(rows) if rows else controls.block("Profiel", "", hint))


def _partners(document: Document) -> Xml:
    columns = (Column("Partner", 36), Column("Soort", 18), Column("Toezegging", 28), Column("Engagement", 18))
    rows: list[tuple[str, ...]] = [
        (one.naam or "–", PARTNER_KINDS.get(one.soort, "–"), _promise(one), ENGAGEMENTS[one.engagement])
        for one in document.partners
    ]
    if not rows:
        hint = "Noteer welke partners meedoen, wat ze toezeggen en of ze een engagement tekenden."
        return join(docx.heading(3, "Partners"), controls.block("Partners", "", hint))
    unclear = any(partner.unclear and partner.asked == "plaatsen" for partner in document.partners)
    together = "Plaatsen samen, zonder wat na te kijken is" if unclear else "Plaatsen samen"
    return join(
        docx.heading(3, "Partners"),
        docx.table("Partners", columns, [*rows, (together, "", str(document.places), "")], sums=[len(rows)]),
    )


def _promise(partner: Partner) -> str:
    """What a partner promises, with what it is a number of; only places are added up."""
    if partner.number is None:
        return promised(partner) or "–"
    one, more = _UNITS[partner.asked]
    return f"{promised(partner)} {one if partner.number == 1 else more}"


_UNITS = {
    "plaatsen": ("plaats", "plaatsen"),
    "voor_te_stellen": ("kind of gezin voor te stellen", "kinderen of gezinnen voor te stellen"),
    "overlegmomenten": ("overlegmoment per jaar", "overlegmomenten per jaar"),
}
"""The unit of what a partner promises: of one, and of more."""


def _employer(document: Document, figures: Figures) -> Xml:
    choices = dict(FIELDS["werkgever"].choices)
    chosen = document.text("werkgever") or (figures.inputs.uitvoering if figures.inputs else "")
    return join(
        docx.heading(3, "Wie neemt de ambassadeur in dienst?"),
        docx.para(controls.dropdown("Wie neemt de ambassadeur in dienst?", choices, chosen)),
        controls.block("Waarom die keuze", document.text("werkgever_reden"), "Waarom kies je hiervoor?"),
        controls.block("Mandaat", document.text("mandaat"), "Welk mandaat krijgt de ambassadeur?"),
    )


def _size(figures: Figures) -> Xml:
    proposal = f"We stellen een tewerkstelling voor van {figures.size}, {figures.term}." if figures.inputs else ""
    return join(
        docx.heading(3, "Omvang en looptijd"),
        controls.block(
            "Omvang en looptijd", proposal, "Noteer het tewerkstellingspercentage, de start en de looptijd."
        ),
        docx.para(
            "Het instrument van Karel de Grote Hogeschool raadt minstens halftijds aan, en liefst 80 tot 100 %. Een "
            "netwerk en vertrouwen opbouwen vraagt tijd: liefst dus een aanstelling van onbepaalde duur, en anders "
            "een van minstens drie jaar."
        ),
    )


def _framing(document: Document) -> Xml:
    return join(
        docx.heading(3, "Omkadering"),
        controls.block("Steungroep", document.text("steungroep"), FIELDS["steungroep"].help),
        controls.block("Vorming", document.text("vorming"), "Welke vorming, intervisie en coaching zijn er?"),
    )


def _goals(document: Document) -> Xml:
    moments = {cutoff.id: cutoff for cutoff in content.cutoffs()}
    moment = moments[document.afsluitmoment].description if document.afsluitmoment else ""
    criteria = [name for identity, name in options("criteria") if identity in document.criteria]
    return join(
        docx.heading(3, "Doelen en opvolging"),
        controls.block("Doelen en indicatoren", document.text("indicatoren"), FIELDS["indicatoren"].help),
        docx.para(docx.bold("Een toeleiding is geslaagd als: "), controls.line("Geslaagd", moment, "kies een moment")),
        [docx.para("Naast cijfers volgen we deze criteria op:"), docx.bullets(criteria)] if criteria else None,
        _trajectories(document),
        docx.para(_ceiling(document), style="Aandacht"),
        docx.para("Zo rapporteren en evalueren we:", keep=True),
        controls.block("Rapporteren en evalueren", document.text("rapportering"), FIELDS["rapportering"].help),
    )


def _trajectories(document: Document) -> Xml | None:
    """The outcome of the trajectories calculator, when the reader used it."""
    raw = document.inputs("trajecten")
    calculator = CALCULATORS.get("trajecten")
    if not raw or calculator is None:
        return None
    try:
        result = calculator.evaluate(calculator.read(raw))
    except InputErrors:
        return None
    rows = [(_expected(line), _about(line)) for line in result.lines if line.key != "bindend"]
    title = "Verwachte trajecten, een indicatie"
    return join(
        docx.para(title, style="Caption"),
        docx.table(title, (Column("Verwachting", 72), Column("Uitkomst", 28, True)), rows),
        docx.para(_LIMITS[str(result.totals["bindend"])]),
    )


def _expected(line: Line) -> str:
    """The label without "hoogstens", which the outcome says."""
    return line.label.replace("hoogstens ", "").replace("Hoogstens te", "Te")


def _about(line: Line) -> str:
    """A count in whole numbers, rounded down: part of a child is no promise, and neither is the whole."""
    if not isinstance(line.value, Decimal):
        return format_result(line.value, line.unit)
    word = "ongeveer" if "geslaagd" in line.key else "hoogstens"
    return f"{word} {format_number(Decimal(int(rounded(line.value, 6))))}"


_LIMITS = {
    CEILING: "Het cijfer uit het onderzoek, herrekend voor deze post, bepaalt hoeveel trajecten er hoogstens zijn.",
    CAPACITY: "De uren voor individuele toeleiding bepalen hoeveel trajecten er hoogstens zijn.",
    PLACES: "De vrije plaatsen bij de partners bepalen hoeveel trajecten er hoogstens zijn: elk traject vraagt er een.",
    OWN: "Het aandeel van het plafond dat we zelf kozen, bepaalt hoeveel trajecten er hoogstens zijn.",
}
"""In a sentence, which limit binds in a full year."""


def _ceiling(document: Document) -> str:
    known = known_on(document.inputs("trajecten"))
    started, least, most = (
        format_number(parameters.get(name).on(known, known))
        for name in ("ceiling_started", "ceiling_succeeded_min", "ceiling_succeeded_max")
    )
    return (
        "Een ervaren voltijdse ambassadeur met een uitgebouwd netwerk, rechtstreekse toegang tot de doelgroep, een "
        f"brede blik en genoeg tijd kan {started} trajecten per jaar starten en {least} tot {most} kinderen en "
        "jongeren succesvol toeleiden. Dat cijfer is een indicatie in de beste omstandigheden, en geen norm."
    )
