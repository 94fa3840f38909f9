"""Statements of engagement: one for each partner, with pages of its own, in a version for each role."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from calculators import duration
from calculators.core.delivery import Delivery
from calculators.core.partner_role import PartnerRole
from calculators.core.periods import last_day
from calculators.core.sentences import capitalised
from calculators.documents import docx
from calculators.documents.docx import Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import DOTS, SPACE
from calculators.documents.docx.xml import Xml, join, pack
from calculators.documents.figures import Figures, organisation, promised
from calculators.documents.file_names import slug
from calculators.documents.pieces import room, signatures
from calculators.dossier import Document, Partner


@dataclass(frozen=True, slots=True)
class _Version:
    """The texts that differ between the roles of partners."""

    title: str
    partner: str
    promises: Sequence[str]
    expected: str


_VERSIONS: Mapping[str, _Version] = {
    PartnerRole.INTERMEDIARY: _Version(
        "Engagementsverklaring voor een tussenpersoon",
        "de tussenpersoon",
        (
            "We leggen het gezin eerst uit wat we doorgeven, en doen dat pas na een akkoord.",
            "We stellen het gezin zelf aan de ambassadeur voor, liefst in een gesprek samen.",
            "We duiden één contactpersoon aan en antwoorden binnen een redelijke tijd.",
            "We delen signalen over drempels, zonder namen te noemen.",
        ),
        "Aantal kinderen, jongeren of gezinnen dat we verwachten voor te stellen",
    ),
    PartnerRole.CLUB: _Version(
        "Engagementsverklaring voor een vereniging",
        "de vereniging",
        (
            "We houden plaatsen vrij voor kinderen en jongeren die de ambassadeur begeleidt.",
            "We duiden één contactpersoon aan, die ook de andere begeleiders op de hoogte brengt.",
            "Een kind mag enkele keren komen proberen voor het zich inschrijft.",
            "We zorgen voor een warm onthaal en laten het snel weten als een kind wegblijft.",
        ),
        "Aantal plaatsen dat we vrijmaken",
    ),
    PartnerRole.GOVERNMENT: _Version(
        "Engagementsverklaring voor het lokaal bestuur",
        "het bestuur of de dienst",
        (
            "We geven de ambassadeur een duidelijk mandaat en genoeg vrijheid om de opdracht vorm te geven.",
            "We luisteren naar signalen over drempels en zeggen wat we ermee doen.",
            "We maken tijd vrij om partners te leren kennen en drempels in onze eigen werking weg te nemen.",
            "We zetten de opvolging als vast punt op de agenda van een overleg.",
        ),
        "Aantal overlegmomenten per jaar waarop we de opvolging bespreken",
    ),
}


def make(role: PartnerRole, document: Document, today: date) -> bytes:
    """A statement for each partner with this role in the dossier; one blank statement when there is none."""
    partners = [partner for partner in document.partners if partner.soort == role] or [Partner()]
    return _statements(_VERSIONS[role], partners, document, today)


def archive(document: Document, today: date) -> bytes:
    """A zip archive with a Word file for each partner whose role is known; without any, a blank one for each role."""
    known = [partner for partner in document.partners if partner.soort in _VERSIONS]
    partners = known or [Partner(soort=role) for role in _VERSIONS]
    files = {
        f"{number:02}-{slug(partner.name) or partner.soort}.docx": _statements(
            _VERSIONS[partner.soort], [partner], document, today
        )
        for number, partner in enumerate(partners, start=1)
    }
    return pack(files)


def _statements(version: _Version, partners: Sequence[Partner], document: Document, today: date) -> bytes:
    *others, last = [_statement(version, partner, Figures(document)) for partner in partners]
    pages = [join(*([statement, docx.last_para(_COPIES)] for statement in others)), last, docx.below_table(_COPIES)]
    return docx.document(version.title, pages, created=today, several=bool(others))


_COPIES = "Elk van beide bewaart een getekend exemplaar."


def _statement(version: _Version, partner: Partner, figures: Figures) -> Xml:
    """All but the last paragraph; the signatures stay with the section before them and with that paragraph."""
    return join(
        docx.heading(1, version.title),
        docx.para("Afspraken met de verbindingsambassadeur: een engagement, geen reglement", style="Subtitle"),
        _who_and_what_for(version, partner, figures),
        docx.heading(2, f"3. Wat {version.partner} doet", compact=True),
        docx.bullets(version.promises),
        docx.heading(2, "4. Wat de werkgever van de ambassadeur doet", compact=True),
        docx.bullets(_ours(figures)),
        docx.heading(2, "5. Privacy en discretie", compact=True),
        docx.para(_PRIVACY),
        docx.heading(2, "6. Cijfers zijn een verwachting, geen norm", compact=True),
        docx.para(f"{version.expected}: ", controls.line("Verwacht aantal", promised(partner), DOTS), "."),
        docx.heading(2, "7. Looptijd, evaluatie en wissel", compact=True),
        _term(figures),
        docx.heading(2, "8. Vrij om te stoppen", compact=True),
        docx.para(_STOPPING, keep=True),
        docx.heading(2, "9. Handtekeningen", compact=True),
        _signatures(version, figures),
    )


_PRIVACY = (
    "We geven alleen gegevens door die nodig zijn. Het kind, de jongere of het gezin weet dat vooraf en gaat akkoord. "
    "De rechtsgrond en de bewaartermijn staan in onze AVG-afspraken. We gaan zorgvuldig om met wat we horen, ook wie "
    "geen beroepsgeheim heeft."
)
_STOPPING = (
    "Meedoen is vrij. Wie meedoet, daar rekenen we op. Loopt iets mis of wil je stoppen, meld het dan zo vroeg "
    "mogelijk aan de ander. Dan zoeken we samen een oplossing."
)


def _who_and_what_for(version: _Version, partner: Partner, figures: Figures) -> Xml:
    document = figures.document
    parties = _parties(version, partner, figures)
    return join(
        docx.heading(2, "1. Wie", compact=True),
        docx.facts("Partijen en contactpersonen", parties, share=40, room=room(document)),
        docx.heading(2, "2. Waarvoor", compact=True),
        docx.para(
            "Samen willen we dat meer kinderen en jongeren een plek vinden in het jeugdwerk en in andere vrije tijd. "
            "We richten ons op: ",
            controls.line("Doelgroep", document.text("focus"), DOTS),
        ),
    )


def _parties(version: _Version, partner: Partner, figures: Figures) -> list[tuple[str, Inline]]:
    """The partner, the employer, and the contact of the dossier: that of the organisation that fills it in."""
    name = capitalised(version.partner)
    own = figures.delivery == Delivery.OWN
    contact = "Contactpersoon" if own else f"Contactpersoon bij {organisation(figures.document)}"
    hint = SPACE if own else figures.employer()
    return [
        (name, controls.line(name, partner.name, SPACE)),
        (f"Contactpersoon van {version.partner}", controls.line("Contactpersoon van de partner", "", SPACE)),
        ("Werkgever van de ambassadeur", controls.line("Werkgever", figures.employer(unnamed=""), hint)),
        (contact, controls.line("Contactpersoon", figures.document.text("contact"), SPACE)),
    ]


def _ours(figures: Figures) -> list[Inline]:
    size = f": {figures.size()}" if figures.inputs else ""
    whom = "ambassadeurs" if figures.several else "een ambassadeur"
    return [
        f"We zetten {whom} in{size}.",
        "We maken werkingskosten vrij, bijvoorbeeld voor tussenkomsten in de deelnameprijs.",
        "De ambassadeur helpt op weg, volgt op en komt langs wanneer het nodig is.",
        "We houden de partner op de hoogte en vragen regelmatig hoe het loopt.",
    ]


def _term(figures: Figures) -> Xml:
    """The first and last day as far as they are known; an appointment may have no end."""
    appointment = figures.appointment
    start = appointment.startdatum if appointment else None
    end = last_day(appointment.end) if appointment and appointment.end else None
    handover = (
        "Komt er een nieuwe ploeg of een ander bestuur, dan geeft de vorige de verklaring door "
        "en bespreken we ze opnieuw."
    )
    until: tuple[Inline, ...] = (" tot en met ", controls.day("Einde", end, DOTS))
    if not figures.fixed:
        until = (", zonder einde: het contract van de ambassadeur is van onbepaalde duur",)
    return docx.para(
        "Van " if figures.fixed else "Vanaf ",
        controls.day("Begin", start, DOTS),
        *until,
        ". We kijken samen terug op ",
        controls.day("Evaluatie", _first_evaluation(figures), DOTS),
        ". ",
        handover,
    )


def _first_evaluation(figures: Figures) -> date | None:
    """The first evaluation of the agenda and the calendar file; nothing without an appointment."""
    planned = duration.evaluations(figures.appointment) if figures.appointment else ()
    return planned[0].day if planned else None


def _signatures(version: _Version, figures: Figures) -> Xml:
    """Where both sides sign. A partner that employs is named: otherwise readers would expect the organisation."""
    employs = "Voor de werkgever" if figures.delivery == Delivery.OWN else f"Voor de werkgever, {figures.employer()}"
    return signatures((f"Voor {version.partner}", employs), ("partner", "werkgever"))
