"""Questions to the Python of a page, and how it got there."""

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route, Worker

from browser.engine import samples
from calculators.service import handle

PAGE = "rekenhulp/budget/"
ASK = "async (request) => (await import(document.querySelector('script[type=module]').src)).call(request)"
BUDGET = {"action": "evaluate", "calculator": "budget", "values": {"fte": "70"}}


def change(page: Page, name: str, edit: Callable[[bytes], bytes]) -> None:
    """Let the page get a file of the runtime in another form."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=edit(response.body()))

    page.route(re.compile(rf"/assets/runtime/\w+/{re.escape(name)}$"), answer)


KEPT = """async (names) => {
  const kept = [];
  for (const name of await caches.keys()) kept.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
  window.missing = names.filter((name) => !kept.includes(name)).join();
  return !window.missing;
}"""


def ask(page: Page, request: dict[str, Any]) -> Any:
    """Have the page put a question to Python."""
    return page.evaluate(ASK, request)


def assert_all_answered(page: Page) -> None:
    """A request of every kind, downloads too, gets the answer that it gets outside the browser."""
    for text in (*samples.calculations(), *samples.downloads()):
        assert ask(page, json.loads(text)) == json.loads(handle(text)), text


def assert_budget_answered(page: Page) -> None:
    """Python calculates."""
    assert ask(page, BUDGET) == json.loads(handle(json.dumps(BUDGET)))


def how(page: Page) -> str | None:
    """What Python started from."""
    return page.get_attribute("html", "data-runtime-from")


def needed_the_rest(page: Page) -> bool:
    """Whether the second half of the engine had to be brought in."""
    return page.get_attribute("html", "data-runtime-second") is not None


def asked_of_runtime(page: Page) -> list[str]:
    """Names of the runtime's files, as they are asked for from now on."""
    names: list[str] = []
    found = re.compile(r"/assets/runtime/\w{16}/(.+)")
    page.on("request", lambda request: names.extend(found.findall(request.url)))
    return names


def worker(page: Page) -> Worker:
    """The worker with the page's Python."""
    return next(one for one in page.workers if "/runtime/" in one.url)
