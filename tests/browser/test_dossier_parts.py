"""The dossier as a list of tasks: one part in view, with the keyboard, and the note beside it."""

from playwright.sync_api import Page, expect

DOSSIER = "dossier/"


def seen(tab: Page) -> list[str]:
    parts = tab.locator("[data-part-of-dossier]:not([hidden])").all()
    return [part.get_attribute("data-part-of-dossier") or "" for part in parts]


def test_a_task_leads_to_its_part_alone_and_the_note_to_its_gaps(tab: Page) -> None:
    tab.goto(DOSSIER)
    assert len(seen(tab)) == 6
    tab.locator("[data-section=overtuigingen]").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#deel-overtuigingen")).to_be_focused()
    assert seen(tab) == ["overtuigingen"]
    tab.fill("[name=overtuigingen]", "Elk kind verdient een plek.")
    tab.fill("[name=verwachtingen]", "Meer kinderen vinden de weg.")
    expect(tab.locator("[data-section=overtuigingen]")).to_contain_text("Klaar")
    expect(tab.locator("[data-section=overtuigingen]")).to_have_attribute("aria-current", "true")
    expect(tab.locator("[data-note]")).to_contain_text("Elk kind verdient een plek.")
    tab.locator("[data-gap=steungroep]").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("[name=steungroep]")).to_be_focused()
    assert seen(tab) == ["aanstelling"]
    tab.go_back()
    expect(tab.locator("#deel-overtuigingen")).to_be_visible()
    tab.get_by_role("link", name="Volgende deel").and_(tab.locator(":visible")).click()
    assert seen(tab) == ["situatie"]
    tab.reload()
    assert seen(tab) == ["situatie"]
    tab.goto(DOSSIER + "#alles")
    expect(tab.locator("[name=organisatie]")).to_be_visible()
