"""Subsidies as they come: for a period, per project year, as a share of the costs, or per result."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from calculators import documents
from calculators.budget.subsidies import capped, spread
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.core.numbers import cents
from calculators.core.results import Result
from calculators.dossier import Document
from calculators.render.result import fragment
from tests.unit.adding import misses
from tests.unit.documents import finished

BUDGET = CALCULATORS["budget"]
FLAT = {"index_loon": "0", "index_werking": "0"}
STAFF_FOR_HALF_A_YEAR = {
    "startdatum": "2027-01-01",
    "subsidie_soort_1": "deel",
    "subsidie_deel_1": "100",
    "subsidie_kosten_1": "personeel",
    "subsidie_tot_1": "2027-12-31",
}


def result(values: Mapping[str, str], count: int = 1) -> Result:
    return BUDGET.evaluate(BUDGET.read({**FLAT, "subsidies_aantal": str(count), **values}))


def per_year(found: Result, line: str = "per_subsidie_1") -> list[str]:
    """What a subsidy brings in each calendar year, without the total."""
    table = next(one for one in found.tables if one.key == "subsidies")
    row = next(one for one in table.rows if one.key == line)
    return [f"{cell.value:.2f}" for cell in row.cells[:-1]]


# Published cases (findings, part C): who gives what, and what it is per calendar year here.
CASES: list[tuple[str, dict[str, str], list[str]]] = [
    (
        "VVSG, Huis van het Kind 2021: 50.000 a year for three years from July",
        {"startdatum": "2021-07-01", "subsidie_soort_1": "jaar", "subsidie_bedrag_1": "50.000"},
        ["25000.00", "50000.00", "50000.00", "25000.00"],
    ),
    (
        "VVSG call 2020: 130.000 for 21 months is 130.000",
        {
            "startdatum": "2021-01-01",
            "looptijd_jaren": "21 maanden",
            "subsidie_soort_1": "periode",
            "subsidie_bedrag_1": "130.000",
        },
        ["74285.71", "55714.29"],
    ),
    (
        "Flemish call 2020: 80.000 for 24 months from 1 March 2021",
        {
            "startdatum": "2021-03-01",
            "looptijd_jaren": "2",
            "subsidie_soort_1": "periode",
            "subsidie_bedrag_1": "80.000",
        },
        ["33333.33", "40000.00", "6666.67"],
    ),
    (
        "Dutch buurtsportcoach: 40 % of a norm of 50.000 a full-timer",
        {
            "startdatum": "2027-01-01",
            "looptijd_jaren": "4",
            "fte": "100",
            "jaarloonkost": "50.000",
            "subsidie_soort_1": "deel",
            "subsidie_deel_1": "40",
            "subsidie_kosten_1": "personeel",
        },
        ["20000.00"] * 4,
    ),
    (
        "Lokale gezinscoaches: 25.000 in all from 1 November 2021 to 31 October 2023",
        {
            "startdatum": "2021-11-01",
            "looptijd_jaren": "2",
            "subsidie_soort_1": "periode",
            "subsidie_bedrag_1": "25.000",
        },
        ["2083.33", "12500.00", "10416.67"],
    ),
    (
        "so much for each result, up to a maximum",
        {
            "startdatum": "2027-01-01",
            "subsidie_soort_1": "resultaat",
            "subsidie_bedrag_1": "500",
            "subsidie_resultaten_1": "30",
            "subsidie_maximum_1": "40.000",
        },
        ["15000.00", "15000.00", "10000.00"],
    ),
    (
        "indexed by two percent a project year",
        {
            "startdatum": "2027-07-01",
            "looptijd_jaren": "2",
            "subsidie_soort_1": "jaar",
            "subsidie_bedrag_1": "10.000",
            "subsidie_groei_1": "2",
        },
        ["5000.00", "10100.00", "5100.00"],
    ),
    (
        "a period of its own within the term",
        {
            "startdatum": "2027-01-01",
            "subsidie_soort_1": "periode",
            "subsidie_bedrag_1": "12.000",
            "subsidie_van_1": "2027-10-01",
            "subsidie_tot_1": "2028-09-30",
        },
        ["3000.00", "9000.00", "0.00"],
    ),
    (
        "half of the running costs of the months that it covers",
        {
            "startdatum": "2027-01-01",
            "subsidie_soort_1": "deel",
            "subsidie_deel_1": "50",
            "subsidie_kosten_1": "werking",
            "subsidie_tot_1": "2028-06-30",
        },
        ["4500.00", "2250.00", "0.00"],
    ),
    (
        "a period that begins half a year before the term: the months in the term count",
        {"startdatum": "2027-01-01", "subsidie_bedrag_1": "42.000", "subsidie_van_1": "2026-07-01"},
        ["12000.00", "12000.00", "12000.00"],
    ),
    (
        "so much a project year, of which the first began before the term and the last ends after it",
        {
            "startdatum": "2027-01-01",
            "subsidie_soort_1": "jaar",
            "subsidie_bedrag_1": "10.000",
            "subsidie_groei_1": "10",
            "subsidie_van_1": "2026-07-01",
            "subsidie_tot_1": "2030-06-30",
        },
        ["10500.00", "11550.00", "12705.00"],  # in 2027 half a year of 10.000 and half a year of 11.000
    ),
    (
        "all staff costs of half a year, of a post that begins with it",
        {**STAFF_FOR_HALF_A_YEAR, "in_dienst": "2027-07-01", "subsidie_van_1": "2027-07-01"},
        ["24560.00", "0.00", "0.00"],  # all that it costs in 2027
    ),
    (
        "all staff costs of half a year in which nobody fills the post",
        {**STAFF_FOR_HALF_A_YEAR, "vacant_maanden": "6", "subsidie_tot_1": "2027-06-30"},
        ["0.00", "0.00", "0.00"],
    ),
    (
        "all costs of the first half-year, with a laptop that is bought on the first day",
        {
            "startdatum": "2027-01-01",
            "eenmalig": "12.000",
            "subsidie_soort_1": "deel",
            "subsidie_deel_1": "100",
            "subsidie_tot_1": "2027-06-30",
        },
        ["41060.00", "0.00", "0.00"],  # 12.000 and half of 58.120
    ),
    (
        "all that a partner invoices in the first half-year: overhead and VAT follow staff and running costs",
        {
            "startdatum": "2027-01-01",
            "uitvoering": "extern",
            "overhead": "10",
            "in_dienst": "2027-04-01",
            "werkingskosten": "9.000",
            "subsidie_soort_1": "deel",
            "subsidie_deel_1": "100",
            "subsidie_tot_1": "2027-06-30",
        },
        # Three months of staff, 12.280, and its overhead; half of 9.000; and 21 % on both.
        ["21789.68", "0.00", "0.00"],
    ),
]


@pytest.mark.parametrize(("values", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(values: dict[str, str], expected: list[str]) -> None:
    found = result(values)
    assert per_year(found) == expected
    assert found.totals["subsidie_1_totaal"] == sum(map(Decimal, expected))
    assert found.totals["netto_totaal"] == found.totals["totaal"] - found.totals["inkomsten_totaal"]  # type: ignore[operator]


def test_several_add_up_with_what_is_given_per_calendar_year() -> None:
    values = {"subsidie": "1.000", "subsidie_bedrag_1": "30.000", "subsidie_soort_2": "deel", "subsidie_deel_2": "10"}
    found = result(values, 2)
    assert found.totals["inkomsten_totaal"] == 1000 + 30000 + Decimal("17436.00")
    assert list(misses(fragment(found))) == []


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"subsidie_bedrag_1": "150.000", "subsidie_eigen_1": "20"}, "subsidie_1_eigen"),
        ({"subsidie_soort_1": "deel", "subsidie_deel_1": "80", "subsidie_maximum_1": "50.000"}, "subsidie_1_maximum"),
        ({"subsidie_bedrag_1": "9.000", "subsidie_tot_1": "2028-12-31"}, "subsidie_1_jaren"),
        ({"subsidie_bedrag_1": "900.000"}, "subsidie_te_hoog"),
    ],
)
def test_a_condition_that_is_not_met_is_told(values: dict[str, str], key: str) -> None:
    assert key in {notice.key for notice in result(values).notices}
    assert key not in {notice.key for notice in result({"subsidie_bedrag_1": "9.000"}).notices}


def test_what_falls_outside_the_term_is_told() -> None:
    beyond = {"startdatum": "2027-01-01", "subsidie_bedrag_1": "42.000", "subsidie_van_1": "2026-07-01"}
    (told,) = [notice.text for notice in result(beyond).notices if notice.key == "subsidie_1_buiten"]
    assert told == (
        "Subsidie 1 loopt van 1 juli 2026 tot en met 31 december 2029. Hier telt alleen wat in de looptijd valt, van 1 "
        "januari 2027 tot en met 31 december 2029: €\u00a036.000,00 van de €\u00a042.000,00."
    )
    within = {"startdatum": "2027-01-01", "subsidie_bedrag_1": "42.000", "subsidie_van_1": "2027-07-01"}
    assert "subsidie_1_buiten" not in {notice.key for notice in result(within).notices}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"subsidie_van_1": "2030-01-01"}, "subsidie_van_1"),
        ({"subsidie_van_1": "2026-01-01", "subsidie_tot_1": "2026-12-31"}, "subsidie_tot_1"),
        ({"subsidie_tot_1": "2026-12-31"}, "subsidie_tot_1"),
        ({"subsidie_van_1": "2028-01-01", "subsidie_tot_1": "2027-12-31"}, "subsidie_tot_1"),
        ({"subsidie_bedrag_1": "-5"}, "subsidie_bedrag_1"),
    ],
)
def test_a_subsidy_that_cannot_be_is_refused_at_its_field(values: dict[str, str], field: str) -> None:
    with pytest.raises(InputErrors) as caught:
        result(values)
    assert caught.value.messages.keys() == {field}


def test_the_subsidies_beyond_the_number_asked_do_not_count() -> None:
    assert result({"subsidie_bedrag_1": "9.000", "subsidie_bedrag_2": "1"}).totals["inkomsten_totaal"] == 9000


weights = st.dictionaries(st.integers(2020, 2031), st.fractions(min_value=0, max_value=12), min_size=1).filter(
    lambda found: any(found.values())
)


@given(st.fractions(min_value=0, max_value=10**7), weights)
def test_what_is_spread_keeps_its_total(amount: Any, found: dict[int, Any]) -> None:
    amounts = spread(amount, found)
    assert sum(amounts.values()) == cents(amount)
    assert min(amounts.values()) >= 0


@given(
    st.dictionaries(st.integers(2020, 2031), st.decimals(0, 10**6, places=2)),
    st.none() | st.decimals(0, 10**6, places=2),
)
def test_no_more_is_paid_than_the_maximum(amounts: dict[int, Decimal], most: Decimal | None) -> None:
    kept = capped(amounts, most)
    whole = sum(amounts.values())
    assert sum(kept.values()) == (whole if most is None else min(whole, most))
    assert all(0 <= kept[year] <= amounts[year] for year in amounts)


def test_a_subsidy_has_its_own_name_on_the_page_and_in_the_documents() -> None:
    typed = {"subsidies_aantal": "2", "subsidie_naam_1": "Oproep lokaal", "subsidie_bedrag_1": "30.000"}
    typed |= {"subsidie_soort_2": "deel", "subsidie_deel_2": "50", "subsidie_maximum_2": "1.000"}
    found = BUDGET.evaluate(BUDGET.read(typed))
    assert [line.label for line in found.trace if line.key == "subsidie_1_totaal"] == ["Oproep lokaal over de looptijd"]
    assert any(notice.text.startswith("Subsidie 2 stopt bij het maximum") for notice in found.notices)
    document = Document(calculators={"budget": typed})
    names = ["Oproep lokaal", "Subsidie 2", "Alle subsidies"]
    assert [row[0] for row in finished.word("nota", document).rows("Subsidie")][-3:] == names
    book = load_workbook(BytesIO(documents.make("dossier", document, date(2027, 1, 4))[2]), data_only=True)
    assert [row[0].value for row in book["Subsidies"].iter_rows(min_row=6, max_row=8)] == names


def test_each_subsidy_is_a_line_for_the_finance_department() -> None:
    """Below the costs and their total, as each has an action and an account of its own."""
    found = result({"subsidie": "5.000", "subsidie_naam_1": "Oproep", "subsidie_bedrag_1": "9.000"})
    rows = next(one for one in found.tables if one.key == "bbc").rows
    assert [(row.heading, row.cells[-1].value) for row in rows[-4:-1]] == [
        ("Totale uitgaven", Decimal("174360.00")),
        ("Subsidie per kalenderjaar", Decimal(5000)),
        ("Oproep", Decimal(9000)),
    ]
    assert rows[-1].sum_of == "bbc_uitgaven -bbc_subsidie -bbc_subsidie_1"


def test_there_are_six_subsidies_and_no_more() -> None:
    asked = {name for name in BUDGET.fields if name.startswith("subsidie_bedrag_")}
    assert asked == {f"subsidie_bedrag_{number}" for number in range(1, 7)}


def test_a_subsidy_that_ends_before_it_begins_is_named() -> None:
    with pytest.raises(InputErrors) as caught:
        result({"subsidie_bedrag_1": "1.000", "subsidie_van_1": "1-6-2028", "subsidie_tot_1": "31-12-2027"})
    assert "Deze subsidie begint op 1 juni 2028" in caught.value.messages["subsidie_tot_1"]
