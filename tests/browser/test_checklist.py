"""The checklist as a reader meets it."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect


def test_a_tick_survives_a_reload_and_shows_on_the_step(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.check("[name='s1-01']")
    expect(page.locator("[data-progress=stap-1]")).to_have_text("1 van 6 klaar")
    page.reload()
    assert page.is_checked("[name='s1-01']")
    page.goto(server + "stap-1-overtuigingen/")
    assert page.is_checked("[name='s1-01']")


def test_a_filter_shows_what_is_asked_and_says_how_much(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.check("[name='s1-01']")
    page.select_option("[data-filter]", "klaar")
    expect(page.locator("p[data-status]")).to_have_text("Je ziet 1 actie.")
    assert page.locator("[data-item]:visible").count() == 1
    assert page.locator("form[data-checklist] h2:visible").count() == 1
    page.uncheck("[name='s1-01']")
    page.locator("[data-item=s1-01] summary").focus()
    expect(page.locator("[data-item=s1-01]")).to_be_visible()
    page.select_option("[data-filter]", "klaar")
    expect(page.locator("p[data-status]")).to_have_text("Je ziet 0 acties.")
    page.select_option("[data-filter]", "alles")
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count()


def test_a_screen_reader_hears_which_action_a_field_belongs_to(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.click("[data-item=s1-01] summary")
    action = page.locator("#naam-s1-01").inner_text()
    page.get_by_role("group", name=action).get_by_label("Wie").fill("Noor")
    assert page.input_value("[name='s1-01.who']") == "Noor"


DATES = ("0105", "0027-01-01")
"""One that is half typed, with keys, and one of which the year has two digits."""


@pytest.mark.parametrize("typed", DATES)
def test_a_date_that_cannot_be_kept_yet_stays_while_other_fields_change(page: Page, server: str, typed: str) -> None:
    page.goto(server + "checklist/")
    page.click("[data-item=s1-01] summary")
    date = page.locator("[name='s1-01.by']")
    if typed in DATES[1:]:
        date.fill(typed)
    else:
        date.press_sequentially(typed)
        date.blur()
    message = page.get_by_text("Maak deze datum af")
    expect(message).to_be_visible()
    page.fill("[name='s1-01.who']", "Noor")
    page.check("[name='s1-02']")
    assert date.evaluate("one => one.validity.valid") is False, "the date is gone"
    expect(message).to_be_visible()
    page.get_by_role("button", name="Wis alles").click()
    page.locator("[data-clear-all]").click()
    assert date.evaluate("one => one.validity.valid && !one.value"), "erased with all the rest"
    expect(message).to_be_hidden()


def test_two_tabs_keep_each_others_work(context: BrowserContext, page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    other = context.new_page()
    other.goto(server + "checklist/")
    page.check("[name='s1-01']")
    expect(other.locator("[name='s1-01']")).to_be_checked()
    other.check("[name='s1-02']")
    expect(page.locator("[name='s1-02']")).to_be_checked()
    assert page.is_checked("[name='s1-01']")


def test_storage_that_is_damaged_is_left_alone_and_reported(page: Page, server: str) -> None:
    page.goto("over/privacy/")
    page.evaluate("localStorage.setItem('verbindingsambassadeur:/', '{oeps')")
    page.goto(server + "checklist/")
    expect(page.locator("[data-opslag=corrupt]")).to_be_visible()
    page.check("[name='s1-01']")
    assert page.evaluate("localStorage.getItem('verbindingsambassadeur:/')") == "{oeps"


def test_storage_of_a_newer_version_is_left_alone_and_reported(page: Page, server: str) -> None:
    page.goto("over/privacy/")
    page.evaluate("localStorage.setItem('verbindingsambassadeur:/', '{\"version\": 99}')")
    page.goto(server + "checklist/")
    expect(page.locator("[data-opslag=newer]")).to_be_visible()
    page.check("[name='s1-01']")
    assert page.evaluate("localStorage.getItem('verbindingsambassadeur:/')") == '{"version": 99}'
