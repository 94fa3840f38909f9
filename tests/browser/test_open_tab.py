"""A tab that is open while a new version of the site takes the place of the one it came from."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from secrets import token_hex

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.bench.line import Line, Server
from tests.browser.faults import SPY
from tests.browser.host import go
from tests.browser.reader import until_there
from tests.browser.worked_example import BUDGET, answered, edit

SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"

Deployed = tuple[str, Path]


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Iterator[Deployed]:
    """A copy of the site that a test may replace, and its address."""
    folder = tmp_path / "site"
    shutil.copytree(built_site, folder)
    with Server(folder, Line()) as server:
        yield server.address, folder


@pytest.fixture(params=["allow", "block"])
def reader(request: pytest.FixtureRequest, browser: Browser, site: Deployed) -> Iterator[BrowserContext]:
    """A reader with a service worker, and one without."""
    address, _ = site
    with browser.new_context(base_url=address, accept_downloads=True, service_workers=request.param) as context:
        context.set_default_timeout(60_000)
        yield context


def replace_site(folder: Path, *, whole: bool = True) -> None:
    """Put a new version in place: the runtime and the script have other names, and the old ones are gone."""
    runtime = next((folder / "assets/runtime").glob("*/"))
    script = next((folder / "assets/bundle").glob("app.*.min.js"))
    names = {runtime.name: token_hex(8), script.name: f"app.{token_hex(4).upper()}.min.js"}
    for file in [script, folder / "assets/runtime/location.js", *folder.rglob("*.html")]:
        text = file.read_text("utf-8")
        for old, new in names.items():
            text = text.replace(old, new)
        file.write_text(text, "utf-8")
    script.rename(script.with_name(names[script.name]))
    if whole:
        runtime.rename(runtime.with_name(names[runtime.name]))
    else:
        shutil.rmtree(runtime)


def no_python_yet(page: Page) -> None:
    """Python starts at the first question only."""
    page.add_init_script(SAVE_DATA)
    go(page, BUDGET)


def python_that_is_killed(page: Page) -> None:
    """The browser has ended the worker behind the page's back."""
    page.add_init_script(SPY)
    go(page, BUDGET)
    edit(page, "70")
    answered(page, 70)
    page.evaluate("Object.assign(document.documentElement.dataset, { late: 300, signLimit: 2000, busyLimit: 2000 })")
    page.evaluate("window.last.terminate()")


def running_python(page: Page) -> None:
    """Python runs."""
    go(page, BUDGET)
    edit(page, "70")
    answered(page, 70)


@pytest.mark.parametrize("state", [no_python_yet, python_that_is_killed, running_python])
def test_budget_goes_on(reader: BrowserContext, site: Deployed, state: Callable[[Page], None]) -> None:
    page = reader.new_page()
    state(page)
    page.evaluate("window.same = true")
    replace_site(site[1])
    edit(page, "85")
    answered(page, 85)
    assert page.evaluate("window.same"), "without loading the page anew"
    assert page.locator("[data-again]").count() == 0


def test_documents_can_still_be_made(reader: BrowserContext, site: Deployed) -> None:
    page = reader.new_page()
    go(page, "dossier/")
    page.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    replace_site(site[1])
    for kind in ("gegevens", "nota", "registratie"):
        with page.expect_download() as waiting:
            page.click(f"[data-document={kind}]")
        assert waiting.value.path().stat().st_size > 100
    assert page.input_value("[name=organisatie]") == "Gemeente Voorbeeldegem"


def test_files_that_only_a_document_needs_come_from_the_new_version(reader: BrowserContext, site: Deployed) -> None:
    """Python runs already: what it still has to fetch is gone, so that another Python must take its place."""
    page = reader.new_page()
    go(page, "dossier/")
    with page.expect_download():
        page.click("[data-document=nota]")
    replace_site(site[1])
    with page.expect_download() as waiting:
        page.click("[data-document=registratie]")
    assert waiting.value.path().stat().st_size > 1000


@pytest.mark.parametrize(("address", "act"), [(BUDGET, "[type=submit] >> nth=0"), ("dossier/", "[data-document=nota]")])
def test_new_version_that_does_not_start_either_is_told(
    browser: Browser, site: Deployed, address: str, act: str
) -> None:
    with browser.new_context(base_url=site[0], service_workers="block") as context:
        page = context.new_page()
        page.add_init_script(SAVE_DATA)
        go(page, address)
        replace_site(site[1], whole=False)
        page.click(act)
        status = page.locator("main [role=status]")
        expect(status).to_contain_text("nieuwe versie", timeout=60_000)
        page.locator("html").evaluate("(root) => root.classList.add('before')")
        status.get_by_role("button", name=re.compile("Laad")).click()
        until_there(page, "html[data-runtime]:not(.before)")
