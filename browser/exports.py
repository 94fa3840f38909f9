"""The names that Pyodide's program offers to its script and to other programs: of thousands, a page needs few.

Nothing else is ever linked to it here, and giving each name its place takes a quarter of the start.
"""

import re
from pathlib import Path

from browser import wasm

_ASSIGN = re.compile(r"(?<=function assignWasmExports\(wasmExports\)\{)[^}]*(?=\})")
_ASSIGNED = re.compile(r'^(?P<variable>\w+)=Module\["\w+"\]=wasmExports\["(?P<name>\w+)"\](?:\.value>>>0)?$')
_DECLARED = re.compile(r"var (?:\w+,)*wasmTable,wasmMemory;(?=function assignWasmExports)")


def trim(stock: Path, target: Path, users: list[Path]) -> None:
    """Copy Pyodide's program and its script, with only the names that it and other scripts, the `users`, mention."""
    program, script = stock / "pyodide.asm.wasm", (stock / "pyodide.asm.mjs").read_text("utf-8")
    rest = _DECLARED.sub("", _ASSIGN.sub("", script))
    words = set(re.findall(r"\w+", rest + "".join(path.read_text("utf-8") for path in users)))
    module = wasm.with_exports(program.read_bytes(), lambda name: name in words or f"_{name}" in words)
    target.mkdir()
    (target / program.name).write_bytes(module)
    (target / "pyodide.asm.mjs").write_text(_without(script, words), "utf-8")


def _without(script: str, words: set[str]) -> str:
    """Leave out assigning and declaring what nobody mentions."""
    dropped = set[str]()

    def keep(statement: str) -> bool:
        found = _ASSIGNED.match(statement)
        if not found or {found["name"], found["variable"]} & words:
            return True
        dropped.add(found["variable"])
        return False

    assigned = _ASSIGN.sub(lambda found: ";".join(filter(keep, found[0].split(";"))), script)
    return _DECLARED.sub(
        lambda found: "var " + ",".join(name for name in found[0][4:-1].split(",") if name not in dropped) + ";",
        assigned,
    )
