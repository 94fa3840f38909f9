"""Everything that a calculator says: labels, formulas, messages and where they come from, in a text for editors."""

import re
from collections.abc import Iterable, Iterator, Sequence

from calculators.core.parameters import Dated
from calculators.core.results import Chart, Line, Notice, Result, Row, Table, Timeline
from calculators.render.values import machine

NUMBER = re.compile(r"\d+")


def new_words(results: Iterable[tuple[str, Iterator[str]]]) -> Iterator[str]:
    """What each named case says that no case before it said, numbers apart, below the name of the case."""
    seen: set[str] = set()
    for name, said in results:
        fresh = []
        for words in said:
            if (pattern := NUMBER.sub("#", words)) not in seen:
                seen.add(pattern)
                fresh.append(words)
        if fresh:
            yield from ("", f"# {name}", *fresh)


def of_result(result: Result) -> Iterator[str]:
    """A line of text for each thing that a result says, in the order of the page."""
    yield f"eerst: {', '.join(line.key for line in result.lines)}"
    yield from map(_notice, result.notices)
    yield from (words for chart in result.charts for words in _chart(chart))
    yield from _timeline(result.timeline) if result.timeline else ()
    yield from (words for table in result.tables for words in _table(table))
    if cautious := result.cautious:
        yield f"voorzichtig: {cautious.title}: {', '.join(line.key for line in cautious.lines)}"
        yield _notice(cautious.notice)
    yield from map(_step, result.trace)


def of_refusal(messages: dict[str, str]) -> Iterator[str]:
    """The messages for what cannot be used, by field."""
    return (f"geweigerd, {name}: {text}" for name, text in messages.items())


def _step(line: Line) -> str:
    value = f"{machine(line.value)} {line.unit}" + (f", “{line.words}”" if line.words else "")
    ours = "aanname" if line.assumption else ""
    return _joined(f"stap {line.key}: {line.label}", value, line.formula, *_based_on(line.facts, line.parameters), ours)


def _notice(notice: Notice) -> str:
    return _joined(f"{notice.level} {notice.key}", notice.text, *_based_on(notice.facts, notice.parameters))


def _table(table: Table) -> Iterator[str]:
    sums = "rijen tellen op" if table.row_sums else ""
    yield _joined(f"tabel {table.key}: {table.caption}", *table.columns, table.note, sums)
    yield from map(_row, table.rows)


def _row(row: Row) -> str:
    cells = [f"{machine(cell.value)} {cell.unit} {cell.key}".strip() for cell in row.cells]
    kind = "totaal" if row.total else ""
    return _joined(f"rij {row.key}: {row.heading}", *cells, row.sum_of and f"som van {row.sum_of}", kind, row.why)


def _chart(chart: Chart) -> Iterator[str]:
    shape = "trechter" if chart.funnel else ""
    yield _joined(f"grafiek {chart.key}: {chart.title}", *chart.legend, chart.unit, shape)
    for bar in chart.bars:
        yield _joined(f"staaf {bar.label}", *map(machine, bar.parts), bar.words)


def _timeline(line: Timeline) -> Iterator[str]:
    yield _joined(f"tijdlijn {line.key}: {line.title}", *line.legend, f"{line.first} tot {line.end}")
    for row in line.rows:
        spans = [f"{first} tot {end}" for first, end in row.spans]
        yield _joined(f"strook {row.label}", str(row.kind), *spans, row.words)


def _based_on(facts: Sequence[str], figures: Sequence[Dated]) -> Iterator[str]:
    yield from facts
    yield from (f"{machine(figure.value)} volgens {figure.source}" for figure in figures)


def _joined(*parts: str) -> str:
    return " | ".join(filter(None, parts))
