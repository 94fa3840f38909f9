"""The calendar of an appointment: years of the term, calendar years, and days shared between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

MONTHS_NL = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True, slots=True)
class Slice:
    """The days that one year of the term and one calendar year have in common.

    `term_year` counts from 0. `days` of `term_days`: the share of that full year of the term; the shares of one
    full term year add up to exactly one, leap years included.
    """

    term_year: int
    calendar_year: int
    first: date
    days: int
    term_days: int


def add_months(start: date, months: int) -> date:
    """The same day `months` later (or earlier); the last day of the month where that day does not exist."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return start.replace(year, month + 1)
    except ValueError:  # the next month's first day exists
        return date(year, month + 2, 1) - timedelta(days=1)


def slices(term_start: date, first: date, end: date) -> Iterator[Slice]:
    """Cut the days from `first` up to (not including) `end` by term year and calendar year.

    Term years begin on the anniversaries of `term_start`.
    """
    if first < term_start:
        raise ValueError("a slice cannot begin before the term")
    term_year = 0
    while (opens := add_months(term_start, 12 * term_year)) < end:
        closes = add_months(term_start, 12 * (term_year + 1))
        for year in range(opens.year, closes.year + 1):
            low = max(opens, first, date(year, 1, 1))
            high = min(closes, end, date(year + 1, 1, 1))
            if low < high:
                yield Slice(term_year, year, low, (high - low).days, (closes - opens).days)
        term_year += 1


def months_within(term_start: date, first: date, end: date) -> Decimal:
    """How many months of a term the days from `first` up to (not including) `end` are.

    Months count from `term_start`; of a month that is there in part, its days count. A whole term is a whole number.
    """
    found, count = Decimal(0), 0
    while (opens := add_months(term_start, count)) < end:
        closes = add_months(term_start, count + 1)
        days = (min(closes, end) - max(opens, first)).days
        found += Decimal(max(0, days)) / (closes - opens).days
        count += 1
    return found


def last_day(end: date) -> date:
    """The last day of a period that ends just before `end`."""
    return end - timedelta(days=1)


def format_date(day: date) -> str:
    """A date in words: `1 maart 2027`."""
    return f"{day.day} {MONTHS_NL[day.month - 1]} {day.year}"
