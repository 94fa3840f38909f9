"""Finished documents, read back by python-docx, openpyxl and icalendar: what each says of the appointment.

Every function gives facts by name. A fact that several documents give has the same name and form in each; one that a
document leaves open is not there. What a document says more than once is a set, which holds one value if all is well.
"""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import icalendar
from openpyxl import load_workbook

from calculators import documents, service
from calculators.core.sentences import capitalised, uncapitalised
from calculators.documents.docx.content_controls import DOTS
from calculators.dossier import Document

type Facts = dict[str, Any]

_TODAY = date(2027, 1, 4)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MONTHS = [
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
]
_DAY = rf"(\d+ (?:{'|'.join(_MONTHS)}) \d{{4}})"
_PERCENT = r"([\d,]+)\u00a0%"


@dataclass(frozen=True)
class Word:
    """The paragraphs outside tables, and the rows of each table."""

    lines: list[str]
    tables: list[list[list[str]]]

    @property
    def text(self) -> str:
        return "\n".join([*self.lines, *(" ".join(row) for table in self.tables for row in table)])

    def rows(self, heading: str) -> list[list[str]]:
        """The table that has this text in its first cell."""
        return next(table for table in self.tables if table[0][0] == heading)

    def after(self, label: str) -> str:
        """What follows a label in its paragraph."""
        return next(line.removeprefix(label).strip() for line in self.lines if line.startswith(label))


def word(kind: str, document: Document) -> Word:
    body = docx.Document(BytesIO(documents.make(kind, document, _TODAY)[2])).element.body
    cells = set(body.iter(f"{_W}tc"))
    inside = {paragraph for cell in cells for paragraph in cell.iter(f"{_W}p")}
    lines = [_text(one) for one in body.iter(f"{_W}p") if one not in inside]
    tables = [
        [[_text(cell) for cell in row.iter(f"{_W}tc")] for row in one.iter(f"{_W}tr")] for one in body.iter(f"{_W}tbl")
    ]
    return Word(lines, tables)


def _text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{_W}t"))


def day(text: str) -> date:
    number, month, year = text.split()
    return date(int(year), _MONTHS.index(month) + 1, int(number))


def number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def said(kind: str, document: Document) -> str:
    """Every text in a Word, Excel or CSV document."""
    data = documents.make(kind, document, _TODAY)[2]
    if documents.ALL[kind].filename.endswith("csv"):
        return data.decode("utf-8-sig")
    if not documents.ALL[kind].filename.endswith("xlsx"):
        return word(kind, document).text
    book = load_workbook(BytesIO(data), data_only=True, read_only=True)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(value) for row in rows for value in row if isinstance(value, str))


def ends(text: str) -> set[date | str]:
    """The last days that a text names, and where it says for how long something is."""
    length = r"\bvoor (?:[\d,]+|een|één|twee|drie|vier|vijf) (?:jaar|maand(?:en)?)"
    until = re.findall(rf"tot(?: en met| op)? {_DAY}", text)
    return {*(day(one) for one in until), *re.findall(length, text)}


def nota(document: Document) -> Facts:
    file = word("nota", document)
    expected = {row[0]: row[1] for table in file.tables if table[0][0] == "Verwachting" for row in table[1:]}
    started = next((text for name, text in expected.items() if name.endswith("te starten per jaar")), None)
    success = re.search(r"Geslaagd telt hier ([^,.]+)", file.text)
    return {
        **_terms(file.text),
        **_sizes(file.text),
        "posts": [_post(row) for row in file.rows("Post")[1:]],
        "profiles": [
            capitalised(one)
            for one in re.findall("“([^”]+)”", file.text.partition("De opdracht steunt op")[2].partition("\n")[0])
        ],
        "employer": file.after("Werkgever: ") if "Werkgever: " in file.text else None,
        "subject": re.findall(r"^(Aanstelling|Opdracht|Subsidie)", file.lines[0]),
        "articles": next(row for row in file.lines if "gaat principieel akkoord" in row),
        "places": int(next(row[2] for row in file.rows("Partner") if row[0].startswith("Plaatsen samen"))),
        "promised": [re.sub(r"\D", "", row[2]) for row in file.rows("Partner")[1:-1] if row[2][0].isdigit()],
        "rhythm": re.findall(r"evalueert ze (.+), met", file.text),
        "described": file.after("Een toeleiding is geslaagd als: "),
        "moment": success[1] if success else None,
        "success": any("geslaagd" in name for name in expected),
        "started": int(started.removeprefix("hoogstens ")) if started else None,
    }


