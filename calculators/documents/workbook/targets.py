"""The sheet of realistic targets: the arithmetic of `calculators.trajectories` once more, as live formulas.

Every input is a named cell, `traject_` with the calculator's own name of it. Tests hold sheet and calculator together.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from calculators.budget import Inputs as Budget
from calculators.core import content
from calculators.core.fields import Field, InputErrors, Kind, fields_of
from calculators.core.numbers import rounded
from calculators.core.parameters import Dated
from calculators.core.periods import format_date
from calculators.documents.expected import NO_MOMENT, Expected, expected
from calculators.documents.workbook.formulas import room
from calculators.documents.workbook.input_cells import look_of
from calculators.documents.xlsx import (
    TERM_HINT,
    Pages,
    as_text,
    between,
    choice,
    height,
    part_of,
    percent,
    whole_months,
)
from calculators.dossier import Document
from calculators.trajectories import Inputs
from calculators.trajectories.evaluation import OWN_FIGURE_NEEDED, counts_successes
from calculators.trajectories.inputs import ENROLMENT
from calculators.trajectories.limits import LABELS, Limit, Period, first_year, full_year, hours, limits

PREFIX = "traject_"
SHEET = "Trajecten"
INPUTS = (
    "fte",
    "maanden",
    "looptijd_jaren",
    "opstart_maanden",
    "uren_per_week",
    "weken_per_jaar",
    "aandeel_toeleiding",
    "uren_per_traject",
    "vrije_plaatsen",
    "eigen_aandeel",
    "afsluitmoment",
    "eigen_slaagaandeel",
)
_SPECS = fields_of(Inputs)
_UNITS = {
    "maanden": "maanden",
    "opstart_maanden": "maanden",
    "looptijd_jaren": "jaren",
    "weken_per_jaar": "weken",
    "uren_per_week": "uren",
    "uren_per_traject": "uren",
    "vrije_plaatsen": "plaatsen",
}
_WIDTHS = (54, 24, 24, 62)
_FIRST_INPUT = 4
_HEAD = _FIRST_INPUT + len(INPUTS) + 1
_MONTHS, _HOURS, _CEILING, _CAPACITY, _PLACES, _OWN, _LEAST, _BINDS, _SUCCESS = range(_HEAD + 1, _HEAD + 10)
_TERM = _HEAD + 12


def write(pages: Pages, document: Document, budget: Budget) -> None:
    """Write the sheet. Without own answers it follows the employment and the term of the budget."""
    sheet = pages.sheet(SHEET, _WIDTHS, landscape=True)
    sheet.fit_to_pages(1, 1)
    caution = "Een indicatie in optimale omstandigheden, en geen norm voor elke ambassadeur."
    sheet.write_string(1, 0, caution, pages.formats["bold"])
    found, linked = _expected(document, budget)
    _input_rows(pages, sheet, found, _links(budget) if linked else {})
    _limit_rows(pages, sheet, found)
    _term_rows(pages, sheet, found)


def _expected(document: Document, budget: Budget) -> tuple[Expected, bool]:
    """The answers of the dossier, and whether the sheet follows the budget because there are none."""
    try:
        found = expected(document)
        if document.inputs("trajecten"):
            return found, False
        years, employment = budget.looptijd_jaren, rounded(budget.average_fte)
        return replace(found, inputs=replace(found.inputs, fte=employment, looptijd_jaren=years)), True
    except InputErrors:
        return expected(replace(document, calculators={})), False


def _links(budget: Budget) -> dict[str, tuple[str, str]]:
    """By name: what an input is when it follows the budget, and the explanation; no formula for a figure that can't."""
    hint = "Volgt het blad Invoer; je mag hier een ander getal zetten."
    mean = "Gemiddeld over de looptijd, van alle posten in het blad Invoer. Wijzig je die, pas dit dan ook aan."
    together = "+".join(f"fte{tail}*aantal{tail}" for tail in room(budget).tails)
    employment = (f"={together}", hint) if budget.whole_term else ("", mean)
    return {"fte": employment, "looptijd_jaren": ("=looptijd_jaren", hint)}


