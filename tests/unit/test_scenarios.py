"""Saved scenarios side by side, whatever storage holds."""

import json
import re
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from browser.requests import dossiers
from calculators import service
from calculators.budget.variants import MOST_SCENARIOS
from calculators.calculator import CALCULATORS
from calculators.dossier import identified, named_apart

BROKEN = "(kan niet meer berekend worden)"


def html(*scenarios: Any) -> str:
    """What the page gets to show."""
    reply: dict[str, str] = json.loads(service.handle(json.dumps({"action": "compare", "scenarios": scenarios})))
    return reply["html"]


def rows(shown: str) -> list[tuple[str, ...]]:
    """The name of each scenario, and the id that each of its buttons carries."""
    items = re.findall("<li data-scenario.*?</li>", shown)
    return [(re.sub("<.*?>", "|", item).split("|")[2], *carried(item)) for item in items]


def carried(item: str) -> list[str]:
    """The id on each button, which says it twice."""
    found = re.findall(r'data-scenario-id="([^"]*)"[^>]*data-(?:load|remove)="([^"]*)"', item)
    assert all(one == other for one, other in found)
    return [one for one, _ in found]


def cells(shown: str) -> dict[str, list[tuple[str, str]]]:
    """The amounts of each row of the comparison, for programs and for readers."""
    return {
        key: re.findall(r'<td[^>]*?(?:data-value="([^"]*)")?>(?:<a [^>]*>)?([^<]*)(?:</a>)?</td>', row)
        for key, row in re.findall(r'<tr[^>]*data-key="(\w+)"[^>]*>(.*?)</tr>', shown)
    }


def test_a_button_carries_the_id_of_its_own_scenario() -> None:
    """Also where one before it cannot be calculated: what is pressed is what is removed or loaded."""
    shown = html({"id": "x", "name": "A", "values": {"fte": "veel"}}, {"id": "y", "name": "B", "values": {"fte": "50"}})
    assert rows(shown) == [(f"A {BROKEN}", "x"), ("B", "y", "y")]


def test_scenarios_with_one_name_stay_two() -> None:
    one, other = ({"name": "A", "values": {"fte": fte}} for fte in ("50", "100"))
    shown = html({"id": "x", **one}, {"id": "y", **other})
    assert rows(shown) == [("A", "x", "x"), ("A (2)", "y", "y")]
    assert re.findall(r'<th scope="col" class="rh-getal">(.*?)</th>', shown) == ["A", "A (2)"]


@pytest.mark.parametrize("value", [None, True, 7, 3.5, [], {}, {"x": 1}])
def test_what_is_no_text_is_told_and_breaks_nothing(value: Any) -> None:
    shown = html(
        {"id": value, "name": value, "values": {"fte": "50"}}, {"name": "B", "values": {"fte": value}}, {"values": {}}
    )
    assert [ids for _, *ids in rows(shown)] == [["s1", "s1"], ["s2"], ["s3", "s3"]]
    assert [name for name, *_ in rows(shown)] == ["Zonder naam", f"B {BROKEN}", "Zonder naam (2)"]


def test_so_many_stand_side_by_side_and_no_more() -> None:
    shown = html(*({"id": f"x{number}", "name": "A", "values": {}} for number in range(MOST_SCENARIOS + 1)))
    assert len(rows(shown)) == MOST_SCENARIOS == 10
    assert {len(found) for found in cells(shown).values()} == {MOST_SCENARIOS}


def test_every_line_tells_the_difference_with_the_first() -> None:
    own, partner = {"jaarloonkost": "60.000"}, {"uitvoering": "extern", "overhead": "10"}
    shown = html(
        {"name": "A", "values": own},
        {"name": "B", "values": own | partner},
        {"name": "C", "values": {"jaarloonkost": "50.000"}},
    )
    found = cells(shown)
    lines = [key for key in found if not key.startswith("verschil_")]
    assert list(found) == [name for key in lines for name in (key, f"verschil_{key}")]
    for key in lines:
        amounts = [Decimal(value) for value, _ in found[key]]
        (none, dash), *others = found[f"verschil_{key}"]
        assert (none, dash) == ("", "–")
        assert [Decimal(value) for value, _ in others] == [amount - amounts[0] for amount in amounts[1:]]
        for value, text in others:
            assert text.startswith({"-": "−\u00a0€", "0": "€\u00a00,00"}.get(value[0], "+\u00a0€"))
    assert "Het verschil is telkens met “A”." in shown


def test_one_scenario_differs_from_none() -> None:
    shown = html({"name": "A", "values": {}}, {"name": "B", "values": {"fte": "veel"}})
    assert "verschil" not in shown


def test_sums_are_those_of_the_lines_above() -> None:
    """To the cent; and the rows say so, for whoever adds up all tables."""
    parts = tuple(f"{part}_totaal" for part in ("personeel", "werking", "overhead", "eenmalig", "btw"))
    random = Random(5)
    shown = [html({"name": "A", "values": dossiers.changed(random, CALCULATORS["budget"].fields)}) for _ in range(40)]
    tried = [table for table in shown if cells(table)]
    assert len(tried) > 10
    for table in tried:
        amount = {key: Decimal(row[0][0]) for key, row in cells(table).items()}
        assert amount["totaal"] == sum(amount[part] for part in parts)
        assert amount["netto_totaal"] == amount["totaal"] - amount["inkomsten_totaal"]
        sums = dict(re.findall(r'<tr[^>]*data-key="(\w+)"[^>]*data-sum-of="([^"]*)"', table))
        assert sums == {"totaal": " ".join(parts), "netto_totaal": "totaal -inkomsten_totaal"}


def test_names_and_ids_are_never_shared() -> None:
    random = Random(6)
    some = ["", "A", "A (2)", "A (3)", "s1", "s2", "s2x", None, 7]
    for _ in range(500):
        given = random.choices(some, k=random.randint(0, MOST_SCENARIOS))
        ids, names = identified(given), named_apart(given)
        assert len(set(ids)) == len(set(names)) == len(ids) == len(names) == len(given)
        assert identified(ids) == ids
        assert named_apart(names) == names
        first = {own: place for place, own in reversed(list(enumerate(given))) if isinstance(own, str) and own}
        assert all(ids[place] == names[place] == own for own, place in first.items()), "who was first keeps its own"
