"""The worker's modules, in Node: each `worker/*.test.mjs`, bundled by the same tool that bundles the worker."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from browser import split_runtime
from browser.build import ROOT
from browser.engine import split
from tests.unit import node
from tests.unit.browser import tiny

TESTS = sorted((Path(__file__).parent / "worker").glob("*.test.mjs"))
# What can't be packed much: then a part is there while the rest is still on its way.
PARTS = {"table": 20_000, "engine": 90_000, "memory": 120_000}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files as the build makes them."""
    folder = tmp_path_factory.mktemp("inputs")
    chance = random.Random(1)
    parts = {name: chance.randbytes(size) for name, size in PARTS.items()}
    (folder / "start.json").write_text(json.dumps(split_runtime.pack(folder / "start.xz", parts)))
    for name, data in parts.items():
        (folder / name).write_bytes(data)
    if split.available():
        tiny.halves(folder / "work")
        shutil.copy(folder / "work/first" / tiny.ENGINE, folder / "first.wasm")
        split_runtime.second(folder / "work", folder)
        (folder / "second.json").write_text(json.dumps({"written": tiny.WRITTEN, "codes": tiny.CODES}))
    return folder


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every test in one file of its own."""
    target = tmp_path_factory.mktemp("bundled")
    tool = ROOT / "node_modules/.bin/esbuild"
    options = ["--bundle", "--platform=node", "--format=cjs", f"--outdir={target}", "--out-extension:.js=.cjs"]
    subprocess.run([tool, *TESTS, *options, "--log-level=warning"], check=True)
    return target


def test_every_module_has_its_tests() -> None:
    alone = {"bundle", "early", "embed", "full", "main", "restore", "stock"}  # these need a browser: see tests/browser
    modules = {path.stem for path in (ROOT / "browser/worker").iterdir()} - alone
    assert {path.name.partition(".")[0] for path in TESTS} == modules


@pytest.mark.parametrize("name", [path.name.partition(".")[0] for path in TESTS])
def test_module_of_the_worker(name: str, inputs: Path, bundled: Path) -> None:
    if name == "second" and not split.available():
        pytest.skip("Binaryen is not on this machine")
    node.check(bundled / f"{name}.test.cjs", {"INPUTS": str(inputs)})
