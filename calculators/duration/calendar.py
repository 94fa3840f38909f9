"""The moments of an appointment as a calendar file (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zlib import crc32

from calculators.duration.inputs import Inputs
from calculators.duration.schedule import Moment, moments

_LINE_OCTETS = 75


def ics(inputs: Inputs, stamp: datetime, organisation: str = "") -> str:
    """A calendar with one all-day event per moment; the same inputs, stamp and organisation give the same text.

    `stamp` is the moment of writing (DTSTAMP), with its time zone: raises `ValueError` without one. A later file moves
    the events of an earlier one of the same organisation, and leaves those of other organisations alone.
    """
    if stamp.tzinfo is None:
        raise ValueError("stamp needs a time zone")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbindingsambassadeur//Looptijd//NL", "CALSCALE:GREGORIAN"]
    owner = f"{crc32(organisation.strip().casefold().encode('utf-8', 'replace')):08x}"
    for moment in moments(inputs):
        lines += _event(moment, stamp, owner)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(moment: Moment, stamp: datetime, owner: str) -> tuple[str, ...]:
    """All-day event (3.6.1): DTEND is the day after; TRANSP keeps the day free for other appointments.

    UID says which moment it is, of whom (3.8.4.7), and SEQUENCE in which minute it was written (3.8.7.4): so calendars
    move an event when its day has changed, and do not add it once more.
    """
    return (
        "BEGIN:VEVENT",
        f"UID:{moment.key}-{owner}@verbindingsambassadeur",
        f"SEQUENCE:{max(0, int(stamp.timestamp()) // 60)}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{moment.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{moment.day + timedelta(1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'Verbindingsambassadeur: {moment.label}')}",
        f"DESCRIPTION:{_escaped(moment.description)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _escaped(text: str) -> str:
    """Escape a TEXT value (3.3.11)."""
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
