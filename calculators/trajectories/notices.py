"""Advice and warnings about targets: cautions, advice per factor, and comparisons with what sources report."""

from collections.abc import Iterator
from decimal import Decimal

from calculators.core.numbers import format_number, format_percent
from calculators.core.results import Notice, Severity, by_severity
from calculators.core.sentences import counted, uncapitalised
from calculators.employment import employment_notices
from calculators.trajectories.inputs import ENROLMENT, NO, UNKNOWN, YES, Inputs, factor_name
from calculators.trajectories.limits import first_year, full_year, limits, short, smallest


def notices(inputs: Inputs) -> tuple[Notice, ...]:
    """All advice and warnings about these targets, the most severe first."""
    return by_severity(
        (
            *_caution(inputs),
            *_factors(inputs),
            *_staffing(inputs),
            *_success(inputs),
            *_target(inputs),
            *_set_up(inputs),
            *_stress(),
        )
    )


def _caution(inputs: Inputs) -> Iterator[Notice]:
    """The conditions under which the figure of the research holds, always shown (instrument S6A.13, S6A.14)."""
    names = ("ceiling_started", "ceiling_succeeded_min", "ceiling_succeeded_max")
    figures = tuple(map(inputs.figure, names))
    started, least, most = (format_number(figure.value) for figure in figures)
    text = (
        f"Dit is een indicatie in optimale omstandigheden en geen norm. Het onderzoek noemt {started} gestarte "
        f"trajecten en {least} tot {most} geslaagde toeleidingen per jaar voor een ervaren voltijdse met een opgebouwd "
        "netwerk, rechtstreeks contact met de doelgroep, een brede opdracht en genoeg tijd."
    )
    yield Notice("indicatie", Severity.WARNING, text, ("S6A.13", "S6A.14"), figures[:1])


def _factors(inputs: Inputs) -> Iterator[Notice]:
    """Each "nee" turns the figure into a ceiling out of reach; no source says by how much it lowers the number."""
    missing, unknown = inputs.answered(NO), inputs.answered(UNKNOWN)
    if missing:
        many = "één factor" if len(missing) == 1 else f"{len(missing)} factoren"
        text = f"Je antwoordt nee op {many}. Het cijfer is dan een hoogste aantal dat je niet haalt. "
        if inputs.eigen_aandeel is None:
            text += "Geen bron zegt hoeveel eraf gaat: vul bij ‘eigen aandeel’ je eigen aanname in."
        else:
            text += (
                f"Je rekent met een eigen aandeel van {format_percent(inputs.eigen_aandeel)}. Dat is je eigen aanname."
            )
        yield Notice("plafond_niet_gehaald", Severity.WARNING, text, ("S6A.4", "S6A.10"))
    for factor in missing:
        key = factor_name(factor)
        yield Notice(key, Severity.ADVICE, f"{factor.name}: {uncapitalised(factor.advice)}", factor.facts, about=key)
    if unknown:
        many = "één factor" if len(unknown) == 1 else f"{len(unknown)} factoren"
        text = f"Op {many} heb je nog geen antwoord. Verkennende gesprekken helpen je verder."
        yield Notice("factoren_onbekend", Severity.ADVICE, text, ("S2B.1", "S6A.3", "S6A.4", "S6A.10"))


def _staffing(inputs: Inputs) -> Iterator[Notice]:
    yield from employment_notices(inputs, inputs.fte)
    if inputs.fte > 100:
        text = (
            "Het onderzoek geeft een cijfer voor één voltijdse. Wij rekenen recht evenredig voor meer mensen; of dat "
            "klopt, is niet onderzocht."
        )
        yield Notice("meer_dan_voltijds", Severity.ADVICE, text, ("S6A.13", "S3D.4"), about="fte")
    preferred = inputs.figure("preferred_fte").value
    if inputs.factoren["percentage"] == YES and inputs.fte < preferred:
        given = format_percent(inputs.fte)
        text = f"Je antwoordt dat de ambassadeur minstens {format_percent(preferred)} werkt, maar je vult {given} in."
        yield Notice("fte_tegenspraak", Severity.WARNING, text, ("S6A.10",), about="fte")


