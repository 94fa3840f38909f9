"""Build the runtime that readers download: `python -m browser.build`. With the same inputs it does nothing."""

import argparse
import hashlib
import json
import lzma
import shutil
import struct
import sysconfig
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from browser import engine, exports, library, wheels
from browser.node import run

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
STOCK = ROOT / "node_modules" / "pyodide"
RUNTIME = ROOT / "docs" / "assets" / "runtime"
WORKER = ROOT / "docs" / "assets" / "js" / "worker.js"
XZ = "xz-decompress/dist/package/xz-decompress.min.js"
# The package is no module; this makes it one.
UNPACKER = """const module = {{ exports: {{}} }}, exports = module.exports, require = () => globalThis;
{}
export const {{ XzReadableStream }} = module.exports;
"""
# What the result depends on. The lock files stand for Pyodide, the build tools and the packages.
INPUTS = (
    "browser/*.py",
    "browser/*.mjs",
    "calculators/**/*",
    "pyproject.toml",
    "package-lock.json",
    "requirements.txt",
)


def fingerprint(project: Path) -> str:
    """Hash of the names and contents of everything that the runtime is made from."""
    digest = hashlib.sha256()
    files = {path for pattern in INPUTS for path in (*ROOT.glob(pattern), *project.glob(pattern)) if path.is_file()}
    for path in sorted({*files, WORKER}):
        if "__pycache__" not in path.parts:
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def pack(target: Path, parts: Mapping[str, bytes]) -> dict[str, Any]:
    """Write one compressed file, small on any host whatever that does itself; gives what its reader must know of it."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "lp": 2, "pb": 2}]  # 32-bit words
    data = lzma.compress(b"".join(parts.values()), check=lzma.CHECK_CRC32, filters=filters)
    target.write_bytes(data)
    contents = [
        {"name": name, "size": len(part), "sha256": hashlib.sha256(part).hexdigest()} for name, part in parts.items()
    ]
    return {"size": len(data), "parts": contents}


def start(work: Path) -> dict[str, bytes]:
    """What a first answer needs, in the order of need: engine and memory are used while the rest is on its way."""
    snapshot = (work / "snapshot.bin").read_bytes()
    head_length, runs = struct.unpack_from("<II", snapshot)
    table = 8 + 8 * runs + head_length
    return {"table": snapshot[:table], "engine": engine.trimmed(work), "memory": snapshot[table:]}


def assemble(project: Path, work: Path, out: Path) -> None:
    """Make every file of the runtime."""
    wheels.collect(project, STOCK, work / "wheels")
    library.slim(STOCK / "python_stdlib.zip", work / "python_stdlib.zip")
    run("compile.mjs", sysconfig.get_path("purelib"), work)
    with zipfile.ZipFile(next((work / "wheels").glob("calculators-*.whl"))) as wheel:
        wheel.extractall(work / "site")
    users = [STOCK / "pyodide.mjs", WORKER, HERE / "snapshot.mjs", HERE / "profile.mjs"]
    exports.trim(STOCK, work / "engine", users)
    run("snapshot.mjs", work, work / "snapshot.bin")
    shutil.copytree(work / "wheels", out)
    shutil.copy(STOCK / "pyodide.mjs", out)
    shutil.copy(work / "engine" / "pyodide.asm.mjs", out)
    (out / "xz.mjs").write_text(UNPACKER.format((ROOT / "node_modules" / XZ).read_text("utf-8")))
    packed = {
        "start.xz": start(work),
        "pyodide.asm.wasm.xz": {"program": (work / "engine" / "pyodide.asm.wasm").read_bytes()},
        "stdlib.zip.xz": {"library": (work / "python_stdlib.zip").read_bytes()},
    }
    known = json.dumps({name: pack(out / name, parts) for name, parts in packed.items()}, indent=2)
    (out / WORKER.name).write_text(WORKER.read_text("utf-8").replace("const PACKED = {};", f"const PACKED = {known};"))


def describe(folder: Path) -> list[dict[str, str | int]]:
    """Name, size and hash of each file of the runtime."""
    return [
        {"name": path.name, "bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(folder.iterdir())
    ]


def publish(folder: Path, stamp: str) -> None:
    """Put the runtime under the hash of its contents, remove older ones, and write what points to it."""
    files = describe(folder)
    content = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    shutil.rmtree(RUNTIME, ignore_errors=True)
    shutil.copytree(folder, RUNTIME / content)
    names = json.dumps([file["name"] for file in files], indent=2)
    location = f'export const base = "./{content}/";\nexport const files = {names};\n'
    (RUNTIME / "location.js").write_text(location)
    total = sum(int(file["bytes"]) for file in files)
    manifest = {"path": f"{content}/", "inputs": stamp, "total_bytes": total, "files": files}
    (RUNTIME / "manifest.json").write_text(json.dumps(manifest, indent=1))


def up_to_date(stamp: str) -> bool:
    """Whether the runtime on disk was made from these inputs."""
    manifest = RUNTIME / "manifest.json"
    if not manifest.exists():
        return False
    found = json.loads(manifest.read_text())
    return bool(found["inputs"] == stamp and (RUNTIME / found["path"]).is_dir())


def main() -> None:
    """Build the runtime, unless it is up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT, help="folder with pyproject.toml and calculators/")
    project = parser.parse_args().project.resolve()
    stamp = fingerprint(project)
    if up_to_date(stamp):
        print("runtime: up to date")
        return
    with TemporaryDirectory() as folder:
        work = Path(folder)
        assemble(project, work, work / "out")
        publish(work / "out", stamp)
    print(f"runtime: built in {RUNTIME.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
