"""What the build packs is what the worker will unpack, and two builds are equal."""

import base64
import gzip
import hashlib
import json
import lzma
import re
import shutil
import struct
import subprocess
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from browser import build, split_runtime, wheels

PARTS = {"table": b"table" * 9, "engine": bytes(range(256)) * 40, "memory": b"memory" * 999}


def test_parts_are_packed_one_after_the_other(tmp_path: Path) -> None:
    told = split_runtime.pack(tmp_path / "start.xz", PARTS)
    packed = (tmp_path / "start.xz").read_bytes()
    assert told["size"] == len(packed)
    assert lzma.decompress(packed, memlimit=2**20) == b"".join(PARTS.values())
    assert told["parts"] == [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in PARTS.items()
    ]


def test_snapshot_is_taken_apart(tmp_path: Path) -> None:
    table = struct.pack("<6I", 4, 2, 0, 64, 128, 64) + b"head"
    (tmp_path / "snapshot.bin").write_bytes(table + b"m" * 128)
    (tmp_path / "first").mkdir()
    (tmp_path / "first/pyodide.asm.wasm").write_bytes(b"engine")
    assert split_runtime.start(tmp_path) == {"table": table, "engine": b"engine", "memory": b"m" * 128}


def test_second_half_is_packed_with_the_hash_that_browsers_check(tmp_path: Path) -> None:
    assert split_runtime.second(tmp_path, tmp_path) == "", "there is none"
    (tmp_path / "second.wasm").write_bytes(b"second" * 99)
    integrity = split_runtime.second(tmp_path, tmp_path)
    packed = (tmp_path / "second.bin").read_bytes()
    assert gzip.decompress(packed) == b"second" * 99
    assert integrity == f"sha256-{base64.b64encode(hashlib.sha256(packed).digest()).decode()}"
    assert split_runtime.gzipped(tmp_path / "second.wasm") == packed, "no time of packing in it"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that flit can build."""
    folder = tmp_path / "project"
    (folder / "calculators").mkdir(parents=True)
    shutil.copy(build.ROOT / "pyproject.toml", folder)
    shutil.copy(build.ROOT / "LICENSE", folder)
    (folder / "calculators/__init__.py").write_text('"""Calculators."""\n')
    (folder / "calculators/budget.py").write_text("EURO = 1\n")
    (folder / "calculators/__main__.py").write_text("print(1)\n")
    (folder / "calculators/command").mkdir()
    (folder / "calculators/command/__init__.py").write_text("ONLY = 'a terminal'\n")
    (folder / "calculators/README.md").write_text("Read me.\n")
    return folder


def test_wheel_of_the_calculators_is_the_same_in_two_folders(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315619200")
    other = tmp_path / "elsewhere" / "other"
    shutil.copytree(project, other)
    for path in other.rglob("*"):
        path.touch()  # at another time
    built = []
    for source in (project, other):
        target = tmp_path / f"wheels of {source.name}"
        target.mkdir()
        built.append(wheels.build_wheel(source, target))
    version = tomllib.loads((project / "pyproject.toml").read_text())["project"]["version"]
    assert built[0].name == built[1].name == f"calculators-{version}-py3-none-any.whl"
    assert built[0].read_bytes() == built[1].read_bytes()
    with zipfile.ZipFile(built[0]) as wheel:
        assert wheel.read("calculators/budget.py") == b"EURO = 1\n"
        assert not [name for name in wheel.namelist() if "command" in name or "__main__" in name]


def test_installed_package_is_packed_the_same_twice(tmp_path: Path) -> None:
    packed = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        packed.append(wheels.pack_installed("XlsxWriter", tmp_path / name))
    assert packed[0].read_bytes() == packed[1].read_bytes()
    assert re.fullmatch(r"xlsxwriter-[\d.]+-py3-none-any\.whl", packed[0].name)
    with zipfile.ZipFile(packed[0]) as wheel:
        names = wheel.namelist()
        assert wheel.testzip() is None
    assert "xlsxwriter/workbook.py" in names
    assert any(name.endswith(".dist-info/METADATA") for name in names)
    assert not [name for name in names if name.endswith(".pyc") or ".." in name]


@pytest.fixture
def inputs(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same project with what the build itself is made of."""
    (project / "browser/engine").mkdir(parents=True)
    (project / "browser/bench").mkdir()
    for name in ("build.py", "README.md", "engine/script.py", "engine/profile.txt", "bench/line.py"):
        (project / "browser" / name).write_text(name)
    for name in ("package-lock.json", "requirements.txt", "mkdocs.yml"):
        (project / name).write_text(name)
    monkeypatch.setattr(build, "ROOT", project)
    return project


