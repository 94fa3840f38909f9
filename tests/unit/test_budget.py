"""The budget: cases that an HR person can read, and laws that hold for any input."""

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
from calculators.core.fields import InputErrors, to_form_text
from calculators.core.numbers import rounded
from calculators.core.results import Row
from calculators.examples import EXAMPLES
from calculators.render.result import fragment
from tests.unit.budgets import amount, percentages, starts, terms

CASES = tomllib.loads((Path(__file__).parent / "cases/budget.toml").read_text(encoding="utf-8"))
CALCULATOR = CALCULATORS["budget"]

amounts = st.decimals(0, 10**6, places=2)
growths = st.decimals(-10, 25, places=2)
HALF_CENT = Decimal("0.005")
"""The most that rounding an amount changes it."""


def name(case: dict[str, Any]) -> str:
    return str(case["naam"])


@pytest.mark.parametrize("case", CASES["geval"], ids=name)
def test_case(case: dict[str, Any]) -> None:
    result = CALCULATOR.evaluate(CALCULATOR.read(case["invoer"]))
    found = {key: rounded(amount(result, key)) for key in case["verwacht"]}
    assert found == {key: Decimal(text) for key, text in case["verwacht"].items()}
    notices = {notice.key: notice.text for notice in result.told}
    assert notices.keys() >= set(case.get("melding", []))
    assert not notices.keys() & set(case.get("geen", []))
    for key, words in case.get("zegt", {}).items():
        assert words in notices[key]


@pytest.mark.parametrize("case", CASES["fout"], ids=name)
def test_wrong_input_is_reported_at_its_field(case: dict[str, Any]) -> None:
    with pytest.raises(InputErrors) as error:
        CALCULATOR.read(case["invoer"])
    assert sorted(error.value.messages) == case["bij"]


def test_a_program_hears_of_a_wrong_figure_by_the_name_of_its_field() -> None:
    with pytest.raises(InputErrors) as error:
        budget.from_values({"posts": 2, "jaarloonkost_2": Decimal(-5)})
    assert list(error.value.messages) == ["jaarloonkost_2"]


@given(
    st.builds(
        budget.Inputs,
        startdatum=starts,
        looptijd_jaren=terms,
        fte=percentages,
        jaarloonkost=st.decimals(1000, 300000, places=2),
        index_loon=growths,
        index_werking=growths,
    )
)
def test_calendar_years_add_up_to_the_term(inputs: budget.Inputs) -> None:
    result = budget.evaluate(inputs)
    calendar = [f"totaal_{year}" for year in range(inputs.startdatum.year, inputs.end.year + 1)]
    for keys in (calendar, [f"totaal_jaar_{year}" for year in range(1, 12)]):
        assert sum(amount(result, key) for key in keys if key in result.totals) == amount(result, "totaal")


@given(start=starts, whole=st.integers(1, 10), fte=percentages, wage=growths)
def test_full_years_follow_the_formula_for_any_start(start: date, whole: int, fte: Decimal, wage: Decimal) -> None:
    """With growth at each anniversary. Seven lines are rounded, in two calendar years of each year of the term."""
    result = budget.evaluate(
        budget.Inputs(
            startdatum=start,
            looptijd_jaren=Decimal(whole),
            fte=fte,
            index_loon=wage,
            index_werking=wage,
            groei_wijze="verjaardag",
        )
    )
    yearly = Decimal(61400) * fte / 100 + 9000
    expected = sum(yearly * (1 + wage / 100) ** year for year in range(whole))
    assert amount(result, "totaal") == pytest.approx(expected, abs=HALF_CENT * 7 * 2 * whole)


@given(low=percentages, high=percentages, start=starts)
def test_more_fte_never_costs_less(low: Decimal, high: Decimal, start: date) -> None:
    low, high = sorted((low, high))
    cheap, dear = (budget.evaluate(budget.Inputs(fte=fte, startdatum=start)) for fte in (low, high))
    assert amount(cheap, "totaal") <= amount(dear, "totaal")


@given(fte=st.decimals(5, 50, places=1), cost=st.decimals(1000, 300000, places=2), years=terms)
def test_two_equal_halves_cost_as_much_as_one_post(fte: Decimal, cost: Decimal, years: Decimal) -> None:
    one = budget.evaluate(budget.Inputs(fte=2 * fte, jaarloonkost=cost, looptijd_jaren=years))
    half = budget.Post(fte=fte, jaarloonkost=cost)
    two = budget.evaluate(
        budget.Inputs(posts=2, fte=fte, jaarloonkost=cost, looptijd_jaren=years, andere_posten=(half,))
    )
    assert amount(two, "totaal") == pytest.approx(amount(one, "totaal"), abs=HALF_CENT * 3 * 20)


