"""The smallest cells of a budget, which every total is a sum of, and the names of its components."""

from dataclasses import dataclass
from decimal import Decimal

PERSONNEL, OVERHEAD, OPERATING, START_UP, VAT = "personeel", "overhead", "werking", "eenmalig", "btw"
SUBSIDY = "subsidie"


@dataclass(frozen=True, slots=True)
class Entry:
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
