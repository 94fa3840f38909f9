"""The note with which the deciding body can decide: reasons, financial consequences, articles and annexes.

Its title is the subject. Headings follow the order of the Flemish drafting tool for decisions; they are ordinary
headings that a local government renames to its own habit. An association gets a note without what only a local
government has.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from calculators.budget.income_notices import income_notices
from calculators.core.delivery import Delivery
from calculators.core.results import Severity
from calculators.documents import docx
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures, to_check
from calculators.documents.nota.decision import BODIES, advice, decision
from calculators.documents.nota.finance import finance
from calculators.documents.nota.reasons import reasons
from calculators.documents.nota.subject import subject, summary
from calculators.documents.pieces import origin, room
from calculators.dossier import EMPTY, FIELDS, Document, deviating, ground, missing_texts, unfit

_LEGAL_HINTS = {
    Delivery.OWN: "de rechtspositieregeling van het personeel",
    Delivery.EXTERNAL: "de regels voor overheidsopdrachten, met een raming over de volledige looptijd",
    Delivery.SUBSIDY: "het subsidiereglement of een overeenkomst met de partner",
}


_CONFIRMS = {
    Delivery.OWN: "De personeelsdienst bevestigt de jaarloonkost.",
    Delivery.EXTERNAL: "De partner bevestigt de jaarloonkost, de overhead en de btw.",
    Delivery.SUBSIDY: "De partner bevestigt de jaarloonkost en de overhead.",
}
"""Who confirms what the estimate rests on."""

_PUBLIC = (
    "De financiële dienst vult de rekeningen, het beleidsitem en de actie in.",
    "De financieel directeur zegt of een visum nodig is, en vanaf welk bedrag.",
)
"""What a local government checks, and an association does not."""


def make(document: Document, today: date) -> bytes:
    """The bytes of the Word file; blank for an empty document. The note bears the day of the dossier, not `today`."""
    figures = Figures(document)
    body, about = BODIES[document.body], subject(figures)
    return docx.document(
        about,
        docx.heading(1, about),
        docx.para(f"Nota voor {body}", style="Subtitle"),
        _identification(document),
        docx.heading(2, "Korte omschrijving"),
        controls.block("Korte omschrijving", "" if document == EMPTY else summary(document, figures), _SUMMARY_HINT),
        docx.heading(2, "Bevoegdheid"),
        controls.block("Bevoegdheid", _authority(document, figures), f"Noteer op welke grond {body} bevoegd is."),
        [docx.para(text, style="Aandacht") for text in unfit(document)],
        docx.heading(2, "Juridische context"),
        controls.block("Juridische context", document.text("juridische_context"), _legal_hint(document, figures)),
        reasons(document, figures),
        finance(document, figures),
        advice(document),
        decision(document, figures),
        _annexes(figures),
        _worksheet(document, figures),
        created=today,
    )


_SUMMARY_HINT = (
    "Vat in enkele zinnen samen wat je voorstelt, voor wie en tegen welke kost. Iedereen moet dit begrijpen."
)


def _authority(document: Document, figures: Figures) -> str:
    """What the reader noted, or else who usually decides on this way to employ; nothing in a blank note.

    The rule on another body is no ground for this one: then it stands in the warning alone.
    """
    if noted := document.text("bevoegdheid"):
        return noted
    if document == EMPTY:
        return ""
    if document.is_association:
        return "Het bestuursorgaan beslist, binnen de grenzen van de statuten (kijk na)."
    if unfit(document):
        return f"Na te kijken: op welke grond is {BODIES[document.body]} bevoegd?"
    return ground(figures.delivery)


def _legal_hint(document: Document, figures: Figures) -> str:
    if document.is_association:
        return "Denk aan de statuten, de regels van je paritair comité en de algemene verordening gegevensbescherming."
    return (
        "Som de decreten, reglementen en eerdere beslissingen op. Denk aan het meerjarenplan, "
        f"{_LEGAL_HINTS[figures.delivery]}, het decreet over het lokale jeugdbeleid, en de algemene verordening "
        "gegevensbescherming."
    )


def _identification(document: Document) -> Xml:
    day = document.value("datum")
    options = dict(FIELDS["orgaan"].choices)
    typed, label = document.text("datum"), FIELDS["datum"].label
    dated = (
        controls.line(label, to_check(typed))
        if typed and day is None
        else controls.day(label, day if isinstance(day, date) else None)
    )
    return docx.facts(
        "Gegevens van de nota",
        (
            ("Bestuur of organisatie", controls.line("Bestuur of organisatie", document.text("organisatie"), "Naam")),
            ("Dienst", controls.line("Dienst", document.text("dienst"), "Dienst of afdeling")),
            ("Opgesteld door", controls.line("Opgesteld door", document.text("contact"), "Naam, functie en contact")),
            ("Beslissend orgaan", controls.dropdown("Beslissend orgaan", options, document.text("orgaan"))),
            (label, dated),
        ),
        room=room(document),
    )


def _annexes(figures: Figures) -> Xml:
    names = [name for name, ways in ANNEXES.values() if not ways or figures.delivery in ways]
    rows = [
        docx.para(controls.checkbox(f"Bijlage: {name}"), f" {name}", keep=number < len(names))
        for number, name in enumerate(names, start=1)
    ]
    return join(docx.heading(2, "Bijlagen"), rows)


ANNEXES: Mapping[str, tuple[str, Sequence[str]]] = {
    "korte-nota": ("Korte nota met overtuigingen en verwachtingen", ()),
    "omgevingsanalyse": ("Omgevingsanalyse", ()),
    "dossier": ("Budget per jaar en trajecten (Excel)", ()),
    "functieprofiel": ("Functieprofiel", (Delivery.OWN,)),
    "opdracht": ("Opdrachtomschrijving", (Delivery.EXTERNAL,)),
    "overeenkomst": ("Samenwerkingsovereenkomst (ontwerp)", (Delivery.EXTERNAL, Delivery.SUBSIDY)),
    "engagementen": ("Engagementsverklaringen van de partners", ()),
    "evaluatie": ("Agenda voor opvolging en evaluatie", ()),
}
"""The annexes, by the document of this guide that each of them is; with the ways to employ, unless it is for all."""


def _worksheet(document: Document, figures: Figures) -> Xml:
    """What is still to be done, on a page of its own that stays out of the final note."""
    open_points = document.text("open_beslissingen")
    lacking = [] if document == EMPTY else [*deviating(document), *missing_texts(document)]
    return join(
        docx.heading(2, "Werkblad: verwijder deze pagina voor je de nota indient", new_page=True),
        docx.heading(3, "Nog te beslissen"),
        controls.block("Nog te beslissen", open_points, "Noteer welke beslissingen nog openstaan, en wie ze neemt."),
        [docx.heading(3, "Nog aan te vullen"), docx.bullets(lacking)] if lacking else None,
        docx.heading(3, "Nakijken voor je indient"),
        docx.bullets(
            (
                _CONFIRMS[figures.delivery],
                *([] if document.is_association else _PUBLIC),
                "De functionaris voor gegevensbescherming kijkt de registratie na.",
                *_doubts_on_money(figures),
            )
        ),
        origin(),
    )


def _doubts_on_money(figures: Figures) -> list[str]:
    """Every warning of the budget on money granted and on who pays."""
    if figures.budget is None:
        return []
    told = income_notices(figures.budget.inputs, figures.budget.ledger)
    return [notice.text for notice in told if notice.level == Severity.WARNING]
