"""What may have been meant by a text that a field cannot read: words, fractions, hours, other units and notations.

Nothing here is ever taken for what a reader typed. It is only asked about.
"""

import re
from contextlib import suppress
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from calculators.core import numbers, terms
from calculators.core.kinds import YEAR, Field, Kind, fits, within
from calculators.core.periods import end_after, last_day, month_number
from calculators.core.typed import plain

_DIGITS = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
_SHARES = {"voltijds": 100, "voltijd": 100, "halftijds": 50, "halftijd": 50, "half": 50}
_NOTHING = {"geen", "nihil", "niets", "nvt", "n.v.t.", "-", "--", "/"}
_ONES = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_TEENS = ("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_NUMBERS = {word: number for number, word in enumerate((*_ONES, *_TEENS))} | {
    f"{'een' if one == 'één' else one}en{ten}" if one else ten: 10 * tens + ones
    for tens, ten in enumerate(_TENS, start=2)
    for ones, one in enumerate(("", *_ONES[1:10]))
}
_SIZES = {"miljoen": 1_000_000, "mio": 1_000_000, "mln": 1_000_000, "duizend": 1000, "mille": 1000, "honderd": 100}
_SIZED = re.compile(rf"({_DIGITS}) ?({'|'.join(_SIZES)})\b")
_PARTS = {"derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}
_PART = re.compile(rf"\b(een|één|twee|drie|vier|[1-9])? ?\b({'|'.join(_PARTS)})n?\b")
_JOINED_PART = re.compile(rf"\b(twee|drie|vier)({'|'.join(_PARTS)})n?\b")
_AND_A_HALF = re.compile(r"\b([0-9]{1,3})( jaar| uur)?(?: ?en)? (?:een ?)?hal(?:f|ve)\b")
_FRACTION = re.compile(rf"(?<![0-9.,/])(?:([0-9]{{1,2}}) )?({_DIGITS}) ?(?:u|uur|uren)? ?/ ?({_DIGITS})(?![0-9.,/])")
_MONTHS_OF = {"j": 12, "jr": 12, "jaar": 12, "jaren": 12, "semester": 6, "semesters": 6, "kwartaal": 3, "kwartalen": 3}
_MONTHS_OF |= dict.fromkeys(("m", "mnd", "maand", "maanden"), 1)
"""How many months the units are in which people say a term."""
_IN_PARTS = {"een": Decimal(1), "één": Decimal(1), "half": Decimal("0.5"), "een half": Decimal("0.5")}
_NOT_YEARS = {unit for unit, length in _MONTHS_OF.items() if length != 12} | {"dag", "dagen", "week", "weken"}
_WORD = re.compile(r"een half|[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+")
_CLOCK = re.compile(r"\b([0-9]{1,3}) ?(?:u|uur|uren|h|:) ?([0-5]?[0-9])\b(?: ?min\w*)?")
_MINUTES = re.compile(rf"({_DIGITS}) ?(?:min|minuut|minuten)\b")
_TIME = re.compile(r"[0-9] ?(?:u|uur|uren|h|min|minuten)\b|[0-9]u[0-9]")
_EURO_AND_CENTS = re.compile(r"\b([0-9]{1,9}) ?(?:euro|eur|€) ?([0-9]{2})(?: ?ct| ?cent)?\b")
_CENTS = re.compile(rf"({_DIGITS}) ?(?:euro)?(?:cents?|ct)\b")
_SCIENTIFIC = re.compile(rf"({_DIGITS})e(\+?[0-9]{{1,2}})")
_PERIOD = re.compile(
    r"(?:\bper |/ ?|\bp/)(jaar|maand|mnd|kwartaal|week|dag|uur)\b|\b(jaar|maand|week|dag)elijks|\bp\.?(m)\b"
)
_PERIODS = {"mnd": "maand", "m": "maand"}
_NUMBER_INSIDE = re.compile(r"[0-9](?:[0-9.,' ]*[0-9])?(?: ?k\b)?")
_LETTERS_FOR_DIGITS = re.compile(r"[0-9ol.,']+")
_AS_DIGITS = str.maketrans("ol", "01")
_A_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_A_DAY = re.compile(r"\b[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_ABSURD = Decimal(10) ** 15
"""From here on, a number is a slip of which nothing can be made."""


def other_period(spec: Field, typed: str) -> str:
    """The period in the text, as `maand` in `5.400/maand`, if the field asks for an amount per another one."""
    label = spec.label.lower()
    if spec.kind in (Kind.TERM, Kind.DATE) or not (found := _PERIOD.search(plain(typed))):
        return ""
    word = next(filter(None, found.groups()))
    period = _PERIODS.get(word, word)
    named = [one for one in ("jaar", "maand", "kwartaal", "week", "dag", "uur", "uren") if one in label]
    return "" if period in named or (period == "jaar" and not named) else period


def numbers_meant(spec: Field, typed: str) -> list[Decimal]:
    """The numbers that a text may stand for and that fit the field, each once; none if that would be a wild guess."""
    text = plain(typed)
    if spec.unit == YEAR and (years := _A_YEAR.findall(text)):
        found = [Decimal(year) for year in years]
    elif other_period(spec, typed) or _A_DAY.search(text):
        found = []
    else:
        found = _found(spec, text)
    may_slip = spec.kind is Kind.PERCENT or spec.unit == YEAR
    nearest = (slip(spec, value) if may_slip and not fits(spec, value) else value for value in found)
    return list(dict.fromkeys(value for value in nearest if value is not None and fits(spec, value)))


def slip(spec: Field, value: Decimal) -> Decimal | None:
    """What may have been meant by a number that is out of bounds: the likeliest that fits."""
    return next((one for one in _slips(spec, value) if fits(spec, one)), None)


def _slips(spec: Field, value: Decimal) -> list[Decimal]:
    """The likeliest first.

    A fraction was probably meant as a percentage, an amount below the least in thousands, an amount in whole euros
    above the most in cents, a number below nothing without its minus, and two digits as a year of this century.
    """
    if abs(value) >= _ABSURD:
        return []
    found = [-value] if value < 0 else []
    if spec.kind is Kind.PERCENT and 0 < value <= 1:
        found.append(value * 100)
    if spec.kind is Kind.MONEY and 0 < value < 1000:
        found.append(value * 1000)
    elif spec.kind is Kind.MONEY and value >= 1000 and value % 1 == 0 and value % 100:
        found.append(value / 100)
    if spec.unit == YEAR and 0 <= value < 100:
        found.append(value + 2000)
    return found


def _found(spec: Field, text: str) -> list[Decimal]:
    """The numbers that a text in lower case may stand for, whatever the bounds."""
    if text in _NOTHING:
        return [Decimal(0)]
    if spec.kind is Kind.PERCENT and (shares := [Decimal(_SHARES[word]) for word in text.split() if word in _SHARES]):
        return shares
    text = _in_digits(text)
    if match := _FRACTION.search(text.replace("½", " 1/2")):
        return _of_fraction(spec, *match.groups(default="0"))
    if spec.kind is Kind.TERM and (said := _said(text)) is not None:
        return said
    if (measured := _measured(spec, text)) is not None:
        return measured
    if re.search(r"[0-9]", text) and _LETTERS_FOR_DIGITS.fullmatch(text):
        text = text.translate(_AS_DIGITS)
    return [value for part in _NUMBER_INSIDE.findall(text) for value in _written(spec, part)]


def _in_digits(text: str) -> str:
    """The text with digits for numbers in words: `drie kwart` as `3/4`, `twee en een half` as `2,5`."""
    text = _SIZED.sub(_sized, _spaced(text))
    text = re.sub(r"\banderhal(?:f|ve)\b", "1,5", _JOINED_PART.sub(r"\1 \2", text))
    text = _PART.sub(lambda found: f" {_count(found[1] or 'een')}/{_PARTS[found[2]]}", text)
    text = re.sub(r"[^\W\d_]+", _as_digits, text)
    return _AND_A_HALF.sub(r"\1,5\2", "1" if text in ("een", "één") else text).strip()


def _spaced(text: str) -> str:
    """With `tweeëneenhalf` and `tweeënhalf` as `twee en een half` and `twee en half`."""
    text = text.replace("ë", "e").replace("eneenhal", " en een hal")
    return re.sub(r"(?<=[a-z])enhal(?=f|ve)", " en hal", text)


def _sized(found: re.Match[str]) -> str:
    """The digits of `65 duizend` or `1,2 miljoen`."""
    return f"{_count(found[1]) * _SIZES[found[2]]:.0f}"


def _as_digits(word: re.Match[str]) -> str:
    number = _in_words(word[0])
    return word[0] if number is None else str(number)


def _in_words(word: str) -> int | None:
    """The number that a word stands for: `tachtig`, `vijfendertigduizend`, `dertigtal`; `een` may be no number."""
    word = word.removesuffix("tal") if len(word) > 5 else word
    if word in _NUMBERS:
        return _NUMBERS[word]
    for name in ("duizend", "honderd"):
        before, found, after = word.partition(name)
        if not found:
            continue
        head, tail = (_in_words(part) if part else 0 for part in (before, after))
        return None if head is None or tail is None else (head or 1) * _SIZES[name] + tail
    return None


def _count(text: str) -> Decimal:
    """The number that digits, or `een` to `vier`, stand for."""
    if text[0].isdecimal():
        return Decimal(text.replace(",", "."))
    return Decimal(_NUMBERS.get(text, 1))


def _measured(spec: Field, text: str) -> list[Decimal] | None:
    """The numbers in a text with cents, per thousand, months, hours or a power of ten; `None` for a text without."""
    in_euro = spec.kind is Kind.MONEY or spec.unit == "€"
    if in_euro and (found := _EURO_AND_CENTS.search(text)):
        return [Decimal(f"{found[1]}.{found[2]}")]
    if in_euro and (found := _CENTS.search(text)):
        return [_count(found[1]) / 100]
    if spec.kind is Kind.PERCENT and "‰" in text:
        return [_count(one) / 10 for one in re.findall(_DIGITS, text)]
    if "uren" in spec.label.lower():
        return _hours(text)
    if "maanden" in spec.label.lower() and (years := _said(text)):
        return [value * 12 for value in years]
    if found := _SCIENTIFIC.fullmatch(text):
        return [_count(found[1]).scaleb(int(found[2]))]
    return [] if _TIME.search(text) else None


def _hours(text: str) -> list[Decimal] | None:
    """The hours in a text with minutes: `2u30`, `90 minuten`."""
    if found := _CLOCK.search(text):
        return [round(Decimal(found[1]) + Decimal(found[2]) / 60, 2)]
    if found := _MINUTES.search(text):
        return [round(_count(found[1]) / 60, 2)]
    return None


def _said(text: str) -> list[Decimal] | None:
    """The years that a term in units of time comes to: `6 maanden`, `3 kwartalen`; none for days and weeks.

    `None` for a text with no other unit than years, which may be a number with words around it: `3 of 4 jaar`.
    """
    words = _WORD.findall(text)
    counts = [_count(word) if word[0].isdecimal() else _IN_PARTS.get(word) for word in words]
    pairs = [
        (count, _MONTHS_OF[unit])
        for count, unit in zip(counts, words[1:], strict=False)
        if count is not None and unit in _MONTHS_OF
    ]
    numbers_said = [count for count in counts if count is not None]
    if pairs and len(pairs) == len(numbers_said):
        return [sum((count * length for count, length in pairs), Decimal(0)) / 12]
    return [] if _NOT_YEARS.intersection(words) else None


def _of_fraction(spec: Field, whole: str, above: str, below: str) -> list[Decimal]:
    """A fraction as the field would have it: of a percentage, four fifths are 80; of a term, whole months."""
    if not _count(below):
        return []
    exact = Fraction(_count(whole)) + Fraction(_count(above)) / Fraction(_count(below))
    if spec.kind is Kind.TERM:
        return [Decimal(int(exact * 12)) / 12] if (exact * 12).denominator == 1 else []
    value = numbers.as_decimal(exact * 100 if spec.kind is Kind.PERCENT else exact)
    return [round(value, 2)] if spec.kind is Kind.PERCENT or value == round(value, 2) else []


def _written(spec: Field, part: str) -> list[Decimal]:
    """The meanings of one written number; for a field of whole numbers those just below and above a part."""
    with suppress(ValueError):
        reading = numbers.read(part)
        meanings = [meaning for meaning in (reading.dutch, reading.other) if meaning is not None]
        value = next((one for one in meanings if fits(spec, one)), meanings[0])
        if spec.kind is Kind.WHOLE and value != value.to_integral_value():
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


def days_meant(spec: Field, typed: str) -> list[date]:
    """The days that a text may stand for and that fit the field: with words around them, or a month alone."""
    text = _ORDINAL.sub("", plain(typed)).replace(",", " ")
    found = [day for pattern, order in _DAYS for match in pattern.findall(text) for day in _day(match, order)]
    found = found or [day for match in _MONTH.findall(text) for day in _of_month(*match)]
    return list(dict.fromkeys(day for day in found if within(spec, day)))


def _day(parts: tuple[str, str, str], order: str) -> list[date]:
    year, month, day = (parts[order.index(part)] for part in "ymd")
    with suppress(ValueError):
        return [date(_full_year(year), month_number(month), int(day))]
    return []


def _of_month(part: str, month: str, year: str) -> list[date]:
    """The day of a month that was named without one: the first, or what `half` or `eind` says."""
    with suppress(ValueError):
        first = date(_full_year(year), month_number(month), 1)
        return [{"": first, "eind": last_day(end_after(first, 1))}.get(part, first + timedelta(14))]
    return []


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def months_meant(spec: Field, value: Decimal) -> str:
    """The term in months that a whole number of years out of bounds was probably meant as; empty if it was not."""
    if value == value.to_integral_value() and fits(spec, value / 12):
        return terms.months_text(int(value))
    return ""
