"""What the status line tells: of a result until the next edit, of other things for as long as it stands there."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.links import visit
from tests.browser.stored import keep
from tests.browser.worked_example import BUDGET, answered, edit

STATUS = "p[data-status]"
ANYTHING = re.compile(".*")
UPDATED = re.compile("Bijgewerkt")
SEEN = """(place) => {
  const { left, top, width, height } = place.getBoundingClientRect();
  return place.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
TOP = "(element) => element.getBoundingClientRect().top"
SILENT = """() => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (!message.request?.includes("evaluate")) post.call(this, message);
  };
}"""
"""From now on no question for a result reaches Python."""


def updated(page: Page, percentage: int) -> None:
    """Type a percentage, and wait until the line tells the result."""
    edit(page, str(percentage))
    answered(page, percentage)
    expect(page.locator(STATUS)).to_contain_text(UPDATED)


def test_what_became_of_a_scenario_is_seen_on_a_phone_and_is_no_earlier_total(phone: Page, server: str) -> None:
    phone.goto(server + BUDGET)
    updated(phone, 60)
    phone.get_by_role("button", name="Bewaar als scenario").click()
    line = phone.locator(STATUS)
    expect(line).to_contain_text("Bewaard: Scenario 1")
    phone.wait_for_function(f"({SEEN})(document.querySelector('{STATUS}'))")
    edit(phone, "50")
    expect(line).not_to_have_attribute("data-stale", ANYTHING)


def test_who_gets_no_answer_on_a_phone_can_try_again(phone: Page, server: str) -> None:
    phone.goto(server + BUDGET)
    updated(phone, 60)
    phone.evaluate("() => { Worker.prototype.postMessage = () => { throw new Error('weg'); }; }")
    edit(phone, "50")
    again = phone.locator(f"{STATUS} [data-again]")
    expect(again).to_be_visible()
    assert again.evaluate(SEEN)
    expect(phone.locator(STATUS)).not_to_have_attribute("data-stale", ANYTHING)


def test_a_result_is_not_told_once_the_reader_edits_again(page: Page) -> None:
    page.goto(BUDGET)
    updated(page, 60)
    edit(page, "50")
    answered(page, 50)
    page.evaluate(SILENT)
    edit(page, "40")
    line = page.locator(STATUS)
    expect(line).to_have_attribute("data-stale", "")
    first = line.inner_text()
    page.wait_for_timeout(1500)  # longer than the line waits for a pause; nothing tells that it says nothing
    expect(line).to_have_attribute("data-stale", "")
    assert line.inner_text() == first


def test_going_back_from_a_link_shows_what_all_posts_work(page: Page, server: str) -> None:
    """Not the employment of the first post, which that field would then change."""
    own = {"version": 2, "appointment": {"fte": "50"}, "calculators": {"budget": {"posts": "2", "fte_2": "100"}}}
    keep(page, own, "rekenhulp/trajecten/")
    field = page.locator("[name=fte]")
    expect(field).to_have_value("150")
    visit(page, server, "rekenhulp/trajecten/#fte=60")
    expect(field).to_have_value("60")
    page.click("[data-action=back]")
    expect(field).to_have_value("150")
    expect(field).to_have_attribute("readonly", "")


def test_effects_beside_answers_are_gone_while_another_answer_is_wrong_and_move_nothing(page: Page) -> None:
    page.goto(BUDGET)
    page.fill("[name=fte]", "100")
    effect, below = page.locator("[data-field=fte] .rh-invloed"), page.locator("[data-field=looptijd_jaren]")
    place = below.evaluate(TOP)
    expect(effect).to_contain_text("+ €")
    assert below.evaluate(TOP) == place
    page.fill("[name=jaarloonkost]", "veel")
    expect(page.locator("#jaarloonkost-fout")).to_be_visible()
    expect(effect).to_be_hidden()


def test_no_message_stays_at_a_partner_that_moves_up(tab: Page) -> None:
    partners = [{"naam": "Chiro", "soort": "vereniging"}, {"naam": "KSA", "soort": "vereniging", "plaatsen": "veel"}]
    keep(tab, {"version": 2, "dossier": {"partners": partners}}, "dossier/#alles")
    wrong = tab.locator(".partner .rh-fout")
    tab.locator(".partner [data-part=plaatsen]").last.fill("veel te veel")
    expect(wrong).to_have_count(1)
    tab.locator("[data-remove]").first.click()
    expect(tab.locator(".partner")).to_have_count(1)
    tab.fill(".partner [data-part=plaatsen]", "heel veel")
    expect(wrong).to_have_count(1)
    tab.fill(".partner [data-part=plaatsen]", "5")
    expect(wrong).to_have_count(0)


def test_a_page_as_wide_as_half_a_screen_has_one_layout(page: Page) -> None:
    page.set_viewport_size({"width": 960, "height": 800})
    page.goto(BUDGET)
    layouts = page.evaluate(
        "[['.rh-kern', 'flex'], ['.rekenhulp', 'grid']].map(([place, way]) =>"
        " getComputedStyle(document.querySelector(place)).display === way)"
    )
    assert sum(layouts) == 1, json.dumps(layouts)
