"""What a reader should know about the income of a budget and about who pays: what is missing, and what is too much."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

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
from calculators.core.numbers import format_euro, format_percent
from calculators.core.periods import period_words
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
    lost = sum(inputs.subsidies[len(ledger.calendar_years) :], Decimal(0))
    if lost:
        text = f"{format_euro(lost)} subsidie valt na de looptijd en telt niet mee."
        yield Notice("subsidie_na_looptijd", Severity.WARNING, text, about="subsidie")
    yield from _too_much(inputs, ledger)
    yield from _paid_twice(inputs, ledger)
    for subsidy, name, granted in zip(inputs.all_subsidies, inputs.subsidy_names, ledger.granted, strict=True):
        yield from _empty(subsidy, granted, name)
        yield from _conditions(subsidy, granted, name, ledger)
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
    for kind, words in _PARTS.items():
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


def _conditions(subsidy: Subsidy, granted: Granted, name: str, ledger: Ledger) -> Iterator[Notice]:
    """What a subsidy asks, and what it leaves open."""
    total = ledger.total()
    if granted.cut:
        text = f"{name} stopt bij het maximum: {format_euro(granted.cut)} krijg je niet."
        yield Notice(f"{granted.line}_maximum", Severity.ADVICE, text, about=_input(granted, "subsidie_maximum"))
    own = total - ledger.received()
    share = subsidy.subsidie_eigen or Decimal(0)
    asked = total * share / 100
    if share and own < asked:
        text = (
            f"{name} vraagt dat je zelf {format_percent(share)} betaalt: "
            f"{format_euro(asked)}. Na alle subsidies blijft er {format_euro(own)} over."
        )
        yield Notice(f"{granted.line}_eigen", Severity.WARNING, text, about=_input(granted, "subsidie_eigen"))
    open_years = [year for year in ledger.calendar_years if not granted.amounts.get(year)]
    if granted.total and open_years:
        then = "Dat jaar" if len(open_years) == 1 else "Die jaren"
        text = f"{name} brengt niets op in {_in_words(open_years)}. {then} betaal je zelf, of met andere middelen."
        yield Notice(f"{granted.line}_jaren", Severity.INFO, text)


def _outside(inputs: Inputs, subsidy: Subsidy, granted: Granted, name: str) -> Iterator[Notice]:
    """A subsidy whose period begins before the term or ends after it: what counts of it."""
    term = inputs.startdatum, inputs.end
    period = subsidy.period(*term)
    inside = subsidy.counted(*term)
    if inside == period:
        return
    text = f"{name} loopt {period_words(*period)}. Hier telt alleen wat in de looptijd valt, {period_words(*inside)}"
    if subsidy.subsidie_soort == PERIOD:
        text += f": {format_euro(granted.total)} van de {format_euro(subsidy.subsidie_bedrag)}"
    yield Notice(f"{granted.line}_buiten", Severity.INFO, f"{text}.", about=_input(granted, "subsidie_van"))


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
