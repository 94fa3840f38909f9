"""A result as HTML: headline figures, notices, tables, charts and the explanation of every step."""

from collections.abc import Sequence

from calculators.core.parameters import Dated
from calculators.core.results import Cell, Line, Notice, Result, Row, Severity, Table, Unit
from calculators.render.chart import draw
from calculators.render.figures import sourced
from calculators.render.html import Html, el, render
from calculators.render.table import boxed
from calculators.render.values import UniqueKeys, machine

_CLASSES = {Unit.DATE: "rh-datum"} | dict.fromkeys((Unit.EURO, Unit.WHOLE_EURO, Unit.PERCENT, Unit.NUMBER), "rh-getal")
"""The class of a table cell, by unit: dates do not wrap, and figures are aligned on the right as well."""
_SEVERITIES = {Severity.WARNING: "Let op", Severity.ADVICE: "Advies", Severity.INFO: "Weetje"}


def fragment(result: Result) -> Html:
    """The whole result. The build writes exactly this into the page, and the browser shows exactly this."""
    keys = UniqueKeys()
    parts: list[Html] = [_headline(result, keys)]
    parts += _notices(result.notices)
    for table in result.tables:
        parts.append(table_element(table, keys))
    parts += [draw(chart) for chart in result.charts]
    parts.append(_explanation(result, keys))
    return render(*parts)


def table_element(table: Table, keys: UniqueKeys) -> Html:
    """A table with its note below it. The units of its first row decide how the columns are aligned."""
    units = (Unit.TEXT, *(cell.unit for cell in table.rows[0].cells))
    columns = zip(table.columns, units, strict=True)
    heads = [el("th", name, scope="col", class_=_CLASSES.get(unit)) for name, unit in columns]
    rows = [_row(row, table.columns[1:], keys) for row in table.rows]
    return el(
        "div",
        boxed(table.caption, heads, rows, row_sums=table.row_sums),
        el("p", table.note, class_="rh-noot") if table.note else None,
        data_table=table.key,
    )


def _row(row: Row, columns: Sequence[str], keys: UniqueKeys) -> Html:
    cells = [_cell(cell, column, keys) for cell, column in zip(row.cells, columns, strict=not row.why)]
    if row.why:
        cells = [el("td", row.why, colspan=str(len(columns)), class_="rh-reden")]
    return el(
        "tr",
        el("th", row.heading, scope="row"),
        cells,
        class_="rh-totaal" if row.total else None,
        data_key=row.key or None,
        data_sum_of=row.sum_of or None,
    )


def _cell(cell: Cell, column: str, keys: UniqueKeys) -> Html:
    """A cell with the name of its column, for narrow screens, where the heading row is hidden."""
    content = keys.output(cell.key, cell.value, cell.unit)
    amount = machine(cell.value) if cell.unit in (Unit.EURO, Unit.WHOLE_EURO) else None
    return el("td", content, class_=_CLASSES.get(cell.unit), data_label=column, data_value=amount)


def _headline(result: Result, keys: UniqueKeys) -> Html:
    cards = [
        el(
            "div",
            el("dt", line.label),
            el("dd", keys.output(line.key, line.value, line.unit, line.words)),
            class_="rh-kaart",
        )
        for line in result.lines
    ]
    return el("dl", cards, class_="rh-kaarten")


def _notices(notices: Sequence[Notice]) -> list[Html]:
    if not notices:
        return []
    items = [
        el(
            "li",
            el("strong", f"{_SEVERITIES[notice.level]}: "),
            notice.text,
            _sources(notice.parameters),
            class_=f"rh-melding rh-melding--{notice.level}",
            data_notice=notice.key,
        )
        for notice in notices
    ]
    return [el("ul", items, class_="rh-meldingen")]


def _explanation(result: Result, keys: UniqueKeys) -> Html:
    steps = [_step(line, keys) for line in result.trace]
    return el(
        "details",
        el("summary", "Hoe komen we aan deze cijfers?"),
        el("p", "Elke stap van de berekening, met de getallen ingevuld."),
        el("ol", steps, class_="rh-stappen"),
        class_="rh-uitleg",
    )


def _step(line: Line, keys: UniqueKeys) -> Html:
    formula = el("span", f"{line.formula} = ", class_="rh-formule") if line.formula else None
    return el(
        "li",
        el("span", f"{line.label}: ", class_="rh-stapnaam"),
        formula,
        keys.output(line.key, line.value, line.unit, line.words),
        el("span", " (aanname)", class_="rh-aanname") if line.assumption else None,
        _sources(line.parameters),
        data_step=line.key,
    )


def _sources(figures: Sequence[Dated]) -> list[Html]:
    """The source of each figure; one that several figures share is named once."""
    by_source = {(figure.source, figure.url, figure.origin): figure for figure in figures}
    return [_source(figure) for figure in by_source.values()]


def _source(figure: Dated) -> Html:
    return el("span", " ", sourced(figure), ".", class_="rh-bron")
