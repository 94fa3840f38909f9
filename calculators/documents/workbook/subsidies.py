"""The sheet with what each subsidy brings in each calendar year; absent when all are given by calendar year."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from xlsxwriter.utility import quote_sheetname, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from calculators.budget import Budget
from calculators.budget.inputs import Inputs
from calculators.budget.operating import CATEGORIES
from calculators.budget.subsidies import COMPONENTS_OF, shared_costs
from calculators.budget.subsidy_inputs import ALL_COSTS, RUNNING_COSTS, SHARE, STAFF_COSTS, Subsidy
from calculators.budget.tables import ALL_SUBSIDIES, per_subsidy
from calculators.documents.workbook import plan
from calculators.documents.workbook.formulas import CALENDAR_YEARS
from calculators.documents.xlsx import Pages, between, height, part_of, percent

SHEET = "Subsidies"
_HEAD, _FIRST_ROW = 3, 4
_SHARE, _MOST, _FIRST = 1, 2, 3
_WHOLE = _FIRST + CALENDAR_YEARS
_NAME_WIDTH = 40
_LIMIT = between(0, 10_000_000)
_TOLD = (
    "Een deel van de kosten volgt de kosten in dit bestand, maar niet welke maanden de subsidie dekt.",
    "Alle andere bedragen zijn die van de rekenhulp: ze volgen niet, maar je mag ze aanpassen.",
)
_FIRST_LINES = {ALL_COSTS: plan.TOTAL, STAFF_COSTS: "personeel", RUNNING_COSTS: next(iter(CATEGORIES))}
_LAST_LINES = {**_FIRST_LINES, RUNNING_COSTS: next(reversed(CATEGORIES))}
"""The rows of the budget per year, from the first to the last, that a share is of."""


def together(inputs: Inputs, index: int) -> str:
    """The formula of all subsidies in the nth calendar year, from 0."""
    return f"={SHEET}!{xl_rowcol_to_cell(_sum_row(inputs), _FIRST + index)}"


def _sum_row(inputs: Inputs) -> int:
    """The row below all subsidies, of which those given by calendar year are one."""
    return _FIRST_ROW + 1 + len(inputs.all_subsidies)


def write(pages: Pages, budget: Budget) -> None:
    """Write the sheet: the sheet of inputs follows the sums."""
    inputs = budget.inputs
    if not inputs.all_subsidies:
        return
    years = [plan.years_width(budget)] * (CALENDAR_YEARS + 1)
    sheet = pages.sheet(SHEET, (_NAME_WIDTH, 12, 15.6, *years), landscape=True)
    for row, text in enumerate(_TOLD, start=1):
        sheet.write_string(row, 0, text)
    pages.heads(sheet, _HEAD, ("Subsidie", "Deel", "Maximum"))
    plan.write_years(pages, sheet, inputs, _HEAD, _FIRST)
    pairs = zip((None, *inputs.all_subsidies), per_subsidy(inputs, budget.ledger), strict=True)
    for row, (subsidy, (_, name, amounts)) in enumerate(pairs, start=_FIRST_ROW):
        sheet.set_row(row, height((name, _NAME_WIDTH)))
        pages.value(sheet, row, 0, name, "in_text")
        if subsidy and subsidy.subsidie_soort == SHARE:
            _write_share(pages, sheet, row, budget, subsidy, amounts)
        else:
            _write_amounts(pages, sheet, row, inputs, amounts)
        total = float(sum(amounts.values(), Decimal(0)))
        sheet.write_formula(
            row, _WHOLE, f"=SUM({xl_range(row, _FIRST, row, _WHOLE - 1)})", pages.formats["euro"], total
        )
    _write_sums(pages, sheet, budget)


def _years(inputs: Inputs) -> range:
    return range(inputs.startdatum.year, inputs.startdatum.year + CALENDAR_YEARS)


def _write_amounts(pages: Pages, sheet: Worksheet, row: int, inputs: Inputs, amounts: Mapping[int, Decimal]) -> None:
    """Amounts that the reader may change."""
    for column, year in enumerate(_years(inputs), start=_FIRST):
        pages.value(sheet, row, column, amounts.get(year, Decimal(0)), "in_euro")
    sheet.data_validation(row, _FIRST, row, _WHOLE - 1, _LIMIT)


def _write_share(
    pages: Pages, sheet: Worksheet, row: int, budget: Budget, subsidy: Subsidy, amounts: Mapping[int, Decimal]
) -> None:
    """A share of the costs of each year, until together they are the maximum."""
    pages.value(sheet, row, _SHARE, part_of(subsidy.subsidie_deel), "in_percent")
    sheet.data_validation(row, _SHARE, row, _SHARE, percent(0, 100))
    pages.value(sheet, row, _MOST, subsidy.most, "in_euro")
    sheet.data_validation(row, _MOST, row, _MOST, _LIMIT)
    parts = _counted(budget, subsidy)
    for index, year in enumerate(_years(budget.inputs)):
        live = _share_of(row, index, subsidy.subsidie_kosten, parts.get(year, Fraction(0)))
        amount = float(amounts.get(year, Decimal(0)))
        sheet.write_formula(row, _FIRST + index, live, pages.formats["euro"], amount)


def _counted(budget: Budget, subsidy: Subsidy) -> dict[int, Fraction]:
    """Which part of the costs that a subsidy shares falls in its period, by calendar year."""
    names = COMPONENTS_OF[subsidy.subsidie_kosten]
    counted = shared_costs(budget.inputs, subsidy, budget.ledger)
    whole = {year: budget.ledger.total(*names, calendar_year=year) for year in counted}
    return {year: amount / Fraction(whole[year]) for year, amount in counted.items() if whole[year]}


def _share_of(row: int, index: int, costs: str, part: Fraction) -> str:
    """The formula of a share of the costs in the nth calendar year, from 0, of which a part is covered."""
    if not part:
        return "=0"
    share, most = (xl_rowcol_to_cell(row, column, col_abs=True) for column in (_SHARE, _MOST))
    top, below = (
        xl_rowcol_to_cell(plan.ROW[lines[costs]], plan.FIRST + index) for lines in (_FIRST_LINES, _LAST_LINES)
    )
    months = "" if part == 1 else f"*{part.numerator}/{part.denominator}"
    found = f"ROUND(SUM({quote_sheetname(plan.SHEET)}!{top}:{below})*{share}{months},2)"
    before = f"-SUM({xl_range(row, _FIRST, row, _FIRST + index - 1)})" if index else ""
    return f'=IF({most}="",{found},MIN({found},ROUND({most},2){before}))'


def _write_sums(pages: Pages, sheet: Worksheet, budget: Budget) -> None:
    last = _sum_row(budget.inputs)
    sheet.write_string(last, 0, ALL_SUBSIDIES, pages.formats["label"])
    received = [budget.ledger.received(year) for year in _years(budget.inputs)]
    for column, amount in enumerate((*received, sum(received, Decimal(0))), start=_FIRST):
        live = f"=SUM({xl_range(_FIRST_ROW, column, last - 1, column)})"
        sheet.write_formula(last, column, live, pages.formats["total"], float(amount))
