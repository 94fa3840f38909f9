"""Whole amounts that add up: a table rounded so that every sum is the sum of what it shows (controlled rounding)."""

from collections.abc import Sequence
from decimal import Decimal

type _Place = tuple[int, int]


def rounded_table(amounts: Sequence[Sequence[Decimal]]) -> list[list[int]]:
    """Round every amount, to the cent, down or up to a whole one.

    Each is less than one off, and so is the sum of each row, of each column and of all. A whole amount stays as it is.

    A row and a column more make every sum whole. Amounts that are not whole are then raised and lowered in turn along a
    closed path through rows and columns, which changes no sum, until one of them is whole; and so on.
    """
    exact = [[int(amount.scaleb(2)) for amount in row] for row in amounts]
    rests = {(i, j): cents % 100 for i, row in enumerate(exact) for j, cents in enumerate(row)}
    rests |= _margins(rests, len(exact), len(exact[0]) if exact else 0)
    while loose := sorted(place for place, rest in rests.items() if rest % 100):
        _settle(rests, _closed_path(loose))
    return [[(cents - cents % 100 + rests[i, j]) // 100 for j, cents in enumerate(row)] for i, row in enumerate(exact)]


def _margins(rests: dict[_Place, int], rows: int, columns: int) -> dict[_Place, int]:
    """What each row, each column and all of them lack to a whole amount, in a column and a row of their own."""
    beside = {(i, columns): -sum(rests[i, j] for j in range(columns)) % 100 for i in range(rows)}
    below = {(rows, j): -sum(rests[i, j] for i in range(rows)) % 100 for j in range(columns)}
    return beside | below | {(rows, columns): -sum(beside.values()) % 100}


def _closed_path(loose: Sequence[_Place]) -> list[_Place]:
    """Places that change row and column in turn and end where they began.

    No row or column has a single place that is not whole, as its sum is: there is always a next one.
    """
    lines, path = [(0, loose[0][0])], list[_Place]()
    while True:
        axis, line = lines[-1]
        path.append(next(place for place in loose if place[axis] == line and place not in path[-1:]))
        crossing = 1 - axis, path[-1][1 - axis]
        if crossing in lines:
            return path[lines.index(crossing) :]
        lines.append(crossing)


def _settle(rests: dict[_Place, int], path: Sequence[_Place]) -> None:
    """Raise and lower the places in turn by as little as makes one of them whole."""
    odd, even = path[::2], path[1::2]
    up = min(*(100 - rests[place] for place in odd), *(rests[place] for place in even))
    down = min(*(rests[place] for place in odd), *(100 - rests[place] for place in even))
    step = up if up <= down else -down
    for place in odd:
        rests[place] += step
    for place in even:
        rests[place] -= step
