"""The short note of step 1: four parts, which are four fields of the dossier."""

from datetime import date

from calculators.documents import docx
from calculators.documents.pieces import about, asked, origin, subtitle
from calculators.dossier import Document

TITLE = "Korte nota: waarom een verbindingsambassadeur?"

PARTS = (
    ("overtuigingen", "Waarom vrije tijd telt", "Wat betekent vrije tijd voor kinderen en jongeren bij ons?"),
    ("knelpunten", "Wat er vandaag niet lukt", "Wie bereiken we niet, en waarom denken we dat?"),
    ("verwachtingen", "Wat we van de ambassadeur verwachten", "Ruimte voor het thema, andere groepen, alles samen?"),
    ("eigen_inzet", "Wat we zelf doen", "Welke tijd, steun en contacten brengen we in?"),
)
"""Each part: the field of the dossier, its title and what it asks."""


def make(document: Document, today: date) -> bytes:
    """The bytes of the Word file; blank for an empty dossier."""
    return docx.document(
        TITLE,
        docx.heading(1, TITLE),
        subtitle(document, today, "Stap 1: overtuigingen en verwachtingen"),
        about(document),
        [asked(title, question, document, document.text(name)) for name, title, question in PARTS],
        origin(),
        created=today,
    )
