"""What an import changes in three lines: money, checklist and what was written."""

from decimal import Decimal

from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.core.numbers import format_euro
from calculators.dossier.declared import LISTS
from calculators.dossier.document import Document
from calculators.dossier.summary import progress

NO_BUDGET = "nog geen budget"


def headlines(old: Document, new: Document) -> tuple[str, ...]:
    """The total of the budget, the actions that are done, and how many parts of the dossier change: from → to."""
    return (
        f"Totale kost in het budget: {_total(old)} → {_total(new)}.",
        f"Checklist: {_done(old)} → {_done(new)} acties klaar.",
        f"Dossier: {_differing(old, new)} onderdelen met een andere inhoud.",
    )


def _total(document: Document) -> str:
    raw, calculator = document.inputs("budget"), CALCULATORS["budget"]
    if not raw:
        return NO_BUDGET
    try:
        total = calculator.evaluate(calculator.read(raw)).totals["totaal"]
    except InputErrors:
        return "een budget met fouten"
    assert isinstance(total, Decimal)
    return format_euro(total)


def _done(document: Document) -> int:
    return sum(step.done for step in progress(document))


def _written(document: Document) -> dict[str, object]:
    return {**document.texts, **{name: getattr(document, name) for name in (*LISTS, "partners")}}


def _differing(old: Document, new: Document) -> int:
    before, after = _written(old), _written(new)
    return sum((before.get(name) or None) != (after.get(name) or None) for name in before.keys() | after.keys())
