"""Pages and Python agree: what scripts know of it is what Python says."""

import base64
import json
import subprocess
from collections.abc import Mapping
from typing import get_type_hints

import pytest

from calculators import dossier, service
from calculators.calculator import CALCULATORS
from calculators.contract import ACTIONS, CONSTANTS
from tests.unit.documents.word_templates import with_files
from tools import contract

EMPTY = dossier.write(dossier.EMPTY)
HOUSE = base64.b64encode(with_files({})).decode()
ASKED: Mapping[str, Mapping[str, object]] = {
    "figures": {"calculator": "budget", "values": {}},
    "evaluate": {"calculator": "budget", "values": {}},
    "compare": {"scenarios": [{"name": "A", "values": {}}]},
    "calendar": {"document": '{"version": 2}', "stamp": "2027-03-01T09:00:00+01:00", "values": {}},
    "document": {"kind": "nota", "document": EMPTY, "today": "2027-03-01", "house": HOUSE},
    "house": {"data": HOUSE},
    "shown": {"calculator": "trajecten", "document": EMPTY},
    "import": {"incoming": EMPTY, "current": EMPTY},
    "view": {"incoming": EMPTY},
    "remark": {"incoming": EMPTY, "remarks": [{"part": "dossier", "text": "Goed."}], "today": "2027-03-01"},
    "overview": {"document": EMPTY},
}
PRINT = "import(process.argv[1]).then((found) => console.log(JSON.stringify({ ...found })))"


def test_scripts_have_the_constants_of_today() -> None:
    told = subprocess.run(["node", "-e", PRINT, str(contract.TARGET)], check=True, capture_output=True, text=True)
    assert json.loads(told.stdout) == json.loads(json.dumps(CONSTANTS))


def test_scripts_have_the_types_of_today() -> None:
    def types(script: str) -> list[str]:
        return [line for line in script.splitlines() if line.startswith(" * ")]

    assert len(types(contract.script())) == 2 * len(ACTIONS) + 2
    assert types(contract.TARGET.read_text("utf-8")) == types(contract.script())


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_answers_as_it_says(action: str) -> None:
    request, replies = ACTIONS[action]
    assert set(ASKED[action]) == set(get_type_hints(request))
    reply = json.loads(service.handle(json.dumps({"action": action, **ASKED[action]})))
    assert set(reply) == set(get_type_hints(replies[0]))


def test_all_calculators_can_be_asked() -> None:
    for name in CALCULATORS:
        assert service.handle(json.dumps({"action": "evaluate", "calculator": name, "values": {}}))
