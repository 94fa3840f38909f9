"""Dated figures in words and links, for beside an input or a step: amount, year and source."""

from decimal import Decimal

from calculators.core import numbers
from calculators.core.parameters import Dated, FigureUnit, Origin, Parameter
from calculators.render.html import Child, el


def sourced(figure: Dated) -> list[Child]:
    """The source of a value; our own arithmetic on a source is named as such."""
    start = "Bron: eigen berekening, uit " if figure.origin is Origin.CALCULATED else "Bron: "
    return [start, link(figure)]


def compared(figure: Parameter) -> list[Child]:
    """A figure to compare an input with: its name, amount, year and source."""
    label, current = figure.label[0].lower() + figure.label[1:], figure.current
    start = f"Ter vergelijking: {label}, {amount(figure.unit, current.value)}"
    if current.origin is Origin.ASSUMPTION:
        return [f"{start} (onze aanname). "]
    return [f"{start} ({year(current)}, ", link(current), "). "]


def link(figure: Parameter | Dated) -> Child:
    """The source, as a link if it has an address."""
    return el("a", figure.source, href=figure.url) if figure.url else figure.source


def amount(unit: FigureUnit, value: Decimal) -> str:
    """A value with its unit: `€ 1.298,08 per jaar`, `12,5 %`, `215 dagen per jaar`."""
    if unit.startswith("euro"):
        return numbers.format_euro(value) + unit.removeprefix("euro")
    if unit.startswith("procent"):
        return numbers.format_percent(value) + unit.removeprefix("procent")
    return f"{numbers.format_number(value)} {unit}"


def year(dated: Dated) -> str:
    """The year from which a value holds, or that its source names none."""
    return "zonder datum" if dated.undated else str(dated.valid_from.year)
