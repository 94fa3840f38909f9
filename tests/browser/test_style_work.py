"""How much of a page the browser styles anew at a small change: it counts elements, so that no clock decides.

One selector with `:has()` that ends in no class, such as `.a:has(.b) > :not(.c)`, makes it all of the page, whatever
changed: at each keystroke, since the status line says something else then.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, ViewportSize

PHONE: ViewportSize = {"width": 412, "height": 823}
ELEMENTS = "document.querySelectorAll('*').length"
STATUS = "const line = document.querySelector('main [role=status]'); line.textContent = line.textContent ? '' : 'Klaar'"
HEAD = "document.head.append(document.createElement('meta'))"
FOCUS = "document.querySelector('main form :is(input, select):not([type=hidden])').focus({ preventScroll: true })"


@pytest.fixture
def devtools(page: Page) -> Iterator[CDPSession]:
    session = page.context.new_cdp_session(page)
    yield session
    session.detach()


def styled(page: Page, devtools: CDPSession, change: str) -> int:
    """How many elements get their styles worked out after a script has changed the page."""
    page.evaluate("() => { document.activeElement.blur(); document.body.offsetTop; }")  # nothing is left to do
    events: list[dict[str, Any]] = []
    ended: list[bool] = []
    devtools.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    devtools.on("Tracing.tracingComplete", lambda _: ended.append(True))
    devtools.send("Tracing.start", {"categories": "devtools.timeline", "transferMode": "ReportEvents"})
    page.evaluate(f"() => {{ {change}; document.body.offsetTop; }}")
    devtools.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(10)
    return sum(event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree")


@pytest.mark.parametrize("address", ["checklist/", "dossier/", "rekenhulp/budget/", "rekenhulp/looptijd/"])
def test_a_small_change_styles_little_of_the_page(page: Page, devtools: CDPSession, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    page.wait_for_selector("html[data-runtime]")
    page.wait_for_function("window.document$")
    for change in (FOCUS, STATUS, HEAD):
        count = min(styled(page, devtools, change) for _ in range(3))  # the page may do something else meanwhile
        assert 0 < count < page.evaluate(ELEMENTS) / 5, change
