"""What a reader should know about the index of wages: which steps count, what is uncertain, and what does not fit."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from calculators.budget.growth_words import (
    cap_amount,
    first_prices,
    limited_text,
    of_posts,
    step_text,
    steps_text,
    steps_that_count,
    without_monthly_wage,
)
from calculators.budget.index_path import CAP_BEGINS, FORECAST, KNOWN, OWN, Step, extended, held, path, path_of
from calculators.budget.inputs import Inputs, suffixed
from calculators.budget.ledger import Ledger
from calculators.budget.posts import BUILT
from calculators.budget.prices import BY_ANNIVERSARY, BY_INDEX
from calculators.budget.wage_growth import wage_figures
from calculators.core.fields import fields_of
from calculators.core.numbers import format_number, format_percent
from calculators.core.parameters import Origin
from calculators.core.periods import end_after, format_date
from calculators.core.results import Notice, Severity
from calculators.core.sentences import listed

LIKELY_RISE = Decimal(10)
"""By how many percent a step may lie above the one before it without a warning. Assumption of ours."""
_DAY, _OWN_STEPS = (fields_of(Inputs)[name].label for name in ("loon_prijs", "index_stappen"))


def index_notices(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    """What the reader should know about the index of the wages in this budget."""
    yield from _of_another_day(inputs)
    if inputs.groei_wijze != BY_INDEX:
        return
    text = f"De lonen volgen deze stappen: {steps_text(inputs)}.{_doubts(inputs)}{limited_text(inputs)}"
    used = wage_figures(inputs, [part for staff in ledger.staff for part in staff.cost.course.parts])
    yield Notice("indexpad", Severity.ADVICE, text, (), used, about="groei_wijze")
    yield from _unlikely(inputs)
    yield from _standing_still(inputs)
    yield from _not_limited(inputs)


def _doubts(inputs: Inputs) -> str:
    """What is uncertain about the steps that count; those of the reader's own are not ours to doubt."""
    steps = steps_that_count(inputs)
    known = [(step.day, step.figure.origin) for step in steps if step.figure and step.origin == KNOWN]
    days = [format_date(day) for day, origin in known if origin is Origin.CALCULATED]
    told = ""
    if days:
        which = f"De stap van {days[0]} is" if len(days) == 1 else f"De stappen van {listed(days)} zijn"
        told = f" {which} onze eigen berekening: laat ze bevestigen bij BOSA."
    if any(step.origin == FORECAST for step in steps):
        told += " Prognoses lazen we via derden, en ze zijn onzeker."
    return told


def _unlikely(inputs: Inputs) -> Iterator[Notice]:
    """Own steps that go down, or up by more than is likely: a percentage typed for a coefficient, or a slip."""
    _, *counted = steps_that_count(inputs)  # from what the first of them rose matters to no wage
    own = [(before, step) for before, step in pairwise(path(inputs)) if step.origin == OWN and step in counted]
    found = [f"{step_text(step)} {why}" for before, step in own if (why := _unlikely_after(before, step))]
    if found:
        text = (
            f"Kijk bij “{_OWN_STEPS}” na: {listed(found)}. Typ telkens de hele coëfficiënt, en niet het percentage van "
            f"de stijging. De grens van {format_percent(LIKELY_RISE)} is een aanname."
        )
        yield Notice("indexstap_ongewoon", Severity.WARNING, text, about="index_stappen")


def _unlikely_after(before: Step, step: Step) -> str:
    """What is odd about a step after the one before it; empty if nothing is."""
    if step.coefficient < before.coefficient:
        return f"ligt onder de vorige, {before.shown}"
    if step.coefficient > before.coefficient * (1 + Fraction(LIKELY_RISE) / 100):
        return f"ligt meer dan {format_percent(LIKELY_RISE)} boven de vorige, {before.shown}"
    return ""


