"""The budget once more, from the page /over/methode/ alone: exact fractions, and nothing of `calculators`.

Numbers in comments are those of the rules on that page, under "Hoe het budget rekent".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

type Values = dict[str, Any]
type Cells = dict[tuple[str, int, int], Fraction]
"""Amounts to the cent by line, year of the term (from 0) and calendar year."""
type Stretch = tuple[int, date, Fraction]
"""The year of the term, the first day, and which part of a year it is."""

CATEGORIES = ("deelname", "vrijwilligers", "verplaatsing", "materiaal", "catering", "promotie")
EXAMPLE = (3000, 1500, 1200, 1500, 800, 1000)


def cent(amount: Fraction) -> Fraction:
    """Rule 13: half a cent goes up; of what is below nothing, away from it."""
    count = (abs(amount) * 200 + 1) // 2
    return Fraction(count if amount >= 0 else -count, 100)


def month_starts(start: date, months: int) -> date:
    """Rule 5: the same day so many months later or, without such a day, the first of the month after."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return date(year, month + 2, 1)


def stretches(start: date, months: int, first: date, end: date, changes: Iterable[date] = ()) -> Iterator[Stretch]:
    """Rule 5: which part of a year falls in each year of the term and each calendar year, cut where a wage changes."""
    for month in range(months):
        opens, closes = month_starts(start, month), month_starts(start, month + 1)
        inside = {date(opens.year + 1, 1, 1), first, end, *changes}
        days = sorted({opens, closes, *(day for day in inside if opens < day < closes)})
        for low, high in pairwise(days):
            if first <= low < end:
                yield month // 12, low, Fraction((high - low).days, (closes - opens).days * 12)


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


def number(value: Any) -> Fraction:
    """What was filled in; nothing counts as 0."""
    return Fraction(value or 0)


def percent(value: Any) -> Fraction:
    return number(value) / 100


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


def cells(values: Values, rates: Values) -> Cells:
    """Every line in every year of the term and calendar year (rules 2 to 7 and 13)."""
    start, months = values["startdatum"], round(values["looptijd_jaren"] * 12)
    end = month_starts(start, months)
    found: Cells = {}
    exact: Cells = {}
    for post in range(1, values["posts"] + 1):
        tail = "" if post == 1 else f"_{post}"
        last = values["uit_dienst" + tail]
        after = last + timedelta(days=1) if last else end
        amount = wage(values, tail, rates["contributions"]) * percent(values["fte" + tail]) * values["aantal" + tail]
        earned = post_cells(values, rates, tail, values["in_dienst" + tail] or start, after)
        share = holiday_share(values, tail, rates["contributions"])
        for years, weight in paid(earned, share).items():
            found[f"post {post}", *years] = cent(amount * weight)
    for term_year, low, part in stretches(start, months, start, end):
        grown = (1 + percent(values["index_werking"])) ** yearly_times(values, start, term_year, low.year) * part
        for category in CATEGORIES:
            key = category, term_year, low.year
            exact[key] = exact.get(key, Fraction(0)) + grown
    for (category, term_year, year), weight in exact.items():
        found[category, term_year, year] = cent(operating(values)[category] * weight)
    found["eenmalig", 0, start.year] = cent(number(values["eenmalig"]))
    if values["uitvoering"] != "eigen":
        for years, amount in grouped(found, lambda line: line.startswith("post")).items():
            found["overhead", *years] = cent(amount * percent(values["overhead"]))
    if values["uitvoering"] == "extern" and values["btw"] == "standaard":
        free = [category for category in CATEGORIES if values[f"btw_{category}"] == "zonder"]  # rule 7
        for years, amount in grouped(found, lambda line: line not in free).items():
            found["btw", *years] = cent(amount * percent(rates["vat"][years[1]]))
    return found


