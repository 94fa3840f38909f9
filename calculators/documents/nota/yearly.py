"""The tables of the note with an amount per calendar year: the estimate, the subsidies and who pays what.

All are in whole euros that add up. Subsidies and payers follow from what the estimate shows: the same year has the
same income and the same net cost in each table.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from calculators.budget import Inputs
from calculators.budget.accounts import CLASSES, EXPENSE, INCOME_CLASS, RECEIPT
from calculators.budget.cells import SUBSIDY
from calculators.budget.tables import EXPENSES, NET
from calculators.core.controlled_rounding import rounded_table
from calculators.core.results import Cell, Row, Table, Unit
from calculators.documents import docx
from calculators.documents.docx import Column, Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures
from calculators.render.values import format_result

_COLUMNS_PER_TABLE, _WIDE_COLUMNS_PER_TABLE = 6, 4
"""How many columns of amounts fit on the page: a term of five calendar years with its total stays one table."""
_MOST_CHARACTERS = 11
"""The longest amount of a year in a table with the most columns: € 1.234.567 does not break."""
_YEAR, _WHOLE = 15, 17
"""The relative widths of a year and of the whole term, which has the largest amounts."""
_LINES = (*CLASSES.values(), EXPENSES, INCOME_CLASS, NET)
_SIDES = {INCOME_CLASS: RECEIPT, NET: ""}
"""What is no expense: income, and the difference."""
_SUMS = (EXPENSES, NET)


def estimate(figures: Figures) -> Xml:
    """What is spent and received per class; blank without a budget."""
    table = figures.table("hele_euro")
    return join([_estimated(table, chunk) for chunk in _chunks(table)]) if table else _blank()


def subsidies(figures: Figures) -> Xml | None:
    """What each subsidy brings in, if there is one with a name; those by year have no row when nobody gives them."""
    table = figures.table("subsidies")
    if table is None:
        return None
    *parts, whole = table.rows
    given = [row for row in parts if row.key != f"per_{SUBSIDY}" or any(_years(row))]
    amounts = rounded_to([_years(row) for row in given], shown_years(figures, "euro_740"))
    return _per_year(_in_whole_euros(table, [*given, whole], amounts))


def payers(figures: Figures) -> Xml | None:
    """What each of those who pay the net cost pays: its share of what the estimate shows, if there are several."""
    table = figures.table("betalers")
    if table is None or figures.inputs is None:
        return None
    return _per_year(_in_whole_euros(table, table.rows, paid(figures.inputs, shown_years(figures, "euro_netto"))))


def paid(inputs: Inputs, net: Sequence[Decimal]) -> list[list[int]]:
    """For each payer what it pays in each year, in whole euros that are together the whole euros of `net`.

    As each year is whole, rounding keeps it: every share is less than a euro off, and so is what a payer pays in all.
    """
    return rounded_table(inputs.paid(net))


def rounded_to(amounts: Sequence[Sequence[Decimal]], wholes: Sequence[Decimal]) -> list[list[int]]:
    """Round each amount down or up to a whole one so that each column is what `wholes` says.

    A whole is the exact sum of its column, rounded down or up. Raised are the amounts whose rows lag furthest behind
    what is exact, so that rows stay near it too. A whole amount stays as it is.
    """
    found: list[list[int]] = [[] for _ in amounts]
    for column, whole in zip(zip(*amounts, strict=True), wholes, strict=True):
        for row, amount in zip(found, column, strict=True):
            row.append(int(amount // 1))
        lags = [sum(exact[: len(row)]) - sum(row) for exact, row in zip(amounts, found, strict=True)]
        loose = [place for place, amount in enumerate(column) if amount % 1]
        missing = int(whole) - sum(row[-1] for row in found)
        for place in sorted(loose, key=lambda place: -lags[place])[:missing]:
            found[place][-1] += 1
    return found


def _years(row: Row) -> list[Decimal]:
    """The amounts of a row without their sum, which is its last cell."""
    return [cell.value for cell in row.cells[:-1] if isinstance(cell.value, Decimal)]


def shown_years(figures: Figures, key: str) -> list[Decimal]:
    """What the estimate shows per year in the row with this key."""
    table = figures.table("hele_euro")
    assert table is not None
    return _years(next(row for row in table.rows if row.key == key))


def _in_whole_euros(table: Table, rows: Sequence[Row], amounts: Sequence[Sequence[int]]) -> Table:
    """The table with other rows and amounts: the last row is their sum, and the last column that of the years."""
    together = [sum(column) for column in zip(*amounts, strict=True)]
    shown = [
        replace(row, cells=tuple(Cell(Decimal(one), Unit.WHOLE_EURO) for one in (*years, sum(years))))
        for row, years in zip(rows, (*amounts, together), strict=True)
    ]
    return replace(table, rows=tuple(shown))


def _chunks(table: Table) -> list[list[int]]:
    """The columns with amounts, from 0, in tables of about as many, none with more than fit on the page."""
    longest = max(len(_shown(row, index)) for row in table.rows for index in range(len(row.cells) - 1))
    most = _COLUMNS_PER_TABLE if longest <= _MOST_CHARACTERS else _WIDE_COLUMNS_PER_TABLE
    count = len(table.columns) - 1
    tables = -(-count // most)
    bounds = [-(-count * number // tables) for number in range(tables + 1)]
    return [list(range(first, end)) for first, end in pairwise(bounds)]


def _columns(table: Table, chosen: Sequence[int]) -> list[Column]:
    """The columns of amounts, that of the whole term wider."""
    last = len(table.columns) - 2
    return [Column(table.columns[index + 1], _WHOLE if index == last else _YEAR, True) for index in chosen]


def _per_year(table: Table) -> Xml:
    """A table with a sum in its last row; several below one another when the years do not fit on the page."""
    return join([_part(table, chunk) for chunk in _chunks(table)])


def _part(table: Table, chosen: Sequence[int]) -> Xml:
    columns = [Column(table.columns[0], 32), *_columns(table, chosen)]
    lines = [(row.heading, *(_shown(row, index) for index in chosen)) for row in table.rows]
    return join(
        docx.para(table.caption, style="Caption"), docx.table(table.caption, columns, lines, sums=[len(lines) - 1])
    )


def _estimated(table: Table, chosen: Sequence[int]) -> Xml:
    columns = [Column("Klasse", 20), Column("U/O", 7), *_columns(table, chosen)]
    lines = [(row.heading, _side(row.heading), *(_shown(row, index) for index in chosen)) for row in table.rows]
    years = [column.heading for column in columns if column.heading.isdigit()]
    caption = f"Raming per kalenderjaar{f', {years[0]} tot en met {years[-1]}' if len(years) > 1 else ''}"
    return join(docx.para(caption, style="Caption"), docx.table(caption, columns, lines, sums=_sums(lines)))


def _blank() -> Xml:
    columns = [
        Column("Klasse", 36),
        Column("U/O", 6),
        *(Column(f"Jaar {n}", 15, True) for n in range(1, 4)),
        Column("Looptijd", 15, True),
    ]
    rows: list[Sequence[Inline]] = [
        (name, _side(name), *(controls.line(f"{name}, {column.heading}", "", "€") for column in columns[2:]))
        for name in _LINES
    ]
    return join(
        docx.para("Raming per kalenderjaar", style="Caption"),
        docx.table("Raming per kalenderjaar", columns, rows, sums=_sums(rows)),
    )


def _side(name: str) -> str:
    return _SIDES.get(name, EXPENSE)


def _sums(rows: Sequence[Sequence[Inline]]) -> list[int]:
    return [number for number, row in enumerate(rows) if row[0] in _SUMS]


def _shown(row: Row, index: int) -> str:
    """The nth cell of a row, as the page shows it."""
    return format_result(row.cells[index].value, row.cells[index].unit)
