"""Working days in Belgium: Monday to Friday, without the ten legal holidays.

The holidays are those of article 1 of the royal decree of 18 April 1974 on legal holidays (source `feestdagen`). Days
that only some employers give, such as 11 July and replacement days, are not in the decree and count as working days.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
"""Month and day of the holidays that fall on the same day each year."""
_AFTER_EASTER = (1, 39, 50)
"""Days after Easter Sunday of Easter Monday, Ascension Day and Whit Monday."""


@cache
def holidays(year: int) -> frozenset[date]:
    """The ten legal holidays of a year; nine days when Ascension Day falls on 1 May."""
    moving = (easter(year) + days * _DAY for days in _AFTER_EASTER)
    return frozenset((*(date(year, month, day) for month, day in _FIXED), *moving))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_workday(day: date) -> bool:
    """Whether it is neither a Saturday, a Sunday nor a legal holiday."""
    return day.weekday() < 5 and day not in holidays(day.year)


def on_or_after(day: date) -> date:
    """The day itself if it is a working day, or else the next one."""
    return next(filter(is_workday, _from(day, _DAY)))


def on_or_before(day: date) -> date:
    """The day itself if it is a working day, or else the one before it."""
    return next(filter(is_workday, _from(day, -_DAY)))


def _from(day: date, step: timedelta) -> Iterator[date]:
    while True:
        yield day
        day += step
