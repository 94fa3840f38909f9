"""What floats over a page: bars, the status line and the button to the top cover nothing that a reader needs."""

import pytest
from playwright.sync_api import Page, expect

from calculators.budget import QUESTIONS
from calculators.core.parameters import NEWEST

PHONE = 320


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
    bar, box = phone.locator(".rh-statusbalk").first, field.bounding_box()
    cover = bar.bounding_box() if bar.count() else None
    assert box
    assert 0 < box["y"] < box["y"] + box["height"] <= 700
    assert not cover or box["y"] + box["height"] <= cover["y"] or cover["y"] + cover["height"] <= box["y"]


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
    quiet = said == "Bijgewerkt" and told.get_attribute("data-quiet") is not None and size[1] > 384
    assert quiet or told.evaluate(IN_SIGHT)
    expect(pressed).to_be_in_viewport()


def test_what_was_told_floats_until_the_reader_does_something_else(phone: Page, server: str) -> None:
    phone.goto(server + "rekenhulp/budget/")
    phone.get_by_role("button", name="Bewaar als scenario").click()
    expect(phone.locator(".is-zwevend")).to_have_count(1)
    phone.locator("[name=fte]").press_sequentially("5")
    expect(phone.locator(".is-zwevend")).to_have_count(0)


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


@pytest.mark.parametrize("key", ["Tab", "Escape", "wheel"])
def test_in_a_low_window_the_next_key_or_turn_of_the_wheel_ends_what_floats(page: Page, server: str, key: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 256})
    page.goto(f"{server}rekenhulp/budget/#cijfers_van={NEWEST.isoformat()}&fte=60&index_loon=3&einde=3")
    page.click("[data-action=take-over]")
    expect(page.locator(".is-zwevend")).to_have_count(1)
    if key == "wheel":
        page.mouse.wheel(0, 50)
    else:
        page.keyboard.press(key)
    expect(page.locator(".is-zwevend")).to_have_count(0)


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
    page.wait_for_function("window.document$")  # the theme's script waits until Python rests
    page.mouse.wheel(0, -200)
    top = page.locator(".md-top")
    expect(top).to_be_visible()
    told, button = status.bounding_box(), top.bounding_box()
    assert told
    assert button
    assert button["y"] + button["height"] <= told["y"] or button["y"] >= told["y"] + told["height"]


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


MOVED_AFTER_A_JUMP = """async place => {
    place.scrollIntoView({ block: "center" });
    const before = place.getBoundingClientRect().top;
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    return Math.abs(place.getBoundingClientRect().top - before);
}"""


@pytest.mark.parametrize("calculator", ["budget", "looptijd", "trajecten"])
def test_what_a_reader_jumps_to_stays_in_place(tab: Page, calculator: str) -> None:
    """Tables get their true height when they come near the window, and push away what is in it."""
    tab.set_viewport_size({"width": 390, "height": 720})
    tab.goto(f"rekenhulp/{calculator}/")
    assert tab.locator(".rh-volgende a").evaluate(MOVED_AFTER_A_JUMP) <= 1


UNANCHORED = "html { overflow-anchor: none; }"
"""As in Safari, which leaves what is in the window where it is only if nothing above it grows."""


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("place", ["[name=deelname_wijze]", "[name=betalers_aantal]"])
def test_what_is_above_a_field_has_its_true_height(tab: Page, width: int, place: str) -> None:
    """That of a result is tried in Safari's own engine: see test_engines."""
    tab.set_viewport_size({"width": width, "height": 720})
    tab.goto("rekenhulp/budget/")
    tab.add_style_tag(content=UNANCHORED)
    tab.locator(".rh-verfijn").evaluate_all("(folded) => folded.forEach((one) => { one.open = true; })")
    assert tab.locator(place).first.evaluate(MOVED_AFTER_A_JUMP) <= 1


HEIGHTS = "(parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top + scrollY))"


@pytest.mark.parametrize("calculator", ["budget", "looptijd", "trajecten"])
def test_using_a_field_moves_nothing_of_the_result(tab: Page, calculator: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 720})
    tab.goto(f"rekenhulp/{calculator}/")
    parts = tab.locator(".rh-resultaat > *")
    before = parts.evaluate_all(HEIGHTS)
    tab.locator("[data-field] input").first.focus()
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert parts.evaluate_all(HEIGHTS) == before
