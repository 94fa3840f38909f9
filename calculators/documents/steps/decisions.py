"""The sheet “Wie beslist wat?”: decisions, advice and duties, for each way to employ the ambassador.

Its rows are the rules of the page of step 4. What we did not read at its source says "kijk na". An association has none
of the rules on local governments: who decides there is for its statutes to say.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from calculators.core import content
from calculators.core.content import Rule, RuleKind
from calculators.core.delivery import Delivery
from calculators.core.periods import format_date
from calculators.core.sentences import capitalised
from calculators.documents import docx
from calculators.documents.docx import Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import SPACE
from calculators.documents.figures import Figures
from calculators.documents.pieces import about, grid, origin, subtitle
from calculators.dossier import FIELDS, Document

TITLE = "Wie beslist wat?"
_KINDS: tuple[RuleKind, ...] = ("beslissing", "advies", "plicht")
"""The kinds of rules in this document."""
_OF_A_GOVERNMENT = "Besturen verdelen dit elk anders. Vul in hoe het bij jullie is, en laat de gronden nakijken."
_OF_AN_ASSOCIATION = "Bij een vereniging zeggen de statuten wie beslist. Vul in hoe het bij jullie is, en kijk het na."


_DECIDED = (("Beslissing", 28), ("Wie beslist meestal", 22), ("Op welke grond", 24), ("Bij ons", 14), ("Wanneer", 12))
_ASKED = (("Wie", 24), ("Waarover", 46), ("Gevraagd op", 15), ("Antwoord op", 15))
_DONE = (("Wat moet", 24), ("Wanneer en hoe", 46), ("Door wie", 15), ("In orde op", 15))


def make(document: Document, today: date) -> bytes:
    """The sheet for the way to employ that the dossier chose; for all of them if it chose none."""
    ways = {document.chosen_delivery} if document.chosen_delivery else dict(FIELDS["uitvoering"].choices).keys()
    figures, association = Figures(document), document.is_association
    rules = [rule for rule in content.rules() if not (association and rule.local)]
    decided = [_by_statutes(subject) for subject in _own_decisions(ways)] if association else []
    decided += [_decision(rule) for rule in _chosen(rules, ways, "beslissing")]
    return docx.document(
        TITLE,
        docx.heading(1, TITLE),
        subtitle(document, today, "Stap 4: aanwerven of uitbesteden"),
        about(document, _employer(figures)),
        docx.para(_OF_AN_ASSOCIATION if association else _OF_A_GOVERNMENT),
        docx.heading(2, "Beslissingen"),
        grid("Beslissingen", _DECIDED, decided),
        docx.heading(2, "Adviezen"),
        grid("Adviezen", _ASKED, [_advice(rule) for rule in _chosen(rules, ways, "advies")]),
        docx.heading(2, "Plichten"),
        grid("Plichten", _DONE, [_duty(rule) for rule in _chosen(rules, ways, "plicht")]),
        docx.heading(2, "Waar we dit lazen"),
        docx.bullets([_read(rule) for rule in _chosen(rules, ways, *_KINDS) if rule.url]),
        docx.para("De adressen staan in de gids, bij stap 4."),
        origin(),
        created=today,
    )


def _employer(figures: Figures) -> tuple[str, Inline]:
    return "Werkgever", controls.line("Werkgever", capitalised(figures.employer(unnamed="")), SPACE)


def _chosen(rules: Sequence[Rule], ways: AbstractSet[str], *kinds: RuleKind) -> list[Rule]:
    """The rules of these kinds that count for one of the ways to employ."""
    return [rule for rule in rules if rule.kind in kinds and (not rule.ways or ways & set(rule.ways))]


def _own_decisions(ways: AbstractSet[str]) -> list[str]:
    """What an association decides for one of the ways to employ."""
    return [
        "De begroting",
        *(subject for way, own in _DECIDED_BY_AN_ASSOCIATION.items() if way in ways for subject in own),
    ]


_DECIDED_BY_AN_ASSOCIATION = {
    Delivery.OWN: ("Het functieprofiel en de selectie", "De aanstelling"),
    Delivery.EXTERNAL: ("De opdracht voor de partner",),
    Delivery.SUBSIDY: ("De subsidie aan de partner",),
}


def _by_statutes(subject: str) -> Sequence[Inline]:
    """A decision of an association: no rule that we know says who takes it."""
    ours = controls.line(f"Bij ons: {subject}", "", SPACE)
    return (docx.bold(subject), "Wie de statuten noemen", "Statuten (kijk na)", ours, _day(f"Wanneer: {subject}"))


def _decision(rule: Rule) -> Sequence[Inline]:
    ours = controls.line(f"Bij ons: {rule.subject}", "", SPACE)
    return (docx.bold(rule.subject), rule.text, rule.ground_to_show, ours, _day(f"Wanneer: {rule.subject}"))


def _advice(rule: Rule) -> Sequence[Inline]:
    asked, answered = _day(f"Gevraagd: {rule.subject}"), _day(f"Antwoord: {rule.subject}")
    return (docx.bold(rule.subject), rule.grounded, asked, answered)


def _duty(rule: Rule) -> Sequence[Inline]:
    by = controls.line(f"Door wie: {rule.subject}", "", SPACE)
    return (docx.bold(rule.subject), rule.grounded, by, _day(f"In orde: {rule.subject}"))


def _read(rule: Rule) -> str:
    return f"{rule.subject}: {rule.source}, nagekeken op {format_date(rule.checked_on)}."


def _day(title: str) -> Inline:
    return controls.day(title, None, SPACE)
