"""Pieces that several Word files have: whose document it is, a question with its answer, a table, signatures."""

from collections.abc import Iterable, Sequence
from datetime import date

from calculators.core.periods import format_date
from calculators.documents import docx, posts
from calculators.documents.docx import Column, Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import ORIGIN, Figures
from calculators.dossier import EMPTY, Document

_LINES = 3
"""The empty lines under a question in a blank document."""


def subtitle(document: Document, today: date, fallback: str) -> Xml:
    """Whose document it is and of which day; a blank one has the `fallback`, and no date."""
    if document == EMPTY:
        return docx.para(fallback, style="Subtitle")
    parts = [document.text("organisatie"), f"stand op {format_date(today)}"]
    return docx.para(" · ".join(part for part in parts if part), style="Subtitle")


def origin() -> Xml:
    """Where the document comes from, in small print."""
    return docx.para(ORIGIN, style="Uitleg")


def room(document: Document) -> int:
    """The least height of rows, in millimetres: in a blank document they are filled in by hand."""
    return docx.BY_HAND if document == EMPTY else 0


def asked(title: str, hint: str, document: Document, text: str) -> Xml:
    """A heading and what the dossier says of it; what belongs there (`hint`) is told only while it says nothing."""
    lines = [docx.para("") for _ in range(_LINES)] if document == EMPTY else None
    return join(
        docx.heading(2, title),
        None if text.strip() else docx.para(hint, style="Uitleg", keep=True),
        controls.block(title, text, SPACE),
        lines,
    )


def cells(name: str, columns: Sequence[str], count: int) -> list[Sequence[Inline]]:
    """Rows to fill in, with a control for each column."""
    return [
        [controls.line(f"{column}, {name} {number}", "", SPACE) for column in columns] for number in range(1, count + 1)
    ]


def grid(caption: str, columns: Iterable[tuple[str, int]], rows: Iterable[Sequence[Inline]]) -> Xml:
    """A table with room to write in; `columns` are headings and relative widths."""
    return docx.table(caption, [Column(*column) for column in columns], rows, room=docx.BY_HAND)


def about(document: Document, *more: tuple[str, Inline]) -> Xml:
    """Whose document it is, and whom to ask."""
    rows = [
        ("Bestuur of organisatie", controls.line("Bestuur of organisatie", document.text("organisatie"), SPACE)),
        ("Contactpersoon", controls.line("Contactpersoon", document.text("contact"), SPACE)),
        *more,
    ]
    return docx.facts("Over dit document", rows, room=room(document))


def appointment(figures: Figures) -> Xml:
    """The employment and the term, as every document says them.

    Posts that a sentence does not tell one by one stand in a table, without wages: a partner reads it.
    """
    listed = figures.inputs is not None and (figures.several or not figures.inputs.whole_term)
    size = figures.size("zie de tabel hieronder")
    rows: list[tuple[str, Inline]] = [
        ("Tewerkstelling", controls.line("Tewerkstelling", size, SPACE)),
        ("Looptijd", controls.line("Looptijd", figures.term, SPACE)),
    ]
    facts = docx.facts("Omvang en looptijd", rows, room=room(figures.document))
    return join(facts, posts.table(figures) if listed else None)


def signatures(headings: tuple[str, str], sides: tuple[str, str]) -> Xml:
    """Where both sides sign; the table stays with the paragraph below it. `sides` tell the controls of each apart."""
    columns = (Column("Ondertekening", 20), *(Column(heading, 40) for heading in headings))
    rows: list[Sequence[Inline]] = [
        ("Naam en functie", *(controls.line(f"Naam {side}", "", SPACE) for side in sides)),
        ("Datum", *(controls.day(f"Datum {side}", None, SPACE) for side in sides)),
        ("Handtekening", *(docx.run("\n") for _ in sides)),
    ]
    return docx.table("Handtekeningen", columns, rows, joined=True, room=docx.BY_HAND)
