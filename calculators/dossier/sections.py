"""The six parts in which readers fill in the dossier, one at a time, and how far each is."""

from collections.abc import Sequence
from dataclasses import dataclass

from calculators.dossier.declared import ABOUT, DECISION, STEP_1, STEP_2, STEP_3, STEP_4, STEP_5, STEP_6
from calculators.dossier.document import Document
from calculators.dossier.lacking import Missing, missing


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the dossier: its Dutch title, the groups of fields in it, and what it asks beside those fields.

    What it asks is named as `Missing.target` is: a list, the partners, the cut-off moment, or a calculator.
    """

    id: str
    title: str
    groups: tuple[str, ...]
    also: tuple[str, ...] = ()


SECTIONS: Sequence[Section] = (
    Section("beslissing", "Wie beslist er?", (ABOUT, DECISION)),
    Section("overtuigingen", "Overtuigingen en verwachtingen", (STEP_1,)),
    Section("situatie", "De situatie en je partners", (STEP_2,), ("partners",)),
    Section("keuze", "De keuze en het budget", (STEP_3,), ("strategieen", "profielen", "budget")),
    Section("aanstelling", "Aanstelling en omkadering", (STEP_4, STEP_5)),
    Section("opvolging", "Opvolging", (STEP_6,), ("afsluitmoment", "criteria", "trajecten")),
)


def still_to_do(document: Document) -> dict[str, list[Missing]]:
    """What each section still lacks, by its id, in the order of the sections."""
    found: dict[str, list[Missing]] = {section.id: [] for section in SECTIONS}
    for lacking in missing(document):
        found[_section_of(lacking).id].append(lacking)
    return found


def _section_of(lacking: Missing) -> Section:
    return next(section for section in SECTIONS if lacking.group in section.groups or lacking.target in section.also)
