"""Build the runtime that readers download: `python -m browser.build`. With the same inputs it does nothing."""

import argparse
import hashlib
import json
import shutil
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import deflate

from browser import engine, library, wheels
from browser.node import run

ROOT = Path(__file__).resolve().parent.parent
STOCK = ROOT / "node_modules" / "pyodide"
RUNTIME = ROOT / "docs" / "assets" / "runtime"
WORKER = ROOT / "docs" / "assets" / "js" / "worker.js"
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


def packed(data: bytes) -> bytes:
    """Gzip in the file itself, so that the transfer is small on any host."""
    return bytes(deflate.gzip_compress(data, 12))  # a twentieth smaller than zlib can, and no slower


def assemble(project: Path, work: Path, out: Path) -> None:
    """Make every file of the runtime."""
    wheels.collect(project, STOCK, work / "wheels")
    library.slim(STOCK / "python_stdlib.zip", work / "python_stdlib.zip")
    run("compile.mjs", sysconfig.get_path("purelib"), work)
    with zipfile.ZipFile(next((work / "wheels").glob("calculators-*.whl"))) as wheel:
        wheel.extractall(work / "site")
    run("snapshot.mjs", work, work / "snapshot.bin")
    shutil.copytree(work / "wheels", out)
    for name in ("pyodide.mjs", "pyodide.asm.mjs"):
        shutil.copy(STOCK / name, out)
    binaries = {
        "engine.wasm.gz": engine.trimmed(STOCK, work),
        "pyodide.asm.wasm.gz": (STOCK / "pyodide.asm.wasm").read_bytes(),
        "snapshot.bin.gz": (work / "snapshot.bin").read_bytes(),
        "stdlib.zip.gz": (work / "python_stdlib.zip").read_bytes(),
    }
    for name, data in binaries.items():
        (out / name).write_bytes(packed(data))
    vouched = json.dumps(dict(hashes(out)), indent=2)
    (out / WORKER.name).write_text(
        WORKER.read_text("utf-8").replace("const HASHES = {};", f"const HASHES = {vouched};")
    )


def hashes(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file's name and SHA-256."""
    for path in sorted(folder.iterdir()):
        yield path.name, hashlib.sha256(path.read_bytes()).hexdigest()


def describe(folder: Path) -> list[dict[str, str | int]]:
    """Name, size and hash of each file of the runtime."""
    return [
        {"name": name, "bytes": (folder / name).stat().st_size, "sha256": sha256} for name, sha256 in hashes(folder)
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
