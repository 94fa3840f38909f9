"""VAT per line on the invoice of an external partner, and the estimate without it."""

from decimal import Decimal
from typing import Any

from calculators import budget
from calculators.budget.operating import CATEGORIES

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