def _input_rows(pages: Pages, sheet: Worksheet, found: Expected, links: Mapping[str, tuple[str, str]]) -> None:
    pages.heads(sheet, _FIRST_INPUT - 1, ("Invoer", "Waarde", "Eenheid", "Uitleg"), freeze=False, right=(1,))
    for row, name in enumerate(INPUTS, start=_FIRST_INPUT):
        field, value = _SPECS[name], getattr(found.inputs, name)
        live, hint = links.get(name, ("", _hint(field)))
        unit = _UNITS.get(name, "–")
        look = look_of(field)
        sheet.set_row(row, height((field.label, _WIDTHS[0]), (hint, _WIDTHS[3])))
        pages.texts(sheet, row, {0: field.label, 2: unit, 3: hint})
        if live:
            part = value / 100 if field.kind is Kind.PERCENT else value
            sheet.write_formula(row, 1, live, pages.formats[look], float(part))
        elif field.choices:
            pages.value(sheet, row, 1, found.moment and found.moment.name, look)
        else:
            pages.value(sheet, row, 1, part_of(value) if field.kind is Kind.PERCENT else value, look)
        sheet.data_validation(row, 1, row, 1, _check(field, f"B{row + 1}"))
        pages.workbook.define_name(PREFIX + name, f"={SHEET}!$B${row + 1}")


def _hint(field: Field) -> str:
    if field.kind is Kind.TERM:
        return TERM_HINT
    guess = "Aanname, pas ze gerust aan." if field.assumption else ""
    return " ".join(part for part in (field.help, guess) if part) or "–"


def _check(field: Field, cell: str) -> dict[str, Any]:
    if field.kind is Kind.TERM:
        return whole_months(cell)
    if field.choices:
        return choice([label for _, label in field.choices])
    low, high = field.minimum or 0, field.maximum or 10000
    return percent(low, high) if field.kind is Kind.PERCENT else between(low, high)


def _limit_rows(pages: Pages, sheet: Worksheet, found: Expected) -> None:
    """The limits in the first and in a full year, the smallest of them, and which one that is."""
    inputs = found.inputs
    heads = ("Grens", "Eerste jaar", "Volledig jaar", "Uitleg")
    pages.heads(sheet, _HEAD, heads, freeze=False, right=(1, 2))
    periods = (first_year(inputs), full_year(inputs))
    for column, period in enumerate(periods, start=1):
        for row, (_, _, value) in enumerate(_limits(found, period, column), start=_MONTHS):
            live = _formulas(inputs, column)[row - _MONTHS]
            cached = value if isinstance(value, str) else float(value)
            sheet.write_formula(row, column, f"={live}", pages.formats[_look(row)], cached)
    for row, (label, hint, _) in enumerate(_limits(found, periods[1], 2), start=_MONTHS):
        binding = [(name, _WIDTHS[1]) for name in LABELS.values()] if row == _BINDS else []
        sheet.set_row(row, height((hint, _WIDTHS[3]), *binding))
        sheet.write_string(row, 0, label, pages.formats["label" if row >= _LEAST else "text"])
        sheet.write_string(row, 3, hint, pages.formats["text"])


def _look(row: int) -> str:
    return "total_text" if row == _BINDS else "total_number" if row >= _LEAST else "number"


def _formulas(inputs: Inputs, column: int) -> list[str]:
    """The formulas of a column, from the months of work down to the successful referrals."""
    part = "MIN(1,traject_looptijd_jaren)"
    months = f"MAX(0,traject_maanden*{part}-traject_opstart_maanden)" if column == 1 else "traject_maanden"
    places = f"traject_vrije_plaatsen*{part}" if column == 1 else "traject_vrije_plaatsen"
    cells = {row: xl_rowcol_to_cell(row, column) for row in range(_MONTHS, _SUCCESS + 2)}
    block = f"{cells[_CEILING]}:{cells[_OWN]}"
    time = "traject_uren_per_week*traject_weken_per_jaar*traject_fte"
    started = inputs.figure("ceiling_started").value
    return [
        months,
        f"{time}*{cells[_MONTHS]}*traject_aandeel_toeleiding/12",
        f"{started}*traject_fte*{cells[_MONTHS]}/12",
        f"{cells[_HOURS]}/traject_uren_per_traject",
        f'IF(ISNUMBER(traject_vrije_plaatsen),{places},"–")',
        f'IF(ISNUMBER(traject_eigen_aandeel),{cells[_CEILING]}*traject_eigen_aandeel,"–")',
        f"MIN({block})",
        f"INDEX({xl_range_abs(_CEILING, 0, _OWN, 0)},MATCH({cells[_LEAST]},{block},0))",
        *(_success(inputs, cells[_LEAST], side) for side in ("min", "max")),
    ]


