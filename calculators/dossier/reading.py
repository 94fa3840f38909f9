"""Reading a stored or imported document, whatever is in it.

Nothing here trusts the text: size, depth, types, lengths and characters are checked before a value is used. An imported
file is refused with a `DocumentError` if anything in it is wrong. The reader's own storage is never refused for one odd
field: that field is left out or cut, and `Document.mended` says which and why.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any, NoReturn

from calculators.appointment import KEYS
from calculators.budget.variants import MOST_SCENARIOS
from calculators.calculator import CALCULATORS
from calculators.core import content, fields, nesting
from calculators.core.fields import Kind
from calculators.dossier.declared import (
    ASKED,
    FIELDS,
    LISTS,
    LONGEST,
    NUMBERS,
    OWN,
    allowed,
    clean,
    forbidden,
    options,
)
from calculators.dossier.document import (
    ENGAGEMENTS,
    PARTNER_KINDS,
    PARTS,
    STATUSES,
    VERSION,
    Document,
    ItemStatus,
    Partner,
    Remark,
    Scenario,
    with_ids,
    write,
)
from calculators.dossier.limits import (
    DEEPEST,
    LARGEST,
    LONGEST_NOTE,
    LONGEST_NUMBER,
    LONGEST_REMARK,
    MOST_INPUTS,
    MOST_PARTNERS,
    MOST_REMARKS,
    SHORT,
)
from calculators.dossier.upgrading import upgraded

_PASTED = {name for one in CALCULATORS.values() for name, spec in one.specs.items() if spec.kind in fields.PASTED}
"""The inputs that hold several lines."""
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_ID = re.compile(r"[0-9A-Za-z-]{1,60}")
"""Ids as pages make them, with `crypto`."""
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TOO_EARLY = "“{}” ligt voor het jaar 2000. Schrijf het jaartal met vier cijfers."


class DocumentError(ValueError):
    """A file that cannot be used; the message says why, in Dutch."""


class NewerDocument(DocumentError):
    """A file of a later version of the guide, which must be left as it is."""


def read(json_text: str) -> Document:
    """Read an imported document of this or an earlier version. Raises `DocumentError` for anything else."""
    if len(json_text) > LARGEST:
        raise DocumentError("Dit bestand is te groot voor een dossier van deze gids.")
    return _document(json_text, _Reader())


def read_stored(json_text: str) -> Document:
    """Read the reader's own storage: values that cannot be used are left out or cut, and named in `mended`.

    Raises `DocumentError` only if the text as a whole is not a document, and `NewerDocument` for a later version.
    """
    return _document(json_text, _LenientReader())


def remarked(json_text: str, remarks: Sequence[Mapping[str, str]], today: date) -> Document:
    """The document in a file, with `remarks` ({part, text}) of `today` after those it already has.

    Raises `DocumentError` for text that is not a document, and for one that would be too large with these remarks.
    """
    document = read(json_text)
    added = _Reader().remarks([{**remark, "at": today.isoformat()} for remark in remarks])
    return read(write(replace(document, remarks=(*document.remarks, *added))))


def _document(json_text: str, reader: "_Reader") -> Document:
    data = _json(json_text)
    version = data.get("version", 0)
    if type(version) is not int or version < 0:
        raise DocumentError("Dit bestand heeft geen geldig versienummer.")
    if version > VERSION:
        raise NewerDocument(
            f"Dit bestand komt van een nieuwere versie van de gids (versie {version}). "
            "Herlaad de pagina om de nieuwste versie te krijgen. Je bestand blijft zoals het is."
        )
    return reader.document(migrate(data))


def migrate(data: dict[str, Any]) -> dict[str, Any]:
    """Convert JSON data of an earlier version to this version. Raises `DocumentError` if they are not a document."""
    try:
        return {**upgraded(data, data.get("version", 0)), "version": VERSION}
    except ValueError as error:
        raise DocumentError("Dit bestand is geen dossier van deze gids.") from error


def _json(text: str) -> dict[str, Any]:
    if nesting.is_deeper(text, DEEPEST):
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
    """Reads one document and notes what it left out; refuses anything wrong."""

    def __init__(self) -> None:
        self.ignored: list[str] = []
        self.mended: list[str] = []

    def refuse[T](self, message: str, instead: T) -> T:  # noqa: ARG002 - `_LenientReader` uses it
        """Refuse the file. A lenient reader goes on with `instead`."""
        raise DocumentError(message)

    def document(self, data: dict[str, Any]) -> Document:
        known = ("version", "id", "appointment", "calculators", "scenarios", "checklist", "dossier", "remarks")
        self._leave_out("", data, known)
        dossier = self._mapping(data.get("dossier", {}), "dossier")
        self._leave_out("dossier", dossier, (*OWN, *LISTS, "partners"))
        return Document(
            appointment=self._appointment(self._mapping(data.get("appointment", {}), "aanstelling")),
            calculators=self._calculators(self._mapping(data.get("calculators", {}), "calculators")),
            scenarios=with_ids(self._rows(data.get("scenarios", []), "scenario", MOST_SCENARIOS, self._scenario)),
            checklist=self._checklist(self._mapping(data.get("checklist", {}), "checklist")),
            texts={name: self._field(name, dossier[name]) for name in OWN if name in dossier},
            strategieen=self._ids(dossier, "strategieen"),
            profielen=self._ids(dossier, "profielen"),
            criteria=self._ids(dossier, "criteria"),
            partners=self._rows(dossier.get("partners", []), "partner", MOST_PARTNERS, self._partner),
            remarks=self.remarks(data.get("remarks", [])),
            id=self._id(data.get("id", "")),
            ignored=tuple(self.ignored),
            mended=tuple(self.mended),
        )

    def _id(self, value: Any) -> str:
        if value == "" or (isinstance(value, str) and _ID.fullmatch(value)):
            return str(value)
        return self.refuse("Het nummer van het dossier heeft niet de juiste vorm.", "")

    def remarks(self, data: Any) -> tuple[Remark, ...]:
        """Remarks on a file, without those that are blank."""
        rows = self._rows(data, "opmerking", MOST_REMARKS, self._remark)
        return tuple(remark for remark in rows if remark.text.strip())

    def _remark(self, data: dict[str, Any], where: str) -> Remark:
        self._leave_out("remarks", data, ("part", "text", "at"))
        return Remark(
            self._one_of(data.get("part"), f"{where}: deel", PARTS, "dossier"),
            self._text(data.get("text", ""), f"{where}: tekst", LONGEST_REMARK),
            self._day(data.get("at", ""), f"{where}: datum"),
        )

    def _appointment(self, data: dict[str, Any]) -> Mapping[str, str]:
        self._leave_out("aanstelling", data, KEYS)
        known = {key: data[key] for key in KEYS if key in data}
        texts = dict(self._inputs(known, "aanstelling"))
        for key, label in (("uitvoering", "wie in dienst neemt"), ("afsluitmoment", "afsluitmoment")):
            if key in texts:
                texts[key] = self._one_of(texts[key], label, ("", *_known(key)), "")
        return {key: text for key, text in texts.items() if text}

    def _calculators(self, data: dict[str, Any]) -> Mapping[str, Mapping[str, str]]:
        self._leave_out("calculators", data, CALCULATORS)
        return {name: self._inputs(data[name], name) for name in CALCULATORS if name in data}

    def _inputs(self, data: Any, where: str) -> Mapping[str, str]:
        raw = self._mapping(data, where)
        if len(raw) > MOST_INPUTS:
            raw = self.refuse(f"Er staan te veel velden in “{where}”.", dict(islice(raw.items(), MOST_INPUTS)))
        for name in raw:
            if not _NAME.fullmatch(name):
                self.ignored.append(f"een onbekend veld in {where}")
        return {
            name: self._text(value, f"{where}: {name}", fields.LONGEST_PASTED if name in _PASTED else fields.LONGEST)
            for name, value in raw.items()
            if _NAME.fullmatch(name)
        }

    def _scenario(self, data: dict[str, Any], where: str) -> Scenario:
        self._leave_out("scenarios", data, ("id", "name", "values"))
        return Scenario(
            self._text(data.get("name", ""), f"{where}: naam", SHORT),
            self._inputs(data.get("values", {}), where),
            self._text(data.get("id", ""), f"{where}: id", SHORT),
        )

    def _checklist(self, data: dict[str, Any]) -> Mapping[str, ItemStatus]:
        known = {item.id: item.text for item in content.items()}
        self._leave_out("checklist", data, known)
        return {item: self._status(data[item], text) for item, text in known.items() if item in data}

    def _status(self, value: Any, action: str) -> ItemStatus:
        where = f"checklist, {action.rstrip('.')}"
        data = self._mapping(value, where)
        self._leave_out("checklist", data, ("status", "who", "by", "note"))
        return ItemStatus(
            self._one_of(data.get("status", "te-doen"), f"{where}: status", STATUSES, "te-doen"),
            self._text(data.get("who", ""), f"{where}: wie", SHORT),
            self._day(data.get("by", ""), f"{where}: tegen wanneer"),
            self._text(data.get("note", ""), f"{where}: notitie", LONGEST_NOTE),
        )

    def _field(self, name: str, value: Any) -> str:
        spec = FIELDS[name]
        text = self._text(value, spec.label, LONGEST[name])
        if spec.kind is Kind.DATE and _too_early(text):
            return self.refuse(_TOO_EARLY.format(spec.label), text)
        if spec.kind is not Kind.CHOICE:
            return text
        return self._one_of(text, spec.label, ("", *dict(spec.choices)), "")

    def _partner(self, data: dict[str, Any], where: str) -> Partner:
        self._leave_out("partners", data, ("naam", "soort", *NUMBERS, "engagement"))
        kind = self._one_of(data.get("soort", ""), f"{where}: soort", ("", *PARTNER_KINDS), "")
        return Partner(
            naam=self._text(data.get("naam", ""), f"{where}: naam", SHORT),
            soort=kind,
            engagement=self._one_of(data.get("engagement", "nee"), f"{where}: engagement", ENGAGEMENTS, "nee"),
            **self._numbers(data, kind, where),
        )

    def _numbers(self, data: dict[str, Any], kind: str, where: str) -> dict[str, str]:
        """The numbers that a partner promises. Older documents kept the number of every kind of partner as places."""
        numbers = {
            name: self._number(data.get(name, ""), f"{where}: {spec.label.lower()}") for name, spec in NUMBERS.items()
        }
        if data.keys() & NUMBERS.keys() == {"plaatsen"}:
            return {ASKED[kind]: numbers["plaatsen"]}
        return numbers

    def _number(self, value: Any, where: str) -> str:
        return self._text(str(value) if type(value) is int else value, where, LONGEST_NUMBER)

    def _rows[T](self, data: Any, where: str, most: int, row: Callable[[dict[str, Any], str], T]) -> tuple[T, ...]:
        if not isinstance(data, list):
            data = self.refuse(f"“{where}” heeft niet de juiste vorm.", [])
        if len(data) > most:
            data = self.refuse(f"Er staan te veel regels in “{where}”: hoogstens {most}.", data[:most])
        rows = []
        for number, value in enumerate(data, start=1):
            name = f"{where} {number}"
            rows.append(row(self._mapping(value, name), name))
        return tuple(rows)

    def _leave_out(self, where: str, data: dict[str, Any], known: Collection[str]) -> None:
        for key in data:
            if key not in known:
                name = key if len(key) <= 40 and not forbidden(key) else "…"
                self.ignored.append(f"{where}: {name}" if where else name)

    def _mapping(self, data: Any, where: str) -> dict[str, Any]:
        if isinstance(data, dict):
            return data
        nothing: dict[str, Any] = {}
        return self.refuse(f"“{where}” heeft niet de juiste vorm.", nothing)

    def _text(self, value: Any, where: str, longest: int) -> str:
        if not isinstance(value, str):
            return self.refuse(f"“{where}” moet tekst zijn.", "")
        text = clean(value)
        if len(text) > longest:
            text = self.refuse(f"“{where}” is te lang: hoogstens {longest} tekens.", text[:longest])
        if forbidden(text):
            text = self.refuse(f"“{where}” bevat tekens die geen tekst zijn.", allowed(text))
        return text

    def _one_of(self, value: Any, where: str, known: Iterable[str], instead: str) -> str:
        if isinstance(value, str) and value in tuple(known):
            return value
        return self.refuse(f"“{where}” heeft een waarde die deze gids niet kent.", instead)

    def _day(self, value: Any, where: str) -> str:
        if value == "":
            return ""
        if isinstance(value, str) and _ISO.fullmatch(value):
            if _too_early(value):
                return self.refuse(_TOO_EARLY.format(where), "")
            try:
                return date.fromisoformat(value).isoformat()
            except ValueError:
                pass
        return self.refuse(f"“{where}” is geen geldige datum.", "")

    def _ids(self, dossier: Mapping[str, Any], name: str) -> tuple[str, ...]:
        """The chosen ids, each once, in the order of the choices."""
        chosen = dossier.get(name, [])
        if not isinstance(chosen, list):
            chosen = self.refuse(f"“{name}” heeft niet de juiste vorm.", [])
        known = _known(name)
        kept = {self._one_of(id_, name, known, "") for id_ in chosen}
        return tuple(id_ for id_ in known if id_ in kept)


class _LenientReader(_Reader):
    """Reads the reader's own storage: goes on without what it cannot use, and notes why in `mended`."""

    def refuse[T](self, message: str, instead: T) -> T:
        self.mended.append(message)
        return instead


def _too_early(text: str) -> bool:
    """Whether this is an ISO date before 2000, most likely typed with a year of two digits."""
    return _ISO.fullmatch(text) is not None and text < fields.FIRST_DAY


def _known(name: str) -> tuple[str, ...]:
    return tuple(id_ for id_, _ in options(name))
