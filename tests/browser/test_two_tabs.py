"""Two tabs side by side: what is changed in both within one moment is kept, and nobody's letters vanish."""

from itertools import zip_longest
from random import Random

import pytest
from playwright.sync_api import Page, expect

from browser.requests import texts
from calculators.core import content
from calculators.dossier.declared import MULTILINE, OWN
from tests.browser.stored import KEY, form_of, stored
from tests.browser.worked_example import BUDGET

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
SLOWER = """([key, newValue]) => {
  localStorage.setItem(key, newValue);
  window.dispatchEvent(new StorageEvent("storage", { key, newValue }));
  return document.getElementsByName("focus")[0].value;
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


@pytest.fixture
def other(tab: Page) -> Page:
    """Another tab of the same reader."""
    return tab.context.new_page()


@pytest.fixture
def pairs(pytestconfig: pytest.Config) -> int:
    """How many times two tabs change something at the same moment; in an eighth as many fields a text is typed."""
    return int(pytestconfig.getoption("--pairs"))


def test_changes_within_one_moment_are_all_kept(tab: Page, other: Page, pairs: int) -> None:
    for page in (tab, other):
        page.goto("checklist/")
    items = [item.id for item in content.items()]
    half = len(items) // 2
    for turn, first in enumerate(range(0, pairs, half)):
        text, count = f"keer {turn}", min(half, pairs - first)
        mine, others = items[:count], items[half : half + count]
        side_by_side(tab, [f"{item}.note" for item in mine], other, [f"{item}.note" for item in others], text)
        tab.wait_for_function(COUNT, arg=[text, 2 * count])
        notes_kept = [stored(tab)["checklist"][item]["note"] for item in (*mine, *others)]
        assert notes_kept == [text] * (2 * count)
        for name in (f"{mine[-1]}.note", f"{others[-1]}.note"):
            for page in (tab, other):
                expect(page.locator(f"[name='{name}']")).to_have_value(text)


def type_together(page: Page, name: str, text: str, other: Page, another: str, theirs: str) -> None:
    """Type two texts in two tabs, by turns a letter of each, in the place of what stood there."""
    page.fill(f"[name={name}]", "")
    other.fill(f"[name={another}]", "")
    for mine, letter in zip_longest(text, theirs, fillvalue=""):
        page.keyboard.type(mine)
        other.keyboard.type(letter)
    assert page.input_value(f"[name={name}]") == text
    assert other.input_value(f"[name={another}]") == theirs


def test_letters_typed_in_both_stay_where_they_are_typed(
    tab: Page, other: Page, pairs: int, pytestconfig: pytest.Config
) -> None:
    seed = pytestconfig.getoption("--seed")
    random = Random(seed)
    print(f"--seed {seed} --pairs {pairs}")
    for page in (tab, other):
        page.goto("dossier/")
    for _ in range(max(pairs // 16, 1)):
        name, another = random.sample(sorted(MULTILINE & set(OWN)), 2)
        text, theirs = (texts.sentence(random)[:24] for _ in range(2))
        type_together(tab, name, text, other, another, theirs)
        for page in (tab, other):
            expect(page.locator(f"[name={name}]")).to_have_value(text)
            expect(page.locator(f"[name={another}]")).to_have_value(theirs)


def test_a_slower_document_of_another_tab_takes_back_no_letter(tab: Page) -> None:
    """As a busy computer has it: what the other tab kept comes along without what was typed here a moment ago."""
    tab.goto("dossier/")
    tab.fill("[name=focus]", "Kinderen")
    slower = tab.evaluate("(key) => localStorage.getItem(key)", KEY)
    tab.fill("[name=focus]", "Kinderen van hier")
    shown = tab.evaluate(SLOWER, [KEY, slower])
    assert shown == "Kinderen van hier"
    tab.wait_for_function("(key) => localStorage.getItem(key).includes('van hier')", arg=KEY)


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
