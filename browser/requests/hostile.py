"""Requests with anything that can be typed, pasted, stored or imported, in every place that takes it."""

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from itertools import cycle
from random import Random
from typing import Any

from browser.requests import dossiers, texts, well_formed
from browser.requests.dossiers import Json, as_sent
from calculators import documents
from calculators.calculator import CALCULATORS
from calculators.core import numbers
from calculators.core.fields import Field, Kind
from calculators.dossier.declared import allowed

_DEEP: Any = [[[[[[[[["diep"]]]]]]]]]
SIMPLE: tuple[Any, ...] = (None, True, False, 0, 7, -1, 3.5, [], {}, [7], ["x"], {"x": 1}, [[]], [{}], {"plaatsen": 7})
"""Values of the wrong type that JavaScript writes as Python does."""
WRONG: tuple[Any, ...] = (
    *SIMPLE,
    1.0,
    1e300,
    10**30,
    -(10**400),
    10**4299,
    _DEEP,
    [None] * 400,
    {str(n): n for n in range(400)},
)
"""Values of the wrong type that a file can hold."""


def copied(random: Random, values: Sequence[Any]) -> Any:
    """A copy of one of these values, as something may be put in it later."""
    return deepcopy(random.choice(values))


def beside(random: Random, field: Field) -> str:
    """A value just outside what is allowed, or just within."""
    if not isinstance(field.minimum, Decimal | int):
        return texts.dated(random)
    bound = Decimal(random.choice([limit for limit in (field.minimum, field.maximum) if limit is not None]))
    step = random.choice((Decimal(0), Decimal(1), Decimal("0.01"), Decimal("0.001"), bound * Decimal("0.05")))
    return numbers.format_number(bound + random.choice((-1, 1)) * step)


def typed(random: Random, field: Field) -> str:
    """Text for a control: often one that resembles what it asks for, sometimes anything."""
    fitting = {Kind.DATE: texts.dated, Kind.CHOICE: texts.text, Kind.TEXT: texts.text}.get(field.kind, texts.numbered)
    match random.randrange(6):
        case 0 | 1:
            return fitting(random)
        case 2:
            return beside(random, field)
        case 3:
            return dossiers.answer(random, field)
    return texts.text(random)


def values(random: Random, fields: Mapping[str, Field]) -> dict[str, str]:
    """A form with hostile text in one control, in some, or in all."""
    found = dossiers.form(random, fields) if random.random() < 0.5 else dossiers.changed(random, fields)
    chosen = random.sample(sorted(fields), random.choice((1, 1, 2, 5, len(fields))))
    found |= {name: typed(random, fields[name]) for name in chosen}
    if random.random() < 0.1:
        found[texts.text(random)] = texts.text(random)
    return found


def evaluate(random: Random, name: str) -> Json:
    """A request to calculate with a form that may hold anything."""
    action = random.choice(well_formed.CALCULATE)
    return {"action": action, "calculator": name, "values": values(random, CALCULATORS[name].fields)}


def wages(random: Random) -> Json:
    """A request with later posts whose wage is being typed: such a figure is refused deep within a calculation."""
    basis = random.choice(("jaarloonkost", "opbouw"))
    found = {"posts": str(random.randint(2, 4))}
    for post in range(2, 5):
        figure = random.choice(
            ("1050", "1.000,00", "1.070.000", "105000", "300.000", "272.728", "-5", "1", beside_wage(random))
        )
        found |= {f"loonbasis_{post}": basis, f"{'jaarsalaris' if basis == 'opbouw' else basis}_{post}": figure}
    return {"action": "evaluate", "calculator": "budget", "values": found}


def beside_wage(random: Random) -> str:
    """A figure about as high as a wage, of which the last digits may not have been typed yet."""
    return str(random.randrange(1_000, 400_000))[: random.randint(1, 6)]


def compare(random: Random) -> Json:
    """A request to compare scenarios with any name and id, or without, and with values that are not text."""
    rows: list[Json] = []
    for _ in range(random.choice((0, 1, 2, 3, 4, 5, 12))):
        found: dict[str, Any] = values(random, CALCULATORS["budget"].fields)
        if found and random.random() < 0.2:
            found[random.choice(sorted(found))] = copied(random, SIMPLE)
        name: Any = texts.text(random) if random.random() < 0.9 else copied(random, SIMPLE)
        row = {"id": copied(random, ("s1", "s2", dossiers.identity(random), *SIMPLE)), "name": name, "values": found}
        rows.append({key: part for key, part in row.items() if key == "values" or random.random() < 0.95})
    return {"action": "compare", "scenarios": rows}


def calendar(random: Random) -> Json:
    """A request for a calendar file, from a form that may hold anything."""
    return well_formed.calendar(random) | {"values": values(random, CALCULATORS["looptijd"].fields)}


