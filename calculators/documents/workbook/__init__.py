"""The Excel workbook: the budget as live formulas, targets, checklist and sources.

Inputs are named cells; changing one changes every total, without this site. What the calculator offers in more ways
than a sheet can show well (a wage built up from its parts, operating costs from numbers and prices) comes in as the
yearly amount it gave.
"""

from datetime import date
from decimal import Decimal

from xlsxwriter.utility import quote_sheetname, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from calculators.budget import Inputs, evaluate
from calculators.budget.ledger import ledger, vat_due
from calculators.core import content, parameters
from calculators.core.results import Result, Trace
from calculators.documents.figures import ORIGIN, Figures
from calculators.documents.workbook import days as workbook_days
from calculators.documents.workbook import inputs as workbook_inputs
from calculators.documents.workbook import targets
from calculators.documents.workbook.formulas import CALENDAR_YEARS, LINES, ROW, formula
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
        self.result: Result = evaluate(self.inputs)
        self.ledger = ledger(self.inputs, Trace())

    def write(self) -> None:
        """Write all sheets."""
        workbook_inputs.write(self.pages, self.inputs, self.ledger, example=self.example)
        self._budget()
        targets.write(self.pages, self.document, self.inputs)
        self._checklist()
        self._sources()
        workbook_days.write(self.pages, self.inputs, self.ledger)

    def _budget(self) -> None:
        widths = (14, 13, 12, 40, 6, *[14.5] * (CALENDAR_YEARS + 1))
        sheet = self.pages.sheet("Begroting per jaar", widths, landscape=True)
        sheet.write_string(
            1,
            0,
            "De financiële dienst vult actie, beleidsitem en de volledige rekening in. U = uitgave, O = ontvangst.",
        )
        self.pages.heads(sheet, 3, ("Actie", "Beleidsitem", "Algemene rekening", "Omschrijving", "U/O"))
        self._fold_years(sheet)
        for column in range(CALENDAR_YEARS):
            year = self.inputs.startdatum.year + column
            sheet.write_formula(3, 5 + column, f"=YEAR(startdatum)+{column}", self.formats["head_right"], year)
        total = 5 + CALENDAR_YEARS
        sheet.write_string(3, total, "Looptijd", self.formats["head_right"])
        for row, (account, label, side, key) in enumerate(LINES, start=4):
            self._budget_row(sheet, row, (account, label, side, key))
        for name, key in (("totaal", "totaal"), ("netto_totaal", "netto")):
            cell = xl_rowcol_to_cell(ROW[key], total, row_abs=True, col_abs=True)
            self.book.define_name(name, f"={quote_sheetname(sheet.name)}!{cell}")

    def _fold_years(self, sheet: Worksheet) -> None:
        """Fold the years after the term, so that the page stays readable; say so when they hold money all the same."""
        last = date.fromordinal(self.inputs.end.toordinal() - 1).year
        shown = max(last - self.inputs.startdatum.year + 1, 4)
        if shown >= CALENDAR_YEARS:
            return
        first, end = 5 + shown, 4 + CALENDAR_YEARS
        sheet.set_column(first, end, 14.5, None, {"level": 1, "hidden": True})
        sheet.set_column(end + 1, end + 1, 14.5, None, {"collapsed": True})
        folded = f"SUM({xl_range(ROW['totaal'], first, ROW['totaal'], end)})"
        text = "Er vallen ook bedragen in latere jaren: klik op het plusje boven de kolommen."
        sheet.write_formula(2, 0, f'=IF({folded}=0,"","{text}")', self.formats["bold"], "")

    def _budget_row(self, sheet: Worksheet, row: int, line: tuple[str, str, str, str]) -> None:
        account, label, side, key = line
        sums = key in ("totaal", "netto")
        look = self.formats["total" if sums else "euro"]
        for column in (0, 1):
            sheet.write_blank(row, column, None, self.formats["in_text"])
        own = account.split("|")
        if len(own) == 2:
            chosen = f'=IF(uitvoering="extern","61",IF(uitvoering="subsidie","649","{own[1]}"))'
            cached = {"extern": "61", "subsidie": "649"}.get(self.inputs.uitvoering, own[1])
            sheet.write_formula(row, 2, chosen, self.formats["text"], cached)
        else:
            sheet.write_string(row, 2, account, self.formats["text"])
        sheet.write_string(row, 3, label, self.formats["label" if sums else "text"])
        sheet.write_string(row, 4, side, self.formats["text"])
        amounts = [self._cached(key, self.inputs.startdatum.year + column) for column in range(CALENDAR_YEARS)]
        for column, amount in enumerate(amounts):
            first = self.inputs.startdatum.year
            change = vat_due(self.inputs, first + column) - vat_due(self.inputs, first)
            sheet.write_formula(row, 5 + column, formula(key, column, change), look, float(amount))
        years = xl_range(row, 5, row, 4 + CALENDAR_YEARS)
        sheet.write_formula(row, 5 + CALENDAR_YEARS, f"=SUM({years})", look, float(sum(amounts, Decimal(0))))

    def _cached(self, key: str, year: int) -> Decimal:
        book, running = self.ledger, sum(self.ledger.per_category.values(), Decimal(0))
        income = book.income.get(year, Decimal(0))
        match key:
            case "totaal":
                return book.total(calendar_year=year)
            case "subsidie":
                return income
            case "netto":
                return book.total(calendar_year=year) - income
            case "materiaal" | "diensten":
                goods = book.per_category["materiaal"]
                part = goods if key == "materiaal" else running - goods
                return book.total("werking", calendar_year=year) * part / running if running else Decimal(0)
        return book.total(key, calendar_year=year)

    def _checklist(self) -> None:
        sheet = self.pages.sheet("Checklist", _WIDTHS["checklist"], landscape=True)
        items = content.items()
        last = len(items) + 4
        done = sum(self.document.mark(item.id).status == "klaar" for item in items)
        count = f'=COUNTIF(C5:C{last},"Klaar")&" van {len(items)} klaar"'
        sheet.write_formula(1, 1, count, self.formats["bold"], f"{done} van {len(items)} klaar")
        self.pages.heads(sheet, 3, ("Stap", "Actie", "Status", "Wie", "Tegen wanneer", "Notitie"))
        for row, item in enumerate(items, start=4):
            mark = self.document.mark(item.id)
            due = date.fromisoformat(mark.by) if mark.by else None
            cells = (item.step.removeprefix("stap-"), item.text, STATUSES[mark.status], mark.who, due, mark.note)
            pairs = zip(cells, _WIDTHS["checklist"], strict=True)
            sheet.set_row(row, height(*((cell, width) for cell, width in pairs if isinstance(cell, str))))
            for column, cell in enumerate(cells):
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
