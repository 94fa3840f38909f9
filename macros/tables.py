"""Lists and tables straight from the data: strategies, factors, criteria, figures."""

from collections.abc import Iterable, Sequence
from importlib import resources

from calculators.budget import Post
from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.calculator import CALCULATORS
from calculators.chooser import SIDES
from calculators.core import content, fields, parameters
from calculators.core.numbers import format_number
from calculators.core.parameters import Dated, FigureUnit, Parameter
from calculators.core.partner_role import PartnerRole
from calculators.core.periods import format_date
from calculators.core.sentences import uncapitalised
from calculators.render.figures import link
from calculators.render.html import Child, Html, el
from calculators.render.table import boxed
from macros.searchable_html import prose
from macros.site import Site

PARTNERS = {
    PartnerRole.INTERMEDIARY: "Tussenpersonen en diensten",
    PartnerRole.CLUB: "Vrijetijdsaanbieders",
    PartnerRole.GOVERNMENT: "Je eigen bestuur",
}
"""The heading of the questions to partners, by their role."""

THEMES = {
    "trajecten": "Trajecten",
    "plan": "Tewerkstelling, looptijd en planning",
    "loon": "Loon en werkgeverskost",
    "werkingskosten": "Werkingskosten",
    "aanbesteding": "Overheidsopdrachten, btw en visum",
}
"""The heading of each file of figures, in the order of the page."""


def strategieen() -> str:
    """Show the six strategies beside the six profiles, in the instrument's order."""
    rows = [
        (
            (el("strong", f"{strategy.number}. {strategy.name}"), " ", el("small", SIDES[strategy.side])),
            (strategy.description, " ", el("small", f"Partners: {', '.join(strategy.partners)}.")),
            (el("strong", profile.name), " ", el("small", profile.description)),
        )
        for strategy, profile in ((one, content.profile_of(one)) for one in content.strategies())
    ]
    columns = ("Strategie en kant", "Wat het inhoudt", "Profiel in dezelfde volgorde")
    return prose(table("Zes strategieën naast zes profielen", columns, rows, "strategieen"))


def gespreksgids(site: Site) -> str:
    """Give the questions for a first talk, per kind of partner."""
    parts: list[Html] = []
    for kind, label in PARTNERS.items():
        parts.append(el("h4", label))
        parts += [
            el("details", el("summary", partner.name), _bullets(partner.questions), open=site.is_print_page)
            for partner in content.partner_kinds()
            if partner.kind == kind
        ]
    return prose(el("div", parts, class_="gespreksgids"))


def factoren(side: str) -> str:
    """List the factors of one side and, folded, the question of each and what helps when the answer is no."""
    of_side = [factor for factor in content.factors() if factor.side == side]
    items = [
        el(
            "li",
            el("strong", factor.name),
            " ",
            el("div", factor.question),
            el("div", el("em", "Zo niet: "), uncapitalised(factor.advice)),
            data_feit=" ".join(factor.facts),
        )
        for factor in of_side
    ]
    names = el("ul", [el("li", factor.name) for factor in of_side])
    folded = el("details", el("summary", "Vragen en raad bij deze factoren"), el("ul", items, class_="factoren"))
    return prose(names, folded)


def criteria(kind: str) -> str:
    """List the criteria for the process or for results, as something to pick from."""
    items = [
        el("li", el("strong", criterion.name), " ", _bullets(criterion.examples) if criterion.examples else None)
        for criterion in content.criteria()
        if criterion.kind == kind
    ]
    return prose(el("ul", items, class_="criteria"))


def meetmomenten() -> str:
    """List the three moments at which a referral can count as successful."""
    items = [el("li", el("strong", cutoff.name), f": {cutoff.description}") for cutoff in content.cutoffs()]
    return prose(el("ol", items))


