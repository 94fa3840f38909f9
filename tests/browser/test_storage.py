"""What the browser keeps: full, blocked, unreadable, strange, or shared by two tabs; nothing of it is lost."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); }
})"""


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


def test_full_storage_is_used_again_once_there_is_room(tab: Page) -> None:
    tab.goto("checklist/")
    tab.evaluate(f"() => {{ window.setItem = Storage.prototype.setItem; {FULL} }}")
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
    tab.evaluate("(text) => localStorage.setItem('verbindingsambassadeur', text)", text)
    tab.reload()
    expect(tab.locator("[data-opslag]")).to_be_visible()
    with tab.expect_download() as waiting:
        tab.click("[data-document=gegevens]")
    waiting.value.save_as(tmp_path / "bewaard.json")
    assert (tmp_path / "bewaard.json").read_text("utf-8") == text
    tab.click("[data-clear]")
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
        tab.evaluate("(text) => localStorage.setItem('verbindingsambassadeur', text)", stored)
        tab.goto(address)
        expect(tab.locator("[data-opslag=corrupt]")).to_be_visible()
    tab.goto("checklist/")
    tab.check("[name='s1-02']")
    expect(tab.locator("[data-progress=stap-1]")).to_contain_text("1 van")


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
        expect(page.locator("[data-result=totaal_jaar_1]")).to_have_attribute("data-value", "68500", timeout=60_000)
    context.close()
