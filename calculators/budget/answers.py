"""Answers beside the total: with a margin, per child or result, and back from an amount."""

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from calculators.budget.inputs import MOST_EMPLOYMENT, Inputs, declarations
from calculators.budget.ledger import Ledger, Variation, spent, varied
from calculators.budget.posts import Post
from calculators.core import terms
from calculators.core.fields import InputErrors, fields_of
from calculators.core.numbers import as_decimal, format_euro, format_percent, rounded
from calculators.core.results import Line, Notice, Severity, Trace, Unit
from calculators.core.sentences import listed

EMPLOYMENT = "fte_voor_beschikbaar"
MONTHS = "maanden_voor_beschikbaar"
SHOWN = (
    "totaal_met_marge",
    EMPLOYMENT,
    MONTHS,
)
PER_UNIT = ("kost_per_kind", "kost_per_resultaat")
"""Figures to show with caution only."""
_STEP = Decimal("0.1")
"""Employment is answered in tenths of a percent, downwards."""
_FULL_TIMERS = f"{MOST_EMPLOYMENT // 100} voltijdsen"


def answer(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    """Record every answer that the reader asked for."""
    _with_margin(inputs, ledger, trace)
    _per_unit(inputs, ledger, trace)
    if inputs.beschikbaar is not None:
        _employment(inputs, ledger, inputs.beschikbaar, trace)
        _months(inputs, ledger, inputs.beschikbaar, trace)


def _with_margin(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    if inputs.risicomarge is None:
        return
    total = ledger.total()
    margin = rounded(total * inputs.risicomarge / 100)
    formula = f"{format_percent(inputs.risicomarge)} × {format_euro(total)}"
    trace.euro("risicomarge_bedrag", "Risicomarge", margin, formula)
    label = "Totale kost met risicomarge"
    trace.euro("totaal_met_marge", label, total + margin, f"{format_euro(total)} + {format_euro(margin)}")


def _per_unit(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    """The total divided by what is reached over the whole term."""
    months = terms.months(inputs.looptijd_jaren)
    years = Fraction(months, 12)
    units = (
        ("kost_per_kind", "Kost per bereikt kind", inputs.kinderen_per_jaar),
        ("kost_per_resultaat", "Kost per resultaat", inputs.resultaten_per_jaar),
    )
    for key, label, count in units:
        if count:
            formula = f"{format_euro(ledger.total())} / ({count} × {terms.share_text(months)} jaar)"
            trace.euro(key, label, as_decimal(Fraction(ledger.total()) / (count * years)), formula)


def _employment(inputs: Inputs, ledger: Ledger, available: Decimal, trace: Trace) -> None:
    """The most employment whose cost is no more than the amount; all else stays."""
    without = _without_staff(inputs, ledger)
    label, staff = _employment_label(inputs), ledger.total() - without
    if not staff:
        text = "niet berekend: de loonkost is nul"
        trace.add(Line(EMPLOYMENT, label, text, Unit.TEXT))
        return
    found = _most(inputs, ledger, available, without)
    formula = (
        f"{format_percent(employment(inputs))} × ({format_euro(available)} − {format_euro(without)} zonder personeel) "
        f"/ {format_euro(staff)}, naar beneden op een tiende"
    )
    if found == limit(inputs):
        formula += f", tot {_FULL_TIMERS}"
    elif available < without:
        formula += ", minstens 0\u00a0%"
    trace.add(Line(EMPLOYMENT, label, found, Unit.PERCENT, formula))


def _without_staff(inputs: Inputs, ledger: Ledger) -> Decimal:
    """What the budget costs when all posts cost nothing."""
    return varied(inputs, ledger, Variation(wages=Fraction(0))).whole


def employment(inputs: Inputs) -> Decimal:
    """The employment now, in percent, that answers are scaled from.

    One row counts as filled in, several as averaged over the term. So what is answered for one row is what to fill in,
    also when it is vacant for a while or begins later.
    """
    return inputs.together if inputs.posts == 1 else inputs.average_fte


def limit(inputs: Inputs) -> Decimal:
    """The most employment that is answered: that of the largest posts, in the same proportion, that the form takes."""
    whole = sum((post.together for post in inputs.all_posts), Decimal(0))
    return as_decimal(Fraction(employment(inputs)) * MOST_EMPLOYMENT / Fraction(whole)).quantize(_STEP, ROUND_FLOOR)


def _employment_label(inputs: Inputs) -> str:
    which = "Tewerkstelling" if inputs.people == 1 else "Tewerkstelling van alle posten samen"
    return f"{which if inputs.posts == 1 else 'Gemiddelde tewerkstelling over de looptijd'} voor het bedrag dat er is"


def _most(inputs: Inputs, ledger: Ledger, available: Decimal, without: Decimal) -> Decimal:
    """The most employment, in steps of a tenth, that costs no more than `available`; `without` is the cost of no staff.

    It begins with an estimate from the most staff there can be, where rounding to cents hardly matters. Then it goes
    step by step.
    """
    most = limit(inputs)
    highest = cost(inputs, ledger, most)
    if highest <= available:
        return most
    found = Decimal("0.0")
    if available > without:
        found = ((available - without) * most / (highest - without)).quantize(_STEP, ROUND_FLOOR)
    while found > 0 and cost(inputs, ledger, found) > available:
        found -= _STEP
    while cost(inputs, ledger, found + _STEP) <= available:
        found += _STEP
    return found


def cost(inputs: Inputs, ledger: Ledger, percent: Decimal) -> Decimal:
    """What the budget costs when all posts together work this much, as `employment` counts."""
    share = Fraction(percent) / Fraction(employment(inputs))
    return varied(inputs, ledger, Variation(wages=share)).whole


def answer_notices(inputs: Inputs, ledger: Ledger, trace: Trace) -> Iterator[Notice]:
    """How to fill in the employment that was answered, and when the form cannot take it."""
    if any(line.value == 0 for line in trace.pick(MONTHS)):
        text = "Het bedrag dat er is, volstaat niet voor één maand."
        yield Notice("beschikbaar_geen_maand", Severity.ADVICE, text, about="beschikbaar")
    found = next((line.value for line in trace.pick(EMPLOYMENT)), None)
    if not isinstance(found, Decimal):
        return
    if found == limit(inputs):
        text = f"Er is geld voor {_FULL_TIMERS} of meer. Meer past er niet in dit formulier."
        yield Notice("beschikbaar_veel", Severity.INFO, text, about="beschikbaar")
    if found == 0 and (inputs.beschikbaar or 0) < (without := _without_staff(inputs, ledger)):
        text = f"Het bedrag dat er is, volstaat niet: zonder personeel kost de hele looptijd al {format_euro(without)}."
        yield Notice("beschikbaar_te_weinig", Severity.WARNING, text, about="beschikbaar")
    elif inputs.posts == 1:
        yield from _filling_in(inputs, found)
    else:
        yield from _at_each(inputs, found)


def _of_employment() -> tuple[str, Decimal, Decimal]:
    """The label of the input for employment, and the least and the most percent that it takes."""
    field = fields_of(Post)["fte"]
    return field.label, Decimal(str(field.minimum)), Decimal(str(field.maximum))


def _at_each(inputs: Inputs, found: Decimal) -> Iterator[Notice]:
    """What to fill in at each of several rows, in the proportion in which they work now."""
    share = Fraction(found) / Fraction(employment(inputs))
    each = [as_decimal(Fraction(post.fte) * share).quantize(_STEP, ROUND_FLOOR) for post in inputs.all_posts]
    label, least, most = _of_employment()
    if all(least <= percent <= most for percent in each):
        parts = [f"{format_percent(percent)} bij post {number}" for number, percent in enumerate(each, start=1)]
        text = f"Vul daarvoor bij “{label}” in: {listed(parts)}."
        yield Notice("beschikbaar_per_post", Severity.INFO, text, about="beschikbaar")


def _filling_in(inputs: Inputs, found: Decimal) -> Iterator[Notice]:
    """What to fill in for one row of posts: no more than full-time each, so for a large amount more people."""
    (label, least, most), people = _of_employment(), inputs.aantal
    if found < least * people:
        posts = f"{format_percent(least)}" if people == 1 else f"{people} posten van {format_percent(least)}"
        text = f"Het bedrag dat er is, volstaat niet voor {posts}. Minder kun je niet invullen."
        yield Notice("beschikbaar_weinig", Severity.ADVICE, text, about="beschikbaar")
    elif people > 1 or found > most:
        people = max(people, math.ceil(found / most))
        each = (found / people).quantize(_STEP, ROUND_FLOOR)
        text = (
            f"Het bedrag dat er is, volstaat voor {people} posten van {format_percent(each)}. Vul dat in bij "
            f"“{fields_of(Post)['aantal'].label}” en “{label}”."
        )
        yield Notice("beschikbaar_verdeeld", Severity.INFO, text, about="beschikbaar")


def _months(inputs: Inputs, ledger: Ledger, available: Decimal, trace: Trace) -> None:
    """The longest term whose cost is no more than the amount."""
    key, label = MONTHS, "Aantal maanden voor het bedrag dat er is"
    if not inputs.whole_term:
        text = "niet berekend: niet alle posten zijn de hele looptijd ingevuld"
        trace.add(Line(key, label, text, Unit.TEXT))
        return
    try:
        # A longer term never costs less, and the range begins at 1: so the place found is the number of months.
        steady = _steady(inputs)
        found = bisect_right(range(1, terms.MOST + 1), available, key=lambda months: _lasting(steady, ledger, months))
    except InputErrors as error:
        field = declarations()[next(iter(error.messages))]
        text = f"niet berekend: bij een andere looptijd past “{field.label}” niet meer"
        trace.add(Line(key, label, text, Unit.TEXT))
        return
    formula = f"de langste looptijd, tot {terms.MOST} maanden, die niet meer kost dan {format_euro(available)}"
    trace.add(Line(key, label, Decimal(found), Unit.NUMBER, formula))


def _steady(inputs: Inputs) -> Inputs:
    """The budget in which every post works from the first day of the term to the last."""
    others = tuple(replace(post, in_dienst=None, uit_dienst=None) for post in inputs.all_posts[1:])
    return replace(inputs, in_dienst=None, uit_dienst=None, andere_posten=others)


def _lasting(steady: Inputs, ledger: Ledger, months: int) -> Decimal:
    """What such a budget costs with another term."""
    return spent(steady, ledger, looptijd_jaren=Decimal(months) / 12).whole
