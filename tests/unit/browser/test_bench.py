"""The benchmark keeps what the page on speed reads: neither may import the other."""

from itertools import product
from typing import Any, get_type_hints

from browser.bench import __main__ as bench
from browser.bench.report import Measured
from browser.bench.visits import MACHINES, PAGES, Visit
from macros import speed


def test_what_the_benchmark_keeps_is_what_the_page_reads() -> None:
    kinds = product(PAGES, MACHINES, (False, True))
    visits = Measured(Visit(page, machine, warm, 900, 1500, 1600, 3_000_000, [], {}) for page, machine, warm in kinds)
    found: dict[str, Any] = {"date": "2026-11-28T09:00:00", "machine": "x", "browser": "y", "runs": 1, "more": 2}
    kept = bench.kept(found, visits)
    assert kept.keys() == get_type_hints(speed.Kept).keys()
    assert len(kept["visits"]) == len(PAGES) * len(MACHINES) * 2
    assert {frozenset(visit) for visit in kept["visits"]} == {frozenset(get_type_hints(speed.Visit))}
    assert {visit["page"] for visit in kept["visits"]} == speed._PAGES.keys()
    assert {visit["machine"] for visit in kept["visits"]} == speed._MACHINES.keys()
