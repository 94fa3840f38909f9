"""The stored document: everything the reader filled in, in one value."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from calculators import appointment
from calculators.appointment import Deviation
from calculators.core import content, fields
from calculators.dossier.declared import ASKED, FIELDS, LISTS, NUMBERS
from calculators.dossier.identity import identified

VERSION = 2

OUTCOMES = ("budget", "looptijd", "trajecten")
"""The calculators whose outcome the dossier shows."""
PARTS: Mapping[str, str] = {
    "calculators": "Budget, looptijd, trajecten en scenario's",
    "checklist": "Checklist",
    "dossier": "Dossier en partners",
}
"""What a reader tells apart in a file: takes over by itself, and remarks upon."""
STATUSES: Mapping[str, str] = {"te-doen": "Te doen", "bezig": "Bezig", "klaar": "Klaar", "nvt": "Niet van toepassing"}
PARTNER_KINDS: Mapping[str, str] = {"toeleider": "Toeleider", "vereniging": "Vereniging", "bestuur": "Lokaal bestuur"}
ENGAGEMENTS: Mapping[str, str] = {"nee": "Nog niet", "mondeling": "Mondeling", "getekend": "Getekend"}


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """What the reader noted at one item of the checklist; `by` is an ISO date or empty."""

    status: str = "te-doen"
    who: str = ""
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner the reader talked with, and what it promises: a number of something else for each kind of partner.

    The numbers are as typed. One that belongs to another kind is kept, for who chooses that kind again.
    """

    naam: str = ""
    soort: str = ""
    plaatsen: str = ""
    engagement: str = "nee"
    voor_te_stellen: str = ""
    overlegmomenten: str = ""

    @property
    def asked(self) -> str:
        """The name of the number that counts for this kind of partner."""
        return ASKED[self.soort]

    @property
    def typed(self) -> str:
        """What was typed for that number, without blanks around it."""
        text: str = getattr(self, self.asked)
        return text.strip()

    @property
    def number(self) -> int | None:
        """That number; `None` when there is none, or when what was typed cannot be read."""
        try:
            found: int | None = fields.parse(NUMBERS[self.asked], self.typed)
        except ValueError:
            return None
        return found

    @property
    def unclear(self) -> bool:
        """Whether something was typed that is no number."""
        return bool(self.typed) and self.number is None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A version of the appointment under a name: budget inputs, as typed.

    The `id` tells it from others for as long as it is kept. Two that say the same are equal, whatever their ids.
    """

    name: str
    values: Mapping[str, str]
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody who looked at the file wrote about one of its `PARTS`; `at` is an ISO date or empty."""

    part: str
    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that is kept. Inputs are as typed; a calculator checks them when it reads them.

    `appointment` has what several forms show, by the keys of `calculators.appointment`; `calculators` what is only in
    the form of one, and its deviations from the appointment. `remarks` go with a file; nobody takes them over.

    Two things are told in Dutch and are no part of what is kept: `ignored`, what this guide does not know, and
    `mended`, sentences on what `read_stored` could not use as it was.
    """

    appointment: Mapping[str, str] = field(default_factory=dict)
    calculators: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    scenarios: tuple[Scenario, ...] = ()
    checklist: Mapping[str, ItemStatus] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    strategieen: tuple[str, ...] = ()
    profielen: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    remarks: tuple[Remark, ...] = ()
    ignored: tuple[str, ...] = field(default=(), compare=False)
    mended: tuple[str, ...] = field(default=(), compare=False)

    def inputs(self, calculator: str) -> Mapping[str, str]:
        """What the form of a calculator holds, by name as typed; empty when it was never used."""
        return self.shown(calculator) if self.calculators.get(calculator) else {}

    def shown(self, calculator: str) -> Mapping[str, str]:
        """What stands in the form of a calculator, used or not: what is in the appointment, and what is its own."""
        return appointment.form_values(self.appointment, self.calculators, calculator, self.strategieen)

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where a form has a value of its own for what is in the appointment."""
        return appointment.deviations(self.appointment, self.calculators, self.strategieen)

    @property
    def post_profiles(self) -> Mapping[int, str]:
        """The ids of the profiles of the posts of the budget that have one, by the number of the post."""
        return appointment.post_profiles(self.appointment, self.calculators)

    @property
    def profiles(self) -> tuple[str, ...]:
        """The ids of all that was chosen, in the instrument's order: those of the dossier, and those of the posts."""
        chosen = {*self.profielen, *self.post_profiles.values()}
        return tuple(profile.id for profile in content.profiles() if profile.id in chosen)

    @property
    def afsluitmoment(self) -> str:
        """The id of the moment at which a trajectory counts as succeeded; empty when none was chosen."""
        return self.appointment.get("afsluitmoment", "")

    def text(self, name: str) -> str:
        """A field of the dossier, or of the appointment, without blanks around it."""
        return self.texts.get(name, self.appointment.get(name, "")).strip()

    def value(self, name: str) -> date | Decimal | str | None:
        """A field of the dossier as its own type; `None` when it is empty or cannot be read."""
        try:
            found: date | Decimal | str | None = fields.parse(FIELDS[name], self.text(name))
        except ValueError:
            return None
        return found

    def mark(self, item: str) -> ItemStatus:
        """The note at an item; an item never touched is still to do."""
        return self.checklist.get(item, ItemStatus())

    @property
    def delivery(self) -> str:
        """Who employs ("eigen", "extern" or "subsidie"): as in the appointment, else as in the budget, else "eigen"."""
        chosen = self.text("uitvoering") or self.inputs("budget").get("uitvoering", "")
        return chosen if chosen in dict(FIELDS["uitvoering"].choices) else "eigen"

    @property
    def places(self) -> int:
        """All places the partners promised.

        Those of clubs, and of partners without a kind: the form asks these for places until another kind is chosen.
        What a referrer or a local government promises is no place for a child.
        """
        return sum(partner.number or 0 for partner in self.partners if partner.asked == "plaatsen")


EMPTY = Document()


def with_ids(scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """The same scenarios, each with an id that no other has."""
    ids = identified([scenario.id for scenario in scenarios])
    return tuple(replace(scenario, id=id_) for scenario, id_ in zip(scenarios, ids, strict=True))


def write(document: Document) -> str:
    """The document as JSON, the same text for the same document."""
    dossier: dict[str, Any] = dict(document.texts)
    for name in LISTS:
        dossier[name] = list(getattr(document, name))
    dossier["partners"] = [
        {name: getattr(partner, name) for name in ("naam", "soort", *NUMBERS, "engagement")}
        for partner in document.partners
    ]
    data: dict[str, Any] = {
        "version": VERSION,
        "appointment": dict(document.appointment),
        "calculators": {name: dict(values) for name, values in document.calculators.items()},
        "scenarios": [
            {"id": scenario.id, "name": scenario.name, "values": dict(scenario.values)}
            for scenario in with_ids(document.scenarios)
        ],
        "checklist": {
            item: {"status": mark.status, "who": mark.who, "by": mark.by, "note": mark.note}
            for item, mark in document.checklist.items()
        },
        "dossier": dossier,
    }
    if document.remarks:
        data["remarks"] = [
            {"part": one.part, "text": one.text} | ({"at": one.at} if one.at else {}) for one in document.remarks
        ]
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
