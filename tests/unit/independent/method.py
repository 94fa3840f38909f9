"""The budget once more, from the page /over/methode/ alone: exact fractions, and nothing of `calculators`.

Numbers in comments are those of the rules on that page, under "Hoe het budget rekent".
"""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

type Values = dict[str, Any]
type Cells = dict[tuple[str, int, int], Fraction]
"""Amounts to the cent by line, year of the term (from 0) and calendar year."""

CATEGORIES = ("deelname", "vrijwilligers", "verplaatsing", "materiaal", "catering", "promotie")


def cent(amount: Fraction) -> Fraction:
    """Rule 13: half a cent goes up. No amount here is negative."""
    return Fraction((amount * 200 + 1) // 2, 100)


def month_starts(start: date, months: int) -> date:
    """Rule 5: the same day so many months later or, without such a day, the first of the month after."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return date(year, month + 2, 1)


def stretches(start: date, months: int, first: date, end: date) -> dict[tuple[int, int], Fraction]:
    """Rule 5: which part of a year falls in each year of the term and each calendar year."""
    found: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for month in range(months):
        opens, closes = month_starts(start, month), month_starts(start, month + 1)
        for year in {opens.year, closes.year}:
            low, high = max(opens, first, date(year, 1, 1)), min(closes, end, date(year + 1, 1, 1))
            if low < high:
                found[month // 12, year] += Fraction((high - low).days, (closes - opens).days * 12)
    return found


def number(value: Any) -> Fraction:
    """What was filled in; nothing counts as 0."""
    return Fraction(value or 0)


def percent(value: Any) -> Fraction:
    return number(value) / 100


def wage(values: Values, tail: str, contributions: dict[str, Decimal]) -> Fraction:
    """Rule 1."""

    def given(name: str) -> Any:
        return values[name + tail]

    replaced = 1 + percent(given("vervanging"))
    if given("loonbasis") == "bedrag":
        return number(given("jaarloonkost")) * replaced
    salary = (number(given("jaarsalaris")) + number(given("standplaats"))) * number(given("index_coefficient"))
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


def operating(values: Values) -> dict[str, Fraction]:
    """Rule 3."""

    def times(*names: str) -> Fraction:
        found = Fraction(1)
        for name in names:
            found *= number(values[name])
        return found

    calculated = {
        "deelname": times("deelname_kinderen", "deelname_prijs") * percent(values["deelname_aandeel"]),
        "vrijwilligers": times("vrijwilligers_aantal", "vrijwilligers_dagen", "vrijwilligers_vergoeding")
        + number(values["vrijwilligers_verzekering"]),
        "verplaatsing": times("verplaatsing_km", "verplaatsing_tarief"),
        "materiaal": times("materiaal_aantal", "materiaal_prijs"),
        "catering": times("catering_momenten", "catering_deelnemers", "catering_prijs"),
        "promotie": times("promotie_oplage", "promotie_prijs"),
    }
    return {
        name: calculated[name] if values[f"{name}_wijze"] == "berekend" else number(values[f"werkingskosten_{name}"])
        for name in CATEGORIES
    }


def cells(values: Values, rates: Values) -> Cells:
    """Every line in every year of the term and calendar year (rules 2 to 7 and 13)."""
    start, months = values["startdatum"], round(values["looptijd_jaren"] * 12)
    end = month_starts(start, months)
    found: Cells = {}

    def spread(line: str, amount: Fraction, rate: Any, first: date, after: date) -> None:
        for (term_year, year), part in stretches(start, months, first, after).items():
            times = term_year if values["groei_wijze"] == "verjaardag" else year - start.year
            found[line, term_year, year] = cent(amount * (1 + percent(rate)) ** times * part)

    for post in range(1, values["posts"] + 1):
        tail = "" if post == 1 else f"_{post}"
        last = values["uit_dienst" + tail]
        after = last + timedelta(days=1) if last else end
        amount = wage(values, tail, rates["contributions"]) * percent(values["fte" + tail])
        spread(f"post {post}", amount, values["index_loon"], values["in_dienst" + tail] or start, after)
    for category, amount in operating(values).items():
        spread(category, amount, values["index_werking"], start, end)
    found["eenmalig", 0, start.year] = cent(number(values["eenmalig"]))
    if values["uitvoering"] != "eigen":
        for years, amount in grouped(found, lambda line: line.startswith("post")).items():
            found["overhead", *years] = cent(amount * percent(values["overhead"]))
    if values["uitvoering"] == "extern" and values["btw"] == "standaard":
        for years, amount in grouped(found, lambda _: True).items():
            found["btw", *years] = cent(amount * percent(rates["vat"][years[1]]))
    return found


def grouped(found: Cells, wanted: Any) -> dict[tuple[int, int], Fraction]:
    sums: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for (line, *years), amount in found.items():
        if wanted(line):
            sums[years[0], years[1]] += amount
    return sums


def component(line: str) -> str:
    return "personeel" if line.startswith("post") else "werking" if line in CATEGORIES else line


def account(values: Values, line: str) -> str:
    """Rule 16."""
    if values["uitvoering"] != "eigen":
        return "61" if values["uitvoering"] == "extern" else "649"
    if line.startswith("post"):
        return "62"
    if line == "materiaal":
        return "60"
    return str(values["deelname_klasse"]) if line == "deelname" else "61"


def totals(values: Values, rates: Values) -> dict[str, Fraction]:
    """Every total by the key that the page gives it; one that is not here is nothing."""
    found = cells(values, rates)
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for (line, term_year, year), amount in found.items():
        for name in (component(line), "totaal"):
            if name in ("personeel", "werking", "totaal"):
                sums[f"{name}_jaar_{term_year + 1}"] += amount
            sums[f"{name}_{year}"] += amount
            sums["totaal" if name == "totaal" else f"{name}_totaal"] += amount
        for name in (f"klasse_{account(values, line)}", "klasse_uitgaven"):
            sums[f"{name}_{year}"] += amount
            sums[f"{name}_totaal"] += amount
        if year <= values["plan_einde"]:
            sums["totaal_plan"] += amount
    years = sorted({year for _, _, year in found})
    add_income(values, years, sums)
    for name in operating(values):
        sums[f"werking_{name}"] = cent(operating(values)[name])
        sums["werking_jaar"] += sums[f"werking_{name}"]
    return sums


def add_income(values: Values, years: list[int], sums: dict[str, Fraction]) -> None:
    """Rules 8, 9 and 11."""
    fields = ["subsidie", *(f"subsidie_jaar_{count}" for count in range(2, 7))]
    income = {year: cent(number(values[name])) for year, name in zip(years, fields, strict=False)}
    for year in years:
        received = income.get(year, Fraction(0))
        net = sums[f"totaal_{year}"] - received
        sums[f"netto_{year}"] = sums[f"klasse_netto_{year}"] = net
        sums[f"inkomsten_{year}"] = sums[f"klasse_740_{year}"] = received
        if year <= values["plan_einde"]:
            sums["netto_plan"] += net
    received = sum(income.values(), Fraction(0))
    sums["inkomsten_totaal"] = sums["klasse_740_totaal"] = received
    sums["netto_totaal"] = sums["klasse_netto_totaal"] = sums["totaal"] - received
