"""Advice and warnings about a term, from the instrument and from the calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

from calculators.core.periods import add_months, format_date, last_day
from calculators.core.results import Notice, Severity, by_severity
from calculators.core.sentences import listed
from calculators.core.terms import in_words, months_text
from calculators.duration.inputs import Inputs
from calculators.duration.schedule import cutoff_months, enrolment, measures, re_enrolments, renewal


def notices(inputs: Inputs) -> tuple[Notice, ...]:
    """All advice and warnings about this term, the most severe first."""
    return by_severity((*_contract(inputs), *_evidence(inputs), *_decision(inputs), *_plan(inputs)))


def _contract(inputs: Inputs) -> Iterator[Notice]:
    """Indefinite duration is preferred, otherwise at least three years (instrument S3E.1 to S3E.3)."""
    why = "Een netwerk, vertrouwen en verankering vragen tijd en continuïteit."
    lowest = inputs.figure("min_term_years")
    if not inputs.fixed:
        text = f"Een contract zonder einddatum heeft de voorkeur. {why}"
        yield Notice("onbepaalde_duur", Severity.INFO, text, ("S3E.1", "S3E.2"))
    elif inputs.looptijd_jaren < lowest.value:
        text = (
            f"{in_words(inputs.looptijd_jaren)} is te kort. {why} Kies liefst onbepaalde duur, "
            f"en anders minstens {in_words(lowest.value)}."
        )
        facts = ("S3E.1", "S3E.2", "S3E.3")
        yield Notice("looptijd_minimum", Severity.WARNING, text, facts, (lowest,), about="looptijd_jaren")
    else:
        text = (
            f"Kies bij voorkeur een contract zonder einddatum. Kan dat niet, dan is {in_words(lowest.value)} het "
            f"minimum; daar voldoet een looptijd van {in_words(inputs.looptijd_jaren)} aan."
        )
        yield Notice("bepaalde_duur", Severity.ADVICE, text, ("S3E.2", "S3E.3"), (lowest,), about="looptijd_jaren")


def _evidence(inputs: Inputs) -> Iterator[Notice]:
    """Which cut-off moments fall after the end of a fixed term, by its dates."""
    end = inputs.end
    if end is None:
        return
    unseen = [
        f"{measure.label.lower()} ({format_date(measure.day)})" for measure in measures(inputs) if measure.day >= end
    ]
    if unseen:
        text = f"Dit zie je niet meer binnen het contract: {listed(unseen)}."
        yield Notice("niet_te_zien", Severity.WARNING, text, ("S6A.15",))
    seen = re_enrolments(inputs)
    if len(seen) == 1:
        text = (
            "Je ziet maar één keer of kinderen zich opnieuw inschrijven. Of dat beter of slechter wordt, blijkt niet."
        )
        yield Notice("een_herinschrijving", Severity.ADVICE, text, ("S6A.15", "S3E.1"))
    level = Severity.ADVICE if inputs.looptijd_jaren < inputs.figure("min_term_years").value else Severity.INFO
    yield from _too_late(end, enrolment(inputs), seen, level)


def _too_late(end: date, first: date, seen: tuple[date, ...], level: Severity) -> Iterator[Notice]:
    """The last days on which a child can enrol for its later cut-off moments to fall within the contract."""
    months = cutoff_months()[1]
    limits: list[str] = []
    if (latest := add_months(end, -months) - timedelta(1)) >= first:
        limits.append(
            f"Schrijft een kind zich in na {format_date(latest)}, dan zie je binnen het contract niet meer of het na "
            f"{months_text(months)} nog meedoet."
        )
    if seen:
        day = format_date(seen[-1])
        since = f"Vanaf {day} zie je" if limits else f"Schrijft een kind zich in vanaf {day}, dan zie je"
        limits.append(f"{since} niet meer of het zich in een volgend werkjaar weer inschrijft.")
    if limits:
        yield Notice("laatste_metingen", level, " ".join(limits), ("S6A.15",))


def _decision(inputs: Inputs) -> Iterator[Notice]:
    """Which cut-off moments come after the decision on renewal, so that it is made without them."""
    decides, end = renewal(inputs), inputs.end
    if decides is None or end is None:
        return
    if decides <= inputs.startdatum:
        text = (
            f"De beslissing over verlenging valt op {format_date(decides)}, niet na de start. Maak die termijn korter."
        )
        yield Notice("beslissing_te_vroeg", Severity.WARNING, text, about="beslissing_maanden")
        return
    unknown = [measure.label.lower() for measure in measures(inputs) if decides < measure.day < end]
    if unknown:
        text = f"Wanneer je op {format_date(decides)} beslist, weet je dit nog niet: {listed(unknown)}."
        yield Notice("beslissing_zonder_cijfers", Severity.ADVICE, text, ("S6A.15",), about="beslissing_maanden")


def _plan(inputs: Inputs) -> Iterator[Notice]:
    first, last = inputs.startdatum.year, last_day(inputs.horizon).year
    plan = f"{inputs.plan_start}–{inputs.plan_einde}"
    figures = (inputs.figure("plan_start"), inputs.figure("plan_end"))
    if first > inputs.plan_einde:
        text = f"De aanstelling begint na het meerjarenplan {plan}. Neem ze op in het volgende plan."
        yield Notice("buiten_plan", Severity.WARNING, text, (), figures, about="startdatum")
        return
    if first < inputs.plan_start:
        text = f"De aanstelling begint voor het meerjarenplan {plan}. De eerste kosten vallen in het vorige plan."
        yield Notice("voor_plan", Severity.INFO, text, (), figures, about="startdatum")
    if not inputs.fixed:
        text = f"De opdracht loopt door na {inputs.plan_einde}. Neem ze ook op in het volgende meerjarenplan."
        yield Notice("na_plan", Severity.INFO, text, ("S3E.1",), figures)
    elif last > inputs.plan_einde:
        text = f"Het contract loopt tot in {last}, voorbij het meerjarenplan {plan}. Het vervolg hoort in het volgende."
        yield Notice("na_plan", Severity.ADVICE, text, ("S3E.1",), figures)
