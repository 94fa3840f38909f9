"""Random budgets with every option there is, as values by name."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from calculators.budget import FIELDS, Inputs
from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.budget.operating import CATEGORIES
from calculators.core.fields import Kind
from calculators.core.periods import end_after

type Values = dict[str, Any]

SMALL = 50_000
"""Amounts stay ordinary, so that many of them end in half a cent somewhere."""


def _amount(name: str) -> st.SearchStrategy[Any]:
    """A value within the bounds of a field that holds a number or a choice."""
    spec = FIELDS[name]
    if spec.kind is Kind.CHOICE:
        return st.sampled_from([key for key, _ in spec.choices])
    least, most = spec.minimum or 0, min(spec.maximum or SMALL, SMALL * (10 if spec.kind is Kind.MONEY else 1))
    if spec.kind is Kind.WHOLE:
        found: st.SearchStrategy[Any] = st.integers(int(least), int(most))
    else:
        found = st.decimals(least, most, places=2)
    return st.none() | found if spec.optional else found


@st.composite
def _post(draw: st.DrawFn, number: int, start: date, end: date) -> Values:
    names = ["fte", "loonbasis", "jaarloonkost", "jaarsalaris", "index_coefficient", "vakantiegeld", "eindejaar_vast"]
    names += ["eindejaar_percent", "bijdragen", "bijdragen_eigen", "tweede_pijler", "maaltijdcheque"]
    names += ["maaltijdcheque_dagen", "andere_loonkost", "pijler_bijdrage", "standplaats", "ongevallen_percent"]
    names += ["ongevallen_bedrag", "loonsubsidie", "vervanging"]
    values = {suffixed(name, number): draw(_amount(suffixed(name, number))) for name in names}
    days = st.dates(start, end - timedelta(days=1))
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first and last and last < first:
        first, last = last, first
    return values | {suffixed("in_dienst", number): first, suffixed("uit_dienst", number): last}


@st.composite
def budgets(draw: st.DrawFn) -> Values:
    """Values of a budget that can be worked out."""
    start, months = draw(st.dates(date(2024, 1, 1), date(2045, 12, 31))), draw(st.integers(1, 120))
    values: Values = {
        "startdatum": start,
        "looptijd_jaren": Decimal(months) / 12,
        "posts": draw(st.integers(1, MOST_POSTS)),
    }
    for number in range(1, values["posts"] + 1):
        values |= draw(_post(number, start, end_after(start, months)))
    others = ("eenmalig", "deelname_klasse", "uitvoering", "overhead", "btw", "index_loon", "index_werking")
    names = [*others, "groei_wijze", "plan_einde", *(name for name in FIELDS if name.startswith("subsidie"))]
    names += [name for name in FIELDS if name.removeprefix("werkingskosten_").split("_")[0] in CATEGORIES]
    return values | {name: draw(_amount(name)) for name in dict.fromkeys(names)}


def rates(inputs: Inputs) -> Values:
    """The figures that a budget takes from the data, in percent: contributions by kind, and VAT by calendar year."""
    total = inputs.figure("rsz_contractual_total").value
    contributions = {
        "lokaal": total,
        "lokaal-prive": total + inputs.figure("rsz_unemployment_169").value,
        "pc329-klein": inputs.figure("pc329_rsz_under_10").value,
        "pc329-groot": inputs.figure("pc329_rsz_from_10").value,
    }
    years = range(inputs.startdatum.year, inputs.end.year + 1)
    vat = {year: inputs.figure("vat_standard", max(inputs.startdatum, date(year, 1, 1))).value for year in years}
    return {"contributions": contributions, "vat": vat}
