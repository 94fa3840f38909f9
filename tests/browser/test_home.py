"""The home page: one field to a first total, three ways in, and the way back to one's own work."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import clear, until_figure
from tests.browser.stored import keep, stored

HOME, BUDGET = "", "rekenhulp/budget/"


def expect_total(page: Page, amount: str) -> None:
    until_figure(page, "totaal", amount)


def expect_no_total(page: Page) -> None:
    expect(page.locator("[data-result=totaal]")).to_have_text("nog niet berekend")
    assert page.get_attribute("[data-result=totaal]", "data-value") is None


def test_one_field_gives_a_first_total_of_ones_own(tab: Page) -> None:
    tab.goto(HOME)
    expect_total(tab, "177870.45")
    assert tab.get_attribute("html", "data-runtime") == "idle", "no Python before the field is used"
    tab.fill("[data-quick] [name=fte]", "50")
    expect_total(tab, "121497.88")
    status = tab.locator("[data-quick] [data-status]")
    expect(status).to_have_text("Berekend met jouw percentage, en verder het voorbeeld: € 121.498.")
    tab.fill("[data-quick] [name=fte]", "80")
    expect(status).to_contain_text("het voorbeeld: € 177.870.")
    tab.fill("[data-quick] [name=fte]", "50")
    expect(status).to_contain_text("het voorbeeld: € 121.498.")
    tab.get_by_role("link", name="Maak het preciezer").click()
    expect(tab.locator("[name=fte]")).to_have_value("50")
    expect_total(tab, "121497.88")


@pytest.mark.parametrize(("typed", "told"), [("0,8", "5 %"), ("veel", "percentage"), ("500", "100 %")])
def test_a_wrong_percentage_is_told_at_the_field_and_stays(tab: Page, typed: str, told: str) -> None:
    tab.goto(HOME)
    field = tab.locator("[data-quick] [name=fte]")
    field.fill(typed)
    expect(tab.locator("#fte-fout")).to_contain_text(told)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(tab.locator("[data-quick] [data-status]")).to_contain_text("Het percentage klopt nog niet.")
    expect(field).to_have_value(typed)
    field.fill("60")
    expect(tab.locator("#fte-fout")).to_be_hidden()
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_a_first_total_keeps_all_that_was_filled_in_before(tab: Page) -> None:
    kept: dict[str, Any] = {"jaarloonkost": "70.000", "index_loon": "0", "cijfers_van": "2026-11-26"}
    keep(tab, {"version": 2, "calculators": {"budget": kept}}, HOME)
    expect(tab.locator("[data-quick] [data-status]")).to_contain_text("Klik in het veld")
    expect_no_total(tab)
    tab.fill("[data-quick] [name=fte]", "100")
    expect_total(tab, "237543.6")  # 3 x 70.000 without growth, and 27.543,60 of operating costs
    expect(tab.locator("[data-quick] [data-status]")).to_have_text("Berekend met jouw cijfers: € 237.544.")
    assert stored(tab)["calculators"]["budget"]["jaarloonkost"] == "70.000"


def test_the_last_total_of_ones_own_greets_who_comes_back(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.fill("[name=fte]", "50")
    expect_total(tab, "121497.88")
    expect(tab.locator("[data-state]")).to_contain_text("jouw cijfers")
    for _ in range(2):
        tab.goto(HOME)
        expect_total(tab, "121497.88")
        expect(tab.locator("[data-quick] [name=fte]")).to_have_value("50")
        expect(tab.locator("[data-quick] [data-status]")).to_have_text("Berekend met jouw cijfers: € 121.498.")
        expect(tab.locator("[data-resume] [data-has-budget]")).to_have_text("Je budget: € 121.498")
    assert tab.get_attribute("html", "data-runtime") == "idle", "no Python for it"
    tab.goto("dossier/")
    clear(tab)
    assert not tab.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':totaal')).length")


def test_what_the_note_lacks_greets_who_comes_back(tab: Page) -> None:
    tab.goto("dossier/")
    tab.fill("[name=mandaat]", "Overleg met alle diensten.")
    note = tab.locator("[data-note]")
    expect(note).to_contain_text("Overleg met alle diensten.")
    empty = note.locator("[data-gap]").count()
    assert empty > 5
    tab.goto(HOME)
    mine = tab.locator("[data-resume] [data-has-dossier]")
    expect(mine).to_have_text(f"Je dossier: de nota mist nog {empty} onderdelen")
    assert tab.get_attribute("html", "data-runtime") == "idle", "no Python for it"
    kept = stored(tab)
    kept["dossier"]["focus"] = "Kinderen van zes tot twaalf."
    keep(tab, kept, HOME)
    expect(mine).to_have_text("Je dossier")
    tab.goto("dossier/")
    clear(tab)
    assert not tab.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':nota')).length")


def test_a_total_of_other_figures_is_not_shown(tab: Page) -> None:
    tab.goto(HOME)
    tab.fill("[data-quick] [name=fte]", "50")
    expect_total(tab, "121497.88")
    expect(tab.locator("[data-resume] [data-total]")).to_have_text(": € 121.498")
    kept = stored(tab)
    kept["calculators"]["budget"]["jaarloonkost"] = "70.000"
    keep(tab, kept, HOME)
    expect_no_total(tab)
    expect(tab.locator("[data-resume] [data-has-budget]")).to_have_text("Je budget")


def test_figures_of_ones_own_that_are_wrong_stand_beside_no_total(tab: Page) -> None:
    keep(tab, {"version": 2, "appointment": {"fte": "200"}, "calculators": {"budget": {}}}, HOME)
    expect(tab.locator("[data-quick] [name=fte]")).to_have_value("200")
    expect_no_total(tab)
    tab.focus("[data-quick] [name=fte]")
    expect(tab.locator("#fte-fout")).to_contain_text("100 %")
    expect_no_total(tab)
    tab.locator("[data-quick] [data-status]").get_by_role("link", name="Budget").click()
    expect(tab.locator("#fte-fout")).to_contain_text("100 %")
    expect(tab.locator("[data-state]")).to_have_text("Dit is het voorbeeld: niet alle velden zijn goed ingevuld.")
    expect(tab.locator(".rh-kern")).to_contain_text("voorbeeld: € 177.870")


@pytest.mark.parametrize(("address", "place"), [(HOME, ".begin-totaal"), (BUDGET, ".rh-kern")])
def test_an_old_total_says_so_in_a_word(tab: Page, address: str, place: str) -> None:
    tab.goto(address)
    total = tab.locator(place)
    tab.fill("[name=fte]", "500")
    expect(total).to_contain_text("voorbeeld: € 177.870")
    tab.fill("[name=fte]", "50")
    expect_total(tab, "121497.88")
    expect(total).not_to_contain_text("voorbeeld")
    tab.fill("[name=fte]", "500")
    expect(total).to_contain_text("vorig: € 121.498")
    tab.fill("[name=fte]", "80")
    expect(total).to_contain_text("€ 177.870")
    expect(total).not_to_contain_text("vorig")


def test_what_another_tab_changes_or_erases_shows_here(tab: Page) -> None:
    tab.goto(HOME)
    tab.fill("[data-quick] [name=fte]", "50")
    expect_total(tab, "121497.88")
    tab.press("[data-quick] [name=fte]", "Tab")  # nobody types here any more
    other = tab.context.new_page()
    other.goto("rekenhulp/budget/")
    other.fill("[name=fte]", "60")
    expect(tab.locator("[data-quick] [name=fte]")).to_have_value("60")
    expect_total(tab, "140288.74")
    other.goto("dossier/")
    clear(other)
    expect(tab.locator("[data-quick] [name=fte]")).to_have_value("80")
    expect_total(tab, "177870.45")
    expect(tab.locator("[data-quick] [data-status]")).to_have_text("Dit is een uitgewerkt voorbeeld.")


def test_who_was_here_before_finds_the_way_back(tab: Page) -> None:
    tab.goto(HOME)
    expect(tab.locator("[data-resume]")).to_be_hidden()
    tab.goto("checklist/")
    tab.locator("[data-item] input[type=checkbox]").first.check()
    tab.goto(HOME)
    expect(tab.locator("[data-resume]")).to_contain_text("Je checklist: 1 van")
    expect(tab.locator("[data-has-budget]")).to_be_hidden()
    tab.fill("[data-quick] [name=fte]", "50")
    tab.reload()
    tab.locator("[data-resume]").get_by_role("link", name="Je budget").click()
    expect(tab.locator("[name=fte]")).to_have_value("50")


@pytest.mark.parametrize(
    ("address", "button", "name"),
    [
        (BUDGET, "Excel met je budget", ".xlsx"),
        (BUDGET, "Nota voor het college of de raad (Word)", ".docx"),
        ("rekenhulp/looptijd/", "Agenda met je momenten (Word)", ".docx"),
        ("rekenhulp/trajecten/", "Registratieblad (Excel)", ".xlsx"),
    ],
)
def test_a_result_can_be_taken_along_on_the_spot(tab: Page, address: str, button: str, name: str) -> None:
    tab.goto(address)
    with tab.expect_download() as download:
        tab.get_by_role("button", name=button).click()
    assert download.value.suggested_filename.endswith(name)
    expect(tab.locator("p[data-status]")).to_contain_text("staat bij je downloads")


@pytest.mark.parametrize(
    ("address", "link", "there"),
    [
        (BUDGET, "Bepaal de looptijd", "rekenhulp/looptijd/"),
        ("rekenhulp/looptijd/", "Kies realistische streefcijfers", "rekenhulp/trajecten/"),
        ("rekenhulp/trajecten/", "Zet alles in je dossier", "dossier/"),
    ],
)
def test_a_result_leads_to_the_next_step(tab: Page, address: str, link: str, there: str) -> None:
    tab.goto(address)
    tab.get_by_role("link", name=link).click()
    tab.wait_for_url(f"**/{there}")
