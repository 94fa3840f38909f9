"""From every amount of a budget a reader gets to how it came about, and to how certain its figures are."""

from html.parser import HTMLParser

import pytest

from calculators.calculator import CALCULATORS
from calculators.render.result import fragment

BUDGET = CALCULATORS["budget"]
EXTERNAL = {
    "uitvoering": "extern",
    "overhead": "10",
    "subsidie": "5.000",
    "subsidies_aantal": "2",
    "betalers_aantal": "2",
}
EXTERNAL |= {"subsidie_bedrag_1": "9.000", "subsidie_soort_2": "deel", "subsidie_deel_2": "10", "eenmalig": "1.000"}


class Links(HTMLParser):
    """Rows of tables with an amount, by their key: where their heading and amounts lead to. And all that has an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: dict[str, list[str]] = {}
        self.ids: set[str] = set()
        self._row: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        named = {name: value or "" for name, value in attrs}
        self.ids.add(named.get("id", ""))
        if tag == "tr":
            self._row = self.rows.setdefault(named["data-key"], []) if "data-key" in named else None
        elif tag == "a" and self._row is not None:
            self._row.append(named["href"])

    def handle_endtag(self, tag: str) -> None:
        """A row ends."""
        if tag == "tr":
            self._row = None


@pytest.mark.parametrize("raw", [{}, EXTERNAL, {"loonbasis": "opbouw", "groei_wijze": "index"}], ids=str)
def test_every_row_of_a_budget_leads_to_a_step(raw: dict[str, str]) -> None:
    found = Links(fragment(BUDGET.evaluate(BUDGET.read(raw))))
    assert len(found.rows) > 30
    assert {key for key, links in found.rows.items() if not links} == set()
    assert {link for links in found.rows.values() for link in links} <= {f"#{id_}" for id_ in found.ids}


def test_a_step_says_from_when_a_figure_holds_and_how_certain_it_is() -> None:
    html = fragment(BUDGET.evaluate(BUDGET.read({"loonbasis": "opbouw"})))
    told = "(vanaf 1 september 2026, nagekeken op 26 november 2026, zekerheid middel)."
    assert told in html.replace("\u00a0", " ")
