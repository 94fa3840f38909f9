"""The sheet of inputs: every figure that the reader may change, as a named cell, grouped as the calculator does.

A cell that may stay empty (the days a post starts and ends, if not those of the term) is empty.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from calculators.budget import FIELDS, Budget, Inputs
from calculators.budget.index_path import CAP_BEGINS
from calculators.budget.ledger import Ledger, Staff, vat, vat_due
from calculators.budget.operating import CATEGORIES
from calculators.budget.posts import BUILT, BY_PERCENT, Post
from calculators.budget.wage_growth import monthly_gross
from calculators.core import content
from calculators.core.numbers import format_percent
from calculators.core.periods import format_date
from calculators.core.sentences import uncapitalised
from calculators.documents.docx.xml import plain
from calculators.documents.workbook import subsidies, wages
from calculators.documents.workbook.formulas import CALENDAR_YEARS, room
from calculators.documents.workbook.input_cells import (
    InputCell,
    amount,
    bounds,
    choices,
    chosen,
    day,
    employment,
    share,
    term_day,
    whole,
)
from calculators.documents.xlsx import (
    TERM_HINT,
    Pages,
    choice,
    height,
    part_of,
    whole_months,
)

_WIDTHS = (46, 18, 78)
_NO_EFFECT = "De bedragen veranderen er niet door."
_VAT = tuple(f"btw_{name}" for name in CATEGORIES)
_ACCOUNT = "61 of 649: wat de financiële dienst zegt. Telt alleen bij eigen."
_LIMIT = "Hogere startkosten staan dan in klasse 24. Leeg: ze zijn werking. Telt alleen bij eigen."
_EMPTY = "Leeg of 0: altijd ingevuld. Die maanden is er geen loonkost."
_MOMENTS = "Kies: kalenderjaar (op 1 januari), verjaardag (van de start) of index (lonen volgen het blad Index)."
_PRICED = "Leeg: van het jaar van de start; bij een indexpad van de dag van de cijfers, of van een vroegere start."
_CAP = "Kies: ja of nee. Begrenst bij een indexpad elke stap vanaf juni 2026 (aanname)."


def write(pages: Pages, inputs: Inputs, budget: Budget, state: tuple[str, str], missing: Mapping[str, str]) -> None:
    """Write the sheet and define the names.

    `state` says whose figures these are, and in what look; `missing` says which could not be read, and why.
    """
    sheet = pages.sheet("Invoer", _WIDTHS)
    told, look = state
    sheet.set_row(1, height((told, sum(_WIDTHS))))
    sheet.merge_range(1, 0, 1, 2, plain(told), pages.formats[look])
    for row, name, total in ((2, "totaal", budget.total), (3, "netto_totaal", budget.net)):
        sheet.write_string(row, 0, _TOTALS[name], pages.formats["label"])
        sheet.write_formula(row, 1, f"={name}", pages.formats["total"], float(total))
    pages.heads(sheet, _HEAD, ("Invoer", "Waarde", "Uitleg"), right=(1,))
    row = _HEAD + 1
    for heading, cells in groups(inputs, budget.ledger):
        sheet.write_string(row, 0, heading, pages.formats["section"])
        sheet.set_row(row, 24)
        for line, cell in enumerate(cells, start=row + 1):
            _write(pages, sheet, line, cell, missing.get(cell.name, ""))
        row += len(cells) + 1


_HEAD = 5
_TOTALS = {"totaal": "Totale kost over de looptijd", "netto_totaal": "Netto, na subsidies"}
"""What stands above the inputs, so that a change shows at once; by the name of its cell."""


def _write(pages: Pages, sheet: Worksheet, row: int, cell: InputCell, wrong: str) -> None:
    hint = f"Ontbreekt: {wrong}" if wrong else cell.hint
    sheet.set_row(row, height((hint, _WIDTHS[2])))
    pages.texts(sheet, row, {0: cell.label})
    pages.texts(sheet, row, {2: hint}, "missing" if wrong else "text")
    value = part_of(cell.value) if cell.look == "in_percent" else cell.value
    if cell.live:
        sheet.write_formula(row, 1, cell.live, pages.formats[cell.look], float(value or 0))
    else:
        pages.value(sheet, row, 1, value, cell.look)
    pages.workbook.define_name(cell.name, f"=Invoer!$B${row + 1}")
    sheet.data_validation(row, 1, row, 1, cell.check(f"B{row + 1}"))


def groups(inputs: Inputs, ledger: Ledger) -> Iterator[tuple[str, list[InputCell]]]:
    """All inputs under their headings, in the order of the sheet."""
    yield "Looptijd", _appointment(inputs)
    for index, tail in enumerate(room(inputs).tails):
        yield _post_name(ledger, index), [*_post(ledger, index, tail), *_rising(ledger, index, tail)]
    yield "Werkingskosten", _operating(inputs, ledger)
    yield "Uitvoering", _delivery(inputs)
    yield "Groei", _growth(inputs)
    yield "Inkomsten", [_income(inputs, ledger, index) for index in range(CALENDAR_YEARS)]


def _operating(inputs: Inputs, ledger: Ledger) -> list[InputCell]:
    return [
        *(
            amount(f"werkingskosten_{category.line}", CATEGORIES[category.line], float(category.amount))
            for category in ledger.categories
        ),
        amount("eenmalig", "Eenmalige startkosten", inputs.eenmalig, "Vallen in het eerste kalenderjaar."),
        amount("activeringsdrempel", "Grens van een investering", inputs.activeringsdrempel, _LIMIT),
        InputCell(
            "deelname_klasse",
            "Klasse van de deelnameprijs",
            int(inputs.deelname_klasse),
            "in_number",
            _ACCOUNT,
            lambda _: choice(choices("deelname_klasse")),
        ),
    ]


def _growth(inputs: Inputs) -> list[InputCell]:
    hint, limit = "Per jaar. Aanname.", inputs.figure("index_cap_threshold", CAP_BEGINS)
    return [
        share("index_loon", "Groei van de loonkost", inputs.index_loon, hint, bounds("index_loon")),
        share("index_werking", "Groei van de werkingskosten", inputs.index_werking, hint, bounds("index_werking")),
        chosen("groei_wijze", "Wanneer groeien de kosten?", inputs.groei_wijze, _MOMENTS),
        day("loon_prijs", "De lonen zijn van", inputs.loon_prijs, _PRICED),
        chosen("centenindex", "Centenindex", inputs.centenindex, _CAP),
        amount("centenindex_grens", "Grens van de centenindex", limit.value, f"Bruto per maand. {limit.source}."),
    ]


def _post_name(ledger: Ledger, index: int) -> str:
    """The number of a post, with its profile if it is there."""
    name, profiles = f"Post {index + 1}", {profile.id: profile.name for profile in content.profiles()}
    profile = profiles.get(ledger.staff[index].post.profiel) if index < len(ledger.staff) else None
    return f"{name}: {uncapitalised(profile)}" if profile else name


def _appointment(inputs: Inputs) -> list[InputCell]:
    kinds = f"Kies: {', '.join(choices('contract'))}. {_NO_EFFECT}"
    term = f"{TERM_HINT} Bij een contract van onbepaalde duur: de jaren die je raamt."
    return [
        day("startdatum", "Startdatum", inputs.startdatum, "Eerste dag van de aanstelling."),
        chosen("contract", "Soort contract", inputs.contract, kinds),
        InputCell("looptijd_jaren", "Looptijd in jaren", inputs.looptijd_jaren, "in_years", term, whole_months),
    ]


def _post(ledger: Ledger, index: int, tail: str) -> list[InputCell]:
    """A post; one that is not there has 0 percent."""
    staff = ledger.staff[index] if index < len(ledger.staff) else None
    fte = staff.post.fte if staff else 0
    count = staff.post.aantal if staff else 1
    first, last = (staff.post.in_dienst, staff.post.uit_dienst) if staff else (None, None)
    vacant, left = (staff.post.vacant_maanden, staff.post.vacant_vanaf) if staff else (None, None)
    return [
        employment(f"fte{tail}", "Tewerkstelling", fte, "Van een voltijdse; 0 als deze post er niet is."),
        whole(f"aantal{tail}", "Aantal gelijke posten", count, "Met dezelfde periode en loonkost.", bounds("aantal")),
        _wage(staff, index, tail),
        term_day(f"in_dienst{tail}", "In dienst vanaf", first, "Leeg: vanaf de startdatum."),
        term_day(
            f"uit_dienst{tail}",
            "In dienst tot en met",
            last,
            "Leeg: tot het einde van de looptijd.",
            not_before=f"in_dienst{tail}",
        ),
        whole(f"vacant_maanden{tail}", "Maanden zonder medewerker", vacant, _EMPTY, bounds("vacant_maanden")),
        term_day(f"vacant_vanaf{tail}", "Niet ingevuld vanaf", left, "Leeg: vanaf het begin van de post."),
    ]


def _wage(staff: Staff | None, index: int, tail: str) -> InputCell:
    """The yearly wage cost; that of a wage that is built up follows its own sheet."""
    hint = "Kost voor de werkgever. Vraag het cijfer aan je personeelsdienst."
    cost, most = float(staff.full_time) if staff else 0, FIELDS["jaarloonkost"].maximum
    cell = amount(f"jaarloonkost{tail}", "Jaarloonkost van een voltijdse", cost, hint, (0, most))
    if staff and wages.is_built(staff.post):
        return replace(cell, hint=_BUILT_UP, live=wages.full_time(index))
    return cell


_BUILT_UP = f"Volgt het blad {wages.SHEET}; je mag hier een ander bedrag zetten."


def _rising(ledger: Ledger, index: int, tail: str) -> list[InputCell]:
    """What a post's wage depends on beside prices: years of service, the index cap, and when holiday pay counts."""
    post = ledger.staff[index].post if index < len(ledger.staff) else None
    rise = post.ancienniteit_percent if post and post.ancienniteit == BY_PERCENT else None
    own = "Per jaar dienst. Een eigen schaal staat in het blad Trappen, en telt dan in plaats hiervan."
    return [
        share(
            f"ancienniteit_percent{tail}",
            "Stijging met de anciënniteit",
            rise or 0,
            own,
            bounds("ancienniteit_percent"),
        ),
        _monthly(post, index, tail),
        _paid_later(ledger, index, tail),
    ]


