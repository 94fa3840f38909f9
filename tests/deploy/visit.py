"""A visit that uses everything a policy could break, in a browser that notes every breach of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import SEARCH_FIELD, SEARCH_HIT
from tests.conftest import ZENSICAL, note_errors

NOTE = """
window.breaches = [];
document.addEventListener("securitypolicyviolation", (e) => {
  breaches.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`);
});
"""
INTRUSION = """async () => {
    const refused = new Promise((r) => document.addEventListener("securitypolicyviolation", r, { once: true }));
    const attempt = (act) => { try { return act() && "done"; } catch { return "refused"; } };
    const script = document.createElement("script");
    attempt(() => document.body.append(Object.assign(script, { textContent: "window.inline = true" })));
    document.body.insertAdjacentHTML("beforeend", "<b id=proef style='color: red'></b>");
    attempt(() => setTimeout("window.evaluated = true", 0));
    const texts = ["<script src=/x.js></" + "script>", "<iframe srcdoc='x'></iframe>", "<base href=//x>"];
    const blob = URL.createObjectURL(new Blob([""]));
    const addresses = ["data:text/javascript,1", "https://elders.example/x.js", blob, "x"];
    const trusted = [
      ...texts.map((text) => attempt(() => Object.assign(document.createElement("p"), { innerHTML: text }))),
      ...addresses.map((address) => attempt(() => new Worker(address))),
      ...addresses.map((address) => attempt(() => Object.assign(document.createElement("script"), { src: address }))),
      attempt(() => trustedTypes.createPolicy("ander", {})),
      attempt(() => trustedTypes.createPolicy("default", {})),
    ].filter((outcome) => outcome !== "refused");
    const form = Object.assign(document.createElement("form"), { action: "/gestuurd" });
    document.body.append(form);
    form.submit();
    const fetched = await fetch("http://localhost:9/").catch(() => "refused");
    await refused;
    const { color } = document.querySelector("#proef").style;
    return [window.inline, window.evaluated, color, fetched, trusted, location.pathname.includes("gestuurd")];
}"""
STOPPED: list[object] = [None, None, "", "refused", [], False]
"""What an intrusion comes to under the policy: nothing ran, nothing was coloured, nothing was sent or trusted."""
REFUSED = ("sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k=", "style-src-elem inline") if ZENSICAL else ()
"""The style of Zensical's search, which the policy refuses: its window works, and is plain."""
START = 30_000  # ms: Python starts on a machine that does other things too


@contextmanager
def visitor(browser: Browser) -> Iterator[Page]:
    """A tab of a new reader. A breach of the policy, an error in a script or another host fails the test."""
    context = browser.new_context(locale="nl-BE", accept_downloads=True)
    context.add_init_script(NOTE)
    page = context.new_page()
    wrong: list[str] = []
    note_errors(page, wrong)
    page.on("console", lambda message: wrong.append(message.text) if "Content Security" in message.text else None)
    context.on("request", lambda request: wrong.append(request.url) if _outside(request.url) else None)
    yield page
    wrong += page.evaluate("breaches")
    context.close()
    left = [one for one in wrong if not any(known in one for known in REFUSED)]
    if left:
        pytest.fail("\n".join(left))


def use_everything(page: Page, site: str) -> None:
    """Read, search, switch to dark, calculate, tick and download."""
    page.goto(site)
    page.keyboard.press("/")
    page.locator(SEARCH_FIELD).press_sequentially("vrijwilligers")
    expect(page.locator(SEARCH_HIT).first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Donkere weergave").click()
    page.locator("a[href$='rekenhulp/budget/']:visible").first.click()
    calculate(page)
    page.locator("a[href$='checklist/']:visible").first.click()
    page.check("[name='s1-01']")
    page.reload()
    expect(page.locator("[name='s1-01']")).to_be_checked()
    page.goto(f"{site}dossier/")
    with page.expect_download(timeout=START) as download:
        page.click("[data-document=checklist]")
    assert download.value.path().stat().st_size > 1000


def calculate(page: Page) -> None:
    """Change a number and wait for Python's answer."""
    page.wait_for_selector("html[data-runtime]")  # the form has come to life
    expect(page.locator('[data-shown-if="loonbasis=opbouw"]').first).to_be_hidden()
    total = page.locator("[data-result=totaal]")
    before = total.get_attribute("data-value") or ""
    page.fill("[name=fte]", "55")
    expect(total).not_to_have_attribute("data-value", before, timeout=START)
    assert page.get_attribute("html", "data-runtime") == "ready"


def intrude(page: Page) -> list[object]:
    """Do what an intruder would try."""
    tried: list[object] = page.evaluate(INTRUSION)
    return tried


def _outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1", "http://0.0.0.0", "blob:", "data:"))
