"""Splits Pyodide's engine in two with Binaryen's `wasm-split`: the functions that a first answer needs, and the rest.

Calling a function of the second half before it is loaded loads it, and then runs the function: see
`browser/worker/second.js`. So the profile only decides what is loaded first, never what works.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from browser.engine import tables, wasm
from browser.engine.wasm import Range
from browser.node import run

TOOL = "wasm-split"
VERSIONS = ("108",)
PROFILE = Path(__file__).with_name("profile.txt")
HEAD = """\
# The functions of Pyodide's engine that run while the recorded workload is answered: `make profile` writes this file.
# First the SHA-256 of the pyodide.asm.wasm that it was recorded with, then numbers of functions, as ranges.
"""
_NAMES = "--import-namespace=primary", "--placeholder-namespace=placeholder"
# wasm-split 108 exports the engine's two tables of references with the index of its table of functions: a defect.
_TABLE_NUMBERS = {"table": 1, "table_0": 2}


class ProfileError(ValueError):
    """The profile belongs to another engine."""


def available() -> bool:
    """Whether this machine has the tool, in a version whose output we know: Debian 12's package `binaryen`.

    Version 120, of Debian 13, takes other options and exports the tables under other names.
    """
    if shutil.which(TOOL) is None:
        return False
    output = subprocess.run([TOOL, "--version"], check=True, capture_output=True, text=True).stdout
    version = re.search(r"version (\d+)", output)
    return version is not None and version[1] in VERSIONS


def write_profile(used: Iterable[int], engine: bytes, target: Path = PROFILE) -> None:
    """Write the indexes of used functions to a file, as ranges, so that a person can compare two profiles."""
    ranges: list[list[int]] = []
    for index in sorted(used):
        if ranges and ranges[-1][1] == index - 1:
            ranges[-1][1] = index
        else:
            ranges.append([index, index])
    texts = [f"{first}-{last}" if last > first else str(first) for first, last in ranges]
    rows = [" ".join(texts[at : at + 16]) for at in range(0, len(texts), 16)]
    target.write_text("\n".join([HEAD + hashlib.sha256(engine).hexdigest(), *rows]) + "\n")


def read_profile(engine: bytes, source: Path = PROFILE) -> list[int]:
    """The indexes of used functions. Raises `ProfileError` if they were recorded with another engine."""
    digest, *rows = [line for line in source.read_text().splitlines() if not line.startswith("#")]
    if digest != hashlib.sha256(engine).hexdigest():
        raise ProfileError(f"{source.name} belongs to another engine: run `make profile`, or build with RUNTIME=stock")
    return list(_numbers(" ".join(rows).split()))


def _numbers(ranges: Iterable[str]) -> Iterator[int]:
    for text in ranges:
        first, _, last = text.partition("-")
        yield from range(int(first), int(last or first) + 1)


def used(work: Path, *options: str) -> set[int]:
    """The indexes of the functions that run while Python is prepared and answers the workload.

    The option `prepare` stops before the workload. Preparing runs our own code, so each build measures it, and no
    change to our code makes a new profile necessary.
    """
    shutil.copytree(work / "engine", work / "instrumented")
    engine = work / "instrumented" / "pyodide.asm.wasm"
    _run("--all-features", "--instrument", engine, "-o", engine)
    run("engine/profile.mjs", work, work / "used.json", *options)
    return set(json.loads((work / "used.json").read_text()))


def split(stock: Path, work: Path) -> None:
    """Write `work/first/`, an engine with its script, and `work/second.wasm`, from the engine in `work/engine/`.

    Without the tool, the first half is the whole engine, and there is no second.
    """
    if not available():
        print(
            f"runtime: no {TOOL} {' or '.join(VERSIONS)} (Debian 12: binaryen), so readers get the whole engine at once"
        )
        shutil.copytree(work / "engine", work / "first")
        return
    profile = read_profile((stock / "pyodide.asm.wasm").read_bytes())
    halve(work, used(work, "prepare").union(profile))


def halve(work: Path, first_half: Iterable[int]) -> None:
    """Split the engine in `work/engine/`; `first_half` has the indexes of the functions that come first."""
    shutil.copytree(work / "engine", work / "first")
    engine = work / "engine" / "pyodide.asm.wasm"
    keep = work / "keep.txt"
    keep.write_text("\n".join(map(str, sorted(first_half))))
    first, second = work / "first" / engine.name, work / "second.wasm"
    _run("--all-features", "--split", engine, f"--keep-funcs=@{keep}", "-o1", first, "-o2", second, *_NAMES)
    _move_constants(first, second)


def _run(*options: str | Path) -> None:
    if subprocess.run([TOOL, *map(str, options)], check=False, stdout=subprocess.DEVNULL).returncode:
        sys.exit(f"runtime: {TOOL} failed")


def _move_constants(first: Path, second: Path) -> None:
    """Move the large tables that only the second half reads from the first half into the second."""
    module = wasm.with_table_numbers(first.read_bytes(), _TABLE_NUMBERS)
    memory, code = wasm.memory(module), wasm.section(module, wasm.CODE)
    moved = merged([*tables.names(memory, code), *tables.characters(memory, code)])
    first.write_bytes(wasm.blanked(module, moved))
    second.write_bytes(wasm.with_data(second.read_bytes(), memory, moved))


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The same addresses in order and in as few ranges as possible."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
