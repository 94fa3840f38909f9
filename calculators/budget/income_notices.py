"""What a reader should know about the income of a budget and about who pays: what is missing, and what is too much."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from calculators.budget.cells import SUBSIDY
from calculators.budget.covered import covered, month_shares
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger
from calculators.budget.payers import BY_INHABITANTS
from calculators.budget.repeated import numbered
from calculators.budget.subsidies import COMPONENTS_OF, Granted
from calculators.budget.subsidy_inputs import (
    ALL_COSTS,
    PERIOD,
    RESULT,
    RUNNING_COSTS,
    SHARE,
    STAFF_COSTS,
    YEARLY,
    Subsidy,
)
from calculators.core.fields import fields_of
from calculators.core.numbers import as_decimal, format_euro, format_percent
from calculators.core.periods import DateRange, last_day, period_words
from calculators.core.results import Notice, Severity
from calculators.core.sentences import listed

_NEEDED = {
    PERIOD: ("subsidie_bedrag",),
    YEARLY: ("subsidie_bedrag",),
    SHARE: ("subsidie_deel",),
    RESULT: ("subsidie_bedrag", "subsidie_resultaten"),
}
"""Without which inputs a subsidy brings nothing, by its kind."""
_PARTS = {STAFF_COSTS: "van het personeel", RUNNING_COSTS: "van de werkingskosten"}


def income_notices(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    """What the reader should know about the subsidies, and about those who pay the rest."""
    years = len(ledger.calendar_years)
    if lost := {year: amount for year, amount in enumerate(inputs.subsidies, start=1) if year > years and amount}:
        text = f"{format_euro(sum(lost.values(), Decimal(0)))} subsidie valt na de looptijd en telt niet mee."
        yield Notice("subsidie_na_looptijd", Severity.WARNING, text, about=f"subsidie_jaar_{min(lost)}")
    yield from _too_much(inputs, ledger)
    yield from _paid_twice(inputs, ledger)
    for subsidy, name, granted in zip(inputs.all_subsidies, inputs.subsidy_names, ledger.granted, strict=True):
        yield from _empty(subsidy, granted, name)
        yield from _conditions(inputs, subsidy, granted, name, ledger)
        yield from _without_income(inputs, granted, name)
        yield from _outside(inputs, subsidy, granted, name)
    yield from _without_inhabitants(inputs)


def _shares(inputs: Inputs, ledger: Ledger) -> list[tuple[str, Granted]]:
    """The subsidies that are a share of costs: of which ones, and what each brings."""
    pairs = zip(inputs.all_subsidies, ledger.granted, strict=True)
    return [(subsidy.subsidie_kosten, granted) for subsidy, granted in pairs if subsidy.subsidie_soort == SHARE]


def _slack(inputs: Inputs, ledger: Ledger) -> Decimal:
    """By how much shares that are 100 % together may be too much in a year: each is rounded, up to half a cent."""
    return Decimal("0.005") * len(_shares(inputs, ledger))


def _too_much(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    """More income than costs: over the whole term, or else in some years, which then have money left."""
    slack = _slack(inputs, ledger)
    if ledger.received() > ledger.total() + slack * len(ledger.calendar_years):
        text = "De subsidies zijn hoger dan de kost. Kijk de bedragen na."
        yield Notice("subsidie_te_hoog", Severity.WARNING, text)
        return
    years = [year for year in ledger.calendar_years if ledger.received(year) > ledger.total(calendar_year=year) + slack]
    if years:
        text = (
            f"De subsidies zijn in {_in_words(years)} hoger dan de kost. Kijk na in welk jaar je ze krijgt, en hoeveel."
        )
        yield Notice("subsidie_te_hoog_jaar", Severity.WARNING, text)


def _paid_twice(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    """Shares that pay more than all of the staff, or of the operating costs; a share of all costs pays for each."""
    shares, slack = _shares(inputs, ledger), _slack(inputs, ledger)
    kinds = {kind for kind, _ in shares}
    for kind, words in _PARTS.items():
        if kind not in kinds:
            continue
        if years := [year for year in ledger.calendar_years if _overpaid(kind, shares, ledger, year) > slack]:
            text = f"Subsidies betalen in {_in_words(years)} samen meer dan 100\u00a0% {words}. Kijk de delen na."
            yield Notice(f"subsidie_{kind}_hoog", Severity.WARNING, text)


def _in_words(years: Iterable[int]) -> str:
    return listed([str(year) for year in years])


def _overpaid(kind: str, shares: list[tuple[str, Granted]], ledger: Ledger, year: int) -> Fraction:
    """By how much shares of a kind of costs are more than these in a year; those of all costs count in proportion.

    Nothing, if no share is of this kind alone.
    """
    cost, whole = ledger.total(*COMPONENTS_OF[kind], calendar_year=year), ledger.total(calendar_year=year)
    own = [granted.amounts.get(year, Decimal(0)) for of_what, granted in shares if of_what == kind]
    common = [granted.amounts.get(year, Decimal(0)) for of_what, granted in shares if of_what == ALL_COSTS]
    paid = sum(map(Fraction, own), Fraction(0))
    if whole:
        paid += sum(map(Fraction, common), Fraction(0)) * Fraction(cost) / Fraction(whole)
    return paid - Fraction(cost) if any(own) else Fraction(0)


def _empty(subsidy: Subsidy, granted: Granted, name: str) -> Iterator[Notice]:
    """An input that is empty, or nothing, so that the subsidy brings nothing."""
    needed = _NEEDED[subsidy.subsidie_soort]
    if missing := [one for one in needed if not getattr(subsidy, one)]:
        labels = [f"“{fields_of(Subsidy)[one].label}”" for one in missing]
        text = f"{name} telt nog niet mee. Vul in: {listed(labels)}."
        yield Notice(f"{granted.line}_leeg", Severity.WARNING, text, about=_input(granted, missing[0]))


def _input(granted: Granted, name: str) -> str:
    """The name in the form of an input of this subsidy."""
    return numbered(name, granted.number)


def _conditions(inputs: Inputs, subsidy: Subsidy, granted: Granted, name: str, ledger: Ledger) -> Iterator[Notice]:
    """What a subsidy asks of the costs in its own period, and where it stops."""
    if granted.cut:
        text = f"{name} stopt bij het maximum: {format_euro(granted.cut)} krijg je niet."
        yield Notice(f"{granted.line}_maximum", Severity.ADVICE, text, about=_input(granted, "subsidie_maximum"))
    when = "" if granted.inside == (inputs.startdatum, inputs.end) else f" {period_words(*granted.inside)}"
    share = subsidy.subsidie_eigen or Decimal(0)
    if not when and not share:
        return  # `_too_much` holds the income of the whole term against its costs
    cost = sum(covered(inputs, ledger, (), granted.inside).values(), Fraction(0))
    if when and granted.total > cost + Fraction(_slack(inputs, ledger)) * len(granted.amounts):
        text = f"{name} is hoger dan wat de aanstelling{when} kost: {_euro(cost)}. Kijk het bedrag en de periode na."
        yield Notice(f"{granted.line}_hoger", Severity.WARNING, text, about=_input(granted, "subsidie_van"))
    asked = cost * Fraction(share) / 100
    if share and (own := cost - _received(inputs, ledger, granted.inside)) < asked:
        text = (
            f"{name} vraagt dat je{when} zelf {format_percent(share)} betaalt: "
            f"{_euro(asked)}. Na alle subsidies blijft er {_euro(own)} over."
        )
        yield Notice(f"{granted.line}_eigen", Severity.WARNING, text, about=_input(granted, "subsidie_eigen"))


def _euro(amount: Fraction) -> str:
    return format_euro(as_decimal(amount))


def _received(inputs: Inputs, ledger: Ledger, period: DateRange) -> Fraction:
    """What all subsidies bring in a part of the term: of each calendar year, as many of their months as are in it."""
    periods = {SUBSIDY: (inputs.startdatum, inputs.end)} | {granted.line: granted.inside for granted in ledger.granted}
    shares = {line: month_shares(inputs, (whole,), period) for line, whole in periods.items()}
    parts = (Fraction(one.amount) * shares[one.line].get(one.calendar_year, Fraction(0)) for one in ledger.income)
    return sum(parts, Fraction(0))


def _without_income(inputs: Inputs, granted: Granted, name: str) -> Iterator[Notice]:
    """The parts of the term for which a subsidy brings nothing: outside its period, and after its maximum."""
    if not granted.total:
        return
    first, after = granted.inside
    outside = [(inputs.startdatum, first), (after, inputs.end)]
    empty = [period_words(*part) for part in outside if part[0] < part[1]]
    empty += [f"in {year}" for year in range(first.year, last_day(after).year + 1) if not granted.amounts.get(year)]
    if empty:
        text = f"{name} geeft niets {listed(empty)}. Wat andere middelen dan niet dekken, betaal je zelf."
        yield Notice(f"{granted.line}_jaren", Severity.INFO, text)


def _outside(inputs: Inputs, subsidy: Subsidy, granted: Granted, name: str) -> Iterator[Notice]:
    """A subsidy whose period begins before the term or ends after it: what counts of it."""
    period, inside = subsidy.period(inputs.startdatum, inputs.end), granted.inside
    if inside == period:
        return
    text = f"{name} loopt {period_words(*period)}. Hier telt alleen wat in de looptijd valt, {period_words(*inside)}"
    if subsidy.subsidie_soort == PERIOD:
        text += f": {format_euro(granted.total)} van de {format_euro(subsidy.subsidie_bedrag)}"
    field = "subsidie_van" if period[0] < inputs.startdatum else "subsidie_tot"
    yield Notice(f"{granted.line}_buiten", Severity.INFO, f"{text}.", about=_input(granted, field))


def _without_inhabitants(inputs: Inputs) -> Iterator[Notice]:
    """Payers without a number of inhabitants: they pay nothing or, when nobody has one, all pay the same."""
    if inputs.betalers_wijze != BY_INHABITANTS or len(inputs.all_payers) < 2:
        return
    counts = [payer.betaler_aandeel for payer in inputs.all_payers]
    empty = [name for name, count in zip(inputs.payer_names, counts, strict=True) if count is None]
    if not any(counts):
        text = "Vul het aantal inwoners in. Zolang er geen enkel staat, betaalt elk evenveel."
        yield Notice("betalers_evenveel", Severity.WARNING, text, about=numbered("betaler_aandeel", 1))
    elif empty:
        text = f"Het aantal inwoners ontbreekt bij {listed(empty)}. Wie geen aantal heeft, betaalt niets."
        yield Notice("betalers_leeg", Severity.WARNING, text, about=numbered("betaler_aandeel", counts.index(None) + 1))
