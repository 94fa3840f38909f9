"""The calendar of an appointment: days as people write them, years of the term, calendar years, and what they share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators.core.typed import Misread, plain

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
_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2}) ?[-/. ] ?([0-9]{1,4})")
_YEAR_FIRST = re.compile(r"([0-9]{4}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2})[ .-]*([a-z]{3,})[ .'-]*([0-9]{1,4})")


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


def parse_date(text: str) -> date:
    """Read a day: `15-03-2027`, `15/3/2027`, `15.3.2027`, `2027-03-15`, `15 maart 2027`, `15 mrt 2027`.

    Raises `Misread` for a day that does not exist and for a year of fewer than four digits, also as a date control
    gives it (`0027`); `ValueError` for what is no date.
    """
    written = plain(text)
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(written) or _NAMED.fullmatch(written):
        day, month, year = found.groups()
    else:
        raise ValueError(text)
    number = int(month) if month.isdigit() else _month(month)
    if int(year) < 1000:
        raise Misread("Schrijf het jaartal met vier cijfers.")
    try:
        return date(int(year), number, int(day))
    except ValueError as error:
        raise Misread("Deze datum bestaat niet.") from error


def _month(name: str) -> int:
    """The number of a month by its name or what is left of it. Raises `ValueError` for any other word."""
    return [month.startswith(name) or (month, name) == ("maart", "mrt") for month in MONTHS_NL].index(True) + 1


def format_date(day: date) -> str:
    """A date in words: `1 maart 2027`."""
    return f"{day.day} {MONTHS_NL[day.month - 1]} {day.year}"
