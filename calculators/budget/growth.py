"""How a yearly cost grows during a term, as a factor and in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from calculators.budget.inputs import BY_CALENDAR_YEAR, Inputs
from calculators.core.numbers import format_number, format_percent
from calculators.core.periods import Slice, format_date


@dataclass(frozen=True, slots=True)
class Growth:
    """By `rate` percent a year: at each New Year after the `first` calendar year or, without that, each anniversary."""

    rate: Decimal
    first: int | None = None

    def steps(self, part: Slice) -> int:
        """How many times a cost has grown in a part of the term."""
        return part.term_year if self.first is None else part.calendar_year - self.first

    def factor(self, part: Slice) -> Fraction:
        """What a cost at the prices of the first year is multiplied by."""
        return _power(self.rate, self.steps(part))

    def weights(self, parts: Iterable[Slice]) -> tuple[Fraction, ...]:
        """What a yearly cost is multiplied by in each part of the term: its growth, and the part of a year."""
        return tuple(self.factor(part) * part.years for part in parts)

    def formula(self, part: Slice) -> str:
        """The factor as it is written in a formula: nothing without growth, then ` × 1,02`, ` × 1,02²`."""
        steps = self.steps(part)
        if steps == 0 or self.rate == 0:
            return ""
        power = {1: "", 2: "²", 3: "³"}.get(steps, f" tot de {steps}e macht")
        return f" × {format_number(1 + self.rate / 100)}{power}"


@lru_cache(maxsize=256)
def _power(rate: Decimal, steps: int) -> Fraction:
    return (1 + Fraction(rate) / 100) ** steps


def growth(inputs: Inputs, rate: Decimal) -> Growth:
    """Growth by `rate` at the moment that the reader chose."""
    return Growth(rate, inputs.startdatum.year if inputs.groei_wijze == BY_CALENDAR_YEAR else None)


def growth_moment(inputs: Inputs) -> str:
    """When costs grow, in words."""
    return "op 1 januari" if inputs.groei_wijze == BY_CALENDAR_YEAR else "op de verjaardag van de start"


def growth_note(inputs: Inputs) -> str:
    """Which prices the amounts are in, and the growth that was reckoned with."""
    start = inputs.startdatum
    by_year = inputs.groei_wijze == BY_CALENDAR_YEAR
    prices = f"{start.year}" if by_year else f"het eerste jaar, vanaf {format_date(start)}"
    return (
        f"Je bedragen gelden als prijzen van {prices}. Lonen groeien met {format_percent(inputs.index_loon)} en "
        f"werkingskosten met {format_percent(inputs.index_werking)} per jaar, telkens {growth_moment(inputs)}."
    )
