"""The term of an appointment: a whole number of months, which people write in years or in months.

As a value it is a `Decimal` number of years, always that of whole months: 20 months are `Decimal(20) / 12`.
"""

import re
from decimal import Decimal

from calculators.core.numbers import format_number, parse
from calculators.core.typed import Misread, plain

_LENGTH = r"([0-9]+(?:[.,][0-9]+)?) ?(?:(jaar|jaren|jr)|maanden|maand|mnden|mnd)\.?"
"""A pattern for a length with its unit; its second group is empty for months."""
_WRITTEN = re.compile(rf"{_LENGTH}(?: ?(,|en|\+|=|/|of|,? ?dus|[(\[] ?=?)? ?{_LENGTH} ?[)\]]?)?")
_SAME = Decimal("0.1") / 12
"""The largest difference, in years, at which a rounded number of years still equals a number of months."""
_CLOSE = Decimal("1e-9")
"""How far from whole months may be what a spreadsheet makes of twenty twelfths."""
_ENDLESS = re.compile(r"(?:voor |van )?(?:een )?(?:onbepaalde?|onbeperkte?)(?: (?:duur|tijd|looptijd|contract))?\.?")
FEWEST, MOST = 1, 120
"""The bounds of a term, in months."""
SHORTEST_YEARS, LONGEST_YEARS = Decimal(FEWEST) / 12, Decimal(MOST) / 12
"""The same bounds, in years."""


def read(text: str) -> Decimal | None:
    """The years of a term that is written with its unit: `2 jaar`, `21 maanden`, `1 jaar en 9 maanden`.

    A term that is said twice, as in `3 jaar (36 maanden)`, counts once. `None` for any other text, such as a number
    without a unit. Raises `Misread` where it is not clear whether years and months belong together: `3 jaar, 24
    maanden`.
    """
    found = _WRITTEN.fullmatch(plain(text))
    if not found:
        return None
    first, unit, joined, second, other_unit = found.groups(default="")
    length = _in_years(first, unit)
    if not second:
        return length
    return None if bool(unit) == bool(other_unit) else _together(length, joined, _in_years(second, other_unit), unit)


def _in_years(digits: str, unit: str) -> Decimal:
    return parse(digits) if unit else parse(digits) / 12


def _together(first: Decimal, joined: str, second: Decimal, unit: str) -> Decimal | None:
    """What a length in years and one in months come to; `unit` is that of the first, empty for months.

    They are added if the months are less than a year and stand last, or if a plus says so.
    """
    years, in_months = (first, second) if unit else (second, first)
    if joined not in ("en", "+") and abs(years - in_months) < _SAME:
        return in_months
    if joined == "+" or not (years and in_months) or (unit and joined in ("", ",", "en") and in_months < 1):
        return years + in_months
    if not unit and in_months < 1:
        return None
    meanings = [f"{format_number(years)} jaar"] if _is_term(years) else []
    if _is_term(in_months) and (joined != "en" or years != in_months):
        meanings.append(months_text(months(in_months)))
    if joined == "en" and _is_term(years + in_months):
        meanings.append(f"samen {in_words(years + in_months)}")
    if not meanings:
        return None
    last = f" of {meanings.pop()}" if len(meanings) > 1 else ""
    raise Misread(f"Deze looptijd is niet duidelijk. Bedoel je {', '.join(meanings)}{last}?")


def _is_term(years: Decimal) -> bool:
    """Whether a number of years is that of whole months, within the bounds."""
    return SHORTEST_YEARS <= years <= LONGEST_YEARS and abs(years * 12 - months(years)) <= _CLOSE


def is_endless(text: str) -> bool:
    """Whether a text says that there is no end: `onbepaald`, `van onbepaalde duur`."""
    return _ENDLESS.fullmatch(plain(text)) is not None


def in_whole_months(years: Decimal) -> Decimal:
    """The same number of years, exactly that of whole months; one out of bounds is given back as it is.

    Raises `Misread` for a part of a month.
    """
    if not 0 < years <= LONGEST_YEARS:
        return years
    count = max(FEWEST, months(years))
    if abs(years * 12 - count) > _CLOSE:
        words = months_text(count)
        raise Misread(f"Een looptijd telt hele maanden. Bedoel je {words}? Typ dan “{words}”.")
    return Decimal(count) / 12


def months(years: Decimal) -> int:
    """A term in months, rounded to the nearest whole one."""
    return int((years * 12).to_integral_value())


def to_text(years: Decimal) -> str:
    """A term as it stands in a form: a number of years up to quarters (`3`, `1,75`), and else `20 maanden`."""
    count = months(years)
    return months_text(count) if count % 3 else format_number(Decimal(count) / 12)


def in_words(years: Decimal) -> str:
    """A term in a sentence: `3 jaar`, `2,5 jaar`, `21 maanden`."""
    count = months(years)
    return months_text(count) if count % 6 else f"{format_number(Decimal(count) / 12)} jaar"


def first_in_words(years: Decimal) -> str:
    """The beginning of what has no end, in a sentence: `het eerste jaar`, `de eerste 3 jaar`, `de eerste maand`."""
    words = {"1 jaar": "het eerste jaar", "1 maand": "de eerste maand"}
    return words.get(in_words(years), f"de eerste {in_words(years)}")


def share_text(count: int) -> str:
    """A number of months as a factor of a yearly figure: `2`, `0,75`, `8/12`."""
    return f"{count}/12" if count % 3 else format_number(Decimal(count) / 12)


def months_text(count: int) -> str:
    """A number of months in words: `1 maand`, `6 maanden`."""
    return "1 maand" if count == 1 else f"{count} maanden"
