"""What the reader says of prices: how fast costs grow, when, from which day a wage is, and along which index."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.core.fields import YEAR, choice_field, date_field, percent_field, steps_field, whole_field
from calculators.core.index_steps import IndexSteps
from calculators.core.parameters.prefill import DatedInputs, prefilled

GROUP = "Groei en planning"
BY_CALENDAR_YEAR, BY_ANNIVERSARY, BY_INDEX = "kalenderjaar", "verjaardag", "index"
"""When wages grow: at each New Year, at each anniversary of the start, or on the days of an index path."""
YES, NO = "ja", "nee"

_MOMENT = "Groeien de kosten op een ander moment, of is het loon van een andere dag?"
_ALONG_INDEX = ("groei_wijze", (BY_INDEX,))


def _yearly(label: str, *context: str, **rest: Any) -> Any:
    return prefilled(
        percent_field, label, "index_growth", minimum=-10, maximum=25, group=GROUP, context=context, **rest
    )


@dataclass(frozen=True, kw_only=True)
class Prices(DatedInputs):
    """Growth of wages and of operating costs, which are separate, and the multi-year plan they are set in."""

    index_loon: Decimal = _yearly(
        "Groei van de loonkost per jaar",
        "index_forecast_2027_03",
        "index_forecast_2028_01",
        help="Kies je hieronder een indexpad, dan telt dit na de laatste stap.",
    )
    index_werking: Decimal = _yearly(
        "Groei van de werkingskosten per jaar", "inflation_forecast_2026", "inflation_forecast_2027"
    )
    plan_einde: int = prefilled(
        whole_field,
        "Laatste jaar van het meerjarenplan",
        "plan_end",
        minimum=2009,
        maximum=2060,
        unit=YEAR,
        group=GROUP,
    )
    groei_wijze: str = choice_field(
        "Wanneer groeien de kosten?",
        BY_CALENDAR_YEAR,
        (
            (BY_CALENDAR_YEAR, "Elk kalenderjaar, op 1 januari"),
            (BY_ANNIVERSARY, "Elk jaar van de looptijd, op de verjaardag van de start"),
            (BY_INDEX, "Lonen volgens een indexpad, met de datum van elke stap"),
        ),
        group=GROUP,
        seldom=_MOMENT,
        help="Een begroting telt per kalenderjaar. Kies de verjaardag als een contract of een subsidie zo groeit. Met "
        "een indexpad groeien de werkingskosten per kalenderjaar.",
    )
    loon_prijs: date | None = date_field(
        "Van welke dag zijn de lonen die je invult?",
        None,
        minimum="2010-01-01",
        group=GROUP,
        seldom=_MOMENT,
        help="Het prijspeil van je loonkost. Vanaf die dag groeit ze. Leeg: van het jaar van de start, en bij een "
        "indexpad van de dag van onze cijfers, of van de start als die vroeger valt.",
    )
    index_prognose: str = choice_field(
        "Rekenen met de verwachte stappen?",
        YES,
        ((YES, "Ja, ook met de prognoses"), (NO, "Nee, alleen met de bekende stappen")),
        group=GROUP,
        seldom=_MOMENT,
        shown_if=_ALONG_INDEX,
        help="De stap van september 2026 is onze eigen berekening: laat ze bevestigen bij BOSA. De prognoses lazen we "
        "via derden en zijn onzeker. Na de laatste stap telt de groei van de loonkost per jaar.",
        context=("index_coefficient", "index_forecast_2027_03", "index_forecast_2028_01"),
    )
    index_stappen: IndexSteps | None = steps_field(
        "Eigen indexstappen",
        group=GROUP,
        seldom=_MOMENT,
        shown_if=_ALONG_INDEX,
        help="Op elke regel een datum en de coëfficiënt vanaf die dag, bijvoorbeeld: 1-3-2027 2,2522. Vanaf je eerste "
        "datum tellen alleen jouw stappen.",
    )
    centenindex: str = choice_field(
        "Centenindex",
        YES,
        ((YES, "Elke stap vanaf juni 2026 begrenzen"), (NO, "Niet begrenzen")),
        group=GROUP,
        seldom=_MOMENT,
        shown_if=_ALONG_INDEX,
        assumption=True,
        help="Een stap telt dan alleen op het eerste deel van een voltijds brutomaandloon. Welke stappen onder de wet "
        "vallen, weten we niet zeker. Vul je een jaarloonkost in, geef dan bij de post ook het brutomaandloon.",
        context=("index_cap_threshold",),
    )

    @property
    def with_forecasts(self) -> bool:
        """Whether expected steps of the index count."""
        return self.index_prognose == YES

    @property
    def with_cap(self) -> bool:
        """Whether the cap of the centenindex counts."""
        return self.centenindex == YES
