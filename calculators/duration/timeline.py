"""The time line of an appointment: phases as bars; decisions, measuring moments and evaluations as marks."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from calculators.core.periods import format_date
from calculators.core.results import Timeline, TimelineRow
from calculators.duration.inputs import Inputs
from calculators.duration.schedule import Moment, evaluations, measures, moments, phases

PHASE, DECISION, MEASURE, EVALUATION = range(4)
LEGEND = ("Fase", "Beslissing of einde", "Meetmoment", "Evaluatie")
_DECISIONS = ("beslissing_verlenging", "einde_plan", "einddatum")


def timeline(inputs: Inputs) -> Timeline:
    """Everything on one axis, from the preparation to the end or, without one, to the horizon.

    The tables of phases and moments have the same days in words.
    """
    planned = moments(inputs)
    rows = (*_phases(inputs), *_marks(planned, inputs), *_evaluations(inputs))
    first = min(row.spans[0][0] for row in rows)
    last = max(end for row in rows for _, end in row.spans)
    return Timeline("tijdlijn", "Tijdlijn van de aanstelling", LEGEND, first, max(last, inputs.horizon), rows)


def _phases(inputs: Inputs) -> Iterator[TimelineRow]:
    for phase in phases(inputs):
        end = phase.end or inputs.horizon
        yield TimelineRow(phase.label, PHASE, ((phase.first, end),), f"vanaf {format_date(phase.first)}")


def _marks(planned: Sequence[Moment], inputs: Inputs) -> Iterator[TimelineRow]:
    """Decisions and measuring moments, each on a row of its own, by date."""
    measured = {measure.key for measure in measures(inputs)}
    for moment in planned:
        if moment.key in _DECISIONS or moment.key in measured:
            kind = DECISION if moment.key in _DECISIONS else MEASURE
            yield TimelineRow(moment.label, kind, (_mark(moment.day),), format_date(moment.day))


def _evaluations(inputs: Inputs) -> Iterator[TimelineRow]:
    """All evaluations on one row: there may be dozens."""
    days = [evaluation.day for evaluation in evaluations(inputs)]
    if days:
        times = "1 keer" if len(days) == 1 else f"{len(days)} keer"
        yield TimelineRow("Evaluaties", EVALUATION, tuple(map(_mark, days)), times)


def _mark(day: date) -> tuple[date, date]:
    return day, day + timedelta(days=1)
