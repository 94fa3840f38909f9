"""Kinds of inputs: what each holds, how typed text is read, and how a value is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, TypedDict

from calculators.core import index_steps, numbers, scale, terms
from calculators.core.direction import closed
from calculators.core.index_steps import IndexSteps
from calculators.core.periods import format_date, parse_date
from calculators.core.scale import Scale
from calculators.core.sentences import counted
from calculators.core.typed import Misread, cells

type Given = Decimal | int | float | str | date | Scale | IndexSteps | None
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
    SCALE = "loonschaal"
    INDEX_STEPS = "indexstappen"


PASTED = {Kind.SCALE: scale.read, Kind.INDEX_STEPS: index_steps.read}
"""The kinds that hold several lines of text, with what reads them."""


@dataclass(frozen=True, slots=True)
class Field:
    """One input: what it means, what is allowed and where its default comes from."""

    label: str
    kind: Kind
    default: Any
    help: str = ""
    unit: str = ""
    minimum: Any = None
    maximum: Any = None
    choices: tuple[tuple[str, str], ...] = ()
    """Of a choice: each value with its Dutch label."""
    group: str = ""
    """The heading of the part of the form in which it stands."""
    source: str = ""
    """The id of a figure, whose value is the default if the input is `prefilled`."""
    prefilled: bool = False
    context: tuple[str, ...] = ()
    """The ids of figures to compare with."""
    example: bool = False
    """Whether the default only illustrates: the reader is asked for a figure of their own."""
    assumption: bool = False
    """Whether the default is our own guess."""
    optional: bool = False
    seldom: str = ""
    """The heading of a folded part of the form, for inputs that most readers leave alone."""
    endless: str = ""
    """Of a term: the message to a reader who types that it has no end."""
    part_of: str = ""
    """An input that is one amount for this one and all others with the same `part_of`.

    It counts while none of these was filled in.
    """
    card: str = ""
    """The heading of a few inputs that belong together."""
    subtotal: str = ""
    """The key of the step that shows what the inputs of the card come to."""
    since: date | None = None
    """The day on which a prefilled input was added: in a plan with figures of an earlier day it starts from 0."""
    beyond: str = ""
    """What helps a reader who types more than the maximum."""
    which: str = ""
    """Where several inputs have the same label, which of them this is: `post 2`."""
    shown_if: tuple[str, tuple[str, ...]] | None = None
    """Another input and its values: only with one of those values is this input shown and counted."""
    unchosen: bool = False
    """Whether no form chooses for the reader: until they do, the default counts as an example."""
    left_out: str = ""
    """The default of earlier versions, which a link without this input still means; links carry the input since."""
    percent_if: tuple[str, tuple[str, ...]] | None = None
    """Of a number: another input and its values; with one of those values this input is a percentage."""
    employment: bool = False
    """Whether this is a percentage of full-time, which people also say in full-timers (`0,8 VTE`): that is asked."""


class Options(TypedDict, total=False):
    """The optional attributes of a `Field`, which say more than its label and default."""

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
    part_of: str
    card: str
    subtotal: str
    since: date
    beyond: str
    unchosen: bool
    left_out: str
    percent_if: tuple[str, tuple[str, ...]]
    employment: bool


def to_form_text(field: Field, value: Any) -> str:
    """A value as text for its form control: Dutch notation for numbers, ISO for dates, empty for `None`."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Scale | IndexSteps):
        return value.text()
    if field.unit == YEAR:
        return str(value)
    if field.kind is Kind.TERM:
        return terms.to_text(value)
    return number_text(field, value) if isinstance(value, Decimal) else str(value)


def format_value(field: Field, value: Any) -> str:
    """A value in Dutch, as in a sentence, with its unit: `€ 61.400,00`, `80 %`, `3 jaar`, `1 maart 2027`."""
    match field.kind:
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
            return dict(field.choices)[value]
        case Kind.TEXT:
            return str(value)
        case Kind.SCALE:
            return counted(len(value.rows), "trap", "trappen")
        case Kind.INDEX_STEPS:
            return "; ".join(value.text().splitlines())
    return str(value) if field.unit == YEAR else numbers.format_number(Decimal(value))


