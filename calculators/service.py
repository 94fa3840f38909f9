"""JSON API between a page and Python: a request in, a reply out."""

import base64
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from calculators import documents, dossier, duration
from calculators.budget.variants import MOST_SCENARIOS
from calculators.calculator import CALCULATORS, Calculator
from calculators.contract import (
    CalendarRequest,
    CompareReply,
    CompareRequest,
    DocumentRequest,
    EvaluateReply,
    EvaluateRequest,
    Failure,
    FileReply,
    ImportReply,
    ImportRequest,
    OverviewReply,
    OverviewRequest,
    RemarkRequest,
    ShownReply,
    ShownRequest,
    ViewReply,
    ViewRequest,
)
from calculators.core import nesting
from calculators.core.fields import InputErrors
from calculators.core.results import Result
from calculators.render import filled, incoming, overview, scenarios
from calculators.render.messages import error_summary
from calculators.render.result import fragment

DEEPEST = 50
"""Levels of a request: pages send five at most, unless storage was tampered with."""


def handle(request: str) -> str:
    """Answer a request: an object with `action` and what `calculators.contract` says that this action asks for.

    Raises `ValueError` for what is no JSON or nested too deep; other requests that no page makes raise what they raise.
    """
    if nesting.is_deeper(request, DEEPEST):
        raise ValueError("a request nested too deep")
    asked = json.loads(request)
    return json.dumps(_ACTIONS[asked["action"]](asked), ensure_ascii=False)


def evaluate(calculator: Calculator, raw: Mapping[str, str]) -> EvaluateReply:
    """Calculate from what stands in a form: a fragment, or a Dutch message per wrong input."""
    others = calculator.other_defaults(raw)
    try:
        result = calculator.evaluate(calculator.read(raw))
    except InputErrors as error:
        labels = {name: calculator.specs[name].label for name in error.messages}
        return {"errors": error.messages, "html": error_summary(error.messages, labels), "defaults": others}
    return {"errors": {}, "html": fragment(result), "defaults": others}


def _evaluate(asked: EvaluateRequest) -> EvaluateReply:
    """`calculator` and `values`, by name as typed."""
    return evaluate(CALCULATORS[asked["calculator"]], asked["values"])


def _document(asked: DocumentRequest) -> FileReply | Failure:
    """`kind` of document, the stored `document` as text and `today` as ISO date: gives a file, in base64.

    `warnings` are Dutch sentences on what could not be put in the document as it was typed.
    """
    try:
        stored = dossier.read_stored(asked["document"])
    except dossier.DocumentError as error:
        return {"error": str(error)}
    name, mime, content = documents.make(asked["kind"], stored, date.fromisoformat(asked["today"]))
    return _file(name, mime, content, stored.mended)


def _calendar(asked: CalendarRequest) -> FileReply | Failure:
    """The moments of a term as a calendar file, from `values` as typed and a `stamp`, the present as ISO date-time."""
    calculator = CALCULATORS["looptijd"]
    try:
        inputs = calculator.read(asked["values"])
    except InputErrors as error:
        return {"error": str(error)}
    text = duration.ics(inputs, datetime.fromisoformat(asked["stamp"]), asked.get("organisation", ""))
    return _file("momenten-verbindingsambassadeur.ics", "text/calendar", text.encode())


def _compare(asked: CompareRequest) -> CompareReply:
    """Saved `scenarios` of the budget ({id, name, values}) side by side, in the order in which they are stored."""
    some = asked["scenarios"][:MOST_SCENARIOS]
    ids = dossier.identified([one.get("id") for one in some])
    names = dossier.named_apart(one.get("name") for one in some)
    outcomes = [_outcome(one.get("values", {})) for one in some]
    return {"html": scenarios.fragment([scenarios.Saved(*one) for one in zip(ids, names, outcomes, strict=True)])}


def _outcome(values: Mapping[str, Any]) -> Result | None:
    """What comes of a scenario, if anything."""
    calculator = CALCULATORS["budget"]
    try:
        return calculator.evaluate(calculator.read(values))
    except InputErrors:
        return None


def _file(name: str, mime: str, content: bytes, warnings: Iterable[str] = ()) -> FileReply:
    return {"name": name, "mime": mime, "data": base64.b64encode(content).decode(), "warnings": list(warnings)}


def _shown(asked: ShownRequest) -> ShownReply | Failure:
    """What stands in the form of a calculator; a script asks where Python must work it out."""
    try:
        stored = dossier.read_stored(asked["document"])
    except dossier.DocumentError as error:
        return {"error": str(error)}
    return {"values": dict(stored.shown(asked["calculator"]))}


def _import(asked: ImportRequest) -> ImportReply | Failure:
    """Compare the `incoming` text of a file with the `current` one: what would change, and what to store."""
    try:
        given = dossier.read(asked["incoming"])
    except dossier.DocumentError as error:
        return {"error": str(error)}
    try:
        current = dossier.read_stored(asked["current"])
    except dossier.DocumentError:
        current = dossier.EMPTY  # what is stored is damaged: everything that comes in is new
    html = incoming.preview(dossier.headlines(current, given), dossier.changes(current, given), given)
    return {"html": html, "document": dossier.write(replace(given, remarks=()))}


def _view(asked: ViewRequest) -> ViewReply | Failure:
    """All that the `incoming` text of a file holds, to read; nothing of it is stored."""
    try:
        return {"html": filled.fragment(dossier.read(asked["incoming"]))}
    except dossier.DocumentError as error:
        return {"error": str(error)}


def _remark(asked: RemarkRequest) -> FileReply | Failure:
    """The `incoming` text of a file as a file again, with `remarks` of `today` behind those that it held."""
    today = date.fromisoformat(asked["today"])
    try:
        document = dossier.remarked(asked["incoming"], asked["remarks"], today)
    except dossier.DocumentError as error:
        return {"error": str(error)}
    _, mime, content = documents.make("gegevens", document, today)
    return _file("dossier-met-opmerkingen.json", mime, content)


def _overview(asked: OverviewRequest) -> OverviewReply | Failure:
    """Where the stored `document` stands: outcomes of the calculators, and what is missing.

    `errors` has a Dutch message for each field that cannot be read, by the name of its control; `warnings` are those
    of a document.
    """
    try:
        stored = dossier.read_stored(asked["document"])
    except dossier.DocumentError as error:
        return {"error": str(error)}
    html = overview.fragment(stored)
    return {"html": html, "errors": dossier.errors(stored), "warnings": list(stored.mended)}


_ACTIONS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "evaluate": _evaluate,
    "compare": _compare,
    "calendar": _calendar,
    "document": _document,
    "shown": _shown,
    "import": _import,
    "view": _view,
    "remark": _remark,
    "overview": _overview,
}
