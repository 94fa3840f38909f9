"""The Excel workbook with answers that cannot be used, or with none."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from calculators.dossier import Document
from tests.office import convert
from tests.unit.documents.workbooks import budget_rows, named, workbook

WRONG = {
    "jaarloonkost": "veel",
    "fte": "60",
    "werkingskosten_promotie": "450",
    "overhead": "x",
    "startdatum": "2028-01-01",
}


def test_a_wrong_input_leaves_the_others_and_is_named() -> None:
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": WRONG}))), data_only=True)
    told = str(book["Invoer"]["A2"].value)
    assert told.startswith("Let op: dit kon niet gelezen worden: Jaarloonkost voor een voltijdse.")
    assert (named(book, "fte"), named(book, "werkingskosten_promotie")) == (0.6, 450)
    assert named(book, "startdatum").year == 2028
    assert named(book, "jaarloonkost") == 0, "never our example"
    (hint,) = [
        row[2] for row in book["Invoer"].iter_rows(values_only=True) if str(row[2]).startswith("Ontbreekt: “veel")
    ]
    assert "veel" in str(hint)
    assert {*budget_rows(book)["Personeel"][1:]} == {0}


def test_no_answer_to_who_carries_out_counts_as_our_own(tmp_path: Path) -> None:
    """An emptied cell adds no overhead and no VAT."""
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": {"overhead": "10"}}))))
    kept = budget_rows(load_workbook(BytesIO(workbook()), data_only=True))["Personeel"]
    sheet, place = book.defined_names["uitvoering"].attr_text.replace("$", "").split("!")
    book[sheet][place].value = None
    book.save(tmp_path / "empty.xlsx")
    (tmp_path / "out").mkdir()
    (made,) = convert([tmp_path / "empty.xlsx"], "xlsx", tmp_path / "out")
    rows = budget_rows(load_workbook(made, data_only=True))
    assert rows["Personeel"][1:] == kept[1:]
    assert {*rows["Overhead van de partner"][1:]} == {0}


@pytest.mark.parametrize(
    "raw",
    [
        {"betalers_aantal": "2", "betaler_aandeel_1": "60", "betaler_aandeel_2": "60"},
        {"betalers_aantal": "2", "betaler_aandeel_1": "10", "betaler_aandeel_2": "10"},
        {"betalers_aantal": "2", "betaler_aandeel_1": "160", "betaler_aandeel_2": "veel"},
        {"groei_wijze": "index", "startdatum": "2010-01-01", "looptijd_jaren": "3"},
    ],
)
def test_what_stays_wrong_with_nothing_in_its_place_is_left_out(raw: dict[str, str]) -> None:
    """And the workbook is made: a wrong input that is looked at again and again would never end."""
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": {"fte": "40", **raw}}))))
    assert named(book, "fte") == 0.4