def kept(random: Random) -> str:
    """A dossier as storage or a file may hold it: odd texts, wrong types, unknown names, too much of anything."""
    whole = random.choice((dossiers.sound, dossiers.complete))(random)
    if random.random() < 0.3:
        return as_sent(dossiers.everywhere(whole, lambda old: _strange(random, old), lambda: True))
    share = random.choice((0.02, 0.2, 1.0))
    for name, inputs in whole["calculators"].items():
        if random.random() < 0.3:
            whole["calculators"][name] = values(random, CALCULATORS[name].fields) | dict.fromkeys(list(inputs)[:2], "7")
    whole = dossiers.everywhere(whole, lambda _: texts.text(random), lambda: random.random() < share)
    for _ in range(random.choice((0, 0, 1, 3))):
        random.choice(_ODD)(random, whole)
    return as_sent(whole)


def _strange(random: Random, old: str) -> str:
    """Allowed text of every plane, instead of a text with spaces; ids, dates and numbers, which have none, stay."""
    return allowed(texts.mixture(random)) if " " in old else old


def _another_type(random: Random, whole: Json) -> None:
    """Replace a value in any place by one of another type."""
    here: Any = whole
    for _ in range(random.randint(0, 4)):
        values_here = here.values() if isinstance(here, dict) else here
        inner = [value for value in values_here if value and isinstance(value, dict | list)]
        if not inner:
            break
        here = random.choice(inner)
    if here:
        key = random.choice(list(here)) if isinstance(here, dict) else random.randrange(len(here))
        here[key] = copied(random, WRONG)


def _another_name(random: Random, whole: Json) -> None:
    part = random.choice(list(whole))
    place = whole[part] if isinstance(whole[part], dict) else whole
    place[texts.text(random)] = copied(random, (texts.text(random), *WRONG))


def _partners(random: Random, whole: Json) -> None:
    if isinstance(whole.get("dossier"), dict):
        places = random.choice((7, -7, 0, 10**30, 3.5, True, None, "", "een stuk of zes", texts.numbered(random)))
        some: Json = {"naam": texts.text(random), "plaatsen": places}
        whole["dossier"]["partners"] = random.choice(([{"plaatsen": 7}], [some], [some] * 41, "geen", [[]], {}))


def _dates(random: Random, whole: Json) -> None:
    if isinstance(whole.get("dossier"), dict) and isinstance(whole.get("calculators"), dict):
        whole["dossier"]["datum"] = texts.dated(random)
        whole["calculators"]["budget"] = {"startdatum": texts.dated(random), "in_dienst": texts.dated(random)}
        whole["calculators"]["looptijd"] = {"startdatum": texts.dated(random)}


def _version(random: Random, whole: Json) -> None:
    whole["version"] = copied(random, (0, 1, 2, 10**30, *WRONG))
    if random.random() < 0.3:
        whole["checklist"] = {"s1-01": True, texts.text(random): random.choice((False, 1))}


_ODD = (_another_type, _another_type, _another_type, _another_name, _partners, _dates, _version)


def overview(random: Random) -> Json:
    """A request for the overview of such a dossier, or for what a form shows of it."""
    return well_formed.looked_into(random, kept(random))


def import_(random: Random) -> Json:
    """A request to import such a file beside such a dossier."""
    return {"action": "import", "current": kept(random), "incoming": kept(random)}


def passed_on(random: Random) -> Json:
    """A request to view such a file, or to add any remark to it."""
    if random.random() < 0.5:
        return {"action": "view", "incoming": kept(random)}
    remark = {"part": random.choice(("calculators", "dossier", "x")), "text": texts.text(random)}
    return {"action": "remark", "incoming": kept(random), "remarks": [remark], "today": texts.day(random).isoformat()}


def house(random: Random) -> Json:
    """A request to take the house style of a file that is damaged, or none at all, or to make a document in it."""
    kind = "nota"
    file = bytearray(well_formed.blank(kind))
    for _ in range(random.choice((1, 5, 50))):
        file[random.randrange(len(file))] = random.randrange(256)
    encoded = base64.b64encode(file[: random.choice((random.randrange(len(file)), len(file)))]).decode()
    data = random.choice((encoded, encoded, encoded[1:], texts.text(random)))
    if random.random() < 0.5:
        return {"action": "house", "data": data}
    return well_formed.document(random, kind, kept(random)) | {"house": data}


def requests(random: Random) -> Iterator[str]:
    """Requests without end, in which every action, calculator and kind of document takes its turn."""
    names, kinds = cycle(CALCULATORS), cycle(documents.ALL)
    others: tuple[Callable[[Random], Json], ...] = (compare, overview, import_, passed_on, calendar, wages, house)
    for turn in cycle(range(21)):
        if turn < 12:
            yield as_sent(evaluate(random, next(names)))
        elif turn < 19:
            yield as_sent(others[turn % len(others)](random))
        else:
            yield as_sent(well_formed.document(random, next(kinds), kept(random)))
