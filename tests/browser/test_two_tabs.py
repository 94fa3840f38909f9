"""Two tabs side by side: what is changed in both within one moment is kept, and nobody's letters vanish."""

from itertools import batched

from playwright.sync_api import Page, expect

from calculators.core import content
from tests.browser.stored import form_of, stored
from tests.browser.test_faults import BUDGET

TYPE = """([names, text, start, step]) => {
  window.finished = (async () => {
    for (const [turn, name] of names.entries()) {
      await new Promise((done) => setTimeout(done, start + turn * step - Date.now()));
      const field = document.getElementsByName(name)[0];
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    window.isFinished = true;
  })();
}"""
COUNT = """([text, wanted]) => {
  const { checklist } = JSON.parse(localStorage["verbindingsambassadeur:/"]);
  return Object.values(checklist).filter(({ note }) => note === text).length >= wanted;
}"""
STEP = 20
"""Milliseconds from one change to the next; the two tabs change something at the same time."""


def side_by_side(one: Page, names: list[str], other: Page, others: list[str], text: str) -> None:
    """Fill in fields in two tabs, each pair at the same moment."""
    start = one.evaluate("Date.now()") + 500
    for page, mine in ((one, names), (other, others)):
        page.evaluate("() => { window.isFinished = false; }")
        page.evaluate(TYPE, [mine, text, start, STEP])
    for page in (one, other):
        page.wait_for_function("window.isFinished")


def test_changes_within_one_moment_are_all_kept(tab: Page) -> None:
    other = tab.context.new_page()
    for page in (tab, other):
        page.goto("checklist/")
    items = [item.id for item in content.items()]
    half = len(items) // 2
    for text in ("eerste keer", "tweede keer"):
        notes = [f"{item}.note" for item in items]
        side_by_side(tab, notes[:half], other, notes[half : 2 * half], text)
        tab.wait_for_function(COUNT, arg=[text, 2 * half])
        notes_kept = [stored(tab)["checklist"][item]["note"] for item in items[: 2 * half]]
        assert notes_kept == [text] * (2 * half)
    for name in (f"{items[0]}.note", f"{items[half]}.note"):
        for page in (tab, other):
            expect(page.locator(f"[name='{name}']")).to_have_value("tweede keer")


def test_letters_typed_in_both_stay_where_they_are_typed(tab: Page) -> None:
    other = tab.context.new_page()
    for page in (tab, other):
        page.goto("dossier/")
    one, two = "Kinderen van hier", "Elk kind hoort erbij"
    for mine, theirs in zip(batched(one, 1), batched(two, 1), strict=False):
        tab.locator("[name=focus]").press_sequentially(mine[0])
        other.locator("[name=overtuigingen]").press_sequentially(theirs[0])
    length = len(one)
    assert tab.input_value("[name=focus]") == one
    assert other.input_value("[name=overtuigingen]") == two[:length]
    expect(other.locator("[name=focus]")).to_have_value(one)
    expect(tab.locator("[name=overtuigingen]")).to_have_value(two[:length])


def test_a_calculator_follows_without_taking_away_what_is_being_typed(tab: Page) -> None:
    other = tab.context.new_page()
    tab.goto(BUDGET)
    other.goto("rekenhulp/looptijd/")
    tab.fill("[name=subsidie]", "20.000")
    other.fill("[name=startdatum]", "2027-09-01")
    expect(tab.locator("[name=startdatum]")).to_have_value("2027-09-01")
    assert tab.input_value("[name=subsidie]") == "20.000"
    tab.wait_for_function(
        "JSON.parse(localStorage['verbindingsambassadeur:/']).appointment.startdatum === '2027-09-01'"
    )
    assert form_of(tab)["subsidie"] == "20.000"
