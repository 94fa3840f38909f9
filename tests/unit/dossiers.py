"""Dossiers to make documents from: one as a youth officer leaves it, one as an attacker sends it, and random ones."""

import json
from datetime import date
from itertools import cycle
from typing import Any

from hypothesis import strategies as st

from calculators import service
from calculators.appointment import KEYS
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.core.fields import Kind
from calculators.dossier import (
    FIELDS,
    LONGEST,
    Document,
    ItemStatus,
    OwnAction,
    Partner,
    Scenario,
    options,
)
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES, STATUSES
from calculators.dossier.declared import OWN

FILLED = Document(
    appointment={
        "startdatum": "2027-03-01",
        "fte": "80",
        "uitvoering": "eigen",
        "afsluitmoment": "inschrijving",
    },
    calculators={
        "budget": {"jaarloonkost": "64.250,50", "subsidie": "20.000"},
        "trajecten": {"vrije_plaatsen": "31"},
    },
    scenarios=(Scenario("Halftijds", {"fte": "50"}),),
    checklist={
        "s1-01": ItemStatus("klaar", "Noor", "2027-01-10", "Besproken."),
        "s2-01": ItemStatus("bezig", "Bert"),
        "eigen-1": ItemStatus("bezig", "Noor", "2027-02-01"),
    },
    texts={
        "organisatie": "Gemeente Voorbeeldegem",
        "contact": "Noor Peeters, jeugdconsulent",
        "datum": "2027-01-18",
        "overtuigingen": "Elk kind verdient een plek.\n- Spelen is een recht.",
        "focus": "Kinderen van 6 tot 14 jaar in Ter Linden",
        "orgaan": "college",
        "visum_drempel": "25.000",
        "indicatoren": "Veertig trajecten in het eerste volledige jaar.",
    },
    strategieen=("individuele-toeleiding",),
    profielen=tuple(identity for identity, _ in options("profielen"))[2:3],
    criteria=("relaties", "ontmoeting"),
    partners=(
        Partner("Chiro De Linde", "vereniging", "6", "getekend"),
        Partner("Jeugdhuis 't Spoor", "vereniging", "10", "mondeling"),
        Partner("OCMW Voorbeeldegem", "toeleider", "", "getekend", voor_te_stellen="12"),
    ),
    actions=(OwnAction("eigen-1", "stap-2", "Bel de buurtwerker."),),
)

HOSTILE = (
    '=HYPERLINK("http://kwaad.example","klik")',
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "http://kwaad.example",
    "</w:t></w:r><w:b/>",
    "<b>vet</b> & <script>alert(1)</script>",
    "\u202eomgekeerd\u202c \u200b\u2066",
    "_x0041_",
    "👩‍👩‍👧 é ʼn 漢",
    "]]>",
)
CONTROL = "a\x00b\x01c\x0bd\x1fe\ud800f\ufffeg"
"""What `read` refuses, but what the makers must survive all the same."""


def hostile(*texts: str) -> Document:
    """A dossier with these texts, in turn, wherever a reader can type; every one is a partner of each kind."""
    turn = cycle(texts)
    free = {name: next(turn)[: LONGEST[name]] for name, field in FIELDS.items() if field.kind is Kind.TEXT}
    kinds = ("toeleider", "vereniging", "bestuur", "")
    partners = tuple(
        Partner(text, kind, text[:20], voor_te_stellen=text[:20], overlegmomenten=text[:20])
        for text in texts[:10]
        for kind in kinds
    )
    marks = {item.id: ItemStatus("bezig", next(turn), "", next(turn)) for item in content.items()}
    return Document(
        {"fte": texts[0]}, {"budget": {"subsidie": texts[0]}}, (Scenario(texts[0], {}),), marks, free, partners=partners
    )


ITEMS = [item.id for item in content.items()]
UNWANTED = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 13, *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFEFF]))
ALPHABET = st.characters(exclude_categories=("Cs", "Cn"), exclude_characters=UNWANTED + "\ufffe\uffff")


def texts(longest: int = 40) -> st.SearchStrategy[str]:
    return st.text(ALPHABET, max_size=longest)


def inputs() -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True), texts(), max_size=4)


def some(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    known = [identity for identity, _ in options(name)]
    return st.sets(st.sampled_from(known)).map(lambda chosen: tuple(one for one in known if one in chosen))


def field(name: str) -> st.SearchStrategy[str]:
    field = FIELDS[name]
    return st.sampled_from(["", *dict(field.choices)]) if field.kind is Kind.CHOICE else texts()


APPOINTED = [name for name in KEYS if name not in ("uitvoering", "afsluitmoment")]
DAYS = st.dates(date(2000, 1, 1)).map(str) | st.just("")
MARKS = st.builds(ItemStatus, st.sampled_from(list(STATUSES)), texts(), DAYS, texts())
PARTNERS = st.builds(
    Partner,
    texts(),
    st.sampled_from(["", *PARTNER_ROLES]),
    texts(9),
    st.sampled_from(list(ENGAGEMENTS)),
    texts(9),
    texts(9),
)
DOCUMENTS = st.builds(
    Document,
    st.fixed_dictionaries({}, optional={name: texts().filter(bool) for name in APPOINTED}),
    st.fixed_dictionaries({}, optional={name: inputs() for name in CALCULATORS}),
    st.lists(st.builds(Scenario, texts(), inputs(), texts()), max_size=3).map(tuple),
    st.dictionaries(st.sampled_from([*ITEMS, "eigen-1", "eigen-2"]), MARKS, max_size=4),
    st.fixed_dictionaries({}, optional={name: field(name) for name in OWN}),
    *(some(name) for name in ("strategieen", "profielen", "criteria")),
    st.lists(PARTNERS, max_size=3).map(tuple),
    actions=st.just((OwnAction("eigen-1", "stap-1", "Bel."), OwnAction("eigen-2", "stap-6", ""))),
)


def asked(**request: str) -> dict[str, Any]:
    """What the page gets for a request."""
    reply: dict[str, Any] = json.loads(service.handle(json.dumps(request)))
    return reply
