"""A tiny engine of the same build as Pyodide's: functions in a table, tables of references, constants that travel."""

import struct
import subprocess
from pathlib import Path

import pytest

from browser.engine import split

needs_tools = pytest.mark.skipif(not split.available(), reason="Binaryen is not on this machine")

ENGINE = "pyodide.asm.wasm"
OFTEN, BOTH, PUT = 0, 2, 3  # numbers of the functions that a first answer needs

ROWS, ROW = 20, 8  # rows in use of the table of characters; bytes of each
TABLE, FIRST_ROW, CODES = 4096, 33, 8192
WRITTEN = 16384
POINTS = 0x5000 + 5  # code points
NAMES = WRITTEN + 1024

TEXT = """(module
 (import "env" "tell" (func $tell (param i32)))
 (memory (export "memory") 4)
 (global $count (mut i32) (i32.const 0))
 (export "count" (global $count))
 (table $functions (export "__indirect_function_table") 8 8 funcref)
 (table $texts 2 externref)
 (table $others 3 externref)
 (elem (i32.const 1) $often $rare)
 (data (i32.const 0) "{constants}")
 (func $often (export "often") (param i32) (result i32)
  (global.set $count (i32.add (global.get $count) (i32.const 1)))
  (i32.add (local.get 0) (i32.const {step})))
 (func $rare (export "rare") (param i32) (result i32)
  (global.set $count (i32.add (global.get $count) (i32.const 10)))
  (i32.store16 (i32.const 0) (i32.const 77))
  (i32.load16_u (i32.add (local.get 0) (i32.const {written}))))
 (func $both (export "both") (param i32) (result i32) (call $rare (call $often (local.get 0))))
 (func $put (export "put") (param externref)
  (table.set $texts (i32.const 0) (local.get 0)) (table.set $others (i32.const 2) (local.get 0)))
 (func $text (export "text") (result externref) (table.get $texts (i32.const 0)))
 (func $other (export "other") (result externref) (table.get $others (i32.const 2)))
)"""


def with_table() -> bytearray:
    """A memory with one table of characters, rows of three codes each, among other things."""
    memory = bytearray(b"\7" * WRITTEN)
    memory[TABLE : TABLE + 256 * ROW] = bytes(256 * ROW)
    for row in range(ROWS):
        struct.pack_into("<IBBH", memory, TABLE + ROW * (row + FIRST_ROW), CODES + 6 * row, 10, 12, 0)
    return memory


def with_names(words: int = 1200) -> bytes:
    """What makes names of characters, and where its two tables begin: code points in some order, and words."""
    points = [*range(0x20, 0x5020), *range(0x13000, 0x13004), 0x5020]
    parts = b"".join(bytes([9]) + f"CIRCLE {number:04}".encode()[:9] + b"\xee" for number in range(words))
    written = b"HANGUL SYLLABLE \0".ljust(NAMES - WRITTEN, b"\xff")
    return written + struct.pack(f"<{len(points)}I", *points) + b"\xff" * 4096 + parts + b"\xff" * 64


def memory() -> bytes:
    """The constants of the tiny engine."""
    return bytes(with_table()) + with_names()


def assemble(folder: Path, *, read_early: bool = False) -> None:
    """Write the engine into a folder; its first half can be one that reads a table which should travel."""
    constants = "".join(f"\\{byte:02x}" for byte in memory())
    step = WRITTEN if read_early else 1
    (folder / "engine.wat").write_text(TEXT.format(constants=constants, written=WRITTEN, step=step))
    command = ["wasm-as", "--all-features", str(folder / "engine.wat"), "-o", str(folder / ENGINE)]
    subprocess.run(command, check=True)


def halves(work: Path, *, read_early: bool = False) -> None:
    """Split it as the build does: `work/first/` and `work/second.wasm`."""
    (work / "engine").mkdir(parents=True)
    assemble(work / "engine", read_early=read_early)
    split.halve(work, [OFTEN, BOTH, PUT])
