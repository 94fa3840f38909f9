"""The Excel workbook: the budget as live formulas, targets, checklist and sources.

Inputs are named cells; changing one changes every total, without this site. What the calculator offers in more ways
than a sheet can show well (a wage built up from its parts, operating costs from numbers and prices) comes in as the
yearly amount it gave.
"""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from calculators import content, parameters
from calculators.budget import Inputs, evaluate
from calculators.budget.ledger import ledger
from calculators.budget.operating import CATEGORIES
from calculators.calculator import CALCULATORS
from calculators.documents.formulas import CALENDAR_YEARS, DAYS, LINES, ROW, TERM_YEARS, formula, letter
from calculators.documents.shared import ORIGIN
from calculators.dossier import Document
from calculators.dossier.document import STATUSES
from calculators.fields import InputErrors
from calculators.results import Result, Trace

EURO = "[$€-413] #,##0.00"
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - of no place or moment: the same bytes every time


def make(document: Document, today: date) -> bytes:  # noqa: ARG001
    """The workbook; without a budget in the dossier it holds the worked example, labelled so."""
    buffer = BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(buffer, {"in_memory": True, **options}) as book:
        book.set_properties({"title": "Budget van een verbindingsambassadeur", "created": _CREATED})
        Sheets(book, document).write()
    return buffer.getvalue()


