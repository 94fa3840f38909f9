"""Inputs, declared once: forms, validation, share links, documents and the method page all read these declarations.

A calculator's inputs are a frozen dataclass whose fields are made by `money_field`, `percent_field`,
`number_field`, `whole_field`, `term_field`, `date_field`, `scale_field`, `steps_field`, `text_field` or `choice_field`.
The attribute's name is the name of the form control.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Unpack

from calculators.core import refusals, terms
from calculators.core.index_steps import IndexSteps
from calculators.core.kinds import (
    PASTED,
    YEAR,
    Field,
    Given,
    Kind,
    Options,
    format_value,
    read_text,
    to_form_text,
    whole_number,
    within,
)
from calculators.core.scale import Scale
from calculators.core.typed import visible

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "LONGEST_PASTED",
    "LONGEST_TYPED",
    "PASTED",
    "YEAR",
    "Field",
    "FormInputs",
    "InputErrors",
    "Kind",
    "Options",
    "applies",
    "as_asked",
    "check",
    "choice_field",
    "date_field",
    "fields_of",
    "format_value",
    "money_field",
    "number_field",
    "parse",
    "percent_field",
    "read",
    "scale_field",
    "steps_field",
    "term_field",
    "text_field",
    "to_form_text",
    "whole_field",
]

LONGEST_TYPED, LONGEST_PASTED = 500, 2000
"""The most characters that an input may have, as typed; and one of several lines."""
FIRST_DAY = "2000-01-01"
"""The first day that can be kept, so that a year typed with two digits is refused."""
LAST_DAY = "9999-12-31"
"""The last day that can be kept: with it as `max`, browsers take no year of more than four digits."""


class InputErrors(ValueError):
    """Inputs that cannot be used; `messages` has a Dutch message for each of them, by name."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        self.messages = dict(messages)
        super().__init__("; ".join(f"{name}: {message}" for name, message in self.messages.items()))


class FormInputs:
    """Base of every calculator's inputs: converts each value to the type of its declaration and checks its bounds.

    Raises `InputErrors` with a message per input that is wrong.
    """

    def __post_init__(self) -> None:
        errors: dict[str, str] = {}
        for name, field in fields_of(type(self)).items():  # type: ignore[arg-type]  # mypy looks at the hash of the instances
            given = getattr(self, name)
            if given is field.default:  # which was converted when it was declared
                continue
            try:
                if (value := check(field, _converted(field, given))) is not given:
                    object.__setattr__(self, name, value)
            except ValueError as error:
                errors[name] = str(error)
        if errors:
            raise InputErrors(errors)


@cache
def fields_of(cls: type) -> dict[str, Field]:
    """The declared inputs of a dataclass, by name, in the order they were written."""
    return {f.name: f.metadata["field"] for f in dataclasses.fields(cls) if "field" in f.metadata}


def parse(field: Field, text: str) -> Any:
    """Read what a reader typed: a value of the field's kind, or `None` if an optional field is empty.

    Text with two meanings is never read as one of them; the message asks which was meant:

    - two cells of a spreadsheet, always;
    - `2,500` and `0.500`, whose last three digits may be decimals or thousands: in amounts and whole numbers always;
      in fields where decimals are common (percentages, other numbers, terms) only if both meanings are within bounds;
    - a bare percentage of full-time below 5, which may be a number of full-timers: `1,7`;
    - a number that is out of bounds in Dutch notation but within bounds in another one, such as `1,000,000` or `64k`.

    Raises `ValueError` with a Dutch message that says what is wrong and what helps, or asks what is meant.
    """
    if not isinstance(text, str):  # storage may hold anything
        raise ValueError(refusals.unread(field, text, ValueError()))  # noqa: TRY004
    text = text.strip() if field.kind in (Kind.CHOICE, Kind.TEXT) else visible(text)
    if not text and "" not in dict(field.choices):
        if field.optional:
            return None
        raise ValueError(refusals.empty(field))
    try:
        value = read_text(field, text)
    except ValueError as error:
        raise ValueError(refusals.unread(field, text, error)) from error
    return check(field, value)


