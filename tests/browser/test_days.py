"""A date is read back in words under its field, as browsers show it in their own language."""

import pytest
from playwright.sync_api import Page, expect

FIRST = "veld-startdatum"
CASES = [
    ("2027-03-01", "maandag 1 maart 2027"),
    ("2028-02-29", "dinsdag 29 februari 2028"),
    ("2026-12-31", "donderdag 31 december 2026"),
]


@pytest.mark.parametrize("address", ["rekenhulp/budget/", "rekenhulp/looptijd/"])
def test_a_date_is_read_back_and_described(page: Page, address: str) -> None:
    page.goto(address)
    field, told = page.locator(f"#{FIRST}"), page.locator("#startdatum-dag")
    for day, words in CASES:
        field.fill(day)
        expect(told).to_have_text(words)
    assert "startdatum-dag" in (field.get_attribute("aria-describedby") or "").split()
    field.fill("")
    expect(told).to_have_text("")


@pytest.mark.newcomer
def test_the_example_is_in_words_without_a_script(page: Page) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.goto("rekenhulp/budget/")
    day = page.input_value(f"#{FIRST}")
    year = day.split("-")[0]
    expect(page.locator("#startdatum-dag")).to_contain_text(year)


def test_a_kept_date_is_in_words_after_a_reload_and_on_the_other_pages(page: Page) -> None:
    page.goto("rekenhulp/budget/")
    page.fill(f"#{FIRST}", "2027-03-01")
    page.goto("rekenhulp/looptijd/")
    expect(page.locator("#startdatum-dag")).to_have_text("maandag 1 maart 2027")
    page.reload()
    expect(page.locator("#startdatum-dag")).to_have_text("maandag 1 maart 2027")


def test_checklist_and_dossier_read_dates_back_too(page: Page) -> None:
    page.goto("checklist/")
    page.locator(".checklist-meer").first.locator("summary").click()
    page.locator("input[type=date] >> visible=true").first.fill("2027-03-15")
    expect(page.locator(".checklist-meer .rh-dag").first).to_have_text("maandag 15 maart 2027")
    page.goto("dossier/")
    date = page.locator("form[data-dossier] input[type=date]").first
    date.evaluate("field => field.closest('details')?.setAttribute('open', '')")
    date.fill("2027-03-15")
    expect(page.locator("form[data-dossier] .rh-dag").first).to_have_text("maandag 15 maart 2027")
