"""From inputs to a result: the ceiling, the two checks, the realistic range and what they mean."""

from decimal import Decimal

from calculators.core import content
from calculators.core.numbers import format_number, format_percent
from calculators.core.parameters import Dated
from calculators.core.results import Bar, Cell, Chart, Line, Result, Row, Table, Trace, Unit, Value, totals_of
from calculators.core.sentences import counted
from calculators.core.terms import share_text
from calculators.trajectories.inputs import ENROLMENT, NO, UNKNOWN, Inputs
from calculators.trajectories.limits import (
    CAPACITY,
    CEILING,
    OWN,
    PLACES,
    Limit,
    capacity,
    ceiling,
    first_year,
    full_year,
    hours,
    limits,
    scaled,
    short,
    smallest,
)
from calculators.trajectories.notices import notices

INDICATION = "een indicatie in optimale omstandigheden"
UNREACHED = "een plafond dat je niet haalt"
_UNREACHED_WORDS = "een hoogste aantal dat je niet haalt"
"""How readers see `UNREACHED`, which programs know by its first wording."""
NOT_FILLED_IN = "nog niet ingevuld"
NOT_APPLICABLE = "niet van toepassing"
OWN_FIGURE_NEEDED = "eigen cijfer nodig"

_SIDES = {"min": "onderkant", "max": "bovenkant"}
"""The Dutch words for both ends of the range of successful referrals."""
_FIGURE = ("S6A.13", "S6A.14")
_STEPS = {
    CEILING: "Volgens het onderzoek",
    CAPACITY: "Past in de uren",
    PLACES: "Er is een vrije plaats",
    OWN: "Volgens je eigen aandeel",
}


def evaluate(inputs: Inputs) -> Result:
    """Work out realistic targets, in trajectories a year.

    Keys of `totals`: `duiding`, `plafond_gestart`, `plafond_geslaagd_min`, `plafond_geslaagd_max`, `capaciteit`,
    `uren_toeleiding`, `uren_per_traject_plafond`, `plaatsen`, `realistisch_gestart`, `realistisch_geslaagd_min`,
    `realistisch_geslaagd_max`, `bindend`; the same with `_jaar_1` for the first year; `gestart_looptijd` and
    `geslaagd_looptijd_min`, `_max` for the term; `doel_per_vte`. Counts are unrounded; a count that cannot be given
    is a text that says why.
    """
    trace = Trace()
    _ceiling(inputs, trace)
    _capacity(inputs, trace)
    _hours_per_trajectory(inputs, trace)
    _places(inputs, trace)
    _realistic(inputs, trace)
    _first_year(inputs, trace)
    _term(inputs, trace)
    _target(inputs, trace)
    lines = {line.key: line for line in trace.lines}
    tables = (_years_table(inputs, lines), _limits_table(inputs), _criteria_table())
    return Result(
        calculator="trajecten",
        lines=trace.pick(*_HEADLINES),
        totals=totals_of(trace, tables),
        notices=notices(inputs),
        trace=tuple(trace.lines),
        tables=tables,
        charts=(_chart(inputs),),
    )


_HEADLINES = (
    "realistisch_gestart",
    "realistisch_geslaagd_min",
    "realistisch_geslaagd_max",
    "realistisch_gestart_jaar_1",
    "gestart_looptijd",
    "bindend",
)


def counts_successes(key: str) -> bool:
    """Whether the result with this key is a number of successful referrals, which depends on the cut-off moment."""
    return "geslaagd" in key


