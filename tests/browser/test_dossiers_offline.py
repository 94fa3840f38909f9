"""Three dossiers as readers may have them: taken over in the page, and then, without a network, every document."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.requests.dossiers import as_sent
from calculators import documents
from calculators.service import handle
from tests.browser.host import until_all_kept
from tests.browser.reader import LONG, Reader, day_of
from tests.browser.stored import NO_SCRIPT
from tests.conftest import READER, asks_no_other_host

DOSSIERS = sorted(Path(__file__).with_name("dossiers").glob("*.json"))
STORED = "() => localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith('verbindingsambassadeur')))"
CATCH_FILES = """() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.lastBlob = blob;
    return make.call(URL, blob);
  };
}"""
LAST_FILE = """async () => {
  const bytes = new Uint8Array(await window.lastBlob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""


@pytest.fixture(scope="module")
def context(quick_browser: Browser, server: str) -> Iterator[BrowserContext]:
    """One reader's browser, with a service worker, for the three of them: what is kept for later is the same."""
    with quick_browser.new_context(**READER, base_url=server) as reader, asks_no_other_host(reader):
        yield reader


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab of a reader who has filled in nothing."""
    page = context.new_page()
    page.set_default_timeout(LONG)
    page.goto(NO_SCRIPT)
    page.evaluate("localStorage.clear()")
    yield page
    context.set_offline(False)
    page.close()


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_every_document_is_made_offline(page: Page, path: Path) -> None:
    reader = Reader(page)
    page.goto("dossier/")
    page.set_input_files("[data-import]", path)
    page.click("[data-accept]")
    reader.sound("taken over")
    until_all_kept(page)
    page.context.set_offline(True)
    page.evaluate(CATCH_FILES)
    stored: dict[str, Any] = json.loads(page.evaluate(STORED))
    today = day_of(page).isoformat()
    for kind in documents.ALL.values():
        ours = json.loads(handle(request(kind.id, stored, today)))
        with page.expect_download() as waiting:
            page.click(f"[data-document={kind.id}]")
        assert waiting.value.suggested_filename == ours["name"]
        assert base64.b64decode(page.evaluate(LAST_FILE)) == base64.b64decode(ours["data"]), kind.id
        reader.sound(kind.id)
    expect(page.locator("html")).to_have_attribute("data-runtime", "ready")


def request(kind: str, stored: dict[str, Any], today: str) -> str:
    """What the page asks for a document."""
    return as_sent({"action": "document", "kind": kind, "document": as_sent(stored), "today": today})
