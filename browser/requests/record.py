"""Writes `workload.jsonl` anew: `python -m browser.requests.record`. Only this changes what is in it.

Runs all of `tests/unit` and notes what the tests ask of the calculators, as lines that `workload` replays. Beside them
stand the random families, what Python does of itself, and the dossiers of `tests/browser/dossiers`.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from browser.requests.dossiers import as_sent
from browser.requests.routines import ROUTINES
from browser.requests.workload import WORKLOAD, Line
from calculators import budget, chooser, documents, dossier, duration, service, trajectories
from calculators.budget.inputs import suffixed
from calculators.calculator import CALCULATORS
from calculators.core import fields, numbers, periods
from calculators.core.fields import Field, to_form_text
from calculators.documents import agenda, bbc_csv, checklist, json_export, nota, registration, vacancy, workbook
from calculators.render import html

ROOT = Path(__file__).resolve().parents[2]
DOSSIERS = ROOT / "tests" / "browser" / "dossiers"
LONGEST = 20_000
"""Characters of a line from a test. What is longer is a test of size, which the family `damaged` has too."""
MOST = 80_000
"""Characters of all lines of one kind: of what Hypothesis makes up, a part is enough."""
SEED = 7
"""Of the random families; the tests draw other ones."""
COUNTS = {"forms": 10_000, "well_formed": 2_000, "hostile": 3_000, "damaged": 2_000}

type Made = Callable[..., Line | None]


def request(**asked: Any) -> Line:
    """A line that asks what a page asks."""
    return {"request": as_sent(asked)}


def call(name: str, *arguments: Any) -> Line:
    """A line that calls one of `workload.CALLS`."""
    return {"call": name, "arguments": [as_text(one) for one in arguments]}


def as_text(value: Any) -> Any:
    """A value as JSON can hold it, and the calculators take it."""
    if isinstance(value, dict):
        return {str(key): as_text(inner) for key, inner in value.items()}
    return value if value is None or isinstance(value, int | str) else str(value)


def form(name: str, inputs: Any) -> dict[str, str]:
    """What would stand in a calculator's form, given inputs that a program made."""
    parts = {"": inputs} | {f"_{at}": post for at, post in enumerate(getattr(inputs, "andere_posten", ()), start=2)}
    values: dict[str, str] = {}
    for field, spec in CALCULATORS[name].specs.items():
        for suffix, part in parts.items():
            own = field.removesuffix(suffix)
            if suffixed(own, int(suffix[1:] or 1)) == field and hasattr(part, own):
                values[field] = to_form_text(spec, getattr(part, own))
        if field.startswith("strategie_"):
            values[field] = "ja" if field.removeprefix("strategie_") in inputs.strategies else "nee"
    return values


def evaluated(name: str) -> Made:
    """A calculation with inputs that a program made."""
    return lambda inputs: request(action="evaluate", calculator=name, values=form(name, inputs))


def parsed(spec: Field, text: str) -> Line:
    """A field that is read: this one, or one of its kind."""
    known = [(name, field, one) for name, owner in CALCULATORS.items() for field, one in owner.specs.items()]
    name, field, _ = next((one for one in known if one[2] is spec), None) or next(
        (one for one in known if one[2].kind is spec.kind), known[0]
    )
    return call("fields.parse", name, field, text)


def read(declarations: Mapping[str, Field], raw: Mapping[str, str], _: object = None) -> Line | None:
    """A form that is read."""
    name = next((name for name, one in CALCULATORS.items() if one.specs is declarations), None)
    return request(action="evaluate", calculator=name, values=dict(raw)) if name else None


def looked_over(document: dossier.Document) -> Line:
    """A dossier that is summed up."""
    return request(action="overview", document=dossier.write(document))


def made(kind: str) -> Made:
    """A document that its own maker makes."""
    return lambda document, today: call("documents.make", kind, dossier.write(document), today)


def texts_only(*children: Any, **_: Any) -> Line | None:
    """Markup around text."""
    return call("html.el", *children) if children and all(type(one) is str for one in children) else None


