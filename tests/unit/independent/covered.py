"""What the costs of a part of the term are, for a subsidy that pays a share of them (rule 8 of the method page)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from tests.unit.independent.months import CATEGORIES, Cells, Values, by_year, month_starts

type Days = tuple[date, date]
"""A first day, and the first day after the last one."""


def term(values: Values) -> Days:
    start = values["startdatum"]
    return start, month_starts(start, round(values["looptijd_jaren"] * 12))


def days_of(values: Values, line: str) -> list[Days]:
    """When a line costs something: a post when it has a wage, all else during the whole term."""
    if not line.startswith("post"):
        return [term(values)]
    tail = "" if line == "post 1" else line.replace("post ", "_")
    start, end = term(values)
    first, last = values["in_dienst" + tail] or start, values["uit_dienst" + tail]
    after = last + timedelta(days=1) if last else end
    if not (months := values["vacant_maanden" + tail]):
        return [(first, after)]
    leaves = values["vacant_vanaf" + tail] or first
    return [(first, leaves), (month_starts(leaves, months), after)]


def months_of(values: Values, days: Iterable[Days], year: int) -> Fraction:
    return sum((by_year(values["startdatum"], *each)[year] for each in days), Fraction(0))


def inside(values: Values, line: str, year: int, part: Days) -> Fraction:
    """Which part of what a line costs in a calendar year falls in a part of the term, by its months."""
    start = values["startdatum"]
    if line == "eenmalig":
        return Fraction(part[0] <= start < part[1])
    days = days_of(values, line)
    whole = months_of(values, days, year)
    shared_days = [(max(low, part[0]), min(high, part[1])) for low, high in days]
    return months_of(values, shared_days, year) / whole if whole else whole


def shared(values: Values, cells: Cells, part: Days, costs: str) -> dict[int, Fraction]:
    """The costs of each calendar year that fall in part of the term."""
    whole: dict[tuple[str, int], Fraction] = defaultdict(Fraction)
    for (line, _, year), amount in cells.items():
        whole[line, year] += amount
    found = {key: whole[key] * inside(values, *key, part) for key in whole if key[0] not in ("overhead", "btw")}
    free = [category for category in CATEGORIES if values[f"btw_{category}"] == "zonder"]
    for follows in ("overhead", "btw"):
        for _, year in [key for key in whole if key[0] == follows]:
            staff = [key for key in found if key[1] == year and key[0].startswith("post")]
            invoice = [key for key in found if key[1] == year and key[0] not in free]
            of = staff if follows == "overhead" else invoice
            base = sum((whole[key] for key in of), Fraction(0))
            counted = sum((found[key] for key in of), Fraction(0))
            found[follows, year] = whole[follows, year] * counted / base if base else Fraction(0)
    sums: dict[int, Fraction] = defaultdict(Fraction)
    for (line, year), amount in found.items():
        kind = "personeel" if line.startswith("post") else "werking" if line in CATEGORIES else ""
        sums[year] += amount if costs in ("alles", kind) else 0
    return sums
