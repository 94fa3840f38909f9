"""Text as it was pasted: nothing that cannot be seen stays, and cells are told apart."""

import sys
import unicodedata

import pytest

from calculators.core.typed import cells, plain, visible

FORMAT = [character for character in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(character) == "Cf"]


def test_every_format_character_of_unicode_is_dropped_and_no_other_sign() -> None:
    assert visible("".join(FORMAT)) == ""
    others = "".join(map(chr, (*range(0x21, 0xAD), *range(0xAE, 0x600))))
    assert visible(others) == "".join(one for one in others if one not in FORMAT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 21\u00a0Maanden ", "21 maanden"),
        ("1\u20092\u202f3", "1 2 3"),
        ("\u22122 – 3", "-2 - 3"),
        ("’27", "'27"),
        ("1\t2\n", "1\t2"),
    ],
)
def test_what_looks_alike_becomes_one_sign(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500", ["500"]),
        ("500\r\n", ["500"]),
        ("500\t600", ["500", "600"]),
        ("1\n\n 2\t\u200b\t3", ["1", "2", "3"]),
        (" ", []),
    ],
)
def test_pasted_text_is_taken_apart_into_its_cells(text: str, expected: list[str]) -> None:
    assert cells(text) == expected
