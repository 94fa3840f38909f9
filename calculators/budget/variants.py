"""What if: how a budget moves with one assumption, and how scenarios compare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.budget.cells import Costs
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger, Variation, spent, varied
from calculators.budget.lines import COMPONENTS
from calculators.budget.posts import BUILT, Post
from calculators.budget.prices import BY_ANNIVERSARY
from calculators.core import refusals
from calculators.core.fields import InputErrors, check, fields_of
from calculators.core.numbers import as_decimal, format_difference, format_euro, rounded
from calculators.core.periods import end_after, last_day
from calculators.core.results import Bar, Cell, Chart, Result, Row, Table, Trace, Unit
from calculators.core.sentences import uncapitalised

MOST_SCENARIOS = 10


def sensitivity(inputs: Inputs, ledger: Ledger, trace: Trace) -> Table:
    """The effect of one change at a time on the total and on the first calendar year, in euro.

    A change that would leave the bounds of an input has no amounts; its row says why.
    """
    first = ledger.calendar_years[0]
    rows = [_row("Zoals ingevuld", "ingevuld", ledger, ledger, first)]
    for key, (label, change) in _CHANGES.items():
        try:
            costs = change(inputs, ledger)
        except InputErrors as error:
            rows.append(Row(label, (), key=key, why=_reason(error)))
            continue
        trace.euro(f"als_{key}", f"Totale kost, {uncapitalised(label)}", costs.whole, _formula(costs))
        rows.append(_row(label, key, costs, ledger, first))
    columns = ("Wat verandert", "Totale kost", "Verschil", f"Kost in {first}")
    note = "Telkens verandert één gegeven; de rest blijft zoals je het invulde."
    return Table("gevoeligheid", "Wat als het anders loopt?", columns, tuple(rows), note)


def _formula(costs: Costs) -> str:
    """The components that it is the sum of."""
    sums = costs.by_component
    parts = [f"{format_euro(sums[name])} {COMPONENTS[name].lower()}" for name in COMPONENTS if sums.get(name)]
    return " + ".join(parts) or format_euro(Decimal(0))


def tornado(table: Table) -> Chart:
    """By how much each assumption makes the total lower and higher, the widest first; figures of the table."""
    effects = {row.key: row.cells[1].value for row in table.rows if row.cells}
    bars = []
    for label, keys in _PAIRS.items():
        found = [value for key in keys if isinstance(value := effects.get(key), Decimal)]
        if found:
            sides = (max(-min(found), Decimal(0)), max(*found, Decimal(0)))
            bars.append(Bar(label, sides, "" if all(sides) else _signed(max(found, key=abs))))
    bars.sort(key=lambda bar: -sum(bar.parts))
    title = "Wat weegt het zwaarst op de totale kost?"
    return Chart("tornado", title, ("Lager", "Hoger"), tuple(bars), table=table.key)


def _signed(difference: Decimal) -> str:
    """A difference with its sign, as a bar with one side alone does not show which way it goes."""
    return format_difference(rounded(difference, 0)).removesuffix(",00")


_PAIRS = {
    "Groei 1 punt lager of hoger": ("groei_hoger", "groei_lager"),
    "Loonkost 10\u00a0% lager of hoger": ("loon_hoger", "loon_lager"),
    "Start drie maanden later": ("later",),
}
"""What each bar is called, and the rows it shows."""


def _reason(error: InputErrors) -> str:
    """Why a change cannot be worked out: what is wrong with the first input that would be."""
    return f"Niet berekend. {next(iter(error.messages.values()))}"


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a comparison: an amount per scenario, in euro and to the cent.

    `sum_of` names the lines that add up to it, as tables on a page do: `totaal -inkomsten_totaal`.
    """

    key: str
    label: str
    amounts: tuple[Decimal, ...]
    sum_of: str = ""

    @property
    def differences(self) -> tuple[Decimal, ...]:
        """By how much each scenario after the first is dearer than the first."""
        first, *others = self.amounts
        return tuple(amount - first for amount in others)


def comparison(scenarios: Sequence[tuple[str, Result]]) -> tuple[tuple[Compared, ...], Chart]:
    """Scenarios side by side: the main figures, and a chart of cost over the term."""
    lines = [
        Compared(key, label, tuple(rounded(_amount(result, key)) for _, result in scenarios), _SUMS.get(key, ""))
        for key, label in _COMPARED.items()
    ]
    bars = [Bar(name, tuple(_amount(result, key) for key in _STACKED)) for name, result in scenarios]
    title, legend = "Kost over de looptijd per scenario", tuple(_STACKED.values())
    return tuple(lines), Chart("scenarios", title, legend, tuple(bars), table="scenarios")


