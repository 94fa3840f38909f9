"""The sheet with the checklist: what the reader noted for each action, to be filled in further."""

from datetime import date

from calculators.core.content import Item
from calculators.core.fields import FIRST_DAY, LAST_DAY
from calculators.documents.xlsx import Pages, as_text, choice, days, height
from calculators.dossier import Document
from calculators.dossier.choices import STATUSES, Status

_HEADS = ("Stap", "Actie", "Status", "Wie", "Tegen wanneer", "Notitie")
_LOOKS = ("grid", "grid", "in_text", "in_text", "in_date", "in_text")
_WIDTHS = (7, 62, 18, 20, 14, 44)
_STATUS, _BY = _HEADS.index("Status"), _HEADS.index("Tegen wanneer")
_FIRST = 4
"""The row of the first action, from 0."""


def write(pages: Pages, document: Document) -> None:
    """Write the sheet, with how many of the actions that apply are done above them."""
    sheet = pages.sheet("Checklist", _WIDTHS, landscape=True)
    items = document.items
    last = _FIRST + len(items) - 1
    sheet.write_formula(1, 1, _count(last), pages.formats["bold"], _counted(document))
    pages.heads(sheet, _FIRST - 1, _HEADS)
    for row, item in enumerate(items, start=_FIRST):
        cells = _cells(document, item)
        texts = [(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True) if isinstance(cell, str)]
        sheet.set_row(row, height(*texts))
        for column, (cell, look) in enumerate(zip(cells, _LOOKS, strict=True)):
            pages.value(sheet, row, column, cell, look)
    sheet.data_validation(_FIRST, _STATUS, last, _STATUS, choice(list(STATUSES.values())))
    sheet.data_validation(_FIRST, _BY, last, _BY, days(date.fromisoformat(FIRST_DAY), date.fromisoformat(LAST_DAY)))


def _cells(document: Document, item: Item) -> tuple[str | date | None, ...]:
    """What stands in the row of an action, by column."""
    noted = document.noted(item.id)
    due = date.fromisoformat(noted.by) if noted.by else None
    return (item.step.removeprefix("stap-"), item.text, STATUSES[noted.status], noted.who, due, noted.note)


def _count(last: int) -> str:
    """The formula that counts what is done, of all rows up to the last one but those that do not apply."""
    statuses = f"C{_FIRST + 1}:C{last + 1}"
    left_out = f"COUNTIF({statuses},{as_text(STATUSES[Status.NOT_APPLICABLE])})"
    return f'=COUNTIF({statuses},{as_text(STATUSES[Status.DONE])})&" van "&({last - _FIRST + 1}-{left_out})&" klaar"'


def _counted(document: Document) -> str:
    """What that formula gives, for programs that do not recalculate."""
    statuses = [document.noted(item.id).status for item in document.items]
    done, left_out = statuses.count(Status.DONE), statuses.count(Status.NOT_APPLICABLE)
    return f"{done} van {len(statuses) - left_out} klaar"
