"""What our Excel files share: cell formats, print set-up and headings that stay in sight.

The reader's text is written with `write_string` only, and XlsxWriter's guessing of types is off: `=1+1` stays text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_pixel_width
from xlsxwriter.worksheet import Worksheet

from calculators.core.numbers import format_euro, format_number, format_percent
from calculators.core.periods import format_date
from calculators.core.terms import FEWEST, MOST
from calculators.documents.docx.xml import plain

EURO = "[$€-413] #,##0.00"
DATE = "d/mm/yyyy"
FROM = f'[<2]"–";{DATE}'
"""A day from which something holds; a dash for the first day that sheets know, which stands for always."""
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed time without zone gives the same bytes every time
LINE = 15
"""The height of a line of text in points. Rows need a height, as LibreOffice does not fit them by itself."""

_HEADING_SPACE = 7
"""The space above and below a heading together, in points."""

_MARGIN = 10
"""The width in pixels that padding and indent take in a cell; a digit takes 7."""

_SLACK = 0.94
"""The part of a width to count on: bold letters and other programs' fonts are wider than what XlsxWriter measures."""

_LONGEST_MESSAGE = 255
"""How many characters Excel takes in the message of a data validation."""

_HIGHEST = 409
"""The height in points that Excel allows a row; the rest of a very long text shows when the cell is opened."""


def build(title: str, write: Callable[["Pages"], None]) -> bytes:
    """The bytes of an Excel file; `write` adds its sheets."""
    buffer = BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(buffer, {"in_memory": True, **options}) as workbook:
        workbook.set_properties({"title": title, "created": _CREATED})
        write(Pages(workbook))
    return buffer.getvalue()


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that writes formulas as they are.

    XlsxWriter looks in each formula for thirty functions that Excel stores under another name, which takes two thirds
    of the time of a large file. We use none of them: a test compares.
    """

    def _prepare_formula(self, formula: str, *_: bool) -> str:
        return formula.removeprefix("=")


class Pages:
    """The sheets of one file and the formats that they share, by the names in `_LOOKS`."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.widths: dict[str, Sequence[float]] = {}
        self.formats = {name: workbook.add_format({"valign": "top", **look}) for name, look in _LOOKS.items()}

    def sheet(self, name: str, widths: Sequence[float], *, landscape: bool = False, title: str = "") -> Worksheet:
        """A sheet that prints on A4, fitted to the width of the page; `widths` of its columns are in characters."""
        sheet = self.workbook.add_worksheet(name, _Sheet)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer("&L&A&RBladzijde &P van &N")
        if landscape:
            sheet.set_landscape()
        self.widths[name] = widths
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, title or name, self.formats["title"])
        return sheet

    def heads(
        self,
        sheet: Worksheet,
        row: int,
        heads: Sequence[str],
        *,
        freeze: bool = True,
        right: Sequence[int] = (),
        look: str = "head",
    ) -> None:
        """Write a row of headings; with `freeze` it stays in sight and is repeated on every printed page.

        `right` has the columns, from 0, that hold numbers and are aligned on the right.
        """
        sheet.set_row(row, height(*zip(heads, self.widths[sheet.name], strict=False), extra=_HEADING_SPACE))
        for column, text in enumerate(heads):
            sheet.write_string(row, column, text, self.formats["head_right" if column in right else look])
        if freeze:
            sheet.freeze_panes(row + 1, 1)
            sheet.repeat_rows(row)

    def texts(self, sheet: Worksheet, row: int, texts: Mapping[int, str], look: str = "text") -> None:
        """Write `texts`, by column from 0, in a row, all in one look of `_LOOKS`."""
        for column, text in texts.items():
            sheet.write_string(row, column, plain(text), self.formats[look])

    def protect(self) -> None:
        """Protect every sheet against a slip, without a password; coloured cells stay open."""
        for sheet in self.workbook.worksheets():
            sheet.protect("", dict.fromkeys(("format_columns", "format_rows", "autofilter", "sort"), True))

    def value(self, sheet: Worksheet, row: int, column: int, value: Any, look: str) -> None:
        """Write a date, text, number or `None` as a cell of that type."""
        if value is None:
            sheet.write_blank(row, column, None, self.formats[look])
        elif isinstance(value, str):
            sheet.write_string(row, column, plain(value), self.formats[look])
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.formats[look])
        else:
            sheet.write_number(row, column, float(value), self.formats[look])


