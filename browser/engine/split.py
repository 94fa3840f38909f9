"""Splits Pyodide's engine in two with Binaryen's `wasm-split`: what a first answer needs, and the rest.

A function of the second half that is called before that half is there brings it in, and then runs: see
`browser/worker/second.js`. So the profile decides what comes first, never what can be answered.
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
# wasm-split 108 exports the engine's two tables of references under the number of its table of functions.
_TABLE_NUMBERS = {"table": 1, "table_0": 2}


class ProfileError(ValueError):
    """The profile belongs to another engine."""


def available() -> bool:
    """Whether this machine has the tool, in a version whose output we know: Debian 12's package `binaryen`.

    Version 120, of Debian 13, wants other options and exports the tables under other names.
    """
    if shutil.which(TOOL) is None:
        return False
    told = subprocess.run([TOOL, "--version"], check=True, capture_output=True, text=True).stdout
    found = re.search(r"version (\d+)", told)
    return found is not None and found[1] in VERSIONS


def write_profile(used: Iterable[int], engine: bytes, target: Path = PROFILE) -> None:
    """Keep the numbers of used functions, as ranges that a person can compare."""
    ranges: list[list[int]] = []
    for index in sorted(used):
        if ranges and ranges[-1][1] == index - 1:
            ranges[-1][1] = index
        else:
            ranges.append([index, index])
    lines = [f"{first}-{last}" if last > first else str(first) for first, last in ranges]
    rows = [" ".join(lines[at : at + 16]) for at in range(0, len(lines), 16)]
    target.write_text("\n".join([HEAD + hashlib.sha256(engine).hexdigest(), *rows]) + "\n")


def read_profile(engine: bytes, source: Path = PROFILE) -> list[int]:
    """The numbers of used functions. Raises `ProfileError` when they were recorded with another engine."""
    digest, *rows = [line for line in source.read_text().splitlines() if not line.startswith("#")]
    if digest != hashlib.sha256(engine).hexdigest():
        raise ProfileError(f"{source.name} belongs to another engine: run `make profile`, or build with RUNTIME=stock")
    return list(_numbers(" ".join(rows).split()))


def _numbers(ranges: Iterable[str]) -> Iterator[int]:
    for text in ranges:
        first, _, last = text.partition("-")
        yield from range(int(first), int(last or first) + 1)


def used(work: Path, *options: str) -> set[int]:
    """The numbers of the functions that run while Python is prepared and answers the workload.

    With the option `prepare` only the former: what that needs depends on our own code too, and is looked up at each
    build, so that no change to our code asks for a new profile.
    """
    shutil.copytree(work / "engine", work / "instrumented")
    engine = work / "instrumented" / "pyodide.asm.wasm"
    _run("--all-features", "--instrument", engine, "-o", engine)
    run("engine/profile.mjs", work, work / "used.json", *options)
    return set(json.loads((work / "used.json").read_text()))


def split(stock: Path, work: Path) -> None:
    """Write `work/first/`, an engine with its script, and `work/second.wasm`, from the engine in `work/engine/`.

    Where the tool is missing, the first half is the whole engine, and there is no second.
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
    """Split the engine in `work/engine/` by the numbers of the functions that come first."""
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
    module = wasm.with_table_numbers(first.read_bytes(), _TABLE_NUMBERS)
    memory, code = wasm.memory(module), wasm.section(module, wasm.CODE)
    moved = merged([*tables.names(memory, code), *tables.characters(memory, code)])
    first.write_bytes(wasm.blanked(module, moved))
    second.write_bytes(wasm.with_data(second.read_bytes(), memory, moved))


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The same addresses in as few ranges as possible, in order."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
