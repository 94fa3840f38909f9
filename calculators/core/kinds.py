"""Kinds of inputs: what each holds, how what a reader typed is read, and how a value is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, TypedDict

from calculators.core import numbers, terms
from calculators.core.periods import format_date, parse_date
from calculators.core.typed import Misread, cells

type Given = Decimal | int | float | str | date | None
"""What a caller may pass for an input, or for its bounds; it becomes the type of the input's kind."""

YEAR = "jaartal"
"""The unit of a calendar year, which is never grouped by thousands."""


class Kind(StrEnum):
    """What an input holds, and so how it is read and shown."""

    MONEY = "euro"
    PERCENT = "procent"
    NUMBER = "getal"
    WHOLE = "geheel getal"
    TERM = "looptijd"
    DATE = "datum"
    CHOICE = "keuze"
    TEXT = "tekst"


@dataclass(frozen=True, slots=True)
class Field:
    """One input: what it means, what is allowed and where its default comes from.

    `source` names a parameter, whose value is the default where `prefilled`; `context` names parameters to compare
    with; `example` marks a default that only illustrates; `assumption` marks our own guess. `shown_if` is (other input,
    values of it): the input counts, and is shown, only then. `seldom` is the heading under which the form shows, on
    request, what most readers leave as it is. `endless` is what to say, of a term, to who types that there is none.
    `since` is the day on which a prefilled input came: a plan whose figures are of before it starts from 0 there.
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
    endless: str = ""
    since: date | None = None
    shown_if: tuple[str, tuple[str, ...]] | None = None


class Options(TypedDict, total=False):
    """What may be said of an input beside its label and its default: see `Field`."""

    help: str
    unit: str
    minimum: Given
    maximum: Given
    group: str
    source: str
    prefilled: bool
    context: tuple[str, ...]
    example: bool
    assumption: bool
    optional: bool
    seldom: str
    shown_if: tuple[str, tuple[str, ...]]
    endless: str
    since: date


def to_form_text(spec: Field, value: Any) -> str:
    """A value as it stands in the form control: Dutch notation for numbers, ISO for dates."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if spec.unit == YEAR:
        return str(value)
    if spec.kind is Kind.TERM:
        return terms.to_text(value)
    return _number_text(spec, value) if isinstance(value, Decimal) else str(value)


def format_value(spec: Field, value: Any) -> str:
    """A value as a reader reads it in a sentence, with its unit."""
    match spec.kind:
        case Kind.MONEY:
            return numbers.format_euro(value)
        case Kind.PERCENT:
            return numbers.format_percent(Decimal(value))
        case Kind.TERM:
            words = terms.to_text(value)
            return f"{words} jaar" if words[-1].isdigit() else words
        case Kind.DATE:
            return format_date(value)
        case Kind.CHOICE:
            return dict(spec.choices)[value]
        case Kind.TEXT:
            return str(value)
    return str(value) if spec.unit == YEAR else numbers.format_number(Decimal(value))


def read_text(spec: Field, text: str) -> Any:
    """Read what stands in a control; bounds are for `fields.check`. Raises `ValueError` with a Dutch message."""
    if spec.kind in (Kind.CHOICE, Kind.TEXT):
        return text
    if len(pasted := cells(text)) > 1:
        raise Misread(_which(pasted))
    try:
        match spec.kind:
            case Kind.WHOLE:
                return whole_number(_number(spec, text))
            case Kind.DATE:
                return parse_date(text)
            case Kind.TERM:
                return _term(spec, text)
        return _number(spec, text)
    except Misread:
        raise
    except ValueError as error:
        raise ValueError(unreadable(spec)) from error


def _term(spec: Field, text: str) -> Decimal:
    """A term in years. Raises `Misread` with what helps where somebody wrote that it has no end."""
    if spec.endless and terms.is_endless(text):
        raise Misread(spec.endless)
    years = terms.read(text)
    return terms.in_whole_months(_number(spec, text) if years is None else years)


_UNITS = {Kind.MONEY: "€", Kind.NUMBER: "€", Kind.PERCENT: "%"}
"""The sign that may stand beside a number: an amount is no percentage."""


def _number(spec: Field, text: str) -> Decimal:
    """The number that is meant. Raises `Misread` with a question where that is not clear."""
    try:
        return _chosen(spec, text)
    except numbers.Unclear as error:
        unit = "\u00a0%" if spec.kind is Kind.PERCENT else ""
        raise Misread(_asked([f"{_number_text(spec, one)}{unit}" for one in error.meanings])) from error


def _chosen(spec: Field, text: str) -> Decimal:
    found = numbers.read(text)
    if found.unit not in ("", _UNITS.get(spec.kind)):
        raise ValueError(text)
    return found.choose(partial(_fits, spec), strict=spec.kind in (Kind.MONEY, Kind.WHOLE))


def _fits(spec: Field, value: Decimal) -> bool:
    """Whether a number can be a value of this field."""
    whole_ = spec.kind is not Kind.WHOLE or value == value.to_integral_value()
    above = spec.minimum is None or value >= spec.minimum
    return whole_ and above and (spec.maximum is None or value <= spec.maximum)


def _number_text(spec: Field, value: Decimal) -> str:
    """A number as it stands in a control, so that `parse` finds that very number again."""
    if spec.unit == YEAR:
        return str(int(value))
    text = numbers.format_exact(value, 2 if spec.kind is Kind.MONEY else 0)
    try:
        _chosen(spec, text)
    except numbers.Unclear:  # a fourth decimal, or no thousands apart, leaves no doubt
        return text.replace(".", "") + ("0" if "," in text else "")
    return text


def _asked(meanings: Sequence[str]) -> str:
    return f"Bedoel je {' of '.join(meanings)}?"


def _which(pasted: Sequence[str]) -> str:
    """What to ask about several cells: which one, by name if they are two numbers."""
    try:
        both = [numbers.format_exact(numbers.parse(one)) for one in pasted[:3]]
    except ValueError:
        both = []
    return _asked(both) if len(both) == 2 else "Je plakte meer dan één cel of regel. Welke bedoel je?"


def guess(spec: Field, value: Any) -> str:
    """What someone may have meant by a value that is out of bounds: a part of one, or months instead of years."""
    if spec.kind is Kind.PERCENT and spec.minimum and 0 < value < spec.minimum and _fits(spec, value * 100):
        return _asked([format_value(spec, value * 100)])
    if spec.kind is Kind.TERM and value == value.to_integral_value() and _fits(spec, value / 12):
        words = terms.months_text(int(value))
        return f"{_asked([words])} Typ dan “{words}”."
    return ""


def whole_number(value: Decimal) -> int:
    """The value as a whole number. Raises `ValueError` when it is none."""
    if not value.is_finite() or value != value.to_integral_value():
        raise ValueError(value)
    return int(value)


def unreadable(spec: Field) -> str:
    """What to say of an answer that cannot be read at all."""
    what, like = {
        Kind.MONEY: ("een bedrag", "61.400,50"),
        Kind.PERCENT: ("een percentage", "80 of 2,5"),
        Kind.NUMBER: ("een getal", "12 of 2,5"),
        Kind.WHOLE: ("een geheel getal", "3"),
        Kind.TERM: ("een looptijd", "3, 1,75 of 21 maanden"),
        Kind.DATE: ("een datum", "1-3-2027"),
    }.get(spec.kind, ("een geldige waarde", ""))
    return f"Vul {what} in, bijvoorbeeld {like}." if like else f"Vul {what} in."
