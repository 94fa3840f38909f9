"""Bar charts as HTML lists: each row has a name, a bar and an amount, so that text keeps its size on every screen."""

from decimal import Decimal

from calculators.core import numbers
from calculators.core.results import Bar, Chart
from calculators.render.html import Html, el
from calculators.render.values import format_result

_LONGEST_BAR = Decimal(1000)
"""The length of the longest bar in units of the drawing, which the page stretches to the width it has."""


def draw(chart: Chart) -> Html:
    """A figure with a legend, and a row for each bar: its parts side by side, and their sum as text."""
    highest = max((_sum(bar) for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    legend = [el("li", el("span", class_=f"rh-kleur rh-deel-{index}"), name) for index, name in enumerate(chart.legend)]
    caption = el("figcaption", el("strong", chart.title), el("ul", legend, class_="rh-legende"))
    bars = el("ul", [_bar(chart, bar, _LONGEST_BAR / highest) for bar in chart.bars], class_="rh-staven")
    return el("figure", caption, bars, class_="rh-grafiek", data_chart=chart.key)


def _bar(chart: Chart, bar: Bar, scale: Decimal) -> Html:
    left = Decimal(0)
    parts: list[Html] = []
    for index, part in enumerate(bar.parts):
        width = part * scale
        parts.append(el("rect", x=_px(left), width=_px(width), height="1", class_=f"rh-deel-{index}"))
        left += width
    picture = el("svg", parts, viewBox=f"0 0 {_LONGEST_BAR} 1", preserveAspectRatio="none", aria_hidden="true")
    amount = format_result(_sum(bar).quantize(Decimal(1)), chart.unit).removesuffix(",00")
    return el("li", el("span", bar.label), " ", picture, " ", el("span", amount, class_="rh-som"))


def _sum(bar: Bar) -> Decimal:
    return sum(bar.parts, Decimal(0))


def _px(value: Decimal) -> str:
    return numbers.to_machine(numbers.rounded(value, 1))
