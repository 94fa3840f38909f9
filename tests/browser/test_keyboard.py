"""Everything a reader does, done with the keyboard alone: where the focus is, it can be seen."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.links import LINK
from tests.browser.reader import LONG, SEARCH_FIELD, until_figure
from tests.browser.stored import NO_SCRIPT, form_of

FOCUS = """() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const drawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const { left, top, width, height } = one.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.9], [0.1, 0.5], [0.9, 0.5]];
  const seen = points.some(([x, y]) => {
    const found = document.elementFromPoint(left + x * width, top + y * height);
    return found && (one.contains(found) || found.contains(one) || one.labels?.[0]?.contains(found));
  });
  return { name: `${one.tagName} ${one.id || one.name || one.textContent.trim().slice(0, 30)}`, drawn, seen };
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One reader for all tests of this module."""
    context = browser.new_context(locale="nl-BE", accept_downloads=True, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(LONG)
    yield page
    context.close()


@pytest.fixture
def fresh(tab: Page, server: str) -> Page:
    """The same reader's tab, with nothing filled in."""
    tab.goto(server + NO_SCRIPT)
    tab.evaluate("localStorage.clear()")
    return tab


def tab_to(page: Page, selector: str, most: int = 150) -> None:
    """Press Tab until the focus is on the element."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} can't be reached")


def type_over(page: Page, text: str) -> None:
    """Replace what is in the field that has the focus."""
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_skip_link_goes_past_the_menu(fresh: Page, server: str) -> None:
    fresh.goto(server + "checklist/")
    fresh.keyboard.press("Tab")
    assert fresh.evaluate("document.activeElement.matches('.md-skip')")
    fresh.keyboard.press("Enter")
    fresh.keyboard.press("Tab")
    assert fresh.evaluate("document.activeElement.closest('main article') !== null")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("address", ["", "stap-3-keuze/", "rekenhulp/budget/", "checklist/", "dossier/"])
def test_focus_is_visible_and_never_hidden(fresh: Page, server: str, address: str, width: int) -> None:
    fresh.set_viewport_size({"width": width, "height": 720})
    fresh.goto(server + address)
    for _ in range(60):
        fresh.keyboard.press("Tab")
        focus = fresh.evaluate(FOCUS)
        if focus["name"].startswith("BODY"):
            break  # past the last one
        assert focus["drawn"], focus
        assert focus["seen"], focus


RINGS = """(scheme) => {
  document.body.dataset.mdColorScheme = scheme;
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => numbers(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (one) => {
    const { backgroundColor } = getComputedStyle(one);
    return (numbers(backgroundColor)[3] ?? 1) === 1 ? backgroundColor : behind(one.parentElement);
  };
  const faint = (one) => {
    const { outlineStyle, outlineColor } = getComputedStyle(one);
    const [low, high] = [light(outlineColor), light(behind(one.parentElement))].sort((a, b) => a - b);
    return outlineStyle === "none" || (high + 0.05) / (low + 0.05) < 3;
  };
  const shown = document.querySelectorAll(":is(main, footer) :is(a, button, summary)");
  return [...shown].filter((one) => one.checkVisibility())
    .filter((one) => (one.focus({ preventScroll: true }), document.activeElement === one && faint(one)))
    .map((one) => one.outerHTML.slice(0, 120));
}"""
"""What has a ring that does not stand out from what is behind it."""


@pytest.mark.parametrize("address", ["", "stap-3-keuze/", "rekenhulp/budget/", "checklist/", "dossier/"])
def test_the_ring_around_what_has_the_focus_stands_out(fresh: Page, server: str, address: str) -> None:
    fresh.goto(server + address)
    fresh.keyboard.press("Tab")  # from now on the focus comes from the keyboard
    for scheme in ("default", "slate"):
        assert fresh.evaluate(RINGS, scheme) == [], scheme


CUT = """() => {
  const cuts = (box) => {
    const { overflowX, contain } = getComputedStyle(box);
    return overflowX !== "visible" || /paint|strict|content/.test(contain);
  };
  const isCut = (one) => {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
    const room = outlineStyle === "none" ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const { left, right } = one.getBoundingClientRect();
    const outside = ({ left: from, right: to }) => left - room < from - 1 || right + room > to + 1;
    if (outside({ left: 0, right: innerWidth })) return true;
    for (let box = one.parentElement; box !== document.body; box = box.parentElement)
      if (cuts(box) && outside(box.getBoundingClientRect())) return true;
    return false;
  };
  for (const one of document.querySelectorAll("main details")) one.open = true;
  const shown = document.querySelectorAll(":is(main, footer) :is(a, button, summary, [tabindex='0'])");
  return [...shown].filter((one) => one.checkVisibility())
    .filter((one) => (one.focus(), document.activeElement === one && isCut(one)))
    .map((one) => one.outerHTML.slice(0, 120));
}"""
"""What has a ring that a box around it, or the edge of the screen, cuts at a side."""


@pytest.mark.parametrize(
    "address", ["", "stap-2-situatie/", "stap-5-omkadering/", "rekenhulp/budget/", "over/insluiten/"]
)
def test_nothing_cuts_the_ring_around_what_has_the_focus(fresh: Page, server: str, address: str) -> None:
    fresh.set_viewport_size({"width": 320, "height": 640})
    fresh.goto(server + address)
    fresh.wait_for_function("window.document$")  # the theme's script gives tables a box that scrolls
    fresh.keyboard.press("Tab")
    assert fresh.evaluate(CUT) == []


def test_the_menu_of_a_small_screen_is_opened_and_closed(fresh: Page, server: str) -> None:
    fresh.set_viewport_size({"width": 320, "height": 640})
    fresh.goto(server + "rekenhulp/looptijd/")
    tab_to(fresh, ".menu-knop", 5)
    fresh.keyboard.press("Enter")
    expect(fresh.get_by_role("button", name="Menu", expanded=True)).to_be_attached()
    for address in ("/budget/", "/dossier/", "/over/methode/"):  # in other parts of the menu
        tab_to(fresh, f".md-sidebar--primary a[href$='{address}']", 30)
        assert fresh.evaluate(FOCUS)["seen"], address
    fresh.keyboard.press("Escape")
    expect(fresh.get_by_role("button", name="Menu", expanded=False)).to_be_focused()
    expect(fresh.locator(".md-sidebar--primary")).not_to_be_visible()
    tab_to(fresh, ".menu-knop", 3)
    fresh.keyboard.press("Enter")
    expect(fresh.locator(SEARCH_FIELD)).to_be_focused()
    assert fresh.evaluate(FOCUS)["seen"]


def test_budget_is_filled_in_and_an_error_mended(fresh: Page, server: str) -> None:
    fresh.goto(server + "rekenhulp/budget/")
    tab_to(fresh, "[name=fte]")
    type_over(fresh, "tachtig")
    fresh.keyboard.press("Enter")
    summary = fresh.locator("[data-errors]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(1)
    assert "Tewerkstelling" in summary.inner_text()
    fresh.keyboard.press("Tab")
    fresh.keyboard.press("Enter")
    field = fresh.locator("[name=fte]")
    expect(field).to_be_focused()
    assert field.input_value() == "tachtig"
    words = [fresh.inner_text(f"#{id_}") for id_ in (field.get_attribute("aria-describedby") or "").split()]
    assert any(word and word in summary.inner_text() for word in words), "the field says the same as the summary"
    type_over(fresh, "80")
    fresh.keyboard.press("Tab")
    expect(summary).to_be_hidden()
    assert field.get_attribute("aria-invalid") is None
    tab_to(fresh, "[name=jaarloonkost]")
    type_over(fresh, "70.000")
    until_figure(fresh, "totaal_jaar_1", "65000")


def test_a_first_total_is_taken_to_the_whole_budget(fresh: Page, server: str) -> None:
    fresh.goto(server)
    tab_to(fresh, "[data-quick] [name=fte]")
    type_over(fresh, "50")
    until_figure(fresh, "totaal", "121497.88")
    tab_to(fresh, "[data-quick] a[href*='rekenhulp/budget']", 20)
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[name=fte]")).to_have_value("50")


def test_the_figures_of_a_link_are_taken_over(fresh: Page, server: str) -> None:
    fresh.goto(server + LINK)
    expect(fresh.locator("[data-status]").first).to_contain_text("Je bekijkt cijfers uit een link.")
    fresh.locator(".md-skip").press("Enter")
    tab_to(fresh, "[data-action=take-over]", most=5)
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[data-looks]")).to_be_hidden()
    assert form_of(fresh)["fte"] == "60"
    assert fresh.evaluate("document.activeElement !== document.body"), "the focus is not lost"


def test_items_are_ticked_and_detailed(fresh: Page, server: str) -> None:
    fresh.goto(server + "checklist/")
    tab_to(fresh, "[name='s1-01']")
    fresh.keyboard.press("Space")
    expect(fresh.locator("[data-progress=stap-1]")).to_contain_text("1 van")
    fresh.keyboard.press("Tab")
    fresh.keyboard.press("Enter")
    fresh.keyboard.press("Tab")
    expect(fresh.locator("[name='s1-01.status']")).to_be_focused()
    fresh.keyboard.press("ArrowUp")
    expect(fresh.locator("[name='s1-01.status']")).to_have_value("bezig")
    expect(fresh.locator("[name='s1-01']")).not_to_be_checked()
    fresh.keyboard.press("Tab")
    fresh.keyboard.type("Jeugddienst")
    fresh.reload()
    expect(fresh.locator("[name='s1-01.who']")).to_have_value("Jeugddienst")


def test_document_is_made(fresh: Page, server: str, tmp_path: Path) -> None:
    fresh.goto(server + "checklist/")
    fresh.focus("[data-document=checklist]")
    with fresh.expect_download() as waiting:
        fresh.keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "checklist.docx")
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "checklist.docx").namelist()
    expect(fresh.locator("main [role=status]")).to_contain_text("Klaar")
    expect(fresh.locator("[data-document=checklist]")).to_be_focused()


def test_from_the_dossier_to_the_nota(fresh: Page, server: str, tmp_path: Path) -> None:
    fresh.goto(server + "dossier/")
    tab_to(fresh, "[name=organisatie]")
    fresh.keyboard.type("Stad Gent")
    tab_to(fresh, "[data-document=nota]", 250)
    with fresh.expect_download() as waiting:
        fresh.keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "nota.docx")
    with zipfile.ZipFile(tmp_path / "nota.docx") as nota:
        assert "Stad Gent" in nota.read("word/document.xml").decode()
    assert "stad-gent" in waiting.value.suggested_filename, "named after who writes it"


def test_partners_are_added_and_removed(fresh: Page, server: str) -> None:
    fresh.goto(server + "dossier/")
    fresh.focus("[data-add]")
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[data-part=naam]")).to_be_focused()
    fresh.keyboard.type("Scouts")
    tab_to(fresh, "[data-remove]", 5)
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[data-part=naam]")).to_have_count(0)
    expect(fresh.locator("[data-put-back]")).to_be_focused()


def test_clearing_can_be_undone(fresh: Page, server: str) -> None:
    fresh.goto(server + "checklist/")
    fresh.check("[name='s1-02']")
    fresh.focus("[data-clear]")
    fresh.keyboard.press("Enter")
    expect(fresh.get_by_role("dialog", name="Alles wissen in deze browser?")).to_be_visible()
    fresh.keyboard.press("Escape")
    expect(fresh.locator("[data-clearing]")).to_be_hidden()
    expect(fresh.locator("[data-clear]")).to_be_focused()
    expect(fresh.locator("[name='s1-02']")).to_be_checked()
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[data-save-first]")).to_be_focused()
    fresh.keyboard.press("Tab")
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[name='s1-02']")).not_to_be_checked()
    expect(fresh.locator("p[data-status]")).to_be_focused()
    tab_to(fresh, "[data-action=undo]", 1)
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[name='s1-02']")).to_be_checked()
    assert fresh.evaluate("document.activeElement !== document.body"), "the focus is not lost"


def test_who_agrees_with_the_examples_keeps_a_place_in_the_page(fresh: Page, server: str) -> None:
    fresh.goto(server + "rekenhulp/budget/")
    tab_to(fresh, "[name=fte]")
    type_over(fresh, "60")
    tab_to(fresh, "[data-agreement] button")
    fresh.keyboard.press("Enter")
    expect(fresh.locator("[data-agreement]")).to_be_hidden()
    expect(fresh.locator("[data-state]")).to_be_focused()
