"""The agenda for follow-up and evaluation: when to meet, what to talk about, and what was agreed."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculators import duration
from calculators.core import content, workdays
from calculators.core.periods import add_months
from calculators.documents import docx
from calculators.documents.docx import Column, Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import DOTS, SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures
from calculators.documents.pieces import origin, subtitle
from calculators.dossier import Document

TITLE = "Agenda voor opvolging en evaluatie"

_FIRST_MEETINGS = (1, 3)
"""The months after which only the ambassador and the manager meet, beside the evaluations (our proposal)."""
_TWO, _ALL = "Ambassadeur en leidinggevende", "Ambassadeur, leidinggevende en steungroep"
_DECIDERS = "Leidinggevende en wie daarover beslist"
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
    """The agenda with the moments of this appointment; without dates if the dossier does not know its term."""
    return docx.document(
        TITLE,
        docx.heading(1, TITLE),
        subtitle(document, today, "Voor de ambassadeur, de leidinggevende en de steungroep"),
        _people(document),
        docx.heading(2, "Wanneer"),
        docx.para(
            "Een ambassadeur is weinig op kantoor. Plan deze gesprekken dus op voorhand. De eerste gesprekken zijn ons "
            "voorstel; de evaluaties volgen de rekenhulp voor de looptijd, op een werkdag. Over verlenging beslis je "
            "alleen bij een contract van bepaalde duur."
        ),
        docx.table("Momenten", _MOMENT_COLUMNS, _moments(document), room=docx.BY_HAND),
        docx.heading(2, "Agenda"),
        docx.table("Agenda", _ROUND_COLUMNS, [_round(title, text) for title, text in _ROUNDS], room=docx.BY_HAND),
        _goals(document),
        _factors(),
        docx.heading(2, "Afspraken"),
        docx.table("Afspraken", _AGREED_COLUMNS, list(map(_agreement, range(1, 6))), room=docx.BY_HAND, joined=True),
        origin(),
        created=today,
    )


_MOMENT_COLUMNS = (Column("Moment", 30), Column("Richtdatum", 22), Column("Wie", 28), Column("Geplaatst op", 20))
_ROUND_COLUMNS = (Column("Punt", 22), Column("Vragen", 42), Column("Notities", 36))
_AGREED_COLUMNS = (Column("Wat spreken we af?", 50), Column("Wie", 25), Column("Tegen", 25))


def _people(document: Document) -> Xml:
    return docx.facts(
        "Wie en wanneer",
        (
            ("Datum", controls.day("Datum van het gesprek", None, SPACE)),
            ("Aanwezig", controls.line("Aanwezig", "", SPACE)),
            (
                "Rapporteren en evalueren",
                controls.line(
                    "Rapporteren en evalueren",
                    document.text("rapportering"),
                    SPACE,
                ),
            ),
            ("Steungroep", controls.line("Steungroep", document.text("steungroep"), SPACE)),
        ),
        room=docx.BY_HAND,
    )


def _moments(document: Document) -> list[Sequence[Inline]]:
    """The meetings by date, all within the appointment: two soon after the start, then those of the term calculator."""
    known = Figures(document).appointment
    term = known or duration.Inputs()
    evaluations = duration.evaluations(term)
    taken = {evaluation.day for evaluation in evaluations}
    rows = [(day, name, _TWO) for day, name in _first_meetings(term) if day not in taken]
    for number, evaluation in enumerate(evaluations, start=1):
        rows.append((evaluation.day, f"Evaluatie {number}, {_after(term, evaluation.due)}", _ALL))
    decisions = (moment for moment in duration.moments(term) if moment.key == "beslissing_verlenging")
    rows += [(moment.day, moment.label, _DECIDERS) for moment in decisions]
    ordered = sorted(rows, key=lambda row: (row[0], row[2] == _DECIDERS))  # a decision follows its evaluation
    return [_moment(day if known else None, name, who) for day, name, who in ordered]


def _first_meetings(term: duration.Inputs) -> Iterator[tuple[date, str]]:
    """The first meetings of the ambassador and the manager: the working day and its name."""
    for months in _FIRST_MEETINGS:
        due = add_months(term.startdatum, months)
        if (day := workdays.on_or_after(due)) < term.horizon:
            yield day, _after(term, due).capitalize()


def _after(term: duration.Inputs, day: date) -> str:
    """How long after the start: `na 6 maanden`, `na 2 jaar`."""
    months = (day.year - term.startdatum.year) * 12 + day.month - term.startdatum.month
    if months % 12:
        return "na 1 maand" if months == 1 else f"na {months} maanden"
    return f"na {months // 12} jaar"


def _moment(day: date | None, name: str, who: str) -> Sequence[Inline]:
    planned = controls.day(f"Richtdatum {name}", day, SPACE)
    return (name, planned, who, controls.day(f"Geplaatst: {name}", None, SPACE))


def _round(title: str, text: str) -> Sequence[Inline]:
    return (docx.bold(title), text, controls.line(f"Notities: {title}", "", SPACE))


def _goals(document: Document) -> Xml:
    chosen = [criterion for criterion in content.criteria() if criterion.id in document.criteria]
    rows = [
        (criterion.name, criterion.kind, controls.line(f"Vaststelling: {criterion.name}", "", SPACE))
        for criterion in chosen or content.criteria()
    ]
    moment = document.cutoff.name if document.cutoff else ""
    return join(
        docx.heading(2, "Doelen, proces en resultaten"),
        controls.block("Doelen en indicatoren", document.text("indicatoren"), "Welke doelen spraken jullie samen af?"),
        docx.para(
            docx.bold("Een toeleiding telt als geslaagd: "),
            controls.line("Geslaagd", moment.lower(), DOTS),
        ),
        docx.table(
            "Proces en resultaten",
            (Column("Criterium", 44), Column("Soort", 16), Column("Vaststelling", 40)),
            rows,
            room=docx.BY_HAND,
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
            factor.question,
            f"{factor.side}kant",
            controls.dropdown(factor.name, answers, placeholder=SPACE),
            controls.line(f"Notitie: {factor.name}", "", SPACE),
        )
        for factor in content.factors()
    ]
    columns = (Column("Vraag", 48), Column("Kant", 16), Column("Antwoord", 12), Column("Notitie", 24))
    return join(
        docx.heading(2, "Wat maakt het makkelijk of moeilijk?"),
        docx.table("Factoren aan de vraagkant en de aanbodkant", columns, rows, room=docx.BY_HAND),
    )


def _agreement(number: int) -> Sequence[Inline]:
    return (
        controls.line(f"Afspraak {number}", "", SPACE),
        controls.line(f"Wie, afspraak {number}", "", SPACE),
        controls.day(f"Tegen, afspraak {number}", None, SPACE),
    )
