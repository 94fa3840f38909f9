"""A reader whose browser keeps no worker between the page and its files."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def tab(browser: Browser, server: str) -> Iterator[Page]:
    """A reader without a service worker, so that a fault can stand between the page and its files."""
    context = browser.new_context(locale="nl-BE", accept_downloads=True, service_workers="block", base_url=server)
    page = context.new_page()
    page.set_default_timeout(60_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.stack or ""))
    yield page
    context.close()
    assert not [stack for stack in errors if "/assets/bundle/" in stack], "uncaught, and ours"
