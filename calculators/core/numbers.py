"""Numbers as a Dutch-speaking reader types and reads them.

Money and percentages are `Decimal`; they are rounded half up to the cent only here, where they are shown.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

_NOISE = re.compile(r"[\s\u00a0\u202f€%']")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")
_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_LONGEST = 60
_DUTCH = str.maketrans(",.", ".,")
_QUANTA = tuple(Decimal(1).scaleb(-places) for places in range(13))


def parse(text: str) -> Decimal:
    """Read a number in Dutch or plain notation: `61.400,50`, `61400.5`, `€ 61 400`, `80 %`.

    A comma is always the decimal sign. Without a comma, dots that each stand before exactly three digits group
    thousands (`61.400` is sixty-one thousand four hundred); any other single dot is a decimal point.

    Raises `ValueError` when the text is no number.
    """
    bare = _NOISE.sub("", text).replace("\u2212", "-").removesuffix(",-").removesuffix(",")
    if "," in bare:
        whole, _, decimals = bare.partition(",")
        if "." in whole and not _GROUPED.fullmatch(whole):
            raise ValueError(text)
        bare = f"{whole.replace('.', '')}.{decimals}"
    elif _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    if not (len(bare) <= _LONGEST and bare.isascii() and _PLAIN.fullmatch(bare)):
        raise ValueError(text)
    return Decimal(bare)


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Round half up to `places` decimals (0 to 12); never gives minus zero."""
    result = value.quantize(_QUANTA[places], ROUND_HALF_UP)
    return result or abs(result)


def format_number(value: Decimal, places: int | None = None) -> str:
    """Show a number the Dutch way: `61.400,50`. Without `places`: as many decimals as it has, at most six."""
    if places is None:
        places = min(6, max(0, -_exponent(value)))
    return f"{rounded(value, places):,.{places}f}".translate(_DUTCH)


def format_euro(value: Decimal) -> str:
    """Show an amount in euro, rounded half up to the cent: `€ 65.000,00`, `€ -12,50`."""
    return f"€\u00a0{format_number(value, 2)}"


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
