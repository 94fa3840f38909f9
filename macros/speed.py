"""How fast the calculators are, beside other ways to calculate in a page: the run of the benchmark that was kept."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

from calculators.core.numbers import format_number
from calculators.core.periods import format_date
from calculators.render.html import el
from macros.searchable_html import prose
from macros.tables import table

_KEPT = Path(__file__).with_name("speed.json")
_PAGES = {
    "ours": "Deze site",
    "stock Pyodide": "Pyodide zonder aanpassing",
    "our runtime, bare page": "Onze Python op een lege pagina",
    "MicroPython": "MicroPython, kleine som",
    "plain JavaScript": "JavaScript, kleine som",
}
"""Each page that is measured, by its name in the benchmark."""
_MACHINES = {"as is": ("Gewone computer", "gewone-computer"), "slow laptop": ("Trage laptop", "trage-laptop")}
"""The caption and the name of the table of each machine."""


class Visit(TypedDict):
    """The medians of one kind of visit to one page: milliseconds to the first answer, how many times sooner, bytes."""

    page: str
    machine: str
    warm: bool
    answer_ms: int
    times_sooner: float
    bytes: int


class Kept(TypedDict):
    """A run of the benchmark: its day, its machine, and its medians of so many `runs`."""

    date: str
    machine: str
    browser: str
    runs: int
    visits: list[Visit]


def snelheid() -> str:
    """Write a table for each machine, with the day and the machine of the run."""
    kept: Kept = json.loads(_KEPT.read_text("utf-8"))
    told = (
        f"Gemeten op {format_date(date.fromisoformat(kept['date']))}, op {kept['machine']} met {kept['browser']}. "
        f"Elk getal is het middelste van {kept['runs']} bezoeken."
    )
    tables = [
        table(title, _COLUMNS, _rows(visit for visit in kept["visits"] if visit["machine"] == machine), name)
        for machine, (title, name) in _MACHINES.items()
    ]
    return prose(el("p", told), *tables)


_COLUMNS = ("Pagina", "Eerste bezoek", "Tweede bezoek", "Sneller dan Pyodide", "Opgehaald")


def _rows(visits: Iterable[Visit]) -> list[tuple[str, ...]]:
    by_page: dict[str, list[Visit]] = {}
    for visit in visits:
        by_page.setdefault(visit["page"], []).append(visit)
    return [_row(page, *sorted(both, key=lambda visit: visit["warm"])) for page, both in by_page.items()]


def _row(page: str, first: Visit, second: Visit) -> tuple[str, ...]:
    """One page: seconds to the first answer on both visits, both times as fast as Pyodide, megabytes of the first."""
    times = " en ".join(f"{_number(visit['times_sooner'])}\u00a0×" for visit in (first, second))
    return _PAGES[page], _seconds(first), _seconds(second), times, _size(first["bytes"])


def _size(count: int) -> str:
    """A number of bytes, in megabytes or, below a tenth of one, in kilobytes."""
    size, unit = (count / 1_000_000, "MB") if count >= 100_000 else (count / 1000, "kB")
    return f"{_number(size)}\u00a0{unit}"


def _seconds(visit: Visit) -> str:
    return f"{_number(visit['answer_ms'] / 1000)}\u00a0s"


def _number(value: float) -> str:
    """A measured value with two digits, as more would feign precision."""
    return format_number(Decimal(f"{value:.2g}"))
