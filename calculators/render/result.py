"""A result as HTML: headline figures, notices, tables, charts and the explanation of every step."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from calculators.core.numbers import rounded
from calculators.core.parameters import Dated
from calculators.core.periods import format_date
from calculators.core.results import Cautious, Cell, Line, Notice, Result, Row, Severity, Table, Unit
from calculators.render.chart import draw, draw_line
from calculators.render.figures import sourced
from calculators.render.html import Child, Html, el, render
from calculators.render.table import boxed, copy_button
from calculators.render.values import UniqueKeys, format_result, machine

_MONEY = (Unit.EURO, Unit.WHOLE_EURO, Unit.DIFFERENCE)
_AMOUNTS = (*_MONEY, Unit.COUNT)
_CLASSES = {Unit.DATE: "rh-datum"} | dict.fromkeys((*_AMOUNTS, Unit.PERCENT, Unit.NUMBER), "rh-getal")
"""The class of a table cell, by unit: dates do not wrap, and figures are aligned on the right as well."""
_SEVERITIES = {Severity.WARNING: "Let op", Severity.ADVICE: "Advies", Severity.INFO: "Goed om te weten"}


def fragment(result: Result) -> Html:
    """The whole result. The build writes exactly this into the page, and the browser shows exactly this."""
    keys = UniqueKeys(line.key for line in result.trace)
    tables = [shortened(table) for table in result.tables]
    parts: list[Html] = [_headline(result.lines, keys), *_rounded_off(result.lines)]
    parts += _notices(result.notices)
    parts += [draw(chart) for chart in result.charts]
    if result.timeline:
        parts.append(draw_line(result.timeline))
    if len(tables) > 1:
        parts.append(_contents(tables))
    parts += [table_element(table, keys) for table in tables]
    if result.cautious:
        parts.append(_cautious(result.cautious, keys))
    parts.append(_explanation(result, keys))
    return render(*parts)


def shortened(table: Table) -> Table:
    """The table without rows that are nought throughout, and without sums that then repeat another sum."""
    noughts = {row.key for row in table.rows if row.key and not row.total and _is_nought(row)}
    sums = {row.key for row in table.rows if row.total}
    left: list[Row] = []
    for row in table.rows:
        parts = [part for part in row.sum_of.split() if part.removeprefix("-") not in noughts]
        repeats = len(parts) == 1 and parts[0] in sums
        if row.key not in noughts and not repeats:
            left.append(replace(row, sum_of=" ".join(parts)) if row.sum_of else row)
    return replace(table, rows=tuple(left))


def _is_nought(row: Row) -> bool:
    amounts = [cell.value for cell in row.cells if cell.unit in _MONEY]
    return bool(amounts) and not any(amounts)


def _contents(tables: Sequence[Table]) -> Html:
    """Links to the tables: there are more than fit on a screen."""
    links = [el("li", el("a", table.caption, href=f"#tabel-{table.key}")) for table in tables]
    return el("nav", el("ul", links), aria_label="Tabellen", class_="rh-inhoud")


def _cautious(cautious: Cautious, keys: UniqueKeys) -> Html:
    """Figures that are easily misread, folded, below the words of caution that belong to them."""
    caution = el("p", cautious.notice.text, _sources(cautious.notice.parameters), data_notice=cautious.notice.key)
    figures = _headline(cautious.lines, keys)
    return el("details", el("summary", cautious.title), caution, figures, class_="rh-voorzichtig")


def table_element(table: Table, keys: UniqueKeys) -> Html:
    """A table with its note below it. The units of its first row decide how the columns are aligned."""
    units = (Unit.TEXT, *(cell.unit for cell in table.rows[0].cells))
    columns = zip(table.columns, units, strict=True)
    heads = [el("th", name, scope="col", class_=_CLASSES.get(unit)) for name, unit in columns]
    rows = [_row(row, table.columns[1:], keys) for row in table.rows]
    return el(
        "div",
        boxed(table.caption, heads, rows, row_sums=table.row_sums, id_=f"tabel-{table.key}"),
        copy_button(table.caption) if any(cell.unit in _AMOUNTS for row in table.rows for cell in row.cells) else None,
        el("p", table.note, class_="rh-noot") if table.note else None,
        data_table=table.key,
    )


def _row(row: Row, columns: Sequence[str], keys: UniqueKeys) -> Html:
    if row.why:
        cells = [el("td", row.why, colspan=str(len(columns)), class_="rh-reden")]
    else:
        cells = [_cell(cell, column, keys) for cell, column in zip(row.cells, columns, strict=True)]
    return el(
        "tr",
        el("th", keys.explained(row.step, row.heading), scope="row"),
        cells,
        class_="rh-totaal" if row.total else None,
        data_key=row.key or None,
        data_sum_of=row.sum_of or None,
    )


def _cell(cell: Cell, column: str, keys: UniqueKeys) -> Html:
    """A cell with the name of its column, for narrow screens, where the heading row is hidden."""
    class_ = _CLASSES.get(cell.unit)
    if cell.unit not in _MONEY:
        return el("td", keys.output(cell.key, cell.value, cell.unit), class_=class_, data_label=column)
    text, value, key = format_result(cell.value, cell.unit), machine(cell.value), keys.first(cell.key)
    return el("td", keys.explained(cell.key, text), class_=class_, data_label=column, data_value=value, data_result=key)


def _headline(lines: Sequence[Line], keys: UniqueKeys) -> Html:
    """Cards with the figures to show first: amounts in whole euros, as cents would feign precision."""
    cards = [el("div", el("dt", line.label), el("dd", _figure(line, keys)), class_="rh-kaart") for line in lines]
    return el("dl", cards, class_="rh-kaarten")


def _rounded_off(lines: Sequence[Line]) -> list[Html]:
    """A word on the cents that cards leave out: in whole euros, parts may miss their sum by one."""
    amounts = [line.value for line in lines if line.unit is Unit.EURO and isinstance(line.value, Decimal)]
    if all(amount == rounded(amount, 0) for amount in amounts):
        return []
    return [el("p", "Afgerond op hele euro. De centen staan in de tabellen en in de uitleg.", class_="rh-noot")]


def _figure(line: Line, keys: UniqueKeys) -> Child:
    return keys.explained(line.key, el("span", headline(line), **keys.attributes(line.key, line.value)))


def headline(line: Line) -> str:
    """A figure to show first as its card shows it."""
    return line.words or format_result(line.value, Unit.WHOLE_EURO if line.unit is Unit.EURO else line.unit)


MOST_AT_ONCE = 2
"""How many notices a reader sees at once; the others are folded below them."""


def _notices(notices: Sequence[Notice]) -> list[Html]:
    first, rest = notices[:MOST_AT_ONCE], notices[MOST_AT_ONCE:]
    more = "Nog één melding" if len(rest) == 1 else f"Nog {len(rest)} meldingen"
    folded = [el("details", el("summary", more), _notice_list(rest), class_="rh-meer-meldingen")] if rest else []
    return [*([_notice_list(first)] if first else []), *folded]


def _notice_list(notices: Sequence[Notice]) -> Html:
    items = [
        el(
            "li",
            el("strong", f"{_SEVERITIES[notice.level]}: "),
            el("span", notice.text, data_says=True),
            _sources(notice.parameters),
            _to_field(notice.about),
            class_=f"rh-melding rh-melding--{notice.level}",
            data_notice=notice.key,
            data_about=notice.about or None,
        )
        for notice in notices
    ]
    return el("ul", items, class_="rh-meldingen")


def _to_field(name: str) -> Html | None:
    """The way to the input that a notice is about."""
    return el("a", "Naar dit veld", href=f"#veld-{name}", class_="rh-naar-veld") if name else None


def _explanation(result: Result, keys: UniqueKeys) -> Html:
    steps = [step(line, line.key, keys.output(line.key, line.value, line.unit, line.words)) for line in result.trace]
    return explanation("Hoe komen we aan deze cijfers?", steps)


def explanation(title: str, steps: Sequence[Html], key: str | None = None) -> Html:
    """Steps of a calculation, folded; `key` tells this explanation from others on the page."""
    return el(
        "details",
        el("summary", title),
        el("p", "Elke stap van de berekening, met de getallen ingevuld."),
        el("ol", steps, class_="rh-stappen"),
        class_="rh-uitleg",
        data_key=key,
    )


def step(line: Line, place: str, shown: Html) -> Html:
    """A step as it is explained, with its value as `shown`; links to it name its `place`, which no other step has."""
    formula = el("span", f"{line.formula} = ", class_="rh-formule") if line.formula else None
    return el(
        "li",
        el("span", f"{line.label}: ", class_="rh-stapnaam"),
        formula,
        shown,
        el("span", " (aanname)", class_="rh-aanname") if line.assumption else None,
        list(dict.fromkeys(map(_certain, line.parameters))),
        id_=f"stap-{place}",
        data_step=place,
    )


def _certain(figure: Dated) -> Html:
    """Where a figure comes from, from when it holds, when we looked at it and how certain it is."""
    since = "zonder datum" if figure.undated else f"vanaf {format_date(figure.valid_from)}"
    checked = f"nagekeken op {format_date(figure.checked_on)}"
    told = f" ({since}, {checked}, zekerheid {figure.confidence})."
    return el("span", " ", sourced(figure), told, class_="rh-bron")


def _sources(figures: Sequence[Dated]) -> list[Html]:
    """The source of each figure; one that several figures share is named once."""
    by_source = {(figure.source, figure.url, figure.origin): figure for figure in figures}
    return [_source(figure) for figure in by_source.values()]


def _source(figure: Dated) -> Html:
    return el("span", " ", sourced(figure), ".", class_="rh-bron")
