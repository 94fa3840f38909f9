"""What the sheets of the workbook look like: numbers as people write them, and columns and rows of a sensible size."""

from io import BytesIO
from math import ceil
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from calculators import documents
from calculators.dossier import Document
from tests.unit.documents.made import DAY

PLAN = "Begroting per jaar"


def opened(texts: dict[str, str] | None = None, /, **budget: str) -> Workbook:
    document = Document(calculators={"budget": {"jaarloonkost": "64.250", **budget}}, texts=texts or {})
    return load_workbook(BytesIO(documents.make("dossier", document, DAY)[2]))


def of_name(book: Workbook, name: str) -> Any:
    sheet, _, place = book.defined_names[name].attr_text.replace("'", "").partition("!")
    return book[sheet][place]


def test_a_term_shows_two_decimals_and_stays_exact() -> None:
    book = opened(looptijd_jaren="20 maanden")
    for name in ("looptijd_jaren", "traject_looptijd_jaren"):
        assert of_name(book, name).number_format == "0.00"
    assert abs(of_name(book, "looptijd_jaren").value - 20 / 12) < 1e-12


def test_a_long_action_is_shown_in_full_once() -> None:
    """Each line of the budget has it, for the software of the finance department."""
    action = "Elk kind vindt zijn plek in de vrije tijd. " * 16
    sheet = opened({"actie": action})[PLAN]
    first, *others = (row for row in range(5, 18) if sheet.cell(row, 1).value)
    assert len(others) > 5
    assert sheet.row_dimensions[first].height > 100
    assert {sheet.row_dimensions[row].height for row in others} == {45}


def test_a_short_action_is_shown_in_full_in_each_line() -> None:
    sheet = opened({"actie": "BD-3 / AP-3.2 / ACT-3.2.4: Elk kind vindt zijn plek"})[PLAN]
    assert {sheet.row_dimensions[row].height for row in range(5, 18)} == {30}


SHARED = {
    "betalers_aantal": "1",
    "betaler_naam_1": "Intergemeentelijke samenwerking voor jeugdwelzijn en vrije tijd van Voorbeeldegem en omstreken",
    "betaler_aandeel_1": "100",
    "subsidies_aantal": "1",
    "subsidie_naam_1": "Vlaamse oproep voor netwerken rond vrije tijd van kinderen en jongeren in kwetsbare buurten",
    "subsidie_bedrag_1": "10.000",
}


@pytest.mark.parametrize(("sheet", "name"), [("Wie betaalt wat", "betaler_naam_1"), ("Subsidies", "subsidie_naam_1")])
def test_a_long_name_has_the_lines_that_it_takes(sheet: str, name: str) -> None:
    """At 15 points a line, in a column that holds about as many letters as its width says."""
    found = opened(**SHARED)[sheet]
    (row,) = (cell.row for cell in found["A"] if cell.value == SHARED[name])
    assert found.row_dimensions[row].height >= 15 * ceil(len(SHARED[name]) / found.column_dimensions["A"].width)


def test_columns_are_wide_enough_for_the_amounts_of_a_large_budget() -> None:
    """An amount that does not fit shows as `###`; this one has fifteen digits and signs, in bold."""
    book = opened(werkingskosten="10.000.000", looptijd_jaren="10", **SHARED)
    for sheet, total in ((PLAN, "R"), ("Wie betaalt wat", "D"), ("Subsidies", "D")):
        assert book[sheet].column_dimensions[total].width > 16, sheet
    assert opened()[PLAN].column_dimensions["R"].width < 16


def test_the_name_of_the_smallest_limit_fits_in_its_cell() -> None:
    sheet = opened()["Trajecten"]
    (row,) = (cell.row for cell in sheet["A"] if cell.value == "Wat de grens bepaalt")
    assert all(sheet.cell(row, column).alignment.wrap_text for column in (2, 3))
    assert sheet.row_dimensions[row].height >= 30
