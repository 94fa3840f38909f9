"""What holds for every page: addresses, titles, language, headings, links, and nothing from elsewhere."""

import json
import re
import struct
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from calculators.calculator import CALCULATORS
from calculators.core import content
from tests.conftest import MKDOCS_ALONE
from tests.site.reading import GUIDE, HELP, UNKNOWN, Page

HOST = "https://voorbeeld.invalid/"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def test_the_site_has_these_pages(pages: dict[str, Page]) -> None:
    assert pages.keys() == {*GUIDE, *HELP, UNKNOWN}


def test_titles_and_descriptions_are_unique(pages: dict[str, Page]) -> None:
    titles = [element.text for page in pages.values() for element in page.all("title") if "head" in element.parents]
    assert len(set(titles)) == len(titles) == len(pages)
    described = [page.meta("description") for url, page in pages.items() if url != UNKNOWN]
    assert len(set(described)) == len(described)
    assert all(50 < len(text) < 170 for text in described), [text for text in described if not 50 < len(text) < 170]


def test_every_page_says_what_it_is(pages: dict[str, Page]) -> None:
    for url, page in pages.items():
        assert page.all("html")[0].get("lang") == "nl-BE", url
        assert len(page.all("h1")) == 1, url
        assert page.meta("og:locale") == "nl_BE"
        assert page.meta("robots") == ("noindex" if url in {UNKNOWN, "afdrukken/"} else "index, follow"), url
        if url != UNKNOWN:
            assert page.meta("og:description") == page.meta("description"), url
            assert re.fullmatch(r"Laatst nagekeken op \d+ \w+ 20\d\d\. ?", _last_checked(page)), url


def _last_checked(page: Page) -> str:
    return next(element.text for element in page.all("p") if element.get("class") == "paginavoet")


def test_headings_go_down_one_level_at_a_time(pages: dict[str, Page]) -> None:
    for url, page in pages.items():
        levels = [int(heading.tag[1]) for heading in page.all(*HEADINGS) if "article" in heading.parents]
        assert levels[0] == 1, url
        assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)


def test_ids_are_unique_and_references_point_to_them(pages: dict[str, Page]) -> None:
    for url, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), (url, sorted(i for i in page.ids if page.ids.count(i) > 1))
        for attribute in ("for", "aria-describedby", "aria-labelledby", "form"):
            for element in page.all(having=attribute):
                assert set(element.get(attribute).split()) <= set(page.ids), (url, attribute, element.get(attribute))


def test_internal_links_and_anchors_resolve(pages: dict[str, Page], built_site: Path) -> None:
    for page in pages.values():
        for link in page.all("a", having="href"):
            target = urlsplit(urljoin(HOST + page.url, link.get("href")))
            if target.netloc != urlsplit(HOST).netloc or page.url == UNKNOWN:
                continue
            path = unquote(target.path.removeprefix("/"))
            assert path in pages or (built_site / path).is_file(), (page.url, link.get("href"))
            if target.fragment:
                assert unquote(target.fragment) in pages[path].ids, (page.url, link.get("href"))


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Page]) -> None:
    attributes = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "use": "href"}
    for url, page in pages.items():
        for element in page.all(*attributes):
            address = element.get(attributes[element.tag])
            own = element.get("rel") in {"canonical", "prev", "next"} or url == UNKNOWN
            assert own or not re.match(r"(?:[a-z]+:)?//", address), (url, address)


def test_every_result_has_its_machine_value(pages: dict[str, Page]) -> None:
    for name in ("budget", "looptijd", "trajecten"):
        shown = pages[f"rekenhulp/{name}/"].all(having="data-result")
        assert len(shown) > 3, name
        assert all(element.get("data-value") for element in shown), name
    assert CALCULATORS.keys() >= {"budget", "looptijd", "trajecten", "keuzehulp"}
    assert pages["stap-3-keuze/"].all(having="data-result")


def test_drawings_have_a_name_a_description_and_words(pages: dict[str, Page]) -> None:
    for url, name in (("", "stappen"), ("stap-3-keuze/", "strategieen"), ("stap-6-opvolging/", "meetmomenten")):
        page = pages[url]
        assert [one.get("data-tekening") for one in page.all("figure", having="data-tekening")] == [name]
        pictures = [one for one in page.all("svg") if one.get("role") == "img" and "figure" in one.parents]
        drawn = [one for one in page.all("title", "desc") if "svg" in one.parents and "figure" in one.parents]
        assert len(pictures) >= 2
        assert len(drawn) >= 2 * 2
        assert all(one.text for one in drawn)
        assert any(one.text == "Deze tekening in woorden" for one in page.all("summary"))


WORDS = {
    "toeleider": ("stap-2-situatie/", "woordenlijst/#term-toeleider", "rekenhulp/trajecten/"),
    "brugfiguur": ("", "stap-1-overtuigingen/", "woordenlijst/#term-brugfiguur"),
    "VTE": ("woordenlijst/#term-vte", "stap-3-keuze/", "rekenhulp/budget/"),
    "FTE": ("woordenlijst/#term-vte", "stap-3-keuze/", "rekenhulp/budget/"),
    "kostprijs": ("woordenlijst/#term-jaarloonkost", "stap-3-keuze/", "rekenhulp/budget/"),
    "stuurgroep": ("woordenlijst/#term-steungroep", "stap-5-omkadering/"),
    "GDPR": ("woordenlijst/#term-avg", "stap-6-opvolging/", "over/privacy/"),
    "aanbesteding": ("stap-4-aanwerven/",),
    "zorgcoordinator": ("stap-2-situatie/",),
}


