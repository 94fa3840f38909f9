"""The budget equals what the method page says, worked out independently, on random inputs with every option."""

import re
from decimal import Decimal

from hypothesis import given, settings

from calculators import budget
from calculators.core.numbers import cents, rounded
from tests.unit.budgets import Values, budgets, rates
from tests.unit.independent import method

OTHERS = re.compile(
    r"loon_|vacant_|kost_per_|personeel_post_|werking_[a-z]+_totaal$|totaal_(laag|hoog)|.+_voor_beschikbaar"
)
"""Steps on the way to a cell, and what is divided by a number or worked out with other inputs: not sums of cells."""


@settings(max_examples=150, deadline=None)
@given(budgets())
def test_every_total_is_that_of_the_method_page(values: Values) -> None:
    inputs = budget.from_values(values)
    expected = method.totals(values, rates(inputs))
    found = {key: value for key, value in budget.evaluate(inputs).totals.items() if not OTHERS.match(key)}
    assert {key: rounded(Decimal(str(value))) for key, value in found.items()} == {
        key: cents(expected[key]) for key in found
    }
    assert {key: amount for key, amount in expected.items() if key not in found and amount} == {}
