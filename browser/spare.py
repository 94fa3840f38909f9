"""Constants in Pyodide's program that no request needs, each found by its own form, so that nothing else is touched.

The program stays as it is without them: whoever would read them is left out too (see `engine.py`), or reads no text.
"""

import itertools
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from browser import wasm

type Range = tuple[int, int]  # from an address up to another

# What the documentation of a built-in function says after its signature; the signature itself is of use to a program.
_DOCUMENTATION = re.compile(rb"\)\n--\n\n([^\0]+)\0")
# CPython's tables of Chinese, Japanese and Korean characters: 256 rows, each an address of 16-bit codes, the first and
# the last byte that has one, and two bytes of nothing.
_ROW = struct.Struct("<IBBH")
_ROWS = 256
_FEWEST = 16  # rows in use


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the C library, of 16-bit codes: which characters stand at a first byte of two, and its size."""

    encoding: str
    first: int
    rows: int
    columns: int
    known: int
    """A first byte of which Python's codec of the same name knows every character."""

    def row(self) -> bytes:
        """What the table has for that byte, as far as the second bytes go up one by one."""
        text = bytes(byte for second in range(0xA1, 0xFF) for byte in (self.known, second)).decode(self.encoding)
        return struct.pack(f"<{len(text)}H", *map(ord, text))


GRIDS = (
    Grid("gb18030", 0x81, 126, 94, 0xB0),
    Grid("euc_jp", 0xA1, 84, 94, 0xB0),
    Grid("euc_kr", 0xA1, 93, 94, 0xB0),
    Grid("big5", 0xA1, 89, 157, 0xA5),
)
# Names of characters: tens of thousands of code points, each once, among which are these side by side; and the letters,
# as parts of words, each after its length. Whoever reads them writes the name that is not in the table himself.
_SIDE_BY_SIDE = struct.pack("<4I", 0x13000, 0x13001, 0x13002, 0x13003)
_LAST_CODE_POINT = 0x10FFFF
_FEWEST_POINTS = 20_000
_EDGE = 64  # code points that stay at both ends, for the table beside it may begin or end with numbers like these
_WRITTEN = b"HANGUL SYLLABLE \0"
_WORDS = re.compile(rb"[\x06-\x40][A-Z0-9 -]{6,64}")
_MOST_BETWEEN, _FEWEST_WORDS = 2048, 1000  # bytes between two parts; parts


def grids(memory: bytes, code: bytes, all_code: bytes) -> Iterator[Range]:
    """Where the C library's tables of Chinese, Japanese and Korean characters stand.

    Of those, the ones that the whole program's code mentions and the code that is left doesn't.
    """
    for grid in GRIDS:
        width, row = 2 * grid.columns, grid.row()
        for found in re.finditer(re.escape(row), memory):
            start = found.end() - (grid.known - grid.first + 1) * width
            mention = wasm.number(start) if start > 0 else b""
            if mention in all_code and mention not in code:
                yield start, start + grid.rows * width


def names(memory: bytes, code: bytes) -> Iterator[Range]:
    """Where names of characters stand, unless there is code that reads them."""
    written = memory.find(_WRITTEN)
    if written >= 0 and wasm.constant(written) not in code:
        yield from _code_points(memory)
        yield from _words(memory)


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
    found = [one.span() for one in _WORDS.finditer(memory) if len(one[0]) > one[0][0]]
    group: list[Range] = []
    for one in [*found, (len(memory) + _MOST_BETWEEN, 0)]:
        if group and one[0] - group[-1][1] > _MOST_BETWEEN:
            if len(group) >= _FEWEST_WORDS:
                yield group[0][1], group[-1][0]
            group = []
        group.append(one)


def documentation(memory: bytes) -> Iterator[Range]:
    """Where explanations stand."""
    return (found.span(1) for found in _DOCUMENTATION.finditer(memory))


def characters(memory: bytes, code: bytes) -> Iterator[Range]:
    """Where the codes of such tables stand, but for tables that the code mentions."""
    rows = [_codes(memory, at) for at in range(0, len(memory) - _ROW.size + 1, _ROW.size)]
    start = 0
    while start + _ROWS <= len(rows):
        table = rows[start : start + _ROWS]
        bad = next((place for place in reversed(range(_ROWS)) if table[place] is None), None)
        found = [row for row in table if row]
        if bad is not None or len(found) < _FEWEST or not _follow(found):
            start += 1 if bad is None else bad + 1
            continue
        if wasm.constant(start * _ROW.size) not in code:
            yield from found
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
