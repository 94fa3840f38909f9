"""The chart of what weighs most on the total, and the row of an investment for the finance department."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from calculators import budget, documents
from calculators.core.numbers import in_parts
from calculators.core.results import Chart, Table
from calculators.dossier import Document


def chart_and_table(**values: object) -> tuple[Chart, Table]:
    result = budget.evaluate(budget.Inputs(**values))  # type: ignore[arg-type]  # inputs by name
    (chart,) = (one for one in result.charts if one.key == "tornado")
    (table,) = (one for one in result.tables if one.key == "gevoeligheid")
    return chart, table


def test_the_widest_bar_of_the_tornado_stands_first() -> None:
    widths = [sum(bar.parts) for bar in chart_and_table(index_loon=Decimal(2))[0].bars]
    assert len(widths) == 3
    assert widths == sorted(widths, reverse=True)


def test_each_side_of_a_bar_is_a_difference_of_the_table() -> None:
    chart, table = chart_and_table(jaarloonkost=Decimal(60_000))
    differences = {row.key: row.cells[1].value for row in table.rows}
    (wages,) = (bar for bar in chart.bars if bar.label.startswith("Loonkost"))
    lower, higher = wages.parts
    assert lower > 0
    assert (-lower, higher) == (differences["loon_lager"], differences["loon_hoger"])


def test_a_change_that_cannot_be_worked_out_has_no_side() -> None:
    """Growth of -10 % is the least there is: only the side with more growth is left."""
    chart, _ = chart_and_table(index_loon=Decimal(-10))
    (growth,) = (bar for bar in chart.bars if bar.label.startswith("Groei"))
    assert growth.parts[0] == 0 < growth.parts[1]
    assert growth.words.startswith("+\u00a0€\u00a0"), "one side: the sign tells which"
    (wages,) = (bar for bar in chart.bars if bar.label.startswith("Loonkost"))
    assert not wages.words


def test_an_investment_has_class_24_in_the_csv() -> None:
    found = {}
    for once in ("1.200", "1.000"):
        raw = {"eenmalig": once, "activeringsdrempel": "1.000"}
        text = documents.make("bbc", Document(calculators={"budget": raw}), date(2027, 1, 4))[2].decode("utf-8-sig")
        found[once] = [row for row in text.split("\r\n") if ";24;" in row or ";24 " in row]
    assert found["1.000"] == []
    assert len(found["1.200"]) == 1
    assert "1200,00" in found["1.200"][0]


def test_what_is_shared_below_nothing_keeps_its_total() -> None:
    half = Fraction(1, 2)
    assert in_parts(Fraction(-1, 100), (half, half)) == (Decimal("-0.01"), Decimal(0))
