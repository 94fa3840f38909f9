"""What these documents are made of."""

from collections.abc import Iterable, Sequence

from calculators.documents import docx
from calculators.documents.docx import Cell, Column
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures
from calculators.dossier import EMPTY, Document

_LINES = 3
"""The empty lines under a question in a blank document."""


def asked(title: str, hint: str, document: Document, text: str, *, level: int = 2) -> Xml:
    """A heading and what the dossier says of it; what belongs there (`hint`) is told only while it says nothing."""
    room = [docx.para("") for _ in range(_LINES)] if document == EMPTY else None
    return join(
        docx.heading(level, title),
        None if text.strip() else docx.para(hint, style="Uitleg", keep=True),
        controls.block(title, text, SPACE),
        room,
    )


def cells(name: str, columns: Sequence[str], count: int) -> list[Sequence[Cell]]:
    """Rows to fill in, with a control for each column."""
    return [
        [controls.line(f"{column}, {name} {number}", "", SPACE) for column in columns] for number in range(1, count + 1)
    ]


def grid(caption: str, columns: Iterable[tuple[str, int]], rows: Iterable[Sequence[Cell]]) -> Xml:
    """A table with room to write in; `columns` are headings and relative widths."""
    return docx.table(caption, [Column(*column) for column in columns], rows, room=docx.BY_HAND)


def about(document: Document, *more: tuple[str, Cell]) -> Xml:
    """Whose document it is, and whom to ask."""
    rows = [
        ("Bestuur of organisatie", controls.line("Bestuur of organisatie", document.text("organisatie"), SPACE)),
        ("Contactpersoon", controls.line("Contactpersoon", document.text("contact"), SPACE)),
        *more,
    ]
    return docx.facts("Over dit document", rows, room=docx.BY_HAND if document == EMPTY else 0)


def appointment(figures: Figures) -> Xml:
    """The employment and the term, as every document says them."""
    rows: list[tuple[str, Cell]] = [
        ("Tewerkstelling", controls.line("Tewerkstelling", figures.size(), SPACE)),
        ("Looptijd", controls.line("Looptijd", figures.term, SPACE)),
    ]
    return docx.facts("Omvang en looptijd", rows, room=docx.BY_HAND if figures.document == EMPTY else 0)
