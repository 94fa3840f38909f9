"""The sheets on how wages grow: steps of the index, steps of service, and both together per post.

`Index` and `Trappen` are for people: their coloured cells may be changed. `Groei` is for the sheet of months, which
needs each day on which a wage changes, and by how much.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from operator import itemgetter

from xlsxwriter.worksheet import Worksheet

from calculators.budget import Inputs, Post
from calculators.budget.index_path import CAP_BEGINS, GROWN, Step, at, extended, path
from calculators.budget.inputs import suffixed
from calculators.budget.prices import BY_ANNIVERSARY, BY_CALENDAR_YEAR, BY_INDEX, YES
from calculators.budget.wage_growth import anniversaries, indexed, rises
from calculators.core.fields import FIRST_DAY
from calculators.core.periods import end_after, last_not_after
from calculators.documents.workbook import formulas
from calculators.documents.workbook.formulas import (
    BEYOND_ALL_TERMS,
    CHANGES,
    FIRST_FACTOR,
    FIRST_INDEX_ROW,
    INDEX,
    SERVICE_ROWS,
    SERVICE_YEARS,
    STEPS,
    column,
)
from calculators.documents.xlsx import Pages, between, days, serial

_PRICED, _COEFFICIENT, _BEFORE = "Index!$B$3", "Index!$B$4", "Index!$B$5"
"""The price date, the coefficient of that day, and the anniversaries between it and the start."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The steps of the index, and how many there are in the sheet."""

    inputs: Inputs
    steps: tuple[Step, ...]

    @property
    def rows(self) -> range:
        """The rows of the steps, below that of the base."""
        return range(FIRST_INDEX_ROW + 1, FIRST_INDEX_ROW + 1 + len(self.steps))

    @property
    def last(self) -> int:
        """The last of these rows, from 1."""
        return self.rows[-1] + 1

    def days(self) -> list[date]:
        """The day from which each factor holds: of the steps, or of the years that come one after another."""
        start = self.inputs.startdatum
        if self.inputs.groei_wijze == BY_INDEX:
            return [step.day for step in self.steps]
        if self.inputs.groei_wijze == BY_ANNIVERSARY:
            return [end_after(start, 12 * count) for count in range(len(self.steps))]
        return [date(start.year + count, 1, 1) for count in range(len(self.steps))]

    def factors(self, post: Post) -> list[Fraction]:
        """The factor of a wage from each of these days."""
        if self.inputs.groei_wijze == BY_INDEX:
            return [change.factor for change in indexed(self.inputs, post, BEYOND_ALL_TERMS)]
        rate = 1 + Fraction(self.inputs.index_loon) / 100
        return [rate ** (self.before + count) for count in range(len(self.steps))]

    @property
    def before(self) -> int:
        """How many times wages have grown at the start."""
        start, priced = self.inputs.startdatum, self.inputs.price_date
        by_calendar_year = self.inputs.groei_wijze == BY_CALENDAR_YEAR
        return start.year - priced.year if by_calendar_year else anniversaries(start, priced)


def paths(inputs: Inputs) -> Paths:
    """The steps of a budget, for all days that a workbook may be changed to."""
    return Paths(inputs, extended(path(inputs), inputs.index_loon, BEYOND_ALL_TERMS))


def posts_of(inputs: Inputs) -> tuple[Post, ...]:
    """A post for each that the sheet has room for."""
    absent = formulas.room(inputs).posts - inputs.posts
    return (*inputs.all_posts, *[Post()] * absent)


def write(pages: Pages, inputs: Inputs) -> None:
    """Write the three sheets, with the present values for programs that do not recalculate."""
    found = paths(inputs)
    _write_index(pages, found)
    _write_steps(pages, inputs)
    _write_changes(pages, found)


