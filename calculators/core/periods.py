"""The calendar of an appointment: days as people write them, years of the term, calendar years, and what they share."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from calculators.core.typed import Misread, plain

WEEKDAYS_NL = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
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


@dataclass(frozen=True)
class Slice:
    """What a range of days has in common with one year of the term and one calendar year.

    `term_year` counts from 0, `first` is its first day. `whole` months are there in full; of each other month `parts`
    has how many days are there, and how many that month has. Months are those of the term.
    """

    term_year: int
    calendar_year: int
    first: date
    whole: int
    parts: tuple[tuple[int, int], ...] = ()

    @cached_property
    def months(self) -> Fraction:
        """How many months it is, exactly."""
        return _exactly(self.whole, self.parts)

    @cached_property
    def years(self) -> Fraction:
        """Which part of a year it is: a month is a twelfth."""
        return self.months / 12


def add_months(start: date, months: int) -> date:
    """The same day `months` later (or earlier); the last day of the month where that day does not exist.

    For moments, such as an evaluation. When a period ends, `end_after` tells.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return start.replace(year, month + 1)
    except ValueError:  # the next month's first day exists
        return date(year, month + 2, 1) - timedelta(days=1)


def end_after(start: date, months: int) -> date:
    """The first day after a period of so many months: the same day of the month.

    Where a month has no such day, it is the first day of the next one: a month from 31 August ends on 30 September, a
    year from 29 February 2028 on 28 February 2029.
    """
    day = add_months(start, months)
    return day if day.day == start.day else day + timedelta(days=1)


def slices(term_start: date, first: date, end: date, cuts: Iterable[date] = ()) -> Iterator[Slice]:
    """Cut the days from `first` up to (not including) `end` by term year and calendar year, and before each of `cuts`.

    Months and years of a term begin on the days that `end_after` gives. Raises `ValueError` if `first` comes before it.
    """
    cuts = frozenset(cuts)
    if first < term_start:
        raise ValueError("a slice cannot begin before the term")
    term_year = 0
    while (opens := end_after(term_start, 12 * term_year)) < end:
        closes = end_after(term_start, 12 * (term_year + 1))
        for year in range(opens.year, closes.year + 1):
            low = max(opens, first, date(year, 1, 1))
            high = min(closes, end, date(year + 1, 1, 1))
            if low < high:
                days = [low, *sorted(day for day in cuts if low < day < high), high]
                for begin, after in pairwise(days):
                    yield Slice(term_year, year, begin, *_months_and_days(term_start, begin, after))
        term_year += 1


def months_within(term_start: date, first: date, end: date) -> Fraction:
    """How many months of a term the days from `first` up to (not including) `end` are.

    Months count from `term_start`; of a month that is there in part, its days count. A whole term is a whole number.
    """
    return _exactly(*_months_and_days(term_start, first, end))


def _exactly(whole: int, parts: tuple[tuple[int, int], ...]) -> Fraction:
    return sum((Fraction(*part) for part in parts), Fraction(whole))


