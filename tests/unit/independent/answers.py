"""The band around the total, and the way back from an amount (rules 15, 19 and 20 of the method page)."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from tests.unit.independent.method import EXAMPLE, cells
from tests.unit.independent.months import CATEGORIES, UNCHANGED, Change, Values, month_starts, number, stretches


def total(values: Values, rates: Values, change: Change = UNCHANGED) -> Fraction:
    return sum(cells(values, rates, change).values(), Fraction(0))


def tails(values: Values) -> list[str]:
    return ["" if post == 1 else f"_{post}" for post in range(1, values["posts"] + 1)]


def uncertain(values: Values, tail: str, sizes: dict[str, Decimal]) -> Fraction:
    """Rule 19: how far a wage may be off, in percent."""
    if values["onzeker_loon"] is not None:
        return number(values["onzeker_loon"])
    if values["loonbasis" + tail] == "bedrag":
        example = values["jaarloonkost" + tail] == 61_400
    else:
        example = values["ancienniteit" + tail] != "schaal" and values["jaarsalaris" + tail] == 18_800
    return number(sizes["example_wage" if example else "own_wage"])


def band(values: Values, rates: Values) -> dict[str, Fraction]:
    """Rule 19: the lowest and the highest total; none when nothing may be off."""
    sizes = rates["uncertain"]
    untouched = (
        all(values[f"{name}_wijze"] == "bedrag" for name in CATEGORIES)
        and tuple(values[f"werkingskosten_{name}"] for name in CATEGORIES) == EXAMPLE
    )
    size = sizes["example_costs" if untouched and values["werkingskosten"] == 9000 else "own_costs"]
    costs = number(size if values["onzeker_werking"] is None else values["onzeker_werking"])
    points = number(sizes["growth"] if values["onzeker_groei"] is None else values["onzeker_groei"])
    wages = {tail: uncertain(values, tail, sizes) for tail in tails(values)}
    if not (costs or points or any(wages.values())):
        return {}
    found = {}
    for key, sign in (("totaal_laag", -1), ("totaal_hoog", 1)):
        times = {tail: 1 + sign * one / 100 for tail, one in wages.items()}
        changes = [Change(sign * way * points, times, 1 + sign * costs / 100) for way in (1, 0, -1)]
        tried = changes if (values["loon_prijs"] or values["startdatum"]) > values["startdatum"] else changes[:1]
        found[key] = max((total(values, rates, one) for one in tried), key=lambda amount: sign * amount)
    return found


def filled(values: Values, tail: str) -> Iterator[Fraction]:
    """The parts of a year that somebody fills a post."""
    start, months = values["startdatum"], round(values["looptijd_jaren"] * 12)
    first, last = values["in_dienst" + tail] or start, values["uit_dienst" + tail]
    after = last + timedelta(days=1) if last else month_starts(start, months)
    yield from (part for _, _, part in stretches(start, months, first, after))
    if open_months := values["vacant_maanden" + tail]:
        leaves = values["vacant_vanaf" + tail] or first
        gap = stretches(start, months, leaves, month_starts(leaves, open_months))
        yield from (-part for _, _, part in gap)


def employment(values: Values) -> Fraction:
    """Rule 15: the average of all posts together over the term, in percent."""
    parts = [
        number(values["fte" + tail]) * values["aantal" + tail] * sum(filled(values, tail)) for tail in tails(values)
    ]
    return sum(parts, Fraction(0)) / Fraction(values["looptijd_jaren"])


def together(values: Values) -> Fraction:
    """Rule 2: all posts, as they are filled in, in percent."""
    return sum((number(values["fte" + tail]) * values["aantal" + tail] for tail in tails(values)), Fraction(0))


def answered(values: Values) -> Fraction:
    """Rule 20: the posts of one row as they are filled in, or else the average over the term, in percent."""
    return together(values) if values["posts"] == 1 else employment(values)


def most_employment(values: Values) -> Fraction:
    """Rule 20: what is answered when all posts together are 60 full-timers, in percent."""
    return answered(values) * 6000 / together(values)


def with_employment(values: Values, rates: Values, percent_: Decimal) -> Fraction:
    """Rule 20: what it costs when the answer is that much."""
    times = Fraction(percent_) / answered(values)
    return total(values, rates, Change(wages=dict.fromkeys(tails(values), times)))


def lasting(values: Values, rates: Values, months: Decimal) -> Fraction:
    """Rule 20: what it costs with a term of so many months; nothing without any."""
    dates = {name + tail: None for name in ("in_dienst", "uit_dienst") for tail in tails(values)}
    return total(values | dates | {"looptijd_jaren": months / 12}, rates) if months else Fraction(0)
