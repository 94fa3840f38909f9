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
