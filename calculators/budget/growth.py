"""How a yearly cost grows during a term, as a factor and in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

from calculators.core.numbers import as_decimal, format_exact, format_number, rounded
from calculators.core.periods import Slice, last_not_after


class Growth:
    """What a cost at the prices of its price date is multiplied by in a part of the term."""

    @property
    def days(self) -> frozenset[date]:
        """The days on which it changes, beside those on which a calendar year or a year of the term begins."""
        return frozenset()

    def factor(self, part: Slice) -> Fraction:
        """What the cost is multiplied by."""
        raise NotImplementedError

    def formula(self, part: Slice) -> str:
        """The factor as it is written in a formula: nothing without growth, else ` × 1,02`."""
        raise NotImplementedError

    def faster(self, points: Decimal) -> "Growth":
        """The same with so many percentage points a year more."""
        raise NotImplementedError

    def weights(self, parts: Iterable[Slice]) -> tuple[Fraction, ...]:
        """What a yearly cost is multiplied by in each part of the term: its growth, and the part of a year."""
        return tuple(self.factor(part) * part.years for part in parts)


@dataclass(frozen=True, slots=True)
class YearlyGrowth(Growth):
    """Growth of `rate` percent at each New Year after the year `first` or, without it, at each anniversary.

    `before` counts the anniversaries of the start between the price date and the start, the start itself included.
    """

    rate: Decimal
    first: int | None = None
    before: int = 0

    def steps(self, part: Slice) -> int:
        """How many times a cost has grown in a part of the term; below 0 if that is before the price date."""
        return part.term_year + self.before if self.first is None else part.calendar_year - self.first

    def factor(self, part: Slice) -> Fraction:
        """The growth of one year, raised to the number of steps."""
        return power(self.rate, self.steps(part))

    def formula(self, part: Slice) -> str:
        """As ` × 1,02`, ` × 1,02²`, or ` / 1,02` for a part before the price date."""
        return times_power(self.rate, self.steps(part))

    def faster(self, points: Decimal) -> Growth:
        """The same with a higher rate."""
        return YearlyGrowth(self.rate + points, self.first, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """From `day` on a cost is multiplied by `factor`, which `words` write in a formula (nothing for 1).

    `capped` says that the factor is less than that of the index, as the cap took something off.
    """

    day: date
    factor: Fraction
    words: str = ""
    capped: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # a path makes one and keeps it, and a hash of all steps takes long
class SteppedGrowth(Growth):
    """Growth in steps on given days, the earliest first; the first one also holds for all days before it."""

    changes: tuple[Change, ...]
    since: int
    """The year of the price date, from which growth that is faster is counted."""

    @property
    def days(self) -> frozenset[date]:
        """The days of the steps."""
        return frozenset(change.day for change in self.changes)

    def at(self, day: date) -> Change:
        """The step that holds on a day."""
        return last_not_after(self.changes, day, attrgetter("day"))

    def factor(self, part: Slice) -> Fraction:
        """The factor of the step that holds on the first day."""
        return self.at(part.first).factor

    def formula(self, part: Slice) -> str:
        """The words of that step."""
        words = self.at(part.first).words
        return f" × {words}" if words else ""

    def faster(self, points: Decimal) -> Growth:
        """The same with yearly growth at each New Year on top."""
        return self if not points else CombinedGrowth((self, YearlyGrowth(points, self.since)))


@dataclass(frozen=True, slots=True)
class CombinedGrowth(Growth):
    """Several kinds of growth, multiplied: that of prices first, then what comes on top."""

    kinds: tuple[Growth, ...]

    @property
    def days(self) -> frozenset[date]:
        """The days on which any of the kinds changes."""
        return frozenset().union(*(kind.days for kind in self.kinds))

    def factor(self, part: Slice) -> Fraction:
        """The product of all factors."""
        product = Fraction(1)
        for kind in self.kinds:
            product *= kind.factor(part)
        return product

    def formula(self, part: Slice) -> str:
        """The factors of all kinds, one after another."""
        return "".join(kind.formula(part) for kind in self.kinds)

    def faster(self, points: Decimal) -> Growth:
        """Only the growth of prices, which is the first kind, gets faster."""
        prices, *others = self.kinds
        return CombinedGrowth((prices.faster(points), *others))


def power_text(times: int) -> str:
    """How a power is written after a number: not at all for 1, else `²`, `³`, ` tot de 4e macht`."""
    return {1: "", 2: "²", 3: "³"}.get(times, f" tot de {times}e macht")


def factor_text(factor: Fraction) -> str:
    """A factor with at most eight decimals, by which an amount below a million comes out right to the cent."""
    return format_exact(rounded(as_decimal(factor), 8))


@lru_cache(maxsize=256)
def power(rate: Decimal, steps: int) -> Fraction:
    """What an amount is multiplied by that has grown by `rate` percent a number of times."""
    return (1 + Fraction(rate) / 100) ** steps


def times_power(rate: Decimal, steps: int) -> str:
    """Growth as a factor in a formula: ` × 1,02²`, ` / 1,02` for -1 step, nothing without growth."""
    if steps == 0 or rate == 0:
        return ""
    sign = "×" if steps > 0 else "/"
    return f" {sign} {format_number(1 + rate / 100)}{power_text(abs(steps))}"
