"""Changes in a file of figures that leave all else in it as it was written, comments and order too."""

from datetime import date
from typing import Any

import tomlkit
from tomlkit.items import AoT


def checked(text: str, name: str, day: date) -> str:
    """The text with the day on which a figure was checked."""
    document = tomlkit.parse(text)
    document[name]["checked_on"] = day
    return tomlkit.dumps(document)


def with_value(text: str, name: str, value: str, valid_from: date, known_on: date) -> str:
    """The text with a value added after those that are there; `value` has a decimal point.

    A value without a date, which can only stand alone, gets the day of its last check.
    """
    document = tomlkit.parse(text)
    figure: Any = document[name]
    values: Any = figure["values"]
    written = value if value.lstrip("-").isdigit() else f'"{value}"'
    row = _row(f"valid_from = {valid_from}, known_on = {known_on}, value = {written}")
    if isinstance(values, AoT):
        values.append(_table(row))
        return tomlkit.dumps(document)
    if "undated" in values[0]:
        last = figure["checked_on"]
        values[0] = _row(f"valid_from = {last}, known_on = {last}, value = {values[0]['value'].as_string()}")
    if "\n" not in values.as_string():
        values = _on_lines(values)
    values.add_line(row, indent="  ")
    figure["values"] = values
    return tomlkit.dumps(document)


def _table(row: Any) -> Any:
    table = tomlkit.table()
    table.update(row)
    return table


def _on_lines(values: Any) -> Any:
    """The same values, each on a line of its own."""
    array = tomlkit.array()
    for value in values:
        array.add_line(value, indent="  ")
    array.add_line(indent="", add_comma=False)
    return array


def _row(text: str) -> Any:
    """One value, written as all others are."""
    return tomlkit.parse(f"x = {{ {text} }}")["x"]