def _write_index(pages: Pages, found: Paths) -> None:
    room = formulas.room(found.inputs)
    sheet = pages.sheet(INDEX, (24, 14, 16, 14, *[12] * room.posts), landscape=True, title="Index")
    told = "Zo groeien de lonen. De stappen tellen als je bij Invoer het indexpad kiest; je mag ze wijzigen."
    sheet.write_string(1, 0, told)
    _write_base(pages, sheet, found)
    heads = ["Vanaf", "Coëfficiënt", "Herkomst", "Telt vanaf", *(f"Post {n}" for n in room.numbers)]
    pages.heads(sheet, FIRST_INDEX_ROW - 1, heads, right=(1, *range(3, len(heads))))
    pages.value(sheet, FIRST_INDEX_ROW, 2, "ervoor", "text")
    sheet.write_number(FIRST_INDEX_ROW, 3, 1, pages.formats["from"])
    top = FIRST_INDEX_ROW + 1
    sheet.write_formula(FIRST_INDEX_ROW, 1, f"=B{top + 1}", pages.formats["share"], float(found.steps[0].coefficient))
    given = sum(step.origin != GROWN for step in found.steps)
    for count, (row, step, day) in enumerate(zip(found.rows, found.steps, found.days(), strict=True)):
        pages.value(sheet, row, 2, step.origin, "text")
        if count < given:
            _write_given(pages, sheet, row, step)
        else:
            _write_grown(pages, sheet, row, step, FIRST_INDEX_ROW + 1 + given)
        live = (
            f'=IF(groei_wijze="{BY_INDEX}",A{row + 1},IF(groei_wijze="{BY_ANNIVERSARY}",'
            f"{formulas.end_after('startdatum', str(12 * count))},DATE(YEAR(startdatum)+{count},1,1)))"
        )
        sheet.write_formula(row, 3, live, pages.formats["from"], serial(day))
    for place, post in enumerate(posts_of(found.inputs)):
        _write_factors(pages, sheet, found, place, post, given)


def _write_base(pages: Pages, sheet: Worksheet, found: Paths) -> None:
    inputs = found.inputs
    first, last = f"$A${FIRST_INDEX_ROW + 2}:$A${found.last}", f"$B${FIRST_INDEX_ROW + 2}:$B${found.last}"
    known = f"DATE({inputs.cijfers_van.year},{inputs.cijfers_van.month},{inputs.cijfers_van.day})"
    newest = f"MIN(startdatum,{known})"
    priced = f'=IF(ISNUMBER(loon_prijs),loon_prijs,IF(groei_wijze="{BY_INDEX}",{newest},startdatum))'
    own = formulas.end_after("startdatum", "12*(YEAR(B3)-YEAR(startdatum))")
    before = f'=YEAR(startdatum)-YEAR(B3)+IF(groei_wijze="{BY_CALENDAR_YEAR}",0,IF({own}>B3,1,0))'
    coefficient = at(found.steps, inputs.price_date).coefficient
    pages.texts(sheet, 2, {0: "Lonen zijn van"})
    pages.texts(sheet, 3, {0: "Coëfficiënt van die dag"})
    pages.texts(sheet, 4, {0: "Keer gegroeid bij de start"})
    sheet.write_formula(2, 1, priced, pages.formats["date"], serial(inputs.price_date))
    live = f"=IF(B3<$A${FIRST_INDEX_ROW + 2},$B${FIRST_INDEX_ROW + 2},{formulas.latest('B3', first, last)})"
    sheet.write_formula(3, 1, live, pages.formats["share"], float(coefficient))
    sheet.write_formula(4, 1, before, pages.formats["whole"], found.before)


def _write_given(pages: Pages, sheet: Worksheet, row: int, step: Step) -> None:
    """A step that is known, forecast or the reader's own: it can be changed."""
    pages.value(sheet, row, 0, step.day, "in_date")
    pages.value(sheet, row, 1, float(step.coefficient), "in_number")
    sheet.data_validation(row, 0, row, 0, days(date.fromisoformat(FIRST_DAY), BEYOND_ALL_TERMS))
    sheet.data_validation(row, 1, row, 1, between(1, 10))


