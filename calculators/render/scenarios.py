"""Saved scenarios of the budget, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.budget.variants import Compared, comparison
from calculators.core.numbers import format_difference, format_euro
from calculators.core.results import Result
from calculators.render.chart import draw
from calculators.render.html import Child, Html, button, el, render
from calculators.render.result import explanation, step
from calculators.render.table import boxed
from calculators.render.values import in_words, machine


@dataclass(frozen=True, slots=True)
class Saved:
    """A scenario with a unique id and name; `result` is `None` if its values cannot be calculated with any more."""

    id: str
    name: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class _ScenarioColumn:
    """A scenario that has a result, and its place in the comparison, from 1."""

    number: int
    name: str
    result: Result

    def place(self, key: str) -> str:
        """Where a step stands; the number tells it from the steps of other scenarios and of the form."""
        return f"{self.number}-{key}"

    def explains(self, key: str) -> bool:
        """Whether a step says how this amount came about."""
        return any(line.key == key for line in self.result.trace)


def fragment(scenarios: Sequence[Saved]) -> Html:
    """The scenarios with their buttons, which carry the id; then a comparison of those that have a result."""
    parts: list[Html] = [el("ul", [_row(scenario) for scenario in scenarios], class_="rh-scenarios")]
    usable = [(scenario.name, scenario.result) for scenario in scenarios if scenario.result]
    if usable:
        lines, chart = comparison(usable)
        columns = [_ScenarioColumn(number, name, result) for number, (name, result) in enumerate(usable, start=1)]
        parts += [_table(columns, lines), draw(chart), *map(_explanation, columns)]
    return render(*parts)


def _explanation(column: _ScenarioColumn) -> Html:
    """How the figures of a scenario came about."""
    steps = [step(line, column.place(line.key), el("span", in_words(line))) for line in column.result.trace]
    return explanation(f"Hoe komen we aan de cijfers van “{column.name}”?", steps, f"uitleg_{column.number}")


def _row(scenario: Saved) -> Html:
    """A scenario with its buttons. The page's script shows the mark of the one whose values are in the form."""
    usable = scenario.result is not None
    return el(
        "li",
        el(
            "span",
            scenario.name,
            None if usable else " (kan niet meer berekend worden)",
            el("span", " staat in het formulier", class_="rh-huidig", data_mark=True, hidden=True),
        ),
        " ",
        _button("Laad", scenario, data_load=scenario.id) if usable else None,
        " ",
        _button("Verwijder", scenario, data_remove=scenario.id),
        data_scenario=scenario.id,
    )


def _button(text: str, scenario: Saved, *, data_load: str | None = None, data_remove: str | None = None) -> Html:
    name = f"{text} {scenario.name}"
    return button(text, data_scenario_id=scenario.id, aria_label=name, data_load=data_load, data_remove=data_remove)


def _table(columns: Sequence[_ScenarioColumn], lines: Sequence[Compared]) -> Html:
    """The comparison: each line has a second row with the difference of every other scenario from the first."""
    names = [el("th", column.name, scope="col", class_="rh-getal") for column in columns]
    rows: list[Html] = []
    for line in lines:
        rows.append(_amounts(line, columns))
        if len(columns) > 1:
            rows.append(_differences(line, columns))
    note = f"Het verschil is telkens met “{columns[0].name}”." if len(columns) > 1 else None
    return el(
        "div",
        boxed("Je scenario’s naast elkaar", [el("th", "Onderdeel", scope="col"), *names], rows, id_="tabel-scenarios"),
        el("p", note, class_="rh-noot") if note else None,
        data_table="scenarios",
    )


def _amounts(line: Compared, columns: Sequence[_ScenarioColumn]) -> Html:
    cells = [
        _cell(column.name, _led(line.key, amount, column), amount)
        for column, amount in zip(columns, line.amounts, strict=True)
    ]
    total = "rh-totaal" if line.key == "netto_totaal" else ""
    compared = "rh-vergeleken" if len(columns) > 1 else ""
    return el(
        "tr",
        el("th", line.label, scope="row"),
        cells,
        class_=f"{total} {compared}".strip() or None,
        data_key=line.key,
        data_sum_of=line.sum_of or None,
    )


def _differences(line: Compared, columns: Sequence[_ScenarioColumn]) -> Html:
    first, *others = (column.name for column in columns)
    cells = [_cell(name, format_difference(more), more) for name, more in zip(others, line.differences, strict=True)]
    heading = el("th", "verschil", scope="row", aria_label=f"Verschil: {line.label}")
    return el("tr", heading, _cell(first, "–"), cells, class_="rh-verschil", data_key=f"verschil_{line.key}")


def _led(key: str, amount: Decimal, column: _ScenarioColumn) -> Child:
    """An amount as a link to the step that says how it came about, where there is one: an amount of 0 has none."""
    text = format_euro(amount)
    return el("a", text, href=f"#stap-{column.place(key)}") if column.explains(key) else text


def _cell(name: str, shown: Child, amount: Decimal | None = None) -> Html:
    value = None if amount is None else machine(amount)
    return el("td", shown, class_="rh-getal", data_label=name, data_value=value)
