"""Scenarios are versions with an id: what is pressed is what is loaded or removed, whatever its name or place."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import LONG
from tests.browser.runtime import assert_budget_answered
from tests.browser.stored import KEY, come_back
from tests.browser.worked_example import BUDGET

HEADS = "[data-table=scenarios] thead th"
"""The heads of the comparison: of its lines, then of each scenario. Without scenarios there is none."""
WAYS = ["Eigen personeel", "Partner met een opdracht", "Partner met een subsidie"]


def stored(page: Page) -> list[dict[str, Any]]:
    """The scenarios that this browser keeps."""
    document = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY) or "{}")
    found: list[dict[str, Any]] = document.get("scenarios", [])
    return found


def names(page: Page) -> list[str]:
    return [one["name"] for one in stored(page)]


def fill(page: Page, *scenarios: Any) -> None:
    """Have these stored, and open the budget."""
    come_back(page, {KEY: json.dumps({"version": 1, "scenarios": scenarios})})
    page.goto(BUDGET)
    expect(page.locator("[data-scenario]")).to_have_count(min(len(scenarios), 10))


def save(page: Page, name: str, fte: str) -> None:
    """Keep what is in the form with this percentage, and wait until it is there."""
    wanted = len(stored(page)) + 1
    page.fill("[name=fte]", fte)
    page.fill("[name=scenario]", name)
    page.press("[name=scenario]", "Enter")
    page.wait_for_function(f"JSON.parse(localStorage.getItem('{KEY}')).scenarios.length === {wanted}")


def test_a_button_acts_on_its_own_scenario_also_beside_a_broken_one(tab: Page) -> None:
    fill(
        tab,
        {"name": "Eerste", "values": {"jaarloonkost": "abc"}},
        {"name": "Tweede", "values": {"jaarloonkost": "65000"}},
    )
    first, second = tab.locator("[data-scenario]").all()
    expect(first).to_contain_text("Eerste (kan niet meer berekend worden)")
    expect(first.locator("[data-load]")).to_have_count(0)
    second.locator("[data-load]").click()
    expect(tab.locator("[name=jaarloonkost]")).to_have_value("65000")
    tab.get_by_role("button", name="Verwijder Eerste").click()
    expect(tab.locator("[data-scenario]")).to_have_count(1)
    assert names(tab) == ["Tweede"]
    tab.locator("[data-table=scenarios] [data-key=totaal] a").click()  # from an amount to how it came about
    expect(tab.locator("#stap-1-totaal")).to_be_in_viewport()


@pytest.mark.parametrize("ids", [({}, {}, {}), ({"id": "x"}, {"id": "x"}, {"id": "y"})], ids=["none", "equal"])
def test_three_of_one_name_or_id_stay_three(tab: Page, ids: tuple[dict[str, str], ...]) -> None:
    fill(tab, *({**id_, "name": "A", "values": {"fte": fte}} for id_, fte in zip(ids, ("50", "60", "70"), strict=True)))
    carried = [one.get_attribute("data-scenario-id") for one in tab.locator("[data-remove]").all()]
    assert len(set(carried)) == 3
    heads = tab.locator(HEADS)
    expect(heads).to_have_text(["Onderdeel", "A", "A (2)", "A (3)"])
    tab.get_by_role("button", name="Verwijder A (2)").click()
    expect(heads).to_have_count(3)
    assert [one["values"]["fte"] for one in stored(tab)] == ["50", "70"]
    assert len({one["id"] for one in stored(tab)}) == 2


def test_an_existing_name_is_not_overwritten(tab: Page) -> None:
    tab.goto(BUDGET)
    save(tab, "Voorstel", "60")
    save(tab, "Voorstel", "70")
    for fte in ("51", "52", "53"):
        save(tab, "", fte)
    assert names(tab) == ["Voorstel", "Voorstel (2)", "Scenario 1", "Scenario 2", "Scenario 3"]
    tab.get_by_role("button", name="Verwijder Scenario 1").click()
    save(tab, "", "54")
    assert [(one["name"], one["values"]["fte"]) for one in stored(tab)][2:] == [
        ("Scenario 2", "52"),
        ("Scenario 3", "53"),
        ("Scenario 1", "54"),
    ]


def test_ten_are_kept_and_an_eleventh_is_refused(tab: Page) -> None:
    tab.goto(BUDGET)
    for number in range(10):
        save(tab, f"Versie {number}", str(50 + number))
    expect(tab.locator("[data-table=scenarios] tr[data-key=totaal] td")).to_have_count(10)
    tab.fill("[name=scenario]", "Te veel")
    tab.press("[name=scenario]", "Enter")
    expect(tab.locator("[data-status]")).to_contain_text("10 scenario’s")
    expect(tab.locator("[name=scenario]")).to_have_value("Te veel")
    assert len(stored(tab)) == 10
    assert len({one["id"] for one in stored(tab)}) == 10


def test_figures_with_errors_are_not_kept(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.fill("[name=fte]", "500")
    tab.fill("[name=scenario]", "Fout")
    tab.press("[name=scenario]", "Enter")
    expect(tab.locator("[data-status]")).to_contain_text("Niet bewaard")
    tab.click("[data-variants]")
    expect(tab.locator("[data-status]")).to_contain_text("Niet bewaard")
    assert stored(tab) == []
    expect(tab.locator("[name=scenario]")).to_have_value("Fout")


def test_two_enters_save_one(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.fill("[name=scenario]", "Voorstel")
    tab.locator("[name=scenario]").evaluate("({ form }) => { form.requestSubmit(); form.requestSubmit(); }")
    expect(tab.locator("[data-status]").first).to_contain_text("Bewaard: Voorstel.", timeout=LONG)
    assert_budget_answered(tab)  # asked later, so answered later than a second one would be
    assert names(tab) == ["Voorstel"]


def test_a_double_click_removes_one(tab: Page) -> None:
    fill(tab, *({"id": str(number), "name": f"A{number}", "values": {}} for number in range(4)))
    tab.locator("[data-remove]").nth(1).dblclick()
    expect(tab.locator("[data-scenario]")).to_have_count(3)
    expect(tab.locator(HEADS)).to_have_count(1 + 3)  # Python has compared the others
    assert names(tab) == ["A0", "A2", "A3"]


def test_after_removing_the_focus_goes_on(tab: Page) -> None:
    fill(tab, *({"id": str(number), "name": f"A{number}", "values": {}} for number in range(2)))
    for goes_to, heads in (("[data-load='1']", 1 + 1), ("[name=scenario]", 0)):
        tab.locator("[data-remove]").first.focus()
        tab.keyboard.press("Enter")
        expect(tab.locator(goes_to)).to_be_focused()
        expect(tab.locator(HEADS)).to_have_count(heads)  # Python has compared the others, if there are any
        expect(tab.locator(goes_to)).to_be_focused()
    assert stored(tab) == []


def test_the_one_in_the_form_is_told(tab: Page) -> None:
    half, whole = (
        {"id": name, "name": name, "values": {"fte": fte}} for name, fte in (("Half", "50"), ("Heel", "100"))
    )
    fill(tab, half, whole)
    here = tab.locator("[aria-current=true]")
    expect(here).to_have_count(0)
    expect(tab.locator("[data-current]")).to_contain_text("nog niet bewaard")
    tab.click("[data-load=Heel]")
    expect(here).to_contain_text("Heel staat in het formulier")
    expect(tab.locator("[data-current]")).to_contain_text("In het formulier: Heel")
    tab.fill("[name=fte]", "50")
    expect(here).to_contain_text("Half staat in het formulier")
    tab.fill("[name=fte]", "51")
    expect(here).to_have_count(0)


def test_three_ways_side_by_side_in_one_press(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.fill("[name=fte]", "90")
    tab.click("[data-variants]")
    expect(tab.locator("[data-table=scenarios] thead th")).to_have_text(["Onderdeel", *WAYS])
    assert names(tab) == WAYS
    assert [one["values"].get("uitvoering", "eigen") for one in stored(tab)] == ["eigen", "extern", "subsidie"]
    assert {one["values"]["fte"] for one in stored(tab)} == {"90"}
    before = {one["id"] for one in stored(tab)}
    tab.fill("[name=fte]", "60")
    tab.check("[name=uitvoering][value=eigen]")
    tab.click("[data-variants]")
    expect(tab.locator("[aria-current=true]")).to_contain_text("Eigen personeel")
    assert {one["id"] for one in stored(tab)} == before, "the same three, anew"
    assert {one["values"]["fte"] for one in stored(tab)} == {"60"}


def test_each_line_tells_the_difference_with_the_first(tab: Page) -> None:
    tab.goto(BUDGET)
    tab.click("[data-variants]")
    rows = tab.locator("[data-table=scenarios] tbody tr")
    expect(rows.first).to_be_visible()
    amounts = "(rows) => rows.map((row) => [row.dataset.key, [...row.cells].slice(1).map((td) => td.dataset.value)])"
    found = dict(rows.evaluate_all(amounts))
    assert len(found) == 20
    for key in (one for one in found if not one.startswith("verschil_")):
        first, *others = map(float, found[key])
        for other, difference in zip(others, found[f"verschil_{key}"][1:], strict=True):
            assert float(difference) == pytest.approx(other - first)
    texts = tab.locator("tr[data-key=verschil_btw_totaal] td").all_inner_texts()
    assert texts[1].startswith("+\u00a0€")


def test_what_is_removed_in_one_tab_is_gone_in_the_other(tab: Page) -> None:
    fill(tab, *({"id": name, "name": name, "values": {}} for name in ("A", "B")))
    other = tab.context.new_page()
    other.goto(BUDGET)
    other.click("[data-remove=A]")
    expect(tab.locator("[data-scenario]")).to_have_count(1)
    tab.click("[data-remove=B]")
    expect(other.locator("[data-scenario]")).to_have_count(0)
    assert stored(tab) == []
