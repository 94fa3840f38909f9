"""Constants in Pyodide's program that no request needs, each found by its own form, so that nothing else is touched.

The program stays as it is without them: whoever would read them is left out too (see `engine.py`), or reads no text.
"""

import itertools
import re
import struct
from collections.abc import Iterator, Sequence

from browser import wasm

type Range = tuple[int, int]  # from an address up to another

# What the documentation of a built-in function says after its signature; the signature itself is of use to a program.
_DOCUMENTATION = re.compile(rb"\)\n--\n\n([^\0]+)\0")
# CPython's tables of Chinese, Japanese and Korean characters: 256 rows, each an address of 16-bit codes, the first and
# the last byte that has one, and two bytes of nothing.
_ROW = struct.Struct("<IBBH")
_ROWS = 256
_FEWEST = 16  # rows in use


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
