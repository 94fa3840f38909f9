"""`calculators` as others install it: its wheel in an empty environment, far from the repository."""

import contextlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from flit_core.buildapi import build_wheel  # type: ignore[import-untyped]

from calculators import dossier
from tests.conftest import ROOT
from tests.unit.dossiers import FILLED

EXAMPLES = "import doctest, sys; done = doctest.testfile(sys.argv[1], module_relative=False); print(*done)"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel and nothing else, not even pip."""
    folder = tmp_path_factory.mktemp("installed")
    with contextlib.chdir(ROOT):
        wheel = folder / build_wheel(str(folder))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(folder / "venv")], check=True)
    (packages,) = (folder / "venv/lib").glob("python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    return folder / "venv/bin/python"


def call(python: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What a command gives in a folder of its own, with nothing of ours on Python's path."""
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    command = [str(python), *words]
    return subprocess.run(command, cwd=python.parent, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_the_calculators_alone(python: Path) -> None:
    (wheel,) = python.parents[2].glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"calculators", f"{wheel.stem.split('-py3')[0]}.dist-info"}
    assert {f"calculators/{name}" for name in ("__main__.py", "core/parameters/plan.toml")} <= set(names)


def test_a_budget_in_a_terminal(python: Path) -> None:
    done = call(python, "-m", "calculators", "budget", "--fte", "80", "--startdatum", "2027-03-01", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["totals"]["totaal"] == "178463.34"


def test_the_examples_of_its_page(python: Path) -> None:
    failed, attempted, *_ = call(python, "-c", EXAMPLES, str(ROOT / "docs-dev/library.md")).stdout.split()
    assert int(attempted) > 15
    assert failed == "0"


def test_word_needs_nothing_else_and_excel_says_what_it_needs(python: Path, tmp_path: Path) -> None:
    stored, note = tmp_path / "dossier.json", tmp_path / "nota.docx"
    stored.write_text(dossier.write(FILLED), "utf-8")
    asked = ("-m", "calculators", "budget", "--dossier", str(stored))
    assert call(python, *asked, "--docx", str(note)).returncode == 0
    assert "Gemeente Voorbeeldegem" in "".join(Document(str(note)).element.body.itertext())
    refused = call(python, *asked, "--xlsx", str(tmp_path / "blad.xlsx"))
    assert (refused.returncode, refused.stderr) == (
        2,
        "Voor Excel is het pakket XlsxWriter nodig: pip install XlsxWriter\n",
    )


def test_the_hundred_budgets(python: Path, tmp_path: Path) -> None:
    done = call(python, str(ROOT / "docs-dev/examples/hundred_budgets.py"), str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert len((tmp_path / "budgets.csv").read_text("utf-8").splitlines()) == 101
