"""Where the helper sheets of the workbook hold what, and the formulas of the budget that read them.

The arithmetic of `calculators.budget` once more, for a spreadsheet: `Maanden` splits the term by months, `Cellen` works
out each amount and rounds it once, and the budget adds up. Tests hold both to the same cent.
"""

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from calculators.budget.ledger import OVERHEAD, PERSONNEL, START_UP, VAT
from calculators.budget.operating import CATEGORIES

TERM_YEARS, CALENDAR_YEARS = 10, 11
POSTS = ("", "_2", "_3", "_4")
"""What the names of the cells of each post end in."""

MONTHS, CELLS = "Maanden", "Cellen"
"""The helper sheets."""
MONTH_ROWS = range(5, 5 + 12 * TERM_YEARS)
CELL_ROWS = range(4, 4 + 2 * TERM_YEARS)
"""Of `Cellen`: each year of the term in the calendar year that it begins in, and in the next one."""

BLOCKS = ("Hele looptijd", *(f"Post {number}" for number in range(1, len(POSTS) + 1)))
"""Whose months are counted."""
FIRST_BLOCK = 5
"""Of `Maanden`: the column of the first block; each has two, for the calendar year of the month and for the next."""

WAGE_GROWTH, COST_GROWTH, FIRST_MONTHS = 2, 3, 4
"""Columns of `Cellen`: two factors, then the months of each block."""
LINES = (*(f"post_{number}" for number in range(1, len(POSTS) + 1)), *CATEGORIES, START_UP, OVERHEAD, VAT)
"""The columns with amounts behind those, by their lines in the ledger."""
COLUMN = {line: FIRST_MONTHS + len(BLOCKS) + index for index, line in enumerate(LINES)}


def end_after(start: str, months: str) -> str:
    """The first day after so many months, as `periods.end_after`: EDATE takes the last day of a shorter month."""
    return f"EDATE({start},{months})+IF(DAY(EDATE({start},{months}))<DAY({start}),1,0)"


def months(row: int, block: int) -> str:
    """The months of a block in a year of the term and a calendar year, which stand before it in row `row` (from 1)."""
    terms, years = _months_column(1), _months_column(4)
    this, later = (_months_column(FIRST_BLOCK + 2 * block + n) for n in (0, 1))
    return f"=SUMIFS({this},{terms},$A{row},{years},$B{row})+SUMIFS({later},{terms},$A{row},{years},$B{row}-1)"


def per_year(line: str, year: str) -> str:
    """What a line costs in the calendar year that stands in cell `year`."""
    years = _cells_columns(1, 1)
    if line == PERSONNEL:
        amounts = _cells_columns(COLUMN["post_1"], COLUMN[f"post_{len(POSTS)}"])
        return f"=SUMPRODUCT(({years}={year})*{amounts})"
    return f"=SUMIF({years},{year},{_cells_columns(COLUMN[line], COLUMN[line])})"


def column(index: int) -> str:
    """The letters of a column."""
    return str(xl_col_to_name(index))


def _months_column(index: int) -> str:
    return f"{MONTHS}!{xl_range_abs(MONTH_ROWS[0], index, MONTH_ROWS[-1], index)}"


def _cells_columns(first: int, last: int) -> str:
    return f"{CELLS}!{xl_range_abs(CELL_ROWS[0], first, CELL_ROWS[-1], last)}"
