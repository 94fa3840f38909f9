"""HTML from Python values, escaped by construction: text can never become markup."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

type Child = ET.Element | str | Iterable["Child"] | None

_NAMES = {"class_": "class", "for_": "for", "type_": "type", "id_": "id"}


def el(tag: str, /, *children: Child, **attributes: str | bool | None) -> ET.Element:
    """Make an element. `data_key="x"` writes `data-key="x"`; `True` writes an empty attribute, `None` none at all."""
    element = ET.Element(tag)
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        element.set(_NAMES.get(name, name.replace("_", "-")), "" if value is True else value)
    append(element, children)
    return element


def append(parent: ET.Element, children: Child) -> None:
    """Add text, elements or any nesting of them; `None` adds nothing."""
    if children is None:
        return
    if isinstance(children, str):
        _append_text(parent, children)
    elif isinstance(children, ET.Element):
        parent.append(children)
    else:
        for child in children:
            append(parent, child)


def render(*elements: ET.Element) -> str:
    """Write elements as HTML on one line, so that Markdown leaves them alone."""
    return "".join(ET.tostring(element, encoding="unicode", method="html") for element in elements).replace("\n", " ")


def _append_text(parent: ET.Element, text: str) -> None:
    if not text.isprintable():
        text = "".join(c for c in text if c >= " " or c in "\t\n")
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
