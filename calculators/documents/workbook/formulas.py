"""Where the helper sheets of the workbook hold what, and the formulas of the budget that read them.

The arithmetic of `calculators.budget` once more, for a spreadsheet: `Maanden` splits the term by months, and counts
those of a post times its growth; `Cellen` works out each amount and rounds it once; the budget adds up. Tests hold both
to the same cent.
"""

from dataclasses import dataclass
from datetime import date

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from calculators.budget.cells import OVERHEAD, PERSONNEL, START_UP, VAT, post_line
from calculators.budget.inputs import Inputs, suffixed
from calculators.budget.operating import CATEGORIES

TERM_YEARS, CALENDAR_YEARS = 10, 11
LEAST_POSTS = 4
"""How many rows of posts a workbook has room for, if its budget has no more."""

MONTHS, CELLS, CHANGES = "Maanden", "Cellen", "Groei"
"""The helper sheets."""
INDEX, STEPS = "Index", "Trappen"
"""The sheets on growth that a reader may change."""
FIRST_INDEX_ROW, FIRST_FACTOR = 6, 4
"""Of `Index`: the row before all steps, which `Groei` has too, and the column with the factor of the first post."""
SERVICE_YEARS = 10
SERVICE_ROWS = range(4, 5 + SERVICE_YEARS)
"""Of `Trappen`: a row for each year of service, from none."""
BEYOND_ALL_TERMS = date(2071, 1, 1)
"""The first day that no term reaches: steps of the index go on until then."""
MONTH_ROWS = range(5, 5 + 12 * TERM_YEARS)
CELL_ROWS = range(4, 4 + 2 * TERM_YEARS)
"""Of `Cellen`: each year of the term in the calendar year that it begins in, and in the next one."""

FIRST_BLOCK = 5
"""Of `Maanden`: the column of the first block; each has two, for the calendar year of the month and for the next."""

COST_GROWTH, FIRST_MONTHS = 2, 3
"""Columns of `Cellen`: a factor, then the months of each block; those of posts count times their growth."""


@dataclass(frozen=True, slots=True)
class Room:
    """For how many rows of posts there is room, and where the helper sheets hold each."""

    posts: int

    @property
    def numbers(self) -> range:
        """The numbers of the rows, from 1."""
        return range(1, self.posts + 1)

    @property
    def tails(self) -> tuple[str, ...]:
        """The suffixes of named cells, by row of posts: none for the first, then `_2`, `_3`."""
        return tuple(suffixed("", number) for number in self.numbers)

    @property
    def blocks(self) -> tuple[str, ...]:
        """The headings of what has its months counted: the whole term, then each row of posts."""
        return ("Hele looptijd", *(f"Post {number}" for number in self.numbers))

    @property
    def lines(self) -> tuple[str, ...]:
        """The columns with amounts of `Cellen`, by their lines in the ledger."""
        return (*(post_line(number) for number in self.numbers), *CATEGORIES, START_UP, OVERHEAD, VAT)

    def place(self, line: str) -> int:
        """The column of a line in `Cellen`, to the right of the months of all blocks."""
        return FIRST_MONTHS + len(self.blocks) + self.lines.index(line)

    def per_year(self, line: str, year: str) -> str:
        """What a line costs in the calendar year that stands in cell `year`."""
        years = _cells_columns(1, 1)
        if line == PERSONNEL:
            amounts = _cells_columns(self.place(post_line(1)), self.place(post_line(self.posts)))
            return f"=SUMPRODUCT(({years}={year})*{amounts})"
        return f"=SUMIF({years},{year},{_cells_columns(self.place(line), self.place(line))})"


def room(inputs: Inputs) -> Room:
    """Room for every post of a budget, and for a few more."""
    return Room(max(LEAST_POSTS, inputs.posts))


def end_after(start: str, months: str) -> str:
    """The first day after so many months, as `periods.end_after`: EDATE takes the last day of a shorter month."""
    return f"EDATE({start},{months})+IF(DAY(EDATE({start},{months}))<DAY({start}),1,0)"


def months(row: int, block: int) -> str:
    """The months of a block in a year of the term and a calendar year, which stand before it in row `row` (from 1)."""
    terms, years = _months_column(1), _months_column(4)
    this, later = (_months_column(FIRST_BLOCK + 2 * block + n) for n in (0, 1))
    return f"=SUMIFS({this},{terms},$A{row},{years},$B{row})+SUMIFS({later},{terms},$A{row},{years},$B{row}-1)"


def column(index: int) -> str:
    """The letters of a column, counted from 0: `AB`."""
    return str(xl_col_to_name(index))


def latest(day: str, days: str, values: str) -> str:
    """The value beside the last of `days`, which rise, that is not after `day`."""
    return f"INDEX({values},MATCH({day},{days},1))"


def first_day(post: int) -> str:
    """The cell with the first day of a post, from 0."""
    return f"{MONTHS}!${column(FIRST_BLOCK + 2 * (post + 1))}$3"


def served(day: str, post: int) -> str:
    """The factor of the years of service of a post, from 0, on a day."""
    left = 1 + 3 * post
    days, factors = (
        f"{STEPS}!{xl_range_abs(SERVICE_ROWS[0], place, SERVICE_ROWS[-1], place)}" for place in (left, left + 2)
    )
    return f"IF({day}<{first_day(post)},1,{latest(day, days, factors)})"


def gap_rows(last: int) -> tuple[int, int]:
    """Of `Groei`: the rows with the first day of the gap of a post and the day after it, behind all other changes."""
    return last + SERVICE_YEARS, last + SERVICE_YEARS + 1


def factor_on(day: str, post: int, last: int) -> str:
    """The factor of the wage of a post, from 0, on a day: that of prices times that of service, none in its gap."""
    place = column(FIRST_FACTOR + post)
    top = FIRST_INDEX_ROW + 1
    prices = latest(day, f"{INDEX}!$D${top}:$D${last}", f"{INDEX}!${place}${top}:${place}${last}")
    begin, end = (f"{CHANGES}!${column(2 * post)}${row + 1}" for row in gap_rows(last))
    return f"{prices}*{served(day, post)}*IF(AND({day}>={begin},{day}<{end}),0,1)"


def grown_days(begin: str, end: str, post: int, last: int) -> str:
    """The days from `begin` up to `end`, each times the factor of the wage of a post, from 0.

    A change of the factor counts for the days that are left after it. `last` is the last row of changes, from 1.
    """
    top, left = FIRST_INDEX_ROW + 1, column(2 * post)
    days, changes = (f"{CHANGES}!${letter}${top}:${letter}${last}" for letter in (left, column(2 * post + 1)))
    left_over = f"({end}-{begin}-({days}>{begin})*({days}-{begin}))"
    return f"IF({end}>{begin},SUMPRODUCT({changes}*({days}<{end})*{left_over}),0)"


def _months_column(index: int) -> str:
    return f"{MONTHS}!{xl_range_abs(MONTH_ROWS[0], index, MONTH_ROWS[-1], index)}"


def _cells_columns(first: int, last: int) -> str:
    return f"{CELLS}!{xl_range_abs(CELL_ROWS[0], first, CELL_ROWS[-1], last)}"
