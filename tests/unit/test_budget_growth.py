"""How wages grow: cases that an HR person can read, and laws of the index path and of years of service."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.budget import Inputs, from_values
from calculators.budget.growth import CombinedGrowth, Growth, SteppedGrowth, YearlyGrowth
from calculators.budget.index_path import FORECAST, KNOWN, OWN, path
from calculators.budget.ledger import Variation, ledger_of, varied
from calculators.budget.wage_growth import cost_growth, wage_growth
from calculators.calculator import CALCULATORS
from calculators.core.parameters import FIRST_KNOWN, get
from calculators.core.results import Result, Trace
from tests.unit import readable
from tests.unit.budgets import Values, budgets

BUDGET = CALCULATORS["budget"]


def calculated(**raw: str) -> Result:
    return BUDGET.evaluate(BUDGET.read(raw))


@pytest.mark.parametrize("case", readable.cases("growth.toml", "geval"))
def test_case(case: dict[str, Any]) -> None:
    readable.check(BUDGET, case)


@pytest.mark.parametrize("case", readable.cases("growth.toml", "fout"))
def test_refused(case: dict[str, Any]) -> None:
    readable.check_refused(BUDGET, case)


def test_the_path_tells_what_is_known_and_what_is_expected() -> None:
    steps = {step.day: (step.shown, step.origin) for step in path(Inputs(groei_wijze="index"))}
    assert steps[date(2026, 3, 1)] == ("2,1647", KNOWN)
    assert steps[date(2026, 9, 1)] == ("2,2080", KNOWN)
    assert steps[date(2027, 3, 1)] == ("2,2522", FORECAST)
    assert steps[date(2028, 1, 1)] == ("2,2972", FORECAST)


def test_a_plan_of_before_knows_neither_september_nor_the_forecasts() -> None:
    assert path(Inputs(groei_wijze="index", cijfers_van=FIRST_KNOWN))[-1].shown == "2,1647"


def test_own_steps_stand_in_for_ours_from_their_first_day() -> None:
    typed = BUDGET.read({"groei_wijze": "index", "index_stappen": "1-1-2027 2,21\n1-1-2029 2,3"})
    origins = [step.origin for step in path(typed)]
    assert origins == [KNOWN] * (len(origins) - 2) + [OWN] * 2


def test_a_step_at_either_end_of_what_is_possible_is_worked_out() -> None:
    first, last = (
        calculated(groei_wijze="index", index_loon="0", index_stappen=f"1-1-1990 2|{day} 3")
        for day in ("2-1-1990", "31-12-2099")
    )
    assert first.totals["personeel_2027"] == last.totals["personeel_2028"] == Decimal(49120)


@pytest.mark.parametrize(
    ("raw", "doubts"),
    [
        ({}, "De stap van 1 september 2026 is onze eigen berekening: laat ze bevestigen bij BOSA. Prognoses lazen we"),
        ({"index_prognose": "nee"}, "(bekend). De stap van 1 september 2026 is onze eigen berekening: laat ze"),
        ({"loon_prijs": "1-3-2026"}, "De stappen van 1 maart 2026 en 1 september 2026 zijn onze eigen berekening"),
        ({"index_stappen": "1-1-2026 2,0", "loon_prijs": "1-2-2026"}, "(eigen stap)."),
        (
            {"startdatum": "1-1-2025", "loon_prijs": "26-11-2026"},
            (
                "De lonen volgen deze stappen: 2,0807 vanaf 1 juni 2024 (bekend), 2,1223 vanaf 1 maart 2025 (bekend), "
                "2,1647 vanaf 1 maart 2026 (bekend), 2,2080 vanaf 1 september 2026 (bekend), 2,2522 vanaf 1 maart 2027 "
                "(prognose). De stappen van 1 maart 2026 en 1 september 2026 zijn onze eigen berekening"
            ),
        ),
        (
            {"startdatum": "1-1-2019", "looptijd_jaren": "4"},
            (
                "De stappen van 1 oktober 2021, 1 februari 2022, 1 april 2022 en 1 september 2022 zijn onze eigen "
                "berekening"
            ),
        ),
        (
            {"startdatum": "1-1-2024", "looptijd_jaren": "1", "loon_prijs": "1-1-2024"},
            "2,0807 vanaf 1 juni 2024 (bekend).",
        ),
    ],
    ids=str,
)
def test_only_steps_that_count_are_doubted(raw: dict[str, str], doubts: str) -> None:
    (text,) = (notice.text for notice in calculated(groei_wijze="index", **raw).notices if notice.key == "indexpad")
    assert doubts in text
    assert ("Prognoses" in text) == ("(prognose)" in text)
    assert ("BOSA" in text) == ("berekening" in doubts)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ({"index_prognose": "nee", "index_loon": "3"}, "ze met 3\u00a0% per jaar, telkens op 1 september."),
        ({}, "ze met 2\u00a0% per jaar, telkens op 1 januari."),
        ({"looptijd_jaren": "2"}, "De groei van 2\u00a0% per jaar telt niet: die begint een jaar na de laatste stap"),
        ({"index_stappen": "1-9-2030 2,4"}, "begint een jaar na de laatste stap, op 1 september 2031."),
    ],
    ids=str,
)
def test_the_note_tells_when_wages_grow_after_the_path(raw: dict[str, str], told: str) -> None:
    """Rule 4 of the method page: on the anniversary of the last step, and not before there is one."""
    result = calculated(groei_wijze="index", **raw)
    assert told in result.tables[0].note
    assert result.tables[0].note.endswith("Werkingskosten groeien met 2\u00a0% per jaar, op 1 januari.")


def notices(**raw: str) -> dict[str, str]:
    return {notice.key: notice.text for notice in calculated(**raw).told}


def test_an_own_step_of_after_the_term_stops_the_yearly_growth_and_says_so() -> None:
    still = {"groei_wijze": "index", "index_stappen": "1-9-2030 2,4"}
    totals = calculated(**still).totals
    assert totals["personeel_2028"] == totals["personeel_2029"]
    told = notices(**still)["indexstap_later"]
    assert told.startswith("Je eigen indexstap van 1 september 2030 valt na de looptijd.")
    assert "na 1 januari 2028 niet meer, ook niet met 2\u00a0% per jaar" in told
    for others in ({}, {"index_stappen": "1-9-2029 2,4"}, {"index_stappen": "1-1-2029 2,35|1-1-2030 2,4"}):
        assert "indexstap_later" not in notices(groei_wijze="index", **others)


def test_a_year_of_personnel_tells_its_index_and_figures() -> None:
    result = calculated(groei_wijze="index", loon_prijs="1-3-2026", maandloon="3.000")
    line = next(one for one in result.trace if one.key == "personeel_jaar_1")
    assert "× 2,2080 / 2,1647 × 2/12 + " in line.formula
    expected = get("index_forecast_2027_03").current
    assert expected in line.parameters
    assert get("index_cap_threshold").current in line.parameters
    assert "2,2522 vanaf 1 maart 2027 (prognose)" in result.tables[0].note


def test_the_formula_tells_what_holiday_pay_moves() -> None:
    result = calculated(loonbasis="opbouw", vakantiegeld_telt="betaald")
    line = next(one for one in result.trace if one.key == "personeel_jaar_2")
    assert "vakantiegeld van dit jaar" in line.formula
    assert "vakantiegeld dat nu betaald wordt" in line.formula


@settings(max_examples=60, deadline=None)
@given(budgets())
def test_holiday_pay_that_is_paid_later_changes_no_total(values: Values) -> None:
    """But for cents: each year is rounded by itself."""
    posts = range(1, values["posts"] + 1)
    names = [f"vakantiegeld_telt{'' if post == 1 else f'_{post}'}" for post in posts]
    earned, paid = (from_values(values | dict.fromkeys(names, how)) for how in ("verdiend", "betaald"))
    totals = [ledger_of(inputs, Trace()).total("personeel") for inputs in (earned, paid)]
    assert abs(totals[0] - totals[1]) <= Decimal("0.2") * len(names)


@settings(max_examples=60, deadline=None)
@given(budgets())
def test_the_stretches_of_a_post_are_its_whole_time(values: Values) -> None:
    """Cut at index and steps of service, they are as many months as without."""
    inputs = from_values(values)
    plain = from_values(values | {"groei_wijze": "kalenderjaar", "ancienniteit": "geen"})
    for cut, whole in zip(ledger_of(inputs, Trace()).staff, ledger_of(plain, Trace()).staff, strict=True):
        assert sum(part.months for part in cut.cost.course.parts) == sum(
            part.months for part in whole.cost.course.parts
        )
        assert len({part.first for part in cut.cost.course.parts}) == len(cut.cost.course.parts)


@settings(max_examples=40, deadline=None)
@given(budgets(), st.decimals(-5, 5, places=1))
def test_faster_growth_is_so_many_points_a_year_more(values: Values, points: Decimal) -> None:
    inputs = from_values(values | {"groei_wijze": "kalenderjaar", "ancienniteit": "geen", "loon_prijs": None})
    faster = from_values(values | {"groei_wijze": "kalenderjaar", "ancienniteit": "geen", "loon_prijs": None})
    parts = ledger_of(inputs, Trace()).term
    for growth, rate in ((wage_growth(faster, faster), inputs.index_loon), (cost_growth(faster), inputs.index_werking)):
        expected = YearlyGrowth(rate + points, inputs.startdatum.year).weights(parts)
        assert growth.faster(points).weights(parts) == expected


@pytest.mark.parametrize("kind", ["kalenderjaar", "verjaardag", "index"])
def test_every_kind_of_growth_can_be_faster(kind: str) -> None:
    inputs = BUDGET.read({"groei_wijze": kind, "ancienniteit": "percent", "ancienniteit_percent": "1"})
    ledger = ledger_of(inputs, Trace())
    totals = [varied(inputs, ledger, Variation(Decimal(points))).total() for points in (-1, 0, 1)]
    assert totals == sorted(totals)
    assert totals[1] == ledger.total()


def test_growth_of_no_kind_is_not_one() -> None:
    part = ledger_of(Inputs(), Trace()).term[0]
    for act in (Growth().factor, Growth().formula, lambda _: Growth().faster(Decimal(1))):
        with pytest.raises(NotImplementedError):
            act(part)
    assert Growth().days == frozenset()


def test_the_sensitivity_moves_an_index_path_too() -> None:
    result = calculated(groei_wijze="index", loonbasis="opbouw", vakantiegeld_telt="betaald")
    rows = {row.key: row for row in next(one for one in result.tables if one.key == "gevoeligheid").rows}
    higher, wages = (rows[key].cells[1].value for key in ("groei_hoger", "loon_hoger"))
    assert isinstance(higher, Decimal)
    assert higher > 1000
    assert wages == pytest.approx(Decimal(str(result.totals["personeel_totaal"])) / 10, abs=Decimal("0.05"))


def test_seniority_is_multiplied_with_the_growth_of_prices() -> None:
    inputs = BUDGET.read({"groei_wijze": "index", "ancienniteit": "percent", "ancienniteit_percent": "2"})
    growth = wage_growth(inputs, inputs)
    assert isinstance(growth, CombinedGrowth)
    index, service = growth.kinds
    assert isinstance(index, SteppedGrowth)
    assert isinstance(service, SteppedGrowth)
    assert service.at(date(2029, 6, 1)).factor == Fraction(102, 100) ** 2
    assert index.at(date(2027, 6, 1)).words == "2,2522 / 2,2080"


def test_the_coefficient_of_another_day_is_told() -> None:
    built = {"loonbasis": "opbouw", "maandloon": "3.000", "groei_wijze": "index"}
    told = {
        day: {notice.key for notice in BUDGET.evaluate(BUDGET.read({**built, **typed})).told}
        for day, typed in (("of the plan", {}), ("before it", {"loon_prijs": "1-3-2026"}))
    }
    assert "coefficient_dag" not in told["of the plan"]
    assert "coefficient_dag" in told["before it"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ({}, ""),
        ({"loon_prijs": "1-1-2025"}, "2,2080 van een opgebouwd loon past niet bij lonen van 1 januari 2025. Wij"),
        ({"loon_prijs": "1-1-2025"}, "Wij kennen: 2,0807 vanaf 1 juni 2024 (bekend). Kijk"),
        ({"loon_prijs": "1-1-2025", "index_coefficient": "2,0807"}, ""),
        ({"index_coefficient": "2,1223"}, "past niet bij lonen van 2027. Wij kennen: 2,2080 vanaf 1 september 2026"),
        ({"index_coefficient": "2,2522"}, ""),
        ({"startdatum": "1-7-2026", "index_coefficient": "2,1223"}, ""),
        ({"startdatum": "1-7-2026", "index_coefficient": "2,1223", "groei_wijze": "verjaardag"}, "bij lonen van het"),
        ({"startdatum": "1-7-2026", "index_coefficient": "2,2522", "groei_wijze": "verjaardag"}, ""),
        ({"groei_wijze": "index", "index_prognose": "nee", "loon_prijs": "1-6-2028"}, "2,2522 vanaf 1 september 2027"),
        ({"index_coefficient": "1"}, ""),
        ({"loon_prijs": "1-1-2015", "index_coefficient": "1,6084"}, ""),
        ({"loon_prijs": "1-1-2015"}, "past niet bij lonen van 1 januari 2015"),
        (
            {"posts": "2", "loonbasis_2": "opbouw", "index_coefficient": "2,1223", "index_coefficient_2": "2,1"},
            "passen",
        ),
        ({"loonbasis": "bedrag", "loon_prijs": "1-1-2025"}, ""),
    ],
    ids=str,
)
def test_a_coefficient_of_another_day_than_the_wages_is_told_however_they_grow(raw: dict[str, str], told: str) -> None:
    """Without a day, wages are of the year of the start: each coefficient of that year fits, also an expected one."""
    found = notices(**{"loonbasis": "opbouw"} | raw).get("coefficient_dag", "")
    assert told in found
    assert bool(told) == bool(found)


CAPPED = {"groei_wijze": "index", "jaarloonkost": "110.000", "fte": "100"}
TWO_POSTS = CAPPED | {"posts": "2", "maandloon_2": "6.000", "fte_2": "100"}
NOT_FILLED_IN = "De centenindex telt niet mee: het brutomaandloon is niet ingevuld."
ON_THE_FIRST_PART = (
    "De centenindex begrenst het loon: van een stap vanaf 1 juni 2026 telt alleen het deel op de eerste €\u00a04.000 "
    "bruto per maand."
)


def test_a_cap_that_does_not_count_for_want_of_a_monthly_salary_says_so() -> None:
    told = notices(**CAPPED)["centenindex_leeg"]
    assert told.startswith("De centenindex telt niet mee: vul het brutomaandloon van een voltijdse in.")
    assert NOT_FILLED_IN in calculated(**CAPPED).tables[0].note
    line = next(one for one in calculated(**CAPPED).trace if one.key == "personeel_jaar_2")
    assert get("index_cap_threshold").current not in line.parameters
    assert "telt niet mee bij post 1: vul" in notices(**TWO_POSTS)["centenindex_leeg"]


@pytest.mark.parametrize(
    "other",
    [
        {"maandloon": "6.000"},
        {"loonbasis": "opbouw"},
        {"centenindex": "nee"},
        {"startdatum": "1-1-2019"},
        {"uit_dienst": "28-2-2027"},
        {"loon_prijs": "1-1-2028"},
        {"index_stappen": "1-9-2026 2,2080|1-1-2028 2,1"},
        {"groei_wijze": "kalenderjaar"},
    ],
    ids=str,
)
def test_a_cap_that_counts_or_is_for_no_step_asks_for_no_salary(other: dict[str, str]) -> None:
    """Not for a step of before June 2026 or of before the price date, after a post has ended, or down."""
    assert "centenindex_leeg" not in notices(**CAPPED | other)
    assert NOT_FILLED_IN not in calculated(**CAPPED | other).tables[0].note


def test_a_cap_that_takes_something_off_is_told_in_words_and_in_the_formula() -> None:
    result = calculated(**CAPPED, maandloon="6.000")
    assert ON_THE_FIRST_PART in notices(**CAPPED, maandloon="6.000")["indexpad"]
    assert ON_THE_FIRST_PART in result.tables[0].note
    line = next(one for one in result.trace if one.key == "personeel_jaar_2")
    assert line.formula.endswith("× 1,02666572 (centenindex)")
    assert "begrenst het loon van post 2: van" in notices(**TWO_POSTS)["indexpad"]
    for lower in ({"maandloon": "3.000"}, {"maandloon": "6.000", "uit_dienst": "28-2-2027"}):
        assert "centenindex" not in notices(**CAPPED | lower)["indexpad"]
        assert "centenindex" not in calculated(**CAPPED | lower).tables[0].note


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("1-3-2027 2", "2,0000 vanaf 1 maart 2027 (eigen stap) ligt onder de vorige, 2,2080. Typ"),
        ("1-3-2027 10", "10,0000 vanaf 1 maart 2027 (eigen stap) ligt meer dan 10\u00a0% boven de vorige, 2,2080. Typ"),
        ("1-3-2027 2,25|1-3-2028 2,2|1-3-2029 2,5", "vorige, 2,2500 en 2,5000 vanaf 1 maart 2029 (eigen stap) ligt"),
        ("1-3-2027 2,4288|1-3-2028 2,4288", ""),
        ("1-3-2027 2,25|1-1-2030 2", ""),
        ("1-1-2017 3|1-1-2018 2|1-9-2026 2,2080", ""),
        ("1-1-2017 2", ""),
    ],
)
def test_an_own_step_that_is_hardly_a_coefficient_is_told(steps: str, told: str) -> None:
    """Below the one before it, or more than 10 % above it; one that does not count for this term is left alone."""
    found = notices(groei_wijze="index", index_stappen=steps).get("indexstap_ongewoon", "")
    assert told in found
    assert bool(told) == bool(found)
    assert not found or found.endswith("De grens van 10\u00a0% is een aanname.")


@pytest.mark.parametrize("growth", ["kalenderjaar", "verjaardag", "index"])
@pytest.mark.parametrize("wage", ["bedrag", "opbouw"])
@pytest.mark.parametrize("day", ["2019-01-01", "2025-06-01", "2026-11-22"])
def test_a_plan_of_before_our_first_figures_is_worked_out(day: str, wage: str, growth: str) -> None:
    found = BUDGET.evaluate(BUDGET.read({"groei_wijze": growth, "loonbasis": wage, "cijfers_van": day}))
    assert Decimal(str(found.totals["personeel_totaal"])) > 100_000


def test_a_plan_of_before_our_first_figures_follows_the_oldest_path_that_we_found() -> None:
    then, first = (path(Inputs(groei_wijze="index", cijfers_van=day)) for day in (date(2025, 6, 1), FIRST_KNOWN))
    assert then == first
