"""Lines of a budget that come back each year: what a full year costs, and how that runs through the term."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

from calculators.budget.cells import Amounts, Place
from calculators.budget.growth import Growth
from calculators.core.numbers import cents
from calculators.core.periods import Slice
from calculators.core.sums import sums_by


@dataclass(frozen=True)
class Course:
    """How a yearly cost runs through the term: when it is there, how it grows, which share counts a year later.

    Lines of the same course share one, so that its weights are worked out once.
    """

    growth: Growth
    parts: tuple[Slice, ...]
    paid_later: Fraction = Fraction(0)
    """The share of it that counts a calendar year later."""

    @cached_property
    def weights(self) -> tuple[Fraction, ...]:
        """What a yearly amount is multiplied by in each part."""
        return self.growth.weights(self.parts)

    @cached_property
    def whole(self) -> Fraction:
        """What a yearly amount is multiplied by over the whole term."""
        return sum(self.weights, Fraction(0))

    @cached_property
    def years(self) -> Mapping[Place, Fraction]:
        """The weight in each year of the term and calendar year, as it counts there; a year may have several parts."""
        pairs = zip(self.parts, self.weights, strict=True)
        found = sums_by(((part.term_year, part.calendar_year), weight) for part, weight in pairs)
        return moved(found, self.paid_later) if self.paid_later else found

    def amounts(self, yearly: Fraction) -> Amounts:
        """What a cost that runs so comes to: the yearly amount × its weight in each place, rounded once."""
        return {place: cents(yearly, weight) for place, weight in self.years.items()}

    @cached_property
    def factors(self) -> tuple[str, ...]:
        """The weight of each part as it is written in a formula, after a yearly amount: ` × 1,02 × 10/12`."""
        return tuple(f"{self.growth.formula(part)}{_months_formula(part)}" for part in self.parts)

    def weight(self, term_year: int) -> Fraction:
        """The weight of what is worked in a year of the term, whenever that counts."""
        pairs = zip(self.parts, self.weights, strict=True)
        return sum((weight for part, weight in pairs if part.term_year == term_year), Fraction(0))

    def weight_counted(self, term_year: int) -> Fraction:
        """The weight of what counts in a year of the term, whenever that was worked."""
        return sum((weight for (year, _), weight in self.years.items() if year == term_year), Fraction(0))

    @cached_property
    def _faster(self) -> dict[Decimal, "Course"]:
        return {}

    def faster(self, points: Decimal) -> "Course":
        """The same with growth that is `points` percentage points a year faster."""
        if points not in self._faster:
            self._faster[points] = Course(self.growth.faster(points), self.parts, self.paid_later)
        return self._faster[points]


@lru_cache(maxsize=256)
def course(growth: Growth, parts: tuple[Slice, ...], paid_later: Fraction = Fraction(0)) -> Course:
    """A course, kept for next time: as readers change one input at a time, the same few come back."""
    return Course(growth, parts, paid_later)


def moved(weights: Mapping[Place, Fraction], share: Fraction) -> dict[Place, Fraction]:
    """The weights of each year of the term and calendar year, when a share of them counts a calendar year later.

    It counts in the first year of the term that is there then; what is left at the end counts in the last one.
    """
    found = {key: weight * (1 - share) for key, weight in weights.items()}
    first_of = {key[1]: key for key in sorted(weights, reverse=True)}  # the earliest of a calendar year stays
    last = max(weights, default=None)
    for (_, year), weight in weights.items():
        key = first_of.get(year + 1, last)
        assert key is not None
        found[key] += weight * share
    return found


@dataclass(frozen=True)
class YearlyCost:
    """A line that comes back: what a full year of it costs at the prices of the first, and how it runs."""

    component: str
    line: str
    amount: Fraction
    course: Course

    @cached_property
    def amounts(self) -> Amounts:
        """What it costs in each year of the term and calendar year."""
        return self.course.amounts(self.amount)


def _months_formula(part: Slice) -> str:
    """Nothing for a full year, ` × 10/12` for whole months, ` × (3 + 16/31)/12` with days of a month."""
    if part.whole == 12:
        return ""
    pieces = [str(part.whole)] if part.whole or not part.parts else []
    pieces += [f"{days}/{length}" for days, length in part.parts]
    months = f"({' + '.join(pieces)})" if part.parts else pieces[0]
    return f" × {months}/12"
