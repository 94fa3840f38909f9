"""The smallest cells of a budget, which every total is a sum of, and the names of its components."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

PERSONNEL, OVERHEAD, OPERATING, START_UP, VAT = "personeel", "overhead", "werking", "eenmalig", "btw"
SUBSIDY = "subsidie"


def post_line(number: int) -> str:
    """The line of the nth post: `post_1`."""
    return f"post_{number}"


type Place = tuple[int, int]
"""A year of the term (from 0) and a calendar year."""
type Amounts = Mapping[Place, Decimal]
"""What something costs in each year of the term and calendar year, in euro and to the cent."""


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
    """All costs of a budget, by component and line; every total is a sum of these amounts.

    A line is a post (`post_1`), a category of operating costs, or a component that has no more than one.
    """

    cells: Mapping[str, Mapping[str, Amounts]]

    def total(self, *names: str, term_year: int | None = None, calendar_year: int | None = None) -> Decimal:
        """The sum of these components or lines (of all, when none is named), in one year when asked."""
        if len(names) <= 1:
            return self._sums.get((names[0] if names else "", term_year, calendar_year), _NOTHING)
        return sum([self._sums.get((name, term_year, calendar_year), _NOTHING) for name in names], _NOTHING)

    @cached_property
    def calendar_years(self) -> tuple[int, ...]:
        """The calendar years of the term, the earliest first: operating costs are in all of them."""
        lines = self.cells[OPERATING].values()
        return tuple(sorted({year for amounts in lines for _, year in amounts}))

    def by_calendar_year(self, *components: str) -> dict[int, Decimal]:
        """What these components (all, when none is named) cost in each year, without working out any other total."""
        sums = dict.fromkeys(self.calendar_years, _NOTHING)
        for component, lines in self.cells.items():
            if not components or component in components:
                for amounts in lines.values():
                    for (_, year), amount in amounts.items():
                        sums[year] += amount
        return sums

    @cached_property
    def whole(self) -> Decimal:
        """The sum of all, without working out any other total: a variation needs no more."""
        return sum(self.by_component.values(), _NOTHING)

    @cached_property
    def by_component(self) -> Mapping[str, Decimal]:
        """The sum of each component, without working out any other total."""
        return {
            component: sum([amount for amounts in lines.values() for amount in amounts.values()], _NOTHING)
            for component, lines in self.cells.items()
        }

    @cached_property
    def _sums(self) -> dict[tuple[str, int | None, int | None], Decimal]:
        """Totals by component or line, term year and calendar year; an empty name or no year stands for all."""
        named = {line: amounts for lines in self.cells.values() for line, amounts in lines.items()}
        named |= {component: together(lines.values()) for component, lines in self.cells.items()}
        named[""] = together([named[component] for component in self.cells])
        sums: dict[tuple[str, int | None, int | None], Decimal] = {}
        for name, amounts in named.items():
            for (term, year), amount in amounts.items():
                for key in ((name, term, year), (name, term, None), (name, None, year), (name, None, None)):
                    sums[key] = sums[key] + amount if key in sums else amount
        return sums


def together(several: Iterable[Amounts]) -> Amounts:
    """Some amounts added up, in each year of the term and calendar year."""
    sums: dict[Place, Decimal] = {}
    for amounts in several:
        for place, amount in amounts.items():
            sums[place] = sums[place] + amount if place in sums else amount
    return sums


_NOTHING = Decimal(0)
