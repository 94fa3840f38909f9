"""HTML from Python values, escaped by construction: only `el` makes markup, all other text becomes plain text."""

import re
from collections.abc import Iterable
from html import escape


class Html(str):
    """Finished markup. Text that is not `Html` is escaped wherever it enters an element."""

    __slots__ = ()


type Child = Html | str | Iterable["Child"] | None

_NAMES = {"class_": "class", "for_": "for", "type_": "type", "id_": "id"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def el(tag: str, /, *children: Child, **attributes: str | bool | None) -> Html:
    """Make an element. `data_key="x"` writes `data-key="x"`; `True` writes an empty attribute, `None` none at all."""
    opened = [tag]
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        written = _NAMES.get(name) or name.replace("_", "-")
        opened.append(f'{written}="{"" if value is True else escape(_CONTROL.sub("", value))}"')
    start = f"<{' '.join(opened)}>"
    return Html(start) if tag in _VOID and not children else Html(f"{start}{_inner(children)}</{tag}>")


def render(*elements: Html) -> str:
    """Join elements on one line, so that Markdown leaves them alone."""
    return "".join(elements).replace("\n", " ")


def _inner(children: Child) -> str:
    if children is None:
        return ""
    if isinstance(children, Html):
        return children
    if isinstance(children, str):
        return escape(_CONTROL.sub("", children), quote=False)
    return "".join(map(_inner, children))