def post_cells(values: Values, rates: Values, tail: str, first: date, after: date) -> dict[tuple[int, int], Fraction]:
    """Rules 4 and 5: by which a yearly wage is multiplied in each year of the term and calendar year."""
    start, months = values["startdatum"], round(values["looptijd_jaren"] * 12)
    steps = rises(values, tail, first)
    by_index = values["groei_wijze"] == "index"
    index = index_factors(values, rates, monthly(values, tail), steps) if by_index else []
    found: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for term_year, low, part in stretches(start, months, first, after, [day for day, _ in (*steps, *index)]):
        factor = reached(steps, low)
        if by_index:
            factor *= reached(index, low)
        else:
            times = yearly_times(values, values["loon_prijs"] or start, term_year, low.year)
            factor *= (1 + percent(values["index_loon"])) ** times
        found[term_year, low.year] += factor * part
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
    add_income(values, years, sums)
    for name in operating(values):
        sums[f"werking_{name}"] = cent(operating(values)[name])
        sums["werking_jaar"] += sums[f"werking_{name}"]
    if sums["btw_totaal"]:  # rule 7
        sums["raming_zonder_btw"] = sums["totaal"] - sums["btw_totaal"]
    if values["risicomarge"] is not None:  # rule 19
        sums["risicomarge_bedrag"] = cent(sums["totaal"] * percent(values["risicomarge"]))
        sums["totaal_met_marge"] = sums["totaal"] + sums["risicomarge_bedrag"]
    return sums


def subsidy(values: Values, tail: str, sums: dict[str, Fraction]) -> dict[int, Fraction]:
    """Rule 8: what a subsidy brings in each calendar year."""
    start = values["startdatum"]
    end = month_starts(start, round(values["looptijd_jaren"] * 12))
    first = values[f"subsidie_van{tail}"] or start
    last = values[f"subsidie_tot{tail}"]
    after = last + timedelta(days=1) if last else end
    kind = values[f"subsidie_soort{tail}"]
    most = None
    found: dict[int, Fraction] = defaultdict(Fraction)
    if kind == "deel":
        name = {"alles": "totaal"}.get(values[f"subsidie_kosten{tail}"], values[f"subsidie_kosten{tail}"])
        term, covered = by_year(start, start, end), by_year(start, first, after)
        for year, months in covered.items():
            found[year] = cent(sums[f"{name}_{year}"] * months / term[year] * percent(values[f"subsidie_deel{tail}"]))
    elif kind == "periode":
        found |= divided(number(values[f"subsidie_bedrag{tail}"]), by_year(first, first, after))
    else:
        count = number(values[f"subsidie_resultaten{tail}"]) if kind == "resultaat" else Fraction(1)
        years: dict[int, dict[int, Fraction]] = {}
        for project_year, low, part in stretches(first, 121, first, after):
            years.setdefault(project_year, defaultdict(Fraction))[low.year] += part
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


def by_year(counted_from: date, first: date, after: date) -> dict[int, Fraction]:
    """Rule 5: which part of a year of a stretch falls in each calendar year, its months counted from a day."""
    found: dict[int, Fraction] = defaultdict(Fraction)
    for _, low, part in stretches(counted_from, 121, first, after):
        found[low.year] += part
    return found


def divided(amount: Fraction, parts: dict[int, Fraction]) -> dict[int, Fraction]:
    """Rule 8: each year gets what belongs to all years up to it, rounded, less what is given already."""
    whole, so_far, given, found = sum(parts.values()), Fraction(0), Fraction(0), {}
    for year in sorted(parts):
        so_far += parts[year]
        found[year] = cent(amount * so_far / whole) - given
        given += found[year]
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


def add_income(values: Values, years: list[int], sums: dict[str, Fraction]) -> None:
    """Rules 8, 9 and 11."""
    fields = ["subsidie", *(f"subsidie_jaar_{count}" for count in range(2, 7))]
    income = {year: cent(number(values[name])) for year, name in zip(years, fields, strict=False)}
    for count in range(1, values["subsidies_aantal"] + 1):
        amounts = subsidy(values, f"_{count}", sums)
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
