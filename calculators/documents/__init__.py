"""The documents that a reader can download, made from the dossier alone.

`make` is a pure function: the same dossier and day give the same bytes, in the build and in the browser. An empty
dossier gives the blank version.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from calculators.core.partner_role import PartnerRole
from calculators.documents import agenda, bbc_csv, checklist, engagement, json_export, nota, vacancy
from calculators.documents.docx import MIME as _DOCX
from calculators.documents.file_names import file_name as file_name
from calculators.documents.house_style.style import HouseStyle
from calculators.documents.steps import conversation, decisions, external, needs_analysis, short_note
from calculators.dossier import Document, readable
from calculators.dossier.choices import Body

_NOTES = {
    Body.COUNCIL: "nota-voor-de-gemeenteraad.docx",
    Body.BUREAU: "nota-voor-het-vast-bureau.docx",
    Body.ASSOCIATION: "nota-voor-het-bestuursorgaan.docx",
}
"""File names of the note, by the body that decides; for the college, that of its `DocumentKind`."""

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ZIP = "application/zip"
_EXCEL = ("xlsxwriter",)
_DECIDE, _PARTNERS, _WORK = "Voor wie beslist", "Voor partners", "Om aan te werven en op te volgen"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: Dutch title, file name, media type and maker.

    `filename` is that of a blank one: see `file_name`. `needs` are the Python packages that the browser loads for it. A
    blank one is offered only where it can be of use (`has_blank`). Pages put kinds of one `group`, a Dutch title,
    together.
    """

    id: str
    title: str
    filename: str
    mime: str
    make: Callable[[Document, date], bytes]
    group: str = "Om te beginnen"
    needs: tuple[str, ...] = ()
    has_blank: bool = True
    as_kept: bool = False
    """Whether it has the texts exactly as they are kept, for a program to read; else as `readable` shows them."""


def _workbook(document: Document, today: date) -> bytes:
    from calculators.documents import workbook  # noqa: PLC0415  # the browser has XlsxWriter only after asking for it

    return workbook.make(document, today)


def _registration(document: Document, today: date) -> bytes:
    from calculators.documents import registration  # noqa: PLC0415  # as above

    return registration.make(document, today)


_KINDS = (
    DocumentKind("korte-nota", short_note.TITLE, "korte-nota.docx", _DOCX, short_note.make),
    DocumentKind("omgevingsanalyse", "Omgevingsanalyse", "omgevingsanalyse.docx", _DOCX, needs_analysis.make),
    DocumentKind(
        "gespreksnotitie", "Gespreksnotitie, met de gespreksgids", "gespreksnotitie.docx", _DOCX, conversation.make
    ),
    DocumentKind(
        "nota",
        "Nota voor het college, de raad of het bestuursorgaan",
        "nota-voor-het-college.docx",
        _DOCX,
        nota.make,
        _DECIDE,
    ),
    DocumentKind("beslissingen", decisions.TITLE, "wie-beslist-wat.docx", _DOCX, decisions.make, _DECIDE),
    DocumentKind(
        "dossier",
        "Rekenblad met budget, trajecten en checklist",
        "dossier-verbindingsambassadeur.xlsx",
        _XLSX,
        _workbook,
        _DECIDE,
        needs=_EXCEL,
    ),
    DocumentKind(
        "bbc",
        "Begroting voor de financiële dienst (CSV)",
        "bbc-verbindingsambassadeur.csv",
        "text/csv",
        bbc_csv.make,
        _DECIDE,
    ),
    DocumentKind(
        "engagement-toeleider",
        "Engagementsverklaring voor tussenpersonen",
        "engagementsverklaring-tussenpersoon.docx",
        _DOCX,
        partial(engagement.make, PartnerRole.INTERMEDIARY),
        _PARTNERS,
    ),
    DocumentKind(
        "engagement-vereniging",
        "Engagementsverklaring voor verenigingen",
        "engagementsverklaring-vereniging.docx",
        _DOCX,
        partial(engagement.make, PartnerRole.CLUB),
        _PARTNERS,
    ),
    DocumentKind(
        "engagement-bestuur",
        "Engagementsverklaring voor het lokaal bestuur",
        "engagementsverklaring-lokaal-bestuur.docx",
        _DOCX,
        partial(engagement.make, PartnerRole.GOVERNMENT),
        _PARTNERS,
    ),
    DocumentKind(
        "engagementen",
        "Alle engagementsverklaringen, een bestand per partner",
        "engagementsverklaringen.zip",
        _ZIP,
        engagement.archive,
        _PARTNERS,
        has_blank=False,
    ),
    DocumentKind(
        "opdracht",
        "Opdrachtomschrijving voor een externe partner",
        "opdrachtomschrijving.docx",
        _DOCX,
        external.assignment,
        _PARTNERS,
    ),
    DocumentKind(
        "overeenkomst",
        "Samenwerkingsovereenkomst met een externe partner",
        "samenwerkingsovereenkomst.docx",
        _DOCX,
        external.agreement,
        _PARTNERS,
    ),
    DocumentKind(
        "functieprofiel",
        "Functieprofiel en vacature",
        "functieprofiel-verbindingsambassadeur.docx",
        _DOCX,
        vacancy.make,
        _WORK,
    ),
    DocumentKind("checklist", "Checklist", "checklist-verbindingsambassadeur.docx", _DOCX, checklist.make, _WORK),
    DocumentKind(
        "registratie",
        "Registratieblad voor trajecten",
        "registratieblad-verbindingsambassadeur.xlsx",
        _XLSX,
        _registration,
        _WORK,
        needs=_EXCEL,
    ),
    DocumentKind("evaluatie", "Agenda voor opvolging en evaluatie", "agenda-evaluatie.docx", _DOCX, agenda.make, _WORK),
    DocumentKind(
        "gegevens",
        "Je gegevens, om elders verder te gaan",
        "dossier-verbindingsambassadeur.json",
        "application/json",
        json_export.make,
        "Om te bewaren of door te geven",
        has_blank=False,
        as_kept=True,
    ),
)

ALL: dict[str, DocumentKind] = {kind.id: kind for kind in _KINDS}
"""Every kind of document by id, in the order in which pages offer them."""


def make(kind_id: str, document: Document, today: date, house: HouseStyle | None = None) -> tuple[str, str, bytes]:
    """Make a document: its file name, media type and content. Word files are in the `house` style, if there is one.

    Raises `KeyError` for an unknown kind.
    """
    kind = ALL[kind_id]
    name = _NOTES.get(document.body, kind.filename) if kind.id == "nota" else kind.filename
    content = kind.make(document if kind.as_kept else readable(document), today)
    return (
        file_name(name, document, today),
        kind.mime,
        _in_house_style(kind, content, house) if house and is_dressed(kind_id) else content,
    )


def is_dressed(kind_id: str) -> bool:
    """Whether documents of this kind take a house style: Word files do. Raises `KeyError` for an unknown kind."""
    return ALL[kind_id].mime in (_DOCX, _ZIP)


def _in_house_style(kind: DocumentKind, content: bytes, house: HouseStyle) -> bytes:
    """A Word file, or an archive of them, in the house style."""
    from calculators.documents.house_style import applying  # noqa: PLC0415  few readers need it: it stays out of the packed start

    return (
        applying.archive_in_house_style(content, house)
        if kind.mime == _ZIP
        else applying.in_house_style(content, house)
    )
