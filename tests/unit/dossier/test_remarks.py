"""Remarks on a file: they go with it, are shown as text, and come into nobody's own work."""

import base64
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators import service
from calculators.appointment import KEYS
from calculators.dossier import (
    EMPTY,
    FIELDS,
    PARTS,
    DocumentError,
    Remark,
    changes,
    read,
    read_stored,
    remarked,
    write,
)
from calculators.dossier.limits import LARGEST, LONGEST_REMARK, MOST_REMARKS
from tests.unit.dossiers import FILLED, HOSTILE, hostile

TODAY = date(2027, 1, 4)
REMARKED = replace(
    FILLED, remarks=(Remark("checklist", "Wie belt de scholen?\nIk niet.", "2027-01-04"), Remark("dossier", "Mooi."))
)
GOOD = {"part": "dossier", "text": "Mooi.", "at": "2027-01-04"}


def asked(action: str, **request: Any) -> dict[str, Any]:
    """What the page gets for a request."""
    reply: dict[str, Any] = json.loads(service.handle(json.dumps({"action": action, **request})))
    return reply


def with_remarks(*remarks: Any) -> str:
    """A file with these remarks."""
    return json.dumps({**json.loads(write(FILLED)), "remarks": list(remarks)})


def test_remarks_go_with_a_file_and_one_without_stays_as_it_was() -> None:
    assert read(write(REMARKED)) == REMARKED
    assert json.loads(write(REMARKED))["remarks"][1] == {"part": "dossier", "text": "Mooi."}
    assert "remarks" not in json.loads(write(FILLED))
    assert read(with_remarks()) == read(with_remarks({"part": "dossier", "text": " \n"})) == FILLED


@pytest.mark.parametrize("version", [0, 1])
def test_a_file_of_before_may_have_them(version: int) -> None:
    assert read(json.dumps({"version": version, "checklist": {}, "remarks": [GOOD]})).remarks == (Remark(**GOOD),)


DAMAGED = {
    "no list": ("tekst", "niet de juiste vorm"),
    "no object": (["tekst"], "“opmerking 1” heeft niet de juiste vorm"),
    "no part": ([{"text": "x"}], "“opmerking 1: deel” heeft een waarde die deze gids niet kent"),
    "another part": ([GOOD, {**GOOD, "part": "__class__"}], "“opmerking 2: deel” heeft een waarde"),
    "no text": ([{**GOOD, "text": 3}], "“opmerking 1: tekst” moet tekst zijn"),
    "too long": ([{**GOOD, "text": "x" * (LONGEST_REMARK + 1)}], "te lang: hoogstens 2000 tekens"),
    "no characters": ([{**GOOD, "text": "\x00"}], "tekens die geen tekst zijn"),
    "no day": ([{**GOOD, "at": "gisteren"}], "“opmerking 1: datum” is geen geldige datum"),
    "an early day": ([{**GOOD, "at": "0027-01-04"}], "ligt voor het jaar 2000"),
    "too many": ([GOOD] * (MOST_REMARKS + 1), "hoogstens 60"),
}


