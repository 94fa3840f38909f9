"""Values in the TOML files of figures, checked.

Each function gives the value of a key. It raises a `ParameterError` that begins with `where`: the file and the key.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any


class ParameterError(ValueError):
    """A figure that is missing, malformed or used for what it may not be used for."""


def keys(where: str, table: Any, required: AbstractSet[str], optional: AbstractSet[str] = frozenset()) -> None:
    """Refuse what is no table, lacks a required key or has an unknown one."""
    if not isinstance(table, Mapping):
        raise ParameterError(f"{where}: a table is needed")
    for key in sorted(required - table.keys()):
        raise ParameterError(f"{where}.{key}: missing")
    for key in sorted(table.keys() - (required | optional)):
        raise ParameterError(f"{where}.{key}: unknown key")


def text(where: str, value: Any) -> str:
    """A text that is not blank."""
    if not (isinstance(value, str) and value.strip()):
        raise ParameterError(f"{where}: a text is needed")
    return value


def url(where: str, value: Any) -> str:
    """A web address: `http` or `https`, without white space."""
    if not re.match(r"https?://\S+$", text(where, value)):
        raise ParameterError(f"{where}: a web address is needed")
    return str(value)


def day(where: str, value: Any) -> date:
    """A day without a time."""
    if type(value) is not date:
        raise ParameterError(f"{where}: a date is needed, such as 2026-01-01")
    return value


def decimal(where: str, value: Any) -> Decimal:
    """A TOML number, or text for a figure whose trailing zeros matter."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise ParameterError(f"{where}: a number is needed")
    try:
        result = Decimal(value)
    except InvalidOperation as error:
        raise ParameterError(f"{where}: a number is needed") from error
    if not result.is_finite():
        raise ParameterError(f"{where}: a finite number is needed")
    return result


def one_of[E: StrEnum](where: str, kind: type[E], value: Any) -> E:
    """One of the words of `kind`."""
    try:
        return kind(value)
    except ValueError as error:
        raise ParameterError(f"{where}: {value!r} is none of {', '.join(kind)}") from error
