"""Dated figures in words and links, for beside an input or a step: amount, year and source."""

from decimal import Decimal

from calculators.core import numbers
from calculators.core.parameters import Dated, FigureUnit, Origin, Parameter
from calculators.core.sentences import uncapitalised
from calculators.render.html import Child, el

_INDIRECT = {Origin.CALCULATED: "eigen berekening, uit ", Origin.SECOND_HAND: "via derden, "}
"""What stands before a source that does not print a value, or in which we did not read it."""


def sourced(figure: Dated) -> list[Child]:
    """Where a value comes from; our own arithmetic and what others say of a source do not pass as that source."""
    return [f"Bron: {_INDIRECT.get(figure.origin, '')}", link(figure)]


def compared(figure: Parameter) -> list[Child]:
    """A figure to compare an input with: its name, amount, year and source."""
    label, current = uncapitalised(figure.label), figure.current
    start = f"Ter vergelijking: {label}, {amount(figure.unit, current.value)}"
    if current.origin is Origin.ASSUMPTION:
        return [f"{start} (onze aanname). "]
    through = _INDIRECT[Origin.SECOND_HAND] if current.origin is Origin.SECOND_HAND else ""
    return [f"{start} ({year(current)}, {through}", link(current), "). "]


def link(figure: Parameter | Dated) -> Child:
    """The name of the source, as a link if it has an address."""
    return el("a", figure.source, href=figure.url) if figure.url else figure.source


def amount(unit: FigureUnit, value: Decimal) -> str:
    """A value with its unit: `€ 1.298,08 per jaar`, `12,5 %`, `215 dagen per jaar`; a factor goes without."""
    if unit.startswith("euro"):
        return numbers.format_euro(value) + unit.shown.removeprefix("euro")
    if unit.startswith("procent"):
        return numbers.format_percent(value) + unit.shown.removeprefix("procent")
    return numbers.format_number(value) + ("" if unit is FigureUnit.FACTOR else f"\u00a0{unit.shown}")


def year(dated: Dated) -> str:
    """The year from which a value holds, or that its source names none."""
    return "zonder datum" if dated.undated else str(dated.valid_from.year)
