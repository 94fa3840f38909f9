"""One built site, one server and one browser for all tests that look at pages."""

import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from fcntl import LOCK_EX, flock
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import SystemRandom
from shutil import which
from typing import Any, NoReturn

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, expect, sync_playwright

from tests.ports import free_port

ROOT = Path(__file__).resolve().parent.parent
ZENSICAL = os.environ.get("ENGINE") == "zensical"
SEARCH_INDEX = "search.json" if ZENSICAL else "search/sections.json"
MKDOCS_ALONE = pytest.mark.skipif(ZENSICAL, reason="Zensical can't yet: see docs-dev/adr/0004-two-plugins.md")
CHROMIUM = which("chromium-headless-shell") or which("chromium")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
COMPILE_ONCE = "--js-flags=--liftoff-only --no-opt --no-maglev"
"""No function is compiled again to be faster in the long run: few tests last long enough to gain by that, and it was a
ninth of what 296 browser tests asked of the processor."""

settings.register_profile("any machine", deadline=None)  # a busy machine is no fault of what is tested
settings.register_profile("quick", deadline=None, max_examples=10, derandomize=True)  # for `make mutation`
settings.load_profile("any machine")

NOON = f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"  # the signs of these names are the other way round
"""Where it is about noon: a document carries the day on which it is made, so no run of tests may pass midnight."""
READER: dict[str, Any] = {"locale": "nl-BE", "timezone_id": NOON, "accept_downloads": True}
PYTHON_UNPACKED = """async () => {
  const { base, files } = await import("/assets/runtime/location.js");
  const parts = files.includes("start.xz") ? ["table", "engine", "memory"] : [];
  for (const name of parts)
    while (!(await caches.match(`/assets/runtime/${base}${name}`))) await new Promise((done) => setTimeout(done, 50));
  return true;
}"""
"""Comes when the parts that Python starts from are kept unpacked."""
FORGET = """async () => {
  localStorage.clear();
  for (const { name } of await indexedDB.databases())
    await new Promise((resolve, reject) => {
      Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: reject, onblocked: reject });
    });
  return localStorage.length + (await indexedDB.databases()).length;
}"""

PATIENCE = 60_000  # ms: how long a page may take to show what a test expects, on a machine that has more to do


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the benchmark compare more inputs than a test run has time for, and a failure be looked at again."""
    parser.addoption("--parity", type=int, default=500, help="random requests on which both Pythons must agree")
    parser.addoption("--hostile", type=int, default=600, help="hostile and damaged requests that Python must survive")
    parser.addoption("--budgets", type=int, default=60, help="random budgets of which every table must add up")
    parser.addoption("--budget-files", type=int, default=6, help="the same, of which a note and a workbook are made")
    parser.addoption("--agreement", type=int, default=12, help="dossiers of which all documents must say the same")
    parser.addoption("--scenarios", type=int, default=24, help="changed workbooks that a second engine calculates too")
    parser.addoption("--endurance", type=int, default=16, help="pages that one tab visits; see the fixture")
    parser.addoption("--pairs", type=int, default=56, help="changes in two tabs at once; an eighth as many texts")
    parser.addoption("--consent", type=int, default=24, help="hostile links and files that may not change what is kept")
    parser.addoption("--pages", type=int, default=1, help="text lengths to lay out each Word document with, up to 10")
    parser.addoption(
        "--approve",
        action="store_true",
        help="accept today's words, or promise what is new: see test_words.py, test_promised.py",
    )
    parser.addoption("--seed", type=int, default=None, help="of the random requests; drawn anew where none is given")


def pytest_configure(config: pytest.Config) -> None:
    """Draw a seed anew for each run: what no run has tried yet is where faults are left."""
    if config.option.seed is None:
        config.option.seed = SystemRandom().randrange(1_000_000, 10**9)  # far from the seeds of the workload


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell the seed, with which the same run can be had again, and what this machine left out."""
    skipped = terminalreporter.stats.get("skipped", [])
    for reason, number in Counter(one.longrepr[2].removeprefix("Skipped: ") for one in skipped).most_common():
        terminalreporter.write_line(f"left out: {number} tests: {reason}")
    terminalreporter.write_line(f"random requests and edits: --seed {config.option.seed}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let nothing skip unseen: where continuous integration runs, what a test needs must be there."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome, report.longrepr = "failed", f"skipped in CI: {report.longreprtext}"
    return report


class Handler(SimpleHTTPRequestHandler):
    """Files of the built site, quietly and with the types that browsers insist on."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, *_: Any) -> None:
        """Keep the output of the tests clean."""


@pytest.fixture(scope="session")
def port() -> int:
    """A free port, chosen before the site is built because the pages name their own address."""
    return free_port()


def build_site(project: Path, target: Path, port: int) -> Path:
    """Build the site of a copy of the project, strictly: a warning is an error. With Zensical if ENGINE says so."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://127.0.0.1:{port}/"}
    if ZENSICAL:
        return _build_with_zensical(project, target / "site", environment)
    mkdocs = Path(sys.executable).with_name("mkdocs")  # as anyone calls it, without this folder on Python's path
    command = [str(mkdocs), "build", "--strict", "--quiet", "--site-dir", str(target)]
    subprocess.run(command, cwd=project, env=environment, check=True)
    return target


