"""A file that goes from one colleague to another: only looked at, remarked upon, taken over in part, shared."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from calculators.dossier import Document, ItemStatus, Remark, read, write
from tests.browser.reader import clear, day_of
from tests.browser.stored import KEY, form_of, stored
from tests.unit.dossiers import FILLED

RAW = f"localStorage.getItem('{KEY}')"
VIEW, PREVIEW, STATUS = "[data-file-view]", "[data-import-preview]", "[data-downloads] [data-status]"
LEAVING = "window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
SHEET = """(refusal) => {
  window.shared = [];
  Navigator.prototype.canShare = ({ files }) => files.length === 1;
  Navigator.prototype.share = async ({ files }) => {
    if (refusal) throw new DOMException("no", refusal);
    window.shared.push(`${files[0].name} ${files[0].type} ${(await files[0].text()).length > 100}`);
  };
}"""


def give(page: Page, document: Document | dict[str, Any]) -> None:
    """Choose a colleague's file."""
    text = write(document) if isinstance(document, Document) else json.dumps(document)
    page.set_input_files("[data-import]", FilePayload(name="d.json", mimeType="application/json", buffer=text.encode()))


@pytest.fixture
def own(tab: Page) -> Page:
    """A reader with some work of their own, on the page of the dossier."""
    tab.goto("dossier/")
    tab.fill("[name=organisatie]", "Eigen gemeente")
    return tab


def look(page: Page, document: Document) -> None:
    """Only look at a file."""
    give(page, document)
    page.click("[data-view]")
    expect(page.locator(VIEW)).to_be_visible()


def test_a_file_that_was_chosen_before_another_one_does_not_come_up_later(own: Page) -> None:
    """Python may still be starting when a reader sees that the file was the wrong one."""
    own.reload()
    give(own, FILLED)
    word = FilePayload(name="nota.docx", mimeType="application/octet-stream", buffer=b"PK\x03\x04")
    own.set_input_files("[data-import]", word)
    expect(own.locator(STATUS)).to_contain_text("Dit is een Word- of Excelbestand")
    own.locator("[data-document=bbc]").click()  # asked later, so answered later
    expect(own.locator(STATUS)).to_contain_text("Klaar: ")
    expect(own.locator(PREVIEW)).to_be_hidden()


def test_a_file_that_is_only_looked_at_changes_nothing(own: Page) -> None:
    before = own.evaluate(RAW)
    look(own, FILLED)
    expect(own.locator(VIEW)).to_be_focused()
    expect(own.locator(VIEW)).to_contain_text("Je bekijkt het bestand van een collega. Er wordt niets bewaard.")
    expect(own.locator(VIEW)).to_contain_text("Gemeente Voorbeeldegem")
    expect(own.locator(PREVIEW)).to_be_hidden()
    own.fill("[data-remark=dossier]", "Mooi.")
    assert own.input_value("[name=organisatie]") == "Eigen gemeente"
    own.click("[data-leave]")
    expect(own.locator(VIEW)).to_be_hidden()
    expect(own.locator(STATUS)).to_contain_text("Er is niets gewijzigd")
    expect(own.locator(STATUS)).to_be_focused()
    assert own.evaluate(RAW) == before
    own.on("dialog", lambda dialog: dialog.accept())
    own.reload()
    assert own.evaluate(RAW) == before
    assert own.input_value("[name=organisatie]") == "Eigen gemeente"


def test_remarks_go_back_with_the_file(own: Page, tmp_path: Path) -> None:
    look(own, FILLED)
    own.click("[data-keep-remarks]")
    expect(own.locator(STATUS)).to_contain_text("Schrijf eerst een opmerking")
    expect(own.locator("[data-remark=calculators]")).to_be_focused()
    own.get_by_label("Je opmerking bij: Checklist").fill("Wie belt de scholen?\nIk niet.")
    assert own.evaluate(LEAVING) is False, "asked before the page is left"
    with own.expect_download() as waiting:
        own.click("[data-keep-remarks]")
    waiting.value.save_as(tmp_path / "terug.json")
    expect(own.locator(STATUS)).to_contain_text("dossier-met-opmerkingen.json")
    assert own.evaluate(LEAVING) is True
    day = day_of(own).isoformat()
    returned = read((tmp_path / "terug.json").read_text("utf-8"))
    assert returned == replace(FILLED, remarks=(Remark("checklist", "Wie belt de scholen?\nIk niet.", day),))
    own.set_input_files("[data-import]", tmp_path / "terug.json")
    expect(own.locator(f"{PREVIEW} > h3").first).to_have_text("Opmerkingen bij dit bestand")
    expect(own.locator(PREVIEW)).to_contain_text("Wie belt de scholen?")
    own.click("[data-accept]")
    expect(own.locator("[name=organisatie]")).to_have_value("Gemeente Voorbeeldegem")
    assert "remarks" not in stored(own)


