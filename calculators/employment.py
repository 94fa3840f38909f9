"""What calculators share about an appointment: its term, and what the instrument says of how much it is."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from calculators.core.fields import term_field
from calculators.core.numbers import format_number, format_percent
from calculators.core.parameters.prefill import DatedInputs, prefilled
from calculators.core.results import Notice, Severity


def term(help_: str = "", **rest: Any) -> Any:
    """Declare `looptijd_jaren`, the same input wherever it is asked: whole months, from half a year to ten years."""
    how = "Typ jaren, zoals 3 of 1,75, of schrijf het woord erbij: 21 maanden."
    return prefilled(term_field, "Looptijd in jaren", "min_term_years", help=f"{help_} {how}".strip(), **rest)


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
