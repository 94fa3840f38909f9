"""Every page and every state against WCAG 2.2 AA: in light and dark, on a desktop and on the smallest phone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, ViewportSize, expect  # noqa: A004

from tests.browser.reader import LONG, origin, until_there
from tests.browser.states import SIZES, STATES, WITHOUT_PYTHON, search_open
from tests.browser.stored import NO_SCRIPT
from tests.conftest import MKDOCS_ALONE
from tests.site.reading import GUIDE, HELP, UNKNOWN

PAGES = (*GUIDE, *HELP, UNKNOWN)
AXE = (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The only rules for which light and dark differ."""
SCAN = """async (rules) => {
  const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target).join(" and ")}`);
}"""
LAY_OUT = """() => {
  for (const part of document.querySelectorAll(".rekenhulp :is(.rh-groep, .rh-resultaat > *)"))
    part.style.contentVisibility = "visible";
  scrollTo({ top: 0, behavior: "instant" });
}"""
"""What is out of sight has a provisional height, until somebody scrolls there: axe finds it upon others. And where a
test scrolled to, the header may cover half a button, as it does for a reader who scrolls on."""
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility() && !one.closest(
    ".rh-tabel, .md-typeset__scrollwrap, .md-sidebar, .md-search, .md-header, [hidden], .rh-verborgen, pre"))
  .map((one) => one.outerHTML.slice(0, 90))"""
CLEAR_OF_FOOTER = """() => {
  const edge = (selector, side) => document.querySelector(selector).getBoundingClientRect()[side];
  const menu = edge(".md-sidebar--primary .md-sidebar__scrollwrap", "bottom");
  return innerWidth < 1220 || menu <= edge(".md-footer", "top");
}"""
SPEAKING = """() => document.querySelectorAll(
  ":is([role=status], [role=log], [aria-live]:not([aria-live=off]), output):not(.md-dialog)").length"""
"""Places of ours. Those of Zensical are its dialog, and its search in a shadow tree."""
REARRANGED = 5000


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all pages. Without transitions, colours are final at once."""
    context = browser.new_context(locale="nl-BE", reduced_motion="reduce", service_workers="block")
    page = context.new_page()
    page.set_default_timeout(LONG)
    yield page
    context.close()


def findings(page: Page) -> list[str]:
    """What axe finds: on a desktop in light, on a phone in dark; so every element is seen once in each."""
    return [*scan(page, 0, "default", TAGS), *scan(page, 1, "slate", TAGS)]


def scan(page: Page, size: int, scheme: str, rules: list[str]) -> list[str]:
    """What axe finds on this size in this scheme, and what is wider than the screen."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    page.set_viewport_size(SIZES[size])
    page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
    page.wait_for_function(CLEAR_OF_FOOTER)  # the theme's side menu takes some time to follow a new width too
    page.evaluate(LAY_OUT)
    width = SIZES[size]["width"]
    found = [f"{width} {scheme} {one}" for one in page.evaluate(SCAN, rules)]
    if not settles_within(page):
        found.append(f"{width} scrolls sideways: {page.evaluate(TOO_WIDE)[:3]}")
    return found


def settles_within(page: Page) -> bool:
    """Whether nothing is wider than the screen. The theme's open search takes some time to follow a new width."""
    try:
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth", timeout=REARRANGED)
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_on_the_page(tab: Page, server: str, address: str) -> None:
    tab.goto(server + address)
    until_there(tab, "html[data-runtime]")
    assert findings(tab) == []
    assert tab.evaluate(SPEAKING) <= 1, "one polite place that speaks"


@pytest.mark.parametrize("address", ["", "stap-1-overtuigingen/", "rekenhulp/budget/"])
def test_what_only_one_size_shows_is_right_in_both_schemes(tab: Page, server: str, address: str) -> None:
    """The side menu of a desktop in dark, and the header of a phone in light: the same on every page. The focus is on a
    link of the footer, which the theme would fade."""
    tab.goto(server + address)
    tab.locator(".md-footer__link").first.focus()
    assert scan(tab, 0, "slate", COLOURS) == []
    assert scan(tab, 1, "default", COLOURS) == []


FORGET_PYTHON = "async () => { for (const name of await caches.keys()) await caches.delete(name); }"


def open_empty(page: Page, server: str, address: str, *, with_python: bool = True) -> None:
    """Open a page as someone who has filled in nothing. Emptied where no Python keeps what it started from."""
    page.goto(server + NO_SCRIPT)
    page.evaluate("localStorage.clear()")
    if not with_python:
        page.evaluate(FORGET_PYTHON)
    page.goto(server + address)


