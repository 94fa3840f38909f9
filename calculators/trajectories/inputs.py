"""The inputs of the trajectories calculator. The attribute names are the names of the form controls.

The thirteen factors come from `core/content/factors.toml`: their controls are named `factor_<id>`, and their answers
are in `Inputs.factoren`, by id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calculators.core import content, terms
from calculators.core.fields import (
    Field,
    InputErrors,
    Kind,
    check,
    choice_field,
    fields_of,
    number_field,
    percent_field,
    whole_field,
)
from calculators.core.numbers import format_number
from calculators.core.parameters.prefill import DatedInputs, own_values, prefilled
from calculators.employment import term

YES, NO, UNKNOWN = "ja", "nee", "weet-niet"
ENROLMENT = "inschrijving"
"""The only cut-off moment to which we apply the research share of successful referrals."""

_WORK = "Inzet"
_SUCCESS = "Wat telt als geslaagd?"
_HOURS = "Toets: uren"
_PLACES = "Toets: vrije plaatsen"
_OWN = "Eigen inschatting en doel"
_FACTORS = {"vraag": "Factoren aan de vraagkant", "aanbod": "Factoren aan de aanbodkant"}
_ANSWERS = ((UNKNOWN, "Weet ik nog niet"), (YES, "Ja"), (NO, "Nee"))
_CUTOFFS = tuple((cutoff.id, cutoff.name) for cutoff in content.cutoffs())
_LATER = tuple(value for value, _ in _CUTOFFS if value != ENROLMENT)


@dataclass(frozen=True, kw_only=True)
class Inputs(DatedInputs):
    """Work, success, checks and target of the trajectories; counts are per year.

    `factoren` has the answer to each factor ("ja", "nee", "weet-niet") by its id; an absent one becomes "weet-niet".
    Raises `InputErrors` for values out of bounds, and for a target above the highest that any source reports.
    """

    fte: Decimal = prefilled(
        percent_field,
        "Tewerkstelling samen",
        "preferred_fte",
        employment=True,
        minimum=1,
        maximum=6000,
        group=_WORK,
        help="100\u00a0% is één voltijdse. Tel alle medewerkers samen, tot 60 voltijdsen.",
    )
    maanden: Decimal = number_field(
        "Gewerkte maanden per jaar",
        12,
        minimum=1,
        maximum=12,
        group=_WORK,
        help="Minder dan 12 als de opdracht elk jaar een tijd stilligt.",
    )
    looptijd_jaren: Decimal = term(
        group=_WORK,
        endless="Een contract van onbepaalde duur kies je in de rekenhulp voor het budget of de looptijd. Vul hier in "
        "hoeveel jaar je wilt ramen, bijvoorbeeld 3.",
    )
    opstart_maanden: Decimal = prefilled(
        number_field,
        "Opstartmaanden in het eerste jaar",
        "setup_months",
        maximum=12,
        group=_WORK,
        help="In die maanden starten nog geen trajecten.",
    )
    afsluitmoment: str = choice_field(
        "Wanneer noem je een toeleiding geslaagd?",
        ENROLMENT,
        _CUTOFFS,
        group=_SUCCESS,
        help="Spreek dit samen af, met de ambassadeur en de partners.",
        unchosen=True,
    )
    eigen_slaagaandeel: Decimal | None = percent_field(
        "Eigen cijfer: deel van de gestarte trajecten dat slaagt",
        None,
        group=_SUCCESS,
        shown_if=("afsluitmoment", _LATER),
        help="Voor dit moment bestaat geen cijfer. Zonder eigen cijfer tonen we geen aantal.",
    )
    uren_per_week: Decimal = prefilled(
        number_field, "Werkuren per week van een voltijdse", "hours_per_week", minimum=20, maximum=48, group=_HOURS
    )
    weken_per_jaar: Decimal = prefilled(
        number_field, "Gewerkte weken per jaar", "weeks_per_year", minimum=1, maximum=52, group=_HOURS
    )
    aandeel_toeleiding: Decimal = prefilled(
        percent_field,
        "Deel van de tijd voor individuele toeleiding",
        "guidance_share",
        group=_HOURS,
        help="De rest gaat naar netwerk, verenigingen, overleg, registratie en vorming.",
    )
    uren_per_traject: Decimal = prefilled(
        number_field, "Werkuren per traject", "hours_per_trajectory", minimum="0.5", maximum=500, group=_HOURS
    )
    vrije_plaatsen: int | None = whole_field(
        "Vrije plaatsen bij de partners per jaar",
        None,
        maximum=10000,
        group=_PLACES,
        help="Vraag elke partner hoeveel plaatsen er zijn. Leeg: deze toets telt nog niet mee.",
    )
    eigen_aandeel: Decimal | None = percent_field(
        "Eigen aandeel van het hoogste aantal",
        None,
        group=_OWN,
        assumption=True,
        help="Welk deel van het hoogste aantal uit het onderzoek verwacht je te halen? Geen bron geeft een korting per "
        "factor.",
    )
    doel_trajecten: int | None = whole_field(
        "Eigen doel: gestarte trajecten per jaar",
        None,
        maximum=10000,
        group=_OWN,
        help="Laat leeg als je nog geen doel hebt. Wij toetsen het aan het onderzoek.",
    )
    factoren: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        errors = _factor_errors(self.factoren) | _target_errors(self)
        if errors:
            raise InputErrors(errors)
        answers = {factor.id: self.factoren.get(factor.id, UNKNOWN) for factor in content.factors()}
        object.__setattr__(self, "factoren", answers)

    @property
    def first_months(self) -> int:
        """The number of months of the term in its first year."""
        return min(12, terms.months(self.looptijd_jaren))

    @property
    def later_months(self) -> int:
        """The number of months of the term after its first year."""
        return terms.months(self.looptijd_jaren) - self.first_months

    def answered(self, answer: str) -> tuple[content.Factor, ...]:
        """The factors with this answer."""
        return tuple(factor for factor in content.factors() if self.factoren[factor.id] == answer)

    def above(self, per_full_timer: Decimal) -> bool:
        """Whether the reader's own target is above `per_full_timer`, a number of trajectories per full year."""
        target = self.doel_trajecten or 0
        return target * 1200 > per_full_timer * self.fte * self.maanden  # 100 % × 12 months


