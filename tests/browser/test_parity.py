"""The reader's Python and the build's Python give the same answer to the last digit and the last letter."""

import json
import subprocess
from pathlib import Path

import pytest

from calculators.service import handle
from tests.browser.random_inputs import requests

ROOT = Path(__file__).resolve().parents[2]


def test_pyodide_answers_as_cpython_does(pytestconfig: pytest.Config) -> None:
    asked = list(requests(pytestconfig.getoption("--parity")))
    command = ["node", str(Path(__file__).parent / "answers.mjs"), str(ROOT)]
    done = subprocess.run(command, cwd=ROOT, input="\n".join(asked), capture_output=True, text=True, check=True)
    answers = done.stdout.splitlines()
    assert len(answers) == len(asked)
    usable = 0
    for request, theirs in zip(asked, answers, strict=True):
        ours = handle(request)
        assert theirs == ours, request
        usable += not json.loads(ours)["errors"]
    assert usable > len(asked) / 3, "most random inputs should be ones that can be calculated"
