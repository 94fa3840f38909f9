"""Posts of a budget in time: their average, those that follow one another, and months without anybody."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import budget
from calculators.budget.inputs import suffixed
from calculators.budget.posts import Post
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.core.numbers import rounded
from tests.unit.budgets import amount, percentages, starts, terms

CALCULATOR = CALCULATORS["budget"]


def posts(*periods: tuple[str, str, str]) -> budget.Inputs:
    """A budget from 2027 up to and including 2029, with posts of so much percent, from and until a day."""
    raw = {"posts": str(len(periods)), "startdatum": "2027-01-01", "looptijd_jaren": "3"}
    for number, one in enumerate(periods, start=1):
        names = [suffixed(part, number) for part in ("fte", "in_dienst", "uit_dienst")]
        raw |= dict(zip(names, one, strict=True))
    inputs: budget.Inputs = CALCULATOR.read(raw)
    return inputs


AVERAGES = {
    "one post": ([("80", "", "")], "80"),
    "two posts": ([("80", "", ""), ("50", "", "")], "130"),
    "one from july of the last year": ([("50", "", ""), ("100", "2029-07-01", "")], "66.67"),
    "one after the other": ([("50", "", "2028-06-30"), ("50", "2028-07-01", "")], "50"),
    "one after the other, with more": ([("50", "", "2028-06-30"), ("80", "2028-07-01", "")], "65"),
    "half of april": ([("36", "2027-04-16", "2027-04-30")], "0.5"),
    "the last day": ([("100", "", ""), ("31", "2029-12-31", "")], "100.03"),
}


@pytest.mark.parametrize(("periods", "average"), AVERAGES.values(), ids=AVERAGES)
def test_average_employment(periods: list[tuple[str, str, str]], average: str) -> None:
    inputs = posts(*periods)
    assert rounded(inputs.average_fte) == Decimal(average)
    assert inputs.whole_term == (not any(first or last for _, first, last in periods))


@given(st.builds(budget.Inputs, startdatum=starts, looptijd_jaren=terms, fte=percentages, posts=st.integers(1, 4)))
def test_posts_that_work_for_the_whole_term_give_their_sum(inputs: budget.Inputs) -> None:
    assert inputs.average_fte == sum(post.fte for post in inputs.all_posts)
    assert inputs.whole_term


@given(starts, terms, percentages, st.data())
def test_a_change_within_the_term_is_weighed_by_its_length(
    start: date, years: Decimal, fte: Decimal, data: st.DataObject
) -> None:
    """Two posts that follow one another are one: only the day on which the second begins moves."""
    whole = budget.Inputs(startdatum=start, looptijd_jaren=years, fte=fte)
    change = data.draw(st.dates(start + timedelta(days=1), whole.end - timedelta(days=1)))
    second = Post(fte=fte, in_dienst=change)
    inputs = replace(whole, posts=2, uit_dienst=change - timedelta(days=1), andere_posten=(second,))
    assert inputs.average_fte == pytest.approx(fte)
    assert not inputs.whole_term


FLAT_WAGE = {"fte": "100", "jaarloonkost": "60.000", "index_loon": "0", "werkingskosten": "0", "looptijd_jaren": "3"}


@pytest.mark.parametrize(
    ("typed", "years", "saved"),
    [
        ({"vacant_maanden": "3"}, ["45000", "60000", "60000"], "15000"),
        ({"vacant_maanden": "9", "vacant_vanaf": "1-10-2027"}, ["45000", "30000", "60000"], "45000"),
        ({"vacant_maanden": "1", "vacant_vanaf": "16-4-2028"}, ["60000", "55080.65", "60000"], "4919.35"),
        ({"vacant_maanden": "2", "in_dienst": "1-7-2027"}, ["20000", "60000", "60000"], "10000"),
    ],
)
def test_months_without_anybody_cost_no_wage(typed: dict[str, str], years: list[str], saved: str) -> None:
    found = budget.evaluate(CALCULATOR.read({**FLAT_WAGE, **typed}))
    assert [found.totals[f"personeel_{year}"] for year in (2027, 2028, 2029)] == list(map(Decimal, years))
    assert found.totals["vacant_post_1"] == Decimal(saved)
    assert "vacant_post_1" in {notice.key for notice in found.notices}
    assert rounded(amount(found, "kost_per_traject"), 0) == 60_000 / 80


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ({"vacant_maanden": "3", "vacant_vanaf": "1-1-2030"}, "vacant_vanaf"),
        ({"vacant_maanden": "3", "in_dienst": "1-7-2027", "vacant_vanaf": "1-6-2027"}, "vacant_vanaf"),
        ({"vacant_maanden": "3", "vacant_vanaf": "1-10-2029"}, "vacant_maanden"),
        ({"vacant_maanden": "12"}, "vacant_maanden"),
    ],
)
def test_a_gap_lies_within_its_post(typed: dict[str, str], name: str) -> None:
    with pytest.raises(InputErrors) as caught:
        CALCULATOR.read({**FLAT_WAGE, **typed})
    assert list(caught.value.messages) == [name]