def read_text(field: Field, text: str) -> Any:
    """Read the text of a control, whatever its bounds: `fields.check` looks at those.

    Raises `numbers.Unclear` for a number with several meanings, `Misread` with a Dutch message where more can be said,
    and `ValueError` for what cannot be read at all.
    """
    if field.kind is Kind.CHOICE:
        return text
    if field.kind is Kind.TEXT:
        return closed(text)
    if reader := PASTED.get(field.kind):
        return reader(text)
    if len(pasted := cells(text)) > 1:
        raise Misread(_which_cell(field, pasted))
    match field.kind:
        case Kind.WHOLE:
            return whole_number(_number(field, text))
        case Kind.DATE:
            return parse_date(text)
        case Kind.TERM:
            return _term(field, text)
    return _number(field, text)


def _term(field: Field, text: str) -> Decimal:
    """A term in years. Raises `Misread` with the field's own advice for text that says that it has no end."""
    if field.endless and terms.is_endless(text):
        raise Misread(field.endless)
    years = terms.read(text)
    return terms.in_whole_months(_number(field, text) if years is None else years)


LEAST_EMPLOYMENT = Decimal(5)
"""A percentage of full-time below this was probably meant in full-timers, unless its sign is typed too (assumption)."""
_UNITS = {Kind.MONEY: "€", Kind.NUMBER: "€", Kind.PERCENT: "%"}
"""The sign that may be typed beside a number of this kind: a percentage is refused in a field for amounts."""


def _number(field: Field, text: str) -> Decimal:
    """The number that is meant. Raises `numbers.Unclear` with the possible meanings if that is not clear."""
    reading = numbers.read(text)
    if reading.unit not in ("", _UNITS.get(field.kind)):
        raise ValueError(text)
    value = reading.choose(partial(fits, field), strict=field.kind in (Kind.MONEY, Kind.WHOLE))
    if in_full_timers(field, value) and not reading.unit and fits(field, value):
        raise numbers.Unclear((value * 100, value))
    return value


def in_full_timers(field: Field, value: Decimal) -> bool:
    """Whether a bare number, meant as a percentage of full-time, is so low that it may be a number of full-timers."""
    return field.employment and 0 < value < LEAST_EMPLOYMENT


def fits(field: Field, value: Decimal) -> bool:
    """Whether a number can be a value of this field."""
    if field.kind is Kind.WHOLE and value != value.to_integral_value():
        return False
    return within(field, value)


def within(field: Field, value: Any) -> bool:
    """Whether a number, amount, day or term lies within the bounds of its field; a field may lack either of them."""
    if field.minimum is not None and value < field.minimum:
        return False
    return field.maximum is None or bool(value <= field.maximum)


def number_text(field: Field, value: Decimal) -> str:
    """A number as text for its control, written so that `parse` gives that very number again."""
    if field.unit == YEAR:
        return str(int(value))
    text = numbers.format_exact(value, 2 if field.kind is Kind.MONEY else 0)
    sign = " %" if in_full_timers(field, value) else ""
    try:
        _number(field, text + sign)
    except numbers.Unclear:  # a fourth decimal, or digits that are not grouped, can mean one thing only
        text = text.replace(".", "") + ("0" if "," in text else "")
    return text + sign


def _which_cell(field: Field, pasted: Sequence[str]) -> str:
    """The question which of several pasted cells is meant; it names them if they are two numbers that fit the field."""
    try:
        found = [numbers.parse(cell) for cell in pasted[:3]] if field.kind is not Kind.DATE else []
    except ValueError:
        found = []
    answers = dict.fromkeys(number_text(field, value) for value in found if fits(field, value))
    if len(found) == 2 and answers:
        return f"Je plakte twee cellen of regels. Bedoel je {' of '.join(answers)}?"
    return "Je plakte meer dan één cel of regel. Welke bedoel je?"


def whole_number(value: Decimal) -> int:
    """The value as a whole number. Raises `ValueError` when it is none."""
    if not value.is_finite() or value != value.to_integral_value():
        raise ValueError(value)
    return int(value)