def _build_with_zensical(project: Path, target: Path, environment: dict[str, str]) -> Path:
    """Build as `make build` does. Zensical writes only within the project, so the site is moved afterwards.

    Its configuration and its cache have one place in the project, where another test process may be building too.
    """
    inside = project / "build" / f"site-{environment['SITE_URL'].rsplit(':')[-1].strip('/')}"
    besides = [sys.executable, "-m", "macros.for_zensical"]
    zensical = [str(ROOT / "build/zensical/bin/python"), "-m", "zensical", "build", "--strict", "-f", "zensical.yml"]
    target.parent.mkdir(exist_ok=True)
    inside.parent.mkdir(exist_ok=True)
    with inside.with_name("zensical.lock").open("w") as turn:
        flock(turn, LOCK_EX)
        for step in ([*besides, "before"], zensical, [*besides, "after"]):
            subprocess.run(step, cwd=project, env={**environment, "SITE_DIR": str(inside)}, check=True)
    return Path(shutil.move(inside, target))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The site, built once; a warning fails every test that needs it."""
    return build_site(ROOT, tmp_path_factory.mktemp("site"), port)


@pytest.fixture(scope="session")
def server(built_site: Path, port: int) -> Iterator[str]:
    """The address of the built site on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=built_site)) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{port}/"
        service.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the system's headless shell (half the work), the system's, or else Playwright's own.

    Where none starts, for want of itself or of a library, every test that asks for it skips.
    """
    expect.set_options(timeout=PATIENCE)
    with ExitStack() as stack:
        try:
            playwright = stack.enter_context(sync_playwright())
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, COMPILE_ONCE])
        except Exception as error:  # noqa: BLE001  # Playwright's own, and a plain one if its driver does not start
            pytest.skip(f"Chromium does not start: see tests/install.sh. {str(error).splitlines()[0]}")
        yield chromium
        chromium.close()


def refuse(*_: Any, **__: Any) -> NoReturn:
    """Takes the place of `route` in the shared profile: what that has is not asked for, so no route would be called."""
    raise AssertionError("mark this test `newcomer`: what the shared profile has, it does not ask for again")


@pytest.fixture(scope="session")
def profile(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser profile for tests of any file, in which Python has been unpacked. No service worker is in between."""
    reader = browser.new_context(**READER, base_url=server, service_workers="block")
    page = reader.new_page()
    page.goto("rekenhulp/budget/")
    page.fill("[name=fte]", "50")  # the first answer is the sign to keep what Python started from
    page.wait_for_function(PYTHON_UNPACKED, timeout=PATIENCE)
    page.close()
    reader.on("page", lambda tab: setattr(tab, "route", refuse))
    reader.route = refuse  # type: ignore[method-assign]
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def parked(profile: BrowserContext) -> Page:
    """A tab of the shared profile at a file without scripts, from where all that is kept can be removed."""
    page = profile.new_page()
    page.goto("robots.txt")
    return page


@pytest.fixture
def empty_profile(profile: BrowserContext, parked: Page) -> Iterator[BrowserContext]:
    """The shared profile without anything kept by an earlier test; only files of the site stay in its cache."""
    assert parked.evaluate(FORGET) == 0
    yield profile
    profile.unroute_all()
    profile.clear_cookies()
    for page in profile.pages:
        if page is not parked:
            page.close()


@contextmanager
def a_reader(request: pytest.FixtureRequest, browser: Browser, server: str, **more: Any) -> Generator[BrowserContext]:
    """The shared profile or, for a test with the mark `newcomer`, a browser of its own with these options."""
    if request.node.get_closest_marker("newcomer"):
        with browser.new_context(**READER, base_url=server, **more) as fresh:
            yield fresh
    else:
        yield request.getfixturevalue("empty_profile")


@contextmanager
def asks_no_other_host(reader: BrowserContext) -> Generator[None]:
    """A request to another host fails the test."""
    outside: list[str] = []

    def note(asked: Request) -> None:
        if "//127.0.0.1" not in asked.url and not asked.url.startswith(("blob:", "data:")):
            outside.append(asked.url)

    reader.on("request", note)
    yield
    reader.remove_listener("request", note)
    assert not outside


@pytest.fixture
def context(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A reader for whom addresses are of the site. A request to another host fails the test.

    With the mark `newcomer` their browser has fetched nothing yet, and it has a service worker.
    """
    with a_reader(request, browser, server) as reader, asks_no_other_host(reader):
        yield reader


def note_errors(page: Page, wrong: list[str]) -> None:
    """Add each error that no script catches to the list.

    But for those of Zensical's script, which reads any text after # in an address; nothing comes of them.
    """
    its_own = ("is not a valid selector", "URI malformed") if ZENSICAL else ()

    def note(error: Error) -> None:
        if not any(words in error.message for words in its_own):
            wrong.append(error.message)

    page.on("pageerror", note)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A blank tab; an uncaught error in the page fails the test."""
    tab = context.new_page()
    errors: list[str] = []
    note_errors(tab, errors)
    yield tab
    assert not errors
