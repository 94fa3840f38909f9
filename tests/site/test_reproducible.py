"""Two builds of one commit, in two folders, give the same bytes: whoever doubts a file can make it anew and compare."""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import MKDOCS_ALONE, ROOT, build_site

NODE_MODULES = "node_modules"
STEPS = (
    [sys.executable, "-m", "browser.build"],
    ["node", "browser/bundle.mjs"],
    [sys.executable, "-m", "tools.blanks"],
    [sys.executable, "-m", "tools.open_data"],
    [sys.executable, "-m", "tools.licences"],
    [sys.executable, "-m", "tools.paper"],
)


def sources() -> list[str]:
    """Every file of the project that no step of the build has made."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [name for name in found if (ROOT / name).is_file()]


@pytest.fixture(scope="session")
def rebuilt(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The site, made from nothing in another folder."""
    other = tmp_path_factory.mktemp("elsewhere") / "een andere map"
    for name in sources():
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, other / name)
    (other / NODE_MODULES).symlink_to(ROOT / NODE_MODULES)
    for step in STEPS:
        subprocess.run(step, cwd=other, check=True)
    return build_site(other, other / "site", port)


def hashes(folder: Path) -> dict[str, str]:
    """The hash of each file, by its place."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@MKDOCS_ALONE
def test_every_file_of_the_site_is_the_same(built_site: Path, rebuilt: Path) -> None:
    first, second = hashes(built_site), hashes(rebuilt)
    assert first.keys() == second.keys()
    assert any(name.endswith("pyodide.asm.wasm") for name in first)
    assert [name for name in first if first[name] != second[name]] == []