def _months_and_days(term_start: date, first: date, end: date) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The months of a term that a range of days covers, and (days, of so many) of those that it covers in part."""
    month, skipped, length = _place(term_start, first)
    last, days, of = _place(term_start, end)
    if month == last:
        return 0, ((days - skipped, length),)
    parts = []
    if skipped:
        parts.append((length - skipped, length))
        month += 1
    if days:
        parts.append((days, of))
    return last - month, tuple(parts)


def _place(term_start: date, day: date) -> tuple[int, int, int]:
    """In which month of a term a day falls, how many days of that month come before it, and how many it has."""
    month = (day.year - term_start.year) * 12 + day.month - term_start.month
    if end_after(term_start, month) > day:
        month -= 1
    opens = end_after(term_start, month)
    return month, (day - opens).days, (end_after(term_start, month + 1) - opens).days


def last_not_after[T](rows: Sequence[T], day: date, day_of: Callable[[T], date]) -> T:
    """Of rows in the order of their days, the last whose day is not after `day`, or the first if all are later."""
    return rows[max(0, bisect_right(rows, day, key=day_of) - 1)]


type DateRange = tuple[date, date]
"""A first day, and the first day after the last one."""


def overlap(one: DateRange, other: DateRange) -> DateRange:
    """The days that two ranges share; the second day is not after the first if there are none."""
    return max(one[0], other[0]), min(one[1], other[1])


def last_day(end: date) -> date:
    """The last day of a period that ends just before `end`."""
    return end - timedelta(days=1)


def period_words(first: date, end: date) -> str:
    """A period in words, up to the day before `end`: `van 1 maart 2027 tot en met 29 februari 2028`.

    Within a year that year stands once, and a period of one day is that day: `van 1 tot en met 30 juni 2028`.
    """
    last = last_day(end)
    if first == last:
        return f"op {format_date(last)}"
    begin = format_date(first)
    if first.year == last.year:
        begin = begin.removesuffix(f" {last.year}")
        if first.month == last.month:
            begin = str(first.day)
    return f"van {begin} tot en met {format_date(last)}"


def misplaced(part: tuple[date, date], whole: tuple[date, date], what: str, days: tuple[str, str]) -> dict[str, str]:
    """What is wrong with a part of a whole, by input: it lies within that, in order.

    Both are a first day and the first day after the last one. `what` names the part, as in `Deze post`; `days` are the
    inputs with its first and its last day.
    """
    (first, after), (start, end), (first_input, last_input) = part, whole, days
    if not start <= first < end:
        return {first_input: f"Neem een dag binnen de looptijd: {period_words(start, end)}."}
    if after <= first:
        return {last_input: f"{what} begint op {format_date(first)}: neem die dag of een latere."}
    return {last_input: after_term(end)} if after > end else {}


def after_term(end: date) -> str:
    """What to tell of a day that is not before `end`, the first day after a term."""
    return f"De looptijd eindigt op {format_date(last_day(end))}: neem die dag of een vroegere."


class ImpossibleDay(Misread):
    """A day that cannot be: the `advice` says why, and `meant` is the day that was probably meant, if any."""

    def __init__(self, advice: str, meant: date | None) -> None:
        self.advice, self.meant = advice, meant
        super().__init__(f"{advice} Bedoel je {format_date(meant)}?" if meant else advice)


def parse_date(text: str) -> date:
    """Read a day: `15-03-2027`, `15/3/2027`, `15.3.2027`, `2027-03-15`, `15 maart 2027`, `15 mrt 2027`.

    Raises `ImpossibleDay` for a day that does not exist and for a year of fewer than four digits, also as a date
    control gives it (`0027`); `ValueError` for what is no date.
    """
    written = plain(text)
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(written) or _NAMED.fullmatch(written):
        day, month, year = found.groups()
    else:
        raise ValueError(text)
    number = month_number(month)
    if int(year) < 1000:
        raise _short_year(int(year), number, int(day))
    try:
        return date(int(year), number, int(day))
    except ValueError as error:
        raise _no_such_day(int(year), number, int(day)) from error


def _short_year(year: int, month: int, day: int) -> ImpossibleDay:
    """A year without its century: it was probably this one."""
    meant = None
    with suppress(ValueError):
        meant = date(2000 + year, month, day) if year < 100 else None
    return ImpossibleDay("Schrijf het jaartal met vier cijfers.", meant)


def _no_such_day(year: int, month: int, day: int) -> ImpossibleDay:
    """A day that does not exist: month and day in American order, or a month that is shorter."""
    meant = None
    with suppress(ValueError):
        first = date(year, month, 1) if month <= 12 else None
        meant = last_day(end_after(first, 1)) if first and day > 28 else date(year, day, month)
    return ImpossibleDay("Deze datum bestaat niet.", meant)


def month_number(name: str) -> int:
    """The number of a month by its digits, its name or the beginning of that. Raises `ValueError` for another word."""
    if name.isdigit():
        return int(name)
    for number, month in enumerate(MONTHS_NL, start=1):
        if month.startswith(name) or (month, name) == ("maart", "mrt"):
            return number
    raise ValueError(name)


def format_weekday(day: date) -> str:
    """A date in words with its day of the week: `maandag 1 maart 2027`."""
    return f"{WEEKDAYS_NL[day.weekday()]} {format_date(day)}"


def format_date(day: date) -> str:
    """A date in words: `1 maart 2027`."""
    return f"{format_day(day)} {day.year}"


def format_day(day: date) -> str:
    """A day that comes back each year, in words: `1 maart`."""
    return f"{day.day} {MONTHS_NL[day.month - 1]}"
