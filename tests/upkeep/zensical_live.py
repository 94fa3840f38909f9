"""The site as Zensical builds it, opened as a reader does: `make zensical` runs this with ENGINE=zensical.

Not part of `make test`, which builds with MkDocs: there Zensical is not installed.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.reading import read_site
from tests.upkeep.compare import SITE, links

START = 60_000


@pytest.mark.parametrize(
    ("name", "field", "typed", "key", "value"),
    [
        ("budget", "fte", "85", "totaal_jaar_1", "61190"),
        ("looptijd", "looptijd_jaren", "2", "looptijd_maanden", "24"),
        ("trajecten", "fte", "50", "plafond_gestart", "40"),
    ],
)
def test_a_calculator_answers(page: Page, name: str, field: str, typed: str, key: str, value: str) -> None:
    page.goto(f"rekenhulp/{name}/")
    page.fill(f"[name={field}]", typed)
    expect(page.locator(f"[data-result={key}]").first).to_have_attribute("data-value", value, timeout=START)


def test_the_checklist_becomes_a_word_file(page: Page) -> None:
    page.goto("checklist/")
    with page.expect_download(timeout=START) as download:
        page.get_by_role("button", name="Word").first.click()
    assert download.value.suggested_filename.endswith("checklist-verbindingsambassadeur.docx")


@pytest.mark.parametrize(("word", "title"), [("kostprijs", "Rekenhulp: wat kost"), ("VTE", "VTE")])
def test_search_finds_a_word(page: Page, word: str, title: str) -> None:
    page.goto("./")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("combobox").fill(word)
    expect(page.locator(f"a[href*='h={word}']").first).to_contain_text(title)


def test_links_lead_to_pages_that_are_there(built_site: Path) -> None:
    pages = read_site(built_site)
    found = {address.partition("#")[0] for page in pages.values() for address in links(page)}
    inside = {address for address in found if address.endswith("/") and "://" not in address}
    assert len(inside) > 10
    assert inside <= pages.keys()
    assert not [address for address in found if address.startswith(SITE.removesuffix("map/"))]
