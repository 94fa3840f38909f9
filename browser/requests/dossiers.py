"""Random dossiers as pages keep them: sound ones, and ones with anything in any place."""

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
from calculators.dossier.declared import NUMBERS, OWN
from calculators.dossier.document import ENGAGEMENTS, PARTNER_KINDS, STATUSES

type Json = dict[str, Any]

LISTS = ("strategieen", "profielen", "criteria")
_HALF = re.compile("[\ud800-\udfff]")
_DUTCH = (
    *(
        "Gemeente Voorbeeldegem",
        "vzw De Brug",
        "Noor Peeters",
        "Chiro ’t Spoor",
        "Jeugdhuis “De Link”",
        "OCMW Zuid-Oost",
    ),
    *(
        "Elk kind verdient een plek.\n- Spelen is een recht.\n- Ook voor élk kind.",
        "Zie beslissing van 12/03 – punt 4.",
    ),
    *(
        "Samen sterk 👍",
        "2 × per maand; € 25 per uur (max. 80 %)",
        "André, Zoë & Çağla",
        "Tegen ’27 meer dan 40 kinderen…",
    ),
)


def as_sent(asked: Any) -> str:
    """JSON as a browser writes it: characters as they are, except for half a surrogate pair."""
    written = json.dumps(asked, ensure_ascii=False, separators=(",", ":"))
    return _HALF.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def plain(random: Random) -> str:
    """Text as a youth officer writes it."""
    return "\n".join(random.choices(_DUTCH, k=random.choice((1, 1, 1, 2, 5))))


def answer(random: Random, spec: Field) -> str:
    """What may be typed in this control, within its bounds."""
    if spec.kind is Kind.CHOICE:
        return random.choice(spec.choices)[0]
    if spec.optional and random.random() < 0.3:
        return ""
    if spec.kind is Kind.DATE:
        return texts.day(random).isoformat()
    if spec.kind is Kind.TEXT:
        return plain(random)
    if spec.kind is Kind.TERM:
        return to_form_text(spec, Decimal(random.randint(1, 120)) / 12)
    low, high = Decimal(spec.minimum or 0), Decimal(spec.maximum if spec.maximum is not None else 1000)
    steps = random.choice((1, 2, 12, 1000))
    value = low + (high - low) * random.randint(0, steps) / steps
    if spec.kind is Kind.WHOLE:
        return str(int(value))
    return numbers.format_number(value, random.choice((0, 1, 2, None)))


def form(random: Random, specs: Mapping[str, Field]) -> dict[str, str]:
    """Every control of a form as pages send it, some of them changed."""
    values = {name: to_form_text(spec, spec.default) for name, spec in specs.items()}
    return values | changed(random, specs)


def changed(random: Random, specs: Mapping[str, Field]) -> dict[str, str]:
    """The controls that somebody changed, as pages keep them."""
    most = random.choice((3, 8, len(specs)))
    chosen = random.sample(sorted(specs), random.randint(0, min(most, len(specs))))
    values = {name: answer(random, specs[name]) for name in chosen}
    if "posts" in specs and random.random() < 0.5:
        values |= {"posts": str(random.randint(1, 4))}
    return values


def sound(random: Random) -> Json:
    """A dossier without anything wrong in it."""
    names = [name for name in CALCULATORS if random.random() < 0.6]
    budgets = [changed(random, CALCULATORS["budget"].specs) for _ in range(random.randrange(4))]
    items = [item.id for item in content.items()]
    return {
        "version": dossier.VERSION,
        "appointment": _appointment(random, 0.5),
        "calculators": {name: changed(random, CALCULATORS[name].specs) for name in names},
        "checklist": {item: mark(random) for item in random.sample(items, random.randint(0, len(items)))},
        "dossier": _fields(random),
        "scenarios": [
            {"id": identity(random), "name": f"Scenario {number}", "values": one}
            for number, one in enumerate(budgets, start=1)
        ],
    }


def _appointment(random: Random, share: float) -> Json:
    """What several forms show; each fact with a chance of `share`."""
    specs = {**CALCULATORS["budget"].specs, **CALCULATORS["trajecten"].specs}
    return {key: answer(random, specs[key]) for key in KEYS if random.random() < share}


def identity(random: Random) -> str:
    """What tells one scenario from another, in the form in which browsers make it."""
    digits = f"{random.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def mark(random: Random) -> Json:
    """What may be noted at an action."""
    when = texts.day(random).isoformat() if random.random() < 0.5 else ""
    return {"status": random.choice(list(STATUSES)), "who": _line(random), "by": when, "note": plain(random)}


def partner(random: Random) -> Json:
    """A partner with whom somebody talked."""
    return {
        "naam": _line(random),
        "soort": random.choice(("", *PARTNER_KINDS)),
        **{name: random.choice(("", str(random.randrange(60)))) for name in NUMBERS},
        "engagement": random.choice(list(ENGAGEMENTS)),
    }


def _fields(random: Random) -> Json:
    found: Json = {name: _field(random, name) for name in OWN if random.random() < 0.7}
    for name in LISTS:
        known = [identity for identity, _ in dossier.options(name)]
        found[name] = random.sample(known, random.randint(0, len(known)))
    found["partners"] = [partner(random) for _ in range(random.choice((0, 1, 3, 12)))]
    return found


def _field(random: Random, name: str) -> str:
    spec = dossier.FIELDS[name]
    if spec.kind is Kind.TEXT and name not in dossier.declared.MULTILINE:
        return _line(random)
    return answer(random, spec)[: dossier.LONGEST[name]]


def _line(random: Random) -> str:
    return plain(random).partition("\n")[0]


def everywhere(value: Any, put: Callable[[Any], Any], share: Callable[[], bool]) -> Any:
    """The same shape with other values in the place of some of its texts; `put` is given the old one."""
    if isinstance(value, dict):
        return {key: everywhere(inner, put, share) for key, inner in value.items()}
    if isinstance(value, list):
        return [everywhere(inner, put, share) for inner in value]
    return put(value) if isinstance(value, str) and share() else value


def complete(random: Random) -> Json:
    """A sound dossier in which every field that there is has something."""
    whole = sound(random)
    whole["calculators"] = {name: form(random, one.specs) for name, one in CALCULATORS.items()}
    whole["checklist"] = {item.id: mark(random) for item in content.items()}
    whole["dossier"] |= {name: _field(random, name) for name in OWN}
    whole["dossier"]["partners"] = [partner(random) for _ in range(3)]
    whole["appointment"] = _appointment(random, 1)
    whole["scenarios"] = [{"id": "s1", "name": "A", "values": changed(random, CALCULATORS["budget"].specs)}]
    return whole
