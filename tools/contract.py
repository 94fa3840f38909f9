"""Write what pages and Python agree on as a script: `python -m tools.contract`. A test holds it to `calculators`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from calculators.contract import ACTIONS, CONSTANTS

TARGET = Path(__file__).resolve().parents[1] / "docs/assets/js/contract.js"
_HEAD = "// What pages and Python agree on. Written by `make contract` from calculators/contract.py."
_NAMES = {str: "string", int: "number", bool: "boolean", Any: "any"}


def type_name(kind: Any) -> str:
    """A Python type as JSDoc writes it: `dict[str, int]` gives `Record<string, number>`."""
    if kind in _NAMES:
        return _NAMES[kind]
    match get_origin(kind), get_args(kind):
        case origin, (_, value) if origin is dict:
            return f"Record<string, {type_name(value)}>"
        case origin, (item,) if origin is list:
            return f"{type_name(item)}[]"
    raise TypeError(f"no JavaScript type for {kind}")


def shape(kind: type) -> str:
    """A `TypedDict` as a JSDoc object type: `{ name: string, more?: number }`."""
    optional: frozenset[str] = kind.__optional_keys__  # type: ignore[attr-defined]
    hints = get_type_hints(kind)
    fields = [f"{name}{'?' * (name in optional)}: {type_name(hint)}" for name, hint in hints.items()]
    return f"{{ {', '.join(fields)} }}"


def typedef(title: str, kinds: Mapping[str, Sequence[type]]) -> str:
    """A JSDoc type with one property for each action."""
    rows = [f" * @property {{{' | '.join(map(shape, several))}}} {action}" for action, several in kinds.items()]
    return "\n".join(["/**", f" * @typedef {{object}} {title}", *rows, " */"])


def script() -> str:
    """The whole script."""
    constants = [f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in CONSTANTS.items()]
    types = [
        typedef("Requests", {action: [request] for action, (request, _) in ACTIONS.items()}),
        typedef("Replies", {action: replies for action, (_, replies) in ACTIONS.items()}),
    ]
    return "\n\n".join([_HEAD, *types, "\n".join(constants)]) + "\n"


if __name__ == "__main__":
    TARGET.write_text(script(), "utf-8")
