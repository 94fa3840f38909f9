"""Before the script of the pages is there, or where it never comes: nothing is sent, and nothing is silent."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

SCRIPT = re.compile(r"/bundle/app\.\w+\.min\.js$")
FIELDS = {
    "rekenhulp/budget/": "[name=fte]",
    "rekenhulp/looptijd/": "[name=startdatum]",
    "rekenhulp/trajecten/": "[name=fte]",
    "stap-3-keuze/": "[data-calculator] input[name]",
    "checklist/": "[name='s1-01.who']",
    "dossier/": "[name=organisatie]",
}
NOT_FOR_FILES = re.compile("webadres")


def press_enter_everywhere(page: Page) -> list[str]:
    """Type in a field of every kind of form and press Enter: what is asked of the server then."""
    asked: list[str] = []
    address = page.url
    page.on("request", lambda request: asked.append(request.url) if request.is_navigation_request() else None)
    for form in page.locator("form:has(input:not([type=checkbox]))").all():
        field = form.locator("input:not([type=checkbox]):not([type=date])").first
        field.evaluate("(field) => field.closest('details')?.setAttribute('open', '')")
        if field.is_visible():
            field.fill("85")
            field.press("Enter")
            assert field.input_value() == "85"
    assert page.url == address
    return asked


@pytest.mark.parametrize("address", FIELDS)
def test_enter_sends_nothing_before_the_script_is_there(tab: Page, address: str) -> None:
    held: list[Route] = []
    tab.route(SCRIPT, held.append)
    tab.goto(address, wait_until="commit")
    tab.wait_for_selector(".md-footer", state="attached")
    tab.click(".md-header label[for=__search] >> visible=true") if address == "checklist/" else None
    assert press_enter_everywhere(tab) == []
    assert held, "the script was not there"
    held.pop().continue_()
    tab.wait_for_function("document.documentElement.dataset.runtime")
    assert "85" in tab.locator(FIELDS[address]).first.input_value() or "datum" in FIELDS[address]


@pytest.mark.parametrize("address", FIELDS)
def test_enter_sends_nothing_where_no_script_runs(browser: Browser, server: str, address: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=server) as context:
        page = context.new_page()
        page.goto(address)
        field = page.locator(FIELDS[address]).first
        if field.is_visible():
            field.press("Enter")
        assert page.url == server + address


def test_enter_works_once_the_script_is_there(tab: Page) -> None:
    tab.goto("rekenhulp/budget/")
    tab.fill("[name=fte]", "veel")
    tab.press("[name=fte]", "Enter")
    expect(tab.locator("[data-errors]")).to_be_focused()
    tab.fill("[name=fte]", "50")
    tab.fill("[name=scenario]", "half")
    tab.press("[name=scenario]", "Enter")
    expect(tab.locator("[data-status]")).to_contain_text("Bewaard: half")


@pytest.mark.parametrize("address", ["rekenhulp/budget/", "checklist/", "dossier/"])
def test_page_opened_as_a_file_says_so(browser: Browser, built_site: Path, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((built_site / address / "index.html").as_uri())
        expect(page.get_by_role("alert")).to_contain_text(NOT_FOR_FILES)
        assert errors == []


@pytest.mark.parametrize("address", ["rekenhulp/budget/", "checklist/", "dossier/"])
@pytest.mark.parametrize("shared", [False, True], ids=["own script refused", "own script allowed"])
def test_frame_without_an_origin_says_so(tab: Page, server: str, address: str, shared: bool) -> None:
    """Some hosts let every site fetch their scripts: ours runs then, in a frame where Python can't."""
    if shared:
        tab.route(SCRIPT, lambda route: route.fulfill(response=(got := route.fetch()), headers={**got.headers, **FREE}))
    tab.goto("")
    tab.set_content(f'<iframe sandbox="allow-scripts allow-forms" src="{server}{address}" width=900 height=700></iframe>')
    frame = tab.frame_locator("iframe")
    if not shared:
        expect(frame.get_by_role("alert")).to_contain_text(NOT_FOR_FILES)
    elif address != "checklist/":
        frame.locator("[type=submit], [data-document=nota]").first.click()
        expect(frame.locator("[role=status]")).to_contain_text(NOT_FOR_FILES)


FREE = {"access-control-allow-origin": "*"}


def test_script_that_does_not_arrive_is_told(tab: Page) -> None:
    tab.route(SCRIPT, lambda route: route.abort())
    tab.goto("rekenhulp/budget/")
    expect(tab.get_by_role("alert")).to_contain_text("opnieuw")


def test_browser_that_cannot_read_the_script_is_told(tab: Page) -> None:
    """As one that is too old would find it: a syntax it does not know."""
    tab.route(SCRIPT, lambda route: route.fulfill(body="let a = 1 ?!? 2;", content_type="text/javascript"))
    tab.goto("rekenhulp/budget/")
    expect(tab.get_by_role("alert")).to_contain_text("te oud")
