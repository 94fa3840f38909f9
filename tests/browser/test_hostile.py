"""What a stranger puts in a field, a link, a file or the storage stays text: never an element, never a formula."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from calculators import documents
from tests.browser.hostile_files import DAMAGE
from tests.browser.reader import LONG, READY, until_there
from tests.browser.stored import NO_SCRIPT
from tests.conftest import note_errors

MARKUP = "\"'></p><b-ad><img src onerror=bad=1>🤝"
FORMULA = '=HYPERLINK("http://x";"klik")'
TEXTS = "main :is(input:not([type]), input[type=text], textarea):enabled"
CALCULATORS = ("rekenhulp/budget/", "rekenhulp/looptijd/", "rekenhulp/trajecten/", "stap-3-keuze/")


@pytest.fixture(scope="module")
def reader(browser: Browser, server: str) -> Iterator[Page]:
    """One reader for this module, who may paste. A dialog, or an error that nobody caught, fails the module."""
    context = browser.new_context(locale="nl-BE", accept_downloads=True, service_workers="block", base_url=server)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(LONG)
    wrong: list[str] = []
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    note_errors(page, wrong)
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def tab(reader: Page) -> Page:
    """The same reader's tab, with nothing kept."""
    reader.goto(NO_SCRIPT)
    reader.evaluate("localStorage.clear()")
    return reader


def paste(page: Page, text: str) -> int:
    """Paste into every text field that can be seen, with the keyboard as a reader does; gives their number."""
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    fields = [field for field in page.locator(TEXTS).all() if field.is_visible()]
    for field in fields:
        field.evaluate("(field) => { field.focus(); field.select(); }")
        page.keyboard.press("Control+V")
    kept = [field.input_value() for field in fields]
    assert all(text.startswith(value) and value for value in kept), "what was pasted stands there"
    return len(fields)


@pytest.mark.parametrize("address", CALCULATORS[:3])
def test_markup_pasted_in_every_field_of_a_calculator_is_refused_as_text(tab: Page, address: str) -> None:
    tab.goto(address)
    assert paste(tab, MARKUP) > 5
    tab.locator("form[data-calculator]").evaluate("(form) => form.requestSubmit()")
    expect(tab.locator("[data-errors] a").nth(4)).to_be_visible()
    assert tab.locator("[data-rekenhulp].is-verouderd").count() == 1
    assert tab.evaluate(DAMAGE) == []


@pytest.mark.parametrize("address", CALCULATORS)
def test_a_link_made_by_a_stranger_brings_text_only(tab: Page, address: str) -> None:
    tab.goto(address)
    names = tab.locator("form [name]").evaluate_all("(all) => all.map((one) => one.name)")
    hostile = dict.fromkeys((*names, "__proto__", MARKUP), MARKUP) | {"__proto__.bad": "1", "constructor": "x"}
    tab.goto("over/privacy/")
    tab.goto(f"{address}#{urlencode(hostile)}")
    until_there(tab, "html[data-runtime]")
    expect(tab.locator("[name=fte], [name=startdatum]").first).not_to_have_value(MARKUP)
    assert tab.locator("html[data-view=shared]").count() == 0, "what no field can hold is no set of figures"
    assert tab.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('verbindings'))") == []
    assert tab.evaluate(DAMAGE) == []


def fill_everything(page: Page) -> None:
    """Put markup in every field of the checklist and the dossier, in partners and in a scenario's name."""
    page.goto("checklist/")
    assert paste(page, MARKUP) > 80
    assert page.evaluate(DAMAGE) == []
    page.goto("rekenhulp/budget/")
    page.fill("[name=scenario]", MARKUP)
    page.press("[name=scenario]", "Enter")
    expect(page.locator("[data-comparison]")).to_contain_text("<b-ad>")
    assert page.evaluate(DAMAGE) == []
    page.goto("dossier/")
    page.click("[data-add]")
    assert paste(page, MARKUP) > 15


def test_text_in_every_field_stays_text_in_pages_and_documents(tab: Page, tmp_path: Path) -> None:
    fill_everything(tab)
    tab.fill("[name=organisatie]", FORMULA)
    tab.locator("[data-part=naam]").fill(FORMULA)
    tab.reload()
    until_there(tab, READY)
    assert tab.evaluate(DAMAGE) == []
    for kind in documents.ALL:
        with tab.expect_download() as waiting:
            tab.click(f"[data-document={kind}]")
        path = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(path)
        if path.suffix == ".docx":
            check_docx(path)
        elif path.suffix == ".xlsx":
            check_xlsx(path)
    assert tab.evaluate(DAMAGE) == []


