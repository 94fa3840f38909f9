"""A small writer of calendar files (iCalendar, RFC 5545)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MIME = "text/calendar"
_LINE_OCTETS = 75
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day in the calendar, by a `key` that stays when the day moves.

    `remind` is how many days before it the calendar reminds of it; 0 for no reminder.
    """

    key: str
    day: date
    summary: str
    description: str
    remind: int = 0


def write(name: str, owner: str, events: Iterable[Event], stamp: datetime) -> str:
    """The text of a calendar with a Dutch `name`; the same arguments give the same text.

    `owner` tells its events from those of another calendar. `stamp` is the moment of writing, with its time zone:
    raises `ValueError` without one. A calendar that has an older file moves its events.
    """
    if stamp.tzinfo is None:
        raise ValueError("stamp needs a time zone")
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Verbindingsambassadeur//Looptijd//NL",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(name)}",  # RFC 7986, 5.1
        f"X-WR-CALNAME:{_escaped(name)}",  # what Google, Apple and Outlook read
    )
    lines = [*head, *(line for event in events for line in _event(event, owner, stamp)), "END:VCALENDAR"]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: Event, owner: str, stamp: datetime) -> Iterator[str]:
    """All-day event (3.6.1): DTEND is the day after, if there is one; TRANSP keeps the day free for other appointments.

    UID says which event it is, of whom (3.8.4.7), and SEQUENCE in which minute it was written (3.8.7.4): so calendars
    move an event when its day has changed, and do not add it once more.
    """
    written = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.key)}-{_escaped(owner)}@verbindingsambassadeur"
    yield f"SEQUENCE:{max(0, int(stamp.timestamp()) // 60)}"
    yield f"DTSTAMP:{written}"
    yield f"LAST-MODIFIED:{written}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    if event.day < date.max:
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_escaped(event.description)}"
    yield "TRANSP:TRANSPARENT"
    if event.remind:
        yield from _alarm(event)
    yield "END:VEVENT"


def _alarm(event: Event) -> Iterator[str]:
    """A reminder that shows the summary, some days before the event begins (3.6.6)."""
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(event.summary)}"
    yield f"TRIGGER:-P{event.remind}D"
    yield "END:VALARM"


def _escaped(text: str) -> str:
    """Escape a TEXT value (3.3.11), without the controls that it may not hold."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for special in ("\\", ";", ","):
        text = text.replace(special, f"\\{special}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line in pieces of at most 75 octets, never inside a character; later pieces begin with a space (3.1)."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _LINE_OCTETS:
            yield piece
            piece = " "
        piece += character
    yield piece
