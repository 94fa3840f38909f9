"""Working days: the legal holidays of years that people know, and laws."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.workdays import easter, holidays, is_workday, on_or_after, on_or_before

EASTERS = {
    1961: (4, 2),
    2000: (4, 23),
    2008: (3, 23),
    2011: (4, 24),
    2024: (3, 31),
    2027: (3, 28),
    2038: (4, 25),
    2285: (3, 22),
}


@pytest.mark.parametrize("year", EASTERS)
def test_easter_of_known_years(year: int) -> None:
    assert easter(year) == date(year, *EASTERS[year])


def test_the_holidays_of_2027() -> None:
    days = ["01-01", "03-29", "05-01", "05-06", "05-17", "07-21", "08-15", "11-01", "11-11", "12-25"]
    assert sorted(holidays(2027)) == [date.fromisoformat(f"2027-{day}") for day in days]


def test_two_holidays_fell_on_one_day_in_2008() -> None:
    assert len(holidays(2008)) == 9
    assert date(2008, 5, 1) in holidays(2008)


def test_a_regional_holiday_is_a_working_day() -> None:
    assert is_workday(date(2028, 7, 11))


def test_days_off_in_a_row_are_skipped() -> None:
    assert on_or_after(date(2027, 3, 27)) == date(2027, 3, 30)  # the weekend of Easter, and Easter Monday
    assert on_or_before(date(2027, 3, 29)) == date(2027, 3, 26)
    assert on_or_after(date(2027, 12, 31)) == on_or_before(date(2027, 12, 31)) == date(2027, 12, 31)
    assert on_or_after(date(2028, 1, 1)) == date(2028, 1, 3)


@given(st.dates(date(1900, 1, 1), date(2400, 12, 31)))
def test_easter_is_a_sunday_in_spring_and_a_working_day_is_near(day: date) -> None:
    found = easter(day.year)
    assert found.weekday() == 6
    assert date(day.year, 3, 22) <= found <= date(day.year, 4, 25)
    for near in (on_or_after(day), on_or_before(day)):
        assert is_workday(near)
        assert abs(near - day) <= timedelta(days=4)
    assert on_or_before(day) <= day <= on_or_after(day)
