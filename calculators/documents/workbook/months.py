"""The helper sheet that splits the term by months: which part of each falls in a calendar year and in a post.

Of a post a part of a month counts times the growth of its wage on each of its days.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise

from xlsxwriter.worksheet import Worksheet

from calculators.budget import Inputs
from calculators.budget.growth import Growth
from calculators.budget.inputs import suffixed
from calculators.budget.wage_growth import wage_growth
from calculators.core.periods import Slice, end_after
from calculators.documents.workbook import formulas
from calculators.documents.workbook.formulas import (
    FIRST_BLOCK,
    MONTH_ROWS,
    MONTHS,
    column,
    room,
)
from calculators.documents.workbook.growth import paths, posts_of
from calculators.documents.xlsx import Pages, serial

_FIRST, _AFTER = 2, 3
"""The rows with the first day of each block, and the day after its last one."""


def write(pages: Pages, inputs: Inputs) -> None:
    """Write the sheet, with the present values for programs that do not recalculate."""
    blocks = room(inputs).blocks
    sheet = pages.sheet(MONTHS, (20, 9, 12, 12, 13, *[12] * 2 * len(blocks)), landscape=True, title="Maanden")
    sheet.hide()
    sheet.write_string(
        1,
        0,
        "Hulpblad: welk deel van elke maand van de looptijd in welk kalenderjaar valt, bij elke post maal de groei.",
    )
    pages.texts(sheet, _FIRST, {0: "Eerste dag"})
    pages.texts(sheet, _AFTER, {0: "Dag na de laatste"})
    heads = ["Maand", "Jaar", "Begin", "Einde", "Kalenderjaar"]
    for name in blocks:
        heads += [name, f"{name}, jaar later"]
    pages.heads(sheet, MONTH_ROWS[0] - 1, heads, right=range(1, len(heads)))
    spans, grown = list(_spans(inputs)), _Grown(inputs)
    for block, span in enumerate(spans):
        _write_span(pages, sheet, block, span)
    for month, row in enumerate(MONTH_ROWS):
        _write_month(pages, sheet, inputs, month, row)
        for block, span in enumerate(spans):
            _write_parts(pages, sheet, grown, month, block, span)


def _days(begin: str, end: str, block: int, last: int) -> str:
    """The days of a block: as they are for the term, times growth for a post."""
    return formulas.grown_days(begin, end, block - 1, last) if block else f"MAX(0,{end}-{begin})"


class _Grown:
    """The days of each block, times growth, as the calculator has them."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.kinds = [wage_growth(inputs, post) for post in posts_of(inputs)]
        self.gaps = [inputs.presence(post).gap for post in posts_of(inputs)]
        self.rows = formulas.gap_rows(paths(inputs).last)[1] + 1

    def days(self, block: int, begin: date, end: date) -> Fraction:
        """The days from `begin` up to `end`, if any."""
        if end <= begin:
            return Fraction(0)
        if not block:
            return Fraction((end - begin).days)
        growth, (opens, closes) = self.kinds[block - 1], self.gaps[block - 1] or (end, end)
        cuts = [begin, *sorted(day for day in {*growth.days, opens, closes} if begin < day < end), end]
        filled = [(low, high) for low, high in pairwise(cuts) if not opens <= low < closes]
        return sum((self._factor(growth, low) * (high - low).days for low, high in filled), Fraction(0))

    def _factor(self, growth: Growth, day: date) -> Fraction:
        start = self.inputs.startdatum
        year = day.year - start.year
        term_year = year - (end_after(start, 12 * year) > day)
        return growth.factor(Slice(term_year, day.year, day, 0))


def _spans(inputs: Inputs) -> Iterator[tuple[date, date]]:
    """The first day of each block and the day after its last one; a post that is not there has the whole term."""
    yield inputs.startdatum, inputs.end
    yield from map(inputs.period, posts_of(inputs))


def _write_span(pages: Pages, sheet: Worksheet, block: int, span: tuple[date, date]) -> None:
    place, first = FIRST_BLOCK + 2 * block, column(FIRST_BLOCK)
    begin, after = "=startdatum", f"={formulas.end_after('startdatum', 'ROUND(looptijd_jaren*12,0)')}"
    if block:
        tail, end = suffixed("", block), f"${first}${_AFTER + 1}"
        begin = f"=MAX(startdatum,in_dienst{tail})"
        after = f"=MIN({end},IF(ISNUMBER(uit_dienst{tail}),uit_dienst{tail}+1,{end}))"
    sheet.write_formula(_FIRST, place, begin, pages.formats["date"], serial(span[0]))
    sheet.write_formula(_AFTER, place, after, pages.formats["date"], serial(span[1]))


def _write_month(pages: Pages, sheet: Worksheet, inputs: Inputs, month: int, row: int) -> None:
    opens, closes = (end_after(inputs.startdatum, count) for count in (month, month + 1))
    sheet.write_number(row, 0, month + 1, pages.formats["whole"])
    sheet.write_number(row, 1, month // 12 + 1, pages.formats["whole"])
    for place, count, day in ((2, month, opens), (3, month + 1, closes)):
        live = f"={formulas.end_after('startdatum', str(count))}"
        sheet.write_formula(row, place, live, pages.formats["date"], serial(day))
    sheet.write_formula(row, 4, f"=YEAR(C{row + 1})", pages.formats["whole"], opens.year)


def _write_parts(
    pages: Pages, sheet: Worksheet, grown: _Grown, month: int, block: int, span: tuple[date, date]
) -> None:
    """Which part of a month, from 0, falls in a block, in the calendar year that it begins in and in the next one."""
    inputs, row = grown.inputs, MONTH_ROWS[month]
    line, left = row + 1, FIRST_BLOCK + 2 * block
    first, after = (f"{column(left)}${number + 1}" for number in (_FIRST, _AFTER))
    new_year = f"DATE($E{line}+1,1,1)"
    days = (
        (f"MAX($C{line},{first})", f"MIN($D{line},{after},{new_year})"),
        (f"MAX($C{line},{first},{new_year})", f"MIN($D{line},{after})"),
    )
    lives = [_days(begin, end, block, grown.rows) for begin, end in days]
    opens, closes = (end_after(inputs.startdatum, count) for count in (month, month + 1))
    turn = date(opens.year + 1, 1, 1)
    ranges = ((max(opens, span[0]), min(closes, span[1], turn)), (max(opens, span[0], turn), min(closes, span[1])))
    for index, (live, (begin, end)) in enumerate(zip(lives, ranges, strict=True)):
        part = float(grown.days(block, begin, end)) / (closes - opens).days
        sheet.write_formula(row, left + index, f"={live}/($D{line}-$C{line})", pages.formats["share"], part)
