"""The sheet of who decides what, for each way to employ the ambassador.

The legal grounds are ours to ask about, not to settle: each says "kijk na".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from calculators.documents import docx
from calculators.documents.docx import Cell
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import SPACE
from calculators.documents.figures import Figures, capital, origin, subtitle
from calculators.documents.steps.pieces import about, grid
from calculators.dossier import FIELDS, Document

TITLE = "Wie beslist wat?"


@dataclass(frozen=True, slots=True)
class _Decision:
    """What is decided, usually by whom, and on what ground; `ways` are the ways to employ that need it."""

    what: str
    who: str
    ground: str
    ways: Sequence[str] = ("eigen", "extern", "subsidie")


_DECISIONS = (
    _Decision(
        "Het krediet in het meerjarenplan of een aanpassing ervan", "De raad", "Kijk na bij je financiële dienst"
    ),
    _Decision("Het functieprofiel en de selectie", "Het college of wie het opdroeg", "Kijk na", ("eigen",)),
    _Decision(
        "De aanstelling",
        "Het college, tenzij het dat opdroeg aan de algemeen directeur",
        "Decreet lokaal bestuur, art. 56, § 3, 2° (kijk na)",
        ("eigen",),
    ),
    _Decision(
        "Hoe de opdracht gegund wordt, en aan wie",
        "Het college of de raad, naargelang wat is opgedragen",
        "Wet op de overheidsopdrachten (kijk na)",
        ("extern",),
    ),
    _Decision(
        "De subsidie op naam of het reglement",
        "Meestal de gemeenteraad",
        "Decreet lokaal bestuur, art. 41, 23° (kijk na)",
        ("subsidie",),
    ),
    _Decision("Het visum", "De financieel directeur", "De grens die de raad bepaalde (kijk na)"),
    _Decision("De engagementsverklaringen", "Elke partner en de werkgever", "Geen: het is een afspraak"),
    _Decision("Verlengen of overdragen", "Wie ook over de start besliste", "Kijk na"),
)
_ADVICE = (
    ("Jeugdraad", "Over alles wat het jeugdbeleid raakt. Kijk na welke regel vandaag geldt."),
    ("Managementteam", "Over de plaats in de organisatie."),
    ("Financieel directeur", "Over het krediet en het visum."),
    ("Functionaris voor gegevensbescherming", "Over wat je bijhoudt van kinderen en gezinnen."),
)
_DECIDED = (("Beslissing", 28), ("Wie beslist meestal", 22), ("Op welke grond", 24), ("Bij ons", 14), ("Wanneer", 12))
_ASKED = (("Wie", 26), ("Waarover", 44), ("Gevraagd op", 15), ("Antwoord op", 15))


def make(document: Document, today: date) -> bytes:
    """The sheet for the way to employ that the dossier chose; for all of them if it chose none."""
    chosen = document.text("uitvoering") or document.inputs("budget").get("uitvoering", "")
    ways = {chosen} if chosen in dict(FIELDS["uitvoering"].choices) else dict(FIELDS["uitvoering"].choices).keys()
    figures = Figures(document)
    return docx.document(
        TITLE,
        docx.heading(1, TITLE),
        subtitle(document, today, "Stap 4: aanwerven of uitbesteden"),
        about(document, _employer(figures)),
        docx.para("Besturen verdelen dit elk anders. Vul in hoe het bij jullie is, en laat de gronden nakijken."),
        docx.heading(2, "Beslissingen"),
        grid("Beslissingen", _DECIDED, [_row(one) for one in _DECISIONS if ways & set(one.ways)]),
        docx.heading(2, "Adviezen"),
        grid("Adviezen", _ASKED, [_advice(*one) for one in _ADVICE]),
        origin(),
        created=today,
    )


def _employer(figures: Figures) -> tuple[str, Cell]:
    return "Werkgever", controls.line("Werkgever", capital(figures.employer(unnamed="")), SPACE)


def _row(decision: _Decision) -> Sequence[Cell]:
    ours = controls.line(f"Bij ons: {decision.what}", "", SPACE)
    return (docx.bold(decision.what), decision.who, decision.ground, ours, _day(f"Wanneer: {decision.what}"))


def _advice(who: str, what: str) -> Sequence[Cell]:
    return (docx.bold(who), what, _day(f"Gevraagd: {who}"), _day(f"Antwoord: {who}"))


def _day(title: str) -> Cell:
    return controls.day(title, None, SPACE)