def factor_name(factor: content.Factor) -> str:
    """The name of a factor's form control: `factor_<id>`, with underscores."""
    return f"factor_{factor.id.replace('-', '_')}"


def declarations() -> dict[str, Field]:
    """All inputs by name, in the order of the form: the factors come after the group about work."""
    own = fields_of(Inputs)
    work = {name: field for name, field in own.items() if field.group == _WORK}
    return work | {factor_name(factor): _factor_field(factor) for factor in content.factors()} | own


def from_values(values: Mapping[str, Any]) -> Inputs:
    """Make inputs from values by name. Raises `InputErrors` with the names of the form controls."""
    own = own_values(Inputs, values)
    names = {factor.id: factor_name(factor) for factor in content.factors()}
    return Inputs(**own, factoren={id_: values[name] for id_, name in names.items() if name in values})


def _factor_field(factor: content.Factor) -> Field:
    group = _FACTORS[factor.side]
    return Field(factor.question, Kind.CHOICE, UNKNOWN, help=f"{factor.name}.", choices=_ANSWERS, group=group)


def _factor_errors(answers: Mapping[str, str]) -> dict[str, str]:
    """A message for each answer outside the list, by control. Raises `ValueError` for a factor that does not exist."""
    known = {factor.id: factor for factor in content.factors()}
    errors: dict[str, str] = {}
    for id_, answer in answers.items():
        if id_ not in known:
            raise ValueError(f"unknown factor {id_!r}")
        try:
            check(_factor_field(known[id_]), answer)
        except ValueError as error:
            errors[factor_name(known[id_])] = str(error)
    return errors


def _target_errors(inputs: Inputs) -> dict[str, str]:
    """A message for a target above the figure `link_worker_max`, more than even light support reaches (our rule)."""
    most = inputs.figure("link_worker_max").value
    if not inputs.above(most):
        return {}
    target = Decimal(inputs.doel_trajecten or 0) * 1200 / (inputs.fte * inputs.maanden)
    return {
        "doel_trajecten": f"Dit is {format_number(target, 0)} trajecten per voltijdse per jaar, meer dan "
        f"{format_number(most)}: het hoogste dat Engelse begeleiders van volwassenen bereiken, met veel "
        "lichtere steun. Kies een lager doel."
    }
