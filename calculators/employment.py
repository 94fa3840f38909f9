"""What the instrument says of how much an ambassador works, wherever the reader gives a percentage."""

from collections.abc import Iterator
from decimal import Decimal

from calculators.core import parameters
from calculators.core.numbers import number, percent
from calculators.core.results import Level, Notice


def too_little(fte: Decimal) -> Iterator[Notice]:
    """A warning under the minimum, advice under what is preferred (instrument S3D.2 to S3D.4); `fte` in percent."""
    lowest, preferred = parameters.get("min_fte"), parameters.get("preferred_fte")
    if fte < lowest.latest:
        text = f"{percent(fte)} ligt onder het minimum. Stel de ambassadeur minstens {percent(lowest.latest)} aan."
        yield Notice("fte_minimum", Level.WARNING, text, ("S3D.2",), (lowest.id,))
    elif fte < preferred.latest:
        text = f"{percent(fte)} kan, maar {number(preferred.latest)} tot 100 % is beter: dat geeft ademruimte."
        yield Notice("fte_voorkeur", Level.ADVICE, text, ("S3D.3", "S3D.4"), (preferred.id,))
