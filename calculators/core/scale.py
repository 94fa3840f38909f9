"""A salary scale as a reader pastes it: one row per step, with a yearly salary in each other column."""

import re
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from itertools import dropwhile

from calculators.core import numbers, pasted
from calculators.core.sentences import counted
from calculators.core.typed import Misread, visible

MOST_STEPS, MOST_COLUMNS = 60, 20
LOWEST, HIGHEST = Decimal(1000), Decimal(300_000)
"""The bounds of a salary, in euro a year at 100 %."""

_NUMBERED = re.compile(r"(?:(?:trap|stap|jaar)\s*)?([0-9]{1,2})", re.IGNORECASE)
_STEP = re.compile(
    rf"\s*{_NUMBERED.pattern}\s*[:=)]\s*|\s*(?:trap|stap|jaar)\s*([0-9]{{1,2}})\s+(?=[0-9€])", re.IGNORECASE
)
"""The step at the begin of a row with what is written around it: `trap 0 `, `0: `, `0) `."""
_SPACED = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})((?:[ \u00a0\u202f][0-9]{3})+)(?![0-9])")
"""Thousands grouped by spaces."""
_NO_CELL = {"", "€", "eur", "euro", "-", "–", "="}
"""What may stand between cells that are apart by spaces."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Yearly salaries at 100 %, in euro, by step: `rows` are (step, one salary per column), the lowest step first."""

    rows: tuple[tuple[int, tuple[Decimal, ...]], ...]

    @property
    def columns(self) -> int:
        """How many columns of salaries there are."""
        return len(self.rows[0][1])

    def salary(self, step: int, column: int = 1) -> Decimal:
        """The salary at a step, in a column counted from 1: that of the last row that is not above it."""
        reached = [salaries for number, salaries in self.rows if number <= step] or [self.rows[0][1]]
        return reached[-1][column - 1]

    def text(self) -> str:
        """The scale as text that `read` reads, in the form in which a spreadsheet copies it."""
        rows = ((str(step), *map(numbers.format_exact, salaries)) for step, salaries in self.rows)
        return "\n".join("\t".join(row) for row in rows)


def read(text: str) -> Scale:
    """Read a pasted scale. Raises `Misread` with what is wrong and in which row.

    Cells stand apart by tabs or between `|`, else by `;`, else by spaces. First rows without a salary and without a
    step are headings.
    Without numbers of steps the first row is step 0, and each next row a step more.
    """
    lines = [cells for line in pasted.rows(text) if (cells := _cells(line))]
    rows = list(dropwhile(_is_heading, lines)) or lines
    first = len(lines) - len(rows) + 1
    found = [_numbers(number, row) for number, row in enumerate(rows, start=first)]
    if not found:
        raise Misread("Plak een tabel met op elke regel een trap en een jaarsalaris, bijvoorbeeld: 0 17.300.")
    if len(found) > MOST_STEPS:
        raise Misread(f"Een schaal heeft hier hoogstens {MOST_STEPS} trappen.")
    _alike(rows, first)
    numbered = all(row[0] < LOWEST for row in found)
    return _checked([_row(index, row, numbered=numbered) for index, row in enumerate(found)], first)


def _cells(line: str) -> list[str]:
    """The cells of a row, those that are empty at its ends left out."""
    separator = "\t" if "\t" in line.strip() else ";" if ";" in line else None
    if step := _STEP.match(line):
        line = f"{step[1] or step[2]}{separator or ' '}{line[step.end() :]}"
    if separator is None:
        line = _SPACED.sub(lambda match: "".join(match[0].split()), line)
    cells = [visible(cell) for cell in line.split(separator)]
    if separator is None:
        cells = [cell for cell in cells if cell.lower() not in _NO_CELL]
    while cells and not cells[-1]:
        cells.pop()
    return cells[1:] if len(cells) > 1 and not cells[0] else cells


def _is_heading(row: list[str]) -> bool:
    """Whether a row has no step to begin with, and no cell that can be a salary."""
    meanings = [_meanings(index, cell) for index, cell in enumerate(row)]
    return not meanings[0] and not any(LOWEST <= value <= HIGHEST for values in meanings for value in values)


def _meanings(index: int, cell: str) -> tuple[Decimal, ...]:
    """What a cell of a row may stand for, the first one for a step; nothing if it is no number."""
    if index == 0 and (step := _NUMBERED.fullmatch(cell)):
        return (Decimal(step[1]),)
    with suppress(ValueError):
        return numbers.read(cell).meanings
    return ()


def _numbers(number: int, row: list[str]) -> list[Decimal]:
    return [_number(number, index, cell) for index, cell in enumerate(row)]


def _number(row: int, index: int, cell: str) -> Decimal:
    """The step or the salary that a cell holds."""
    meanings = _meanings(index, cell)
    if not meanings:
        raise Misread(f"Regel {row}: “{cell[:20]}” is geen getal.")
    return next((meaning for meaning in meanings if LOWEST <= meaning <= HIGHEST), meanings[0])


def _alike(rows: list[list[str]], first: int) -> None:
    for number, row in enumerate(rows, start=first):
        if len(row) != len(rows[0]):
            cells = counted(len(row), "cel", "cellen")
            raise Misread(
                f"Regel {number} heeft {cells}, en regel {first} heeft er {len(rows[0])}. Zet op elke regel evenveel "
                "getallen."
            )
    if len(rows[0]) > MOST_COLUMNS:
        raise Misread(f"Een schaal heeft hier hoogstens {MOST_COLUMNS} kolommen.")


def _row(index: int, row: list[Decimal], *, numbered: bool) -> tuple[Decimal, tuple[Decimal, ...]]:
    return (row[0], tuple(row[1:])) if numbered else (Decimal(index), tuple(row))


def _checked(rows: list[tuple[Decimal, tuple[Decimal, ...]]], first: int) -> Scale:
    """The scale, if steps go up and every salary can be one. `first` is the number of the first row."""
    before = Decimal(-1)
    for number, (step, salaries) in enumerate(rows, start=first):
        if step != step.to_integral_value() or step <= before:
            raise Misread(f"Regel {number}: de trappen moeten hele getallen zijn, van laag naar hoog.")
        if not salaries:
            raise Misread(f"Regel {number}: na de trap ontbreekt het jaarsalaris.")
        for salary in salaries:
            if not LOWEST <= salary <= HIGHEST:
                raise Misread(
                    f"Regel {number}: {numbers.format_exact(salary)} kan geen jaarsalaris zijn. Geef bedragen aan "
                    f"100\u00a0%, van {numbers.format_number(LOWEST)} tot {numbers.format_number(HIGHEST)} euro "
                    "per jaar."
                )
        before = step
    return Scale(tuple((int(step), salaries) for step, salaries in rows))
