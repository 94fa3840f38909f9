"""Requests with files whose JSON is damaged in every way, and requests that no page sends."""

import re
from collections.abc import Callable, Iterator
from itertools import cycle
from random import Random
from typing import Any

from browser.requests import dossiers, hostile, texts, well_formed
from browser.requests.dossiers import Json, as_sent
from calculators import documents, dossier
from calculators.calculator import CALCULATORS

type Damage = Callable[[Random, str], str]


def _at(pattern: str, replacement: str | Callable[[Random], str]) -> Damage:
    """Replace one of the matches of a pattern; without a match, add the replacement at the end."""

    def damage(random: Random, text: str) -> str:
        matches = list(re.finditer(pattern, text))
        start, end = random.choice(matches).span() if matches else (len(text), len(text))
        return text[:start] + (replacement if isinstance(replacement, str) else replacement(random)) + text[end:]

    return damage


def _within(*odd: str) -> Damage:
    """Insert something odd just after one of the quotes that open a string."""
    return _at(r'(?<=[:,\[] ")|(?<=[:,\[{]")', lambda random: random.choice(odd))


def _cut(pattern: str) -> Damage:
    """Cut the text off after one of the matches of a pattern, as in a file that was saved in part."""

    def damage(random: Random, text: str) -> str:
        ends = [match.end() for match in re.finditer(pattern, text)]
        return text[: random.choice(ends) if ends else len(text) // 2]

    return damage


def _whole(*others: str) -> Damage:
    """Replace the text as a whole."""
    return lambda random, _: random.choice(others)


def _deep(random: Random, text: str) -> str:
    levels = random.choice((7, 8, 9, 100, 990, 1010, 3000, 30_000))
    opened, closed = random.choice((("[", "]"), ('{"a":', "}"), ("[{}, ", "]")))
    nested = opened * levels + "0" + (closed * levels if random.random() < 0.7 else "")
    return random.choice((nested, _at(r"(?<=:) ?\{", nested)(random, text), f'{{"version": 1, "dossier": {nested}}}'))


def _twice(_: Random, text: str) -> str:
    return text[:-1] + ', "version": 1, "dossier": {"focus": "a", "focus": "b"}}'


def _wide(random: Random, text: str) -> str:
    """The text as a program shows it that reads UTF-16, or another code page, wrongly."""
    return random.choice(
        (
            "\ufeff" + "\x00".join(text) + "\x00",
            "ÿþ" + "\x00".join(text),
            text.encode("utf-8", "replace").decode("latin-1"),
            text.encode("utf-8", "replace").decode("cp1252", "replace"),
        )
    )


_NUMBERS = (
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-1e999",
    "01",
    ".5",
    "1.",
    "+1",
    "0x10",
    "-",
    "1e",
    "1_000",
    "--1",
    "٣",
    *("9" * 400, "9" * 4300, "9" * 4301, "-" + "9" * 9000, "1." + "3" * 5000, "1e-999", "1e400", "-0", "1.0", "0.1e1"),
)

DAMAGES: dict[str, Damage] = {
    "comma too many": _at(r"(?=[}\]])", ","),
    "comma missing": _at(r',(?=\s*")', " "),
    "comma doubled": _at(r',(?=\s*")', ",,"),
    "colon missing": _at(r":", " "),
    "other sign for colon": _at(r":", lambda random: random.choice("=;,")),
    "single quotes": lambda _, text: text.replace('"', "'"),
    "one single quote": _at(r'"', "'"),
    "curly quotes": lambda _, text: text.replace('"', "”"),
    "quote missing": _at(r'"', ""),
    "name without quotes": _at(r'"(?=\w+":)', ""),
    "raw line end": _within("\n", "\r\n", "\t", "\x00", "\x1f", "\u2028", "\x7f"),
    "bad escape": _within("\\x", "\\u12.", "\\uZZZZ", "\\'", "\\ ", "\\u.", "\\U0001F600", "\\0", "\\u-123", "\\u 123"),
    "half a pair": _within("\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\udfff\\ud800", "\\uD83Dx", "\\ud83d\\u0041"),
    "escaped": _within("\\ud83d\\ude00", "\\u0000", "\\u001f", '\\n\\t\\b\\f\\r\\/\\\\\\"', "\\ufeff", "\\uffff"),
    "cut anywhere": _cut(r"(?s)."),
    "cut in a text": _cut(r'"\w'),
    "cut after an escape": lambda _, text: text[: len(text) // 2] + '", "x": "\\',
    "cut in an escape": lambda _, text: text[: len(text) // 2] + '", "x": "\\ud83d\\u',
    "cut after a sign": _cut(r"[:,\[{]"),
    "cut before the end": lambda _, text: text.rstrip()[:-1],
    "one bracket more": _at(r"[}\]]", lambda random: random.choice(("}}", "]]", "}]"))),
    "other bracket": _at(r"[}\]](?=[}\]]|\Z)", lambda random: random.choice("{[()")),
    "text after it": lambda random, text: text + random.choice(("x", "{}", ",", "\x00", "]", text, "\n//", "\ufeff")),
    "byte order mark": lambda _, text: "\ufeff" + text,
    "blank before it": lambda random, text: random.choice(texts.WHITESPACE) + text,
    "blank within": _at(r"(?<=[:,])", lambda random: random.choice(texts.WHITESPACE)),
    "other bytes": _wide,
    "names twice": _twice,
    "odd number": _at(r'"(?:[^"\\]|\\.)*"(?=[,}\]])|\d+(?=[,}])', lambda random: random.choice(_NUMBERS)),
    "odd version": _at(r'(?<="version":)\s*\d+', lambda random: random.choice(_NUMBERS)),
    "odd word": _at(
        r'"(?:[^"\\]|\\.)*"(?=[,}\]])', lambda random: random.choice(("tru", "None", "True", "nul", "undefined"))
    ),
    "comment": _at(
        r'(?<=[^\\]",)(?=")|(?<=\{)(?=")', lambda random: random.choice(("// x\n", "/* x */", "# x\n", "<!-- x -->"))
    ),
    "deep": _deep,
    "any character": _at(r"(?s).", texts.character),
    "a character less": _at(r"(?s).", ""),
    "something else": _whole(
        "",
        " ",
        "\n",
        "null",
        "true",
        "3",
        '"tekst"',
        "[]",
        "[{}]",
        "{}",
        "{",
        "}",
        '"',
        "\\",
        "[",
        "x",
        "\x00",
        "\ufeff",
        "<!DOCTYPE html><html><body>Aanmelden</body></html>",
        "PK\x03\x04",
        "%PDF-1.7",
        "version=1",
        "version: 1\n- a",
        "undefined",
        "[object Object]",
        "NaN",
        "Infinity",
        "-",
        "1e5",
        "9" * 5000,
        "'",
        "{'a': 1}",
        "{a: 1}",
        "👍",
        "\ud800",
    ),
    "too large": lambda random, text: (
        text + " " * (2_000_001 - len(text)) if random.random() < 0.05 else text + " " * 99
    ),
}
"""Each kind of damage by name."""


def broken(random: Random, damage: Damage) -> str:
    """A dossier's file, damaged."""
    whole = dossiers.sound(random)
    if random.random() < 0.5:
        return damage(random, dossier.write(dossier.read_stored(as_sent(whole))))
    return damage(random, as_sent({name: whole[name] for name in ("version", "dossier")}))


def damaged(random: Random, damage: Damage, kind: str) -> Json:
    """A request with a damaged file, in any of the places that take a file."""
    text, other = broken(random, damage), as_sent(dossiers.sound(random))
    match random.randrange(8):
        case 0 | 1 | 2 | 3:
            return {"action": "import", "current": other, "incoming": text}
        case 4:
            return {"action": "import", "current": text, "incoming": other}
        case 5:
            return {"action": "overview", "document": text}
        case 6:
            return {"action": "view", "incoming": text}
    return well_formed.document(random, kind, text)


def nonsense(random: Random) -> Json:
    """A request that no page sends: with a key missing, or an odd value or one of another type."""
    request = random.choice(
        (
            well_formed.evaluate(random, random.choice(list(CALCULATORS))),
            well_formed.document(random, random.choice(list(documents.ALL)), "{}"),
            well_formed.compare(random),
            well_formed.calendar(random),
            well_formed.overview(random),
            well_formed.import_(random),
            well_formed.passed_on(random),
        )
    )
    name = random.choice(list(request))
    other: Any = random.choice(("nonsense", "", "__class__", "../x", texts.mixture(random), *hostile.SIMPLE))
    if random.random() < 0.3:
        del request[name]
    else:
        request[name] = other
    if "needs" in request and request["needs"] != ["xlsxwriter"]:
        request["needs"] = []  # not for Python: the worker reads these
    return request


def requests(random: Random) -> Iterator[str]:
    """Requests without end, in an order in which each damage and each kind has its turn."""
    damages, kinds = cycle(DAMAGES.values()), cycle(documents.ALL)
    for turn in cycle(range(12)):
        yield as_sent(nonsense(random) if turn == 11 else damaged(random, next(damages), next(kinds)))
