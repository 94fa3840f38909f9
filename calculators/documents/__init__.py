"""Every document a reader can download, made from the dossier alone.

`make` is a pure function: the same dossier and day give the same bytes, here and in the browser. An empty dossier
gives the blank version.
"""

from dataclasses import dataclass
from datetime import date
from importlib import import_module

from calculators.dossier import Document

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_NOTES = {
    "raad": "nota-voor-de-gemeenteraad.docx",
    "vast-bureau": "nota-voor-het-vast-bureau.docx",
    "bestuursorgaan": "nota-voor-het-bestuursorgaan.docx",
}
"""File names of the note for another body than the most usual one, by the id of the body."""

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Kind:
    """A document: its Dutch title, a file name without anything personal, and the packages its maker needs.

    `module` makes it; `variant` is passed on to a module that makes several kinds.
    """

    id: str
    title: str
    filename: str
    mime: str
    module: str
    needs: tuple[str, ...] = ()
    variant: str = ""


_KINDS = (
    Kind(
        "dossier",
        "Rekenblad met budget, trajecten en checklist",
        "dossier-verbindingsambassadeur.xlsx",
        _XLSX,
        "workbook",
        ("xlsxwriter",),
    ),
    Kind("nota", "Nota voor het college", "nota-voor-het-college.docx", _DOCX, "nota"),
    Kind("checklist", "Checklist", "checklist-verbindingsambassadeur.docx", _DOCX, "checklist"),
    Kind(
        "engagement-toeleider",
        "Engagementsverklaring voor toeleiders",
        "engagementsverklaring-toeleider.docx",
        _DOCX,
        "engagement",
        (),
        "toeleider",
    ),
    Kind(
        "engagement-vereniging",
        "Engagementsverklaring voor verenigingen",
        "engagementsverklaring-vereniging.docx",
        _DOCX,
        "engagement",
        (),
        "vereniging",
    ),
    Kind(
        "engagement-bestuur",
        "Engagementsverklaring voor het lokaal bestuur",
        "engagementsverklaring-lokaal-bestuur.docx",
        _DOCX,
        "engagement",
        (),
        "bestuur",
    ),
    Kind(
        "functieprofiel", "Functieprofiel en vacature", "functieprofiel-verbindingsambassadeur.docx", _DOCX, "vacancy"
    ),
    Kind(
        "registratie",
        "Registratieblad voor trajecten",
        "registratieblad-verbindingsambassadeur.xlsx",
        _XLSX,
        "registration",
        ("xlsxwriter",),
    ),
    Kind("evaluatie", "Agenda voor opvolging en evaluatie", "agenda-evaluatie.docx", _DOCX, "agenda"),
    Kind(
        "gegevens",
        "Je gegevens, om elders verder te gaan",
        "dossier-verbindingsambassadeur.json",
        "application/json",
        "data",
    ),
)

ALL: dict[str, Kind] = {kind.id: kind for kind in _KINDS}
"""Every document by id, the most asked first."""


def make(kind_id: str, document: Document, today: date) -> tuple[str, str, bytes]:
    """Make a document: file name, media type and content."""
    kind = ALL[kind_id]
    maker = import_module(f"calculators.documents.{kind.module}").make
    content: bytes = maker(kind.variant, document, today) if kind.variant else maker(document, today)
    name = _NOTES.get(document.text("orgaan"), kind.filename) if kind.id == "nota" else kind.filename
    return name, kind.mime, content
