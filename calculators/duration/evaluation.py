"""From inputs to a result: the dates and how they were found, the phases and the moments to plan."""

from datetime import date

from calculators.core.parameters import Dated
from calculators.core.periods import add_months, format_date, last_day
from calculators.core.results import Cell, Line, Result, Row, Table, Trace, Unit, Value, totals_of
from calculators.core.terms import months_text, to_text
from calculators.duration.inputs import Inputs
from calculators.duration.notices import notices
from calculators.duration.schedule import Phase, measures, moments, phases, re_enrolments, renewal, renewal_due
from calculators.duration.timeline import timeline

INDEFINITE = "onbepaald"
NOT_APPLICABLE = "niet van toepassing"


def evaluate(inputs: Inputs) -> Result:
    """Work out the dates of an appointment.

    Keys of `totals`: `einddatum` and `looptijd_maanden` ("onbepaald" for an indefinite contract),
    `voorbereiding_start`, `beslissing_verlenging` ("niet van toepassing" for an indefinite contract), `plan_jaren`,
    `meetbaar_inschrijving`, `meetbaar_na_6_maanden`, `meetbaar_na_8_maanden`, `meetbaar_volgend_werkjaar`,
    `meetbaar_tweede_herinschrijving`, `herinschrijvingen`, and the cells of the tables (`fase_*`, `moment_*`).
    """
    trace = Trace()
    _preparation(inputs, trace)
    _contract(inputs, trace)
    _plan(inputs, trace)
    _measures(inputs, trace)
    tables = (_phase_table(inputs), _moment_table(inputs))
    return Result(
        calculator="looptijd",
        lines=trace.pick(*_HEADLINES),
        totals=totals_of(trace, tables),
        notices=notices(inputs),
        trace=tuple(trace.lines),
        tables=tables,
        timeline=timeline(inputs),
    )


_HEADLINES = (
    "einddatum",
    "looptijd_maanden",
    "voorbereiding_start",
    "beslissing_verlenging",
    "plan_jaren",
    "meetbaar_inschrijving",
    "meetbaar_na_6_maanden",
    "meetbaar_na_8_maanden",
    "meetbaar_volgend_werkjaar",
)


def _preparation(inputs: Inputs, trace: Trace) -> None:
    months, label = inputs.voorbereiding_maanden, "Begin van de voorbereiding"
    formula = f"{format_date(inputs.startdatum)} − {months_text(months)}"
    figures = inputs.cited(months, "preparation_months")
    day = add_months(inputs.startdatum, -months)
    _date(trace, "voorbereiding_start", label, day, formula, *figures, assumption=True)


def _contract(inputs: Inputs, trace: Trace) -> None:
    end, decides = inputs.end, renewal(inputs)
    labels = ("Looptijd in maanden", "Laatste dag van het contract", "Beslissen over verlenging, ten laatste")
    if end is None or decides is None:
        facts = ("S3E.2",)
        trace.add(Line("looptijd_maanden", labels[0], INDEFINITE, Unit.TEXT, facts=facts))
        trace.add(Line("einddatum", labels[1], INDEFINITE, Unit.TEXT, facts=facts))
        trace.add(Line("beslissing_verlenging", labels[2], NOT_APPLICABLE, Unit.TEXT, facts=facts))
        return
    written = to_text(inputs.looptijd_jaren)
    formula = written if inputs.months % 3 else f"{written} jaar × 12"
    trace.add(Line("looptijd_maanden", labels[0], inputs.months, Unit.NUMBER, formula, facts=("S3E.3",)))
    formula = f"{format_date(inputs.startdatum)} + {months_text(inputs.months)} − 1 dag"
    _date(trace, "einddatum", labels[1], last_day(end), formula)
    figures = inputs.cited(inputs.beslissing_maanden, "renewal_months")
    formula = f"{format_date(end)} (de dag na het einde) − {months_text(inputs.beslissing_maanden)}"
    if decides != renewal_due(inputs):
        formula += ", en dan de laatste werkdag ervoor"
    _date(trace, "beslissing_verlenging", labels[2], decides, formula, *figures, assumption=True)


def _plan(inputs: Inputs, trace: Trace) -> None:
    last = last_day(inputs.horizon).year
    years = range(max(inputs.startdatum.year, inputs.plan_start), min(last, inputs.plan_einde) + 1)
    formula = (
        f"{', '.join(map(str, years)) or 'geen enkel jaar'} (meerjarenplan {inputs.plan_start}–{inputs.plan_einde})"
    )
    figures = (*inputs.cited(inputs.plan_start, "plan_start"), *inputs.cited(inputs.plan_einde, "plan_end"))
    label = "Jaren van het meerjarenplan waarin het contract loopt"
    trace.add(Line("plan_jaren", label, len(years), Unit.NUMBER, formula, figures))


def _measures(inputs: Inputs, trace: Trace) -> None:
    """When each cut-off moment (instrument S6A.15) can first be seen, from the reader's date of first enrolment."""
    for measure in measures(inputs):
        label, key = f"{measure.label}: te zien vanaf", f"meetbaar_{measure.key}"
        _date(trace, key, label, measure.day, measure.formula, *measure.figures, assumption=True, facts=("S6A.15",))
    days = re_enrolments(inputs)
    formula = ", ".join(map(format_date, days)) or "geen begin van een werkjaar"
    label = "Aantal keer dat je herinschrijvingen kunt zien"
    trace.add(Line("herinschrijvingen", label, len(days), Unit.NUMBER, formula, facts=("S6A.15",), assumption=True))


def _phase_table(inputs: Inputs) -> Table:
    rows = tuple(map(_phase_row, phases(inputs)))
    return Table("fasen", "Fasen van de aanstelling", ("Fase", "Van", "Tot en met", "Wat gebeurt er?"), rows)


def _phase_row(phase: Phase) -> Row:
    last: Value = last_day(phase.end) if phase.end else INDEFINITE
    cells = (
        Cell(phase.first, Unit.DATE, f"fase_{phase.key}_van"),
        Cell(last, Unit.DATE if phase.end else Unit.TEXT, f"fase_{phase.key}_tot"),
        Cell(phase.description, Unit.TEXT),
    )
    return Row(phase.label, cells)


def _moment_table(inputs: Inputs) -> Table:
    rows = tuple(
        Row(moment.label, (Cell(moment.day, Unit.DATE, f"moment_{moment.key}"), Cell(moment.description, Unit.TEXT)))
        for moment in moments(inputs)
    )
    note = "" if inputs.fixed else f"Getoond tot en met {format_date(last_day(inputs.horizon))}."
    return Table("momenten", "Momenten om te plannen", ("Moment", "Datum", "Wat doe je dan?"), rows, note)


def _date(
    trace: Trace,
    key: str,
    label: str,
    day: date,
    formula: str,
    *parameters: Dated,
    assumption: bool = False,
    facts: tuple[str, ...] = (),
) -> None:
    trace.add(Line(key, label, day, Unit.DATE, formula, parameters, facts, assumption=assumption))
