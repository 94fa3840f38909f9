"""The names that Pyodide's program offers to its script and to other programs: of thousands, a page needs few.

Nothing else is ever linked to it here, and giving each name its place takes a quarter of the start.
"""

from pathlib import Path

from browser.engine import script, wasm
from browser.node import run


def trim(stock: Path, target: Path, users: list[Path]) -> None:
    """Copy Pyodide's program and its script, with only what they and other scripts, the `users`, need of each other."""
    module = (stock / "pyodide.asm.wasm").read_bytes()
    mentions = "".join(path.read_text("utf-8") for path in users)
    asked = {name for _, name in wasm.imports(wasm.section(module, wasm.IMPORT))}
    text = script.cut((stock / "pyodide.asm.mjs").read_text("utf-8"), asked, mentions)
    target.mkdir()
    (target / "pyodide.asm.mjs").write_text(text, "utf-8")
    run("engine/shorten.mjs", target / "pyodide.asm.mjs")
    words = script.names_in((target / "pyodide.asm.mjs").read_text("utf-8"), mentions)
    program = wasm.with_exports(module, lambda name: name in words or f"_{name}" in words)
    (target / "pyodide.asm.wasm").write_bytes(program)
