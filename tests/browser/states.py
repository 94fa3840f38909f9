"""The states that a reader can bring a page in, each from its address; `STATES` lists those of any engine."""

import re
from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import FilePayload, Page, ViewportSize, expect

from calculators.dossier import Remark, write
from tests.browser.reader import READY, SEARCH_FIELD, SEARCH_HIT, clear, until_there
from tests.unit.dossiers import FILLED

SIZES: tuple[ViewportSize, ...] = ({"width": 1280, "height": 900}, {"width": 320, "height": 640})
"""A desktop, and the smallest phone."""


def start(page: Page) -> None:
    """Calculate once, so that Python is there."""
    page.fill("[name=fte]", "85")
    until_there(page, READY)
    expect(page.locator("[data-status]")).to_contain_text("Bijgewerkt")


def budget_with_errors(page: Page) -> None:
    start(page)
    page.fill("[name=fte]", "veel")
    page.fill("[name=looptijd_jaren]", "-1")
    page.press("[name=looptijd_jaren]", "Enter")
    expect(page.locator("[data-errors] a")).to_have_count(2)


def budget_still_starting(page: Page) -> None:
    page.route("**/start.xz", lambda _: None)
    page.reload()
    page.fill("[name=fte]", "85")
    until_there(page, "html[data-runtime=starting]")
    expect(page.locator("[data-status]")).not_to_be_empty()


def budget_that_cannot_start(page: Page) -> None:
    page.route(re.compile(r"/assets/runtime/\w{16}/(?!worker)"), lambda route: route.abort())
    page.reload()
    page.fill("[name=fte]", "85")
    until_there(page, "html[data-runtime=failed]")
    expect(page.locator("[data-status] a, [data-status]").first).to_contain_text("Excel")


def budget_explained(page: Page) -> None:
    start(page)
    page.fill("[name=scenario]", "Voorstel A")
    page.press("[name=scenario]", "Enter")
    expect(page.locator("[data-table=scenarios]")).to_be_visible()
    open_all(page)


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.md-content details').forEach((one) => { one.open = true; })")


def checklist_filled(page: Page) -> None:
    page.check("[name='s1-01']")
    page.click("[data-add-action=stap-1]")  # without words: refused
    page.fill("[data-new=stap-2]", "Bel de buurtwerker")
    page.click("[data-add-action=stap-2]")
    open_all(page)
    page.select_option("[name='s1-02.status']", "bezig")
    page.fill("[name='s1-02.who']", "Jeugddienst")
    page.fill("[name='s1-02.by']", "2020-01-31")  # late
    page.select_option("[name='s1-03.status']", "nvt")
    page.fill("[name='s1-02.note']", "Vraag het ook aan de scholen.")


def dossier_with_partners(page: Page) -> None:
    for index in range(2):
        page.click("[data-add]")
        page.locator("[data-part=naam]").nth(index).fill(f"Partner {index}")
    page.check("[name=strategieen] >> nth=0")
    expect(page.locator("[data-overview]")).to_contain_text("2 partners")


def import_shown(page: Page) -> None:
    given = b'{"version": 1, "dossier": {"organisatie": "Gemeente Voorbeeld"}}'
    file = FilePayload(name="dossier.json", mimeType="application/json", buffer=given)
    page.locator("[data-import]").set_input_files(file)
    expect(page.locator("[data-import-preview]")).to_be_visible()


def import_opened(page: Page) -> None:
    """A file with remarks and with much to choose from."""
    remarked = replace(FILLED, remarks=(Remark("dossier", "Wie belt de scholen?", "2027-01-04"),))
    file = FilePayload(name="dossier.json", mimeType="application/json", buffer=write(remarked).encode())
    page.locator("[data-import]").set_input_files(file)
    expect(page.locator("[data-import-preview]")).to_be_visible()
    open_all(page)
    page.uncheck("[value='dossier.focus']")


def file_viewed(page: Page) -> None:
    import_opened(page)
    page.click("[data-view]")
    expect(page.locator("[data-file-view]")).to_be_visible()
    open_all(page)


def erasing_asked(page: Page) -> None:
    page.click("[data-clear]")
    expect(page.locator("[data-clearing][open]")).to_be_visible()


def history_shown(page: Page) -> None:
    page.fill("[name=organisatie]", "Gemeente Voorbeeld")
    clear(page)
    expect(page.locator("[data-history] li")).to_have_count(1)
    expect(page.locator("[data-action=undo]")).to_be_visible()


def budget_in_three_ways(page: Page) -> None:
    page.check("[name=uitvoering][value=eigen]")
    page.click("[data-variants]")
    expect(page.locator("[data-comparison] [aria-current=true]")).to_be_visible()
    expect(page.locator(".rh-verschil").first).to_be_visible()


def storage_that_is_damaged(page: Page) -> None:
    page.evaluate("localStorage.setItem('verbindingsambassadeur:/', '{oeps')")
    page.reload()
    expect(page.locator("[data-opslag=corrupt]")).to_be_visible()


def search_open(page: Page) -> None:
    page.set_viewport_size(SIZES[0])
    page.keyboard.press("/")
    expect(page.locator(SEARCH_FIELD)).to_be_focused()
    page.keyboard.type("budget")
    expect(page.locator(SEARCH_HIT).first).to_be_visible()


def menu_open(page: Page) -> None:
    page.set_viewport_size(SIZES[1])
    page.click(".md-header label[for=__drawer]")


def budget_of_a_link(page: Page) -> None:
    page.evaluate("location.hash = '#fte=61'")
    expect(page.locator("[data-shared]")).to_be_visible()


def budget_of_half_a_link(page: Page) -> None:
    page.evaluate("location.hash = '#cijfers_van=2026-11-23&fte=61'")
    expect(page.locator("[data-caution]")).to_contain_text("niet volledig")


STATES: tuple[tuple[str, Callable[[Page], None]], ...] = (
    ("rekenhulp/budget/", budget_of_a_link),
    ("rekenhulp/budget/", budget_of_half_a_link),
    ("rekenhulp/budget/", budget_still_starting),
    ("rekenhulp/budget/", budget_that_cannot_start),
    ("rekenhulp/budget/", budget_with_errors),
    ("rekenhulp/budget/", budget_explained),
    ("rekenhulp/budget/", budget_in_three_ways),
    ("rekenhulp/looptijd/", open_all),
    ("rekenhulp/trajecten/", open_all),
    ("stap-3-keuze/", open_all),
    ("checklist/", checklist_filled),
    ("checklist/", storage_that_is_damaged),
    ("dossier/", dossier_with_partners),
    ("dossier/", import_shown),
    ("dossier/", import_opened),
    ("dossier/", file_viewed),
    ("dossier/", erasing_asked),
    ("dossier/", history_shown),
    ("", menu_open),
)

WITHOUT_PYTHON = {budget_still_starting, budget_that_cannot_start}
"""States of a browser that has not kept what Python starts from."""
