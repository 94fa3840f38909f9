"""Reading records from a TOML file, strictly: an unknown, missing, empty or mistyped key raises a `ContentError`."""

import dataclasses
import re
import tomllib
from collections.abc import Iterable
from enum import EnumType
from types import UnionType
from typing import Any, Literal, get_args, get_origin

_MAY_BE_EMPTY = {"help"}


class ContentError(ValueError):
    """A content file that breaks its schema; the message names file, record and key."""


def records[T](file: str, text: str, record: type[T], known: Iterable[type]) -> tuple[T, ...]:
    """The tables of one kind of `record` in a file that holds the `known` kinds.

    Raises `ContentError` if the file breaks its schema.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{file}: {error}") from error
    names = set(map(_table_name, known))
    for name, rows in tables.items():
        if name not in names or not isinstance(rows, list):
            raise ContentError(f"{file}: unknown table {name!r}")
    name = _table_name(record)
    found = tuple(
        _record(f"{file}, [[{name}]] {number}", row, record) for number, row in enumerate(tables.get(name, []), 1)
    )
    _unique(f"{file}, [[{name}]]", found)
    return found


def _table_name(record: type) -> str:
    """The name of a record's table in its file: `partner_kind` for `PartnerKind`."""
    return re.sub("(?<!^)(?=[A-Z])", "_", record.__name__).lower()


def _record[T](where: str, row: Any, record: type[T]) -> T:
    if not isinstance(row, dict):
        raise ContentError(f"{where}: no table")
    where = f"{where} ({row.get('id', row.get('term', '?'))})"
    fields = {field.name: field for field in dataclasses.fields(record)}  # type: ignore[arg-type]
    if unknown := row.keys() - fields.keys():
        raise ContentError(f"{where}: unknown key {min(unknown)!r}")
    for key, field in fields.items():
        if key not in row:
            if field.default is dataclasses.MISSING:
                raise ContentError(f"{where}: missing key {key!r}")
        elif not _fits(row[key], field.type) or (row[key] == "" and key not in _MAY_BE_EMPTY):
            raise ContentError(f"{where}: key {key!r} cannot be {row[key]!r}")
    return record(**{key: _read(value, fields[key].type) for key, value in row.items()})


def _read(value: Any, wanted: Any) -> Any:
    if isinstance(wanted, EnumType):
        return wanted(value)
    return tuple(_read(part, get_args(wanted)[0]) for part in value) if isinstance(value, list) else value


def _fits(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, UnionType):
        return any(_fits(value, kind) for kind in get_args(wanted))
    if isinstance(wanted, EnumType):
        return isinstance(value, str) and value in wanted
    if get_origin(wanted) is Literal:
        return isinstance(value, str) and value in get_args(wanted)
    if get_origin(wanted) is tuple:
        return isinstance(value, list) and all(part and _fits(part, get_args(wanted)[0]) for part in value)
    return type(value) is wanted


def _unique(where: str, records: tuple[Any, ...]) -> None:
    keys = [getattr(record, "id", None) or record.term for record in records]
    for key in keys:
        if keys.count(key) > 1:
            raise ContentError(f"{where}: {key!r} appears more than once")
