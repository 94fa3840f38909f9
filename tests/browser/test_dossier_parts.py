"""The dossier as a list of tasks: one part in view, with the keyboard, and the note beside it."""

from playwright.sync_api import Page, expect

from tests.browser.reader import clear

DOSSIER = "dossier/"


SHOWN = "[data-part-of-dossier]:not([hidden])"


def expect_alone(tab: Page, part: str) -> None:
    """Wait until this part is the only one in view."""
    expect(tab.locator(SHOWN)).to_have_count(1)
    expect(tab.locator(SHOWN)).to_have_attribute("data-part-of-dossier", part)


def test_a_gap_leads_to_its_field_and_hides_nothing_where_all_parts_are_in_view(tab: Page) -> None:
    tab.goto(DOSSIER)
    tab.locator("[data-gap=steungroep]").click()
    expect(tab.locator("[name=steungroep]")).to_be_focused()
    expect(tab.locator(SHOWN)).to_have_count(6)


def test_the_note_beside_the_form_shows_what_is_being_written(tab: Page) -> None:
    tab.set_viewport_size({"width": 1280, "height": 500})
    tab.goto(DOSSIER)
    tab.fill("[name=rapportering]", "Elk jaar een verslag.")
    written = tab.locator("[data-written=rapportering]")
    expect(written).to_contain_text("Elk jaar een verslag.")
    expect(written).to_be_in_viewport()


def test_what_was_erased_does_not_stay_in_the_note(tab: Page) -> None:
    tab.goto(DOSSIER)
    places = tab.locator("[data-overview], [data-tasks], [data-note]")
    empty = places.all_inner_texts()
    tab.fill("[name=rapportering]", "Elk jaar een verslag.")
    expect(tab.locator("[data-note]")).to_contain_text("Elk jaar een verslag.")
    clear(tab)
    assert places.all_inner_texts() == empty
    tab.click("[data-action=undo]")
    expect(tab.locator("[data-note]")).to_contain_text("Elk jaar een verslag.")


def test_a_task_leads_to_its_part_alone_and_the_note_to_its_gaps(tab: Page) -> None:
    tab.goto(DOSSIER)
    expect(tab.locator(SHOWN)).to_have_count(6)
    tab.locator("[data-section=overtuigingen]").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#deel-overtuigingen")).to_be_focused()
    expect_alone(tab, "overtuigingen")
    tab.fill("[name=overtuigingen]", "Elk kind verdient een plek.")
    tab.fill("[name=verwachtingen]", "Meer kinderen vinden de weg.")
    expect(tab.locator("[data-section=overtuigingen]")).to_contain_text("Klaar")
    expect(tab.locator("[data-section=overtuigingen]")).to_have_attribute("aria-current", "true")
    expect(tab.locator("[data-note]")).to_contain_text("Elk kind verdient een plek.")
    tab.locator("[data-gap=steungroep]").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("[name=steungroep]")).to_be_focused()
    expect_alone(tab, "aanstelling")
    tab.go_back()
    expect(tab.locator("#deel-overtuigingen")).to_be_visible()
    tab.get_by_role("link", name="Volgende deel").and_(tab.locator(":visible")).click()
    expect_alone(tab, "situatie")
    tab.reload()
    expect_alone(tab, "situatie")
    tab.goto(DOSSIER + "#alles")
    expect(tab.locator("[name=organisatie]")).to_be_visible()
