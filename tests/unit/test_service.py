"""What a page asks of Python and what it gets, action by action."""

import base64
import json
from datetime import date, timedelta
from decimal import Decimal
from html import escape
from random import Random
from typing import Any

import pytest

from browser.requests import well_formed
from calculators import service
from calculators.calculator import CALCULATORS
from calculators.core import parameters
from calculators.core.fields import to_form_text
from calculators.core.parameters.prefill import defaults
from calculators.dossier import EMPTY, write
from calculators.render.result import headline
from calculators.render.values import machine
from tests.unit.dossiers import FILLED
from tests.unit.figures import added, changed_in

BROKEN = '{"version": 1, "dossier": '


def asked(action: str, **request: Any) -> dict[str, Any]:
    """What the page gets for a request."""
    reply: dict[str, Any] = json.loads(service.handle(json.dumps({"action": action, **request})))
    return reply


def test_figures_give_a_result() -> None:
    reply = asked("evaluate", calculator="budget", values={"fte": "80"})
    assert reply["errors"] == {}
    assert 'data-result="totaal"' in reply["html"]


@pytest.mark.parametrize("name", CALCULATORS)
def test_the_main_figures_alone_are_those_of_the_whole_result(name: str) -> None:
    calculator, random, compared = CALCULATORS[name], Random(17), 0
    for _ in range(60):
        values = well_formed.values(random, name)
        reply, whole = (asked(action, calculator=name, values=values) for action in ("figures", "evaluate"))
        assert reply["errors"] == whole["errors"]
        lines = (
            {} if reply["errors"] else {line.key: line for line in calculator.evaluate(calculator.read(values)).lines}
        )
        assert lines.keys() - reply["figures"].keys() <= FROM_OTHER_BUDGETS
        for key, figure in reply["figures"].items():
            assert figure == {"value": machine(lines[key].value), "text": headline(lines[key])}
            shown = f'<span data-result="{key}" data-value="{figure["value"]}">{escape(figure["text"])}</span>'
            assert shown in whole["html"]
            compared += 1
    assert compared > 100


FROM_OTHER_BUDGETS = {
    "totaal_met_marge",
    "fte_voor_beschikbaar",
    "maanden_voor_beschikbaar",
    "totaal_plan",
    "netto_plan",
}
"""Figures that come with the whole result only."""


def test_a_wrong_figure_gives_a_message_with_a_link_to_its_field() -> None:
    reply = asked("evaluate", calculator="budget", values={"fte": "veel"})
    message = "Vul bij “Tewerkstelling” een percentage in, bijvoorbeeld 80 of 2,5."
    assert reply["errors"] == {"fte": message}
    assert f'<a href="#veld-fte">{message}</a>' in reply["html"]


@pytest.fixture
def a_year_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guide of a later day, which knows another growth of wages."""
    later = parameters.NEWEST + timedelta(days=365)
    changed_in(monkeypatch, added("index_growth", date(2027, 1, 1), later, Decimal("2.5")))
    monkeypatch.setattr(parameters, "NEWEST", later)


EARLIER = {"cijfers_van": parameters.NEWEST.isoformat()}


@pytest.mark.usefixtures("a_year_later")
def test_figures_of_an_earlier_day_come_with_the_defaults_of_that_day() -> None:
    same = {"index_loon": "2", "index_werking": "2"}
    for values in (EARLIER, EARLIER | {"index_loon": "3"}, EARLIER | {"fte": "veel"}):
        assert asked("evaluate", calculator="budget", values=values)["defaults"] == same
    assert asked("evaluate", calculator="trajecten", values=EARLIER)["defaults"] == {}


@pytest.mark.usefixtures("a_year_later")
@pytest.mark.parametrize("name", CALCULATORS)
def test_a_form_that_shows_the_defaults_of_a_day_means_the_same(name: str) -> None:
    """The page fills them in and asks again, with every field."""
    calculator = CALCULATORS[name]
    today = defaults(calculator.fields, parameters.NEWEST)
    page = {one: to_form_text(field, today.get(one, field.default)) for one, field in calculator.fields.items()}
    first = asked("evaluate", calculator=name, values=EARLIER)
    again = asked("evaluate", calculator=name, values={**page, **first["defaults"], **EARLIER})
    assert again["html"] == first["html"]


@pytest.mark.parametrize("day", ["", "gisteren", "2026-13-01", "9999-01-01", parameters.NEWEST.isoformat()])
def test_figures_of_today_have_the_defaults_of_the_page(day: str) -> None:
    assert asked("evaluate", calculator="budget", values={"cijfers_van": day})["defaults"] == {}


def test_a_document_is_a_file() -> None:
    reply = asked("document", kind="nota", document=write(FILLED), today="2027-01-04")
    assert (reply["name"], reply["warnings"]) == ("2027-01-04-nota-voor-het-college-gemeente-voorbeeldegem.docx", [])
    assert base64.b64decode(reply["data"]).startswith(b"PK")


def test_a_house_style_that_is_damaged_stops_word_files_alone() -> None:
    request = {"document": write(EMPTY), "today": "2027-01-04", "house": base64.b64encode(b"geen sjabloon").decode()}
    assert "huisstijl" in asked("document", kind="nota", **request)["error"]
    for kind in ("dossier", "registratie", "gegevens", "bbc"):
        assert "data" in asked("document", kind=kind, **request), kind


@pytest.mark.parametrize("text", [BROKEN, '{"version": NaN}', "[]"])
def test_what_is_no_dossier_is_refused_in_words(text: str) -> None:
    for reply in (
        asked("document", kind="nota", document=text, today="2027-01-04"),
        asked("overview", document=text),
        asked("import", incoming=text, current=write(EMPTY)),
    ):
        assert reply.keys() == {"error"}
        assert reply["error"].startswith("Dit bestand is geen ")
