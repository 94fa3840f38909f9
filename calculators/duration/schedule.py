"""The dates of an appointment: what happens when, in phases and moments."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.core import content, workdays
from calculators.core.parameters import Dated
from calculators.core.periods import MONTHS_NL, add_months, format_date, last_day
from calculators.core.terms import months_text
from calculators.duration.inputs import Inputs


@dataclass(frozen=True, slots=True)
class Moment:
    """A day to put in the calendar, with what to do then (Dutch) and the ids of the facts it rests on."""

    key: str
    day: date
    label: str
    description: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the appointment; `end` is the first day after it, `None` if it does not end."""

    key: str
    label: str
    first: date
    end: date | None
    description: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An evaluation: when it is `due` by the agreed rhythm, and the working `day` on which it is."""

    due: date
    day: date


@dataclass(frozen=True, slots=True)
class Measure:
    """A cut-off moment for success (instrument S6A.15): the first `day` on which it can be seen, and its `formula`."""

    key: str
    day: date
    label: str
    formula: str
    figures: tuple[Dated, ...]


def cutoff_months() -> tuple[int, int]:
    """The months after enrolment between which the second cut-off moment lies: six and eight (instrument S6A.15)."""
    cutoff = next(cutoff for cutoff in content.cutoffs() if cutoff.id == "na_6_8_maanden")
    return cutoff.months_min, cutoff.months_max


EARLY = 2
"""Months before a working year in which a child enrols for that year; from September: July and August."""


def next_working_year(day: date, month: int) -> date:
    """The start of the working year after the one that a child joins who enrols on `day`.

    A child that enrols in the two months before a working year does so for that year, and re-enrols a year later (our
    assumption, as in the registration file).
    """
    starts = (date(day.year + later, month, 1) for later in range(3))
    return next(start for start in starts if add_months(start, -EARLY) > day)


def enrolment(inputs: Inputs) -> date:
    """The day on which the first child can enrol, by the reader's own estimate."""
    return add_months(inputs.startdatum, inputs.eerste_inschrijving_maanden)


def measures(inputs: Inputs) -> tuple[Measure, ...]:
    """When each cut-off moment, and the second re-enrolment, can first be seen: with the first child that enrols."""
    first = enrolment(inputs)
    earliest, latest = cutoff_months()
    enrolled = f"{format_date(inputs.startdatum)} + {months_text(inputs.eerste_inschrijving_maanden)}"
    again = next_working_year(first, int(inputs.werkjaar_start_maand))
    opens = _opening(first, again)
    guess = inputs.cited(inputs.eerste_inschrijving_maanden, "first_enrolment_months")
    year = inputs.cited(inputs.werkjaar_start_maand, "working_year_month")
    return (
        Measure("inschrijving", first, "Eerste inschrijving", enrolled, guess),
        _later(first, earliest, guess),
        _later(first, latest, guess),
        Measure("volgend_werkjaar", again, "Eerste herinschrijving", opens, year),
        Measure("tweede_herinschrijving", add_months(again, 12), "Tweede herinschrijving", f"{opens} + 1 jaar", year),
    )


def _opening(first: date, again: date) -> str:
    """In words, at which start of a working year after the first enrolment children enrol again for the first time."""
    names = [MONTHS_NL[(again.month - 1 - back) % 12] for back in range(EARLY, -1, -1)]
    after = f"1 {names[-1]} na {format_date(first)}"
    if again.replace(year=again.year - 1) <= first:
        return f"eerste {after}"
    return f"tweede {after} (inschrijven in {' of '.join(names[:-1])} is voor het nieuwe werkjaar)"


def _later(first: date, months: int, figures: tuple[Dated, ...]) -> Measure:
    formula = f"{format_date(first)} + {months_text(months)}"
    label = f"Deelname na {months_text(months)}"
    return Measure(f"na_{months}_maanden", add_months(first, months), label, formula, figures)


def renewal(inputs: Inputs) -> date | None:
    """The last working day to decide on renewal of a fixed-term contract; `None` for an indefinite one."""
    due = renewal_due(inputs)
    return workdays.on_or_before(due) if due else None


def renewal_due(inputs: Inputs) -> date | None:
    """The last day to decide on renewal, whether a working day or not: so many months before the end."""
    return add_months(inputs.end, -inputs.beslissing_maanden) if inputs.end else None


def re_enrolments(inputs: Inputs) -> tuple[date, ...]:
    """The starts of working years before the horizon at which enrolled children can enrol again."""
    month = int(inputs.werkjaar_start_maand)
    starts: list[date] = []
    day = next_working_year(enrolment(inputs), month)
    while day < inputs.horizon:
        starts.append(day)
        day = add_months(day, 12)
    return tuple(starts)


