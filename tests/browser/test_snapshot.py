"""Python comes from a snapshot of its memory; where that is damaged, or can't be had, it starts in the ordinary way.

With `RUNTIME=stock` there is no snapshot, so this file is left out: see conftest.py.
"""

import lzma
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.reader import READY, until_there
from tests.browser.runtime import (
    PAGE,
    asked_of_runtime,
    assert_all_answered,
    assert_budget_answered,
    change,
    how,
    worker,
)

pytestmark = pytest.mark.newcomer


def flipped(data: bytes) -> bytes:
    """A snapshot with one wrong bit in the middle."""
    return data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]


def of_another_build(data: bytes) -> bytes:
    """A snapshot that is whole, but not ours: only its hash can tell."""
    return lzma.compress(lzma.decompress(data)[:-64] + bytes(64), check=lzma.CHECK_CRC32, preset=0)


def cut_short(data: bytes) -> bytes:
    """Half of a snapshot, which is what a host may have."""
    return data[: len(data) // 2]


@pytest.mark.parametrize("fault", [flipped, of_another_build, cut_short])
def test_wrong_snapshot_means_an_ordinary_start(tab: Page, fault: Callable[[bytes], bytes]) -> None:
    change(tab, "start.xz", fault)
    tab.goto(PAGE)
    assert_budget_answered(tab)
    assert how(tab) == "library"


def test_whole_engine_answers_every_request_where_the_start_cannot_be_had(tab: Page) -> None:
    tab.route("**/start.xz", lambda route: route.abort())
    tab.goto(PAGE)
    assert_all_answered(tab)
    assert how(tab) == "library"


def test_chance_differs_between_readers_with_the_same_snapshot(tab: Page) -> None:
    throws = []
    for _ in range(2):
        tab.goto(PAGE)
        assert_budget_answered(tab)
        assert how(tab) == "snapshot"
        throws.append(worker(tab).evaluate("self.python.pyimport('random').random()"))
    assert throws[0] != throws[1]


def test_kept_python_asks_for_nothing_that_was_kept(kept: Page) -> None:
    names = asked_of_runtime(kept)
    kept.reload()
    until_there(kept, READY)
    assert how(kept) == "snapshot"
    assert "start.xz" not in names


def test_kept_start_that_is_damaged_is_replaced(kept: Page) -> None:
    """The visit itself starts in the ordinary way, the one after that from a whole snapshot again."""
    kept.evaluate("""async () => {
      const { base } = await import('/assets/runtime/location.js');
      const cache = await caches.open(`verbindingsambassadeur:/:${base.split('/')[1]}`);
      const address = new URL(`/assets/runtime/${base}memory`, location).href;
      const bytes = new Uint8Array(await (await cache.match(address)).arrayBuffer());
      bytes[bytes.length >> 1] ^= 1;
      await cache.put(address, new Response(bytes));
    }""")
    for origin in ("library", "snapshot"):
        kept.reload()
        assert_budget_answered(kept)
        assert how(kept) == origin


def test_first_sign_of_intent_asks_for_all_parts_at_once(tab: Page) -> None:
    """None of them waits for another: all are on their way before the first has arrived."""
    names = asked_of_runtime(tab)
    tab.route(re.compile(r"/assets/runtime/\w{16}/(?!worker)"), lambda _: None)  # nothing arrives, ever
    tab.goto(PAGE)
    tab.hover("form[data-calculator=budget]")
    parts = {"start.xz", "pyodide.asm.mjs"}
    while not parts <= set(names):
        tab.wait_for_timeout(50)
    assert set(names) == {"worker.js"} | parts


NO_PAINT = """
  const later = requestAnimationFrame;
  window.requestAnimationFrame = (paint) => Object.assign(window, { paint, requestAnimationFrame: later });
"""
"""The first to wait for a frame is the script in the head: none comes for it until a test calls `paint`."""
NO_LIMIT = """
  const real = setTimeout;
  window.setTimeout = (task, delay, ...more) => delay === 500 ? 0 : real(task, delay, ...more);
"""
"""The half second after which the start is fetched though nothing is painted never ends."""


def test_start_is_fetched_once_the_page_is_painted(tab: Page) -> None:
    tab.add_init_script(NO_PAINT + NO_LIMIT)
    names = asked_of_runtime(tab)
    tab.goto(PAGE)
    until_there(tab, "html[data-runtime]")
    assert (names.count("worker.js"), names.count("start.xz")) == (1, 0)
    tab.evaluate("paint()")
    until_there(tab, READY)
    assert (how(tab), names.count("start.xz")) == ("snapshot", 1)


def test_browser_that_paints_nothing_starts_python_too(tab: Page) -> None:
    tab.add_init_script(NO_PAINT)
    tab.goto(PAGE)
    until_there(tab, READY)
    assert how(tab) == "snapshot"
