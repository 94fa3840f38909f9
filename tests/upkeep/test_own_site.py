"""A municipality makes the site its own in one file, by the example that its page gives."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deploy import headers
from tests.conftest import ROOT, build_site
from tests.site.reading import Page, read_site

EXAMPLE = re.findall(r"```toml\n(.*?)```", (ROOT / "docs-dev/own-site.md").read_text("utf-8"), re.DOTALL)[0]
TITLE = "Verbindingsambassadeurs in Voorbeeldegem"
LOGO = "assets/favicon.svg"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The site, built strictly with the example; its logo is one that is there. With Zensical if ENGINE says so."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "site.toml").write_text(EXAMPLE.replace("assets/eigen-logo.svg", LOGO), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_TOML", str(folder / "site.toml"))
        return build_site(ROOT, folder / "built", port)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return read_site(site)


def test_name_title_and_contact_stand_where_readers_look(pages: dict[str, Page]) -> None:
    for url in ("", "checklist/"):
        assert pages[url].all("title")[0].text.endswith(f" - {TITLE}")
    foot = [one.text for one in pages["bronnen/"].all("div") if one.get("class") == "md-copyright__highlight"]
    assert "Karel de Grote Hogeschool" in foot[0]
    assert "Deze site is van Gemeente Voorbeeldegem." in foot[0]
    statement = pages["over/toegankelijkheid/"].all("main")[0].text
    assert "Gemeente Voorbeeldegem: jeugd@voorbeeldegem.example" in statement


def test_logo_and_notes_are_theirs(pages: dict[str, Page], site: Path) -> None:
    logos = [one for one in pages["checklist/"].all("img") if one.get("alt") in {"logo", TITLE}]
    assert {one.get("src") for one in logos} == {f"../{LOGO}"}
    notes = {url: [one.text.strip() for one in page.all("aside")] for url, page in pages.items()}
    assert {url for url, found in notes.items() if found} == {"", "stap-4-aanwerven/", "rekenhulp/budget/"}
    assert notes["stap-4-aanwerven/"][0].startswith("Bij ons beslist het vast bureau.")
    assert (site / ".well-known/security.txt").read_text("utf-8").count("jeugd@voorbeeldegem.example")


def test_the_colour_shows_under_the_strict_policy(site: Path, browser: Browser) -> None:
    allowed = headers.inline_of(site)
    (style,) = re.findall(r"<style>(:root.+?)</style>", (site / "index.html").read_text("utf-8"))
    assert headers.hash_of(style) in allowed.styles
    page = browser.new_page(color_scheme="light")
    page.goto((site / "index.html").as_uri())
    head = page.eval_on_selector(".md-header", "(one) => getComputedStyle(one).backgroundColor")
    page.close()
    assert head == "rgb(122, 31, 92)"
