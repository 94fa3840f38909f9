"""What a term is calculated from. The attribute names are the names of the form controls."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.core.fields import YEAR, InputErrors, choice, date_field, number_field, whole
from calculators.core.parameters.prefill import DatedInputs, own_values, prefilled
from calculators.core.periods import MONTHS_NL, add_months

_TERM = "Aanstelling"
_MOMENTS = "Vaste momenten"
_PLAN = "Meerjarenplan en werkjaar"
_FIXED = ("contract", ("bepaald",))


@dataclass(frozen=True, kw_only=True)
class Inputs(DatedInputs):
    """Start, contract and rhythm of an appointment. Raises `InputErrors` for values out of bounds."""

    startdatum: date = date_field("Startdatum", "2027-01-01", group=_TERM, help="De eerste werkdag van de ambassadeur.")
    contract: str = choice(
        "Soort contract",
        "bepaald",
        (("onbepaald", "Onbepaalde duur"), ("bepaald", "Bepaalde duur")),
        group=_TERM,
        help="Kies bij voorkeur een contract zonder einddatum. Kan dat niet, kies dan minstens drie jaar.",
    )
    looptijd_jaren: Decimal = prefilled(
        number_field,
        "Looptijd in jaren",
        "min_term_years",
        minimum="0.5",
        maximum=10,
        group=_TERM,
        shown_if=_FIXED,
        help="Hele of halve jaren.",
    )
    voorbereiding_maanden: int = prefilled(
        whole,
        "Maanden voorbereiding voor de start",
        "preparation_months",
        maximum=24,
        group=_TERM,
        help="Voor de beslissing, de vacature of het bestek, en de keuze van een kandidaat of partner.",
    )
    eerste_inschrijving_maanden: int = prefilled(
        whole,
        "Maanden tot de eerste inschrijving",
        "first_enrolment_months",
        maximum=24,
        group=_MOMENTS,
        help="Hoelang na de start schrijft het eerste kind zich in, na enkele proefmomenten?",
    )
    evaluatie_maanden: int = prefilled(
        whole,
        "Maanden tussen twee evaluaties",
        "evaluation_months",
        minimum=1,
        maximum=36,
        group=_MOMENTS,
        help="Spreek dit af met de ambassadeur.",
    )
    beslissing_maanden: int = prefilled(
        whole,
        "Maanden voor het einde: beslissen over verlenging",
        "renewal_months",
        minimum=1,
        maximum=24,
        group=_MOMENTS,
        shown_if=_FIXED,
        help="Reken tijd voor budget, beslissing en overdracht.",
    )
    plan_start: int = prefilled(
        whole, "Eerste jaar van het meerjarenplan", "plan_start", minimum=2014, maximum=2060, unit=YEAR, group=_PLAN
    )
    plan_einde: int = prefilled(
        whole, "Laatste jaar van het meerjarenplan", "plan_end", minimum=2019, maximum=2060, unit=YEAR, group=_PLAN
    )
    werkjaar_start_maand: str = prefilled(
        choice,
        "Begin van het werkjaar",
        "working_year_month",
        choices=tuple((str(number_), name) for number_, name in enumerate(MONTHS_NL, start=1)),
        group=_PLAN,
        help="De maand waarin kinderen zich opnieuw inschrijven bij verenigingen.",
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        errors: dict[str, str] = {}
        if (self.looptijd_jaren * 12) % 1:
            errors["looptijd_jaren"] = "Vul hele of halve jaren in, bijvoorbeeld 3 of 2,5."
        if self.plan_einde < self.plan_start:
            errors["plan_einde"] = "Het laatste jaar kan niet voor het eerste jaar van het meerjarenplan liggen."
        if errors:
            raise InputErrors(errors)

    @property
    def about(self) -> date:
        """The start: the advice on terms is that which holds when the appointment begins."""
        return self.startdatum

    @property
    def fixed(self) -> bool:
        """Whether the contract has an end."""
        return self.contract == "bepaald"

    @property
    def months(self) -> int:
        """Months of a fixed-term contract."""
        return int(self.looptijd_jaren * 12)

    @property
    def end(self) -> date | None:
        """The first day after a fixed-term contract; none for an indefinite one."""
        return add_months(self.startdatum, self.months) if self.fixed else None

    @property
    def horizon(self) -> date:
        """The first day after what is planned: the end or, for an indefinite contract, the end of the multi-year plan.

        For an indefinite contract at least as long as the minimum of a fixed term (instrument S3E.3).
        """
        shortest = add_months(self.startdatum, int(self.figure("min_term_years").value * 12))
        return self.end or max(date(self.plan_einde + 1, 1, 1), shortest)


def from_values(values: Mapping[str, Any]) -> Inputs:
    """Make inputs from values by name. Raises `InputErrors` with the names of the form controls."""
    return Inputs(**own_values(Inputs, values))