@pytest.mark.parametrize("kind", ["split", "stock"])
def test_fingerprint_is_the_same_in_another_folder(inputs: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build.fingerprint(inputs, kind)
    other = inputs.with_name("zz-other")
    shutil.copytree(inputs, other)
    monkeypatch.setattr(build, "ROOT", other)
    assert build.fingerprint(other, kind) == before


def move(folder: Path) -> None:
    (folder / "calculators/documents").mkdir()
    (folder / "calculators/budget.py").rename(folder / "calculators/documents/budget.py")


CHANGES: dict[str, Callable[[Path], Any]] = {
    "contents": lambda folder: (folder / "calculators/budget.py").write_text("EURO = 2\n"),
    "name": lambda folder: (folder / "calculators/budget.py").rename(folder / "calculators/costs.py"),
    "place": move,
    "new": lambda folder: (folder / "calculators/facts.toml").write_text(""),
    "gone": lambda folder: (folder / "browser/engine/profile.txt").unlink(),
    "step": lambda folder: (folder / "browser/engine/script.py").write_text("another"),
    "packages": lambda folder: (folder / "requirements.txt").write_text("another"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_fingerprint_changes_with_what_the_runtime_is_made_from(inputs: Path, change: Callable[[Path], Any]) -> None:
    before = build.fingerprint(inputs, "split")
    change(inputs)
    assert build.fingerprint(inputs, "split") != before


def test_fingerprint_changes_with_the_kind_and_with_the_tool(inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {build.fingerprint(inputs, "split"), build.fingerprint(inputs, "stock")}
    monkeypatch.setattr(build, "available", lambda: "another")
    assert len(found | {build.fingerprint(inputs, "split")}) == 3


@pytest.mark.parametrize(
    "name", ["browser/README.md", "calculators/README.md", "calculators/x.pyc", "mkdocs.yml", "browser/bench/line.py"]
)
def test_fingerprint_does_not_change_with_anything_else(inputs: Path, name: str) -> None:
    before = build.fingerprint(inputs, "split")
    (inputs / name).write_text("another")
    assert build.fingerprint(inputs, "split") == before


@pytest.fixture
def published(tmp_path: Path) -> tuple[Path, Path]:
    """What a build wrote, and where it goes; an older runtime is there already."""
    out, target = tmp_path / "out", tmp_path / "runtime"
    out.mkdir()
    for name in ("start.xz", "second.bin", "worker.js", "pyodide.asm.wasm"):
        (out / name).write_text(name)
    (target / "0123456789abcdef").mkdir(parents=True)
    return out, target


def test_runtime_is_published_under_the_hash_of_its_contents(published: tuple[Path, Path]) -> None:
    out, target = published
    build.publish(out, target, "split", "stamp")
    (folder,) = [path for path in target.iterdir() if path.is_dir()]
    assert re.fullmatch("[0-9a-f]{16}", folder.name)
    assert {path.name: path.read_text() for path in folder.iterdir()} == {name: name for name in sorted(_names(out))}
    assert build.up_to_date(target, "stamp")
    assert not build.up_to_date(target, "another")
    build.publish(out, target, "split", "another")
    assert folder.is_dir(), "the same contents, the same address"
    (out / "worker.js").write_text("another")
    build.publish(out, target, "split", "another")
    assert not folder.exists()


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize(("kind", "offline"), [("split", ["second.bin", "worker.js"]), ("stock", None)])
def test_pages_are_told_where_the_runtime_is(
    published: tuple[Path, Path], kind: str, offline: list[str] | None
) -> None:
    out, target = published
    build.publish(out, target, kind, "stamp")
    check = "import(process.argv[1]).then((found) => console.log(JSON.stringify(found)))"
    (target / "package.json").write_text('{"type": "module"}')
    said = subprocess.run(["node", "-e", check, target / "location.js"], check=True, capture_output=True, text=True)
    (folder,) = [path.name for path in target.iterdir() if path.is_dir()]
    names = sorted(_names(out))
    told = {"base": f"./{folder}/", "files": names, "offline": offline or names}
    assert json.loads(said.stdout) == told


def test_build_does_nothing_twice(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def assemble(_project: Path, _stock: Path, _work: Path, out: Path) -> dict[str, int]:
        made.append((out / "worker.js").write_text("worker"))
        return {}

    kind = SimpleNamespace(assemble=assemble, FROM="library", NOT_OFFLINE=())
    monkeypatch.setattr(build, "KINDS", {"stock": kind})
    for expected in (1, 1):
        build.build(inputs, tmp_path / "runtime", "stock")
        assert len(made) == expected
    shutil.rmtree(next(path for path in (tmp_path / "runtime").iterdir() if path.is_dir()))
    build.build(inputs, tmp_path / "runtime", "stock")
    assert len(made) == 2, "a folder that is gone is made again"
