"""The Excel workbook: the budget as live formulas, targets, checklist and sources.

Inputs are named cells; changing one changes every total, without this site. What the calculator offers in more ways
than a sheet can show well (a wage built up from its parts, operating costs from numbers and prices) comes in as the
yearly amount it gave.
"""

from datetime import date

from calculators.budget import Inputs, calculate
from calculators.core import content, parameters
from calculators.documents.figures import ORIGIN, Figures
from calculators.documents.workbook import cells, growth, months, plan, targets
from calculators.documents.workbook import inputs as workbook_inputs
from calculators.documents.xlsx import Pages, build, height
from calculators.dossier import Document
from calculators.dossier.document import STATUSES

_WIDTHS = {"checklist": (7, 62, 18, 20, 14, 44), "sources": (66, 74, 14)}


def make(document: Document, today: date) -> bytes:  # noqa: ARG001
    """The workbook; without a budget in the dossier it holds the worked example, labelled so."""
    return build("Budget van een verbindingsambassadeur", lambda pages: Sheets(pages, document).write())


class Sheets:
    """The sheets of one workbook, which share formats and the place of the inputs."""

    def __init__(self, pages: Pages, document: Document) -> None:
        self.pages = pages
        self.book, self.formats = pages.book, pages.formats
        self.document = document
        figures = Figures(document)
        self.example = figures.inputs is None
        self.inputs = figures.inputs or Inputs(uitvoering=figures.delivery)
        self.budget = calculate(self.inputs)

    def write(self) -> None:
        """Write all sheets."""
        workbook_inputs.write(self.pages, self.inputs, self.budget.ledger, example=self.example)
        plan.write(self.pages, self.budget, self.document.text("actie"))
        targets.write(self.pages, self.document, self.inputs)
        self._checklist()
        self._sources()
        growth.write(self.pages, self.inputs)
        cells.write(self.pages, self.budget)
        months.write(self.pages, self.inputs)

    def _checklist(self) -> None:
        sheet = self.pages.sheet("Checklist", _WIDTHS["checklist"], landscape=True)
        items = self.document.items
        last = len(items) + 4
        done = sum(self.document.mark(item.id).status == "klaar" for item in items)
        count = f'=COUNTIF(C5:C{last},"Klaar")&" van {len(items)} klaar"'
        sheet.write_formula(1, 1, count, self.formats["bold"], f"{done} van {len(items)} klaar")
        self.pages.heads(sheet, 3, ("Stap", "Actie", "Status", "Wie", "Tegen wanneer", "Notitie"))
        for row, item in enumerate(items, start=4):
            mark = self.document.mark(item.id)
            due = date.fromisoformat(mark.by) if mark.by else None
            marks = (item.step.removeprefix("stap-"), item.text, STATUSES[mark.status], mark.who, due, mark.note)
            pairs = zip(marks, _WIDTHS["checklist"], strict=True)
            sheet.set_row(row, height(*((cell, width) for cell, width in pairs if isinstance(cell, str))))
            for column, cell in enumerate(marks):
                look = "grid" if column < 2 else "in_date" if column == 4 else "in_text"
                self.pages.value(sheet, row, column, cell, look)
        sheet.data_validation(4, 2, last - 1, 2, {"validate": "list", "source": list(STATUSES.values())})

    def _sources(self) -> None:
        sheet = self.pages.sheet("Bronnen", _WIDTHS["sources"], landscape=True)
        sheet.write_string(1, 0, ORIGIN)
        self.pages.heads(sheet, 3, ("Bron", "Adres", "Nagekeken"))
        used = {(figure.source, figure.url, figure.checked_on) for figure in parameters.all_() if figure.url}
        found = [
            (one.title, one.url, one.checked_on) for one in content.sources() if one.origin == "instrument"
        ] + sorted(used, key=str)
        for row, (title, url, checked) in enumerate(found, start=4):
            sheet.set_row(row, height((title, 66), (url or "", 74)))
            sheet.write_string(row, 0, title, self.formats["text"])
            sheet.write_string(row, 1, url or "", self.formats["text"])
            sheet.write_datetime(row, 2, checked, self.formats["date"])
