"""Before the script of the pages is there, or where it never comes: nothing is sent, and nothing is silent."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ElementHandle, Error, Page, expect

from tests.browser.faults import hold_back
from tests.browser.reader import until_there

pytestmark = pytest.mark.newcomer

SCRIPT = re.compile(r"/bundle/app\.\w+\.min\.js$")
FORMS = ("rekenhulp/budget/", "rekenhulp/looptijd/", "rekenhulp/trajecten/", "stap-3-keuze/", "checklist/", "dossier/")
FIELD = "input:not([type=checkbox], [type=radio], [type=date], [type=file])"
NOT_FOR_FILES = re.compile("webadres")


def press_enter_everywhere(page: Page) -> list[ElementHandle]:
    """Type in each form, the theme's too, and press Enter; gives the fields."""
    forms = page.query_selector_all("form")
    page.locator("form details").evaluate_all("(all) => all.map((one) => one.setAttribute('open', ''))")
    firsts = [next((one for one in form.query_selector_all(FIELD) if one.is_visible()), None) for form in forms]
    fields = [field for field in firsts if field]
    for field in fields:
        field.fill("85")
        field.press("Enter")
    return fields


@pytest.mark.parametrize("address", FORMS)
def test_enter_sends_nothing_before_the_script_is_there(tab: Page, address: str) -> None:
    held = hold_back(tab, SCRIPT)
    tab.goto(address, wait_until="commit")
    tab.wait_for_selector(".md-footer", state="attached")
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url) if request.is_navigation_request() else None)
    before = tab.url
    fields = press_enter_everywhere(tab)
    assert len(fields) >= 1
    with tab.expect_request("**/robots.txt"):  # what a form sends would have been asked for before
        tab.evaluate("void fetch('/robots.txt')")
    assert (asked, tab.url) == ([], before)
    assert held, "the script was not there"
    held.pop().continue_()
    until_there(tab, "html[data-runtime]")
    assert [field.input_value() for field in fields] == ["85"] * len(fields)


@pytest.mark.parametrize("address", FORMS)
def test_enter_sends_nothing_where_no_script_runs(browser: Browser, server: str, address: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=server) as context:
        page = context.new_page()
        page.goto(address)
        for field in page.locator(f"main {FIELD}:visible").all()[:5]:
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


def our_errors(page: Page) -> list[str]:
    """What nobody caught, from now on; but for what the theme can't find where there is no server."""
    errors: list[str] = []

    def note(error: Error) -> None:
        if "search_index" not in error.message and error.message != "Network error":
            errors.append(error.message)

    page.on("pageerror", note)
    return errors


@pytest.mark.parametrize("address", ["rekenhulp/budget/", "checklist/", "dossier/"])
def test_page_opened_as_a_file_says_so(browser: Browser, built_site: Path, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        errors = our_errors(page)
        page.goto((built_site / address / "index.html").as_uri())
        expect(page.get_by_role("alert")).to_contain_text(NOT_FOR_FILES)
        assert errors == []


@pytest.mark.parametrize("address", ["rekenhulp/budget/", "checklist/", "dossier/"])
@pytest.mark.parametrize("shared", [False, True], ids=["own script refused", "own script allowed"])
def test_frame_without_an_origin_says_so(tab: Page, server: str, address: str, shared: bool) -> None:
    """Some hosts let every site fetch their scripts: ours runs then, in a frame where Python can't."""
    if shared:
        tab.route(SCRIPT, lambda route: route.fulfill(response=(got := route.fetch()), headers={**got.headers, **FREE}))
    errors = our_errors(tab)
    tab.goto("404.html")
    frame_of = f'<iframe sandbox="allow-scripts allow-forms" src="{server}{address}" width=900 height=700></iframe>'
    tab.evaluate("(html) => { document.body.innerHTML = html; }", frame_of)
    tab.frame_locator("iframe").locator("main").wait_for()
    frame = tab.frame_locator("iframe")
    if not shared:
        expect(frame.get_by_role("alert")).to_contain_text(NOT_FOR_FILES)
    elif address != "checklist/":
        expect(frame.locator("html[data-runtime]")).to_have_count(1)  # the script is there
        frame.locator("[type=submit], [data-document=nota]").first.click()
        expect(frame.locator("main [role=status]")).to_contain_text(NOT_FOR_FILES)
    assert errors == []


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


def test_browser_that_could_not_keep_what_is_typed_is_told(tab: Page) -> None:
    tab.add_init_script("delete window.structuredClone")
    tab.goto("rekenhulp/budget/")
    expect(tab.get_by_role("alert")).to_contain_text("te oud")


def test_a_dark_system_has_a_dark_page_before_any_file_of_scripts(browser: Browser, server: str) -> None:
    with browser.new_context(color_scheme="dark", base_url=server) as context:
        page = context.new_page()
        page.route(re.compile(r"\.js$"), lambda route: route.abort())
        page.goto("checklist/", wait_until="domcontentloaded")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
