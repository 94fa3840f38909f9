"""What limits the number of trajectories in a year: research, hours, places and the reader's own share."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculators.core.numbers import format_number, format_percent, rounded
from calculators.core.sentences import counted
from calculators.trajectories.inputs import Inputs

CEILING, CAPACITY, PLACES, OWN = "plafond", "capaciteit", "plaatsen", "eigen aandeel"
LABELS = {CEILING: "Hoogste aantal in het onderzoek", CAPACITY: "Uren", PLACES: "Vrije plaatsen", OWN: "Eigen aandeel"}
"""How readers see each limit, by the name that programs know it by."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A number as a fraction, so that it is divided only once, after multiplying: that stays exact."""

    numerator: Decimal
    denominator: Decimal
    formula: str

    @property
    def value(self) -> Decimal:
        """The number, unrounded."""
        return self.times(Decimal(1))

    def times(self, numerator: Decimal, denominator: Decimal = Decimal(1)) -> Decimal:
        """The number multiplied by another fraction, unrounded."""
        return self.numerator * numerator / (self.denominator * denominator)


@dataclass(frozen=True, slots=True)
class Limit(Ratio):
    """A number of trajectories that cannot be passed; `name` says why: see `LABELS`."""

    name: str

    @property
    def label(self) -> str:
        """How readers see this limit, at the start of a line."""
        return LABELS[self.name]


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or the part of it in which trajectories can start: its months of work and its free places, if known."""

    months: Decimal
    places: Decimal | None


def first_year(inputs: Inputs) -> Period:
    """The first year, without its set-up months; a term shorter than a year counts for its part."""
    part = inputs.first_months
    months = max(Decimal(0), inputs.maanden * part / 12 - inputs.opstart_maanden)
    return Period(months, None if inputs.vrije_plaatsen is None else Decimal(inputs.vrije_plaatsen * part) / 12)


def full_year(inputs: Inputs) -> Period:
    """A full year: all its months of work and all free places, without months of set-up."""
    return Period(inputs.maanden, None if inputs.vrije_plaatsen is None else Decimal(inputs.vrije_plaatsen))


def limits(inputs: Inputs, period: Period) -> tuple[Limit, ...]:
    """The ceiling, the hours and, if the reader gave them, the places and their own share of the ceiling."""
    return (ceiling(inputs, period), capacity(inputs, period), *_given(inputs, period))


def smallest(several: tuple[Limit, ...]) -> Limit:
    """The limit that binds: the smallest, and of equal ones the first."""
    return min(several, key=lambda limit: limit.value)


def ceiling(inputs: Inputs, period: Period) -> Limit:
    """The research ceiling of trajectories to start (instrument S6A.13), scaled."""
    top = scaled(inputs, period, inputs.figure("ceiling_started").value)
    return Limit(top.numerator, top.denominator, top.formula, CEILING)


def scaled(inputs: Inputs, period: Period, most: Decimal) -> Ratio:
    """The part of `most`, a full-timer's number a year, for this employment and period; a linear scale is our rule."""
    formula = f"{format_number(most)} × {format_percent(inputs.fte)} × {short(period.months)} / 12 maanden"
    return Ratio(most * inputs.fte * period.months, Decimal(1200), formula)


def hours(inputs: Inputs, period: Period) -> Ratio:
    """Hours for individual referral: hours a week × weeks × employment × months × share of the time (our rule)."""
    numerator = inputs.uren_per_week * inputs.weken_per_jaar * inputs.fte * period.months * inputs.aandeel_toeleiding
    weeks = counted(format_number(inputs.weken_per_jaar), "week", "weken")
    formula = (
        f"{format_number(inputs.uren_per_week)} uren × {weeks} × {format_percent(inputs.fte)} × "
        f"{short(period.months)} / 12 maanden × {format_percent(inputs.aandeel_toeleiding)}"
    )
    return Ratio(numerator, Decimal(120000), formula)  # 100 % × 100 % × 12 months


def capacity(inputs: Inputs, period: Period) -> Limit:
    """How many trajectories fit in the hours for individual referral (our rule)."""
    time = hours(inputs, period)
    each = counted(format_number(inputs.uren_per_traject), "uur", "uren")
    formula = f"{counted(short(time.value), 'uur', 'uren')} / {each} per traject"
    return Limit(time.numerator, time.denominator * inputs.uren_per_traject, formula, CAPACITY)


def _given(inputs: Inputs, period: Period) -> Iterator[Limit]:
    """The limits that only count once the reader gave them."""
    if period.places is not None:
        yield Limit(period.places, Decimal(1), f"{short(period.places)} plaatsen", PLACES)
    if inputs.eigen_aandeel is not None:
        top = ceiling(inputs, period)
        formula = f"{format_percent(inputs.eigen_aandeel)} van {short(top.value)}"
        yield Limit(top.numerator * inputs.eigen_aandeel, top.denominator * 100, formula, OWN)


def short(value: Decimal) -> str:
    """A count with at most one decimal: `64`, `37,3`."""
    return format_number(value, None if value == rounded(value, 1) else 1)
