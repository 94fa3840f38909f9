"""The helper sheet that splits the term by months: which part of each falls in a calendar year and in a post."""

from collections.abc import Iterator
from datetime import date

from xlsxwriter.worksheet import Worksheet

from calculators.budget import Inputs
from calculators.core.periods import end_after
from calculators.documents.workbook import formulas
from calculators.documents.workbook.formulas import BLOCKS, FIRST_BLOCK, MONTH_ROWS, MONTHS, POSTS, column
from calculators.documents.xlsx import Pages

_DAY_ZERO = date(1899, 12, 30)
_FIRST, _AFTER = 2, 3
"""The rows with the first day of each block, and the day after its last one."""


def write(pages: Pages, inputs: Inputs) -> None:
    """Write the sheet, with the present values for programs that do not recalculate."""
    sheet = pages.sheet(MONTHS, (20, 9, 12, 12, 13, *[12] * 2 * len(BLOCKS)), landscape=True, title="Maanden")
    sheet.fit_to_pages(1, 0)
    sheet.write_string(
        1, 0, "Hulpblad: welk deel van elke maand van de looptijd in welk kalenderjaar valt, en bij wie."
    )
    pages.texts(sheet, _FIRST, {0: "Eerste dag"})
    pages.texts(sheet, _AFTER, {0: "Dag na de laatste"})
    heads = ["Maand", "Jaar", "Begin", "Einde", "Kalenderjaar"]
    for name in BLOCKS:
        heads += [name, f"{name}, jaar later"]
    pages.heads(sheet, MONTH_ROWS[0] - 1, heads, right=range(1, len(heads)))
    spans = list(_spans(inputs))
    for block, span in enumerate(spans):
        _write_span(pages, sheet, block, span)
    for month, row in enumerate(MONTH_ROWS):
        _write_month(pages, sheet, inputs, month, row)
        for block, span in enumerate(spans):
            _write_parts(pages, sheet, inputs, (month, row), block, span)


def _spans(inputs: Inputs) -> Iterator[tuple[date, date]]:
    """The first day of each block and the day after its last one; a post that is not there has the whole term."""
    yield inputs.startdatum, inputs.end
    for index in range(len(POSTS)):
        there = index < len(inputs.all_posts)
        yield inputs.period(inputs.all_posts[index]) if there else (inputs.startdatum, inputs.end)


def _write_span(pages: Pages, sheet: Worksheet, block: int, span: tuple[date, date]) -> None:
    place, first = FIRST_BLOCK + 2 * block, column(FIRST_BLOCK)
    begin, after = "=startdatum", f"={formulas.end_after('startdatum', 'ROUND(looptijd_jaren*12,0)')}"
    if block:
        tail, end = POSTS[block - 1], f"${first}${_AFTER + 1}"
        begin = f"=MAX(startdatum,in_dienst{tail})"
        after = f"=MIN({end},IF(ISNUMBER(uit_dienst{tail}),uit_dienst{tail}+1,{end}))"
    sheet.write_formula(_FIRST, place, begin, pages.formats["date"], _serial(span[0]))
    sheet.write_formula(_AFTER, place, after, pages.formats["date"], _serial(span[1]))


def _write_month(pages: Pages, sheet: Worksheet, inputs: Inputs, month: int, row: int) -> None:
    opens, closes = (end_after(inputs.startdatum, count) for count in (month, month + 1))
    sheet.write_number(row, 0, month + 1, pages.formats["whole"])
    sheet.write_number(row, 1, month // 12 + 1, pages.formats["whole"])
    for place, count, day in ((2, month, opens), (3, month + 1, closes)):
        live = f"={formulas.end_after('startdatum', str(count))}"
        sheet.write_formula(row, place, live, pages.formats["date"], _serial(day))
    sheet.write_formula(row, 4, f"=YEAR(C{row + 1})", pages.formats["whole"], opens.year)


def _write_parts(
    pages: Pages, sheet: Worksheet, inputs: Inputs, place: tuple[int, int], block: int, span: tuple[date, date]
) -> None:
    month, row = place
    line, left = row + 1, FIRST_BLOCK + 2 * block
    first, after = (f"{column(left)}${number + 1}" for number in (_FIRST, _AFTER))
    new_year = f"DATE($E{line}+1,1,1)"
    lives = (
        f"MAX(0,MIN($D{line},{after},{new_year})-MAX($C{line},{first}))",
        f"MAX(0,MIN($D{line},{after})-MAX($C{line},{first},{new_year}))",
    )
    opens, closes = (end_after(inputs.startdatum, count) for count in (month, month + 1))
    turn = date(opens.year + 1, 1, 1)
    stretches = ((max(opens, span[0]), min(closes, span[1], turn)), (max(opens, span[0], turn), min(closes, span[1])))
    for index, (live, (begin, end)) in enumerate(zip(lives, stretches, strict=True)):
        part = max(0, (end - begin).days) / (closes - opens).days
        sheet.write_formula(row, left + index, f"={live}/($D{line}-$C{line})", pages.formats["share"], part)


def _serial(day: date) -> int:
    """A date as a spreadsheet counts it."""
    return (day - _DAY_ZERO).days
