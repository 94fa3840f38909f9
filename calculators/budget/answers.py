"""Answers beside the total: with a margin, per child or result, and back from an amount."""

from bisect import bisect_right
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from calculators.budget.inputs import Inputs, declarations
from calculators.budget.ledger import Ledger, Variation, spent, varied
from calculators.core import terms
from calculators.core.fields import InputErrors
from calculators.core.numbers import as_decimal, format_euro, format_number, format_percent, rounded
from calculators.core.results import Line, Trace, Unit

SHOWN = (
    "totaal_met_marge",
    "fte_voor_beschikbaar",
    "maanden_voor_beschikbaar",
)
PER_UNIT = ("kost_per_kind", "kost_per_resultaat")
"""Figures to show with caution only."""
_LONGEST = 120
"""The longest term in months."""
_MANY = 1000
"""How many times the staff of a budget is looked at, to know what a tenth of a percent costs."""
_STEP = Decimal("0.1")
"""Employment is answered in tenths of a percent, downwards."""


def answer(inputs: Inputs, book: Ledger, trace: Trace) -> None:
    """Record every answer that the reader asked for."""
    _with_margin(inputs, book, trace)
    _per_unit(inputs, book, trace)
    if inputs.beschikbaar is not None:
        _employment(inputs, book, inputs.beschikbaar, trace)
        _months(inputs, inputs.beschikbaar, trace)


def _with_margin(inputs: Inputs, book: Ledger, trace: Trace) -> None:
    if inputs.risicomarge is None:
        return
    total = book.total()
    margin = rounded(total * inputs.risicomarge / 100)
    formula = f"{format_percent(inputs.risicomarge)} × {format_euro(total)}"
    trace.euro("risicomarge_bedrag", "Risicomarge", margin, formula)
    label = "Totale kost met risicomarge"
    trace.euro("totaal_met_marge", label, total + margin, f"{format_euro(total)} + {format_euro(margin)}")


def _per_unit(inputs: Inputs, book: Ledger, trace: Trace) -> None:
    """The total divided by what is reached over the whole term."""
    years = Fraction(terms.months(inputs.looptijd_jaren), 12)
    units = (
        ("kost_per_kind", "Kost per bereikt kind", inputs.kinderen_per_jaar),
        ("kost_per_resultaat", "Kost per resultaat", inputs.resultaten_per_jaar),
    )
    for key, label, count in units:
        if count:
            formula = f"{format_euro(book.total())} / ({count} × {format_number(as_decimal(years), 2)} jaar)"
            trace.euro(key, label, as_decimal(Fraction(book.total()) / (count * years)), formula)


def _employment(inputs: Inputs, book: Ledger, available: Decimal, trace: Trace) -> None:
    """The most employment, averaged over the term, whose cost is no more than the amount; all else stays."""
    without = varied(inputs, book, Variation(wages=Fraction(0))).whole
    label, staff = "Tewerkstelling voor het bedrag dat er is", book.total() - without
    if not staff:
        text = "niet berekend: de loonkost is nul"
        trace.add(Line("fte_voor_beschikbaar", label, text, Unit.TEXT))
        return
    found = _most(inputs, book, available, without)
    formula = (
        f"{format_percent(inputs.average_fte)} × ({format_euro(available)} − {format_euro(without)} zonder personeel) "
        f"/ {format_euro(staff)}, naar beneden op een tiende"
    )
    trace.add(Line("fte_voor_beschikbaar", label, found, Unit.PERCENT, formula))


def _most(inputs: Inputs, book: Ledger, available: Decimal, without: Decimal) -> Decimal:
    """The most employment, in steps of a tenth, that costs no more than `available`; `without` any it costs that.

    A guess first, from what far more staff costs, as the cents of a small budget are rounded; then step by step.
    """
    many = inputs.average_fte * _MANY
    each = (cost(inputs, book, many) - without) / many
    found = max((available - without) / each, Decimal(0)).quantize(_STEP, ROUND_FLOOR)
    while found > 0 and cost(inputs, book, found) > available:
        found -= _STEP
    while cost(inputs, book, found + _STEP) <= available:
        found += _STEP
    return found


def cost(inputs: Inputs, book: Ledger, employment: Decimal) -> Decimal:
    """What the budget costs when all posts together work this much on average."""
    share = Fraction(employment) / Fraction(inputs.average_fte)
    return varied(inputs, book, Variation(wages=share)).whole


def _months(inputs: Inputs, available: Decimal, trace: Trace) -> None:
    """The longest term whose cost is no more than the amount."""
    key, label = "maanden_voor_beschikbaar", "Aantal maanden voor het bedrag dat er is"
    if not inputs.whole_term:
        text = "niet berekend: niet alle posten zijn de hele looptijd ingevuld"
        trace.add(Line(key, label, text, Unit.TEXT))
        return
    try:
        found = bisect_right(range(1, _LONGEST + 1), available, key=lambda months: _lasting(inputs, months))
    except InputErrors as error:
        field = declarations()[next(iter(error.messages))].label
        text = f"niet berekend: bij een andere looptijd past “{field}” niet meer"
        trace.add(Line(key, label, text, Unit.TEXT))
        return
    formula = f"de langste looptijd, tot {_LONGEST} maanden, die niet meer kost dan {format_euro(available)}"
    trace.add(Line(key, label, Decimal(found), Unit.NUMBER, formula))


def _lasting(inputs: Inputs, months: int) -> Decimal:
    """What the budget costs with another term, in which every post works from the first day to the last."""
    whole = {"in_dienst": None, "uit_dienst": None}
    others = tuple(replace(post, **whole) for post in inputs.all_posts[1:])  # type: ignore[arg-type]  # two dates, None
    term = Decimal(months) / 12
    return spent(inputs, looptijd_jaren=term, andere_posten=others, **whole).whole