class Sheets:
    """The sheets of one workbook, which share formats and the place of the inputs."""

    def __init__(self, book: Workbook, document: Document) -> None:
        self.book = book
        self.document = document
        self.formats = {name: book.add_format({"valign": "top", **look}) for name, look in _LOOKS.items()}
        self.example = not document.calculators.get("budget")
        try:
            self.inputs: Inputs = CALCULATORS["budget"].read(document.calculators.get("budget", {}))
        except InputErrors:
            self.inputs, self.example = Inputs(), True
        self.result: Result = evaluate(self.inputs)
        self.ledger = ledger(self.inputs, Trace())

    def write(self) -> None:
        """Write all sheets."""
        self._inputs()
        self._budget()
        self._days()
        self._targets()
        self._checklist()
        self._sources()

    def _sheet(self, name: str, widths: tuple[int, ...], *, landscape: bool = False, title: str = "") -> Worksheet:
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&RBladzijde &P van &N")
        if landscape:
            sheet.set_landscape()
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, title or name, self.formats["title"])
        return sheet

    def _heads(self, sheet: Worksheet, row: int, heads: tuple[str, ...]) -> None:
        sheet.set_row(row, 32)
        for column, text in enumerate(heads):
            sheet.write_string(row, column, text, self.formats["head"])
        sheet.freeze_panes(row + 1, 1)
        sheet.repeat_rows(row)

    def _inputs(self) -> None:
        sheet = self._sheet("Invoer", (46, 18, 66))
        state = "Dit is een uitgewerkt voorbeeld: vul je eigen cijfers in." if self.example else "Jouw cijfers."
        sheet.write_string(1, 0, f"{state} Gekleurde cellen kun je wijzigen; alle bladen rekenen mee.")
        self._heads(sheet, 3, ("Invoer", "Waarde", "Uitleg"))
        for row, (name, label, value, look, hint) in enumerate(self._rows(), start=4):
            sheet.write_string(row, 0, label, self.formats["text"])
            self._value(sheet, row, value, look)
            sheet.write_string(row, 2, hint, self.formats["text"])
            self.book.define_name(name, f"=Invoer!$B${row + 1}")
            if name == "uitvoering":
                sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": ["eigen", "extern", "subsidie"]})
            elif look == "in_percent":
                sheet.data_validation(row, 1, row, 1, _between(-10, 100))

    def _value(self, sheet: Worksheet, row: int, value: Any, look: str) -> None:
        if isinstance(value, date):
            sheet.write_datetime(row, 1, value, self.formats[look])
        elif isinstance(value, str):
            sheet.write_string(row, 1, value, self.formats[look])
        else:
            sheet.write_number(row, 1, float(value), self.formats[look])

    def _rows(self) -> list[tuple[str, str, Any, str, str]]:
        given = self.inputs
        rows: list[tuple[str, str, Any, str, str]] = [
            ("startdatum", "Startdatum", given.startdatum, "in_date", "Eerste dag van de aanstelling."),
            (
                "looptijd_jaren",
                "Looptijd in jaren",
                given.looptijd_jaren,
                "in_number",
                "Hele of halve jaren, hoogstens 10.",
            ),
        ]
        for index in range(1, 5):
            staff = self.ledger.staff[index - 1] if index <= len(self.ledger.staff) else None
            end = "" if index == 1 else f"_{index}"
            hint = "In procent; 0 als deze post er niet is."
            rows.append(
                (f"fte{end}", f"Post {index}: tewerkstelling", staff.post.fte if staff else 0, "in_number", hint)
            )
            wage = staff.full_time if staff else Decimal(0)
            hint = "Kost voor de werkgever van een voltijds jaar. Vraag het cijfer aan je personeelsdienst."
            rows.append((f"jaarloonkost{end}", f"Post {index}: jaarloonkost voltijds", wage, "in_euro", hint))
            first = (staff.post.in_dienst if staff else None) or given.startdatum
            rows.append(
                (f"in_dienst{end}", f"Post {index}: in dienst vanaf", first, "in_date", "Nooit voor de startdatum.")
            )
            last = (staff.post.uit_dienst if staff else None) or date(2099, 12, 31)
            hint = "Laatste dag; een dag na de looptijd telt niet mee."
            rows.append((f"uit_dienst{end}", f"Post {index}: in dienst tot en met", last, "in_date", hint))
        for name, label in CATEGORIES.items():
            amount = self.ledger.per_category[name]
            rows.append(
                (f"werkingskosten_{name}", label, amount, "in_euro", "Per jaar, in prijzen van het eerste jaar.")
            )
        rows.append(
            ("eenmalig", "Eenmalige startkosten", given.eenmalig, "in_euro", "Vallen in het eerste kalenderjaar.")
        )
        rows.append(("uitvoering", "Uitvoering", given.uitvoering, "in_text", "eigen, extern of subsidie"))
        rows.append(("overhead", "Overhead van de partner", given.overhead, "in_number", "In procent van personeel."))
        vat = parameters.get("vat_standard").latest if given.btw == "standaard" else Decimal(0)
        rows.append(("btw", "Btw", vat, "in_number", "In procent; telt alleen bij een externe partner."))
        rows.append(
            ("index_loon", "Groei van de loonkost", given.index_loon, "in_number", "Procent per jaar, aanname.")
        )
        rows.append(
            (
                "index_werking",
                "Groei van de werkingskosten",
                given.index_werking,
                "in_number",
                "Procent per jaar, aanname.",
            )
        )
        for index, amount in enumerate(given.subsidies, start=1):
            name = "subsidie" if index == 1 else f"subsidie_jaar_{index}"
            rows.append((name, f"Subsidie in kalenderjaar {index}", amount, "in_euro", "Klasse 740."))
        return rows

    def _days(self) -> None:
        """Shares of each year of the term that fall in each calendar year, per post and for the whole term."""
        sheet = self._sheet("Dagen", (30, *[12] * (CALENDAR_YEARS + 3)), landscape=True, title="Aandeel van de dagen")
        sheet.write_string(1, 0, "Hulpblad: per jaar van de looptijd welk deel in welk kalenderjaar valt.")
        heads = ("Wie", "Jaar", "Begin", "Einde", *(f"Kalenderjaar {n}" for n in range(1, CALENDAR_YEARS + 1)))
        self._heads(sheet, 3, heads)
        end = "EDATE(startdatum,looptijd_jaren*12)"
        blocks = [("Hele looptijd", "startdatum", end)]
        for index in range(1, 5):
            tail = "" if index == 1 else f"_{index}"
            blocks.append((f"Post {index}", f"MAX(startdatum,in_dienst{tail})", f"MIN({end},uit_dienst{tail}+1)"))
        for block, (label, first, last) in enumerate(blocks):
            for year in range(TERM_YEARS):
                self._day_row(sheet, DAYS + block * TERM_YEARS + year, year, label, first, last)

    def _day_row(self, sheet: Worksheet, row: int, year: int, label: str, first: str, last: str) -> None:
        sheet.write_string(row, 0, label, self.formats["text"])
        sheet.write_number(row, 1, year + 1, self.formats["number"])
        opens, closes = f"EDATE(startdatum,{12 * year})", f"EDATE(startdatum,{12 * year + 12})"
        sheet.write_formula(row, 2, f"={opens}", self.formats["date"], 0)
        sheet.write_formula(row, 3, f"={closes}", self.formats["date"], 0)
        line = row + 1
        for column in range(CALENDAR_YEARS):
            begin = f"DATE(YEAR(startdatum)+{column},1,1)"
            stop = f"DATE(YEAR(startdatum)+{column + 1},1,1)"
            days = f"MAX(0,MIN($D{line},{last},{stop})-MAX($C{line},{first},{begin}))"
            sheet.write_formula(row, 4 + column, f"={days}/($D{line}-$C{line})", self.formats["share"], 0)

    def _budget(self) -> None:
        widths = (16, 16, 18, 44, 6, *[15] * (CALENDAR_YEARS + 1))
        sheet = self._sheet("Begroting per jaar", widths, landscape=True)
        sheet.write_string(
            1,
            0,
            "De financiële dienst vult actie, beleidsitem en de volledige rekening in. U = uitgave, O = ontvangst.",
        )
        self._heads(sheet, 3, ("Actie", "Beleidsitem", "Algemene rekening", "Omschrijving", "U/O"))
        for column in range(CALENDAR_YEARS):
            year = self.inputs.startdatum.year + column
            sheet.write_formula(3, 5 + column, f"=YEAR(startdatum)+{column}", self.formats["head"], year)
        total = 5 + CALENDAR_YEARS
        sheet.write_string(3, total, "Looptijd", self.formats["head"])
        for row, (account, label, side, key) in enumerate(LINES, start=4):
            self._budget_row(sheet, row, (account, label, side, key))
        self.book.define_name("totaal", f"='Begroting per jaar'!${letter(total)}${ROW['totaal'] + 1}")
        self.book.define_name("netto_totaal", f"='Begroting per jaar'!${letter(total)}${ROW['netto'] + 1}")

    def _budget_row(self, sheet: Worksheet, row: int, line: tuple[str, str, str, str]) -> None:
        account, label, side, key = line
        look = self.formats["total" if key in ("totaal", "netto") else "euro"]
        for column in (0, 1):
            sheet.write_blank(row, column, None, self.formats["in_text"])
        own = account.split("|")
        if len(own) == 2:
            chosen = f'=IF(uitvoering="extern","61",IF(uitvoering="subsidie","649","{own[1]}"))'
            cached = {"extern": "61", "subsidie": "649"}.get(self.inputs.uitvoering, own[1])
            sheet.write_formula(row, 2, chosen, self.formats["text"], cached)
        else:
            sheet.write_string(row, 2, account, self.formats["text"])
        sheet.write_string(row, 3, label, self.formats["text"])
        sheet.write_string(row, 4, side, self.formats["text"])
        amounts = [self._cached(key, self.inputs.startdatum.year + column) for column in range(CALENDAR_YEARS)]
        for column, amount in enumerate(amounts):
            sheet.write_formula(row, 5 + column, formula(key, column), look, float(amount))
        letters = f"F{row + 1}:{letter(4 + CALENDAR_YEARS)}{row + 1}"
        sheet.write_formula(row, 5 + CALENDAR_YEARS, f"=SUM({letters})", look, float(sum(amounts, Decimal(0))))

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

    def _targets(self) -> None:
        sheet = self._sheet("Trajecten", (58, 16, 60))
        sheet.write_string(
            1, 0, "Een indicatie in optimale omstandigheden, en geen norm voor elke ambassadeur.", self.formats["bold"]
        )
        self._heads(sheet, 3, ("Per jaar", "Aantal", "Uitleg"))
        fte = sum((staff.post.fte for staff in self.ledger.staff), Decimal(0)) / 100
        rows: list[tuple[str, str, Decimal, str]] = [
            ("Voltijdse equivalenten", "=(fte+fte_2+fte_3+fte_4)/100", fte, "Alle posten samen, uit het blad Invoer."),
        ]
        for label, name in (
            ("Plafond: gestarte trajecten", "ceiling_started"),
            ("Plafond: geslaagde toeleidingen, onderkant", "ceiling_succeeded_min"),
            ("Plafond: geslaagde toeleidingen, bovenkant", "ceiling_succeeded_max"),
        ):
            figure = parameters.get(name)
            text = f"{figure.latest} voor een ervaren voltijdse ({figure.source}); naar VTE herrekend is onze aanname."
            rows.append((label, f"=$B$5*{figure.latest}", fte * figure.latest, text))
        for row, (label, live, value, hint) in enumerate(rows, start=4):
            sheet.set_row(row, 32)
            sheet.write_string(row, 0, label, self.formats["text"])
            sheet.write_formula(row, 1, live, self.formats["number"], float(value))
            sheet.write_string(row, 2, hint, self.formats["text"])
        sheet.write_string(8, 0, "Vrije plaatsen bij de partners", self.formats["text"])
        places = self.document.places
        if places:
            sheet.write_number(8, 1, places, self.formats["in_number"])
        else:
            sheet.write_blank(8, 1, None, self.formats["in_number"])
        sheet.write_string(8, 2, "Vraag het aan elke partner; leeg telt niet mee.", self.formats["text"])
        sheet.write_string(9, 0, "Realistisch hoogstens te starten", self.formats["bold"])
        lowest = (
            min(fte * parameters.get("ceiling_started").latest, Decimal(places))
            if places
            else fte * parameters.get("ceiling_started").latest
        )
        sheet.write_formula(
            9, 1, "=IF(ISNUMBER($B$9),MIN($B$6,$B$9),$B$6)", self.formats["total_number"], float(lowest)
        )
        sheet.write_string(9, 2, "De kleinste van het plafond en de vrije plaatsen.", self.formats["text"])

    def _checklist(self) -> None:
        sheet = self._sheet("Checklist", (8, 64, 20, 20, 14, 44), landscape=True)
        items = content.items()
        last = len(items) + 4
        done = sum(self.document.mark(item.id).status == "klaar" for item in items)
        count = f'=COUNTIF(C5:C{last},"Klaar")&" van {len(items)} klaar"'
        sheet.write_formula(1, 1, count, self.formats["bold"], f"{done} van {len(items)} klaar")
        self._heads(sheet, 3, ("Stap", "Actie", "Status", "Wie", "Tegen wanneer", "Notitie"))
        for row, item in enumerate(items, start=4):
            mark = self.document.mark(item.id)
            texts = (item.step.removeprefix("stap-"), item.text, STATUSES[mark.status], mark.who, mark.by, mark.note)
            sheet.set_row(row, 32 + 15 * (max(len(mark.note) // 44, mark.note.count("\n"))))
            for column, text in enumerate(texts):
                sheet.write_string(row, column, text, self.formats["text"])
        sheet.data_validation(4, 2, last - 1, 2, {"validate": "list", "source": list(STATUSES.values())})

    def _sources(self) -> None:
        sheet = self._sheet("Bronnen", (60, 70, 16))
        sheet.write_string(1, 0, ORIGIN)
        self._heads(sheet, 3, ("Bron", "Adres", "Nagekeken"))
        used = {(figure.source, figure.url, figure.checked_on) for figure in parameters.all_() if figure.url}
        found = [(one.title, one.url, one.checked_on) for one in content.sources()] + sorted(used, key=str)
        for row, (title, url, checked) in enumerate(found, start=4):
            sheet.set_row(row, 32)
            sheet.write_string(row, 0, title, self.formats["text"])
            sheet.write_string(row, 1, url or "", self.formats["text"])
            sheet.write_datetime(row, 2, checked, self.formats["date"])


_INPUT = {"bg_color": "#FFF6E0", "border": 1, "border_color": "#C9B98F"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#17565E"},
    "head": {"bold": True, "bg_color": "#17565E", "font_color": "#FFFFFF", "text_wrap": True},
    "text": {"text_wrap": True},
    "bold": {"bold": True},
    "number": {"num_format": "0.##"},
    "total_number": {"num_format": "0.##", "bold": True},
    "date": {"num_format": "d/mm/yyyy"},
    "share": {"num_format": "0.0000"},
    "euro": {"num_format": EURO},
    "total": {"num_format": EURO, "bold": True, "top": 1},
    "in_euro": {"num_format": EURO, **_INPUT},
    "in_number": {"num_format": "0.##", **_INPUT},
    "in_date": {"num_format": "d/mm/yyyy", **_INPUT},
    "in_text": _INPUT,
}


def _between(low: int, high: int) -> dict[str, Any]:
    return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
