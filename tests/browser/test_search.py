"""What the search finds first and shows, in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import MKDOCS_ALONE

pytestmark = MKDOCS_ALONE

LINK = ".md-search-result__link"


def search(page: Page, word: str) -> Locator:
    """Type a word on the home page and give the links found, once the last letter has counted."""
    page.goto("./")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.click("[data-md-component=search-query]")
    page.keyboard.type(word)
    expect(page.locator(f"{LINK}[href*='h={word.lower()}']").first).to_be_visible()
    return page.locator(LINK)


@pytest.mark.parametrize(("word", "term"), [("VTE", "term-vte"), ("OCMW", "term-ocmw")])
def test_a_term_lands_on_its_definition(page: Page, server: str, word: str, term: str) -> None:
    first = search(page, word).locator("visible=true").nth(1)  # behind the page that it is on
    expect(first).to_have_attribute("href", f"{server}woordenlijst/?h={word.lower()}#{term}")
    first.click()
    expect(page.locator(f"#{term}")).to_be_in_viewport()


def test_the_price_leads_to_the_budget(page: Page, server: str) -> None:
    search(page, "kostprijs")
    expect(page.locator(LINK).first).to_have_attribute("href", server + "rekenhulp/budget/?h=kostprijs")


def test_a_result_shows_the_description_and_no_keywords(page: Page) -> None:
    found = search(page, "kostprijs").first
    expect(found).to_contain_text("Bereken wat een verbindingsambassadeur kost")
    assert "loonschaal" not in found.inner_text()
