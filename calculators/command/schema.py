"""JSON Schema of what calculators take and give, worked out from the declarations themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeAliasType, get_args, get_origin, get_type_hints

from calculators.calculator import Calculator
from calculators.command.plain import SCHEMA, plain
from calculators.core.fields import Field, Kind
from calculators.core.parameters.prefill import DAY_OF_FIGURES
from calculators.core.results import Result

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KEPT: Mapping[str, tuple[str, ...]] = {
    "budget": ("totaal", "totaal_jaar_1", "personeel_totaal", "werking_totaal", "netto_totaal", "kost_per_traject"),
    "looptijd": ("einddatum", "looptijd_maanden", "voorbereiding_start", "beslissing_verlenging", "plan_jaren"),
    "trajecten": ("realistisch_gestart", "realistisch_geslaagd_min", "realistisch_geslaagd_max", "plafond_gestart"),
    "keuzehulp": ("profielen", "kanten", "partners", "aantal_strategieen", "fte"),
}
"""The totals that each result has, whatever the inputs, for as long as `SCHEMA` is the same."""

_NUMBER = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SIMPLE: Mapping[Any, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Decimal: _NUMBER,
    date: _DAY,
}


def both(calculator: Calculator) -> dict[str, Any]:
    """The schemas of a calculator's `input` and `result`."""
    return {"input": inputs(calculator), "result": result(calculator)}


def inputs(calculator: Calculator) -> dict[str, Any]:
    """The JSON Schema of what a calculator takes: values by the name of their field, as typed or as numbers."""
    known = {"description": "De dag van de cijfers; niet ingevuld: de nieuwste.", **_DAY}
    properties = {name: _property(field) for name, field in calculator.fields.items()}
    return {
        **_head(calculator, "invoer"),
        "type": "object",
        "properties": {**properties, DAY_OF_FIGURES: known},
        "additionalProperties": False,
    }


def result(calculator: Calculator) -> dict[str, Any]:
    """The JSON Schema of what a calculator gives, with `--json` and from `plain.outcome`."""
    definitions: dict[str, Any] = {}
    _of(Result, definitions)
    whole = definitions.pop("Result")
    totals = {"required": list(KEPT[calculator.name]), **whole["properties"]["totals"]}
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    own = {"schema": {"const": SCHEMA}, "inputs": texts}
    return {
        **_head(calculator, "resultaat"),
        **whole,
        "properties": {
            **own,
            **whole["properties"],
            "calculator": {"const": calculator.name},
            "totals": totals,
        },
        "required": [*own, *whole["required"]],
        "$defs": definitions,
    }


def _head(calculator: Calculator, what: str) -> dict[str, Any]:
    about = f"{calculator.title}: {what}, versie {SCHEMA}"
    return {"$schema": DIALECT, "$id": f"urn:verbindingsambassadeur:{calculator.name}:{what}:{SCHEMA}", "title": about}


def _property(field: Field) -> dict[str, Any]:
    """One input. Text may be written as in the form; bounds hold for numbers, and Python checks text by the same."""
    about = {"title": field.label, "description": field.help, "unit": field.unit, "default": plain(field.default)}
    told = {key: value for key, value in about.items() if value not in ("", None)}
    if field.kind in (Kind.SCALE, Kind.INDEX_STEPS, Kind.TEXT, Kind.DATE):
        return {"type": "string", **told}
    if field.kind is Kind.CHOICE:
        return {"type": "string", "enum": [key for key, _ in field.choices], **told}
    limits = {"minimum": field.minimum, "maximum": field.maximum}
    bounds = {key: float(value) for key, value in limits.items() if value is not None}
    return {"type": ["number", "string"], **told, **bounds}


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; that of a dataclass goes into `definitions`, and is referred to.

    Raises `TypeError` for a type that results do not have.
    """
    if isinstance(kind, TypeAliasType):
        return _of(kind.__value__, definitions)
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if isinstance(kind, UnionType):
        return {"anyOf": [_of(part, definitions) for part in get_args(kind)]}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [str(member) for member in kind]}
    if is_dataclass(kind) and isinstance(kind, type):
        return _defined(kind, definitions)
    return _several(kind, definitions)


def _several(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a mapping, of a list, or of a few values in order."""
    match get_origin(kind), get_args(kind):
        case origin, (_, value) if origin is Mapping:
            return {"type": "object", "additionalProperties": _of(value, definitions)}
        case origin, (item,) if origin is Sequence:
            return {"type": "array", "items": _of(item, definitions)}
        case origin, (item, more) if origin is tuple and more is ...:
            return {"type": "array", "items": _of(item, definitions)}
        case origin, items if origin is tuple:
            row = [_of(item, definitions) for item in items]
            return {"type": "array", "prefixItems": row, "minItems": len(row), "maxItems": len(row)}
    raise TypeError(f"no schema for {kind}")


def _defined(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        definitions[name] = {
            "type": "object",
            "description": (kind.__doc__ or "").strip().split("\n")[0],
            "properties": {name: _of(hints[name], definitions) for name in names},
            "required": names,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}
