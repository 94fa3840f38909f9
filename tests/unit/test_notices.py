"""Notices: the weightiest first, whatever the calculator and the inputs."""

from collections.abc import Mapping
from itertools import permutations

import pytest

from calculators.calculator import CALCULATORS
from calculators.core.results import Notice, Severity, by_severity

INFO, ADVICE, WARNING = (Notice(level, level, "") for level in (Severity.INFO, Severity.ADVICE, Severity.WARNING))

# Inputs that give notices of every level, the lighter ones from a rule that comes earlier.
MIXED = {
    "budget": {"fte": "60", "looptijd_jaren": "2", "posts": "1", "subsidie": "1000"},
    "looptijd": {"contract": "bepaald", "looptijd_jaren": "2", "beslissing_maanden": "24"},
    "trajecten": {"fte": "60", "factor_percentage": "nee", "doel_trajecten": "90"},
    "keuzehulp": {"fte": "20", "focus": "buurt"},
}


@pytest.mark.parametrize("order", list(permutations((INFO, ADVICE, WARNING))))
def test_any_order_becomes_the_one_by_weight(order: tuple[Notice, ...]) -> None:
    assert by_severity(order) == (WARNING, ADVICE, INFO)


def test_of_the_same_weight_the_first_stays_first() -> None:
    other = Notice("other", Severity.ADVICE, "")
    assert by_severity((ADVICE, other)) == (ADVICE, other)
    assert by_severity((other, ADVICE)) == (other, ADVICE)


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_calculator_orders_its_notices(name: str) -> None:
    calculator = CALCULATORS[name]
    notices = calculator.evaluate(calculator.read(MIXED[name])).notices
    assert len({notice.level for notice in notices}) > 1
    assert tuple(notices) == by_severity(notices)


def said(**typed: str) -> Mapping[str, str]:
    """The notices of a budget by key, without hard spaces."""
    budget = CALCULATORS["budget"]
    return {one.key: one.text.replace("\xa0", " ") for one in budget.evaluate(budget.read(typed)).notices}


ONE_PERIOD = {"subsidies_aantal": "1", "subsidie_bedrag_1": "9.000"}
SHORT = {"vacant_vanaf": "1-6-2027", "vacant_maanden": "1"}


@pytest.mark.parametrize(
    ("typed", "key", "words"),
    [
        (ONE_PERIOD | {"subsidie_tot_1": "31-12-2028"}, "subsidie_1_jaren", "in 2029. Dat jaar betaal"),
        (ONE_PERIOD | {"subsidie_tot_1": "31-12-2027"}, "subsidie_1_jaren", "in 2028 en 2029. Die jaren betaal"),
        (SHORT, "vacant_post_1", "Die maand is er geen loonkost"),
        (SHORT | {"vacant_maanden": "2"}, "vacant_post_1", "Die maanden is er geen loonkost"),
    ],
)
def test_a_notice_is_a_good_sentence_for_one_and_for_several(typed: dict[str, str], key: str, words: str) -> None:
    assert words in said(**typed)[key]
