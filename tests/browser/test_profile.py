"""The browser profile that tests share holds what pages have fetched, and nothing that a test has kept."""

import pytest
from playwright.sync_api import Page

from tests.browser.reader import READY, until_there
from tests.browser.stored import KEY

KEEP = """async () => {
  localStorage.setItem("proef", "1");
  document.cookie = "proef=1";
  await new Promise((done) => { indexedDB.open("proef").onsuccess = done; });
}"""
KEPT = """async () => [
  ...Object.keys(localStorage), document.cookie, ...(await indexedDB.databases()).map(({ name }) => name),
].filter(Boolean)"""


@pytest.mark.parametrize("turn", ["first", "second"])
def test_no_test_sees_what_another_has_kept(page: Page, turn: str) -> None:
    page.goto("robots.txt")
    assert page.evaluate(KEPT) == [], turn
    page.evaluate(KEEP)
    page.goto("checklist/")
    page.check("[name='s1-01']")
    assert {"proef", "proef=1", KEY} <= set(page.evaluate(KEPT))


def starts_asked_for(page: Page) -> int:
    """How often a page with a calculator asks for the packed start of Python."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("rekenhulp/budget/")
    until_there(page, READY)
    return sum(address.endswith("/start.xz") for address in asked)


def test_python_stands_unpacked_in_it(tab: Page) -> None:
    assert starts_asked_for(tab) == 0


def test_a_fault_that_would_not_come_in_between_is_refused(tab: Page) -> None:
    with pytest.raises(AssertionError, match="newcomer"):
        tab.route("**/*.js", lambda route: route.abort())


@pytest.mark.newcomer
def test_a_newcomer_has_nothing_yet(tab: Page) -> None:
    assert starts_asked_for(tab) == 1
