"""Random edits of every form in the browser: nothing breaks, nothing typed is lost, nothing wrong is shown as right.

The page must come to show exactly what Python outside the browser says of the figures: the same messages at the same
fields, the same result, or the last good one marked as outdated.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from calculators.service import handle
from tests.browser.reader import Reader, origin
from tests.conftest import note_errors

DRIVER = f"(edits) => {{ {Path(__file__).with_name('fuzz.js').read_text('utf-8')}; return drive(edits); }}"
FORMS = ("rekenhulp/budget/", "rekenhulp/looptijd/", "rekenhulp/trajecten/", "stap-3-keuze/", "checklist/", "dossier/")
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "7"))
SHORTEST, LONGEST = 25, 40
"""An example is a list of edits of this length; the three calculators alone get over 500 edits."""

NASTY = (
    *("", " ", "0", "-0", "-1", "1e9", "1e999", "NaN", "0x10", "٣", "１２", "½", "€ 80", "80 %", "9" * 400),
    *("1.234.567,89", "1,234.56", "2027-02-30", "0001-01-01", "__proto__", "constructor", "null", "=1+1", "@SUM(A1)"),
    *("<img src=x onerror=alert(1)>", "</p><script>alert(1)</script>", "'\"`&amp;", "\u202eabc", "👩‍👩‍👧"),
    *("\x00\x01\x1f", "a\nb\r\nc", "\ud7ff\ue000\uffff"),
)
FIGURES = st.integers(-10, 500_000).map(str) | st.decimals(0, 400, places=2).map(lambda one: f"{one}".replace(".", ","))
DATES = st.dates().map(str)
EDIT = st.fixed_dictionaries(
    {
        "where": st.sampled_from(("field",) * 12 + ("button", "submit")),
        "at": st.integers(0, 500),
        "text": FIGURES | st.sampled_from(NASTY) | DATES | st.text(max_size=40),
    }
)


REFUSED = [{"where": "refused", "at": turn, "text": "veel"} for turn in range(60)]
"""Edits after which some field surely cannot be read."""


@pytest.fixture(scope="module")
def tab(browser: Browser, server: str) -> Iterator[tuple[Page, list[str]]]:
    """One reader, and every error that nobody caught."""
    context = browser.new_context(locale="nl-BE", service_workers="block", base_url=server)
    context.grant_permissions(["clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.expose_function("natively", handle)
    errors: list[str] = []
    note_errors(page, errors)
    page.on("dialog", lambda dialog: errors.append(f"dialog: {dialog.message}"))
    yield page, errors
    context.close()


@pytest.mark.parametrize("address", FORMS)
def test_random_edits_break_nothing(tab: tuple[Page, list[str]], address: str, pytestconfig: pytest.Config) -> None:
    page, errors = tab
    seed_of_run = int(os.environ.get("FUZZ_SEED", pytestconfig.getoption("--seed")))
    page.goto("about:blank")  # the worker of the page before this one is none of its own
    reader = Reader(page)
    page.goto(address)

    # Only generate: to make a failure smaller would take a minute for each try.
    @seed(seed_of_run)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(st.lists(EDIT, min_size=SHORTEST, max_size=LONGEST))
    def edits_break_nothing(edits: list[dict[str, Any]]) -> None:
        note(f"FUZZ_SEED={seed_of_run}")
        seen = page.evaluate(DRIVER, edits)
        assert seen["lost"] == [], "what was typed is gone"
        assert seen["wrong"] == [], "the page shows something else than Python says"
        assert errors == []
        done.append(len(edits))

    done: list[int] = []
    edits_break_nothing()
    assert sum(done) >= 170, "too few to mean anything"
    seen = page.evaluate(DRIVER, REFUSED)
    assert (seen["lost"], seen["wrong"], errors) == ([], [], [])
    assert seen["errors"] or address in ("checklist/", "dossier/")
    assert page.get_attribute("html", "data-runtime-from") in (None, origin())
    reader.sound(address)
    page.evaluate(REMEMBER)
    page.reload()
    page.wait_for_function(REMEMBERED)  # what Python works out of several posts is there a moment later


# Neither filters nor the words of an action that was not added yet are kept.
STATE = """[...document.querySelector("form[data-calculator], form[data-checklist], form[data-dossier]").elements]
  .filter((one) => one.matches("input, select, textarea") && !one.matches("[data-filter], [data-new]"))
  .map((one) => [one.name, /checkbox|radio/.test(one.type) ? one.checked : one.value,
    one.matches("[data-checklist] [type=date][aria-invalid]")])"""  # the page says these are not kept
REMEMBER = f"sessionStorage.setItem('test', JSON.stringify({STATE}))"
REMEMBERED = f"""() => {{
  const before = JSON.parse(sessionStorage.getItem("test"));
  const now = {STATE};
  return now.length === before.length && before.every(([name, value, isUnkept], at) =>
    now[at][0] === name && (isUnkept || now[at][1] === value));
}}"""
