"""The note with which the deciding body can decide: reasons, financial consequences, articles and annexes.

Headings follow the order of the Flemish drafting tool for decisions; they are ordinary headings that a local
government renames to its own habit.
"""

from datetime import date

from calculators.core.numbers import format_euro
from calculators.documents import docx
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import (
    Figures,
    capital,
    chosen_profiles,
    chosen_strategies,
    listed,
    organisation,
    origin,
    to_check,
)
from calculators.documents.nota.finance import finance
from calculators.documents.nota.posts import SEE
from calculators.documents.nota.reasons import argument
from calculators.dossier import EMPTY, FIELDS, Document, deviating, missing

_BODIES = {
    "college": ("het college van burgemeester en schepenen", "Het college"),
    "raad": ("de gemeenteraad", "De gemeenteraad"),
    "vast-bureau": ("het vast bureau", "Het vast bureau"),
    "bestuursorgaan": ("het bestuursorgaan", "Het bestuursorgaan"),
}

_ANNEXES = (
    "Korte nota met overtuigingen en verwachtingen",
    "Budget per jaar (Excel)",
    "Fiche met strategieën en functieprofiel",
    "Samenvatting van de omgevingsanalyse",
    "Engagementsverklaringen van de partners",
    "Afspraken over opvolging, met de omschrijving van een geslaagde toeleiding",
    "Fiche over de bescherming van persoonsgegevens (AVG)",
)

_LEGAL_HINTS = {
    "eigen": "de rechtspositieregeling van het personeel",
    "extern": "de regels voor overheidsopdrachten, met een raming over de volledige looptijd",
    "subsidie": "het subsidiereglement of een overeenkomst met de partner",
}


_CONFIRMS = {
    "eigen": "De personeelsdienst bevestigt de jaarloonkost.",
    "extern": "De partner bevestigt de jaarloonkost, de overhead en de btw.",
    "subsidie": "De partner bevestigt de jaarloonkost en de overhead.",
}
"""Who confirms what the estimate rests on."""


def make(document: Document, today: date) -> bytes:
    """The note; blank for an empty document."""
    figures = Figures(document)
    body, subject = _BODIES[document.text("orgaan") or "college"]
    title = f"Nota voor {body}"
    return docx.document(
        title,
        docx.heading(1, title),
        docx.para(_subject(figures), style="Subtitle"),
        _identification(document),
        docx.heading(2, "Korte omschrijving"),
        controls.block("Korte omschrijving", "" if document == EMPTY else _summary(document, figures), _SUMMARY_HINT),
        docx.heading(2, "Bevoegdheid"),
        controls.block("Bevoegdheid", document.text("bevoegdheid"), f"Noteer op welke grond {body} bevoegd is."),
        docx.heading(2, "Juridische context"),
        controls.block("Juridische context", document.text("juridische_context"), _legal_hint(figures.delivery)),
        argument(document, figures),
        finance(document, figures),
        _decision(document, figures, subject),
        _annexes(figures),
        _worksheet(document, figures),
        created=today,
    )


_SUMMARY_HINT = (
    "Vat in enkele zinnen samen wat je voorstelt, voor wie en tegen welke kost. Iedereen moet dit begrijpen."
)


def _subject(figures: Figures) -> str:
    match figures.delivery:
        case "extern":
            return f"Opdracht van verbindingsambassadeur voor {_partner(figures)}"
        case "subsidie":
            return f"Subsidie aan {_partner(figures)} voor een verbindingsambassadeur"
    return "Aanstelling van een verbindingsambassadeur"


def _partner(figures: Figures) -> str:
    """The partner that employs, within a sentence."""
    return figures.employer("een externe partner" if figures.delivery == "extern" else "een partner")


def _legal_hint(delivery: str) -> str:
    return (
        "Som de decreten, reglementen en eerdere beslissingen op. Denk aan het meerjarenplan, "
        f"{_LEGAL_HINTS[delivery]}, en de algemene verordening gegevensbescherming."
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
    )


