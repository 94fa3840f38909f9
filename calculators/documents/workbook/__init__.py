"""The Excel workbook: the budget as live formulas, targets, checklist and sources.

Inputs are named cells; changing one changes every total, without this site. A wage that is built up from its parts has
a sheet of its own. What the calculator offers in more ways than a sheet can show well (operating costs from numbers and
prices) comes in as the yearly amount it gave.
"""

from collections.abc import Collection
from datetime import date

from calculators.budget import calculate
from calculators.calculator import CALCULATORS
from calculators.documents.workbook import (
    answers,
    cells,
    checklist,
    growth,
    months,
    payers,
    plan,
    sources,
    subsidies,
    targets,
    wages,
)
from calculators.documents.workbook import inputs as workbook_inputs
from calculators.documents.workbook.usable import usable
from calculators.documents.xlsx import Pages, build
from calculators.dossier import Document


def make(document: Document, _today: date) -> bytes:
    """The workbook; without a budget in the dossier it holds the worked example, labelled so."""
    return build("Budget van een verbindingsambassadeur", lambda pages: _write(pages, document))


def _write(pages: Pages, document: Document) -> None:
    """Write all sheets, in their order."""
    inputs, wrong = usable(document)
    budget = calculate(inputs)
    workbook_inputs.write(pages, inputs, budget, _state(document, wrong), wrong)
    wages.write(pages, inputs, budget.ledger)
    plan.write(pages, budget, document.text("actie"))
    subsidies.write(pages, budget)
    payers.write(pages, budget)
    answers.write(pages, inputs)
    targets.write(pages, document, inputs)
    checklist.write(pages, document)
    sources.write(pages, document, inputs)
    growth.write(pages, inputs)
    cells.write(pages, budget)
    months.write(pages, inputs)
    pages.protect()


def _state(document: Document, wrong: Collection[str]) -> tuple[str, str]:
    """Whose figures these are, or which of them could not be read (`wrong`); and the look of that line."""
    state, look = "Jouw cijfers.", "text"
    if not document.inputs("budget"):
        state, look = "Dit is een uitgewerkt voorbeeld: vul je eigen cijfers in.", "missing"
    elif wrong:
        names = ", ".join(CALCULATORS["budget"].fields[name].label for name in wrong)
        state, look = f"Let op: dit kon niet gelezen worden: {names}. Vul het hier aan.", "missing"
    return f"{state} Gekleurde cellen kun je wijzigen; alle bladen rekenen mee.", look