def _success(inputs: Inputs) -> Iterator[Notice]:
    """Which cut-off moment the research share is applied to: our reading, as the source does not say."""
    most = inputs.figure("ceiling_succeeded_max")
    share = Decimal(100) * most.value / inputs.figure("ceiling_started").value
    facts = ("S6A.15",)
    if inputs.afsluitmoment == ENROLMENT:
        text = (
            "De bron zegt niet op welk moment zij succes mat. Wij passen haar aandeel alleen toe op de inschrijving, "
            "het vroegste moment. Spreek samen af wat voor jullie geslaagd is."
        )
        yield Notice("afsluitmoment", Severity.INFO, text, facts, about="afsluitmoment")
    elif inputs.eigen_slaagaandeel is None:
        text = "Voor dit moment geeft geen enkele bron een slaagcijfer. Vul zelf een aandeel in om een aantal te zien."
        yield Notice("eigen_slaagaandeel", Severity.WARNING, text, facts, about="eigen_slaagaandeel")
    elif inputs.eigen_slaagaandeel > share:
        text = (
            f"Je eigen slaagcijfer ligt hoger dan {format_percent(share)}: het hoogste aandeel uit het "
            "onderzoek, in optimale omstandigheden. Op een later moment verwacht je eerder minder."
        )
        yield Notice(
            "slaagaandeel_hoog", Severity.WARNING, text, ("S6A.13", "S6A.15"), (most,), about="eigen_slaagaandeel"
        )


def _target(inputs: Inputs) -> Iterator[Notice]:
    """How the reader's own target compares with the sources (our reading).

    Above the figure `link_worker_max` it is refused as an input.
    """
    if inputs.doel_trajecten is None:
        return
    research, danish = inputs.figure("ceiling_started"), inputs.figure("danish_model_started")
    start = f"Je doel van {counted(inputs.doel_trajecten, 'traject', 'trajecten')} ligt"
    if inputs.above(danish.value):
        text = (
            f"{start} boven het Deense model: {format_number(danish.value)} per voltijdse, met lichtere "
            f"begeleiding. Het hoogste aantal in het onderzoek is {format_number(research.value)}."
        )
        yield Notice(
            "doel_boven_deens", Severity.WARNING, text, ("S6A.13",), (danish, research), about="doel_trajecten"
        )
    elif inputs.above(research.value):
        most = f"{format_number(research.value)} per voltijdse per jaar"
        text = f"{start} boven het hoogste aantal in het onderzoek: {most}."
        yield Notice(
            "doel_boven_plafond", Severity.WARNING, text, ("S6A.13", "S6A.14"), (research,), about="doel_trajecten"
        )
    least = smallest(limits(inputs, full_year(inputs)))
    if inputs.doel_trajecten > least.value:
        most = f"{short(least.value)} ({least.label.lower()})"
        text = f"{start} hoger dan wat je hier realistisch hoogstens kunt starten: {most}."
        yield Notice("doel_niet_haalbaar", Severity.ADVICE, text, ("S6A.3",), about="doel_trajecten")


def _set_up(inputs: Inputs) -> Iterator[Notice]:
    danish = (inputs.figure("danish_model_setup_months"), inputs.figure("danish_model_months"))
    if not first_year(inputs).months:
        text = "Met zoveel opstartmaanden start er in het eerste jaar geen enkel traject."
        yield Notice("geen_start_jaar_1", Severity.WARNING, text, about="opstart_maanden")
    elif inputs.opstart_maanden:
        text = (
            f"Opstartmaanden in het eerste jaar: {short(inputs.opstart_maanden)}. Dat is een aanname. Het Deense "
            f"kostenmodel rekent met {format_number(danish[0].value)} van {format_number(danish[1].value)} maanden."
        )
        yield Notice("opstart", Severity.INFO, text, ("S3E.1",), danish, about="opstart_maanden")


def _stress() -> Iterator[Notice]:
    text = (
        "Aantallen kunnen veel stress geven. Leg er proces en resultaten naast, en laat de ambassadeur genoeg vrijheid."
    )
    yield Notice("stress", Severity.ADVICE, text, ("S6A.1", "S6A.2", "S6A.16", "S6A.17"))
