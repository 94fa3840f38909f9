"""The reader's own file: what is written is read back, and an import says what it changes."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.budget.variants import MOST_SCENARIOS
from calculators.calculator import CALCULATORS
from calculators.core.fields import Kind
from calculators.documents.nota import outline
from calculators.dossier import (
    EMPTY,
    FIELDS,
    LONGEST,
    Document,
    DocumentError,
    ItemStatus,
    OwnAction,
    Partner,
    Scenario,
    changes,
    missing_texts,
    progress,
    read,
    write,
)
from calculators.dossier.declared import NUMBERS
from tests.unit.dossiers import DOCUMENTS, FILLED, HOSTILE, ITEMS, asked, hostile

SAVED = json.loads(write(FILLED))
CHOSEN = ("scenarios", "strategieen", "profielen", "criteria", "partners")
PARTS = (*CHOSEN, "appointment", "calculators", "checklist", "texts")


@given(DOCUMENTS)
def test_what_is_written_is_read_back(document: Document) -> None:
    assert read(write(document)) == document
    assert read(write(document)).ignored == ()
    assert changes(document, read(write(document))) == ()


def test_a_filled_dossier_survives_and_is_written_the_same_each_time() -> None:
    assert read(write(FILLED)) == FILLED
    assert write(read(write(FILLED))) == write(FILLED)
    assert read(write(EMPTY)) == EMPTY


def test_the_first_prototype_is_brought_to_the_present() -> None:
    old = {"checklist": {"s1-01": True, "s1-02": False}, "dossier": {"focus": "Ter Linden"}}
    for text in (json.dumps(old), json.dumps({"version": 0, **old})):
        document = read(text)
        assert (document.noted("s1-01").status, document.noted("s1-02").status) == ("klaar", "te-doen")
        assert document.text("focus") == "Ter Linden"
    broken: Any
    for broken in ({}, {"checklist": {"s1-01": "ja"}}, {"checklist": []}):
        with pytest.raises(DocumentError, match="geen dossier"):
            read(json.dumps(broken))


def ids(*given: object) -> list[str]:
    """The ids of scenarios that a file gives these."""
    rows = [{"name": "A", "values": {}} | ({} if id_ is None else {"id": id_}) for id_ in given]
    return [scenario.id for scenario in read(json.dumps({"version": 1, "scenarios": rows})).scenarios]


def test_every_scenario_has_an_id_of_its_own() -> None:
    assert ids("x", "y") == ["x", "y"]
    assert ids(None, None) == ["s1", "s2"], "as files of before had none"
    assert ids("x", "x", "", "s3") == ["x", "s2", "s3x", "s3"]
    document = read(write(FILLED))
    assert [scenario.id for scenario in document.scenarios] == ["s1"]
    other = replace(FILLED, scenarios=tuple(replace(one, id="x") for one in FILLED.scenarios))
    assert changes(FILLED, other) == (), "an id says nothing to a reader"


def test_a_file_holds_ten_scenarios() -> None:
    assert len(set(ids(*[None] * MOST_SCENARIOS))) == MOST_SCENARIOS == 10
    with pytest.raises(DocumentError, match="hoogstens 10"):
        ids(*[None] * (MOST_SCENARIOS + 1))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_markup_stays_text_everywhere(text: str) -> None:
    document = hostile(text)
    assert read(write(document)) == document
    empty, full = write(EMPTY), write(document)
    for reply in (asked(action="import", incoming=full, current=empty), asked(action="overview", document=full)):
        assert not any(f"<{tag}" in reply["html"].lower() for tag in ("script", "b>", "img", "w:"))


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_holds_so_much_and_no_more(name: str) -> None:
    if FIELDS[name].kind is Kind.CHOICE:
        return
    most = LONGEST[name]
    assert len(read(json.dumps({"version": 1, "dossier": {name: "x" * most}})).text(name)) == most
    with pytest.raises(DocumentError, match=f"hoogstens {most} tekens"):
        read(json.dumps({"version": 1, "dossier": {name: "x" * (most + 1)}}))


def test_what_is_not_known_is_left_out_and_named() -> None:
    more = {**SAVED, "extra": 1, "checklist": {**SAVED["checklist"], "s9-99": {"status": "klaar"}}}
    document = read(json.dumps(more))
    assert document == FILLED
    assert document.ignored == ("extra", "checklist: s9-99")
    reply = asked(action="import", incoming=json.dumps({**SAVED, "<b>x</b>": 1}), current=write(EMPTY))
    assert "&lt;b&gt;x&lt;/b&gt;" in reply["html"]


def test_a_damaged_store_does_not_keep_a_good_file_out() -> None:
    reply = asked(action="import", incoming=write(FILLED), current="{kapot")
    assert read(reply["document"]) == FILLED


def told(old: Document, new: Document) -> list[str]:
    """What an import would change, in words."""
    return [change.text for change in changes(old, new)]


PREVIEWS = {
    "filled in": ({"texts": {"focus": "Ter Linden"}}, "“Onze focus” wordt ingevuld."),
    "strategy": ({"strategieen": ("bottom-up-werken",)}, "Strategieën: “Bottom-up werken” komt erbij."),
    "moment": (
        {"appointment": {"afsluitmoment": "na_6_8_maanden"}},
        "Meetmoment van een geslaagde toeleiding: niet ingevuld → na zes tot acht maanden.",
    ),
    "status": ({"checklist": {"s1-01": ItemStatus("klaar")}}, ": te doen → klaar."),
    "note": ({"checklist": {"s1-01": ItemStatus(note="x")}}, ": de notitie wordt ingevuld."),
    "action": (
        {"checklist": {"s1-01": ItemStatus("bezig", "Noor", "2027-01-10")}},
        ": te doen → bezig, wie: niet ingevuld → Noor, tegen: niet ingevuld → 10 januari 2027.",
    ),
    "own action": ({"actions": (OwnAction("eigen-1", "stap-1", "Bel."),)}, "Bel: een eigen actie komt erbij."),
    "partner": ({"partners": (Partner("Chiro"),)}, "Partners: 1 komt erbij."),
    "input": ({"calculators": {"budget": {"fte": "50"}}}, "Rekenhulp Budget: 1 invoerveld met een andere waarde."),
    "scenario": ({"scenarios": (Scenario("A", {}),)}, "Scenario’s: 1 in plaats van 0."),
}


@pytest.mark.parametrize(("new", "line"), PREVIEWS.values(), ids=PREVIEWS)
def test_the_preview_of_an_import_says_what_changes(new: dict[str, Any], line: str) -> None:
    document = replace(EMPTY, **new)
    (found,) = told(EMPTY, document)
    assert line in found
    assert len(changes(document, EMPTY)) == 1


def test_the_preview_tells_other_content_from_emptied_and_removed() -> None:
    one, other = replace(EMPTY, texts={"focus": "A"}), replace(EMPTY, texts={"focus": "B"})
    assert told(one, other) == ["“Onze focus” krijgt een andere inhoud."]
    assert told(one, EMPTY) == ["“Onze focus” wordt leeggemaakt."]
    turned = replace(FILLED, partners=tuple(reversed(FILLED.partners)))
    assert told(FILLED, turned) == ["Partners: de volgorde verandert."]
    first, second, third = FILLED.partners
    other = replace(FILLED, partners=(replace(first, plaatsen="7"), second, Partner("Scouts")))
    assert told(FILLED, other) == ["Partners: 1 komt erbij, 1 krijgt andere gegevens, 1 valt weg."]
    assert told(FILLED, replace(FILLED, partners=(third,))) == ["Partners: 2 vallen weg."]
    twice = replace(FILLED, partners=(*FILLED.partners, third))
    assert told(FILLED, twice) == ["Partners: 1 komt erbij."]


@given(DOCUMENTS, DOCUMENTS, st.sampled_from(PARTS))
def test_no_change_goes_unannounced(old: Document, other: Document, part: str) -> None:
    """Blanks around a text, and marks that say no more than none, make no difference to a reader."""
    new = replace(old, **{part: getattr(other, part)})
    if not changes(old, new):
        assert {name: new.text(name) for name in FIELDS} == {name: old.text(name) for name in FIELDS}
        assert [new.noted(item) for item in ITEMS] == [old.noted(item) for item in ITEMS]
        assert [getattr(new, name) for name in CHOSEN] == [getattr(old, name) for name in CHOSEN]
        assert [new.inputs(name) for name in CALCULATORS] == [old.inputs(name) for name in CALCULATORS]


KINDS = {
    "": ("plaatsen", 7),
    "vereniging": ("plaatsen", 7),
    "toeleider": ("voor_te_stellen", 0),
    "bestuur": ("overlegmomenten", 0),
}
"""For each kind of partner: which number it promises, and how many places seven of those are."""


@pytest.mark.parametrize("kind", KINDS)
def test_only_places_are_added_up(kind: str) -> None:
    name, places = KINDS[kind]
    partner = replace(Partner("Zeven", kind), **{name: " 7 "})
    assert (partner.asked, partner.number, partner.unclear) == (name, 7, False)
    assert Document(partners=(partner, Partner("Chiro", "vereniging", "6"))).places == places + 6
    other = {number: "vijf" for number in NUMBERS if number != name}
    assert not replace(partner, **other).unclear, "what was typed for another kind is kept, and not asked about"


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_from_before_each_kind_had_its_own_is_of_its_kind(kind: str) -> None:
    old = {"naam": "A", "soort": kind, "plaatsen": "7", "engagement": "getekend"}
    (partner,) = read(json.dumps({"version": 1, "dossier": {"partners": [old]}})).partners
    assert partner == replace(Partner("A", kind, "", "getekend"), **{KINDS[kind][0]: "7"})
    for later in ("voor_te_stellen", "overlegmomenten"):
        (partner,) = read(json.dumps({"version": 1, "dossier": {"partners": [{**old, later: ""}]}})).partners
        assert partner == Partner("A", kind, "7", "getekend"), "typed as places, before another kind was chosen"


def test_what_cannot_be_read_is_listed_as_missing() -> None:
    partners = (Partner("Scouts", "vereniging", "een stuk of zes"), Partner("", "bestuur", overlegmomenten="vaak"))
    found = missing_texts(replace(FILLED, texts={**FILLED.texts, "visum_drempel": "veel"}, partners=partners))
    assert [line for line in found if line.startswith("Kijk na")] == [
        "Kijk na wat je invulde bij “Drempel voor het visum”.",
        "Kijk na wat je invulde bij “Plaatsen” van Scouts.",
        "Kijk na wat je invulde bij “Overlegmomenten per jaar” van partner 2.",
    ]


@pytest.mark.parametrize("typed", ["31", "16", "", "veel"])
def test_other_places_than_the_partners_promise_are_to_be_looked_at(typed: str) -> None:
    found = missing_texts(replace(FILLED, calculators={"trajecten": {"vrije_plaatsen": typed}}))
    line = "Je rekent met 31 vrije plaatsen, en de partners zeggen er 16 toe: kijk na wat klopt (stap 6)."
    assert (line in found) == (typed == "31")
    assert any("vrije plaatsen" in one for one in found) == (typed == "31")


def test_what_is_missing_shrinks_as_the_dossier_grows() -> None:
    assert "Vul een contactpersoon in." in missing_texts(EMPTY)
    assert "Vul een contactpersoon in." not in missing_texts(FILLED)
    assert "1 partner heeft nog geen engagementsverklaring getekend (stap 3)." in missing_texts(FILLED)


def test_progress_leaves_out_what_does_not_apply() -> None:
    before = progress(EMPTY)[0]
    marks = {"s1-01": ItemStatus("nvt"), "s1-02": ItemStatus("klaar"), "s1-03": ItemStatus("bezig")}
    after = progress(replace(EMPTY, checklist=marks))[0]
    assert (after.done, after.busy, after.total) == (1, 1, before.total - 1)


@pytest.mark.parametrize(("contract", "asked"), [({}, True), ({"contract": "bepaald"}, False)])
def test_a_note_with_a_budget_asks_for_the_kind_of_contract(contract: dict[str, str], asked: bool) -> None:
    document = replace(EMPTY, appointment=contract, calculators={"budget": {"jaarloonkost": "64.000"}})
    assert any("soort contract" in text for text in missing_texts(document)) is asked


def test_a_partner_without_anything_is_asked_about_and_stands_in_no_note() -> None:
    several = replace(FILLED, partners=(*FILLED.partners, Partner()))
    assert "Eén partner is nog leeg. Vul aan, of verwijder wie niet meedoet." in missing_texts(several)
    assert "zonder naam" not in outline.fragment(several)
    assert 'data-gap="partners"' in outline.fragment(replace(FILLED, partners=(Partner(),)))
    assert Partner(plaatsen="3").is_blank is False
