"""Inputs, declared once: form, validation, share link, downloads and documentation all read these declarations.

A calculator's inputs are a frozen dataclass whose fields are made by `money`, `percent`, `number`, `whole`, `day`,
`choice` or `text`. The attribute's name is the name of the form control.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from calculators.core import numbers
from calculators.core.periods import format_date

type Given = Decimal | int | float | str | date | None
"""What a caller may pass for an input; `Declared` turns it into the declared type."""


LONGEST = 500
"""The most characters that an input may have, as typed."""
LAST_DAY = "9999-12-31"
"""The last day that can be kept: with it as `max`, browsers take no year of more than four digits."""

YEAR = "jaartal"
"""The unit of a calendar year, which is never grouped by thousands."""


class Kind(StrEnum):
    """What an input holds, and so how it is read and shown."""

    MONEY = "euro"
    PERCENT = "procent"
    NUMBER = "getal"
    WHOLE = "geheel getal"
    DATE = "datum"
    CHOICE = "keuze"
    TEXT = "tekst"


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One input: what it means, what is allowed and where its default comes from.

    `source` names a parameter, whose value is the default where `prefilled`; `context` names parameters to compare
    with; `example` marks a default that only illustrates; `assumption` marks our own guess. `shown_if` is (other input,
    values of it): the input counts, and is shown, only then. `seldom` is the heading under which the form shows, on
    request, what most readers leave as it is.
    """

    label: str
    kind: Kind
    default: Any
    help: str = ""
    unit: str = ""
    minimum: Any = None
    maximum: Any = None
    choices: tuple[tuple[str, str], ...] = ()
    group: str = ""
    source: str = ""
    prefilled: bool = False
    context: tuple[str, ...] = ()
    example: bool = False
    assumption: bool = False
    optional: bool = False
    seldom: str = ""
    shown_if: tuple[str, tuple[str, ...]] | None = None


class InputErrors(ValueError):
    """Inputs that cannot be used: one Dutch message per input, by name."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        self.messages = dict(messages)
        super().__init__("; ".join(f"{name}: {message}" for name, message in self.messages.items()))


class FormInputs:
    """Base of every calculator's inputs: turns what is given into the declared types and checks the bounds.

    Raises `InputErrors` with a message per input that is wrong.
    """

    def __post_init__(self) -> None:
        errors: dict[str, str] = {}
        for name, spec in fields_of(type(self)).items():  # type: ignore[arg-type]  # mypy looks at the hash of the instances
            given = getattr(self, name)
            try:
                if (value := check(spec, _typed(spec, given))) is not given:
                    object.__setattr__(self, name, value)
            except ValueError as error:
                errors[name] = str(error)
        if errors:
            raise InputErrors(errors)


@cache
def fields_of(cls: type) -> dict[str, Field]:
    """The declarations of a dataclass of inputs, by name, in the order they were written."""
    return {f.name: f.metadata["spec"] for f in dataclasses.fields(cls) if "spec" in f.metadata}


def parse(spec: Field, text: str) -> Any:
    """Read what a reader typed. Raises `ValueError` with a Dutch message that says what is wrong and what helps."""
    if not isinstance(text, str):  # storage may hold anything
        raise ValueError(_unreadable(spec))  # noqa: TRY004
    text = text.strip()
    if not text and "" not in dict(spec.choices):
        if spec.optional:
            return None
        raise ValueError(f"Vul in: {spec.label.lower()}.")
    return check(spec, _read(spec, text))


def check(spec: Field, value: Any) -> Any:
    """Return `value` when it is within the bounds. Raises `ValueError` with a Dutch message otherwise."""
    if value is None:
        if spec.optional:
            return None
        raise ValueError(f"Vul in: {spec.label.lower()}.")
    if spec.kind is Kind.CHOICE and all(value != key for key, _ in spec.choices):
        raise ValueError("Kies een van de mogelijkheden in de lijst.")
    if spec.minimum is not None and value < spec.minimum:
        raise ValueError(f"Dit mag niet {_less(spec)} zijn dan {format_value(spec, spec.minimum)}.")
    if spec.maximum is not None and value > spec.maximum:
        raise ValueError(f"Dit mag niet {_more(spec)} zijn dan {format_value(spec, spec.maximum)}.")
    return value


def read(
    declarations: Mapping[str, Field], raw: Mapping[str, str], defaults: Mapping[str, Any] | None = None
) -> tuple[dict[str, Any], dict[str, str]]:
    """Read a form: values by name, and a Dutch message for each input that could not be read.

    An input that is absent, or not shown given the others, has its default.
    """
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, spec in declarations.items():
        values[name] = (defaults or {}).get(name, spec.default)
        if name not in raw or not applies(spec, raw, declarations):
            continue
        try:
            values[name] = parse(spec, raw[name])
        except ValueError as error:
            errors[name] = str(error)
    return values, errors


def applies(spec: Field, raw: Mapping[str, str], declarations: Mapping[str, Field]) -> bool:
    """Whether an input is active: its `shown_if` condition holds, and so does that of the input it depends on."""
    if spec.shown_if is None:
        return True
    other, wanted = spec.shown_if
    parent = declarations[other]
    return raw.get(other, to_form_text(parent, parent.default)) in wanted and applies(parent, raw, declarations)


def to_form_text(spec: Field, value: Any) -> str:
    """A value as it stands in the form control: Dutch notation for numbers, ISO for dates."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if spec.unit == YEAR:
        return str(value)
    if isinstance(value, Decimal):
        two = spec.kind is Kind.MONEY and value != value.to_integral_value()
        return numbers.format_number(value, 2 if two and numbers.rounded(value) == value else None)
    return str(value)


