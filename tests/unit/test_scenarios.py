"""Saved scenarios side by side, whatever storage holds."""

import json
import re
from typing import Any

import pytest

from calculators import service


def html(*scenarios: Any) -> str:
    """What the page gets to show."""
    reply: dict[str, str] = json.loads(service.handle(json.dumps({"action": "compare", "scenarios": scenarios})))
    return reply["html"]


def rows(shown: str) -> list[tuple[str, ...]]:
    """The name of each scenario, and the place in storage that its buttons carry."""
    items = re.findall("<li>(.*?)</li>", shown.partition("</ul>")[0])
    return [(item.split(" ")[0].split("<")[0], *re.findall(r'data-(?:load|remove)="(\d)"', item)) for item in items]


def test_a_button_carries_the_place_of_its_own_scenario() -> None:
    """Also where one before it cannot be calculated: what is pressed is what is removed or loaded."""
    shown = html({"name": "A", "values": {"fte": "veel"}}, {"name": "B", "values": {"fte": "50"}})
    assert rows(shown) == [("A", "0"), ("B", "1", "1")]


def test_scenarios_with_one_name_stay_two() -> None:
    shown = html({"name": "A", "values": {"fte": "50"}}, {"name": "A", "values": {"fte": "100"}})
    assert rows(shown) == [("A", "0", "0"), ("A", "1", "1")]
    assert shown.count('<th scope="col" class="rh-getal">A</th>') == 2


@pytest.mark.parametrize("value", [None, True, 7, 3.5, [], {}, {"x": 1}])
def test_what_is_no_text_is_told_and_breaks_nothing(value: Any) -> None:
    shown = html({"name": value, "values": {"fte": "50"}}, {"name": "B", "values": {"fte": value}}, {"values": {}})
    assert [places for _, *places in rows(shown)] == [["0", "0"], ["1"], ["2", "2"]]
    assert shown.count("kan niet meer berekend worden") == 1
