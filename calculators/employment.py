"""What the instrument says of how much an ambassador works, wherever the reader gives a percentage."""

from collections.abc import Iterator
from decimal import Decimal

from calculators.core.numbers import format_number, format_percent
from calculators.core.parameters.prefill import DatedInputs
from calculators.core.results import Notice, Severity


def too_little(inputs: DatedInputs, fte: Decimal) -> Iterator[Notice]:
    """A warning under the minimum, advice under what is preferred (instrument S3D.2 to S3D.4); `fte` in percent.

    By the figures for the day that `inputs` are about.
    """
    lowest, preferred = inputs.figure("min_fte"), inputs.figure("preferred_fte")
    if fte < lowest.value:
        text = (
            f"{format_percent(fte)} ligt onder het minimum. Stel de ambassadeur minstens "
            f"{format_percent(lowest.value)} aan."
        )
        yield Notice("fte_minimum", Severity.WARNING, text, ("S3D.2",), (lowest,))
    elif fte < preferred.value:
        text = (
            f"{format_percent(fte)} kan, maar {format_number(preferred.value)} tot 100 % is beter: dat geeft "
            f"ademruimte."
        )
        yield Notice("fte_voorkeur", Severity.ADVICE, text, ("S3D.3", "S3D.4"), (preferred,))
