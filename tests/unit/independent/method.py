"""The budget once more, from the page /over/methode/ alone: exact fractions, and nothing of `calculators`.

Numbers in comments are those of the rules on that page, under "Hoe het budget rekent".
"""

from collections import defaultdict
from fractions import Fraction
from typing import Any

from tests.unit.independent.income import add_income
from tests.unit.independent.months import (
    CATEGORIES,
    UNCHANGED,
    Cells,
    Change,
    Values,
    cent,
    month_starts,
    number,
    percent,
    stretches,
)
from tests.unit.independent.wages import earned, holiday_share, paid, wage, yearly_times

EXAMPLE = (3000, 1500, 1200, 1500, 800, 1000)


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
    given = [(values[f"{name}_wijze"], values[f"werkingskosten_{name}"]) for name in CATEGORIES]
    if given == [("bedrag", example) for example in EXAMPLE]:
        up_to = [cent(number(values["werkingskosten"]) * sum(EXAMPLE[:count]) / 9000) for count in range(7)]
        return {name: up_to[place + 1] - up_to[place] for place, name in enumerate(CATEGORIES)}
    return {
        name: calculated[name] if values[f"{name}_wijze"] == "berekend" else number(values[f"werkingskosten_{name}"])
        for name in CATEGORIES
    }


def cells(values: Values, rates: Values, change: Change = UNCHANGED) -> Cells:
    """Every line in every year of the term and calendar year (rules 2 to 7 and 13)."""
    start, months = values["startdatum"], round(values["looptijd_jaren"] * 12)
    end = month_starts(start, months)
    found: Cells = {}
    exact: Cells = {}
    for post in range(1, values["posts"] + 1):
        tail = "" if post == 1 else f"_{post}"
        amount = wage(values, tail, rates["contributions"]) * percent(values["fte" + tail]) * values["aantal" + tail]
        amount *= change.wages.get(tail, 1)
        share = holiday_share(values, tail, rates["contributions"])
        for years, weight in paid(earned(values, rates, tail, change.points), share).items():
            found[f"post {post}", *years] = cent(amount * weight)
    for term_year, low, part in stretches(start, months, start, end):
        rate = 1 + percent(values["index_werking"]) + change.points / 100
        grown = rate ** yearly_times(values, start, term_year, low.year) * part
        for category in CATEGORIES:
            key = category, term_year, low.year
            exact[key] = exact.get(key, Fraction(0)) + grown
    for (category, term_year, year), weight in exact.items():
        found[category, term_year, year] = cent(operating(values)[category] * change.costs * weight)
    found["eenmalig", 0, start.year] = cent(number(values["eenmalig"]))
    if values["uitvoering"] != "eigen":
        for years, amount in grouped(found, lambda line: line.startswith("post")).items():
            found["overhead", *years] = cent(amount * percent(values["overhead"]))
    if values["uitvoering"] == "extern" and values["btw"] == "standaard":
        free = [category for category in CATEGORIES if values[f"btw_{category}"] == "zonder"]  # rule 7
        for years, amount in grouped(found, lambda line: line not in free).items():
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
    limit = values["activeringsdrempel"]
    if line == "eenmalig" and limit is not None and values["eenmalig"] > limit:
        return "24"
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
    add_income(values, years, found, sums)
    for name in operating(values):
        sums[f"werking_{name}"] = cent(operating(values)[name])
        sums["werking_jaar"] += sums[f"werking_{name}"]
    if sums["btw_totaal"]:  # rule 7
        sums["raming_zonder_btw"] = sums["totaal"] - sums["btw_totaal"]
    if values["risicomarge"] is not None:  # rule 19
        sums["risicomarge_bedrag"] = cent(sums["totaal"] * percent(values["risicomarge"]))
        sums["totaal_met_marge"] = sums["totaal"] + sums["risicomarge_bedrag"]
    return sums
