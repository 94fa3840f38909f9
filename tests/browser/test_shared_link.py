"""Looking is not saving: the figures of a link are a view, until the reader takes them over."""

import pytest
from playwright.sync_api import Page, expect

from calculators.budget.variants import MOST_SCENARIOS
from tests.browser.links import HASH, VIEW, look
from tests.browser.reader import until_figure, until_there
from tests.browser.stored import form_of, stored
from tests.browser.worked_example import BUDGET, answered, edit


def test_a_link_is_looked_at_and_changes_nothing(own: Page, server: str) -> None:
    before = stored(own)
    look(own, server)
    answered(own, 60)
    assert stored(own) == before
    expect(own.locator("article > h1 + [data-shared]")).to_be_visible()
    expect(own.locator("[data-caution]")).to_be_hidden()
    expect(own.locator("[data-state]")).to_have_text("Berekend met de cijfers uit de link.")


def test_a_link_says_what_it_would_replace(own_budget: Page, server: str) -> None:
    own = own_budget.locator("[data-result=totaal]").text_content()
    look(own_budget, server)
    expect(own_budget.locator("[data-own]")).to_have_text(f"Je eigen totaal is {own}.")


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
    until_there(own, VIEW)
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
        name = f"Uit een link ({number})" if number > 1 else "Uit een link"
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
    until_there(own, VIEW)
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
    until_there(own, VIEW)
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
    until_figure(page, "totaal_jaar_1", right)


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
