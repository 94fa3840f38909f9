"""A tab that stays open all day takes no more memory at its end: page after page, answer after answer."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.reader import READY, until_there

pytestmark = pytest.mark.newcomer

ASK_MANY = """async (count) => {
  const { call } = await import(document.querySelector("script[type=module]").src);
  for (let index = 0; index < count; index += 1)
    await call({ action: "evaluate", calculator: "budget", values: { fte: String(5 + (index % 96)) } });
}"""
HEAP = "self.python._module.HEAPU8.length"
GROWTH = 1.1


def held(page: Page, session: CDPSession) -> Mapping[str, int]:
    """What the browser holds for the tab, once the theme has come and all that nobody needs is thrown away."""
    page.hover(".md-header")
    page.wait_for_function("'document$' in window")
    counters: Mapping[str, int] = {}
    for _ in range(50):
        page.wait_for_timeout(100)  # the theme goes on for a while, and gives no sign when it is ready
        session.send("HeapProfiler.collectGarbage")
        before, counters = counters, session.send("Memory.getDOMCounters")
        if counters == before:
            return counters
    raise AssertionError(f"never at rest: {counters}")


def go(page: Page, name: str) -> None:
    """To another calculator, by its link."""
    page.click(f".md-nav--primary a:visible >> text={name}")
    expect(page.locator(f"form[data-calculator={name.lower()}]")).to_be_visible()
    until_there(page, READY)


def test_page_after_page(tab: Page, endurance: int) -> None:
    session = tab.context.new_cdp_session(tab)
    tab.goto("rekenhulp/budget/")
    for name in ("Trajecten", "Budget"):
        go(tab, name)
    before = held(tab, session)
    for _ in range(endurance // 2):
        for name in ("Trajecten", "Budget"):
            go(tab, name)
    after = held(tab, session)
    for what in ("nodes", "jsEventListeners"):
        assert after[what] <= before[what] * GROWTH, (before, after)


def test_answer_after_answer(tab: Page, endurance: int) -> None:
    session = tab.context.new_cdp_session(tab)
    tab.goto("rekenhulp/budget/")
    tab.evaluate(ASK_MANY, endurance)
    worker = next(one for one in tab.workers if "runtime" in one.url)
    python, page = worker.evaluate(HEAP), held(tab, session)
    assert python > 0
    tab.evaluate(ASK_MANY, 10 * endurance)
    assert worker.evaluate(HEAP) == python
    assert held(tab, session)["nodes"] <= page["nodes"] * GROWTH
