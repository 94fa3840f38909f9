"""Random budgets with every option there is, as values by name."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from calculators.budget import FIELDS, Inputs
from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.budget.margins import Margins
from calculators.budget.operating import CATEGORIES, EXAMPLES
from calculators.budget.posts import MOST_VACANT
from calculators.budget.repeated import numbered
from calculators.budget.subsidy_inputs import Subsidy
from calculators.core import parameters
from calculators.core.fields import Kind, fields_of
from calculators.core.index_steps import IndexSteps
from calculators.core.periods import end_after
from calculators.core.results import Result
from calculators.core.scale import Scale

type Values = dict[str, Any]

SMALL = 50_000
"""Amounts stay ordinary, so that many of them end in half a cent somewhere."""


def _amount(name: str) -> st.SearchStrategy[Any]:
    """A value within the bounds of a field that holds a number or a choice."""
    field = FIELDS[name]
    if field.kind is Kind.CHOICE:
        return st.sampled_from([key for key, _ in field.choices])
    least, most = field.minimum or 0, min(field.maximum or SMALL, SMALL * (10 if field.kind is Kind.MONEY else 1))
    if field.kind is Kind.WHOLE:
        found: st.SearchStrategy[Any] = st.integers(int(least), int(most))
    else:
        found = st.decimals(least, most, places=2)
    return st.none() | found if field.optional else found


_UNDIVIDED: Values = {f"{name}_wijze": "bedrag" for name in EXAMPLES} | {
    f"werkingskosten_{name}": Decimal(example) for name, example in EXAMPLES.items()
}
"""No category filled in: one amount counts for all."""


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """A salary scale as a reader may paste it: some steps missing, salaries that mostly rise."""
    steps = sorted(draw(st.sets(st.integers(0, 27), min_size=1, max_size=8)))
    columns = draw(st.integers(1, 3))
    salaries = st.decimals(12_000, 40_000, places=2)
    return Scale(tuple((step, tuple(draw(salaries) for _ in range(columns))) for step in steps))


@st.composite
def index_steps(draw: st.DrawFn) -> IndexSteps:
    """A reader's own steps of the index."""
    days = sorted(draw(st.sets(st.dates(date(2017, 1, 1), date(2050, 12, 31)), min_size=1, max_size=6)))
    return IndexSteps(tuple((day, draw(st.decimals(1, 4, places=4))) for day in days))


@st.composite
def _prices(draw: st.DrawFn, start: date, end: date) -> Values:
    """A price date that the index path reaches, and steps of the reader's own or not."""
    own = draw(st.none() | index_steps())
    earliest = max(date(2018, 10, 1), own.steps[0][0] if own else date(2018, 10, 1))
    last = end - timedelta(days=1)
    priced = draw(st.none() | st.dates(min(date(2018, 10, 1), last), last))
    if own and earliest > min(priced or start, last):
        own = None
    return {"loon_prijs": priced, "index_stappen": own}


@st.composite
def _post(draw: st.DrawFn, number: int, start: date, end: date) -> Values:
    names = [
        "fte",
        "loonbasis",
        "jaarloonkost",
        "jaarsalaris",
        "index_coefficient",
        "vakantiegeld",
        "eindejaar_vast",
    ]
    names += ["eindejaar_percent", "bijdragen", "bijdragen_eigen", "tweede_pijler", "maaltijdcheque"]
    names += ["maaltijdcheque_dagen", "andere_loonkost", "pijler_bijdrage", "standplaats", "ongevallen_percent"]
    names += ["ongevallen_bedrag", "loonsubsidie", "vervanging"]
    names += ["vakantiegeld_telt", "maandloon", "ancienniteit", "ancienniteit_percent", "schaal_trap"]
    values = {suffixed(name, number): draw(_amount(suffixed(name, number))) for name in names}
    values[suffixed("aantal", number)] = draw(st.integers(1, 7))  # of eight rows, never more than 60 full-timers
    own = draw(scales())
    column = draw(st.integers(1, own.columns))
    values |= {suffixed("schaal", number): own, suffixed("schaal_kolom", number): column}
    days = st.dates(start, end - timedelta(days=1))
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first and last and last < first:
        first, last = last, first
    leaves, vacant = draw(st.none() | days), draw(st.none() | st.integers(1, MOST_VACANT))
    begin, after = leaves or first or start, last + timedelta(days=1) if last else end
    if vacant and not ((first or start) <= begin and end_after(begin, vacant) < after):
        vacant = None
    values |= {suffixed("vacant_vanaf", number): leaves, suffixed("vacant_maanden", number): vacant}
    return values | {suffixed("in_dienst", number): first, suffixed("uit_dienst", number): last}


