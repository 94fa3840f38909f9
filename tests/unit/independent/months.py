"""What all rules of the method page count with: fractions, cents, and months of a term."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

type Values = dict[str, Any]
type Cells = dict[tuple[str, int, int], Fraction]
"""Amounts to the cent by line, year of the term (from 0) and calendar year."""
CATEGORIES = ("deelname", "vrijwilligers", "verplaatsing", "materiaal", "catering", "promotie")
type Stretch = tuple[int, date, Fraction]
"""The year of the term, the first day, and which part of a year it is."""


@dataclass(frozen=True)
class Change:
    """What differs from what was filled in: growth in points a year more, each wage and all costs so often."""

    points: Fraction = Fraction(0)
    wages: Mapping[str, Fraction] = field(default_factory=dict)
    costs: Fraction = Fraction(1)


UNCHANGED = Change()


def cent(amount: Fraction) -> Fraction:
    """Rule 13: half a cent goes up; of what is below nothing, away from it."""
    count = (abs(amount) * 200 + 1) // 2
    return Fraction(count if amount >= 0 else -count, 100)


def month_starts(start: date, months: int) -> date:
    """Rule 5: the same day so many months later or, without such a day, the first of the month after."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return date(year, month + 2, 1)


def stretches(start: date, months: int, first: date, end: date, changes: Iterable[date] = ()) -> Iterator[Stretch]:
    """Rule 5: which part of a year falls in each year of the term and each calendar year, cut where a wage changes."""
    for month in range(months):
        opens, closes = month_starts(start, month), month_starts(start, month + 1)
        inside = {date(opens.year + 1, 1, 1), first, end, *changes}
        days = sorted({opens, closes, *(day for day in inside if opens < day < closes)})
        for low, high in pairwise(days):
            if first <= low < end:
                yield month // 12, low, Fraction((high - low).days, (closes - opens).days * 12)


def number(value: Any) -> Fraction:
    """What was filled in; nothing counts as 0."""
    return Fraction(value or 0)


def percent(value: Any) -> Fraction:
    return number(value) / 100


def months_until(counted_from: date, after: date) -> int:
    """A number of months that reaches a day."""
    return max(0, 12 * (after.year - counted_from.year) + 12)


def by_year(counted_from: date, first: date, after: date) -> dict[int, Fraction]:
    """Rule 5: which part of a year of a stretch falls in each calendar year, its months counted from a day."""
    found: dict[int, Fraction] = defaultdict(Fraction)
    for _, low, part in stretches(counted_from, months_until(counted_from, after), first, after):
        found[low.year] += part
    return found


def divided(amount: Fraction, parts: dict[int, Fraction]) -> dict[int, Fraction]:
    """Rule 8: each year gets what belongs to all years up to it, rounded, less what is given already."""
    whole, so_far, given, found = sum(parts.values()), Fraction(0), Fraction(0), {}
    for year in sorted(parts):
        so_far += parts[year]
        found[year] = cent(amount * so_far / whole) - given
        given += found[year]
    return found
