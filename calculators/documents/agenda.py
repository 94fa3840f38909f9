"""The agenda of an evaluation: when to meet, what to talk about, what was agreed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from calculators import content
from calculators.documents import controls, docx
from calculators.documents.docx import Cell, Column
from calculators.documents.markup import Xml, join
from calculators.documents.shared import Figures, subtitle
from calculators.dossier import Document
from calculators.dossier.declared import options
from calculators.periods import add_months

TITLE = "Agenda voor opvolging en evaluatie"

_FIRST_MONTHS = (1, 3, 6)
_ROUNDS = (
    ("Hoe gaat het?", "Hoe gaat het met jou? Wat geeft energie, wat weegt? Heb je genoeg ruimte en steun?"),
    (
        "Wat gebeurde er?",
        "Welke contacten, ontmoetingen en acties waren er? Wat wil je vertellen dat niet in cijfers past?",
    ),
    ("Partners", "Wie doet mee, wie haakte af, en waarom? Welke plaatsen zijn vrij? Wissels van leiding of bestuur?"),
    ("Signalen", "Welke drempels zag je? Wie moet dat weten, en wie neemt het op?"),
    ("Registratie en privacy", "Registreren we genoeg, maar niet te veel? Klopt het met de AVG en de deontologie?"),
    ("Bijsturen", "Wat houden we, wat laten we los, wat proberen we? Past het nog in het bredere beleid?"),
)


def make(document: Document, today: date) -> bytes:
    """The agenda with the moments of this appointment; without dates when there is no budget."""
    return docx.document(
        TITLE,
        docx.heading(1, TITLE),
        subtitle(document, today, "Voor de ambassadeur, de leidinggevende en de steungroep"),
        _people(document),
        docx.heading(2, "Wanneer"),
        docx.para(
            "Een ambassadeur is weinig op kantoor. Plan deze gesprekken dus op voorhand. De momenten zijn ons voorstel."
        ),
        docx.table("Momenten", _MOMENT_COLUMNS, _moments(Figures(document))),
        docx.heading(2, "Agenda"),
        docx.table("Agenda", _ROUND_COLUMNS, [_round(title, text) for title, text in _ROUNDS]),
        _goals(document),
        _factors(),
        docx.heading(2, "Afspraken"),
        docx.table("Afspraken", _AGREED_COLUMNS, [_agreement(number) for number in range(1, 6)]),
        created=today,
    )


_MOMENT_COLUMNS = (Column("Moment", 30), Column("Richtdatum", 22), Column("Wie", 28), Column("Geplaatst op", 20))
_ROUND_COLUMNS = (Column("Punt", 22), Column("Vragen", 42), Column("Notities", 36))
_AGREED_COLUMNS = (Column("Wat spreken we af?", 50), Column("Wie", 25), Column("Tegen", 25))


def _people(document: Document) -> Xml:
    return docx.facts(
        "Wie en wanneer",
        (
            ("Datum", controls.day("Datum van het gesprek", None)),
            ("Aanwezig", controls.line("Aanwezig", "", "Namen")),
            (
                "Rapporteren en evalueren",
                controls.line(
                    "Rapporteren en evalueren",
                    document.text("rapportering"),
                    "Wanneer, aan wie, en wie met het juiste mandaat evalueert",
                ),
            ),
            ("Steungroep", controls.line("Steungroep", document.text("steungroep"), "Wie zit in de steungroep?")),
        ),
    )


def _moments(figures: Figures) -> list[Sequence[Cell]]:
    months = list(_FIRST_MONTHS)
    years = figures.inputs.looptijd_jaren if figures.inputs else Decimal(3)
    months += range(12, int(years * 12) + 1, 12)
    start = figures.inputs.startdatum if figures.inputs else None
    return [_moment(count, add_months(start, count) if start else None) for count in months if count <= years * 12]


def _moment(months: int, day: date | None) -> Sequence[Cell]:
    unit = "maand" if months == 1 else "maanden"
    name = f"Na {months} {unit}" if months % 12 else f"Na {months // 12} jaar"
    who = "Ambassadeur en leidinggevende" if months in (1, 3) else "Ambassadeur, leidinggevende en steungroep"
    return (name, controls.day(f"Richtdatum {name}", day), who, controls.day(f"Geplaatst: {name}", None, "Datum"))


def _round(title: str, text: str) -> Sequence[Cell]:
    return (docx.bold(title), text, controls.line(f"Notities: {title}", "", "Noteer"))


def _goals(document: Document) -> Xml:
    chosen = [one for one in content.criteria() if one.id in document.criteria] or content.criteria()
    rows = [(one.name, one.kind, controls.line(f"Vaststelling: {one.name}", "", "Noteer")) for one in chosen]
    moment = dict(options("afsluitmoment")).get(document.afsluitmoment, "")
    return join(
        docx.heading(2, "Doelen, proces en resultaten"),
        controls.block("Doelen en indicatoren", document.text("indicatoren"), "Welke doelen spraken jullie samen af?"),
        docx.para(
            docx.bold("Een toeleiding telt als geslaagd: "),
            controls.line("Geslaagd", moment.lower(), "kies een moment"),
        ),
        docx.table(
            "Proces en resultaten", (Column("Criterium", 44), Column("Soort", 16), Column("Vaststelling", 40)), rows
        ),
        docx.para(
            "Wees voorzichtig met cijfers: ze zijn nuttig, maar kunnen veel stress geven. Bekijk ze altijd samen met "
            "deze criteria en met het startpunt van de ambassadeur.",
            style="Aandacht",
        ),
    )


def _factors() -> Xml:
    answers = {"ja": "ja", "deels": "deels", "nee": "nee"}
    rows = [
        (
            f"{one.question}",
            f"{one.side}kant",
            controls.dropdown(one.name, answers),
            controls.line(f"Nota: {one.name}", "", "Noteer"),
        )
        for one in content.factors()
    ]
    columns = (Column("Vraag", 48), Column("Kant", 16), Column("Antwoord", 12), Column("Nota", 24))
    return join(
        docx.heading(2, "Wat maakt het makkelijk of moeilijk?"),
        docx.table("Factoren aan de vraagkant en de aanbodkant", columns, rows),
    )


def _agreement(number: int) -> Sequence[Cell]:
    return (
        controls.line(f"Afspraak {number}", "", "Afspraak"),
        controls.line(f"Wie, afspraak {number}", "", "Naam"),
        controls.day(f"Tegen, afspraak {number}", None, "Datum"),
    )
