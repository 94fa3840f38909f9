"""The runtime with a split engine and a snapshot: README.md describes the steps."""

import base64
import gzip
import hashlib
import json
import lzma
import shutil
import struct
import sysconfig
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from browser import wheels
from browser.engine import exports, split
from browser.node import run
from browser.stdlib import replaced

HERE = Path(__file__).resolve().parent
FROM = "snapshot"
WHOLE = ("pyodide.asm.wasm", "python_stdlib.zip")
"""Pyodide's own engine and library, for browsers that cannot use the packed start."""
NOT_OFFLINE = ("start.xz", *WHOLE)
"""Files that need not be kept for visits without a network: the worker keeps the start unpacked."""


def pack(target: Path, parts: Mapping[str, bytes]) -> dict[str, Any]:
    """Write the parts into one xz file; gives its size, and the name, size and hash of each part.

    The file is small whether or not a host compresses what it sends.
    """
    contents = b"".join(parts.values())
    # Tuned for 32-bit words; the reader's browser allocates `dict_size`, by default 64 MB.
    words = {"lc": 0, "lp": 2, "pb": 2, "dict_size": max(4096, 1 << (len(contents) - 1).bit_length())}
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, **words}]
    data = lzma.compress(contents, check=lzma.CHECK_CRC32, filters=filters)
    target.write_bytes(data)
    described = [
        {"name": name, "size": len(part), "sha256": hashlib.sha256(part).hexdigest()} for name, part in parts.items()
    ]
    return {"size": len(data), "parts": described}


def start(work: Path) -> dict[str, bytes]:
    """The parts of the start in the order in which the worker needs them, so that it uses each while the rest loads."""
    snapshot = (work / "snapshot.bin").read_bytes()
    head_length, runs = struct.unpack_from("<II", snapshot)
    table = 8 + 8 * runs + head_length
    engine = (work / "first" / "pyodide.asm.wasm").read_bytes()
    return {"table": snapshot[:table], "engine": engine, "memory": snapshot[table:]}


def gzipped(source: Path) -> bytes:
    """The file compressed with gzip, which the worker can unpack in one call; always the same bytes."""
    return gzip.compress(source.read_bytes(), 9, mtime=0)


def second(work: Path, out: Path) -> str:
    """Pack the second half of the engine; gives its hash as `fetch` takes it, or an empty text if there is none."""
    source = work / "second.wasm"
    if not source.exists():
        return ""
    data = gzipped(source)
    (out / "second.bin").write_bytes(data)
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"


def prepare(project: Path, stock: Path, work: Path) -> None:
    """Make the library, the wheels and the engine, from which the snapshot and the profile are made."""
    wheels.collect(project, stock, work / "wheels")
    replaced.slim(stock / "python_stdlib.zip", work / "python_stdlib.zip")
    run("stdlib/compile.mjs", sysconfig.get_path("purelib"), work)
    with zipfile.ZipFile(next((work / "wheels").glob("calculators-*.whl"))) as wheel:
        wheel.extractall(work / "site")
    users = [stock / "pyodide.mjs", HERE / "worker" / "restore.js", *sorted(HERE.glob("*/*.mjs"))]
    exports.trim(stock, work / "engine", users)


def assemble(project: Path, stock: Path, work: Path, out: Path) -> Mapping[str, int]:
    """Write every file of the runtime into `out`; gives how many bytes each step saved."""
    prepare(project, stock, work)
    split.split(stock, work)
    run("snapshot/snapshot.mjs", work, work / "snapshot.bin")
    shutil.copytree(work / "wheels", out, dirs_exist_ok=True)
    shutil.copy(work / "engine" / "pyodide.asm.mjs", out)
    for name in WHOLE:
        shutil.copy(stock / name, out)
    (out / "library.bin").write_bytes(gzipped(work / "python_stdlib.zip"))
    known = {
        "start": pack(out / "start.xz", start(work)),
        "second": second(work, out),
        "lock": (out / "pyodide-lock.json").read_text(),
    }
    run("worker/bundle.mjs", HERE / "worker" / "main.js", out / "worker.js", json.dumps(known))
    return saved(stock, work)


def saved(stock: Path, work: Path) -> dict[str, int]:
    """By how many bytes each step made its file smaller, before packing."""

    def size(path: Path) -> int:
        return path.stat().st_size if path.exists() else 0

    engine, script = "pyodide.asm.wasm", "pyodide.asm.mjs"
    return {
        "script": size(stock / script) - size(work / "engine" / script),
        "names": size(stock / engine) - size(work / "engine" / engine),
        "second half": size(work / "engine" / engine) - size(work / "first" / engine),
        "library": size(stock / "python_stdlib.zip") - size(work / "python_stdlib.zip"),
    }
