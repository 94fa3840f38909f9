"""A law: no table with amounts misses by a cent, on the page, in Word or in Excel, whatever the budget."""

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from calculators import budget, documents
from calculators.budget.payers import GROUP as PAYING
from calculators.budget.plan import bbc_lines
from calculators.calculator import CALCULATORS
from calculators.core.controlled_rounding import rounded_table
from calculators.core.fields import to_form_text
from calculators.core.numbers import parse, rounded
from calculators.dossier import Document
from calculators.render import scenarios
from calculators.render.result import fragment
from tests.unit.adding import Tables, misses
from tests.unit.budgets import Values, budgets
from tests.unit.documents import finished

TOTALS = {"totaal", "netto", "klasse_uitgaven", "klasse_netto", "werking_jaar", "euro_uitgaven", "euro_netto"}
TOTALS |= {"bbc_uitgaven", "bbc_netto", "alle_subsidies", "betalers"}


def hold(law: Callable[[Values], None], count: int) -> None:
    """Try a law on so many random budgets."""
    settings(max_examples=count, deadline=None)(given(budgets())(law))()


def test_every_table_of_the_page_adds_up(request: pytest.FixtureRequest) -> None:
    hold(page_adds_up, request.config.option.budgets)


def page_adds_up(values: Values) -> None:
    html = fragment(budget.evaluate(budget.from_values(values)))
    assert list(misses(html)) == []
    found = Tables(html).tables
    band = any(values[name] is None or values[name] for name in ("onzeker_loon", "onzeker_werking", "onzeker_groei"))
    assert len(found) == 6 + band + bool(values["subsidies_aantal"]) + bool(values["betalers_aantal"])
    assert {row.key for table in found for row in table.rows if row.sum_of} <= TOTALS, "nought and repeats are left out"
    others = found[-4 - band : -2]
    assert not any(table.row_sums for table in others)
    assert all(table.row_sums for table in found if table not in others)


def test_every_total_says_what_it_is_the_sum_of() -> None:
    inputs = budget.Inputs(subsidie=Decimal(5000), subsidies_aantal=1, betalers_aantal=2)
    found = Tables(fragment(budget.evaluate(inputs))).tables
    assert {row.key for table in found for row in table.rows if row.sum_of} == TOTALS


def test_without_income_no_table_repeats_its_total() -> None:
    found = Tables(fragment(budget.evaluate(budget.Inputs()))).tables
    keys = {row.key for table in found for row in table.rows}
    assert {"totaal", "klasse_uitgaven", "personeel"} <= keys
    assert not {"netto", "inkomsten", "klasse_netto", "klasse_740"} & keys


@settings(max_examples=20, deadline=None)
@given(st.lists(budgets(), min_size=1, max_size=3))
def test_scenarios_side_by_side_add_up(several: list[Values]) -> None:
    results = [budget.evaluate(budget.from_values(values)) for values in several]
    saved = [scenarios.Saved(str(index), f"plan {index}", result) for index, result in enumerate(results)]
    assert list(misses(scenarios.fragment(saved))) == []


def test_what_misses_is_seen() -> None:
    row = '<tr data-key="{}" {}><td data-value="{}">€ {}</td><td data-value="{}">€ {}</td></tr>'
    rows = [("a", "", "1", "1,00", "1", "1,00"), ("b", 'data-sum-of="a a"', "2", "2,00", "2.01", "2,01")]
    told = list(misses(f"<table data-row-sums>{''.join(row.format(*one) for one in rows)}</table>"))
    assert [re.sub(r"\[.*", "", one).strip() for one in told] == ["b: the row", "b: the columns"]
    assert list(misses(f"<table>{row.format('', '', '1', '1,00', '2', '3,00')}</table>"))


def typed(values: Values) -> Document:
    """A dossier with these values, as a reader types them; what is not counted is left out."""
    fields = CALCULATORS["budget"].fields
    raw = {name: to_form_text(fields[name], value) for name, value in values.items()}
    return Document({"uitvoering": raw["uitvoering"]}, {"budget": raw})


def test_the_tables_of_the_note_add_up(request: pytest.FixtureRequest) -> None:
    hold(note_adds_up, request.config.option.budget_files)


def note_adds_up(values: Values) -> None:
    """In whole euros that add up, so less than a euro from the exact ones each; the last table has the term."""
    file = finished.word("nota", typed(values))
    rows: dict[str, list[Decimal]] = {}
    for table in file.tables:
        if table[0][0] == "Klasse":
            for name, _, *amounts in table[1:]:
                rows.setdefault(name, []).extend(map(parse, amounts))
    *_, spent, received, net = rows.values()
    costs = list(rows.values())[:-3]
    for column in range(len(spent)):
        assert spent[column] == sum(row[column] for row in costs)
        assert net[column] == spent[column] - received[column]
    assert all(row[-1] == sum(row[:-1]) for row in rows.values())
    outcome = budget.calculate(budget.from_values(values))
    pairs = zip((spent, received, net), (outcome.total, outcome.income, outcome.net), strict=True)
    assert all(abs(row[-1] - exact) < 2 for row, exact in pairs)
    before, *changes = file.rows("Wat verandert")[1:]
    assert all(row[1] == "–" or parse(row[2]) == parse(row[1]) - parse(before[1]) for row in changes)
    if values["betalers_aantal"]:
        *parts, whole = [[parse(amount) for amount in row[1:]] for row in payers(file)]
        assert [sum(column) for column in zip(*parts, strict=True)] == whole


