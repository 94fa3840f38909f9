"""A tab that stays open all day takes no more memory at its end: page after page, answer after answer."""

from collections.abc import Mapping

from playwright.sync_api import CDPSession, Page, expect

ASK_MANY = """async (count) => {
  const { call } = await import(document.querySelector("script[type=module]").src);
  for (let index = 0; index < count; index += 1)
    await call({ action: "evaluate", calculator: "budget", values: { fte: String(5 + (index % 96)) } });
}"""
HEAP = "self.python._module.HEAPU8.length"
GROWTH = 1.1


def held(session: CDPSession) -> Mapping[str, int]:
    """What the browser holds for the tab, once all that nobody needs is thrown away."""
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    counters: Mapping[str, int] = session.send("Memory.getDOMCounters")
    return counters


def go(page: Page, name: str) -> None:
    """To another calculator, by its link."""
    link = page.locator(f".md-nav--primary a:visible >> text={name}")
    link.hover()
    page.wait_for_function("'document$' in window")  # the theme comes with the pointer, and moves the menu
    link.click()
    expect(page.locator(f"form[data-calculator={name.lower()}]")).to_be_visible()
    page.wait_for_function("document.documentElement.dataset.runtime === 'ready'")


def test_page_after_page(tab: Page, endurance: int) -> None:
    session = tab.context.new_cdp_session(tab)
    tab.goto("rekenhulp/budget/")
    for name in ("Trajecten", "Budget"):
        go(tab, name)
    before = held(session)
    for _ in range(endurance // 2):
        for name in ("Trajecten", "Budget"):
            go(tab, name)
    after = held(session)
    for what in ("nodes", "jsEventListeners"):
        assert after[what] <= before[what] * GROWTH, (before, after)


def test_answer_after_answer(tab: Page, endurance: int) -> None:
    session = tab.context.new_cdp_session(tab)
    tab.goto("rekenhulp/budget/")
    tab.evaluate(ASK_MANY, endurance)
    worker = next(one for one in tab.workers if "runtime" in one.url)
    python, page = worker.evaluate(HEAP), held(session)
    assert python > 0
    tab.evaluate(ASK_MANY, 10 * endurance)
    assert worker.evaluate(HEAP) == python
    assert held(session)["nodes"] <= page["nodes"] * GROWTH
