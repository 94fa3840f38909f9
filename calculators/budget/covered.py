"""What each line costs in a part of the term: of each calendar year, the share of the line's months in that part.

Method page, rule 8.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from calculators.budget.cells import OVERHEAD, PERSONNEL, START_UP, VAT, Costs, post_line
from calculators.budget.inputs import Inputs
from calculators.budget.slices import cached_slices
from calculators.core.periods import DateRange, overlap
from calculators.core.sums import sums_by

type _Place = tuple[str, int]
"""A line and a calendar year."""


def covered(inputs: Inputs, costs: Costs, components: tuple[str, ...], part: DateRange) -> dict[int, Fraction]:
    """What components (all, when none is named) cost in a part of the term, in euro by calendar year.

    Overhead and VAT follow the costs that they are a share of. Assumption of ours: within a calendar year a line costs
    the same in each month in which it runs.
    """
    if part == (inputs.startdatum, inputs.end):
        return {year: Fraction(amount) for year, amount in costs.by_calendar_year(*components).items()}
    component_of = {line: component for component, lines in costs.cells.items() for line in lines}
    amounts = sums_by(
        ((line, year), amount)
        for lines in costs.cells.values()
        for line, places in lines.items()
        for (_, year), amount in places.items()
    )
    found = _direct(inputs, amounts, part)
    _follow(found, amounts, OVERHEAD, [line for line in component_of if component_of[line] == PERSONNEL])
    _follow(found, amounts, VAT, [line for line in component_of if line != VAT and line not in inputs.free_of_vat])
    wanted = (
        (year, cost) for (line, year), cost in found.items() if not components or component_of[line] in components
    )
    return sums_by(wanted)


def months_by_year(counted_from: date, parts: Sequence[DateRange]) -> dict[int, Fraction]:
    """How many months of some date ranges fall in each calendar year, with months as counted from a day."""
    pieces = (piece for first, after in parts for piece in cached_slices(counted_from, first, after))
    return sums_by((piece.calendar_year, piece.months) for piece in pieces)


def month_shares(inputs: Inputs, runs: Sequence[DateRange], part: DateRange) -> dict[int, Fraction]:
    """Which share of the months of some date ranges lies in a part of the term, by calendar year."""
    inside = [both for both in (overlap(run, part) for run in runs) if both[0] < both[1]]
    within, whole = (months_by_year(inputs.startdatum, parts) for parts in (inside, runs))
    return {year: within.get(year, Fraction(0)) / months for year, months in whole.items()}


def _direct(inputs: Inputs, amounts: Mapping[_Place, Decimal], part: DateRange) -> dict[_Place, Fraction]:
    """What each line costs in a part of the term, but those that are a share of others."""
    all_the_time = month_shares(inputs, ((inputs.startdatum, inputs.end),), part)
    shares = {line: all_the_time for line, _ in amounts if line not in (OVERHEAD, VAT)}
    for number, post in inputs.numbered_posts:
        shares[post_line(number)] = month_shares(inputs, inputs.presence(post).filled, part)
    begins = part[0] <= inputs.startdatum < part[1]
    shares[START_UP] = {inputs.startdatum.year: Fraction(begins)}
    return {
        (line, year): Fraction(amount) * shares[line].get(year, Fraction(0))
        for (line, year), amount in amounts.items()
        if line in shares
    }


def _follow(found: dict[_Place, Fraction], amounts: Mapping[_Place, Decimal], line: str, bases: Sequence[str]) -> None:
    """Add what a line that is a share of others costs in the part: the same share of what those cost there."""
    for year in [year for name, year in amounts if name == line]:
        places = [(base, year) for base in bases if (base, year) in amounts]
        whole = sum((amounts[place] for place in places), Decimal(0))
        inside = sum((found[place] for place in places), Fraction(0))
        found[line, year] = Fraction(amounts[line, year]) * inside / Fraction(whole) if whole else Fraction(0)
