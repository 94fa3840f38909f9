"""The budget equals what the method page says, worked out independently, on random inputs with every option."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import budget
from calculators.core.numbers import cents, rounded
from tests.unit.budgets import Values, budgets, rates
from tests.unit.independent import answers, method

OTHERS = re.compile(r"loon_|vacant_|kost_per_|personeel_post_|werking_[a-z]+_totaal$|.+_voor_beschikbaar|als_")
"""Steps on the way to a cell, and what is divided by a number or worked out with other inputs: not sums of cells."""

MOST_AVAILABLE = Decimal(100_000_000)
"""The largest amount that the form takes."""


@settings(max_examples=150, deadline=None)
@given(budgets())
def test_every_total_is_that_of_the_method_page(values: Values) -> None:
    inputs = budget.from_values(values)
    figures = rates(inputs)
    expected = method.totals(values, figures) | answers.band(values, figures)
    found = {key: value for key, value in budget.evaluate(inputs).totals.items() if not OTHERS.match(key)}
    assert {key: rounded(Decimal(str(value))) for key, value in found.items()} == {
        key: cents(expected[key]) for key in found
    }
    assert {key: amount for key, amount in expected.items() if key not in found and amount} == {}


@settings(max_examples=40, deadline=None)
@given(budgets(), st.integers(1, 400))
def test_the_way_back_from_an_amount_is_that_of_the_method_page(values: Values, hundredth: int) -> None:
    """The most employment and the longest term that cost no more; a step further costs more."""
    inputs = budget.from_values(values)
    figures = rates(inputs)
    available = min(cents(answers.total(values, figures) * hundredth / 100), MOST_AVAILABLE)
    values["beschikbaar"] = available
    found = budget.evaluate(budget.from_values(values)).totals
    if isinstance(most := found["fte_voor_beschikbaar"], Decimal):
        assert most == 0 or answers.with_employment(values, figures, most) <= available
        further, end = most + Decimal("0.1"), answers.most_employment(values)
        assert most <= end
        assert further > end or answers.with_employment(values, figures, further) > available
    if isinstance(months := found["maanden_voor_beschikbaar"], Decimal):
        assert answers.lasting(values, figures, months) <= available
        assert months == 120 or answers.lasting(values, figures, months + 1) > available
