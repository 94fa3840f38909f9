"""The calendar file, read back by icalendar: its days, whose they are, and what a later file does with them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar

from calculators.calculator import CALCULATORS
from calculators.core import calendar_file
from calculators.core.calendar_file import Event
from calculators.documents import calendar
from calculators.dossier import Document, read, read_stored, write
from calculators.dossier.document import ItemStatus
from calculators.duration import Inputs, moments
from calculators.service import handle
from tests.unit.durations import durations

STAMP = datetime(2026, 11, 24, 12, tzinfo=UTC)
OURS = Document(texts={"organisatie": "Gemeente Voorbeeldegem"}, id="5e1f-a")


def text(document: Document = OURS, term: Inputs | None = Inputs(), stamp: datetime = STAMP) -> str:  # noqa: B008
    return calendar.make(document, term, stamp)


def events(document: Document = OURS, **term: Any) -> dict[str, Any]:
    """The events by UID."""
    found = Calendar.from_ical(text(document, Inputs(**term))).walk("VEVENT")
    return {str(event["UID"]): event for event in found}


@given(durations)
def test_the_calendar_reads_back(inputs: Inputs) -> None:
    written = text(term=inputs)
    lines = written.split("\r\n")
    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == lines.count("TRANSP:TRANSPARENT")
    found = Calendar.from_ical(written).walk("VEVENT")
    expected = moments(inputs)
    assert [event["SUMMARY"] for event in found] == [f"Verbindingsambassadeur: {m.label}" for m in expected]
    assert [event["DESCRIPTION"] for event in found] == [moment.description for moment in expected]
    assert [event.decoded("DTSTART") for event in found] == [moment.day for moment in expected]
    assert len({event["UID"] for event in found}) == len(found)
    assert not [event.errors for event in found if event.errors]


def test_the_calendar_is_the_same_every_time_and_in_universal_time() -> None:
    assert text() == text()
    assert "DTSTAMP:20261124T120000Z" in text()
    assert "DTSTAMP:20261124T130000Z" in text(stamp=STAMP + timedelta(hours=1))
    with pytest.raises(ValueError, match="time zone"):
        text(stamp=STAMP.replace(tzinfo=None))


@pytest.mark.parametrize("dossier", [OURS, replace(OURS, id="")], ids=["with an id", "from before there were ids"])
def test_a_later_calendar_moves_the_events_of_an_earlier_one(dossier: Document) -> None:
    first = events(dossier, startdatum=date(2027, 1, 1))
    renamed = replace(dossier, texts={"organisatie": " gemeente voorbeeldegem"})
    later = events(renamed, startdatum=date(2027, 2, 1))
    assert first.keys() == later.keys()
    moved = [uid for uid in first if later[uid].decoded("DTSTART") != first[uid].decoded("DTSTART")]
    assert len(moved) > len(first) / 2
    found: list[Any] = Calendar.from_ical(text(dossier, stamp=STAMP + timedelta(minutes=2))).walk("VEVENT")
    assert all(event["SEQUENCE"] > first[str(event["UID"])]["SEQUENCE"] for event in found)


def test_two_dossiers_of_one_organisation_have_events_of_their_own() -> None:
    assert not events(OURS).keys() & events(replace(OURS, id="77aa")).keys()
    elsewhere = replace(OURS, id="", texts={"organisatie": "Stad Elders"})
    assert not events(replace(OURS, id="")).keys() & events(elsewhere).keys()


def test_decisions_have_a_reminder_and_the_calendar_has_a_name() -> None:
    found = {str(event["SUMMARY"]): event.walk("VALARM") for event in events().values()}
    reminded = {name: alarms[0] for name, alarms in found.items() if alarms}
    assert reminded.keys() == {
        "Verbindingsambassadeur: Beslissen over verlenging",
    }
    alarm = reminded["Verbindingsambassadeur: Beslissen over verlenging"]
    assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", timedelta(days=-30))
    plan = events(contract="onbepaald").values()
    assert [str(event["SUMMARY"]) for event in plan if event.walk("VALARM")] == [
        "Verbindingsambassadeur: Einde van het meerjarenplan"
    ]
    whole = Calendar.from_ical(text())
    assert whole["NAME"] == whole["X-WR-CALNAME"] == "Verbindingsambassadeur – Gemeente Voorbeeldegem"
    assert "X-WR-CALNAME:Verbindingsambassadeur\r\n" in text(Document())


def test_open_actions_of_the_checklist_with_a_day_are_in_it() -> None:
    marks = {
        "s1-01": ItemStatus("bezig", "Noor; Ali", "2027-02-03", "Bel eerst,\nmail dan 👍"),
        "s1-02": ItemStatus("klaar", "", "2027-02-04"),
        "s1-03": ItemStatus("nvt", "", "2027-02-04"),
        "s1-04": ItemStatus("te-doen", "Noor"),
    }
    document = replace(OURS, checklist=marks)
    (event,) = Calendar.from_ical(text(document, None)).walk("VEVENT")
    assert str(event["SUMMARY"]).startswith("Checklist: ")
    assert event.decoded("DTSTART") == date(2027, 2, 3)
    assert event["DESCRIPTION"] == "Wie: Noor; Ali\nBel eerst,\nmail dan 👍"
    days = [one.decoded("DTSTART") for one in Calendar.from_ical(text(document)).walk("VEVENT")]
    assert days == sorted(days)
    assert date(2027, 2, 3) in days


def test_text_is_escaped_and_folded_between_characters() -> None:
    event = Event("k", date(2027, 1, 1), "a, b; c\\d\ne", "é" * 100)
    written = calendar_file.write("N", "o", [event], STAMP)
    assert "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n" in written
    assert Calendar.from_ical(written).walk("VEVENT")[0]["DESCRIPTION"] == "é" * 100


def asked(document: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    request = {"action": "calendar", "document": json.dumps(document), "stamp": "2027-01-04T09:00:00Z", **more}
    reply: dict[str, Any] = json.loads(handle(json.dumps(request)))
    return reply


def test_pages_ask_for_a_calendar_of_their_form_or_of_the_dossier() -> None:
    """What the dossier says of the term counts unless the page sends a form."""
    assert asked({"version": 2}).keys() == {"error"}
    assert asked({"version": 2}, values={"startdatum": "ooit"}).keys() == {"error"}
    assert asked({"version": 99}).keys() == {"error"}
    assert asked({"version": 2}, values={})["mime"] == "text/calendar"
    kept = {"version": 2, "calculators": {"budget": {"fte": "50"}}}
    assert asked(kept)["name"].endswith(".ics")


def test_the_id_stays_with_a_dossier() -> None:
    assert read(write(OURS)).id == read_stored(write(OURS)).id == "5e1f-a"
    assert "id" not in json.loads(write(Document()))
    for odd in ("a b", "x" * 61, "é", 3, None):
        stored = read_stored(json.dumps({"version": 2, "id": odd}))
        assert (stored.id, len(stored.mended)) == ("", 1), odd


def test_the_term_of_a_form_is_read_as_the_calculator_does() -> None:
    term = CALCULATORS["looptijd"].read({"startdatum": "2027-03-01"})
    assert "DTSTART;VALUE=DATE:20270301" in text(term=term)


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(9999, 12, 30), date.max])
def test_the_first_and_the_last_day_that_a_date_field_takes_are_in_it(day: date) -> None:
    text = calendar_file.write("x", "y", [Event("key", day, "x", "")], datetime.now(UTC))
    assert [event.start for event in Calendar.from_ical(text).events] == [day]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_no_text_begins_a_line_of_its_own(end: str) -> None:
    forged = f"Bel{end}END:VEVENT\x07; of, schrijf\\"
    own = Document(
        texts={"organisatie": forged}, checklist={"s1-01": ItemStatus("bezig", forged, "2027-01-10", forged)}
    )
    written = text(replace(own, id=forged), None)
    assert written.count("\r\nEND:VEVENT") == 1
    assert not set(written.replace("\r\n", "")) & set(map(chr, range(32)))
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    told = "Bel\nEND:VEVENT; of, schrijf\\"
    assert event["DESCRIPTION"] == f"Wie: {told}\n{told}"
