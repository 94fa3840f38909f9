"""Firefox that keeps nothing, may keep nothing or has no room: the guide calculates, and says only what is so."""

from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.browser.firefox import firefox
from tests.browser.tabs import Tab

PRIVATE = {"browser.privatebrowsing.autostart": True}
BLOCKED = {"network.cookie.cookieBehavior": 2}  # "all cookies", which to Firefox are all storage
FULL = {"dom.quotaManager.temporaryStorage.fixedLimit": 64}  # kB, for all sites together
PUT = "caches.open('proef').then((cache) => cache.put('/proef', new Response('x'.repeat(1e6))))"
KEPT = """(() => {
  try {
    return (localStorage.getItem("verbindingsambassadeur:/") ?? "").includes("s1-01");
  } catch {
    return false;
  }
})()"""


@pytest.fixture(params=[PRIVATE, BLOCKED, FULL], ids=["private", "blocked", "full"])
def tab(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tab]:
    """One tab of such a Firefox. An uncaught error of ours fails the test."""
    program = which("firefox-esr") or which("firefox")
    if not program:
        pytest.skip("Firefox is not installed")
    chosen: dict[str, Any] = request.param
    with firefox(program, tmp_path, chosen) as started:
        yield started
        started.run("true")  # errors that came meanwhile are read before the answer
    assert not started.errors


def test_guide_calculates_and_says_nothing_that_is_not_so(
    tab: Tab, server: str, request: pytest.FixtureRequest
) -> None:
    tab.open(server + "rekenhulp/budget/")
    tab.write("fte", "50")
    tab.wait("document.querySelector('[data-result=totaal_jaar_1]').dataset.value === '39700'")  # 61.400 / 2 + 9.000
    if "full" in request.node.name:
        tab.run(f"void {PUT}.then(() => 'kept', (error) => error.name).then((name) => (window.outcome = name))")
        assert tab.wait("window.outcome") != "kept"
    tab.open(server + "checklist/")
    tab.click("[name='s1-01']")
    tab.wait("document.querySelector('[data-progress=stap-1]').textContent.startsWith('1 van')")
    kept = tab.run(KEPT)
    warned = tab.run("document.querySelector('[data-opslag]')?.dataset.opslag ?? ''")
    assert (kept, warned) == ((False, "blocked") if "blocked" in request.node.name else (True, ""))
    tab.reload()
    assert tab.run("document.getElementsByName('s1-01')[0].checked") == kept
    tab.click("[data-document=checklist]")
    assert tab.downloaded().suffix == ".docx"
