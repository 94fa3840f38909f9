"""The index path of wages: steps by date, those that are known first, then what is expected, then yearly growth."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

from calculators.budget.growth import power, times_power
from calculators.budget.prices import Prices
from calculators.core import parameters
from calculators.core.index_steps import IndexSteps
from calculators.core.numbers import as_decimal, format_exact, format_number, rounded
from calculators.core.parameters import FIRST_KNOWN, Dated
from calculators.core.periods import end_after, last_not_after

KNOWN, FORECAST, OWN, GROWN = "bekend", "prognose", "eigen stap", "groei per jaar"
"""Where a step comes from: our data, somebody's forecast, the reader, or the yearly growth after the last of those."""

FORECASTS = ("index_forecast_2027_03", "index_forecast_2028_01")
CAP_BEGINS = date(2026, 6, 1)
"""The first day of the index cap, as its figure says."""


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` on, wages at 100 % are multiplied by the coefficient; `figure` is the dated figure behind it.

    `formula` is the coefficient as formulas write it: `2,2080`, and with yearly growth `2,2522 × 1,02²`.
    """

    day: date
    coefficient: Fraction
    origin: str
    formula: str
    figure: Dated | None = None

    @property
    def shown(self) -> str:
        """The coefficient as it is said in words: four decimals."""
        return format_number(as_decimal(self.coefficient), 4)


def path(prices: Prices) -> tuple[Step, ...]:
    """All steps that the reader reckons with, the earliest first; the growth after the last one is not in it."""
    return path_of(prices.cijfers_van, prices.index_stappen, expected=prices.with_forecasts)


@lru_cache(maxsize=32)
def path_of(known: date, typed: IndexSteps | None, *, expected: bool) -> tuple[Step, ...]:
    """The steps known on a day, with forecasts if `expected`; from the reader's first own step on, own steps only.

    A plan older than our data takes our oldest data (method page, rule 14). Cached, as all posts share it.
    """
    own = typed.steps if typed else ()
    known = max(known, FIRST_KNOWN)
    steps = [*_known(known)]
    if expected:
        steps += [step for step in _expected(known) if step.day > steps[-1].day]
    if own:
        steps = [step for step in steps if step.day < own[0][0]]
    return (*steps, *(_step(day, coefficient, OWN) for day, coefficient in own))


def extended(steps: tuple[Step, ...], rate: Decimal, end: date) -> tuple[Step, ...]:
    """The path with, after its last step, one each year by `rate` percent, for all days before `end`."""
    return (*steps, *_grown(steps[-1], rate, end))


def at(steps: tuple[Step, ...], day: date) -> Step:
    """The step that holds on a day; before the first one that is the first."""
    return last_not_after(steps, day, attrgetter("day"))


def held(steps: tuple[Step, ...], first: date, end: date) -> tuple[Step, ...]:
    """The steps that hold on some day from `first` up to, not including, `end`."""
    return (at(steps, first), *(step for step in steps if first < step.day < end))


def _step(day: date, coefficient: Decimal, origin: str, figure: Dated | None = None) -> Step:
    formula = format_number(coefficient, 4) if coefficient == rounded(coefficient, 4) else format_exact(coefficient)
    return Step(day, Fraction(coefficient), origin, formula, figure)


def _grown(last: Step, rate: Decimal, end: date) -> Iterator[Step]:
    count = 1
    while (day := end_after(last.day, 12 * count)) < end:
        yield Step(day, last.coefficient * power(rate, count), GROWN, last.formula + times_power(rate, count))
        count += 1


def _known(known: date) -> Iterator[Step]:
    """The steps in our data, as they were known on a day; of two values from one day the later entered counts."""
    values = [value for value in parameters.get("index_coefficient").values if value.known_on <= known]
    newest = {value.valid_from: value for value in values}
    for day, value in newest.items():
        yield _step(day, value.value, KNOWN, value)


def _expected(known: date) -> Iterator[Step]:
    for name in FORECASTS:
        for value in parameters.get(name).values:
            if value.known_on <= known:
                yield _step(value.valid_from, value.value, FORECAST, value)
