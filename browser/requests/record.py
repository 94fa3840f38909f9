"""Write `workload.jsonl` anew: `python -m browser.requests.record`. Nothing else changes that file.

It runs all of `tests/unit` and records the calls that the tests make to the calculators, as lines that `workload`
replays. It adds the random families, the routines, and the dossiers in `tests/browser/dossiers`.
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
from calculators.documents import (
    agenda,
    bbc_csv,
    calendar,
    checklist,
    json_export,
    nota,
    registration,
    vacancy,
    workbook,
)
from calculators.render import html

ROOT = Path(__file__).resolve().parents[2]
DOSSIERS = ROOT / "tests" / "browser" / "dossiers"
LONGEST = 20_000
"""The most characters of a line. Longer ones come from tests of size, which the family `damaged` covers too."""
MOST = 80_000
"""The most characters of all lines of one kind: a part of what Hypothesis generates is enough."""
SEED = 7
"""The seed of the random families; tests draw other ones."""
COUNTS = {"forms": 10_000, "well_formed": 2_000, "hostile": 3_000, "damaged": 2_000}

type Made = Callable[..., Line | None]


def request(**asked: Any) -> Line:
    """A line with a request."""
    return {"request": as_sent(asked)}


def call(name: str, *arguments: Any) -> Line:
    """A line that calls one of `workload.CALLS`."""
    return {"call": name, "arguments": [as_json(argument) for argument in arguments]}


def as_json(value: Any) -> Any:
    """A value that JSON can hold and that the calculators accept for this one."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    return value if value is None or isinstance(value, int | str) else str(value)


def form(name: str, inputs: Any) -> dict[str, str]:
    """The values of a calculator's form for inputs that a test made."""
    parts = {"": inputs} | {f"_{at}": post for at, post in enumerate(getattr(inputs, "andere_posten", ()), start=2)}
    values: dict[str, str] = {}
    for key, field in CALCULATORS[name].fields.items():
        for suffix, part in parts.items():
            own = key.removesuffix(suffix)
            if suffixed(own, int(suffix[1:] or 1)) == key and hasattr(part, own):
                values[key] = to_form_text(field, getattr(part, own))
        if key.startswith("strategie_"):
            values[key] = "ja" if key.removeprefix("strategie_") in inputs.strategies else "nee"
    return values


def evaluated(name: str) -> Made:
    """A request to calculate with inputs that a test made."""
    return lambda inputs: request(action="evaluate", calculator=name, values=form(name, inputs))


def parsed(field: Field, text: str) -> Line:
    """A call that parses the text with this field or, if no calculator has it, with one of the same kind."""
    known = [(form, name, own) for form, owner in CALCULATORS.items() for name, own in owner.fields.items()]
    same = [row for row in known if row[2] is field]
    alike = [row for row in known if row[2].kind is field.kind]
    form, name, _ = (same or alike or known)[0]
    return call("fields.parse", form, name, text)


def read(declarations: Mapping[str, Field], raw: Mapping[str, str], _: object = None) -> Line | None:
    """A request to calculate with a form that a test read."""
    name = next((name for name, calculator in CALCULATORS.items() if calculator.fields is declarations), None)
    return request(action="evaluate", calculator=name, values=dict(raw)) if name else None


def looked_over(document: dossier.Document) -> Line:
    """A request for the overview of a dossier."""
    return request(action="overview", document=dossier.write(document))


def made(kind: str) -> Made:
    """A call that makes a document of one kind."""
    return lambda document, today: call("documents.make", kind, dossier.write(document), today)


def texts_only(*children: Any, **_: Any) -> Line | None:
    """A call that makes an element, if it has text only."""
    return call("html.el", *children) if children and all(type(child) is str for child in children) else None


type Target = tuple[Any, str, Made]
"""The owner and the name of a function, and what makes the line for a call of it."""


