"""The changes that an imported file would make, one by one, so that a reader can choose which to take over."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from calculators.appointment import KEYS, LABELS, described
from calculators.calculator import CALCULATORS
from calculators.core.periods import format_date
from calculators.dossier.choices import STATUSES
from calculators.dossier.declared import FIELDS, LISTS, options
from calculators.dossier.document import Document, ItemStatus, OwnAction, Partner, items_with

NOTHING = "niet ingevuld"


@dataclass(frozen=True, slots=True)
class Change:
    """A change in one of the `PARTS`, as a Dutch sentence.

    A change that can be taken over by itself has an `item`: its name within that part of the stored document.
    """

    part: str
    text: str
    item: str = ""


def changes(old: Document, new: Document) -> tuple[Change, ...]:
    """Everything in which `new` differs from `old`, in the order of the `PARTS`."""
    return (
        *(Change("calculators", text) for text in (*_appointment(old, new), *_inputs(old, new))),
        *(Change("checklist", text, item) for item, text in _checklist(old, new)),
        *(Change("dossier", text, name) for name, text in _dossier(old, new)),
    )


def _appointment(old: Document, new: Document) -> list[str]:
    """A sentence for each fact of the appointment that differs."""
    lines = []
    for key in KEYS:
        before, after = old.appointment.get(key), new.appointment.get(key)
        if before != after:
            lines.append(f"{LABELS[key]}: {_described(key, before)} → {_described(key, after)}.")
    return lines


def _described(key: str, typed: str | None) -> str:
    return described(key, typed) if typed else NOTHING


def _inputs(old: Document, new: Document) -> list[str]:
    lines = []
    for name, calculator in CALCULATORS.items():
        before, after = old.calculators.get(name, {}), new.calculators.get(name, {})
        if count := sum(before.get(key) != after.get(key) for key in before.keys() | after.keys()):
            fields = "invoerveld" if count == 1 else "invoervelden"
            lines.append(f"Rekenhulp {calculator.title}: {count} {fields} met een andere waarde.")
    if len(old.scenarios) != len(new.scenarios):
        lines.append(f"Scenario’s: {len(new.scenarios)} in plaats van {len(old.scenarios)}.")
    elif old.scenarios != new.scenarios:
        lines.append("Scenario’s: andere namen of cijfers.")
    return lines


def _checklist(old: Document, new: Document) -> Iterator[tuple[str, str]]:
    before, after = ({action.id: action for action in document.actions} for document in (old, new))
    removed = tuple(action for id_, action in before.items() if id_ not in after)
    for item in items_with((*new.actions, *removed)):
        parts = _own_action(before.get(item.id), after.get(item.id))
        if item.id not in before or item.id in after:
            parts += _status(old.noted(item.id), new.noted(item.id))
        if parts:
            yield item.id, f"{item.text.rstrip('.')}: {', '.join(parts)}."


def _own_action(before: OwnAction | None, after: OwnAction | None) -> list[str]:
    """What changes about an action of the reader's own, in Dutch."""
    if before == after:
        return []
    if before and after:
        return ["je eigen actie krijgt een andere tekst"]
    return ["je eigen actie valt weg"] if before else ["een eigen actie komt erbij"]


def _status(before: ItemStatus, after: ItemStatus) -> list[str]:
    """What differs between two states of an item, in Dutch."""
    columns = (
        ("", STATUSES[before.status].lower(), STATUSES[after.status].lower()),
        ("wie: ", before.who, after.who),
        ("tegen: ", _day(before.by), _day(after.by)),
    )
    parts = [f"{name}{old or NOTHING} → {new or NOTHING}" for name, old, new in columns if old != new]
    if before.note != after.note:
        parts.append(f"de notitie {_verb(before.note, after.note)}")
    return parts


def _day(iso: str) -> str:
    return format_date(date.fromisoformat(iso)) if iso else ""


def _verb(before: str, after: str) -> str:
    if not before:
        return "wordt ingevuld"
    return "krijgt een andere inhoud" if after else "wordt leeggemaakt"


def _dossier(old: Document, new: Document) -> Iterator[tuple[str, str]]:
    for name, field in FIELDS.items():
        before, after = old.texts.get(name, "").strip(), new.texts.get(name, "").strip()
        if before != after:
            yield name, f"“{field.label}” {_verb(before, after)}."
    for name, noun in LISTS.items():
        if parts := _differences(dict(options(name)), getattr(old, name), getattr(new, name)):
            yield name, f"{noun}: {', '.join(parts)}."
    if old.partners != new.partners:
        yield "partners", _partners(old.partners, new.partners)


def _differences(labels: Mapping[str, str], before: Iterable[str], after: Iterable[str]) -> list[str]:
    added = [f"“{labels[id_]}” komt erbij" for id_ in after if id_ not in before]
    return added + [f"“{labels[id_]}” valt weg" for id_ in before if id_ not in after]


def _partners(before: tuple[Partner, ...], after: tuple[Partner, ...]) -> str:
    """How many partners are added, changed or removed; one that keeps its name has changed."""
    new, old = Counter(after) - Counter(before), Counter(before) - Counter(after)
    if not (new or old):
        return "Partners: de volgorde verandert."
    kept = (_names(new) & _names(old)).total()
    counts = (
        (new.total() - kept, "komt erbij", "komen erbij"),
        (kept, "krijgt andere gegevens", "krijgen andere gegevens"),
        (old.total() - kept, "valt weg", "vallen weg"),
    )
    parts = [f"{count} {singular if count == 1 else plural}" for count, singular, plural in counts if count]
    return f"Partners: {', '.join(parts)}."


def _names(partners: Counter[Partner]) -> Counter[str]:
    return Counter(partner.name for partner in partners.elements())