def _ceiling(inputs: Inputs, trace: Trace) -> None:
    """The research ceiling, scaled by employment and months worked: a linear scale is our reading."""
    year, most = full_year(inputs), inputs.figure("ceiling_started")
    top = ceiling(inputs, year)
    _count(trace, "plafond_gestart", "Volgens het onderzoek hoogstens te starten", top.value, top.formula, most)
    for side in ("min", "max"):
        figure = inputs.figure(f"ceiling_succeeded_{side}")
        label = f"Volgens het onderzoek hoogstens geslaagd, {_SIDES[side]}"
        if inputs.afsluitmoment == ENROLMENT:
            share = scaled(inputs, year, figure.value)
            _count(trace, f"plafond_geslaagd_{side}", label, share.value, share.formula, figure)
        else:
            _text(trace, f"plafond_geslaagd_{side}", label, NOT_APPLICABLE, "S6A.15")
    missing = len(inputs.answered(NO))
    meaning = UNREACHED if missing else INDICATION
    facts = ("S6A.14", "S6A.4", "S6A.10")
    formula = f"{missing} van {len(inputs.factoren)} factoren met antwoord nee"
    words = _UNREACHED_WORDS if missing else INDICATION
    trace.add(Line("duiding", "Wat dat hoogste aantal is", meaning, Unit.TEXT, formula, facts=facts, words=words))


def _hour_figures(inputs: Inputs) -> tuple[Dated, ...]:
    """The figures behind the hours, as far as the reader left them as they are."""
    return (
        *inputs.cited(inputs.uren_per_week, "hours_per_week"),
        *inputs.cited(inputs.weken_per_jaar, "weeks_per_year"),
        *inputs.cited(inputs.aandeel_toeleiding, "guidance_share"),
    )


def _capacity(inputs: Inputs, trace: Trace) -> None:
    """How many trajectories the hours leave room for: a check of our own beside the ceiling."""
    time, facts = hours(inputs, full_year(inputs)), ("S6A.10", "S6A.12")
    label, cited = "Uren voor individuele toeleiding", _hour_figures(inputs)
    _count(trace, "uren_toeleiding", label, time.value, time.formula, *cited, facts=facts, unit=Unit.NUMBER)
    room = capacity(inputs, full_year(inputs))
    figures = inputs.cited(inputs.uren_per_traject, "hours_per_trajectory")
    _count(trace, "capaciteit", "Trajecten die in de uren passen", room.value, room.formula, *figures, facts=facts)


def _hours_per_trajectory(inputs: Inputs, trace: Trace) -> None:
    """The hours that a full-timer has for each trajectory of the ceiling."""
    most = inputs.figure("ceiling_started")
    hours_times_100 = inputs.uren_per_week * inputs.weken_per_jaar * inputs.aandeel_toeleiding
    formula = (
        f"{format_number(inputs.uren_per_week)} × {format_number(inputs.weken_per_jaar)} × "
        f"{format_percent(inputs.aandeel_toeleiding)} / {format_number(most.value)}"
    )
    label = "Uren per traject die bij het hoogste aantal horen"
    value, cited = hours_times_100 / (100 * most.value), _hour_figures(inputs)
    _count(trace, "uren_per_traject_plafond", label, value, formula, *cited, most, unit=Unit.NUMBER)


def _places(inputs: Inputs, trace: Trace) -> None:
    """The free places, if the reader gave them: the other check of our own."""
    if inputs.vrije_plaatsen is None:
        _text(trace, "plaatsen", "Vrije plaatsen", NOT_FILLED_IN, "S2B.7")
    else:
        facts = ("S2B.7", "S6A.4")
        formula = f"{inputs.vrije_plaatsen} vrije plaatsen, één per gestart traject"
        _count(trace, "plaatsen", "Vrije plaatsen", Decimal(inputs.vrije_plaatsen), formula, facts=facts)


def _realistic(inputs: Inputs, trace: Trace) -> None:
    """The smallest of the limits in a full year, and which one that is (our rule)."""
    year_limits = limits(inputs, full_year(inputs))
    least, reason = smallest(year_limits), _compared(year_limits)
    label = f"{_prefix(inputs)} hoogstens te starten per jaar"
    _count(trace, "realistisch_gestart", label, least.value, reason)
    words = least.label.lower()
    trace.add(Line("bindend", "Wat de grens bepaalt", least.name, Unit.TEXT, reason, assumption=True, words=words))
    _successful(inputs, trace, least, "")


