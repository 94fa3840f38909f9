"""The needs analysis of step 2: needs, what there is to do, thresholds, and how children live."""

from collections.abc import Sequence
from datetime import date

from calculators.core.partner_role import PartnerRole
from calculators.documents import docx
from calculators.documents.docx import Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import promised
from calculators.documents.pieces import about, asked, cells, grid, origin, subtitle
from calculators.dossier import Document, Partner

TITLE = "Omgevingsanalyse voor een verbindingsambassadeur"

_QUESTIONS = (
    ("Wie woont hier?", "Hoeveel kinderen en jongeren zijn er, per leeftijd en per buurt? Welke groepen groeien?"),
    ("Wat zijn de noden?", "Wat zeggen kinderen, jongeren en ouders zelf? Wat zien scholen, OCMW en buurtwerk?"),
)
_THRESHOLDS = ("Betaalbaar", "Bereikbaar", "Bekend", "Begrijpelijk", "Betrouwbaar", "Iets anders")
"""Words to look at thresholds with (our choice); the page of step 2 refers to a whole list."""
_OFFER = (("Aanbieder", 28), ("Leeftijden", 16), ("Dagen en vakanties", 22), ("Prijs", 14), ("Vrije plaatsen", 20))
_EMPTY_ROWS = 5


def make(document: Document, today: date) -> bytes:
    """The bytes of the Word file; blank for an empty dossier. Clubs among the partners fill the table of the offer."""
    return docx.document(
        TITLE,
        docx.heading(1, TITLE),
        subtitle(document, today, "Stap 2: de huidige situatie"),
        about(document),
        asked(
            "Samenvatting",
            "Waar zijn de noden het grootst, en waar is er een goede basis voor een ambassadeur?",
            document,
            document.text("situatie"),
        ),
        [asked(title, question, document, "") for title, question in _QUESTIONS],
        _offer(document),
        _thresholds(),
        asked(
            "De leefwereld",
            "Wat weten we over kinderen en jongeren, en hoe goed kennen we hen? Wat betekent vrije tijd voor hen?",
            document,
            document.text("leefwereld"),
        ),
        asked(
            "Wie doet al wat?",
            "Welke brugfiguren en tussenpersonen zijn er al? Waar werken vraag en aanbod langs elkaar heen?",
            document,
            "",
        ),
        origin(),
        created=today,
    )


def _offer(document: Document) -> Xml:
    clubs = [partner for partner in document.partners if partner.soort == PartnerRole.CLUB]
    rows = [_club(partner) for partner in clubs] + cells("aanbod", [name for name, _ in _OFFER], _EMPTY_ROWS)
    return join(
        docx.heading(2, "Welk aanbod is er?"),
        docx.para("Jeugdwerk, sport en cultuur, het hele jaar en alleen in de vakantie.", style="Uitleg", keep=True),
        grid("Aanbod", _OFFER, rows),
    )


def _club(partner: Partner) -> Sequence[Inline]:
    name = partner.name or "Vereniging"
    between = [controls.line(f"{column}, {name}", "", SPACE) for column, _ in _OFFER[1:-1]]
    return [name, *between, controls.line(f"Vrije plaatsen, {name}", promised(partner), SPACE)]


def _thresholds() -> Xml:
    rows = [
        [docx.bold(name), *(controls.line(f"{what}: {name}", "", SPACE) for what in ("Wat zien we", "Bron"))]
        for name in _THRESHOLDS
    ]
    return join(
        docx.heading(2, "Welke drempels zijn er?"),
        docx.para("Vraag het ook aan mensen die niet deelnemen. Noteer waar je het weet.", style="Uitleg", keep=True),
        grid("Drempels", (("Is het aanbod …", 24), ("Wat zien we?", 50), ("Van wie weten we dit?", 26)), rows),
    )
