"""The stored document: everything the reader filled in, in one value."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from calculators import appointment
from calculators.appointment import Deviation
from calculators.core import content, fields
from calculators.core.content import Item
from calculators.core.delivery import Delivery
from calculators.dossier.choices import Body, Engagement, Status
from calculators.dossier.declared import ASKED, FIELDS, LISTS, NUMBERS
from calculators.dossier.identity import identified
from calculators.dossier.upgrading import LATER

VERSION = 2

OWN_ACTION = re.compile(r"eigen-[0-9a-z-]{1,60}")
"""The ids of the reader's own actions, as pages make them."""

OUTCOMES = ("budget", "looptijd", "trajecten")
"""The calculators whose outcome the dossier shows."""
PARTS: Mapping[str, str] = {
    "calculators": "Budget, looptijd, trajecten en scenario’s",
    "checklist": "Checklist",
    "dossier": "Dossier en partners",
}
"""The parts of a file that a reader can take over, and remark on, separately: Dutch title by part."""


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """What the reader noted for one item of the checklist: a `Status`; `by` is an ISO date or empty."""

    status: str = Status.TO_DO
    who: str = ""
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action that the reader added to the checklist, at a step; its id is an `OWN_ACTION` and sorts by age."""

    id: str
    step: str
    text: str

    @property
    def item(self) -> Item:
        """The action as an item of the checklist."""
        return Item(self.id, self.step, self.text.strip() or "Eigen actie", "", ())


def items_with(actions: Sequence[OwnAction]) -> tuple[Item, ...]:
    """The items of the instrument, each step's own actions after them."""
    items = (*content.items(), *(action.item for action in actions))
    order = [step.id for step in content.steps()]
    return tuple(sorted(items, key=lambda item: order.index(item.step)))


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner that the reader talked with, and the number that it promises: see `declared.NUMBERS`.

    The numbers are as typed. Those of another kind of partner are kept, in case the reader chooses that kind again.
    """

    naam: str = ""
    soort: str = ""
    plaatsen: str = ""
    engagement: str = Engagement.NONE
    voor_te_stellen: str = ""
    overlegmomenten: str = ""

    @property
    def name(self) -> str:
        """Its name without white space around it; empty without one."""
        return self.naam.strip()

    @property
    def is_blank(self) -> bool:
        """Whether nothing about this partner was filled in yet."""
        return not (self.name or self.soort or self.typed)

    @property
    def asked(self) -> str:
        """The name of the number that this kind of partner promises."""
        return ASKED[self.soort]

    @property
    def typed(self) -> str:
        """The text typed for the number that the partner promises, without white space around it."""
        text: str = getattr(self, self.asked)
        return text.strip()

    @property
    def number(self) -> int | None:
        """The number that the partner promises; `None` if it is empty or cannot be read."""
        try:
            number: int | None = fields.parse(NUMBERS[self.asked], self.typed)
        except ValueError:
            return None
        return number

    @property
    def unclear(self) -> bool:
        """Whether the typed text cannot be read as a number."""
        return bool(self.typed) and self.number is None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A version of the appointment under a name: budget inputs, as typed.

    The `id` identifies it for as long as it is kept, and is left out of comparisons.
    """

    name: str
    values: Mapping[str, str]
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """A colleague's remark on one of the `PARTS` of a file; `at` is an ISO date or empty."""

    part: str
    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that is kept. Inputs are as typed; a calculator checks them when it reads them.

    The `id` is random and stays with the dossier, so that a later calendar file finds the events of an earlier one. It
    is empty in documents from before there were ids, and is left out of comparisons.

    `appointment` has the facts that several forms show, by the keys of `calculators.appointment`; `calculators` has, by
    form, the inputs of that form alone and its deviations from the appointment. `remarks` belong to a file and are
    never imported.

    Two attributes describe the reading and are not kept: `ignored` names, in Dutch, what this guide does not know, and
    `mended` has Dutch sentences on what `read_stored` could not use as it was.
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
    actions: tuple[OwnAction, ...] = ()
    id: str = field(default="", compare=False)
    ignored: tuple[str, ...] = field(default=(), compare=False)
    mended: tuple[str, ...] = field(default=(), compare=False)

    def inputs(self, calculator: str) -> Mapping[str, str]:
        """The values of a calculator's form, by name as typed; empty if the form was never used."""
        return self.shown(calculator) if self.calculators.get(calculator) else {}

    def shown(self, calculator: str) -> Mapping[str, str]:
        """The values that a calculator's form shows, used or not: its own take precedence over the appointment's."""
        return appointment.form_values(self.appointment, self.calculators, calculator, self.strategieen)

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """The controls of forms whose own value differs from the appointment or from the dossier's strategies."""
        return appointment.deviations(self.appointment, self.calculators, self.strategieen)

    @property
    def post_profiles(self) -> Mapping[int, str]:
        """The id of the profile of each post in the budget that has one, by the number of the post from 1."""
        return appointment.post_profiles(self.appointment, self.calculators)

    @property
    def profiles(self) -> tuple[str, ...]:
        """The ids of the profiles chosen in the dossier or for a post, in the instrument's order."""
        chosen = {*self.profielen, *self.post_profiles.values()}
        return tuple(profile.id for profile in content.profiles() if profile.id in chosen)

    @property
    def afsluitmoment(self) -> str:
        """The id of the moment at which a trajectory counts as succeeded; empty when none was chosen."""
        return self.appointment.get("afsluitmoment", "")

    @property
    def cutoff(self) -> content.Cutoff | None:
        """That moment; `None` when none was chosen."""
        return next((cutoff for cutoff in content.cutoffs() if cutoff.id == self.afsluitmoment), None)

    def text(self, name: str) -> str:
        """A field of the dossier, or a fact of the appointment, without white space around it; empty if absent."""
        return self.texts.get(name, self.appointment.get(name, "")).strip()

    def value(self, name: str) -> date | Decimal | str | None:
        """A field of the dossier, converted to the type of its kind; `None` if it is empty or cannot be read."""
        try:
            value: date | Decimal | str | None = fields.parse(FIELDS[name], self.text(name))
        except ValueError:
            return None
        return value

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of this reader's checklist: the instrument's and, after those of each step, the reader's own."""
        return items_with(self.actions)

    def noted(self, item: str) -> ItemStatus:
        """What the reader noted for an item, by id; an item never touched is still to do."""
        return self.checklist.get(item, ItemStatus())

    @property
    def body(self) -> Body:
        """The body that decides; until the reader chooses, the college, as most often."""
        return Body(self.text("orgaan") or Body.COLLEGE)

    @property
    def is_association(self) -> bool:
        """Whether an association decides, to which the rules for local governments do not apply."""
        return self.body == Body.ASSOCIATION

    @property
    def chosen_delivery(self) -> str:
        """Who employs (`Delivery`), by the appointment, else by the budget; empty if not chosen."""
        chosen = self.text("uitvoering") or self.inputs("budget").get("uitvoering", "")
        return chosen if chosen in dict(FIELDS["uitvoering"].choices) else ""

    @property
    def delivery(self) -> Delivery:
        """Who employs (`Delivery`); until the reader chooses, own staff, as in the example."""
        return Delivery(self.chosen_delivery or Delivery.OWN)

    @property
    def places(self) -> int:
        """The sum of the places that partners promised.

        Only clubs promise places, and partners without a kind, as the form asks those for places too.
        """
        return sum(partner.number or 0 for partner in self.partners if partner.asked == "plaatsen")


