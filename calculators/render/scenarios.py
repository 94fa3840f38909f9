"""Saved scenarios of the budget, side by side."""

from collections.abc import Sequence

from calculators.budget.variants import comparison
from calculators.core.results import Result
from calculators.render.chart import draw
from calculators.render.html import Html, el, render
from calculators.render.result import table_element
from calculators.render.values import UniqueKeys


def fragment(scenarios: Sequence[tuple[str, Result | None]]) -> Html:
    """A row of buttons per scenario, which carry its place among all; then a comparison of those that have a result."""
    rows = [_row(index, name, usable=result is not None) for index, (name, result) in enumerate(scenarios)]
    parts: list[Html] = [el("ul", rows, class_="rh-scenarios")]
    usable = [(name, result) for name, result in scenarios if result]
    if usable:
        table, chart = comparison(usable)
        parts += [table_element(table, UniqueKeys()), draw(chart)]
    return render(*parts)


def _row(index: int, name: str, *, usable: bool) -> Html:
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
