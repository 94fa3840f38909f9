"""What the workbook shows of a dossier in which nobody used the budget: the appointment, and an example in red."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from calculators import documents
from calculators.documents.xlsx import FROM
from calculators.dossier import EMPTY, Document
from tests.unit.dossiers import FILLED

AGREED = {"startdatum": "2028-03-01", "looptijd_jaren": "4", "fte": "60"}


def opened(document: Document) -> Workbook:
    made = documents.make("dossier", document, date(2027, 1, 1))[2]
    return load_workbook(BytesIO(made), data_only=True)


def values(book: Workbook) -> dict[str, object]:
    """What stands beside each label of the sheet with inputs; of the posts, the first."""
    rows = [row[:2] for row in book["Invoer"].iter_rows(values_only=True) if row[0]]
    return {str(label): value for label, value in reversed(rows)}


def test_without_a_budget_the_appointment_is_in_the_sheet() -> None:
    found = values(opened(replace(EMPTY, appointment=AGREED)))
    assert str(found["Startdatum"]) == "2028-03-01 00:00:00"
    assert (found["Looptijd in jaren"], found["Tewerkstelling"]) == (4, 0.6)


@pytest.mark.parametrize("document", [EMPTY, replace(EMPTY, appointment=AGREED), FILLED])
def test_an_example_stands_out(document: Document) -> None:
    line = opened(document)["Invoer"]["A2"]
    example = not document.inputs("budget")
    assert str(line.value).startswith("Dit is een uitgewerkt voorbeeld") == example
    assert (line.font.color is not None and line.font.color.rgb == "FF9B1C1C") == example


def test_what_holds_from_the_beginning_has_a_dash_and_no_day() -> None:
    cells = [cell for sheet in opened(FILLED) for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if isinstance(cell.value, datetime) and cell.value.year < 1950] == []
    assert (
        len([cell for cell in cells if cell.number_format == FROM and cell.value == 1]) >= 5
    )  # of the index, and of each post
