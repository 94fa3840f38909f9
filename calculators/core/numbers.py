"""Numbers as a Dutch-speaking reader types and reads them.

Money and percentages are `Decimal`. An amount that is worked out is an exact `Fraction` until `cents` rounds it, once.
Formatting rounds half up, and so does `rounded`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from calculators.core.typed import plain

# A whole number field: sign, currency and sign again, digits with separators, `,-` or `,=` for no cents, `k`, unit.
_SHAPE = re.compile(
    r"([+-]?) {0,9}(€|eur|euro)? {0,9}([+-]?) {0,9}"
    r"([0-9.,'](?: ?[0-9.,'])*)((?<=[.,])[-=]{1,2})? {0,9}"
    r"(k)? {0,9}(€|eur|euro|%|procent)?"
)
# Digits grouped by thousands with dots, or with spaces or apostrophes.
_DOTTED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
_SPACED = r"[1-9][0-9]{0,2}(?:[ '][0-9]{3})+"
_THOUSANDS = re.compile(_DOTTED)
_COMMA = re.compile(rf"([0-9]*|{_DOTTED}|{_SPACED})(?:,([0-9]+))?")
_POINT = re.compile(rf"([0-9]*|{_SPACED})\.([0-9]+)")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_SEPARATORS = str.maketrans("", "", ".,' ")
_MOST_DIGITS = 60
_CENT = Decimal("0.01")
_QUANTA = tuple(Decimal(1).scaleb(-places) for places in range(13))


class Unclear(ValueError):
    """A text that may stand for several numbers, the `meanings`, so that the reader must be asked."""

    def __init__(self, meanings: tuple[Decimal, ...]) -> None:
        self.meanings = meanings
        super().__init__(", ".join(map(to_machine, meanings)))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed number may mean: `dutch` in Dutch notation, `other` in another notation.

    `doubtful` says that people use the text for both, such as `2,500`. `unit` is the sign beside it: €, % or none.
    """

    dutch: Decimal | None
    other: Decimal | None = None
    doubtful: bool = False
    unit: str = ""

    @property
    def meanings(self) -> tuple[Decimal, ...]:
        """Every meaning, the Dutch one first."""
        return tuple(meaning for meaning in (self.dutch, self.other) if meaning is not None)

    def choose(self, fits: Callable[[Decimal], bool], *, strict: bool) -> Decimal:
        """The number that is meant, among those that fit the field.

        Raises `Unclear` for a doubtful text (always if `strict`, otherwise only if both meanings fit) and for a text
        that does not fit in Dutch notation but does in another. If no meaning fits, gives the first one, which the
        field then refuses for being out of bounds.
        """
        possible = tuple(filter(fits, self.meanings))
        must_ask = self.doubtful and (strict or len(possible) == 2)
        if possible and (must_ask or possible[0] != self.dutch):
            raise Unclear(possible)
        return self.meanings[0]


def read(text: str) -> Reading:
    """Read a number as people write it: `61.400,50`, `61 400,5`, `€ 2.500,-`, `EUR 2500`, `61'400`, `61400.5`, `80 %`.

    In Dutch notation a comma is the decimal sign, and dots, spaces or apostrophes that each stand before exactly three
    digits group thousands: `61.400` is sixty-one thousand four hundred. Any other single dot is a decimal point.
    These have another meaning beside, or instead of, the Dutch one:

    - `61.400`, which a program may have written for 61,4;
    - `2,500` and `0.500`, which are doubtful: the separator may group thousands;
    - `1,000,000`, `61,400.50` and `64k`, which are not Dutch notation at all.

    Raises `ValueError` when the text is no number.
    """
    match = _SHAPE.fullmatch(plain(text))
    if not match:
        raise ValueError(text)
    before, unit, sign, body, _, thousand, after = match.groups(default="")
    units = {"%" if word in ("%", "procent") else "€" for word in (unit, after) if word}
    if (before and sign) or len(units) > 1 or len(body.translate(_SEPARATORS)) > _MOST_DIGITS:
        raise ValueError(text)
    minus = "-" if "-" in (before, sign) else ""
    without_end = body[:-1].strip() if body[-1] in ".," else ""
    reading = Reading(None, parse(minus + body) * 1000) if thousand else _meanings(minus, without_end or body)
    return replace(reading, unit="".join(units))


