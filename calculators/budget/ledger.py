"""The costs of an appointment, day by day in principle: per component, year of the term and calendar year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from calculators.budget.inputs import Inputs
from calculators.budget.operating import yearly
from calculators.budget.posts import Post, full_time_cost
from calculators.core.numbers import format_euro, format_number, format_percent
from calculators.core.parameters import Dated
from calculators.core.periods import Slice, format_date, slices
from calculators.core.results import Trace

PERSONNEL, OVERHEAD, OPERATING, START_UP, VAT = "personeel", "overhead", "werking", "eenmalig", "btw"


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of one component that falls in one year of the term (from 0) and one calendar year."""

    component: str
    term_year: int
    calendar_year: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Staff:
    """A post with its full-time cost at the prices of the first year, and the days it works."""

    post: Post
    full_time: Decimal
    days: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries of a budget, with the yearly amounts they come from; income by calendar year."""

    entries: tuple[Entry, ...]
    staff: tuple[Staff, ...]
    per_category: dict[str, Decimal]
    income: dict[int, Decimal]

    @property
    def fte_years(self) -> Decimal:
        """The full-time years worked over the term: 80 % during three years is 2,4."""
        parts = [(staff.post.fte / 100, part) for staff in self.staff for part in staff.days]
        return sum((fte * part.days / part.term_days for fte, part in parts), Decimal(0))

    def total(self, *components: str, term_year: int | None = None, calendar_year: int | None = None) -> Decimal:
        """The sum of these components (all, when none is named), in one year when asked."""
        return sum(
            (
                entry.amount
                for entry in self.entries
                if (not components or entry.component in components)
                and term_year in (None, entry.term_year)
                and calendar_year in (None, entry.calendar_year)
            ),
            Decimal(0),
        )

    @property
    def components(self) -> tuple[str, ...]:
        """The components that cost anything, personnel first."""
        used = {entry.component for entry in self.entries if entry.amount}
        return tuple(name for name in (PERSONNEL, OVERHEAD, OPERATING, START_UP, VAT) if name in used)

    @property
    def calendar_years(self) -> tuple[int, ...]:
        """The calendar years that the term touches."""
        return tuple(sorted({entry.calendar_year for entry in self.entries}))

    @property
    def term_years(self) -> tuple[int, ...]:
        """The years of the term, from 0."""
        return tuple(sorted({entry.term_year for entry in self.entries}))


def ledger(inputs: Inputs, trace: Trace) -> Ledger:
    """Work out every entry. Year y of the term costs personnel × (1 + growth)^y, likewise operating costs.

    A year of the term is spread over calendar years by days. Assumption of ours, on the method page: growth starts
    at each anniversary, overhead is a share of personnel, VAT is due on the whole invoice of an external partner.
    """
    entries: list[Entry] = []
    staff = tuple(_staff(inputs, post, index, trace) for index, post in enumerate(inputs.all_posts, start=1))
    for one in staff:
        entries += _spread(PERSONNEL, one.full_time * one.post.fte / 100, inputs.index_loon, one.days)
    per_category = yearly(inputs, trace)
    operating = sum(per_category.values(), Decimal(0))
    entries += _spread(OPERATING, operating, inputs.index_werking, term_days(inputs))
    entries.append(Entry(START_UP, 0, inputs.startdatum.year, inputs.eenmalig))
    if inputs.uitvoering != "eigen":
        personnel = [entry for entry in entries if entry.component == PERSONNEL]
        entries += _share(personnel, OVERHEAD, lambda _: inputs.overhead)
    if inputs.uitvoering == "extern":
        entries += _share(entries, VAT, partial(vat_due, inputs))
    years = sorted({entry.calendar_year for entry in entries})
    income = {year: amount for year, amount in zip(years, inputs.subsidies, strict=False) if amount}
    return Ledger(tuple(entries), staff, per_category, income)


def growth(rate: Decimal, term_year: int) -> Decimal:
    """The factor by which a cost has grown in a year of the term; `rate` in percent a year."""
    return (1 + rate / 100) ** term_year


def term_days(inputs: Inputs, first: date | None = None, last: date | None = None) -> tuple[Slice, ...]:
    """The days of the term by year, from `first` up to and including `last` when given."""
    end = min(inputs.end, last + timedelta(days=1)) if last else inputs.end
    return tuple(slices(inputs.startdatum, first or inputs.startdatum, end))


def _staff(inputs: Inputs, post: Post, index: int, trace: Trace) -> Staff:
    suffix = "" if index == 1 else f"_{index}"
    full_time = full_time_cost(post, inputs, suffix, trace)
    name = "Personeel per jaar" if index == 1 else f"Personeel per jaar, post {index}"
    formula = f"{format_number(post.fte / 100, 2)} VTE × {format_euro(full_time)}"
    trace.euro(f"personeel_post_{index}", name, full_time * post.fte / 100, formula)
    return Staff(post, full_time, term_days(inputs, post.in_dienst, post.uit_dienst))


def vat(inputs: Inputs, year: int) -> Dated:
    """The rate in percent on what an external partner invoices in a calendar year: that of the first day in the term.

    A rate that changes during a year counts from the next one (our rule): costs are known by year only.
    """
    return inputs.figure("vat_standard", max(inputs.startdatum, date(year, 1, 1)))


def vat_due(inputs: Inputs, year: int) -> Decimal:
    """The VAT in percent that is reckoned with: `vat`, or nothing for an exempt partner."""
    return vat(inputs, year).value if inputs.btw == "standaard" else Decimal(0)


def _spread(component: str, yearly_cost: Decimal, rate: Decimal, days: Iterable[Slice]) -> list[Entry]:
    return [
        Entry(
            component,
            part.term_year,
            part.calendar_year,
            yearly_cost * growth(rate, part.term_year) * part.days / part.term_days,
        )
        for part in days
    ]


def _share(entries: list[Entry], component: str, rate: Callable[[int], Decimal]) -> list[Entry]:
    """A component that is a share of others; `rate` gives the percent in a calendar year."""
    return [
        Entry(component, one.term_year, one.calendar_year, one.amount * (rate(one.calendar_year) / 100))
        for one in entries
    ]


def growth_formula(rate: Decimal, term_year: int) -> str:
    """How growth is written in a formula: nothing in the first year, then ` × 1,02`, ` × 1,02²`."""
    if term_year == 0 or rate == 0:
        return ""
    power = {1: "", 2: "²", 3: "³"}.get(term_year, f" tot de {term_year}e macht")
    return f" × {format_number(1 + rate / 100)}{power}"


def days_formula(days: Iterable[Slice], term_year: int) -> str | None:
    """How a part of a year is written: nothing for a full year, ` × 184/365 dagen` for a part, None for no days."""
    parts = [part for part in days if part.term_year == term_year]
    if not parts:
        return None
    worked, full = sum(part.days for part in parts), parts[0].term_days
    return "" if worked == full else f" × {worked}/{full} dagen"


def growth_note(inputs: Inputs) -> str:
    """Which prices the amounts are in, and the growth that was reckoned with."""
    return (
        f"Je bedragen gelden als prijzen van het eerste jaar, vanaf {format_date(inputs.startdatum)}. "
        f"Lonen groeien met "
        f"{format_percent(inputs.index_loon)} en werkingskosten met {format_percent(inputs.index_werking)} "
        f"per jaar, telkens op de "
        "verjaardag van de start."
    )
