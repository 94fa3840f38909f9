"""Looking is not saving: the figures of a link are a view, until the reader takes them over."""

import re
from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from calculators.budget.variants import MOST_SCENARIOS
from calculators.core.parameters import NEWEST
from tests.browser.reader import unfold
from tests.browser.stored import come_back, form_of, kept_after, stored
from tests.browser.test_faults import BUDGET, answered, edit

VIEW = "html[data-view=shared]"
PLAIN = f"{BUDGET}#fte=60&onbekend=1"
"""As links were before they had an end mark."""
HASH = f"cijfers_van={NEWEST.isoformat()}&fte=60&jaarloonkost=61.400&einde=3"
LINK = f"{BUDGET}#{HASH}"


def type_own(page: Page) -> None:
    """Work out a budget of one's own."""
    page.goto(BUDGET)
    edit(page, "90")
    answered(page, 90)


@pytest.fixture(scope="module")
def figures(browser: Browser, server: str) -> dict[str, str]:
    """What is kept of that."""
    return kept_after(browser, server, type_own)


@pytest.fixture
def own(page: Page, figures: dict[str, str]) -> Page:
    """A reader with figures of their own, who is about to come to the site."""
    come_back(page, figures)
    return page


@pytest.fixture
def own_budget(page: Page) -> Page:
    """A reader who has just worked out a budget of their own."""
    type_own(page)
    return page


def visit(page: Page, server: str, link: str) -> None:
    """Open a link in the tab, as from elsewhere."""
    page.goto("about:blank")
    page.goto(server + link)


def look(page: Page, server: str, link: str = LINK) -> None:
    """Open a link in the tab, whose figures are then shown."""
    visit(page, server, link)
    expect(page.locator(VIEW)).to_be_attached()
    expect(page.locator("[data-looks]")).to_be_visible()


def test_a_link_is_looked_at_and_changes_nothing(own: Page, server: str) -> None:
    before = stored(own)
    look(own, server)
    answered(own, 60)
    assert stored(own) == before
    first = own.locator("article > *").first
    assert first.get_attribute("data-shared") is not None, "the banner stands on top"
    expect(own.locator("[data-caution]")).to_be_hidden()
    expect(own.locator("[data-state]")).to_have_text("Berekend met de cijfers uit de link.")


def test_what_is_changed_in_the_view_stays_in_the_view(own: Page, server: str) -> None:
    before = stored(own)
    other = own.context.new_page()
    other.goto(server + BUDGET)
    answered(other, 90)
    look(own, server)
    edit(own, "70")
    answered(own, 70)
    assert stored(own) == before
    assert other.input_value("[name=fte]") == "90"
    own.reload()
    expect(own.locator(VIEW)).to_be_attached()
    answered(own, 70)
    assert stored(own) == before
    own.goto(server + BUDGET)
    answered(own, 90)
    assert own.locator(VIEW).count() == 0


def test_going_back_shows_the_own_figures(own: Page, server: str) -> None:
    look(own, server)
    own.click("[data-action=back]")
    answered(own, 90)
    assert own.locator(VIEW).count() == 0
    assert "#" not in own.url
    edit(own, "95")
    answered(own, 95)
    assert form_of(own)["fte"] == "95"


def test_taking_over_keeps_the_figures(own: Page, server: str) -> None:
    look(own, server)
    answered(own, 60)
    own.click("[data-action=take-over]")
    expect(own.locator("[data-shared]")).to_be_hidden()
    assert form_of(own)["fte"] == "60"
    expect(own.locator("[data-status]")).to_contain_text("Bijgewerkt")
    expect(own.locator("[data-status]")).to_contain_text("staan nu in je eigen budget")
    own.reload()
    answered(own, 60)
    assert own.locator(VIEW).count() == 0


def test_a_view_becomes_a_scenario_beside_the_own_figures(own: Page, server: str) -> None:
    for number in range(1, MOST_SCENARIOS + 1):
        look(own, server)
        own.click("[data-action=as-scenario]")
        answered(own, 90)
        scenario = stored(own)["scenarios"][-1]
        name = f"Uit een link {number}" if number > 1 else "Uit een link"
        assert (scenario["name"], scenario["values"]["fte"]) == (name, "60")
    expect(own.locator("[data-looks]")).to_be_hidden()
    assert form_of(own)["fte"] == "90"
    expect(own.locator("[data-status]")).to_contain_text("Bijgewerkt")
    expect(own.locator("[data-status]")).to_contain_text("Bewaard als scenario: Uit een link")
    look(own, server)
    own.click("[data-action=as-scenario]")
    expect(own.locator("[data-status]")).to_contain_text(f"al {MOST_SCENARIOS} scenario’s")
    assert own.locator(VIEW).count() == 1, "nothing was done"


def test_the_own_link_is_no_news(own_budget: Page) -> None:
    own_budget.click("[data-action=share]")
    own_budget.reload()
    answered(own_budget, 90)
    assert own_budget.locator(VIEW).count() == 0


@pytest.mark.parametrize("place", ["resultaat", "wat-zit-er-in-de-jaarloonkost", "stap-totaal"])
def test_a_place_in_the_page_leaves_the_figures_in_the_address(own: Page, server: str, place: str) -> None:
    look(own, server)
    edit(own, "70")
    answered(own, 70)
    address = own.url
    entries = own.evaluate("history.length")
    go_to(own, place)
    expect(own.locator(f"#{place}")).to_be_focused()
    expect(own.locator(f"#{place}")).to_be_in_viewport()
    assert (own.url, own.evaluate("history.length")) == (address, entries)
    own.reload()
    expect(own.locator(VIEW)).to_be_attached()
    answered(own, 70)


