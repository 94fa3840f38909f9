"""The sheet with what each subsidy brings in each calendar year; absent when all are given by calendar year."""

from decimal import Decimal

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from calculators.budget import Budget
from calculators.budget.inputs import Inputs
from calculators.budget.tables import ALL_SUBSIDIES, per_subsidy
from calculators.documents.workbook import plan
from calculators.documents.workbook.formulas import CALENDAR_YEARS
from calculators.documents.xlsx import Pages, between

SHEET = "Subsidies"
_HEAD, _FIRST_ROW, _FIRST = 3, 4, 1
_WHOLE = _FIRST + CALENDAR_YEARS


def together(inputs: Inputs, index: int) -> str:
    """The formula of all subsidies in the nth calendar year, from 0."""
    return f"={SHEET}!{xl_rowcol_to_cell(_sum_row(inputs), _FIRST + index)}"


def _sum_row(inputs: Inputs) -> int:
    """The row below all subsidies, of which those given by calendar year are one."""
    return _FIRST_ROW + 1 + len(inputs.all_subsidies)


def write(pages: Pages, budget: Budget) -> None:
    """Write the sheet: the amounts may be changed, and the sheet of inputs follows their sums."""
    inputs = budget.inputs
    if not inputs.all_subsidies:
        return
    sheet = pages.sheet(SHEET, (40, *[14.5] * (CALENDAR_YEARS + 1)), landscape=True)
    sheet.write_string(1, 0, "Wat elke subsidie per kalenderjaar brengt, zoals de rekenhulp ze verdeelde.")
    pages.heads(sheet, _HEAD, ("Subsidie",))
    plan.write_years(pages, sheet, inputs, _HEAD, _FIRST)
    years = [inputs.startdatum.year + index for index in range(CALENDAR_YEARS)]
    for row, (_, name, amounts) in enumerate(per_subsidy(inputs, budget.ledger), start=_FIRST_ROW):
        pages.value(sheet, row, 0, name, "in_text")
        for column, year in enumerate(years, start=_FIRST):
            pages.value(sheet, row, column, amounts.get(year, Decimal(0)), "in_euro")
        sheet.data_validation(row, _FIRST, row, _WHOLE - 1, between(0, 10_000_000))
        total = float(sum(amounts.values(), Decimal(0)))
        sheet.write_formula(
            row, _WHOLE, f"=SUM({xl_range(row, _FIRST, row, _WHOLE - 1)})", pages.formats["euro"], total
        )
    last = _sum_row(inputs)
    sheet.write_string(last, 0, ALL_SUBSIDIES, pages.formats["label"])
    received = [budget.ledger.received(year) for year in years]
    for column, amount in enumerate((*received, sum(received, Decimal(0))), start=_FIRST):
        live = f"=SUM({xl_range(_FIRST_ROW, column, last - 1, column)})"
        sheet.write_formula(last, column, live, pages.formats["total"], float(amount))