def in_two(raw: dict[str, str]) -> dict[str, str]:
    """What the example "Twee halftijdsen" makes of a form."""
    example = next(one for one in EXAMPLES if one.name == "Twee halftijdsen")
    form = {name: to_form_text(field, field.default) for name, field in CALCULATOR.fields.items()} | raw
    return form | {name: form[text[1:]] if text[:1] == "=" else text for name, text in example.values.items()}


@pytest.mark.parametrize(
    "wage",
    [
        {"jaarloonkost": "70.000"},
        {"loonbasis": "opbouw", "jaarsalaris": "30.000", "maaltijdcheque": "8", "maaltijdcheque_dagen": "215"},
        {"loonbasis": "opbouw", "bijdragen": "eigen", "bijdragen_eigen": "33"},
        {"in_dienst": "2027-07-01"},
    ],
)
def test_the_example_of_two_halves_costs_as_much_as_a_full_timer(wage: dict[str, str]) -> None:
    one, two = (CALCULATOR.evaluate(CALCULATOR.read(raw)) for raw in ({"fte": "100", **wage}, in_two(wage)))
    assert amount(two, "totaal") == pytest.approx(amount(one, "totaal"), abs=HALF_CENT * 3 * 3)


def test_a_tenth_more_wage_is_a_tenth_more_personnel_however_it_was_built() -> None:
    for basis in ("bedrag", "opbouw"):
        result = CALCULATOR.evaluate(CALCULATOR.read({"loonbasis": basis, "maaltijdcheque": "8"}))
        table = next(table for table in result.tables if table.key == "gevoeligheid")
        more = next(row for row in table.rows if row.heading == "Loonkost 10\u00a0% hoger").cells[1].value
        assert more == pytest.approx(amount(result, "personeel_totaal") / 10)


@given(subsidy=amounts)
def test_net_is_cost_less_income(subsidy: Decimal) -> None:
    result = budget.evaluate(budget.Inputs(subsidie=subsidy))
    assert amount(result, "netto_totaal") == amount(result, "totaal") - subsidy


def test_every_shown_figure_is_explained() -> None:
    result = CALCULATOR.evaluate(CALCULATOR.read({"uitvoering": "extern", "posts": "2", "loonbasis": "opbouw"}))
    steps = {line.key for line in result.trace}
    assert {line.key for line in result.lines} <= steps
    years = next(table for table in result.tables if table.key == "kalenderjaar")
    shown = {cell.key for row in years.rows if row.heading != "Subsidies" for cell in row.cells}
    assert shown <= steps, "every figure of the table per calendar year"
    assert all(line.formula for line in result.trace)
    assert steps <= set(result.totals)


def row(raw: dict[str, str], label: str) -> Row:
    """A row of the table of what changes."""
    result = CALCULATOR.evaluate(CALCULATOR.read(raw))
    table = next(table for table in result.tables if table.key == "gevoeligheid")
    assert len(table.rows) == 6
    return next(one for one in table.rows if one.heading == label)


LATER = "Start drie maanden later"


def test_the_last_day_of_the_term_stays_that_when_everything_moves() -> None:
    """Finding A1: this row was not there at all."""
    raw = {"startdatum": "31-7-2027", "looptijd_jaren": "2,5", "fte": "100", "index_loon": "0"}
    ends, stays = row(raw | {"uit_dienst": "30-1-2030"}, LATER), row(raw, LATER)
    assert ends.cells == stays.cells != ()


@pytest.mark.parametrize(
    "raw",
    [
        {"uit_dienst": "30-9-2028"},
        {"in_dienst": "31-8-2027", "startdatum": "31-5-2027"},
        {"startdatum": "31-8-2031", "looptijd_jaren": "4", "uit_dienst": "30-8-2035"},
    ],
)
def test_no_day_of_pay_is_lost_when_everything_moves(raw: dict[str, str]) -> None:
    """Months keep their ends: without growth, three months later costs the same."""
    moved = row({"fte": "100", "index_loon": "0", "index_werking": "0", **raw}, LATER)
    assert moved.cells[1].value == 0


