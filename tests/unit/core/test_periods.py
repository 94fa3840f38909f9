"""The calendar: months later, and days shared between years of the term and calendar years."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.periods import add_months, format_date, last_day, parse_date, slices
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
        ("31-2-2027", "Deze datum bestaat niet."),
        ("29 februari 2027", "Deze datum bestaat niet."),
        ("3/15/2027", "Deze datum bestaat niet."),
        ("0-1-2027", "Deze datum bestaat niet."),
        ("15-3-27", "Schrijf het jaartal met vier cijfers."),
        ("15 maart '27", "Schrijf het jaartal met vier cijfers."),
        ("27-03-15", "Schrijf het jaartal met vier cijfers."),
        ("0027-03-15", "Schrijf het jaartal met vier cijfers."),
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


@given(days, lengths, lengths)
def test_slices_cover_every_day_once(start: date, skipped: timedelta, length: timedelta) -> None:
    first, end = start + skipped, start + skipped + length
    found = list(slices(start, first, end))
    covered = [piece.first + timedelta(n) for piece in found for n in range(piece.days)]
    assert covered == [first + timedelta(n) for n in range(length.days)]
    assert all(
        piece.first.year == piece.calendar_year == last_day(piece.first + timedelta(piece.days)).year for piece in found
    )


@given(days, st.integers(1, 10))
def test_the_shares_of_a_full_term_year_add_up_to_one(start: date, years: int) -> None:
    shared: Counter[int] = Counter()
    for piece in slices(start, start, add_months(start, 12 * years)):
        shared[piece.term_year] += piece.days
        opens, closes = (add_months(start, 12 * (piece.term_year + step)) for step in (0, 1))
        assert piece.term_days == (closes - opens).days
    assert [shared[year] for year in range(years)] == [
        (add_months(start, 12 * (year + 1)) - add_months(start, 12 * year)).days for year in range(years)
    ]


def test_an_empty_stretch_and_one_before_the_term() -> None:
    day = date(2027, 1, 1)
    assert list(slices(day, day, day)) == []
    with pytest.raises(ValueError, match="before the term"):
        list(slices(day, day - timedelta(1), day))


def test_a_date_in_words() -> None:
    assert format_date(date(2027, 3, 1)) == "1 maart 2027"
    assert last_day(date(2028, 3, 1)) == date(2028, 2, 29)
