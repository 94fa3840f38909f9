"""Dossiers to make documents from: one as a youth officer leaves it, and one as an attacker would send it."""

from itertools import cycle

from calculators.core import content
from calculators.core.fields import Kind
from calculators.dossier import FIELDS, LONGEST, Document, ItemStatus, OwnAction, Partner, Scenario, options

FILLED = Document(
    appointment={
        "startdatum": "2027-03-01",
        "fte": "80",
        "uitvoering": "eigen",
        "afsluitmoment": "inschrijving",
    },
    calculators={
        "budget": {"jaarloonkost": "64.250,50", "subsidie": "20.000"},
        "trajecten": {"vrije_plaatsen": "31"},
    },
    scenarios=(Scenario("Halftijds", {"fte": "50"}),),
    checklist={
        "s1-01": ItemStatus("klaar", "Noor", "2027-01-10", "Besproken."),
        "s2-01": ItemStatus("bezig", "Bert"),
        "eigen-1": ItemStatus("bezig", "Noor", "2027-02-01"),
    },
    texts={
        "organisatie": "Gemeente Voorbeeldegem",
        "contact": "Noor Peeters, jeugdconsulent",
        "datum": "2027-01-18",
        "overtuigingen": "Elk kind verdient een plek.\n- Spelen is een recht.",
        "focus": "Kinderen van 6 tot 14 jaar in Ter Linden",
        "orgaan": "college",
        "visum_drempel": "25.000",
        "indicatoren": "Veertig trajecten in het eerste volledige jaar.",
    },
    strategieen=("individuele-toeleiding",),
    profielen=tuple(identity for identity, _ in options("profielen"))[2:3],
    criteria=("relaties", "ontmoeting"),
    partners=(
        Partner("Chiro De Linde", "vereniging", "6", "getekend"),
        Partner("Jeugdhuis 't Spoor", "vereniging", "10", "mondeling"),
        Partner("OCMW Voorbeeldegem", "toeleider", "", "getekend", voor_te_stellen="12"),
    ),
    actions=(OwnAction("eigen-1", "stap-2", "Bel de buurtwerker."),),
)

HOSTILE = (
    '=HYPERLINK("http://kwaad.example","klik")',
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "http://kwaad.example",
    "</w:t></w:r><w:b/>",
    "<b>vet</b> & <script>alert(1)</script>",
    "\u202eomgekeerd\u202c \u200b\u2066",
    "_x0041_",
    "👩‍👩‍👧 é ʼn 漢",
    "]]>",
)
CONTROL = "a\x00b\x01c\x0bd\x1fe\ud800f\ufffeg"
"""What `read` refuses, but what the makers must survive all the same."""


def hostile(*texts: str) -> Document:
    """A dossier with these texts, in turn, wherever a reader can type; every one is a partner of each kind."""
    turn = cycle(texts)
    free = {name: next(turn)[: LONGEST[name]] for name, spec in FIELDS.items() if spec.kind is Kind.TEXT}
    kinds = ("toeleider", "vereniging", "bestuur", "")
    partners = tuple(
        Partner(text, kind, text[:20], voor_te_stellen=text[:20], overlegmomenten=text[:20])
        for text in texts[:10]
        for kind in kinds
    )
    marks = {item.id: ItemStatus("bezig", next(turn), "", next(turn)) for item in content.items()}
    return Document(
        {"fte": texts[0]}, {"budget": {"subsidie": texts[0]}}, (Scenario(texts[0], {}),), marks, free, partners=partners
    )
