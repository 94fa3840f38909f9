"""The checklist as a Word file: a table for each step, in which colleagues fill in status, names, dates and notes."""

from datetime import date

from calculators.core import content
from calculators.documents import docx
from calculators.documents.docx import Column
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.pieces import origin, room, subtitle
from calculators.dossier import EMPTY, Document, progress
from calculators.dossier.choices import STATUSES

TITLE = "Checklist: een verbindingsambassadeur in dienst nemen"

_COLUMNS = (
    Column("Actie", 45),
    Column("Status", 17),
    Column("Wie", 14),
    Column("Tegen", 14),
    Column("Notitie", 26),
)


def make(document: Document, today: date) -> bytes:
    """The checklist as the reader filled it in; blank for an empty document."""
    return docx.document(
        TITLE,
        docx.heading(1, TITLE),
        subtitle(document, today, "De zes stappen, actie per actie"),
        docx.para(
            "Kies bij elke actie de status, en noteer wie wat doet tegen wanneer. "
            "Alle velden blijven invulbaar in Word, of met de hand op papier."
        ),
        None if document == EMPTY else _progress(document),
        [_step(document, step) for step in content.steps()],
        origin(),
        created=today,
        landscape=True,
    )


def _progress(document: Document) -> Xml:
    titles = {step.id: f"Stap {step.number}. {step.title}" for step in content.steps()}
    steps = progress(document)
    rows = [(titles[step.step], str(step.done), str(step.busy), str(step.total)) for step in steps]
    sums = [
        str(sum(step.done for step in steps)),
        str(sum(step.busy for step in steps)),
        str(sum(step.total for step in steps)),
    ]
    columns = (
        Column("Stap", 58),
        Column("Klaar", 14, True),
        Column("Bezig", 14, True),
        Column("Van toepassing", 14, True),
    )
    return join(
        docx.heading(2, "Voortgang"),
        docx.table("Voortgang per stap", columns, [*rows, ("Samen", *sums)], sums=[len(rows)], wide=True),
    )


def _step(document: Document, step: content.Step) -> Xml:
    name = f"Stap {step.number}. {step.title}"
    rows = [_item(document, item) for item in document.items if item.step == step.id]
    return join(
        docx.heading(2, name),
        docx.para(step.short, keep=True),
        docx.table(
            f"Acties van stap {step.number}",
            _COLUMNS,
            rows,
            wide=True,
            whole=False,
            room=room(document),
        ),
    )


def _item(document: Document, item: content.Item) -> tuple[Xml, ...]:
    noted = document.noted(item.id)
    due = date.fromisoformat(noted.by) if noted.by else None
    action = join(docx.run(item.text), docx.run(f"\n{item.help}", "TableHint") if item.help else None)
    return (
        action,
        controls.dropdown(f"Status: {item.text}", STATUSES, "" if document == EMPTY else noted.status, SPACE),
        controls.line(f"Wie: {item.text}", noted.who, SPACE),
        controls.day(f"Tegen: {item.text}", due, SPACE),
        controls.line(f"Notitie: {item.text}", noted.note, SPACE),
    )
