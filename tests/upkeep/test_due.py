"""The page "Onderhoud" names every figure and every rule, and on the day after a check has lapsed says so."""

from datetime import timedelta
from typing import Any

import pytest

from calculators.core import content, parameters
from calculators.render.html import render
from macros.upkeep import building_day, cijfers_gewijzigd, listed, onderhoud
from tests.site.reading import Page
from tools.due import due

FIGURES = parameters.all_()
RULES = content.rules()
OLDEST = min(figure.checked_on for figure in FIGURES)
SITE: Any = None
"""This macro asks nothing of the page it stands on."""


@pytest.mark.parametrize("days", [0, 1])
def test_a_check_holds_a_year(days: int) -> None:
    overdue = sum(one.checked_on == OLDEST for one in FIGURES) * days
    rules = sum(one.checked_on == OLDEST for one in RULES) * days
    page = Page("", render(*listed(FIGURES, RULES, due(OLDEST) + timedelta(days=days))))
    assert f": {overdue} van de {len(FIGURES)} cijfers, {rules} van de {len(RULES)} regels" in page.all("p")[0].text
    rows = [row.text for row in page.all("tr") if "Opnieuw nakijken" not in row.text]
    late = ["Nu nakijken" in row for row in rows]
    assert late == [place < overdue for place in range(len(FIGURES))] + [place < rules for place in range(len(RULES))]
    assert all(any(figure.label in row for row in rows) for figure in FIGURES)
    assert all(any(rule.text in row for row in rows) for rule in RULES)


def test_the_day_of_the_build_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    assert building_day().isoformat() == "2027-01-01"
    assert "op 1 januari 2027" in onderhoud()


def test_what_changed_among_the_figures_is_public() -> None:
    page = Page("", cijfers_gewijzigd())
    told = [one.text.replace("\u00a0", " ") for one in page.all("li")]
    later = [one for figure in FIGURES for one in figure.values if one.known_on > parameters.FIRST_KNOWN]
    assert len(told) == len(later)
    assert any(line.startswith("Verhogingscoëfficiënt") and "2,1647 → 2,208" in line for line in told), told
    assert any("nieuw, " in line for line in told)
    days = [one.text for one in page.all("summary")]
    assert len(days) == len({one.known_on for one in later})
