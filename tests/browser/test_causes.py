"""Why Python can't start or answer: told once, in words that fit, without loading it anew at each key."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from calculators.core.parameters import NEWEST
from tests.browser.faults import RUNTIME, SPY, at_once
from tests.browser.reader import LONG, READY, stop_clock, until_there
from tests.browser.stored import keep
from tests.browser.worked_example import BUDGET, answered, edit

pytestmark = pytest.mark.newcomer

Fault = Callable[[Page], None]
APPLE = "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' });"
NO_WASM = "delete globalThis.WebAssembly;"
OLD = re.compile("is-verouderd")


def before_the_worker(page: Page, script: str) -> None:
    """Have the worker begin with this."""

    def changed(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{script}\n{response.text()}")

    page.route(re.compile(r"worker\.js$"), changed)


def turned_off(page: Page) -> None:
    page.add_init_script(NO_WASM)


def lockdown(page: Page) -> None:
    page.add_init_script(NO_WASM + APPLE)


def too_old(page: Page) -> None:
    message = "WebAssembly.compile(): invalid opcode 0x1f @+1234"
    fail = f"async () => {{ throw new WebAssembly.CompileError('{message}'); }}"
    before_the_worker(page, f"WebAssembly.compile = {fail}; WebAssembly.compileStreaming = {fail};")


def forbidden(page: Page) -> None:
    def strict(route: Route) -> None:
        response = route.fetch()
        policy = "script-src 'self' 'unsafe-inline'"
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    page.route("**/*", strict)


LASTING: dict[Fault, str] = {
    turned_off: "Verbeterde beveiliging",
    lockdown: "Lockdown",
    too_old: "te oud",
    forbidden: "beveiliging van",
}


@pytest.mark.parametrize("fault", LASTING)
def test_cause_that_cannot_change_is_told_once_and_not_tried_again(tab: Page, fault: Fault) -> None:
    fault(tab)
    tab.add_init_script(SPY)
    tab.goto(BUDGET)
    edit(tab, "85")
    status = tab.locator("[data-status]")
    expect(status).to_contain_text(LASTING[fault])
    expect(status.get_by_role("button")).to_have_count(0)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url) if "/runtime/" in request.url else None)
    tab.evaluate("""() => {
      window.told = 0;
      const watch = new MutationObserver((changes) => { window.told += changes.length; });
      watch.observe(document.querySelector("[data-status]"), { childList: true, characterData: true, subtree: true });
    }""")
    started = tab.evaluate("window.started")
    tab.press("[name=fte]", "End")
    tab.locator("[name=fte]").press_sequentially("12345", delay=50)
    tab.evaluate("new Promise((resolve) => setTimeout(resolve, 300))")
    assert (asked, tab.evaluate("window.told"), tab.evaluate("window.started")) == ([], 0, started)
    assert tab.input_value("[name=fte]") == "8512345"


def test_network_that_fails_is_not_tried_at_each_key(tab: Page) -> None:
    tab.add_init_script(SPY)
    tab.route(RUNTIME, lambda route: route.abort())
    tab.goto(BUDGET)
    edit(tab, "8")
    expect(tab.locator("[data-again]")).to_be_visible()
    started = tab.evaluate("window.started")
    tab.locator("[name=fte]").press_sequentially("123456789012", delay=100)
    assert tab.evaluate("window.started") - started <= 1


@pytest.mark.parametrize("sign", ["online", "click"])
def test_network_that_comes_back_is_used(tab: Page, sign: str) -> None:
    tab.route(RUNTIME, lambda route: route.abort())
    if sign == "click":
        at_once(tab)
    tab.goto(BUDGET)
    edit(tab, "85")
    expect(tab.locator("[data-again]")).to_have_text("Probeer opnieuw")
    tab.unroute_all(behavior="wait")
    if sign == "online":
        tab.evaluate("dispatchEvent(new Event('online'))")
    else:
        tab.click("[data-again]")
    answered(tab, 85)
    expect(tab.locator("[data-status]")).to_contain_text("Bijgewerkt")
    expect(tab.locator("[data-again]")).to_have_count(0)


def test_what_several_posts_make_together_is_asked_again(tab: Page) -> None:
    tab.route(RUNTIME, lambda route: route.abort())
    at_once(tab)
    budget = {"posts": "2", "fte_2": "100", "cijfers_van": NEWEST.isoformat()}
    keep(tab, {"version": 2, "appointment": {"fte": "50"}, "calculators": {"budget": budget}}, "rekenhulp/trajecten/")
    expect(tab.locator("[data-again]")).to_be_visible()
    tab.unroute_all(behavior="wait")
    tab.click("[data-again]")
    expect(tab.locator("[name=fte]")).to_have_value("150", timeout=LONG)


def test_document_says_why_and_is_made_after_all(tab: Page) -> None:
    tab.route(RUNTIME, lambda route: route.abort())
    at_once(tab)
    tab.goto("dossier/")
    tab.click("[data-document=nota]")
    status = tab.locator("[data-downloads] [data-status]")
    expect(status).to_contain_text("Kijk je verbinding na")
    tab.unroute_all(behavior="wait")
    with tab.expect_download():
        status.get_by_role("button").click()
    expect(status).to_contain_text("Klaar")


def running(page: Page, address: str = BUDGET) -> None:
    """A page with Python, and a hold on its worker."""
    page.add_init_script(SPY)
    page.goto(address)
    edit(page, "85")
    until_there(page, READY)


def impatient(page: Page) -> None:
    """Doubt the worker soon."""
    page.evaluate("Object.assign(document.documentElement.dataset, { late: 300, signLimit: 2000, busyLimit: 2000 })")


def silenced(page: Page) -> None:
    """A worker that takes everything and says nothing."""
    page.evaluate("window.last.postMessage = () => {}")


def ended(page: Page) -> None:
    """A worker that the browser has ended."""
    page.evaluate("window.last.terminate()")


@pytest.mark.parametrize("end", [ended, silenced])
def test_worker_that_the_browser_ended_is_started_again_by_itself(tab: Page, end: Fault) -> None:
    running(tab)
    answered(tab, 85)
    impatient(tab)
    end(tab)
    edit(tab, "90")
    answered(tab, 90)
    expect(tab.locator(".is-verouderd")).to_have_count(0)
    assert tab.evaluate("window.started") == 2


@pytest.mark.parametrize("event", ["pageshow", "visibilitychange"])
def test_reader_who_comes_back_finds_python_running(tab: Page, event: str) -> None:
    running(tab)
    answered(tab, 85)
    impatient(tab)
    ended(tab)
    tab.evaluate(f"document.dispatchEvent(new Event('{event}', {{ bubbles: true }}))")
    tab.wait_for_function("window.started === 2")
    until_there(tab, READY)
    assert tab.evaluate("window.started") == 2


def test_worker_that_lives_is_left_alone(tab: Page) -> None:
    running(tab)
    answered(tab, 85)
    impatient(tab)
    for event in ("pageshow", "visibilitychange"):
        tab.evaluate(f"document.dispatchEvent(new Event('{event}', {{ bubbles: true }}))")
    tab.evaluate("new Promise((resolve) => setTimeout(resolve, 2500))")  # longer than the limit
    assert tab.evaluate("window.started") == 1


def test_old_result_is_marked_within_200_ms_and_no_longer_than_needed(tab: Page) -> None:
    """By the page's own clock, which stands still in between: a busy machine makes no difference."""
    running(tab)
    answered(tab, 85)
    tab.evaluate("""() => {
      const post = window.last.postMessage;
      window.held = [];
      window.last.postMessage = (message) => window.held.push(message);
      window.release = () => { for (const message of window.held) post.call(window.last, message); };
    }""")
    stop_clock(tab)
    edit(tab, "90")
    calculator = tab.locator(".rekenhulp")
    tab.clock.run_for(100)
    expect(calculator).not_to_have_class(OLD)
    tab.clock.run_for(100)
    expect(calculator).to_have_class(OLD)
    expect(tab.locator("[data-state]")).to_contain_text("vorige resultaat")
    tab.clock.resume()
    tab.evaluate("window.release()")
    answered(tab, 90)
    expect(tab.locator(".is-verouderd")).to_have_count(0)
    expect(tab.locator("[data-state]")).to_contain_text("jouw cijfers")


