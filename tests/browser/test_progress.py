"""How far each step of the checklist is, in the step bar and the menu."""

from playwright.sync_api import Page, expect


def test_what_is_ticked_shows_in_the_step_bar_and_in_the_menu(tab: Page) -> None:
    tab.goto("stap-1-overtuigingen/")
    bar = tab.locator(".voortgang a[href*='stap-1']").or_(tab.locator(".voortgang a[aria-current]"))
    expect(tab.locator(".stap-stand")).to_have_count(0)
    tab.check("[name='s1-01']")
    expect(bar.first.locator(".stap-stand")).to_contain_text("1/")
    tab.goto("dossier/")
    expect(tab.locator(".md-sidebar--primary a[href*='stap-1'] .stap-stand").first).to_contain_text("klaar")
