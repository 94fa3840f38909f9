"""Checking single values of a stored or imported document: types, lengths, characters and days."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

from calculators.core import fields
from calculators.dossier.declared import allowed, clean, forbidden

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TOO_EARLY = "“{}” ligt voor het jaar 2000. Schrijf het jaartal met vier cijfers."


class DocumentError(ValueError):
    """A file that cannot be used; the message says why, in Dutch."""


class Checker:
    """Checks values and notes what it left out; refuses anything wrong."""

    def __init__(self) -> None:
        self.ignored: list[str] = []
        self.mended: list[str] = []

    def refuse[T](self, message: str, instead: T) -> T:  # noqa: ARG002 - `_LenientReader` uses it
        """Refuse the file. A lenient reader goes on with `instead`."""
        raise DocumentError(message)

    def rows[T](self, data: Any, where: str, most: int, row: Callable[[dict[str, Any], str], T]) -> tuple[T, ...]:
        """The rows of a list, of at most so many; each is named by its number."""
        if not isinstance(data, list):
            data = self.refuse(f"“{where}” heeft niet de juiste vorm.", [])
        if len(data) > most:
            data = self.refuse(f"Er staan te veel regels in “{where}”: hoogstens {most}.", data[:most])
        rows = []
        for number, value in enumerate(data, start=1):
            name = f"{where} {number}"
            rows.append(row(self.mapping(value, name), name))
        return tuple(rows)

    def leave_out(self, where: str, data: dict[str, Any], known: Collection[str]) -> None:
        """Note the keys that this guide does not know."""
        for key in data:
            if key not in known:
                name = key if len(key) <= 40 and not forbidden(key) else "…"
                self.ignored.append(f"{where}: {name}" if where else name)

    def mapping(self, data: Any, where: str) -> dict[str, Any]:
        """The value, if it is an object of JSON; `where` names it in the message if it is not."""
        if isinstance(data, dict):
            return data
        nothing: dict[str, Any] = {}
        return self.refuse(f"“{where}” heeft niet de juiste vorm.", nothing)

    def text(self, value: Any, where: str, longest: int) -> str:
        """The value as text of at most so many characters, without unwanted ones."""
        if not isinstance(value, str):
            return self.refuse(f"“{where}” moet tekst zijn.", "")
        text = clean(value)
        if len(text) > longest:
            text = self.refuse(f"“{where}” is te lang: hoogstens {longest} tekens.", text[:longest])
        if forbidden(text):
            text = self.refuse(f"“{where}” bevat tekens die geen tekst zijn.", allowed(text))
        return text

    def one_of(self, value: Any, where: str, known: Iterable[str], instead: str) -> str:
        """The value, if it is one of the known ones; a lenient reader goes on with `instead`."""
        if isinstance(value, str) and value in tuple(known):
            return value
        return self.refuse(f"“{where}” heeft een waarde die deze gids niet kent.", instead)

    def day(self, value: Any, where: str) -> str:
        """The value as an ISO date from 2000 on, or empty."""
        if value == "":
            return ""
        if isinstance(value, str) and ISO.fullmatch(value):
            if too_early(value):
                return self.refuse(TOO_EARLY.format(where), "")
            try:
                return date.fromisoformat(value).isoformat()
            except ValueError:
                pass
        return self.refuse(f"“{where}” is geen geldige datum.", "")


def too_early(text: str) -> bool:
    """Whether this is an ISO date before 2000, most likely typed with a year of two digits."""
    return ISO.fullmatch(text) is not None and text < fields.FIRST_DAY
