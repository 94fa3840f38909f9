"""What readers are told when a field refuses what they typed: which field, what it takes, and what they may have meant.

Every message names its field, so that it can be read anywhere: at the field, above the form, in the status line.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.core import meanings, numbers, terms
from calculators.core.kinds import YEAR, Field, Kind, format_value, in_full_timers, number_text, within
from calculators.core.periods import ImpossibleDay, format_date
from calculators.core.typed import Misread, plain

_TAKES = {
    Kind.MONEY: ("een bedrag", "61.400,50"),
    Kind.PERCENT: ("een percentage", "80 of 2,5"),
    Kind.NUMBER: ("een getal", "12 of 2,5"),
    Kind.WHOLE: ("een geheel getal", "3"),
    Kind.TERM: ("een looptijd", "3, 1,75 of 21 maanden"),
    Kind.DATE: ("een volledige datum", "1-3-2027"),
}
"""What a field of each kind takes, with an example."""

_YEAR_TAKES = ("een jaartal", "2031")
_MOST_MEANINGS = 3


def name_of(field: Field) -> str:
    """The field as messages name it: its label and, where several have that label, which of them it is."""
    which = field.which or field.card.lower()
    return f"“{field.label}” ({which})" if which else f"“{field.label}”"


def named(field: Field, text: str) -> str:
    """A message that does not say which field it is about, with the field before it."""
    return f"Kijk {name_of(field)} na. {text}"


def empty(field: Field) -> str:
    """The message for a field that has to be filled in, and is not."""
    if field.kind is Kind.CHOICE:
        return unknown_choice(field)
    what, example = _takes(field)
    return f"Vul bij {name_of(field)} {what} in, bijvoorbeeld {example}." if example else f"Vul {name_of(field)} in."


def unknown_choice(field: Field) -> str:
    """The message for a value that is not among the choices; few choices are named."""
    labels = [label for key, label in field.choices if key]
    named_choices = f": {', '.join(labels[:-1])} of {labels[-1]}" if 1 < len(labels) <= _MOST_MEANINGS else ""
    return f"Kies bij {name_of(field)} een van de mogelijkheden{named_choices}."


def unread(field: Field, text: Any, error: ValueError) -> str:
    """The message for what could not be read, and the question what was meant if that can be guessed.

    `error` is what reading it raised: it may say more.
    """
    if isinstance(error, numbers.Unclear):
        answers = [_answer(field, meaning) for meaning in error.meanings]
        return named(field, f"Dit getal is niet duidelijk. {question(answers)}")
    if isinstance(error, ImpossibleDay) and error.meant and not within(field, error.meant):
        return named(field, error.advice)
    if isinstance(error, Misread):
        return named(field, str(error))
    return f"{_wrong_kind(field, text)} {_guessed(field, text) or _beyond(field, text)}".strip()


def outside(field: Field, value: Any) -> str:
    """The message for a value that is out of bounds: what the bounds are, and what helps."""
    what = "een datum" if field.kind is Kind.DATE else _takes(field)[0]
    texts = [f"Vul bij {name_of(field)} {what} in {_bounds(field)}.", _meant_by(field, value)]
    if field.beyond and _is_too_much(field, value):
        texts.append(field.beyond)
    return " ".join(filter(None, texts))


def _beyond(field: Field, text: Any) -> str:
    """Advice for a reader who typed more full-timers than the field takes; empty for any other text."""
    said = meanings.full_timers(text) if field.employment and isinstance(text, str) else []
    return field.beyond if any(_is_too_much(field, value) for value in said) else ""


def _is_too_much(field: Field, value: Any) -> bool:
    """Whether a value is above the maximum, also if it is a number of full-timers rather than a percentage."""
    if field.maximum is None:
        return False
    return bool(value > field.maximum or (in_full_timers(field, value) and value * 100 > field.maximum))


def bounds(field: Field) -> str:
    """What a field may hold, as a sentence that asks nothing of the reader."""
    return f"{name_of(field)} gaat {_bounds(field)}."


def question(answers: Sequence[str]) -> str:
    """Ask which of these was meant."""
    return f"Bedoel je {' of '.join(answers)}?"


def _takes(field: Field) -> tuple[str, str]:
    """What the field takes, with an example; neither for text and what is pasted."""
    return _YEAR_TAKES if field.unit == YEAR else _TAKES.get(field.kind, ("", ""))


def _bounds(field: Field) -> str:
    low, high = (None if bound is None else _bound(field, bound) for bound in (field.minimum, field.maximum))
    if low and high:
        return f"van {low} tot en met {high}"
    return f"vanaf {low}" if low else f"tot en met {high}"


def _bound(field: Field, value: Any) -> str:
    """A bound in words: whole euros without their cents."""
    whole = field.kind is Kind.MONEY and value == value.to_integral_value()
    return numbers.format_euro(value, 0) if whole else format_value(field, value)


def _answer(field: Field, value: Any) -> str:
    """A value as it can be typed in the field."""
    if isinstance(value, date):
        return format_date(value)
    if field.kind is Kind.TERM:
        return terms.to_text(value)
    text = number_text(field, Decimal(value)).removesuffix(" %")
    return f"{text}\u00a0%" if field.kind is Kind.PERCENT else text


def _wrong_kind(field: Field, text: Any) -> str:
    """What the field takes; a percentage in a field for an amount, or the other way round, is called by its name."""
    what, example = _takes(field)
    typed = plain(text) if isinstance(text, str) else ""
    if _is_misplaced_percentage(field, typed):
        what = "een bedrag in euro" if field.kind is Kind.MONEY else what
        return f"Vul bij {name_of(field)} {what} in, geen percentage."
    if field.kind is Kind.PERCENT and ("€" in typed or "eur" in typed):
        return f"Vul bij {name_of(field)} een percentage in, geen bedrag in euro."
    if not example:
        return named(field, "Dit kunnen we niet lezen.")
    period = meanings.other_period(field, typed)
    advice = f" Je typte een cijfer per {period}: reken dat eerst om." if period else ""
    return f"Vul bij {name_of(field)} {what} in, bijvoorbeeld {example}.{advice}"


def _guessed(field: Field, text: Any) -> str:
    """The question whether the numbers or days that can be found in a text were meant; nothing if none of them fits."""
    if not isinstance(text, str) or field.kind not in _TAKES or _is_misplaced_percentage(field, plain(text)):
        return ""
    meant: Callable[[Field, str], Sequence[Any]] = (
        meanings.days_meant if field.kind is Kind.DATE else meanings.numbers_meant
    )
    answers = [_answer(field, value) for value in meant(field, text)]
    return question(answers) if 0 < len(answers) <= _MOST_MEANINGS else ""


def _is_misplaced_percentage(field: Field, typed: str) -> bool:
    """Whether the text has a percentage and the field takes an amount or another number."""
    return field.kind in (Kind.MONEY, Kind.NUMBER, Kind.WHOLE) and ("%" in typed or "procent" in typed)


def _meant_by(field: Field, value: Any) -> str:
    """The question what was meant by a value that is out of bounds, or nothing. Whole years may be meant as months."""
    if field.kind is Kind.TERM:
        words = meanings.months_meant(field, value)
        return f"{question([words])} Typ dan “{words}”." if words else ""
    if field.kind not in _TAKES or field.kind is Kind.DATE:
        return ""
    meant = meanings.slip(field, Decimal(value))
    return "" if meant is None else question([_answer(field, meant)])
