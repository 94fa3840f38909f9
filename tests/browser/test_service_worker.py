"""What the service worker keeps, and when it answers from that: nothing that is not right, and nothing too late."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.caches import OURS, kept
from tests.browser.host import LOGIN, Host, go, host, stop_workers, through_worker, until_all_kept
from tests.browser.reader import LONG, stop_clock, until_there
from tests.browser.worked_example import BUDGET, answered, edit
from tests.conftest import SEARCH_INDEX

GENT = "/gent/"
PAGES = f"{OURS}:{GENT}:pages"
TITLE = "Checklist"
KEEP = """async (path) => {
  navigator.serviceWorker.controller?.postMessage({ keep: [new URL(path, location).href] });
  return Boolean(await caches.match(path));
}"""
"""What a page asks of the worker for each file of the runtime, and whether it is kept."""
IS_KEPT = "async (path) => Boolean(await caches.match(path))"


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the site of which a test can deploy other versions."""
    return Path(shutil.copytree(built_site, tmp_path / "site"))


@pytest.fixture
def there(site: Path) -> Iterator[Host]:
    """A host with that copy."""
    with host({GENT: site}) as found:
        yield found


def empty_profile(browser: Browser, there: Host) -> BrowserContext:
    """A reader who was never here."""
    context = browser.new_context(locale="nl-BE", base_url=f"{there.address}gent/")
    context.set_default_timeout(LONG)
    return context


def first_visit(reader: BrowserContext) -> Page:
    """A tab of a reader who has been here, and for whom all is kept."""
    page = reader.new_page()
    go(page, BUDGET)
    edit(page, "85")
    answered(page, 85)
    until_all_kept(page, GENT)
    return page


@pytest.fixture
def reader(browser: Browser, there: Host) -> Iterator[BrowserContext]:
    """A reader with an empty profile."""
    with empty_profile(browser, there) as context:
        yield context


@pytest.fixture
def back(reader: BrowserContext) -> Page:
    """A tab of a reader who has been here, and for whom all is kept, before a test deploys something."""
    return first_visit(reader)


IS_REGISTERED = "async () => Boolean((await fetch(location)) && (await navigator.serviceWorker.getRegistration()))"


def test_it_comes_after_the_answer_that_a_first_visit_waits_for(reader: BrowserContext) -> None:
    page = reader.new_page()
    page.route("**/start.xz", lambda _: None)  # never arrives
    stop_clock(page)
    go(page, BUDGET)
    until_there(page, "html[data-runtime=starting]")
    assert not page.evaluate(IS_REGISTERED)
    page.clock.run_for(6000)  # a network may be too slow for Python
    page.wait_for_function("navigator.serviceWorker.getRegistration()")


@pytest.fixture(scope="module")
def standing(built_site: Path) -> Iterator[Host]:
    """A host with a site that stays as it is."""
    with host({GENT: built_site}) as found:
        yield found


@pytest.fixture(scope="module")
def visited(browser: Browser, standing: Host) -> Iterator[Page]:
    """A reader who has been there, for whom all is kept: one for the tests after which the same must be kept."""
    with empty_profile(browser, standing) as context:
        yield first_visit(context)


@pytest.fixture
def again(visited: Page, standing: Host) -> Iterator[Page]:
    """That reader's tab, from a host that is well until a test says otherwise."""
    yield visited
    standing.fault = None
    standing.over.clear()


def goes_on(page: Page) -> None:
    """The guide can be read, and it calculates."""
    go(page, "checklist/")
    expect(page.locator("h1")).to_contain_text(TITLE)
    go(page, BUDGET)
    edit(page, "50")
    answered(page, 50)


def nothing_foreign_is_kept(page: Page) -> None:
    """No cache of ours holds the network's own page."""
    texts = page.evaluate("""async () => {
      const found = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const answer = await cache.match(request);
          if (/html/.test(answer.headers.get("Content-Type"))) found.push([request.url, await answer.text()]);
          if (answer.redirected || answer.status !== 200) found.push([request.url, "Meld je aan"]);
        }
      }
      return found;
    }""")
    assert len(texts) > 15
    assert not [address for address, text in texts if "Meld je aan" in text or "Even geduld" in text]