@pytest.mark.parametrize(("address", "reach"), [*STATES, pytest.param("", search_open, marks=MKDOCS_ALONE)])
def test_axe_finds_nothing_in_the_state(tab: Page, server: str, address: str, reach: Callable[[Page], None]) -> None:
    open_empty(tab, server, address, with_python=reach not in WITHOUT_PYTHON)
    reach(tab)
    assert findings(tab) == []
    tab.unroute_all()


@pytest.mark.parametrize("address", ["", "stap-3-keuze/", "rekenhulp/budget/", "checklist/", "dossier/"])
def test_two_and_four_times_zoom_need_no_sideways_scrolling(tab: Page, server: str, address: str) -> None:
    tab.goto(server + address)
    for width in (640, 320):  # a screen of 1280 pixels at 200 % and at 400 %
        tab.set_viewport_size({"width": width, "height": 360})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, tab.evaluate(TOO_WIDE)
        assert tab.locator("main h1").is_visible()


def test_home_shows_the_whole_guide_in_one_screen(tab: Page, server: str) -> None:
    tab.set_viewport_size(SIZES[0])
    tab.goto(server)
    cards = tab.locator(".kaart a")
    assert cards.count() == 9
    for box in (cards.nth(index).bounding_box() for index in range(9)):
        assert box
        assert box["y"] + box["height"] <= SIZES[0]["height"]


SHIFTS = """(slow) => {
  const inBar = ({ node }) => (node?.closest ? node : node?.parentElement)?.closest(".rh-kern");
  window.shifted = [];
  const note = (shift) => (slow && shift.sources.length && shift.sources.every(inBar)) || window.shifted.push(shift);
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift" });
}"""
"""Collects what moves. With a slow Python, but for words in the bar with the total: it says `vorig:` meanwhile."""
SHIFT = "window.shifted.reduce((sum, { value }) => sum + value, 0)"
BY_ITSELF = SHIFT.replace("window.shifted", "window.shifted.filter(({ hadRecentInput }) => !hadRecentInput)")
"""Without what moves at once when a reader presses a key."""


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_a_result_is_replaced(tab: Page, server: str, size: ViewportSize) -> None:
    tab.set_viewport_size(size)
    open_empty(tab, server, "rekenhulp/budget/")
    tab.evaluate(SHIFTS, origin() != "snapshot")
    tab.locator("[name=fte]").select_text()
    tab.keyboard.type("95")  # the first key makes room for the effect of this answer
    expect(tab.locator("[data-field=fte] .rh-invloed")).to_be_visible()
    assert tab.evaluate(BY_ITSELF) < 0.01
    tab.evaluate("window.shifted = []")
    for place in ("[name=fte]", "[data-output]"):
        tab.locator(place).scroll_into_view_if_needed()
        for value in ("85", "90"):
            tab.evaluate("document.querySelector('[data-output] > *').dataset.earlier = ''")
            tab.fill("[name=fte]", value)
            expect(tab.locator("[data-earlier]")).to_have_count(0)
    assert tab.evaluate(SHIFT) < 0.01, tab.evaluate("JSON.stringify(window.shifted.map((one) => one.value))")


def test_high_contrast_keeps_focus_borders_and_charts(browser: Browser, server: str) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(server + "rekenhulp/budget/")
    page.focus("[name=fte]")
    assert style(page, "[name=fte]", "outline-style") == "solid"
    assert style(page, ".rh-kaart", "border-top-style") == "solid"
    assert style(page, ".rh-kleur", "background-color") != style(page, "body", "background-color")
    context.close()


def test_who_wants_less_motion_gets_none(tab: Page, server: str) -> None:
    tab.goto(server)
    moving = "[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionProperty !== 'none')"
    assert tab.evaluate(f"{moving}.length") == 0


def test_charts_have_a_text_and_tables_with_the_figures(tab: Page, server: str) -> None:
    tab.goto(server + "rekenhulp/budget/")
    spoken = tab.locator("[data-chart]").first.inner_text().replace("\u00a0", " ")
    *totals, _ = tab.locator("[data-table] .rh-totaal").first.locator("td").all_inner_texts()
    assert len(totals) > 1
    for total in totals:
        assert total.replace("\u00a0", " ").split(",")[0] in spoken


def style(page: Page, selector: str, name: str) -> Any:
    """The computed style of the first element."""
    return page.locator(selector).first.evaluate("(one, name) => getComputedStyle(one).getPropertyValue(name)", name)
