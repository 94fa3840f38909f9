"""Whole amounts that add up: a table rounded so that every sum is the sum of what it shows (controlled rounding)."""

from collections import deque
from collections.abc import Iterable, Sequence
from decimal import Decimal

type _Place = tuple[int, int]


def rounded_table(amounts: Sequence[Sequence[Decimal]]) -> list[list[int]]:
    """Round every amount, to the cent, down or up to a whole one.

    Each is less than one off, and so is the sum of each row and of each column. The sum of all is the nearest whole
    amount, a half upwards. A whole amount stays as it is.

    An extra row and column make every sum whole. Amounts that are not whole are then raised and lowered in turn along a
    closed path through rows and columns, which changes no sum, until one of them is whole; and so on.
    """
    exact = [[int(amount.scaleb(2)) for amount in row] for row in amounts]
    rests = {(i, j): cents % 100 for i, row in enumerate(exact) for j, cents in enumerate(row)}
    rests |= _margins(rests, len(exact), len(exact[0]) if exact else 0)
    while loose := [place for place, rest in rests.items() if rest % 100]:
        _make_whole(rests, _closed_path(loose[-1], loose))  # the sum of all comes last, so it is made whole first
    return [[(cents - cents % 100 + rests[i, j]) // 100 for j, cents in enumerate(row)] for i, row in enumerate(exact)]


def _margins(rests: dict[_Place, int], rows: int, columns: int) -> dict[_Place, int]:
    """An extra column and row, which make every sum whole: what each row and each column lacks.

    In the corner, where these two cross, stands what makes their own sums whole too.
    """
    beside = {(i, columns): -sum(rests[i, j] for j in range(columns)) % 100 for i in range(rows)}
    below = {(rows, j): -sum(rests[i, j] for i in range(rows)) % 100 for j in range(columns)}
    return beside | below | {(rows, columns): -sum(beside.values()) % 100}


def _closed_path(start: _Place, loose: Iterable[_Place]) -> list[_Place]:
    """The fewest places, from `start` on, that change row and column in turn and end in the column of `start`.

    There is always one: every row, every column and every set of them has a whole sum, so that no amount that is not
    whole stands by itself.
    """
    crossing: dict[_Place, list[_Place]] = {}
    for place in loose:
        if place != start:
            crossing.setdefault((0, place[0]), []).append(place)
            crossing.setdefault((1, place[1]), []).append(place)
    origin, goal = (0, start[0]), (1, start[1])
    paths, waiting = {origin: [start]}, deque([origin])
    while goal not in paths:
        line = waiting.popleft()
        for place in crossing[line]:
            following = 1 - line[0], place[1 - line[0]]
            if following not in paths:
                paths[following] = [*paths[line], place]
                waiting.append(following)
    return paths[goal]


def _make_whole(rests: dict[_Place, int], path: Sequence[_Place]) -> None:
    """Raise and lower the places in turn, the first to its nearest whole amount, as far as one of them gets whole."""
    raised, lowered = path[::2], path[1::2]
    if rests[path[0]] < 50:
        raised, lowered = lowered, raised
    step = min(*(100 - rests[place] for place in raised), *(rests[place] for place in lowered))
    for place in raised:
        rests[place] += step
    for place in lowered:
        rests[place] -= step
