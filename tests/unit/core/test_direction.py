"""Marks of writing direction: a line closes what it opens, and nothing typed is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.direction import closed

OPEN = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    ("\u2066", "\u2067", "\u2068"), "\u2069"
)
"""What opens a direction, and what closes it: the tables of BD2 to BD7 in Unicode's UAX 9."""
MARKS = "".join({*OPEN, *OPEN.values()})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gent", "Gent"),
        ("Gent \u202eomkeer", "Gent \u202eomkeer\u202c"),
        ("\u202eomgekeerd\u202c, af", "\u202eomgekeerd\u202c, af"),
        ("\u2067a\u202bb", "\u2067a\u202bb\u202c\u2069"),
        ("\u2067a\u202bb\u2069c", "\u2067a\u202bb\u2069c"),
        ("\u202b\u2067\u202c", "\u202b\u2067\u202c\u2069\u202c"),
        ("\u202c\u2069los", "\u202c\u2069los"),
        ("\u202ea\nb\u202c", "\u202ea\u202c\nb\u202c"),
    ],
)
def test_a_line_closes_the_directions_that_it_opens(text: str, expected: str) -> None:
    assert closed(text) == expected


@given(st.text(alphabet=f"{MARKS}a1 \n", max_size=30))
def test_nothing_stays_open_and_nothing_is_dropped(text: str) -> None:
    lines = closed(text).split("\n")
    assert closed(closed(text)) == closed(text)
    for before, after in zip(text.split("\n"), lines, strict=True):
        assert after.startswith(before)
        assert set(after[len(before) :]) <= set(OPEN.values())
        assert waiting(after) == ""


def waiting(line: str) -> str:
    """The marks that a line still has to write, the innermost last: by the words of UAX 9, BD9 and BD11."""
    opened = ""
    for character in line:
        if character in OPEN:
            opened += OPEN[character]
        elif character == "\u202c":
            opened = opened.removesuffix("\u202c")
        elif character == "\u2069" and "\u2069" in opened:
            opened = opened[: opened.rindex("\u2069")]
    return opened