def _write_grown(pages: Pages, sheet: Worksheet, row: int, step: Step, last: int) -> None:
    """A step of the yearly growth, which follows from the last one that is given, in row `last` (from 1)."""
    years = row + 1 - last
    day = f"={formulas.end_after(f'$A${last}', str(12 * years))}"
    sheet.write_formula(row, 0, day, pages.formats["date"], serial(step.day))
    sheet.write_formula(row, 1, f"=$B${last}*(1+index_loon)^{years}", pages.formats["share"], float(step.coefficient))


def _write_factors(pages: Pages, sheet: Worksheet, found: Paths, place: int, post: Post, given: int) -> None:
    """The factor of a post from each step on: along the index, where the cap counts, or by the years.

    `place` is that of the post among all, from 0, as in the functions below.
    """
    own, tail = FIRST_FACTOR + place, suffixed("", place + 1)
    letter, factors = column(own), found.factors(post)
    sheet.write_formula(
        FIRST_INDEX_ROW, own, f"={letter}{FIRST_INDEX_ROW + 2}", pages.formats["share"], float(factors[0])
    )
    for count, (row, factor) in enumerate(zip(found.rows, factors, strict=True)):
        line, above = row + 1, f"{letter}{row}"
        more = f"B{line}/B{row}-1"
        if count < given:
            law = f"DATE({CAP_BEGINS.year},{CAP_BEGINS.month},{CAP_BEGINS.day})"
            earned = f"MAX(0.01,maandloon{tail}*{above}*{formulas.served(f'A{line}', place)})"
            counts = f'AND(centenindex="{YES}",maandloon{tail}>0,A{line}>={law},B{line}>B{row})'
            more = f"({more})*IF({counts},MIN(1,centenindex_grens/{earned}),1)"
        path_factor = f"IF(A{line}<={_PRICED},B{line}/{_COEFFICIENT},{above}*(1+{more}))"
        if count == 0:
            path_factor = f"B{line}/{_COEFFICIENT}"
        live = f'=IF(groei_wijze="{BY_INDEX}",{path_factor},(1+index_loon)^({_BEFORE}+{count}))'
        sheet.write_formula(row, own, live, pages.formats["share"], float(factor))


def _write_steps(pages: Pages, inputs: Inputs) -> None:
    room = formulas.room(inputs)
    sheet = pages.sheet(STEPS, (14, *[14] * 3 * room.posts), landscape=True, title="Trappen")
    told = (
        "Wat de anciënniteit doet. Zet bij een post haar eigen schaal: het jaarsalaris aan 100\u00a0% bij het begin, "
        "na een jaar, na twee jaar. Zonder schaal telt het percentage in het blad Invoer."
    )
    sheet.write_string(1, 0, told)
    heads = ["Jaren dienst"]
    for number in room.numbers:
        heads += [f"Post {number}, vanaf", "Jaarsalaris", "Factor"]
    pages.heads(sheet, SERVICE_ROWS[0] - 1, heads, right=range(1, len(heads)))
    for years, row in enumerate(SERVICE_ROWS):
        sheet.write_number(row, 0, years, pages.formats["whole"])
    for place, post in enumerate(posts_of(inputs)):
        _write_service(pages, sheet, inputs, place, post)


def _write_service(pages: Pages, sheet: Worksheet, inputs: Inputs, place: int, post: Post) -> None:
    left, scale = 1 + 3 * place, post.own_scale
    first = inputs.period(post)[0]
    grown = rises(inputs, post, SERVICE_YEARS)
    salary = column(left + 1)
    top = f"{salary}${SERVICE_ROWS[0] + 1}"
    for years, row in enumerate(SERVICE_ROWS):
        day = end_after(first, 12 * years)
        live = f"={formulas.end_after(formulas.first_day(place), str(12 * years))}"
        sheet.write_formula(row, left, live, pages.formats["from"], serial(day))
        own = scale.salary(post.schaal_trap + years, post.schaal_kolom) if scale else None
        pages.value(sheet, row, left + 1, own, "in_euro")
        sheet.data_validation(row, left + 1, row, left + 1, between(0, 10_000_000))
        cell = f"{salary}{row + 1}"
        by_percent = f"(1+{suffixed('ancienniteit_percent', place + 1)})^{years}"
        live = f"=IF(AND(ISNUMBER({top}),ISNUMBER({cell})),{cell}/{top},{by_percent})"
        factor = grown.at(day).factor if grown else Fraction(1)
        sheet.write_formula(row, left + 2, live, pages.formats["share"], float(factor))


