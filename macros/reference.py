"""Lists and tables that pages show straight from the data: strategies, factors, criteria, figures, glossary."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from calculators import content, parameters
from calculators.html import el, render
from calculators.numbers import number
from calculators.parameters import Parameter
from calculators.periods import written
from macros.site import Site

SIDES = {"vraag": "Vraagzijde", "aanbod": "Aanbodzijde", "beide": "Beide zijden"}
PARTNERS = {"toeleider": "Toeleiders en diensten", "vereniging": "Vrijetijdsaanbieders", "bestuur": "Besturen"}


def strategieen(site: Site) -> str:  # noqa: ARG001
    """Set the six strategies beside the six profiles, in the instrument's order."""
    profiles = {profile.id: profile for profile in content.profiles()}
    rows = [
        (f"{one.number}. {one.name}", SIDES[one.side], one.description, profiles[one.profile].name)
        for one in content.strategies()
    ]
    columns = ("Strategie", "Kant (onze lezing)", "Wat het inhoudt", "Profiel (zelfde volgorde)")
    return render(_table("Zes strategieën en zes profielen", columns, rows))


def gespreksgids(site: Site) -> str:  # noqa: ARG001
    """Give the questions for a first talk, per kind of partner."""
    parts: list[ET.Element] = []
    for kind, label in PARTNERS.items():
        found = [partner for partner in content.partners() if partner.kind == kind]
        if found:
            parts.append(el("h4", label))
            parts += [
                el("details", el("summary", one.name), el("ul", [el("li", q) for q in one.questions])) for one in found
            ]
    return render(el("div", parts, class_="gespreksgids"))


def factoren(site: Site, side: str) -> str:  # noqa: ARG001
    """List the factors of one side, each with its question and what helps when the answer is no."""
    items = [
        el("li", el("strong", factor.name), f": {factor.question} ", el("em", "Zo niet: "), factor.advice)
        for factor in content.factors()
        if factor.side == side
    ]
    return render(el("ul", items))


def criteria(site: Site, kind: str) -> str:  # noqa: ARG001
    """List the criteria for the process or for results, as something to pick from."""
    items = [
        el("li", el("strong", one.name), el("ul", [el("li", e) for e in one.examples]) if one.examples else None)
        for one in content.criteria()
        if one.kind == kind
    ]
    return render(el("ul", items))


def meetmomenten(site: Site) -> str:  # noqa: ARG001
    """List the three moments at which a lead can count as successful."""
    return render(el("ol", [el("li", el("strong", one.name), f": {one.description}") for one in content.cutoffs()]))


def woordenlijst(site: Site) -> str:  # noqa: ARG001
    """Explain every term, in alphabetical order."""
    terms = sorted(content.terms(), key=lambda term: term.term.casefold())
    parts: list[ET.Element] = []
    for term in terms:
        synonyms = el("small", f" Ook: {', '.join(term.synonyms)}.") if term.synonyms else None
        parts += [el("dt", term.term), el("dd", term.short, synonyms)]
    return render(el("dl", parts, class_="woordenlijst"))


def methode_parameters(site: Site) -> str:  # noqa: ARG001
    """Show every figure with its value, source, status and the day it was last checked."""
    return render(_figures(parameters.all_()))


def _figures(figures: Iterable[Parameter]) -> ET.Element:
    rows = []
    for figure in figures:
        last = figure.values[-1]
        source = el("a", figure.source, href=figure.url) if figure.url else figure.source
        value = f"{number(last.value)} {figure.unit}, sinds {written(last.valid_from)}"
        rows.append((figure.label, value, [source], f"{figure.origin}, {figure.confidence}", written(figure.checked_on)))
    columns = ("Cijfer", "Waarde", "Bron", "Herkomst en zekerheid", "Nagekeken")
    return _table("Alle cijfers waarmee de rekenhulpen rekenen of die ze als context tonen", columns, rows)


def _table(caption: str, columns: Iterable[str], rows: Iterable[tuple[str | list[ET.Element | str], ...]]) -> ET.Element:
    head = el("tr", [el("th", column, scope="col") for column in columns])
    body = [el("tr", el("th", row[0], scope="row"), [el("td", cell) for cell in row[1:]]) for row in rows]
    inner = el("table", el("caption", caption), el("thead", head), el("tbody", body))
    return el("div", inner, class_="rh-tabel", tabindex="0", role="region", aria_label=caption)


MACROS = (strategieen, gespreksgids, factoren, criteria, meetmomenten, woordenlijst, methode_parameters)
