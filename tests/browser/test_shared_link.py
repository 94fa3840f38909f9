"""Looking is not saving: the figures of a link are a view, until the reader takes them over."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculators.budget.variants import MOST_SCENARIOS
from tests.browser.test_faults import BUDGET, KEY, answered, edit

VIEW = "html[data-view=shared]"
LINK = f"{BUDGET}#fte=60&onbekend=1"


@pytest.fixture
def own(page: Page, server: str) -> Page:
    """A reader with figures of their own."""
    page.goto(server + BUDGET)
    edit(page, "90")
    answered(page, 90)
    return page


def stored(page: Page) -> dict[str, Any]:
    """All that the browser keeps of what was filled in."""
    kept: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "{}")
    return kept


def look(page: Page, server: str, link: str = LINK) -> None:
    """Open a link in the tab."""
    page.goto("about:blank")
    page.goto(server + link)
    expect(page.locator(VIEW)).to_be_attached()
    expect(page.locator("[data-shared]")).to_be_visible()


def test_a_link_is_looked_at_and_changes_nothing(own: Page, server: str) -> None:
    before = stored(own)
    look(own, server)
    answered(own, 60)
    assert stored(own) == before
    first = own.locator("article > *").first
    assert first.get_attribute("data-shared") is not None, "the banner stands on top"


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
    assert stored(own)["calculators"]["budget"]["fte"] == "95"


def test_taking_over_keeps_the_figures(own: Page, server: str) -> None:
    look(own, server)
    answered(own, 60)
    own.click("[data-action=take-over]")
    expect(own.locator("[data-shared]")).to_be_hidden()
    assert stored(own)["calculators"]["budget"]["fte"] == "60"
    own.reload()
    answered(own, 60)
    assert own.locator(VIEW).count() == 0


def test_a_view_becomes_a_scenario_beside_the_own_figures(own: Page, server: str) -> None:
    for number in range(1, MOST_SCENARIOS + 1):
        look(own, server)
        own.click("[data-action=as-scenario]")
        answered(own, 90)
        kept = stored(own)["scenarios"][-1]
        name = f"Uit een link {number}" if number > 1 else "Uit een link"
        assert kept == {"id": kept["id"], "name": name, "values": {"fte": "60"}}
    assert stored(own)["calculators"]["budget"]["fte"] == "90"
    look(own, server)
    own.click("[data-action=as-scenario]")
    expect(own.locator("[data-status]")).to_contain_text(f"al {MOST_SCENARIOS} scenario's")
    assert own.locator(VIEW).count() == 1, "nothing was done"


def test_the_own_link_is_no_news(own: Page) -> None:
    own.click("[data-action=share]")
    own.reload()
    answered(own, 90)
    assert own.locator(VIEW).count() == 0


def test_another_link_in_the_same_tab_is_looked_at_too(own: Page, server: str) -> None:
    look(own, server)
    own.goto(f"{server}{BUDGET}#fte=65")
    answered(own, 65)
    assert stored(own)["calculators"]["budget"]["fte"] == "90"


def test_a_term_has_no_scenarios(page: Page, server: str) -> None:
    look(page, server, "rekenhulp/looptijd/#looptijd_jaren=4")
    assert page.locator("[data-action=as-scenario]").count() == 0
    page.click("[data-action=back]")
    assert page.input_value("[name=looptijd_jaren]") == "3"
