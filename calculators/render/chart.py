"""Bar charts as inline SVG: readable in dark mode, with a title for screen readers; a table holds the figures."""

from decimal import Decimal

from calculators import numbers
from calculators.html import Html, el
from calculators.render.values import shown
from calculators.results import Bar, Chart

_WIDTH, _HEIGHT, _TOP, _BOTTOM = 640, 260, 24, 28


def draw(chart: Chart) -> Html:
    """Draw stacked bars with the sum above each and a legend below."""
    highest = max((sum(bar.parts, Decimal(0)) for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    step = Decimal(_WIDTH) / max(1, len(chart.bars))
    bars = [_bar(chart, bar, step * index, step, highest) for index, bar in enumerate(chart.bars)]
    spoken = "; ".join(f"{bar.label}: {shown(sum(bar.parts, Decimal(0)), chart.unit)}" for bar in chart.bars)
    picture = el(
        "svg",
        el("title", chart.title),
        el("desc", f"{spoken}."),
        bars,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=f"{chart.title}. {spoken}.",
    )
    legend = [el("li", el("span", class_=f"rh-kleur rh-deel-{index}"), name) for index, name in enumerate(chart.legend)]
    caption = el("figcaption", chart.title, el("ul", legend, class_="rh-legende"))
    return el("figure", picture, caption, class_="rh-grafiek", data_chart=chart.key)


def _bar(chart: Chart, bar: Bar, left: Decimal, step: Decimal, highest: Decimal) -> Html:
    scale = (_HEIGHT - _TOP - _BOTTOM) / highest
    base = Decimal(_HEIGHT - _BOTTOM)
    x, width = left + step * Decimal("0.18"), step * Decimal("0.64")
    parts: list[Html] = []
    for index, part in enumerate(bar.parts):
        height = part * scale
        base -= height
        parts.append(el("rect", x=_px(x), y=_px(base), width=_px(width), height=_px(height), class_=f"rh-deel-{index}"))
    middle = _px(left + step / 2)
    amount = shown(sum(bar.parts, Decimal(0)).quantize(Decimal(1)), chart.unit).removesuffix(",00")
    return el(
        "g",
        parts,
        el("text", amount, x=middle, y=_px(base - 7), class_="rh-boven"),
        el("text", bar.label, x=middle, y=_px(Decimal(_HEIGHT - 8)), class_="rh-onder"),
        aria_hidden="true",
    )


def _px(value: Decimal) -> str:
    return numbers.machine(numbers.rounded(value, 1))
