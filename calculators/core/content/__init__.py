"""The parts of the instrument that code needs, read once from the TOML files beside this module.

Every record is a frozen dataclass. Reading is strict: an unknown, missing, empty or mistyped key raises a
`ContentError` that names file and key. `facts` are the ids of the instrument's statements that a record rests on, such
as S3E.2.
"""

import dataclasses
import pkgutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

from calculators.core.content.reading import ContentError, records
from calculators.core.delivery import Delivery
from calculators.core.partner_role import PartnerRole

Side = Literal["vraag", "aanbod", "beide"]
Texts = tuple[str, ...]
RuleKind = Literal["beslissing", "advies", "plicht", "drempel", "medefinanciering"]


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A publication or page the guide points to, with the day someone last opened it."""

    id: str
    title: str
    publisher: str
    type: str
    format: Literal["web", "pdf"]
    language: Literal["nl", "en", "fr", "da"]
    url: str
    checked_on: date
    theme: str
    origin: Literal["instrument", "aanvullend"]
    steps: Texts
    year: int | None = None
    fallback_url: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One of the six steps: what it gives (`result`), how long it takes (`time`) and whom it needs (`who`)."""

    id: str
    number: int
    slug: str
    title: str
    short: str
    result: str
    time: str
    who: Texts
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class Strategy:
    """One of the six strategies; `profile` is the profile in the same place in the instrument's list."""

    number: int
    id: str
    name: str
    description: str
    side: Side
    profile: str
    partners: Texts
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class Profile:
    """One of the six profiles of an ambassador, with its tasks and qualities."""

    number: int
    id: str
    name: str
    description: str
    tasks: Texts
    qualities: Texts
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class Factor:
    """Something that makes referring children to leisure easier or harder; the answer "ja" is favourable."""

    id: str
    side: Side
    name: str
    question: str
    advice: str
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class Criterion:
    """Something that an evaluation can consider beside numbers: the process, or a result."""

    id: str
    kind: Literal["proces", "resultaat"]
    name: str
    examples: Texts
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class Cutoff:
    """A moment at which a referral can count as successful, in months after enrolment."""

    id: str
    name: str
    description: str
    months_min: int
    months_max: int
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One action of the checklist; `step` is the id of its step."""

    id: str
    step: str
    text: str
    help: str
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word of the field with its definition; pages link an `abbr` term to it, in each of its `forms`.

    `source` is the id of a source, for a word of the law.
    """

    term: str
    short: str
    synonyms: Texts
    abbr: bool
    forms: Texts = ()
    source: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class PartnerKind:
    """A kind of partner, the role it mostly has (`kind`), and questions for a first talk."""

    id: str
    kind: PartnerRole
    name: str
    questions: Texts
    facts: Texts


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """A rule of law in our words: what it is about (`subject`), what it says, and where and when we read it.

    `ways` are the ways to employ for which it counts, all of them when empty; `figure` is the dated figure in its row.
    A `local` one counts for a local government, not for an association.
    """

    id: str
    kind: RuleKind
    subject: str
    text: str
    source: str
    checked_on: date
    confidence: Literal["hoog", "middel", "laag"]
    origin: Literal["bron", "via derden", "aanname", "voorstel"]
    ways: tuple[Delivery, ...] = ()
    figure: str | None = None
    ground: str | None = None
    url: str | None = None
    local: bool = False

    @property
    def to_check(self) -> bool:
        """Whether the reader is asked to check the rule, as we did not read it at its maker or at who applies it."""
        return self.origin in {"via derden", "aanname"}

    @property
    def ground_to_show(self) -> str:
        """The legal ground as documents print it, marked where the reader is to check it; empty without either."""
        if not self.to_check:
            return self.ground or ""
        return f"{self.ground} (kijk na)" if self.ground else "Kijk na"

    @property
    def grounded(self) -> str:
        """What the rule says, and `ground_to_show` after it: a proposal of ours has none."""
        return f"{self.text} {self.ground_to_show}." if self.ground_to_show else self.text


@cache
def sources() -> tuple[Source, ...]:
    """All sources: the instrument's own in its order, then those we added."""
    return _table("sources", Source)


@cache
def steps() -> tuple[Step, ...]:
    """The six steps of the guide, in order."""
    return _table("steps", Step)


@cache
def strategies() -> tuple[Strategy, ...]:
    """The six strategies, in the instrument's order."""
    return _table("strategies", Strategy)


@cache
def profiles() -> tuple[Profile, ...]:
    """The six profiles, in the order of their strategies."""
    return _table("strategies", Profile)


def profile_of(strategy: Strategy) -> Profile:
    """The profile that goes with a strategy."""
    return next(profile for profile in profiles() if profile.id == strategy.profile)


@cache
def factors() -> tuple[Factor, ...]:
    """The factors on the demand side and the supply side."""
    return _table("factors", Factor)


@cache
def criteria() -> tuple[Criterion, ...]:
    """What an evaluation can look at beside numbers: criteria of the process, then of results."""
    return _table("criteria", Criterion)


@cache
def cutoffs() -> tuple[Cutoff, ...]:
    """The three moments at which a referral can count as successful."""
    return _table("criteria", Cutoff)


@cache
def items() -> tuple[Item, ...]:
    """The checklist, in order of the steps."""
    return _table("checklist", Item)


@cache
def glossary() -> tuple[GlossaryEntry, ...]:
    """The words that the guide explains, in the order of their file."""
    return _table("glossary", GlossaryEntry)


@cache
def partner_kinds() -> tuple[PartnerKind, ...]:
    """Kinds of partners, with questions for a first talk with each."""
    return _table("partners", PartnerKind)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of law, by kind and in the order of the pages. Raises `ContentError` for one read nowhere."""
    found = _table("rules", Rule)
    for rule in found:
        if rule.url is None and rule.origin in {"bron", "via derden"}:
            raise ContentError(f"rules.toml: {rule.id}: what was read somewhere has an address")
    return found


TABLES: Mapping[str, tuple[type, ...]] = {
    "checklist": (Item,),
    "criteria": (Criterion, Cutoff),
    "factors": (Factor,),
    "glossary": (GlossaryEntry,),
    "partners": (PartnerKind,),
    "rules": (Rule,),
    "sources": (Source,),
    "steps": (Step,),
    "strategies": (Strategy, Profile),
}
"""The records that each file holds, by the name of the file."""


def parse[T](file: str, text: str, record: type[T]) -> tuple[T, ...]:
    """Read the tables of one kind of `record` from a file. Raises `ContentError` if the file breaks its schema."""
    return records(file, text, record, TABLES[file.removesuffix(".toml")])


def _table[T](name: str, record: type[T]) -> tuple[T, ...]:
    data = pkgutil.get_data("calculators.core", f"content/{name}.toml")
    if data is None:
        raise ContentError(f"{name}.toml cannot be read")
    return parse(f"{name}.toml", data.decode(), record)
