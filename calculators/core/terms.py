"""The term of an appointment: a whole number of months, which people write in years or in months.

As a value it is a `Decimal` number of years, always that of whole months: 20 months are `Decimal(20) / 12`.
"""

import re
from decimal import Decimal

from calculators.core.numbers import format_number, parse
from calculators.core.typed import Misread, plain

_NUMBER = r"([0-9]+(?:[.,][0-9]+)?)"
_WRITTEN = re.compile(
    rf"(?:{_NUMBER} ?(?:jaar|jaren|jr)\.?)?"
    rf"(?: ?(?:,|en|\+)? ?{_NUMBER} ?(?:maanden|maand|mnden|mnd)\.?)?"
)
_CLOSE = Decimal("1e-9")
"""How far from whole months may be what a spreadsheet makes of twenty twelfths."""
_ENDLESS = re.compile(r"(?:voor |van )?(?:een )?(?:onbepaalde?|onbeperkte?)(?: (?:duur|tijd|looptijd|contract))?\.?")
FEWEST, MOST = 1, 120
"""The bounds of a term, in months."""
SHORTEST, LONGEST = Decimal(FEWEST) / 12, Decimal(MOST) / 12
"""The same bounds, in years."""


def read(text: str) -> Decimal | None:
    """The years of a term that is written with its unit: `2 jaar`, `21 maanden`, `1 jaar en 9 maanden`.

    `None` for any other text, such as a number without a unit.
    """
    found = _WRITTEN.fullmatch(plain(text))
    if not found or not any(found.groups()):
        return None
    years, count = (parse(part) for part in found.groups(default="0"))
    return years + count / 12


def is_endless(text: str) -> bool:
    """Whether a text says that there is no end: `onbepaald`, `van onbepaalde duur`."""
    return _ENDLESS.fullmatch(plain(text)) is not None


def in_whole_months(years: Decimal) -> Decimal:
    """The same number of years, exactly that of whole months; one out of bounds is given back as it is.

    Raises `Misread` for a part of a month.
    """
    if not 0 < years <= LONGEST:
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


def share_text(count: int) -> str:
    """A number of months as a factor of a yearly figure: `2`, `0,75`, `8/12`."""
    return f"{count}/12" if count % 3 else format_number(Decimal(count) / 12)


def months_text(count: int) -> str:
    """A number of months in words: `1 maand`, `6 maanden`."""
    return "1 maand" if count == 1 else f"{count} maanden"