def targets() -> Iterator[Target]:
    """The functions to watch."""
    yield service, "handle", lambda text: {"request": text}
    yield (
        service,
        "evaluate",
        lambda calculator, raw: request(action="evaluate", calculator=calculator.name, values=dict(raw)),
    )
    yield from _core_functions()
    yield from _calculations()
    yield from ((dossier, name, _named("dossier", name)) for name in ("read", "read_stored"))
    yield from ((dossier, name, looked_over) for name in ("missing", "progress", "errors", "write"))
    yield dossier, "changes", lambda *both: call("dossier.changes", *map(dossier.write, both))
    yield from _documents()


def _core_functions() -> Iterator[Target]:
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


def _calculations() -> Iterator[Target]:
    for name, package in {
        "budget": budget,
        "looptijd": duration,
        "trajecten": trajectories,
        "keuzehulp": chooser,
    }.items():
        for owner in (package, CALCULATORS[name]):
            yield owner, "evaluate", evaluated(name)
            yield owner, "from_values", _calculated(name)
    yield calendar, "make", _calendar


def _calendar(document: dossier.Document, term: duration.Inputs | None, stamp: Any) -> Line:
    """A request for a calendar file."""
    values = {"values": form("looptijd", term)} if term else {}
    return request(action="calendar", document=dossier.write(document), stamp=f"{stamp}", **values)


def _documents() -> Iterator[Target]:
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
    """A pytest plugin with which Hypothesis generates the same examples in each run."""

    def pytest_configure(self) -> None:
        """Set the profile before any test is imported."""
        settings = import_module("hypothesis").settings
        settings.register_profile("record", derandomize=True, database=None, deadline=None)
        settings.load_profile("record")


class Recorder:
    """Records the calls that tests make, and not those that the calculators make themselves as a consequence."""

    def __init__(self) -> None:
        self.lines: dict[str, None] = {}
        self.busy = False

    def watch(self, owner: Any, name: str, line: Made) -> None:
        """Replace a function by one that records its calls, in every module of the calculators that imported it."""
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
        for module in [loaded for name_, loaded in sys.modules.items() if name_.partition(".")[0] == "calculators"]:
            for other, value in list(vars(module).items()):
                if value is original:
                    setattr(module, other, watched)

    def note(self, line: Made, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> None:
        """Record a call, unless no line can repeat it."""
        try:
            recorded_line = line(*arguments, **named)
        except (TypeError, ValueError, AttributeError):
            return
        text = json.dumps(recorded_line)
        if recorded_line and len(text) <= LONGEST:
            self.lines[text] = None


def recorded() -> list[str]:
    """The lines for the calls of all unit tests, in their order, each once."""
    recorder = Recorder()
    for target in targets():
        recorder.watch(*target)
    options = ["-q", "-p", "no:cacheprovider", "--no-header"]
    if pytest.main([str(ROOT / "tests" / "unit"), *options], plugins=[Repeatable()]):
        raise SystemExit("tests/unit fails: mend that first")
    return list(thinned(recorder.lines))


def thinned(lines: Iterable[str]) -> Iterator[str]:
    """Every nth line of each kind, so that those of one kind have at most `MOST` characters together."""
    kinds: dict[str, list[str]] = {}
    for text in lines:
        line = json.loads(text)
        kind_name = line.get("call") or json.loads(line["request"]).get("action", "")
        kinds.setdefault(kind_name, []).append(text)
    for kind in kinds.values():
        step = -(-sum(map(len, kind)) // MOST)
        yield from kind[::step]


def fixed() -> Iterator[Line]:
    """The lines that do not come from tests."""
    yield from ({"routine": name, "times": 2} for name in ROUTINES)
    yield from ({"dossier": path.read_text("utf-8")} for path in sorted(DOSSIERS.glob("*.json")))
    yield from ({"family": family, "seed": SEED, "count": count} for family, count in COUNTS.items())


def main() -> None:
    """Record the workload and print its size."""
    lines = [*map(json.dumps, fixed()), *recorded()]
    WORKLOAD.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} lines, {WORKLOAD.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
