"""From every amount of a budget a reader gets to how it came about, and to how certain its figures are."""

import re
from html.parser import HTMLParser

import pytest

from calculators.calculator import CALCULATORS
from calculators.core.numbers import format_euro
from calculators.render import scenarios
from calculators.render.result import fragment
from calculators.render.scenarios import Saved

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


def test_every_amount_of_a_chart_leads_to_the_table_with_its_figures() -> None:
    """Whose rows lead to a step: two clicks."""
    html = fragment(BUDGET.evaluate(BUDGET.read(EXTERNAL)))
    for chart, table in (("kost_per_kalenderjaar", "kalenderjaar"), ("tornado", "gevoeligheid")):
        (figure,) = re.findall(rf'<figure[^>]*data-chart="{chart}">.*?</figure>', html)
        assert figure.count(f'<span class="rh-som"><a href="#tabel-{table}">') == figure.count("rh-som") > 0
        assert f'id="tabel-{table}"' in html


def test_every_amount_of_a_scenario_leads_to_its_own_step() -> None:
    """Of two scenarios each shows its own formula, in steps that no other link leads to."""
    results = [BUDGET.evaluate(BUDGET.read(raw)) for raw in (EXTERNAL, {"jaarloonkost": "60.000"})]
    html = scenarios.fragment([Saved(name, name, result) for name, result in zip("AB", results, strict=True)])
    found = Links(html)
    amounts = {key: links for key, links in found.rows.items() if not key.startswith("verschil_")}
    assert amounts["totaal"] == ["#stap-1-totaal", "#stap-2-totaal"]
    assert amounts["btw_totaal"] == ["#stap-1-btw_totaal"], "own staff has none"
    for key, links in amounts.items():
        for number, result in enumerate(results, start=1):
            assert (f"#stap-{number}-{key}" in links) == (key in result.totals), key
    assert {link for links in amounts.values() for link in links} <= {f"#{id_}" for id_ in found.ids}
    for number, result in enumerate(results, start=1):
        (step,) = re.findall(rf'<li id="stap-{number}-totaal".*?</li>', html)
        (line,) = (line for line in result.trace if line.key == "totaal")
        assert f"{line.formula} = " in step
        assert format_euro(results[number - 1].totals["totaal"]) in step  # type: ignore[arg-type]  # an amount
    assert re.findall("<summary>(.*?)</summary>", html) == [
        f"Hoe komen we aan de cijfers van “{name}”?" for name in "AB"
    ]


@pytest.mark.parametrize(("yearly", "has_cents"), [("60.000", False), ("60.000,10", True)])
def test_cards_tell_that_they_leave_out_cents_where_there_are_any(yearly: str, has_cents: bool) -> None:
    raw = {"fte": "100", "looptijd_jaren": "1", "startdatum": "2027-01-01", "jaarloonkost": yearly}
    shown = fragment(BUDGET.evaluate(BUDGET.read(raw)))
    assert ("Afgerond op hele euro." in shown) is has_cents
