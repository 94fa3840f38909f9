"""What calculators share about an appointment: contract, term, and the instrument's advice on the percentage."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Unpack

from calculators.core.fields import Options, choice_field, term_field
from calculators.core.numbers import format_number, format_percent
from calculators.core.parameters.prefill import DatedInputs, prefilled
from calculators.core.results import Notice, Severity

FIXED = "bepaald"
"""The contract that ends with the term. For the other one, of indefinite duration, the term is only estimated."""


def contract(**rest: Unpack[Options]) -> Any:
    """Declare `contract`, the same in every form: indefinite or fixed-term (instrument S3E.2, S3E.3).

    No contract counts as chosen until the reader chooses: the instrument prefers the kind that is not our default.
    """
    kinds = (("onbepaald", "Onbepaalde duur"), (FIXED, "Bepaalde duur"))
    options: Options = {**rest, "unchosen": True}
    return choice_field("Soort contract", FIXED, kinds, **options)


def term(**rest: Unpack[Options]) -> Any:
    """Declare `looptijd_jaren`, the same in every form: 1 to 120 whole months."""
    notation = "Typ jaren, zoals 3 of 1,75, of schrijf het woord erbij: 21 maanden."
    options: Options = {**rest, "help": f"{rest.get('help', '')} {notation}".strip()}
    return prefilled(term_field, "Looptijd in jaren", "min_term_years", **options)


def employment_notices(inputs: DatedInputs, fte: Decimal, about: str = "fte") -> Iterator[Notice]:
    """A warning below the minimum, advice below the preferred percentage (instrument S3D.2 to S3D.4); `fte` in percent.

    Both come from the figures for the day that `inputs` are about. `about` is the input that `fte` was filled in at.
    """
    lowest, preferred = inputs.figure("min_fte"), inputs.figure("preferred_fte")
    if fte < lowest.value:
        text = (
            f"{format_percent(fte)} ligt onder het minimum. Stel de ambassadeur minstens "
            f"{format_percent(lowest.value)} aan."
        )
        yield Notice("fte_minimum", Severity.WARNING, text, ("S3D.2",), (lowest,), about=about)
    elif fte < preferred.value:
        text = (
            f"{format_percent(fte)} kan, maar {format_number(preferred.value)} tot 100\u00a0% is beter: dat geeft "
            f"ademruimte."
        )
        yield Notice("fte_voorkeur", Severity.ADVICE, text, ("S3D.3", "S3D.4"), (preferred,), about=about)
