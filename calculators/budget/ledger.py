"""The ledger of an appointment: every amount rounded once, in the smallest cell that any total is made of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, partial
from typing import Any

from calculators.budget.cells import (
    OPERATING,
    OVERHEAD,
    PERSONNEL,
    START_UP,
    VAT,
    Amounts,
    Costs,
    Income,
    post_line,
    together,
)
from calculators.budget.inputs import Inputs, suffixed
from calculators.budget.invoice import CHARGED
from calculators.budget.operating import CATEGORIES, yearly
from calculators.budget.posts import Post
from calculators.budget.slices import parts_of, term_parts
from calculators.budget.subsidies import Granted, granted, per_calendar_year
from calculators.budget.wage_growth import cost_growth, wage_growth
from calculators.budget.wages import full_time_cost, paid_later_share, yearly_wage
from calculators.budget.yearly_cost import Course, YearlyCost, course
from calculators.core.delivery import Delivery
from calculators.core.numbers import as_decimal, cents, format_euro, format_exact, format_number, rounded
from calculators.core.parameters import Dated
from calculators.core.periods import Slice
from calculators.core.results import Trace
from calculators.core.sums import sums_by

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Staff:
    """A post with its full-time cost, in euro a year at the prices of the first year, and what it costs.

    `yearly_formula` writes what a full year costs: `0,80 VTE × € 61.400,00`.
    """

    post: Post
    full_time: Fraction
    yearly_formula: str
    cost: YearlyCost


@dataclass(frozen=True)
class Ledger(Costs):
    """All costs of a budget, with the yearly amounts they come from.

    `given` is the income that the reader gave per calendar year, `granted` are the other subsidies, `categories` are
    the operating costs, `term` is the whole term in parts.
    """

    given: tuple[Income, ...]
    granted: tuple[Granted, ...]
    staff: tuple[Staff, ...]
    categories: tuple[YearlyCost, ...]
    term: tuple[Slice, ...]

    @cached_property
    def income(self) -> tuple[Income, ...]:
        """All income, each line in each calendar year."""
        others = [
            Income(subsidy.line, year, amount) for subsidy in self.granted for year, amount in subsidy.amounts.items()
        ]
        return (*self.given, *(income for income in others if income.amount))

    def received(self, calendar_year: int | None = None) -> Decimal:
        """All income, in one calendar year when asked."""
        if calendar_year is None:
            return sum(self._received.values(), _NOTHING)
        return self._received.get(calendar_year, _NOTHING)

    @cached_property
    def _received(self) -> Mapping[int, Decimal]:
        return sums_by((income.calendar_year, income.amount) for income in self.income)

    def per_year(self, *names: str) -> tuple[Decimal, ...]:
        """What these components or lines (all, when none is named) cost in each calendar year."""
        return tuple([self.total(*names, calendar_year=year) for year in self.calendar_years])

    @cached_property
    def income_per_year(self) -> tuple[Decimal, ...]:
        """All income in each calendar year."""
        return tuple(map(self.received, self.calendar_years))

    @cached_property
    def net_per_year(self) -> tuple[Decimal, ...]:
        """What each calendar year costs beyond its income."""
        pairs = zip(self.per_year(), self.income_per_year, strict=True)
        return tuple(spent - received for spent, received in pairs)

    @property
    def without_vat(self) -> Decimal:
        """All costs over the term without VAT, as public contracts and the limit for a visum count."""
        return self.total() - self.total(VAT)

    @property
    def operating_year(self) -> Decimal:
        """Operating costs in a full year, at the prices of the first: the sum of the categories, each to the cent."""
        return sum((cents(category.amount) for category in self.categories), _NOTHING)

    @cached_property
    def fte_years(self) -> Fraction:
        """The full-time years worked over the term: 80 % during three years is 2,4."""
        worked = ((staff.post.together, part) for staff in self.staff for part in staff.cost.course.parts)
        return sum((Fraction(fte / 100) * part.years for fte, part in worked), Fraction(0))

    def worked(self, term_year: int) -> tuple[Slice, ...]:
        """The parts of a year of the term in which somebody works, for each post."""
        return tuple(part for staff in self.staff for part in staff.cost.course.parts if part.term_year == term_year)

    @cached_property
    def components(self) -> tuple[str, ...]:
        """The components that cost anything, personnel first."""
        return tuple(name for name in (PERSONNEL, OVERHEAD, OPERATING, START_UP, VAT) if self.total(name))

    @cached_property
    def term_years(self) -> tuple[int, ...]:
        """The years of the term, from 0."""
        return tuple(sorted({part.term_year for part in self.term}))


@dataclass(frozen=True, slots=True)
class Variation:
    """A change to what the reader filled in.

    Growth is `points` percentage points a year faster; wages are multiplied by `wages`, and the lines in `lines` by the
    number there instead.
    """

    points: Decimal = _NOTHING
    wages: Fraction = Fraction(1)
    lines: Mapping[str, Fraction] = field(default_factory=dict)

    def of(self, cost: YearlyCost, times: Fraction = Fraction(1)) -> Amounts:
        """What a cost comes to with this change applied to it."""
        times = self.lines.get(cost.line, times)
        if not self.points and times == 1:
            return cost.amounts
        runs = cost.course.faster(self.points) if self.points else cost.course
        return runs.amounts(cost.amount * times)


def ledger_of(inputs: Inputs, trace: Trace) -> Ledger:
    """Work out every amount, as the method page says."""
    term = term_parts(inputs)
    staff = tuple(_staff(inputs, post, number, trace) for number, post in inputs.numbered_posts)
    categories = _categories(inputs, term, trace)
    wages = {person.cost.line: person.cost.amounts for person in staff}
    costs = _costs(inputs, wages, {cost.line: cost.amounts for cost in categories})
    given = per_calendar_year(inputs, sorted({part.calendar_year for part in term}))
    return Ledger(costs.cells, given, granted(inputs, costs), staff, categories, term)


def spent(inputs: Inputs, ledger: Ledger, **changes: Any) -> Costs:
    """The costs of the inputs that a ledger is of, when some of their days are others.

    Subsidies, whose days need not fit another term, are left out. Raises `InputErrors` for what does not go together.
    """
    changed = replace(inputs, subsidies_aantal=0, bepaalde_subsidies=(), **changes)
    wages = [_wage(changed, post, number, yearly_wage(post, changed)) for number, post in changed.numbered_posts]
    runs = course(cost_growth(changed), term_parts(changed))
    operating = {cost.line: runs.amounts(cost.amount) for cost in ledger.categories}
    return _costs(changed, {wage.line: wage.amounts for wage in wages}, operating)


def varied(inputs: Inputs, ledger: Ledger, variation: Variation) -> Costs:
    """The costs of the inputs that a ledger is of, when something differs."""
    wages = {staff.cost.line: variation.of(staff.cost, variation.wages) for staff in ledger.staff}
    return _costs(inputs, wages, {cost.line: variation.of(cost) for cost in ledger.categories})


def _costs(inputs: Inputs, wages: Mapping[str, Amounts], operating: Mapping[str, Amounts]) -> Costs:
    """Every cost in its cells, from wages and operating costs by line.

    Assumption of ours: overhead is a share of personnel, and VAT is due on all that an external partner invoices, but
    for the categories that the reader takes out.
    """
    cells: dict[str, Mapping[str, Amounts]] = {
        PERSONNEL: wages,
        OPERATING: operating,
        START_UP: {START_UP: {(0, inputs.startdatum.year): rounded(inputs.eenmalig)}},
    }
    if inputs.uitvoering != Delivery.OWN:
        cells[OVERHEAD] = {OVERHEAD: _share(wages.values(), lambda _: inputs.overhead)}
    if inputs.uitvoering == Delivery.EXTERNAL:
        free = inputs.free_of_vat
        taxed = [amounts for lines in cells.values() for line, amounts in lines.items() if line not in free]
        cells[VAT] = {VAT: _share(taxed, partial(vat_due, inputs))}
    return Costs(cells)


def _employment_formula(post: Post) -> str:
    """How much a post works, as it is written in a formula: `0,80 VTE`, and `3 × 0,825 VTE` for three equal ones.

    All decimals are there, two at least: with fewer the formula would not give its amount.
    """
    share = post.fte / 100
    text = f"{format_number(share, 2) if share == rounded(share) else format_exact(share)} VTE"
    return text if post.aantal == 1 else f"{post.aantal} × {text}"


def _staff(inputs: Inputs, post: Post, number: int, trace: Trace) -> Staff:
    full_time = full_time_cost(post, inputs, suffixed("", number), trace)
    cost = _wage(inputs, post, number, full_time)
    name = "Personeel per jaar" if number == 1 else f"Personeel per jaar, post {number}"
    yearly_formula = f"{_employment_formula(post)} × {format_euro(as_decimal(full_time))}"
    trace.euro(f"personeel_{cost.line}", name, as_decimal(cost.amount), yearly_formula)
    if gap := inputs.presence(post).gap:
        grows = cost.course.growth
        vacant = course(grows, parts_of(inputs, *gap, grows.days))
        _saved(number, vacant, cost.amount, yearly_formula, trace)
    return Staff(post, full_time, yearly_formula, cost)


def _wage(inputs: Inputs, post: Post, number: int, full_time: Fraction) -> YearlyCost:
    """What a post costs, if a full-time year costs so much."""
    grows = wage_growth(inputs, post)
    parts = [part for period in inputs.presence(post).filled for part in parts_of(inputs, *period, grows.days)]
    runs = course(grows, tuple(parts), paid_later_share(post, full_time))
    return YearlyCost(PERSONNEL, post_line(number), full_time * Fraction(post.together / 100), runs)


def _saved(number: int, vacant: Course, yearly: Fraction, yearly_formula: str, trace: Trace) -> None:
    """What a post would have cost in the months that nobody fills it."""
    amount = sum(vacant.amounts(yearly).values(), _NOTHING)
    formula = " + ".join(f"{yearly_formula}{factors}" for factors in vacant.factors)
    trace.euro(f"vacant_{post_line(number)}", f"Loonkost die wegvalt: post {number} is niet ingevuld", amount, formula)


def _categories(inputs: Inputs, term: tuple[Slice, ...], trace: Trace) -> tuple[YearlyCost, ...]:
    runs = course(cost_growth(inputs), term)
    amounts = yearly(inputs, trace)
    return tuple(YearlyCost(OPERATING, name, Fraction(amounts[name]), runs) for name in CATEGORIES)


def vat(inputs: Inputs, year: int) -> Dated:
    """The rate in percent on what an external partner invoices in a calendar year: that of the first day in the term.

    A rate that changes during a year counts from the next one (our rule): costs are known by year only.
    """
    return inputs.figure("vat_standard", max(inputs.startdatum, date(year, 1, 1)))


def vat_due(inputs: Inputs, year: int) -> Decimal:
    """The VAT in percent that is reckoned with: `vat`, or nothing for an exempt partner."""
    return vat(inputs, year).value if inputs.btw == CHARGED else Decimal(0)


def _share(bases: Iterable[Amounts], rate: Callable[[int], Decimal]) -> Amounts:
    """What a share of others costs wherever these cost anything; `rate` gives the percent in a calendar year."""
    base = together(bases)
    rates = {year: rate(year) for year in {year for _, year in base}}
    return {place: rounded(amount * rates[place[1]] / 100) for place, amount in base.items()}
