"""The calendar: months later, and days shared between years of the term and calendar years."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.periods import (
    Slice,
    add_months,
    end_after,
    format_date,
    last_day,
    last_not_after,
    months_within,
    parse_date,
    slices,
)
from calculators.core.typed import Misread

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))
lengths = st.integers(1, 4000).map(timedelta)

MARCH = date(2027, 3, 15)


@pytest.mark.parametrize(
    "text",
    [
        *("15-03-2027", "15/3/2027", "15.3.2027", "15. 3. 2027", "15 3 2027", "2027-03-15", "2027/3/15", "2027.3.15"),
        *("15 maart 2027", "15 mrt 2027", "15 mrt. 2027", "15 Maart 2027", "15-mrt-2027", "15\u00a0maart\u00a02027"),
        *(" 15-3-2027\n", "\u200e15/3/2027", "15–3–2027"),
    ],
)
def test_a_day_can_be_written_in_many_ways(text: str) -> None:
    assert parse_date(text) == MARCH


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31-2-2027", "Deze datum bestaat niet. Bedoel je 28 februari 2027?"),
        ("29 februari 2027", "Deze datum bestaat niet. Bedoel je 28 februari 2027?"),
        ("3/15/2027", "Deze datum bestaat niet. Bedoel je 15 maart 2027?"),
        ("0-1-2027", "Deze datum bestaat niet."),
        ("15-3-27", "Schrijf het jaartal met vier cijfers. Bedoel je 15 maart 2027?"),
        ("15 maart '27", "Schrijf het jaartal met vier cijfers. Bedoel je 15 maart 2027?"),
        ("27-03-15", "Schrijf het jaartal met vier cijfers. Bedoel je 27 maart 2015?"),
        ("0027-03-15", "Schrijf het jaartal met vier cijfers. Bedoel je 15 maart 2027?"),
        ("0202-03-15", "Schrijf het jaartal met vier cijfers."),
    ],
)
def test_a_day_that_cannot_be_is_explained(text: str, message: str) -> None:
    with pytest.raises(Misread) as error:
        parse_date(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    "text", ["", "morgen", "maart 2027", "2027", "15 ma 2027", "15 moart 2027", "1-3-2027-4", "٣-٣-٢٠٢٧"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, check=lambda error: not isinstance(error, Misread)):
        parse_date(text)


@given(days, st.sampled_from(("{0:%d-%m-%Y}", "{0.day}/{0.month}/{0.year}", "{0.day}.{0.month}.{0.year}", "{0}")))
def test_every_day_is_read_as_itself(day: date, notation: str) -> None:
    assert parse_date(notation.format(day)) == parse_date(format_date(day)) == day


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2027, 12, 1), 1, date(2028, 1, 1)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
    ],
)
def test_months_later(start: date, months: int, expected: date) -> None:
    assert add_months(start, months) == expected


@given(days, st.integers(-120, 120))
def test_months_later_counts_months(start: date, months: int) -> None:
    result = add_months(start, months)
    assert (result.year - start.year) * 12 + result.month - start.month == months
    assert result.day == start.day or (result + timedelta(1)).day == 1


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2027, 1, 1), 12, date(2027, 12, 31)),
        (date(2027, 3, 15), 36, date(2030, 3, 14)),
        (date(2027, 8, 31), 1, date(2027, 9, 30)),
        (date(2027, 8, 31), 2, date(2027, 10, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 8, 30), 6, date(2028, 2, 29)),
        (date(2027, 8, 29), 6, date(2028, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
    ],
)
def test_the_last_day_of_a_period_of_months(start: date, months: int, last: date) -> None:
    assert last_day(end_after(start, months)) == last


@given(days, st.integers(1, 120))
def test_a_period_of_months_ends_on_the_same_day_or_with_a_month(start: date, months: int) -> None:
    end = end_after(start, months)
    assert end.day == start.day or (end.day == 1 and last_day(end).day < start.day)
    assert end_after(start, months - 1) < end
    assert end - add_months(start, months) in (timedelta(0), timedelta(1))


def by_day(start: date, first: date, end: date) -> dict[tuple[int, int], Fraction]:
    """The months of each term year and calendar year, day by day."""
    found: defaultdict[tuple[int, int], Fraction] = defaultdict(Fraction)
    month, day = 0, first
    while day < end:
        while end_after(start, month + 1) <= day:
            month += 1
        length = (end_after(start, month + 1) - end_after(start, month)).days
        found[month // 12, day.year] += Fraction(1, length)
        day += timedelta(1)
    return dict(found)


@given(days, lengths, lengths)
def test_slices_count_the_months_as_the_days_do(start: date, skipped: timedelta, length: timedelta) -> None:
    first, end = start + skipped, start + skipped + length
    found = {(one.term_year, one.calendar_year): one.months for one in slices(start, first, end)}
    assert found == by_day(start, first, end)
    assert months_within(start, first, end) == sum(found.values())


@given(days, st.integers(1, 120))
def test_a_term_is_as_many_months_as_it_lasts(start: date, months: int) -> None:
    end = end_after(start, months)
    found = list(slices(start, start, end))
    assert months_within(start, start, end) == months == sum(one.months for one in found)
    assert sum(one.years for one in found) == Fraction(months, 12)
    for year in range(months // 12):
        assert sum(one.months for one in found if one.term_year == year) == 12
    assert all(0 < part < length for one in found for part, length in one.parts)


def test_months_and_days_of_months_stand_apart() -> None:
    """From 15 March: nine months up to 14 December, and 17 of the 31 days up to 14 January."""
    (first, second) = slices(MARCH, MARCH, date(2028, 3, 15))
    assert (first.whole, first.parts) == (9, ((17, 31),))
    assert (second.whole, second.parts) == (2, ((14, 31),))
    assert list(slices(MARCH, date(2027, 4, 1), date(2027, 4, 11))) == [
        Slice(0, 2027, date(2027, 4, 1), 0, ((10, 31),))
    ]


def test_an_empty_stretch_and_one_before_the_term() -> None:
    day = date(2027, 1, 1)
    assert list(slices(day, day, day)) == []
    with pytest.raises(ValueError, match="before the term"):
        list(slices(day, day - timedelta(1), day))


def test_a_date_in_words() -> None:
    assert format_date(date(2027, 3, 1)) == "1 maart 2027"
    assert last_day(date(2028, 3, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(("day", "found"), [(13, "first"), (14, "first"), (15, "second"), (16, "third"), (31, "third")])
def test_the_row_that_holds_on_a_day(day: int, found: str) -> None:
    rows = [(date(2027, 3, 14), "first"), (MARCH, "second"), (date(2027, 3, 16), "third")]
    assert last_not_after(rows, date(2027, 3, day), lambda row: row[0])[1] == found
