"""Each of the first answers shows what it does to the total, by the same calculation, once the reader pauses."""

import re

from playwright.sync_api import Page, expect

TOTAL = "[data-output] [data-result=totaal] >> nth=0"


def total(page: Page) -> float:
    return float(page.locator(TOTAL).get_attribute("data-value") or "nan")


EDIT = """(value) => {
  const field = document.querySelector("[name=fte]");
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const line = document.querySelector("p[data-status]");
  return [line.innerText, line.hasAttribute("data-stale")];
}"""
"""What the status line says in the very task of an edit, and whether it calls that an earlier total."""


def test_the_effect_of_an_answer_is_the_difference_of_two_totals(page: Page) -> None:
    page.goto("rekenhulp/budget/")
    example = total(page)
    expect(page.locator(".rh-invloed:not(:empty)")).to_have_count(0)
    page.fill("[name=fte]", "100")
    told = page.locator("[data-field=fte] .rh-invloed")
    expect(told).to_contain_text("tegenover het voorbeeld: + €")
    amount = int(re.sub(r"\D", "", told.inner_text()))
    assert amount == round(total(page) - example) > 0
    page.fill("[name=jaarloonkost]", "50.000")
    expect(page.locator("[data-field=jaarloonkost] .rh-invloed")).to_contain_text("− €")
    page.fill("[name=fte]", "80")
    expect(told).to_have_count(0)


def test_an_answer_that_is_refused_shows_no_effect(page: Page) -> None:
    page.goto("rekenhulp/budget/")
    page.fill("[name=fte]", "100")
    told = page.locator("[data-field=fte] .rh-invloed")
    expect(told).to_contain_text("+ €")
    page.fill("[name=fte]", "600")
    expect(page.locator("#fte-fout")).to_be_visible()
    expect(told).to_be_hidden()
    page.fill("[name=fte]", "100")
    expect(told).to_contain_text("+ €")


def test_an_answer_without_effect_says_so_and_one_that_is_wrong_says_nothing_new(page: Page) -> None:
    page.goto("rekenhulp/budget/")
    page.check("[name=contract][value=onbepaald]")
    expect(page.locator("[data-field=contract] .rh-invloed")).to_contain_text("geen verschil in het totaal")
    page.fill("[name=fte]", "900")
    expect(page.locator("#fte-fout")).to_be_visible()
    expect(page.locator("[data-field=fte] .rh-invloed")).to_be_hidden()


def test_an_answer_that_changes_the_net_cost_alone_says_so_and_is_announced(page: Page) -> None:
    page.goto("rekenhulp/budget/")
    page.fill("[name=subsidie]", "15.000")
    told = page.locator("[data-field=subsidie] .rh-invloed")
    expect(told).to_have_text("Met je andere antwoorden, tegenover het voorbeeld: − €\u00a015.000 op de nettokost.")
    expect(page.locator("p[data-status]")).to_contain_text(re.compile(r"Bijgewerkt\. Nettokost.*: €"))


def test_the_total_of_before_an_edit_says_so_until_the_new_one_is_told(page: Page) -> None:
    page.goto("rekenhulp/budget/")
    line = page.locator("p[data-status]")
    page.fill("[name=fte]", "60")
    expect(line).to_contain_text("Bijgewerkt. Totale kost")
    first = line.inner_text()
    assert page.evaluate(EDIT, "40") == [first, True]
    expect(line).not_to_have_text(first)
    expect(line).to_contain_text("Bijgewerkt. Totale kost")
    expect(line).not_to_have_attribute("data-stale", re.compile(".*"))
