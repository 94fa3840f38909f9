"""A text that is longer than documents have room for is told at its field, and never cut."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stored import stored

OPEN = "[data-item=s1-01] summary"
FIELDS = [("dossier/", "situatie", 5000), ("checklist/", "s1-01.note", 4000), ("checklist/", "s1-01.who", 200)]


@pytest.mark.parametrize(("address", "name", "longest"), FIELDS)
def test_a_text_that_is_too_long_stays_whole_and_the_field_says_how_much(
    tab: Page, address: str, name: str, longest: int
) -> None:
    text = "𝐚" * longest + "één"  # two units for a browser, one character for Python
    tab.goto(address)
    if "." in name:
        tab.click(OPEN)
    field = tab.locator(f"[name='{name}']")
    field.fill("𝐚" * longest)
    message = tab.locator("[data-too-long]")
    expect(message).to_have_count(0)
    field.fill(text)
    expect(message).to_contain_text("is 3 tekens te lang.")
    tab.reload()
    expect(field).to_have_value(text)
    expect(message).to_contain_text(f"passen er {longest:,}".replace(",", "."))
    if "." in name:
        tab.click(OPEN)
    field.fill("kort")
    expect(message).to_have_count(0)


def test_a_document_says_what_it_could_not_hold(tab: Page) -> None:
    tab.goto("dossier/")
    tab.fill("[name=situatie]", "a" * 5001)
    with tab.expect_download():
        tab.click("[data-document=nota]")
    expect(tab.locator("[data-downloads] [data-status]")).to_contain_text("is te lang: hoogstens 5000 tekens")
    assert len(stored(tab)["dossier"]["situatie"]) == 5001


def test_a_long_name_of_a_scenario_is_refused_and_stays(tab: Page) -> None:
    tab.goto("rekenhulp/budget/")
    tab.fill("[name=scenario]", "n" * 41)
    tab.press("[name=scenario]", "Enter")
    expect(tab.locator("[data-status]")).to_contain_text("hoogstens 40 tekens")
    expect(tab.locator("[name=scenario]")).to_have_value("n" * 41)
