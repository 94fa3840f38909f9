"""A busy reader gets through a step before the checklist in six minutes, and sees on top what it is about."""

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from calculators.calculator import CALCULATORS
from calculators.core import content
from tests.site.reading import VOID, Page

WORDS_A_MINUTE = 200
MINUTES = 6
LAST = "Checklist van deze stap"
LONG_STEPS = ("stap-2-situatie/", "stap-3-keuze/", "stap-6-opvolging/")
UNREAD = {"svg", "script", "style", "template", "nav", "option"}


class Shown(HTMLParser):
    """The words of an article that show without unfolding anything, up to the checklist."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words = 0
        self.done = False
        self.open: list[tuple[str, bool]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            names = dict(attrs)
            folded = bool(self.open) and self.open[-1][0] == "details:closed" and tag != "summary"
            hidden = "hidden" in names or tag in UNREAD or folded
            name = "details:closed" if tag == "details" and "open" not in names else tag
            self.open.append((name, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0].partition(":")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if "h2" in tags and data.startswith(LAST):
            self.done = True
        if "article" in tags and not self.done and not any(hidden for _, hidden in self.open):
            self.words += sum(any(letter.isalnum() for letter in word) for word in data.split())


@pytest.mark.parametrize("url", LONG_STEPS)
def test_a_step_reads_in_six_minutes(built_site_pages: dict[str, str], url: str) -> None:
    shown = Shown(built_site_pages[url])
    assert shown.done
    assert 400 < shown.words <= MINUTES * WORDS_A_MINUTE


def test_what_is_folded_is_not_counted_and_the_rest_is() -> None:
    html = f"<article><p>een twee</p><details><summary>drie</summary><p>niet</p></details><h2>{LAST}</h2>vier</article>"
    assert Shown(html).words == 3
    assert Shown(html.replace("<details>", "<details open>")).words == 4


HEAD = ["Kort", "Resultaat", "Tijd", "Hulpmiddelen", "Wie"]


@pytest.mark.parametrize("step", content.steps(), ids=lambda step: step.id)
def test_a_step_opens_with_what_a_reader_asks_first(pages: dict[str, Page], step: content.Step) -> None:
    page = pages[f"{step.slug}/"]
    assert [one.text for one in page.all("dt")][: len(HEAD)] == HEAD
    short, result, time, tools, who = (" ".join(one.text.split()) for one in page.all("dd")[: len(HEAD)])
    assert (short, result) == (step.short, step.result)
    assert time == f"{step.time} (ons voorstel)."
    assert tools.endswith("checklist.")
    assert who.lower() == f"{', '.join(step.who)}.".lower()
    assert len(f"{short} {result} {time} {tools} {who}".split()) < 110, "no more than a screen"


def test_the_home_page_says_why_for_whom_how_long_what_it_costs_and_who_made_it(pages: dict[str, Page]) -> None:
    items = [" ".join(one.text.split()) for one in pages[""].all("li") if "?" in one.text]
    asked = ["Waarom?", "Voor welke kinderen?", "Hoelang?", "Wat kost het?", "Wie maakte dit?", "Wat kost deze gids?"]
    told = [next(item for item in items if item.startswith(question)) for question in asked]
    assert "Karel de Grote Hogeschool" in told[4]
    assert told[5].startswith("Wat kost deze gids? Niets.")
    assert sum(len(item.split()) for item in told) < 200, "one screen"


def test_the_range_on_the_home_page_is_what_the_calculator_says(pages: dict[str, Page]) -> None:
    """Half-time at the start of scale B1, full-time after six years; a year each, with the example of the form."""
    budget = CALCULATORS["budget"]
    text = next(one.text for one in pages[""].all("span", having="data-kostenvork"))
    low, high = (int(amount.replace(".", "")) for amount in re.findall(r"€\s([\d.]+) (?:halftijds|voltijds)", text))
    for shown, fte, salary in ((low, "50", "17300"), (high, "100", "18800")):
        given = {"fte": fte, "loonbasis": "opbouw", "jaarsalaris": salary, "looptijd_jaren": "1"}
        total = Decimal(str(budget.evaluate(budget.read(given)).totals["totaal"]))
        assert abs(total - shown) <= 500
    assert low < high
    assert low % 1000 == high % 1000 == 0
