"""Term and targets in the browser, and scenarios side by side."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import until_figure


def test_term_gives_dates_and_a_calendar(page: Page, server: str, tmp_path: Path) -> None:
    page.goto(server + "rekenhulp/looptijd/")
    page.fill("[name=startdatum]", "2027-03-01")
    page.fill("[name=looptijd_jaren]", "2")
    until_figure(page, "einddatum", "2029-02-28")
    expect(page.locator("[data-notice=looptijd_minimum]")).to_be_visible()
    with page.expect_download() as waiting:
        page.click("[data-action=calendar]")
    waiting.value.save_as(tmp_path / "momenten.ics")
    text = (tmp_path / "momenten.ics").read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20270301" in text


def test_targets_follow_the_ceiling_the_places_and_the_guard_rails(page: Page, server: str) -> None:
    page.goto(server + "rekenhulp/trajecten/")
    page.fill("[name=fte]", "50")
    until_figure(page, "plafond_gestart", "40")
    page.fill("[name=vrije_plaatsen]", "12")
    until_figure(page, "realistisch_gestart", "12")
    until_figure(page, "bindend", "plaatsen")
    page.fill("[name=doel_trajecten]", "126")  # 252 for a full-timer
    expect(page.locator("#doel_trajecten-fout")).to_be_visible()
    expect(page.locator("[data-output]")).to_contain_text("geen norm")


def test_the_limit_is_named_in_words_of_the_reader(page: Page, server: str) -> None:
    page.goto(server + "rekenhulp/trajecten/")
    page.fill("[name=uren_per_traject]", "40")
    until_figure(page, "bindend", "capaciteit")
    expect(page.locator("[data-result=bindend]")).to_have_text("uren")


@pytest.mark.parametrize("name", ["budget", "looptijd", "trajecten"])
def test_the_form_starts_in_the_first_screen(page: Page, server: str, name: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{server}rekenhulp/{name}/")
    box = page.locator(f"form[data-calculator={name}]").bounding_box()
    assert box
    assert box["y"] < 500


def test_scenarios_stand_side_by_side(page: Page, server: str) -> None:
    page.goto(server + "rekenhulp/budget/")
    for example, name in (("Eén voltijdse", "voltijds"), ("Twee halftijdsen", "<b>gesplitst</b>")):
        page.click(f"[data-action=load] >> text={example}")
        page.fill("[name=scenario]", name)
        page.click("text=Bewaar als scenario")
    table = page.locator("[data-table=scenarios]")
    expect(table).to_contain_text("<b>gesplitst</b>", timeout=60_000)
    totals = table.locator("tr[data-key=totaal] td").all_inner_texts()
    assert totals == ["€\u00a0215.452,16"] * 2  # 70.400 x 3,0604: splitting over two changes nothing
    page.fill("[name=fte]", "60")
    page.click("[data-action=share]")
    page.evaluate("window.sameVisit = true")
    page.click("[data-load] >> nth=1")
    expect(page.locator("[name=fte]")).to_have_value("50")
    assert "#" not in page.url, "the link's figures are old"
    assert page.evaluate("window.sameVisit") is True, "Python need not start again"
    page.click("[data-remove] >> nth=0")
    expect(table.locator("thead th")).to_have_count(2)
