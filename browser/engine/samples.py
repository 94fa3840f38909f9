"""One request of every kind: the build finds what they need, and the tests check that all of them work."""

import base64
import json
from collections.abc import Iterator
from datetime import date
from itertools import product

from calculators import documents, dossier
from calculators.calculator import CALCULATORS


def calculations() -> Iterator[str]:
    """The requests that the snapshot is prepared for, as they must be answered at once."""
    for name, action in product(CALCULATORS, ("figures", "evaluate")):
        yield json.dumps({"action": action, "calculator": name, "values": {}})
    wrong = {"fte": "veel"}
    yield json.dumps({"action": "evaluate", "calculator": "budget", "values": wrong})
    empty = dossier.write(dossier.EMPTY)
    yield json.dumps({"action": "overview", "document": empty})
    yield json.dumps({"action": "import", "incoming": empty, "current": empty})
    scenarios: list[dict[str, object]] = [{"name": name, "values": {}} for name in ("A", "B")]
    yield json.dumps({"action": "compare", "scenarios": scenarios})


def downloads() -> Iterator[str]:
    """Requests that give a file."""
    empty = dossier.write(dossier.EMPTY)
    for kind in documents.ALL.values():
        request = {"action": "document", "kind": kind.id, "document": empty, "today": "2027-03-01"}
        yield json.dumps({**request, "needs": list(kind.needs)})
    template = documents.make("nota", dossier.EMPTY, date(2027, 3, 1))[2]  # any Word file has a house style
    yield json.dumps({"action": "house", "data": base64.b64encode(template).decode()})
    calendar = {"action": "calendar", "document": empty, "stamp": "2027-03-01T09:00:00+01:00"}
    yield json.dumps({**calendar, "values": {}})
    yield json.dumps(calendar)
