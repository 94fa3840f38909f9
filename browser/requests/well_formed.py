"""Requests as pages send them for a careful reader, including some with a figure that is only half typed."""

import base64
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import cycle
from random import Random

from browser.requests import dossiers, texts
from browser.requests.dossiers import Json, as_sent
from calculators import documents, dossier
from calculators.calculator import CALCULATORS

CALCULATE = ("evaluate", "evaluate", "figures")
"""The actions that calculate with one form, the most common one twice."""
HALF_TYPED = 0.05
"""The share of forms that are sent while a figure is being typed."""
_WRONG = ("", "veel", "-1", "1e9", "9" * 30, "€", "12,34,56", "1050")


def values(random: Random, name: str) -> dict[str, str]:
    """What stands in a calculator's form, or the part of it that a link gives."""
    fields = CALCULATORS[name].fields
    found = (dossiers.form if random.random() < 0.7 else dossiers.changed)(random, fields)
    if found and random.random() < HALF_TYPED:
        field = random.choice(sorted(found))
        typed = found[field]
        found[field] = random.choice((typed[: random.randint(0, len(typed))], random.choice(_WRONG)))
    return found


def evaluate(random: Random, name: str) -> Json:
    """A request to calculate with a form: all of it, or the main figures."""
    return {"action": random.choice(CALCULATE), "calculator": name, "values": values(random, name)}


def compare(random: Random) -> Json:
    """A request to compare scenarios."""
    names = random.sample(
        ("Scenario 1", "Halftijds", "Twee ambassadeurs 👥", "Met subsidie", "é"), random.randint(1, 3)
    )
    fields = CALCULATORS["budget"].fields
    return {
        "action": "compare",
        "scenarios": [
            {"id": dossiers.identity(random), "name": name, "values": dossiers.changed(random, fields)}
            for name in names
        ],
    }


def calendar(random: Random) -> Json:
    """A request for a calendar file."""
    stamp = f"{texts.day(random).isoformat()}T{random.randrange(24):02}:{random.randrange(60):02}:07.123Z"
    asked: Json = {"action": "calendar", "document": as_sent(dossiers.sound(random)), "stamp": stamp}
    return asked | {"values": values(random, "looptijd")} if random.random() < 0.7 else asked


def overview(random: Random) -> Json:
    """A request for the overview of a dossier, or for what a form shows of it."""
    return looked_into(random, as_sent(dossiers.sound(random)))


def looked_into(random: Random, document: str) -> Json:
    """A request for the overview of this document, or for what a form shows of it."""
    if random.random() < 0.5:
        return {"action": "overview", "document": document}
    return {"action": "shown", "calculator": random.choice(list(CALCULATORS)), "document": document}


def import_(random: Random) -> Json:
    """A request to import a file of our own."""
    incoming = dossiers.sound(random)
    text = dossier.write(dossier.read_stored(as_sent(incoming))) if random.random() < 0.5 else as_sent(incoming)
    current = random.choice((incoming, dossiers.sound(random), {"version": 1, "calculators": {}}))
    return {"action": "import", "current": as_sent(current), "incoming": text}


def passed_on(random: Random) -> Json:
    """A request to view a colleague's file, or to add a remark to it."""
    text = as_sent(dossiers.sound(random))
    if random.random() < 0.5:
        return {"action": "view", "incoming": text}
    remark = {"part": random.choice(list(dossier.PARTS)), "text": "Wie belt de scholen?"}
    return {"action": "remark", "incoming": text, "remarks": [remark], "today": texts.day(random).isoformat()}


def document(random: Random, kind: str, kept: str) -> Json:
    """A request for a document, made from a stored dossier."""
    today = texts.day(random).isoformat()
    needs = list(documents.ALL[kind].needs)
    return {"action": "document", "kind": kind, "document": kept, "today": today, "needs": needs}


@cache
def blank(kind: str) -> bytes:
    """A blank document of this kind."""
    return documents.make(kind, dossier.EMPTY, date(2027, 3, 1))[2]


def house(random: Random) -> Json:
    """A request to take the house style of a Word file of ours, whole or cut off, or to make a document in it."""
    kind = random.choice([kind.id for kind in documents.ALL.values() if kind.filename.endswith(".docx")])
    content = blank(kind)
    whole = base64.b64encode(content).decode()
    if random.random() < 0.5:
        return document(random, kind, as_sent(dossiers.sound(random))) | {"house": whole}
    damaged = base64.b64encode(content[: random.randrange(len(content))]).decode()
    return {"action": "house", "data": random.choice((whole, damaged))}


def forms(random: Random) -> Iterator[str]:
    """Requests to calculate, without end: by far the most common ones."""
    for name in cycle(CALCULATORS):
        yield as_sent(evaluate(random, name))


def requests(random: Random) -> Iterator[str]:
    """Requests without end, in which every action, calculator and kind of document takes its turn."""
    names, kinds = cycle(CALCULATORS), cycle(documents.ALL)
    others: tuple[Callable[[Random], Json], ...] = (compare, overview, import_, calendar, passed_on, house)
    for turn in cycle(range(17)):
        if turn < 10:
            yield as_sent(evaluate(random, next(names)))
        elif turn < 16:
            yield as_sent(others[turn % len(others)](random))
        else:
            yield as_sent(document(random, next(kinds), as_sent(dossiers.sound(random))))
