"""Random but repeatable requests: what readers could type in every control, mostly right, sometimes wrong."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from calculators import numbers
from calculators.calculator import CALCULATORS
from calculators.fields import Kind, Spec

NAMES = tuple(CALCULATORS)
WRONG = ("", "veel", "-1", "1e9", "9" * 30, "€", "12,34,56", "31-2-2027")


def requests(count: int, seed: int = 1) -> Iterator[str]:
    """Give `count` requests to evaluate, spread over the calculators, as JSON."""
    random = Random(seed)
    for index in range(count):
        name = NAMES[index % len(NAMES)]
        values = _values(CALCULATORS[name].specs, random)
        yield json.dumps({"action": "evaluate", "calculator": name, "values": values})


def _values(specs: Mapping[str, Spec], random: Random) -> dict[str, str]:
    chosen = random.sample(sorted(specs), random.randint(0, len(specs)))
    wrong = random.choice(chosen) if chosen and random.random() < 0.05 else ""
    return {name: random.choice(WRONG) if name == wrong else _text(specs[name], random) for name in chosen}


def _text(spec: Spec, random: Random) -> str:
    if spec.kind is Kind.CHOICE:
        return random.choice(spec.choices)[0]
    if spec.optional and random.random() < 0.3:
        return ""
    if spec.kind is Kind.DATE:
        return (date(2026, 1, 1) + timedelta(days=random.randrange(2000))).isoformat()
    low, high = Decimal(spec.minimum or 0), Decimal(spec.maximum if spec.maximum is not None else 1000)
    steps = random.choice((1, 2, 12, 1000))
    value = low + (high - low) * random.randint(0, steps) / steps
    return numbers.number(value, 0 if spec.kind is Kind.WHOLE else random.choice((0, 1, 2, None)))