def height(*cells: tuple[str, float], extra: float = 0) -> float:
    """The height in points of a row that shows each (text, width of its column) in full, with `extra` room."""
    return min(LINE * max(_lines(text, width) for text, width in cells) + extra, _HIGHEST)


def euro_width(amount: Decimal) -> float:
    """The width in characters of a column that shows an amount, in bold: what does not fit shows as `###`."""
    pixels = int(xl_pixel_width(format_euro(amount)))
    return max(_EURO_WIDTH, (pixels / _SLACK + _MARGIN) / 7)


_EURO_WIDTH = 14.5
"""The width that amounts have at least: that of less than ten million."""


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of `width` digits.

    It breaks after a space, and in a web address after `/` or `-`; a longer word breaks anywhere.
    """
    room = int((width * 7 - _MARGIN) * _SLACK)  # pixels
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        used = 0
        for word in re.findall(r"[^ /-]*[ /-]?", paragraph):
            size = xl_pixel_width(word)
            if used and used + size > room:
                count += 1
                used = 0
            used += size
            count += used // room
            used %= room
    return count


def between(low: Any, high: Any, *, whole: bool = False) -> dict[str, Any]:
    """A data validation for XlsxWriter: the cell holds a number, or a whole one, from `low` to `high`."""
    least, most = (format_number(Decimal(str(bound))) for bound in (low, high))
    title, message = "Klopt dit getal?", f"Vul een {'heel ' if whole else ''}getal in van {least} tot en met {most}."
    bounds = {"criteria": "between", "minimum": float(low), "maximum": float(high)}
    return {"validate": "integer" if whole else "decimal", "error_title": title, "error_message": message, **bounds}


def part_of(percent: Decimal | float | None) -> Decimal | None:
    """A percentage as a spreadsheet holds it: 80 is 0.8; nothing stays nothing."""
    return None if percent is None else Decimal(str(percent)) / 100


def percent(low: Any, high: Any, *, or_none: str = "") -> dict[str, Any]:
    """A data validation for XlsxWriter: a percentage, held as a part of one, between `low` and `high` percent.

    With the name of a cell as `or_none`, that cell may hold 0 too: for what is not there.
    """
    least, most = (format_percent(Decimal(str(bound))) for bound in (low, high))
    title, message = "Klopt dit percentage?", f"Vul een percentage in van {least} tot en met {most}"
    if not or_none:
        bounds = {"criteria": "between", "minimum": float(low) / 100, "maximum": float(high) / 100}
        return {"validate": "decimal", "error_title": title, "error_message": f"{message}.", **bounds}
    formula = f"=AND(ISNUMBER({or_none}),OR({or_none}=0,AND({or_none}>={low}/100,{or_none}<={high}/100)))"
    return custom(formula, title, f"{message}, of 0.")


def custom(formula: str, title: str, message: str) -> dict[str, Any]:
    """A data validation for XlsxWriter: the formula holds for the cell; it may be empty."""
    return {"validate": "custom", "value": formula, "error_title": title, "error_message": message}


def choice(options: Sequence[str]) -> dict[str, Any]:
    """A data validation for XlsxWriter: one of a list."""
    told = f"Kies uit de lijst: {', '.join(options)}."
    found = {"validate": "list", "source": list(options), "error_title": "Klopt deze keuze?"}
    return {**found, "error_message": told if len(told) <= _LONGEST_MESSAGE else "Kies een antwoord uit de lijst."}


def days(low: date, high: date) -> dict[str, Any]:
    """A data validation for XlsxWriter: a date from `low` to `high`."""
    told = f"Vul een datum in van {format_date(low)} tot en met {format_date(high)}, zoals 1/3/{low.year + 30}."
    bounds = {"criteria": "between", "minimum": low, "maximum": high}
    return {"validate": "date", "error_title": "Klopt deze datum?", "error_message": told, **bounds}


def as_text(text: str) -> str:
    """A text within a formula."""
    return '"' + text.replace('"', '""') + '"'


def serial(day: date) -> int:
    """A date as a spreadsheet counts it: in days since 30 December 1899."""
    return (day - _DAY_ZERO).days


_DAY_ZERO = date(1899, 12, 30)

TERM_HINT = "In jaren, een heel aantal maanden: 3 of 1,75 of =20/12. Van een maand tot tien jaar."


def whole_months(cell: str) -> dict[str, Any]:
    """A data validation for XlsxWriter: `cell` holds a term in years as the calculators accept it, in whole months."""
    title, message = "Klopt deze looptijd?", f"Vul een looptijd in. {TERM_HINT}"
    months = f"ROUND({cell}*12,6)"
    formula = f"=AND({months}>={FEWEST},{months}<={MOST},MOD({months},1)=0)"
    return custom(formula, title, message)


_INPUT = {"locked": False, "bg_color": "#FFF6E0", "border": 1, "border_color": "#C9B98F"}
_GRID = {"border": 1, "border_color": "#B8C4C6", "font_size": 10}
_MADE = {"bg_color": "#E8F1F2", **_GRID}
_HEAD = {"bold": True, "bg_color": "#17565E", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#17565E"},
    "section": {"bold": True, "font_size": 13, "font_color": "#17565E", "valign": "bottom"},
    "head": {"align": "left", "indent": 1, **_HEAD},
    "head_small": {"font_size": 9, **_HEAD},
    "head_right": {"align": "right", **_HEAD},
    "text": {"text_wrap": True, "align": "left", "indent": 1},
    "bold": {"bold": True},
    "label": {"bold": True, "text_wrap": True, "align": "left", "indent": 1},
    "missing": {"text_wrap": True, "bold": True, "font_color": "#9B1C1C"},
    "link": {"text_wrap": True, "font_color": "#17565E", "underline": 1},
    "total_text": {"bold": True, "align": "right", "text_wrap": True},
    "whole": {"num_format": "0", "align": "right"},
    "number": {"num_format": "0.0", "align": "right"},
    "percentage": {"num_format": "0.00%", "align": "right"},
    "total_number": {"num_format": "0.0", "bold": True},
    "date": {"num_format": DATE},
    "from": {"num_format": FROM, "align": "right"},
    "share": {"num_format": "0.0000"},
    "euro": {"num_format": EURO},
    "total": {"num_format": EURO, "bold": True, "top": 1},
    "in_euro": {"num_format": EURO, **_INPUT},
    "in_number": {"num_format": "General", "align": "right", **_INPUT},
    "in_years": {"num_format": "0.00", "align": "right", **_INPUT},
    "in_percent": {"num_format": "0.00%", "align": "right", **_INPUT},
    "in_date": {"num_format": DATE, **_INPUT},
    "in_text": {"text_wrap": True, "align": "left", "indent": 1, **_INPUT},
    "grid": {"text_wrap": True, "align": "left", "indent": 1, **_GRID},
    "open": {"text_wrap": True, "align": "left", "indent": 1, "locked": False, **_GRID},
    "open_date": {"num_format": DATE, "locked": False, **_GRID},
    "made": {"text_wrap": True, "align": "left", "indent": 1, **_MADE},
    "made_date": {"num_format": DATE, **_MADE},
    "count": _MADE,
}
