"""Finds large tables in Pyodide's engine that only its second half reads, by the form of their contents.

They become part of the second half, which writes them to memory before any of its functions runs.
"""

import itertools
import re
import struct
from collections.abc import Iterator, Sequence

from browser.engine import wasm
from browser.engine.wasm import Range

# CPython's tables of Chinese, Japanese and Korean characters: 256 rows, each an address of 16-bit codes, the first and
# the last byte that has one, and two bytes of zero. See `struct dbcs_index` in CPython's Modules/cjkcodecs/.
_ROW = struct.Struct("<IBBH")
_ROWS = 256
_FEWEST_ROWS = 16  # rows in use

# The names of characters, CPython's Modules/unicodename_db.h: tens of thousands of code points, each once, among which
# are these side by side; and the words that names are made of, each after its length. The functions that read them also
# contain the one name that is computed, so code that does not mention it does not read the tables.
_SIDE_BY_SIDE = struct.pack("<4I", 0x13000, 0x13001, 0x13002, 0x13003)
_LAST_CODE_POINT = 0x10FFFF
_FEWEST_POINTS = 20_000
_EDGE = 64  # code points left in place at both ends, as they may belong to the table beside it
_COMPUTED_NAME = b"HANGUL SYLLABLE \0"
_WORDS = re.compile(rb"[\x06-\x40][A-Z0-9 -]{6,64}")
_MOST_BETWEEN, _FEWEST_WORDS = 2048, 1000  # bytes between two words; words


class TableError(ValueError):
    """A table cannot be moved to the second half: the message names it and says why."""


def names(memory: bytes, code: bytes) -> list[Range]:
    """The addresses of the names of characters. Raises `TableError` if there are none, or if `code` reads them."""
    computed = memory.find(_COMPUTED_NAME)
    points, words = list(_code_points(memory)), list(_words(memory))
    for part, found in (("code points", points), ("words", words), ("the computed name", computed >= 0)):
        if not found:
            raise TableError(f"names of characters: {part} not found in the engine")
    if wasm.constant(computed) in code:
        raise TableError("names of characters: the first half reads them")
    return [*points, *words]


def _code_points(memory: bytes) -> Iterator[Range]:
    """The table of code points: all numbers around the known ones that are code points and different."""
    points = memoryview(memory[: len(memory) // 4 * 4]).cast("I")
    start = end = memory.find(_SIDE_BY_SIDE) // 4
    seen = set[int]()
    while start >= 0 and end < len(points) and points[end] <= _LAST_CODE_POINT and points[end] not in seen:
        seen.add(points[end])
        end += 1
    while start > 0 and points[start - 1] <= _LAST_CODE_POINT and points[start - 1] not in seen:
        start -= 1
        seen.add(points[start])
    if end - start >= _FEWEST_POINTS:
        yield 4 * (start + _EDGE), 4 * (end - _EDGE)


def _words(memory: bytes) -> Iterator[Range]:
    """Tables of words: many of them close together. The first and the last word stay, as they may be something else."""
    words = [match.span() for match in _WORDS.finditer(memory) if len(match[0]) > match[0][0]]
    far_away = (len(memory) + _MOST_BETWEEN, 0)
    group: list[Range] = []
    for word in [*words, far_away]:  # which ends the last group
        if group and word[0] - group[-1][1] > _MOST_BETWEEN:
            if len(group) >= _FEWEST_WORDS:
                yield group[0][1], group[-1][0]
            group = []
        group.append(word)


def characters(memory: bytes, code: bytes) -> list[Range]:
    """The addresses of the codes in tables of characters. Raises `TableError` if there are none or `code` reads one."""
    tables = list(_tables(memory))
    if not tables:
        raise TableError("tables of characters: not found in the engine")
    for address, _ in tables:
        if wasm.constant(address) in code:
            raise TableError(f"tables of characters: the first half reads the one at {address}")
    return [codes for _, codes in tables]


def _tables(memory: bytes) -> Iterator[tuple[int, Range]]:
    """The address of each table of characters, and the addresses of its codes."""
    rows = [_codes(memory, at) for at in range(0, len(memory) - _ROW.size + 1, _ROW.size)]
    start = 0
    while start + _ROWS <= len(rows):
        table = rows[start : start + _ROWS]
        if None in table:
            start += _ROWS - table[::-1].index(None)  # goes on after the last place that cannot be a row
            continue
        used = [row for row in table if row]
        if len(used) < _FEWEST_ROWS or not _are_adjacent(used):
            start += 1
            continue
        yield start * _ROW.size, (used[0][0], used[-1][1])
        start += _ROWS


def _codes(memory: bytes, at: int) -> Range | tuple[()] | None:
    """The addresses of the codes that a row points to: `()` if the row is empty, `None` if this cannot be a row."""
    address, first, last, zero = _ROW.unpack_from(memory, at)
    if not (address or first or last or zero):
        return ()
    end = address + 2 * (last - first + 1)
    is_row = zero == 0 and first <= last and address >= 1024 and end <= len(memory)
    return (address, end) if is_row else None


def _are_adjacent(rows: Sequence[Range]) -> bool:
    """Whether the codes of each row begin where those of the row before it end."""
    return all(before[1] == after[0] for before, after in itertools.pairwise(rows))
