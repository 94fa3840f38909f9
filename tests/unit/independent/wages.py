"""What a post costs (rules 1, 4 and 5 of the method page)."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.unit.independent.months import Values, month_starts, number, percent, stretches


def index_steps(values: Values, rates: Values) -> list[tuple[date, Fraction, bool]]:
    """Rule 4: the steps by date: known, expected, the reader's own, then yearly growth; whether the cap counts."""
    steps = dict(rates["known_index"])
    if values["index_prognose"] == "ja":
        steps |= {day: value for day, value in rates["expected_index"] if day > max(steps)}
    if own := values["index_stappen"]:
        first = own.steps[0][0]
        steps = {day: value for day, value in steps.items() if day < first} | dict(own.steps)
    found = [(day, Fraction(value), day >= date(2026, 6, 1)) for day, value in sorted(steps.items())]
    last, top, _ = found[-1]
    growth = 1 + percent(values["index_loon"])
    years = range(1, max(2, values["startdatum"].year + 12 - last.year))
    return found + [(month_starts(last, 12 * year), top * growth**year, False) for year in years]


def reached(changes: list[tuple[date, Fraction]], day: date) -> Fraction:
    """The factor of the last change up to a day."""
    return [factor for when, factor in changes if when <= day or when == changes[0][0]][-1]


def index_factors(
    values: Values, rates: Values, monthly: Fraction, rises: list[tuple[date, Fraction]]
) -> list[tuple[date, Fraction]]:
    """Rule 4: by day, what a wage of the price date is multiplied by; the cap looks at a full-time month."""
    priced = values["loon_prijs"] or min(values["startdatum"], rates["known"])
    steps = index_steps(values, rates)
    base = reached([(day, value) for day, value, _ in steps], priced)
    found = [(day, value / base) for day, value, _ in steps if day <= priced]
    wage, before = Fraction(1), base
    for day, value, by_law in steps:
        if day > priced:
            gross = monthly * wage * reached(rises, day)
            capped = by_law and values["centenindex"] == "ja" and value > before and gross > rates["cap"]
            wage *= 1 + (value / before - 1) * (number(rates["cap"]) / gross if capped else 1)
            found.append((day, wage))
            before = value
    return found


def rises(values: Values, tail: str, first: date) -> list[tuple[date, Fraction]]:
    """Rule 4: a step at each anniversary of the first day of a post."""
    kind, scale, at_start = values["ancienniteit" + tail], values["schaal" + tail], values["schaal_trap" + tail]

    def salary(step: int) -> Fraction:
        return Fraction([row for row in scale.rows if row[0] <= step or row == scale.rows[0]][-1][1][column])

    column = values["schaal_kolom" + tail] - 1
    found = []
    for year in range(11):
        factor = Fraction(1)
        if kind == "percent":
            factor = (1 + percent(values["ancienniteit_percent" + tail])) ** year
        if kind == "schaal":
            factor = salary(at_start + year) / salary(at_start)
        found.append((month_starts(first, 12 * year), factor))
    return found


def yearly_times(values: Values, priced: date, term_year: int, year: int) -> int:
    """Rule 4: how many times a cost has grown since its price date."""
    start = values["startdatum"]
    if values["groei_wijze"] != "verjaardag":
        return year - priced.year
    days = [month_starts(start, 12 * count) for count in range(-60, 12)]
    now = month_starts(start, 12 * term_year)
    return sum(priced < day <= now for day in days) - sum(now < day <= priced for day in days)


def monthly(values: Values, tail: str) -> Fraction:
    """The gross salary of a full-time month; 0 if it is not known."""

    def given(name: str) -> Any:
        return values[name + tail]

    if given("loonbasis") == "bedrag":
        return number(given("maandloon"))
    salary = given("jaarsalaris")
    if given("ancienniteit") == "schaal":
        rows = given("schaal").rows
        reached_row = [row for row in rows if row[0] <= given("schaal_trap") or row == rows[0]][-1]
        salary = reached_row[1][given("schaal_kolom") - 1]
    return (number(salary) + number(given("standplaats"))) * number(given("index_coefficient")) / 12


