"""The library as its page tells it: every example runs, and every public name is described."""

import csv
import doctest
import re
import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from calculators import command
from calculators.calculator import CALCULATORS
from calculators.command import arguments, plain
from tests.conftest import ROOT
from tools import api

PAGE = ROOT / "docs-dev/library.md"


def test_the_examples_of_the_page_give_what_they_say() -> None:
    done = doctest.testfile(str(PAGE), module_relative=False)
    assert done.attempted > 15
    assert done.failed == 0


@pytest.mark.parametrize("module", [command, arguments, plain])
def test_the_examples_of_the_docstrings_too(module: object) -> None:
    done = doctest.testmod(module)  # type: ignore[arg-type]
    assert done.attempted
    assert done.failed == 0


def test_the_commands_of_the_page_are_understood() -> None:
    block = re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[0]
    options = set(re.findall(r"--([a-z_]+)", block))
    known = {*arguments.CHOICES, "json", *(name for one in CALCULATORS.values() for name in one.fields)}
    assert options <= known
    assert re.findall(r"calculators (\w+)", block)[:3] == ["budget", "looptijd", "trajecten"]


def test_every_public_name_is_described() -> None:
    files = api.files()
    assert {f"{name}.md" for name in api.MODULES} < set(files)
    for name, text in files.items():
        assert not re.search(r"( -> .*|class .*)\n```\n\n\n", text), f"{name}: a name without a docstring"
    assert "evaluate(inputs: Inputs) -> Result" in files["calculators.budget.md"]
    assert "| `fte` | Tewerkstelling | procent |" in files["inputs.md"]


def test_the_script_draws_a_hundred_budgets(tmp_path: Path) -> None:
    runpy.run_path(str(ROOT / "docs-dev/examples/hundred_budgets.py"))["main"](tmp_path)
    rows = list(csv.DictReader((tmp_path / "budgets.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 100
    lines = ET.parse(tmp_path / "budgets.svg").getroot().findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 10
    assert all(len(line.attrib["points"].split()) == 10 for line in lines)
