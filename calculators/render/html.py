"""HTML from Python values, escaped by construction: only `el` makes markup, all other text becomes plain text."""

import re
from collections.abc import Iterable
from functools import cache


class Html(str):
    """Finished markup. Text that is not `Html` is escaped wherever it enters an element."""

    __slots__ = ()


type Child = Html | str | Iterable["Child"] | None

# The same as `html.escape`, whose module would bring two thousand names of characters to every reader's browser.
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = _TEXT | str.maketrans({'"': "&quot;", "'": "&#x27;"})
_NAMES = {"class_": "class", "for_": "for", "type_": "type", "id_": "id"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_SPECIAL = re.compile(r"""[&<>"'\x00-\x08\x0b-\x1f]""")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def el(tag: str, /, *children: Child, **attributes: str | bool | None) -> Html:
    """An element. `data_key="x"` writes `data-key="x"`; `True` an empty attribute, `None` and `False` no attribute."""
    opened = f"<{tag}"
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        opened += f'{_opening(name)}{"" if value is True else _escaped(value, _QUOTED)}"'
    if tag in _VOID and not children:
        return Html(f"{opened}>")
    pieces: list[str] = []
    _gather(children, pieces)
    return Html(f"{opened}>{''.join(pieces)}</{tag}>")


def button(*words: Child, main: bool = False, **attributes: str | bool | None) -> Html:
    """A button, which a `data_` attribute ties to a script; the `main` one of a group stands out."""
    look = "md-button md-button--primary" if main else "md-button"
    return el("button", words, type_="button", class_=look, **attributes)


def spoken(words: str) -> Html:
    """Words that only screen readers say, which tell apart what the eye tells apart by its place."""
    return el("span", words, class_="rh-verborgen")


def render(*elements: Html) -> Html:
    """Join elements on one line, which Markdown takes for one block of HTML."""
    return Html("".join(elements).replace("\n", " "))


@cache
def _opening(name: str) -> str:
    """An attribute up to its value; there are few names, and thousands of elements."""
    return f' {_NAMES.get(name) or name.replace("_", "-")}="'


def _gather(children: Iterable[Child], pieces: list[str]) -> None:
    """Add the markup of all children, in order."""
    for child in children:
        if isinstance(child, str):
            pieces.append(child if isinstance(child, Html) else _escaped(child, _TEXT))
        elif child is not None:
            _gather(child, pieces)


def _escaped(text: str, table: dict[int, str]) -> str:
    # Few texts have a special character, and searching for one is faster than translating every text.
    return _CONTROL.sub("", text).translate(table) if _SPECIAL.search(text) else text
