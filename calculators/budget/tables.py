"""The tables and the chart of a budget: per calendar year, per class of account, per category."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from calculators.budget.inputs import Inputs
from calculators.budget.ledger import OPERATING, PERSONNEL, Ledger, growth_note
from calculators.budget.operating import CATEGORIES
from calculators.core.results import Bar, Cell, Chart, Row, Table

GOODS = ("materiaal",)
"""Categories bought as goods (class 60); the others are services (class 61). Our reading."""

CLASSES = {
    "60": "60 Goederen",
    "61": "61 Diensten en diverse leveringen",
    "62": "62 Bezoldigingen, sociale lasten en pensioenen",
    "649": "649 Toegestane werkingssubsidies",
}
INCOME_CLASS = "740 Ontvangen subsidies"
EXPENSES, NET = "Totale uitgaven", "Nettokost"


def tables(inputs: Inputs, book: Ledger, labels: Mapping[str, str]) -> tuple[Table, ...]:
    """All tables, the one per calendar year first."""
    return (_per_calendar_year(inputs, book, labels), _per_class(inputs, book), _per_category(book))


def charts(book: Ledger, labels: Mapping[str, str]) -> tuple[Chart, ...]:
    """The cost per calendar year as stacked bars."""
    bars = tuple(
        Bar(str(year), tuple(book.total(name, calendar_year=year) for name in book.components))
        for year in book.calendar_years
    )
    return (Chart("kost_per_kalenderjaar", "Kost per kalenderjaar", tuple(labels[n] for n in book.components), bars),)


def classes(inputs: Inputs, book: Ledger) -> dict[str, Callable[[int], Decimal]]:
    """Per class of account the expense in a calendar year.

    Own staff is class 62 beside goods (60) and services (61); an external contract is class 61 as a whole, a
    subsidy to a partner class 649 as a whole.
    """
    if inputs.uitvoering != "eigen":
        whole = "61" if inputs.uitvoering == "extern" else "649"
        return {whole: lambda year: book.total(calendar_year=year)}
    running = sum(book.per_category.values(), Decimal(0))
    goods = sum((book.per_category[name] for name in GOODS), Decimal(0))

    def part(share: Decimal) -> Callable[[int], Decimal]:
        return lambda year: book.total(OPERATING, calendar_year=year) * share / running if running else Decimal(0)

    services = part(running - goods)
    return {
        "60": part(goods),
        "61": lambda year: services(year) + book.total("eenmalig", calendar_year=year),
        "62": lambda year: book.total(PERSONNEL, calendar_year=year),
    }


def _per_calendar_year(inputs: Inputs, book: Ledger, labels: Mapping[str, str]) -> Table:
    rows = [_row(book, labels[name], name, partial(_component, book, name)) for name in book.components]
    rows.append(_row(book, "Totale kost", "totaal", partial(_cost, book), total=True))
    rows.append(_row(book, "Subsidies", "inkomsten", partial(_income, book)))
    rows.append(_row(book, NET, "netto", partial(_net, book), total=True))
    return Table(
        "kalenderjaar", "Budget per kalenderjaar", _columns(book, "Onderdeel"), tuple(rows), growth_note(inputs)
    )


def _component(book: Ledger, name: str, year: int) -> Decimal:
    return book.total(name, calendar_year=year)


def _cost(book: Ledger, year: int) -> Decimal:
    return book.total(calendar_year=year)


def _income(book: Ledger, year: int) -> Decimal:
    return book.income.get(year, Decimal(0))


def _net(book: Ledger, year: int) -> Decimal:
    return _cost(book, year) - _income(book, year)


def _per_class(inputs: Inputs, book: Ledger) -> Table:
    rows = [_row(book, CLASSES[code], f"klasse_{code}", amount) for code, amount in classes(inputs, book).items()]
    rows.append(_row(book, EXPENSES, "klasse_uitgaven", partial(_cost, book), total=True))
    rows.append(_row(book, INCOME_CLASS, "klasse_740", partial(_income, book)))
    rows.append(_row(book, NET, "klasse_netto", partial(_net, book), total=True))
    note = "De indeling per klasse is onze lezing. De financiële dienst vult de volledige rekeningen in."
    return Table("klasse", "Budget per klasse van rekeningen", _columns(book, "Klasse"), tuple(rows), note)


def _per_category(book: Ledger) -> Table:
    rows = [Row(CATEGORIES[name], (Cell(amount, key=f"werking_{name}"),)) for name, amount in book.per_category.items()]
    total = sum(book.per_category.values(), Decimal(0))
    rows.append(Row("Samen", (Cell(total, key="werking_jaar"),), total=True))
    return Table("werking", "Werkingskosten in een volledig jaar", ("Soort", "Bedrag per jaar"), tuple(rows))


def _columns(book: Ledger, first: str) -> tuple[str, ...]:
    return (first, *(str(year) for year in book.calendar_years), "Looptijd")


def _row(book: Ledger, heading: str, key: str, amount: Callable[[int], Decimal], *, total: bool = False) -> Row:
    cells = [Cell(amount(year), key=f"{key}_{year}") for year in book.calendar_years]
    whole = Cell(
        sum((amount(year) for year in book.calendar_years), Decimal(0)), key=key if key == "totaal" else f"{key}_totaal"
    )
    return Row(heading, (*cells, whole), total)
