"""The note's tables per calendar year: whole euros that add up, agree with one another and fit on the page."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from calculators.documents.nota.yearly import rounded_to
from calculators.dossier import Document
from tests.unit.documents import finished
from tests.unit.dossiers import FILLED

SIX_YEARS = {"startdatum": "2027-03-01", "looptijd_jaren": "5,5", "fte": "80", "uitvoering": "eigen"}
SHARED = {
    "betalers_aantal": "2",
    "betaler_naam_1": "Gemeente A",
    "betaler_aandeel_1": "60",
    "betaler_naam_2": "Gemeente B",
    "betaler_aandeel_2": "40",
}
GIVEN = {
    "subsidies_aantal": "2",
    "subsidie_naam_1": "Vlaanderen",
    "subsidie_bedrag_1": "50.000,01",
    "subsidie_naam_2": "Provincie",
    "subsidie_bedrag_2": "12.345,67",
}


def dossier(appointment: dict[str, str] | None = None, /, **budget: str) -> Document:
    answers = {"jaarloonkost": "264.250,50", **budget}
    return replace(FILLED, appointment=appointment or SIX_YEARS, calculators={"budget": answers})


def parts(document: Document, heading: str) -> list[list[list[str]]]:
    """The tables below one another that have this text in their first cell."""
    return [table for table in finished.word("nota", document).tables if table[0][0] == heading]


def amounts(document: Document, heading: str) -> dict[str, list[int]]:
    """Whole euros by row: each calendar year and, last, the term."""
    found: dict[str, list[int]] = {}
    for table in parts(document, heading):
        for row in table[1:]:
            shown = [cell for cell in row[1:] if "€" in cell]
            assert not any("," in cell for cell in shown), "no cents"
            found.setdefault(row[0], []).extend(int(finished.number(cell.replace("€\u00a0", ""))) for cell in shown)
    return found


def added_up(rows: dict[str, list[int]], whole: str) -> list[int]:
    """The row that is the sum of the others, after a look at every sum."""
    assert all(sum(row[:-1]) == row[-1] for row in rows.values())
    sums = [sum(column) for column in zip(*(row for name, row in rows.items() if name != whole), strict=True)]
    assert rows[whole] == sums
    return sums


@pytest.mark.parametrize("wage", ["61.400", "64.250,50", "264.250,55", "299.999,99"])
def test_payers_pay_the_net_cost_that_the_estimate_shows(wage: str) -> None:
    document = dossier(**SHARED, **GIVEN, jaarloonkost=wage)
    assert added_up(amounts(document, "Betaler"), "Nettokost") == amounts(document, "Klasse")["Nettokost"]


@pytest.mark.parametrize("first", ["50.000,01", "50.000,49", "33.333,33", "0,50"])
def test_subsidies_bring_in_the_income_that_the_estimate_shows(first: str) -> None:
    document = dossier(**{**GIVEN, "subsidie_bedrag_1": first})
    (income,) = (row for name, row in amounts(document, "Klasse").items() if name.startswith("740"))
    assert added_up(amounts(document, "Subsidie"), "Alle subsidies") == income


@pytest.mark.parametrize("wage", [f"{61_400 + 7 * number}" for number in range(12)])
def test_first_year_of_what_may_change_is_the_one_that_the_estimate_shows(wage: str) -> None:
    document = dossier(**GIVEN, jaarloonkost=wage)
    first = next(row[2] for row in parts(document, "Klasse")[0] if row[0] == "Totale uitgaven")
    (changes,) = parts(document, "Wat verandert")
    shown = {row[0]: row[-1] for row in changes[1:]}
    assert shown["Zoals ingevuld"] == first
    assert [name for name, year in shown.items() if year == first and name != "Zoals ingevuld"], (
        "some change later years"
    )


def test_subsidies_by_year_have_a_row_when_somebody_gives_them() -> None:
    assert list(amounts(dossier(**GIVEN), "Subsidie")) == ["Vlaanderen", "Provincie", "Alle subsidies"]
    by_year = dossier(**GIVEN, subsidie="1.000")
    assert next(iter(amounts(by_year, "Subsidie"))) == "Subsidie per kalenderjaar"


@pytest.mark.parametrize(
    ("years", "columns"), [("3", [4]), ("4,5", [6]), ("5,5", [4, 3]), ("7", [4, 4]), ("10", [6, 5])]
)
@pytest.mark.parametrize("heading", ["Klasse", "Subsidie", "Betaler"])
def test_years_that_do_not_fit_are_spread_over_tables(heading: str, years: str, columns: list[int]) -> None:
    start = "2027-01-01" if years in {"3", "7", "10"} else "2027-03-01"
    document = dossier({**SIX_YEARS, "startdatum": start, "looptijd_jaren": years}, **SHARED, **GIVEN)
    names = {"Klasse": 2}.get(heading, 1)
    assert [len(table[0]) - names for table in parts(document, heading)] == columns


def test_larger_amounts_have_wider_columns() -> None:
    """At 10 million and more a year, an amount would break in six columns."""
    document = dossier(**SHARED, werkingskosten="10.000.000")
    assert [len(table[0]) - 2 for table in parts(document, "Klasse")] == [4, 3]
    short = dossier({**SIX_YEARS, "looptijd_jaren": "4,5"}, **SHARED, werkingskosten="10.000.000")
    assert [len(table[0]) - 2 for table in parts(short, "Klasse")] == [3, 3]


@pytest.mark.parametrize("seed", range(30))
def test_amounts_are_rounded_to_given_sums(seed: int) -> None:
    chance = random.Random(seed)
    exact = [[Decimal(chance.randrange(-500, 100_000)) / 100 for _ in range(6)] for _ in range(4)]
    sums = [sum(column, Decimal(0)) for column in zip(*exact, strict=True)]
    wholes = [one // 1 + chance.choice((0, 1)) * bool(one % 1) for one in sums]
    found = rounded_to(exact, wholes)
    assert [sum(column) for column in zip(*found, strict=True)] == wholes
    for before, after in zip(exact, found, strict=True):
        assert all(abs(whole - amount) < 1 for whole, amount in zip(after, before, strict=True))
        assert abs(sum(after) - sum(before, Decimal(0))) < 3
