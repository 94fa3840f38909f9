"""What is left out of Pyodide's program is found by its form, and only by that."""

import struct

from hypothesis import example, given
from hypothesis import strategies as st

from browser import spare, wasm

CODES = 8192  # where the codes of the table stand
TABLE = 4096


def with_table() -> bytes:
    """A memory with one table of characters: 20 rows of three codes each, among other things."""
    memory = bytearray(b"\7" * 16384)
    memory[TABLE : TABLE + 256 * 8] = bytes(256 * 8)
    for row in range(20):
        struct.pack_into("<IBBH", memory, TABLE + 8 * (row + 33), CODES + 6 * row, 10, 12, 0)
    return bytes(memory)


def test_codes_of_a_table_are_found() -> None:
    ranges = list(spare.characters(with_table(), b""))
    assert (ranges[0][0], ranges[-1][1]) == (CODES, CODES + 20 * 6)


def test_table_that_the_code_mentions_stays() -> None:
    assert not list(spare.characters(with_table(), b"\1\2" + wasm.constant(TABLE) + b"\3"))


@given(st.binary(max_size=9000))
def test_other_memory_has_no_table(memory: bytes) -> None:
    assert not list(spare.characters(memory, b""))


def test_explanation_is_left_out_and_signature_stays() -> None:
    text = b"\0escape($module, text, /)\n--\n\nMake it safe.\n\nAlways.\0next\0"
    (start, end) = next(spare.documentation(text))
    assert text[start:end] == b"Make it safe.\n\nAlways."


GRID = spare.GRIDS[0]
PLACE = 3 * 65536 + 77


def with_grid() -> bytes:
    """A memory with the one row that gives a table away."""
    width = 2 * GRID.columns
    end = PLACE + (GRID.known - GRID.first + 1) * width
    return b"\7" * (end - len(GRID.row())) + GRID.row() + b"\7" * 40_000


def test_table_of_the_c_library_goes_with_the_code_that_read_it() -> None:
    mention = b"\1" + wasm.number(PLACE) + b"\2"
    size = 2 * GRID.rows * GRID.columns
    assert list(spare.grids(with_grid(), b"", mention)) == [(PLACE, PLACE + size)]
    assert not list(spare.grids(with_grid(), mention, mention)), "somebody still reads it"
    assert not list(spare.grids(with_grid(), b"", b"")), "somebody may read it in another way"


def with_names() -> bytes:
    """A memory with code points in some order and parts of names, among other things."""
    points = [*range(0x20, 0x5020), *range(0x13000, 0x13004), 0x5020]
    words = b"".join(bytes([9]) + f"CIRCLE {number:04}".encode()[:9] + b"\xee" for number in range(1200))
    return b"\xff" * 64 + struct.pack(f"<{len(points)}I", *points) + b"\xff" * 4096 + words + b"\xff" * 64


def test_names_of_characters_go_with_the_code_that_writes_them() -> None:
    memory = b"\xff" * 4096 + b"HANGUL SYLLABLE \0" + b"\xff" * 15 + with_names()
    start = 4096 + 32 + 64
    points, words = spare.names(memory, b"")
    assert start < points[0] < points[1] < start + 4 * (0x5000 + 4), "surely not what stands beside it"
    assert points[1] - points[0] > 80_000
    assert words[0] > points[1] + 4096
    assert words[1] <= len(memory) - 64
    assert not list(spare.names(memory, wasm.constant(4096)))
    assert not list(spare.names(with_names(), b""))


@given(st.integers(0, 2**32 - 1))
@example(64)
def test_numbers_are_read_as_they_were_written(value: int) -> None:
    assert wasm.read_number(b"\xff" + wasm.number(value), 1) == (value, 1 + len(wasm.number(value)))


@given(st.integers(0, 2**31 - 1))
@example(64)
def test_constant_has_no_sign(value: int) -> None:
    """LEB128 with a sign: the last byte's second bit tells that a number is negative."""
    data = wasm.constant(value)
    assert data[0] == 0x41
    assert not data[-1] & 64
    assert wasm.read_number(data, 1)[0] == value
