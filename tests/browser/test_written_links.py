"""A link as text: what stands in it, and what becomes of one that is cut, changed or made up on its way."""

import re
from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from calculators.core.parameters import NEWEST
from tests.browser.links import HASH, LINK, VIEW, look, visit
from tests.browser.reader import unfold, until_there
from tests.browser.stored import form_of, stored
from tests.browser.worked_example import BUDGET, answered, edit

PLAIN = f"{BUDGET}#fte=60&onbekend=1"
"""As links were before they had an end mark."""


def test_a_link_has_what_differs_and_an_end(own_budget: Page) -> None:
    unfold(own_budget)
    own_budget.fill("[name=posts]", "4")
    own_budget.click("[data-action=share]")
    link = own_budget.evaluate("location.hash")
    assert link.startswith(f"#cijfers_van={NEWEST.isoformat()}&fte=90&startdatum=")
    assert "&posts=4&" in link
    assert "fte_2" not in link
    assert link.endswith(f"&einde={link.count('&')}")
    assert len(own_budget.url) < 600


def test_a_link_of_before_is_looked_at_too(own: Page, server: str) -> None:
    before = stored(own)
    look(own, server, PLAIN)
    answered(own, 60)
    expect(own.locator("[data-caution]")).to_contain_text("Dat telt niet mee")
    assert stored(own) == before


CHANGED = {
    "HTML": HASH.replace("&", "&amp;"),
    "a reference": HASH.replace("&", "&#38;"),
    "encoded": quote(HASH),
    "encoded twice": quote(quote(HASH)),
    "brackets": f"{HASH}>",
    "spaces": f" {HASH} ",
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_link_that_a_program_changed_is_mended(own: Page, server: str, name: str) -> None:
    look(own, server, f"{BUDGET}#{CHANGED[name]}")
    answered(own, 60)
    expect(own.locator("[data-caution]")).to_be_hidden()
    assert own.input_value("[name=jaarloonkost]") == "61.400"


def test_half_a_link_is_refused_in_words(own: Page, server: str) -> None:
    before = stored(own)
    for half in (HASH[:-2], HASH[:30], HASH.replace("&fte=60", "")):
        visit(own, server, f"{BUDGET}#{half}")
        expect(own.locator("[data-caution]")).to_contain_text("Deze link is niet volledig")
        expect(own.locator("[data-looks]")).to_be_hidden()
        answered(own, 90)
        assert own.locator(VIEW).count() == 0
        assert stored(own) == before
    edit(own, "95")
    answered(own, 95)
    assert form_of(own)["fte"] == "95"
    assert "#" not in own.url


def test_half_a_link_in_the_same_tab_ends_the_view(own: Page, server: str) -> None:
    look(own, server)
    own.goto(f"{server}{BUDGET}#{HASH[:-2]}")
    answered(own, 90)
    expect(own.locator("[data-caution]")).to_contain_text("niet volledig")
    assert own.locator(VIEW).count() == 0


def test_a_link_for_another_calculator_is_refused_in_words(own: Page, server: str) -> None:
    visit(own, server, f"{BUDGET}#cijfers_van={NEWEST.isoformat()}&evaluatie_maanden=6&einde=2")
    expect(own.locator("[data-caution]")).to_contain_text("horen niet bij deze rekenhulp")
    answered(own, 90)


@pytest.mark.parametrize("place", ["fte", "fte=", "resultaat", "loonbasis=xyz", "startdatum=ooit", "__proto__=1"])
def test_a_place_in_the_page_is_no_link(own: Page, server: str, place: str) -> None:
    before = stored(own)
    visit(own, server, f"{BUDGET}#{place}")
    answered(own, 90)
    expect(own.locator("[data-shared]")).to_be_hidden()
    assert stored(own) == before


@pytest.mark.newcomer
def test_a_link_whose_number_sign_was_encoded_arrives(own: Page, server: str, built_site: Path) -> None:
    def unknown(route: Route) -> None:
        route.fulfill(status=404, content_type="text/html; charset=utf-8", body=(built_site / "404.html").read_text())

    own.context.route(re.compile("%23"), unknown)
    visit(own, server, f"{BUDGET}%23{HASH}")
    until_there(own, VIEW)
    answered(own, 60)
    assert own.url == server + LINK


def hostile(random: Random) -> str:
    """Pieces of links, and of what no link has."""
    pieces = (
        "&",
        "=",
        ";",
        "%",
        "%00",
        "%E2%82",
        "&amp;",
        "<script>",
        "__proto__",
        "constructor",
        "fte",
        "fte=1",
        "x=1",
    )
    more = (
        "einde=1",
        "cijfers_van=",
        "cijfers_van=2026-11-23",
        "loonbasis=opbouw",
        "#",
        "%23",
        "9" * 300,
        "\U0001f600",
    )
    return "".join(random.choices(pieces + more, k=random.randint(1, 30)))


def test_hostile_links_break_and_store_nothing(own_budget: Page, server: str) -> None:
    """Fewer than in the test of the module: browsers stop a page that goes to too many places."""
    before = stored(own_budget)
    random = Random(1)
    texts = [hostile(random) for _ in range(100)]
    go = "async (all) => { for (const one of all) { location.hash = one; await new Promise((r) => setTimeout(r)); } }"
    own_budget.evaluate(go, texts)
    assert stored(own_budget) == before
    visit(own_budget, server, BUDGET)
    answered(own_budget, 90)
    assert own_budget.evaluate("({}).fte") is None
