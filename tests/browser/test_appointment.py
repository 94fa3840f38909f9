"""One appointment: asked once, shown everywhere; deviations are seen, and our examples are never taken for theirs."""

import json
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.reader import unfold
from tests.browser.stored import form_of, keep, stored
from tests.browser.worked_example import BUDGET, answered, edit

TERM, TARGETS, CHOICE, DOSSIER = "rekenhulp/looptijd/", "rekenhulp/trajecten/", "stap-3-keuze/", "dossier/"


def note(page: Page, name: str) -> Any:
    return page.locator(f"[data-samen={name}]")


@pytest.mark.parametrize(
    ("name", "value", "start", "others"),
    [
        ("startdatum", "2027-09-01", BUDGET, (TERM,)),
        ("looptijd_jaren", "21 maanden", TERM, (BUDGET, TARGETS)),
        ("fte", "60", TARGETS, (BUDGET, CHOICE)),
        ("plan_einde", "2032", BUDGET, (TERM,)),
    ],
)
def test_what_is_changed_on_one_page_shows_on_the_others(
    tab: Page, name: str, value: str, start: str, others: tuple[str, ...]
) -> None:
    tab.goto(start)
    if start == BUDGET:
        unfold(tab)
    tab.fill(f"[name={name}]", value)
    for other in others:
        tab.goto(other)
        expect(tab.locator(f"[name={name}]")).to_have_value(value)


@pytest.mark.parametrize(
    ("name", "value", "there"), [("uitvoering", "subsidie", BUDGET), ("afsluitmoment", "volgend_werkjaar", TARGETS)]
)
def test_what_the_dossier_says_is_what_a_calculator_shows(tab: Page, name: str, value: str, there: str) -> None:
    tab.goto(DOSSIER)
    tab.check(f"[name={name}][value={value}]")
    tab.goto(there)
    expect(tab.locator(f"[name={name}]:checked")).to_have_value(value)
    tab.locator(f"[name={name}]").first.check()
    tab.goto(DOSSIER)
    expect(tab.locator(f"[name={name}]:checked")).not_to_have_value(value)


@pytest.mark.parametrize(("start", "other"), [(BUDGET, TERM), (TERM, BUDGET)])
def test_the_kind_of_contract_is_one(tab: Page, start: str, other: str) -> None:
    tab.goto(start)
    expect(note(tab, "contract")).to_contain_text(f"Staat ook in: {'looptijd' if start == BUDGET else 'budget'}")
    tab.check("[name=contract][value=onbepaald]")
    tab.goto(other)
    expect(tab.locator("[name=contract]:checked")).to_have_value("onbepaald")
    assert stored(tab)["appointment"] == {"contract": "onbepaald"}
    tab.goto(BUDGET)
    expect(tab.locator("[data-output]")).to_contain_text("van onbepaalde duur, geraamd over 3 jaar")


OF_BEFORE = {"version": 2, "appointment": {"fte": "60"}, "calculators": {"looptijd": {"contract": "onbepaald"}}}


def test_a_contract_that_was_kept_before_budgets_asked_it_is_that_of_the_appointment(tab: Page) -> None:
    keep(tab, OF_BEFORE, TERM)
    expect(tab.locator("[name=contract]:checked")).to_have_value("onbepaald")
    expect(note(tab, "contract")).not_to_have_class("rh-samen is-apart")
    tab.goto(BUDGET)
    expect(tab.locator("[name=contract]:checked")).to_have_value("onbepaald")
    tab.fill("[name=subsidie]", "1.000")
    assert stored(tab)["appointment"] == {"fte": "60", "contract": "onbepaald"}
    tab.goto(DOSSIER)
    expect(tab.locator("[data-overview] [data-result=totaal]")).to_be_visible()
    expect(tab.locator("[data-settle]")).to_have_count(0)


def test_a_scenario_that_was_kept_before_budgets_asked_it_leaves_the_contract(tab: Page) -> None:
    keep(tab, {**OF_BEFORE, "scenarios": [{"id": "a", "name": "Halftijds", "values": {"fte": "50"}}]}, BUDGET)
    tab.click("[data-load=a]")
    answered(tab, 50)
    expect(tab.locator("[name=contract]:checked")).to_have_value("onbepaald")
    expect(tab.locator("[data-current]")).to_contain_text("Halftijds")


@pytest.mark.parametrize(("address", "name"), [(TERM, "contract"), (TARGETS, "afsluitmoment")])
def test_a_choice_to_make_apart_is_not_made_for_the_reader(tab: Page, address: str, name: str) -> None:
    tab.goto(address)
    note(tab, name).get_by_role("button", name="Hier apart invullen").click()
    expect(note(tab, name)).to_contain_text("Staat hier apart, los van je aanstelling.")
    expect(tab.locator(f"[name={name}]:checked")).to_have_count(0)
    assert stored(tab) == {}
    note(tab, name).get_by_role("button", name="Neem weer die van je aanstelling").click()
    expect(note(tab, name)).to_contain_text("Staat ook in")
    tab.locator(f"[name={name}]").first.check()
    assert name in stored(tab)["appointment"]


