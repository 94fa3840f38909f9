"""The main paths in Firefox and in WebKit: calculate, mend an error, keep what was ticked, make a document."""

import zipfile
from collections.abc import Iterator
from shutil import which

import pytest

from tests.browser.firefox import firefox
from tests.browser.reader import origin
from tests.browser.tabs import Tab
from tests.browser.webkit import program, webkit


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def tab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """One tab of each browser for all tests of this module."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "webkit":
        if not (program() and which("WebKitWebDriver") and which("Xvfb")):
            pytest.skip("WebKitGTK is not installed")
        with webkit(folder) as window:
            yield window
        return
    found = which("firefox-esr") or which("firefox")
    if not found:
        pytest.skip("Firefox is not installed")
    with firefox(found, folder) as started:
        yield started
        started.run("true")  # errors that came meanwhile are read before the answer
    assert not started.errors


def test_budget_is_calculated_and_an_error_explained(tab: Tab, server: str) -> None:
    tab.open(server + "rekenhulp/budget/")
    tab.write("fte", "50")
    tab.wait("document.querySelector('[data-result=totaal_jaar_1]').dataset.value === '39700'")  # 61.400 / 2 + 9.000
    assert tab.run("document.documentElement.dataset.runtimeFrom") == origin()
    tab.write("fte", "veel")
    tab.press("Enter")
    tab.wait("document.activeElement.matches('[data-errors]')")
    tab.press("Tab", "Enter")
    assert tab.wait("document.activeElement.name") == "fte"
    assert tab.run("document.activeElement.value") == "veel"


def test_tick_survives_a_reload_and_shows_on_the_step(tab: Tab, server: str) -> None:
    tab.open(server + "checklist/")
    tab.click("[name='s1-01']")
    tab.wait("document.querySelector('[data-progress=stap-1]').textContent.startsWith('1 van')")
    tab.reload()
    assert tab.run("document.getElementsByName('s1-01')[0].checked")
    tab.open(server + "stap-1-overtuigingen/")
    assert tab.run("document.getElementsByName('s1-01')[0].checked")


def test_document_is_made(tab: Tab, server: str) -> None:
    tab.open(server + "checklist/")
    tab.click("[data-document=checklist]")
    file = tab.downloaded()
    assert file.suffix == ".docx"
    assert "word/document.xml" in zipfile.ZipFile(file).namelist()


@pytest.mark.parametrize("address", ["", "stap-3-keuze/", "rekenhulp/budget/", "checklist/", "dossier/"])
def test_page_opens_styled_and_fits(tab: Tab, server: str, address: str) -> None:
    tab.open(server + address)
    assert tab.run("document.documentElement.scrollWidth <= innerWidth")
    assert tab.run("document.querySelector('h1').checkVisibility()")
    assert tab.run("[...document.styleSheets].every((sheet) => sheet.cssRules.length)")


@pytest.mark.parametrize("calculator", ["budget", "looptijd", "trajecten"])
@pytest.mark.parametrize("place", [".rh-resultaat > [data-table]:last-of-type", ".rh-volgende a"])
def test_what_a_reader_jumps_to_stays_in_place(tab: Tab, server: str, calculator: str, place: str) -> None:
    tab.open(server + f"rekenhulp/{calculator}/")
    tab.run(
        f"(window.place = document.querySelector({place!r})).scrollIntoView({{ block: 'center', behavior: 'instant' }})"
    )
    tab.run("window.was = place.getBoundingClientRect().top")
    tab.run("void (window.passed = 0, (function next() { if (++passed < 5) requestAnimationFrame(next); })())")
    tab.wait("passed >= 5")
    assert abs(tab.run("place.getBoundingClientRect().top - was")) <= 1
