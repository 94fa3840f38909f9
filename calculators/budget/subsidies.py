"""What subsidies bring in each calendar year: given per year, for a period, as a share of the costs or per result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from calculators.budget.cells import OPERATING, PERSONNEL, SUBSIDY, Income
from calculators.budget.inputs import Inputs
from calculators.budget.stretches import stretches
from calculators.budget.subsidy_inputs import (
    ALL_COSTS,
    COSTS,
    PERIOD,
    RUNNING_COSTS,
    SHARE,
    STAFF_COSTS,
    Subsidy,
)
from calculators.core.numbers import as_decimal, cents, format_euro, format_number, format_percent, in_parts, rounded

type Costs = Callable[[tuple[str, ...], int], Decimal]
"""What components (all, when none is named) cost in a calendar year."""

COMPONENTS_OF = {ALL_COSTS: (), STAFF_COSTS: (PERSONNEL,), RUNNING_COSTS: (OPERATING,)}
"""The components that a share of the costs is of; none stands for all."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What one subsidy brings.

    `line` is its key, `formula` says where the amounts by calendar year come from, `cut` is what its maximum cut off.
    """

    line: str
    formula: str
    amounts: Mapping[int, Decimal]
    cut: Decimal

    @property
    def total(self) -> Decimal:
        """All of it, in euro."""
        return sum(self.amounts.values(), Decimal(0))


def per_calendar_year(inputs: Inputs, years: tuple[int, ...]) -> tuple[Income, ...]:
    """The amounts that the reader gave for each calendar year of the term."""
    pairs = zip(years, inputs.subsidies, strict=False)
    return tuple(Income(SUBSIDY, year, rounded(amount)) for year, amount in pairs if amount)


def granted(inputs: Inputs, costs: Costs) -> tuple[Granted, ...]:
    """What each of the other subsidies brings. None of it counts before or after the term."""
    return tuple(
        _granted(inputs, subsidy, number, costs) for number, subsidy in enumerate(inputs.all_subsidies, start=1)
    )


def _granted(inputs: Inputs, subsidy: Subsidy, number: int, costs: Costs) -> Granted:
    first, after = subsidy.period(inputs.startdatum, inputs.end)
    if subsidy.subsidie_soort == SHARE:
        amounts, formula = _share_of_costs(inputs, subsidy, first, after, costs)
    elif subsidy.subsidie_soort == PERIOD:
        months = _months(slices_of=first, first=first, after=after)
        amounts = spread(Fraction(subsidy.subsidie_bedrag), months)
        formula = format_euro(subsidy.subsidie_bedrag)
    else:
        amounts, formula = _per_year(subsidy, first, after)
    kept = capped(amounts, subsidy.most)
    cut = sum(amounts.values(), Decimal(0)) - sum(kept.values(), Decimal(0))
    if cut:
        formula += f", hoogstens {format_euro(subsidy.most or Decimal(0))}"
    return Granted(f"{SUBSIDY}_{number}", formula, kept, cut)


def spread(amount: Fraction, weights: Mapping[int, Fraction]) -> dict[int, Decimal]:
    """An amount over years, in the proportion of their weights. It keeps its total to the cent."""
    whole, years = sum(weights.values(), Fraction(0)), sorted(weights)
    return dict(zip(years, in_parts(amount, [weights[year] / whole for year in years]), strict=True))


def capped(amounts: Mapping[int, Decimal], most: Decimal | None) -> dict[int, Decimal]:
    """The amounts of years, until together they are the most that is paid."""
    if most is None:
        return dict(amounts)
    left, found = rounded(most), {}
    for year in sorted(amounts):
        found[year] = min(amounts[year], left)
        left -= found[year]
    return found


def _months(slices_of: date, first: date, after: date) -> dict[int, Fraction]:
    """How many months of a stretch fall in each calendar year, with months as counted from a day."""
    found: dict[int, Fraction] = {}
    for part in stretches(slices_of, first, after):
        found[part.calendar_year] = found.get(part.calendar_year, Fraction(0)) + part.months
    return found


def _per_year(subsidy: Subsidy, first: date, after: date) -> tuple[dict[int, Decimal], str]:
    """So much in each project year, which grows if it is indexed; of a year that is not full, its months count."""
    count = 1 if subsidy.subsidie_soort != "resultaat" else subsidy.subsidie_resultaten or 0
    base = Fraction(subsidy.subsidie_bedrag) * count
    rate = 1 + Fraction(subsidy.subsidie_groei) / 100
    weights: dict[int, dict[int, Fraction]] = {}
    for part in stretches(first, first, after):
        of_year = weights.setdefault(part.term_year, {})
        of_year[part.calendar_year] = of_year.get(part.calendar_year, Fraction(0)) + part.years
    found: dict[int, Decimal] = {}
    formulas = []
    for index, of_year in weights.items():
        length = sum(of_year.values(), Fraction(0))
        amount = base * rate**index * length
        for year, part_of_it in spread(amount, of_year).items():
            found[year] = found.get(year, Decimal(0)) + part_of_it
        formulas.append(format_euro(cents(amount)))
    start = f"{format_number(Decimal(count))} × {format_euro(subsidy.subsidie_bedrag)} per jaar: " if count != 1 else ""
    return found, start + " + ".join(formulas)


def _share_of_costs(
    inputs: Inputs, subsidy: Subsidy, first: date, after: date, costs: Costs
) -> tuple[dict[int, Decimal], str]:
    """A share of the costs of each calendar year, for the months of it that the subsidy covers.

    Assumption of ours: the costs of a calendar year come evenly over its months within the term.
    """
    names = COMPONENTS_OF[subsidy.subsidie_kosten]
    share = Fraction(subsidy.subsidie_deel) / 100
    found: dict[int, Decimal] = {}
    base = Fraction(0)
    for year, part in covered(inputs, first, after).items():
        amount = Fraction(costs(names, year)) * part
        base += amount
        found[year] = cents(amount, share)
    of_what = dict(COSTS)[subsidy.subsidie_kosten].lower()
    return found, f"{format_percent(subsidy.subsidie_deel)} × {format_euro(as_decimal(base))} ({of_what})"


def covered(inputs: Inputs, first: date, after: date) -> dict[int, Fraction]:
    """Which part of the term's months in each calendar year lies from `first` up to (not including) `after`."""
    start = inputs.startdatum
    whole = _months(start, start, inputs.end)
    return {year: months / whole[year] for year, months in _months(start, first, after).items()}
