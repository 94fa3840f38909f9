"""The pages' modules that keep things, in Node: each `stored/*.test.mjs`; and Python gives scenarios the same ids."""

import json
import subprocess
from pathlib import Path
from random import Random

import pytest

from browser.build import ROOT
from calculators.dossier import identified
from tests.unit import node

HERE = Path(__file__).parent / "stored"
VERSIONS = ROOT / "docs/assets/js/stored-scenarios.js"
ASK = """import(process.argv[1]).then(({ versionsOf }) => console.log(JSON.stringify(JSON.parse(process.argv[2]).map(
  (ids) => versionsOf({ scenarios: ids.map((id) => ({ id, name: "", values: {} })) }).map(({ id }) => id)))))"""


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name.partition(".")[0])
def test_module_of_the_page(path: Path) -> None:
    node.check(path, {})


def test_pages_and_python_give_scenarios_the_same_ids() -> None:
    random = Random(7)
    some = ["", "x", "s1", "s2", "s2x", "s3", None, 7]
    given = [random.choices(some, k=random.randint(0, 10)) for _ in range(300)]
    told = subprocess.run(
        ["node", "-e", ASK, str(VERSIONS), json.dumps(given)], check=True, capture_output=True, text=True
    )
    assert json.loads(told.stdout) == [identified(ids) for ids in given]
