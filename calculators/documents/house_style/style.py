"""What documents take from a template: a house style."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from calculators.core.sentences import listed
from calculators.documents.docx.xml import Xml

FOLDER = "word/huisstijl"
"""Where the files of a template stand in a document."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a template that documents carry; `refers` has the paths of the images in it, by the ids it uses."""

    kind: str
    content: bytes
    refers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a header or a footer stands (`place` is default, first or even), and the path of its file."""

    kind: str
    place: str
    path: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What documents take from a template. `margins` are in twentieths of a point, by side."""

    styles: Xml
    numbering: Xml | None
    pictures: Mapping[str, str]
    references: tuple[Reference, ...]
    margins: Mapping[str, int]
    first_differs: bool
    even_differs: bool
    theme: str
    parts: Mapping[str, Part]

    def has(self, kind: str) -> bool:
        """Whether it has a `header` or a `footer`, as `kind` says."""
        return any(reference.kind == kind for reference in self.references)

    def summary(self) -> str:
        """What documents take from it, in Dutch: `stijlen, koptekst en voettekst`."""
        header = ["koptekst"] if self.has("header") else []
        footer = ["voettekst"] if self.has("footer") else []
        return listed(["stijlen", *header, *footer])
