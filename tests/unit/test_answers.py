"""Answers beside the total of a budget: a margin, a range, per child and result, and the way back from an amount."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from calculators.budget import answers
from calculators.budget.inputs import Inputs, from_values
from calculators.budget.ledger import Variation, ledger_of, varied
from calculators.budget.outcome import calculate
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.core.results import Result, Trace
from tests.unit.budgets import Values, budgets

BUDGET = CALCULATORS["budget"]


def answered(**typed: str) -> Result:
    """The example, with something filled in as a reader does."""
    return BUDGET.evaluate(BUDGET.read(typed))


def test_nothing_is_answered_that_is_not_asked() -> None:
    assert not answered().totals.keys() & {*answers.SHOWN, *answers.PER_UNIT}


def test_a_margin_stands_beside_the_total() -> None:
    totals = answered(risicomarge="5").totals
    assert totals["totaal"] == Decimal("177870.45")
    assert totals["risicomarge_bedrag"] == Decimal("8893.52")
    assert totals["totaal_met_marge"] == Decimal("186763.97")


def test_a_point_more_or_less_growth_is_that_of_the_form() -> None:
    """What the table says of other growth is the total of who fills it in."""
    totals = answered().totals
    for key, points in (("als_groei_hoger", "3"), ("als_groei_lager", "1")):
        assert totals[key] == answered(index_loon=points, index_werking=points).totals["totaal"]
    assert number(totals["als_groei_lager"]) < number(totals["totaal"]) < number(totals["als_groei_hoger"])


def test_amounts_beside_the_total_say_how_they_came_about() -> None:
    result = answered(risicomarge="5", kinderen_per_jaar="100", resultaten_per_jaar="40")
    steps = {line.key: (line.label, (line.formula or "").replace("\xa0", " ")) for line in result.trace}
    assert steps["risicomarge_bedrag"] == ("Risicomarge", "5 % × € 177.870,45")
    assert steps["kost_per_kind"] == ("Kost per bereikt kind", "€ 177.870,45 / (100 × 3 jaar)")
    assert steps["kost_per_resultaat"] == ("Kost per resultaat", "€ 177.870,45 / (40 × 3 jaar)")


def test_each_row_of_what_may_differ_leads_to_its_own_step() -> None:
    table = next(one for one in answered().tables if one.key == "gevoeligheid")
    steps = {row.key: row.step for row in table.rows}
    assert steps.pop("ingevuld") == "totaal"
    assert steps == {key: f"als_{key}" for key in ("groei_hoger", "groei_lager", "loon_hoger", "loon_lager", "later")}


def test_other_wages_are_those_of_the_form() -> None:
    inputs = from_values({"jaarloonkost": Decimal(60_000)})
    ledger = ledger_of(inputs, Trace())
    for times in (1, 2, 3):
        found = varied(inputs, ledger, Variation(wages=Fraction(times))).whole
        assert found == answered(jaarloonkost=str(60_000 * times)).totals["totaal"]


def test_without_a_wage_there_is_no_way_back_to_a_percentage() -> None:
    """Nor a wrong one: a wage subsidy may pay the whole wage."""
    result = answered(loonbasis="opbouw", maandloon="3.000", loonsubsidie="300.000", beschikbaar="100.000")
    assert result.totals["personeel_totaal"] == 0
    told = {line.key: line.value for line in result.trace}
    assert told["fte_voor_beschikbaar"] == "niet berekend: de loonkost is nul"


@pytest.mark.parametrize(
    ("margin", "most"), [("risicomarge", 100), ("onzeker_loon", 50), ("onzeker_werking", 50), ("onzeker_groei", 5)]
)
def test_a_margin_has_its_most(margin: str, most: int) -> None:
    assert answered(**{margin: str(most)}).totals["totaal"] == Decimal("177870.45")
    with pytest.raises(InputErrors) as caught:
        answered(**{margin: f"{most},1"})
    assert caught.value.messages.keys() == {margin}


SURE = {"onzeker_loon": "0", "onzeker_werking": "0", "onzeker_groei": "0"}


def test_a_range_in_wages_alone_ends_where_the_table_does() -> None:
    result = answered(**{**SURE, "onzeker_loon": "10"})
    table = next(one for one in result.tables if one.key == "gevoeligheid")
    rows = {row.key: row.cells[0].value for row in table.rows if row.cells}
    assert result.totals["totaal_laag"] == rows["loon_lager"]
    assert result.totals["totaal_hoog"] == rows["loon_hoger"]


def test_a_range_in_operating_costs_is_a_share_of_them() -> None:
    totals = answered(**{**SURE, "onzeker_werking": "50"}, index_loon="0", index_werking="0").totals
    assert (totals["totaal_laag"], totals["totaal_hoog"]) == (174360 - 13500, 174360 + 13500)


def test_a_range_in_growth_goes_both_ways_before_the_day_of_the_price() -> None:
    """Before the day of a price a wage is lower, the faster it grows: the lowest total has the higher growth."""
    result = answered(**{**SURE, "onzeker_groei": "1"}, groei_wijze="kalenderjaar", loon_prijs="31-12-2029")
    low, high = number(result.totals["totaal_laag"]), number(result.totals["totaal_hoog"])
    assert low < number(result.totals["totaal"]) < high
    formulas = {line.key: line.formula for line in result.trace}
    assert "groei + 1 punt" in formulas["totaal_laag"]
    assert "groei − 1 punt" in formulas["totaal_hoog"]


FLAT = {"index_loon": "0", "index_werking": "0", "onzeker_groei": "0"}
NARROWING = [
    ({}, 10 * 147_360 + 25 * 27_000),
    ({"jaarloonkost": "61.401"}, Decimal(3) * Decimal("147362.40") + 25 * 27_000),
    ({"jaarloonkost": "61.401", "werkingskosten": "9.001"}, Decimal(3) * Decimal("147362.40") + 10 * 27_003),
    ({"jaarloonkost": "61.401", "werkingskosten": "9.001", "onzeker_loon": "1"}, Decimal("147362.40") + 10 * 27_003),
    ({"loonbasis": "opbouw", "onzeker_werking": "0"}, None),
]


@pytest.mark.parametrize(("typed", "hundredfold"), NARROWING)
def test_the_band_narrows_as_examples_are_replaced(typed: dict[str, str], hundredfold: Decimal | None) -> None:
    """10 % of a wage that is our example and 3 % of an own one; 25 % and 10 % of operating costs."""
    totals = answered(**{**FLAT, **typed}).totals
    low, total, high = (number(totals[key]) for key in ("totaal_laag", "totaal", "totaal_hoog"))
    if hundredfold is None:
        hundredfold = 10 * number(totals["personeel_totaal"])
    assert abs(high - total - Decimal(hundredfold) / 100) < Decimal("0.10")
    assert abs(total - low - Decimal(hundredfold) / 100) < Decimal("0.10")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, True),
        ({"jaarloonkost": "64.250"}, True),
        ({"jaarloonkost": "64.250", "onzeker_werking": "5"}, False),
        ({"jaarloonkost": "64.250", "werkingskosten": "8.000"}, False),
        ({"onzeker_loon": "5", "onzeker_werking": "5", "onzeker_groei": "1"}, False),
    ],
)
def test_replacing_examples_is_advised_while_the_margin_of_one_counts(typed: dict[str, str], *, told: bool) -> None:
    (band,) = (table for table in answered(**typed).tables if table.key == "bandbreedte")
    assert band.note.endswith("Vervang je onze voorbeelden door je eigen cijfers, dan wordt de band smaller.") == told


def test_without_any_doubt_there_is_no_band() -> None:
    assert "bandbreedte" not in {table.key for table in answered(**SURE).tables}


def test_a_child_costs_the_total_by_all_children_of_the_term() -> None:
    result = answered(kinderen_per_jaar="100", resultaten_per_jaar="25", index_loon="0", index_werking="0")
    assert result.totals["kost_per_kind"] == Decimal("581.2")
    assert result.totals["kost_per_resultaat"] == Decimal("2324.8")
    assert "kost_per_eenheid" in {notice.key for notice in result.notices}


ONE_MONTH = {"looptijd_jaren": "1 maand", "fte": "5", "jaarloonkost": "1.000", "werkingskosten": "0", "index_loon": "0"}


@pytest.mark.parametrize(
    ("typed", "employment", "months"),
    [
        ({"beschikbaar": "177.870,45"}, "80", "36"),
        ({"beschikbaar": "174.360", "index_loon": "0", "index_werking": "0"}, "80", "36"),
        ({"beschikbaar": "87.180", "index_loon": "0", "index_werking": "0"}, "32.6", "18"),
        ({"beschikbaar": "1.000"}, "0", "0"),
        ({"beschikbaar": "177.870,44"}, "79.9", "35"),
        # A month of 5 % costs € 4,1667: that it is rounded up to € 4,17 does not count a thousandfold.
        ({**ONE_MONTH, "beschikbaar": "1.403,33"}, "1684", "120"),
    ],
)
def test_the_way_back_from_an_amount(typed: dict[str, str], employment: str, months: str) -> None:
    totals = answered(**typed).totals
    assert totals["fte_voor_beschikbaar"] == Decimal(employment)
    assert totals["maanden_voor_beschikbaar"] == Decimal(months)


@pytest.mark.parametrize(
    "typed",
    [
        {"vacant_maanden": "6"},
        {"in_dienst": "1-7-2028"},
        {"uit_dienst": "30-06-2028", "uitvoering": "extern", "overhead": "7"},
    ],
)
def test_the_employment_for_an_amount_is_what_to_fill_in(typed: dict[str, str]) -> None:
    """Also for a post that is not there for the whole term: a tenth more would cost too much."""
    found = number(answered(**typed, beschikbaar="100.000").totals["fte_voor_beschikbaar"])
    costs = [number(answered(**typed, fte=str(fte)).totals["totaal"]) for fte in (found, found + Decimal("0.1"))]
    assert costs[0] <= 100_000 < costs[1]


@pytest.mark.parametrize(
    ("typed", "people", "each"),
    [
        ({"aantal": "3", "beschikbaar": "200.000"}, "3", "30,5"),
        ({"beschikbaar": "1.000.000"}, "6", "86,2"),
        ({"beschikbaar": "100.000.000"}, "60", "100"),
    ],
)
def test_employment_of_several_people_says_how_to_fill_it_in(typed: dict[str, str], people: str, each: str) -> None:
    result = answered(**typed)
    said = {notice.key: notice.text.replace("\xa0", " ") for notice in result.notices}
    assert f"volstaat voor {people} posten van {each} %." in said["beschikbaar_verdeeld"]
    filled = answered(**typed | {"aantal": people, "fte": each})
    assert number(filled.totals["totaal"]) <= Decimal(typed["beschikbaar"].replace(".", ""))


def test_the_employment_for_an_amount_is_what_the_form_takes() -> None:
    """Neither more than 60 full-timers, nor without a word less than may be filled in."""
    much, little = answered(beschikbaar="100.000.000"), answered(beschikbaar="28.000")
    assert much.totals["fte_voor_beschikbaar"] == 6000
    assert "beschikbaar_veel" in {notice.key for notice in much.notices}
    assert "beschikbaar_weinig" in {notice.key for notice in little.notices}


def test_the_employment_of_several_rows_is_an_average_and_says_so() -> None:
    result = answered(posts="2", in_dienst_2="1-7-2028", beschikbaar="100.000")
    labels = {line.key: line.label for line in result.trace}
    assert labels["fte_voor_beschikbaar"] == "Gemiddelde tewerkstelling over de looptijd voor het bedrag dat er is"


def test_months_that_cannot_be_worked_out_say_why() -> None:
    value = answered(beschikbaar="100.000", uit_dienst="30-06-2028").totals["maanden_voor_beschikbaar"]
    assert value == "niet berekend: niet alle posten zijn de hele looptijd ingevuld"
    priced = answered(beschikbaar="100.000", loon_prijs="1-6-2028").totals["maanden_voor_beschikbaar"]
    assert str(priced).startswith("niet berekend: bij een andere looptijd past “Van welke dag")


@given(budgets())
@settings(max_examples=25)
def test_laws_of_the_answers(values: Values) -> None:
    inputs = from_values(values)
    totals = BUDGET.evaluate(inputs).totals
    total = number(totals["totaal"])
    if "totaal_laag" in totals:
        assert number(totals["totaal_laag"]) <= total <= number(totals["totaal_hoog"])
    found = totals.get("fte_voor_beschikbaar")
    if isinstance(found, Decimal) and found:
        assert inputs.beschikbaar is not None
        ledger = calculate(inputs).ledger
        assert answers.cost(inputs, ledger, found) <= inputs.beschikbaar
        full = found == answers.limit(inputs)
        assert full or answers.cost(inputs, ledger, found + Decimal("0.1")) > inputs.beschikbaar
    months = totals.get("maanden_voor_beschikbaar")
    if isinstance(months, Decimal):
        assert inputs.beschikbaar is not None
        assert months == 0 or lasting(inputs, months) <= inputs.beschikbaar
        assert months == 120 or lasting(inputs, months + 1) > inputs.beschikbaar


def number(value: Any) -> Decimal:
    """A figure of a result that is an amount."""
    assert isinstance(value, Decimal)
    return value


def lasting(inputs: Inputs, months: Decimal) -> Decimal:
    """The total of the same budget with a term of so many months: posts last as long, subsidies are left out."""
    others = tuple(replace(post, uit_dienst=None) for post in inputs.andere_posten)
    alone = replace(inputs, subsidies_aantal=0, bepaalde_subsidies=())
    return calculate(replace(alone, looptijd_jaren=months / 12, uit_dienst=None, andere_posten=others)).total


def told(key: str, **typed: str) -> str:
    """What a notice about these answers says, without hard spaces; nothing if it is not there."""
    return "".join(one.text.replace("\xa0", " ") for one in answered(**typed).notices if one.key == key)


def test_an_amount_below_the_costs_without_staff_is_told_with_those() -> None:
    assert told("beschikbaar_te_weinig", beschikbaar="20.000") == (
        "Het bedrag dat er is, volstaat niet: zonder personeel kost de hele looptijd al € 27.543,60."
    )
    assert not told("beschikbaar_te_weinig", beschikbaar="27.543,60")
    formula = next(line.formula for line in answered(beschikbaar="20.000").trace if line.key == answers.EMPLOYMENT)
    assert formula.replace("\xa0", " ").endswith(", minstens 0 %")


def test_too_little_for_one_month_is_told() -> None:
    assert told("beschikbaar_geen_maand", beschikbaar="4.000") == "Het bedrag dat er is, volstaat niet voor één maand."
    assert not told("beschikbaar_geen_maand", beschikbaar="5.000")


def test_several_rows_are_told_what_to_fill_in_at_each() -> None:
    rows = {"posts": "2", "fte": "80", "fte_2": "40", "in_dienst_2": "1-3-2028"}
    text = told("beschikbaar_per_post", beschikbaar="200.000", **rows)
    first, second = re.findall(r"(\d+(?:,\d)?) % bij post", text)
    filled = answered(**(rows | {"fte": first, "fte_2": second}))
    assert Decimal(198_000) < number(filled.totals["totaal"]) <= Decimal(200_000)
