"""The one door through which a page speaks to Python: a request in JSON, an answer in JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from calculators.calculator import CALCULATORS, Calculator
from calculators.fields import InputErrors
from calculators.render.result import fragment
from calculators.render.values import machine


def handle(request: str) -> str:
    """Answer a request. `request` is an object with `action` and what that action needs.

    Actions: `evaluate` (calculator, values).
    """
    asked = json.loads(request)
    return json.dumps(_ACTIONS[asked["action"]](asked), ensure_ascii=False)


def _evaluate(asked: Mapping[str, Any]) -> dict[str, Any]:
    calculator = CALCULATORS[asked["calculator"]]
    return evaluate(calculator, asked["values"])


def evaluate(calculator: Calculator, raw: Mapping[str, str]) -> dict[str, Any]:
    """Calculate from what stands in the form: the fragment and totals, or a Dutch message per wrong input."""
    try:
        result = calculator.evaluate(calculator.read(raw))
    except InputErrors as error:
        labels = {name: calculator.specs[name].label for name in error.messages}
        return {"errors": error.messages, "labels": labels}
    totals = {key: machine(value) for key, value in result.totals.items()}
    return {"errors": {}, "html": fragment(result), "totals": totals}


_ACTIONS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"evaluate": _evaluate}
