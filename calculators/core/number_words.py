"""Dutch words for numbers, as digits: `drie kwart` is `3/4`, `twee en een half` is `2,5`, `65 duizend` is `65000`."""

import re
from decimal import Decimal

DIGITS = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
"""A pattern for a number of digits, perhaps with decimals."""

_TO_TWELVE = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_TEENS = ("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _numbers() -> dict[str, int]:
    """The numbers below a hundred, by their word: units come before tens, and `één` loses its accents there."""
    numbers = {word: number for number, word in enumerate((*_TO_TWELVE, *_TEENS))}
    for place, tens in enumerate(_TENS, start=2):
        numbers[tens] = 10 * place
        for unit, word in enumerate(("een", *_TO_TWELVE[2:10]), start=1):
            numbers[f"{word}en{tens}"] = 10 * place + unit
    return numbers


_NUMBERS = _numbers()
_SIZES = {"miljoen": 1_000_000, "mio": 1_000_000, "mln": 1_000_000, "duizend": 1000, "mille": 1000, "honderd": 100}
_SIZED = re.compile(rf"({DIGITS}) ?({'|'.join(_SIZES)})\b")
_DENOMINATORS = {"derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}
_FRACTION = re.compile(rf"\b(een|één|twee|drie|vier|[1-9])? ?\b({'|'.join(_DENOMINATORS)})n?\b")
_JOINED_FRACTION = re.compile(rf"\b(twee|drie|vier)({'|'.join(_DENOMINATORS)})n?\b")
_ONE_AND_A_HALF = re.compile(r"\banderhal(?:f|ve)\b")
_AND_A_HALF = re.compile(r"\b([0-9]{1,3})( jaar| uur)?(?: ?en)? (?:een ?)?hal(?:f|ve)\b")
_WORD = re.compile(r"[^\W\d_]+")


def in_digits(text: str) -> str:
    """A text in lower case with digits for its numbers in words."""
    text = _SIZED.sub(_with_zeros, _spaced(text))
    text = _ONE_AND_A_HALF.sub("1,5", _JOINED_FRACTION.sub(r"\1 \2", text))
    text = _FRACTION.sub(lambda match: f" {count(match[1] or 'een')}/{_DENOMINATORS[match[2]]}", text)
    text = _WORD.sub(_word_in_digits, text)
    return _AND_A_HALF.sub(r"\1,5\2", "1" if text in ("een", "één") else text).strip()


def count(text: str) -> Decimal:
    """The number that digits, or `een` to `vier`, stand for."""
    if text[0].isdecimal():
        return Decimal(text.replace(",", "."))
    return Decimal(_NUMBERS.get(text, 1))


def _spaced(text: str) -> str:
    """With `tweeëneenhalf` and `tweeënhalf` as `twee en een half` and `twee en half`."""
    text = text.replace("ë", "e").replace("eneenhal", " en een hal")
    return re.sub(r"(?<=[a-z])enhal(?=f|ve)", " en hal", text)


def _with_zeros(match: re.Match[str]) -> str:
    """The digits of `65 duizend` or `1,2 miljoen`."""
    return f"{count(match[1]) * _SIZES[match[2]]:.0f}"


def _word_in_digits(match: re.Match[str]) -> str:
    number = _of_word(match[0])
    return match[0] if number is None else str(number)


def _of_word(word: str) -> int | None:
    """The number that a word stands for: `tachtig`, `vijfendertigduizend`, `dertigtal`; `een` may be no number."""
    word = word.removesuffix("tal") if len(word) > 5 else word
    if word in _NUMBERS:
        return _NUMBERS[word]
    for name in ("duizend", "honderd"):
        before, found, after = word.partition(name)
        if not found:
            continue
        head, tail = (_of_word(part) if part else 0 for part in (before, after))
        return None if head is None or tail is None else (head or 1) * _SIZES[name] + tail
    return None