_COMPARED = {
    "personeel_totaal": "Personeel",
    "werking_totaal": "Werkingskosten",
    "overhead_totaal": "Overhead van de partner",
    "eenmalig_totaal": "Eenmalige startkosten",
    "btw_totaal": "Btw",
    "totaal": "Totale kost",
    "inkomsten_totaal": "Subsidies",
    "netto_totaal": "Nettokost",
    "totaal_jaar_1": "Kost in jaar 1 van de looptijd",
    "kost_per_traject": "Kost per gestart traject, in optimale omstandigheden",
}
_STACKED = {
    key: label
    for key, label in _COMPARED.items()
    if key.endswith("_totaal") and key not in ("inkomsten_totaal", "netto_totaal")
}

_SUMS = {"totaal": " ".join(_STACKED), "netto_totaal": "totaal -inkomsten_totaal"}


def _amount(result: Result, key: str) -> Decimal:
    value = result.totals.get(key, Decimal(0))
    assert isinstance(value, Decimal)
    return value


def _row(label: str, key: str, other: Costs, ledger: Ledger, year: int) -> Row:
    total = other.whole
    cells = (Cell(total), Cell(total - ledger.total(), Unit.DIFFERENCE), _in_year(other, year))
    return Row(label, cells, key=key, step="totaal" if other is ledger else f"als_{key}")


def _in_year(costs: Costs, year: int) -> Cell:
    """What they come to in a calendar year.

    Costs that begin later say so: nothing would look as if the change made no difference.
    """
    begin = costs.calendar_years[0]
    return Cell(f"begint in {begin}", Unit.TEXT) if begin > year else Cell(costs.by_calendar_year()[year])


type _Change = Callable[[Inputs, Ledger], Costs]


def _growth(points: int) -> _Change:
    """All growth faster; the percentages that the reader would fill in for it stay within their bounds."""

    def changed(inputs: Inputs, ledger: Ledger) -> Costs:
        _check_bounds(index_loon=inputs.index_loon + points, index_werking=inputs.index_werking + points)
        return varied(inputs, ledger, Variation(points=Decimal(points)))

    return changed


def _wage(factor: Fraction) -> _Change:
    """The whole cost of a full-timer, however it came about; an amount that the reader gave stays within its bounds."""

    def changed(inputs: Inputs, ledger: Ledger) -> Costs:
        for post in inputs.all_posts:
            if post.loonbasis != BUILT:
                _check_bounds(jaarloonkost=as_decimal(Fraction(post.jaarloonkost) * factor))
        return varied(inputs, ledger, Variation(wages=factor))

    return changed


def _check_bounds(**values: Decimal | date) -> None:
    """Raise `InputErrors` that tell the bounds of a value that no reader could fill in."""
    for name, value in values.items():
        field = fields_of(Inputs)[name]
        try:
            check(field, value)
        except ValueError as error:
            raise InputErrors({name: refusals.bounds(field)}) from error


def _later(inputs: Inputs, ledger: Ledger) -> Costs:
    """Everything three months later, a post that ends with the term included.

    Prices stay those of the day that the reader gave them for; with growth by anniversary those of the first year.
    """
    others = tuple(replace(post, **_moved(post, inputs.end)) for post in inputs.all_posts[1:])
    start = end_after(inputs.startdatum, _MONTHS_LATER)
    _check_bounds(startdatum=start)
    prices = {"loon_prijs": inputs.price_date, "cost_prices": inputs.startdatum}
    kept = {} if inputs.groei_wijze == BY_ANNIVERSARY else prices
    try:
        return spent(inputs, ledger, startdatum=start, andere_posten=others, **kept, **_moved(inputs, inputs.end))
    except InputErrors as error:  # a post of one day, the last of a long month, when the other month is shorter
        raise InputErrors({"in_dienst": "Een van je posten heeft die dag dan niet."}) from error


def _moved(post: Post, end: date) -> dict[str, Any]:
    """The days of a post, three months later; the last day of a month or of the term stays the last day of one."""
    first, last, vacant = post.in_dienst, post.uit_dienst, post.vacant_vanaf
    after = last and last + timedelta(days=1)
    moved_end = None if after in (None, end) else last_day(end_after(after, _MONTHS_LATER))
    moved_days = {"in_dienst": first, "vacant_vanaf": vacant}
    later = {name: day and end_after(day, _MONTHS_LATER) for name, day in moved_days.items()}
    return later | {"uit_dienst": moved_end}


_MONTHS_LATER = 3
_CHANGES: Mapping[str, tuple[str, _Change]] = {
    "groei_hoger": ("Groei 1 punt hoger", _growth(1)),
    "groei_lager": ("Groei 1 punt lager", _growth(-1)),
    "loon_hoger": ("Loonkost 10\u00a0% hoger", _wage(Fraction(11, 10))),
    "loon_lager": ("Loonkost 10\u00a0% lager", _wage(Fraction(9, 10))),
    "later": ("Start drie maanden later", _later),
}
"""By key: what a change is called, and what it makes of the budget."""