def test_a_kind_of_contract_is_filled_in_apart(tab: Page) -> None:
    tab.goto(TERM)
    note(tab, "contract").get_by_role("button").click()
    tab.check("[name=contract][value=onbepaald]")
    expect(note(tab, "contract")).to_contain_text("los van je aanstelling")
    tab.reload()
    expect(tab.locator("[name=contract]:checked")).to_have_value("onbepaald")
    tab.goto("./")
    expect(tab.locator("[data-has-budget]")).to_be_hidden()
    tab.goto(BUDGET)
    expect(tab.locator("[name=contract]:checked")).to_have_count(0)
    tab.fill("[name=fte]", "60")
    answered(tab, 60)
    tab.click("[data-action=reset]")
    expect(tab.locator("[name=fte]")).to_have_value("80")
    tab.reload()
    expect(tab.locator("[name=contract]:checked")).to_have_count(0)
    tab.goto(DOSSIER)
    expect(tab.locator("[data-overview]")).to_contain_text("soort contract is er apart ingevuld, onbepaalde duur")
    tab.click("[data-settle=all]")
    expect(tab.locator("[data-settle]")).to_have_count(0)
    assert stored(tab)["appointment"]["contract"] == "onbepaald"


def test_who_types_that_there_is_no_end_hears_where_to_choose_that(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.fill("[name=looptijd_jaren]", "onbepaald")
    tab.locator("[name=looptijd_jaren]").press("Enter")
    expect(tab.locator("#looptijd_jaren-fout")).to_contain_text("kies je hierboven, bij “Soort contract”")


def test_a_profile_of_a_post_that_the_dossier_did_not_choose_is_told(tab: Page) -> None:
    tab.goto(BUDGET)
    unfold(tab)
    tab.select_option("[name=profiel]", "groepswerker")
    tab.goto(DOSSIER)
    expect(tab.locator("[data-overview] [data-result=totaal]")).to_be_visible()
    expect(tab.locator("[data-overview]")).not_to_contain_text("Kies het profiel")
    tab.check("[name=profielen][value=toeleider]")
    expect(tab.locator("#afwijkingen + ul")).to_contain_text("heeft het profiel “Groepswerker”")


def test_another_tab_follows_at_once(tab: Page) -> None:
    tab.goto(BUDGET)
    other = tab.context.new_page()
    other.goto(TARGETS)
    other.fill("[name=fte]", "60")
    expect(tab.locator("[name=fte]")).to_have_value("60")
    answered(tab, 60)


def test_a_field_is_filled_in_apart_only_on_request_and_the_dossier_offers_both_ways_back(tab: Page) -> None:
    tab.goto(TERM)
    expect(note(tab, "startdatum")).to_contain_text("Staat ook in: budget")
    note(tab, "startdatum").get_by_role("button").click()
    tab.fill("[name=startdatum]", "2028-01-01")
    expect(note(tab, "startdatum")).to_contain_text("los van je aanstelling")
    tab.goto(BUDGET)
    expect(tab.locator("[name=startdatum]")).to_have_value("2027-01-01")
    tab.goto(DOSSIER)
    expect(tab.locator("[data-overview]")).to_contain_text("startdatum is er apart ingevuld, 1 januari 2028")
    tab.click("[data-settle=all]")
    expect(tab.locator("[data-settle]")).to_have_count(0)
    tab.goto(BUDGET)
    expect(tab.locator("[name=startdatum]")).to_have_value("2028-01-01")


def test_a_field_follows_the_appointment_again(tab: Page) -> None:
    keep(tab, {"version": 2, "appointment": {"fte": "60"}, "calculators": {"trajecten": {"fte": "40"}}}, TARGETS)
    expect(tab.locator("[name=fte]")).to_have_value("40")
    note(tab, "fte").get_by_role("button").click()
    expect(tab.locator("[name=fte]")).to_have_value("60")
    assert form_of(tab, "trajecten")["fte"] == "60"


def test_what_several_posts_make_together_is_worked_out_and_not_asked(tab: Page) -> None:
    posts = {"fte": "50"}
    budget = {"posts": "2", "fte_2": "100", "in_dienst_2": "2029-01-01", "cijfers_van": "2026-11-23"}
    keep(tab, {"version": 2, "appointment": posts, "calculators": {"budget": budget}}, TARGETS)
    field = tab.locator("[name=fte]")
    expect(field).to_have_value("83,33")
    expect(field).not_to_be_editable()
    expect(note(tab, "fte")).to_contain_text("Samen voor al je posten")
    tab.fill("[name=vrije_plaatsen]", "31")
    expect(tab.locator("[data-status]")).to_contain_text("Bijgewerkt")
    tab.get_by_role("button", name="Eén voltijdse").click()  # an example says nothing of your posts
    expect(field).to_have_value("83,33")
    assert stored(tab)["appointment"] == posts
    note(tab, "fte").get_by_role("button").click()
    expect(field).to_be_editable()


def test_contradictions_of_an_old_document_are_shown_with_a_choice(tab: Page) -> None:
    """The conflict of then: four years in the budget, two in the term, half-time in the trajectories."""
    old = {
        "budget": {"fte": "80", "startdatum": "2027-09-01", "looptijd_jaren": "4"},
        "looptijd": {"startdatum": "2028-01-01", "looptijd_jaren": "2"},
        "trajecten": {"fte": "50"},
    }
    keep(tab, {"version": 1, "calculators": old, "dossier": {"werkgever": "extern"}}, DOSSIER)
    expect(tab.locator("#afwijkingen")).to_be_visible()
    expect(tab.locator("[data-settle=join]")).to_have_count(5)
    for left in range(4, -1, -1):
        tab.locator("[data-settle=join]").first.click()
        expect(tab.locator("[data-settle=join]")).to_have_count(left)
    assert form_of(tab, "looptijd")["startdatum"] == "2027-09-01"
    assert form_of(tab, "trajecten")["looptijd_jaren"] == "4"
    assert form_of(tab)["uitvoering"] == "extern"


def test_agreeing_with_the_example_is_an_act(tab: Page) -> None:
    tab.goto(BUDGET)
    expect(tab.locator("[data-agreement]")).to_contain_text("Nog 2 voorbeeldcijfers")
    assert stored(tab) == {}
    tab.click("[data-action=agree]")
    expect(tab.locator("[data-state]")).to_have_text("Berekend met jouw cijfers.")
    expect(tab.locator("[data-agreement]")).to_be_hidden()
    tab.reload()
    expect(tab.locator("[data-agreement]")).to_be_hidden()
    tab.goto(DOSSIER)
    expect(tab.locator("[data-overview] [data-result=totaal]")).to_be_visible()
    expect(tab.locator("[data-overview]")).not_to_contain_text("voorbeeldcijfers")


def test_examples_of_another_post_name_that_post(tab: Page) -> None:
    tab.goto(BUDGET)
    unfold(tab)
    tab.fill("[name=posts]", "2")
    links = tab.locator("[data-agreement] a")
    expect(links.filter(has_text="(post 2)")).to_have_text("“Jaarloonkost voor een voltijdse” (post 2)")


def test_one_own_figure_leaves_the_other_examples_counted(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.fill("[name=jaarloonkost]", "64.250,50")
    expect(tab.locator("[data-agreement]")).to_contain_text("Nog één voorbeeldcijfer")
    tab.locator("[data-agreement] a").evaluate("link => { link.dataset.same = ''; }")
    total = tab.locator("[data-result=totaal]").first
    before = total.get_attribute("data-value") or ""
    tab.fill("[name=jaarloonkost]", "65.250,50")
    expect(total).not_to_have_attribute("data-value", before)
    expect(tab.locator("[data-agreement] a[data-same]"), "a link that may have the focus stays").to_have_count(1)
    tab.goto(DOSSIER)
    expect(tab.locator("[data-overview]")).to_contain_text("Nog één voorbeeldcijfer in je budget")


OF_THEN = {"vrijwilligers_wijze": "berekend", "vrijwilligers_vergoeding": "42,31", "cijfers_van": "2025-06-01"}


@pytest.mark.parametrize(("action", "figure"), [("renew", "44,02"), ("keep-figures", "42,31")])
def test_a_figure_that_changed_since_is_told_and_the_reader_chooses(tab: Page, action: str, figure: str) -> None:
    keep(tab, {"version": 2, "appointment": {"fte": "60"}, "calculators": {"budget": OF_THEN}}, BUDGET)
    expect(tab.locator("[data-changed-figures]")).to_contain_text("Vergoeding per dag: 42,31 → 44,02")
    tab.click(f"[data-action={action}]")
    expect(tab.locator("[data-changed-figures]")).to_be_hidden()
    assert tab.input_value("[name=vrijwilligers_vergoeding]") == figure
    tab.reload()
    expect(tab.locator("[name=vrijwilligers_vergoeding]")).to_have_value(figure)
    expect(tab.locator("[data-state]")).to_have_text("Berekend met jouw cijfers.")
    expect(tab.locator("[data-changed-figures]")).to_be_hidden()


def test_a_date_that_is_not_finished_is_no_empty_date(tab: Page) -> None:
    tab.goto(BUDGET)
    unfold(tab)
    tab.locator(".rh-meer:has([name=in_dienst])").evaluate("(one) => { one.open = true; }")
    tab.locator("[name=in_dienst]").press("1")
    tab.locator("[name=subsidie]").focus()
    expect(tab.locator("#in_dienst-fout")).to_contain_text("datum")
    tab.goto("checklist/")
    tab.locator("details:has([name='s1-01.by'])").first.evaluate("(one) => { one.open = true; }")
    tab.fill("[name='s1-01.by']", "0027-03-15")
    expect(tab.locator("[id='s1-01.by-fout']")).to_contain_text("vier cijfers")
    assert "s1-01" not in stored(tab).get("checklist", {})
    tab.fill("[name='s1-01.by']", "2027-03-15")
    expect(tab.locator("[id='s1-01.by-fout']")).to_have_count(0)
    assert stored(tab)["checklist"]["s1-01"]["by"] == "2027-03-15"


def test_two_cells_pasted_below_each_other_are_asked_about(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.locator("[name=eenmalig]").evaluate(
        """(field) => {
          field.select();
          const clipboardData = new DataTransfer();
          clipboardData.setData("text", "500\\n600\\n");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    expect(tab.locator("#eenmalig-fout")).to_contain_text("Bedoel je")


def test_parts_of_a_file_are_taken_over(tab: Page) -> None:
    tab.goto(BUDGET)
    edit(tab, "85")
    answered(tab, 85)
    tab.goto(DOSSIER)
    given = {"version": 1, "calculators": {"budget": {"fte": "60"}}, "dossier": {"organisatie": "Gemeente Voorbeeld"}}
    file = FilePayload(name="dossier.json", mimeType="application/json", buffer=json.dumps(given).encode())
    tab.locator("[data-import]").set_input_files(file)
    expect(tab.locator("[data-import-preview] li").first).to_contain_text("→")
    tab.uncheck("[name=deel][value=calculators]")
    tab.click("[data-accept]")
    expect(tab.locator("[name=organisatie]")).to_have_value("Gemeente Voorbeeld")
    assert form_of(tab)["fte"] == "85"


def test_other_files_get_their_own_words(tab: Page) -> None:
    tab.goto(DOSSIER)
    word = FilePayload(name="nota.docx", mimeType="application/zip", buffer=b"PK\x03\x04\x14\x00")
    tab.locator("[data-import]").set_input_files(word)
    expect(tab.locator("[data-downloads] [data-status]")).to_contain_text("Word- of Excelbestand")
    unread = "Promise.reject(new DOMException('cloud', 'NotReadableError'))"
    tab.evaluate(f"() => {{ Blob.prototype.arrayBuffer = () => {unread}; }}")
    tab.locator("[data-import]").set_input_files(FilePayload(name="a.json", mimeType="application/json", buffer=b"{}"))
    expect(tab.locator("[data-downloads] [data-status]")).to_contain_text("OneDrive")


def test_no_to_every_strategy_is_kept(tab: Page) -> None:
    tab.goto("stap-3-keuze/")
    names = ("strategie_individuele-toeleiding", "strategie_verenigingsondersteuning")
    for answer in ("ja", "nee"):
        for name in names:
            tab.check(f"[name='{name}'][value={answer}]")
    tab.reload()
    assert [tab.input_value(f"[name='{name}']:checked") for name in names] == ["nee", "nee"]
    tab.goto("dossier/")
    tab.check("[name=strategieen][value=bottom-up-werken]")
    tab.goto("stap-3-keuze/")
    assert tab.input_value("[name='strategie_bottom-up-werken']:checked") == "ja", "the later answer counts"
    assert [tab.input_value(f"[name='{name}']:checked") for name in names] == ["nee", "nee"]


def test_the_chooser_begins_again_without_choices_and_that_is_undone(tab: Page) -> None:
    tab.goto(CHOICE)
    expect(tab.locator("[data-state]")).to_have_text("Je koos nog geen focus en geen strategieën.")
    tab.check("[name='strategie_bottom-up-werken'][value=ja]")
    expect(tab.locator("[data-state]")).to_have_text("Dit volgt uit wat je invulde.")
    tab.get_by_role("button", name="Begin opnieuw", exact=True).click()
    expect(tab.locator("[name='strategie_bottom-up-werken']:checked")).to_have_value("nee")
    expect(tab.locator("[data-state]")).to_have_text("Je koos nog geen focus en geen strategieën.")
    tab.click("[data-action=undo]")
    expect(tab.locator("[name='strategie_bottom-up-werken']:checked")).to_have_value("ja")
    assert stored(tab)["dossier"]["strategieen"] == ["bottom-up-werken"]
