"""The switch between light and dark: it follows the system until a reader chooses, and keeps that choice."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

DARK, LIGHT = "slate", "default"


def scheme_is(page: Page, scheme: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    expect(page.locator("[data-scheme]")).to_have_attribute("aria-pressed", str(scheme == DARK).lower())


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """The home page of a reader whose system is light."""
    with browser.new_context(base_url=server, color_scheme="light") as context:
        page = context.new_page()
        page.goto("")
        scheme_is(page, LIGHT)
        yield page


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_turns_the_page_dark_and_light_again(page: Page, key: str) -> None:
    page.get_by_role("button", name="Donkere weergave").focus()
    for scheme in (DARK, LIGHT):
        page.keyboard.press(key)
        scheme_is(page, scheme)


def test_a_choice_holds_on_every_page_whatever_the_system_does(page: Page) -> None:
    page.get_by_role("button", name="Donkere weergave").click()
    page.goto("checklist/")
    scheme_is(page, DARK)
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    scheme_is(page, DARK)


def test_without_a_choice_the_page_follows_the_system_and_keeps_nothing(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    scheme_is(page, DARK)
    page.emulate_media(color_scheme="light")
    scheme_is(page, LIGHT)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('palette'))") == []


def test_scroll_bars_and_the_bar_of_a_phone_change_too(page: Page) -> None:
    root, bar = page.locator("html"), page.locator("meta[name=theme-color]")
    expect(root).not_to_have_css("color-scheme", "dark")
    light = bar.get_attribute("content") or ""
    page.get_by_role("button", name="Donkere weergave").click()
    expect(root).to_have_css("color-scheme", "dark")
    expect(bar).not_to_have_attribute("content", light)
