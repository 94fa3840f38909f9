"""A reader's Python in a page, asked one thing after another, and stopped at the first sign that it was not enough.

`html[data-runtime-from]` must stay what the built runtime is meant to start from, Python must stay ready in the same
worker, and nothing in the console may tell of a fatal error or of another start. So no test that asks through here
passes because something else helped out.
"""

import json
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from itertools import batched
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, TimeoutError, Worker, expect  # noqa: A004  of a page that waits

from calculators.service import handle
from tests.conftest import ZENSICAL

ROOT = Path(__file__).resolve().parents[2]
BATCH = 100
"""How many requests the page is given at once; it asks them one after another."""
LONG = 60_000
"""ms: what takes a moment on a quiet machine takes no longer than this on a busy one."""
READY = "html[data-runtime=ready]"
SEARCH_FIELD = 'role=combobox[name="Search"]' if ZENSICAL else "role=textbox[name=/Zoek/]"
SEARCH_HIT = "dialog [role=option]" if ZENSICAL else ".md-search-result__item"
FATAL = ("fatal", "ordinary way", "unreachable", "RuntimeError")
ASK_ALL = """async ([texts, from]) => {
  const { call } = await import(document.querySelector("script[type=module]").src);
  const { dataset } = document.documentElement;
  window.runtimeStates ??= [];
  if (!window.runtimeWatched) {
    window.runtimeWatched = true;
    document.addEventListener("runtime-state", ({ detail }) => window.runtimeStates.push(detail.state));
  }
  const answers = [];
  for (const text of texts) {
    try {
      answers.push(JSON.stringify(await call(JSON.parse(text))));
    } catch (error) {
      answers.push(`!${error.kind}: ${error.message}`);
    }
    const left = window.runtimeStates.filter((state) => state !== "starting" && state !== "ready");
    const again = window.runtimeStates.filter((state) => state === "starting").length > 1;
    if (dataset.runtime !== "ready" || dataset.runtimeFrom !== from || left.length || again) {
      return { answers, trouble: `${dataset.runtimeFrom}, ${dataset.runtime}, ${window.runtimeStates}` };
    }
  }
  return { answers, second: dataset.runtimeSecond !== undefined };
}"""


def clear(page: Page) -> None:
    """Erase everything, and say yes to the question."""
    page.click("[data-clear]")
    page.click("[data-clear-all]")


def until_there(page: Page, selector: str) -> None:
    """Wait until the page has such an element.

    It looks at each frame, and nothing else. `expect` describes the whole page for a screen reader each time that it
    finds nothing, which keeps the page from what is waited for.
    """
    page.wait_for_function("(selector) => document.querySelector(selector)", arg=selector, timeout=LONG)


def until_figure(page: Page, key: str, value: str) -> None:
    """Wait until a figure of a result has this value."""
    shown = f'[data-result="{key}"]'
    with suppress(TimeoutError):
        until_there(page, f'{shown}[data-value="{value}"]')
    expect(page.locator(shown)).to_have_attribute("data-value", value, timeout=1000)  # one element, and what it has


def stop_clock(page: Page) -> None:
    """Time in the page moves only when a test says so, however busy this machine is."""
    page.clock.install(time=0)
    page.clock.pause_at(1)


def day_of(page: Page) -> date:
    """Today, where the reader is."""
    return date.fromisoformat(page.evaluate("new Intl.DateTimeFormat('sv').format(new Date())"))


def unfold(page: Page) -> None:
    """Open the part of the budget's form that refines it."""
    page.locator(".rh-verfijn > summary").click()


def origin() -> str:
    """What the built runtime starts from when all is well."""
    runtime = ROOT / "docs" / "assets" / "runtime"
    found: str = json.loads((runtime / "manifest.json").read_text("utf-8")).get("from", "snapshot")
    return found


def natively(request: str) -> str:
    """The answer outside the browser, in the same form: JSON, or the name of what is raised."""
    try:
        return handle(request)
    except Exception as error:  # noqa: BLE001  a page that asks nonsense hears of it in the same way
        return "!" + traceback.format_exception_only(error)[-1].partition(":")[0].strip().rpartition(".")[2]


def alike(theirs: str, ours: str) -> bool:
    """Whether two answers are equal to the letter, or both say that nonsense was asked, with the same kind of error."""
    if ours.startswith("!"):
        last = theirs.strip().splitlines()[-1].partition(":")[0].rpartition(".")[2]
        return theirs.startswith("!crash") and last == ours[1:]
    if theirs.startswith("!"):
        return False
    written: Callable[[Any], str] = json.dumps  # letter by letter, halves of pairs that stand together become one
    return written(json.loads(theirs)) == written(json.loads(written(json.loads(ours))))


class Reader:
    """One page whose Python is asked, and what became of it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked = 0
        self.second: int | None = None
        """How many requests had been put when the second half of the engine was first seen, if ever."""
        self.workers = 0
        self.notes: list[str] = []
        page.on("worker", self._counted)
        page.on("console", self._noted)

    def _counted(self, worker: Worker) -> None:
        self.workers += "/assets/runtime/" in worker.url  # the theme's search has one of its own

    def _noted(self, message: ConsoleMessage) -> None:
        if any(word in message.text for word in FATAL):
            self.notes.append(message.text[:300])

    def sound(self, when: str) -> None:
        """Fail when the console or the number of workers tells that Python did not last."""
        assert not self.notes, f"{when}: {self.notes[0]}"
        assert self.workers <= 1, f"{when}: Python began again"

    def answers(self, requests: Iterable[str]) -> None:
        """Put all questions; each answer equals that of Python outside the browser. Fails at the first trouble."""
        for batch in batched(requests, BATCH):
            seen = self.page.evaluate(ASK_ALL, [batch, origin()])
            self.asked += len(seen["answers"])
            if seen.get("second") and self.second is None:
                self.second = self.asked
            last = batch[len(seen["answers"]) - 1]
            assert "trouble" not in seen, f"{seen['trouble']} after request {self.asked}: {last}"
            self.sound(f"within the {len(batch)} requests up to {self.asked}")
            for request, theirs in zip(batch, seen["answers"], strict=True):
                ours = natively(request)
                assert alike(theirs, ours), f"{request}\ntheirs: {theirs[:2000]}\nours: {ours[:2000]}"