def methode_parameters() -> str:
    """Show every figure by theme: its values by date, source, status and the day it was last checked."""
    blocks = []
    for theme, label in THEMES.items():
        text = resources.files("calculators.core.parameters").joinpath(f"{theme}.toml").read_text(encoding="utf-8")
        figures = parameters.read(f"{theme}.toml", text)
        rows = [(_figure(figure), _values(figure), _source(figure)) for figure in figures]
        listed = table(label, ("Cijfer", "Waarde", "Bron en zekerheid"), rows, "cijfers")
        html = prose(
            el("section", listed, data_search_exclude=True)
        )  # a fifth of the index, and pages name what counts
        blocks.append(f"### {label}\n\n{html}")
    return "\n\n".join(blocks)


def rekenvoorbeelden() -> str:
    """List the inputs whose default is only an example, with that default."""
    rows = [
        (field.label, calculator.title, fields.format_value(field, field.default))
        for calculator in CALCULATORS.values()
        for name, field in calculator.fields.items()
        if field.example and name not in _LATER_POSTS
    ]
    return prose(table("Rekenvoorbeelden", ("Veld", "Rekenhulp", "Voorbeeld"), rows, "cijfers rekenvoorbeelden"))


def open_keuzes() -> str:
    """List the choices that no form makes for the reader, each with what counts until then."""
    open_ = {
        field.label: dict(field.choices)[field.default]
        for calculator in CALCULATORS.values()
        for field in calculator.fields.values()
        if field.unchosen
    }
    columns = ("Keuze", "Zolang je niet koos, rekenen we met")
    return prose(table("Keuzes die je zelf maakt", columns, list(open_.items()), "open-keuzes"))


_LATER_POSTS = {suffixed(name, number) for name in fields.fields_of(Post) for number in range(2, MOST_POSTS + 1)}
"""The inputs of later posts, which start from the same example as the first."""


def _figure(figure: Parameter) -> Child:
    return (figure.label, " ", el("small", figure.note))


def _values(figure: Parameter) -> Child:
    return el("ul", [el("li", _value(figure.unit, dated), _own(figure, dated)) for dated in reversed(figure.values)])


def _value(unit: FigureUnit, dated: Dated) -> Child:
    """A value with its unit, if it is a quantity, and its dates."""
    amount = str(dated.value)
    if unit.is_quantity:
        amount = format_number(dated.value) + ("" if unit is FigureUnit.COUNT else f"\u00a0{unit.shown}")
    until = f" tot en met {format_date(dated.valid_to)}" if dated.valid_to else ""
    day = format_date(dated.valid_from)
    dates = f" zonder datum, nagekeken op {day}" if dated.undated else f" vanaf {day}{until}"
    return (el("strong", amount), el("small", dates))


def _own(figure: Parameter, dated: Dated) -> Child:
    """The source and origin of an older value, if they differ from those of the figure."""
    if (dated.source, dated.origin) == (figure.source, figure.origin):
        return None
    return el("small", " Bron: ", link(dated), f". Herkomst: {dated.origin}.")


def _source(figure: Parameter) -> Child:
    status = (
        f" Herkomst: {figure.origin}. Zekerheid: {figure.confidence}. Nagekeken op {format_date(figure.checked_on)}."
    )
    return (el("span", link(figure), data_cijfer=figure.id), el("small", status))


def cijfer(id_: str) -> str:
    """Cite the source of a figure in brackets after the statement that it supports."""
    figure = parameters.get(id_)
    checked = f", nagekeken op {format_date(figure.checked_on)})"
    return prose(el("span", "(", link(figure), checked, class_="bron-tussen", data_cijfer=id_))


def _bullets(texts: Iterable[str]) -> Html:
    return el("ul", [el("li", text) for text in texts])


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Child]], class_: str) -> Html:
    """A table in which the first cell of each row is its heading."""
    heads = [el("th", column, scope="col") for column in columns]
    return boxed(caption, heads, [_row(row, columns[1:]) for row in rows], class_)


def _row(row: Sequence[Child], columns: Sequence[str]) -> Html:
    """A row whose cells have the name of their column, for narrow screens, where the heading row is hidden."""
    cells = [el("td", cell, data_label=column) for cell, column in zip(row[1:], columns, strict=True)]
    return el("tr", el("th", row[0], scope="row"), cells)
