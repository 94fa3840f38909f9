"""The tables that travel with the engine's second half are found by their form, and only by that."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.engine import tables, wasm
from browser.engine.tables import TableError
from tests.unit.browser import tiny

NO_TABLE = "tables of characters: not found"


def place(row: int) -> int:
    """The address of a row that is in use."""
    return tiny.TABLE + tiny.ROW * (tiny.FIRST_ROW + row)


def with_row(row: int, address: int, first: int, last: int, rest: int) -> bytes:
    """The memory with another row in its table."""
    memory = tiny.with_table()
    struct.pack_into("<IBBH", memory, place(row), address, first, last, rest)
    return bytes(memory)


def test_codes_of_a_table_are_found() -> None:
    assert tables.characters(bytes(tiny.with_table()), b"") == [(tiny.CODES, tiny.CODES + tiny.ROWS * 6)]


def test_every_table_is_found() -> None:
    memory = bytes(tiny.with_table())
    one = memory[tiny.TABLE : tiny.TABLE + 256 * tiny.ROW]
    assert len(tables.characters(memory + one + b"\7" * 80 + one, b"")) == 3


def test_table_that_the_first_half_reads_stops_the_build() -> None:
    with pytest.raises(TableError, match=f"tables of characters: the first half reads the one at {tiny.TABLE}"):
        tables.characters(bytes(tiny.with_table()), b"\1\2" + wasm.constant(tiny.TABLE) + b"\3")


@given(st.integers(0, tiny.ROWS - 1), st.integers(-3000, 3000).filter(bool))
def test_table_with_a_shifted_row_is_none(row: int, shift: int) -> None:
    with pytest.raises(TableError, match=NO_TABLE):
        tables.characters(with_row(row, tiny.CODES + 6 * row + shift, 10, 12, 0), b"")


@given(st.integers(0, tiny.ROWS - 1), st.integers(0, tiny.ROWS - 1))
def test_table_in_another_order_is_none(one: int, other: int) -> None:
    memory = tiny.with_table()
    rows = [bytes(memory[place(row) : place(row) + tiny.ROW]) for row in (one, other)]
    memory[place(one) : place(one) + tiny.ROW], memory[place(other) : place(other) + tiny.ROW] = reversed(rows)
    if one == other:
        assert tables.characters(bytes(memory), b"")
        return
    with pytest.raises(TableError, match=NO_TABLE):
        tables.characters(bytes(memory), b"")


@pytest.mark.parametrize(
    "memory",
    [
        b"",
        b"\7" * 9000,
        bytes(9000),
        with_row(0, tiny.CODES, 10, 12, 1),
        with_row(0, tiny.CODES, 12, 10, 0),
        with_row(tiny.ROWS - 1, tiny.CODES + 6 * (tiny.ROWS - 1), 10, 250, 0)[: tiny.CODES + 6 * tiny.ROWS],
    ],
    ids=["empty", "sevens", "zeros", "one where zero should be", "no codes at all", "cut"],
)
def test_memory_of_another_form_has_no_table(memory: bytes) -> None:
    with pytest.raises(TableError, match=NO_TABLE):
        tables.characters(memory, b"")


def test_table_with_few_rows_is_none() -> None:
    memory = tiny.with_table()
    memory[place(15) : place(tiny.ROWS)] = bytes(tiny.ROW * (tiny.ROWS - 15))
    with pytest.raises(TableError, match=NO_TABLE):
        tables.characters(bytes(memory), b"")


def test_names_of_characters_are_found() -> None:
    memory = tiny.memory()
    points, words = tables.names(memory, b"")
    assert tiny.NAMES < points[0] < points[1] < tiny.NAMES + 4 * tiny.POINTS, "surely not what stands beside it"
    assert points[1] - points[0] > 80_000
    assert words[0] >= tiny.NAMES + 4 * tiny.POINTS + 4096
    assert len(memory) - 100 < words[1] <= len(memory) - 64


def test_names_that_the_first_half_reads_stop_the_build() -> None:
    with pytest.raises(TableError, match="names of characters: the first half reads them"):
        tables.names(tiny.memory(), wasm.constant(tiny.WRITTEN))


@pytest.mark.parametrize(
    ("memory", "part"),
    [
        (tiny.memory().replace(b"HANGUL", b"HANGEL"), "the computed name"),
        (tiny.memory().replace(struct.pack("<I", 0x13002), struct.pack("<I", 0x13004)), "code points"),
        (tiny.memory().replace(struct.pack("<I", 0x2000), struct.pack("<I", 0x110000)), "code points"),
        (tiny.memory().replace(struct.pack("<I", 0x2000), struct.pack("<I", 0x2001)), "code points"),
        (bytes(tiny.with_table()) + tiny.with_names(words=900), "words"),
    ],
    ids=["no Hangul", "another code point", "beyond Unicode", "a code point twice", "few words"],
)
def test_names_of_another_form_are_none(memory: bytes, part: str) -> None:
    with pytest.raises(TableError, match=f"names of characters: {part} not found"):
        tables.names(memory, b"")
