"""What a reader asks of a budget beside its total: a margin, a range, the way back from an amount, and unit costs."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.core.fields import FormInputs, money_field, percent_field, whole

GROUP = "Onzekerheid en terugrekenen"
_UNCERTAIN = "Hoe zeker is je raming?"
_BACK = "Heb je een vast bedrag?"
_UNITS = "Wil je de kost per kind of per resultaat?"


def _uncertain(label: str, unit: str = "%", maximum: int = 50, explanation: str = "") -> Any:
    return percent_field(
        label, None, maximum=maximum, unit=unit, group=GROUP, seldom=_UNCERTAIN, help=f"{explanation} Leeg telt als 0."
    )


@dataclass(frozen=True, kw_only=True)
class Margins(FormInputs):
    """All optional, and without a figure of ours: what is empty is not worked out."""

    risicomarge: Decimal | None = percent_field(
        "Risicomarge",
        None,
        group=GROUP,
        seldom=_UNCERTAIN,
        help="In procent van de totale kost. Ze staat apart naast het totaal, en niet in de begroting.",
    )
    onzeker_loon: Decimal | None = _uncertain(
        "De loonkost kan zoveel lager of hoger zijn", explanation="Een kleinere marge als je eigen cijfers hebt."
    )
    onzeker_werking: Decimal | None = _uncertain("De werkingskosten kunnen zoveel lager of hoger zijn")
    onzeker_groei: Decimal | None = _uncertain(
        "De groei kan zoveel punten lager of hoger zijn", "punten", 5, "Per jaar, voor lonen en werking samen."
    )
    beschikbaar: Decimal | None = money_field(
        "Bedrag dat er is voor de hele looptijd",
        None,
        maximum=100_000_000,
        group=GROUP,
        seldom=_BACK,
        help="Alles samen, ook subsidies. Wij zoeken hoeveel tewerkstelling en hoeveel maanden daarin passen.",
    )
    kinderen_per_jaar: int | None = whole(
        "Kinderen en jongeren die je per jaar bereikt", None, minimum=1, maximum=1_000_000, group=GROUP, seldom=_UNITS
    )
    resultaten_per_jaar: int | None = whole(
        "Resultaten per jaar",
        None,
        minimum=1,
        maximum=1_000_000,
        group=GROUP,
        seldom=_UNITS,
        help="Wat je subsidiegever of je bestuur telt, bijvoorbeeld inschrijvingen.",
    )