@MKDOCS_ALONE
@pytest.mark.parametrize(("word", "urls"), WORDS.items())
def test_search_knows_the_words_that_readers_use(built_site: Path, word: str, urls: tuple[str, ...]) -> None:
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    split = re.compile(index["config"]["separator"])
    texts = {
        section["location"]: re.sub(r"<[^>]+>", " ", f"{section['title']} {section['text']}")
        for section in sections(built_site)
    }
    found = {location for location, text in texts.items() if word in split.split(text)}
    assert found >= set(urls)


@MKDOCS_ALONE
def test_search_finds_the_page_that_repeats_the_guide_but_not_what_it_repeats(built_site: Path) -> None:
    locations = [section["location"] for section in sections(built_site)]
    assert [location for location in locations if location.startswith("afdrukken")] == ["afdrukken/"]


@MKDOCS_ALONE
def test_the_text_that_is_searched_waits_until_somebody_searches(built_site: Path) -> None:
    """Every page fetches the index, and few readers of a page search."""
    index = built_site / "search" / "search_index.json"
    assert json.loads(index.read_text(encoding="utf-8"))["docs"] == []
    assert index.stat().st_size < 500
    assert len(sections(built_site)) > 100


def sections(site: Path) -> list[dict[str, str]]:
    """What is searched: title and text of each part of a page."""
    found: list[dict[str, str]] = json.loads((site / "search" / "sections.json").read_text(encoding="utf-8"))
    return found


def test_the_glossary_explains_words_where_they_are_used(pages: dict[str, Page]) -> None:
    for url in GUIDE[2:7]:
        assert pages[url].all("abbr", having="title"), url


@MKDOCS_ALONE
def test_a_term_leads_to_its_definition_wherever_it_stands(pages: dict[str, Page]) -> None:
    """In Markdown, in what macros write and in forms; never in what nobody may change or sees."""
    definitions = {term.term: term.short for term in content.glossary()}
    for url, place in (
        ("stap-2-situatie/", "ul"),
        ("stap-3-keuze/", "table"),
        ("checklist/", "form"),
        ("rekenhulp/budget/", "article"),
        ("afdrukken/", "li"),
    ):
        assert any(place in one.parents for one in pages[url].all("abbr") if "a" in one.parents), url
    for url, page in pages.items():
        shown = [one for one in page.all("abbr", having="title") if "a" in one.parents]
        assert {one.get("title") for one in shown} <= set(definitions.values()), url
        for one in shown:
            assert not {"h1", "h2", "h3", "label", "legend", "button", "summary"} & set(one.parents), (url, one.text)
    assert not [one for one in pages["woordenlijst/"].all("abbr") if one.text == "VTE"]


def test_the_picture_for_sharing_exists(pages: dict[str, Page], built_site: Path) -> None:
    for url, page in pages.items():
        path = urlsplit(page.meta("og:image")).path.removeprefix("/")
        assert (built_site / path).is_file(), url
    picture = (built_site / path).read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 60_000


def test_the_accessibility_statement_has_the_parts_of_the_european_model(pages: dict[str, Page]) -> None:
    page = pages["over/toegankelijkheid/"]
    parts = [one.text.removesuffix("¶") for one in page.all("h2", "h3") if "article" in one.parents]
    expected = (
        *("Nalevingsstatus", "Niet-toegankelijke inhoud", "a) Niet-naleving", "b) Onevenredige last"),
        *("c) Buiten het toepassingsgebied", "Opstelling van deze verklaring", "Feedback en contactgegevens"),
        "Handhavingsprocedure",
    )
    assert tuple(parts[: len(expected)]) == expected
    assert any("vlaamseombudsdienst.be" in link.get("href") for link in page.all("a"))
    assert any("Nog in te vullen" in one.text for one in page.all("p"))


def test_no_placeholder_is_left(pages: dict[str, Page]) -> None:
    for url, page in pages.items():
        article = next(element for element in page.all("article"))
        assert not re.search(r"TODO|FIXME|XXX|@@|\{\{|\}\}|[Ll]orem|None\b|undefined", article.text), url


SECUREX = "Securex, over de overschrijding van de spilindex in december 2025"


@pytest.mark.parametrize(
    ("start", "rest"),
    [
        ("2,208 factor", " vanaf 1 september 2026"),
        ("2,1647 factor", f" vanaf 1 maart 2026 Bron: {SECUREX}. Herkomst: eigen berekening."),
        ("2,1223 factor", " vanaf 1 maart 2025 Bron: BOSA, index januari 2025. Herkomst: bron."),
        ("1,9222 factor", " vanaf 1 september 2022 Bron: Vorige coëfficiënt x 1,02. Herkomst: eigen berekening."),
        ("55 euro per jaar", " zonder datum, nagekeken op 23 november 2026"),
    ],
)
def test_the_method_page_dates_and_sources_each_value(pages: dict[str, Page], start: str, rest: str) -> None:
    items = [" ".join(item.text.split()) for item in pages["over/methode/"].all("li")]
    assert [item for item in items if item.startswith(start)] == [start + rest]