def _standing_still(inputs: Inputs) -> Iterator[Notice]:
    """An own step of after the term keeps the yearly growth from beginning in it, though wages then stand still."""
    later = next((step for step in path(inputs) if step.day >= inputs.end), None)
    last = steps_that_count(inputs)[-1].day
    if later and later.origin == OWN and end_after(last, 12) < inputs.end:
        text = (
            f"Je eigen indexstap van {format_date(later.day)} valt na de looptijd. Daardoor groeien de lonen na "
            f"{format_date(last)} niet meer, ook niet met {format_percent(inputs.index_loon)} per jaar. Haal die stap "
            "weg, of vul ook de stappen ervoor in."
        )
        yield Notice("indexstap_later", Severity.WARNING, text, about="index_stappen")


def _not_limited(inputs: Inputs) -> Iterator[Notice]:
    """The cap is wanted, and does not count for want of a monthly salary."""
    if numbers := without_monthly_wage(inputs):
        text = (
            f"De centenindex telt niet mee{of_posts(inputs, numbers, 'bij')}: vul het brutomaandloon van een "
            f"voltijdse in. Boven {cap_amount(inputs)} bruto per maand telt een stap maar voor een deel."
        )
        used = (inputs.figure("index_cap_threshold", CAP_BEGINS),)
        yield Notice("centenindex_leeg", Severity.ADVICE, text, (), used, about=suffixed("maandloon", numbers[0]))


def _of_another_day(inputs: Inputs) -> Iterator[Notice]:
    """A coefficient of another day than the wages: the growth then counts an indexation twice, or leaves one out."""
    built = [(number, post) for number, post in inputs.numbered_posts if post.loonbasis == BUILT]
    if not built:
        return
    first, end = _priced(inputs)
    steps = _priced_at(inputs, first, end)
    posts = [number for number, post in built if not _fits(post.index_coefficient, steps, end)]
    if posts:
        used = dict.fromkeys(post.index_coefficient for number, post in built if number in posts)
        wrong = [format_number(coefficient, 4) for coefficient in used]
        day = format_date(inputs.price_date)
        dated = inputs.loon_prijs or inputs.groei_wijze == BY_INDEX
        which = "De indexcoëfficiënt" if len(wrong) == 1 else "De indexcoëfficiënten"
        past = "past" if len(wrong) == 1 else "passen"
        text = (
            f"{which} {listed(wrong)} van een opgebouwd loon {past} niet bij lonen van "
            f"{day if dated else first_prices(inputs)}. Wij kennen: {', '.join(map(step_text, steps))}. Kijk de "
            f"coëfficiënt na, en ook “{_DAY}” Anders telt een indexering dubbel, of niet."
        )
        figures = tuple(step.figure for step in steps if step.figure)
        yield Notice(
            "coefficient_dag", Severity.WARNING, text, (), figures, about=suffixed("index_coefficient", posts[0])
        )


def _priced(inputs: Inputs) -> tuple[date, date]:
    """The days whose wages are filled in: one or, without index path and day, those of the year that prices are of."""
    start = inputs.startdatum
    if inputs.loon_prijs or inputs.groei_wijze == BY_INDEX:
        return inputs.price_date, inputs.price_date + timedelta(1)
    if inputs.groei_wijze == BY_ANNIVERSARY:
        return start, end_after(start, 12)
    return date(start.year, 1, 1), date(start.year + 1, 1, 1)


def _priced_at(inputs: Inputs, first: date, end: date) -> tuple[Step, ...]:
    """The steps that hold then: along the reader's path or, without one, as they are known and as they are expected."""
    if inputs.groei_wijze == BY_INDEX:
        return held(extended(path(inputs), inputs.index_loon, end), first, end)
    known, expected = (held(path_of(inputs.cijfers_van, None, expected=more), first, end) for more in (False, True))
    return tuple(dict.fromkeys((*known, *expected)))


def _fits(coefficient: Decimal, steps: tuple[Step, ...], end: date) -> bool:
    """Whether a coefficient, as it is printed, is one of these.

    A salary filled in with its index has 1. Of days before our first coefficient we know that theirs is not higher.
    """
    if coefficient == 1 or (end <= steps[0].day and coefficient < steps[0].coefficient):
        return True
    return format_number(coefficient, 4) in {step.shown for step in steps}
