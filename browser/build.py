"""Build the runtime that readers download: `python -m browser.build`. With the same inputs it does nothing.

`RUNTIME=stock` in the environment uses Pyodide unchanged, with documented options only: for the first step of an
upgrade, and to see what our own steps gain. Otherwise the engine is split in two, and Python starts from a snapshot.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from browser import size_limits, split_runtime, stock_runtime
from browser.engine.split import available

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
STOCK = ROOT / "node_modules" / "pyodide"
RUNTIME = ROOT / "docs" / "assets" / "runtime"
KINDS = {"split": split_runtime, "stock": stock_runtime}
# Files that the result depends on. The lock files stand for Pyodide, the build tools and the packages.
INPUTS = (
    "browser/*.*",
    "browser/engine/*",
    "browser/snapshot/*",
    "browser/stdlib/*",
    "browser/worker/*",
    "calculators/**/*",
    "pyproject.toml",
    "package-lock.json",
    "requirements.txt",
)
UNUSED = {".md", ".pyc"}


def fingerprint(project: Path, kind: str) -> str:
    """A hash of the paths and contents of everything that the runtime is made from."""
    digest = hashlib.sha256(f"{kind} {available()}".encode())
    for root in dict.fromkeys((ROOT, project)):
        files = {path for pattern in INPUTS for path in root.glob(pattern) if path.is_file()}
        for path in sorted(files):
            if path.suffix not in UNUSED:
                name = path.relative_to(root).as_posix()
                digest.update(f"{name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def describe(folder: Path) -> list[dict[str, str | int]]:
    """The name, size in bytes and hash of each file of the runtime."""
    return [
        {"name": path.name, "bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(folder.iterdir())
    ]


def publish(folder: Path, target: Path, kind: str, stamp: str) -> None:
    """Put the runtime in a folder named after the hash of its contents, in place of older ones.

    `location.js` tells the pages its folder, its files, and those that a visit without a network needs;
    `manifest.json` describes it for the build and for tests.
    """
    files = describe(folder)
    content = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target / content)
    names = [file["name"] for file in files]
    offline = [name for name in names if name not in KINDS[kind].NOT_OFFLINE]
    location = {"base": f"./{content}/", "files": names, "offline": offline}
    lines = [f"export const {name} = {json.dumps(value, indent=2)};\n" for name, value in location.items()]
    (target / "location.js").write_text("".join(lines))
    manifest = {
        "path": f"{content}/",
        "inputs": stamp,
        "from": KINDS[kind].FROM,
        "split": "second.bin" in names,
        "total_bytes": sum(int(file["bytes"]) for file in files),
        "files": files,
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1))


def up_to_date(target: Path, stamp: str) -> bool:
    """Whether the runtime on disk was made from these inputs."""
    manifest = target / "manifest.json"
    if not manifest.exists():
        return False
    described = json.loads(manifest.read_text())
    return bool(described["inputs"] == stamp and (target / described["path"]).is_dir())


def build(project: Path, target: Path, kind: str) -> None:
    """Build the runtime into a folder, unless it is up to date there."""
    stamp = fingerprint(project, kind)
    if up_to_date(target, stamp):
        print("runtime: up to date")
        return
    with TemporaryDirectory() as folder:
        work = Path(folder)
        out = work / "out"
        out.mkdir()
        try:
            saved = KINDS[kind].assemble(project, STOCK, work, out)
        except (ValueError, LookupError) as error:  # a step did not find something in Pyodide, and names it
            sys.exit(f"runtime: {error}")
        size_limits.enforce(saved, out, kind)
        publish(out, target, kind, stamp)
    print(f"runtime: built in {os.path.relpath(target, ROOT)}")


def main() -> None:
    """Build the runtime that the command line and the environment ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT, help="folder with pyproject.toml and calculators/")
    parser.add_argument("--target", type=Path, default=RUNTIME, help="folder to write")
    chosen = parser.parse_args()
    kind = os.environ.get("RUNTIME") or "split"
    if kind not in KINDS:
        sys.exit(f"RUNTIME={kind}: choose from {', '.join(KINDS)}")
    if os.environ.get("CI") and kind == "split" and not available():
        sys.exit("runtime: wasm-split must be there where CI is set: tests/install.sh installs it")
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315619200")  # flit writes times into a wheel
    build(chosen.project.resolve(), chosen.target.resolve(), kind)


if __name__ == "__main__":
    main()
