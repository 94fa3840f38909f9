"""Operating costs: one amount for all six categories, or each for itself."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import budget
from calculators.budget.operating import EXAMPLES, Operating, yearly
from calculators.calculator import CALCULATORS
from calculators.core.results import Trace

YEAR = "werking_jaar"


def test_one_amount_counts_while_no_category_is_filled_in() -> None:
    totals = budget.evaluate(budget.Inputs(werkingskosten=Decimal(18000))).totals
    assert totals[YEAR] == 18000
    assert totals["werking_deelname"] == 6000, "divided as the example is: 3.000 of each 9.000"


def test_a_category_that_is_filled_in_makes_the_sum_count() -> None:
    inputs = budget.Inputs(werkingskosten=Decimal(18000), werkingskosten_deelname=Decimal(5000))
    result = budget.evaluate(inputs)
    assert result.totals[YEAR] == 5000 + 6000
    notice = next(one for one in result.notices if one.key == "werkingskosten_verdeeld")
    assert "€ 11.000,00" in notice.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "€ 18.000,00" in notice.text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_category_that_is_worked_out_makes_the_sum_count() -> None:
    inputs = budget.Inputs(werkingskosten=Decimal(18000), catering_wijze="berekend")
    assert budget.evaluate(inputs).totals[YEAR] == 9000 - 800


def test_the_example_as_it_is_says_nothing_about_dividing() -> None:
    notices = budget.evaluate(budget.Inputs(werkingskosten_deelname=Decimal(5000))).notices
    assert "werkingskosten_verdeeld" not in {one.key for one in notices}


@given(st.decimals(0, 10**6, places=2))
def test_what_is_divided_stays_whole_and_no_part_is_negative(amount: Decimal) -> None:
    parts = yearly(Operating(werkingskosten=amount), Trace())
    assert sum(parts.values()) == amount
    assert min(parts.values()) >= 0
    assert all(part == round(part, 2) for part in parts.values())


@pytest.mark.parametrize(
    ("raw", "examples"),
    [
        ({}, 2),
        ({"werkingskosten": "12.000"}, 1),
        ({"werkingskosten_catering": "900"}, 1 + 5),
        ({"werkingskosten": "12.000", "werkingskosten_catering": "900"}, 1 + 5),
        ({"catering_wijze": "berekend"}, 1 + 5),
    ],
)
def test_examples_are_counted_where_they_count(raw: dict[str, str], examples: int) -> None:
    left = CALCULATORS["budget"].examples_left(raw)
    assert len(left) == examples, left


def test_the_examples_of_the_categories_are_that_of_the_whole() -> None:
    fields = budget.FIELDS
    assert fields["werkingskosten"].default == sum(EXAMPLES.values())
    assert {name: fields[f"werkingskosten_{name}"].default for name in EXAMPLES} == EXAMPLES


@pytest.mark.parametrize("category", EXAMPLES)
def test_all_that_is_asked_of_a_category_stands_on_its_card(category: str) -> None:
    mode, amount = f"{category}_wijze", f"werkingskosten_{category}"
    asked = {
        name: field
        for name, field in budget.FIELDS.items()
        if name in (mode, amount) or (field.shown_if and field.shown_if[0] == mode)
    }
    assert len(asked) > 2, "how, an amount, and what it is worked out from"
    assert {field.subtotal for field in asked.values()} == {f"werking_{category}"}
    assert len({field.card for field in asked.values()}) == 1
