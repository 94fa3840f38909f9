"""A built-up wage: cases that an HR person can read, what plans of before keep, and the figures behind it."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import budget
from calculators.calculator import CALCULATORS
from calculators.core.numbers import format_euro, rounded
from calculators.core.parameters import FIRST_KNOWN, Confidence, Origin, Use, all_, get
from calculators.core.results import Line, Result

CASES = tomllib.loads((Path(__file__).parent / "cases/wages.toml").read_text(encoding="utf-8"))
CALCULATOR = CALCULATORS["budget"]
BUILT = {"loonbasis": "opbouw"}


def calculated(**raw: str) -> Result:
    return CALCULATOR.evaluate(CALCULATOR.read(raw))


def line(result: Result, key: str) -> Line:
    return next(one for one in result.trace if one.key == key)


def amount(result: Result, key: str) -> Decimal:
    value = result.totals[key]
    assert isinstance(value, Decimal)
    return value


@pytest.mark.parametrize("case", CASES["geval"], ids=lambda case: str(case["naam"]))
def test_case(case: dict[str, Any]) -> None:
    result = calculated(**case["invoer"])
    assert {key: rounded(amount(result, key)) for key in case["verwacht"]} == {
        key: Decimal(text) for key, text in case["verwacht"].items()
    }
    notices = {notice.key: notice.text for notice in result.told}
    assert notices.keys() >= set(case.get("melding", []))
    assert not notices.keys() & set(case.get("geen", []))
    for key, words in case.get("zegt", {}).items():
        assert words in notices[key]


ALL = {
    "loonbasis": "opbouw",
    "fte": "100",
    "eindejaar_vast": "1.395",
    "maaltijdcheque": "8",
    "maaltijdcheque_dagen": "200",
    "standplaats": "359,95",
    "ongevallen_percent": "1",
    "andere_loonkost": "300",
    "loonsubsidie": "2.500",
    "vervanging": "4",
}
PARTS = (
    *("loon_bruto", "loon_standplaats", "loon_vakantiegeld", "loon_eindejaar", "loon_bijdragen", "loon_pijler"),
    *("loon_pijler_bijdrage", "loon_ongevallen", "loon_maaltijdcheques", "loon_andere", "loon_subsidie"),
)


def test_the_parts_add_up_to_the_cost_of_a_full_timer() -> None:
    result = calculated(**ALL)
    whole = sum(amount(result, key) for key in PARTS)
    assert whole == pytest.approx(amount(result, "loon_voltijds"))
    assert whole * Decimal("1.04") == pytest.approx(amount(result, "loon_met_vervanging"))
    assert whole * Decimal("1.04") == pytest.approx(amount(result, "personeel_post_1"))


def test_every_part_has_its_formula_and_what_is_ours_says_so() -> None:
    result = calculated(**ALL)
    assert all(line(result, key).formula for key in (*PARTS, "loon_voltijds", "loon_vervanging"))
    assert [key for key in PARTS if line(result, key).assumption] == ["loon_standplaats", "loon_ongevallen"]
    assert line(result, "loon_pijler_bijdrage").parameters == (get("pension_second_pillar_levy").current,)
    assert line(result, "loon_voltijds").formula.endswith("− €\u00a02.500,00")


def test_what_was_not_filled_in_has_no_line() -> None:
    keys = {one.key for one in calculated(**BUILT).trace if one.key.startswith("loon_")}
    assert keys == {
        *("loon_bruto", "loon_vakantiegeld", "loon_eindejaar", "loon_bijdragen", "loon_pijler"),
        *("loon_pijler_bijdrage", "loon_voltijds"),
    }


@given(share=st.decimals(0, 100, places=2), cost=st.decimals(1000, 200000, places=2))
def test_replacement_is_a_share_on_top_of_the_wage(share: Decimal, cost: Decimal) -> None:
    result = budget.evaluate(budget.Inputs(fte=Decimal(100), jaarloonkost=cost, vervanging=share))
    assert amount(result, "personeel_post_1") == pytest.approx(cost * (1 + share / 100))


def test_the_sensitivity_counts_replacement_once() -> None:
    result = calculated(fte="100", jaarloonkost="60.000", vervanging="10")
    table = next(table for table in result.tables if table.key == "gevoeligheid")
    more = next(row for row in table.rows if row.key == "loon_hoger").cells[1].value
    assert more == pytest.approx(amount(result, "personeel_totaal") / 10)


def test_two_posts_have_wages_of_their_own() -> None:
    result = calculated(posts="2", loonbasis_2="opbouw", loonsubsidie_2="1.000", vervanging="3", fte_2="50")
    assert {"loon_vervanging", "loon_subsidie_2", "loon_voltijds_2"} <= {one.key for one in result.trace}


EARLIER = {"cijfers_van": FIRST_KNOWN.isoformat()}


def test_a_plan_of_before_keeps_its_wage() -> None:
    """What became known, or was first asked, after it was made, does not change it."""
    old = calculated(**BUILT, **EARLIER)
    assert rounded(amount(old, "loon_bruto")) == Decimal("40696.36"), "18.800 × 2,1647"
    assert "loon_pijler_bijdrage" not in old.totals
    small = {**BUILT, "bijdragen": "pc329-klein"}
    assert line(calculated(**small, **EARLIER), "loon_bijdragen").formula.startswith("32,86")
    assert line(calculated(**small), "loon_bijdragen").formula.startswith("33,34")


def test_the_page_can_tell_that_the_levy_came_since() -> None:
    others = CALCULATOR.other_defaults(EARLIER)
    assert others["pijler_bijdrage"] == "0"
    assert others["index_coefficient"] == "2,1647"


def test_the_rates_of_pc_329_are_sums_of_their_parts() -> None:
    extra = get("pc329_closure_fund").current.value + get("pc329_sector_pension").current.value
    for name in ("pc329_rsz_under_10", "pc329_rsz_from_10"):
        first, last = get(name).values
        assert (first.value + extra, first.valid_from) == (last.value, last.valid_from)


def test_index_steps_are_two_percent() -> None:
    by_hand = {"index_forecast_2027_03": "2.2080", "index_forecast_2028_01": "2.2522"}
    for name, before in by_hand.items():
        assert abs(get(name).current.value - Decimal(before) * Decimal("1.02")) < Decimal("0.0001")
    average = (2 * Decimal("2.2080") + 10 * Decimal("2.2522")) / 12
    assert round(average, 5) == get("index_forecast_average_2027").current.value
    assert round(Decimal(4000) * 12 / Decimal("2.2080")) == get("index_cap_at_100").current.value


def test_the_year_end_allowance_of_2015_is_the_sum_of_its_parts() -> None:
    parts = get("year_end_indexed_base").current.value + get("year_end_nonindexed").current.value
    assert parts == get("year_end_fixed").on(date(2015, 12, 1)) == Decimal("1262.43")


def test_forecasts_are_marked_and_never_a_default() -> None:
    forecasts = [figure for figure in all_() if "forecast" in figure.id]
    assert len(forecasts) == 8
    for figure in forecasts:
        assert (figure.use, figure.confidence) == (Use.REFERENCE, Confidence.LOW)
        assert "(prognose)" in figure.label
    through = {figure.id for figure in forecasts if figure.origin is Origin.SECOND_HAND}
    assert all("Planbureau" in get(name).source for name in through)


def test_what_others_reckon_follows_from_their_sources() -> None:
    """Gent: 2,5 million for 43,5 full-timers in 2019, then by the index; VVSG: 130.000 for 21 months."""
    per_full_timer = Decimal(2_500_000) / Decimal("43.5")
    first, march, september = (one.value for one in get("cost_gent_per_full_timer").values)
    assert first == rounded(per_full_timer, 0)
    assert march == rounded(per_full_timer / Decimal("1.7069") * Decimal("2.1647"), 0)
    assert september == rounded(per_full_timer / Decimal("1.7069") * Decimal("2.2080"), 0)
    assert rounded(Decimal(130_000) / 21 * 12) == get("cost_vvsg_per_year").current.value


def test_the_worked_example_is_the_sum_of_its_parts() -> None:
    for name, salary in (("cost_illustration_b1_step0", "17.300"), ("cost_illustration_b1_step6", "18.800")):
        given_ = {"eindejaar_vast": "1.395", "maaltijdcheque": "6,91", "maaltijdcheque_dagen": "215"}
        built = amount(calculated(**BUILT, jaarsalaris=salary, **given_), "loon_voltijds")
        assert rounded(built, 0) == get(name).current.value


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"looptijd_jaren": "1"},
        {"vervanging": "20"},
        {"loon_prijs": "1-1-2022", "index_coefficient": "1,9222"},
        {"loonsubsidie": "100.000"},
        {"in_dienst": "1-3-2028", "ancienniteit": "percent", "ancienniteit_percent": "2"},
        {"startdatum": "15-9-2027", "groei_wijze": "index", "vacant_maanden": "2", "aantal": "3"},
        {"uitvoering": "extern", "overhead": "10"},
    ],
    ids=str,
)
def test_the_notice_on_holiday_pay_tells_what_counting_it_when_paid_would_change(raw: dict[str, str]) -> None:
    """The first calendar year that differs, and by how much; without a difference there is nothing to tell."""
    given_ = {**BUILT, "eindejaar_vast": "1384", "fte": "100"} | raw
    earned, paid = (calculated(**given_, vakantiegeld_telt=how) for how in ("verdiend", "betaald"))
    years = [key for key in earned.totals if key.startswith("personeel_20")]
    less = {key[-4:]: amount(earned, key) - amount(paid, key) for key in years}
    told = next((notice.text for notice in earned.told if notice.key == "vakantiegeld_later"), "")
    first = next((year for year, difference in less.items() if difference > 1), "")
    assert bool(told) == bool(first)
    if first:
        assert f"In {first} betaal je dan ongeveer {format_euro(less[first], 0)} minder aan personeel" in told
