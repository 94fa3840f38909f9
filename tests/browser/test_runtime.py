"""Python in the reader's browser: how it starts, what happens when it can't, and what it answers."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

from browser import samples
from calculators.service import handle

PAGE = "rekenhulp/budget/"
ASK = "async (request) => (await import('/assets/js/runtime.js')).call(request).catch((error) => `${error.kind}`)"
START = "async () => (await import('/assets/js/runtime.js')).start().then(() => 'ready', (error) => error.kind)"
BUDGET = {"action": "evaluate", "calculator": "budget", "values": {"fte": "70"}}
LONG = 60_000


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab without a service worker, so that a test can stand between the page and its files."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.set_default_timeout(LONG)
    yield page
    context.close()


def change(page: Page, name: str, edit: Callable[[bytes], bytes]) -> None:
    """Let the page get a file of the runtime in another form."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=edit(response.body()))

    page.route(re.compile(rf"/assets/runtime/\w+/{re.escape(name)}$"), answer)


def open_and_ask(page: Page, server: str, request: dict[str, Any]) -> Any:
    """Open the budget page and ask Python something."""
    page.goto(server + PAGE)
    return page.evaluate(ASK, request)


def how(page: Page) -> str:
    """How Python started."""
    return str(page.get_attribute("html", "data-runtime-from"))


def reply(request: dict[str, Any]) -> Any:
    """What the calculators answer outside the browser."""
    return json.loads(handle(json.dumps(request)))


def test_every_request_gets_the_same_answer_as_outside_the_browser(tab: Page, server: str) -> None:
    notes: list[str] = []
    tab.on("console", lambda message: notes.append(message.text))
    tab.goto(server + PAGE)
    for text in (*samples.calculations(), *samples.downloads()):
        request = json.loads(text)
        assert tab.evaluate(ASK, request) == reply(request), text
    assert how(tab) == "snapshot"
    assert not notes, "the small engine, or the snapshot, lacks something"