def targets() -> Iterator[tuple[Any, str, Made]]:
    """The functions to watch, and the line that stands for a call of each."""
    yield service, "handle", lambda text: {"request": text}
    yield service, "evaluate", lambda one, raw: request(action="evaluate", calculator=one.name, values=dict(raw))
    for line, name in {
        "parse": "parse",
        "number": "format_number",
        "euro": "format_euro",
        "percent": "format_percent",
        "machine": "to_machine",
    }.items():
        yield numbers, name, _named("numbers", line)
    yield numbers, "rounded", _named("numbers", "rounded")
    for line, name in {"add_months": "add_months", "slices": "slices", "written": "format_date"}.items():
        yield periods, name, _named("periods", line)
    yield fields, "parse", parsed
    yield fields, "read", read
    yield html, "el", texts_only
    for name, package in {
        "budget": budget,
        "looptijd": duration,
        "trajecten": trajectories,
        "keuzehulp": chooser,
    }.items():
        for owner in (package, CALCULATORS[name]):
            yield owner, "evaluate", evaluated(name)
            yield owner, "from_values", _calculated(name)
    yield (
        duration,
        "ics",
        lambda inputs, stamp: request(action="calendar", values=form("looptijd", inputs), stamp=f"{stamp}"),
    )
    yield from ((dossier, name, _named("dossier", name)) for name in ("read", "read_stored"))
    yield from ((dossier, name, looked_over) for name in ("missing", "progress", "errors", "write"))
    yield dossier, "changes", lambda *both: call("dossier.changes", *map(dossier.write, both))
    yield documents, "make", lambda kind, document, today: call("documents.make", kind, dossier.write(document), today)
    makers = {
        "dossier": workbook,
        "bbc": bbc_csv,
        "nota": nota,
        "checklist": checklist,
        "functieprofiel": vacancy,
        "registratie": registration,
        "evaluatie": agenda,
        "gegevens": json_export,
    }
    yield from ((module, "make", made(kind)) for kind, module in makers.items())


def _named(module: str, name: str) -> Made:
    return lambda *arguments: call(f"{module}.{name}", *arguments)


def _calculated(name: str) -> Made:
    return lambda values: call("calculate", name, dict(values))


class Repeatable:
    """Has Hypothesis make up the same in each run."""

    def pytest_configure(self) -> None:
        """Before any test is read."""
        settings = import_module("hypothesis").settings
        settings.register_profile("record", derandomize=True, database=None, deadline=None)
        settings.load_profile("record")


class Recorder:
    """Notes what is asked from outside; what the calculators ask of each other follows from that."""

    def __init__(self) -> None:
        self.lines: dict[str, None] = {}
        self.busy = False

    def watch(self, owner: Any, name: str, line: Made) -> None:
        """Put a function that notes its calls in the place of this one, wherever the calculators have it."""
        original = getattr(owner, name)

        @wraps(original)
        def watched(*arguments: Any, **named: Any) -> Any:
            if self.busy:
                return original(*arguments, **named)
            self.busy = True
            try:
                self.note(line, arguments, named)
                return original(*arguments, **named)
            finally:
                self.busy = False

        object.__setattr__(owner, name, watched)
        for module in [one for name_, one in sys.modules.items() if name_.partition(".")[0] == "calculators"]:
            for other, value in list(vars(module).items()):
                if value is original:
                    setattr(module, other, watched)

    def note(self, line: Made, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> None:
        """Keep a call, unless no line can stand for it."""
        try:
            found = line(*arguments, **named)
        except (TypeError, ValueError, AttributeError):
            return
        if found and len(text := json.dumps(found)) <= LONGEST:
            self.lines[text] = None


def recorded() -> list[str]:
    """What all unit tests ask, in the order in which they ask it, each once."""
    recorder = Recorder()
    for target in targets():
        recorder.watch(*target)
    options = ["-q", "-p", "no:cacheprovider", "--no-header"]
    if pytest.main([str(ROOT / "tests" / "unit"), *options], plugins=[Repeatable()]):
        raise SystemExit("tests/unit fails: mend that first")
    return list(thinned(recorder.lines))


def thinned(lines: Iterable[str]) -> Iterator[str]:
    """So many lines of each kind that they are not too long together, spread over all of them."""
    kinds: dict[str, list[str]] = {}
    for line in lines:
        found = json.loads(line)
        kinds.setdefault(found.get("call") or json.loads(found["request"]).get("action", ""), []).append(line)
    for kind in kinds.values():
        step = -(-sum(map(len, kind)) // MOST)
        yield from kind[::step]


def fixed() -> Iterator[Line]:
    """What is replayed whatever the tests ask."""
    yield from ({"routine": name, "times": 2} for name in ROUTINES)
    yield from ({"dossier": path.read_text("utf-8")} for path in sorted(DOSSIERS.glob("*.json")))
    yield from ({"family": family, "seed": SEED, "count": count} for family, count in COUNTS.items())


def main() -> None:
    """Record, and tell how much that is."""
    lines = [*map(json.dumps, fixed()), *recorded()]
    WORKLOAD.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} lines, {WORKLOAD.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
