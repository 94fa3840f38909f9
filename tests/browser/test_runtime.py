"""How Python starts in the reader's browser: from what, when, with which bytes, and again without a network."""

import json
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.bench.line import Line, Server
from browser.engine import samples
from tests.browser.host import until
from tests.browser.reader import LONG, SEARCH_FIELD, SEARCH_HIT, origin, stop_clock, until_figure
from tests.browser.runtime import (
    KEPT,
    PAGE,
    ask,
    asked_of_runtime,
    assert_all_answered,
    assert_budget_answered,
    how,
    needed_the_rest,
)
from tests.conftest import MKDOCS_ALONE, ZENSICAL

pytestmark = pytest.mark.newcomer

SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
SECOND = 1000  # ms
GUIDE_PAGES = ("", "stap-3-keuze/", "bronnen/")
MOST_BYTES = 235_000 if ZENSICAL else 140_000


def let_a_minute_pass(page: Page) -> None:
    """Whatever the page puts off has been asked for after it."""
    page.clock.run_for(60 * SECOND)
    page.evaluate("fetch('robots.txt').then((answer) => answer.text())")


def test_what_comes_first_has_all_that_any_request_needs(tab: Page) -> None:
    notes: list[str] = []
    tab.on("console", lambda message: notes.append(message.text))
    tab.goto(PAGE)
    assert_all_answered(tab)
    assert how(tab) == origin()
    assert not needed_the_rest(tab)
    assert not [note for note in notes if "ordinary way" in note], "the whole engine had to help"


def test_guide_pages_are_light_and_bring_no_runtime(browser: Browser, built_site: Path) -> None:
    """Counted at the server, so with all that the service worker asks for, from one that compresses."""
    with ExitStack() as opened:
        visits = []
        for address in GUIDE_PAGES:
            server = opened.enter_context(Server(built_site, Line()))
            page = opened.enter_context(browser.new_context(base_url=server.address)).new_page()
            visits.append((address, server, asked_of_runtime(page)))
            stop_clock(page)
            page.goto(address)
            page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
            let_a_minute_pass(page)
    for address, server, names in visits:
        assert not names, address
        assert 50_000 < server.line.bytes < MOST_BYTES, address


def test_python_starts_by_itself_on_a_page_that_calculates(tab: Page) -> None:
    names = asked_of_runtime(tab)
    tab.goto(PAGE)
    expect(tab.locator("html")).to_have_attribute("data-runtime", "ready", timeout=LONG)
    assert tab.text_content("[data-status]") == "", "nobody asked, so nobody is told"
    assert len(names) == len(set(names)), "what the page's head fetches is what the worker starts from"


def test_theme_waits_for_python_but_not_for_who_wants_it(tab: Page) -> None:
    tab.route("**/start.xz", lambda _: None)  # never arrives
    stop_clock(tab)
    tab.goto(PAGE)
    assert not tab.evaluate("'document$' in window")
    tab.hover(".md-header")
    tab.wait_for_function("window.document$")


def test_theme_waits_five_seconds_at_most(tab: Page) -> None:
    tab.route("**/start.xz", lambda _: None)
    stop_clock(tab)
    tab.goto(PAGE)
    tab.clock.run_for(4 * SECOND)
    assert not tab.evaluate("'document$' in window")
    tab.clock.run_for(2 * SECOND)
    tab.wait_for_function("window.document$")


def test_theme_scrolls_no_menu_under_the_pointer(tab: Page) -> None:
    """A click would land on another link."""
    tab.set_viewport_size({"width": 1280, "height": 500})
    tab.route("**/start.xz", lambda _: None)
    stop_clock(tab)
    tab.goto(PAGE)
    link = tab.locator(".md-sidebar--primary a[href*=stap-1]")
    link.hover()
    before = link.bounding_box()
    let_a_minute_pass(tab)
    assert link.bounding_box() == before
    assert not tab.evaluate("'document$' in window")
    tab.hover("main h1")
    tab.wait_for_function("window.document$")


def test_who_saves_data_pays_for_use_only(context: BrowserContext, server: str) -> None:
    context.add_init_script(SAVE_DATA)
    page = context.new_page()
    names = asked_of_runtime(page)
    stop_clock(page)
    page.goto(server + PAGE)
    page.hover("form[data-calculator=budget]")
    let_a_minute_pass(page)
    assert not names
    assert page.get_attribute("html", "data-runtime") == "idle"
    assert_budget_answered(page)
    let_a_minute_pass(page)
    assert not page.evaluate("caches.match('/dossier/')"), "pages that nobody opened"
    assert not [name for name in names if name.startswith("xlsxwriter")]


def test_download_libraries_come_when_a_download_asks_for_them(tab: Page) -> None:
    names = asked_of_runtime(tab)
    tab.goto(PAGE)
    assert_budget_answered(tab)
    assert not [name for name in names if name.startswith("xlsxwriter") or name == "library.bin"]
    workbook = next(asked for asked in map(json.loads, samples.downloads()) if asked.get("needs"))
    assert "name" in ask(tab, workbook)
    assert [name for name in names if name.startswith("xlsxwriter")]
    assert how(tab) == origin()


@MKDOCS_ALONE  # Zensical searches in one file, which its page asks for
def test_what_the_search_needs_is_kept_though_nobody_searched(kept: Page, tab: Page) -> None:
    """All that it asks for at the first question of another reader."""
    names: list[str] = []
    tab.context.on("request", lambda request: names.append(request.url))
    tab.goto("stap-2-situatie/")
    before = len(names)
    tab.keyboard.press("/")
    tab.locator(SEARCH_FIELD).press_sequentially("vrijwilligers")
    expect(tab.locator(SEARCH_HIT).first).to_be_visible()
    parts = [name for name in names[before:] if "/search" in name or "/lunr" in name]
    assert len(parts) >= 4
    until(kept, KEPT, parts)


def test_second_visit_needs_no_network(kept: Page, context: BrowserContext, server: str) -> None:
    kept.close()
    context.set_offline(True)
    page = context.new_page()
    page.goto(server + "stap-2-situatie/")
    expect(page.locator("h1")).to_be_visible()
    page.keyboard.press("/")
    page.locator(SEARCH_FIELD).press_sequentially("vrijwilligers")
    expect(page.locator(SEARCH_HIT).first).to_be_visible()
    page.goto(server + PAGE)
    page.fill("[name=fte]", "50")
    until_figure(page, "totaal_jaar_1", "39700")
    assert_all_answered(page)
    assert how(page) == origin()
    page.goto(server + "dossier/")
    with page.expect_download(timeout=LONG) as waiting:
        page.click("[data-document=checklist]")
    assert waiting.value.path().stat().st_size > 1000


def test_nobody_sees_an_old_page(kept: Page, server: str, built_site: Path) -> None:
    file = built_site / "index.html"
    old = file.read_text("utf-8")
    try:
        kept.goto(server)
        file.write_text(old.replace("<h1", "<h1 data-new"), "utf-8")
        kept.reload()
        assert kept.locator("h1[data-new]").count()
    finally:
        file.write_text(old, "utf-8")
