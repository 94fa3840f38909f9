"""Numbers as a Dutch-speaking reader types and reads them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.numbers import (
    Reading,
    format_difference,
    format_euro,
    format_exact,
    format_number,
    format_percent,
    parse,
    read,
    rounded,
    to_machine,
)

amounts = st.decimals("-1e12", "1e12", places=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("61.400,50", "61400.50"), ("61400.5", "61400.5"), ("€ 61 400", "61400"), ("61.400", "61400")),
        *(("1.234.567", "1234567"), ("0,5", "0.5"), (",5", "0.5"), (".5", "0.5"), ("12,", "12"), ("12,-", "12")),
        *(("80 %", "80"), ("61'400", "61400"), ("-3", "-3"), ("\u22123,5", "-3.5"), ("+2", "2"), ("1.5", "1.5")),
        *(("1.2345", "1.2345"), ("2.1647", "2.1647"), ("€\u00a01.000,00", "1000"), ("1\u202f000", "1000")),
        *(
            ("€ 2.500,-", "2500"),
            ("€ 2.500,--", "2500"),
            ("2.500,–", "2500"),
            ("€ 2.500,=", "2500"),
            ("2500.-", "2500"),
        ),
        *(
            ("2500 euro", "2500"),
            ("2.500,50 EUR", "2500.50"),
            ("EUR 2500", "2500"),
            ("€2500", "2500"),
            ("8 procent", "8"),
        ),
        *(("61 400,50", "61400.50"), ("61’400", "61400"), ("61'400.50", "61400.50"), ("1\u2009000", "1000")),
        *(
            ("\u202d61400,50\u202c", "61400.50"),
            ("\ufeff5\u200b", "5"),
            ("\u200e5", "5"),
            ("5\n", "5"),
            ("\t5\r\n", "5"),
        ),
        *(("–3", "-3"), ("- 3", "-3"), ("− € 3,50", "-3.50"), ("€ -3", "-3"), ("+ 3", "3"), ("-2,5 %", "-2.5")),
        *(("1.234.567,89", "1234567.89"), ("1 234 567", "1234567"), ("007", "7"), ("1.234,567", "1234.567")),
    ],
)
def test_what_readers_type(text: str, value: str) -> None:
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", ".", ",", "veel", "1,2,3", "1.2.3", "12.34,5", "1e5", "٣", "NaN", "--1", "9" * 61, "1.2.3,4"),
        *(
            "1 2",
            "12 34",
            "1  000",
            "1000 000",
            "1.000 000",
            "- -3",
            "5-",
            "(5)",
            "€ 5 %",
            "5 km",
            "500\t600",
            "5\n6",
            "'5",
        ),
    ],
)
def test_text_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text) or "^$"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "dutch", "other", "doubtful"),
    [
        ("61400", "61400", None, False),
        ("61.400", "61400", "61.4", False),
        ("1.234.567", "1234567", None, False),
        ("2,500", "2.5", "2500", True),
        ("-2,500", "-2.5", "-2500", True),
        ("0,500", "0.5", None, False),
        ("0.500", "0.5", "500", True),
        ("1234.567", "1234.567", "1234567", True),
        ("1234,567", "1234.567", None, False),
        ("1,000,000", None, "1000000", False),
        ("61,400.50", None, "61400.50", False),
        ("64k", None, "64000", False),
        ("2,5 K", None, "2500", False),
    ],
)
def test_what_may_mean_two_things(text: str, dutch: str | None, other: str | None, doubtful: bool) -> None:
    first, second = (None if one is None else Decimal(one) for one in (dutch, other))
    assert read(text) == Reading(first, second, doubtful)


@given(st.integers(0, 12).flatmap(lambda places: st.decimals("-1e9", "1e9", places=places)), st.integers(0, 3))
def test_a_number_written_exactly_loses_nothing(value: Decimal, least: int) -> None:
    assert parse(format_exact(value, least)) == value


@given(amounts)
def test_what_is_shown_can_be_typed_back(value: Decimal) -> None:
    assert parse(format_number(value, 2)) == parse(format_euro(value)) == value
    assert Decimal(to_machine(value)) == value


@given(st.decimals("-1e9", "1e9", places=6))
def test_a_number_without_places_loses_nothing_up_to_six(value: Decimal) -> None:
    shown = format_number(value)
    assert parse(shown) == value
    assert not shown.endswith(",")
    assert parse(format_percent(value)) == parse(shown)


@given(st.decimals("-1e9", "1e9", allow_nan=False), st.integers(0, 6))
def test_rounding_is_half_up_and_never_minus_zero(value: Decimal, places: int) -> None:
    result = rounded(value, places)
    assert abs(result - value) * 2 <= Decimal(1).scaleb(-places)
    assert not (result.is_zero() and result.is_signed())


@given(st.text(max_size=20))
def test_any_text_is_a_finite_number_or_refused(text: str) -> None:
    try:
        assert parse(text).is_finite()
    except ValueError:
        return


def test_numbers_are_shown_in_dutch_notation() -> None:
    assert format_euro(Decimal("61400.505")) == "€\u00a061.400,51"
    assert format_euro(Decimal("-0.001")) == "€\u00a00,00"
    assert format_number(Decimal("2.1647")) == "2,1647"
    assert format_number(Decimal("3.00")) == "3"
    assert format_percent(Decimal("2.50")) == "2,5\u00a0%"
    assert to_machine(Decimal("1E+3")) == "1000"
    assert to_machine(Decimal("12.500")) == "12.5"


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("12.5", "+ € 12,50"), ("-12.5", "− € 12,50"), ("0", "€ 0,00"), ("0.004", "€ 0,00"), ("-0.004", "€ 0,00")],
)
def test_a_difference_has_its_sign(amount: str, shown: str) -> None:
    assert format_difference(Decimal(amount)).replace("\u00a0", " ") == shown