def _months(length: str) -> Decimal:
    """A term in months: `2,5 jaar` is 30, `34 maanden` 34."""
    count, unit = length.split()
    return number(count) * (12 if unit == "jaar" else 1)


def _terms(text: str) -> Facts:
    """All that is said of the term; an appointment without end has no last day."""
    fixed = re.findall(rf"van {_DAY} tot en met {_DAY} \(([\d,]+ (?:jaar|maand(?:en)?))\)", text)
    found: list[tuple[date, date | None, Decimal]] = [
        (day(first), day(last), _months(length)) for first, last, length in fixed
    ]
    open_ended = re.findall(rf"van onbepaalde duur vanaf {_DAY}, geraamd over ([\d,]+ (?:jaar|maand(?:en)?))", text)
    found += [(day(first), None, _months(length)) for first, length in open_ended]
    assert len(found) == 4, "in the summary, the reasons, the figures and the first article"
    return {"term": set(found)}


def _sizes(text: str) -> Facts:
    """All that is said of how much is worked, in full-timers; a percentage says the same."""
    for percent, equivalent in re.findall(rf"{_PERCENT} \(([\d,]+) VTE\)", text):
        assert number(equivalent) == round(number(percent) / 100, 2)
    return {"size": {number(found) for found in re.findall(r"([\d,]+) VTE", text)}}


def _post(row: list[str]) -> tuple[str, Decimal, date, date | None]:
    _, profile, percent, first, last, _ = row
    until = None if last == "onbepaalde duur" else day(last)
    return profile, number(percent.removesuffix("\u00a0%")), day(first), until


def agenda(document: Document) -> Facts:
    file = word("evaluatie", document)
    rows = [(name, day(when)) for name, when, *_ in file.rows("Moment")[1:]]
    moment = file.after("Een toeleiding telt als geslaagd: ")
    return {
        "evaluations": [when for name, when in rows if name.startswith("Evaluatie")],
        "decision": next((when for name, when in rows if name.startswith("Beslissen")), None),
        "soon": {name: when for name, when in rows if name.startswith("Na ")},
        "moment": None if moment == DOTS else moment,
    }


def engagement(kind: str, document: Document) -> list[Facts]:
    """One set of facts for each statement in the file."""
    file = word(f"engagement-{kind}", document)
    names = [dict(one) for one in file.tables if one[0][0] != "Ondertekening"]
    spans = [line for line in file.lines if re.match("Van(af)? ", line)]
    sizes = [line for line in file.lines if re.match("We zetten (een )?ambassadeur", line)]
    promised = [line for line in file.lines if line.startswith("Aantal ")]
    signed = [one[0][2] for one in file.tables if one[0][0] == "Ondertekening"]
    found = []
    for who, term, size, promise, signs in zip(names, spans, sizes, promised, signed, strict=True):
        span, _, evaluated = term.partition("We kijken samen terug op ")
        days = [day(one) for one in re.findall(_DAY, span)]
        found.append(
            {
                "evaluated": [day(one) for one in re.findall(_DAY, evaluated)],
                "employer": who["Werkgever van de ambassadeur"],
                "signs": signs.removeprefix("Voor de werkgever").removeprefix(", "),
                "first": days[0],
                "last": days[1] if len(days) > 1 else None,
                **_sizes(size),
                "promised": promise.rpartition(": ")[2].removesuffix("."),
            }
        )
    return found


def external(kind: str, document: Document) -> Facts:
    """What the description of the assignment, or the agreement with the partner, says."""
    file = word(kind, document)
    terms = dict(file.rows("Tewerkstelling"))
    days = [day(one) for one in re.findall(_DAY, terms["Looptijd"])]
    return {
        **_sizes(terms["Tewerkstelling"]),
        "first": days[0],
        "last": days[1] if len(days) > 1 else None,
        "rhythm": re.findall(r"evalue(?:ert ze|ren samen) ([^.,]+)[.,]", file.text),
    }


