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
    FiguresReply,
    FileReply,
    HouseReply,
    HouseRequest,
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
from calculators.core import calendar_file, nesting
from calculators.core.fields import InputErrors
from calculators.core.results import Result
from calculators.documents import calendar
from calculators.documents.figures import Figures
from calculators.documents.house_style import DAMAGED, TemplateError
from calculators.documents.house_style.style import HouseStyle
from calculators.documents.nota import outline
from calculators.render import filled, incoming, overview, scenarios, tasks
from calculators.render.messages import error_summary
from calculators.render.result import fragment, headline
from calculators.render.values import machine

DEEPEST = 50
"""Levels of a request: pages send five at most, unless storage was tampered with."""


def handle(request: str) -> str:
    """Answer a JSON object that has `action` and the keys that `calculators.contract` lists for it, in JSON.

    A dossier or a template that cannot be read is answered with `error`, which says in Dutch why.

    Raises `ValueError` for text that is not JSON or is nested too deep, and `KeyError` for an unknown action or a
    missing key. Values of another type than the contract says raise whatever the calculation raises.
    """
    if nesting.is_deeper(request, DEEPEST):
        raise ValueError("a request nested too deep")
    message = json.loads(request)
    try:
        reply = _ACTIONS[message["action"]](message)
    except (dossier.DocumentError, TemplateError) as error:
        reply = {"error": str(error)}
    return json.dumps(reply, ensure_ascii=False)


def evaluate(calculator: Calculator, raw: Mapping[str, str]) -> EvaluateReply:
    """Calculate from the values of a form, by name as typed: the result as HTML, or a Dutch message per wrong input."""
    others = calculator.other_defaults(raw)
    try:
        result = calculator.evaluate(calculator.read(raw))
    except InputErrors as error:
        return {"errors": error.messages, "html": error_summary(error.messages), "defaults": others}
    return {"errors": {}, "html": fragment(result), "defaults": others}


def _evaluate(request: EvaluateRequest) -> EvaluateReply:
    return evaluate(CALCULATORS[request["calculator"]], request["values"])


def _figures(request: EvaluateRequest) -> FiguresReply:
    calculator = CALCULATORS[request["calculator"]]
    try:
        lines = calculator.figures(calculator.read(request["values"]))
    except InputErrors as error:
        return {"errors": error.messages, "figures": {}}
    return {
        "errors": {},
        "figures": {line.key: {"value": machine(line.value), "text": headline(line)} for line in lines},
    }


def _document(request: DocumentRequest) -> FileReply | Failure:
    stored = dossier.read_stored(request["document"])
    given = request.get("house") if documents.is_dressed(request["kind"]) else None
    try:
        house = _house_style(given) if given else None
    except TemplateError as error:
        return {"error": f"{_HOUSE_UNREAD} {error}"}
    name, mime, content = documents.make(request["kind"], stored, date.fromisoformat(request["today"]), house)
    return _file(name, mime, content, stored.mended)


_HOUSE_UNREAD = "De huisstijl die je bewaarde, kan niet meer gelezen worden. Haal die weg of kies je sjabloon opnieuw."


def _house(request: HouseRequest) -> HouseReply | Failure:
    house = _house_style(request["data"])
    from calculators.documents.house_style.keeping import kept  # noqa: PLC0415  as below

    return {"data": base64.b64encode(kept(house)).decode(), "summary": house.summary()}


def _house_style(data: str) -> HouseStyle:
    """The house style in a template. Raises `TemplateError`."""
    from calculators.documents.house_style import reading  # noqa: PLC0415  few readers need it

    try:
        return reading.read(base64.b64decode(data))
    except TemplateError:
        raise
    except ValueError as error:  # what the browser kept was damaged
        raise TemplateError(DAMAGED) from error


def _calendar(request: CalendarRequest) -> FileReply | Failure:
    stored = dossier.read_stored(request["document"])
    try:
        term = _term(stored, request.get("values"))
    except InputErrors as error:
        return {"error": str(error)}
    if not any(calendar.events_of(stored, term)):
        return {"error": _NO_DAYS}
    stamp = datetime.fromisoformat(request["stamp"])
    text = calendar.make(stored, term, stamp)
    return _file(
        documents.file_name(calendar.FILENAME, stored, stamp.date()), calendar_file.MIME, text.encode(), stored.mended
    )


def _term(stored: dossier.Document, values: Mapping[str, str] | None) -> duration.Inputs | None:
    """The appointment in these values of the term's form or, without any, in the dossier, which may not know it.

    Raises `InputErrors` for values that cannot be used.
    """
    if values is None:
        return Figures(stored).appointment
    term: duration.Inputs = CALCULATORS["looptijd"].read(values)
    return term


_NO_DAYS = "Er staat nog geen datum in je dossier. Vul de looptijd of het budget in, of zet datums in de checklist."


def _compare(request: CompareRequest) -> CompareReply:
    """Side by side, in the order in which they are stored; those beyond the most that are kept are left out."""
    rows = request["scenarios"][:MOST_SCENARIOS]
    ids = dossier.identified([row.get("id") for row in rows])
    names = dossier.named_apart(row.get("name") for row in rows)
    results = [_budget_result(row.get("values", {})) for row in rows]
    saved = [scenarios.Saved(id_, name, result) for id_, name, result in zip(ids, names, results, strict=True)]
    return {"html": scenarios.fragment(saved)}


def _budget_result(values: Mapping[str, Any]) -> Result | None:
    """The budget of these values; none if they cannot be calculated with."""
    calculator = CALCULATORS["budget"]
    try:
        return calculator.evaluate(calculator.read(values))
    except InputErrors:
        return None


def _file(name: str, mime: str, content: bytes, warnings: Iterable[str] = ()) -> FileReply:
    return {"name": name, "mime": mime, "data": base64.b64encode(content).decode(), "warnings": list(warnings)}


def _shown(request: ShownRequest) -> ShownReply:
    """Pages ask this only if a form shows something that Python works out, such as the average of all posts."""
    stored = dossier.read_stored(request["document"])
    return {"values": dict(stored.shown(request["calculator"]))}


def _import(request: ImportRequest) -> ImportReply:
    given = dossier.read(request["incoming"])
    try:
        current = dossier.read_stored(request["current"])
    except dossier.DocumentError:
        current = dossier.EMPTY  # the stored document is damaged, so everything in the file is new
    html = incoming.preview(dossier.headlines(current, given), dossier.changes(current, given), given)
    return {"html": html, "document": dossier.write(replace(given, remarks=()))}


def _view(request: ViewRequest) -> ViewReply:
    return {"html": filled.fragment(dossier.read(request["incoming"]))}


def _remark(request: RemarkRequest) -> FileReply:
    """The same file with the new remarks after those it already had."""
    today = date.fromisoformat(request["today"])
    document = dossier.remarked(request["incoming"], request["remarks"], today)
    _, mime, content = documents.make("gegevens", document, today)
    return _file("dossier-met-opmerkingen.json", mime, content)


def _overview(request: OverviewRequest) -> OverviewReply:
    stored = dossier.read_stored(request["document"])
    return {
        "html": overview.fragment(stored),
        "tasks": tasks.fragment(stored),
        "note": outline.fragment(stored),
        "errors": dossier.errors(stored),
        "warnings": list(stored.mended),
    }


_ACTIONS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "figures": _figures,
    "evaluate": _evaluate,
    "compare": _compare,
    "calendar": _calendar,
    "document": _document,
    "house": _house,
    "shown": _shown,
    "import": _import,
    "view": _view,
    "remark": _remark,
    "overview": _overview,
}
