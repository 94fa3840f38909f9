"""The tables and the chart of a budget: per calendar year, per class of account, per category."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from calculators.budget.accounts import CLASSES, INCOME_CLASS
from calculators.budget.cells import SUBSIDY
from calculators.budget.growth_words import growth_note
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger
from calculators.budget.lines import COMPONENTS, classes
from calculators.budget.operating import CATEGORIES
from calculators.core.numbers import cents
from calculators.core.results import Bar, Cell, Chart, Row, Table

EXPENSES, NET = "Totale uitgaven", "Nettokost"
EQUAL_SHARES = "Twee gelijke delen kunnen daardoor een cent per kalenderjaar verschillen."
"""How far amounts of payers with the same share may be apart."""
GIVEN, ALL_SUBSIDIES = "Subsidie per kalenderjaar", "Alle subsidies"


def tables(inputs: Inputs, ledger: Ledger) -> tuple[Table, ...]:
    """The first tables of a budget, the one per calendar year before the others."""
    income = (_per_subsidy(inputs, ledger),) if ledger.granted else ()
    paying = (_per_payer(inputs, ledger),) if inputs.all_payers else ()
    return (_per_calendar_year(inputs, ledger), *income, *paying, _per_class(inputs, ledger), _per_category(ledger))


def charts(ledger: Ledger) -> tuple[Chart, ...]:
    """The cost per calendar year as stacked bars."""
    bars = tuple(
        Bar(str(year), tuple(ledger.total(name, calendar_year=year) for name in ledger.components))
        for year in ledger.calendar_years
    )
    legend = tuple(COMPONENTS[name] for name in ledger.components)
    return (Chart("kost_per_kalenderjaar", "Kost per kalenderjaar", legend, bars, table="kalenderjaar"),)


def _per_calendar_year(inputs: Inputs, ledger: Ledger) -> Table:
    rows = [_row(ledger, COMPONENTS[name], name, ledger.per_year(name)) for name in ledger.components]
    rows.append(_row(ledger, "Totale kost", "totaal", ledger.per_year(), sum_of=ledger.components))
    rows.append(_row(ledger, "Subsidies", "inkomsten", ledger.income_per_year, step="inkomsten_totaal"))
    rows.append(_row(ledger, NET, "netto", ledger.net_per_year, sum_of=("totaal", "-inkomsten")))
    columns, note = yearly_columns(ledger, "Onderdeel"), growth_note(inputs)
    return Table("kalenderjaar", "Budget per kalenderjaar", columns, tuple(rows), note, row_sums=True)


def per_subsidy(inputs: Inputs, ledger: Ledger) -> tuple[tuple[str, str, Mapping[int, Decimal]], ...]:
    """Of each subsidy its line, its name and what it brings per calendar year.

    The amounts that the reader gave per calendar year count together as one subsidy, the first.
    """
    given = {income.calendar_year: income.amount for income in ledger.given}
    others = zip(inputs.subsidy_names, ledger.granted, strict=True)
    first = SUBSIDY, GIVEN if ledger.granted else "Subsidies", given
    return (first, *((granted.line, name, granted.amounts) for name, granted in others))


def _per_subsidy(inputs: Inputs, ledger: Ledger) -> Table:
    rows = [
        _row(
            ledger,
            label,
            f"per_{line}",
            [amounts.get(year, Decimal(0)) for year in ledger.calendar_years],
            step=f"{line}_totaal",
        )
        for line, label, amounts in per_subsidy(inputs, ledger)
    ]
    sum_of = [row.key for row in rows]
    rows.append(
        _row(ledger, ALL_SUBSIDIES, "alle_subsidies", ledger.income_per_year, sum_of=sum_of, step="inkomsten_totaal")
    )
    columns = yearly_columns(ledger, "Subsidie")
    return Table("subsidies", "Subsidies per kalenderjaar", columns, tuple(rows), row_sums=True)


def _per_payer(inputs: Inputs, ledger: Ledger) -> Table:
    """What each who pays a part of the net cost pays in each calendar year."""
    pairs = zip(inputs.payer_names, inputs.paid(ledger.net_per_year), strict=True)
    rows = [
        _row(ledger, name, f"betaler_{number}", amounts, step=f"betaler_{number}_totaal")
        for number, (name, amounts) in enumerate(pairs, start=1)
    ]
    sum_of = [row.key for row in rows]
    rows.append(_row(ledger, NET, "betalers", ledger.net_per_year, sum_of=sum_of, step="netto_totaal"))
    note = f"Elk deel is per kalenderjaar zo op de cent afgerond dat alle delen samen kloppen. {EQUAL_SHARES}"
    return Table("betalers", "Wie betaalt wat", yearly_columns(ledger, "Betaler"), tuple(rows), note, row_sums=True)


def _per_class(inputs: Inputs, ledger: Ledger) -> Table:
    lines = classes(inputs)
    rows = [
        _row(ledger, CLASSES[code], f"klasse_{code}", ledger.per_year(*names), step=f"klasse_{code}_totaal")
        for code, names in lines.items()
    ]
    sum_of = [f"klasse_{code}" for code in lines]
    rows.append(_row(ledger, EXPENSES, "klasse_uitgaven", ledger.per_year(), sum_of=sum_of, step="totaal"))
    rows.append(_row(ledger, INCOME_CLASS, "klasse_740", ledger.income_per_year, step="inkomsten_totaal"))
    left = ("klasse_uitgaven", "-klasse_740")
    rows.append(_row(ledger, NET, "klasse_netto", ledger.net_per_year, sum_of=left, step="netto_totaal"))
    note = "De indeling per klasse is onze lezing. De financiële dienst vult de volledige rekeningen in."
    columns = yearly_columns(ledger, "Klasse")
    return Table("klasse", "Budget per klasse van rekeningen", columns, tuple(rows), note, row_sums=True)


def _per_category(ledger: Ledger) -> Table:
    rows = [
        Row(
            CATEGORIES[category.line],
            (Cell(cents(category.amount), key=f"werking_{category.line}"),),
            key=f"werking_{category.line}",
        )
        for category in ledger.categories
    ]
    sum_of = " ".join(row.key for row in rows)
    total = Cell(ledger.operating_year, key="werking_jaar")
    rows.append(Row("Samen", (total,), total=True, key="werking_jaar", sum_of=sum_of))
    return Table("werking", "Werkingskosten in een volledig jaar", ("Soort", "Bedrag per jaar"), tuple(rows))


def yearly_columns(ledger: Ledger, *first: str) -> tuple[str, ...]:
    """The columns of a table with an amount for each calendar year and their sum, after the `first` ones."""
    return (*first, *map(str, ledger.calendar_years), "Looptijd")


def _row(
    ledger: Ledger, heading: str, key: str, amounts: Sequence[Decimal], *, sum_of: Sequence[str] = (), step: str = ""
) -> Row:
    """An amount per calendar year and their sum; `sum_of` names the rows that it is the sum of."""
    cells = [Cell(amount, key=f"{key}_{year}") for amount, year in zip(amounts, ledger.calendar_years, strict=True)]
    whole = Cell(sum(amounts, Decimal(0)), key=key if key == "totaal" else f"{key}_totaal")
    return Row(heading, (*cells, whole), total=bool(sum_of), key=key, sum_of=" ".join(sum_of), step=step)
