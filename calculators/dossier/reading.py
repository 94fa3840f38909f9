"""Reading a stored or imported document, whatever is in it.

Nothing here trusts the text: size, depth, types, lengths and characters are checked before a value is used. An imported
file is refused with a `DocumentError` if anything in it is wrong. The reader's own storage is never refused for one odd
field: that field is left out or cut, and `Document.mended` says which and why.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any, NoReturn

from calculators.appointment import KEYS
from calculators.budget.variants import MOST_SCENARIOS
from calculators.calculator import CALCULATORS
from calculators.core import content, nesting
from calculators.core.fields import LONGEST_PASTED, LONGEST_TYPED, PASTED, Kind
from calculators.dossier.checking import TOO_EARLY, Checker, DocumentError, too_early
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES, STATUSES, Engagement, Status
from calculators.dossier.declared import (
    ASKED,
    FIELDS,
    LISTS,
    LONGEST,
    NUMBERS,
    OWN,
    options,
)
from calculators.dossier.document import (
    OWN_ACTION,
    PARTS,
    VERSION,
    Document,
    ItemStatus,
    OwnAction,
    Partner,
    Remark,
    Scenario,
    items_with,
    with_ids,
    write,
)
from calculators.dossier.limits import (
    DEEPEST,
    LARGEST,
    LONGEST_NOTE,
    LONGEST_NUMBER,
    LONGEST_REMARK,
    MOST_ACTIONS,
    MOST_INPUTS,
    MOST_PARTNERS,
    MOST_REMARKS,
    SHORT,
)
from calculators.dossier.upgrading import upgraded

_PASTED = {
    name for calculator in CALCULATORS.values() for name, field in calculator.fields.items() if field.kind in PASTED
}
"""The inputs that hold several lines."""
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_ID = re.compile(r"[0-9A-Za-z-]{1,60}")
"""Ids as pages make them, with `crypto`."""


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
    if data.keys() - {"version", "id"} and not data.keys() & set(_KEYS[2:]):
        reader.refuse(_OTHER, None)  # a file of another program, which numbers its versions too
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
        raise DocumentError(_UNREADABLE if text.lstrip()[:1] in ("", "{") else _OTHER) from error
    if not isinstance(data, dict):
        raise DocumentError("Dit bestand is geen dossier van deze gids.")
    return data


_UNREADABLE = "Dit bestand is geen geldig JSON-bestand. Misschien is het maar voor een deel bewaard."
_OTHER = "Dit bestand is geen dossier van deze gids. Kies het bestand op .json dat je hier eerder bewaarde."
_KEYS = ("version", "id", "appointment", "calculators", "scenarios", "checklist", "dossier", "remarks", "actions")
"""What a document consists of."""


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


class _Reader(Checker):
    """Reads one document and notes what it left out; refuses anything wrong."""

    def document(self, data: dict[str, Any]) -> Document:
        self.leave_out("", data, _KEYS)
        dossier = self.mapping(data.get("dossier", {}), "dossier")
        self.leave_out("dossier", dossier, (*OWN, *LISTS, "partners"))
        actions = self._actions(self.mapping(data.get("actions", {}), "eigen acties"))
        return Document(
            appointment=self._appointment(self.mapping(data.get("appointment", {}), "aanstelling")),
            calculators=self._calculators(self.mapping(data.get("calculators", {}), "calculators")),
            scenarios=with_ids(self.rows(data.get("scenarios", []), "scenario", MOST_SCENARIOS, self._scenario)),
            checklist=self._checklist(self.mapping(data.get("checklist", {}), "checklist"), actions),
            actions=actions,
            texts={name: self._field(name, dossier[name]) for name in OWN if name in dossier},
            strategieen=self._ids(dossier, "strategieen"),
            profielen=self._ids(dossier, "profielen"),
            criteria=self._ids(dossier, "criteria"),
            partners=self.rows(dossier.get("partners", []), "partner", MOST_PARTNERS, self._partner),
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
        rows = self.rows(data, "opmerking", MOST_REMARKS, self._remark)
        return tuple(remark for remark in rows if remark.text.strip())

    def _remark(self, data: dict[str, Any], where: str) -> Remark:
        self.leave_out("remarks", data, ("part", "text", "at"))
        return Remark(
            self.one_of(data.get("part"), f"{where}: deel", PARTS, "dossier"),
            self.text(data.get("text", ""), f"{where}: tekst", LONGEST_REMARK),
            self.day(data.get("at", ""), f"{where}: datum"),
        )

    def _appointment(self, data: dict[str, Any]) -> Mapping[str, str]:
        self.leave_out("aanstelling", data, KEYS)
        known = {key: data[key] for key in KEYS if key in data}
        texts = dict(self._inputs(known, "aanstelling"))
        for key, label in (("uitvoering", "wie in dienst neemt"), ("afsluitmoment", "afsluitmoment")):
            if key in texts:
                texts[key] = self.one_of(texts[key], label, ("", *_known(key)), "")
        return {key: text for key, text in texts.items() if text}

    def _calculators(self, data: dict[str, Any]) -> Mapping[str, Mapping[str, str]]:
        self.leave_out("calculators", data, CALCULATORS)
        return {name: self._inputs(data[name], name) for name in CALCULATORS if name in data}

    def _inputs(self, data: Any, where: str) -> Mapping[str, str]:
        raw = self.mapping(data, where)
        if len(raw) > MOST_INPUTS:
            raw = self.refuse(f"Er staan te veel velden in “{where}”.", dict(islice(raw.items(), MOST_INPUTS)))
        for name in raw:
            if not _NAME.fullmatch(name):
                self.ignored.append(f"een onbekend veld in {where}")
        return {
            name: self.text(value, f"{where}: {name}", LONGEST_PASTED if name in _PASTED else LONGEST_TYPED)
            for name, value in raw.items()
            if _NAME.fullmatch(name)
        }

    def _scenario(self, data: dict[str, Any], where: str) -> Scenario:
        self.leave_out("scenarios", data, ("id", "name", "values"))
        return Scenario(
            self.text(data.get("name", ""), f"{where}: naam", SHORT),
            self._inputs(data.get("values", {}), where),
            self.text(data.get("id", ""), f"{where}: id", SHORT),
        )

    def _actions(self, data: dict[str, Any]) -> tuple[OwnAction, ...]:
        """The reader's own actions, in the order of their ids.

        Two tabs can leave one without a step: it was removed.
        """
        rows = {id_: self.mapping(row, "eigen actie") for id_, row in sorted(data.items())}
        rows = {id_: row for id_, row in rows.items() if "step" in row}
        if len(rows) > MOST_ACTIONS:
            message = f"Er staan te veel eigen acties in de checklist: hoogstens {MOST_ACTIONS}."
            rows = self.refuse(message, dict(islice(rows.items(), MOST_ACTIONS)))
        self.leave_out("eigen acties", rows, [id_ for id_ in rows if OWN_ACTION.fullmatch(id_)])
        return tuple(self._action(id_, row) for id_, row in rows.items() if OWN_ACTION.fullmatch(id_))

    def _action(self, id_: str, row: dict[str, Any]) -> OwnAction:
        self.leave_out("eigen acties", row, ("step", "text"))
        steps = [step.id for step in content.steps()]
        return OwnAction(
            id_,
            self.one_of(row["step"], "eigen actie: stap", steps, steps[0]),
            self.text(row.get("text", ""), "eigen actie", SHORT),
        )

    def _checklist(self, data: dict[str, Any], actions: tuple[OwnAction, ...]) -> Mapping[str, ItemStatus]:
        known = {item.id: item.text for item in items_with(actions)}
        self.leave_out("checklist", data, known)
        return {item: self._status(data[item], text) for item, text in known.items() if item in data}

    def _status(self, value: Any, action: str) -> ItemStatus:
        where = f"checklist, {action.rstrip('.')}"
        data = self.mapping(value, where)
        self.leave_out("checklist", data, ("status", "who", "by", "note"))
        return ItemStatus(
            self.one_of(data.get("status", Status.TO_DO), f"{where}: status", STATUSES, Status.TO_DO),
            self.text(data.get("who", ""), f"{where}: wie", SHORT),
            self.day(data.get("by", ""), f"{where}: tegen wanneer"),
            self.text(data.get("note", ""), f"{where}: notitie", LONGEST_NOTE),
        )

    def _field(self, name: str, value: Any) -> str:
        field = FIELDS[name]
        text = self.text(value, field.label, LONGEST[name])
        if field.kind is Kind.DATE and too_early(text):
            return self.refuse(TOO_EARLY.format(field.label), text)
        if field.kind is not Kind.CHOICE:
            return text
        return self.one_of(text, field.label, ("", *dict(field.choices)), "")

    def _partner(self, data: dict[str, Any], where: str) -> Partner:
        self.leave_out("partners", data, ("naam", "soort", *NUMBERS, "engagement"))
        kind = self.one_of(data.get("soort", ""), f"{where}: soort", ("", *PARTNER_ROLES), "")
        return Partner(
            naam=self.text(data.get("naam", ""), f"{where}: naam", SHORT),
            soort=kind,
            engagement=self.one_of(
                data.get("engagement", Engagement.NONE), f"{where}: engagement", ENGAGEMENTS, Engagement.NONE
            ),
            **self._numbers(data, kind, where),
        )

    def _numbers(self, data: dict[str, Any], kind: str, where: str) -> dict[str, str]:
        """The numbers that a partner promises. Older documents kept the number of every partner as places."""
        numbers = {
            name: self._number(data.get(name, ""), f"{where}: {field.label.lower()}") for name, field in NUMBERS.items()
        }
        if data.keys() & NUMBERS.keys() == {"plaatsen"}:
            return {ASKED[kind]: numbers["plaatsen"]}
        return numbers

    def _number(self, value: Any, where: str) -> str:
        return self.text(str(value) if type(value) is int else value, where, LONGEST_NUMBER)

    def _ids(self, dossier: Mapping[str, Any], name: str) -> tuple[str, ...]:
        """The chosen ids, each once, in the order of the choices."""
        chosen = dossier.get(name, [])
        if not isinstance(chosen, list):
            chosen = self.refuse(f"“{name}” heeft niet de juiste vorm.", [])
        known = _known(name)
        kept = {self.one_of(id_, name, known, "") for id_ in chosen}
        return tuple(id_ for id_ in known if id_ in kept)


class _LenientReader(_Reader):
    """Reads the reader's own storage: goes on without what it cannot use, and notes why in `mended`."""

    def refuse[T](self, message: str, instead: T) -> T:
        self.mended.append(message)
        return instead


def _known(name: str) -> tuple[str, ...]:
    return tuple(id_ for id_, _ in options(name))
