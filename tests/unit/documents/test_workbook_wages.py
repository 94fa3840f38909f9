"""A wage that is built up from its parts is built up in the workbook too, and changes with each of them."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from calculators.budget import calculate, evaluate, from_values
from calculators.budget.inputs import suffixed
from calculators.core.fields import to_form_text
from calculators.documents.workbook.wages import SHEET
from calculators.dossier import Document
from tests.office import convert
from tests.unit.documents.workbooks import FIELDS, blank, budget_rows, workbook

MONEY = {
    "jaarsalaris": 45_000,
    "standplaats": 1_500,
    "eindejaar_vast": 900,
    "ongevallen_bedrag": 700,
    "maaltijdcheque": 10,
    "andere_loonkost": 2_000,
    "loonsubsidie": 9_000,
}
SHARES = {
    "vakantiegeld": 100,
    "eindejaar_percent": 5,
    "bijdragen_eigen": 40,
    "tweede_pijler": 10,
    "pijler_bijdrage": 9,
    "ongevallen_percent": 3,
    "vervanging": 25,
}
LEFT_OPEN = ("ongevallen_bedrag", "ongevallen_percent", "loonsubsidie", "standplaats", "maaltijdcheque")
FIXED = {"posts": 2, "jaarloonkost": Decimal(61_400), "index_loon": Decimal(2)}


def wage(random: Random, tail: str) -> dict[str, Any]:
    """The parts of the wage of a post, with cents, some of them left open."""
    found: dict[str, Decimal | None] = {
        name: Decimal(random.randint(0, 100 * most)) / 100 for name, most in (MONEY | SHARES).items()
    }
    found |= dict.fromkeys(random.sample(LEFT_OPEN, 2))
    found |= {"index_coefficient": Decimal(random.randint(10_000, 25_000)) / 10_000}
    return {f"{name}{tail}": value for name, value in found.items()} | {f"maaltijdcheque_dagen{tail}": 220}


def scenario(random: Random) -> dict[str, Any]:
    kinds = {suffixed("loonbasis", number): "opbouw" for number in (1, 2)}
    kinds |= {suffixed("bijdragen", number): "eigen" for number in (1, 2)}
    later = {suffixed("vakantiegeld_telt", number): random.choice(("verdiend", "betaald")) for number in (1, 2)}
    return FIXED | kinds | later | wage(random, "") | wage(random, "_2")


def typed(values: dict[str, Any]) -> Document:
    return Document(calculators={"budget": {name: to_form_text(FIELDS[name], value) for name, value in values.items()}})


def labels(book: Workbook) -> dict[str, int]:
    """The row of each field of the calculator in the sheet."""
    rows = {str(row[0].value): number for number, row in enumerate(book[SHEET].iter_rows(min_row=5), start=5)}
    told = {name: field.label for name, field in FIELDS.items()} | {"bijdragen_eigen": "Werkgeversbijdragen"}
    told |= {name: f"{told[name].removesuffix(', in procent')}, in procent" for name in SHARES}
    assert len(rows) == book[SHEET].max_row - 4, "no two rows have one name"
    return {name: rows[told[name]] for name in (*MONEY, *SHARES, "index_coefficient", "maaltijdcheque_dagen")}


def changed(start: dict[str, Any], end: dict[str, Any]) -> Workbook:
    """The workbook of one budget, with the parts of the wages of another one put in its cells."""
    book = load_workbook(BytesIO(workbook(typed(start))))
    for name, row in labels(book).items():
        for number, place in ((1, 2), (2, 3)):
            cell, value = book[SHEET].cell(row, place), end[suffixed(name, number)]
            share = "%" in cell.number_format and value is not None
            cell.value = float(value / 100) if share else float(value) if value is not None else None
    return book


def test_changed_parts_give_what_the_calculator_gives(tmp_path: Path) -> None:
    random, ends, files = Random(19), [], []
    for number in range(6):
        start, end = scenario(random), scenario(random)
        end |= {name: start[name] for name in start if name.startswith("vakantiegeld_telt")}
        files.append(tmp_path / f"{number}.xlsx")
        changed(start, end).save(files[-1])
        ends.append(end)
    (tmp_path / "out").mkdir()
    for end, path in zip(ends, convert(files, "xlsx", tmp_path / "out"), strict=True):
        budget = calculate(from_values(end))
        first = budget.inputs.startdatum.year
        _, *amounts = budget_rows(load_workbook(path, data_only=True))["Personeel"]
        right = [budget.ledger.total("personeel", calendar_year=first + index) for index in range(11)]
        assert amounts == [*right, sum(right)]


def test_the_sheet_shows_the_same_parts_as_the_page() -> None:
    values = scenario(Random(3))
    sheet = load_workbook(BytesIO(workbook(typed(values))), data_only=True)[SHEET]
    shown = {row[0]: row[1] for row in sheet.iter_rows(min_row=20, values_only=True)}
    for line in evaluate(from_values(values)).trace:
        if line.key == "loon_voltijds":
            assert shown["Jaarloonkost voor een voltijdse"] == pytest.approx(float(str(line.value)))
        if line.key == "loon_vakantiegeld":
            assert shown["Vakantiegeld"] == pytest.approx(float(str(line.value)))
    assert all(isinstance(amount, int | float) for amount in shown.values())


def test_every_part_is_checked_and_open_and_the_rest_is_not() -> None:
    sheet = load_workbook(BytesIO(workbook(typed(scenario(Random(5))))))[SHEET]
    checked = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    opened = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert opened == checked.keys()
    assert len(opened) == 2 * (len(MONEY) + len(SHARES) + 2)
    assert all(one.error.startswith("Vul een ") for one in checked.values())
    assert sheet.protection.sheet


def test_an_amount_with_replacement_is_added_up_too() -> None:
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": {"vervanging": "10"}}))), data_only=True)
    shown = {row[0]: row[1] for row in book[SHEET].iter_rows(min_row=5, values_only=True)}
    assert shown["Jaarloonkost in de begroting"] == pytest.approx(61_400 * 1.1)
    assert shown["Vakantiegeld"] is None


def test_an_amount_alone_has_no_such_sheet() -> None:
    assert SHEET not in load_workbook(BytesIO(blank())).sheetnames