def holiday_share(values: Values, tail: str, contributions: dict[str, Decimal]) -> Fraction:
    """Rule 1: which part of a wage counts a calendar year later."""
    if values["loonbasis" + tail] == "bedrag" or values["vakantiegeld_telt" + tail] == "verdiend":
        return Fraction(0)
    whole = wage(values, tail, contributions) / (1 + percent(values["vervanging" + tail]))
    return min(Fraction(1), monthly(values, tail) * percent(values["vakantiegeld" + tail]) / whole) if whole else whole


def paid(earned: dict[tuple[int, int], Fraction], share: Fraction) -> dict[tuple[int, int], Fraction]:
    """Rule 1: holiday pay goes to the first cell of the next calendar year or, at the end, to the last cell."""
    found = {key: amount * (1 - share) for key, amount in earned.items()}
    for (_, year), amount in earned.items():
        following = min((key for key in earned if key[1] == year + 1), default=max(earned))
        found[following] += amount * share
    return found


def wage(values: Values, tail: str, contributions: dict[str, Decimal]) -> Fraction:
    """Rule 1."""

    def given(name: str) -> Any:
        return values[name + tail]

    replaced = 1 + percent(given("vervanging"))
    if given("loonbasis") == "bedrag":
        return number(given("jaarloonkost")) * replaced
    salary = 12 * monthly(values, tail)
    year_end = number(given("eindejaar_vast")) + salary * percent(given("eindejaar_percent"))
    rate = percent(contributions.get(given("bijdragen"), given("bijdragen_eigen")))
    vouchers = number(given("maaltijdcheque")) * number(given("maaltijdcheque_dagen"))
    insured = given("ongevallen_bedrag")
    parts = (
        salary,
        salary / 12 * percent(given("vakantiegeld")),
        year_end,
        (salary + year_end) * rate,
        salary * percent(given("tweede_pijler")) * (1 + percent(given("pijler_bijdrage"))),
        salary * percent(given("ongevallen_percent")) if insured is None else number(insured),
        vouchers,
        number(given("andere_loonkost")),
    )
    whole = sum(parts, Fraction(0))
    return (whole - min(whole, number(given("loonsubsidie")))) * replaced


def post_cells(
    values: Values, rates: Values, tail: str, first: date, days: tuple[date, date], points: Fraction
) -> dict[tuple[int, int], Fraction]:
    """Rules 4 and 5: by which a yearly wage is multiplied in each year of the term and calendar year, on some days.

    Service is counted from `first`; growth is so many points a year more.
    """
    start, months = values["startdatum"], round(values["looptijd_jaren"] * 12)
    steps = rises(values, tail, first)
    by_index = values["groei_wijze"] == "index"
    index = index_factors(values, rates, monthly(values, tail), steps) if by_index else []
    found: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for term_year, low, part in stretches(start, months, *days, [day for day, _ in (*steps, *index)]):
        factor = reached(steps, low)
        if by_index:
            priced = values["loon_prijs"] or min(start, rates["known"])
            factor *= reached(index, low) * (1 + points / 100) ** (low.year - priced.year)  # rule 19
        else:
            times = yearly_times(values, values["loon_prijs"] or start, term_year, low.year)
            factor *= (1 + percent(values["index_loon"]) + points / 100) ** times
        found[term_year, low.year] += factor * part
    return found


def earned(values: Values, rates: Values, tail: str, points: Fraction) -> dict[tuple[int, int], Fraction]:
    """Rules 4 and 5: the same of all days that a post is filled."""
    start = values["startdatum"]
    first, last = values["in_dienst" + tail] or start, values["uit_dienst" + tail]
    end = month_starts(start, round(values["looptijd_jaren"] * 12))
    whole = post_cells(values, rates, tail, first, (first, last + timedelta(days=1) if last else end), points)
    if not (open_months := values["vacant_maanden" + tail]):
        return whole
    leaves = values["vacant_vanaf" + tail] or first
    gap = post_cells(values, rates, tail, first, (leaves, month_starts(leaves, open_months)), points)
    return {years: weight - gap.get(years, 0) for years, weight in whole.items() if weight != gap.get(years)}
