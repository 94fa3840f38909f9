"""The runtime with Pyodide unchanged: its own files, a lock file with our wheels, and a worker."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from browser import wheels
from browser.node import run

FROM = "library"
NOT_OFFLINE: tuple[str, ...] = ()
FILES = ("pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def assemble(project: Path, stock: Path, work: Path, out: Path) -> Mapping[str, int]:
    """Write every file of the runtime into `out`. No step saves any bytes, so the result is empty."""
    wheels.collect(project, stock, work / "wheels")
    shutil.copytree(work / "wheels", out, dirs_exist_ok=True)
    for name in FILES:
        shutil.copy(stock / name, out)
    run("worker/bundle.mjs", Path(__file__).parent / "worker" / "stock.js", out / "worker.js")
    return {}
