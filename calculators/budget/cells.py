"""The smallest cells of a budget, which every total is a sum of, and the names of its components."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

PERSONNEL, OVERHEAD, OPERATING, START_UP, VAT = "personeel", "overhead", "werking", "eenmalig", "btw"
SUBSIDY = "subsidie"


def post_line(number: int) -> str:
    """The line of the nth post: `post_1`."""
    return f"post_{number}"


class Entry(NamedTuple):
    """What one line costs in one year of the term (from 0) and one calendar year, in euro and to the cent.

    A line is a post (`post_1`), a category of operating costs, or a component that has no more than one.
    """

    component: str
    line: str
    term_year: int
    calendar_year: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Income:
    """What one line of income brings in a calendar year, in euro and to the cent.

    A line is `subsidie`, the amounts given per calendar year, or one of the others: `subsidie_1`.
    """

    line: str
    calendar_year: int
    amount: Decimal


@dataclass(frozen=True)
class Costs:
    """All entries of a budget; every total is a sum of them."""

    entries: tuple[Entry, ...]

    def total(self, *names: str, term_year: int | None = None, calendar_year: int | None = None) -> Decimal:
        """The sum of these components or lines (of all, when none is named), in one year when asked."""
        if len(names) <= 1:
            return self._sums.get((names[0] if names else "", term_year, calendar_year), _NOTHING)
        return sum([self._sums.get((name, term_year, calendar_year), _NOTHING) for name in names], _NOTHING)

    @cached_property
    def whole(self) -> Decimal:
        """The sum of all entries, without working out any other total: a variation needs no more."""
        return sum((entry.amount for entry in self.entries), _NOTHING)

    @cached_property
    def _sums(self) -> dict[tuple[str, int | None, int | None], Decimal]:
        """Totals by component or line, term year and calendar year; an empty name or no year stands for all."""
        sums: dict[tuple[str, int | None, int | None], Decimal] = {}
        for component, line, term_year, calendar_year, amount in self.entries:
            for name in {"", component, line}:
                for term in (None, term_year):
                    for year in (None, calendar_year):
                        key = name, term, year
                        sums[key] = sums[key] + amount if key in sums else amount
        return sums


_NOTHING = Decimal(0)
