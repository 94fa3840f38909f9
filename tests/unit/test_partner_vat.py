"""VAT per line on the invoice of an external partner, and the estimate without it."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from calculators import budget, documents
from calculators.budget.operating import CATEGORIES
from calculators.calculator import CALCULATORS
from calculators.core.numbers import rounded
from calculators.dossier import Document
from tests.office import convert

YEAR: dict[str, Any] = {
    "uitvoering": "extern",
    "looptijd_jaren": Decimal(1),
    "fte": Decimal(100),
    "jaarloonkost": Decimal(60_000),
    "overhead": Decimal(10),
    "werkingskosten_vrijwilligers": Decimal(1000),
    "werkingskosten_deelname": Decimal(2000),
}
"""One year: 66.000 of personnel and overhead, and 7.500 of operating costs."""


def totals(**values: Any) -> dict[str, Any]:
    return dict(budget.evaluate(budget.Inputs(**YEAR | values)).totals)


def test_everything_has_vat_unless_the_reader_says_otherwise() -> None:
    assert totals()["btw_totaal"] == (66_000 + 7500) * Decimal("0.21")


def test_a_category_without_vat_leaves_only_its_own_vat_out() -> None:
    without = totals(btw_vrijwilligers="zonder", btw_deelname="zonder")
    assert totals()["btw_totaal"] - without["btw_totaal"] == 3000 * Decimal("0.21")
    assert without["raming_zonder_btw"] == totals()["raming_zonder_btw"] == 66_000 + 7500


def test_with_every_category_without_vat_what_is_left_is_personnel_and_overhead() -> None:
    assert totals(**{f"btw_{name}": "zonder" for name in CATEGORIES})["btw_totaal"] == 66_000 * Decimal("0.21")


def test_without_any_vat_there_is_one_estimate() -> None:
    for values in ({"btw": "vrij"}, {"uitvoering": "eigen"}, {"uitvoering": "subsidie"}):
        assert "raming_zonder_btw" not in totals(**values, btw_catering="zonder")


def test_the_estimate_stands_beside_the_total_and_its_formula_says_how() -> None:
    result = budget.evaluate(budget.Inputs(**YEAR, btw_vrijwilligers="zonder"))
    shown = {line.key: line for line in result.lines}
    assert result.totals["raming_zonder_btw"] == 66_000 + 7500
    assert "raming_zonder_btw" in shown
    assert "72.500,00" in shown["btw_totaal"].formula, "the 1.000 of volunteers is not in it"


def test_procurement_compares_amounts_without_vat() -> None:
    """140.000 without VAT is the limit: what is below it stays below it, though it is more with VAT."""
    result = budget.evaluate(budget.Inputs(**YEAR | {"jaarloonkost": Decimal(118_000)}))
    (notice,) = (one for one in result.notices if one.key == "aanbesteding")
    assert result.totals["raming_zonder_btw"] == Decimal(118_000 * 11) / 10 + 7500
    assert Decimal(str(result.totals["totaal"])) > 140_000 > Decimal(str(result.totals["raming_zonder_btw"]))
    assert "opdracht van beperkte waarde" in notice.text


def test_a_choice_that_changes_in_the_sheet_changes_its_total(tmp_path: Path) -> None:
    """LibreOffice works out the sheet once promotion is without VAT there: as the calculator does."""
    raw = {"uitvoering": "extern", "overhead": "7,5", "jaarloonkost": "61.333,33", "btw_catering": "zonder"}
    made = documents.make("dossier", Document({"uitvoering": "extern"}, {"budget": raw}), date(2027, 1, 4))[2]
    book = load_workbook(BytesIO(made))
    _, place = book.defined_names["btw_promotie"].attr_text.replace("$", "").split("!")
    book["Invoer"][place] = "zonder"
    book.save(tmp_path / "changed.xlsx")
    (tmp_path / "out").mkdir()
    (worked_out,) = convert([tmp_path / "changed.xlsx"], "xlsx", tmp_path / "out")
    expected = budget.evaluate(CALCULATORS["budget"].read(raw | {"btw_promotie": "zonder"})).totals["totaal"]
    shown = load_workbook(worked_out, data_only=True)["Invoer"]["B3"].value
    assert rounded(Decimal(repr(shown))) == expected
