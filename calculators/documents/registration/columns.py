"""The columns of the registration file and the lists to choose from."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from calculators.core import content
from calculators.core.partner_role import PartnerRole
from calculators.documents.xlsx import as_text
from calculators.dossier import Document

SHEET = "Registratie"
FIRST = 4
"""The first row to fill in, counted from 0."""
ROWS = 150
PRINTED = 30
"""How many of the rows print, so that the empty file is not 150 rows of paper; readers may enlarge the print area."""
ROW_HEIGHT = 44
"""The height in points of a row; it leaves 9 mm to write in by hand at the scale at which the sheets print."""
LIST_ROWS = 20
"""The rows of each list: the choices, and empty cells for more."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its key for formulas, heading, width in characters, and kind of content.

    `kind` is "text", "number", "date", "list" (the choices are those of the list named `source`) or "made" (a formula);
    `answers` are fixed choices. `new_page` starts the second printed page.
    """

    key: str
    heading: str
    width: float
    kind: str = "text"
    source: str = ""
    answers: tuple[str, ...] = ()
    new_page: bool = False


WELL = ("goed", "moeilijk", "gestopt")
ACTIVE = ("ja zonder steun", "ja met steun")
STILL = (*ACTIVE, "nee")
AGAIN = ("ja", "nee")

COLUMNS = (
    SheetColumn("code", "Code", 8),
    SheetColumn("via", "Via", 22, "list", "lijst_via"),
    SheetColumn("zoekt", "Wat het kind graag doet", 25),
    SheetColumn("aanbieder", "Aanbieder", 25, "list", "lijst_aanbieder"),
    SheetColumn("aanbod", "Soort aanbod", 22, "list", "lijst_aanbod"),
    SheetColumn("aangemeld", "Aangemeld", 11.5, "date"),
    SheetColumn("gesprek", "Gesprek", 11.5, "date"),
    SheetColumn("gezocht", "Gezocht", 11.5, "date"),
    SheetColumn("proef", "Proef", 11.5, "date"),
    SheetColumn("ingeschreven", "Ingeschreven", 13, "date"),
    SheetColumn("weken", "Na 2 weken", 11.5, "date", new_page=True),
    SheetColumn("weken_hoe", "Hoe loopt het?", 10.5, answers=WELL),
    SheetColumn("maanden", "Na 2 maanden", 11.5, "date"),
    SheetColumn("maanden_hoe", "Nog actief?", 14, answers=STILL),
    SheetColumn("later", "Na 6 tot 8 maanden", 11.5, "date"),
    SheetColumn("later_hoe", "Nog actief?", 14, answers=STILL),
    SheetColumn("opnieuw", "Volgend werkjaar", 11.5, "date"),
    SheetColumn("opnieuw_hoe", "Opnieuw ingeschreven?", 13, answers=AGAIN),
    SheetColumn("gestopt", "Afgesloten", 11.5, "date"),
    SheetColumn("drempel", "Grootste drempel", 16.5, "list", "lijst_drempel"),
    SheetColumn("volgende", "Volgende stap", 17, "made"),
    SheetColumn("tegen", "Richtdatum", 11.5, "made"),
)
PLACE = {column.key: number for number, column in enumerate(COLUMNS)}

ACTIVITIES = (
    SheetColumn("datum", "Datum", 12, "date"),
    SheetColumn("soort", "Soort", 40, "list", "lijst_activiteit"),
    SheetColumn("wat", "Wat", 40),
    SheetColumn("partners", "Met welke organisaties", 34),
    SheetColumn("aantal", "Hoeveel mensen", 11, "number"),
    SheetColumn("gevolg", "Wat komt eruit", 40),
)

_THRESHOLDS = (
    "Prijs",
    "Vervoer",
    "Taal",
    "Geen plaats vrij",
    "Uren of dagen passen niet",
    "Te weinig informatie",
    "Onthaal in de groep",
    "Aanbod past niet",
    "Vraag veranderde",
)


@dataclass(frozen=True, slots=True)
class Choices:
    """A list to choose from: the key of its `column`, and of the one whose date decides the year (`when`)."""

    heading: str
    values: list[str]
    column: str
    when: str = "aangemeld"


def lists(document: Document) -> dict[str, Choices]:
    """The lists by the name of their range of cells; the reader's own partners come first."""
    via = [*_own_partners(document, PartnerRole.INTERMEDIARY), *_partner_kinds(PartnerRole.INTERMEDIARY), "Gezin zelf"]
    providers = _own_partners(document, PartnerRole.CLUB)
    activities = [criterion.name for criterion in content.criteria()]
    return {
        "lijst_via": Choices("Via (tussenpersoon)", via[:LIST_ROWS], "via"),
        "lijst_aanbieder": Choices("Aanbieder", providers[:LIST_ROWS], "aanbieder"),
        "lijst_aanbod": Choices("Soort aanbod", _partner_kinds(PartnerRole.CLUB), "aanbod"),
        "lijst_drempel": Choices("Grootste drempel", list(_THRESHOLDS), "drempel"),
        "lijst_activiteit": Choices("Soort activiteit", activities, "soort", "datum"),
    }


def _own_partners(document: Document, role: PartnerRole) -> list[str]:
    return [partner.name for partner in document.partners if partner.soort == role and partner.name]


def _partner_kinds(role: PartnerRole) -> list[str]:
    return [partner.name for partner in content.partner_kinds() if partner.kind == role]


def following(row: int) -> dict[int, tuple[str, str]]:
    """The formulas of a row (from 0) for the next stage and its due date: (formula, name of its format) by column.

    The next stage is the one after the last with a date, so that stages may be skipped. A working year begins on
    1 September, and who enrols in July or August enrols for the year that begins (both our assumption).
    """
    at = {key: xl_rowcol_to_cell(row, number, col_abs=True) for key, number in PLACE.items()}
    ended = (
        f'OR({at["gestopt"]}<>"",{at["weken_hoe"]}="gestopt",{at["maanden_hoe"]}="nee",{at["later_hoe"]}="nee",'
        f'{at["opnieuw"]}<>"")'
    )
    next_stage = '""'
    for key, text in _NEXT.items():
        next_stage = f'IF({at[key]}<>"",{as_text(text)},{next_stage})'
    start = at["ingeschreven"]
    due = (
        f'IF({at["volgende"]}="Na 2 weken",{start}+14,IF({at["volgende"]}="Na 2 maanden",EDATE({start},2),'
        f'IF({at["volgende"]}="Na 6 tot 8 maanden",EDATE({start},6),IF({at["volgende"]}="Volgend werkjaar",'
        f'DATE(YEAR({start})+IF(MONTH({start})>=7,1,0),9,1),""))))'
    )
    return {
        PLACE["volgende"]: (f'=IF({ended},"Afgerond",{next_stage})', "made"),
        PLACE["tegen"]: (f'=IF({start}="","",{due})', "made_date"),
    }


_NEXT = {
    "aangemeld": "Gesprek",
    "gesprek": "Zoeken",
    "gezocht": "Proef",
    "proef": "Inschrijving",
    "ingeschreven": "Na 2 weken",
    "weken": "Na 2 maanden",
    "maanden": "Na 6 tot 8 maanden",
    "later": "Volgend werkjaar",
}
"""The stage that follows each stage, in order."""
