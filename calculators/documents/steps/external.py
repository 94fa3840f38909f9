"""For the external route of step 4: the description of the assignment, and the agreement with the partner."""

from collections.abc import Sequence
from datetime import date

from calculators.core.sentences import capitalised, listed, uncapitalised
from calculators.documents import docx
from calculators.documents.docx import Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import DOTS, SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import (
    Figures,
    chosen_profiles,
    chosen_strategies,
    organisation,
)
from calculators.documents.pieces import about, appointment, asked, grid, origin, room, signatures, subtitle
from calculators.dossier import Document

ASSIGNMENT = "Opdrachtomschrijving: verbindingsambassadeur"
AGREEMENT = "Samenwerkingsovereenkomst: verbindingsambassadeur"

_QUESTIONS = (
    "Welke ervaring hebben jullie met deze kinderen, jongeren en gezinnen?",
    "Wie begeleidt de ambassadeur, en met wie is er intervisie?",
    "Hoe gaan jullie om met beroepsgeheim of discretie?",
    "In welke talen kan de ambassadeur werken?",
    "Wat delen jullie met ons, en wat niet?",
    "Wat gebeurt er als de ambassadeur vertrekt?",
)
"""What a partner answers in its offer: the questions of step 4."""
_WEIGHED = ("Plan van aanpak", "Ervaring en netwerk", "Begeleiding van de ambassadeur", "Prijs")
_EXTRACT = (
    "De partner bevestigt schriftelijk dat het uittreksel uit het strafregister, model 596.2, nagekeken is van "
    "wie de opdracht uitvoert."
)
"""By the source `uittreksel-strafregister`: who comes from a legal person is checked by that legal person."""


def assignment(document: Document, today: date) -> bytes:
    """What is asked of a partner; blank for an empty dossier. The estimate is not in it: partners would read it."""
    figures = Figures(document)
    return docx.document(
        ASSIGNMENT,
        docx.heading(1, ASSIGNMENT),
        subtitle(document, today, "Bijlage bij een bestek, of bij de vraag om een subsidie"),
        about(document),
        docx.para(
            "Laat nakijken of je een opdracht gunt of een subsidie geeft, en welke procedure daarbij hoort.",
            style="Aandacht",
        ),
        _subject(document),
        docx.heading(2, "Omvang en looptijd"),
        appointment(figures),
        _mandate(document),
        _followed(document, figures),
        _offer(),
        origin(),
        created=today,
    )


def _subject(document: Document) -> Xml:
    strategies = [strategy.name.lower() for strategy in chosen_strategies(document)]
    profiles = [uncapitalised(profile.name) for profile in chosen_profiles(document)]
    rows: list[tuple[str, Inline]] = [
        ("Focus", controls.line("Focus", document.text("focus"), SPACE)),
        ("Strategieën", controls.line("Strategieën", listed(strategies), SPACE)),
        ("Profiel", controls.line("Profiel", listed(profiles), SPACE)),
    ]
    return join(
        docx.heading(2, "Waarvoor"),
        docx.para(
            "Een verbindingsambassadeur helpt kinderen en jongeren de weg te vinden naar jeugdwerk en ander "
            "vrijetijdsaanbod."
        ),
        docx.facts("Waarvoor", rows, room=room(document)),
    )


def _mandate(document: Document) -> Xml:
    hint = "Wat mag de ambassadeur zelf beslissen, en wie is de contactpersoon bij ons?"
    return asked("Mandaat", hint, document, document.text("mandaat"))


def _followed(document: Document, figures: Figures) -> Xml:
    """How the work is followed: the same moment of success, goals and rhythm as in the note and the agenda."""
    moment = document.cutoff.name if document.cutoff else ""
    return join(
        asked("Doelen en opvolging", "Leg doelen samen vast.", document, document.text("indicatoren")),
        docx.para(
            docx.bold("Een toeleiding telt als geslaagd: "), controls.line("Geslaagd", moment.lower(), DOTS), "."
        ),
        docx.para(f"Een steungroep volgt de opdracht op en evalueert ze {figures.rhythm}. Cijfers zijn geen norm."),
    )


