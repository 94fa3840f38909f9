"""Sums by key."""

from collections.abc import Hashable, Iterable
from decimal import Decimal
from fractions import Fraction


def sums_by[K: Hashable, N: (Decimal, Fraction)](pairs: Iterable[tuple[K, N]]) -> dict[K, N]:
    """The sum of the amounts of each key, the keys in the order in which they first come."""
    sums: dict[K, N] = {}
    for key, amount in pairs:
        sums[key] = sums[key] + amount if key in sums else amount
    return sums
