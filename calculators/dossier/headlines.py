"""What an import changes in three lines: money, checklist and what was written."""

from collections.abc import Mapping

from calculators import budget
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.core.numbers import format_euro
from calculators.core.sentences import counted
from calculators.dossier.declared import LISTS
from calculators.dossier.document import Document
from calculators.dossier.summary import progress

NO_BUDGET = "nog geen budget"


def headlines(old: Document, new: Document) -> tuple[str, ...]:
    """The total of the budget, the actions that are done, and how many parts of the dossier change: from → to."""
    count = _differing(old, new)
    parts = counted(count, "onderdeel", "onderdelen")
    return (
        f"Totale kost in het budget: {total(old.inputs('budget'))} → {total(new.inputs('budget'))}.",
        f"Checklist: {_done(old)} → {counted(_done(new), 'actie', 'acties')} klaar.",
        f"Dossier: {parts} met een andere inhoud.",
    )


def total(raw: Mapping[str, str]) -> str:
    """What all of a budget costs, in words, from its inputs as typed."""
    if not raw:
        return NO_BUDGET
    try:
        return format_euro(budget.calculate(CALCULATORS["budget"].read(raw)).total)
    except InputErrors:
        return "een budget met fouten"


def _done(document: Document) -> int:
    return sum(step.done for step in progress(document))


def _written(document: Document) -> dict[str, object]:
    return {**document.texts, **{name: getattr(document, name) for name in (*LISTS, "partners")}}


def _differing(old: Document, new: Document) -> int:
    before, after = _written(old), _written(new)
    return sum((before.get(name) or None) != (after.get(name) or None) for name in before.keys() | after.keys())
