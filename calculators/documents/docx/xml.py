"""XML as a tree of elements, written with escaping and packed into the same bytes every time."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from calculators.core.direction import closed

# Everything that XML 1.0 does not allow or discourages: other controls, halves of surrogate pairs, non-characters.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\r": "&#13;"})
_NOON = (2020, 1, 1, 12, 0, 0)


@dataclass(frozen=True, slots=True)
class Xml:
    """An element; one without a name is just its children, one after the other.

    `attributes` are by their names in the file, such as `w:val`.
    """

    name: str
    attributes: Mapping[str, str | int]
    children: tuple["Xml | str", ...]


type Child = str | Xml | Iterable["Child"] | None


def plain(text: str) -> str:
    """Text without the characters that XML forbids, which closes the directions of writing that it opens."""
    return closed(_FORBIDDEN.sub("", text))


def xml_element(name: str, /, *children: Child, **attributes: str | int | None) -> Xml:
    """An element. Strings are text; an attribute or child that is `None` is left out.

    No keyword can have a colon, so that `w_val="x"` gives `w:val="x"`; only keywords here are spelt so.
    """
    given = {key.replace("_", ":", 1): value for key, value in attributes.items() if value is not None}
    return Xml(name, given, tuple(_flat(children)))


def join(*children: Child) -> Xml:
    """Pieces one after the other, without an element around them."""
    return xml_element("", *children)


def numbered(piece: Xml, name: str, numbers: Iterator[int]) -> Xml:
    """The same piece, in which each element of that name has the next number as its `w:val`, in document order."""
    attributes = {**piece.attributes, "w:val": next(numbers)} if piece.name == name else piece.attributes
    children = [child if isinstance(child, str) else numbered(child, name, numbers) for child in piece.children]
    return replace(piece, attributes=attributes, children=tuple(children))


def markup(piece: Xml | str) -> str:
    """XML text, with everything escaped that must be."""
    if isinstance(piece, str):
        return _escaped(piece)
    inner = "".join(map(markup, piece.children))
    if not piece.name:
        return inner
    opening = "".join([piece.name, *(_attribute(key, value) for key, value in piece.attributes.items())])
    return f"<{opening}>{inner}</{piece.name}>" if inner else f"<{opening}/>"


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of `parts` by path, in that order and with a fixed time, so that equal parts give equal bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, _NOON)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return stream.getvalue()


def _attribute(key: str, value: str | int) -> str:
    return f' {key}="{_escaped(str(value))}"'


def _escaped(text: str) -> str:
    return plain(text).translate(_ENTITIES)


def _flat(children: Iterable[Child]) -> Iterator[Xml | str]:
    for child in children:
        if isinstance(child, str | Xml):
            yield child
        elif child is not None:
            yield from _flat(child)
