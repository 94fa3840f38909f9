"""Documents as readers get them, and what stands in them."""

import io
from dataclasses import replace
from datetime import date
from functools import cache

import docx
from docx.document import Document as WordFile
from openpyxl import Workbook, load_workbook

from calculators import documents
from calculators.dossier import EMPTY, Document
from tests.unit.dossiers import FILLED

DAY = date(2027, 1, 4)
WORD = [kind.id for kind in documents.ALL.values() if kind.filename.endswith(".docx")]
EXCEL = [kind.id for kind in documents.ALL.values() if kind.filename.endswith(".xlsx")]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOSSIERS = {"blank": EMPTY, "filled": FILLED}


@cache
def content(kind: str, name: str) -> bytes:
    """A document of one of the dossiers, made once."""
    return documents.make(kind, DOSSIERS[name], DAY)[2]


def word(kind: str, document: Document = FILLED) -> WordFile:
    return docx.Document(io.BytesIO(documents.make(kind, document, DAY)[2]))


def excel(kind: str, document: Document = FILLED) -> Workbook:
    return load_workbook(io.BytesIO(documents.make(kind, document, DAY)[2]))


def text_of(file: WordFile) -> str:
    """All text, also that within content controls, which python-docx passes over."""
    lines = []
    for paragraph in file.element.body.iter(f"{W}p"):
        pieces = ("\n" if node.tag == f"{W}br" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}br"))
        lines.append("".join(pieces))
    return "\n".join(lines)


def with_(document: Document = FILLED, **texts: str) -> Document:
    return replace(document, texts={**document.texts, **texts})


def employed(uitvoering: str) -> Document:
    return replace(FILLED, appointment={**FILLED.appointment, "uitvoering": uitvoering})


def table(kind: str, heading: str, document: Document = FILLED) -> list[list[str]]:
    """The rows of the first table of a document whose heading row begins with `heading`."""
    for found in word(kind, document).tables:
        rows = [[text_of_cell(cell) for cell in row._tr.tc_lst] for row in found.rows]
        if rows[0][0] == heading:
            return rows
    raise AssertionError(heading)


def text_of_cell(cell: object) -> str:
    return "".join(node.text or "" for node in cell.iter() if node.tag.endswith("}t"))  # type: ignore[attr-defined]
