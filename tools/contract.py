"""Write `calculators.contract` as a script for the pages: `python -m tools.contract`. A test compares the two."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from calculators.contract import ACTIONS, CONSTANTS

TARGET = Path(__file__).resolve().parents[1] / "docs/assets/js/contract.js"
_HEAD = "// What pages and Python agree on. Written by `make contract` from calculators/contract.py."
_NAMES = {str: "string", int: "number", bool: "boolean", Any: "any"}


def type_name(kind: Any) -> str:
    """A Python type in JSDoc's notation: `dict[str, int]` gives `Record<string, number>`.

    Raises `TypeError` for a type that has none here.
    """
    if kind in _NAMES:
        return _NAMES[kind]
    if is_typeddict(kind):
        return shape(kind)
    match get_origin(kind), get_args(kind):
        case origin, (_, value) if origin is dict:
            return f"Record<string, {type_name(value)}>"
        case origin, (item,) if origin is list:
            return f"{type_name(item)}[]"
    raise TypeError(f"no JavaScript type for {kind}")


def shape(kind: type) -> str:
    """A `TypedDict` as a JSDoc object type: `{ name: string, more?: number }`."""
    optional: frozenset[str] = kind.__optional_keys__  # type: ignore[attr-defined]
    fields = [
        f"{name}{'?' if name in optional else ''}: {type_name(hint)}" for name, hint in get_type_hints(kind).items()
    ]
    return f"{{ {', '.join(fields)} }}"


def typedef(title: str, kinds: Mapping[str, Sequence[type]]) -> str:
    """A JSDoc type with a property for each action, whose type is one of the shapes of its `kinds`."""
    rows = []
    for action, types in kinds.items():
        shapes = " | ".join(map(shape, types))
        rows.append(f" * @property {{{shapes}}} {action}")
    return "\n".join(["/**", f" * @typedef {{object}} {title}", *rows, " */"])


def script() -> str:
    """The text of the script."""
    constants = [f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in CONSTANTS.items()]
    types = [
        typedef("Requests", {action: [request] for action, (request, _) in ACTIONS.items()}),
        typedef("Replies", {action: replies for action, (_, replies) in ACTIONS.items()}),
    ]
    return "\n\n".join([_HEAD, *types, "\n".join(constants)]) + "\n"


if __name__ == "__main__":
    TARGET.write_text(script(), "utf-8")