def vacancy(document: Document) -> list[Facts]:
    """One set of facts for each page; the terms that a page leaves open are not there."""
    file = word("functieprofiel", document)
    name = "Verbindingsambassadeur (m/v/x)"
    heads = [index for index, line in enumerate(file.lines) if line.startswith(name)]
    terms = [dict(one) for one in file.tables if any(row[0] == "Contract" for row in one)]
    found = []
    for start, who in zip(heads, terms, strict=True):
        post = re.match(r"Post (\d) van", who.get("Post", ""))
        percent = re.fullmatch(_PERCENT, who["Tewerkstelling"])
        until = re.search(_DAY, who["Contract"])
        facts = {
            "employer": file.lines[start + 1],
            "profile": capitalised(file.lines[start].removeprefix(name).removeprefix(": ")) or None,
            "post": int(post[1]) if post else None,
            "percent": number(percent[1]) if percent else None,
            "first": day(who["Start"]) if re.fullmatch(_DAY, who["Start"]) else None,
            "last": day(until[1]) if until else None,
            "indefinite": who["Contract"] == "Onbepaalde duur",
        }
        found.append({name: value for name, value in facts.items() if value is not None})
    return found


def workbook(document: Document) -> Facts:
    book = load_workbook(BytesIO(documents.make("dossier", document, _TODAY)[2]), data_only=True, read_only=True)
    cells: dict[str, Any] = {}
    for sheet in ("Invoer", "Trajecten"):
        values = list(book[sheet].iter_rows(values_only=True))
        for name, defined in book.defined_names.items():
            place = re.fullmatch(rf"{sheet}!\$B\$(\d+)", defined.attr_text or "")
            if place:
                cells[name] = values[int(place[1]) - 1][1]
    targets: dict[Any, Any] = {row[0]: row for row in reversed(values)}
    posts = [tail for tail in ("", *(f"_{number}" for number in range(2, 9))) if cells.get(f"fte{tail}")]
    moment = cells["traject_afsluitmoment"]
    return {
        "first": cells["startdatum"].date(),
        "years": Decimal(str(cells["looptijd_jaren"])),
        "contract": cells["contract"],
        "delivery": cells["uitvoering"],
        "posts": [
            (
                100 * Decimal(str(cells[f"fte{tail}"])),
                _date(cells[f"in_dienst{tail}"]),
                _date(cells[f"uit_dienst{tail}"]),
            )
            for tail in posts
        ],
        "percent": 100 * Decimal(str(cells["traject_fte"])),
        "target_years": Decimal(str(cells["traject_looptijd_jaren"])),
        "places": cells["traject_vrije_plaatsen"] or 0,
        "moment": moment and uncapitalised(moment),
        "started": int(targets["Realistisch hoogstens te starten"][2] + 1e-6),
        "success": isinstance(targets["Geslaagde toeleidingen, onderkant"][2], int | float),
    }


def _date(value: datetime | None) -> date | None:
    return value.date() if value else None


def registration(document: Document) -> Facts:
    book = load_workbook(BytesIO(documents.make("registratie", document, _TODAY)[2]), data_only=True, read_only=True)
    moment = book["Overzicht"]["B6"].value
    assert moment is None or isinstance(moment, str)
    return {"moment": moment and uncapitalised(moment)}


def calendar(values: Mapping[str, str]) -> Facts:
    """What the calendar file says."""
    file = icalendar.Calendar.from_ical(calendar_text(values))
    events = [
        (str(one["SUMMARY"]).removeprefix("Verbindingsambassadeur: "), one.decoded("DTSTART"))
        for one in file.walk("VEVENT")
    ]
    return {
        "first": next(when for name, when in events if name == "De ambassadeur begint"),
        "last": next((when for name, when in events if name == "Laatste dag van het contract"), None),
        "evaluations": [when for name, when in events if name.startswith("Evaluatie")],
        "decision": next((when for name, when in events if name.startswith("Beslissen")), None),
    }


def calendar_text(values: Mapping[str, str]) -> str:
    """The calendar file, made as the page of the term calculator asks for it."""
    asked = {"action": "calendar", "document": '{"version": 2}', "values": values, "stamp": "2027-01-04T12:00:00+01:00"}
    return base64.b64decode(json.loads(service.handle(json.dumps(asked)))["data"]).decode()
