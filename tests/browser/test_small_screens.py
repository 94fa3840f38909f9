"""The smallest phone: nothing is cut, nothing too small to read, nothing in the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from calculators.core.content import steps

PHONE = 320
TABLES = ["stap-3-keuze/", "rekenhulp/budget/", "rekenhulp/looptijd/", "rekenhulp/trajecten/", "over/onderhoud/"]
SIDEWAYS = """(boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth)
  .map((box) => `${box.ariaLabel}: ${box.scrollWidth} in ${box.clientWidth}`)"""
LETTERS = "(texts) => Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize)))"
CUT = """(selects) => selects.filter((select) => {
  const { font, paddingLeft, paddingRight } = getComputedStyle(select);
  const pen = Object.assign(document.createElement("canvas").getContext("2d"), { font });
  const arrow = 20;
  const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - arrow;
  return pen.measureText(select.selectedOptions[0].text).width > room;
}).map(({ name }) => name)"""


@pytest.mark.parametrize("address", TABLES)
def test_rows_stack_with_the_name_of_the_column_beside_each_value(phone: Page, server: str, address: str) -> None:
    phone.goto(server + address)
    boxes = phone.locator(".rh-tabel")
    assert boxes.count()
    assert boxes.evaluate_all(SIDEWAYS) == []
    name = phone.locator(".rh-tabel td").first.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert name.strip('"') == phone.locator(".rh-tabel thead th").nth(1).text_content()


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_names_and_amounts_of_a_chart_can_be_read(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + "rekenhulp/budget/")
    assert page.locator("[data-chart] :is(li, span)").evaluate_all(LETTERS) >= 12


@pytest.mark.parametrize("width", [PHONE, 1280])
@pytest.mark.parametrize("address", ["rekenhulp/budget/", "rekenhulp/trajecten/", "dossier/"])
def test_a_choice_is_shown_whole(page: Page, server: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + address)
    assert page.locator(".md-content select").filter(visible=True).evaluate_all(CUT) == []


def test_breadcrumbs_are_whole(phone: Page, server: str) -> None:
    phone.goto(server + "dossier/")
    last = phone.locator(".md-path [aria-current]").bounding_box()
    assert last
    assert last["x"] + last["width"] <= PHONE


@pytest.mark.parametrize("width", [PHONE, 480, 768, 1280])
def test_the_buttons_of_the_documents_are_in_line(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + "dossier/")
    for kind in ("[data-document]", "a[download]"):
        boxes = page.locator(f".documenten {kind}").evaluate_all(
            "(all) => all.map((one) => one.getBoundingClientRect()).map(({ x, width, height }) => [x, width, height])"
        )
        assert len({tuple(round(value) for value in box) for box in boxes}) == 1, "one place, one size"
    pairs = page.locator(".document-knoppen:has(a)").evaluate_all(
        "(rows) => rows.map(({ children: [made, blank] }) => made.offsetHeight - blank.offsetHeight)"
    )
    assert set(pairs) == {0}


def test_the_button_leads_to_the_result(phone: Page, server: str) -> None:
    phone.goto(server + "rekenhulp/budget/")
    phone.fill("[name=fte]", "50")
    phone.get_by_role("button", name="Bereken", exact=True).click()
    expect(phone.locator("#resultaat")).to_be_focused()
    expect(phone.locator("#resultaat")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["budget", "looptijd", "trajecten"])
def test_the_bar_with_the_first_figure_never_cuts_that_figure(phone: Page, server: str, name: str) -> None:
    phone.goto(f"{server}rekenhulp/{name}/")
    figure = phone.locator(".rh-kern strong")
    assert figure.text_content()
    box = figure.bounding_box()
    assert box
    assert 0 <= box["x"] < box["x"] + box["width"] <= PHONE


@pytest.mark.parametrize("size", [(390, 844), (PHONE, 256)])  # a phone, and 400 % of a laptop
@pytest.mark.parametrize("part", ["", "#deel-situatie"])
def test_each_part_of_the_dossier_begins_with_the_way_to_the_note(
    page: Page, server: str, size: tuple[int, int], part: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}dossier/{part}")
    jumps = page.locator(".dossier-kort a").filter(visible=True)
    expect(jumps).to_have_text(["Lees je nota tot nu toe", "Naar je nota in Word"])
    jumps.first.click()
    expect(page.locator("#nota-tot-nu-toe")).to_be_in_viewport()
    page.go_back()
    jumps.last.click()
    expect(page.locator("[data-document=nota]")).to_be_in_viewport()


def test_each_step_of_the_checklist_begins_with_the_way_to_the_bar_where_that_does_not_stay(
    page: Page, server: str
) -> None:
    page.set_viewport_size({"width": PHONE, "height": 256})
    page.goto(server + "checklist/")
    jumps = page.locator(".checklist-terug a").filter(visible=True)
    expect(jumps).to_have_count(len(steps()))
    word = page.locator("[data-bar] [data-document=checklist]")
    for place in range(len(steps())):
        jumps.nth(place).scroll_into_view_if_needed()
        expect(word).not_to_be_in_viewport()
        jumps.nth(place).click()
        expect(word).to_be_in_viewport()


def test_where_the_bar_of_the_checklist_stays_there_is_no_way_to_it(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server + "checklist/")
    page.locator("#checklist-stap-6").scroll_into_view_if_needed()
    expect(page.locator("[data-bar] [data-document=checklist]")).to_be_in_viewport()
    expect(page.locator(".checklist-terug a").filter(visible=True)).to_have_count(0)


LONG_WORD = "https://voorbeeld.be/" + "verbindingsambassadeur" * 12


def test_a_long_address_makes_no_page_scroll_sideways(phone: Page, server: str) -> None:
    """In a note and an own action of the checklist, in what is told of it, and in the name of a partner."""
    wide = "document.documentElement.scrollWidth"
    phone.goto(server + "checklist/")
    item = phone.locator("[data-item]").first
    item.locator("summary").click()
    item.locator("[name$='.note']").fill(LONG_WORD)
    phone.locator("[data-new]").first.fill(LONG_WORD)
    phone.locator("[data-add-action]").first.click()
    expect(phone.locator("[data-status]").first).to_contain_text("Toegevoegd: https://")
    assert phone.evaluate(wide) <= PHONE
    item.locator("summary").click()
    assert phone.evaluate(wide) <= PHONE
    phone.goto(server + "dossier/#alles")
    phone.locator("[data-add]").click()
    phone.locator("[data-part=naam]").fill(LONG_WORD)
    phone.locator("[data-remove]").click()
    expect(phone.locator("[data-put-back]")).to_contain_text("https://")
    assert phone.evaluate(wide) <= PHONE


def test_the_label_of_the_bar_is_whole(phone: Page, server: str) -> None:
    """Also when readers set their own spacing (WCAG 1.4.12)."""
    phone.goto(server + "rekenhulp/looptijd/")
    phone.add_style_tag(content="* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }")
    bar = phone.locator(".rh-kern")
    expect(bar).to_be_visible()
    assert bar.evaluate("(bar) => bar.scrollWidth <= bar.clientWidth && bar.scrollHeight <= bar.clientHeight")
    shown = bar.locator("> *").evaluate_all("(parts) => parts.map((part) => part.scrollWidth - part.clientWidth)")
    assert shown == [0, 0]


def test_rows_name_no_column_that_is_empty(phone: Page, server: str) -> None:
    phone.goto(server + "rekenhulp/budget/")
    empty = phone.locator("[data-table=bbc] td", has_not_text=re.compile(r"\S"))
    assert empty.count()
    assert empty.filter(visible=True).count() == 0
