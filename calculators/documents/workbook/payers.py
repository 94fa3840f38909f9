"""The sheet that shares the net cost among those who pay it; absent when one pays all."""

from decimal import Decimal

from xlsxwriter.utility import quote_sheetname, xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from calculators.budget import Budget
from calculators.budget.inputs import Inputs
from calculators.budget.payers import BY_SHARE, GROUP, MOST_INHABITANTS
from calculators.budget.tables import EQUAL_SHARES
from calculators.core.numbers import as_decimal
from calculators.documents.workbook import plan
from calculators.documents.workbook.formulas import CALENDAR_YEARS
from calculators.documents.xlsx import Pages, between, height, percent

_HEAD, _FIRST_ROW = 3, 4
_SIZE, _SHARE, _FIRST = 1, 2, 3
"""The columns with what the reader fills in, the share that follows, and the first calendar year."""
_WHOLE = _FIRST + CALENDAR_YEARS
_NAME_WIDTH = 32


def write(pages: Pages, budget: Budget) -> None:
    """Write the sheet; changing a percentage or a number of inhabitants changes every amount."""
    inputs = budget.inputs
    if not inputs.all_payers:
        return
    fixed = inputs.betalers_wijze == BY_SHARE
    years = [plan.years_width(budget)] * (CALENDAR_YEARS + 1)
    sheet = pages.sheet(GROUP, (_NAME_WIDTH, 14, 10, *years), landscape=True)
    told = f"De nettokost per kalenderjaar, in delen die optellen tot op de cent. {EQUAL_SHARES}"
    sheet.write_string(1, 0, told)
    pages.heads(sheet, _HEAD, ("Betaler", "Vast deel" if fixed else "Inwoners", "Deel"), right=(_SIZE, _SHARE))
    plan.write_years(pages, sheet, inputs, _HEAD, _FIRST)
    paid = inputs.paid(_net(budget, index) for index in range(CALENDAR_YEARS))
    for place, (name, amounts) in enumerate(zip(inputs.payer_names, paid, strict=True)):
        row = _FIRST_ROW + place
        sheet.set_row(row, height((name, _NAME_WIDTH)))
        pages.value(sheet, row, 0, name, "in_text")
        _write_share(pages, sheet, inputs, place)
        for index, amount in enumerate(amounts):
            sheet.write_formula(row, _FIRST + index, _formula(place, index), pages.formats["euro"], float(amount))
        _write_sum(pages, sheet, row, sum(amounts, Decimal(0)), "euro")
    _write_together(pages, sheet, budget)


def _net(budget: Budget, index: int) -> Decimal:
    """The net cost of the nth calendar year, from 0."""
    return plan.amount(budget, plan.NET_ROW, budget.inputs.startdatum.year + index)


def _write_share(pages: Pages, sheet: Worksheet, inputs: Inputs, place: int) -> None:
    """What the reader fills in, and the share: the percentage itself, or the inhabitants among all."""
    row, count = _FIRST_ROW + place, len(inputs.all_payers)
    share = as_decimal(inputs.shares[place])
    own = xl_rowcol_to_cell(row, _SIZE)
    if inputs.betalers_wijze == BY_SHARE:
        pages.value(sheet, row, _SIZE, share, "in_percent")
        sheet.data_validation(row, _SIZE, row, _SIZE, percent(0, 100))
        live = f"={own}"
    else:
        pages.value(sheet, row, _SIZE, inputs.all_payers[place].betaler_aandeel or 0, "in_number")
        sheet.data_validation(row, _SIZE, row, _SIZE, between(0, MOST_INHABITANTS))
        all_ = xl_range_abs(_FIRST_ROW, _SIZE, _FIRST_ROW + count - 1, _SIZE)
        live = f"=IF(SUM({all_})=0,1/{count},{own}/SUM({all_}))"
    sheet.write_formula(row, _SHARE, live, pages.formats["percentage"], float(share))


def _formula(place: int, index: int) -> str:
    """What all payers up to and including this one pay together, rounded, less what the earlier ones pay."""
    column = _FIRST + index
    net = f"{quote_sheetname(plan.SHEET)}!{xl_rowcol_to_cell(plan.ROW['netto'], plan.FIRST + index)}"
    upto = xl_range_abs(_FIRST_ROW, _SHARE, _FIRST_ROW + place, _SHARE)
    before = f"-SUM({xl_range(_FIRST_ROW, column, _FIRST_ROW + place - 1, column)})" if place else ""
    return f"=ROUND({net}*SUM({upto}),2){before}"


def _write_sum(pages: Pages, sheet: Worksheet, row: int, amount: Decimal, look: str) -> None:
    years = xl_range(row, _FIRST, row, _WHOLE - 1)
    sheet.write_formula(row, _WHOLE, f"=SUM({years})", pages.formats[look], float(amount))


def _write_together(pages: Pages, sheet: Worksheet, budget: Budget) -> None:
    """The sum of all parts, which is the net cost while the shares are 100 % together."""
    last = _FIRST_ROW + len(budget.inputs.all_payers) - 1
    sheet.write_string(last + 1, 0, "Samen", pages.formats["label"])
    shares = f"=SUM({xl_range(_FIRST_ROW, _SHARE, last, _SHARE)})"
    sheet.write_formula(last + 1, _SHARE, shares, pages.formats["percentage"], 1)
    for index in range(CALENDAR_YEARS):
        column = _FIRST + index
        parts = f"=SUM({xl_range(_FIRST_ROW, column, last, column)})"
        sheet.write_formula(last + 1, column, parts, pages.formats["total"], float(_net(budget, index)))
    total = sum((_net(budget, index) for index in range(CALENDAR_YEARS)), Decimal(0))
    _write_sum(pages, sheet, last + 1, total, "total")
    told = f'=IF(ROUND({xl_rowcol_to_cell(last + 1, _SHARE)},6)=1,"","De delen samen zijn niet 100 %.")'
    sheet.write_formula(last + 2, 0, told, pages.formats["bold"], "")
