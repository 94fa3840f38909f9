"""Each act that erases, replaces or takes over something is taken back to the letter, at once or after a reload."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.reader import clear
from tests.browser.stored import KEY, come_back
from tests.browser.undoing import EXAMPLE, STATES, UNDO
from tests.browser.worked_example import BUDGET

TERM, TARGETS, CHOICE, DOSSIER = "rekenhulp/looptijd/", "rekenhulp/trajecten/", "stap-3-keuze/", "dossier/"
OF_THEN = {"vrijwilligers_wijze": "berekend", "vrijwilligers_vergoeding": "42,31", "cijfers_van": "2025-06-01"}
BEFORE = json.dumps(
    {
        "version": 2,
        "appointment": {"fte": "90", "looptijd_jaren": "4", "uitvoering": "eigen"},
        "calculators": {
            "budget": {"subsidie": "20.000", **OF_THEN},
            "looptijd": {"looptijd_jaren": "2", "cijfers_van": "2026-11-23"},
            "trajecten": {"fte": "60", "cijfers_van": "2026-11-23"},
            "keuzehulp": {"fte": "50", "cijfers_van": "2026-11-23"},
        },
        "checklist": {"s1-01": {"status": "klaar"}},
        "dossier": {"organisatie": "Gemeente Voorbeeldegem", "partners": [{"naam": "Chiro", "engagement": "nee"}]},
        "scenarios": [{"id": "x", "name": "Halftijds", "values": {"fte": "50"}}],
    }
)
"""Spaced as no script of ours would write it: what comes back is the text itself."""
ONCE = json.dumps({"version": 2, "dossier": {"organisatie": "Uit het verleden"}})
LIST = json.dumps([{"id": "a", "act": "alles wissen", "at": "2027-01-31T09:00:00Z", "text": ONCE, "undone": True}])
FILE = json.dumps(
    {"version": 1, "dossier": {"organisatie": "Uit een bestand"}, "checklist": {"s1-02": {"status": "bezig"}}}
).encode()
RESET = "opnieuw beginnen met het voorbeeld"
JOIN = "weer die van je aanstelling nemen"
FULLY = "een bestand overnemen"


def take_over(page: Page) -> None:
    page.evaluate("location.hash = '#fte=61'")
    page.click("[data-action=take-over]")


def offer(page: Page) -> None:
    page.set_input_files("[data-import]", FilePayload(name="d.json", mimeType="application/json", buffer=FILE))
    expect(page.locator("[data-import-preview]")).to_be_visible()


def bring_in(page: Page) -> None:
    offer(page)
    page.click("[data-accept]")


def bring_in_a_part(page: Page) -> None:
    offer(page)
    page.uncheck("[name=deel][value=dossier]")
    page.click("[data-accept]")


def click(selector: str) -> Callable[[Page], None]:
    return lambda page: page.click(selector)


ACTS: list[tuple[str, str, Callable[[Page], None]]] = [
    (RESET, BUDGET, click("[data-action=reset]")),
    (RESET, TERM, click("[data-action=reset]")),
    (RESET, TARGETS, click("[data-action=reset]")),
    ("opnieuw beginnen", CHOICE, click("[data-action=reset]")),
    ("voorbeeld “Eén voltijdse” invullen", BUDGET, click(EXAMPLE)),
    ("voorbeeld “Eén voltijdse” invullen", TARGETS, click(EXAMPLE)),
    ("de cijfers uit een link overnemen", BUDGET, take_over),
    ("de cijfers uit een link overnemen", TARGETS, take_over),
    ("de nieuwe cijfers nemen", BUDGET, click("[data-action=renew]")),
    ("scenario “Halftijds” laden", BUDGET, click("[data-load=x]")),
    ("scenario “Halftijds” verwijderen", BUDGET, click("[data-remove=x]")),
    ("eigen, opdracht en subsidie naast elkaar zetten", BUDGET, click("[data-variants]")),
    (JOIN, TERM, click("[data-samen=looptijd_jaren] button")),
    (JOIN, TARGETS, click("[data-samen=fte] button")),
    ("een afwijking van je aanstelling beëindigen", DOSSIER, click("[data-settle=join][data-form=trajecten]")),
    ("een afwijking overal nemen", DOSSIER, click("[data-settle=all][data-form=looptijd]")),
    ("Chiro verwijderen", DOSSIER, click(".partner [data-remove]")),
    (FULLY, DOSSIER, bring_in),
    (FULLY, DOSSIER, bring_in_a_part),
    ("een eerdere toestand terugzetten", DOSSIER, click("[data-restore=a]")),
    ("alles wissen", "checklist/", clear),
]
"""All but forgetting the history, which is meant to be for good."""


def kept(page: Page) -> str | None:
    """What this browser keeps, to the letter."""
    text: str | None = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return text


@pytest.mark.parametrize(("act", "address", "perform"), ACTS)
def test_every_act_that_takes_something_away_can_be_undone(
    tab: Page, act: str, address: str, perform: Callable[[Page], None]
) -> None:
    come_back(tab, {KEY: BEFORE, STATES: LIST})
    tab.goto(address)
    button = tab.locator(UNDO)
    for reloads in (False, True):
        perform(tab)
        expect(button).to_be_visible()
        expect(button).to_contain_text(f"Maak ongedaan: {act}")
        assert json.loads(kept(tab) or "null") != json.loads(BEFORE)
        if reloads:
            tab.reload()
        button.click()
        expect(tab.locator("p[data-status]")).to_contain_text(f"Ongedaan gemaakt: {act}")
        assert kept(tab) == BEFORE
        expect(button).to_be_hidden()
        assert tab.evaluate("document.activeElement !== document.body"), "the focus is not lost"
    tab.reload()
    assert kept(tab) == BEFORE


NAMES = ["Chiro", "KSA", "Scouts"]


def with_partners(page: Page) -> None:
    """A reader with three partners, on the page of the dossier."""
    come_back(page, {KEY: json.dumps({"version": 2, "dossier": {"partners": [{"naam": name} for name in NAMES]}})})
    page.goto(DOSSIER)


def partners(page: Page) -> list[str]:
    return [one["naam"] for one in json.loads(kept(page) or "null")["dossier"]["partners"]]


def test_a_double_click_removes_one_partner(tab: Page) -> None:
    """By the second click, the next partner is under the pointer."""
    with_partners(tab)
    tab.locator(".partner [data-remove]").first.dblclick()
    expect(tab.locator(".partner")).to_have_count(2)
    assert partners(tab) == NAMES[1:]


def test_a_double_click_undoes_one_act(tab: Page) -> None:
    with_partners(tab)
    for _ in range(2):
        tab.locator(".partner [data-remove]").first.click()
    tab.locator(UNDO).dblclick()
    assert partners(tab) == NAMES[1:]


def test_a_double_click_puts_back_one_state(tab: Page) -> None:
    several = [{**json.loads(LIST)[0], "id": name} for name in "abc"]
    come_back(tab, {KEY: BEFORE, STATES: json.dumps(several)})
    tab.goto(DOSSIER)
    tab.locator("[data-restore=b]").dblclick()
    acts = [one["act"] for one in json.loads(tab.evaluate("(key) => localStorage.getItem(key)", STATES))]
    assert acts == ["alles wissen"] * 3 + ["een eerdere toestand terugzetten"]
