"""From inputs to a result: totals, the steps behind them and the tables a finance department reads."""

from decimal import Decimal

from calculators import parameters
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import (
    OPERATING,
    OVERHEAD,
    PERSONNEL,
    START_UP,
    VAT,
    Ledger,
    days_formula,
    growth_formula,
    ledger,
    term_days,
)
from calculators.budget.notices import notices
from calculators.budget.tables import charts, tables
from calculators.budget.variants import sensitivity
from calculators.numbers import euro, number
from calculators.results import Line, Result, Trace, Unit, totals_of

LABELS = {
    PERSONNEL: "Personeel",
    OVERHEAD: "Overhead van de partner",
    OPERATING: "Werkingskosten",
    START_UP: "Eenmalige startkosten",
    VAT: "Btw",
}


def evaluate(inputs: Inputs) -> Result:
    """Calculate the budget of an appointment.

    Amounts in the result are `Decimal` euro, unrounded. Keys of `totals`: `totaal`, `totaal_jaar_1`.. (year of the
    term), `totaal_2027`.. (calendar year), `personeel_totaal`, `werking_totaal`, `inkomsten_totaal`, `netto_totaal`,
    `kost_per_traject` and more; each equals what a page shows with the same key.
    """
    trace = Trace()
    book = ledger(inputs, trace)
    yearly = _term_years(inputs, book, trace)
    _components(book, trace)
    total = trace.euro("totaal", "Totale kost over de looptijd", book.total(), " + ".join(map(euro, yearly)))
    income = sum(book.income.values(), Decimal(0))
    trace.euro("inkomsten_totaal", "Subsidies", income, " + ".join(map(euro, book.income.values())) or euro(income))
    trace.euro("netto_totaal", "Nettokost voor het bestuur", total - income, f"{euro(total)} − {euro(income)}")
    _calendar(inputs, book, trace)
    _per_trajectory(book, total, trace)
    shown = (*tables(inputs, book, LABELS), sensitivity(inputs, book))
    return Result(
        calculator="budget",
        lines=trace.pick(*_SHOWN),
        totals=totals_of(trace, shown),
        notices=notices(inputs, book),
        trace=tuple(trace.lines),
        tables=shown,
        charts=charts(book, LABELS),
    )


_SHOWN = (
    *("totaal", "netto_totaal", "personeel_totaal", "werking_totaal", "overhead_totaal", "btw_totaal"),
    *("inkomsten_totaal", "totaal_jaar_1", "kost_per_traject", "kost_per_geslaagd_min", "kost_per_geslaagd_max"),
)


def _term_years(inputs: Inputs, book: Ledger, trace: Trace) -> list[Decimal]:
    operating = sum(book.per_category.values(), Decimal(0))
    trace.euro("werking_jaar", "Werkingskosten per jaar", operating, " + ".join(map(euro, book.per_category.values())))
    totals: list[Decimal] = []
    for year in book.term_years:
        personnel = book.total(PERSONNEL, term_year=year)
        formula = _personnel_formula(inputs, book, year)
        trace.euro(f"personeel_jaar_{year + 1}", f"Personeel in jaar {year + 1}", personnel, formula)
        running = book.total(OPERATING, term_year=year)
        share = days_formula(term_days(inputs), year) or ""
        formula = euro(operating) + growth_formula(inputs.index_werking, year) + share
        trace.euro(f"werking_jaar_{year + 1}", f"Werkingskosten in jaar {year + 1}", running, formula)
        parts = [book.total(name, term_year=year) for name in book.components]
        formula = " + ".join(euro(part) for part in parts if part)
        totals.append(
            trace.euro(f"totaal_jaar_{year + 1}", f"Kost in jaar {year + 1}", sum(parts, Decimal(0)), formula)
        )
    return totals


def _personnel_formula(inputs: Inputs, book: Ledger, year: int) -> str:
    growth = growth_formula(inputs.index_loon, year)
    parts = [
        f"{number(staff.post.fte / 100, 2)} VTE × {euro(staff.full_time)}{growth}{share}"
        for staff in book.staff
        if (share := days_formula(staff.days, year)) is not None
    ]
    return " + ".join(parts) or euro(Decimal(0))


def _components(book: Ledger, trace: Trace) -> None:
    for name, label in LABELS.items():
        years = [book.total(name, term_year=year) for year in book.term_years]
        if name in (*book.components, PERSONNEL, OPERATING):
            formula = " + ".join(euro(amount) for amount in years if amount) or euro(Decimal(0))
            trace.euro(f"{name}_totaal", f"{label} over de looptijd", sum(years, Decimal(0)), formula)


def _calendar(inputs: Inputs, book: Ledger, trace: Trace) -> None:
    for year in book.calendar_years:
        terms = [(term, book.total(term_year=term, calendar_year=year)) for term in book.term_years]
        formula = " + ".join(f"{euro(amount)} uit jaar {term + 1}" for term, amount in terms if amount)
        cost = trace.euro(f"totaal_{year}", f"Kost in {year}", book.total(calendar_year=year), formula)
        income = book.income.get(year, Decimal(0))
        trace.euro(f"netto_{year}", f"Nettokost in {year}", cost - income, f"{euro(cost)} − {euro(income)}")
    planned = [year for year in book.calendar_years if year <= inputs.plan_einde]
    amounts = [book.total(calendar_year=year) for year in planned]
    formula = " + ".join(map(euro, amounts)) or euro(Decimal(0))
    label = f"Kost tot en met {inputs.plan_einde}, het einde van het meerjarenplan"
    trace.euro("totaal_plan", label, sum(amounts, Decimal(0)), formula)


def _per_trajectory(book: Ledger, total: Decimal, trace: Trace) -> None:
    """Cost per trajectory at the research ceiling (instrument S6A.13): an indication, so the lowest cost possible."""
    ceilings = (
        ("kost_per_traject", "Kost per gestart traject, op zijn laagst", "ceiling_started", "gestarte trajecten"),
        (
            "kost_per_geslaagd_min",
            "Kost per geslaagde toeleiding, op zijn laagst",
            "ceiling_succeeded_max",
            "toeleidingen",
        ),
        (
            "kost_per_geslaagd_max",
            "Kost per geslaagde toeleiding, op zijn hoogst",
            "ceiling_succeeded_min",
            "toeleidingen",
        ),
    )
    for key, label, parameter, noun in ceilings:
        count = parameters.get(parameter).latest * book.fte_years
        formula = f"{euro(total)} / {number(count, 1)} {noun} (het plafond van het onderzoek)"
        facts = ("S6A.13", "S6A.14")
        value = total / count if count else Decimal(0)
        trace.add(Line(key, label, value, Unit.EURO, formula, (parameter,), facts, assumption=True))