def _first_year(inputs: Inputs, trace: Trace) -> None:
    """The first year, in which nothing starts during the set-up months (our assumption, after the Danish model)."""
    period = first_year(inputs)
    top, year_limits = ceiling(inputs, period), limits(inputs, period)
    cited = inputs.cited(inputs.opstart_maanden, "setup_months")
    label = "Volgens het onderzoek hoogstens te starten in het eerste jaar"
    _count(trace, "plafond_gestart_jaar_1", label, top.value, top.formula, inputs.figure("ceiling_started"), *cited)
    label = f"{_prefix(inputs)} hoogstens te starten in het eerste jaar"
    least = smallest(year_limits)
    _count(trace, "realistisch_gestart_jaar_1", label, least.value, _compared(year_limits), *cited)
    _successful(inputs, trace, least, "_jaar_1")


def _successful(inputs: Inputs, trace: Trace, started: Limit, suffix: str) -> None:
    """Successful referrals among the started trajectories.

    The research share (`ceiling_succeeded_min` to `ceiling_succeeded_max` of `ceiling_started`) is applied to enrolment
    only: the source does not say which cut-off moment it counts, and enrolment is the earliest. The other moments take
    the reader's own share.
    """
    when = " in het eerste jaar" if suffix else ""
    for side in ("min", "max"):
        key, label = f"realistisch_geslaagd_{side}{suffix}", f"{_prefix(inputs)} geslaagd{when}, {_SIDES[side]}"
        if inputs.afsluitmoment == ENROLMENT:
            figure, most = inputs.figure(f"ceiling_succeeded_{side}"), inputs.figure("ceiling_started")
            formula = f"{short(started.value)} × {format_number(figure.value)} / {format_number(most.value)}"
            value = started.times(figure.value, most.value)
            _count(trace, key, label, value, formula, figure, most, facts=(*_FIGURE, "S6A.15"))
        elif inputs.eigen_slaagaandeel is not None:
            formula = f"{short(started.value)} × {format_percent(inputs.eigen_slaagaandeel)} (eigen cijfer)"
            value = started.times(inputs.eigen_slaagaandeel, Decimal(100))
            _count(trace, key, label, value, formula, facts=("S6A.15",))
        else:
            _text(trace, key, label, OWN_FIGURE_NEEDED, "S6A.15")


def _term(inputs: Inputs, trace: Trace) -> None:
    """Over the term: the first year and the years after it."""
    values = {line.key: line.value for line in trace.lines}
    later = inputs.later_months
    for key, source, label in (
        ("gestart_looptijd", "realistisch_gestart", "Hoogstens te starten over de looptijd"),
        ("geslaagd_looptijd_min", "realistisch_geslaagd_min", f"Geslaagd over de looptijd, {_SIDES['min']}"),
        ("geslaagd_looptijd_max", "realistisch_geslaagd_max", f"Geslaagd over de looptijd, {_SIDES['max']}"),
    ):
        first, full = values[f"{source}_jaar_1"], values[source]
        if isinstance(first, Decimal) and isinstance(full, Decimal):
            formula = f"{short(first)} + {share_text(later)} × {short(full)}" if later else short(first)
            years, rest = divmod(later, 12)
            _count(trace, key, label, first + years * full + rest * full / 12, formula)
        else:
            _text(trace, key, label, OWN_FIGURE_NEEDED, "S6A.15")


def _target(inputs: Inputs, trace: Trace) -> None:
    """The reader's own target per full-timer and full year, to compare with those of the sources (our rule)."""
    if inputs.doel_trajecten is None:
        return
    value = Decimal(inputs.doel_trajecten) * 1200 / (inputs.fte * inputs.maanden)
    months = counted(format_number(inputs.maanden), "maand", "maanden")
    formula = f"{inputs.doel_trajecten} × 12 / ({format_percent(inputs.fte)} × {months})"
    names = ("ceiling_started", "danish_model_started", "link_worker_max")
    _count(
        trace,
        "doel_per_vte",
        "Je doel, omgerekend naar een voltijdse en een jaar",
        value,
        formula,
        *map(inputs.figure, names),
        unit=Unit.NUMBER,
    )