def payers(file: finished.Word) -> list[list[str]]:
    """The rows of who pays what, of all tables with some of the years together."""
    tables = [table[1:] for table in file.tables if table[0][0] == "Betaler"]
    return [[rows[0][0], *(amount for row in rows for amount in row[1:])] for rows in zip(*tables, strict=True)]


def test_what_the_workbook_keeps_adds_up(request: pytest.FixtureRequest) -> None:
    hold(workbook_adds_up, request.config.option.budget_files)


def workbook_adds_up(values: Values) -> None:
    """What LibreOffice makes of its formulas is compared with the calculator elsewhere."""
    book = load_workbook(BytesIO(documents.make("dossier", typed(values), date(2027, 1, 4))[2]), data_only=True)
    plan: Any = [row[3:18] for row in book["Begroting per jaar"].iter_rows(min_row=5, max_row=17, values_only=True)]
    rows = {name: [rounded(Decimal(repr(amount))) for amount in amounts] for name, _, _, *amounts in plan}
    *costs, spent, received, net = rows.values()
    for column in range(12):
        assert spent[column] == sum(row[column] for row in costs)
        assert net[column] == spent[column] - received[column]
    assert all(row[-1] == sum(row[:-1]) for row in rows.values())
    if not values["betalers_aantal"]:
        assert PAYING not in book.sheetnames
        return
    shares: Any = book[PAYING].iter_rows(min_row=5, max_row=5 + values["betalers_aantal"], values_only=True)
    parts = [[rounded(Decimal(repr(amount))) for amount in row[3:15]] for row in shares]
    assert [sum(column) for column in zip(*parts[:-1], strict=True)] == parts[-1] == net


@settings(max_examples=30, deadline=None)
@given(budgets())
def test_the_lines_for_the_finance_department_are_the_budget(values: Values) -> None:
    outcome = budget.calculate(budget.from_values(values))
    lines = bbc_lines(outcome.inputs, outcome.ledger)
    for side, total in (("U", outcome.total), ("O", outcome.income)):
        assert sum(sum(line.amounts) for line in lines if line.side == side) == total
    text = documents.make("bbc", typed(values), date(2027, 1, 4))[2].decode("utf-8-sig")
    written = [row.split(";")[6:] for row in text.split("\r\n")[1:-1]]
    assert [[Decimal(one.replace(",", ".")) for one in row] for row in written] == [list(one.amounts) for one in lines]


amounts = st.decimals(-(10**6), 10**6, places=2)
matrices = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(amounts, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(matrices)
def test_whole_amounts_and_sums_are_less_than_one_off_and_the_total_at_most_a_half(
    matrix: list[list[Decimal]],
) -> None:
    found = rounded_table(matrix)
    both = list(zip(found, matrix, strict=True))
    columns = zip(zip(*found, strict=True), zip(*matrix, strict=True), strict=True)
    pairs: list[tuple[int, Decimal]] = [pair for rows in both for pair in zip(*rows, strict=True)]
    pairs += [(sum(shown), sum(exact, Decimal(0))) for shown, exact in (*both, *columns)]
    assert all(abs(shown - exact) < 1 for shown, exact in pairs)
    total = sum((sum(row, Decimal(0)) for row in matrix), Decimal(0))
    assert sum(map(sum, found)) == (total + Decimal("0.5")).to_integral_value(ROUND_FLOOR)


@pytest.mark.parametrize(
    ("matrix", "found"),
    [
        ([["1", "2"], ["3", "4"]], [[1, 2], [3, 4]]),
        ([["0.50", "0.50"]], [[1, 0]]),
        ([["0.40", "0.40", "0.40"]], [[1, 0, 0]]),
        ([["0.30", "0.30"], ["0.30", "0.30"]], [[0, 0], [0, 1]]),
        ([["-0.25", "0.25"]], [[0, 0]]),
        ([["-0.75", "0.50"]], [[0, 0]]),
        ([["0.40", "0.40"], ["0.40", "0.39"]], [[1, 0], [0, 1]]),
    ],
)
def test_whole_amounts_by_example(matrix: list[list[str]], found: list[list[int]]) -> None:
    assert rounded_table([[Decimal(one) for one in row] for row in matrix]) == found
