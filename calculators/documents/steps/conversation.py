"""Notes of the first talks of step 2: one for each partner, and the questions to take along."""

from collections.abc import Mapping
from datetime import date

from calculators.core import content
from calculators.core.partner_role import PartnerRole
from calculators.documents import docx
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import promised
from calculators.dossier import Document, Partner
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES

TITLE = "Gespreksnotitie"

_NOTES = (
    "Welke zorgen en prioriteiten hoorden we?",
    "Wat kan deze partner doen, en wanneer?",
    "Hoe sterk is de band vandaag?",
    "Wat doen we om de band sterker te maken?",
    "Wie spreken we nog?",
)
_TALL = 24
"""The least height in millimetres of a row for notes."""
_HEADINGS: Mapping[str, str] = {
    PartnerRole.INTERMEDIARY: "Wie gezinnen kent",
    PartnerRole.CLUB: "Wie vrije tijd aanbiedt",
    PartnerRole.GOVERNMENT: "Het lokaal bestuur",
}
"""A heading for the questions to partners, by their role."""


def make(document: Document, today: date) -> bytes:
    """A page for each partner of the dossier, or a blank one; then the questions."""
    pages = [
        _page(partner, document, first=number == 0) for number, partner in enumerate(document.partners or (Partner(),))
    ]
    return docx.document(TITLE, pages, _questions(), created=today)


def _page(partner: Partner, document: Document, *, first: bool) -> Xml:
    kind = controls.dropdown("Soort partner", PARTNER_ROLES, partner.soort, SPACE)
    answer = "" if partner.is_blank else ENGAGEMENTS[partner.engagement]
    rows = [
        ("Partner", controls.line("Partner", partner.name, SPACE)),
        ("Soort", kind),
        ("Met wie, en wanneer", controls.line("Met wie, en wanneer", "", SPACE)),
        ("Wie sprak voor ons", controls.line("Wie sprak voor ons", "", SPACE)),
        (_PROMISES[partner.asked], controls.line("Toezegging", promised(partner), SPACE)),
        ("Engagement", controls.line("Engagement", answer, SPACE)),
    ]
    noted = [(docx.bold(question), controls.line(question, "", SPACE)) for question in _NOTES]
    return join(
        docx.heading(1, TITLE, new_page=not first),
        docx.para(document.text("organisatie") or "Stap 2: verkennend gesprek met een partner", style="Subtitle"),
        docx.facts("Het gesprek", rows, room=docx.BY_HAND),
        docx.table("Notities", (docx.Column("Vraag", 36), docx.Column("Notities", 64)), noted, room=_TALL),
        docx.para("Nee is een goed antwoord. Op een ja rekenen we. Zeg dat erbij.", style="Aandacht"),
    )


_PROMISES: Mapping[str, str] = {
    "plaatsen": "Hoeveel plaatsen, en wanneer?",
    "voor_te_stellen": "Hoeveel kinderen of gezinnen voor te stellen?",
    "overlegmomenten": "Hoeveel overlegmomenten per jaar?",
}
"""What the partner is asked to promise, by the name of the number."""


def _questions() -> Xml:
    parts = [
        (
            docx.heading(2, title),
            [_kind(intermediary) for intermediary in content.partner_kinds() if intermediary.kind == kind],
        )
        for kind, title in _HEADINGS.items()
        if any(intermediary.kind == kind for intermediary in content.partner_kinds())
    ]
    return join(
        docx.heading(1, "Vragen om mee te nemen", new_page=True),
        docx.para("De soorten partners komen uit het instrument, de vragen zijn onze uitwerking.", style="Uitleg"),
        parts,
    )


def _kind(kind: content.PartnerKind) -> Xml:
    return join(docx.heading(3, kind.name), docx.bullets(kind.questions))