def _write_changes(pages: Pages, found: Paths) -> None:
    """Each day on which the wage of a post changes, and by how much its factor does; a day counts once."""
    room = formulas.room(found.inputs)
    widths = [13] * 2 * room.posts
    sheet = pages.sheet(CHANGES, widths, landscape=True, title="Groei")
    sheet.hide()
    sheet.write_string(
        1, 0, "Hulpblad: op welke dag het loon van een post verandert, en hoeveel haar factor verandert."
    )
    heads = [text for number in room.numbers for text in (f"Post {number}", "Verschil")]
    pages.heads(sheet, FIRST_INDEX_ROW - 1, heads, right=range(len(heads)))
    for place, post in enumerate(posts_of(found.inputs)):
        _write_post_changes(pages, sheet, found, place, post)


def _write_post_changes(pages: Pages, sheet: Worksheet, found: Paths, place: int, post: Post) -> None:
    left, seen = 2 * place, set[date]()
    letter = column(left)
    sheet.write_number(FIRST_INDEX_ROW, left, 1, pages.formats["from"])
    base = found.factors(post)[0]
    live = f"={INDEX}!{column(FIRST_FACTOR + place)}{FIRST_INDEX_ROW + 1}"
    sheet.write_formula(FIRST_INDEX_ROW, left + 1, live, pages.formats["share"], float(base))
    for row, (source, day, change) in enumerate(_changes(found, place, post), start=FIRST_INDEX_ROW + 1):
        cell = f"{letter}{row + 1}"
        sheet.write_formula(row, left, f"={source}", pages.formats["from"], serial(day))
        now = formulas.factor_on(cell, place, found.last)
        earlier = formulas.factor_on(f"{cell}-1", place, found.last)
        again = f"COUNTIF({letter}${FIRST_INDEX_ROW + 1}:{letter}{row},{cell})"
        value = 0.0 if day in seen else float(change)
        sheet.write_formula(row, left + 1, f"=IF({again}>0,0,{now}-{earlier})", pages.formats["share"], value)
        seen.add(day)


def _changes(found: Paths, place: int, post: Post) -> Iterator[tuple[str, date, Fraction]]:
    """Where a day stands in the other sheets, the day, and by how much the factor changes on it."""
    days, factors = found.days(), found.factors(post)
    presence, grown = found.inputs.presence(post), rises(found.inputs, post, SERVICE_YEARS)
    first = presence.period[0]
    nothing = post.vacant_vanaf or first
    begin, end = presence.gap or (nothing, nothing)

    def index(day: date) -> Fraction:
        return last_not_after([*zip(days, factors, strict=True)], day, itemgetter(0))[1]

    def whole(day: date) -> Fraction:
        return Fraction(0) if begin <= day < end else index(day) * (grown.at(day).factor if grown else 1)

    def change(day: date) -> Fraction:
        return whole(day) - whole(date.fromordinal(day.toordinal() - 1))

    for row, day in zip(found.rows, days, strict=True):
        yield f"{INDEX}!$D${row + 1}", day, change(day)
    for years, row in enumerate(SERVICE_ROWS[1:], start=1):
        day = end_after(first, 12 * years)
        yield f"{STEPS}!${column(1 + 3 * place)}${row + 1}", day, change(day)
    name, months = (suffixed(name, place + 1) for name in ("vacant_vanaf", "vacant_maanden"))
    yield f"IF(ISNUMBER({name}),{name},{formulas.first_day(place)})", begin, change(begin)
    opens = f"${column(2 * place)}${formulas.gap_rows(found.last)[0] + 1}"
    yield formulas.end_after(opens, months), end, change(end)