def test_remarks_that_are_not_saved_stay_with_their_file(own: Page) -> None:
    look(own, FILLED)
    own.fill("[data-remark=dossier]", "Mooi.")
    look(own, replace(FILLED, texts={"focus": "Iets anders"}))
    assert own.input_value("[data-remark=dossier]") == ""
    own.click("[data-choose]")
    expect(own.locator(PREVIEW)).to_be_focused()
    expect(own.locator(VIEW)).to_be_hidden()
    look(own, FILLED)
    assert own.input_value("[data-remark=dossier]") == "Mooi."
    own.click("[data-leave]")
    expect(own.locator(STATUS)).to_contain_text("nog niet bewaard")


def test_damaged_remarks_are_refused_and_hostile_ones_are_text(own: Page) -> None:
    give(own, {"version": 2, "remarks": [{"part": "dossier", "text": "x" * 3000}]})
    expect(own.locator(STATUS)).to_contain_text("te lang")
    expect(own.locator(PREVIEW)).to_be_hidden()
    hostile = "<img src=x onerror=\"document.title='stuk'\"><b>vet</b>"
    give(own, replace(FILLED, remarks=(Remark("dossier", hostile),)))
    expect(own.locator(PREVIEW)).to_contain_text("<b>vet</b>")
    own.click("[data-view]")
    expect(own.locator(VIEW)).to_contain_text("<b>vet</b>")
    assert own.locator(f"{VIEW} :is(img, b), {PREVIEW} :is(img, b)").count() == 0


def test_single_actions_and_answers_are_taken_over(own: Page) -> None:
    own.goto("checklist/")
    own.check("[name='s1-02']")
    own.goto("dossier/")
    own.fill("[name=focus]", "Onze eigen focus")
    mine = stored(own)
    marks = {"s1-01": ItemStatus("klaar", "Noor"), "s1-03": ItemStatus("bezig", "Bert")}
    give(own, replace(FILLED, checklist=marks))
    own.locator(f"{PREVIEW} [data-group=checklist] summary").click()
    own.locator(f"{PREVIEW} [data-group=dossier] summary").click()
    for item in ("checklist.s1-02", "checklist.s1-03", "dossier.focus"):
        own.uncheck(f"[value='{item}']")
    whole = own.locator("[name=deel][value=checklist]")
    assert whole.evaluate("(one) => one.checked && one.indeterminate")
    own.uncheck("[name=deel][value=calculators]")
    own.click("[data-accept]")
    expect(own.locator("[name=organisatie]")).to_have_value("Gemeente Voorbeeldegem")
    now = stored(own)
    assert own.input_value("[name=focus]") == "Onze eigen focus"
    assert now["checklist"] == {
        "s1-02": mine["checklist"]["s1-02"],
        "s1-01": {"status": "klaar", "who": "Noor", "by": "", "note": ""},
    }
    assert now["dossier"]["partners"][0]["naam"] == "Chiro De Linde"
    assert (now["calculators"], now["scenarios"]) == ({}, [])
    own.click("[data-action=undo]")
    expect(own.locator("[name=organisatie]")).to_have_value("Eigen gemeente")


def test_the_tick_of_a_part_is_that_of_all_in_it(own: Page) -> None:
    give(own, FILLED)
    group = own.locator(f"{PREVIEW} [data-group=dossier]")
    group.locator("summary").click()
    own.uncheck("[name=deel][value=dossier]")
    expect(group.locator("[name=regel]:checked")).to_have_count(0)
    own.check("[value='dossier.focus']")
    expect(own.locator("[name=deel][value=dossier]")).to_be_checked()
    own.fill("[name=contact]", "Noor")
    own.click("[data-accept]")
    expect(own.locator(STATUS)).to_contain_text("Intussen wijzigde je iets")
    expect(group.locator("[name=regel]:checked")).to_have_count(1)
    expect(own.locator("[value='dossier.focus']")).to_be_checked()


def test_what_the_file_lacks_goes_where_that_is_ticked(own: Page) -> None:
    give(own, {"version": 2, "dossier": {"focus": "Ter Linden"}})
    own.click("[data-accept]")
    expect(own.locator("[name=focus]")).to_have_value("Ter Linden")
    assert own.input_value("[name=organisatie]") == ""
    assert form_of(own) == {}


@pytest.mark.parametrize("refusal", ["", "AbortError", "NotAllowedError"])
def test_a_made_document_can_be_shared_where_there_is_a_sheet(own: Page, refusal: str) -> None:
    own.evaluate("delete Navigator.prototype.canShare")
    own.click("[data-document=gegevens]")
    expect(own.locator(STATUS)).to_contain_text("Klaar")
    expect(own.locator("[data-share]")).to_have_count(0)
    own.evaluate(SHEET, refusal)
    own.click("[data-document=gegevens]")
    own.get_by_role("button", name="Deel het bestand").click()
    if not refusal:
        own.wait_for_function("window.shared.length")
        (shared,) = own.evaluate("window.shared")
        assert re.fullmatch(r"[0-9-]+-dossier-verbindingsambassadeur[a-z-]*\.json application/json true", shared)
    words = "deel het van daar" if refusal == "NotAllowedError" else "Klaar"
    expect(own.locator(STATUS)).to_contain_text(words)
    clear(own)
    expect(own.locator("[data-share]")).to_have_count(0)
