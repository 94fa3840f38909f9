"""Every document a reader can download, made from the dossier alone.

`make` is a pure function: the same dossier and day give the same bytes, here and in the browser. An empty dossier
gives the blank version.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from calculators.documents import agenda, bbc_csv, checklist, engagement, json_export, nota, vacancy
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
    """A document: its Dutch title, a file name without anything personal, its maker, and what packages that needs."""

    id: str
    title: str
    filename: str
    mime: str
    make: Callable[[Document, date], bytes]
    needs: tuple[str, ...] = ()


def _workbook(document: Document, today: date) -> bytes:
    from calculators.documents import workbook  # noqa: PLC0415  # XlsxWriter is fetched when somebody wants a workbook

    return workbook.make(document, today)


def _registration(document: Document, today: date) -> bytes:
    from calculators.documents import registration  # noqa: PLC0415  # as above

    return registration.make(document, today)


_KINDS = (
    Kind(
        "dossier",
        "Rekenblad met budget, trajecten en checklist",
        "dossier-verbindingsambassadeur.xlsx",
        _XLSX,
        _workbook,
        ("xlsxwriter",),
    ),
    Kind(
        "bbc", "Begroting voor de financiële dienst (CSV)", "bbc-verbindingsambassadeur.csv", "text/csv", bbc_csv.make
    ),
    Kind("nota", "Nota voor het college", "nota-voor-het-college.docx", _DOCX, nota.make),
    Kind("checklist", "Checklist", "checklist-verbindingsambassadeur.docx", _DOCX, checklist.make),
    Kind(
        "engagement-toeleider",
        "Engagementsverklaring voor toeleiders",
        "engagementsverklaring-toeleider.docx",
        _DOCX,
        partial(engagement.make, "toeleider"),
    ),
    Kind(
        "engagement-vereniging",
        "Engagementsverklaring voor verenigingen",
        "engagementsverklaring-vereniging.docx",
        _DOCX,
        partial(engagement.make, "vereniging"),
    ),
    Kind(
        "engagement-bestuur",
        "Engagementsverklaring voor het lokaal bestuur",
        "engagementsverklaring-lokaal-bestuur.docx",
        _DOCX,
        partial(engagement.make, "bestuur"),
    ),
    Kind(
        "functieprofiel",
        "Functieprofiel en vacature",
        "functieprofiel-verbindingsambassadeur.docx",
        _DOCX,
        vacancy.make,
    ),
    Kind(
        "registratie",
        "Registratieblad voor trajecten",
        "registratieblad-verbindingsambassadeur.xlsx",
        _XLSX,
        _registration,
        ("xlsxwriter",),
    ),
    Kind("evaluatie", "Agenda voor opvolging en evaluatie", "agenda-evaluatie.docx", _DOCX, agenda.make),
    Kind(
        "gegevens",
        "Je gegevens, om elders verder te gaan",
        "dossier-verbindingsambassadeur.json",
        "application/json",
        json_export.make,
    ),
)

ALL: dict[str, Kind] = {kind.id: kind for kind in _KINDS}
"""Every document by id, the most asked first."""


def make(kind_id: str, document: Document, today: date) -> tuple[str, str, bytes]:
    """Make a document: file name, media type and content."""
    kind = ALL[kind_id]
    name = _NOTES.get(document.text("orgaan"), kind.filename) if kind.id == "nota" else kind.filename
    return name, kind.mime, kind.make(document, today)
