"""The words that staff type find their page: lists of them, most of which were written before anyone tried them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faults import hold_back
from tests.browser.host import until
from tests.conftest import MKDOCS_ALONE, READER

pytestmark = MKDOCS_ALONE
LISTS = Path(__file__).parent / "search"
READY = """async () => {
  const { base, search } = JSON.parse(document.querySelector("#__config").textContent);
  const index = await (await fetch(new URL(`${base}/search/search_index.json`, location.href))).json();
  const worker = new Worker(search);
  const answer = (message) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data.data);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { ...index, options: { suggest: true } } });
  window.found = async (word) => {
    const { items } = await answer({ type: 2, data: word });
    return items.map(([part]) => part.location.split("#")[0]);
  };
}"""
ASK = """async (words) => {
  const found = {};
  for (const word of words) found[word] = await window.found(word);
  return found;
}"""
"""The theme's own question to its worker (0 sets up, 2 asks); for each word the pages, in order."""


@pytest.fixture(scope="module")
def searching(browser: Browser, server: str) -> Iterator[Page]:
    """A page whose search has been set up."""
    with browser.new_context(**READER, base_url=server, service_workers="block") as reader:
        page = reader.new_page()
        page.goto("./")
        page.evaluate(READY)
        yield page


def words(text: str) -> list[str]:
    """Words of a list, with a comma between two."""
    return [word.strip() for word in text.replace("\n", " ").split(",") if word.strip()]


def addresses(key: str) -> set[str]:
    """Pages of a list, with a comma between two, as the search gives them: of these, one is right."""
    return {f"{address.strip()}/".lstrip("/") for address in key.split(",")}


def ask(page: Page, asked: list[str]) -> dict[str, list[str]]:
    """Ask the search: for each word the pages, in order."""
    return cast("dict[str, list[str]]", page.evaluate(ASK, asked))


def missed(page: Page, name: str) -> tuple[list[str], int]:
    """Ask all words of a list: those that don't find their page, with what they find, and how many were asked."""
    wanted = tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))
    money = words(wanted["money"]["words"])
    pages = {word: addresses(key) for key, text in wanted["pages"].items() for word in words(text)}
    found = ask(page, [*money, *pages])
    wrong = [word for word in money if found[word][:1] != ["rekenhulp/budget/"]]
    wrong += [word for word, right in pages.items() if not right & {*found[word][:3]}]
    return [f"{word}: {found[word][:3]}" for word in wrong], len(found)


@pytest.mark.parametrize("name", sorted(path.stem for path in LISTS.glob("*.toml")))
def test_what_staff_type_finds_its_page_among_the_first_three(searching: Page, name: str) -> None:
    wrong, asked = missed(searching, name)
    assert asked >= 40
    assert len(wrong) <= asked * 0.05, wrong


def test_what_the_guide_is_not_about_finds_nothing(searching: Page) -> None:
    asked = words(
        "identiteitskaart, paspoort, wegenwerken, hondenbelasting, zwemles, riolering, notaris, containerpark, zzzz"
    )
    assert ask(searching, asked) == {word: [] for word in asked}


def test_a_page_with_the_word_comes_before_those_with_a_part_of_it(searching: Page) -> None:
    found = ask(searching, ["speelpleinwerking", "brugpersoon", "leeftijdsgroep"])
    assert [pages[0] for pages in found.values()] == ["woordenlijst/", "woordenlijst/", "stap-2-situatie/"]


def test_words_that_the_guide_writes_as_one_are_found_apart(searching: Page) -> None:
    found = ask(searching, ["uit-pas", "kost prijs"])
    assert [pages[0] for pages in found.values()] == ["woordenlijst/", "rekenhulp/budget/"]


def test_a_list_that_asks_too_much_is_told(searching: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(f"{__name__}.LISTS", tmp_path)
    (tmp_path / "wrong.toml").write_text('[money]\nwords = "privacy, zzzzqq"\n[pages]\n"dossier" = "cookies"\n')
    assert [told.split(":")[0] for told in missed(searching, "wrong")[0]] == ["privacy", "zzzzqq", "cookies"]


def test_a_search_that_finds_nothing_offers_four_pages(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("./checklist/")
    page.click("label[for=__search] >> visible=true")
    page.locator("[data-md-component=search-query]").type("zzzzqq")
    expect(page.locator(".md-search-result__meta")).to_have_text("Niets gevonden")
    offered = page.get_by_role("navigation", name="Vaak gezocht").get_by_role("link")
    expect(offered).to_have_count(4)
    offered.first.click()
    expect(page).to_have_url(f"{server}rekenhulp/budget/")


def test_a_word_in_another_form_is_not_called_missing(page: Page) -> None:
    page.goto("./")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.click("[data-md-component=search-query]")
    page.keyboard.type("salarissen")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Rekenhulp")
    expect(page.locator(".md-search-result__terms")).to_have_count(0)
    expect(page.locator(".zoek-wijzers")).to_be_hidden()


@pytest.mark.newcomer
@pytest.mark.parametrize("part", ["**/search/sections.json", "**/lunr.nl.min.js", "**/workers/search.*"])
def test_a_search_whose_parts_do_not_arrive_says_so_and_tries_again_at_the_next_letter(tab: Page, part: str) -> None:
    """They come with the first question: whoever only reads does not wait for them."""
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.route(part, lambda route: route.abort())
    tab.goto("stap-2-situatie/")
    tab.click("[data-md-component=search-query]")
    tab.keyboard.type("vrijwilliger")
    hits = tab.locator(".md-search-result__item")
    expect(hits).to_contain_text(["Is er een verbinding?"])
    tab.unroute_all()
    tab.keyboard.type("s")
    expect(hits.first).to_contain_text("vrijwilligers")


@pytest.mark.newcomer
def test_of_questions_typed_while_the_search_loads_only_the_last_is_answered(tab: Page) -> None:
    held = hold_back(tab, "**/search/sections.json")
    tab.goto("stap-2-situatie/")
    answers = tab.evaluate_handle("""() => {
      const { search } = JSON.parse(document.querySelector("#__config").textContent);
      const worker = new Worker(search);
      const answers = [];
      worker.onmessage = ({ data }) => answers.push(data);
      worker.postMessage({ type: 0, data: { config: { lang: ["nl"], separator: "[\\\\s\\\\-]+", pipeline: [],
        fields: { title: {}, text: {}, tags: {} } }, docs: [], options: {} } });
      for (const data of ["zzzzqq", "privacy"]) worker.postMessage({ type: 2, data });
      return answers;
    }""")
    until(tab, "(answers) => answers.length === 1", answers)
    held[0].continue_()
    until(tab, "(answers) => answers.length === 2", answers)
    assert answers.evaluate("([ready, found]) => [ready.type, found.data.items.length > 0]") == [1, True]
