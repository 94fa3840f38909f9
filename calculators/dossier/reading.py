"""Reading a stored or received document, whatever is in it.

Nothing here trusts the text: size, depth, types, lengths and characters are checked before a value is used, and every
refusal is a `DocumentError` with a message for the reader.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any, NoReturn

from calculators import content
from calculators.dossier.declared import LISTS, LONGEST, SHORT, SPECS, clean, forbidden, options
from calculators.dossier.document import (
    CALCULATORS,
    ENGAGEMENTS,
    PARTNER_KINDS,
    STATUSES,
    VERSION,
    Document,
    Mark,
    Partner,
    Scenario,
)
from calculators.fields import Kind

LARGEST = 2_000_000
MOST_PARTNERS = 40
MOST_SCENARIOS = 3
MOST_INPUTS = 300
LONGEST_INPUT = 500
LONGEST_NOTE = 2000
_DEEPEST = 8
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


class DocumentError(ValueError):
    """A file that cannot be used; the message says why, in Dutch."""


class NewerDocument(DocumentError):
    """A file of a later version of this site: leave it as it is."""


def read(json_text: str) -> Document:
    """Read a document of this or an earlier version. Raises `DocumentError` for anything else."""
    data = _json(json_text)
    version = data.get("version", 0)
    if type(version) is not int or version < 0:
        raise DocumentError("Dit bestand heeft geen geldig versienummer.")
    if version > VERSION:
        raise NewerDocument(
            f"Dit bestand komt van een nieuwere versie van de gids (versie {version}). "
            "Herlaad de pagina om de nieuwste versie te krijgen. Je bestand blijft zoals het is."
        )
    return _Reader().document(migrate(data))


def migrate(data: dict[str, Any]) -> dict[str, Any]:
    """Bring a document of an earlier version to the present one; other documents come back unchanged.

    Version 0, of the first prototype, was flat: a mapping from item to whether it was ticked.
    """
    if data.get("version", 0) != 0:
        return data
    ticked = data.get("checklist")
    if not isinstance(ticked, dict) or not all(isinstance(done, bool) for done in ticked.values()):
        raise DocumentError("Dit bestand is geen dossier van deze gids.")
    checklist = {item: {"status": "klaar" if done else "te-doen"} for item, done in ticked.items()}
    rest = {key: value for key, value in data.items() if key not in ("version", "checklist")}
    return {**rest, "version": 1, "checklist": checklist}


def _json(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise DocumentError("Dit bestand is te groot voor een dossier van deze gids.")
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > _DEEPEST:
            raise DocumentError("Dit bestand is geen dossier van deze gids: het is te diep genest.")
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            "Dit bestand is geen geldig JSON-bestand. Misschien is het maar voor een deel bewaard."
        ) from error
    if not isinstance(data, dict):
        raise DocumentError("Dit bestand is geen dossier van deze gids.")
    return data


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


class _Reader:
    """Reads one document and remembers what it left out."""

    def __init__(self) -> None:
        self.ignored: list[str] = []

    def document(self, data: dict[str, Any]) -> Document:
        self._leave_out("", data, ("version", "calculators", "scenarios", "checklist", "dossier"))
        dossier = _mapping(data.get("dossier", {}), "dossier")
        self._leave_out("dossier", dossier, (*SPECS, *LISTS, "afsluitmoment", "partners"))
        return Document(
            calculators=self._calculators(_mapping(data.get("calculators", {}), "calculators")),
            scenarios=self._rows(data.get("scenarios", []), "scenarios", MOST_SCENARIOS, self._scenario),
            checklist=self._checklist(_mapping(data.get("checklist", {}), "checklist")),
            texts={name: self._field(name, dossier[name]) for name in SPECS if name in dossier},
            strategieen=_ids(dossier, "strategieen"),
            profielen=_ids(dossier, "profielen"),
            criteria=_ids(dossier, "criteria"),
            afsluitmoment=_one_of(dossier.get("afsluitmoment", ""), "afsluitmoment", ("", *_known("afsluitmoment"))),
            partners=self._rows(dossier.get("partners", []), "partners", MOST_PARTNERS, self._partner),
            ignored=tuple(self.ignored),
        )

    def _calculators(self, data: dict[str, Any]) -> Mapping[str, Mapping[str, str]]:
        self._leave_out("calculators", data, CALCULATORS)
        return {name: self._inputs(data[name], name) for name in CALCULATORS if name in data}

    def _inputs(self, data: Any, where: str) -> Mapping[str, str]:
        raw = _mapping(data, where)
        if len(raw) > MOST_INPUTS:
            raise DocumentError(f"Er staan te veel velden in “{where}”.")
        for name in raw:
            if not _NAME.fullmatch(name):
                self.ignored.append(f"een onbekend veld in {where}")
        return {
            name: _text(value, f"{where}: {name}", LONGEST_INPUT)
            for name, value in raw.items()
            if _NAME.fullmatch(name)
        }

    def _scenario(self, data: dict[str, Any]) -> Scenario:
        self._leave_out("scenarios", data, ("name", "values"))
        return Scenario(
            _text(data.get("name", ""), "naam van een scenario", SHORT),
            self._inputs(data.get("values", {}), "scenarios"),
        )

    def _checklist(self, data: dict[str, Any]) -> Mapping[str, Mark]:
        known = [item.id for item in content.items()]
        self._leave_out("checklist", data, known)
        return {item: self._mark(_mapping(data[item], item)) for item in known if item in data}

    def _mark(self, data: dict[str, Any]) -> Mark:
        self._leave_out("checklist", data, ("status", "who", "by", "note"))
        return Mark(
            _one_of(data.get("status", "te-doen"), "status", STATUSES),
            _text(data.get("who", ""), "wie", SHORT),
            _day(data.get("by", "")),
            _text(data.get("note", ""), "nota bij de checklist", LONGEST_NOTE),
        )

    def _field(self, name: str, value: Any) -> str:
        spec = SPECS[name]
        text = _text(value, spec.label, LONGEST[name])
        return _one_of(text, spec.label, ("", *dict(spec.choices))) if spec.kind is Kind.CHOICE else text

    def _partner(self, data: dict[str, Any]) -> Partner:
        self._leave_out("partners", data, ("naam", "soort", "plaatsen", "engagement"))
        places = data.get("plaatsen", "")
        return Partner(
            _text(data.get("naam", ""), "naam van een partner", SHORT),
            _one_of(data.get("soort", ""), "soort partner", ("", *PARTNER_KINDS)),
            _text(str(places) if type(places) is int else places, "plaatsen", 20),
            _one_of(data.get("engagement", "nee"), "engagement", ENGAGEMENTS),
        )

    def _rows[T](self, data: Any, where: str, most: int, row: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
        if not isinstance(data, list):
            raise DocumentError(f"“{where}” heeft niet de juiste vorm.")
        if len(data) > most:
            raise DocumentError(f"Er staan te veel regels in “{where}”: hoogstens {most}.")
        return tuple(row(_mapping(part, where)) for part in data)

    def _leave_out(self, where: str, data: dict[str, Any], known: Collection[str]) -> None:
        for key in data:
            if key not in known:
                name = key if len(key) <= 40 and not forbidden(key) else "…"
                self.ignored.append(f"{where}: {name}" if where else name)


def _mapping(data: Any, where: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise DocumentError(f"“{where}” heeft niet de juiste vorm.")
    return data


def _text(value: Any, where: str, longest: int) -> str:
    if not isinstance(value, str):
        raise DocumentError(f"“{where}” moet tekst zijn.")
    text = clean(value)
    if len(text) > longest:
        raise DocumentError(f"“{where}” is te lang: hoogstens {longest} tekens.")
    if forbidden(text):
        raise DocumentError(f"“{where}” bevat tekens die geen tekst zijn.")
    return text


def _one_of(value: Any, where: str, known: Iterable[str]) -> str:
    if not isinstance(value, str) or value not in tuple(known):
        raise DocumentError(f"“{where}” heeft een waarde die deze gids niet kent.")
    return value


def _day(value: Any) -> str:
    if value == "":
        return ""
    try:
        if isinstance(value, str) and len(value) == 10:
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise DocumentError("Een datum in de checklist is niet geldig.")


def _ids(dossier: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The chosen ids in the order of the content, each once."""
    chosen = dossier.get(name, [])
    if not isinstance(chosen, list):
        raise DocumentError(f"“{name}” heeft niet de juiste vorm.")
    known = _known(name)
    for one in chosen:
        _one_of(one, name, known)
    return tuple(one for one in known if one in chosen)


def _known(name: str) -> tuple[str, ...]:
    return tuple(identity for identity, _ in options(name))
