"""What goes wrong at the reader's side: each fault has an answer in words, and nothing typed or kept is lost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from calculators.core import content
from tests.browser.faults import RUNTIME, at_once, hold_back, impatient, unreachable
from tests.browser.reader import LONG, until_there
from tests.browser.runtime import assert_budget_answered
from tests.browser.stored import KEY, form_of
from tests.browser.worked_example import BUDGET, answered, edit

newcomer = pytest.mark.newcomer


def told(page: Page, *words: str) -> None:
    """Wait until the status line says all this, with the old result marked as such and what was typed still there."""
    for word in (*words, "Excel"):
        expect(page.locator("main [role=status]")).to_contain_text(word, timeout=LONG)
    expect(page.locator(".is-verouderd [data-state]")).to_contain_text(re.compile("vorige resultaat|het voorbeeld"))
    assert page.locator("[data-result=totaal]").is_visible()


def kept_figure(page: Page) -> str:
    """The percentage that the browser has kept."""
    return form_of(page)["fte"]


def missing(page: Page) -> None:
    page.route(RUNTIME, lambda route: route.fulfill(status=404, body="Niet gevonden"))


def broken_off(page: Page) -> None:
    def half(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.body()[: len(response.body()) // 2])

    page.route(re.compile(RUNTIME.pattern + r".*\.(xz|mjs)$"), half)


def damaged(page: Page) -> None:
    def other(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.body()[:-9] + b"other-end")

    page.route(re.compile(RUNTIME.pattern + r".*\.(xz|zip)$"), other)


@pytest.mark.parametrize("fault", [missing, broken_off, damaged, unreachable])
@newcomer
def test_runtime_that_does_not_arrive_whole(tab: Page, fault: Callable[[Page], None]) -> None:
    fault(tab)
    at_once(tab)
    tab.goto(BUDGET)
    edit(tab, "85")
    told(tab, "kon niet geladen worden", "verbinding")
    assert tab.input_value("[name=fte]") == "85"
    assert kept_figure(tab) == "85"
    tab.unroute_all(behavior="wait")  # a file on its way is let arrive
    edit(tab, "90")
    answered(tab, 90)
    expect(tab.locator(".is-verouderd")).to_have_count(0)


@newcomer
def test_slow_network_is_waited_for_and_then_explained(tab: Page) -> None:
    held = hold_back(tab, re.compile(r"/start\.xz$"))
    tab.goto(BUDGET)
    edit(tab, "85")
    expect(tab.locator("main [role=status]")).to_contain_text("start")
    tab.evaluate("document.documentElement.dataset.runtimeTimeout = 1")
    edit(tab, "86")
    tab.wait_for_timeout(300)
    assert tab.get_attribute("html", "data-runtime") == "starting", "patience was set before"
    for route in held:
        route.continue_()
    answered(tab, 86)


@newcomer
def test_who_types_on_after_asking_for_the_result_keeps_the_focus(tab: Page) -> None:
    held = hold_back(tab, re.compile(r"/start\.xz$"))
    tab.goto(BUDGET)
    edit(tab, "85")
    tab.press("[name=fte]", "Enter")
    edit(tab, "86")
    for route in held:
        route.continue_()
    answered(tab, 86)
    expect(tab.locator("[name=fte]")).to_be_focused()


@newcomer
def test_runtime_that_never_comes_is_given_up(tab: Page) -> None:
    tab.route(re.compile(r"/start\.xz$"), lambda _: None)
    impatient(tab, 800)
    tab.goto(BUDGET)
    edit(tab, "85")
    told(tab, "start niet", "Edge")


@newcomer
def test_what_is_done_before_the_scripts_arrive_is_kept(tab: Page) -> None:
    held = hold_back(tab, re.compile(r"/bundle/app\.\w+\.min\.js$"))
    acts: dict[str, Callable[[], None]] = {
        BUDGET: lambda: edit(tab, "85"),
        "checklist/": lambda: tab.check("[name='s1-01']"),
    }
    for address, act in acts.items():
        tab.goto(address, wait_until="commit")
        act()
        while not held:
            tab.wait_for_timeout(20)
        held.pop().continue_()
        until_there(tab, "html[data-runtime]")
    assert tab.is_checked("[name='s1-01']")
    expect(tab.locator("[data-progress]").first).to_contain_text("1 van")
    tab.unroute_all()
    tab.goto(BUDGET)
    answered(tab, 85)


def test_worker_killed_in_mid_calculation(tab: Page) -> None:
    tab.goto(BUDGET)
    edit(tab, "85")
    answered(tab, 85)
    tab.evaluate("Object.assign(document.documentElement.dataset, { late: 300, signLimit: 2000, busyLimit: 2000 })")
    worker = next(worker for worker in tab.workers if "runtime" in worker.url)
    worker.evaluate("() => { self.onmessage = () => self.close(); }")
    edit(tab, "90")
    answered(tab, 90)


def test_exception_in_python(tab: Page) -> None:
    tab.add_init_script("""
      const send = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (data, ...more) {
        if (!data?.request?.includes('"66"')) return send.call(this, data, ...more);
        const failed = new MessageEvent("message", { data: { id: data.id, error: "ValueError" } });
        setTimeout(() => this.dispatchEvent(failed));
      };""")
    tab.goto(BUDGET)
    edit(tab, "66")
    told(tab, "ging iets mis", "niet weg")
    assert tab.input_value("[name=fte]") == "66"
    edit(tab, "67")
    answered(tab, 67)


@newcomer
def test_network_that_fails_before_the_first_calculation(tab: Page) -> None:
    """Whose Python starts with the page has it by then; who saves data has not."""
    tab.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    tab.goto(BUDGET)
    tab.context.set_offline(True)
    edit(tab, "85")
    told(tab, "verbinding")
    tab.context.set_offline(False)
    tab.click("button[type=submit] >> text=Bereken")
    answered(tab, 85)


@pytest.mark.parametrize("year", ["1970-01-01", "2099-12-31"])
@newcomer
def test_clock_that_is_wrong_changes_no_figure(tab: Page, tmp_path: Path, year: str) -> None:
    tab.clock.install(time=f"{year}T12:00:00Z")
    tab.goto(BUDGET)
    edit(tab, "85")
    answered(tab, 85)
    tab.goto("dossier/")
    with tab.expect_download() as waiting:
        tab.click("[data-document=nota]")
    waiting.value.save_as(tmp_path / "nota.docx")
    assert (tmp_path / "nota.docx").stat().st_size > 5000


@pytest.mark.parametrize(
    ("address", "button"),
    [("checklist/", "[data-document=checklist]"), ("rekenhulp/looptijd/", "[data-action=calendar]")],
)
def test_double_click_makes_one_file(tab: Page, address: str, button: str) -> None:
    tab.goto(address)
    files: list[str] = []
    tab.on("download", lambda download: files.append(download.suggested_filename))
    with tab.expect_download():
        tab.dblclick(button)
    assert_budget_answered(tab)  # asked later, so answered later than a second file would be
    assert len(files) == 1
    with tab.expect_download():
        tab.click(button)


def test_going_to_and_fro_keeps_what_was_typed(tab: Page) -> None:
    tab.goto(BUDGET)
    edit(tab, "85")
    answered(tab, 85)
    tab.click(".md-nav >> text=Trajecten")
    tab.wait_for_selector("form[data-calculator=trajecten]")
    tab.go_back()
    tab.wait_for_selector("form[data-calculator=budget]")
    tab.go_forward()
    tab.wait_for_selector("form[data-calculator=trajecten]")
    tab.go_back()
    answered(tab, 85)
    edit(tab, "90")
    answered(tab, 90)


def test_page_that_lay_ready_behind_back_shows_what_was_changed_since(tab: Page) -> None:
    tab.goto(BUDGET)
    edit(tab, "85")
    answered(tab, 85)
    tab.evaluate(f"""() => {{ // as another page would meanwhile, of which this one hears nothing
      const kept = JSON.parse(localStorage.getItem("{KEY}"));
      kept.appointment.fte = "90";
      localStorage.setItem("{KEY}", JSON.stringify(kept));
      dispatchEvent(new PageTransitionEvent("pageshow", {{ persisted: true }}));
    }}""")
    answered(tab, 90)
    assert tab.input_value("[name=fte]") == "90"


def test_back_from_another_site(tab: Page) -> None:
    tab.goto(BUDGET)
    edit(tab, "85")
    answered(tab, 85)
    tab.goto("about:blank")
    tab.go_back()
    assert tab.input_value("[name=fte]") == "85"
    edit(tab, "90")
    answered(tab, 90)


def test_without_scripts_everything_can_be_read_taken_and_printed(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server)
    page = context.new_page()
    page.goto(BUDGET)
    assert page.locator("[data-result=totaal]").is_visible()
    assert page.locator("noscript").is_visible()
    assert not page.locator("[data-action]").first.is_visible()
    page.goto("dossier/")
    assert not page.locator("[data-document]").first.is_visible()
    links = page.locator("a[download]")
    assert links.count() >= 8
    for index in range(links.count()):
        answer = context.request.get(str(links.nth(index).evaluate("(link) => link.href")))
        assert answer.ok
        assert len(answer.body()) > 100
    page.goto("checklist/")
    page.emulate_media(media="print")
    for item in content.items():
        assert page.locator(f"[data-item={item.id}] label").first.is_visible()
        assert page.locator(f"[name='{item.id}']").is_visible()
    context.close()
