"""A function of the engine's second half brings that in, in the middle of a call, and Python keeps its state.

With `RUNTIME=stock` there are no halves, so this file is left out: see conftest.py.
"""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.reader import until_figure, until_there
from tests.browser.runtime import PAGE, ask, asked_of_runtime, assert_budget_answered, how, needed_the_rest, worker

pytestmark = pytest.mark.newcomer

FAR_FROM_CALCULATING = {
    "import _codecs_jp; _codecs_jp.getcodec('shift_jis').encode('日本語')[0].hex()": "93fa967b8cea",
    "import unicodedata as u; u.name('é') + u.lookup('BRIDGE AT NIGHT')": "LATIN SMALL LETTER E WITH ACUTE🌉",
    "import _sha3; _sha3.sha3_256(b'').hexdigest()[:8]": "a7ffc6f8",
}
"""Japanese, the names of characters and another hash: what Python says of each."""


ASKS_FOR_A_NAME = """(what) => {
  const { python } = self;
  const handle = python.globals.get("handle");
  const name = () => python.pyimport("unicodedata").name("é");
  const ends = (request) => request.includes(`"${what}"`) && request.includes('"fte":"50"');
  const answer = (request) => (ends(request) ? name() : handle(request));
  Object.defineProperty(python, "globals", { value: { get: () => Object.assign(answer, { destroy() {} }) } });
}"""
"""In place of the answer to one kind of request, about 50 %, something that needs the second half."""


ENDS_IN_REHEARSAL = """() => {
  const { python } = self;
  const handle = python.globals.get("handle");
  const asked = new Set();
  const name = () => python.pyimport("unicodedata").name("é");
  const again = (request) => asked.has(request) || !asked.add(request);
  const answer = (request) => (again(request) ? name() : handle(request));
  Object.defineProperty(python, "globals", { value: { get: () => Object.assign(answer, { destroy() {} }) } });
}"""
"""The same for what is worked out a second time."""


def run(page: Page, program: str) -> object:
    """What a Python program gives in the page's worker."""
    return worker(page).evaluate("(program) => self.python.runPython(program)", program)


@pytest.mark.parametrize("program", FAR_FROM_CALCULATING)
def test_what_the_first_half_lacks_is_answered_with_all_that_python_knew(tab: Page, program: str) -> None:
    names = asked_of_runtime(tab)
    tab.goto(PAGE)
    assert_budget_answered(tab)
    run(tab, "kept = ['in', 'memory']")
    assert run(tab, program) == FAR_FROM_CALCULATING[program]
    until_there(tab, "html[data-runtime-second]")
    assert run(tab, "' '.join(kept)") == "in memory"
    assert_budget_answered(tab)
    assert how(tab) == "snapshot"
    assert "pyodide.asm.wasm" not in names, "the whole engine had to help"
    assert names.count("worker.js") == 1


def test_second_half_is_fetched_when_python_has_answered(tab: Page) -> None:
    tab.goto(PAGE)
    with tab.expect_response("**/second.bin") as waiting:
        assert_budget_answered(tab)
    assert waiting.value.ok
    assert not needed_the_rest(tab), "fetched, and not yet put in place"


def end_python(tab: Page, action: str) -> list[str]:
    """Change a figure where this action needs what can't be had; gives the runtime's files, as they are asked for."""
    tab.route("**/second.bin", lambda route: route.abort())
    names = asked_of_runtime(tab)
    tab.goto(PAGE)
    assert_budget_answered(tab)
    worker(tab).evaluate(ASKS_FOR_A_NAME, action)
    tab.fill("[name=fte]", "50")
    return names


def test_without_the_second_half_the_reader_is_told_and_tries_again(tab: Page) -> None:
    """It can't be had, and a call needs it: that Python ends, nothing typed is lost, and a new one answers."""
    names = end_python(tab, "evaluate")
    expect(tab.locator("[data-status]")).to_contain_text("Er ging iets mis bij het rekenen")
    assert tab.input_value("[name=fte]") == "50"
    tab.get_by_role("button", name="Probeer opnieuw").click()
    until_figure(tab, "totaal_jaar_1", "39700")
    assert names.count("worker.js") == 2


def test_what_ends_the_first_figures_alone_is_answered_by_another_python(tab: Page) -> None:
    names = end_python(tab, "figures")
    until_figure(tab, "totaal_jaar_1", "39700")
    expect(tab.locator("[data-status]")).to_contain_text("Bijgewerkt")
    assert names.count("worker.js") == 2


def test_python_that_ends_in_a_rehearsal_is_replaced_before_the_next_question(tab: Page) -> None:
    """The page has its answer and asks nothing; what it does next is answered all the same."""
    tab.route("**/second.bin", lambda route: route.abort())
    tab.goto(PAGE)
    ask(tab, {"action": "overview", "document": "{}"})  # nothing that is rehearsed
    worker(tab).evaluate(ENDS_IN_REHEARSAL)
    with tab.expect_worker() as replaced:
        tab.fill("[name=fte]", "50")
        until_figure(tab, "totaal_jaar_1", "39700")
    assert replaced.value.url.endswith("worker.js")
    tab.fill("[name=fte]", "100")
    until_figure(tab, "totaal_jaar_1", "70400")
    expect(tab.locator("[data-status]")).to_contain_text("Bijgewerkt")


def test_second_half_works_without_a_network(kept: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    kept.reload()
    assert_budget_answered(kept)
    assert run(kept, "import unicodedata; unicodedata.name('é')") == "LATIN SMALL LETTER E WITH ACUTE"
    assert needed_the_rest(kept)
    assert how(kept) == "snapshot"
    assert ask(kept, {"action": "evaluate", "calculator": "budget", "values": {"fte": "80👍"}})["errors"]
