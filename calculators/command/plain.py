"""Results as data for JSON, which other programs read."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from calculators.calculator import Calculator
from calculators.core.numbers import to_machine
from calculators.core.parameters.prefill import DAY_OF_FIGURES, known_on
from calculators.core.results import Result

SCHEMA = 1
"""The version of this form. A key that goes, or means something else, raises it; a new key does not."""


def plain(value: Any) -> Any:
    """A value of a result as JSON has it: a number with decimals is a text, so that it keeps its digits.

    >>> plain((Decimal("178463.340"), date(2027, 3, 1), 3))
    ['178463.34', '2027-03-01', 3]
    """
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    match value:
        case Decimal():
            return to_machine(value)
        case date():
            return value.isoformat()
        case StrEnum():
            return str(value)
        case Mapping():
            return {key: plain(item) for key, item in value.items()}
        case Sequence() if not isinstance(value, str):
            return [plain(item) for item in value]
    return value


def outcome(calculator: Calculator, values: Mapping[str, str], result: Result) -> dict[str, Any]:
    """A result with what it was worked out from; `inputs` given again, later too, give the same result."""
    known = {name: text for name, text in values.items() if name in calculator.fields}
    return {"schema": SCHEMA, "inputs": {**known, DAY_OF_FIGURES: known_on(values).isoformat()}, **plain(result)}
