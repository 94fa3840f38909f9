"""Replays recorded lines. The functions of the engine that run meanwhile become its first half.

Each line is JSON: a `request` as pages send it; a `call` of one of `CALLS` with its `arguments`; a `routine` of
`ROUTINES`; a `dossier` for which every request is made; or a `family` with its `seed` and the `count` of requests. A
line is repeated if it has `times`, as Python takes faster paths the second time.
"""

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from browser.requests import requests
from browser.requests.dossiers import as_sent
from browser.requests.routines import ROUTINES
from calculators import documents, dossier
from calculators.calculator import CALCULATORS
from calculators.core import fields, numbers, periods
from calculators.core.parameters.prefill import DAY_OF_FIGURES
from calculators.render import html
from calculators.service import handle

type Line = dict[str, Any]

WORKLOAD = Path(__file__).with_name("workload.jsonl")


def _calculated(name: str, values: Mapping[str, Any]) -> None:
    """Calculate as programs do: with values of any type, that need not come from a form."""
    calculator = CALCULATORS[name]
    known = {DAY_OF_FIGURES: date.fromisoformat(values[DAY_OF_FIGURES])} if DAY_OF_FIGURES in values else {}
    calculator.evaluate(calculator.from_values({**values, **known}))


def _added(day: str, months: int) -> date:
    return periods.add_months(date.fromisoformat(day), months)


def _sliced(*days: str) -> list[periods.Slice]:
    start, first, end = map(date.fromisoformat, days)
    return list(periods.slices(start, first, end))


def _changes(old: str, new: str) -> tuple[dossier.Change, ...]:
    return dossier.changes(dossier.read_stored(old), dossier.read_stored(new))


CALLS: Mapping[str, Callable[..., Any]] = {
    "calculate": _calculated,
    "dossier.changes": _changes,
    "dossier.read": dossier.read,
    "dossier.read_stored": dossier.read_stored,
    "documents.make": lambda kind, text, today: documents.make(
        kind, dossier.read_stored(text), date.fromisoformat(today)
    ),
    "fields.parse": lambda name, field, text: fields.parse(CALCULATORS[name].fields[field], text),
    "html.el": lambda tag, *children: html.render(html.el(tag, *children, title="".join(children))),
    "numbers.euro": lambda value, places=2: numbers.format_euro(Decimal(value), places),
    "numbers.machine": lambda value: numbers.to_machine(Decimal(value)),
    "numbers.number": lambda value, places=None: numbers.format_number(Decimal(value), places),
    "numbers.parse": numbers.parse,
    "numbers.percent": lambda value: numbers.format_percent(Decimal(value)),
    "numbers.rounded": lambda value, places=2: numbers.rounded(Decimal(value), places),
    "periods.add_months": _added,
    "periods.slices": _sliced,
    "periods.written": lambda day: periods.format_date(date.fromisoformat(day)),
}
"""The functions that tests call directly, by name; they take values that JSON can hold."""


def everything(text: str) -> Iterator[str]:
    """Every request that reads this dossier, stored or as a file."""
    yield as_sent({"action": "overview", "document": text})
    yield as_sent({"action": "import", "incoming": text, "current": dossier.write(dossier.EMPTY)})
    yield as_sent({"action": "view", "incoming": text})
    for kind in documents.ALL:
        yield as_sent({"action": "document", "kind": kind, "document": text, "today": "2027-03-01"})


def _family(line: Line) -> Iterator[str]:
    return requests(line["family"], line["seed"], line["count"])


def perform(line: Line) -> None:
    """Do what a line says, and raise what that raises; errors in one of several requests are ignored."""
    if "request" in line:
        handle(line["request"])
    elif "call" in line:
        CALLS[line["call"]](*line["arguments"])
    elif "routine" in line:
        ROUTINES[line["routine"]]()
    else:
        all_requests = everything(line["dossier"]) if "dossier" in line else _family(line)
        for request in all_requests:
            with contextlib.suppress(Exception):
                handle(request)


def run(lines: Iterable[Line]) -> Iterator[Line]:
    """Perform all lines, ignoring errors; gives each line when it is done."""
    for line in lines:
        for _ in range(line.get("times", 1)):
            with contextlib.suppress(Exception):
                perform(line)
        yield line


def replay(path: Path = WORKLOAD) -> int:
    """Perform the recorded workload; gives the number of its lines."""
    with path.open(encoding="utf-8") as lines:
        return sum(1 for _ in run(map(json.loads, lines)))
