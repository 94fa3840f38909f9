"""Actions that readers add to the checklist themselves: kept like the instrument's, and in every document."""

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document as Word
from openpyxl import load_workbook

from calculators import documents
from calculators.core import content
from calculators.documents import calendar
from calculators.dossier import Document, DocumentError, ItemStatus, OwnAction, changes, progress, read, read_stored
from calculators.dossier.limits import MOST_ACTIONS
from calculators.render import filled
from calculators.render.html import render

TODAY = datetime(2027, 1, 4, tzinfo=UTC)
OWN = OwnAction("eigen-1", "stap-2", "Bel de buurtwerker.")
WITH_ONE = Document(actions=(OWN,), checklist={"eigen-1": ItemStatus("bezig", "Noor", "2027-02-01")})


def kept(actions: Any, **more: Any) -> str:
    return json.dumps({"version": 2, "actions": actions, **more})


def test_an_own_action_stands_after_those_of_its_step() -> None:
    ids = [item.id for item in WITH_ONE.items]
    last = [item.id for item in content.items() if item.step == "stap-2"][-1]
    assert ids.index("eigen-1") == ids.index(last) + 1
    assert len(ids) == len(content.items()) + 1


def test_it_counts_in_the_progress_of_its_step() -> None:
    before, after = progress(Document())[1], progress(WITH_ONE)[1]
    assert (after.total, after.busy) == (before.total + 1, before.busy + 1)


def test_it_is_in_the_word_file_the_workbook_the_calendar_and_the_view_of_a_file() -> None:
    _, _, made = documents.make("checklist", WITH_ONE, TODAY.date())
    assert "Bel de buurtwerker." in [cell for table in Word(BytesIO(made)).tables for cell in cells(table)]
    _, _, book = documents.make("dossier", WITH_ONE, TODAY.date())
    assert "Bel de buurtwerker." in [cell.value for cell in load_workbook(BytesIO(book))["Checklist"]["B"]]
    assert "SUMMARY:Checklist: Bel de buurtwerker." in calendar.make(WITH_ONE, None, TODAY)
    assert "Bel de buurtwerker." in render(filled.fragment(Document(actions=(OWN,))))


def cells(table: Any) -> list[str]:
    return [row.cells[0].text for row in table.rows]


def test_an_import_tells_what_happens_to_it_once() -> None:
    other = Document(actions=(OwnAction("eigen-1", "stap-2", "Bel Bert."),), checklist=WITH_ONE.checklist)
    assert [one.text for one in changes(WITH_ONE, Document())] == ["Bel de buurtwerker: je eigen actie valt weg."]
    assert [one.text for one in changes(WITH_ONE, other)] == ["Bel Bert: je eigen actie krijgt een andere tekst."]
    (added,) = changes(Document(), WITH_ONE)
    assert (added.part, added.item) == ("checklist", "eigen-1")
    assert added.text.startswith("Bel de buurtwerker: een eigen actie komt erbij, te doen → bezig")


WRONG = {
    "no step of ours": {"eigen-1": {"step": "stap-9", "text": "x"}},
    "too long": {"eigen-1": {"step": "stap-1", "text": "x" * 201}},
    "no record": {"eigen-1": "x"},
    "too many": {f"eigen-{n:03}": {"step": "stap-1", "text": "x"} for n in range(MOST_ACTIONS + 1)},
    "a list": [],
}


@pytest.mark.parametrize("actions", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused_in_a_file_and_mended_in_the_own_storage(actions: Any) -> None:
    with pytest.raises(DocumentError):
        read(kept(actions))
    document = read_stored(kept(actions))
    assert document.mended
    assert len(document.actions) <= MOST_ACTIONS


def test_what_two_tabs_leave_of_a_removed_action_is_no_action() -> None:
    assert read(kept({"eigen-1": {}, "eigen-2": {"text": "x"}})).actions == ()


def test_an_id_of_another_kind_is_left_out_and_named() -> None:
    document = read(kept({"s1-01": {"step": "stap-1", "text": "x"}}))
    assert (document.actions, document.ignored) == ((), ("eigen acties: s1-01",))


def test_one_without_words_has_a_name_of_its_own() -> None:
    assert OwnAction("eigen-1", "stap-1", " ").item.text == "Eigen actie"
