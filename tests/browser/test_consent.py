"""Whatever comes in a link or in a file: what a reader keeps stays as it is, to the letter, until they agree."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from tests.browser.hostile_files import DAMAGE, files
from tests.browser.hostile_links import ADDRESSES, links
from tests.browser.reader import READY, until_there
from tests.browser.stored import KEY, NO_SCRIPT
from tests.conftest import note_errors

OWN = {
    "version": 2,
    "appointment": {"fte": "90", "startdatum": "2027-09-01"},
    "calculators": {"budget": {"cijfers_van": "2026-11-23", "subsidie": "20.000"}, "trajecten": {"fte": "60"}},
    "checklist": {"s1-01": {"status": "klaar", "note": "Gesproken met de schepen."}},
    "dossier": {"organisatie": "Gemeente Voorbeeldegem", "partners": [{"naam": "Chiro", "engagement": "nee"}]},
    "scenarios": [{"id": "x", "name": "Halftijds", "values": {"fte": "50"}}],
}
EARLIER = [{"id": "a", "act": "wis alles", "at": "2027-01-31T09:00:00.000Z", "text": json.dumps({"version": 2})}]
WORK = {KEY: json.dumps(OWN, indent=1), f"{KEY}:geschiedenis": json.dumps(EARLIER, indent=1)}
"""As no script of ours would write it: whatever is written anew differs."""

KEEP = "(work) => { localStorage.clear(); Object.assign(localStorage, work); }"
KEPT = """Object.fromEntries(Object.entries(localStorage).filter(
  ([key]) => key.startsWith("verbindingsambassadeur") && !/:(nota|totaal)$/.test(key)))"""
"""All but what pages work out of it: how many places of the note are empty, and what the budget comes to."""
LOOKS = "document.documentElement.dataset.view === 'shared'"
OTHER_LINK = """async (hash) => {
  const before = location.href;
  location.hash = hash;
  if (location.href !== before) await new Promise((done) => addEventListener("hashchange", done, { once: true }));
}"""
EDIT = """() => {
  const [field] = document.querySelectorAll("form[data-calculator] input:not([type=hidden]):enabled");
  field.value = "55";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
CHOOSE_ALL = """(parts) => parts.forEach((part) => { part.checked = true; part.dispatchEvent(new Event("change")); })"""
CHECKING = re.compile("^(Het bestand wordt nagekeken.)?$")


@pytest.fixture(scope="module")
def reader(browser: Browser, server: str, built_site: Path) -> Iterator[Page]:
    """One reader with work of their own. A dialog, or an error that nobody caught, fails the module."""

    def unknown(route: Route) -> None:
        route.fulfill(status=404, content_type="text/html; charset=utf-8", body=(built_site / "404.html").read_text())

    context = browser.new_context(locale="nl-BE", service_workers="block", base_url=server)
    context.route(re.compile(r"%23"), unknown)
    page = context.new_page()
    page.set_default_timeout(60_000)
    wrong: list[str] = []
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    note_errors(page, wrong)
    page.goto(NO_SCRIPT)
    page.evaluate(KEEP, WORK)
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def chance(pytestconfig: pytest.Config) -> Random:
    """What is drawn, from the seed of this run."""
    seed = pytestconfig.getoption("--seed")
    print(f"--seed {seed} --consent {pytestconfig.getoption('--consent')}")
    return Random(seed)


def unchanged(page: Page, after: str) -> None:
    """What is kept is what it was, and nothing ran or became part of the page."""
    assert page.evaluate(KEPT) == WORK, after[:2000]
    assert page.evaluate(DAMAGE) == [], after[:2000]


def edited_in_view(page: Page, after: str) -> bool:
    """Change a figure where those of a link are shown; gives whether they are."""
    looks: bool = page.evaluate(LOOKS)
    if looks:
        page.evaluate(EDIT)
        unchanged(page, f"an edit after {after}")
    return looks


def arrive(page: Page, link: str) -> None:
    """Come to a page from elsewhere."""
    page.goto("about:blank")
    page.goto(link)
    until_there(page, "html[data-runtime]")


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_link_changes_what_is_kept(reader: Page, name: str, chance: Random, pytestconfig: pytest.Config) -> None:
    """One in three comes from elsewhere, and once more with a reload; the others are opened in that tab."""
    count = max(pytestconfig.getoption("--consent") // 2 // len(ADDRESSES) + 1, 3)
    looked = 0
    for turn, link in enumerate(links(chance, name, count)):
        if turn % 3 == 0:
            arrive(reader, f"{ADDRESSES[name]}{'%23' if turn % 5 == 4 else '#'}{link}")
            unchanged(reader, link)
            looked += edited_in_view(reader, link)
            reader.reload()
            until_there(reader, "html[data-runtime]")
        else:
            reader.evaluate(OTHER_LINK, link)
        unchanged(reader, link)
        looked += edited_in_view(reader, link)
    assert looked, "some links are shown, else nothing was tried"
    arrive(reader, ADDRESSES[name])
    unchanged(reader, "all links")


def test_no_file_changes_what_is_kept(reader: Page, chance: Random, pytestconfig: pytest.Config) -> None:
    """A file is looked at, and all of it chosen; the button to take it over is not pressed."""
    arrive(reader, "dossier/")
    status, preview = reader.locator("[data-status]"), reader.locator("[data-import-preview]")
    shown, told = 0, []
    certain = json.dumps(OWN | {"scenarios": []}).encode()  # shown for certain: of what is drawn, all may be refused
    for given in [certain, *files(chance, pytestconfig.getoption("--consent") // 2)]:
        status.evaluate("(place) => { place.textContent = ''; }")
        reader.set_input_files("[data-import]", FilePayload(name="d.json", mimeType="application/json", buffer=given))
        expect(status).not_to_have_text(CHECKING)
        told.append(status.inner_text())
        preview.locator("[name=deel]").evaluate_all(CHOOSE_ALL)
        shown += preview.is_visible()
        unchanged(reader, repr(given[:2000]))
    assert shown, f"some files are shown, else nothing was tried: {told}"
    until_there(reader, READY)  # so Python refused the others
    reader.reload()
    unchanged(reader, "all files")
