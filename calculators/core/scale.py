"""A salary scale as a reader pastes it: one row per step, with a yearly salary in each other column."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from itertools import dropwhile

from calculators.core import numbers, pasted
from calculators.core.sentences import counted
from calculators.core.typed import Misread, visible

MOST_STEPS, MOST_COLUMNS = 60, 20
_HIGHEST_STEP = 99
LOWEST, HIGHEST = Decimal(1000), Decimal(300_000)
"""The bounds of a salary, in euro a year at 100 %."""

_STEP = re.compile(
    r"\s*\(?\s*(?:(?:trap|stap|jaar)\s*\(?\s*)?([0-9]{1,2})(?![0-9])(?:\s*(?:jaar|jaren))?(?:\s*\))?(?:\s*[:=])?",
    re.IGNORECASE,
)
"""A step with what people write around it: `0`, `trap 0`, `0 jaar`, `(0)`, `0:`, `0)`."""
_BEFORE_SALARY = re.compile(r"[\s;]*(?:[-–€0-9]|eur|$)", re.IGNORECASE)
"""What follows a step that is marked as one."""
_DECIMALS = re.compile(r" [0-9]{3},[0-9]{1,2}(?![0-9])")
"""What follows a step in a row with spaces: an amount below 1,000, with cents."""
_COMMAS = re.compile(r"[0-9]{1,2}(?:,[0-9]{4,6}(?:\.[0-9]{1,2})?)+")
"""A row with commas between cells: a step, then amounts with more digits than decimals ever are."""
_SPACED = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})((?:[ \u00a0\u202f][0-9]{3})+)(?![0-9])")
"""Thousands grouped by spaces."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NOTHING = {"€", "eur", "euro", "-", "–", "="}
"""What may stand between cells, or in a cell of its own."""
_APART = "Laat kopregels en andere kolommen weg."
_NO_COMMAS = "Zet tabs of puntkomma’s tussen de cellen, geen komma’s."


@dataclass(frozen=True, slots=True)
class Scale:
    """Yearly salaries at 100 %, in euro, by step: `rows` are (step, one cell per column), the lowest step first.

    A column may hold something else, such as salaries of a month: `fault` tells. A cell that is no number is `None`.
    """

    rows: tuple[tuple[int, tuple[Decimal | None, ...]], ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.rows[0][1])

    @property
    def lowest(self) -> int:
        """The first step."""
        return self.rows[0][0]

    @property
    def highest(self) -> int:
        """The last step."""
        return self.rows[-1][0]

    def fault(self, column: int) -> str:
        """Why a column, counted from 1, holds no yearly salaries; empty where it does."""
        for step, cells in self.rows:
            cell = cells[column - 1]
            if wrong := "daar staat geen getal." if cell is None else _beyond(cell):
                return f"Kolom {column}, trap {step}: {wrong}"
        return ""

    def column(self, number: int) -> tuple[tuple[int, Decimal], ...]:
        """The steps with their salaries in a column without a `fault`, counted from 1."""
        return tuple((step, cell) for step, cells in self.rows if (cell := cells[number - 1]) is not None)

    def salary(self, step: int, column: int = 1) -> Decimal:
        """The salary at a step, in a column without a `fault`: that of the last row that is not above it."""
        salaries = self.column(column)
        reached = [salary for number, salary in salaries if number <= step] or [salaries[0][1]]
        return reached[-1]

    def text(self) -> str:
        """The scale as text that `read` reads, in the form in which a spreadsheet copies it.

        A step before small amounts is marked, so that they do not run together where tabs become spaces.
        """
        apart = ":" if any(map(self.fault, range(1, self.columns + 1))) else ""
        rows = (
            (f"{step}{apart}", *("?" if cell is None else numbers.format_exact(cell) for cell in cells))
            for step, cells in self.rows
        )
        return "\n".join("\t".join(row) for row in rows)


def read(text: str) -> Scale:
    """Read a pasted scale. Raises `Misread` with what is wrong and in which row.

    Cells stand apart by tabs or between `|`, else by `;`, else by spaces; by commas where these can't be decimal signs.
    Rows at the top that begin with no number and hold no salary are headings, and at the bottom notes. Without numbers
    of steps the first row is step 0, and each next row a step more. One column of yearly salaries is enough.
    """
    rows = pasted.rows(text)
    found = _joined_or_not(rows)
    if found != _joined_or_not(map(_in_a_link, rows)):
        raise Misread(f"Het is niet duidelijk waar elke cel begint. {_APART}")
    return found


def _joined_or_not(rows: Iterable[str]) -> Scale:
    """The scale with `1 950,00` as one number or, where that gives none, as a step with an amount."""
    lines = list(rows)
    try:
        return _table([_cells(line) for line in lines])
    except Misread as error:
        with suppress(Misread):
            return _table([_cells(line, joined=False) for line in lines])
        raise error from None


def _in_a_link(row: str) -> str:
    """A row as a link carries it, without tabs and semicolons. It must mean the same, or a column would move up."""
    return " ".join("".join(cell.split()) for cell in re.split("[\t;]", row)) if re.search("[\t;]", row) else row


