"""Removes unused exports from Pyodide's engine.

It exports thousands of functions, for its script and for packages that are linked to it. We link none, and resolving
all of them would take a quarter of the start-up time.
"""

from pathlib import Path

from browser.engine import script, wasm
from browser.node import run


def trim(stock: Path, target: Path, users: list[Path]) -> None:
    """Copy Pyodide's engine and its script into `target`, without the exports and imports that nothing uses.

    `users` are the other scripts that call the engine.
    """
    module = (stock / "pyodide.asm.wasm").read_bytes()
    mentions = "".join(path.read_text("utf-8") for path in users)
    imported = {name for _, name in wasm.imports(wasm.section(module, wasm.IMPORT))}
    text = script.cut((stock / "pyodide.asm.mjs").read_text("utf-8"), imported, mentions)
    target.mkdir()
    (target / "pyodide.asm.mjs").write_text(text, "utf-8")
    run("engine/shorten.mjs", target / "pyodide.asm.mjs")
    words = script.names_in((target / "pyodide.asm.mjs").read_text("utf-8"), mentions)
    engine = wasm.with_exports(module, lambda name: name in words or f"_{name}" in words)
    (target / "pyodide.asm.wasm").write_bytes(engine)
