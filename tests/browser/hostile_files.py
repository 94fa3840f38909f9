"""Files that nobody should choose as a dossier, and some that are one: each is at most shown."""

import json
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import cycle
from random import Random
from typing import Any

from browser.requests import damaged, dossiers, hostile, texts
from browser.requests.dossiers import as_sent
from calculators.dossier.limits import LARGEST

SHAPES: tuple[Any, ...] = (None, True, 7, "tekst", [], {}, [[]], {"version": 2}, {"version": "2"}, {"dossier": []})
PROTOTYPES = (
    '{"version": 1, "__proto__": {"bad": 1}}',
    '{"version": 1, "constructor": {"prototype": {"bad": 1}}}',
    '{"version": 2, "calculators": {"__proto__": {"fte": "1"}, "budget": {"__proto__": "1"}}}',
    '{"version": 2, "dossier": {"__proto__": {"bad": 1}, "focus": "<img src=x onerror=bad=1>"}}',
)


def _sound(random: Random) -> str:
    return as_sent(dossiers.sound(random))


def _broken(random: Random) -> str:
    return damaged.broken(random, random.choice(list(damaged.DAMAGES.values())))


def _truncated(random: Random) -> str:
    whole = _sound(random)
    return whole[: random.randrange(len(whole))]


def _newer(random: Random) -> str:
    return as_sent({**dossiers.sound(random), "version": random.choice((3, 99, 10**30))})


def _deep(random: Random) -> str:
    levels = random.choice((9, 1_000, 30_000))
    return f'{{"version": 2, "dossier": {"[" * levels}{"]" * levels}}}'


def _huge(random: Random) -> str:
    """About as large as is read, or much larger."""
    size = random.choice((LARGEST - 40, LARGEST + 1, 4 * LARGEST + 1))
    return json.dumps({"version": 2, "dossier": {"focus": "x" * size}})


def _office(_: Random) -> bytes:
    """The head of a Word or Excel file."""
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return package.getvalue()


KINDS: tuple[Callable[[Random], str | bytes], ...] = (
    _sound,
    _broken,
    hostile.kept,
    _truncated,
    lambda random: random.choice(PROTOTYPES),
    _newer,
    _broken,
    lambda random: json.dumps(random.choice(SHAPES)),
    _deep,
    lambda random: random.randbytes(random.randrange(3_000)),
    texts.text,
    _office,
)


def files(random: Random, count: int) -> Iterator[bytes]:
    """So many files; one in sixty is huge, as those take long."""
    for turn, kind in zip(range(count), cycle(KINDS), strict=False):
        made = _huge(random) if turn % 60 == 5 else kind(random)
        yield made if isinstance(made, bytes) else made.encode("utf-8", "replace")


DAMAGE = """() => [
  ...Array.from(document.querySelectorAll("b-ad, [onerror], [href^='javascript:' i]"), (one) => one.outerHTML),
  ..."bad" in window ? ["a script ran"] : [],
  ...({}).bad ? ["every object was changed"] : [],
]"""
"""What a page shows of hostile text that was not taken as text: nothing, if all is well."""
