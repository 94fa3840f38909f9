"""The pages' modules that keep things, in Node: each `page/*.test.mjs`; and Python gives scenarios the same ids."""

import json
import re
import subprocess
from pathlib import Path
from random import Random

import pytest

from browser.build import ROOT
from calculators.dossier import identified

HERE = Path(__file__).parent / "page"
VERSIONS = ROOT / "docs/assets/js/versions.js"
ASK = """import(process.argv[1]).then(({ versionsOf }) => console.log(JSON.stringify(JSON.parse(process.argv[2]).map(
  (ids) => versionsOf({ scenarios: ids.map((id) => ({ id, name: "", values: {} })) }).map(({ id }) => id)))))"""


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name.partition(".")[0])
def test_module_of_the_page(path: Path) -> None:
    command = ["node", "--test", "--test-reporter=tap", str(path)]
    said = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300).stdout
    form = re.compile(r"^# (pass|fail|skipped|cancelled|todo) (\d+)$", re.MULTILINE)
    counts = {key: int(count) for key, count in form.findall(said)}
    assert counts.pop("pass", 0) > 2, said
    assert counts == dict.fromkeys(("fail", "skipped", "cancelled", "todo"), 0), said


def test_pages_and_python_give_scenarios_the_same_ids() -> None:
    random = Random(7)
    some = ["", "x", "s1", "s2", "s2x", "s3", None, 7]
    given = [random.choices(some, k=random.randint(0, 10)) for _ in range(300)]
    told = subprocess.run(
        ["node", "-e", ASK, str(VERSIONS), json.dumps(given)], check=True, capture_output=True, text=True
    )
    assert json.loads(told.stdout) == [identified(ids) for ids in given]
