"""Whatever is erased, replaced or taken over can be had back, also after the page is loaded again."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faults import unreachable
from tests.browser.reader import clear
from tests.browser.stored import KEY, come_back, form_of
from tests.browser.undoing import EXAMPLE, STATES, UNDO
from tests.browser.worked_example import BUDGET

BEFORE = {
    "version": 1,
    "calculators": {"budget": {"fte": "90"}, "looptijd": {"looptijd_jaren": "4"}, "trajecten": {"fte": "60"}},
    "checklist": {"s1-01": {"status": "klaar"}},
    "dossier": {"organisatie": "Gemeente Voorbeeldegem", "partners": [{"naam": "Chiro", "engagement": "nee"}]},
    "scenarios": [{"id": "x", "name": "Halftijds", "values": {"fte": "50"}}],
}


def stored(page: Page) -> Any:
    """What this browser keeps of what was filled in."""
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY) or "null")


def states(page: Page) -> list[dict[str, Any]]:
    """The earlier states that it keeps."""
    found: list[dict[str, Any]] = json.loads(page.evaluate("(key) => localStorage.getItem(key)", STATES) or "[]")
    return found


def fill(page: Page) -> None:
    """Have something stored, before any page of ours is opened."""
    come_back(page, {KEY: json.dumps(BEFORE)})


def undo_all(page: Page, where: str) -> None:
    """Undo an act after a change in the same fields, of which the page warns first."""
    page.click(UNDO)
    expect(page.locator("p[data-status]")).to_contain_text("Dit neemt ook terug wat je daarna wijzigde in ")
    expect(page.locator("p[data-status]")).to_contain_text(where)
    expect(page.locator(UNDO)).to_have_text("Neem ook je latere wijzigingen terug")
    page.click(UNDO)
    expect(page.locator("p[data-status]")).to_contain_text("Ongedaan gemaakt")


def test_an_undo_leaves_what_was_typed_since(tab: Page) -> None:
    tab.goto("checklist/")
    own = tab.locator("[data-new]").first
    own.fill("Bel Jan")
    own.press("Enter")
    tab.locator("[data-item^=eigen-] summary").click()
    tab.click("[data-remove-action]")
    tab.goto("dossier/")
    texts = {"organisatie": "Stad Voorbeeld", "overtuigingen": "Spelen is een recht.", "situatie": "Weinig aanbod."}
    for name, text in texts.items():
        tab.fill(f"[name={name}]", text)
    tab.reload()
    tab.click(UNDO)
    expect(tab.locator("p[data-status]")).to_contain_text("Ongedaan gemaakt: “Bel Jan” verwijderen.")
    expect(tab.locator("p[data-status]")).to_contain_text("Wat je daarna wijzigde, bleef staan.")
    for name, text in texts.items():
        expect(tab.locator(f"[name={name}]")).to_have_value(text)
    kept = stored(tab)
    assert [one["text"] for one in kept["actions"].values()] == ["Bel Jan"]
    assert texts.items() <= kept["dossier"].items()


@pytest.mark.parametrize("twice", [False, True])
def test_an_undo_asks_before_it_takes_later_changes_too(tab: Page, twice: bool) -> None:
    fill(tab)
    tab.goto("dossier/")
    tab.click(".partner [data-remove]")
    tab.click("[data-add]")
    tab.locator("[data-part=naam]").first.fill("KSA")
    tab.locator(UNDO).dblclick() if twice else tab.click(UNDO)
    expect(tab.locator("p[data-status]")).to_contain_text("wat je daarna wijzigde in je dossier")
    assert [one["naam"] for one in stored(tab)["dossier"]["partners"]] == ["KSA"], "two clicks in a row are no yes"
    tab.fill("[name=organisatie]", "Stad Voorbeeld")
    expect(tab.locator(UNDO)).to_contain_text("Maak ongedaan: Chiro verwijderen")
    undo_all(tab, "je dossier")
    assert [one["naam"] for one in stored(tab)["dossier"]["partners"]] == ["Chiro"]
    assert stored(tab)["dossier"]["organisatie"] == "Stad Voorbeeld"


def test_undoing_so_often_walks_back_so_many_acts_on_whatever_page(tab: Page) -> None:
    fill(tab)
    tab.goto(BUDGET)
    tab.click("[data-action=reset]")
    tab.goto("rekenhulp/looptijd/")
    tab.click("[data-action=reset]")
    tab.goto("dossier/")
    tab.click(".partner [data-remove]")
    tab.goto("checklist/")
    for _ in range(3):
        tab.click(UNDO)
    assert stored(tab) == BEFORE
    expect(tab.locator(UNDO)).to_be_hidden()


def test_the_form_shows_what_came_back(tab: Page) -> None:
    fill(tab)
    tab.goto(BUDGET)
    tab.click("[data-action=reset]")
    expect(tab.locator("[name=fte]")).to_have_value("80")
    tab.click(UNDO)
    expect(tab.locator("[name=fte]")).to_have_value("90")
    tab.click("[data-action=reset]")
    tab.fill("[name=fte]", "70")
    undo_all(tab, "je aanstelling")
    expect(tab.locator("[name=fte]")).to_have_value("90")


def test_what_an_undo_took_away_stands_in_the_list(tab: Page) -> None:
    fill(tab)
    tab.goto("dossier/")
    clear(tab)
    tab.fill("[name=organisatie]", "Nieuwe naam")
    undo_all(tab, "je dossier")
    expect(tab.locator("[name=organisatie]")).to_have_value("Gemeente Voorbeeldegem")
    rows = tab.locator("[data-history] li")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("vóór: ongedaan maken: alles wissen")
    expect(rows.first.locator("time")).to_have_attribute("datetime", states(tab)[0]["at"])
    rows.first.get_by_role("button", name="Zet terug").click()
    expect(tab.locator("[name=organisatie]")).to_have_value("Nieuwe naam")
    assert tab.evaluate("document.activeElement !== document.body"), "the focus is not lost"
    tab.click(UNDO)
    expect(tab.locator("[name=organisatie]")).to_have_value("Gemeente Voorbeeldegem")


def test_the_list_holds_the_twenty_latest_with_the_last_on_top(tab: Page) -> None:
    tab.goto(BUDGET)
    for number in range(24):
        tab.fill("[name=fte]", str(50 + number))
        tab.click("[data-action=reset]")
    assert len(states(tab)) == 20
    tab.goto("dossier/")
    expect(tab.locator("[data-history] li")).to_have_count(20)
    first = tab.locator("[data-restore]").first.get_attribute("data-restore")
    assert first == states(tab)[-1]["id"]
    tab.click("[data-restore] >> nth=0")
    assert form_of(tab)["fte"] == "73"


def test_erasing_asks_first(tab: Page) -> None:
    fill(tab)
    tab.goto("dossier/")
    tab.click("[data-clear]")
    dialog = tab.get_by_role("dialog", name="Alles wissen in deze browser?")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Annuleer").click()
    expect(dialog).to_be_hidden()
    assert stored(tab) == BEFORE
    assert states(tab) == []


def saved_first(tab: Page, folder: Path) -> Any:
    """What the dialog that erases everything saves before it does."""
    tab.click("[data-clear]")
    with tab.expect_download() as waiting:
        tab.click("[data-save-first]")
    waiting.value.save_as(folder / "alles.json")
    return json.loads((folder / "alles.json").read_text("utf-8"))


def test_everything_can_be_saved_before_it_is_erased(tab: Page, tmp_path: Path) -> None:
    fill(tab)
    tab.goto("checklist/")
    assert saved_first(tab, tmp_path)["dossier"]["organisatie"] == "Gemeente Voorbeeldegem"
    expect(tab.locator("[data-clearing] [data-saved]")).to_contain_text("downloads")
    expect(tab.locator("[data-clearing] [data-saved]")).to_be_focused()
    tab.get_by_role("dialog", name="Alles wissen in deze browser?").get_by_role("button", name="Wis alles").click()
    expect(tab.locator("[data-clearing]")).to_be_hidden()
    assert stored(tab) is None
    assert tab.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':bewaard'))") == [], (
        "no trace of the file"
    )


@pytest.mark.newcomer
def test_where_python_cannot_start_it_is_saved_as_it_is_stored(tab: Page, tmp_path: Path) -> None:
    unreachable(tab)
    fill(tab)
    tab.goto("checklist/")
    assert saved_first(tab, tmp_path) == BEFORE


def test_what_is_erased_can_be_forgotten_too(tab: Page) -> None:
    fill(tab)
    tab.goto(BUDGET)
    tab.click("[data-action=reset]")
    tab.click("[data-remove=x]")
    tab.goto("dossier/")
    clear(tab)
    assert [one["act"] for one in states(tab)] == ["alles wissen"], "nothing older stays behind"
    tab.click("[data-forget]")
    expect(tab.locator("[data-history]")).to_be_hidden()
    expect(tab.locator(UNDO)).to_be_hidden()
    assert tab.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('verbindingsambassadeur'))") == []
    assert tab.evaluate("document.activeElement !== document.body"), "the focus is not lost"


@pytest.mark.parametrize("text", ["{oeps", "7", '[{"id": 1}]', '[{"id":"a","act":"b","at":"ooit","text":"{}"}]'])
def test_whatever_stands_in_the_history_no_page_breaks(tab: Page, text: str) -> None:
    fill(tab)
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [STATES, text])
    tab.goto(BUDGET)
    expect(tab.locator(UNDO)).to_be_hidden()
    tab.click("[data-action=reset]")
    tab.click(UNDO)
    assert stored(tab) == BEFORE


def test_an_act_that_changes_nothing_leaves_nothing_to_undo(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.click("[data-action=reset]")
    assert states(tab) == []
    expect(tab.locator(UNDO)).to_be_hidden()


def test_looking_at_a_link_is_no_act(tab: Page) -> None:
    fill(tab)
    tab.goto(f"{BUDGET}#fte=61")
    expect(tab.locator("[data-shared]")).to_be_visible()
    tab.click(EXAMPLE)
    tab.click("[data-action=reset]")
    assert states(tab) == []
    assert stored(tab) == BEFORE


def test_a_partner_that_came_back_is_not_offered_again(tab: Page) -> None:
    fill(tab)
    tab.goto("dossier/")
    tab.click(".partner [data-remove]")
    expect(tab.locator("[data-put-back]")).to_be_visible()
    tab.click(UNDO)
    expect(tab.locator("[data-part=naam]")).to_have_count(1)
    expect(tab.locator("[data-put-back]")).to_be_hidden()


def test_one_tab_undoes_what_the_other_did(browser: Browser, server: str) -> None:
    context = browser.new_context(service_workers="block", base_url=server)
    one, two = context.new_page(), context.new_page()
    fill(one)
    one.goto("dossier/")
    two.goto(BUDGET)
    two.click("[data-action=reset]")
    expect(one.locator(UNDO)).to_be_visible()
    one.click(UNDO)
    expect(two.locator("[name=fte]")).to_have_value("90")
    expect(two.locator(UNDO)).to_be_hidden()
    context.close()
