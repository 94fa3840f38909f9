"""What `make` needs first: each thing that is missing is named, all at once, with what to do about it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

type Machine = Callable[..., subprocess.CompletedProcess[str]]

PYTHON = """case "$2" in
*version_info*) exit {old};; *python_version*) echo 3.11.2;; *lzma*) exit {poor};; *) exit {bare};;
esac"""
NODE = "echo {major}"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine that has only what a test puts on it; gives what the check says there."""
    place = tmp_path / "bin"
    place.mkdir()

    def check(system: str = "Linux", **programs: str) -> subprocess.CompletedProcess[str]:
        for name, script in {"uname": f"echo {system}", **programs}.items():
            (place / name).write_text(f"#!/bin/sh\n{script}\n")
            (place / name).chmod(0o755)
        call = [shutil.which("sh") or "sh", str(ROOT / "tools/prerequisites.sh"), "python3"]
        environment = {"PATH": str(place)}
        return subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return check


GOOD = {"python3": PYTHON.format(old=0, bare=0, poor=0), "node": NODE.format(major=22), "npm": "true"}


def test_where_all_is_there_nothing_is_said(machine: Machine) -> None:
    done = machine(**GOOD)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("programs", "missing"),
    [
        ({}, ["Python 3.12 or newer, as python3", "Node 20 or newer"]),
        ({**GOOD, "python3": PYTHON.format(old=1, bare=0, poor=0)}, ["Python 3.12 or newer; python3 is 3.11.2"]),
        ({**GOOD, "python3": PYTHON.format(old=0, bare=1, poor=0)}, ["what makes virtual environments"]),
        (
            {**GOOD, "python3": PYTHON.format(old=0, bare=0, poor=1)},
            ["Python with lzma, ssl and zlib; this python3 was compiled without"],
        ),
        ({**GOOD, "node": NODE.format(major=18)}, ["Node 20 or newer; this one is 18"]),
        ({"python3": GOOD["python3"], "node": GOOD["node"]}, ["npm"]),
    ],
)
@pytest.mark.parametrize(("system", "shown"), [("Linux", "Debian, Ubuntu:"), ("Darwin", "macOS:")])
def test_each_thing_that_is_missing_is_named_with_its_remedy(
    machine: Machine, programs: dict[str, str], missing: list[str], system: str, shown: str
) -> None:
    done = machine(system, **programs)
    assert done.returncode == 1
    assert re.findall(r"^Missing: (.+)$", done.stderr, re.MULTILINE) == missing
    assert done.stderr.count(shown) == done.stderr.count("without root:") == len(missing)
    assert "Nothing was installed." in done.stderr


def test_make_asks_it_before_anything_else(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools/prerequisites.sh").write_text("echo first of all; exit 1\n")
    done = subprocess.run(["make", "serve"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode
    assert "first of all" in done.stdout.splitlines()
    assert not (tmp_path / ".venv").exists()


def test_an_install_of_half_the_packages_is_no_install(tmp_path: Path) -> None:
    """npm may end well on a line that fails, with folders that are still empty."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "package.json").write_text('{"devDependencies": {"pyodide": "314.0.7"}}')
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "node_modules/pyodide").mkdir(parents=True)
    call = ["make", "node_modules/.ready", "NODE_INSTALL=true"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode
    assert "npm could not fetch everything: call make again." in done.stderr
    assert not (tmp_path / "node_modules/.ready").exists()
    (tmp_path / "node_modules/pyodide/package.json").write_text('{"name": "pyodide", "version": "314.0.7"}')
    subprocess.run(call, cwd=tmp_path, capture_output=True, check=True)


def test_install_says_what_it_leaves_out_without_root(tmp_path: Path) -> None:
    """As anybody but root, on a machine without any of it: nothing fails, and each thing that is left out is named."""
    place = tmp_path / "bin"
    place.mkdir()
    for name, script in {"id": "echo 1000", "playwright": 'echo "$@"'}.items():
        (place / name).write_text(f"#!/bin/sh\n{script}\n")
        (place / name).chmod(0o755)
    for name in ("grep", "sed", "uname"):
        (place / name).symlink_to(shutil.which(name) or name)
    call = [shutil.which("sh") or "sh", str(ROOT / "tests/install.sh"), str(place)]
    done = subprocess.run(call, env={"PATH": str(place)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["install chromium"]
    told = re.findall(r"^Left out: (.+?):", done.stderr, re.MULTILINE)
    assert {"LibreOffice", "Firefox", "WebKit", "pdftotext"} <= set(told)


def test_without_a_browser_tests_of_pages_skip_and_the_end_says_why(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    (tmp_path / "test_page.py").write_text("def test_page(browser): ...\n\n\ndef test_too(browser): ...\n")
    call = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)]
    alone = {"PATH": str(tmp_path), "PYTHONPATH": str(ROOT), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "none")}
    done, in_ci = (
        subprocess.run(call, cwd=tmp_path, env=alone | more, capture_output=True, text=True, check=False)
        for more in ({}, {"CI": "true"})
    )
    assert done.returncode == 0, done.stdout
    assert "left out: 2 tests: Chromium does not start: see tests/install.sh." in done.stdout
    assert in_ci.returncode == 1
    assert "2 errors" in in_ci.stdout
