"""The fields of the dossier, declared once: its page, the documents and the import all read these."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from calculators.appointment import KEYS
from calculators.core import content
from calculators.core.delivery import Delivery
from calculators.core.fields import FIRST_DAY, Field, Kind
from calculators.core.partner_role import PartnerRole
from calculators.dossier.choices import Body
from calculators.dossier.limits import LONG, SHORT

ASSOCIATION = Body.ASSOCIATION
"""The body of an association; all others are of a local government."""

STEP_1, STEP_2, STEP_3 = "Overtuigingen en verwachtingen", "De huidige situatie", "De keuze"
STEP_4, STEP_5, STEP_6 = "Aanwerven of uitbesteden", "Omkadering", "Opvolging"
ABOUT, DECISION = "Over dit dossier", "De beslissing"


def _text(label: str, group: str, hint: str = "") -> Field:
    return Field(label, Kind.TEXT, None, hint, group=group, optional=True)


def _choice(label: str, group: str, choices: tuple[tuple[str, str], ...], hint: str = "") -> Field:
    return Field(label, Kind.CHOICE, None, hint, choices=choices, group=group, optional=True)


FIELDS: Mapping[str, Field] = {
    "organisatie": _text("Naam van je bestuur of organisatie", ABOUT),
    "contact": _text("Contactpersoon", ABOUT, "Naam, functie en hoe je te bereiken bent."),
    "datum": Field(
        "Datum van de nota", Kind.DATE, None, minimum=date.fromisoformat(FIRST_DAY), group=ABOUT, optional=True
    ),
    "overtuigingen": _text("Onze overtuigingen", STEP_1, "Waarom is vrije tijd waardevol? Een korte nota volstaat."),
    "knelpunten": _text("Wat vandaag niet lukt", STEP_1, "Wie bereik je niet, en waarom denk je dat?"),
    "verwachtingen": _text("Onze verwachtingen", STEP_1, "Wat moet een ambassadeur mogelijk maken?"),
    "eigen_inzet": _text("Wat we zelf doen", STEP_1, "Welke tijd, steun en contacten breng je in?"),
    "situatie": _text(
        "Samenvatting van de omgevingsanalyse", STEP_2, "Noden, bestaand aanbod en drempels. Verwijs naar je bronnen."
    ),
    "leefwereld": _text(
        "Wat weten we over de leefwereld?", STEP_2, "Wat je leerde van kinderen, jongeren en mensen die hen kennen."
    ),
    "focus": _text("Onze focus", STEP_3, "Een doelgroep, een buurt, een vorm van jeugdwerk."),
    "uitvoering": _choice(
        "Wie neemt de ambassadeur in dienst?",
        STEP_4,
        (
            (Delivery.OWN, "Het bestuur zelf"),
            (Delivery.EXTERNAL, "Een externe partner, met een opdracht"),
            (Delivery.SUBSIDY, "Een partner, met een subsidie"),
        ),
    ),
    "partner_werkgever": _text(
        "Naam van de partner die in dienst neemt",
        STEP_4,
        "Alleen als een partner de ambassadeur in dienst neemt. De documenten noemen dan die partner als werkgever.",
    ),
    "werkgever_reden": _text("Waarom die keuze?", STEP_4),
    "dienst": _text("Dienst of afdeling", STEP_4, "Waar hoort de ambassadeur bij, en wie is de leidinggevende?"),
    "mandaat": _text("Mandaat en opdracht", STEP_4, "Wat mag de ambassadeur zelf beslissen?"),
    "steungroep": _text("Steungroep", STEP_5, "Wie zit erin, hoe vaak komt ze samen en welke rollen neemt ze op?"),
    "vorming": _text("Vorming, intervisie en coaching", STEP_5),
    "indicatoren": _text(
        "Doelen en indicatoren", STEP_6, "Leg ze vast samen met de ambassadeur. Wees voorzichtig met cijfers."
    ),
    "rapportering": _text(
        "Rapporteren en evalueren",
        STEP_6,
        "Wanneer en aan wie rapporteert de ambassadeur, en wie evalueert? Om de hoeveel maanden jullie evalueren, vul "
        "je in bij de rekenhulp voor de looptijd.",
    ),
    "orgaan": _choice(
        "Wie beslist?",
        DECISION,
        (
            (Body.COLLEGE, "Het college van burgemeester en schepenen"),
            (Body.COUNCIL, "De gemeenteraad"),
            (Body.BUREAU, "Het vast bureau"),
            (Body.ASSOCIATION, "Het bestuursorgaan van de vereniging"),
        ),
    ),
    "bevoegdheid": _text("Bevoegdheid", DECISION, "Op welke grond is dit orgaan bevoegd?"),
    "juridische_context": _text("Juridische context", DECISION, "Decreten, reglementen en eerdere beslissingen."),
    "actie": _text("Actie in het meerjarenplan", DECISION, "Doelstelling, actieplan en actie, met hun codes."),
    "visum_drempel": Field(
        "Drempel voor het visum",
        Kind.MONEY,
        None,
        "Het bedrag zonder btw waarboven een uitgave bij jullie een visum van de financieel directeur nodig heeft.",
        unit="€",
        minimum=Decimal(0),
        maximum=Decimal(10_000_000),
        group=DECISION,
        optional=True,
    ),
    "open_beslissingen": _text("Wat moet nog beslist worden?", DECISION),
}

OWN = tuple(name for name in FIELDS if name not in KEYS)
"""The fields that only the dossier has; the other fields show a fact of the appointment."""

_ONE_LINE = {"organisatie", "contact", "datum", "uitvoering", "partner_werkgever", "dienst", "orgaan", "visum_drempel"}
MULTILINE = frozenset(FIELDS) - _ONE_LINE
"""Fields that hold more than one line."""

LONGEST: Mapping[str, int] = {name: LONG if name in MULTILINE else SHORT for name in FIELDS}
"""The most characters that each field may have."""


def _promised(label: str) -> Field:
    return Field(label, Kind.WHOLE, None, minimum=0, maximum=10_000, optional=True)


NUMBERS: Mapping[str, Field] = {
    "plaatsen": _promised("Plaatsen"),
    "voor_te_stellen": _promised("Kinderen of gezinnen voor te stellen"),
    "overlegmomenten": _promised("Overlegmomenten per jaar"),
}
"""The numbers that a partner may promise: places, children or families to introduce, meetings a year."""

ASKED: Mapping[str, str] = {
    "": "plaatsen",
    PartnerRole.INTERMEDIARY: "voor_te_stellen",
    PartnerRole.CLUB: "plaatsen",
    PartnerRole.GOVERNMENT: "overlegmomenten",
}
"""Which of the `NUMBERS` a partner promises, by its role; places, as long as none was chosen."""

LISTS: Mapping[str, str] = {"strategieen": "Strategieën", "profielen": "Profielen", "criteria": "Criteria"}
"""The Dutch label of each list in the dossier."""

# Control characters that word processors and spreadsheets paste along, and the harmless ones that replace them.
_PASTED = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\x1f": None, "\ufeff": None})
# Controls, halves of surrogate pairs, and code points that are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def options(name: str) -> tuple[tuple[str, str], ...]:
    """The choices of a list, or of a fact of the appointment: (id, Dutch name). Raises `KeyError` for other names."""
    match name:
        case "strategieen":
            return tuple((strategy.id, strategy.name) for strategy in content.strategies())
        case "profielen":
            return tuple((profile.id, profile.name) for profile in content.profiles())
        case "criteria":
            return tuple((criterion.id, criterion.name) for criterion in content.criteria())
        case "uitvoering":
            return FIELDS["uitvoering"].choices
        case "afsluitmoment":
            return tuple((cutoff.id, cutoff.name) for cutoff in content.cutoffs())
    raise KeyError(name)


def clean(text: str) -> str:
    """Text with line ends of one kind and without the control characters that word processors paste along."""
    return text.replace("\r\n", "\n").translate(_PASTED)


def allowed(text: str) -> str:
    """Text without the characters that no document may contain."""
    return _FORBIDDEN.sub("", text)


def forbidden(text: str) -> bool:
    """Whether text holds characters that no document may contain, such as NUL or half a surrogate pair."""
    return _FORBIDDEN.search(text) is not None
