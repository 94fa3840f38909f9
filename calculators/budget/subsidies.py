"""What subsidies bring in each calendar year: given per year, for a period, as a share of the costs or per result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from calculators.budget.cells import OPERATING, PERSONNEL, SUBSIDY, Costs, Income
from calculators.budget.covered import covered, months_by_year
from calculators.budget.growth import power, times_power
from calculators.budget.inputs import Inputs
from calculators.budget.slices import cached_slices
from calculators.budget.subsidy_inputs import (
    ALL_COSTS,
    COSTS,
    PERIOD,
    RESULT,
    RUNNING_COSTS,
    SHARE,
    STAFF_COSTS,
    Subsidy,
)
from calculators.core.numbers import as_decimal, cents, format_euro, format_number, format_percent, in_parts, rounded
from calculators.core.periods import DateRange
from calculators.core.sums import sums_by

COMPONENTS_OF = {ALL_COSTS: (), STAFF_COSTS: (PERSONNEL,), RUNNING_COSTS: (OPERATING,)}
"""The components that a share of the costs is of; none stands for all."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What one subsidy brings.

    `number` counts the subsidies from 1, `inside` is the part of its period that is in the term, `formula` says where
    the amounts by calendar year come from, `cut` is what its maximum cut off.
    """

    number: int
    inside: DateRange
    formula: str
    amounts: Mapping[int, Decimal]
    cut: Decimal

    @property
    def line(self) -> str:
        """Its line among the income: `subsidie_1`."""
        return f"{SUBSIDY}_{self.number}"

    @property
    def total(self) -> Decimal:
        """All of it, in euro."""
        return sum(self.amounts.values(), Decimal(0))


def per_calendar_year(inputs: Inputs, years: Sequence[int]) -> tuple[Income, ...]:
    """The amounts that the reader gave for each calendar year of the term."""
    pairs = zip(years, inputs.subsidies, strict=False)
    return tuple(Income(SUBSIDY, year, rounded(amount)) for year, amount in pairs if amount)


def granted(inputs: Inputs, costs: Costs) -> tuple[Granted, ...]:
    """What each of the other subsidies brings. None of it counts before or after the term."""
    return tuple(
        _granted(inputs, subsidy, number, costs) for number, subsidy in enumerate(inputs.all_subsidies, start=1)
    )


def _granted(inputs: Inputs, subsidy: Subsidy, number: int, costs: Costs) -> Granted:
    period = subsidy.period(inputs.startdatum, inputs.end)
    inside = subsidy.counted(inputs.startdatum, inputs.end)
    if subsidy.subsidie_soort == SHARE:
        amounts, formula = _share_of_costs(inputs, subsidy, costs)
    elif subsidy.subsidie_soort == PERIOD:
        amounts, formula = _for_a_period(subsidy, period, inside)
    else:
        amounts, formula = _per_year(subsidy, period[0], inside)
    kept = capped(amounts, subsidy.most)
    cut = sum(amounts.values(), Decimal(0)) - sum(kept.values(), Decimal(0))
    if cut:
        formula += f", hoogstens {format_euro(subsidy.most or Decimal(0))}"
    return Granted(number, inside, formula, kept, cut)


def _for_a_period(subsidy: Subsidy, period: DateRange, inside: DateRange) -> tuple[dict[int, Decimal], str]:
    """The amount by its months, of which those in the term count."""
    months = months_by_year(period[0], [inside])
    counted = sum(months.values(), Fraction(0))
    whole = sum(months_by_year(period[0], [period]).values(), Fraction(0))
    amount = Fraction(subsidy.subsidie_bedrag) * counted / whole
    formula = format_euro(subsidy.subsidie_bedrag)
    if counted != whole:
        formula += f" × {_months_text(counted)} / {_months_text(whole)} maanden"
    return spread(amount, months), formula


def _months_text(months: Fraction) -> str:
    """A number of months as a formula writes it: `7`, `(12 + 8/15)`."""
    whole, rest = divmod(months, 1)
    return f"({whole} + {rest})" if rest else str(whole)


def spread(amount: Fraction, weights: Mapping[int, Fraction]) -> dict[int, Decimal]:
    """An amount over years, in the proportion of their weights. It keeps its total to the cent."""
    whole, years = sum(weights.values(), Fraction(0)), sorted(weights)
    return dict(zip(years, in_parts(amount, [weights[year] / whole for year in years]), strict=True))


def capped(amounts: Mapping[int, Decimal], most: Decimal | None) -> dict[int, Decimal]:
    """The amounts per year, the earliest first, cut off where together they reach the most that is paid."""
    if most is None:
        return dict(amounts)
    left, found = rounded(most), {}
    for year in sorted(amounts):
        found[year] = min(amounts[year], left)
        left -= found[year]
    return found


def _per_year(subsidy: Subsidy, first: date, inside: DateRange) -> tuple[dict[int, Decimal], str]:
    """So much in each project year, which grows if it is indexed; of a year that is not full, its months count.

    Project years begin on `first`, and count as far as they are in the term.
    """
    count = 1 if subsidy.subsidie_soort != RESULT else subsidy.subsidie_resultaten or 0
    base = Fraction(subsidy.subsidie_bedrag) * count
    yearly = ("" if count == 1 else f"{format_number(Decimal(count))} × ") + format_euro(subsidy.subsidie_bedrag)
    weights: dict[int, dict[int, Fraction]] = {}
    for part in cached_slices(first, *inside):
        weights.setdefault(part.term_year, {})[part.calendar_year] = part.years
    amounts: list[tuple[int, Decimal]] = []
    formulas = []
    for project_year, of_year in weights.items():
        years = sum(of_year.values(), Fraction(0))
        amounts += spread(base * power(subsidy.subsidie_groei, project_year) * years, of_year).items()
        months = "" if years == 1 else f" × {_months_text(12 * years)}/12"
        formulas.append(yearly + times_power(subsidy.subsidie_groei, project_year) + months)
    return sums_by(amounts), " + ".join(formulas)


def _share_of_costs(inputs: Inputs, subsidy: Subsidy, costs: Costs) -> tuple[dict[int, Decimal], str]:
    """A share of the costs that fall in its period."""
    share = Fraction(subsidy.subsidie_deel) / 100
    amounts = shared_costs(inputs, subsidy, costs)
    found = {year: cents(amount, share) for year, amount in amounts.items()}
    base = sum(amounts.values(), Fraction(0))
    of_what = dict(COSTS)[subsidy.subsidie_kosten].lower()
    return found, f"{format_percent(subsidy.subsidie_deel)} × {format_euro(as_decimal(base))} ({of_what})"


def shared_costs(inputs: Inputs, subsidy: Subsidy, costs: Costs) -> dict[int, Fraction]:
    """The costs that a subsidy for a share of them counts, in euro by calendar year."""
    counted = subsidy.counted(inputs.startdatum, inputs.end)
    return covered(inputs, costs, COMPONENTS_OF[subsidy.subsidie_kosten], counted)
