"""What a browser keeps of what a reader filled in."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page

from calculators.dossier import read_stored
from tests.conftest import READER

NO_SCRIPT = "robots.txt"
"""A file of the site, where no script of ours runs."""

KEY = "verbindingsambassadeur:/"
"""Where a copy at the top of its host keeps it."""


def stored(page: Page, key: str = KEY) -> dict[str, Any]:
    """All of it, as JSON; empty when there is nothing."""
    kept: dict[str, Any] = json.loads(page.evaluate("(key) => localStorage.getItem(key)", key) or "{}")
    return kept


def form_of(page: Page, form: str = "budget", key: str = KEY) -> dict[str, str]:
    """What stands in a form according to what is kept, with what it shares with others."""
    return dict(read_stored(json.dumps(stored(page, key))).shown(form))


def kept_after(browser: Browser, server: str, fill_in: Callable[[Page], None]) -> dict[str, str]:
    """All that a new browser keeps of what is filled in: for tests that begin where a reader left."""
    with browser.new_context(**READER, base_url=server) as reader:
        page = reader.new_page()
        fill_in(page)
        page.goto(NO_SCRIPT)  # what was typed last is kept when the page is left
        kept: dict[str, str] = page.evaluate("({ ...localStorage })")
    assert kept[KEY]
    return kept


def come_back(page: Page, kept: dict[str, str]) -> None:
    """Have the browser keep this, before any page of ours is opened."""
    page.goto(NO_SCRIPT)
    page.evaluate("(kept) => { Object.assign(localStorage, kept); }", kept)


def keep(page: Page, document: dict[str, Any], address: str) -> None:
    """Open a page with this in storage."""
    come_back(page, {KEY: json.dumps(document)})
    page.goto(address)