def check_docx(path: Path) -> None:
    """Fields are Word's formulas; elements are those of Word's own namespaces."""
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        for root in (ET.fromstring(package.read(name)) for name in parts):
            for one in root.iter():
                assert "b-ad" not in one.tag
                assert not re.search(r"HYPERLINK|b-ad", one.text or "") or one.tag.endswith("}t"), one.tag
                assert not any("b-ad" in value or "HYPERLINK" in value for value in one.attrib.values())


def check_xlsx(path: Path) -> None:
    """Our own formulas are the sheet's; the reader's words are strings, and no formula holds them."""
    cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value]
    theirs = [cell for cell in cells if re.search("HYPERLINK|b-ad", str(cell.value))]
    assert theirs, "what the reader wrote is in the sheet"
    assert {cell.data_type for cell in theirs} == {"s"}
    assert not any(cell.hyperlink for cell in theirs)


CLOSED = {"STATUS": "bezig", "DAY": "2027-01-31", "BODY": "raad", "KIND": "vereniging", "SEATS": "3", "ANSWER": "nee"}
"""What a file says with a word from a list, and a word from that list."""
FILE = (
    '{"version": 1, "__proto__": {"bad": 1}, "constructor": {"prototype": {"bad": 1}}, "TEXT": "TEXT",'
    ' "calculators": {"TEXT": {"TEXT": "TEXT"}, "budget": {"fte": "TEXT", "startdatum": "TEXT", "__proto__": "TEXT"}},'
    ' "checklist": {"TEXT": {"status": "TEXT"}, "__proto__": {"bad": "1"},'
    ' "s1-01": {"status": "STATUS", "who": "TEXT", "by": "DAY", "note": "TEXT", "TEXT": "TEXT"}},'
    ' "dossier": {"TEXT": "TEXT", "organisatie": "TEXT", "datum": "DAY", "orgaan": "BODY", "strategieen": [],'
    ' "partners": [{"naam": "TEXT", "soort": "KIND", "plaatsen": "SEATS", "engagement": "ANSWER", "TEXT": "TEXT"}]},'
    ' "scenarios": [{"name": "TEXT", "values": {"fte": "85", "TEXT": "TEXT"}}]}'
).replace("TEXT", json.dumps(MARKUP)[1:-1])


def file_with(words: dict[str, str]) -> str:
    """The file with these words where a word from a list belongs."""
    return re.sub("|".join(words), lambda found: json.dumps(words[found[0]])[1:-1], FILE)


def offer(page: Page, path: Path, text: str) -> None:
    """Offer a file to the dossier's page."""
    path.write_text(text, "utf-8")
    page.set_input_files("[data-import]", path)


def test_a_hostile_file_shows_and_brings_text_only(tab: Page, tmp_path: Path) -> None:
    tab.goto("dossier/")
    offer(tab, tmp_path / "dossier.json", file_with(CLOSED))
    expect(tab.locator("[data-import-preview]")).to_contain_text("b-ad")
    assert tab.evaluate(DAMAGE) == []
    tab.click("[data-accept]")
    assert tab.input_value("[name=organisatie]") == MARKUP
    visit_all(tab)


def test_a_file_with_a_word_from_no_list_is_refused(tab: Page, tmp_path: Path) -> None:
    tab.goto("dossier/")
    for place in CLOSED:
        offer(tab, tmp_path / "dossier.json", file_with(CLOSED | {place: MARKUP}))
        expect(tab.locator("[data-status]")).to_contain_text(re.compile("kent|geldig|lang"))
        expect(tab.locator("[data-import-preview]")).to_be_hidden()
        assert tab.evaluate(DAMAGE) == []


def test_hostile_storage_brings_text_only(tab: Page) -> None:
    hostile = file_with(dict.fromkeys(CLOSED, MARKUP))
    tab.evaluate("(text) => localStorage.setItem('verbindingsambassadeur:/', text)", hostile)
    visit_all(tab)


def visit_all(page: Page) -> None:
    """Look at every page that shows what is kept."""
    for address in ("dossier/", "checklist/", "stap-1-overtuigingen/", "rekenhulp/budget/"):
        page.goto(address)
        until_there(page, "html[data-runtime]")
        if address in {"dossier/", "rekenhulp/budget/"}:
            until_there(page, READY)
        expect(page.locator("[data-opslag]")).to_have_count(0)
        assert page.evaluate(DAMAGE) == []