def _success(inputs: Inputs, started: str, side: str) -> str:
    share = f"{inputs.figure(f'ceiling_succeeded_{side}').value}/{inputs.figure('ceiling_started').value}"
    own = f"IF(ISNUMBER(traject_eigen_slaagaandeel),{started}*traject_eigen_slaagaandeel,{as_text(OWN_FIGURE_NEEDED)})"
    agreed = f"IF(traject_afsluitmoment={as_text(_enrolment())},{started}*{share},{own})"
    return f'IF(traject_afsluitmoment="",{as_text(NO_MOMENT)},{agreed})'


def _enrolment() -> str:
    return next(cutoff.name for cutoff in content.cutoffs() if cutoff.id == ENROLMENT)


def _hints(most: Dated) -> dict[str, str]:
    """What each limit is, by its name; `most` is how many trajectories an experienced full-timer starts."""
    return {
        "plafond": f"{most.value} trajecten voor een ervaren voltijdse ({most.source}), geldig vanaf "
        f"{format_date(most.valid_from)}. Herrekenen: aanname.",
        "capaciteit": "De uren hierboven, gedeeld door de uren per traject. Onze aanname.",
        "plaatsen": "Eén plaats per gestart traject. Leeg telt niet mee.",
        "eigen aandeel": "Je eigen aanname. Leeg telt niet mee.",
    }


def _limits(outcome: Expected, period: Period, column: int) -> list[tuple[str, str, Decimal | str]]:
    """Label, explanation and present value of each row."""
    inputs = outcome.inputs
    found: dict[str, Limit] = {limit.name: limit for limit in limits(inputs, period)}
    tail = "_jaar_1" if column == 1 else ""
    most, least, top = (inputs.figure(f"ceiling_{name}") for name in ("started", "succeeded_min", "succeeded_max"))
    hints = _hints(most)
    rows: list[tuple[str, str, Decimal | str]] = [
        ("Maanden waarin trajecten starten", "In het eerste jaar zonder de opstartmaanden.", period.months),
        ("Uren voor individuele toeleiding", "Uren × weken × deel van de tijd.", hours(inputs, period).value),
        *((label, hints[name], found[name].value if name in found else "–") for name, label in LABELS.items()),
    ]
    smallest = min(found.values(), key=lambda limit: limit.value)
    share = f"{least.value} tot {top.value} van {most.value} bij de inschrijving; anders je eigen cijfer."
    return [
        *rows,
        ("Realistisch hoogstens te starten", "De kleinste van de vier grenzen.", smallest.value),
        ("Wat de grens bepaalt", "Bij gelijke getallen de eerste.", smallest.label),
        *(
            (f"Geslaagde toeleidingen, {name}", share, _shown(outcome, f"realistisch_geslaagd_{side}{tail}"))
            for side, name in (("min", "onderkant"), ("max", "bovenkant"))
        ),
    ]


def _term_rows(pages: Pages, sheet: Worksheet, found: Expected) -> None:
    """Over the whole term: the first year and the years after it."""
    pages.heads(sheet, _TERM, ("Hele looptijd", "Aantal", "Eenheid", "Uitleg"), freeze=False, right=(1,))
    keys = ("gestart_looptijd", "geslaagd_looptijd_min", "geslaagd_looptijd_max")
    labels = ("Hoogstens te starten", "Geslaagde toeleidingen, onderkant", "Geslaagde toeleidingen, bovenkant")
    for index, (key, label, source) in enumerate(zip(keys, labels, (_LEAST, _SUCCESS, _SUCCESS + 1), strict=True)):
        first, full = f"B{source + 1}", f"C{source + 1}"
        live = f"=IF(ISNUMBER({full}),{first}+MAX(0,traject_looptijd_jaren-1)*{full},{full})"
        value = _shown(found, key)
        row = _TERM + 1 + index
        sheet.write_formula(
            row, 1, live, pages.formats["total_number"], value if isinstance(value, str) else float(value)
        )
        unit = "trajecten" if index == 0 else "kinderen en jongeren"
        pages.texts(sheet, row, {0: label, 2: unit, 3: "Het eerste jaar, plus de jaren daarna."})


def _shown(found: Expected, key: str) -> Decimal | str:
    """A number of the outcome or, for successful referrals without one, why there is none."""
    if found.lacking and counts_successes(key):
        return found.lacking
    value = found.result.totals[key]
    assert isinstance(value, Decimal)
    return value