def test_ill_host_is_answered_for(again: Page, standing: Host) -> None:
    standing.fault = standing.ill
    goes_on(again)
    assert standing.asked[-1].startswith(GENT), "the network was asked"
    assert again.goto("bestaat-niet/").status == 503  # type: ignore[union-attr]
    nothing_foreign_is_kept(again)


def test_silent_host_is_answered_for_after_three_seconds(again: Page, standing: Host) -> None:
    standing.fault = standing.silent
    for address in ("checklist/", "over/privacy/"):
        before = time.monotonic()
        again.goto(address, wait_until="domcontentloaded")
        assert 2.9 < time.monotonic() - before < 8
    assert again.locator("h1").inner_text().startswith("Privacy")
    standing.over.set()


def test_slow_host_is_waited_for_while_nothing_is_kept(reader: BrowserContext, there: Host) -> None:
    page = reader.new_page()
    go(page, "./")
    page.wait_for_function("navigator.serviceWorker.controller")
    begun = time.monotonic()
    there.fault = there.slow
    page.goto("woordenlijst/", wait_until="commit")
    assert time.monotonic() - begun > 4
    assert page.locator("h1").inner_text().startswith("Woordenlijst")


@pytest.mark.parametrize("name", ["portal", "portal_elsewhere"])
def test_login_page_of_a_network_is_shown_and_never_kept(again: Page, standing: Host, name: str) -> None:
    """Who goes to a page can log in; what pages ask for themselves comes from what was kept."""
    standing.fault = getattr(standing, name)
    go(again, "checklist/")
    expect(again.locator("h1")).to_have_text("Meld je aan")
    asked = """async (paths) => Promise.all(paths.map(async (path) => {
      const answer = await fetch(path);
      return answer.headers.get("Content-Type").includes("html") && (await answer.text()).includes("Meld je aan");
    }))"""
    standing.fault = None
    go(again, "checklist/")
    standing.fault = getattr(standing, name)
    paths = ["../dossier/", f"../{SEARCH_INDEX}", "../assets/runtime/location.js", "../nooit-gezien/"]
    assert through_worker(again, asked, paths) == [False, False, False, True]
    nothing_foreign_is_kept(again)
    standing.fault = standing.ill
    goes_on(again)


def test_login_page_at_the_very_first_visit_does_no_harm(reader: BrowserContext, there: Host) -> None:
    """The page and the worker come through; then the network wants a login for all else."""
    page = reader.new_page()
    go(page, "./")
    page.wait_for_function("navigator.serviceWorker.controller")
    there.fault = there.portal
    go(page, BUDGET)
    there.fault = lambda answers: answers.give(200, LOGIN) if ".min." in answers.path else answers.go_on()
    go(page, "bronnen/")
    there.fault = None
    go(page, BUDGET)
    edit(page, "85")
    answered(page, 85)
    until_all_kept(page, GENT)
    nothing_foreign_is_kept(page)


def test_page_in_the_place_of_a_script_heals(back: Page, there: Host) -> None:
    """Whoever put it there: also where the browser takes files from the cache without asking the worker."""
    back.evaluate(
        """async ([name, text]) => {
          const cache = await caches.open(name);
          for (const { url } of await cache.keys())
            if (/\\.(js|css)$/.test(url))
              await cache.put(url, new Response(text, { headers: { "Content-Type": "text/html" } }));
        }""",
        [PAGES, LOGIN.decode()],
    )
    back.goto("about:blank")
    stop_workers(back)
    go(back, f"{there.address}gent/{BUDGET}")
    edit(back, "50")
    answered(back, 50)


def test_full_quota_breaks_nothing(reader: BrowserContext, there: Host) -> None:
    page = reader.new_page()
    session = reader.new_cdp_session(page)
    limit = {"origin": there.address.rstrip("/"), "quotaSize": 50_000}
    session.send("Storage.overrideQuotaForOrigin", limit)
    go(page, BUDGET)
    edit(page, "85")
    answered(page, 85)
    page.wait_for_function("navigator.serviceWorker.controller")
    goes_on(page)
    assert page.locator("[data-opslag]").count() == 0, "what was typed is kept elsewhere"


