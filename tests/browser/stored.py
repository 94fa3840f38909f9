"""What a browser keeps of what a reader filled in."""

import json
from typing import Any

from playwright.sync_api import Page

from calculators.dossier import read_stored

KEY = "verbindingsambassadeur:/"
"""Where a copy at the top of its host keeps it."""


def stored(page: Page, key: str = KEY) -> dict[str, Any]:
    """All of it, as JSON; empty when there is nothing."""
    kept: dict[str, Any] = json.loads(page.evaluate("(key) => localStorage.getItem(key)", key) or "{}")
    return kept


def form_of(page: Page, form: str = "budget", key: str = KEY) -> dict[str, str]:
    """What stands in a form according to what is kept, with what it shares with others."""
    return dict(read_stored(json.dumps(stored(page, key))).shown(form))
