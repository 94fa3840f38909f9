"""Readers in their browsers: at their first visit, with figures of their own, with a phone."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.host import until_all_kept
from tests.browser.links import type_own
from tests.browser.reader import origin
from tests.browser.runtime import BUDGET, ask
from tests.browser.stored import come_back, kept_after
from tests.conftest import CHROMIUM, FLAGS, READER, a_reader

collect_ignore = [] if origin() == "snapshot" else ["test_snapshot.py", "test_second_half.py", "test_profile.py"]
"""What only a runtime of our own making has."""


@contextmanager
def a_tab(reader: BrowserContext) -> Generator[Page]:
    """A patient tab. An error in our own scripts that none of them catches fails the test."""
    errors: list[str] = []
    page = reader.new_page()
    page.set_default_timeout(60_000)
    page.on("pageerror", lambda error: errors.append(error.stack or ""))
    yield page
    assert not [stack for stack in errors if "/assets/bundle/" in stack], "uncaught, and ours"


@pytest.fixture
def tab(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """A tab without a service worker, so that a fault can stand between the page and its files.

    With the mark `newcomer` the browser has fetched nothing yet.
    """
    with a_reader(request, browser, server, service_workers="block") as reader, a_tab(reader) as page:
        yield page


@pytest.fixture(scope="module")
def quick_browser(browser: Browser) -> Iterator[Browser]:
    """A browser that compiles again what it does often, as readers have it: for tests that calculate for long."""
    chromium = browser.browser_type.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture
def quick_tab(quick_browser: Browser, server: str) -> Iterator[Page]:
    """A tab of a newcomer in it, without a service worker."""
    quick = quick_browser.new_context(**READER, base_url=server, service_workers="block")
    with quick as reader, a_tab(reader) as page:
        yield page


@pytest.fixture
def kept(context: BrowserContext, server: str) -> Iterator[Page]:
    """A tab of a reader who has calculated once, with all that is kept for later: a `newcomer`."""
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{server}rekenhulp/budget/")
    ask(page, BUDGET)
    until_all_kept(page)
    yield page
    context.set_offline(False)


@pytest.fixture
def endurance(request: pytest.FixtureRequest) -> int:
    """How many pages one tab visits; ten times as many answers, and a quarter as many deployments."""
    return int(request.config.getoption("--endurance"))


@pytest.fixture(scope="module")
def own_figures(browser: Browser, server: str) -> dict[str, str]:
    """What is kept of a budget of one's own."""
    return kept_after(browser, server, type_own)


@pytest.fixture
def own(page: Page, own_figures: dict[str, str]) -> Page:
    """A reader with figures of their own, who is about to come to the site."""
    come_back(page, own_figures)
    return page


@pytest.fixture
def own_budget(page: Page) -> Page:
    """A reader who has just worked out a budget of their own."""
    type_own(page)
    return page


@pytest.fixture
def phone(page: Page) -> Page:
    """The smallest phone that we reckon with."""
    page.set_viewport_size({"width": 320, "height": 640})
    return page