def check(field: Field, value: Any) -> Any:
    """Return `value` when it is within the bounds. Raises `ValueError` with a Dutch message otherwise."""
    if value is None:
        if field.optional:
            return None
        raise ValueError(refusals.empty(field))
    if field.kind is Kind.CHOICE and all(value != key for key, _ in field.choices):
        raise ValueError(refusals.unknown_choice(field))
    if not within(field, value):
        raise ValueError(refusals.outside(field, value))
    return value


def read(
    declarations: Mapping[str, Field], raw: Mapping[str, str], defaults: Mapping[str, Any] | None = None
) -> tuple[dict[str, Any], dict[str, str]]:
    """Read a form: the value of each input, and a Dutch message for each that could not be read, both by name.

    An input that is absent, or hidden by the value of another input, has its default: that of `defaults` or else its
    own.
    """
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, field in declarations.items():
        values[name] = (defaults or {}).get(name, field.default)
        if name not in raw or not applies(field, raw, declarations):
            continue
        try:
            values[name] = parse(as_asked(field, raw, declarations), raw[name])
        except ValueError as error:
            errors[name] = str(error)
    return values, errors


AGREED = "akkoord"
"""The name under which a plan keeps which examples the reader agreed with: names of inputs, separated by spaces."""


def examples_left(raw: Mapping[str, str], declarations: Mapping[str, Field]) -> tuple[str, ...]:
    """The names of inputs that count, still have their example value, and were not agreed with."""
    agreed = raw.get(AGREED, "").split()
    divided = _divided(raw, declarations)
    return tuple(
        name
        for name, field in declarations.items()
        if field.example
        and name not in agreed
        and applies(field, raw, declarations)
        and _untouched(field, raw.get(name))
        and name not in divided
        and (not field.part_of or field.part_of in divided)
    )


def _divided(raw: Mapping[str, str], declarations: Mapping[str, Field]) -> set[str]:
    """The names of inputs that are one amount for several, of which the reader filled in at least one."""
    return {
        field.part_of for name, field in declarations.items() if field.part_of and not _untouched(field, raw.get(name))
    }


def _untouched(field: Field, typed: str | None) -> bool:
    try:
        return typed is None or parse(field, typed) == field.default
    except ValueError:
        return False


def applies(field: Field, raw: Mapping[str, str], declarations: Mapping[str, Field]) -> bool:
    """Whether an input is active: its `shown_if` condition holds, and so does that of the input it depends on."""
    if field.shown_if is None:
        return True
    return _holds(field.shown_if, raw, declarations) and applies(declarations[field.shown_if[0]], raw, declarations)


def _holds(condition: tuple[str, tuple[str, ...]], raw: Mapping[str, str], declarations: Mapping[str, Field]) -> bool:
    """Whether another input has one of the values that a condition names."""
    other, wanted = condition
    parent = declarations[other]
    return raw.get(other, to_form_text(parent, parent.default)) in wanted


def as_asked(field: Field, raw: Mapping[str, str], declarations: Mapping[str, Field]) -> Field:
    """An input as the rest of the form asks it: a percentage if its `percent_if` condition holds."""
    if field.percent_if is None or not _holds(field.percent_if, raw, declarations):
        return field
    return replace(field, kind=Kind.PERCENT, unit="%", minimum=Decimal(0), maximum=Decimal(100))


def _field(field: Field) -> Any:
    """A dataclass field that carries the declaration; its default and bounds are converted to the type of its kind."""
    default = _of_kind(field.kind, field.default)
    minimum, maximum = _of_kind(field.kind, field.minimum), _of_kind(field.kind, field.maximum)
    field = replace(
        field, default=default, minimum=minimum, maximum=maximum, optional=field.optional or default is None
    )
    return dataclasses.field(default=default, metadata={"field": field})


def _of_kind(kind: Kind, given: Given) -> Any:
    return None if given is None else _convert(kind, given)


