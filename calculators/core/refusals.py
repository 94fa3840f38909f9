"""What readers are told when a field refuses what they typed: which field, what it takes, and what they may have meant.

Every message names its field, so that it can be read anywhere: at the field, above the form, in the status line.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Any

from calculators.core import numbers, terms
from calculators.core.kinds import YEAR, Field, Kind, fits, format_value, number_text
from calculators.core.periods import format_date
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
_SHARES = {"voltijds": 100, "voltijd": 100, "halftijds": 50, "halftijd": 50, "half": 50, "viervijfde": 80}
_ONES = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig", "honderd")
_COUNTS = dict(enumerate(_ONES)) | {10 * number: word for number, word in enumerate(_TENS, start=2)}
_NUMBERS = {word: Decimal(number) for number, word in _COUNTS.items()}
_FRACTION = re.compile(r"(?:([0-9]{1,2}) )?([0-9]{1,3}) ?/ ?([1-9][0-9]{0,2})")
_MONTHS_OF = {"j": 12, "jr": 12, "jaar": 12, "jaren": 12, "semester": 6, "semesters": 6, "kwartaal": 3, "kwartalen": 3}
_MONTHS_OF |= dict.fromkeys(("m", "mnd", "maand", "maanden"), 1)
"""How many months the units are in which people say a term."""
_IN_PARTS = {"een": Decimal(1), "half": Decimal("0.5"), "een half": Decimal("0.5"), "anderhalf": Decimal("1.5")}
_NOT_YEARS = {unit for unit, length in _MONTHS_OF.items() if length != 12} | {"dag", "dagen", "week", "weken"}
_WORD = re.compile(r"een half|[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+")
_NUMBER_INSIDE = re.compile(r"[0-9](?:[0-9.,' ]*[0-9])?(?: ?k\b)?")
_LETTERS_FOR_DIGITS = re.compile(r"[0-9ol.,']+")
_AS_DIGITS = str.maketrans("ol", "01")
_MOST_MEANINGS = 3
_ABSURD = Decimal(10) ** 15
"""From here on, a number is a slip of which nothing can be made."""


def name_of(spec: Field) -> str:
    """The field as messages name it: its label and, where several have that label, which of them it is."""
    which = spec.which or spec.card.lower()
    return f"“{spec.label}” ({which})" if which else f"“{spec.label}”"


def named(spec: Field, text: str) -> str:
    """A message that does not say which field it is about, with the field before it."""
    return f"Kijk {name_of(spec)} na. {text}"


def empty(spec: Field) -> str:
    """The message for a field that has to be filled in, and is not."""
    if spec.kind is Kind.CHOICE:
        return unknown_choice(spec)
    what, example = _takes(spec)
    return f"Vul bij {name_of(spec)} {what} in, bijvoorbeeld {example}." if example else f"Vul {name_of(spec)} in."


def unknown_choice(spec: Field) -> str:
    """The message for a value that is not among the choices; few choices are named."""
    labels = [label for key, label in spec.choices if key]
    named_choices = f": {', '.join(labels[:-1])} of {labels[-1]}" if 1 < len(labels) <= _MOST_MEANINGS else ""
    return f"Kies bij {name_of(spec)} een van de mogelijkheden{named_choices}."


def unread(spec: Field, text: Any, error: ValueError) -> str:
    """The message for what could not be read, and the question what was meant if that can be guessed.

    `error` is what reading it raised: it may say more.
    """
    if isinstance(error, numbers.Unclear):
        answers = [_answer(spec, meaning) for meaning in error.meanings]
        return named(spec, f"Dit getal is niet duidelijk. {question(answers)}")
    if isinstance(error, Misread):
        return named(spec, str(error))
    return f"{_wrong_kind(spec, text)} {_guessed(spec, text)}".strip()


def outside(spec: Field, value: Any) -> str:
    """The message for a value that is out of bounds: what the bounds are, and what helps."""
    what = {Kind.DATE: "een datum"}.get(spec.kind, _takes(spec)[0])
    texts = [f"Vul bij {name_of(spec)} {what} in {_bounds(spec)}.", _meant_by(spec, value)]
    if spec.beyond and spec.maximum is not None and value > spec.maximum:
        texts.append(spec.beyond)
    return " ".join(filter(None, texts))


def bounds(spec: Field) -> str:
    """What a field may hold, as a sentence that asks nothing of the reader."""
    return f"{name_of(spec)} gaat {_bounds(spec)}."


def question(meanings: Sequence[str]) -> str:
    """Ask which of these was meant."""
    return f"Bedoel je {' of '.join(meanings)}?"


def _takes(spec: Field) -> tuple[str, str]:
    """What the field takes, with an example; neither for text and what is pasted."""
    return _YEAR_TAKES if spec.unit == YEAR else _TAKES.get(spec.kind, ("", ""))


def _bounds(spec: Field) -> str:
    low, high = (None if bound is None else _bound(spec, bound) for bound in (spec.minimum, spec.maximum))
    if low and high:
        return f"van {low} tot en met {high}"
    return f"vanaf {low}" if low else f"tot en met {high}"


def _bound(spec: Field, value: Any) -> str:
    """A bound in words: whole euros without their cents."""
    whole = spec.kind is Kind.MONEY and value == value.to_integral_value()
    return numbers.format_euro(value, 0) if whole else format_value(spec, value)


def _answer(spec: Field, value: Any) -> str:
    """A value as it can be typed in the field."""
    if isinstance(value, date):
        return format_date(value)
    if spec.kind is Kind.TERM:
        return terms.to_text(value)
    text = number_text(spec, Decimal(value))
    return f"{text}\u00a0%" if spec.kind is Kind.PERCENT else text


def _wrong_kind(spec: Field, text: Any) -> str:
    """What the field takes; a percentage in a field for an amount, or the other way round, is called by its name."""
    what, example = _takes(spec)
    typed = plain(text) if isinstance(text, str) else ""
    if spec.kind is Kind.MONEY and ("%" in typed or "procent" in typed):
        return f"Vul bij {name_of(spec)} een bedrag in euro in, geen percentage."
    if spec.kind is Kind.PERCENT and ("€" in typed or "eur" in typed):
        return f"Vul bij {name_of(spec)} een percentage in, geen bedrag in euro."
    if not example:
        return named(spec, "Dit kunnen we niet lezen.")
    return f"Vul bij {name_of(spec)} {what} in, bijvoorbeeld {example}."


def _guessed(spec: Field, text: Any) -> str:
    """The question whether the numbers that can be found in a text were meant; nothing if none of them fits."""
    if not isinstance(text, str) or spec.kind not in _TAKES or spec.kind is Kind.DATE:
        return ""
    if spec.kind is Kind.MONEY and ("%" in text or "procent" in plain(text)):
        return ""
    fitting = dict.fromkeys(value for value in _found(spec, plain(text)) if fits(spec, value))
    answers = [_answer(spec, value) for value in fitting]
    return question(answers) if 0 < len(answers) <= _MOST_MEANINGS else ""


def _found(spec: Field, text: str) -> list[Decimal]:
    """The numbers that a text in lower case may stand for: a fraction, a number in words, or those written in it."""
    if match := _FRACTION.search(text.replace("½", " 1/2")):
        whole, above, below = match.groups(default="0")
        return _of_fraction(spec, int(whole) + Fraction(int(above), int(below)))
    words = text.split()
    if spec.kind is Kind.TERM and (said := _said(text)) is not None:
        return said
    if spec.kind is Kind.PERCENT and (shares := [Decimal(_SHARES[word]) for word in words if word in _SHARES]):
        return shares
    if counts := [_NUMBERS[word] for word in words if word in _NUMBERS]:
        return counts
    if re.search(r"[0-9]", text) and _LETTERS_FOR_DIGITS.fullmatch(text):
        text = text.translate(_AS_DIGITS)
    return [value for part in _NUMBER_INSIDE.findall(text) for value in _neighbours(spec, part)]


def _said(text: str) -> list[Decimal] | None:
    """The years that a term in units of time comes to: `zes maanden`, `3 kwartalen`; none for days and weeks.

    `None` for a text with no other unit than years, which may be a number with words around it: `3 of 4 jaar`.
    """
    words = _WORD.findall(text)
    counts = [_count(word) for word in words]
    pairs = [
        (count, _MONTHS_OF[unit])
        for count, unit in zip(counts, words[1:], strict=False)
        if count is not None and unit in _MONTHS_OF
    ]
    numbers_said = [count for count in counts if count is not None]
    if pairs and len(pairs) == len(numbers_said):
        return [sum((count * length for count, length in pairs), Decimal(0)) / 12]
    return [] if _NOT_YEARS.intersection(words) else None


def _count(word: str) -> Decimal | None:
    """The number that a word or digits stand for."""
    if word[0].isdecimal():
        return Decimal(word.replace(",", "."))
    return _NUMBERS.get(word, _IN_PARTS.get(word))


def _of_fraction(spec: Field, fraction: Fraction) -> list[Decimal]:
    """A fraction as the field would have it: of a percentage, four fifths are 80."""
    times = 100 if spec.kind is Kind.PERCENT else 1
    exact = fraction * times
    value = Decimal(exact.numerator) / exact.denominator
    return [value] if value == round(value, 2) else []


def _neighbours(spec: Field, part: str) -> list[Decimal]:
    """The meanings of one written number; for a field of whole numbers those just below and above a part."""
    with suppress(ValueError):
        reading = numbers.read(part)
        meanings = [meaning for meaning in (reading.dutch, reading.other) if meaning is not None]
        value = next((one for one in meanings if fits(spec, one)), meanings[0])
        if spec.kind is Kind.WHOLE and value != value.to_integral_value():
            below = value.to_integral_value(ROUND_FLOOR)
            return [below, below + 1]
        return [value]
    return []


def _meant_by(spec: Field, value: Any) -> str:
    """The question what was meant by a value that is out of bounds, or nothing.

    A fraction was probably meant as a percentage, whole years as months, an amount below the least in thousands, an
    amount in whole euros above the most in cents, a number below nothing without its minus, and two digits as a year of
    this century.
    """
    if spec.kind is Kind.TERM and value == value.to_integral_value() and fits(spec, value / 12):
        words = terms.months_text(int(value))
        return f"{question([words])} Typ dan “{words}”."
    if spec.kind not in _TAKES or spec.kind in (Kind.TERM, Kind.DATE):
        return ""
    meant = next((one for one in _slips(spec, Decimal(value)) if fits(spec, one)), None)
    return "" if meant is None else question([_answer(spec, meant)])


def _slips(spec: Field, value: Decimal) -> list[Decimal]:
    """What may have been meant by a number that is out of bounds, the likeliest first."""
    if abs(value) >= _ABSURD:
        return []
    found = [-value] if value < 0 else []
    if spec.kind is Kind.PERCENT and 0 < value <= 1:
        found.append(value * 100)
    if spec.kind is Kind.MONEY and 0 < value < 1000:
        found.append(value * 1000)
    elif spec.kind is Kind.MONEY and value >= 1000 and value % 1 == 0 and value % 100:
        found.append(value / 100)
    if spec.unit == YEAR and 0 <= value < 100:
        found.append(value + 2000)
    return found
