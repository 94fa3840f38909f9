"""Tables of what was measured, and whether the bars are met."""

import math
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from browser.bench.visits import BARE, MACHINES, OURS, PAGES, QUICK, SLOW, STOCK, Visit

TIMES: dict[str, dict[bool, float]] = {QUICK: {False: 4.5, True: 6}, SLOW: {False: 5, True: 9}}
"""How many times sooner than stock the first edited answer must come, cold and warm."""
BYTES = 0.5
"""The most bytes up to that answer, as a part of those of stock Pyodide."""
KEY_LIMITS: dict[str, dict[str, float]] = {"content": {QUICK: 25, SLOW: 80}, "painted": {QUICK: 50, SLOW: 130}}
"""Milliseconds from a key to the new result in the page, and to its being drawn: for 95 of 100 keys."""
DRAWN_LIMIT = 1500
"""The most milliseconds until the page with its result is drawn."""

KEYS = (*KEY_LIMITS, "whole")

type Cell = str | float


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which this part of them lies."""
    return sorted(values)[min(int(len(values) * part), len(values) - 1)]


def markdown(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A Markdown table; numbers are aligned on the right, and have no decimals from 100 up."""
    body = list(rows)
    rule = ("---" if isinstance(cell, str) else "---:" for cell in body[0])
    return "\n".join([_row(head), _row(rule), *(_row(map(_cell, row)) for row in body)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return value
    if math.isnan(value):
        return ""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


@dataclass(frozen=True, slots=True)
class Group:
    """Several visits of one kind."""

    visits: Sequence[Visit]

    def middle(self, name: str) -> float:
        """The median of one figure, over the visits in which the browser told it."""
        told = [value for visit in self.visits if (value := getattr(visit, name)) is not None]
        return float(statistics.median(told))

    def keys(self, what: str, part: float) -> float:
        """Milliseconds from a keystroke to the new total, "content" or "painted", or to the "whole" result."""
        return quantile([key[what] for visit in self.visits for key in visit.keys] or [math.nan], part)


class Measured:
    """All visits, by what they have in common."""

    def __init__(self, visits: Iterable[Visit]) -> None:
        self.visits = list(visits)

    def group(self, page: str, machine: str, *, warm: bool) -> Group:
        """The visits of one kind."""
        wanted = (page, machine, warm)
        return Group([visit for visit in self.visits if (visit.page, visit.machine, visit.warm) == wanted])

    def sooner(self, page: str, machine: str, *, warm: bool) -> float:
        """How many times sooner than stock a page gives its first edited answer."""
        stock, this = (self.group(name, machine, warm=warm).middle("answer") for name in (STOCK, page))
        return stock / this

    def table(self) -> str:
        """Medians; the keystrokes of all visits together."""
        head = [
            "machine",
            "visit",
            "page",
            "Drawn, ms",
            "First answer, ms",
            "Whole answer, ms",
            "Times sooner",
            "Bytes",
            *(f"Key to {what}, {part}" for what in KEYS for part in ("p50", "p95")),
        ]
        return markdown(head, self._rows())

    def kept(self) -> list[dict[str, str | bool | float]]:
        """The medians that the site shows: one record for each page, machine and kind of visit."""
        return [
            {
                "page": page,
                "machine": machine,
                "warm": warm,
                "answer_ms": round(self.group(page, machine, warm=warm).middle("answer")),
                "times_sooner": round(self.sooner(page, machine, warm=warm), 1),
                "bytes": round(self.group(page, machine, warm=warm).middle("bytes")),
            }
            for machine in (QUICK, SLOW)
            for warm in (False, True)
            for page in PAGES
        ]

    def _rows(self) -> Iterator[Sequence[Cell]]:
        for machine in (QUICK, SLOW):
            for warm in (False, True):
                for page in PAGES:
                    group = self.group(page, machine, warm=warm)
                    times = [group.middle(name) for name in ("drawn", "answer", "whole")]
                    yield [
                        machine,
                        "warm" if warm else "cold",
                        page,
                        *times,
                        self.sooner(page, machine, warm=warm),
                        group.middle("bytes"),
                        *(group.keys(what, part) for what in KEYS for part in (0.5, 0.95)),
                    ]

    def steps(self) -> str:
        """Where the time goes: what was done when. The page and the worker go on side by side."""
        kinds = [(machine, warm) for machine in (QUICK, SLOW) for warm in (False, True)]
        groups = [self.group(OURS, machine, warm=warm) for machine, warm in kinds]
        head = ["done, ms", *(f"{'Warm' if warm else 'Cold'}, {machine}" for machine, warm in kinds)]
        rows: list[list[Cell]] = [
            [name, *(statistics.median(visit.steps[name] for visit in group.visits) for group in groups)]
            for name in groups[0].visits[0].steps
        ]
        return markdown(head, [*rows, ["first answer", *(group.middle("answer") for group in groups)]])

    def limits(self) -> str:
        """What our pages cannot be faster than: the slow laptop's line, and our Python in a page with nothing else."""
        head = ["limit, ms", "Ours", "Stock", "Times sooner than stock at best"]
        ours, theirs = (
            self.group(page, SLOW, warm=False).middle("bytes") * 8000 / MACHINES[SLOW].bits for page in (OURS, STOCK)
        )
        at_best = self.group(STOCK, SLOW, warm=False).middle("answer") / ours
        rows: list[list[Cell]] = [[f"the line alone, cold, {SLOW}", ours, theirs, at_best]]
        for machine in (QUICK, SLOW):
            for warm, visit in ((False, "cold"), (True, "warm")):
                answers = [self.group(page, machine, warm=warm).middle("answer") for page in (BARE, STOCK)]
                best = self.sooner(BARE, machine, warm=warm)
                rows.append([f"our Python in a bare page, {visit}, {machine}", *answers, best])
        return markdown(head, rows)

    def bars(self) -> Iterator[tuple[str, float, str, bool]]:
        """What is asked, what was measured, the limit, and whether it is met."""
        for machine, by_visit in TIMES.items():
            for warm, times in by_visit.items():
                sooner = self.sooner(OURS, machine, warm=warm)
                what = f"{'warm' if warm else 'cold'} first edited answer, times sooner than stock, {machine}"
                yield what, sooner, f"≥ {times:g}", sooner >= times
        ours, stock = (self.group(name, QUICK, warm=False).middle("bytes") for name in (OURS, STOCK))
        yield "bytes up to that answer, as part of stock's", ours / stock, f"≤ {BYTES}", ours <= stock * BYTES
        yield from self._key_bars()
        drawn = self.group(OURS, SLOW, warm=False).middle("drawn")
        yield f"page with its result drawn, ms, {SLOW}", drawn, f"≤ {DRAWN_LIMIT}", drawn <= DRAWN_LIMIT

    def _key_bars(self) -> Iterator[tuple[str, float, str, bool]]:
        for what, limits in KEY_LIMITS.items():
            for machine, limit in limits.items():
                for warm, visit in ((False, "first visit"), (True, "second visit")):
                    key = self.group(OURS, machine, warm=warm).keys(what, 0.95)
                    yield f"keystroke to {what}, p95, ms, {machine}, {visit}", key, f"≤ {limit}", key <= limit


def rates(found: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """Evaluations and answers a second, by calculator and Python."""
    pythons = list(found)
    head = ["calculator", *(f"{what} a second, {python}" for what in ("Evaluations", "Answers") for python in pythons)]
    kinds = [(what, python) for what in ("evaluations", "answers") for python in pythons]
    return markdown(
        head, ([name, *(found[python][name][what] for what, python in kinds)] for name in found[pythons[0]])
    )
