"""The workbook as readers get it: its cells, by the names that they have there."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from calculators import documents
from calculators.budget import Budget
from calculators.budget.inputs import LATER_YEARS
from calculators.budget.lines import LINES
from calculators.calculator import CALCULATORS
from calculators.core.numbers import rounded
from calculators.core.periods import end_after
from calculators.core.terms import months
from calculators.documents.workbook.formulas import LEAST_POSTS
from calculators.dossier import EMPTY, Document

DAY = date(2027, 1, 1)
FIELDS = CALCULATORS["budget"].fields

KEYS = {label: line for line, label in LINES.items()} | {
    "Totale uitgaven": "totaal",
    "Subsidies": "subsidie",
    "Nettokost": "netto",
}
"""The key of each row of the budget, by the label that it has in the workbook."""


@cache
def blank() -> bytes:
    return workbook()


def workbook(document: Document = EMPTY) -> bytes:
    return documents.make("dossier", document, DAY)[2]


def budget_rows(book: Workbook) -> dict[str, list[Any]]:
    """The rows of the budget by label: the account, then the amounts of eleven years and of the term, to the cent."""
    rows: list[list[Any]] = [
        [cell.value for cell in row] for row in book["Begroting per jaar"].iter_rows(min_row=5, max_row=17)
    ]
    return {row[3]: [row[2], *(cent(amount) for amount in row[6:18])] for row in rows}


def cent(amount: float) -> Decimal:
    """An amount of a sheet, which may differ from it by the last digits only."""
    found = rounded(Decimal(repr(amount)))
    assert abs(found - Decimal(repr(amount))) < Decimal("1e-6")
    return found


def named(book: Workbook, name: str) -> Any:
    sheet, place = book.defined_names[name].attr_text.split("!")
    return book[sheet][place.replace("$", "")].value


def checks(book: Workbook, sheet: str) -> dict[str, Any]:
    """The data validations of a sheet, by the name of the cell."""
    found = {str(one.sqref): one for one in book[sheet].data_validations.dataValidation}
    places = {name: one.attr_text.replace("$", "").split("!") for name, one in book.defined_names.items()}
    return {name: found.get(place) for name, (where, place) in places.items() if where == sheet}


GIVEN_INCOME = ("subsidie", *(f"subsidie_jaar_{year}" for year in LATER_YEARS))


def scenario(random: Random, most: int = LEAST_POSTS) -> dict[str, Any]:
    """Inputs that the sheet has a cell for, with so many posts at most."""
    start = date(2026, 1, 1) + timedelta(days=random.randrange(1500))
    values: dict[str, Any] = {"startdatum": start, "looptijd_jaren": Decimal(random.randint(1, 120)) / 12}
    values |= {"posts": random.randint(1, most), "uitvoering": random.choice(("eigen", "extern", "subsidie"))}
    for post in range(1, values["posts"] + 1):
        end = "" if post == 1 else f"_{post}"
        values |= {
            f"fte{end}": Decimal(random.randint(5, 100)),
            f"jaarloonkost{end}": Decimal(random.randint(1000, 90000)),
        }
        values |= {f"maandloon{end}": random.choice((None, Decimal(5000), Decimal(3900)))}
        if random.random() < 0.5:
            share = Decimal(random.randint(1, 30)) / 10
            values |= {f"ancienniteit{end}": "percent", f"ancienniteit_percent{end}": share}
        length = (end_after(start, months(values["looptijd_jaren"])) - start).days
        first, last = sorted(random.randrange(length) for _ in range(2))
        if random.random() < 0.5:
            values |= {f"in_dienst{end}": start + timedelta(first), f"uit_dienst{end}": start + timedelta(last)}
        elif length > 400:
            values |= {f"vacant_maanden{end}": random.randint(0, 11)}
            values |= {f"vacant_vanaf{end}": random.choice((None, start + timedelta(random.randrange(length - 370))))}
    values |= {name: Decimal(random.randint(0, 9000)) for name in FIELDS if name.startswith("werkingskosten_")}
    values |= {name: Decimal(random.randint(0, 40000)) for name in GIVEN_INCOME}
    values |= {"activeringsdrempel": random.choice((None, Decimal(2000)))}
    values |= {"eenmalig": Decimal(random.randint(0, 5000)), "overhead": Decimal(random.randint(0, 15))}
    values |= {
        name: random.choice([key for key, _ in FIELDS[name].choices])
        for name in ("groei_wijze", "deelname_klasse", "centenindex")
    }
    values |= {"loon_prijs": random.choice((None, date(2026, 3, 1), start, start + timedelta(days=length // 2)))}
    return values | {name: Decimal(random.randint(-10, 50)) / 10 for name in ("index_loon", "index_werking")}


def entries(book: Workbook, values: dict[str, Any]) -> Iterator[tuple[Cell, Any]]:
    """The cells of the sheet of inputs, each with what a colleague with this budget puts in it."""
    for name, defined in book.defined_names.items():
        if defined.attr_text.startswith("Invoer!"):
            cell = book["Invoer"][defined.attr_text.split("!")[1].replace("$", "")]
            absent = {"fte": 0, "jaarloonkost": 0, "maandloon": 0, "ancienniteit_percent": 0}
            new = values.get(name, absent.get(name.rstrip("_234"), cell.value))
            if "%" in cell.number_format and name in values:
                new = new / 100
            yield cell, float(new) if isinstance(new, Decimal) or name == "deelname_klasse" else new


def amount(budget: Budget, key: str, year: int) -> Decimal:
    ledger = budget.ledger
    if key == "subsidie":
        return ledger.received(year)
    spent = ledger.total(*([key] if key in LINES else []), calendar_year=year)
    return spent - ledger.received(year) if key == "netto" else spent
