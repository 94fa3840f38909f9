"""Saved scenarios of the budget, side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from calculators.budget.variants import comparison
from calculators.html import el, render
from calculators.render.chart import draw
from calculators.render.result import table_element
from calculators.render.values import Keys
from calculators.results import Result


def fragment(scenarios: Mapping[str, Result], broken: Sequence[str]) -> str:
    """A row of buttons per scenario, then the comparison; `broken` scenarios can only be removed."""
    names = [*scenarios, *broken]
    rows = [_row(index, name, usable=name in scenarios) for index, name in enumerate(names)]
    parts: list[Any] = [el("ul", rows, class_="rh-scenarios")]
    if scenarios:
        table, chart = comparison(scenarios)
        parts += [table_element(table, Keys()), draw(chart)]
    return render(*parts)


def _row(index: int, name: str, *, usable: bool) -> Any:
    load = el("button", "Laad", type_="button", class_="md-button", data_load=str(index), aria_label=f"Laad {name}")
    remove = el(
        "button",
        "Verwijder",
        type_="button",
        class_="md-button",
        data_remove=str(index),
        aria_label=f"Verwijder {name}",
    )
    return el(
        "li", name, None if usable else " (kan niet meer berekend worden)", " ", load if usable else None, " ", remove
    )
