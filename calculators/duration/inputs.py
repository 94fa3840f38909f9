"""The inputs of the term calculator. The attribute names are the names of the form controls."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from calculators.core import terms
from calculators.core.fields import YEAR, InputErrors, choice_field, date_field, whole_field
from calculators.core.parameters.prefill import DatedInputs, own_values, prefilled
from calculators.core.periods import MONTHS_NL, end_after
from calculators.employment import FIXED, contract, term

_TERM = "Aanstelling"
_MOMENTS = "Vaste momenten"
_PLAN = "Meerjarenplan en werkjaar"
_FIXED = ("contract", (FIXED,))


@dataclass(frozen=True, kw_only=True)
class Inputs(DatedInputs):
    """Start, contract and fixed intervals of an appointment. Raises `InputErrors` for values out of bounds."""

    startdatum: date = date_field("Startdatum", "2027-01-01", group=_TERM, help="De eerste werkdag van de ambassadeur.")
    contract: str = contract(
        help="Kies bij voorkeur een contract zonder einddatum. Kan dat niet, kies dan minstens drie jaar.",
        group=_TERM,
    )
    looptijd_jaren: Decimal = term(
        group=_TERM,
        shown_if=_FIXED,
        endless="Een contract van onbepaalde duur kies je hierboven, bij “Soort contract”. Vul hier eerst in hoeveel "
        "jaar je in je budget wilt ramen, bijvoorbeeld 3.",
    )
    voorbereiding_maanden: int = prefilled(
        whole_field,
        "Maanden voorbereiding voor de start",
        "preparation_months",
        maximum=24,
        group=_TERM,
        help="Voor de beslissing, de vacature of het bestek, en de keuze van een kandidaat of partner.",
    )
    eerste_inschrijving_maanden: int = prefilled(
        whole_field,
        "Maanden tot de eerste inschrijving",
        "first_enrolment_months",
        maximum=24,
        group=_MOMENTS,
        help="Hoelang na de start schrijft het eerste kind zich in, na enkele proefmomenten?",
    )
    evaluatie_maanden: int = prefilled(
        whole_field,
        "Maanden tussen twee evaluaties",
        "evaluation_months",
        minimum=1,
        maximum=36,
        group=_MOMENTS,
        help="Spreek dit af met de ambassadeur.",
    )
    beslissing_maanden: int = prefilled(
        whole_field,
        "Maanden voor het einde: beslissen over verlenging",
        "renewal_months",
        minimum=1,
        maximum=24,
        group=_MOMENTS,
        shown_if=_FIXED,
        help="Reken tijd voor budget, beslissing en overdracht.",
    )
    plan_start: int = prefilled(
        whole_field,
        "Eerste jaar van het meerjarenplan",
        "plan_start",
        minimum=2014,
        maximum=2060,
        unit=YEAR,
        group=_PLAN,
    )
    plan_einde: int = prefilled(
        whole_field,
        "Laatste jaar van het meerjarenplan",
        "plan_end",
        minimum=2019,
        maximum=2060,
        unit=YEAR,
        group=_PLAN,
    )
    werkjaar_start_maand: str = prefilled(
        partial(choice_field, choices=[(str(number), name) for number, name in enumerate(MONTHS_NL, start=1)]),
        "Begin van het werkjaar",
        "working_year_month",
        group=_PLAN,
        help="De maand waarin kinderen zich opnieuw inschrijven bij verenigingen.",
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.plan_einde < self.plan_start:
            message = f"Het meerjarenplan begint in {self.plan_start}. Kies dat jaar of een later jaar."
            raise InputErrors({"plan_einde": message})

    @property
    def about(self) -> date:
        """The start date: the advice on terms that holds when the appointment begins is what counts."""
        return self.startdatum

    @property
    def fixed(self) -> bool:
        """Whether the contract ends with the term (`bepaald`)."""
        return self.contract == FIXED

    @property
    def months(self) -> int:
        """The whole months of a fixed-term contract; of an indefinite one, the months that are estimated."""
        return terms.months(self.looptijd_jaren)

    @property
    def end(self) -> date | None:
        """The first day after a fixed-term contract; `None` for an indefinite one."""
        return end_after(self.startdatum, self.months) if self.fixed else None

    @property
    def horizon(self) -> date:
        """The first day after the planned period.

        That is the end of the contract or, for an indefinite one, the end of the multi-year plan, but not before the
        minimum of a fixed term has passed (instrument S3E.3).
        """
        shortest = end_after(self.startdatum, terms.months(self.figure("min_term_years").value))
        return self.end or max(date(self.plan_einde + 1, 1, 1), shortest)


def from_values(values: Mapping[str, Any]) -> Inputs:
    """Make inputs from values by name. Raises `InputErrors` with the names of the form controls."""
    return Inputs(**own_values(Inputs, values))
