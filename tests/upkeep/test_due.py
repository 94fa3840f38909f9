"""The page "Onderhoud" names every figure, and on the day after a check has lapsed says so."""

from datetime import timedelta
from typing import Any

import pytest

from calculators.core import parameters
from calculators.render.html import render
from macros.upkeep import building_day, due, listed, onderhoud
from tests.site.reading import Page

FIGURES = parameters.all_()
OLDEST = min(figure.checked_on for figure in FIGURES)
SITE: Any = None
"""This macro asks nothing of the page it stands on."""


@pytest.mark.parametrize(("days", "overdue"), [(0, 0), (1, sum(one.checked_on == OLDEST for one in FIGURES))])
def test_a_check_holds_a_year(days: int, overdue: int) -> None:
    page = Page("", render(*listed(FIGURES, due(OLDEST) + timedelta(days=days))))
    assert f": {overdue} van de {len(FIGURES)} cijfers" in page.all("p")[0].text
    rows = [row.text for row in page.all("tr")][1:]
    assert [("Nu nakijken" in row) for row in rows] == [True] * overdue + [False] * (len(FIGURES) - overdue)
    assert all(any(figure.label in row for row in rows) for figure in FIGURES)


def test_the_day_of_the_build_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    assert building_day().isoformat() == "2027-01-01"
    assert "op 1 januari 2027" in onderhoud()