def phases(inputs: Inputs) -> tuple[Phase, ...]:
    """Preparation, start-up, work and (for a fixed term) completion; a phase without days is left out."""
    start, end = inputs.startdatum, inputs.end
    enrols = min(enrolment(inputs), inputs.horizon)
    decides = max(renewal(inputs) or inputs.horizon, enrols)
    prepared = add_months(start, -inputs.voorbereiding_maanden)
    all_phases = (
        Phase("voorbereiding", "Voorbereiding", prepared, start, "Beslissen, aanwerven of aanbesteden."),
        Phase(
            "opstart", "Opstart", start, enrols, "Netwerk opbouwen en vertrouwen winnen, tot de eerste inschrijving."
        ),
        Phase("werking", "Werking", enrols, decides if end else None, "Toeleiden, opvolgen en bijsturen."),
        Phase("afronding", "Afronding", decides, end, "Beslissen over verlenging en overdragen."),
    )
    return tuple(phase for phase in all_phases if phase.first < (phase.end or inputs.horizon))


def moments(inputs: Inputs) -> tuple[Moment, ...]:
    """Every moment to plan, by date; those on or after the horizon are left out."""
    all_moments = (*_milestones(inputs), *_measured(inputs), *_evaluations(inputs))
    planned = (moment for moment in all_moments if moment.day < inputs.horizon)
    return tuple(sorted(planned, key=lambda moment: (moment.day, moment.key)))


def _milestones(inputs: Inputs) -> Iterator[Moment]:
    """Preparation, start, decision on renewal, end of the multi-year plan and end of the contract."""
    start = inputs.startdatum
    if inputs.voorbereiding_maanden:
        text = "Maak de vacature of het bestek klaar. Stel een steungroep samen rond de ambassadeur."
        facts = ("S4.1", "S5.1")
        yield Moment(
            "voorbereiding", add_months(start, -inputs.voorbereiding_maanden), "Begin voorbereiding", text, facts
        )
    text = "De eerste taak: verkennende gesprekken met enkele goed gekozen partners. Spreek af wanneer jullie opvolgen."
    yield Moment("start", start, "De ambassadeur begint", text, ("S2B.2", "S6C.2"))
    decides = renewal(inputs)
    if decides and decides > start:
        text = "Leg de evaluaties naast je doelen en beslis: onbepaalde duur, verlengen of overdragen."
        yield Moment("beslissing_verlenging", decides, "Beslissen over verlenging", text, ("S3E.1", "S3E.2"))
    plan_ends = date(inputs.plan_einde, 12, 31)
    if plan_ends >= start:
        text = "Neem de ambassadeur op in het volgende meerjarenplan als de opdracht doorloopt."
        yield Moment("einde_plan", plan_ends, "Einde van het meerjarenplan", text, ("S3E.1",))
    if inputs.end:
        text = "Zorg dat partners en gezinnen weten wie hun aanspreekpunt wordt."
        yield Moment("einddatum", last_day(inputs.end), "Laatste dag van het contract", text, ("S3E.1",))


def _measured(inputs: Inputs) -> Iterator[Moment]:
    for measure in measures(inputs):
        text = "Vanaf nu kun je dit zien bij de kinderen die zich het eerst inschreven."
        yield Moment(measure.key, measure.day, measure.label, text, ("S6A.15",))


def _evaluations(inputs: Inputs) -> Iterator[Moment]:
    text = "Kijk samen naar doelen, proces en resultaten, en stuur bij."
    for count, found in enumerate(evaluations(inputs), start=1):
        yield Moment(f"evaluatie_{count}", found.day, f"Evaluatie {count}", text, ("S6C.1", "S6C.3"))


def evaluations(inputs: Inputs) -> tuple[Evaluation, ...]:
    """One evaluation every `evaluatie_maanden`, and for a fixed term one on the day to decide on renewal.

    An evaluation after that decision would come too late for it, so that of the decision replaces it (our rule). One
    that is due on a day off is on the next working day.
    """
    planned = [Evaluation(due, workdays.on_or_after(due)) for due in _rhythm(inputs)]
    due, decides = renewal_due(inputs), renewal(inputs)
    if due is None or decides is None or decides <= inputs.startdatum:
        return tuple(evaluation for evaluation in planned if evaluation.day < inputs.horizon)
    return (*(evaluation for evaluation in planned if evaluation.day < decides), Evaluation(due, decides))


def _rhythm(inputs: Inputs) -> Iterator[date]:
    """The days every `evaluatie_maanden` after the start, until the horizon."""
    months = inputs.evaluatie_maanden
    while (due := add_months(inputs.startdatum, months)) < inputs.horizon:
        yield due
        months += inputs.evaluatie_maanden
