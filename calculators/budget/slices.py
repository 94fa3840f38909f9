"""The term of an appointment in parts in which nothing changes: no year, no calendar year, no index and no step."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from calculators.budget.inputs import Inputs
from calculators.core.periods import Slice, slices


def term_parts(inputs: Inputs) -> tuple[Slice, ...]:
    """The whole term, by year of the term and calendar year."""
    return parts_of(inputs, inputs.startdatum, inputs.end)


def parts_of(inputs: Inputs, first: date, end: date, cuts: Iterable[date] = ()) -> tuple[Slice, ...]:
    """The days from `first` up to (not including) `end`, also cut before each of `cuts`."""
    return cached_slices(inputs.startdatum, first, min(end, inputs.end), frozenset(cuts))


@lru_cache(maxsize=256)
def cached_slices(start: date, first: date, end: date, cuts: frozenset[date] = frozenset()) -> tuple[Slice, ...]:
    """As `slices`; the same few come back for each post and subsidy, and for each row of "Wat als"."""
    return tuple(slices(start, first, end, cuts))