def money_field(label: str, default: Given, **rest: Unpack[Options]) -> Any:
    """An amount in euro; by default from 0 to ten million."""
    options: Options = {"minimum": 0, "maximum": 10_000_000, "unit": "€", **rest}
    return _field(Field(label, Kind.MONEY, default, **options))


def percent_field(label: str, default: Given, **rest: Unpack[Options]) -> Any:
    """A percentage as the reader writes it: 80 means 80 %; by default from 0 to 100."""
    options: Options = {"minimum": 0, "maximum": 100, "unit": "%", **rest}
    return _field(Field(label, Kind.PERCENT, default, **options))


def number_field(label: str, default: Given, **rest: Unpack[Options]) -> Any:
    """A number that may have decimals; by default not negative."""
    options: Options = {"minimum": 0, **rest}
    return _field(Field(label, Kind.NUMBER, default, **options))


def whole_field(label: str, default: Given, **rest: Unpack[Options]) -> Any:
    """A whole number; by default not negative."""
    options: Options = {"minimum": 0, **rest}
    return _field(Field(label, Kind.WHOLE, default, **options))


def term_field(label: str, default: Given, **rest: Unpack[Options]) -> Any:
    """A term of whole months, held as a number of years: see `terms`."""
    options: Options = {"minimum": terms.SHORTEST_YEARS, "maximum": terms.LONGEST_YEARS, **rest}
    return _field(Field(label, Kind.TERM, default, **options))


def date_field(label: str, default: Given, **rest: Unpack[Options]) -> Any:
    """A date; by default from 2010, so that a plan of before can be worked out again, to 2060."""
    options: Options = {"minimum": "2010-01-01", "maximum": "2060-12-31", **rest}
    return _field(Field(label, Kind.DATE, default, **options))


def choice_field(label: str, default: str, choices: Iterable[tuple[str, str]], **rest: Unpack[Options]) -> Any:
    """One of `choices`, each a (value, Dutch label)."""
    return _field(Field(label, Kind.CHOICE, default, choices=tuple(choices), **rest))


def text_field(label: str, **rest: Unpack[Options]) -> Any:
    """A few words, or none: `None` when empty."""
    return _field(Field(label, Kind.TEXT, None, **rest))


def scale_field(label: str, **rest: Unpack[Options]) -> Any:
    """The reader's own salary scale, pasted as a table; none by default."""
    return _field(Field(label, Kind.SCALE, None, **rest))


def steps_field(label: str, **rest: Unpack[Options]) -> Any:
    """Steps of the index, each on a line; none by default."""
    return _field(Field(label, Kind.INDEX_STEPS, None, **rest))


_VALID_AS_THEY_ARE = {Kind.WHOLE: int, Kind.DATE: date, Kind.SCALE: Scale, Kind.INDEX_STEPS: IndexSteps}
"""Types whose values are valid as they are. A Decimal may be infinite and a text empty, so those are checked."""


def _converted(field: Field, value: Any) -> Any:
    """A value that a program passed, converted to the type of the field's kind; `None` if it is empty."""
    if type(value) is _VALID_AS_THEY_ARE.get(field.kind):
        return value
    if value is None or (value == "" and "" not in dict(field.choices)):
        return None
    try:
        return _convert(field.kind, value)
    except ValueError as error:
        raise ValueError(refusals.unread(field, value, error)) from error
    except ArithmeticError as error:
        raise ValueError(refusals.unread(field, value, ValueError())) from error


def _convert(kind: Kind, value: Any) -> Any:
    """A value that is not empty, as the type of its kind. Raises `ValueError` or `ArithmeticError` if it cannot be."""
    match kind:
        case Kind.WHOLE:
            return whole_number(Decimal(str(value)))
        case Kind.DATE:
            return value if isinstance(value, date) else date.fromisoformat(value)
        case Kind.CHOICE | Kind.TEXT:
            return str(value)
        case Kind.SCALE | Kind.INDEX_STEPS:
            return PASTED[kind](str(value))
    result = value if isinstance(value, Decimal) else Decimal(str(value))
    if not result.is_finite():
        raise ValueError(value)
    return terms.in_whole_months(result) if kind is Kind.TERM else result