@pytest.mark.parametrize(
    ("raw", "label", "why"),
    [
        (
            {"jaarloonkost": "300.000"},
            "Loonkost 10\u00a0% hoger",
            "Niet berekend. “Jaarloonkost voor een voltijdse” gaat van € 1.000 tot en met € 300.000.",
        ),
        (
            {"index_loon": "25"},
            "Groei 1 punt hoger",
            "Niet berekend. “Groei van de loonkost per jaar” gaat van -10 % tot en met 25 %.",
        ),
        (
            {"startdatum": "31-12-2060"},
            LATER,
            "Niet berekend. “Startdatum” gaat van 1 januari 2010 tot en met 31 december 2060.",
        ),
        (
            {"startdatum": "1-1-2034", "in_dienst": "30-11-2034", "uit_dienst": "30-11-2034"},
            LATER,
            "Niet berekend. Een van je posten heeft die dag dan niet.",
        ),
    ],
)
def test_a_row_that_cannot_be_worked_out_says_why(raw: dict[str, str], label: str, why: str) -> None:
    found = row(raw, label)
    assert (found.cells, found.why.replace("\u00a0", " ")) == ((), why)
    html = fragment(CALCULATOR.evaluate(CALCULATOR.read(raw)))
    assert f'<td colspan="3" class="rh-reden">{found.why}</td>' in html


@pytest.mark.parametrize("label", ["Loonkost 10\u00a0% hoger", "Loonkost 10\u00a0% lager"])
def test_a_built_wage_has_no_bounds_of_an_amount(label: str) -> None:
    """Nor has what a replacement adds: only an amount that the reader filled in keeps to its own bounds."""
    subsidised = row({"loonbasis": "opbouw", "loonsubsidie": "200.000"}, label)
    assert [cell.value for cell in subsidised.cells][1:] == [0, 9000]
    assert row({"jaarloonkost": "270.000", "vervanging": "15"}, label).cells


def test_a_later_start_keeps_the_prices_and_says_when_it_begins() -> None:
    """Over New Year too it is three months of growth dearer: prices are not those of another year."""
    within, over = row({}, LATER), row({"startdatum": "1-11-2027"}, LATER)
    assert (within.cells[1].value, over.cells[1].value) == (Decimal("889.34"), Decimal("895.25"))
    assert over.cells[2].value == "begint in 2028"


def test_a_changed_total_is_explained_as_a_sum_of_its_components() -> None:
    result = CALCULATOR.evaluate(CALCULATOR.read({}))
    step = next(line for line in result.trace if line.key == "als_loon_hoger")
    assert step.value == row({}, "Loonkost 10\u00a0% hoger").cells[0].value
    assert step.formula.replace("\u00a0", " ") == "€ 165.359,53 personeel + € 27.543,60 werkingskosten"


def test_only_a_subsidy_that_asks_an_own_share_warns_of_it() -> None:
    raw = {"fte": "50", "looptijd_jaren": "1", "subsidies_aantal": "2", "subsidie_bedrag_1": "90.000"}
    result = CALCULATOR.evaluate(CALCULATOR.read(raw | {"subsidie_eigen_2": "20"}))
    warned = [notice.key for notice in result.notices if notice.key.endswith("_eigen")]
    assert warned == ["subsidie_2_eigen"]


def test_days_of_a_subsidy_keep_no_row_or_term_from_being_worked_out() -> None:
    """Only costs are compared: the subsidy need not fit another start, or another term."""
    raw = {"subsidies_aantal": "1", "subsidie_van_1": "1-1-2027", "subsidie_tot_1": "31-12-2029"}
    plain = {"beschikbaar": "100.000"}
    assert row(raw, LATER) == row({}, LATER)
    months = [
        CALCULATOR.evaluate(CALCULATOR.read(one)).totals["maanden_voor_beschikbaar"] for one in (plain, plain | raw)
    ]
    assert months == [20, 20]


def test_the_main_figures_are_those_of_the_page() -> None:
    inputs = CALCULATOR.read({"startdatum": "1-3-2027", "subsidie": "20.000", "verplaatsing_wijze": "berekend"})
    found, page = budget.calculate(inputs), budget.evaluate(inputs)
    keys = ("totaal", "inkomsten_totaal", "netto_totaal", "werking_jaar")
    assert [found.total, found.income, found.net, found.operating_year] == [amount(page, key) for key in keys]
