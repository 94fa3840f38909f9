"""Large tables in Pyodide's engine that only its second half reads, each found by its own form.

They travel with the second half, which writes them back before any of its functions runs.
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
_FEWEST = 16  # rows in use

# The names of characters, CPython's Modules/unicodename_db.h: tens of thousands of code points, each once, among which
# are these side by side; and the words that names are made of, each after its length. The functions that read them also
# write the name that stands in no table.
_SIDE_BY_SIDE = struct.pack("<4I", 0x13000, 0x13001, 0x13002, 0x13003)
_LAST_CODE_POINT = 0x10FFFF
_FEWEST_POINTS = 20_000
_EDGE = 64  # code points that stay at both ends: the table beside it may begin or end with numbers like these
_WRITTEN = b"HANGUL SYLLABLE \0"
_WORDS = re.compile(rb"[\x06-\x40][A-Z0-9 -]{6,64}")
_MOST_BETWEEN, _FEWEST_WORDS = 2048, 1000  # bytes between two words; words


class TableError(ValueError):
    """A table can't travel with the second half: the message names it and says why."""


def names(memory: bytes, code: bytes) -> list[Range]:
    """Where the names of characters stand. Raises `TableError` when they aren't found, or this code reads them."""
    written = memory.find(_WRITTEN)
    points, words = list(_code_points(memory)), list(_words(memory))
    for part, found in (("code points", points), ("words", words), ("the name that is written", written >= 0)):
        if not found:
            raise TableError(f"names of characters: {part} not found in the engine")
    if wasm.constant(written) in code:
        raise TableError("names of characters: the first half reads them")
    return [*points, *words]


def _code_points(memory: bytes) -> Iterator[Range]:
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
    found = [word.span() for word in _WORDS.finditer(memory) if len(word[0]) > word[0][0]]
    group: list[Range] = []
    for word in [*found, (len(memory) + _MOST_BETWEEN, 0)]:
        if group and word[0] - group[-1][1] > _MOST_BETWEEN:
            if len(group) >= _FEWEST_WORDS:
                yield group[0][1], group[-1][0]
            group = []
        group.append(word)


def characters(memory: bytes, code: bytes) -> list[Range]:
    """Where the codes of tables of characters stand. Raises `TableError` if there are none, or this code reads one."""
    found = list(_tables(memory))
    if not found:
        raise TableError("tables of characters: not found in the engine")
    for address, _ in found:
        if wasm.constant(address) in code:
            raise TableError(f"tables of characters: the first half reads the one at {address}")
    return [codes for _, codes in found]


def _tables(memory: bytes) -> Iterator[tuple[int, Range]]:
    """Address of each table of characters, and where its codes stand."""
    rows = [_codes(memory, at) for at in range(0, len(memory) - _ROW.size + 1, _ROW.size)]
    start = 0
    while start + _ROWS <= len(rows):
        table = rows[start : start + _ROWS]
        bad = next((place for place in reversed(range(_ROWS)) if table[place] is None), None)
        found = [row for row in table if row]
        if bad is not None or len(found) < _FEWEST or not _follow(found):
            start += 1 if bad is None else bad + 1
            continue
        yield start * _ROW.size, (found[0][0], found[-1][1])
        start += _ROWS


def _codes(memory: bytes, at: int) -> Range | tuple[()] | None:
    """What the row at this address points to: nothing if it's empty, `None` if it can't be a row."""
    address, first, last, rest = _ROW.unpack_from(memory, at)
    if not (address or first or last or rest):
        return ()
    end = address + 2 * (last - first + 1)
    return (address, end) if not rest and first <= last and address >= 1024 and end <= len(memory) else None


def _follow(rows: Sequence[Range]) -> bool:
    """Whether the codes of a table stand one after the other, in the order of its rows."""
    return all(before[1] == after[0] for before, after in itertools.pairwise(rows))
