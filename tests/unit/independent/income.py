"""Subsidies, and who pays what is left (rules 8, 9 and 11 of the method page)."""

from collections import defaultdict
from datetime import timedelta
from fractions import Fraction

from tests.unit.independent.covered import shared
from tests.unit.independent.months import (
    Cells,
    Values,
    by_year,
    cent,
    divided,
    month_starts,
    months_until,
    number,
    percent,
    stretches,
)


def subsidy(values: Values, tail: str, cells: Cells) -> dict[int, Fraction]:
    """Rule 8: what a subsidy brings in each calendar year."""
    start = values["startdatum"]
    end = month_starts(start, round(values["looptijd_jaren"] * 12))
    first = values[f"subsidie_van{tail}"] or start
    last = values[f"subsidie_tot{tail}"]
    after = last + timedelta(days=1) if last else end
    low, high = max(first, start), min(after, end)
    kind = values[f"subsidie_soort{tail}"]
    most = None
    found: dict[int, Fraction] = defaultdict(Fraction)
    if kind == "deel":
        for year, amount in shared(values, cells, (low, high), values[f"subsidie_kosten{tail}"]).items():
            found[year] = cent(amount * percent(values[f"subsidie_deel{tail}"]))
    elif kind == "periode":
        inside, whole = by_year(first, low, high), by_year(first, first, after)
        amount = number(values[f"subsidie_bedrag{tail}"]) * sum(inside.values()) / sum(whole.values())
        found |= divided(amount, inside)
    else:
        count = number(values[f"subsidie_resultaten{tail}"]) if kind == "resultaat" else Fraction(1)
        years: dict[int, dict[int, Fraction]] = {}
        for project_year, day, part in stretches(first, months_until(first, high), low, high):
            years.setdefault(project_year, defaultdict(Fraction))[day.year] += part
        for project_year, parts in years.items():
            growth = (1 + percent(values[f"subsidie_groei{tail}"])) ** project_year
            amount = number(values[f"subsidie_bedrag{tail}"]) * count * growth * sum(parts.values())
            for year, part_of_it in divided(amount, parts).items():
                found[year] += part_of_it
    if kind in ("deel", "resultaat"):
        most = values[f"subsidie_maximum{tail}"]
    left = None if most is None else cent(number(most))
    for year in sorted(found):
        if left is not None:
            found[year] = min(found[year], left)
            left -= found[year]
    return found


def payer_shares(values: Values) -> list[Fraction]:
    """Rule 9: fixed parts, of which the open ones share what is left; or inhabitants among those of all."""
    given = [values[f"betaler_aandeel_{count}"] for count in range(1, values["betalers_aantal"] + 1)]
    filled = [number(one) for one in given if one is not None]
    if values["betalers_wijze"] == "inwoners":
        people = sum(filled, Fraction(0))
        return [number(one or 0) / people if people else Fraction(1, len(given)) for one in given]
    left = (100 - sum(filled, Fraction(0))) / max(len(given) - len(filled), 1)
    return [(left if one is None else number(one)) / 100 for one in given]


def add_payers(values: Values, year: int, net: Fraction, sums: dict[str, Fraction]) -> None:
    """Rule 9: of each calendar year, what all up to a payer pay, rounded, less what those before it pay."""
    shares = payer_shares(values)
    for count in range(1, len(shares) + 1):
        upto, before = (cent(net * sum(shares[:stop], Fraction(0))) for stop in (count, count - 1))
        sums[f"betaler_{count}_{year}"] = upto - before
        sums[f"betaler_{count}_totaal"] += upto - before
    if shares:
        sums[f"betalers_{year}"] = net
        sums["betalers_totaal"] += net


def add_income(values: Values, years: list[int], cells: Cells, sums: dict[str, Fraction]) -> None:
    """Rules 8, 9 and 11."""
    fields = ["subsidie", *(f"subsidie_jaar_{count}" for count in range(2, 7))]
    income = {year: cent(number(values[name])) for year, name in zip(years, fields, strict=False)}
    sums["subsidie_totaal"] = sum(income.values(), Fraction(0))
    for count in range(1, values["subsidies_aantal"] + 1):
        amounts = subsidy(values, f"_{count}", cells)
        sums[f"subsidie_{count}_totaal"] = sum(amounts.values(), Fraction(0))
        sums[f"per_subsidie_{count}_totaal"] = sums[f"subsidie_{count}_totaal"]
        for year, amount in amounts.items():
            sums[f"per_subsidie_{count}_{year}"] = amount
    for year in years if values["subsidies_aantal"] else ():
        sums[f"per_subsidie_{year}"] = income.get(year, Fraction(0))
        sums["per_subsidie_totaal"] += sums[f"per_subsidie_{year}"]
        granted = (sums[f"per_subsidie_{count}_{year}"] for count in range(1, values["subsidies_aantal"] + 1))
        income[year] = sums[f"per_subsidie_{year}"] + sum(granted, Fraction(0))
        sums[f"alle_subsidies_{year}"] = income[year]
        sums["alle_subsidies_totaal"] += income[year]
    for year in years:
        received = income.get(year, Fraction(0))
        net = sums[f"totaal_{year}"] - received
        sums[f"netto_{year}"] = sums[f"klasse_netto_{year}"] = net
        sums[f"inkomsten_{year}"] = sums[f"klasse_740_{year}"] = received
        if year <= values["plan_einde"]:
            sums["netto_plan"] += net
        add_payers(values, year, net, sums)
    received = sum(income.values(), Fraction(0))
    sums["inkomsten_totaal"] = sums["klasse_740_totaal"] = received
    sums["netto_totaal"] = sums["klasse_netto_totaal"] = sums["totaal"] - received