def _summary(document: Document, figures: Figures) -> str:
    partner = _partner(figures)
    verb = {
        "eigen": "wil een verbindingsambassadeur aanwerven",
        "extern": f"wil {partner} de opdracht van verbindingsambassadeur geven",
        "subsidie": f"wil {partner} een subsidie geven om een verbindingsambassadeur in dienst te nemen",
    }[figures.delivery]
    job = "iemand die kinderen en jongeren in contact brengt met het jeugdwerk en met ander vrijetijdsaanbod"
    parts = [f"{capital(organisation(document))} {verb}: {job}, en die verenigingen daarbij ondersteunt."]
    if budget := figures.budget:
        parts.append(f"Het gaat om een tewerkstelling van {figures.size(SEE)}, {figures.term}.")
        less = f", waarvan {format_euro(budget.income)} gedekt is door subsidies" if budget.income else ""
        parts.append(f"De raming over {figures.span} is {format_euro(budget.total)}{less}.")
    return " ".join(parts)


def _decision(document: Document, figures: Figures, subject: str) -> Xml:
    articles = _articles(document, figures, subject)
    return join(
        docx.heading(2, "Beslissing"),
        docx.para(f"{subject} beslist:"),
        [
            docx.para(controls.line(f"Artikel {number}", text), style="Artikel")
            for number, text in enumerate(articles, start=1)
        ],
    )


def _articles(document: Document, figures: Figures, subject: str) -> list[str]:
    partner = _partner(figures)
    what = {
        "eigen": "keurt de aanstelling van een verbindingsambassadeur goed",
        "extern": f"keurt goed dat {partner} de opdracht van verbindingsambassadeur krijgt",
        "subsidie": f"keurt goed dat {partner} met een subsidie een verbindingsambassadeur in dienst neemt",
    }[figures.delivery]
    size = f": {figures.size(SEE)}, {figures.term}" if figures.inputs else ""
    money = "de bedragen"
    if budget := figures.budget:
        money = f"{format_euro(budget.total)} over {figures.span} (netto {format_euro(budget.net)})"
    return [
        f"{subject} {what}{size}.",
        _basis(document),
        f"{subject} voorziet hiervoor {money}, verdeeld over de jaren zoals in de tabel bij de financiële gevolgen.",
        "De cijfers over trajecten in deze nota zijn een indicatie en geen norm voor de ambassadeur.",
        f"Een steungroep volgt de opdracht op en evalueert ze {figures.rhythm}, met ambassadeur en leidinggevende.",
        f"{subject} vraagt om met de partners een engagementsverklaring te ondertekenen.",
    ]


def _basis(document: Document) -> str:
    """The article on strategies and profiles."""
    strategies = [strategy.name.lower() for strategy in chosen_strategies(document)]
    profiles = [f"“{profile.name[0].lower()}{profile.name[1:]}”" for profile in chosen_profiles(document)]
    noun = "deze strategie" if len(strategies) == 1 else "deze strategieën"
    basis = f"{noun}: {listed(strategies)}" if strategies else "de strategieën in deze nota"
    verb = "Het gekozen profiel is" if len(profiles) == 1 else "De gekozen profielen zijn"
    profile = f" {verb} {listed(profiles)}." if profiles else ""
    return f"De opdracht steunt op {basis}.{profile}"


def _annexes(figures: Figures) -> Xml:
    span = "de volledige looptijd" if figures.fixed else figures.span
    extra = (f"Raming van de opdracht over {span}",) if figures.delivery == "extern" else ()
    rows = [docx.para(controls.checkbox(f"Bijlage: {name}"), f" {name}") for name in (*_ANNEXES, *extra)]
    return join(docx.heading(2, "Bijlagen"), rows)


def _worksheet(document: Document, figures: Figures) -> Xml:
    """What is still to be done, on a page of its own that stays out of the final note."""
    open_points = document.text("open_beslissingen")
    lacking = [] if document == EMPTY else [*deviating(document), *missing(document)]
    return join(
        docx.heading(2, "Werkblad: verwijder deze pagina voor je de nota indient", new_page=True),
        docx.heading(3, "Nog te beslissen"),
        controls.block("Nog te beslissen", open_points, "Noteer welke beslissingen nog openstaan, en wie ze neemt."),
        [docx.heading(3, "Nog aan te vullen"), docx.bullets(lacking)] if lacking else None,
        docx.heading(3, "Nakijken voor je indient"),
        docx.bullets(
            (
                _CONFIRMS[figures.delivery],
                "De financiële dienst vult de rekeningen, het beleidsitem en de actie in.",
                "De financieel directeur zegt of een visum nodig is, en vanaf welk bedrag.",
                "De functionaris voor gegevensbescherming kijkt de registratie na.",
            )
        ),
        origin(),
    )
