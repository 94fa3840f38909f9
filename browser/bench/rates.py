"""How many evaluations and whole answers a second each calculator gives, on whichever Python runs this text."""

import json
import time
from collections.abc import Callable

from calculators.calculator import CALCULATORS
from calculators.service import handle

SECONDS = 1.0


def rate(work: Callable[[], object]) -> float:
    """How often a second this can be done."""
    work()
    start, count = time.perf_counter(), 0
    while time.perf_counter() < start + SECONDS:
        work()
        count += 1
    return round(count / (time.perf_counter() - start))


def measure() -> dict[str, dict[str, float]]:
    """Per calculator: results alone, and answers as a page gets them (read, calculated, written as HTML)."""
    found = {}
    for name, calculator in CALCULATORS.items():
        request = json.dumps({"action": "evaluate", "calculator": name, "values": {}})
        inputs = calculator.read({})
        found[name] = {
            "evaluations": rate(lambda calculate=calculator.evaluate, given=inputs: calculate(given)),  # type: ignore[misc]
            "answers": rate(lambda asked=request: handle(asked)),  # type: ignore[misc]
        }
    return found
