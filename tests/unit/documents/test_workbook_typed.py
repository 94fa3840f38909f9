"""A colleague types percentages, dates and amounts in the workbook as people do: the calculator gives the same."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from calculators.budget import calculate
from calculators.budget.tables import EXPENSES
from calculators.calculator import CALCULATORS
from tests.typing_in import typed_in
from tests.unit.documents.workbooks import blank, budget_rows, checks, named

TYPED: list[dict[str, str]] = [
    {"startdatum": "1/3/2027", "fte": "80 %", "looptijd_jaren": "1,75", "jaarloonkost": "64.250,50"},
    {"startdatum": "1/9/2027", "fte": "62,5%", "overhead": "7,5 %", "uitvoering": "subsidie", "eenmalig": "1.234,56"},
    {"startdatum": "29/02/2028", "fte": "100,0 %", "index_loon": "2,25 %", "in_dienst": "15/4/2028", "aantal": "2"},
    {"startdatum": "31/8/27", "fte": "0,8", "looptijd_jaren": "2,5", "btw": "21%", "uitvoering": "extern"},
]
"""What is typed, by the name of the cell; `--scenarios 200` types 176 others too."""
MISTYPED = {"startdatum": "1-9-2027", "fte": "80"}
"""What a Belgian LibreOffice does not take for a date, nor for a percentage when there is no screen to complete it."""
AS_FORM = {"31/8/27": "31/8/2027", "0,8": "80"}
"""What the same reader types in the form on the site, where it differs."""


def form(typed: dict[str, str]) -> dict[str, str]:
    return {name: AS_FORM.get(text, text).removesuffix("%").strip() for name, text in typed.items() if name != "btw"}


def drawn(random: Random) -> dict[str, str]:
    """Cells as somebody may type them: percentages with or without a space, decimals, dots in thousands."""
    day = date(2026, 1, 1) + timedelta(days=random.randrange(1500))
    who = random.choice(("eigen", "subsidie"))
    typed = {
        "startdatum": f"{day.day}/{day.month}/{day.year}",
        "fte": f"{random.randrange(20, 401) / 4:g}{random.choice(('%', ' %'))}".replace(".", ","),
        "looptijd_jaren": f"{random.randrange(4, 21) / 4:g}".replace(".", ","),
        "jaarloonkost": f"{random.randrange(40, 99)}.{random.randrange(1000):03},{random.randrange(100):02}",
        "index_loon": f"{random.randrange(0, 41) / 8:g} %".replace(".", ","),
        "eenmalig": f"{random.randrange(1, 9)}.{random.randrange(1000):03}",
        "aantal": str(random.randrange(1, 4)),
        "uitvoering": who,
    }
    return typed | ({"overhead": f"{random.randrange(0, 31) / 2:g}%".replace(".", ",")} if who == "subsidie" else {})


def test_what_is_typed_as_people_do_gives_what_the_calculator_gives(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    random = Random(request.config.option.seed)
    every = [*TYPED, *(drawn(random) for _ in range(request.config.option.scenarios - 24))]
    whole = load_workbook(BytesIO(blank()))
    places = {name: "$" + one.attr_text.replace("!", ".") for name, one in whole.defined_names.items()}
    books: dict[Path, dict[str, str]] = {}
    for number, typed in enumerate([*every, MISTYPED]):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(blank())
        books[path] = {places[name]: text for name, text in typed.items()}
    *made, mistyped = [load_workbook(path, data_only=True) for path in typed_in(books, tmp_path)]
    for typed, book in zip(every, made, strict=True):
        inputs = CALCULATORS["budget"].read(form(typed))
        assert round(100 * named(book, "fte"), 6) == inputs.fte, typed
        budget, first = calculate(inputs), inputs.startdatum.year
        right = [budget.ledger.total(calendar_year=first + index) for index in range(11)]
        assert budget_rows(book)[EXPENSES][1:] == [*right, sum(right)], typed
    check = checks(whole, "Invoer")
    assert isinstance(named(mistyped, "startdatum"), str)
    assert check["startdatum"].type == "date"
    assert "zoals 1/3/" in check["startdatum"].error
    assert named(mistyped, "fte") > 1
    assert "<=100/100" in check["fte"].formula1
