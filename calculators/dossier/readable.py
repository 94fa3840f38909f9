"""The dossier as documents show it: no mark in what the reader typed turns the text around it."""

from dataclasses import replace

from calculators.core.direction import closed
from calculators.dossier.document import Document, ItemStatus, Partner


def readable(document: Document) -> Document:
    """The document, in which each text closes the directions that it opens: see `core.direction`.

    For showing, not for keeping: a reader finds back what they typed. Answers of forms are closed as they are read.
    """
    return replace(
        document,
        texts={name: closed(text) for name, text in document.texts.items()},
        partners=tuple(map(_partner, document.partners)),
        checklist={item: _status(status) for item, status in document.checklist.items()},
        actions=tuple(replace(action, text=closed(action.text)) for action in document.actions),
        scenarios=tuple(replace(scenario, name=closed(scenario.name)) for scenario in document.scenarios),
    )


def _partner(partner: Partner) -> Partner:
    return replace(
        partner,
        naam=closed(partner.naam),
        plaatsen=closed(partner.plaatsen),
        voor_te_stellen=closed(partner.voor_te_stellen),
        overlegmomenten=closed(partner.overlegmomenten),
    )


def _status(status: ItemStatus) -> ItemStatus:
    return replace(status, who=closed(status.who), note=closed(status.note))
