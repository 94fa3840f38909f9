"""What a reader asks of a budget beside its total: a margin, a range, the way back from an amount, and unit costs."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.core import parameters
from calculators.core.fields import FormInputs, money_field, percent_field, whole_field
from calculators.core.numbers import format_number

GROUP = "Onzekerheid en terugrekenen"
_UNCERTAIN = "Hoe zeker is je raming?"
_BACK = "Heb je een vast bedrag?"
_UNITS = "Wil je de kost per kind of per resultaat?"


def _uncertain(label: str, example: str, own: str = "", unit: str = "%", maximum: int = 50) -> Any:
    """A margin; when it is empty our assumption counts, which is smaller for a figure of the reader's own."""
    used = tuple(filter(None, (example, own)))
    sizes = [f"{format_number(parameters.get(name).current.value)}\u00a0{unit}" for name in used]
    told = f"{sizes[0]} bij ons voorbeeld, {sizes[1]} bij je eigen cijfer" if own else sizes[0]
    help_ = f"Leeg: onze aanname, {told}."
    return percent_field(label, None, maximum=maximum, unit=unit, group=GROUP, seldom=_UNCERTAIN, help=help_)


@dataclass(frozen=True, kw_only=True)
class Margins(FormInputs):
    """All optional. How uncertain an estimate is, is our assumption when it is empty; all else is then not answered."""

    risicomarge: Decimal | None = percent_field(
        "Risicomarge",
        None,
        group=GROUP,
        seldom=_UNCERTAIN,
        help="In procent van de totale kost. Ze staat apart naast het totaal, en niet in de begroting.",
    )
    onzeker_loon: Decimal | None = _uncertain(
        "De loonkost kan zoveel lager of hoger zijn", "uncertain_example_wage", "uncertain_own_wage"
    )
    onzeker_werking: Decimal | None = _uncertain(
        "De werkingskosten kunnen zoveel lager of hoger zijn", "uncertain_example_costs", "uncertain_own_costs"
    )
    onzeker_groei: Decimal | None = _uncertain(
        "De groei kan zoveel punten per jaar lager of hoger zijn", "uncertain_growth", unit="punt", maximum=5
    )
    beschikbaar: Decimal | None = money_field(
        "Bedrag dat er is voor de hele looptijd",
        None,
        maximum=100_000_000,
        group=GROUP,
        seldom=_BACK,
        help="Alles samen, ook subsidies. Wij zoeken hoeveel tewerkstelling en hoeveel maanden daarin passen.",
    )
    kinderen_per_jaar: int | None = whole_field(
        "Kinderen en jongeren die je per jaar bereikt", None, minimum=1, maximum=1_000_000, group=GROUP, seldom=_UNITS
    )
    resultaten_per_jaar: int | None = whole_field(
        "Resultaten per jaar",
        None,
        minimum=1,
        maximum=1_000_000,
        group=GROUP,
        seldom=_UNITS,
        help="Wat je subsidiegever of je bestuur telt, bijvoorbeeld inschrijvingen.",
    )
