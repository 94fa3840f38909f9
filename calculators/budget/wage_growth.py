"""How the wage of a post and operating costs grow: which kind of growth the reader's choices make."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from calculators.budget.growth import (
    Change,
    CombinedGrowth,
    Growth,
    SteppedGrowth,
    YearlyGrowth,
    factor_text,
    power_text,
)
from calculators.budget.index_path import CAP_BEGINS, GROWN, Step, at, extended, path, path_of
from calculators.budget.inputs import Inputs
from calculators.budget.posts import BUILT, BY_PERCENT, BY_SCALE, Post
from calculators.budget.prices import BY_ANNIVERSARY, BY_INDEX
from calculators.budget.wages import gross
from calculators.core.index_steps import IndexSteps
from calculators.core.numbers import format_euro, format_number
from calculators.core.parameters import Dated
from calculators.core.periods import Slice, end_after
from calculators.core.scale import Scale

CAPPED = "(centenindex)"
"""What a formula says behind a factor that is not that of the path, as the cap took something off."""
MOST_YEARS = 10
"""The most years of service in a term."""


def wage_growth(inputs: Inputs, post: Post) -> Growth:
    """The growth of a post's wage: by year or along the index, and with the years of service."""
    if inputs.groei_wijze == BY_INDEX:
        prices: Growth = _indexed(_along(inputs, post, inputs.end))
    else:
        prices = _yearly(inputs, inputs.index_loon, inputs.price_date)
    service = rises(inputs, post)
    return CombinedGrowth((prices, service)) if service else prices


def cost_growth(inputs: Inputs) -> YearlyGrowth:
    """The growth of operating costs, from the year of their prices: never along the index of wages."""
    return _yearly(inputs, inputs.index_werking, inputs.cost_prices or inputs.startdatum)


def _yearly(inputs: Inputs, rate: Decimal, priced: date) -> YearlyGrowth:
    if inputs.groei_wijze == BY_ANNIVERSARY:
        return YearlyGrowth(rate, None, anniversaries(inputs.startdatum, priced))
    return YearlyGrowth(rate, priced.year)


def anniversaries(start: date, priced: date) -> int:
    """How many anniversaries of the start lie after the price date, up to and including the start itself."""
    years = start.year - priced.year
    return years + (end_after(start, -12 * years) > priced)


def rises(inputs: Inputs, post: Post, most: int = MOST_YEARS) -> SteppedGrowth | None:
    """What the years of service add: a step at each anniversary of the post's first day, for so many years."""
    service = _service(inputs, post, most)
    return _rises(service) if service else None


class _Service(NamedTuple):
    """What the steps of service follow from."""

    first: date
    most: int
    share: Decimal
    scale: Scale | None
    column: int
    at_start: int


def _service(inputs: Inputs, post: Post, most: int = MOST_YEARS) -> _Service | None:
    if post.ancienniteit not in (BY_PERCENT, BY_SCALE):
        return None
    share = post.ancienniteit_percent or Decimal(0)
    first, _ = inputs.period(post)
    return _Service(first, most, share, post.own_scale, post.schaal_kolom, post.schaal_trap)


@lru_cache(maxsize=256)
def _rises(service: _Service) -> SteppedGrowth:
    """The same steps come back for each row of "Wat als"."""
    days = (end_after(service.first, 12 * years) for years in range(1, service.most + 1))
    changes = (Change(day, *_rise(service, years)) for years, day in enumerate(days, start=1))
    return SteppedGrowth((Change(service.first, Fraction(1)), *changes), service.first.year)


def _rise(service: _Service, years: int) -> tuple[Fraction, str]:
    """The factor after so many years of service, and its words."""
    if scale := service.scale:
        before, now = (scale.salary(service.at_start + count, service.column) for count in (0, years))
        return Fraction(now) / Fraction(before), "" if now == before else f"{format_euro(now)} / {format_euro(before)}"
    growth = 1 + service.share / 100
    return Fraction(growth) ** years, f"{format_number(growth)}{power_text(years)}" if service.share else ""


def monthly_gross(post: Post) -> Fraction | None:
    """The gross salary of a full-time month at the price date; nothing if it is not known."""
    yearly = yearly_gross(post)
    return None if yearly is None else Fraction(yearly) / 12


def yearly_gross(post: Post) -> Decimal | None:
    """Twelve of these months."""
    if post.loonbasis == BUILT:
        return gross(post)
    return post.maandloon * 12 if post.maandloon else None


def cap(inputs: Inputs) -> Decimal | None:
    """The gross salary of a month up to which a step of the index counts, if the reader lets it."""
    return inputs.figure("index_cap_threshold", CAP_BEGINS).value if inputs.with_cap else None


