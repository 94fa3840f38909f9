"""Copies of the site, and other applications, side by side on one host: none touches what another keeps."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.caches import OURS, kept
from tests.browser.host import ELSEWHERE, Host, go, host, until, until_all_kept
from tests.browser.reader import LONG, clear, until_there
from tests.browser.stored import form_of, stored
from tests.browser.worked_example import BUDGET, answered, edit

FOREIGN = {
    "andere-app-v1": ["/app/", "/app/app.js"],
    "workbox-precache-v2": ["/app/index.html"],
    "pages": ["/app/", "/andere-toepassing/"],
    "0123456789abcdef": ["/app/0123456789abcdef.js"],
    "fedcba9876543210": [],
    f"{OURS}:/gentbrugge/:pages": ["/gentbrugge/"],
}
KEEP_FOREIGN = """async (all) => {
  for (const [name, paths] of Object.entries(all)) {
    const cache = await caches.open(name);
    const headers = { "Content-Type": "text/html" };
    for (const path of paths) await cache.put(path, new Response("anders", { headers }));
  }
}"""


@pytest.fixture
def town(built_site: Path) -> Iterator[Host]:
    """A host with the same site three times."""
    with host({"/": built_site, "/gent/": built_site, "/brugge/": built_site}) as found:
        yield found


@pytest.fixture
def reader(browser: Browser, town: Host) -> Iterator[BrowserContext]:
    """Somebody who uses more than one of them."""
    context = browser.new_context(locale="nl-BE", base_url=town.address)
    context.set_default_timeout(LONG)
    yield context
    context.close()


def calculate(page: Page, site: str, percentage: str = "85") -> None:
    """Open the budget of a copy and get an answer."""
    go(page, site + BUDGET)
    edit(page, percentage)
    answered(page, int(percentage))


def test_copies_and_other_applications_keep_what_is_theirs(reader: BrowserContext) -> None:
    page = reader.new_page()
    go(page, ELSEWHERE)
    page.evaluate(KEEP_FOREIGN, FOREIGN)
    for site in ("/gent/", "/brugge/"):
        calculate(page, site)
        until_all_kept(page, site)
    after = kept(page)
    assert {name: after.pop(name) for name in FOREIGN} == FOREIGN
    for site in ("/gent/", "/brugge/"):
        names = [name for name in after if name.startswith(f"{OURS}:{site}:")]
        assert len(names) == 2, "the pages and one version of the runtime"
        assert all(path.startswith(site) for name in names for path in after.pop(name))
    assert not after
    reader.set_offline(True)
    for site, percentage in (("/gent/", "50"), ("/brugge/", "60")):
        calculate(page, site, percentage)


def test_a_copy_at_the_top_and_one_in_a_folder(reader: BrowserContext) -> None:
    """The upper worker sees the other's pages too, and leaves them alone."""
    page = reader.new_page()
    for site in ("/", "/gent/"):
        calculate(page, site)
        until_all_kept(page, site)
    go(page, f"/{ELSEWHERE}")  # which the upper worker sees, and leaves alone
    after = kept(page)
    for name, paths in after.items():
        site = name.split(":")[1]
        assert all(path.startswith("/gent/") == (site == "/gent/") for path in paths)
    assert len(after) == 4
    assert not [path for paths in after.values() for path in paths if ELSEWHERE in path]
    reader.set_offline(True)
    for site, percentage in (("/", "50"), ("/gent/", "60")):
        calculate(page, site, percentage)


def test_every_copy_has_its_own_document(reader: BrowserContext) -> None:
    gent, brugge = reader.new_page(), reader.new_page()
    go(gent, f"/gent/{BUDGET}")
    go(brugge, f"/brugge/{BUDGET}")
    edit(gent, "85")
    edit(brugge, "60")
    answered(gent, 85)
    answered(brugge, 60)
    assert gent.input_value("[name=fte]") == "85"
    go(brugge, "/brugge/dossier/")
    clear(brugge)
    expect(brugge.locator("[data-action=undo]")).to_be_visible()
    assert stored(brugge, f"{OURS}:/brugge/") == {}
    assert form_of(gent, key=f"{OURS}:/gent/")["fte"] == "85"


OLD = {"version": 1, "dossier": {"organisatie": "Stad Gent"}, "calculators": {}, "checklist": {}, "scenarios": []}


def test_the_first_copy_that_is_opened_takes_over_what_version_1_kept(reader: BrowserContext) -> None:
    page = reader.new_page()
    go(page, ELSEWHERE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [OURS, json.dumps(OLD)])
    go(page, "/gent/dossier/")
    expect(page.locator("[name=organisatie]")).to_have_value("Stad Gent")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [OURS, json.dumps(OLD)])  # an old tab goes on
    go(page, "/brugge/dossier/")
    until_there(page, "html[data-runtime]")
    assert page.input_value("[name=organisatie]") == ""
    assert stored(page, f"{OURS}:/brugge/") == {}
    assert stored(page, f"{OURS}:/gent/")["dossier"] == OLD["dossier"]


@pytest.mark.parametrize("text", ["{oeps", '{"version": 99}'])
def test_what_nobody_can_read_is_taken_over_letter_by_letter(reader: BrowserContext, text: str) -> None:
    page = reader.new_page()
    go(page, ELSEWHERE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [OURS, text])
    go(page, "/gent/checklist/")
    expect(page.locator("[data-opslag]")).to_be_visible()
    kept_text = "(key) => localStorage.getItem(key)"
    assert page.evaluate(kept_text, f"{OURS}:/gent/") == text
    assert page.evaluate(kept_text, OURS) is None, "erasing everything must erase all of it"


def test_taking_over_loses_nothing_when_storage_is_full(reader: BrowserContext) -> None:
    page = reader.new_page()
    go(page, ELSEWHERE)
    page.evaluate(
        """([key, text]) => {
          localStorage.setItem(key, text);
          for (let size = 1 << 22; size; size >>= 1)
            try { localStorage.setItem("vol", (localStorage.getItem("vol") ?? "") + "x".repeat(size)); } catch {}
        }""",
        [OURS, json.dumps(OLD)],
    )
    go(page, "/gent/dossier/")
    until_there(page, "html[data-runtime]")
    texts = page.evaluate("(keys) => keys.map((key) => localStorage.getItem(key))", [OURS, f"{OURS}:/gent/"])
    assert json.dumps(OLD) in texts


def test_what_version_1_kept_goes_where_it_is_certainly_this_copys(reader: BrowserContext) -> None:
    page = reader.new_page()
    go(page, ELSEWHERE)
    page.evaluate("""async () => {
      const put = async (name, ...paths) => {
        for (const path of paths) await (await caches.open(name)).put(path, await fetch(path));
      };
      const { base } = await import("/gent/assets/runtime/location.js");
      await put("pages", "/gent/checklist/", "/gent/assets/runtime/location.js");
      await put(base.split("/")[1], `/gent/assets/runtime/${base}worker.js`);
      const other = await caches.open("00112233445566aa");
      await other.put("/brugge/assets/runtime/00112233445566aa/worker.js", new Response("anders"));
    }""")
    go(page, "/gent/")
    left = "(await caches.keys()).filter((name) => !name.includes(':')).join()"
    until(page, f"async () => {left} === '00112233445566aa'")