def parse(text: str) -> Decimal:
    """The number that a text means in Dutch notation. Raises `ValueError` if it is not one."""
    value = read(text).dutch
    if value is None:
        raise ValueError(text)
    return value


def _meanings(minus: str, body: str) -> Reading:
    """The meanings of digits with their separators; `minus` is a minus sign or empty."""
    bare = body.translate(_SEPARATORS)
    ungrouped = Decimal(minus + bare) if bare else None
    if _THOUSANDS.fullmatch(body):
        return Reading(ungrouped, Decimal(minus + body) if body.count(".") == 1 else None)
    if bare and (match := _COMMA.fullmatch(body) or _POINT.fullmatch(body)):
        whole, decimals = match.groups(default="")
        value = Decimal(f"{minus}{whole.translate(_SEPARATORS) or '0'}.{decimals}")
        thousands = _ENGLISH.fullmatch(body) if "," in body else len(decimals) == 3
        return Reading(value, ungrouped, doubtful=True) if thousands and value else Reading(value)
    if _ENGLISH.fullmatch(body):
        return Reading(None, Decimal(minus + body.replace(",", "")))
    raise ValueError(body)


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Round half up to `places` decimals (0 to 12); never gives minus zero."""
    result = value.quantize(_QUANTA[places], ROUND_HALF_UP)
    return result or abs(result)


def cents(amount: Fraction, times: Fraction = Fraction(1)) -> Decimal:
    """Round `amount` × `times`, exact and in euro, to the cent; half a cent is rounded away from zero."""
    (above, below), (more, parts) = amount.as_integer_ratio(), times.as_integer_ratio()
    above, below = above * more, below * parts
    count = (200 * abs(above) + below) // (2 * below)
    return _CENT * (count if above > 0 else -count)


def in_parts(amount: Fraction, shares: Iterable[Fraction]) -> tuple[Decimal, ...]:
    """An amount in euro in parts, each to the cent, for shares that are 1 together. They keep its total, rounded.

    Each is the rounded total of all shares so far, less the parts before it. So each is less than a cent off, and one
    without a share gets nothing.
    """
    found: list[Decimal] = []
    so_far, given = Fraction(0), Decimal(0)
    for share in shares:
        so_far += share
        found.append(cents(amount, so_far) - given)
        given += found[-1]
    return tuple(found)


def as_decimal(value: Fraction) -> Decimal:
    """An exact value with as many digits as a `Decimal` keeps, to show or to pass on."""
    return Decimal(value.numerator) / value.denominator


@lru_cache(maxsize=2048)  # an answer writes the same amounts in its tables and formulas, and the next one most of them
def format_number(value: Decimal, places: int | None = None) -> str:
    """Show a number the Dutch way: `61.400,50`. Without `places`: as many decimals as it has, at most six."""
    if places is None:
        places = min(6, max(0, -_exponent(value)))
    return _dutch(f"{rounded(value, places):,.{places}f}")


def _dutch(text: str) -> str:
    """A number with dots for commas and a comma for the dot: ten times as fast as `translate`, and often asked."""
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def format_exact(value: Decimal, least: int = 0) -> str:
    """Write a number the Dutch way with all decimals that it has; one that is not whole has at least `least`."""
    whole, _, decimals = _dutch(f"{value:,f}").partition(",")
    decimals = decimals.rstrip("0")
    return f"{whole},{decimals:0<{least}}" if decimals else whole


def format_euro(value: Decimal, places: int = 2) -> str:
    """Show an amount in euro, rounded half up to the cent: `€ 65.000,00`, `− € 12,50`."""
    written = format_number(value, places)
    return f"−\u00a0€\u00a0{written[1:]}" if written[0] == "-" else f"€\u00a0{written}"


def format_difference(amount: Decimal) -> str:
    """By how much an amount in euro differs from another, with its sign: `+ € 12,50`, `− € 12,50`, `€ 0,00`."""
    return f"+\u00a0{format_euro(amount)}" if rounded(amount) > 0 else format_euro(amount)


def format_percent(value: Decimal) -> str:
    """Show a percentage: `80 %`, `2,5 %`."""
    return f"{format_number(value)}\u00a0%"


def to_machine(value: Decimal) -> str:
    """Write a number for programs: `.` as decimal sign, no grouping, no exponent, no needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int), "NaN and infinity are never shown"
    return exponent
