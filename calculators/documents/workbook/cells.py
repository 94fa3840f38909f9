"""The helper sheet with the smallest amounts: each line in a year of the term and a calendar year, rounded once."""

from datetime import date
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from calculators.budget import Budget, Post
from calculators.budget.cells import OVERHEAD, START_UP, VAT, post_line
from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.budget.invoice import WITHOUT_VAT
from calculators.budget.ledger import vat_due
from calculators.budget.operating import CATEGORIES
from calculators.budget.prices import BY_ANNIVERSARY
from calculators.budget.slices import parts_of
from calculators.budget.wage_growth import cost_growth, wage_growth
from calculators.core.periods import Slice
from calculators.documents.workbook.formulas import (
    CELL_ROWS,
    CELLS,
    COST_GROWTH,
    FIRST_MONTHS,
    Room,
    column,
    months,
    room,
)
from calculators.documents.xlsx import Pages

_NAMES = {
    START_UP: "Eenmalig",
    OVERHEAD: "Overhead",
    VAT: "Btw",
    **{post_line(number): f"Post {number}" for number in range(1, MOST_POSTS + 1)},
}


def write(pages: Pages, budget: Budget) -> None:
    """Write the sheet, with the present amounts for programs that do not recalculate."""
    here = room(budget.inputs)
    widths = (9, 13, 11, *[10] * len(here.blocks), *[13] * len(here.lines))
    sheet = pages.sheet(CELLS, widths, landscape=True, title="Cellen")
    sheet.hide()
    sheet.write_string(
        1, 0, "Hulpblad: elk bedrag is hier één keer afgerond op de cent. Alle totalen zijn sommen hiervan."
    )
    whole, *posts = here.blocks
    heads = ["Jaar", "Kalenderjaar", "Groei werking", f"Maanden: {whole.lower()}"]
    heads += [f"Maanden × groei: {name.lower()}" for name in posts]
    heads += [_NAMES.get(line, line.capitalize()) for line in here.lines]
    pages.heads(sheet, CELL_ROWS[0] - 1, heads, right=range(len(heads)))
    for index, row in enumerate(CELL_ROWS):
        term_year, later = divmod(index, 2)
        _write_growth(pages, sheet, budget, row, term_year, later)
        _write_months(pages, sheet, budget, row, term_year, later)
        _write_amounts(pages, sheet, budget, row, term_year, later)


def _write_growth(pages: Pages, sheet: Worksheet, budget: Budget, row: int, term_year: int, later: int) -> None:
    inputs, line = budget.inputs, row + 1
    year = inputs.startdatum.year + term_year + later
    sheet.write_number(row, 0, term_year + 1, pages.formats["whole"])
    sheet.write_formula(row, 1, f"=YEAR(startdatum)+{term_year + later}", pages.formats["whole"], year)
    steps = f'IF(groei_wijze="{BY_ANNIVERSARY}",A{line}-1,B{line}-YEAR(startdatum))'
    here = Slice(term_year, year, date(year, 1, 1), 0)
    factor = cost_growth(inputs).factor(here)
    sheet.write_formula(row, COST_GROWTH, f"=(1+index_werking)^{steps}", pages.formats["share"], float(factor))


def _write_months(pages: Pages, sheet: Worksheet, budget: Budget, row: int, term_year: int, later: int) -> None:
    ledger, year = budget.ledger, budget.inputs.startdatum.year + term_year + later
    growth = wage_growth(budget.inputs, Post())
    absent = parts_of(budget.inputs, budget.inputs.startdatum, budget.inputs.end, growth.days)
    weights = [tuple(zip(member.cost.course.parts, member.cost.course.weights, strict=True)) for member in ledger.staff]
    weights += [tuple(zip(absent, growth.weights(absent), strict=True))] * (
        room(budget.inputs).posts - len(ledger.staff)
    )
    whole = tuple((part, part.years) for part in ledger.term)
    for block, found in enumerate((whole, *weights)):
        here = [12 * weight for part, weight in found if (part.term_year, part.calendar_year) == (term_year, year)]
        live = months(row + 1, block)
        sheet.write_formula(row, FIRST_MONTHS + block, live, pages.formats["share"], float(sum(here)))


def _write_amounts(pages: Pages, sheet: Worksheet, budget: Budget, row: int, term_year: int, later: int) -> None:
    year = budget.inputs.startdatum.year + term_year + later
    first = budget.inputs.startdatum.year
    change = vat_due(budget.inputs, year) - vat_due(budget.inputs, first)
    here = room(budget.inputs)
    for line in here.lines:
        live = "=0" if line == START_UP and row != CELL_ROWS[0] else f"={_formula(here, line, row + 1, change)}"
        amount = budget.ledger.total(line, term_year=term_year, calendar_year=year)
        sheet.write_formula(row, here.place(line), live, pages.formats["euro"], float(amount))


def _formula(here: Room, line: str, row: int, vat_change: Decimal) -> str:
    """The amount of a line in row `row` (from 1).

    `vat_change` says by how many points the VAT rate of that year differs from that of the first year, which stands in
    the cell `btw`. A 0 in that cell means exempt, in every year.
    """

    def cell(name: str) -> str:
        return f"{column(here.place(name))}{row}"

    wages = f"{cell(post_line(1))}:{cell(post_line(here.posts))}"
    if line == START_UP:
        return "ROUND(eenmalig,2)"
    if line == OVERHEAD:
        return f'IF(OR(uitvoering="extern",uitvoering="subsidie"),ROUND(SUM({wages})*overhead,2),0)'
    if line == VAT:
        rate = f"IF(btw=0,0,btw+({vat_change / 100}))" if vat_change else "btw"
        invoiced = f"SUM({cell('post_1')}:{cell(OVERHEAD)})"
        free = "".join(f'-IF(btw_{name}="{WITHOUT_VAT}",{cell(name)},0)' for name in CATEGORIES)
        return f'IF(uitvoering="extern",ROUND(ROUND({invoiced}{free},2)*{rate},2),0)'
    if line in (posts := {post_line(number): number for number in here.numbers}):
        number = posts[line]
        tail = suffixed("", number)
        return f"ROUND(fte{tail}*aantal{tail}*jaarloonkost{tail}*({_counted(number, row)})/12,2)"
    return f"ROUND(werkingskosten_{line}*{column(COST_GROWTH)}{row}*{column(FIRST_MONTHS)}{row}/12,2)"


def _counted(number: int, row: int) -> str:
    """The months of a post times growth in row `row`, when its holiday pay counts a calendar year later.

    It counts in the first row of a calendar year in which the post works, and in its last row what is left.
    """
    place, later = column(FIRST_MONTHS + number), suffixed("vakantiegeld_later", number)
    first, last = CELL_ROWS[0] + 1, CELL_ROWS[-1] + 1
    cell, (years, all_months) = f"{place}{row}", (f"{name}${first}:{name}${last}" for name in ("$B", place))
    opens = f"{cell}>0"
    if row > first and (row - first) % 2 == 0:
        opens = f"AND({cell}>0,{place}{row - 1}=0)"
    ends = f"AND({cell}>0,SUM({place}{row + 1}:{place}{last + 1})=0)"
    paid = f"IF({opens},SUMIFS({all_months},{years},$B{row}-1),0)+IF({ends},SUMIFS({all_months},{years},$B{row}),0)"
    return f"{cell}*(1-{later})+IF({later}=0,0,{later}*({paid}))"
