"""What a file that comes in would change, one by one, so that a reader can take over what is wanted and no more."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from calculators.appointment import KEYS, LABELS, described
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.core.periods import format_date
from calculators.dossier.declared import FIELDS, options
from calculators.dossier.document import STATUSES, Document, ItemStatus, Partner

NOTHING = "niet ingevuld"
LISTS: Mapping[str, str] = {"strategieen": "Strategieën", "profielen": "Profielen", "criteria": "Criteria"}
"""The lists of the dossier, as readers know them."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes otherwise in one of the `PARTS`, in a Dutch sentence.

    What can be taken over by itself has an `item`: its name within that part of the stored document.
    """

    part: str
    text: str
    item: str = ""


def changes(old: Document, new: Document) -> tuple[Change, ...]:
    """What is different in `new`; empty when nothing is."""
    return (
        *(Change("calculators", text) for text in (*_appointment(old, new), *_inputs(old, new))),
        *(Change("checklist", text, item) for item, text in _checklist(old, new)),
        *(Change("dossier", text, name) for name, text in _dossier(old, new)),
    )


def _appointment(old: Document, new: Document) -> list[str]:
    """What becomes otherwise for all forms, from what to what."""
    pairs = [(key, old.appointment.get(key), new.appointment.get(key)) for key in KEYS]
    return [
        f"{LABELS[key]}: {described(key, before) if before else NOTHING} → "
        f"{described(key, after) if after else NOTHING}."
        for key, before, after in pairs
        if before != after
    ]


def _inputs(old: Document, new: Document) -> list[str]:
    lines = []
    for name, calculator in CALCULATORS.items():
        before, after = old.calculators.get(name, {}), new.calculators.get(name, {})
        if count := sum(before.get(key) != after.get(key) for key in before.keys() | after.keys()):
            fields = "invoerveld" if count == 1 else "invoervelden"
            lines.append(f"Rekenhulp {calculator.title}: {count} {fields} met een andere waarde.")
    if len(old.scenarios) != len(new.scenarios):
        lines.append(f"Scenario's: {len(new.scenarios)} in plaats van {len(old.scenarios)}.")
    elif old.scenarios != new.scenarios:
        lines.append("Scenario's: andere namen of cijfers.")
    return lines


def _checklist(old: Document, new: Document) -> Iterator[tuple[str, str]]:
    for item in content.items():
        if parts := _mark(old.mark(item.id), new.mark(item.id)):
            yield item.id, f"{item.text.rstrip('.')}: {', '.join(parts)}."


def _mark(before: ItemStatus, after: ItemStatus) -> list[str]:
    pairs = (
        ("", STATUSES[before.status].lower(), STATUSES[after.status].lower()),
        ("wie: ", before.who, after.who),
        ("tegen: ", _day(before.by), _day(after.by)),
    )
    parts = [f"{name}{one or NOTHING} → {other or NOTHING}" for name, one, other in pairs if one != other]
    return [*parts, f"de notitie {_how(before.note, after.note)}"] if before.note != after.note else parts


def _day(iso: str) -> str:
    return format_date(date.fromisoformat(iso)) if iso else ""


def _how(before: str, after: str) -> str:
    return "wordt ingevuld" if not before else "krijgt een andere inhoud" if after else "wordt leeggemaakt"


def _dossier(old: Document, new: Document) -> Iterator[tuple[str, str]]:
    for name, spec in FIELDS.items():
        before, after = old.texts.get(name, "").strip(), new.texts.get(name, "").strip()
        if before != after:
            yield name, f"“{spec.label}” {_how(before, after)}."
    for name, noun in LISTS.items():
        if parts := _differences(dict(options(name)), getattr(old, name), getattr(new, name)):
            yield name, f"{noun}: {', '.join(parts)}."
    if old.partners != new.partners:
        yield "partners", _partners(old.partners, new.partners)


def _differences(labels: Mapping[str, str], before: Iterable[str], after: Iterable[str]) -> list[str]:
    added = [f"“{labels[one]}” komt erbij" for one in after if one not in before]
    return added + [f"“{labels[one]}” valt weg" for one in before if one not in after]


def _partners(before: tuple[Partner, ...], after: tuple[Partner, ...]) -> str:
    """A partner that keeps its name is the same one with other data."""
    new, old = Counter(after) - Counter(before), Counter(before) - Counter(after)
    if not (new or old):
        return "Partners: de volgorde verandert."
    kept = (_names(new) & _names(old)).total()
    counts = (
        (new.total() - kept, "komt erbij", "komen erbij"),
        (kept, "krijgt andere gegevens", "krijgen andere gegevens"),
        (old.total() - kept, "valt weg", "vallen weg"),
    )
    parts = [f"{count} {one if count == 1 else more}" for count, one, more in counts if count]
    return f"Partners: {', '.join(parts)}."


def _names(partners: Counter[Partner]) -> Counter[str]:
    return Counter(partner.naam.strip() for partner in partners.elements())
