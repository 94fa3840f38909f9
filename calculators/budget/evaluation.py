"""From inputs to a result: totals, the steps behind them and the tables a finance department reads."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from calculators.budget import answers
from calculators.budget.accounts import CLASSES
from calculators.budget.band import band
from calculators.budget.cells import OPERATING, OVERHEAD, PERSONNEL, VAT
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger, ledger_of, vat
from calculators.budget.lines import COMPONENTS, LINES, classes
from calculators.budget.notices import notices, per_trajectory
from calculators.budget.operating import CATEGORIES
from calculators.budget.plan import bbc_table, whole_plan
from calculators.budget.tables import GIVEN, charts, tables
from calculators.budget.variants import sensitivity, tornado
from calculators.budget.wage_growth import cost_figures, wage_figures
from calculators.core.numbers import as_decimal, cents, format_euro, format_number, format_percent, rounded
from calculators.core.parameters import Dated
from calculators.core.results import Cautious, Line, Result, Trace, Unit, by_severity, totals_of
from calculators.core.sums import sums_by


def evaluate(inputs: Inputs) -> Result:
    """Calculate the budget of an appointment.

    Amounts are `Decimal` euros to the cent, except the steps that lead to a cell of the ledger and the cost per
    trajectory, which are not rounded. Keys of `totals`: `totaal`, `totaal_jaar_1`.. (year of the term), `totaal_2027`..
    (calendar year), `personeel_totaal`, `werking_totaal`, `inkomsten_totaal`, `netto_totaal`, `kost_per_traject` and
    more; each equals what a page shows with the same key.
    """
    trace = Trace()
    ledger = _sums(inputs, trace)
    _classes(inputs, ledger, trace)
    _payers(inputs, ledger, trace)
    _calendar(inputs, ledger, trace)
    _per_trajectory(inputs, ledger, trace)
    answers.answer(inputs, ledger, trace)
    varied, range_ = sensitivity(inputs, ledger, trace), band(inputs, ledger, trace)
    ranges = (varied, range_) if range_ else (varied,)
    shown = (*tables(inputs, ledger), *ranges, whole_plan(inputs, ledger), bbc_table(inputs, ledger))
    return Result(
        calculator="budget",
        lines=trace.pick(*_shown(inputs, ledger)),
        totals=totals_of(trace, shown),
        notices=by_severity((*notices(inputs, ledger), *answers.answer_notices(inputs, ledger, trace))),
        trace=trace.lines,
        tables=shown,
        charts=(*charts(ledger), tornado(varied)),
        cautious=Cautious("Wat kost één traject?", per_trajectory(inputs), trace.pick(*_PER_RESULT)),
    )


def figures(inputs: Inputs) -> tuple[Line, ...]:
    """The main figures alone, for a page that shows these before all else: what `evaluate` says of them, much sooner.

    Those that follow from other budgets, such as the employment for an amount, come with `evaluate` only.
    """
    trace = Trace()
    return trace.pick(*_shown(inputs, _sums(inputs, trace)))


def _sums(inputs: Inputs, trace: Trace) -> Ledger:
    """Every entry, and the sums over the term up to the net cost."""
    ledger = ledger_of(inputs, trace)
    yearly = _term_years(inputs, ledger, trace)
    _components(inputs, ledger, trace)
    total = trace.euro("totaal", "Totale kost over de looptijd", ledger.total(), _sum_of(yearly))
    income = _income(inputs, ledger, trace)
    payer = "alle betalers samen" if len(inputs.all_payers) > 1 else "het bestuur"
    formula = f"{format_euro(total)} − {format_euro(income)}"
    trace.euro("netto_totaal", f"Nettokost voor {payer}", total - income, formula)
    _without_vat(ledger, trace)
    return ledger


def _income(inputs: Inputs, ledger: Ledger, trace: Trace) -> Decimal:
    for name, one in zip(inputs.subsidy_names, ledger.granted, strict=True):
        trace.euro(f"{one.line}_totaal", f"{name} over de looptijd", one.total, one.formula)
    if ledger.given:
        given = [one.amount for one in ledger.given]
        trace.euro("subsidie_totaal", f"{GIVEN}, over de looptijd", sum(given, Decimal(0)), _sum_of(given))
    return trace.euro("inkomsten_totaal", "Subsidies", ledger.received(), _sum_of(one.amount for one in ledger.income))


def _shown(inputs: Inputs, ledger: Ledger) -> tuple[str, ...]:
    """The keys of the figures to show first."""
    names = [name for name in _SHOWN if ledger.income or name not in _INCOME]
    return (*names, *(_BEYOND_PLAN if ledger.calendar_years[-1] > inputs.plan_einde else ()))


_SHOWN = (
    "totaal",
    "netto_totaal",
    "personeel_totaal",
    "werking_totaal",
    "overhead_totaal",
    "btw_totaal",
    "raming_zonder_btw",
    "inkomsten_totaal",
    "totaal_jaar_1",
    *answers.SHOWN,
)
_PER_RESULT = ("kost_per_traject", "kost_per_geslaagd_min", "kost_per_geslaagd_max", *answers.PER_UNIT)
_INCOME = ("netto_totaal", "inkomsten_totaal")
"""Shown only with income: without it they are the total itself, and nothing."""
_BEYOND_PLAN = ("totaal_plan", "netto_plan")
"""Shown when the term goes on after the plan; else they are the totals themselves."""


def _payers(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    """What each pays of the net cost, over the term: the sum of the parts of each calendar year."""
    net = format_euro(sum(ledger.net_per_year, Decimal(0)))
    pairs = zip(inputs.payer_names, inputs.paid(ledger.net_per_year), strict=True)
    for number, (name, amounts) in enumerate(pairs, start=1):
        formula = f"{inputs.share_text(number)} × {net}, per kalenderjaar afgerond"
        trace.euro(f"betaler_{number}_totaal", f"{name} betaalt", sum(amounts, Decimal(0)), formula)


def _term_years(inputs: Inputs, ledger: Ledger, trace: Trace) -> list[Decimal]:
    yearly = [cents(one.amount) for one in ledger.categories]
    trace.euro("werking_jaar", "Werkingskosten per jaar", ledger.operating_year, _sum_of(yearly))
    used = cost_figures(inputs, ledger.term)
    for one in ledger.categories:
        if total := ledger.total(one.line):
            start = format_euro(as_decimal(one.amount))
            formula = " + ".join(f"{start}{factors}" for factors in one.course.factors)
            formula += ", per jaar afgerond" if one.amount * one.course.whole != total else ""
            trace.euro(f"werking_{one.line}_totaal", f"{CATEGORIES[one.line]} over de looptijd", total, formula, *used)
    return [_term_year(inputs, ledger, year, trace) for year in ledger.term_years]


def _term_year(inputs: Inputs, ledger: Ledger, year: int, trace: Trace) -> Decimal:
    number = year + 1
    personnel, running = (ledger.total(name, term_year=year) for name in (PERSONNEL, OPERATING))
    formula = _personnel_formula(ledger, year)
    used = wage_figures(inputs, ledger.worked(year))
    trace.euro(f"personeel_jaar_{number}", f"Personeel in jaar {number}", personnel, formula, *used)
    categories = [ledger.total(one.line, term_year=year) for one in ledger.categories]
    trace.euro(f"werking_jaar_{number}", f"Werkingskosten in jaar {number}", running, _sum_of(categories))
    parts = [ledger.total(name, term_year=year) for name in ledger.components]
    total = sum(parts, Decimal(0))
    return trace.euro(f"totaal_jaar_{number}", f"Kost in jaar {number} van de looptijd", total, _sum_of(parts))


def _personnel_formula(ledger: Ledger, year: int) -> str:
    """Each post in each calendar year that the year of the term touches."""
    parts = [
        f"{staff.yearly_formula}{factors}"
        for staff in ledger.staff
        for part, factors in zip(staff.cost.course.parts, staff.cost.course.factors, strict=True)
        if part.term_year == year
    ]
    return (" + ".join(parts) or format_euro(Decimal(0))) + _holiday_formula(ledger, year)


def _holiday_formula(ledger: Ledger, year: int) -> str:
    """What goes to a later year, and what comes from an earlier one, where holiday pay counts when it is paid."""
    costs = [staff.cost for staff in ledger.staff if staff.cost.course.paid_later]
    if not costs:
        return ""
    earned = paid = Fraction(0)
    for amount, runs in ((cost.amount, cost.course) for cost in costs):
        weight = runs.weight(year)
        later = weight * runs.paid_later
        earned += amount * later
        paid += amount * (runs.weight_counted(year) - weight + later)
    earned_text, paid_text = (format_euro(as_decimal(amount)) for amount in (earned, paid))
    return f" − {earned_text} vakantiegeld van dit jaar + {paid_text} vakantiegeld dat nu betaald wordt"


def _sum_of(amounts: Iterable[Decimal]) -> str:
    """The amounts that are not nothing, added up."""
    return " + ".join(format_euro(amount) for amount in amounts if amount) or format_euro(Decimal(0))


def _components(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    for name, label in COMPONENTS.items():
        years = [ledger.total(name, term_year=year) for year in ledger.term_years]
        if name in (*ledger.components, PERSONNEL, OPERATING):
            formula = _sum_of(years)
            used: tuple[Dated, ...] = ()
            if share := _share_of(inputs, ledger, name):
                formula, used = share
                formula += ", per jaar afgerond" if len(ledger.term) > 1 else ""
            trace.euro(f"{name}_totaal", f"{label} over de looptijd", sum(years, Decimal(0)), formula, *used)


def _share_of(inputs: Inputs, ledger: Ledger, name: str) -> tuple[str, tuple[Dated, ...]] | None:
    """How a component that is a share of others follows from them, with the figures behind it."""
    if name == OVERHEAD:
        return f"{format_percent(inputs.overhead)} × {format_euro(ledger.total(PERSONNEL))}", ()
    if name == VAT:
        return _vat_formula(inputs, ledger)
    return None


def _vat_formula(inputs: Inputs, ledger: Ledger) -> tuple[str, tuple[Dated, ...]]:
    """Each rate of the term times what was invoiced under it; what is invoiced without VAT is not in it."""
    free = (VAT, *inputs.free_of_vat)
    invoiced = sums_by(
        (vat(inputs, year), ledger.total(calendar_year=year) - ledger.total(*free, calendar_year=year))
        for year in ledger.calendar_years
    )
    return " + ".join(
        f"{format_percent(rate.value)} × {format_euro(amount)}" for rate, amount in invoiced.items()
    ), tuple(invoiced)


def _without_vat(ledger: Ledger, trace: Trace) -> None:
    """The estimate that limits of procurement are compared with, when there is any VAT."""
    if due := ledger.total(VAT):
        formula = f"{format_euro(ledger.total())} − {format_euro(due)}"
        trace.euro("raming_zonder_btw", "Raming zonder btw", ledger.without_vat, formula)


def _classes(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    """Which lines stand in each class, and what they come to over the term."""
    for code, names in classes(inputs).items():
        amounts = {name: ledger.total(name) for name in names if ledger.total(name)}
        formula = " + ".join(f"{format_euro(amount)} {LINES[name].lower()}" for name, amount in amounts.items())
        if amounts:
            trace.euro(
                f"klasse_{code}_totaal", f"{CLASSES[code]} over de looptijd", sum(amounts.values(), Decimal(0)), formula
            )


def _calendar(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    for year in ledger.calendar_years:
        for name in ledger.components:
            amount, formula = ledger.total(name, calendar_year=year), _by_term_year(ledger, year, name)
            trace.euro(f"{name}_{year}", f"{COMPONENTS[name]} in {year}", amount, formula)
        cost = trace.euro(
            f"totaal_{year}", f"Kost in {year}", ledger.total(calendar_year=year), _by_term_year(ledger, year)
        )
        income = ledger.received(year)
        trace.euro(
            f"netto_{year}", f"Nettokost in {year}", cost - income, f"{format_euro(cost)} − {format_euro(income)}"
        )
    _plan(inputs, ledger, trace)


def _by_term_year(ledger: Ledger, year: int, *names: str) -> str:
    """What each year of the term brings to a calendar year: the whole amount of that year, or a part of it."""
    parts = []
    for term in [part.term_year for part in ledger.term if part.calendar_year == year]:
        whole = ledger.total(*names, term_year=term)
        amount = ledger.total(*names, term_year=term, calendar_year=year)
        if amount:
            share = "" if amount == whole else f" van {format_euro(whole)}"
            parts.append(f"{format_euro(amount)}{share} uit jaar {term + 1}")
    return " + ".join(parts) or format_euro(Decimal(0))


def _plan(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    """Cost and net cost up to the end of the multi-year plan."""
    planned = [year for year in ledger.calendar_years if year <= inputs.plan_einde]
    amounts = [ledger.total(calendar_year=year) for year in planned]
    formula = _sum_of(amounts)
    end = f"tot en met {inputs.plan_einde}, het einde van het meerjarenplan"
    cost = trace.euro("totaal_plan", f"Kost {end}", sum(amounts, Decimal(0)), formula)
    income = sum(map(ledger.received, planned), Decimal(0))
    trace.euro("netto_plan", f"Nettokost {end}", cost - income, f"{format_euro(cost)} − {format_euro(income)}")


def _per_trajectory(inputs: Inputs, ledger: Ledger, trace: Trace) -> None:
    """Cost per trajectory at the research ceiling (instrument S6A.13): an indication in optimal circumstances."""
    ceilings = (
        ("kost_per_traject", "Kost per gestart traject, bij {} per voltijdse", "ceiling_started", "gestarte trajecten"),
        (
            "kost_per_geslaagd_min",
            "Kost per geslaagde toeleiding, bij {} per voltijdse",
            "ceiling_succeeded_max",
            "toeleidingen",
        ),
        (
            "kost_per_geslaagd_max",
            "Kost per geslaagde toeleiding, bij {} per voltijdse",
            "ceiling_succeeded_min",
            "toeleidingen",
        ),
    )
    for key, name, parameter, noun in ceilings:
        ceiling = inputs.figure(parameter)
        count = Fraction(ceiling.value) * ledger.fte_years
        value = Fraction(ledger.total()) / count
        reached = f"{divisor_text(ledger.total(), count, cents(value))} {noun} (het hoogste aantal in het onderzoek)"
        formula = f"{format_euro(ledger.total())} / {reached}"
        facts = ("S6A.13", "S6A.14")
        label = name.format(format_number(ceiling.value))
        trace.add(Line(key, label, as_decimal(value), Unit.EURO, formula, (ceiling,), facts, assumption=True))


def divisor_text(amount: Decimal, divisor: Fraction, quotient: Decimal) -> str:
    """A number that an amount in euro is divided by, with the decimals (1 to 12) that give the quotient to the cent."""
    exact = as_decimal(divisor)
    for places in range(1, 12):
        shown = rounded(exact, places)
        if shown and rounded(amount / shown) == quotient:
            return format_number(exact, places)
    return format_number(exact, 12)
