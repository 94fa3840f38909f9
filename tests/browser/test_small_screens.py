"""The smallest phone: nothing is cut, nothing too small to read, nothing in the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from calculators.budget import QUESTIONS
from calculators.core.content import steps
from calculators.core.parameters import NEWEST

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


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": PHONE, "height": 640})
    return page


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


def test_back_to_the_top_leaves_the_examples_free(phone: Page, server: str) -> None:
    phone.goto(server + "rekenhulp/budget/")
    phone.wait_for_function("window.document$")  # the theme's script waits until Python rests
    phone.mouse.wheel(0, 1200)
    phone.wait_for_function("scrollY > 1000")
    phone.mouse.wheel(0, -500)
    phone.wait_for_function("scrollY < 800")
    button = phone.locator(".md-top:not([hidden])")
    button.wait_for()
    box = button.bounding_box()
    assert box
    assert box["y"] > 640 / 2, "at the bottom"
    assert box["width"] <= 48, "and small"
    assert box["x"] + box["width"] <= PHONE
    assert button.inner_text().strip() == "Terug naar boven", "a name for who cannot see it"
    phone.locator("[name=werkingskosten]").evaluate("(field) => field.focus({ preventScroll: true })")
    expect(button, "it would cover the field in use").to_be_hidden()


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


@pytest.mark.parametrize("size", [(PHONE, 640), (390, 844), (320, 256)])  # the last is 400 % of a laptop
def test_the_total_is_in_sight_from_the_start_and_covers_no_field(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(server + "rekenhulp/budget/")
    line = page.locator(".rh-kern")
    if size[1] > 384:
        expect(line).to_be_in_viewport()
        seen = line.bounding_box()
        assert seen
        assert seen["height"] <= 48, "one line"
    page.fill("[name=fte]", "50")
    expect(line).to_have_text("Totale kost over de looptijd: € 121.498")
    for name in QUESTIONS:
        field = page.locator(f"#veld-{name}")
        field.focus()
        box = field.bounding_box()
        assert box
        for bar in (line.bounding_box(), page.locator(".rh-statusbalk").bounding_box()):
            apart = not bar or box["y"] + box["height"] <= bar["y"] or bar["y"] + bar["height"] <= box["y"]
            assert apart, (name, box, bar)


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
    jump = page.locator(".dossier-kort a").filter(visible=True)
    expect(jump).to_have_count(1)
    jump.click()
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


def test_what_became_of_a_link_covers_no_field(phone: Page, server: str) -> None:
    phone.set_viewport_size({"width": 390, "height": 844})
    phone.goto(f"{server}rekenhulp/budget/#fte=61&jaarloonkost=50.000")
    phone.click("[data-action=take-over]")
    expect(phone.locator("[data-status]")).to_contain_text("staan nu in je eigen budget")
    expect(phone.locator("[data-action=undo]")).to_be_visible()
    field, bar = phone.locator("[name=fte]").bounding_box(), phone.locator(".rh-statusbalk").bounding_box()
    expect(phone.locator("[name=fte]")).to_be_focused()
    assert field
    assert bar
    assert field["y"] + field["height"] <= bar["y"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "fte"),
        ("rekenhulp/budget/", "fte"),
        ("rekenhulp/looptijd/", "looptijd_jaren"),
        ("rekenhulp/trajecten/", "fte"),
        ("dossier/", "plaatsen"),
    ],
)
def test_an_error_pushes_the_field_in_use_under_no_bar(phone: Page, server: str, address: str, name: str) -> None:
    phone.set_viewport_size({"width": 375, "height": 700})
    phone.goto(server + address)
    if "dossier" in address:
        phone.click("[data-add]")
    field = phone.locator(f"[name={name}], [data-part={name}]").filter(visible=True).first
    field.evaluate("(field) => scrollBy(0, field.getBoundingClientRect().bottom - innerHeight + 72)")
    field.evaluate("(field) => field.focus({ preventScroll: true })")
    phone.keyboard.press("Control+A")
    phone.keyboard.type("veel")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(phone.locator("[data-status]").first).to_contain_text("klopt")
    bar = phone.locator(".rh-statusbalk").first
    low = bar.evaluate("(bar) => bar.getBoundingClientRect().top") if bar.count() else 700
    box = field.bounding_box()
    assert box
    assert 0 < box["y"] < box["y"] + box["height"] <= (low if low > box["y"] else 700)


IN_SIGHT = """(line) => {
  const { left, top, bottom, width } = line.getBoundingClientRect();
  return [top + 2, bottom - 2].every((y) => line.contains(document.elementFromPoint(left + width / 2, y)));
}"""
PRESSED = [
    ("rekenhulp/budget/", "Zet eigen, opdracht en subsidie naast elkaar", "Naast elkaar"),
    ("rekenhulp/budget/", "Bewaar als scenario", "Bewaard: Scenario 1"),
    ("rekenhulp/looptijd/", "Onbepaalde duur", "Bijgewerkt"),
    ("checklist/", "Maak ingevuld (JSON)", "Klaar: "),
    ("dossier/", "Maak ingevuld (Word)", "Klaar: "),
    ("stap-4-aanwerven/", "Functieprofiel (Word)", "Klaar: "),
]


@pytest.mark.parametrize("size", [(320, 256), (390, 844), (1280, 720)])
@pytest.mark.parametrize(("address", "button", "said"), PRESSED)
def test_what_becomes_of_a_button_is_told_in_sight(
    page: Page, server: str, size: tuple[int, int], address: str, button: str, said: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(server + address)
    pressed = page.get_by_role("button", name=button).filter(visible=True).first
    pressed.click()
    told = page.get_by_role("status").filter(has_text=said).first
    told.wait_for(state="attached")
    quiet = told.get_attribute("data-quiet") is not None and size[1] > 384
    assert quiet or told.evaluate(IN_SIGHT)
    expect(pressed).to_be_in_viewport()


def test_what_was_told_floats_until_the_reader_does_something_else(phone: Page, server: str) -> None:
    phone.goto(server + "rekenhulp/budget/")
    phone.get_by_role("button", name="Bewaar als scenario").click()
    expect(phone.locator(".is-zwevend")).to_have_count(1)
    phone.locator("[name=fte]").press_sequentially("5")
    expect(phone.locator(".is-zwevend")).to_have_count(0)


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


def test_a_bar_that_grows_uncovers_what_has_the_focus(page: Page, server: str) -> None:
    """On a phone at 400 % zoom, after "Wis alles" and after an own action of the checklist was removed."""
    page.set_viewport_size({"width": PHONE, "height": 256})
    page.goto(server + "dossier/")
    page.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    page.locator("[data-clear]").click()
    page.locator("[data-clear-all]").click()
    expect(page.locator("[data-status]").first).not_to_be_empty()
    assert page.locator("[data-clear]").evaluate(UNCOVERED)
    page.goto(server + "checklist/")
    field = page.locator("[data-new]").last
    field.fill("Bel Jan")
    page.locator("[data-add-action]").last.click()
    own = page.locator("[data-item^=eigen]").last
    own.locator("summary").click()
    own.locator("[data-remove-action]").click()
    expect(page.locator("[data-status]").first).to_contain_text("Verwijderd")
    assert field.evaluate(UNCOVERED)


@pytest.mark.parametrize("size", [(PHONE, 256), (390, 844), (1440, 900)])
def test_nothing_gets_the_focus_behind_the_status_line(page: Page, server: str, size: tuple[int, int]) -> None:
    """After figures were taken over from a link, which takes several lines to tell."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}rekenhulp/budget/#cijfers_van={NEWEST.isoformat()}&fte=60&index_loon=3&einde=3")
    page.click("[data-action=take-over]")
    expect(page.locator("[data-action=undo]")).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        page.wait_for_function(SHOWN)