def format_value(spec: Field, value: Any) -> str:
    """A value as a reader reads it in a sentence, with its unit."""
    match spec.kind:
        case Kind.MONEY:
            return numbers.format_euro(value)
        case Kind.PERCENT:
            return numbers.format_percent(Decimal(value))
        case Kind.DATE:
            return format_date(value)
        case Kind.CHOICE:
            return dict(spec.choices)[value]
        case Kind.TEXT:
            return str(value)
    return str(value) if spec.unit == YEAR else numbers.format_number(Decimal(value))


def _field(kind: Kind, label: str, default: Given, **rest: Any) -> Any:
    value = None if default is None else _typed_kind(kind, default)
    for bound in ("minimum", "maximum"):
        if rest.get(bound) is not None:
            rest[bound] = _typed_kind(kind, rest[bound])
    spec = Field(label, kind, value, optional=rest.pop("optional", default is None), **rest)
    return dataclasses.field(default=value, metadata={"spec": spec})


def money_field(label: str, default: Given, **rest: Any) -> Any:
    """An amount in euro; not negative, at most ten million, unless told otherwise."""
    return _field(Kind.MONEY, label, default, **{"minimum": 0, "maximum": 10_000_000, "unit": "€", **rest})


def percent_field(label: str, default: Given, **rest: Any) -> Any:
    """A percentage, as the reader writes it: 80 means 80 %."""
    return _field(Kind.PERCENT, label, default, **{"minimum": 0, "maximum": 100, "unit": "%", **rest})


def number_field(label: str, default: Given, **rest: Any) -> Any:
    """A number that may have decimals."""
    return _field(Kind.NUMBER, label, default, **{"minimum": 0, **rest})


def whole(label: str, default: Given, **rest: Any) -> Any:
    """A whole number."""
    return _field(Kind.WHOLE, label, default, **{"minimum": 0, **rest})


def date_field(label: str, default: Given, **rest: Any) -> Any:
    """A date between 2020 and 2060."""
    return _field(Kind.DATE, label, default, **{"minimum": "2020-01-01", "maximum": "2060-12-31", **rest})


def choice(label: str, default: str, choices: Iterable[tuple[str, str]], **rest: Any) -> Any:
    """One of a list of (value, Dutch label)."""
    return _field(Kind.CHOICE, label, default, choices=tuple(choices), **rest)


_TYPES = {Kind.WHOLE: int, Kind.DATE: date}
"""Types that need no look when they are right already: a Decimal may be infinite, a text empty."""


def _typed(spec: Field, value: Any) -> Any:
    if type(value) is _TYPES.get(spec.kind):
        return value
    if value is None or (value == "" and "" not in dict(spec.choices)):
        return None
    try:
        return _typed_kind(spec.kind, value)
    except (ValueError, ArithmeticError) as error:
        raise ValueError(_unreadable(spec)) from error


def _typed_kind(kind: Kind, value: Any) -> Any:
    match kind:
        case Kind.WHOLE:
            return _whole(Decimal(str(value)))
        case Kind.DATE:
            return value if isinstance(value, date) else date.fromisoformat(value)
        case Kind.CHOICE | Kind.TEXT:
            return str(value)
    result = value if isinstance(value, Decimal) else Decimal(str(value))
    if not result.is_finite():
        raise ValueError(value)
    return result


def _read(spec: Field, text: str) -> Any:
    try:
        match spec.kind:
            case Kind.WHOLE:
                return _whole(numbers.parse(text))
            case Kind.DATE:
                return _day(text)
            case Kind.CHOICE | Kind.TEXT:
                return text
        return numbers.parse(text)
    except (ValueError, OverflowError) as error:  # a year of twenty digits overflows
        raise ValueError(_unreadable(spec)) from error


def _whole(value: Decimal) -> int:
    if not value.is_finite() or value != value.to_integral_value():
        raise ValueError(value)
    return int(value)


def _day(text: str) -> date:
    parts = text.replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    year, month, day_of_month = parts
    return date(int(year), int(month), int(day_of_month))


def _unreadable(spec: Field) -> str:
    hints = {
        Kind.MONEY: "een bedrag, bijvoorbeeld 61.400,50",
        Kind.PERCENT: "een percentage, bijvoorbeeld 80 of 2,5",
        Kind.NUMBER: "een getal, bijvoorbeeld 12 of 2,5",
        Kind.WHOLE: "een geheel getal, bijvoorbeeld 3",
        Kind.DATE: "een datum, bijvoorbeeld 1-3-2027",
    }
    return f"Vul {hints.get(spec.kind, 'een geldige waarde')} in."


def _less(spec: Field) -> str:
    return "vroeger" if spec.kind is Kind.DATE else "lager"


def _more(spec: Field) -> str:
    return "later" if spec.kind is Kind.DATE else "hoger"