def _monthly(post: Post | None, index: int, tail: str) -> InputCell:
    hint = "Van een voltijdse, op de dag van de lonen: voor de centenindex. 0 als er geen grens is."
    gross = monthly_gross(post) if post else None
    cell = amount(f"maandloon{tail}", "Brutomaandloon", float(gross or 0), hint)
    return replace(cell, live=wages.monthly(index)) if post and post.loonbasis == BUILT else cell


def _paid_later(ledger: Ledger, index: int, tail: str) -> InputCell:
    staff = ledger.staff[index] if index < len(ledger.staff) else None
    cell = share(
        f"vakantiegeld_later{tail}",
        "Vakantiegeld dat een jaar later telt",
        float(staff.cost.course.paid_later * 100) if staff else 0,
        "Deel van de jaarloonkost; 0 als het telt wanneer het verdiend is.",
    )
    return replace(cell, live=wages.paid_later(index)) if staff and staff.post.holiday_pay_later else cell


def _delivery(inputs: Inputs) -> list[InputCell]:
    first = inputs.startdatum.year
    rate = vat(inputs, first)
    hint = (
        f"Telt alleen bij extern. {format_percent(rate.value)} geldt vanaf {format_date(rate.valid_from)} "
        f"({rate.source})."
    )
    return [
        chosen("uitvoering", "Wie voert uit?", inputs.uitvoering, f"Kies: {', '.join(choices('uitvoering'))}."),
        share("overhead", "Overhead van de partner", inputs.overhead, "Van de personeelskost; niet bij eigen."),
        share("btw", "Btw", vat_due(inputs, first), hint),
        *(
            chosen(name, FIELDS[name].label, getattr(inputs, name), "Kies: met of zonder. Telt bij extern.")
            for name in _VAT
        ),
    ]


def _income(inputs: Inputs, ledger: Ledger, index: int) -> InputCell:
    """What all subsidies together bring in the nth calendar year, from 0; with a sheet of their own, as it says."""
    name = f"subsidie_jaar_{index + 1}" if index else "subsidie"
    label = f"Subsidies in kalenderjaar {index + 1}"
    if inputs.all_subsidies:
        received, live = ledger.received(inputs.startdatum.year + index), subsidies.together(inputs, index)
        hint = f"Klasse 740. Volgt het blad {subsidies.SHEET}; je mag hier een ander bedrag zetten."
        return replace(amount(name, label, received, hint), live=live)
    given = inputs.subsidies[index] if index < len(inputs.subsidies) else Decimal(0)
    return amount(name, label, given, "Klasse 740. Alle subsidies samen.")
