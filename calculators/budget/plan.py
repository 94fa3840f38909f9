"""The multi-year plan: a view in whole euros that adds up, and the lines of the BBC per calendar year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.budget.accounts import CLASSES, EXPENSE, INCOME_CLASS, INCOME_CODE, OPERATING_BUDGET, RECEIPT
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger
from calculators.budget.lines import LINES, class_of, classes, kind_of, used
from calculators.budget.operating import CATEGORIES
from calculators.budget.tables import EXPENSES, NET, per_subsidy, yearly_columns
from calculators.core.controlled_rounding import rounded_table
from calculators.core.numbers import rounded
from calculators.core.results import Cell, Row, Table, Unit

BBC_COLUMNS = ("Actie", "Beleidsitem", "Algemene rekening", "Omschrijving", "U/O", "E/I")
"""What the finance department knows of a line, before its amounts; the first two and the full account it fills in."""
OPEN = "in te vullen"
"""What stands in the place of a code that only the finance department knows."""


@dataclass(frozen=True, slots=True)
class BbcLine:
    """A line for the finance department: class, name, expense or receipt, and an amount for each calendar year."""

    key: str
    account: str
    label: str
    side: str
    amounts: tuple[Decimal, ...]
    kind: str = OPERATING_BUDGET


def bbc_lines(inputs: Inputs, ledger: Ledger) -> tuple[BbcLine, ...]:
    """Every line that has an amount, expenses before receipts; each subsidy is one, as each has codes of its own."""
    costs = [
        BbcLine(line, class_of(inputs, line), LINES[line], EXPENSE, ledger.per_year(line), kind_of(inputs, line))
        for line in used(ledger)
    ]
    receipts = [
        BbcLine(
            line, INCOME_CODE, label, RECEIPT, tuple(amounts.get(year, Decimal(0)) for year in ledger.calendar_years)
        )
        for line, label, amounts in per_subsidy(inputs, ledger)
        if any(amounts.values())
    ]
    return (*costs, *receipts)


def contributions(inputs: Inputs, chooser: str = "de financiële dienst") -> str:
    """That what other payers pay is no receipt yet, and with whom its account is chosen; empty when one pays all."""
    if len(inputs.all_payers) < 2:
        return ""
    own = "Wat andere betalers bijdragen, staat niet bij de ontvangsten"
    return f"{own}: de rekening daarvoor is te kiezen met {chooser}."


def bbc_table(inputs: Inputs, ledger: Ledger) -> Table:
    """The BBC lines as a table for the page, which names a row in its first column."""
    lines = bbc_lines(inputs, ledger)
    spent, received = (
        [_bbc_row(line, (OPEN, OPEN, line.account, line.side, line.kind)) for line in lines if line.side == side]
        for side in (EXPENSE, RECEIPT)
    )
    total = _bbc_sum("uitgaven", EXPENSES, ledger.per_year(), [row.key for row in spent], "totaal")
    left = [total.key, *(f"-{row.key}" for row in received)]
    rows = (*spent, total, *received, _bbc_sum("netto", NET, ledger.net_per_year, left, "netto_totaal"))
    action, item, account, label, side, kind = BBC_COLUMNS
    columns = yearly_columns(ledger, label, action, item, account, side, kind)
    note = (
        "U = uitgave, O = ontvangst, E = exploitatie, I = investering. De rekening is een klasse, naar onze lezing. De "
        "financiële dienst vult de volledige rekening, de actie en het beleidsitem in. Dit is er ook als CSV."
    )
    if others := contributions(inputs):
        note = f"{note} {others}"
    return Table("bbc", "Voor de financiële dienst (BBC)", columns, rows, note, row_sums=True)


def _bbc_row(line: BbcLine, codes: Sequence[str]) -> Row:
    texts = [Cell(code, Unit.TEXT) for code in codes]
    step = f"werking_{line.key}_totaal" if line.key in CATEGORIES else f"{line.key}_totaal"
    return Row(line.label, (*texts, *_with_sum(line.amounts)), key=f"bbc_{line.key}", step=step)


def _bbc_sum(key: str, label: str, amounts: Sequence[Decimal], sum_of: Sequence[str], step: str) -> Row:
    blank = [Cell("", Unit.TEXT)] * 5
    return Row(label, (*blank, *_with_sum(amounts)), total=True, key=f"bbc_{key}", sum_of=" ".join(sum_of), step=step)


def _with_sum(amounts: Sequence[Decimal]) -> list[Cell]:
    return [Cell(amount) for amount in (*amounts, sum(amounts, Decimal(0)))]


def whole_plan(inputs: Inputs, ledger: Ledger) -> Table:
    """The budget per class in whole euros: amounts by controlled rounding, and every total the sum of what it shows."""
    groups = {code: names for code, names in classes(inputs).items() if ledger.total(*names)}
    spent = rounded_table([ledger.per_year(*names) for names in groups.values()])
    (received,) = rounded_table([ledger.income_per_year])
    together = [sum(column) for column in zip(*spent, strict=True)] or [0] * len(ledger.calendar_years)
    left = [cost - income for cost, income in zip(together, received, strict=True)]
    rows = [
        _whole_row(f"euro_{code}", CLASSES[code], amounts, f"klasse_{code}_totaal")
        for code, amounts in zip(groups, spent, strict=True)
    ]
    rows.append(_whole_row("euro_uitgaven", EXPENSES, together, "totaal", [row.key for row in rows]))
    rows.append(_whole_row("euro_740", INCOME_CLASS, received, "inkomsten_totaal"))
    rows.append(_whole_row("euro_netto", NET, left, "netto_totaal", ["euro_uitgaven", "-euro_740"]))
    columns = yearly_columns(ledger, "Klasse")
    exact = (ledger.per_year(), ledger.income_per_year, ledger.net_per_year)
    off = any(map(_differs, (together, received, left), exact))
    note = f"{_NOTE} {_OFF}" if off else _NOTE
    return Table("hele_euro", "Meerjarenplan in hele euro", columns, tuple(rows), note, row_sums=True)


_NOTE = (
    "Elk bedrag is naar beneden of naar boven afgerond op een hele euro, zo dat alle rijen en kolommen optellen. Elk "
    "totaal is de som van wat je ziet."
)
_OFF = "Daardoor verschilt minstens één totaal een euro van het exacte bedrag, afgerond."


def _differs(shown: Sequence[int], exact: Sequence[Decimal]) -> bool:
    """Whether any total shown, of a column or of the whole row, differs from the exact total, rounded."""
    pairs = zip((*shown, sum(shown)), (*exact, sum(exact, Decimal(0))), strict=True)
    return any(whole != rounded(amount, 0) for whole, amount in pairs)


def _whole_row(key: str, label: str, amounts: Sequence[int], step: str, sum_of: Sequence[str] = ()) -> Row:
    cells = tuple(Cell(Decimal(amount), Unit.WHOLE_EURO) for amount in (*amounts, sum(amounts)))
    return Row(label, cells, total=bool(sum_of), key=key, sum_of=" ".join(sum_of), step=step)
