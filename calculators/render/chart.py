"""Bar charts as HTML lists: each row has a name, a bar and an amount, so that text keeps its size on every screen."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from calculators.core import numbers
from calculators.core.results import Bar, Chart, Timeline, TimelineRow
from calculators.render.html import Child, Html, el
from calculators.render.values import format_result

_LONGEST_BAR = Decimal(1000)
"""The length of the longest bar in units of the drawing, which the page stretches to the width it has."""


def draw(chart: Chart) -> Html:
    """A figure with a legend, and a row for each bar: its parts side by side, and their sum or its words."""
    highest = max((_sum(bar) for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    legend = [el("li", el("span", class_=f"rh-kleur rh-deel-{index}"), name) for index, name in enumerate(chart.legend)]
    caption = el("figcaption", el("strong", chart.title), el("ul", legend, class_="rh-legende"))
    bars = el("ul", [_bar(chart, bar, _LONGEST_BAR / highest) for bar in chart.bars], class_="rh-staven")
    return el("figure", caption, bars, class_="rh-grafiek", data_chart=chart.key)


def _bar(chart: Chart, bar: Bar, scale: Decimal) -> Html:
    left = (_LONGEST_BAR - _sum(bar) * scale) / 2 if chart.funnel else Decimal(0)
    parts: list[Html] = []
    for index, part in enumerate(bar.parts):
        width = part * scale
        parts.append(el("rect", x=_px(left), width=_px(width), height="1", class_=f"rh-deel-{index}"))
        left += width
    picture = el("svg", parts, viewBox=f"0 0 {_LONGEST_BAR} 1", preserveAspectRatio="none", aria_hidden="true")
    amount: Child = bar.words or format_result(_sum(bar).quantize(Decimal(1)), chart.unit).removesuffix(",00")
    if chart.table:
        amount = el("a", amount, href=f"#tabel-{chart.table}")
    return el("li", el("span", bar.label), " ", picture, " ", el("span", amount, class_="rh-som"))


def draw_line(line: Timeline) -> Html:
    """A figure with a legend, and a row for each: its place on the axis between two texts, with the years."""
    legend = [el("li", el("span", class_=f"rh-kleur rh-deel-{index}"), name) for index, name in enumerate(line.legend)]
    turns = _years(line)
    note = f"Een verticale lijn is 1 januari: {', '.join(str(day.year) for day in turns)}." if turns else ""
    caption = el(
        "figcaption", el("strong", line.title), el("ul", legend, class_="rh-legende"), el("p", note, class_="rh-noot")
    )
    rows = el("ul", [_timeline_row(line, row, turns) for row in line.rows], class_="rh-staven rh-tijdlijn")
    return el("figure", caption, rows, class_="rh-grafiek", data_chart=line.key)


def _years(line: Timeline) -> list[date]:
    """The first days of the calendar years that begin within a time line."""
    return [date(year, 1, 1) for year in range(line.first.year + 1, line.end.year + 1) if date(year, 1, 1) < line.end]


def _timeline_row(line: Timeline, row: TimelineRow, turns: Sequence[date]) -> Html:
    scale = _LONGEST_BAR / Decimal((line.end - line.first).days)

    def at(day: date) -> Decimal:
        return (day - line.first).days * scale

    axis = [el("path", d=f"M{_px(at(day))} 0v1", class_="rh-jaargrens") for day in turns]
    marks = [_span(at(first), at(end), row.kind) for first, end in row.spans]
    picture = el("svg", axis, marks, viewBox=f"0 0 {_LONGEST_BAR} 1", preserveAspectRatio="none", aria_hidden="true")
    return el("li", el("span", row.label), " ", picture, " ", el("span", row.words, class_="rh-som"))


_MARK = Decimal(14)
"""The least width of a mark: a day would be too thin to see."""


def _span(left: Decimal, right: Decimal, kind: int) -> Html:
    """A bar on the axis; a short one is widened within the drawing."""
    width = max(right - left, _MARK)
    start = min(left, _LONGEST_BAR - width)
    return el("rect", x=_px(start), width=_px(width), height="1", class_=f"rh-deel-{kind}")


def _sum(bar: Bar) -> Decimal:
    return sum(bar.parts, Decimal(0))


def _px(value: Decimal) -> str:
    return numbers.to_machine(numbers.rounded(value, 1))