def test_main_figures_of_a_result_that_fails_are_as_old_as_all_else(tab: Page) -> None:
    """They come first, and show the new result until the rest of it turns out to fail."""
    running(tab)
    answered(tab, 85)
    total = tab.locator("[data-output] [data-result=totaal]")
    old = total.inner_text()
    tab.evaluate("""() => {
      const post = window.last.postMessage;
      const real = window.last.onmessage;
      window.last.postMessage = function (message) {
        const { action } = JSON.parse(message.request ?? "{}");
        if (action === "evaluate") window.fail = () => real({ data: { id: message.id, error: "kapot" } });
        else post.call(window.last, message);
      };
    }""")
    edit(tab, "90")
    expect(total).not_to_have_text(old)
    tab.evaluate("fail()")
    expect(tab.locator("[data-state]")).to_contain_text("vorige resultaat")
    expect(total).to_have_text(old)
    expect(tab.locator("[data-copy=totaal]").first).to_have_text(old)


def test_answer_that_comes_at_once_marks_nothing(tab: Page) -> None:
    """Typed over several times, every 150 ms by the page's clock: the result is never called old in between."""
    running(tab)
    answered(tab, 85)
    stop_clock(tab)
    tab.evaluate("""() => {
      const real = window.last.onmessage;
      const html = document.querySelector("[data-output]").innerHTML;
      const reply = JSON.stringify({ errors: {}, html, defaults: {}, figures: {} });
      window.answers = 0;
      window.last.postMessage = ({ id, request }) => setTimeout(() => { // an answer that takes 60 ms
        real({ data: { id, reply } });
        window.answers += Boolean(request);
      }, request ? 60 : 0);
      window.marks = 0;
      const root = document.querySelector(".rekenhulp");
      const count = () => { window.marks += root.classList.contains("is-verouderd"); };
      new MutationObserver(count).observe(root, { attributes: true });
    }""")
    for percentage in range(60, 70):
        edit(tab, str(percentage))
        tab.clock.run_for(150)
    assert tab.evaluate("[window.answers >= 10, window.marks]") == [True, 0]
