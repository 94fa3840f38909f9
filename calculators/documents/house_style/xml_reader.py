"""Reads the XML of a Word file into the tree that `docx.xml` writes.

It refuses what could harm a program that reads it: a document type (entities that grow, or that name other files),
and more or deeper elements than a template needs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pyexpat import ExpatError, ParserCreate

from calculators.documents.docx.xml import Xml

MOST_ELEMENTS = 100_000
DEEPEST = 100


class XmlError(ValueError):
    """Text that is no XML, or XML that is refused."""


@dataclass(slots=True)
class _Reading:
    """The elements that are open, each with what was read of it; the first one holds the root."""

    open: list[tuple[str, dict[str, str], list[Xml | str]]] = field(default_factory=lambda: [("", {}, [])])
    count: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) > DEEPEST:
            raise XmlError("too many elements, or too deep")
        self.open.append((name, attributes, []))

    def end(self, _name: str) -> None:
        name, attributes, children = self.open.pop()
        self.open[-1][2].append(Xml(name, attributes, tuple(children)))

    def text(self, text: str) -> None:
        self.open[-1][2].append(text)


def _refused(*_: object) -> None:
    raise XmlError("a document type")


def parse(data: bytes) -> Xml:
    """The root element; its attributes have their names as written (`w:val`). Raises `XmlError`."""
    reading = _Reading()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refused
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError) as error:
        raise XmlError(str(error)) from error
    return next(piece for piece in reading.open[0][2] if isinstance(piece, Xml))


def children(piece: Xml | None, *names: str) -> list[Xml]:
    """The elements directly in this one, only those of these names if any are given."""
    return [
        element
        for element in (piece.children if piece else ())
        if isinstance(element, Xml) and (not names or element.name in names)
    ]


def child(piece: Xml | None, name: str) -> Xml | None:
    """The first element of this name directly in this one."""
    return next(iter(children(piece, name)), None)


def every(piece: Xml, *names: str) -> list[Xml]:
    """The element itself and all elements in it, in the order of the text; with `names`, only those of these names."""
    inner = [found for element in children(piece) for found in every(element, *names)]
    return [piece, *inner] if not names or piece.name in names else inner


def attribute(piece: Xml | None, name: str) -> str:
    """An attribute of an element that was read; an empty text without it."""
    return str(piece.attributes.get(name, "")) if piece else ""


def text_of(piece: Xml) -> str:
    """The text in an element and in all elements within it, joined."""
    return "".join(element if isinstance(element, str) else text_of(element) for element in piece.children)


def changed(piece: Xml, change: Callable[[Xml], Xml]) -> Xml:
    """The same tree, in which each element, the innermost first, is what `change` makes of it."""
    inner = tuple(element if isinstance(element, str) else changed(element, change) for element in piece.children)
    return change(replace(piece, children=inner))


def with_attributes(piece: Xml, values: Mapping[str, str | int]) -> Xml:
    """The same element with other values, by the names of its attributes."""
    return replace(piece, attributes={**piece.attributes, **values})


def with_children(piece: Xml, *inner: Xml) -> Xml:
    """The same element with other elements in it."""
    return replace(piece, children=inner)
