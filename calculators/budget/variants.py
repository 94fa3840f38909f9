"""What if: how a budget moves with one assumption, and how scenarios compare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger, ledger
from calculators.budget.posts import Post
from calculators.core.fields import InputErrors
from calculators.core.numbers import rounded
from calculators.core.periods import add_months
from calculators.core.results import Bar, Cell, Chart, Result, Row, Table, Trace

MOST_SCENARIOS = 10


def sensitivity(inputs: Inputs, book: Ledger) -> Table:
    """The effect of one change at a time on the total and on the first calendar year, in euro.

    A change that would leave the bounds of an input is left out.
    """
    first = book.calendar_years[0]
    rows = [_row("Zoals ingevuld", book, book, first)]
    for label, change in _CHANGES.items():
        try:
            varied = ledger(change(inputs, book), Trace())
        except InputErrors:
            continue
        rows.append(_row(label, varied, book, first))
    columns = ("Wat verandert", "Totale kost", "Verschil", f"Kost in {first}")
    note = "Telkens verandert één gegeven; de rest blijft zoals je het invulde."
    return Table("gevoeligheid", "Wat als het anders loopt?", columns, tuple(rows), note)


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a comparison: an amount per scenario, in euro and to the cent.

    `sum_of` names the lines that add up to it, as tables on a page do: `totaal -inkomsten_totaal`.
    """

    key: str
    label: str
    amounts: tuple[Decimal, ...]
    sum_of: str = ""

    @property
    def differences(self) -> tuple[Decimal, ...]:
        """By how much each scenario after the first is dearer than the first."""
        first, *others = self.amounts
        return tuple(amount - first for amount in others)


def comparison(scenarios: Sequence[tuple[str, Result]]) -> tuple[tuple[Compared, ...], Chart]:
    """Scenarios side by side: the main figures, and a chart of cost over the term."""
    lines = [
        Compared(key, label, tuple(rounded(_amount(result, key)) for _, result in scenarios), _SUMS.get(key, ""))
        for key, label in _COMPARED.items()
    ]
    bars = [Bar(name, tuple(_amount(result, key) for key in _STACKED)) for name, result in scenarios]
    return tuple(lines), Chart("scenarios", "Kost over de looptijd per scenario", tuple(_STACKED.values()), tuple(bars))


_COMPARED = {
    "personeel_totaal": "Personeel",
    "werking_totaal": "Werkingskosten",
    "overhead_totaal": "Overhead van de partner",
    "eenmalig_totaal": "Eenmalige startkosten",
    "btw_totaal": "Btw",
    "totaal": "Totale kost",
    "inkomsten_totaal": "Subsidies",
    "netto_totaal": "Nettokost",
    "totaal_jaar_1": "Kost in jaar 1",
    "kost_per_traject": "Kost per gestart traject, in optimale omstandigheden",
}
_STACKED = {
    key: label
    for key, label in _COMPARED.items()
    if key.endswith("_totaal") and key not in ("inkomsten_totaal", "netto_totaal")
}

_SUMS = {"totaal": " ".join(_STACKED), "netto_totaal": "totaal -inkomsten_totaal"}


def _amount(result: Result, key: str) -> Decimal:
    value = result.totals.get(key, Decimal(0))
    assert isinstance(value, Decimal)
    return value


def _row(label: str, varied: Ledger, book: Ledger, year: int) -> Row:
    difference = varied.total() - book.total()
    cells = (Cell(varied.total()), Cell(difference), Cell(varied.total(calendar_year=year)))
    return Row(label, cells)


type _Change = Callable[[Inputs, Ledger], Inputs]


def _growth(points: int) -> _Change:
    return lambda inputs, _: replace(
        inputs, index_loon=inputs.index_loon + points, index_werking=inputs.index_werking + points
    )


def _wage(factor: Decimal) -> _Change:
    """The whole cost of a full-timer, however it came about."""

    def changed(inputs: Inputs, book: Ledger) -> Inputs:
        wages: list[dict[str, Any]] = [
            {"loonbasis": "bedrag", "jaarloonkost": staff.full_time * factor} for staff in book.staff
        ]
        others = tuple(replace(post, **wage) for post, wage in zip(inputs.all_posts[1:], wages[1:], strict=True))
        return replace(inputs, andere_posten=others, **wages[0])

    return changed


def _later(inputs: Inputs, _: Ledger) -> Inputs:
    others = tuple(replace(post, **_moved(post)) for post in inputs.all_posts[1:])
    return replace(inputs, startdatum=add_months(inputs.startdatum, 3), andere_posten=others, **_moved(inputs))


def _moved(post: Post) -> dict[str, Any]:
    first, last = post.in_dienst, post.uit_dienst
    return {"in_dienst": first and add_months(first, 3), "uit_dienst": last and add_months(last, 3)}


_CHANGES: Mapping[str, _Change] = {
    "Groei 1 punt hoger": _growth(1),
    "Groei 1 punt lager": _growth(-1),
    "Loonkost 10 % hoger": _wage(Decimal("1.1")),
    "Loonkost 10 % lager": _wage(Decimal("0.9")),
    "Start drie maanden later": _later,
}
