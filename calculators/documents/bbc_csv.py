"""The lines of the budget as a CSV file, for the software of the finance department.

As Excel reads it in Belgium: semicolons, decimal commas, UTF-8 with a mark of its order, lines that end in CR and LF.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from calculators.budget.accounts import EXPENSE, INCOME_CODE, OPERATING_BUDGET, RECEIPT
from calculators.budget.lines import LINES, own_class
from calculators.budget.plan import BBC_COLUMNS, bbc_lines
from calculators.documents.docx.xml import plain
from calculators.documents.figures import Figures
from calculators.dossier import Document

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that a spreadsheet would take for a formula; the last four are the wide ones of East Asia."""


def make(document: Document, _today: date) -> bytes:
    """The file; without a budget it has the lines, without amounts."""
    budget = Figures(document).budget
    action = document.text("actie")
    if budget is None:
        return _file(("Jaar 1", "Jaar 2", "Jaar 3"), _blank(action))
    rows = [
        (action, "", line.account, line.label, line.side, line.kind, *map(_amount, line.amounts))
        for line in bbc_lines(budget.inputs, budget.ledger)
    ]
    return _file([str(year) for year in budget.ledger.calendar_years], rows)


def _blank(action: str) -> list[Sequence[str]]:
    costs = [
        (action, "", own_class(line), label, EXPENSE, OPERATING_BUDGET, "", "", "") for line, label in LINES.items()
    ]
    return [*costs, (action, "", INCOME_CODE, "Subsidies", RECEIPT, OPERATING_BUDGET, "", "", "")]


def _file(years: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    texts = len(BBC_COLUMNS)
    lines = [(*BBC_COLUMNS, *years), *((*map(_text, row[:texts]), *row[texts:]) for row in rows)]
    return "".join(f"{';'.join(line)}\r\n" for line in lines).encode("utf-8-sig")


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")


def _text(text: str) -> str:
    """A text that stays text: with an apostrophe before what looks like a formula, in quotes where it must."""
    text = plain(text)
    safe = f"'{text}" if text.startswith(_FORMULA) else text
    quoted = safe.replace('"', '""')
    return f'"{quoted}"' if any(sign in safe for sign in ';"\r\n') else safe
