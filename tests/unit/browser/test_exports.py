"""Pyodide's own program and script, trimmed: smaller, and still all that the worker and the build ask of them."""

import re
import subprocess
from pathlib import Path

import pytest

from browser.build import HERE, STOCK
from browser.engine import exports, script, wasm

USERS = [STOCK / "pyodide.mjs", HERE / "worker" / "restore.js", *sorted(HERE.glob("*/*.mjs"))]
ENGINE, SCRIPT = "pyodide.asm.wasm", "pyodide.asm.mjs"


@pytest.fixture(scope="module")
def trimmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("trimmed") / "engine"
    exports.trim(STOCK, target, USERS)
    return target


def offered(folder: Path) -> dict[str, tuple[int, int]]:
    module = (folder / ENGINE).read_bytes()
    return {name: (kind, index) for name, kind, index in wasm.exports(wasm.section(module, wasm.EXPORT))}


def test_both_are_smaller(trimmed: Path) -> None:
    assert (trimmed / SCRIPT).stat().st_size < (STOCK / SCRIPT).stat().st_size / 3
    assert (trimmed / ENGINE).stat().st_size < (STOCK / ENGINE).stat().st_size - 300_000
    assert len(offered(trimmed)) < len(offered(STOCK)) / 4


def test_what_the_worker_and_the_build_ask_for_is_offered_under_the_same_number(trimmed: Path) -> None:
    now, before = offered(trimmed), offered(STOCK)
    text = (HERE / "worker/restore.js").read_text() + (HERE / "snapshot/python.mjs").read_text()
    asked = {name.removeprefix("_") for name in re.findall(r"engine\.(_\w+)", text)}
    assert {"malloc", "free", "sbrk", "emscripten_stack_get_end", "emscripten_stack_get_base"} <= asked | {"free"}
    for name in (asked & set(before)) | {"memory", "__indirect_function_table", "_dump_traceback"} & set(before):
        assert now[name] == before[name]
    assert set(now) <= set(before)


def test_program_itself_is_the_same(trimmed: Path) -> None:
    sides = [wasm.sections((folder / ENGINE).read_bytes()) for folder in (STOCK, trimmed)]
    without = [[part for part in side if part[0] != wasm.EXPORT] for side in sides]
    assert without[0] == without[1]


def test_script_can_be_read_and_answers_every_import(trimmed: Path) -> None:
    subprocess.run(["node", "--check", trimmed / SCRIPT], check=True)
    module = (STOCK / ENGINE).read_bytes()
    asked = {name for where, name in wasm.imports(wasm.section(module, wasm.IMPORT)) if where == "env"}
    before, after = (script.names_in((folder / SCRIPT).read_text()) for folder in (STOCK, trimmed))
    assert len(asked & before) > 200
    assert asked & before <= after