EMPTY = Document()


def with_ids(scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """The same scenarios, each with an id that no other has."""
    ids = identified([scenario.id for scenario in scenarios])
    return tuple(replace(scenario, id=id_) for scenario, id_ in zip(scenarios, ids, strict=True))


def write(document: Document) -> str:
    """The document as JSON, the same text for the same document."""
    data: dict[str, Any] = {
        "version": VERSION,
        "appointment": {**_open(document), **document.appointment},
        "calculators": {name: dict(values) for name, values in document.calculators.items()},
        "scenarios": [
            {"id": scenario.id, "name": scenario.name, "values": dict(scenario.values)}
            for scenario in with_ids(document.scenarios)
        ],
        "checklist": {
            item: {"status": noted.status, "who": noted.who, "by": noted.by, "note": noted.note}
            for item, noted in document.checklist.items()
        },
        "dossier": _dossier(document),
    }
    if document.actions:
        data["actions"] = {action.id: {"step": action.step, "text": action.text} for action in document.actions}
    if document.id:
        data["id"] = document.id
    if document.remarks:
        data["remarks"] = [_remark(remark) for remark in document.remarks]
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)


def _dossier(document: Document) -> dict[str, Any]:
    """The texts, what was chosen from lists, and the partners."""
    partners = [
        {name: getattr(partner, name) for name in ("naam", "soort", *NUMBERS, "engagement")}
        for partner in document.partners
    ]
    return {**document.texts, **{name: list(getattr(document, name)) for name in LISTS}, "partners": partners}


def _open(document: Document) -> dict[str, str]:
    """Each fact of `LATER` that only its form has, as not chosen: absent, it would be taken from an older document."""
    return {key: "" for key, form in LATER.items() if key in document.calculators.get(form, {})}


def _remark(remark: Remark) -> dict[str, str]:
    row = {"part": remark.part, "text": remark.text}
    return {**row, "at": remark.at} if remark.at else row
