"""The checklist as a reader meets it."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.stored import KEY, come_back


def test_a_tick_survives_a_reload_and_shows_on_the_step(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.check("[name='s1-01']")
    expect(page.locator("[data-progress=stap-1]")).to_have_text("1 van 6 klaar")
    page.reload()
    assert page.is_checked("[name='s1-01']")
    page.goto(server + "stap-1-overtuigingen/")
    assert page.is_checked("[name='s1-01']")


def test_a_filter_shows_what_is_asked_and_says_how_much(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.check("[name='s1-01']")
    page.select_option("[data-filter=status]", "klaar")
    expect(page.locator("p[data-status]")).to_have_text("Je ziet 1 actie.")
    assert page.locator("[data-item]:visible").count() == 1
    assert page.locator("form[data-checklist] h2:visible").count() == 1
    page.uncheck("[name='s1-01']")
    page.locator("[data-item=s1-01] summary").focus()
    expect(page.locator("[data-item=s1-01]")).to_be_visible()
    page.select_option("[data-filter=status]", "klaar")
    expect(page.locator("p[data-status]")).to_contain_text("Je ziet 0 acties. Kies bij “Toon”")
    page.select_option("[data-filter=status]", "alles")
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count()


def test_a_screen_reader_hears_which_action_a_field_belongs_to(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.click("[data-item=s1-01] summary")
    action = page.locator("#naam-s1-01").inner_text()
    page.get_by_role("group", name=action).get_by_label("Wie").fill("Noor")
    assert page.input_value("[name='s1-01.who']") == "Noor"


DATES = ("0105", "0027-01-01")
"""One that is half typed, with keys, and one of which the year has two digits."""


@pytest.mark.parametrize("typed", DATES)
def test_a_date_that_cannot_be_kept_yet_stays_while_other_fields_change(page: Page, server: str, typed: str) -> None:
    page.goto(server + "checklist/")
    page.click("[data-item=s1-01] summary")
    date = page.locator("[name='s1-01.by']")
    if typed in DATES[1:]:
        date.fill(typed)
    else:
        date.press_sequentially(typed)
        date.blur()
    message = page.get_by_text("Maak de datum bij")
    expect(message).to_be_visible()
    page.fill("[name='s1-01.who']", "Noor")
    page.check("[name='s1-02']")
    assert date.evaluate("one => one.validity.valid") is False, "the date is gone"
    expect(message).to_be_visible()
    page.get_by_role("button", name="Wis alles").click()
    page.locator("[data-clear-all]").click()
    assert date.evaluate("one => one.validity.valid && !one.value"), "erased with all the rest"
    expect(message).to_be_hidden()


def test_two_tabs_keep_each_others_work(context: BrowserContext, page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    other = context.new_page()
    other.goto(server + "checklist/")
    page.check("[name='s1-01']")
    expect(other.locator("[name='s1-01']")).to_be_checked()
    other.check("[name='s1-02']")
    expect(page.locator("[name='s1-02']")).to_be_checked()
    assert page.is_checked("[name='s1-01']")


@pytest.mark.parametrize(("kept", "reason"), [("{oeps", "corrupt"), ('{"version": 99}', "newer")])
def test_storage_that_cannot_be_used_is_left_alone_and_reported(
    page: Page, server: str, kept: str, reason: str
) -> None:
    come_back(page, {KEY: kept})
    page.goto(server + "checklist/")
    expect(page.locator(f"[data-opslag={reason}]")).to_be_visible()
    page.check("[name='s1-01']")
    assert page.evaluate("localStorage.getItem('verbindingsambassadeur:/')") == kept


OWN = "[data-item^='eigen-']"


def add(page: Page, text: str, step: str = "stap-2") -> None:
    page.fill(f"[data-new={step}]", text)
    page.press(f"[data-new={step}]", "Enter")


def fill(page: Page, item: str, **values: str) -> None:
    """Open an item, fill in its fields and close it."""
    page.click(f"[data-item='{item}'] summary")
    for name, value in values.items():
        field = page.locator(f"[name='{item}.{name}']")
        field.select_option(value) if name == "status" else field.fill(value)
    page.click(f"[data-item='{item}'] summary")


def test_from_home_to_the_filled_in_word_file_in_two_clicks_without_scrolling(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.check("[name='s1-01']")
    page.goto(server)
    page.get_by_role("link", name="Je checklist").click()
    with page.expect_download() as made:
        page.get_by_role("button", name="Word").click()
    assert made.value.suggested_filename.endswith(".docx")
    assert page.evaluate("scrollY") == 0


def test_a_closed_action_tells_what_was_noted(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    told = page.locator("[data-item=s1-01] [data-told]")
    expect(told).to_have_text("Zet op naam en datum")
    fill(page, "s1-01", status="bezig", who="Noor", by="2099-03-15", note="Vraag het\nook aan de scholen.")
    expect(told).to_have_text("Bezig Noor · tegen 15 maart 2099 · Vraag het ook aan de scholen.")
    fill(page, "s1-01", status="te-doen", who="", by="", note="")
    expect(told).to_have_text("Zet op naam en datum")  # in the words that the page was built with
    fill(page, "s1-02", by="2020-03-15")
    expect(page.locator("[data-item=s1-02] [data-told]")).to_have_text("Te doen Over tijd tegen 15 maart 2020")
    fill(page, "s1-03", status="nvt")
    struck = page.locator("#naam-s1-03").evaluate("(one) => getComputedStyle(one).textDecorationLine")
    assert struck == "line-through"


def test_the_filters_find_what_is_late_and_what_is_whose(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    fill(page, "s1-01", who="Noor ", by="2020-03-15")
    fill(page, "s1-02", who="noor", by="2020-03-15", status="klaar")
    fill(page, "s2-01", who="Bert", by="2020-03-15")
    shown = page.locator("[data-item]:visible")
    names = page.locator("[data-filter=who] option")
    assert names.all_inner_texts() == ["Iedereen", "Nog niemand", "Bert", "Noor"]
    page.select_option("[data-filter=status]", "over-tijd")
    assert shown.evaluate_all("(all) => all.map((one) => one.dataset.item)") == ["s1-01", "s2-01"]
    page.select_option("[data-filter=who]", label="Noor")
    expect(page.locator("p[data-status]")).to_have_text("Je ziet 1 actie.")
    page.select_option("[data-filter=status]", "alles")
    assert shown.evaluate_all("(all) => all.map((one) => one.dataset.item)") == ["s1-01", "s1-02"]


def test_an_own_action_is_kept_counted_and_shown_on_its_step(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    before = page.locator("[data-progress=stap-2]").inner_text()
    total = int(before.split()[2])
    add(page, "Bel de buurtwerker")
    expect(page.locator("[data-progress=stap-2]")).to_have_text(f"0 van {total + 1} klaar")
    expect(page.locator("[data-short=stap-2]")).to_have_text(f"0/{total + 1}")
    page.get_by_role("checkbox", name="Bel de buurtwerker", exact=True).check()
    page.reload()
    expect(page.locator("[data-progress=stap-2]")).to_have_text(f"1 van {total + 1} klaar")
    page.locator(OWN).locator("summary").click()
    page.locator(OWN).get_by_label("Actie", exact=True).fill("Bel Bert")
    page.goto(server + "stap-2-situatie/")
    expect(page.get_by_role("checkbox", name="Bel Bert", exact=True)).to_be_checked()
    page.goto(server + "stap-1-overtuigingen/")
    expect(page.locator(OWN)).to_have_count(0)


def test_an_own_action_without_words_is_asked_for_at_its_field(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.click("[data-add-action=stap-2]")
    expect(page.locator("#nieuw-stap-2")).to_be_focused()
    expect(page.get_by_text("eerst wat er moet gebeuren")).to_be_visible()
    add(page, "Bel Bert")
    expect(page.get_by_text("eerst wat er moet gebeuren")).to_be_hidden()
    expect(page.locator(OWN)).to_have_count(1)


def test_a_removed_own_action_comes_back_with_what_was_noted(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    add(page, "Bel Bert")
    item = page.locator(OWN).get_attribute("data-item") or ""
    fill(page, item, who="Noor")
    page.locator(OWN).locator("summary").click()
    page.click("[data-remove-action]")
    expect(page.locator(OWN)).to_have_count(0)
    expect(page.locator("#nieuw-stap-2")).to_be_focused()
    page.get_by_role("button", name="Maak ongedaan: “Bel Bert” verwijderen").click()
    expect(page.locator(OWN).locator("[data-told]")).to_have_text("Te doen Noor")


def test_an_own_action_goes_to_another_tab_and_through_a_file(
    context: BrowserContext, page: Page, server: str, tmp_path: Path
) -> None:
    page.goto(server + "checklist/")
    other = context.new_page()
    other.goto(server + "checklist/")
    add(page, "Bel Bert")
    expect(other.get_by_role("checkbox", name="Bel Bert", exact=True)).to_be_visible()
    with page.expect_download() as made:
        page.click("[data-document=gegevens]")
    made.value.save_as(tmp_path / "gegevens.json")
    page.locator(OWN).locator("summary").click()
    page.click("[data-remove-action]")
    expect(other.locator(OWN)).to_have_count(0)
    page.set_input_files("[data-import]", tmp_path / "gegevens.json")
    expect(page.locator("[data-import-preview]")).to_contain_text("Bel Bert: een eigen actie komt erbij.")
    page.click("[data-accept]")
    expect(page.get_by_role("checkbox", name="Bel Bert", exact=True)).to_be_visible()


COVERED = """(field) => {
  field.focus();
  const bar = document.querySelector("[data-bar]").getBoundingClientRect();
  const { top } = field.getBoundingClientRect();
  return getComputedStyle(document.querySelector("[data-bar]")).position === "sticky" && top < bar.bottom;
}"""


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256)], ids=["phone", "zoom"])
def test_the_bar_covers_no_field_in_use(page: Page, server: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(server + "checklist/")
    add(page, "Een lange eigen actie, zodat de balk er een zin van meer dan één regel bij krijgt", "stap-6")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    for name in ("s4-03", "s2-05", "s1-01"):  # each is above what is in sight
        assert not page.locator(f"[name='{name}']").evaluate(COVERED), name
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_said_about_a_file_is_in_sight_at_the_end_of_the_page_too(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    with page.expect_download():
        page.click("[data-document=gegevens]")
    expect(page.locator("p[data-status]")).to_contain_text("Klaar")
    expect(page.locator("p[data-status]")).to_be_in_viewport()
    expect(page.locator("[data-document=gegevens]")).to_be_in_viewport()


def test_the_list_is_printed_as_the_table_of_the_word_file(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    fill(page, "s1-01", status="klaar", who="Noor", by="2027-03-15", note="Besproken.")
    add(page, "Bel Bert", "stap-1")
    page.emulate_media(media="print")
    table = page.get_by_role("table").first
    assert table.locator("thead th").all_inner_texts() == ["Klaar", "Actie", "Status", "Wie", "Tegen", "Notitie"]
    first = table.locator("tbody tr").first
    assert first.locator("td").all_inner_texts() == ["☑", "Klaar", "Noor", "15 maart 2027", "Besproken."]
    assert table.locator("tbody th").last.inner_text() == "Bel Bert"
    expect(page.locator("[data-item]:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    expect(page.get_by_role("table")).to_have_count(0)
