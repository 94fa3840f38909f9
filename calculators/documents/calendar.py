"""The calendar file of a dossier: the moments of its appointment, and the days by which actions must be done."""

from collections.abc import Iterator
from datetime import date, datetime
from zlib import crc32

from calculators import duration
from calculators.core import calendar_file
from calculators.core.calendar_file import Event
from calculators.dossier import Document, readable
from calculators.dossier.choices import Status

FILENAME = "momenten-verbindingsambassadeur.ics"

REMIND = {"beslissing_verlenging": 30, "einde_plan": 30}
"""How many days before a decision the calendar reminds of it, by the key of its moment (our proposal)."""
_OPEN = (Status.TO_DO, Status.BUSY)


def make(document: Document, term: duration.Inputs | None, stamp: datetime) -> str:
    """The text of the file; without a `term` it has the days of the checklist alone.

    `stamp` is now, with its time zone: raises `ValueError` without one.
    """
    shown = readable(document)
    events = sorted(events_of(shown, term), key=lambda event: (event.day, event.key))
    return calendar_file.write(_name(shown), owner(document), events, stamp)


def events_of(document: Document, term: duration.Inputs | None) -> Iterator[Event]:
    """The moments of the `term`, if it is known, and the days by which open actions of the checklist are due."""
    for moment in duration.moments(term) if term else ():
        name = f"Verbindingsambassadeur: {moment.label}"
        yield Event(moment.key, moment.day, name, moment.description, REMIND.get(moment.key, 0))
    for item in document.items:
        noted = document.noted(item.id)
        if noted.by and noted.status in _OPEN:
            who = (f"Wie: {noted.who.strip()}",) if noted.who.strip() else ()
            told = "\n".join((*who, noted.note.strip())).strip()
            yield Event(f"checklist-{item.id}", date.fromisoformat(noted.by), f"Checklist: {item.text}", told)


def owner(document: Document) -> str:
    """What the events of this dossier have in common: its id or, without one, a number made from the organisation."""
    if document.id:
        return document.id
    name = document.text("organisatie").casefold()
    return f"{crc32(name.encode('utf-8', 'replace')):08x}"


def _name(document: Document) -> str:
    organisation = document.text("organisatie")
    return f"Verbindingsambassadeur – {organisation}" if organisation else "Verbindingsambassadeur"