def _table(cells: Iterable[list[str]]) -> Scale:
    """The scale in rows of cells, of which some may be empty. Raises `Misread`."""
    lines = [row for row in cells if row]
    rows = list(dropwhile(_is_aside, lines)) or lines
    first = len(lines) - len(rows) + 1
    while len(rows) > 1 and _is_aside(rows[-1]):
        rows.pop()
    if not rows:
        raise Misread("Plak een tabel met op elke regel een trap en een jaarsalaris, bijvoorbeeld: 0 17.300.")
    if len(rows) > MOST_STEPS:
        raise Misread(f"Een schaal heeft hier hoogstens {MOST_STEPS} trappen.")
    begins = [_begin(number, row) for number, row in enumerate(rows, start=first)]
    _alike(rows, first)
    if all(begin < LOWEST for begin in begins):
        return _scale(_steps(begins, first), [row[1:] for row in rows], first)
    return _scale(list(range(len(rows))), rows, first)


def _cells(line: str, *, joined: bool = True) -> list[str]:
    """The cells of a row without those that say nothing; a step at its begin is a bare number.

    `joined` says that the first space may group thousands, and not stand between a step and a smaller amount.
    """
    separator = "\t" if "\t" in line.strip() else ";" if ";" in line else None
    if _COMMAS.fullmatch(visible(line)):
        separator = ","
    step, found = _STEP.match(line), []
    marked = step and not step[0].strip().isdigit() and _BEFORE_SALARY.match(line, step.end())
    if step and (marked or (not (joined or separator) and _DECIMALS.match(line, step.end()))):
        found, line = [step[1]], line[step.end() :].removeprefix(separator or " ")
    if separator is None:
        line = _SPACED.sub(lambda match: "".join(match[0].split()), line)
    cells = found + [cell for cell in map(visible, line.split(separator)) if cell.lower() not in _NOTHING]
    while cells and not cells[-1]:
        cells.pop()
    return cells[1:] if len(cells) > 1 and not cells[0] else cells


def _is_aside(row: list[str]) -> bool:
    """Whether a row is no part of the scale: no number to begin with, and no salary after it. A year is neither."""
    first, *others = (() if _YEAR.fullmatch(cell) else _meanings(cell) for cell in row)
    step = _STEP.fullmatch(row[0])
    return not (step or first) and not any(LOWEST <= value <= HIGHEST for values in others for value in values)


def _meanings(cell: str) -> tuple[Decimal, ...]:
    """What a cell may stand for; nothing if it is no number."""
    with suppress(ValueError):
        return numbers.read(cell).meanings
    return ()


def _amount(cell: str) -> Decimal | None:
    """The number in a cell: of several meanings the one that can be a salary."""
    meanings = _meanings(cell)
    return next((meaning for meaning in meanings if LOWEST <= meaning <= HIGHEST), next(iter(meanings), None))


def _begin(number: int, row: list[str]) -> Decimal:
    """The step or the salary with which a row begins."""
    step = _STEP.fullmatch(row[0])
    found = Decimal(step[1]) if step else _amount(row[0])
    if found is None:
        raise Misread(_no_number(number, row))
    return found


def _alike(rows: list[list[str]], first: int) -> None:
    for number, row in enumerate(rows, start=first):
        if len(row) != len(rows[0]):
            cells = counted(len(row), "cel", "cellen")
            raise Misread(
                f"Regel {number} heeft {cells}, en regel {first} heeft er {len(rows[0])}. Zet op elke regel evenveel "
                f"getallen. {_APART}"
            )
    if len(rows[0]) > MOST_COLUMNS:
        raise Misread(f"Een schaal heeft hier hoogstens {MOST_COLUMNS} kolommen.")


def _steps(begins: list[Decimal], first: int) -> list[int]:
    """The steps, which go up. `first` is the number of the first row."""
    before = Decimal(-1)
    for number, step in enumerate(begins, start=first):
        if step != step.to_integral_value():
            raise Misread(f"Regel {number}: {_ORDER} {_NO_COMMAS}")
        if step > _HIGHEST_STEP:
            raise Misread(f"Regel {number}: {step} kan geen trap zijn. {_APART}")
        if step <= before:
            raise Misread(f"Regel {number}: {_ORDER}")
        before = step
    return [int(step) for step in begins]


_ORDER = "de trappen moeten hele getallen zijn, van laag naar hoog."


def _scale(steps: list[int], rows: list[list[str]], first: int) -> Scale:
    """The scale, if at least one column holds yearly salaries."""
    if not rows[0]:
        raise Misread(f"Regel {first}: na de trap ontbreekt het jaarsalaris.")
    found = Scale(tuple((step, tuple(map(_amount, row))) for step, row in zip(steps, rows, strict=True)))
    if all(found.fault(column) for column in range(1, found.columns + 1)):
        for number, row in enumerate(rows, start=first):
            amount = _amount(row[0])
            if amount is None:
                raise Misread(_no_number(number, row))
            if wrong := _beyond(amount):
                raise Misread(f"Regel {number}: {wrong}")
    return found


def _no_number(number: int, row: list[str]) -> str:
    """That a row begins with no number, and what may help: nothing for a cell that stands alone, such as a slip."""
    wrong = f"Regel {number}: “{row[0][:20]}” is geen getal."
    if row[0][:1].isdecimal() and "," in row[0]:
        return f"{wrong} {_NO_COMMAS}"
    return f"{wrong} {_APART}" if len(row) > 1 else wrong


def _beyond(amount: Decimal) -> str:
    """That an amount is out of the bounds of a salary; nothing if it is within them."""
    if LOWEST <= amount <= HIGHEST:
        return ""
    return (
        f"{numbers.format_exact(amount)} kan geen jaarsalaris zijn. Geef bedragen aan 100\u00a0%, van "
        f"{numbers.format_number(LOWEST)} tot {numbers.format_number(HIGHEST)} euro per jaar."
    )