def deploy(site: Path, number: int) -> None:
    """Put a new version in place: another runtime, script and style, and pages that ask for those."""
    runtime = next(path for path in (site / "assets/runtime").iterdir() if path.is_dir())
    bundle = next((site / "assets/bundle").glob("app.*.min.js"))
    style = next((site / "assets/bundle").glob("all.*.min.css"))
    names = {runtime.name: f"{number:016x}"}
    names |= {one.name: re.sub(r"\.\w{8}\.", f".{number:08d}.", one.name) for one in (bundle, style)}
    for path in (runtime, bundle, style):
        path.rename(path.with_name(names[path.name]))
    for path in [*site.rglob("*.html"), site / "assets/runtime/location.js", bundle.with_name(names[bundle.name])]:
        text = path.read_text("utf-8")
        for old, new in names.items():
            text = text.replace(old, new)
        path.write_text(text, "utf-8")


def visit(reader: BrowserContext, address: str) -> Page:
    """Open a page in a new tab."""
    page = reader.new_page()
    go(page, address)
    return page


def test_many_deployments_leave_no_more_than_two_versions(reader: BrowserContext, site: Path, endurance: int) -> None:
    deployments = endurance // 4
    for number in range(deployments):
        deploy(site, number)
        page = visit(reader, "checklist/" if number % 2 else "dossier/")
        script, part = f"assets/bundle/app.{number:08d}.min.js", f"assets/runtime/{number:016x}/pyodide.asm.mjs"
        through_worker(page, IS_KEPT, GENT + script)
        through_worker(page, KEEP, GENT + part)
        page.close()
    page = visit(reader, "dossier/")
    through_worker(
        page,
        """async (pages) => {
          const versions = (await caches.keys()).filter((name) => name !== pages);
          const scripts = (await (await caches.open(pages)).keys()).filter(({ url }) => /app\\.\\w+\\.min/.test(url));
          return versions.length <= 2 && scripts.length <= 2;
        }""",
        PAGES,
    )
    after = kept(page)
    assert f"{OURS}:{GENT}:{deployments - 1:016x}" in after
    assert len(after[PAGES]) < 40, after[PAGES]


def test_pages_of_an_earlier_deployment_are_kept_anew(back: Page, reader: BrowserContext, site: Path) -> None:
    """Who comes back once finds the whole guide offline, and not pages that ask for scripts that are gone."""
    deploy(site, 7)
    go(back, BUDGET)
    edit(back, "60")
    answered(back, 60)
    until_all_kept(back, GENT)
    through_worker(
        back,
        """async (name) => {
          const cache = await caches.open(name);
          const scripts = (await cache.keys()).filter(({ url }) => /app\\.\\w+\\.min/.test(url));
          return scripts.length === 1 && scripts[0].url.endsWith("app.00000007.min.js");
        }""",
        PAGES,
    )
    reader.set_offline(True)
    goes_on(back)


def test_deployment_that_changed_a_page_costs_no_runtime(back: Page, there: Host, site: Path) -> None:
    page = site / "rekenhulp/budget/index.html"
    page.write_text(page.read_text("utf-8").replace("<h1", "<h1 data-new", 1), "utf-8")
    there.asked.clear()
    go(back, BUDGET)
    assert back.locator("h1[data-new]").count() == 1
    edit(back, "50")
    answered(back, 50)
    assert there.asked
    assert not [path for path in there.asked if "/assets/runtime/" in path or ".min." in path.partition("?")[0]]


def test_page_that_is_gone_is_forgotten(back: Page, site: Path) -> None:
    shutil.rmtree(site / "woordenlijst")
    go(back, "woordenlijst/")
    through_worker(back, "async (path) => !(await caches.match(path))", f"{GENT}woordenlijst/")


def test_figures_in_an_address_are_not_kept(again: Page) -> None:
    go(again, f"{BUDGET}?bericht=geheim#fte=66")
    go(again, "checklist/?bericht=geheim")
    go(again, "checklist/")
    assert not [path for paths in kept(again).values() for path in paths if "?" in path]
    texts = again.evaluate(
        "caches.keys().then((all) => Promise.all(all.map(async (name) => "
        "(await (await caches.open(name)).keys()).map(({ url }) => url).join(' '))))"
    )
    assert "geheim" not in " ".join(texts)
