"""The first sheet of the registration file: how to use it, and what the GDPR (AVG) asks of those who keep it."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from calculators.core import content
from calculators.documents.figures import ORIGIN
from calculators.documents.registration.columns import PRINTED
from calculators.documents.xlsx import Pages, height
from calculators.dossier import Document

_WIDTHS = (30, 88)

_USE = (
    (
        "Eén rij per traject",
        "Geef elk kind of elke jongere een code, zoals 2027-001. Schrijf nergens in dit bestand een naam.",
    ),
    (
        "De sleutel",
        (
            "Bewaar de lijst die codes aan namen koppelt apart, beveiligd, en alleen voor wie ze nodig heeft. "
            "Met een code erbij blijven het persoonsgegevens."
        ),
    ),
    (
        "Een datum per stap",
        "Vul de datum in wanneer een stap gebeurt. Overslaan mag. Excel toont de volgende stap en een richtdatum.",
    ),
    (
        "Na de inschrijving",
        (
            "Kijk na twee weken, na twee maanden, na zes tot acht maanden en in het volgende werkjaar. De "
            "termijnen zijn een voorstel. We nemen aan dat een werkjaar op 1 september begint, "
            "en dat wie in juli of augustus inschrijft, dat voor het nieuwe jaar doet."
        ),
    ),
    (
        "Sluit af",
        (
            "Stopt iemand? Vul de datum in, en de grootste drempel als je die kent. Zo zie je waar "
            "verenigingen en bestuur iets aan kunnen doen."
        ),
    ),
    (
        "Rood vakje",
        "Een antwoord zonder datum telt niet mee, en geen stap komt voor de aanmelding. Zulke vakjes kleuren rood.",
    ),
    (
        "Activiteiten",
        (
            "Noteer ook ontmoetingen, uitwisseling en overleg tussen organisaties. Een ambassadeur doet meer "
            "dan toeleiden."
        ),
    ),
    (
        "Op papier",
        f"Van Registratie en Activiteiten worden de eerste {PRINTED} rijen afgedrukt. Meer? Vergroot het afdrukbereik.",
    ),
    (
        "Cijfers zijn geen norm",
        "Cijfers zijn nuttig, maar ze kunnen veel stress geven. Bekijk ze samen, naast het proces en de resultaten.",
    ),
)

_GDPR = (
    (
        "Zo weinig mogelijk",
        (
            "Noteer alleen wat je voor de begeleiding nodig hebt. Geen gezondheid, herkomst, geloof of "
            "thuissituatie. Daarom is er geen kolom voor vrije notities over een kind."
        ),
    ),
    (
        "Vertel het",
        (
            "Leg het kind en het gezin uit wat je bijhoudt en waarom, in woorden die ze begrijpen. Ze mogen "
            "het inkijken en laten verbeteren of wissen, volgens de regels van de AVG."
        ),
    ),
    (
        "Wie mag het zien",
        (
            "Zet het bestand op een beveiligde plek van je organisatie. Niet in een gedeelde map voor "
            "iedereen, niet als bijlage bij een mail."
        ),
    ),
    ("Rapporteren", "Deel alleen totalen. Bij kleine aantallen is iemand soms herkenbaar, ook zonder naam."),
    (
        "Discretie",
        (
            "Ga zorgvuldig om met wat je hoort. Of je beroepsgeheim hebt, hangt af van je functie en je werkgever: "
            "vraag het na."
        ),
    ),
    (
        "Een lek",
        (
            "Is het bestand verloren of bij de verkeerde persoon terechtgekomen? Verwittig meteen je functionaris voor "
            "gegevensbescherming. De termijn om te melden is 72 uur."
        ),
    ),
    ("Toezicht", "Voor een lokaal bestuur is dat de VTC, voor een vereniging de GBA."),
)

_RECORD = (
    ("Dienst", "Welke dienst is verantwoordelijk, en wie is het aanspreekpunt?"),
    ("Waarom", "Waarvoor gebruiken jullie de gegevens?"),
    ("Rechtsgrond", "Vraag dit aan je functionaris voor gegevensbescherming."),
    ("Over wie", "Bijvoorbeeld: kinderen en jongeren die de ambassadeur begeleidt."),
    ("Welke gegevens", "Bijvoorbeeld: code, data van de stappen, aanbieder."),
    ("Gevoelige gegevens", "Liefst geen."),
    ("Bewaartermijn", "Hoelang bewaren jullie een traject, en wie wist het?"),
    ("Wie mag erbij", "Noem functies, en wie de sleutel van de codes heeft."),
)


def guide(pages: Pages, document: Document) -> None:
    """Write the sheet, with what was agreed in the dossier."""
    sheet = pages.sheet("Lees eerst", _WIDTHS, title="Registratieblad van de verbindingsambassadeur")
    organisation = document.text("organisatie")
    pages.value(sheet, 1, 0, organisation or "Voor de ambassadeur en de leidinggevende", "bold")
    row = 3
    moments = [(cutoff.name, cutoff.description) for cutoff in content.cutoffs()]
    for heading, rows, look in (
        ("Zo werkt het", _USE, "text"),
        ("Afgesproken doelen", _agreed(document), "text"),
        ("Drie meetmomenten: wanneer is een toeleiding geslaagd?", moments, "text"),
        ("Let op de AVG", _GDPR, "text"),
        ("Fiche voor het verwerkingsregister: vul aan", _RECORD, "in_text"),
    ):
        if rows:
            row = _part(pages, sheet, row, heading, rows, look) + 2
    sheet.set_row(row, height((ORIGIN, sum(_WIDTHS))))
    sheet.merge_range(row, 0, row, 1, ORIGIN, pages.formats["text"])


def _part(pages: Pages, sheet: Worksheet, row: int, heading: str, rows: Iterable[tuple[str, str]], look: str) -> int:
    """Write a heading with labels and texts under it, from a row on; gives the last row."""
    sheet.set_row(row, 22)
    sheet.write_string(row, 0, heading, pages.formats["section"])
    for label, text in rows:
        row += 1
        sheet.set_row(row, height((text, _WIDTHS[1]), extra=3))
        sheet.write_string(row, 0, label, pages.formats["label"])
        pages.value(sheet, row, 1, text, look)
    return row


def _agreed(document: Document) -> list[tuple[str, str]]:
    labels = {"indicatoren": "Doelen en indicatoren", "rapportering": "Rapporteren en evalueren"}
    return [(label, document.text(name)) for name, label in labels.items() if document.text(name)]
