"""Replays recorded lines: what decides which functions of the engine are at hand at once.

Each line is JSON: a `request` as pages send it; a `call` of one of `CALLS` with its `arguments`; a `routine` of
`ROUTINES`; a `dossier` of which everything is made; or a `family` with its `seed` and how many requests (`count`).
With `times`, it is done as often: Python takes its fast paths the second time.
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
from calculators.core.parameters.prefill import KNOWN
from calculators.render import html
from calculators.service import handle

type Line = dict[str, Any]

WORKLOAD = Path(__file__).with_name("workload.jsonl")


def _calculated(name: str, values: Mapping[str, Any]) -> None:
    """As programs call a calculator: with values that need not stand in a form."""
    calculator = CALCULATORS[name]
    known = {KNOWN: date.fromisoformat(values[KNOWN])} if KNOWN in values else {}
    calculator.evaluate(calculator.from_values({**values, **known}))


def _added(day: str, months: int) -> date:
    return periods.add_months(date.fromisoformat(day), months)


def _sliced(*days: str) -> list[periods.Slice]:
    return list(periods.slices(*map(date.fromisoformat, days)))


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
    "fields.parse": lambda name, field, text: fields.parse(CALCULATORS[name].specs[field], text),
    "html.el": lambda tag, *children: html.render(html.el(tag, *children, title="".join(children))),
    "numbers.euro": lambda value: numbers.format_euro(Decimal(value)),
    "numbers.machine": lambda value: numbers.to_machine(Decimal(value)),
    "numbers.number": lambda value, places=None: numbers.format_number(Decimal(value), places),
    "numbers.parse": numbers.parse,
    "numbers.percent": lambda value: numbers.format_percent(Decimal(value)),
    "numbers.rounded": lambda value, places=2: numbers.rounded(Decimal(value), places),
    "periods.add_months": _added,
    "periods.slices": _sliced,
    "periods.written": lambda day: periods.format_date(date.fromisoformat(day)),
}
"""What tests call that is no request, by name; takes what JSON can hold."""


def everything(text: str) -> Iterator[str]:
    """Every request that reads a stored dossier or its file."""
    yield as_sent({"action": "overview", "document": text})
    yield as_sent({"action": "import", "incoming": text, "current": dossier.write(dossier.EMPTY)})
    yield as_sent({"action": "view", "incoming": text})
    for kind in documents.ALL:
        yield as_sent({"action": "document", "kind": kind, "document": text, "today": "2027-03-01"})


def _family(line: Line) -> Iterator[str]:
    return requests(line["family"], line["seed"], line["count"])


def perform(line: Line) -> None:
    """Do what a line says. Raises what that raises, for more than one request nothing."""
    if "request" in line:
        handle(line["request"])
    elif "call" in line:
        CALLS[line["call"]](*line["arguments"])
    elif "routine" in line:
        ROUTINES[line["routine"]]()
    else:
        several = everything(line["dossier"]) if "dossier" in line else _family(line)
        for request in several:
            with contextlib.suppress(Exception):
                handle(request)


def run(lines: Iterable[Line]) -> Iterator[Line]:
    """Do all lines, whatever they raise; gives each line when it is done."""
    for line in lines:
        for _ in range(line.get("times", 1)):
            with contextlib.suppress(Exception):
                perform(line)
        yield line


def replay(path: Path = WORKLOAD) -> int:
    """Do all that was recorded; gives how many lines that are."""
    with path.open(encoding="utf-8") as lines:
        return sum(1 for _ in run(map(json.loads, lines)))
