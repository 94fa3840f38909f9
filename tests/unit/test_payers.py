"""Who pays what: the net cost in parts that add up, by fixed shares or by inhabitants."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.budget import Inputs
from calculators.budget.payers import Payer
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.core.numbers import in_parts
from calculators.core.results import Result

BUDGET = CALCULATORS["budget"]


def paid(**typed: str) -> Result:
    """The example of € 177.870,45, shared as a reader fills in."""
    return BUDGET.evaluate(BUDGET.read(typed))


def amounts(result: Result) -> dict[str, Decimal]:
    """What each pays over the whole term, by name, and all together."""
    table = next(one for one in result.tables if one.key == "betalers")
    found = {row.heading: row.cells[-1].value for row in table.rows}
    return {name: value for name, value in found.items() if isinstance(value, Decimal)}


def test_one_who_pays_all_sees_nothing_of_it() -> None:
    assert not [table for table in paid().tables if table.key == "betalers"]


def test_fixed_shares() -> None:
    found = amounts(paid(betalers_aantal="2", betaler_naam_1="Gent", betaler_aandeel_1="60", betaler_aandeel_2="40"))
    assert found == {
        "Gent": Decimal("106722.27"),
        "Betaler 2": Decimal("71148.18"),
        "Nettokost": Decimal("177870.45"),
    }


def test_who_has_no_share_pays_what_is_left_equally() -> None:
    found = amounts(paid(betalers_aantal="3", betaler_aandeel_1="50"))
    assert found["Betaler 1"] == Decimal("88935.23")
    assert found["Betaler 2"] - found["Betaler 3"] in {Decimal("0.00"), Decimal("0.01"), Decimal("0.02")}


def test_by_inhabitants() -> None:
    typed = {"betalers_aantal": "2", "betalers_wijze": "inwoners"}
    found = paid(**typed, betaler_aandeel_1="30.000", betaler_aandeel_2="10.000")
    assert amounts(found)["Betaler 1"] == Decimal("133402.84")
    formulas = {line.key: line.formula for line in found.trace}
    assert formulas["betaler_1_totaal"].startswith("30.000/40.000 inwoners × €")


def test_a_subsidy_comes_off_before_it_is_shared() -> None:
    found = amounts(paid(betalers_aantal="2", subsidie="20.000"))
    assert found["Nettokost"] == Decimal("157870.45")


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [("60", "30", "betaler_aandeel_2"), ("60", "50", "betaler_aandeel_2"), ("60", "33,333", "betaler_aandeel_2")],
)
def test_percentages_that_are_not_100_are_told(first: str, second: str, wrong: str) -> None:
    with pytest.raises(InputErrors) as told:
        paid(betalers_aantal="2", betaler_aandeel_1=first, betaler_aandeel_2=second)
    assert list(told.value.messages) == [wrong]
    assert "ze moeten 100\u00a0% zijn" in told.value.messages[wrong]


@pytest.mark.parametrize(("first", "second"), [("50%", "50 procent"), ("33,333", ""), ("33,333 %", "66,667")])
def test_a_share_may_be_typed_as_a_percentage(first: str, second: str) -> None:
    assert amounts(paid(betalers_aantal="2", betaler_aandeel_1=first, betaler_aandeel_2=second))


@pytest.mark.parametrize(
    ("way", "typed", "message"),
    [
        ("deel", "33.333", "Bedoel je 33,333\u00a0%?"),
        ("deel", "1/3", "Bedoel je 33,33\u00a0%?"),
        ("deel", "120", "een percentage in van 0\u00a0% tot en met 100\u00a0%."),
        ("inwoners", "33,333", "Bedoel je 33,3330 of 33.333?"),
        ("inwoners", "50%", "een getal in, geen percentage."),
    ],
)
def test_what_a_share_cannot_be_is_explained(way: str, typed: str, message: str) -> None:
    with pytest.raises(InputErrors) as told:
        paid(betalers_aantal="1", betalers_wijze=way, betaler_aandeel_1=typed)
    assert told.value.messages["betaler_aandeel_1"].endswith(message)


def test_a_program_hears_of_a_share_that_is_too_large() -> None:
    with pytest.raises(InputErrors, match="samen zijn 120\u00a0%"):
        Inputs(betalers_aantal=1, betalers=(Payer(betaler_aandeel=Decimal(120)),))


@given(st.decimals(-(10**6), 10**6, places=2), st.lists(st.integers(0, 50), min_size=1, max_size=8))
def test_parts_keep_the_total_and_are_at_most_a_cent_off(amount: Decimal, sizes: list[int]) -> None:
    whole = sum(sizes) or 1
    shares = tuple(Fraction(size, whole) for size in sizes) if sum(sizes) else (Fraction(1), *([Fraction(0)] * 3))
    parts = in_parts(Fraction(amount), shares)
    assert sum(parts) == amount
    exact = [Fraction(amount) * share for share in shares]
    assert all(abs(Fraction(part) - one) <= Fraction(1, 100) for part, one in zip(parts, exact, strict=True))


@given(wage=st.integers(4_000_000, 9_000_000), count=st.integers(2, 8), years=st.integers(1, 10))
def test_equal_payers_differ_at_most_a_cent_a_year(wage: int, count: int, years: int) -> None:
    """So says the note below the table; over the whole term it is a cent for each calendar year."""
    inputs = Inputs(
        jaarloonkost=Decimal(wage) / 100,
        looptijd_jaren=Decimal(years),
        betalers_aantal=count,
        betalers_wijze="inwoners",
    )
    (table,) = (one for one in BUDGET.evaluate(inputs).tables if one.key == "betalers")
    assert table.note.endswith("Twee gelijke delen kunnen daardoor een cent per kalenderjaar verschillen.")
    payers = [[Decimal(str(cell.value)) for cell in row.cells] for row in table.rows[:-1]]
    *by_year, _ = zip(*payers, strict=True)
    assert all(max(shares) - min(shares) <= Decimal("0.01") for shares in by_year)
