"""The words of a command line, read with messages in Dutch: what the standard `argparse` says is English."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from calculators import documents
from calculators.calculator import CALCULATORS
from calculators.core.fields import Field, InputErrors, Kind, to_form_text
from calculators.core.parameters.prefill import DAY_OF_FIGURES

DOCX, XLSX = "nota", "dossier"
"""The kinds of document that `--docx` and `--xlsx` write, unless `--soort` names another."""
CHOICES = ("invoer", "dossier", "docx", "xlsx", "soort", "vandaag")
"""What takes a value and is no field of a form."""


class UsageError(ValueError):
    """A command that cannot be carried out; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was asked: a calculator, values of its form as typed, and documents as (file, kind)."""

    calculator: str
    values: Mapping[str, str]
    dossier: str = ""
    json: bool = False
    documents: Sequence[tuple[str, str]] = ()
    today: date | None = None


def read(words: Sequence[str]) -> Arguments:
    """Read a command: the name of a calculator, then options. Raises `UsageError`, and `InputErrors` per field.

    >>> read(["budget", "--fte=80", "--looptijd-jaren", "3"]).values
    {'fte': '80', 'looptijd_jaren': '3'}
    """
    calculator = named(words[0], CALCULATORS, "rekenhulp")
    fields = CALCULATORS[calculator].fields
    given = dict(_pairs(words[1:]))
    chosen = {name: given.pop(name, "") for name in CHOICES}
    as_json = given.pop("json", None) is not None
    for name in given:
        named(name, (*fields, DAY_OF_FIGURES), "veld", "--")
    values = {**_from_file(chosen["invoer"], fields), **given}
    return Arguments(calculator, values, chosen["dossier"], as_json, tuple(_documents(chosen)), _day(chosen["vandaag"]))


def named(name: str, known: Iterable[str], what: str, dashes: str = "") -> str:
    """The name, if it is known. Raises `UsageError` that offers the name most like it."""
    names = list(known)
    if name in names:
        return name
    near = get_close_matches(name, names, 1)
    if not name or not near:
        hint = f"Kies uit: {', '.join(names)}." if len(names) < 30 else "Zie python -m calculators velden."
    else:
        hint = f"Bedoel je {dashes}{near[0]}?"
    raise UsageError(f"{dashes}{name} is geen {what}. {hint}" if name else f"Welke {what}? {hint}")


def contents(path: str) -> str:
    """The text of a file. Raises `UsageError` when it can't be read."""
    try:
        return Path(path).read_text("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is geen tekstbestand.") from error
    except OSError as error:
        raise UsageError(f"{path} kan niet worden gelezen: bestaat het bestand?") from error


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each option with its value, `json` with none; a name may be written with dashes."""
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            raise UsageError(f"“{word}” staat los: zet er een veld voor, zoals --fte 80.")
        name, sign, value = word[2:].partition("=")
        if name != "json" and not sign:
            try:
                value = next(rest)
            except StopIteration:
                raise UsageError(f"Achter {word} ontbreekt een waarde.") from None
        yield name.replace("-", "_"), value


def _from_file(path: str, fields: Mapping[str, Field]) -> dict[str, str]:
    """The values in a file of JSON, as form text. Raises `UsageError`, and `InputErrors` for another type of value."""
    if not path:
        return {}
    try:
        data = json.loads(contents(path), parse_float=Decimal, parse_int=Decimal)
    except ValueError as error:
        raise UsageError(f"{path} is geen geldige JSON.") from error
    if not isinstance(data, dict):
        raise UsageError(f'{path}: schrijf de velden als {{"fte": 80}}.')
    return {name: _as_typed(name, value, fields) for name, value in data.items()}


def _as_typed(name: str, value: Any, fields: Mapping[str, Field]) -> str:
    """A value of JSON as a form would have it: a number means one thing only, whatever the notation of the form."""
    named(name, (*fields, DAY_OF_FIGURES), "veld")
    if isinstance(value, str):
        return value
    if not isinstance(value, Decimal):
        raise InputErrors({name: "Schrijf de waarde als getal of als tekst."})
    if name == DAY_OF_FIGURES:
        raise InputErrors({name: "Schrijf een datum als tekst, zoals 2027-01-04."})
    if fields[name].kind in (Kind.CHOICE, Kind.TEXT, Kind.DATE):
        return format(value, "f")
    return to_form_text(fields[name], value)


def _documents(chosen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each file to write, with its kind. Raises `UsageError` for a kind that is not of that format."""
    for option, usual in (("docx", DOCX), ("xlsx", XLSX)):
        if chosen[option]:
            kinds = [kind.id for kind in documents.ALL.values() if kind.filename.endswith(f".{option}")]
            yield chosen[option], named(chosen["soort"] or usual, kinds, f"soort van --{option}")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"--vandaag {text}: schrijf een datum zoals 2027-01-04.") from None