def go_to(page: Page, place: str) -> None:
    """Follow a link to a place in the page: one of the page, or one such as a widget may have."""
    page.evaluate(
        """(place) => {
          const link = document.querySelector(`a[href="#${place}"]`) ?? document.createElement("a");
          link.href = `#${place}`;
          if (!link.isConnected) document.querySelector("article").append(link);
          link.click();
        }""",
        place,
    )


def test_the_first_figure_on_a_phone_leads_to_the_result_and_keeps_the_figures(own: Page, server: str) -> None:
    own.set_viewport_size({"width": 390, "height": 760})
    look(own, server)
    answered(own, 60)
    own.click(".rh-kern")
    expect(own.locator("#resultaat")).to_be_focused()
    own.reload()
    expect(own.locator(VIEW)).to_be_attached()
    answered(own, 60)


def test_figures_return_to_an_address_that_was_changed_in_another_way(own: Page, server: str) -> None:
    look(own, server)
    own.evaluate("location.hash = 'resultaat'")
    own.wait_for_url("**#cijfers_van=*")
    assert "fte=60" in own.url
    own.evaluate("history.back()")
    answered(own, 60)
    assert own.locator(VIEW).count() == 1


def test_going_back_to_before_a_link_in_the_same_tab_shows_the_own_figures(own: Page, server: str) -> None:
    own.goto(server + BUDGET)
    answered(own, 90)
    own.evaluate(f"location.hash = '{HASH}'")
    answered(own, 60)
    own.go_back()
    answered(own, 90)
    assert own.locator(VIEW).count() == 0


def test_another_link_in_the_same_tab_is_looked_at_too(own: Page, server: str) -> None:
    look(own, server)
    own.goto(f"{server}{BUDGET}#fte=65")
    answered(own, 65)
    assert form_of(own)["fte"] == "90"


def test_a_term_has_no_scenarios(page: Page, server: str) -> None:
    look(page, server, "rekenhulp/looptijd/#looptijd_jaren=4")
    assert page.locator("[data-action=as-scenario]").count() == 0
    page.click("[data-action=back]")
    assert page.input_value("[name=looptijd_jaren]") == "3"


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
    expect(own.locator(VIEW)).to_be_attached()
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


EARLIER = f"{BUDGET}#cijfers_van=2025-06-01&fte=60&vrijwilligers_wijze=berekend&einde=3"
"""By then, a volunteer cost 42.31 a day, and wages had another index."""


@pytest.fixture
def earlier(own: Page, server: str) -> Page:
    """A reader with figures of their own, who looks at those of a link of another day."""
    look(own, server, EARLIER)
    expect(own.locator("[name=vrijwilligers_vergoeding]")).to_have_value("42,31")
    return own


def first_year(page: Page, percentage: int) -> None:
    """Wait until the result is right without the costs of volunteers, whom nobody counted."""
    right = f"{61_400 * percentage / 100 + 7_500:g}"
    expect(page.locator("[data-result=totaal_jaar_1]")).to_have_attribute("data-value", right)


def test_a_link_of_another_day_shows_the_defaults_of_that_day(earlier: Page) -> None:
    first_year(earlier, 60)
    expect(earlier.locator("[data-caution]")).to_contain_text("1 juni 2025")
    edit(earlier, "70")
    first_year(earlier, 70)
    assert "#cijfers_van=2025-06-01&" in earlier.url
    assert "vrijwilligers_vergoeding" not in earlier.url, "the day tells"
    earlier.click("[data-action=back]")
    answered(earlier, 90)
    assert earlier.input_value("[name=vrijwilligers_vergoeding]") == "44,02"


def test_figures_of_another_day_are_taken_over_as_they_were_seen(earlier: Page) -> None:
    earlier.click("[data-action=take-over]")
    expect(earlier.locator("[data-status]")).to_contain_text("nieuwste cijfers")
    taken = {"fte": "60", "vrijwilligers_wijze": "berekend", "vrijwilligers_vergoeding": "42,31"}
    assert form_of(earlier).items() >= taken.items()
    assert earlier.input_value("[name=index_coefficient]") == "2,208", "what wasn't seen is of today"


def test_a_scenario_keeps_the_day_of_its_figures(earlier: Page) -> None:
    earlier.click("[data-action=as-scenario]")
    kept = {"fte": "60", "vrijwilligers_wijze": "berekend", "cijfers_van": "2025-06-01"}
    assert stored(earlier)["scenarios"][-1]["values"].items() >= kept.items()


def test_an_older_link_to_the_chooser_means_what_it_meant(page: Page, server: str) -> None:
    look(page, server, "stap-3-keuze/#cijfers_van=2026-11-27&fte=50&einde=2")
    expect(page.locator("[name=focus]")).to_have_value("doelgroep")
    expect(page.locator("[name='strategie_individuele-toeleiding'][value=ja]")).to_be_checked()
    page.check("[name='strategie_individuele-toeleiding'][value=nee]")
    page.click("[data-action=share]")
    assert "strategie_individuele-toeleiding=nee" in page.url, "links carry it since"
