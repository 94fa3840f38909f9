"""HyperFormula, a second engine beside LibreOffice, makes the same of changed inputs, to the cent.

Ordinary runs try few; `--scenarios 200` tries more. The engine has faults of its own, which the last
test here pins: when one is gone, that test fails and the list becomes shorter.
- ROUND takes a half cent down where the computer's own number is a hair below it; Excel and LibreOffice take it up. So
  an amount of two such cells differs by two cents at most, and few amounts do.
- EDATE from the last days of August gives 28 February in a leap year, where Excel and LibreOffice give 29.
- A cell has no format: what is typed as `80` in a cell of percentages is 80, and `80 %` with a space is a text.
"""

import json
import subprocess
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import batched, count, islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from calculators.budget import calculate, from_values
from calculators.documents.xlsx import serial
from tests.unit.documents.workbooks import KEYS, amount, blank, cent, entries, scenario

SCRIPT = Path(__file__).with_name("second_engine.mjs")
AT_ONCE = 25
"""Scenarios per run of the engine, which takes seconds for each."""
FEW = 0.005
"""The most amounts, as a share, that may differ by the engine's rounding."""
BUDGET = ("Begroting per jaar", 4, 16, 3, 17)
"""The sheet with the budget; its rows and columns from 0: labels, account, then eleven years and the whole term."""


def as_typed(value: Any) -> Any:
    """A cell as HyperFormula takes it; a text is marked as one."""
    if isinstance(value, date):
        return serial(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, str) and not value.startswith("="):
        return f"'{value}"
    return float(value) if isinstance(value, Decimal) else value


def calculated(book: Workbook, changes: list[list[list[Any]]], asked: tuple[Any, ...]) -> list[list[list[Any]]]:
    """What the engine says of the asked cells after each set of changes."""
    sheets = {sheet.title: [[as_typed(cell.value) for cell in row] for row in sheet.iter_rows()] for sheet in book}
    names = {name: f"={one.attr_text}" for name, one in book.defined_names.items()}
    question = json.dumps({"sheets": sheets, "names": names, "asked": asked, "changes": changes})
    done = subprocess.run(["node", SCRIPT], input=question, capture_output=True, text=True, check=True, timeout=300)
    found: list[list[list[Any]]] = json.loads(done.stdout)
    return found


def has_fault(start: date) -> bool:
    """Whether a term from this day is one that the engine is known to count wrong."""
    return start.day >= 29


def test_changed_budgets_equal_the_calculator(request: pytest.FixtureRequest) -> None:
    random, book = Random(23), load_workbook(BytesIO(blank()))
    drawn = (scenario(random) for _ in count())
    scenarios = list(
        islice((one for one in drawn if not has_fault(one["startdatum"])), request.config.option.scenarios)
    )
    changes = [
        [[cell.parent.title, cell.row - 1, cell.column - 1, as_typed(value)] for cell, value in entries(book, values)]
        for values in scenarios
    ]
    found = [rows for some in batched(changes, AT_ONCE) for rows in calculated(book, list(some), BUDGET)]
    differences: list[Decimal] = []
    for values, rows in zip(scenarios, found, strict=True):
        budget, first = calculate(from_values(values)), values["startdatum"].year
        for label, *_, last in ((row[0], row[3:-1]) for row in rows):
            right = [amount(budget, KEYS[label], first + column) for column in range(11)]
            differences += [cent(seen) - one for seen, one in zip(last, right, strict=True)]
    assert max(map(abs, differences)) <= Decimal("0.02") * len(KEYS)
    assert sum(map(bool, differences)) <= FEW * len(differences)


def test_the_faults_of_the_engine_are_those_we_list() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = f"=EDATE({serial(date(2027, 8, 31))},6)", 0.5
    sheet["A3"] = "=ROUND(1.005,2)"
    place = (sheet.title, 0, 2, 0, 0)
    typed: list[list[list[Any]]] = [[[sheet.title, 1, 0, text]] for text in ("80 %", "80", "80%")]
    seen = calculated(book, typed, place)
    assert {rows[0][0] for rows in seen} == {serial(date(2028, 2, 28))}, "29 February 2028 is right"
    assert {rows[2][0] for rows in seen} == {1}, "1,01 is right"
    assert [rows[1][0] for rows in seen] == ["80 %", 80, 0.8]
