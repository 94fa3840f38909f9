"""A new version of the site reaches whoever has kept an old one."""

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.host import go, until
from tests.browser.worked_example import BUDGET, answered, edit


def test_old_service_worker_makes_way(browser: Browser, server: str, built_site: Path) -> None:
    """One that answers everything from its cache, as an older version of this site might have had."""
    file, new = built_site / "sw.js", (built_site / "sw.js").read_text("utf-8")
    old = """
      self.addEventListener("install", () => self.skipWaiting());
      self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
      self.addEventListener("fetch", (event) => event.respondWith((async () => {
        const cache = await caches.open("old");
        const kept = await cache.match(event.request);
        if (kept) return kept;
        const answer = await fetch(event.request);
        await cache.put(event.request, answer.clone());
        return answer;
      })()));
    """
    home = built_site / "index.html"
    page_text = home.read_text("utf-8")
    context = browser.new_context(base_url=server)
    try:
        file.write_text(old, "utf-8")
        page = visit_until_kept(context)
        file.write_text(new, "utf-8")
        home.write_text(page_text.replace("<h1", "<h1 data-new", 1), "utf-8")
        page.close()
        assert any(shows_the_new_home(context) for _ in range(6))
    finally:
        file.write_text(new, "utf-8")
        home.write_text(page_text, "utf-8")
        context.close()


RENEWED = """async () => {
  const found = await navigator.serviceWorker.getRegistration();
  await found.update();
  return !found.installing && !found.waiting && found.active.state === "activated";
}"""


def shows_the_new_home(context: BrowserContext) -> bool:
    """A short visit. A browser looks for a newer worker when it sees fit, within a day; here it is told to."""
    page = context.new_page()
    try:
        go(page, "./")
        until(page, RENEWED)
        return page.locator("h1[data-new]").count() == 1
    finally:
        page.close()


def visit_until_kept(context: BrowserContext) -> Page:
    """Open a calculator, which brings the service worker, then the home page until that comes from the cache."""
    page = context.new_page()
    go(page, BUDGET)
    edit(page, "85")
    answered(page, 85)
    page.wait_for_function("navigator.serviceWorker.controller")
    go(page, "./")
    until(page, "async () => Boolean(await caches.match(location.href))")
    return page