def test_damaged_snapshot_means_an_ordinary_start(tab: Page, server: str) -> None:
    change(tab, "snapshot.bin.gz", lambda data: data[: len(data) // 2] + b"damage" + data[len(data) // 2 + 6 :])
    assert open_and_ask(tab, server, BUDGET) == reply(BUDGET)
    assert how(tab) == "library"


def test_truncated_engine_means_an_ordinary_start(tab: Page, server: str) -> None:
    change(tab, "engine.wasm.gz", lambda data: data[:-1000])
    assert open_and_ask(tab, server, BUDGET) == reply(BUDGET)
    assert how(tab) == "library"


def test_downloads_work_after_an_ordinary_start(tab: Page, server: str) -> None:
    tab.route("**/snapshot.bin.gz", lambda route: route.abort())
    tab.goto(server + PAGE)
    for text in samples.downloads():
        request = json.loads(text)
        assert tab.evaluate(ASK, request) == reply(request), text
    assert how(tab) == "library"


def test_missing_engine_is_reported_and_can_be_tried_again(tab: Page, server: str) -> None:
    tab.route("**/*.wasm.gz", lambda route: route.fulfill(status=404))
    assert open_and_ask(tab, server, BUDGET) == "load"
    expect(tab.locator("html")).to_have_attribute("data-runtime", "failed")
    tab.unroute("**/*.wasm.gz")
    assert tab.evaluate(ASK, BUDGET) == reply(BUDGET)
    expect(tab.locator("html")).to_have_attribute("data-runtime", "ready")


def test_without_webassembly_it_says_so_at_once(tab: Page, server: str) -> None:
    tab.add_init_script("delete globalThis.WebAssembly")
    assert open_and_ask(tab, server, BUDGET) == "no-wasm"


def test_forbidden_webassembly_does_not_hang(tab: Page, server: str) -> None:
    def forbid(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": "script-src 'self'"})

    tab.route("**/*.js", forbid)
    tab.goto(server + PAGE)
    assert tab.evaluate(START) == "load"


def test_slow_network_ends_in_a_time_out(tab: Page, server: str) -> None:
    tab.route("**/*.wasm.gz", lambda _: None)  # no answer, ever
    tab.goto(server + PAGE)
    tab.evaluate("document.documentElement.dataset.runtimeTimeout = 500")
    assert tab.evaluate(START) == "timeout"


def test_worker_that_dies_in_mid_calculation_is_replaced(tab: Page, server: str) -> None:
    change(tab, "worker.js", lambda data: data + b"\nself.onmessage = () => self.close();")
    tab.goto(server + PAGE)
    # The first worker never gets its hashes: it closes, as one does that the browser has killed.
    tab.evaluate("document.documentElement.dataset.runtimeTimeout = 3000")
    assert tab.evaluate(ASK, BUDGET) == "timeout"
    tab.unroute_all()
    assert tab.evaluate(ASK, BUDGET) == reply(BUDGET)


def test_answer_that_never_comes_restarts_the_worker(tab: Page, server: str) -> None:
    tab.goto(server + PAGE)
    assert tab.evaluate(ASK, BUDGET) == reply(BUDGET)
    tab.evaluate("document.documentElement.dataset.callTimeout = 1")
    assert tab.evaluate(ASK, {**BUDGET, "action": "document", "kind": "nota", "document": "{}"}) == "crash"
    tab.evaluate("delete document.documentElement.dataset.callTimeout")
    assert tab.evaluate(ASK, BUDGET) == reply(BUDGET)


def test_exception_in_python_leaves_the_worker_alive(tab: Page, server: str) -> None:
    assert open_and_ask(tab, server, {"action": "nonsense"}) == "crash"
    assert tab.evaluate(ASK, BUDGET) == reply(BUDGET)


def run_in_worker(page: Page, code: str) -> None:
    """Have the worker run a line of Python as soon as it is ready."""
    line = f"\npython.then((pyodide) => pyodide.runPython({json.dumps(code)}));"
    change(page, "worker.js", lambda data: data + line.encode())


def test_function_that_the_small_engine_lacks_brings_the_full_one(tab: Page, server: str) -> None:
    """Compiling a database query is far from anything the calculators do."""
    notes: list[ConsoleMessage] = []
    tab.on("console", notes.append)
    code = "def handle(request): import _sqlite3; _sqlite3.connect(':memory:').execute('select 1')"
    run_in_worker(tab, code)
    assert open_and_ask(tab, server, BUDGET) == reply(BUDGET)
    assert any("ordinary way" in note.text for note in notes)


def test_chance_differs_between_readers(tab: Page, server: str) -> None:
    code = "import random; handle = lambda request: str(random.random())"
    run_in_worker(tab, code)
    assert open_and_ask(tab, server, BUDGET) != open_and_ask(tab, server, BUDGET)
    assert how(tab) == "snapshot"


def test_guide_page_loads_nothing_of_the_runtime(tab: Page, server: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(server + "stap-1-overtuigingen/", wait_until="networkidle")
    assert [url for url in asked if "/assets/runtime/" in url] == [server + "assets/runtime/location.js"]


@pytest.fixture
def kept(context: BrowserContext, server: str) -> Page:
    """A tab of a reader who has calculated once, with all that is kept for later."""
    page = context.new_page()
    page.goto(server + PAGE)
    page.evaluate(START)
    page.wait_for_function(
        """async () => {
          const pages = await (await caches.open('pages')).keys();
          const names = (await caches.keys()).filter((name) => name !== 'pages');
          const files = names.length && await (await caches.open(names[0])).keys();
          return pages.some(({ url }) => url.endsWith('search_index.json')) && files.length > 8;
        }""",
        timeout=LONG,
    )
    return page


def test_second_visit_needs_no_network(kept: Page, context: BrowserContext, server: str) -> None:
    kept.close()
    context.set_offline(True)
    page = context.new_page()
    page.goto(server + "stap-2-situatie/")
    expect(page.locator("h1")).to_be_visible()
    page.goto(server + PAGE)
    page.fill("[name=fte]", "50")
    expect(page.locator("[data-result=totaal_jaar_1]")).not_to_have_attribute("data-value", "", timeout=LONG)
    for text in (*samples.calculations(), *samples.downloads()):
        request = json.loads(text)
        assert page.evaluate(ASK, request) == reply(request), text
    context.set_offline(False)


def test_nobody_sees_an_old_page(kept: Page, server: str, built_site: Path) -> None:
    file = built_site / "index.html"
    old = file.read_text("utf-8")
    try:
        kept.goto(server)
        file.write_text(old.replace("<h1", "<h1 data-new"), "utf-8")
        kept.reload()
        assert kept.locator("h1[data-new]").count()
    finally:
        file.write_text(old, "utf-8")


def test_old_runtime_is_removed(kept: Page, context: BrowserContext, server: str) -> None:
    kept.evaluate("caches.open('0123456789abcdef')")
    page = context.new_page()
    page.goto(server + PAGE)
    base = page.evaluate("import('/assets/runtime/location.js').then(({ base }) => base.split('/')[1])")
    page.evaluate("(base) => caches.delete(base)", base)
    assert page.evaluate(ASK, BUDGET) == reply(BUDGET)
    page.wait_for_function("caches.keys().then((names) => !names.includes('0123456789abcdef'))")