def _years_table(inputs: Inputs, lines: dict[str, Line]) -> Table:
    def row(heading: str, *keys: str) -> Row:
        return Row(heading, tuple(Cell(lines[key].value, lines[key].unit, key) for key in keys))

    full = ("realistisch_gestart", "realistisch_geslaagd_min", "realistisch_geslaagd_max")
    rows = [row("Eerste jaar", *(f"{key}_jaar_1" for key in full))]
    if inputs.later_months:
        rows.append(row("Elk volgend jaar", *full))
    rows.append(row("Hele looptijd", "gestart_looptijd", "geslaagd_looptijd_min", "geslaagd_looptijd_max"))
    columns = ("Periode", "Hoogstens gestart", "Geslaagd, onderkant", "Geslaagd, bovenkant")
    note = "Een indicatie in optimale omstandigheden, geen norm."
    return Table("jaren", "Realistische aantallen per periode", columns, tuple(rows), note)


def _limits_table(inputs: Inputs) -> Table:
    pairs = zip(limits(inputs, first_year(inputs)), limits(inputs, full_year(inputs)), strict=True)
    rows = tuple(
        Row(full.label, (Cell(first.value, Unit.COUNT), Cell(full.value, Unit.COUNT))) for first, full in pairs
    )
    note = "De kleinste grens telt."
    return Table("grenzen", "Wat het aantal trajecten begrenst", ("Grens", "Eerste jaar", "Volledig jaar"), rows, note)


def _criteria_table() -> Table:
    """Process criteria and results to set beside the numbers (instrument S6A.2, S6A.16, S6A.17)."""
    kinds = {"proces": "Proces", "resultaat": "Resultaat"}
    rows = tuple(
        Row(
            criterion.name,
            (Cell(kinds[criterion.kind], Unit.TEXT), Cell("; ".join(criterion.examples) or "–", Unit.TEXT)),
        )
        for criterion in content.criteria()
    )
    note = "Kies er enkele uit, zodat niemand alleen op aantallen stuurt."
    return Table("criteria", "Kijk niet alleen naar aantallen", ("Criterium", "Soort", "Voorbeelden"), rows, note)


def _chart(inputs: Inputs) -> Chart:
    """What each limit leaves of the ceiling (a table has every limit by itself)."""
    steps = limits(inputs, full_year(inputs))
    left = [min(limit.value for limit in steps[: count + 1]) for count in range(len(steps))]
    bars = [Bar(_STEPS[limit.name], (amount,)) for limit, amount in zip(steps, left, strict=True)]
    title = "Van het hoogste aantal naar een haalbaar aantal per jaar"
    return Chart("grenzen", title, ("Wat overblijft na elke grens",), tuple(bars), Unit.COUNT, funnel=True)


def _prefix(inputs: Inputs) -> str:
    """The word that begins the label of a count.

    With their own share of the ceiling the reader has weighed the factors, so the count is realistic. Otherwise a
    factor answered "nee" makes it a ceiling out of reach, and one without an answer makes it provisional.
    """
    if inputs.eigen_aandeel is not None:
        return "Realistisch"
    if inputs.answered(NO):
        return "Niet haalbaar:"
    return "Voorlopig" if inputs.answered(UNKNOWN) else "Realistisch"


def _compared(year_limits: tuple[Limit, ...]) -> str:
    values = [f"{limit.label.lower()} {short(limit.value)}" for limit in year_limits]
    return f"kleinste van {', '.join(values)}"


def _count(
    trace: Trace,
    key: str,
    label: str,
    value: Decimal,
    formula: str,
    *parameters: Dated,
    facts: tuple[str, ...] = _FIGURE,
    unit: Unit = Unit.COUNT,
) -> None:
    """Add a count to the trace, as an assumption: scaling, checks and ranges are all our own rules."""
    trace.add(Line(key, label, value, unit, formula, parameters, facts, assumption=True))


def _text(trace: Trace, key: str, label: str, value: Value, *facts: str) -> None:
    trace.add(Line(key, label, value, Unit.TEXT, facts=facts))
