"""The part of Pyodide's engine that readers need: a third of it, found by watching which functions run."""

import itertools
import json
import shutil
from pathlib import Path

from browser import spare, wasm
from browser.node import run

MARKS_ABOVE_STACK_END = 4096  # bytes: the far end of the stack is never reached, so marks can stand there


def trimmed(work: Path) -> bytes:
    """The program in the work folder's `engine`, without the functions and constants that no request needs.

    A function that is left out stops the program when it is called after all; the worker then starts the full engine
    and asks again. Needs what `snapshot.mjs` has left in the work folder.
    """
    module = (work / "engine" / "pyodide.asm.wasm").read_bytes()
    layout = json.loads((work / "layout.json").read_text())
    address = int(layout["stackEnd"]) + MARKS_ABOVE_STACK_END
    count = len(list(wasm.functions(wasm.section(module, wasm.CODE))))
    marked = work / "marked"
    marked.mkdir()
    shutil.copy(work / "engine" / "pyodide.asm.mjs", marked)
    (marked / "pyodide.asm.wasm").write_bytes(wasm.with_marks(module, address))
    run("profile.mjs", work, work / "used.json", address, count)
    rest = wasm.without(module, frozenset(json.loads((work / "used.json").read_text())))
    memory, code = wasm.memory(rest), wasm.section(rest, wasm.CODE)
    found = itertools.chain(
        layout["frozen"],
        spare.documentation(memory),
        spare.characters(memory, code),
        spare.grids(memory, code, wasm.section(module, wasm.CODE)),
        spare.names(memory, code),
    )
    return wasm.blanked(rest, found)