def indexed(inputs: Inputs, post: Post, end: date) -> tuple[Change, ...]:
    """The index as a factor of the wage at the price date, from step to step, for all days before `end`."""
    return _indexed(_along(inputs, post, end)).changes


def under_cap(inputs: Inputs, post: Post) -> bool:
    """Whether the reader wants the cap, and a step that it applies to falls before the post ends."""
    if inputs.groei_wijze != BY_INDEX or not inputs.with_cap:
        return False
    (_, end), earliest = inputs.period(post), max(CAP_BEGINS, inputs.price_date + timedelta(1))
    return any(
        earliest <= step.day < end and step.coefficient > before.coefficient
        for step, before in pairwise(reversed(path(inputs)))
    )


def limited(inputs: Inputs, post: Post) -> bool:
    """Whether the cap takes something off a step of the index while a post is there."""
    if not under_cap(inputs, post) or not yearly_gross(post):
        return False
    _, end = inputs.period(post)
    return any(change.capped for change in indexed(inputs, post, inputs.end) if change.day < end)


class _Along(NamedTuple):
    """What the factors along an index path follow from.

    `capped` has, where the cap counts, a full-time gross year, up to where a step counts, and the years of service.
    """

    known: date
    own: IndexSteps | None
    expected: bool
    rate: Decimal
    priced: date
    end: date
    capped: tuple[Decimal, Decimal, _Service | None] | None


def _along(inputs: Inputs, post: Post, end: date) -> _Along:
    steps = inputs.cijfers_van, inputs.index_stappen, inputs.with_forecasts, inputs.index_loon
    salary, limit = yearly_gross(post), cap(inputs)
    capped = (salary, limit, _service(inputs, post)) if salary and limit else None
    return _Along(*steps, inputs.price_date, end, capped)


@lru_cache(maxsize=256)
def _indexed(along: _Along) -> SteppedGrowth:
    """The same factors come back for each row of "Wat als"."""
    steps = extended(path_of(along.known, along.own, expected=along.expected), along.rate, along.end)
    return SteppedGrowth(tuple(_factors(along, steps)), along.priced.year)


def _factors(along: _Along, steps: tuple[Step, ...]) -> Iterator[Change]:
    priced = before = at(steps, along.priced)
    factor = Fraction(1)
    for step in steps:
        path_factor = step.coefficient / priced.coefficient
        if step.day <= along.priced:
            factor_now = path_factor
        else:
            factor *= 1 + _more(along, step, before, factor)
            factor_now, before = factor, step
        is_capped = factor_now != path_factor
        words = f"{step.formula} / {f'({priced.formula})' if priced.origin == GROWN else priced.formula}"
        if is_capped:
            words = f"{factor_text(factor_now)} {CAPPED}"
        yield Change(step.day, factor_now, "" if factor_now == 1 else words, is_capped)


def _more(along: _Along, step: Step, before: Step, factor: Fraction) -> Fraction:
    """By which part a wage rises with a step: the whole rise or, under the cap, that on the first part of the wage."""
    more = step.coefficient / before.coefficient - 1
    if not along.capped or more <= 0 or step.day < CAP_BEGINS or step.origin == GROWN:
        return more
    salary, limit, service = along.capped
    earned = Fraction(salary) / 12 * factor * (_rises(service).at(step.day).factor if service else 1)
    return more * min(Fraction(1), Fraction(limit) / earned)


def cost_figures(inputs: Inputs, parts: Sequence[Slice]) -> tuple[Dated, ...]:
    """Our example of growth, where operating costs grow by it in these parts of the term."""
    grows = any(map(cost_growth(inputs).steps, parts))
    return inputs.cited(inputs.index_werking, "index_growth") if grows else ()


def wage_figures(inputs: Inputs, parts: Sequence[Slice]) -> tuple[Dated, ...]:
    """The figures of ours behind the growth of wages in these parts of the term.

    Along the index first that of the price date; our example of growth where wages grow by it.
    """
    example = inputs.cited(inputs.index_loon, "index_growth")
    if inputs.groei_wijze != BY_INDEX:
        growth = _yearly(inputs, inputs.index_loon, inputs.price_date)
        return example if any(map(growth.steps, parts)) else ()
    known, days = path(inputs), (inputs.price_date, *sorted(part.first for part in parts))
    used = [at(known, day).figure for day in days]
    later = extended(known, inputs.index_loon, inputs.end)
    if any(at(later, day).origin == GROWN for day in days):
        used += example
    counts = any(under_cap(inputs, post) and yearly_gross(post) for post in inputs.all_posts)
    limit = [inputs.figure("index_cap_threshold", CAP_BEGINS)] if counts else []
    return tuple(dict.fromkeys(figure for figure in (*used, *limit) if figure))
