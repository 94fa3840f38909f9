"""Random dossiers as pages store them, in which nothing is wrong, and functions to put anything in them."""

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from browser.requests import texts
from calculators import dossier
from calculators.appointment import KEYS
from calculators.calculator import CALCULATORS
from calculators.core import content, numbers
from calculators.core.fields import Field, Kind, to_form_text
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES, STATUSES
from calculators.dossier.declared import NUMBERS, OWN

type Json = dict[str, Any]

LISTS = ("strategieen", "profielen", "criteria")
_HALF = re.compile("[\ud800-\udfff]")
_DUTCH = (
    "Gemeente Voorbeeldegem",
    "vzw De Brug",
    "Noor Peeters",
    "Chiro ’t Spoor",
    "Jeugdhuis “De Link”",
    "OCMW Zuid-Oost",
    "Elk kind verdient een plek.\n- Spelen is een recht.\n- Ook voor élk kind.",
    "Zie beslissing van 12/03 – punt 4.",
    "Samen sterk 👍",
    "2 × per maand; € 25 per uur (max. 80 %)",
    "André, Zoë & Çağla",
    "Tegen ’27 meer dan 40 kinderen…",
)


def as_sent(value: Any) -> str:
    """A value as a browser writes it in JSON: no character is escaped, except for half a surrogate pair."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def plain(random: Random) -> str:
    """Text as a youth officer writes it."""
    return "\n".join(random.choices(_DUTCH, k=random.choice((1, 1, 1, 2, 5))))


def answer(random: Random, field: Field) -> str:
    """Text that may be typed in a control, within its bounds."""
    if field.kind is Kind.CHOICE:
        return random.choice(field.choices)[0]
    if field.optional and random.random() < 0.3:
        return ""
    if field.kind is Kind.DATE:
        return texts.day(random).isoformat()
    if field.kind is Kind.TEXT:
        return plain(random)
    if field.kind is Kind.SCALE:
        return _scale(random)
    if field.kind is Kind.INDEX_STEPS:
        return _index_steps(random)
    if field.kind is Kind.TERM:
        return to_form_text(field, Decimal(random.randint(1, 120)) / 12)
    low, high = Decimal(field.minimum or 0), Decimal(field.maximum if field.maximum is not None else 1000)
    steps = random.choice((1, 2, 12, 1000))
    value = low + (high - low) * random.randint(0, steps) / steps
    if field.kind is Kind.WHOLE:
        return str(int(value))
    return numbers.format_number(value, random.choice((0, 1, 2, None)))


def _scale(random: Random) -> str:
    """A pasted salary scale: rising steps, some left out, in one to three columns."""
    columns, separator = random.randint(1, 3), random.choice(("\t", ";", " "))
    steps = sorted(random.sample(range(28), random.randint(1, 12)))
    rows = [[step, *(str(random.randint(12_000, 60_000)) for _ in range(columns))] for step in steps]
    return "\n".join(separator.join(map(str, row)) for row in rows)


def _index_steps(random: Random) -> str:
    """Some steps of the index, a year apart."""
    first = random.randint(2018, 2030)
    lines = (
        f"1-{random.randint(1, 12)}-{first + n} {numbers.format_number(_coefficient(random), 4)}" for n in range(4)
    )
    return "\n".join(lines)


def _coefficient(random: Random) -> Decimal:
    return Decimal(random.randint(10_000, 40_000)) / 10_000


def form(random: Random, fields: Mapping[str, Field]) -> dict[str, str]:
    """Every control of a form as pages send it, some of them changed."""
    values = {name: to_form_text(field, field.default) for name, field in fields.items()}
    return values | changed(random, fields)


def changed(random: Random, fields: Mapping[str, Field]) -> dict[str, str]:
    """Some controls of a form with new values, as pages store them."""
    most = random.choice((3, 8, len(fields)))
    chosen = random.sample(sorted(fields), random.randint(0, min(most, len(fields))))
    values = {name: answer(random, fields[name]) for name in chosen}
    if "posts" in fields and random.random() < 0.5:
        values |= {"posts": str(random.randint(1, 4))}
    return values


def sound(random: Random) -> Json:
    """A dossier without anything wrong in it."""
    names = [name for name in CALCULATORS if random.random() < 0.6]
    budgets = [changed(random, CALCULATORS["budget"].fields) for _ in range(random.randrange(4))]
    items = [item.id for item in content.items()]
    return {
        "version": dossier.VERSION,
        "id": identity(random),
        "appointment": _appointment(random, 0.5),
        "calculators": {name: changed(random, CALCULATORS[name].fields) for name in names},
        "checklist": {item: mark(random) for item in random.sample(items, random.randint(0, len(items)))},
        "dossier": _fields(random),
        "scenarios": [
            {"id": identity(random), "name": f"Scenario {number}", "values": budget}
            for number, budget in enumerate(budgets, start=1)
        ],
    }


def _appointment(random: Random, share: float) -> Json:
    """The facts of the appointment, each present with a probability of `share`."""
    fields = {**CALCULATORS["budget"].fields, **CALCULATORS["trajecten"].fields}
    return {key: answer(random, fields[key]) for key in KEYS if random.random() < share}


def identity(random: Random) -> str:
    """The id of a dossier or a scenario, in the form in which browsers make it."""
    digits = f"{random.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def mark(random: Random) -> Json:
    """What a reader may note for an item of the checklist."""
    when = texts.day(random).isoformat() if random.random() < 0.5 else ""
    return {"status": random.choice(list(STATUSES)), "who": _line(random), "by": when, "note": plain(random)}


def partner(random: Random) -> Json:
    """A partner as the dossier stores it."""
    return {
        "naam": _line(random),
        "soort": random.choice(("", *PARTNER_ROLES)),
        **{name: random.choice(("", str(random.randrange(60)))) for name in NUMBERS},
        "engagement": random.choice(list(ENGAGEMENTS)),
    }


def _fields(random: Random) -> Json:
    fields: Json = {name: _field(random, name) for name in OWN if random.random() < 0.7}
    for name in LISTS:
        known = [id_ for id_, _ in dossier.options(name)]
        fields[name] = random.sample(known, random.randint(0, len(known)))
    fields["partners"] = [partner(random) for _ in range(random.choice((0, 1, 3, 12)))]
    return fields


def _field(random: Random, name: str) -> str:
    field = dossier.FIELDS[name]
    if field.kind is Kind.TEXT and name not in dossier.declared.MULTILINE:
        return _line(random)
    return answer(random, field)[: dossier.LONGEST[name]]


def _line(random: Random) -> str:
    return plain(random).partition("\n")[0]


def everywhere(value: Any, put: Callable[[Any], Any], share: Callable[[], bool]) -> Any:
    """A copy of JSON data in which some strings are replaced: `put` gives the new value, `share` says whether."""
    if isinstance(value, dict):
        return {key: everywhere(inner, put, share) for key, inner in value.items()}
    if isinstance(value, list):
        return [everywhere(inner, put, share) for inner in value]
    return put(value) if isinstance(value, str) and share() else value


def complete(random: Random) -> Json:
    """A sound dossier in which every field is filled in."""
    whole = sound(random)
    whole["calculators"] = {name: form(random, calculator.fields) for name, calculator in CALCULATORS.items()}
    whole["checklist"] = {item.id: mark(random) for item in content.items()}
    whole["dossier"] |= {name: _field(random, name) for name in OWN}
    whole["dossier"]["partners"] = [partner(random) for _ in range(3)]
    whole["appointment"] = _appointment(random, 1)
    whole["scenarios"] = [{"id": "s1", "name": "A", "values": changed(random, CALCULATORS["budget"].fields)}]
    return whole
