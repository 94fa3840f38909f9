"""The cells of the sheet of inputs: what each kind of them looks like, and what it accepts.

That is the same as the calculator accepts, and also 0 for the employment of a post that is not there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.budget import FIELDS
from calculators.core.fields import FIRST_DAY, LAST_DAY, Field, Kind
from calculators.documents.workbook.formulas import end_after
from calculators.documents.xlsx import between, choice, custom, days, percent

type Check = Callable[[str], dict[str, Any]]
"""What a cell accepts, as a data validation for XlsxWriter, given the place of the cell: `B12`."""


@dataclass(frozen=True, slots=True)
class InputCell:
    """An input: the name of its cell, which is the calculator's own, and what the sheet accepts."""

    name: str
    label: str
    value: Any
    look: str
    hint: str
    check: Check
    live: str = ""
    """A formula, for what follows another sheet until the reader changes it."""


def look_of(field: Field) -> str:
    """How the cell of an input looks, by what it holds."""
    return _LOOKS.get(field.kind, "in_number")


_LOOKS = {
    Kind.MONEY: "in_euro",
    Kind.PERCENT: "in_percent",
    Kind.TERM: "in_years",
    Kind.DATE: "in_date",
    Kind.CHOICE: "in_text",
}


def bounds(name: str) -> tuple[Any, Any]:
    """The least and the most that the calculator accepts for an input, by its name."""
    return FIELDS[name].minimum, FIELDS[name].maximum


def choices(name: str) -> list[str]:
    """The values of a choice, as the sheet has them."""
    return [key for key, _ in FIELDS[name].choices]


def amount(
    name: str,
    label: str,
    value: Any,
    hint: str = "Per jaar, in prijzen van het eerste jaar.",
    limits: tuple[Any, Any] = (0, 10_000_000),
) -> InputCell:
    """An amount in euro."""
    return InputCell(name, label, value, "in_euro", hint, lambda _: between(*limits))


def share(name: str, label: str, value: Any, hint: str, limits: tuple[Any, Any] = (0, 100)) -> InputCell:
    """A percentage; the sheet holds it as a part of one."""
    return InputCell(name, label, value, "in_percent", hint, lambda _: percent(*limits))


def employment(name: str, label: str, value: Any, hint: str) -> InputCell:
    """What a post works, in percent of full-time."""
    return InputCell(name, label, value, "in_percent", hint, lambda place: percent(*bounds("fte"), or_none=place))


def whole(name: str, label: str, value: int | None, hint: str, limits: tuple[Any, Any]) -> InputCell:
    """A whole number."""
    return InputCell(name, label, value, "in_number", hint, lambda _: between(*limits, whole=True))


def chosen(name: str, label: str, value: str, hint: str) -> InputCell:
    """A choice of the calculator."""
    return InputCell(name, label, value, "in_text", hint, lambda _: choice(choices(name)))


def day(name: str, label: str, value: date | None, hint: str) -> InputCell:
    """Any day that the calculator accepts."""
    first, last = date.fromisoformat(FIRST_DAY), date.fromisoformat(LAST_DAY)
    return InputCell(name, label, value, "in_date", hint, lambda _: days(first, last))


def term_day(name: str, label: str, value: date | None, hint: str, not_before: str = "") -> InputCell:
    """A day of the term, and not before that in the cell of that name, if one is given."""

    def check(place: str) -> dict[str, Any]:
        end = end_after("startdatum", "12*looptijd_jaren")
        conditions = [f"ISNUMBER({place})", f"{place}>=startdatum", f"{place}<{end}"]
        if not_before:
            conditions.append(f"{place}>={not_before}")
        formula = f"=AND({','.join(conditions)})"
        return custom(formula, "Klopt deze datum?", "Vul een datum in binnen de looptijd, zoals 1/3/2027.")

    return InputCell(name, label, value, "in_date", hint, check)
