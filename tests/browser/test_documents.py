"""From an empty browser to documents that open in Word and Excel: what a reader does in half an hour."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from calculators import documents
from calculators.dossier import read
from tests.browser.reader import clear, day_of
from tests.browser.runtime import assert_budget_answered
from tests.browser.stored import come_back, kept_after
from tests.office import convert, text_of


def download(page: Page, kind: str, folder: Path) -> Path:
    """Make a document in the browser and keep it."""
    with page.expect_download(timeout=60_000) as waiting:
        page.click(f"[data-document={kind}]")
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def fill_in(page: Page) -> None:
    """Leave a dossier as a youth officer does after half an hour."""
    page.goto("rekenhulp/budget/")
    page.fill("[name=jaarloonkost]", "64.250,50")
    page.goto("rekenhulp/trajecten/")
    page.fill("[name=vrije_plaatsen]", "31")
    page.goto("checklist/")
    page.check("[name='s1-01']")
    page.click("[data-item=s2-01] summary")
    page.select_option("[name='s2-01.status']", "bezig")
    page.fill("[name='s2-01.who']", "Noor")
    page.fill("[name='s2-01.note']", "Eerst de cijfers <van> 2026 & ouder.")
    page.goto("dossier/")
    page.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    page.fill("[name=overtuigingen]", "Elk kind verdient een plek.\nOok wie er nog niet is.")
    page.check("[name=strategieen][value=individuele-toeleiding]")
    page.click("[data-add]")
    page.fill("[data-part=naam]", "Chiro De Linde")
    page.select_option("[data-part=soort]", "vereniging")
    page.fill("[data-part=plaatsen]", "6")


@pytest.fixture(scope="module")
def kept(browser: Browser, server: str) -> dict[str, str]:
    """What the browser of somebody who did so has kept."""
    return kept_after(browser, server, fill_in)


@pytest.fixture
def filled(page: Page, kept: dict[str, str]) -> Page:
    """A tab of that reader, who comes back to the dossier."""
    come_back(page, kept)
    page.goto("dossier/")
    return page


@pytest.mark.newcomer
def test_a_whole_dossier_gives_every_document(page: Page, tmp_path: Path) -> None:
    fill_in(page)
    expect(page.locator("[data-overview] [data-result=totaal]")).to_be_visible(timeout=60_000)
    files = {kind: download(page, kind, tmp_path) for kind in documents.ALL}
    for kind, path in files.items():
        stem, _, ending = documents.ALL[kind].filename.rpartition(".")
        assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d-{stem}-gemeente-voorbeeldegem\.{ending}", path.name), path.name
    document, day = read(files["gegevens"].read_text(encoding="utf-8")), day_of(page)
    for kind, path in files.items():
        assert parts(path.read_bytes()) == parts(documents.make(kind, document, day)[2]), f"{kind}: as Python makes it"
    office = [path for path in files.values() if path.suffix in (".docx", ".xlsx")]
    texts = {path.stem: text_of(pdf) for path, pdf in zip(office, convert(office, "pdf", tmp_path), strict=True)}
    checklist = texts[files["checklist"].stem]
    assert "Noor" in checklist
    assert "Eerst de cijfers <van> 2026 & ouder." in checklist
    nota = texts[files["nota"].stem]
    assert "Gemeente Voorbeeldegem" in nota
    assert "Ook wie er nog niet is." in nota
    assert "Chiro De Linde" in texts[files["engagement-vereniging"].stem]
    assert "Chiro De Linde" in texts[files["registratie"].stem]
    stored = json.loads(files["gegevens"].read_text(encoding="utf-8"))
    assert stored["calculators"]["budget"]["jaarloonkost"] == "64.250,50"


def parts(content: bytes) -> dict[str, bytes]:
    """What is in the package; how it is compressed may differ between two versions of zlib. Else the file as it is."""
    if not content.startswith(b"PK"):
        return {"": content}
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_double_click_gives_one_file(filled: Page) -> None:
    got: list[str] = []
    filled.on("download", lambda file: got.append(file.suggested_filename))
    filled.dblclick("[data-document=nota]")
    status = filled.locator("[data-downloads] [data-status]")
    expect(status).to_contain_text("nota-voor-het-college-gemeente-voorbeeldegem.docx", timeout=60_000)
    assert_budget_answered(filled)  # asked later, so answered later than a second file would be
    assert len(got) == 1


def test_a_dossier_travels_as_a_file(filled: Page, tmp_path: Path) -> None:
    path = download(filled, "gegevens", tmp_path)
    before = filled.evaluate("localStorage.getItem('verbindingsambassadeur:/')")
    clear(filled)
    assert filled.input_value("[name=organisatie]") == ""
    filled.set_input_files("[data-import]", path)
    expect(filled.locator("[data-import-preview]")).to_contain_text("Dit verandert er")
    assert filled.input_value("[name=organisatie]") == "", "nothing changes before the reader agrees"
    filled.click("[data-accept]")
    assert filled.input_value("[name=organisatie]") == "Gemeente Voorbeeldegem"
    after = filled.evaluate("localStorage.getItem('verbindingsambassadeur:/')")
    assert json.loads(after)["calculators"] == json.loads(before)["calculators"]


def calendar(page: Page) -> dict[str, date]:
    """The days of the calendar file that the page makes, by UID."""
    with page.expect_download(timeout=60_000) as waiting:
        page.click("[data-calendar]")
    assert waiting.value.suggested_filename.endswith(".ics")
    file = icalendar.Calendar.from_ical(Path(waiting.value.path()).read_text(encoding="utf-8"))
    return {str(event["UID"]): event.decoded("DTSTART") for event in file.walk("VEVENT")}


def test_a_later_calendar_moves_the_days_of_an_earlier_one(filled: Page, server: str, tmp_path: Path) -> None:
    """Also after the dossier went elsewhere as a file; and the checklist is in it."""
    filled.goto(server + "checklist/")
    filled.click("[data-item=s2-01] summary")
    filled.fill("[name='s2-01.by']", "2027-02-03")
    first = calendar(filled)
    assert [day for uid, day in first.items() if uid.startswith("checklist-s2-01-")] == [date(2027, 2, 3)]
    filled.goto(server + "dossier/")
    path = download(filled, "gegevens", tmp_path)
    clear(filled)
    filled.set_input_files("[data-import]", path)
    filled.click("[data-accept]")
    filled.goto(server + "rekenhulp/looptijd/")
    filled.fill("[name=startdatum]", "2027-03-01")
    filled.goto(server + "dossier/")
    later = calendar(filled)
    assert first.keys() == later.keys()
    assert sum(first[uid] != later[uid] for uid in first) > len(first) / 2
    clear(filled)
    filled.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    filled.goto(server + "rekenhulp/budget/")
    filled.fill("[name=jaarloonkost]", "64.250,50")
    filled.goto(server + "dossier/")
    assert not first.keys() & calendar(filled).keys()


@pytest.mark.parametrize(("step", "kind"), [("stap-1-overtuigingen", "korte-nota"), ("stap-4-aanwerven", "opdracht")])
def test_a_step_gives_what_it_promises(filled: Page, server: str, tmp_path: Path, step: str, kind: str) -> None:
    filled.goto(f"{server}{step}/")
    made = download(filled, kind, tmp_path)
    assert "gemeente-voorbeeldegem" in made.name
    (pdf,) = convert([made], "pdf", tmp_path)
    assert "Gemeente Voorbeeldegem" in text_of(pdf)
    blank = filled.locator("[data-take] a[download]").first.get_attribute("href")
    assert filled.request.get(f"{server}{step}/{blank}").ok


def test_erasing_everything_can_be_undone(filled: Page) -> None:
    clear(filled)
    expect(filled.locator("[data-status]")).to_contain_text("gewist")
    assert filled.evaluate("localStorage.getItem('verbindingsambassadeur:/')") is None
    filled.click("[data-action=undo]")
    assert filled.input_value("[name=organisatie]") == "Gemeente Voorbeeldegem"


def test_a_broken_file_changes_nothing(filled: Page, tmp_path: Path) -> None:
    wrong = tmp_path / "stuk.json"
    messages = {
        "": "geen geldig JSON-bestand",
        "{": "geen geldig JSON-bestand",
        "[]": "geen dossier",
        '{"version": 99}': "nieuwere versie",
        '{"version": 1, "checklist": 3}': "niet de juiste vorm",
        " " * 6_000_000: "te groot",
    }
    for content, message in messages.items():
        wrong.write_text(content)
        filled.set_input_files("[data-import]", wrong)
        expect(filled.locator("[data-status]")).to_contain_text(message, timeout=30_000)
        expect(filled.locator("[data-import-preview]")).to_be_hidden()
        assert filled.input_value("[name=organisatie]") == "Gemeente Voorbeeldegem"


def test_blank_documents_are_there_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(server + "dossier/")
    links = page.locator("a[download]")
    assert links.count() == sum(kind.has_blank for kind in documents.ALL.values())
    for index in range(links.count()):
        address = links.nth(index).get_attribute("href")
        reply = context.request.get(f"{server}dossier/{address}")
        assert reply.ok
        assert len(reply.body()) > 100
    context.close()