SHOWN = """() => {
  const used = document.activeElement;
  const { left, top, bottom, width } = used.getBoundingClientRect();
  const box = used.closest("label, p, .rh-invoer, .rh-keuzes") ?? used;
  const seen = [(top + bottom) / 2, bottom - 3].map((y) => document.elementFromPoint(left + width / 2, y));
  return used !== document.body && seen.every((one) => box.contains(one));
}"""
"""Whether nothing lies over the middle and the end of what has the focus, or of the text that it is part of."""

UNCOVERED = """(control) => {
  const { left, top, bottom, width } = control.getBoundingClientRect();
  const seen = [top + 2, bottom - 2].map((y) => document.elementFromPoint(left + width / 2, y));
  return document.activeElement === control && seen.every((one) => control.contains(one));
}"""
"""Whether a control has the focus, and nothing lies over it."""


def test_back_to_the_top_covers_nothing_that_is_told(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server + "dossier/")
    page.fill("[name=organisatie]", "Welzijnsvereniging Voorbeeldegem aan de Leie en omstreken")
    page.get_by_role("button", name="Maak ingevuld (Word)").filter(visible=True).first.click()
    status = page.get_by_role("status").filter(has_text="Klaar: ").first
    expect(status).to_be_visible()
    page.mouse.wheel(0, -200)
    top = page.locator(".md-top")
    expect(top).to_be_visible()
    told, button = status.bounding_box(), top.bounding_box()
    assert told
    assert button
    assert button["y"] + button["height"] <= told["y"] or button["y"] >= told["y"] + told["height"]


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