@pytest.mark.parametrize(("remarks", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_damaged_remarks_are_refused_in_words(remarks: Any, reason: str) -> None:
    text = json.dumps({"version": 2, "remarks": remarks})
    with pytest.raises(DocumentError, match=reason):
        read(text)
    for action in ("view", "import", "remark"):
        reply = asked(action, incoming=text, current=write(EMPTY), remarks=[], today="2027-01-04")
        assert reason in reply["error"]
    assert any(reason in mended for mended in read_stored(text).mended), "storage goes on without"


def test_what_is_unknown_in_a_remark_is_left_out_and_named() -> None:
    assert read(with_remarks({**GOOD, "door": "Noor"})).ignored == ("remarks: door",)


def test_an_import_shows_remarks_first_and_stores_none() -> None:
    reply = asked("import", incoming=write(REMARKED), current=write(FILLED))
    html = reply["html"]
    assert html.startswith("<h3>Opmerkingen bij dit bestand</h3>")
    assert "<strong>Checklist, 4 januari 2027: </strong>Wie belt de scholen?<br>Ik niet.</li>" in html
    assert "Dit bestand verandert niets" in html
    assert read(reply["document"]) == FILLED
    assert changes(FILLED, REMARKED) == ()


def test_remarks_of_today_come_behind_those_of_before() -> None:
    reply = asked(
        "remark", incoming=write(REMARKED), remarks=[{"part": "calculators", "text": "Duur."}], today="2027-02-01"
    )
    assert reply["name"].endswith(".json")
    found = read(base64.b64decode(reply["data"]).decode())
    assert found == replace(REMARKED, remarks=(*REMARKED.remarks, Remark("calculators", "Duur.", "2027-02-01")))


def test_a_file_that_could_not_be_read_again_is_not_made() -> None:
    full = write(replace(FILLED, remarks=(Remark("dossier", "x"),) * MOST_REMARKS))
    with pytest.raises(DocumentError, match="hoogstens 60"):
        remarked(full, [{"part": "dossier", "text": "x"}], TODAY)
    large = write(FILLED).ljust(LARGEST)
    assert len(remarked(large, [{"part": "dossier", "text": "x"}], TODAY).remarks) == 1, "blanks are not kept"
    with pytest.raises(DocumentError, match="te lang"):
        remarked(write(FILLED), [{"part": "dossier", "text": "x" * 2001}], TODAY)


def test_the_view_tells_all_that_was_filled_in() -> None:
    html = asked("view", incoming=write(REMARKED))["html"].replace("\u00a0", " ")
    for said in (
        *(
            text
            for name in FILLED.texts
            if name not in ("datum", "orgaan", "visum_drempel", *KEYS)
            for text in FILLED.text(name).split("\n")
        ),
        *("1 maart 2027", "80 %", "64.250,50", "31", "18 januari 2027", "Het college van burgemeester", "25.000"),
        *("Halftijds: € ", "Individuele toeleiding", "Chiro De Linde (vereniging), plaatsen: 6. Engagement: getekend."),
        *(
            f"1 van {len(FILLED.items)} acties klaar.",
            "Noor, tegen 10 januari 2027",
            "Besproken.",
            "Wie belt de scholen?",
        ),
    ):
        assert said.replace("'", "&#x27;") in html or said in html, said
    assert all(f'data-remark="{part}"' in html for part in PARTS)
    assert "data-result" not in html
    assert "href" not in html


def test_the_view_of_an_empty_file_says_so() -> None:
    html = asked("view", incoming=write(EMPTY))["html"]
    assert html.count("Hier is nog niets ingevuld.") == len(PARTS)


def test_the_view_shows_what_cannot_be_read_as_it_was_typed() -> None:
    odd = replace(
        EMPTY,
        calculators={"budget": {"fte": "veel"}},
        appointment={"startdatum": "ooit"},
        texts={"visum_drempel": "laag"},
    )
    html = asked("view", incoming=write(odd))["html"]
    for said in ("“veel”", "“ooit”", "“laag”", "Niet alle velden zijn goed ingevuld."):
        assert said in html


@pytest.mark.parametrize("text", [one for one in HOSTILE if "<" in one])
def test_markup_stays_text_in_view_and_preview(text: str) -> None:
    document = replace(hostile(text), remarks=(Remark("dossier", text),))
    for reply in (
        asked("view", incoming=write(document)),
        asked("import", incoming=write(document), current=write(EMPTY)),
    ):
        assert "<b>vet" not in reply["html"]
        assert "<script" not in reply["html"]
        assert "<w:b" not in reply["html"]
        assert "&lt;" in reply["html"]


def test_every_change_that_can_be_taken_by_itself_names_its_place() -> None:
    file = json.loads(write(FILLED))
    found = changes(EMPTY, FILLED)
    named = {(one.part, one.item) for one in found if one.item}
    assert ("checklist", "s1-01") in named
    assert ("dossier", "partners") in named
    assert all(item in file[part] for part, item in named)
    assert {one.part for one in found if not one.item} == {"calculators"}
    html = asked("import", incoming=write(FILLED), current=write(EMPTY))["html"]
    assert all(f'value="{part}.{item}"' in html for part, item in named)
    assert len([name for name in FIELDS if ("dossier", name) in named]) == len(FILLED.texts)