def _offer() -> Xml:
    rows: list[Sequence[Inline]] = [(name, controls.line(f"Gewicht: {name}", "", SPACE)) for name in _WEIGHED]
    return join(
        docx.heading(2, "Wat je in je voorstel schrijft"),
        docx.bullets(_QUESTIONS),
        docx.para(_EXTRACT),
        docx.heading(2, "Waarop we voorstellen vergelijken"),
        docx.para("Dit is ons voorstel: pas het aan, en geef elk criterium een gewicht.", style="Uitleg", keep=True),
        grid("Criteria", (("Criterium", 70), ("Gewicht", 30)), rows),
    )


def agreement(document: Document, today: date) -> bytes:
    """The agreement with the partner that employs; blank for an empty dossier. Signatures stay with its end."""
    figures = Figures(document)
    return docx.document(
        AGREEMENT,
        docx.heading(1, AGREEMENT),
        subtitle(document, today, "Tussen het bestuur en de partner die de ambassadeur in dienst neemt"),
        docx.para("Dit is een ontwerp. Laat het nakijken door je juridische dienst.", style="Aandacht"),
        docx.heading(2, "1. Wie"),
        _parties(document),
        _what_for(figures),
        docx.heading(2, "3. Omvang en looptijd"),
        appointment(figures),
        _money(document),
        asked("5. Mandaat", "Wat mag de ambassadeur zelf beslissen?", document, document.text("mandaat")),
        _follow_up(figures),
        docx.heading(2, "7. Gegevens en discretie"),
        docx.para(_PRIVACY),
        docx.para(_EXTRACT),
        docx.heading(2, "8. Einde en overdracht"),
        docx.para("Vertrekt de ambassadeur, dan zoekt de partner een vervanger. ", _NOTICE, keep=True),
        docx.heading(2, "9. Handtekeningen"),
        signatures((f"Voor {_side(document)}", "Voor de partner"), (_side(document).split()[-1], "partner")),
        docx.below_table("Elk van beide bewaart een getekend exemplaar."),
        created=today,
    )


def _what_for(figures: Figures) -> Xml:
    return join(
        docx.heading(2, "2. Waarvoor"),
        docx.para(
            f"De partner neemt {figures.whom} in dienst, en is de werkgever. We richten ons op: ",
            controls.line("Focus", figures.document.text("focus"), DOTS),
        ),
    )


def _follow_up(figures: Figures) -> Xml:
    return join(
        docx.heading(2, "6. Opvolging"),
        docx.para(f"We evalueren samen {figures.rhythm}, met de ambassadeur en de steungroep."),
        controls.block("Rapporteren", figures.document.text("rapportering"), SPACE),
    )


_PRIVACY = (
    "We geven alleen gegevens door die nodig zijn. De rechtsgrond, de bewaartermijn en wie verantwoordelijk is, staan "
    "in onze AVG-afspraken. Of de ambassadeur beroepsgeheim heeft, hangt af van functie en werkgever: kijk het na."
)
_NOTICE = "Wie wil stoppen, zegt dat op tijd en draagt contacten en gegevens over volgens de AVG-afspraken."


def _side(document: Document) -> str:
    """The side of whoever wrote the dossier, within a sentence."""
    return "de vereniging" if document.is_association else "het bestuur"


def _parties(document: Document) -> Xml:
    side = _side(document)
    name = capitalised(side)
    rows: list[tuple[str, Inline]] = [
        (name, controls.line(name, document.text("organisatie"), SPACE)),
        ("Contactpersoon", controls.line(f"Contactpersoon van {side}", document.text("contact"), SPACE)),
        ("De partner, werkgever", controls.line("De partner", document.text("partner_werkgever"), SPACE)),
        ("Contactpersoon van de partner", controls.line("Contactpersoon van de partner", "", SPACE)),
    ]
    return docx.facts("Partijen", rows, room=room(document))


def _money(document: Document) -> Xml:
    return join(
        docx.heading(2, "4. Vergoeding"),
        docx.para(
            f"{capitalised(organisation(document))} betaalt ",
            controls.line("Bedrag", "", DOTS),
            " euro (btw: ",
            controls.dropdown("Btw", {"in": "inbegrepen", "uit": "komt erbij", "geen": "vrijgesteld"}, "", DOTS),
            "), in deze schijven: ",
            controls.line("Schijven", "", DOTS),
            ".",
        ),
    )