@st.composite
def _subsidies(draw: st.DrawFn, start: date, end: date) -> Values:
    """None to three subsidies of every kind, each for the whole term, within it, or beyond it on one side or both."""
    values: Values = {"subsidies_aantal": draw(st.integers(0, 3))}
    term = st.dates(start, end - timedelta(days=1))
    begins = st.none() | term | st.dates(start - timedelta(days=900), start)
    ends = st.none() | term | st.dates(end, end + timedelta(days=900))
    for number in range(1, values["subsidies_aantal"] + 1):
        dated = {f"subsidie_van_{number}", f"subsidie_tot_{number}"}
        names = {numbered(name, number) for name in fields_of(Subsidy)} - dated
        names.discard(called := numbered("subsidie_naam", number))
        values |= {name: draw(_amount(name)) for name in sorted(names)}
        values[called] = draw(st.sampled_from((None, "Oproep lokaal")))
        first, last = draw(begins), draw(ends)
        if first and last and last < first:
            first, last = last, first
        values |= {f"subsidie_van_{number}": first, f"subsidie_tot_{number}": last}
    return values


@st.composite
def _payers(draw: st.DrawFn) -> Values:
    """None to three payers, with shares that are 100 % together or with inhabitants."""
    count, way = draw(st.integers(0, 3)), draw(st.sampled_from(["deel", "inwoners"]))
    values: Values = {"betalers_aantal": count, "betalers_wijze": way}
    left = Decimal(100)
    for number in range(1, count + 1):
        most = left if way == "deel" else Decimal(50_000)
        sizes = st.decimals(0, most, places=2 if way == "deel" else 0)
        size = draw(st.none() | sizes)
        if way == "deel" and number == count and left:
            size = None  # the last one pays what is left
        left -= size or 0
        values |= {
            f"betaler_aandeel_{number}": size,
            f"betaler_naam_{number}": draw(st.sampled_from([None, "Gemeente"])),
        }
    return values


@st.composite
def budgets(draw: st.DrawFn) -> Values:
    """Values of a budget that can be worked out."""
    start, months = draw(st.dates(date(2024, 1, 1), date(2045, 12, 31))), draw(st.integers(1, 120))
    values: Values = {
        "startdatum": start,
        "looptijd_jaren": Decimal(months) / 12,
        "posts": draw(st.sampled_from((1, 1, 2, 3, MOST_POSTS))),
    }
    for number in range(1, values["posts"] + 1):
        values |= draw(_post(number, start, end_after(start, months)))
    values |= draw(_prices(start, end_after(start, months)))
    others = (
        "eenmalig",
        "activeringsdrempel",
        "werkingskosten",
        "deelname_klasse",
        "uitvoering",
        "overhead",
        "btw",
        *(f"btw_{name}" for name in CATEGORIES),
        "index_loon",
    )
    names = [
        *others,
        "index_werking",
        "groei_wijze",
        "plan_einde",
        "index_prognose",
        "centenindex",
        "subsidie",
        *(f"subsidie_jaar_{count}" for count in range(2, 7)),
        *fields_of(Margins),
    ]
    names += [name for name in FIELDS if name.removeprefix("werkingskosten_").split("_")[0] in CATEGORIES]
    values |= {name: draw(_amount(name)) for name in dict.fromkeys(names)}
    values |= draw(_subsidies(start, end_after(start, months))) | draw(_payers())
    return values | (_UNDIVIDED if draw(st.booleans()) else {})


def rates(inputs: Inputs) -> Values:
    """The figures that a budget takes from the data: contributions by kind, VAT by calendar year, and the index."""
    total = inputs.figure("rsz_contractual_total").value
    contributions = {
        "lokaal": total,
        "lokaal-prive": total + inputs.figure("rsz_unemployment_169").value,
        "pc329-klein": inputs.figure("pc329_rsz_under_10").value,
        "pc329-groot": inputs.figure("pc329_rsz_from_10").value,
    }
    years = range(inputs.startdatum.year, inputs.startdatum.year + 12)
    vat = {year: inputs.figure("vat_standard", max(inputs.startdatum, date(year, 1, 1))).value for year in years}
    forecasts = [parameters.get(name).current for name in ("index_forecast_2027_03", "index_forecast_2028_01")]
    return {
        "contributions": contributions,
        "vat": vat,
        "known": inputs.cijfers_van,
        "known_index": [(value.valid_from, value.value) for value in parameters.get("index_coefficient").values],
        "expected_index": [(value.valid_from, value.value) for value in forecasts],
        "cap": inputs.figure("index_cap_threshold").value,
        "uncertain": {name: inputs.figure(f"uncertain_{name}", inputs.cijfers_van).value for name in _UNCERTAIN},
    }


_UNCERTAIN = ("example_wage", "own_wage", "example_costs", "own_costs", "growth")


percentages = st.decimals(5, 100, places=2)
starts = st.dates(date(2020, 1, 1), date(2050, 12, 31))
terms = st.integers(1, 120).map(lambda months: Decimal(months) / 12)


def amount(result: Result, key: str) -> Decimal:
    value = result.totals[key]
    assert isinstance(value, Decimal)
    return value
