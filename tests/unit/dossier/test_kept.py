"""The reader's own storage: one odd field is named, with the reason, and never stands in the way of the rest."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from calculators.dossier import (
    EMPTY,
    LONGEST,
    VERSION,
    Document,
    DocumentError,
    ItemStatus,
    NewerDocument,
    read,
    read_stored,
    write,
)
from tests.unit.dossiers import DOCUMENTS, FILLED, asked


def test_a_field_that_cannot_be_read_has_a_message_by_the_name_of_its_control() -> None:
    partners = [
        {"naam": "A", "plaatsen": ""},
        {"plaatsen": "een stuk of zes"},
        {"soort": "toeleider", "voor_te_stellen": "-5", "plaatsen": "veel"},
        {"plaatsen": "6", "overlegmomenten": "vaak"},
    ]
    given = {"visum_drempel": "dertigduizend", "datum": "20277-01-01", "focus": "Ter Linden", "partners": partners}
    reply = asked(action="overview", document=json.dumps({"version": 1, "dossier": given}))
    assert reply["errors"] == {
        "datum": "Vul bij “Datum van de nota” een volledige datum in, bijvoorbeeld 1-3-2027.",
        "visum_drempel": "Vul bij “Drempel voor het visum” een bedrag in, bijvoorbeeld 61.400,50. Bedoel je 30.000?",
        "partners.1.plaatsen": "Vul bij “Plaatsen” (partner 2) een geheel getal in, bijvoorbeeld 3. Bedoel je 6?",
        "partners.2.voor_te_stellen": "Vul bij “Kinderen of gezinnen voor te stellen” (partner 3) een geheel getal in "
        "van 0 tot en met 10.000. Bedoel je 5?",
    }
    assert asked(action="overview", document=write(FILLED))["errors"] == {}
    below = asked(action="overview", document=json.dumps({"version": 1, "dossier": {"visum_drempel": "-5"}}))
    assert below["errors"] == {
        "visum_drempel": "Vul bij “Drempel voor het visum” een bedrag in van €\u00a00 tot en met "
        "€\u00a010.000.000. Bedoel je 5?",
    }


def test_a_day_in_two_digits_is_told_at_its_field_and_stays_as_typed() -> None:
    text = json.dumps({"version": 1, "dossier": {"datum": "0027-03-15"}})
    reply = asked(action="overview", document=text)
    assert reply["errors"] == {
        "datum": "Kijk “Datum van de nota” na. Schrijf het jaartal met vier cijfers. Bedoel je 15 maart 2027?"
    }
    assert read_stored(text).text("datum") == "0027-03-15"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("maart 2027", "1 maart 2027"),
        ("eind maart 2027", "31 maart 2027"),
        ("de raad van 15/3/2027", "15 maart 2027"),
        ("1 april 2099, ongeveer", "1 april 2099"),
    ],
)
def test_a_day_with_words_around_it_is_asked_about_though_the_note_has_no_last_day(typed: str, answer: str) -> None:
    reply = asked(action="overview", document=json.dumps({"version": 1, "dossier": {"datum": typed}}))
    assert reply["errors"]["datum"].endswith(f"Bedoel je {answer}?")


@pytest.mark.parametrize("day", ["2000-01-01", "2027-03-15", "9999-12-31"])
def test_days_from_2000_on_are_kept(day: str) -> None:
    given = {"checklist": {"s1-01": {"by": day}}, "dossier": {"datum": day}}
    document = read(json.dumps({"version": 1, **given}))
    assert (document.noted("s1-01").by, document.text("datum")) == (day, day)


ODD = {
    "note": ({"checklist": {"s1-01": {"note": "x" * 5000}}}, "notitie” is te lang: hoogstens 4000 tekens."),
    "day": ({"checklist": {"s1-01": {"by": "20277-01-01"}}}, "tegen wanneer” is geen geldige datum."),
    "early": (
        {"checklist": {"s1-01": {"by": "0027-03-15"}}},
        "tegen wanneer” ligt voor het jaar 2000. Schrijf het jaartal met vier cijfers.",
    ),
    "early note": (
        {"dossier": {"datum": "0027-03-15"}},
        "“Datum van de nota” ligt voor het jaar 2000. Schrijf het jaartal met vier cijfers.",
    ),
    "status": ({"checklist": {"s1-01": {"status": "ooit"}}}, "status” heeft een waarde die deze gids niet kent."),
    "partners": ({"dossier": {"partners": [{}] * 41}}, "Er staan te veel regels in “partner”: hoogstens 40."),
    "input": (
        {"calculators": {"budget": {"subsidie": "8" * 600}}},
        "“budget: subsidie” is te lang: hoogstens 500 tekens.",
    ),
    "character": ({"dossier": {"focus": "Ter\x00 Linden"}}, "“Onze focus” bevat tekens die geen tekst zijn."),
    "choice": ({"dossier": {"orgaan": "keizer"}}, "“Wie beslist?” heeft een waarde die deze gids niet kent."),
    "shape": ({"dossier": {"strategieen": "alle"}}, "“strategieen” heeft niet de juiste vorm."),
}


@pytest.mark.parametrize(("part", "reason"), ODD.values(), ids=ODD)
def test_one_odd_field_is_named_and_blocks_no_document(part: dict[str, Any], reason: str) -> None:
    text = json.dumps({"version": 1, **part})
    made = asked(action="document", kind="checklist", document=text, today="2027-01-04")
    shown = asked(action="overview", document=text)
    assert made["data"]
    assert len(made["warnings"]) == 1
    assert made["warnings"][0].endswith(reason)
    assert shown["warnings"] == made["warnings"]
    assert asked(action="import", incoming=text, current=write(EMPTY)).keys() == {"error"}, "a file stays refused"


def test_what_can_be_used_of_an_odd_field_is_kept() -> None:
    partners = [{"naam": str(number)} for number in range(50)]
    marks = {"s1-01": {"status": "?", "note": "kort"}}
    dossier = {"focus": "Ter\x00 Linden", "situatie": "x" * 6000, "partners": partners}
    document = read_stored(json.dumps({"version": 1, "dossier": dossier, "checklist": marks}))
    assert document.text("focus") == "Ter Linden"
    assert document.text("situatie") == "x" * LONGEST["situatie"]
    assert [partner.naam for partner in document.partners] == [str(number) for number in range(40)]
    assert document.noted("s1-01") == ItemStatus(note="kort")
    assert read(write(document)) == document, "what is left is what an import takes"


@given(DOCUMENTS)
def test_a_sound_document_is_read_the_same_both_ways(document: Document) -> None:
    assert read_stored(write(document)) == document
    assert read_stored(write(document)).mended == ()


def test_storage_of_a_later_version_or_no_document_stays_refused() -> None:
    with pytest.raises(NewerDocument):
        read_stored(json.dumps({"version": VERSION + 1}))
    with pytest.raises(DocumentError):
        read_stored("{kapot")


def test_a_file_that_1_0_0_saved_comes_back_whole() -> None:
    """Never write the file anew: readers have such files."""
    saved = json.loads(Path(__file__).with_name("saved-1.0.0.json").read_text("utf-8"))
    text = json.dumps(saved)
    assert asked(action="overview", document=text)["errors"] == {}
    assert json.loads(write(read(text))) == saved
    assert read_stored(text).mended == ()
