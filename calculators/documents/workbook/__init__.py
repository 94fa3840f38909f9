"""The Excel workbook: the budget as live formulas, targets, checklist and sources.

Inputs are named cells; changing one changes every total, without this site. A wage that is built up from its parts has
a sheet of its own. What the calculator offers in more ways than a sheet can show well (operating costs from numbers and
prices) comes in as the yearly amount it gave.
"""

from datetime import date

from calculators.budget import calculate
from calculators.calculator import CALCULATORS
from calculators.documents.workbook import (
    answers,
    cells,
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
from calculators.documents.xlsx import Pages, build, choice, days, height
from calculators.dossier import Document
from calculators.dossier.document import STATUSES

_WIDTHS = (7, 62, 18, 20, 14, 44)


def make(document: Document, today: date) -> bytes:  # noqa: ARG001
    """The workbook; without a budget in the dossier it holds the worked example, labelled so."""
    return build("Budget van een verbindingsambassadeur", lambda pages: Sheets(pages, document).write())


class Sheets:
    """The sheets of one workbook, which share formats and the place of the inputs."""

    def __init__(self, pages: Pages, document: Document) -> None:
        self.pages = pages
        self.book, self.formats = pages.book, pages.formats
        self.document = document
        self.inputs, self.missing = usable(document)
        self.budget = calculate(self.inputs)

    def write(self) -> None:
        """Write all sheets."""
        workbook_inputs.write(self.pages, self.inputs, self.budget, self._state(), self.missing)
        wages.write(self.pages, self.inputs, self.budget.ledger)
        plan.write(self.pages, self.budget, self.document.text("actie"))
        subsidies.write(self.pages, self.budget)
        payers.write(self.pages, self.budget)
        answers.write(self.pages, self.inputs)
        targets.write(self.pages, self.document, self.inputs)
        self._checklist()
        sources.write(self.pages, self.document, self.inputs)
        growth.write(self.pages, self.inputs)
        cells.write(self.pages, self.budget)
        months.write(self.pages, self.inputs)
        self.pages.protect()

    def _state(self) -> tuple[str, str]:
        """Whose figures these are, or which of them could not be read; and the look of that line."""
        names = [CALCULATORS["budget"].specs[name].label for name in self.missing]
        state = (
            f"Let op: dit kon niet gelezen worden: {', '.join(names)}. Vul het hier aan." if names else "Jouw cijfers."
        )
        if not self.document.inputs("budget"):
            state = "Dit is een uitgewerkt voorbeeld: vul je eigen cijfers in."
        look = "text" if self.document.inputs("budget") and not names else "missing"
        return f"{state} Gekleurde cellen kun je wijzigen; alle bladen rekenen mee.", look

    def _checklist(self) -> None:
        sheet = self.pages.sheet("Checklist", _WIDTHS, landscape=True)
        items = self.document.items
        last = len(items) + 4
        done = sum(self.document.mark(item.id).status == "klaar" for item in items)
        apply = len(items) - sum(self.document.mark(item.id).status == "nvt" for item in items)
        left_out = f'COUNTIF(C5:C{last},"{STATUSES["nvt"]}")'
        count = f'=COUNTIF(C5:C{last},"{STATUSES["klaar"]}")&" van "&({len(items)}-{left_out})&" klaar"'
        sheet.write_formula(1, 1, count, self.formats["bold"], f"{done} van {apply} klaar")
        self.pages.heads(sheet, 3, ("Stap", "Actie", "Status", "Wie", "Tegen wanneer", "Notitie"))
        for row, item in enumerate(items, start=4):
            mark = self.document.mark(item.id)
            due = date.fromisoformat(mark.by) if mark.by else None
            marks = (item.step.removeprefix("stap-"), item.text, STATUSES[mark.status], mark.who, due, mark.note)
            pairs = zip(marks, _WIDTHS, strict=True)
            sheet.set_row(row, height(*((cell, width) for cell, width in pairs if isinstance(cell, str))))
            for column, cell in enumerate(marks):
                look = "grid" if column < 2 else "in_date" if column == 4 else "in_text"
                self.pages.value(sheet, row, column, cell, look)
        sheet.data_validation(4, 2, last - 1, 2, choice(list(STATUSES.values())))
        sheet.data_validation(4, 4, last - 1, 4, days(date(2000, 1, 1), date(2100, 12, 31)))
