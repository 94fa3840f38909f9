"""What the browser keeps: full, blocked, unreadable, strange, or shared by two tabs; nothing of it is lost."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, FilePayload, Page, expect

from tests.browser.reader import clear, until_figure

FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); }
});
window.BroadcastChannel = class { // as Firefox refuses it
  constructor() { throw new DOMException("blocked", "SecurityError"); }
};"""


@pytest.mark.parametrize(("script", "problem"), [(FULL, "full"), (BLOCKED, "blocked")])
def test_storage_that_takes_nothing(tab: Page, tmp_path: Path, script: str, problem: str) -> None:
    tab.add_init_script(script)
    tab.goto("checklist/")
    tab.check("[name='s1-01']")
    expect(tab.locator(f"[data-opslag={problem}]")).to_contain_text("bestand")
    with tab.expect_download() as waiting:
        tab.click("[data-document=gegevens]")
    waiting.value.save_as(tmp_path / "dossier.json")
    assert json.loads((tmp_path / "dossier.json").read_text("utf-8"))["checklist"]["s1-01"]["status"] == "klaar"
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    tab.on("dialog", leave)
    tab.reload()
    assert asked == ["beforeunload"], "leaving would lose what only the page remembers"


@pytest.mark.parametrize("name", ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"], ids=["all", "Firefox"])
def test_full_storage_is_used_again_once_there_is_room(tab: Page, name: str) -> None:
    full = FULL.replace("QuotaExceededError", name)
    tab.goto("checklist/")
    tab.evaluate(f"() => {{ window.setItem = Storage.prototype.setItem; {full} }}")
    tab.check("[name='s1-01']")
    expect(tab.locator("[data-opslag=full]")).to_be_visible()
    tab.evaluate("() => { Storage.prototype.setItem = window.setItem; }")
    tab.check("[name='s1-02']")
    expect(tab.locator("[data-opslag]")).to_have_count(0)
    tab.reload()
    assert tab.is_checked("[name='s1-01']")
    assert tab.is_checked("[name='s1-02']")


@pytest.mark.parametrize("text", ["{oeps", '{"version": 99, "checklist": {}}', "[]", "null", '"x"', '{"version": 1'])
def test_storage_that_cannot_be_read_can_be_saved_and_cleared(tab: Page, tmp_path: Path, text: str) -> None:
    tab.goto("checklist/")
    tab.evaluate("(text) => localStorage.setItem('verbindingsambassadeur:/', text)", text)
    tab.reload()
    expect(tab.locator("[data-opslag]")).to_be_visible()
    with tab.expect_download() as waiting:
        tab.click("[data-document=gegevens]")
    waiting.value.save_as(tmp_path / "bewaard.json")
    assert (tmp_path / "bewaard.json").read_text("utf-8") == text
    clear(tab)
    expect(tab.locator("[data-opslag]")).to_have_count(0)
    tab.check("[name='s1-03']")
    tab.reload()
    assert tab.is_checked("[name='s1-03']")


@pytest.mark.parametrize(
    "part",
    [
        {"checklist": []},
        {"checklist": {"s1-01": 3}},
        {"calculators": {"budget": "x"}},
        {"calculators": None},
        {"dossier": {"partners": 7, "organisatie": {}}},
        {"scenarios": [1, {"name": "a"}]},
    ],
)
def test_storage_with_a_strange_part_never_breaks_a_page(tab: Page, part: dict[str, object]) -> None:
    tab.goto("checklist/")
    stored = json.dumps({"version": 1, **part})
    for address in ("checklist/", "rekenhulp/budget/", "dossier/"):
        tab.evaluate("(text) => localStorage.setItem('verbindingsambassadeur:/', text)", stored)
        tab.goto(address)
        expect(tab.locator("[data-opslag=corrupt]")).to_be_visible()
    tab.goto("checklist/")
    tab.check("[name='s1-02']")
    expect(tab.locator("[data-progress=stap-1]")).to_contain_text("1 van")


def test_a_document_of_the_first_version_loses_nothing(tab: Page) -> None:
    tab.goto("checklist/")
    old = {"version": 0, "checklist": {"s1-01": True, "s1-02": False}, "dossier": {"organisatie": "Voorbeeldegem"}}
    tab.evaluate("(text) => localStorage.setItem('verbindingsambassadeur:/', text)", json.dumps(old))
    tab.reload()
    assert tab.is_checked("[name='s1-01']")
    assert not tab.is_checked("[name='s1-02']")
    tab.goto("dossier/")
    assert tab.input_value("[name=organisatie]") == "Voorbeeldegem"


def test_erasing_works_where_nothing_can_be_written(tab: Page) -> None:
    tab.goto("dossier/")
    tab.fill("[name=organisatie]", "Geheim")
    tab.evaluate(f"() => {{ {FULL} }}")
    clear(tab)
    expect(tab.locator("[name=organisatie]")).to_have_value("")
    assert tab.evaluate("localStorage.getItem('verbindingsambassadeur:/')") is None


def test_undo_is_still_there_after_a_look_at_another_page(tab: Page) -> None:
    tab.goto("dossier/")
    tab.fill("[name=organisatie]", "Oude naam")
    clear(tab)
    tab.click(".md-nav--primary a[href$='checklist/']")
    expect(tab.locator("h1")).to_contain_text("Checklist")
    tab.click("[data-action=undo]")
    kept = json.loads(tab.evaluate("localStorage.getItem('verbindingsambassadeur:/')"))
    assert kept["dossier"]["organisatie"] == "Oude naam"


def test_a_partner_that_was_removed_can_be_put_back(tab: Page) -> None:
    tab.goto("dossier/")
    for name in ("Chiro", "Scouts", "KSA"):
        tab.click("[data-add]")
        tab.locator("[data-part=naam]").last.fill(name)
    tab.get_by_role("button", name="Verwijder Scouts").click()
    assert names(tab) == ["Chiro", "KSA"]
    expect(tab.get_by_role("button", name="Zet Scouts terug")).to_be_focused()
    tab.keyboard.press("Enter")
    assert names(tab) == ["Chiro", "Scouts", "KSA"]
    expect(tab.locator("[data-part=naam]").nth(1)).to_be_focused()


def test_each_kind_of_partner_asks_for_a_number_of_its_own_and_none_is_lost(tab: Page) -> None:
    tab.goto("dossier/")
    old = b'{"version": 1, "dossier": {"partners": [{"naam": "OCMW", "soort": "toeleider", "plaatsen": "40"}]}}'
    tab.set_input_files("[data-import]", FilePayload(name="d.json", mimeType="application/json", buffer=old))
    tab.click("[data-accept]")
    shown = tab.locator("[data-number]:visible")
    expect(shown).to_have_attribute("data-part", "voor_te_stellen")
    expect(shown).to_have_value("40")
    tab.select_option("[data-part=soort]", "bestuur")
    expect(shown).to_have_attribute("data-part", "overlegmomenten")
    shown.fill("4")
    tab.reload()
    expect(shown).to_have_value("4")
    tab.select_option("[data-part=soort]", "toeleider")
    expect(shown).to_have_value("40")


def names(page: Page) -> list[str]:
    """The partners, as the form shows them."""
    shown: list[str] = page.locator("[data-part=naam]").evaluate_all("(all) => all.map((one) => one.value)")
    return shown


def test_typing_while_an_import_is_offered_is_not_lost(tab: Page) -> None:
    tab.goto("dossier/")
    given = b'{"version": 1, "dossier": {"organisatie": "Uit het bestand"}}'
    tab.set_input_files("[data-import]", FilePayload(name="d.json", mimeType="application/json", buffer=given))
    expect(tab.locator("[data-import-preview]")).to_be_visible()
    tab.fill("[name=contact]", "Noor")
    tab.click("[data-accept]")
    expect(tab.locator("[data-status]")).to_contain_text("Intussen wijzigde je iets")
    assert tab.input_value("[name=contact]") == "Noor"
    expect(tab.locator("[data-import-preview]")).to_contain_text("Contactpersoon")
    tab.click("[data-accept]")
    expect(tab.locator("[name=organisatie]")).to_have_value("Uit het bestand")


def test_two_tabs_with_the_same_dossier_keep_each_others_work(browser: Browser, server: str) -> None:
    """Also where a cursor stays in a field that the other tab changes around."""
    context = browser.new_context(service_workers="block", base_url=server)
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto("dossier/")
    two.click("[data-add]")
    two.locator("[data-part=naam]").fill("Chiro")
    expect(one.locator("[data-part=naam]")).to_have_value("Chiro")
    one.click("[data-add]")
    one.locator("[data-part=naam]").nth(1).fill("Scouts")
    expect(two.locator("[data-part=naam]").nth(1)).to_have_value("Scouts")
    expect(two.locator("[data-part=naam]").first).to_be_focused()
    two.keyboard.press("End")
    two.keyboard.type("!")
    expect(one.locator("[data-part=naam]").first).to_have_value("Chiro!")
    assert names(two) == ["Chiro!", "Scouts"]
    two.focus("[name=overtuigingen]")
    one.fill("[name=overtuigingen]", "Elk kind verdient een plek.")
    # Nobody types in two tabs within the moment that a browser takes to carry what is stored from one to the other.
    two.wait_for_function("localStorage.getItem('verbindingsambassadeur:/').includes('Elk kind')")
    two.fill("[name=contact]", "Noor")
    expect(one.locator("[name=contact]")).to_have_value("Noor")
    for page in (one, two):
        assert page.input_value("[name=overtuigingen]") == "Elk kind verdient een plek."
    context.close()


def test_a_tab_goes_on_with_what_another_tab_mended(browser: Browser, server: str) -> None:
    context = browser.new_context(service_workers="block", base_url=server)
    one, two = context.new_page(), context.new_page()
    one.goto("dossier/")
    one.evaluate("localStorage.setItem('verbindingsambassadeur:/', '{oeps')")
    one.reload()
    expect(one.locator("[data-opslag=corrupt]")).to_be_visible()
    two.goto("dossier/")
    clear(two)
    expect(one.locator("[data-opslag]")).to_have_count(0)
    one.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    expect(two.locator("[name=organisatie]")).to_have_value("Gemeente Voorbeeldegem")
    context.close()


def test_two_tabs_with_the_same_form_go_on_together(browser: Browser, server: str) -> None:
    context = browser.new_context(service_workers="block", base_url=server)
    one, two = context.new_page(), context.new_page()
    one.goto("rekenhulp/budget/")
    two.goto("rekenhulp/budget/")
    one.fill("[name=fte]", "85")
    expect(two.locator("[name=fte]")).to_have_value("85")
    two.fill("[name=jaarloonkost]", "70.000")
    expect(one.locator("[name=jaarloonkost]")).to_have_value("70.000")
    for page in (one, two):
        until_figure(page, "totaal_jaar_1", "68500")
    context.close()
