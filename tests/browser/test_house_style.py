"""A municipality's own Word template, given once on the dossier's page: documents follow it until all is erased."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import FilePayload, Page, expect

from calculators import documents
from calculators.documents.house_style.reading import read as read_style
from calculators.dossier import read
from tests.browser.reader import clear, day_of
from tests.unit.documents.word_templates import with_files

TEMPLATE = with_files({})
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
BOXES = "indexedDB.databases().then((found) => found.map(({ name }) => name))"


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": WORD, "buffer": content}


def made(page: Page, kind: str) -> bytes:
    with page.expect_download(timeout=60_000) as waiting:
        page.click(f"[data-document={kind}]")
    return Path(waiting.value.path()).read_bytes()


def first_header(content: bytes) -> str:
    text: str = docx.Document(BytesIO(content)).sections[0].first_page_header.paragraphs[0].text
    return text


@pytest.fixture
def dossier(page: Page, server: str) -> Page:
    page.goto(server + "dossier/")
    page.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    page.click("[data-house] > summary")
    return page


def test_documents_follow_the_template_until_everything_is_erased(dossier: Page, server: str) -> None:
    page, status = dossier, dossier.locator("[data-downloads] [data-status]")
    plain = made(page, "korte-nota")
    page.set_input_files("[data-house-file]", payload("kwaad.dotm", with_files({"word/vbaProject.bin": b"\0"})))
    expect(status).to_contain_text("macro’s", timeout=60_000)
    page.set_input_files("[data-house-file]", payload("reus.dotx", bytes(5_000_001)))
    expect(status).to_contain_text("te groot")
    assert page.evaluate(BOXES) == [], "nothing is kept of what was refused"
    page.set_input_files("[data-house-file]", payload("huisstijl.dotx", TEMPLATE))
    expect(status).to_contain_text("stijlen, koptekst en voettekst van huisstijl.dotx", timeout=60_000)
    assert page.evaluate(BOXES) == ["verbindingsambassadeur:/:huisstijl"]
    page.reload()
    expect(page.locator("[data-house-kept]")).to_contain_text("huisstijl.dotx")
    nota = made(page, "nota")
    assert first_header(nota) == "Stad Voorbeeldegem"
    document = read(made(page, "gegevens").decode())
    assert nota == documents.make("nota", document, day_of(page), read_style(TEMPLATE))[2]
    page.goto(server + "checklist/")
    page.get_by_role("button", name=re.compile("Word")).first.click(trial=True)
    assert first_header(made(page, "checklist")) == "Stad Voorbeeldegem"
    clear(page)
    page.wait_for_function(f"{BOXES}.then((names) => names.length === 0)")
    page.goto(server + "dossier/")
    expect(page.locator("[data-house-kept]")).to_be_hidden()
    page.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    assert made(page, "korte-nota") == plain, "without a template nothing differs"


def test_the_house_style_can_be_taken_away(dossier: Page) -> None:
    dossier.set_input_files("[data-house-file]", payload("huisstijl.dotx", TEMPLATE))
    expect(dossier.locator("[data-house-kept]")).to_be_visible(timeout=60_000)
    dossier.click("[data-house-remove]")
    expect(dossier.locator("[data-house-kept]")).to_be_hidden()
    expect(dossier.locator("[data-house-file]")).to_be_focused()
    assert dossier.evaluate(BOXES) == []
