"""Every amount of a budget is what the formula beside it gives, worked out from the numbers that it shows."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings

from calculators.budget import evaluate
from calculators.budget.inputs import from_values
from calculators.calculator import CALCULATORS
from calculators.core.numbers import rounded
from calculators.core.results import Line, Unit
from tests.unit.budgets import Values, budgets
from tests.unit.formulas import HALF_A_CENT, Formula

BUDGET = CALCULATORS["budget"]
NO_SUM = re.compile(r"totaal_(laag|hoog)")
"""What is said in words."""


def misses(line: Line) -> bool:
    """Whether a line differs from its formula by more than the rounding of its amounts, and of each part, explains."""
    formula = Formula(line.formula)
    parts = 2 + line.formula.count("+") + (24 if "afgerond" in line.formula else 0)
    assert isinstance(line.value, Decimal)
    return abs(formula.value() - Fraction(rounded(line.value))) > formula.slack() + parts * HALF_A_CENT


@settings(max_examples=60, deadline=None)
@given(budgets())
def test_a_formula_gives_the_amount_that_it_stands_beside(values: Values) -> None:
    lines = evaluate(from_values(values)).trace
    amounts = [
        line
        for line in lines
        if line.unit is Unit.EURO and not NO_SUM.fullmatch(line.key) and ", hoogstens " not in line.formula
    ]
    wrong = [line for line in amounts if misses(line)]
    assert not [f"{line.key}: {line.value} is niet {line.formula}" for line in wrong]


@pytest.mark.parametrize(
    ("typed", "key", "formula"),
    [
        ({"kinderen_per_jaar": "40", "looptijd_jaren": "7 maanden"}, "kost_per_kind", "€ 33.903,33 / (40 × 7/12 jaar)"),
        ({"resultaten_per_jaar": "40"}, "kost_per_resultaat", "€ 177.870,45 / (40 × 3 jaar)"),
        ({"looptijd_jaren": "1 maand"}, "kost_per_traject", "€ 4.843,33 / 5,33333 gestarte trajecten"),
        ({}, "kost_per_traject", "€ 177.870,45 / 192,0 gestarte trajecten"),
        ({"fte": "82,5"}, "personeel_post_1", "0,825 VTE × € 61.400,00"),
        ({"betalers_aantal": "3"}, "betaler_1_totaal", "1/3 × € 177.870,45"),
        ({"betalers_aantal": "4"}, "betaler_1_totaal", "25 % × € 177.870,45"),
        ({"aantal": "3"}, "personeel_post_1", "3 × 0,80 VTE × € 61.400,00"),
        ({"groei_wijze": "index"}, "personeel_jaar_3", "0,80 VTE × € 61.400,00 × 2,2972 × 1,02 / 2,2080"),
    ],
)
def test_a_formula_shows_as_many_decimals_as_it_needs(typed: Mapping[str, str], key: str, formula: str) -> None:
    shown = {line.key: line.formula.replace("\xa0", " ") for line in BUDGET.evaluate(BUDGET.read(typed)).trace}
    assert shown[key].startswith(formula)
