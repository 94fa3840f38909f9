"""What a page asks of Python and what it gets, action by action."""

import base64
import json
from typing import Any

import pytest

from calculators import service
from calculators.dossier import EMPTY, write
from tests.unit.dossiers import FILLED

BROKEN = '{"version": 1, "dossier": '


def asked(action: str, **request: Any) -> dict[str, Any]:
    """What the page gets for a request."""
    reply: dict[str, Any] = json.loads(service.handle(json.dumps({"action": action, **request})))
    return reply


def test_figures_give_a_result() -> None:
    reply = asked("evaluate", calculator="budget", values={"fte": "80"})
    assert reply["errors"] == {}
    assert 'data-result="totaal"' in reply["html"]


def test_a_wrong_figure_gives_a_message_with_a_link_to_its_field() -> None:
    reply = asked("evaluate", calculator="budget", values={"fte": "veel"})
    message = "Vul een percentage in, bijvoorbeeld 80 of 2,5."
    assert reply["errors"] == {"fte": message}
    assert f'<a href="#veld-fte">Tewerkstelling: {message}</a>' in reply["html"]


def test_a_document_is_a_file() -> None:
    reply = asked("document", kind="nota", document=write(FILLED), today="2027-01-04")
    assert (reply["name"], reply["warnings"]) == ("nota-voor-het-college.docx", [])
    assert base64.b64decode(reply["data"]).startswith(b"PK")


def test_a_term_is_a_calendar_file() -> None:
    reply = asked("calendar", values={"startdatum": "2027-03-01"}, stamp="2027-01-04T09:00:00Z")
    assert reply["mime"] == "text/calendar"
    assert base64.b64decode(reply["data"]).startswith(b"BEGIN:VCALENDAR")
    assert asked("calendar", values={"startdatum": "ooit"}, stamp="2027-01-04T09:00:00Z").keys() == {"error"}


@pytest.mark.parametrize("text", [BROKEN, '{"version": NaN}', "[]"])
def test_what_is_no_dossier_is_refused_in_words(text: str) -> None:
    for reply in (
        asked("document", kind="nota", document=text, today="2027-01-04"),
        asked("overview", document=text),
        asked("import", incoming=text, current=write(EMPTY)),
    ):
        assert reply.keys() == {"error"}
        assert reply["error"].startswith("Dit bestand is geen ")
