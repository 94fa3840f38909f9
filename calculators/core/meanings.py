"""What may have been meant by a text that a field cannot read: words, fractions, hours, other units and notations.

Nothing here is ever taken for what a reader typed. It is only asked about.
"""

import re
from contextlib import suppress
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from math import prod

from calculators.core import numbers, terms
from calculators.core.kinds import YEAR, Field, Kind, fits, in_full_timers, within
from calculators.core.number_words import DIGITS, count, in_digits
from calculators.core.periods import end_after, last_day, month_number
from calculators.core.typed import plain

_FULL_TIMERS = re.compile(r"(?:\b|(?<=[0-9]))(?:[vf]te|voltijd(?:s|se|sen|er|ers)?|full ?time)")
_PARTS_OF_FULL_TIME = {"voltijds": 100, "voltijd": 100, "halftijds": 50, "halftijd": 50, "half": 50}
_NOTHING = {"geen", "nihil", "niets", "nvt", "n.v.t.", "-", "--", "/"}
_FRACTION = re.compile(rf"(?<![0-9.,/])(?:([0-9]{{1,2}}) )?({DIGITS}) ?(?:u|uur|uren)? ?/ ?({DIGITS})(?![0-9.,/])")
_MONTHS_OF = {"j": 12, "jr": 12, "jaar": 12, "jaren": 12, "semester": 6, "semesters": 6, "kwartaal": 3, "kwartalen": 3}
_MONTHS_OF |= dict.fromkeys(("m", "mnd", "maand", "maanden"), 1)
"""How many months the units are in which people say a term."""
_COUNTS = {"een": Decimal(1), "één": Decimal(1), "half": Decimal("0.5"), "een half": Decimal("0.5")}
_NOT_YEARS = {unit for unit, length in _MONTHS_OF.items() if length != 12} | {"dag", "dagen", "week", "weken"}
_WORD = re.compile(r"een half|[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+")
_CLOCK = re.compile(r"\b([0-9]{1,3}) ?(?:u|uur|uren|h|:) ?([0-5]?[0-9])\b(?: ?min\w*)?")
_MINUTES = re.compile(rf"({DIGITS}) ?(?:min|minuut|minuten)\b")
_TIME = re.compile(r"[0-9] ?(?:u|uur|uren|h|min|minuten)\b|[0-9]u[0-9]")
_EURO_AND_CENTS = re.compile(r"\b([0-9]{1,9}) ?(?:euro|eur|€) ?([0-9]{2})(?: ?ct| ?cent)?\b")
_CENTS = re.compile(rf"({DIGITS}) ?(?:euro)?(?:cents?|ct)\b")
_SCIENTIFIC = re.compile(rf"({DIGITS})e(\+?[0-9]{{1,2}})")
_PERIOD = re.compile(
    r"(?:\bper |/ ?|\bp/)(jaar|maand|mnd|kwartaal|week|dag|uur)\b|\b(jaar|maand|week|dag)elijks|\bp\.?(m)\b"
)
_PERIODS = {"mnd": "maand", "m": "maand"}
_NUMBER_INSIDE = re.compile(r"[0-9](?:[0-9.,' ]*[0-9])?(?: ?k\b)?")
_LETTERS_FOR_DIGITS = re.compile(r"[0-9ol.,']+")
_AS_DIGITS = str.maketrans("ol", "01")
_A_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_A_DAY = re.compile(r"\b[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_NAMED_YEAR = re.compile(r"(?:\b(?:in|voor|van|jaar) |\()(?:19|20)[0-9]{2}\b\)?")
"""A year that says when an amount holds: `25.000 in 2027`."""
_TIMES = re.compile(r"[*×x]")
_ABSURD = Decimal(10) ** 15
"""From here on, we do not guess which number was meant."""


def other_period(field: Field, typed: str) -> str:
    """The period in the text, as `maand` in `5.400/maand`, if the field asks for an amount per another one."""
    label = field.label.lower()
    if field.kind in (Kind.TERM, Kind.DATE) or not (found := _PERIOD.search(plain(typed))):
        return ""
    word = next(filter(None, found.groups()))
    period = _PERIODS.get(word, word)
    named = [name for name in ("jaar", "maand", "kwartaal", "week", "dag", "uur", "uren") if name in label]
    return "" if period in named or (period == "jaar" and not named) else period


def numbers_meant(field: Field, typed: str) -> list[Decimal]:
    """The numbers that a text may stand for and that fit the field, each once; none if that would be a wild guess."""
    text = plain(typed)
    if field.kind is Kind.TERM:
        text = _A_YEAR.sub("", _A_DAY.sub("", text))
    if field.unit == YEAR and (years := _A_YEAR.findall(text)):
        found = [Decimal(year) for year in years]
    elif other_period(field, typed) or _A_DAY.search(text):
        found = []
    else:
        found = _numbers_in(field, text)
    nearest = (slip(field, value) if _may_slip(field, value, text) else value for value in found)
    return list(dict.fromkeys(value for value in nearest if value is not None and fits(field, value)))


def _may_slip(field: Field, value: Decimal, text: str) -> bool:
    """Whether a number in a text is no value of the field as it stands, or a percentage that is hardly likely."""
    if not fits(field, value):
        return field.kind is Kind.PERCENT or field.unit == YEAR
    return in_full_timers(field, value) and "%" not in text and "procent" not in text


def slip(field: Field, value: Decimal) -> Decimal | None:
    """What may have been meant by a number that is out of bounds: the likeliest that fits."""
    return next((meaning for meaning in _slips(field, value) if fits(field, meaning)), None)


def _slips(field: Field, value: Decimal) -> list[Decimal]:
    """The likeliest first.

    A fraction was probably meant as a percentage, an amount below the least in thousands, an amount in whole euros
    above the most in cents, a number below nothing without its minus, and two digits as a year of this century.
    """
    if abs(value) >= _ABSURD:
        return []
    found = [-value] if value < 0 else []
    if in_full_timers(field, value) or (field.kind is Kind.PERCENT and 0 < value <= 1):
        found.append(value * 100)
    if field.kind is Kind.MONEY and 0 < value < 1000:
        found.append(value * 1000)
    elif field.kind is Kind.MONEY and value >= 1000 and value % 1 == 0 and value % 100:
        found.append(value / 100)
    if field.unit == YEAR and 0 <= value < 100:
        found.append(value + 2000)
    return found


def _numbers_in(field: Field, text: str) -> list[Decimal]:
    """The numbers that a text in lower case may stand for, whatever the bounds."""
    if text in _NOTHING:
        return [Decimal(0)]
    if field.employment and (percentages := full_timers(text)):
        return percentages
    if field.kind is Kind.PERCENT and (
        shares := [Decimal(_PARTS_OF_FULL_TIME[word]) for word in text.split() if word in _PARTS_OF_FULL_TIME]
    ):
        return shares
    text = in_digits(text)
    if (worked_out := _worked_out(field, text)) is not None:
        return [worked_out]
    if match := _FRACTION.search(text.replace("½", " 1/2")):
        return _of_fraction(field, *match.groups(default="0"))
    if field.kind is Kind.TERM and (said := _years_in(text)) is not None:
        return said
    if (measured := _numbers_with_units(field, text)) is not None:
        return measured
    if re.search(r"[0-9]", text) and _LETTERS_FOR_DIGITS.fullmatch(text):
        text = text.translate(_AS_DIGITS)
    if field.kind is Kind.MONEY:
        text = _NAMED_YEAR.sub("", text)
    return [value for part in _NUMBER_INSIDE.findall(text) for value in _nearest_numbers(field, part)]


def _worked_out(field: Field, text: str) -> Decimal | None:
    """What a sum or a product comes to, as in `5.000 + 600` and `12 x 5.000`; `None` for any other text."""
    added = len(addends := text.removeprefix("=").split("+")) > 1
    parts = addends if added else _TIMES.split(text.removeprefix("="))
    if len(parts) < 2 or not all(_NUMBER_INSIDE.fullmatch(part.strip()) for part in parts):
        return None
    values = [value for part in parts for value in _nearest_numbers(field, part.strip())[:1]]
    if len(values) < len(parts):
        return None
    found = sum(values, Decimal(0)) if added else prod(values, start=Decimal(1))
    return numbers.rounded(found) if found < _ABSURD else None


def _numbers_with_units(field: Field, text: str) -> list[Decimal] | None:
    """The numbers in a text with cents, per thousand, months, hours or a power of ten; `None` for a text without."""
    in_euro = field.kind is Kind.MONEY or field.unit == "€"
    if in_euro and (found := _EURO_AND_CENTS.search(text)):
        return [Decimal(f"{found[1]}.{found[2]}")]
    if in_euro and (found := _CENTS.search(text)):
        return [count(found[1]) / 100]
    if field.kind is Kind.PERCENT and "‰" in text:
        return [count(digits) / 10 for digits in re.findall(DIGITS, text)]
    if "uren" in field.label.lower():
        return _hours(text)
    if "maanden" in field.label.lower() and (years := _years_in(text)):
        return [value * 12 for value in years]
    if found := _SCIENTIFIC.fullmatch(text):
        return [count(found[1]).scaleb(int(found[2]))]
    return [] if _TIME.search(text) else None


def full_timers(typed: str) -> list[Decimal]:
    """The percentages that numbers of full-timers come to: of `2 voltijdsen`, 200; none if parts are named too."""
    text = in_digits(plain(typed))
    if not _FULL_TIMERS.search(text) or re.search(r"hal[fv]|%|procent|/|½", text):
        return []
    return [count(digits) * 100 for digits in re.findall(DIGITS, text)]


def _hours(text: str) -> list[Decimal] | None:
    """The hours in a text with minutes: `2u30`, `90 minuten`."""
    if found := _CLOCK.search(text):
        return [round(Decimal(found[1]) + Decimal(found[2]) / 60, 2)]
    if found := _MINUTES.search(text):
        return [round(count(found[1]) / 60, 2)]
    return None


def _years_in(text: str) -> list[Decimal] | None:
    """The years that a term in units of time comes to: `6 maanden`, `3 kwartalen`; none for days and weeks.

    `None` for a text with no other unit than years, which may be a number with words around it: `3 of 4 jaar`.
    """
    words = _WORD.findall(text)
    counts = [count(word) if word[0].isdecimal() else _COUNTS.get(word) for word in words]
    pairs = [
        (count, _MONTHS_OF[unit])
        for count, unit in zip(counts, words[1:], strict=False)
        if count is not None and unit in _MONTHS_OF
    ]
    numbers_said = [count for count in counts if count is not None]
    if pairs and len(pairs) == len(numbers_said):
        return _joined([count * length for count, length in pairs])
    return [] if _NOT_YEARS.intersection(words) else None


def _joined(lengths: list[Decimal]) -> list[Decimal]:
    """The years that these lengths in months may come to: one that says what the others come to counts once.

    Otherwise they are added, unless two of them are a year or more: then only one of these may be meant.
    """
    whole = sum(lengths, Decimal(0))
    if max(lengths) * 2 == whole:
        return [max(lengths) / 12]
    long = [length / 12 for length in lengths if length >= 12]
    return long if len(long) > 1 else [whole / 12]


def _of_fraction(field: Field, whole: str, above: str, below: str) -> list[Decimal]:
    """A fraction as the field would have it: of a percentage, four fifths are 80; of a term, whole months."""
    if not count(below):
        return []
    exact = Fraction(count(whole)) + Fraction(count(above)) / Fraction(count(below))
    if field.kind is Kind.TERM:
        return [Decimal(int(exact * 12)) / 12] if (exact * 12).denominator == 1 else []
    value = numbers.as_decimal(exact * 100 if field.kind is Kind.PERCENT else exact)
    return [round(value, 2)] if field.kind is Kind.PERCENT or value == round(value, 2) else []


def _nearest_numbers(field: Field, part: str) -> list[Decimal]:
    """The meanings of one written number; for a field of whole numbers those just below and above a part."""
    with suppress(ValueError):
        meanings = numbers.read(part).meanings
        value = next((meaning for meaning in meanings if fits(field, meaning)), meanings[0])
        if field.kind is Kind.WHOLE and value != value.to_integral_value():
            below = value.to_integral_value(ROUND_FLOOR)
            return [below, below + 1]
        return [value]
    return []


_DAYS = (
    (re.compile(r"(?<![0-9])([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])"), "ymd"),
    (re.compile(r"(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{4})(?![0-9])"), "dmy"),
    (re.compile(r"(?<![0-9])([0-9]{1,2})[-/. ]+([0-9]{1,2}|[a-z]{3,9})[-/. ']+([0-9]{4}|[0-9]{2})(?![0-9])"), "dmy"),
    (re.compile(r"([a-z]{3,9})[. ]+([0-9]{1,2})[. ]+([0-9]{4})(?![0-9])"), "mdy"),
)
"""How days are written, with the order of year, month and day."""
_MONTH = re.compile(
    r"(?:\b(half|midden|eind)e? (?:van )?)?(?<![0-9][-/. ])\b([a-z]{3,9}|[0-9]{1,2})[-/. ']+([0-9]{4}|[0-9]{2})\b"
)
_ORDINAL = re.compile(r"(?<=[0-9])(?:ste|de|e|st|nd|rd|th)\b(?: of)?")


def days_meant(field: Field, typed: str) -> list[date]:
    """The days that a text may stand for and that fit the field: with words around them, or a month alone."""
    text = _ORDINAL.sub("", plain(typed)).replace(",", " ")
    found = [day for pattern, order in _DAYS for match in pattern.findall(text) for day in _day(match, order)]
    found = found or [day for match in _MONTH.findall(text) for day in _of_month(*match)]
    return list(dict.fromkeys(day for day in found if within(field, day)))


def _day(parts: tuple[str, str, str], order: str) -> list[date]:
    year, month, day = (parts[order.index(part)] for part in "ymd")
    with suppress(ValueError):
        return [date(_full_year(year), month_number(month), int(day))]
    return []


def _of_month(part: str, month: str, year: str) -> list[date]:
    """The day of a month that was named without one: the first, or what `half` or `eind` says."""
    with suppress(ValueError):
        first = date(_full_year(year), month_number(month), 1)
        match part:
            case "":
                return [first]
            case "eind":
                return [last_day(end_after(first, 1))]
        return [first + timedelta(14)]
    return []


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def months_meant(field: Field, value: Decimal) -> str:
    """The term in months that a whole number of years out of bounds was probably meant as; empty if it was not."""
    if value == value.to_integral_value() and fits(field, value / 12):
        return terms.months_text(int(value))
    return ""
