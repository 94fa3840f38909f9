"""The part of Pyodide's engine that readers need: a third of it, found by watching which functions run."""

import json
import shutil
from pathlib import Path

from browser import wasm
from browser.node import run

MARKS_ABOVE_STACK_END = 4096  # bytes: the far end of the stack is never reached, so marks can stand there


def trimmed(stock: Path, work: Path) -> bytes:
    """Stock WebAssembly without the functions that no request needs.

    A function that is left out stops the program when it is called after all; the worker then starts the full engine
    and asks again. Needs what `snapshot.mjs` has left in the work folder.
    """
    module = (stock / "pyodide.asm.wasm").read_bytes()
    layout = json.loads((work / "layout.json").read_text())
    address = int(layout["stackEnd"]) + MARKS_ABOVE_STACK_END
    count = sum(len(list(wasm.functions(body))) for kind, body in wasm.sections(module) if kind == wasm.CODE)
    engine = work / "engine"
    engine.mkdir()
    shutil.copy(stock / "pyodide.asm.mjs", engine)
    (engine / "pyodide.asm.wasm").write_bytes(wasm.with_marks(module, address))
    run("profile.mjs", work, work / "used.json", address, count)
    return wasm.without(module, frozenset(json.loads((work / "used.json").read_text())))
