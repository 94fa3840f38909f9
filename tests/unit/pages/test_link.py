"""What a link carries: the module of the pages in Node, with the fields of the real forms."""

import json
import re
from pathlib import Path

import pytest

from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.calculator import CALCULATORS
from calculators.core.fields import Field, Kind, applies, to_form_text
from calculators.render.form import form_field
from tests.unit import node

HERE = Path(__file__).parent


def described(name: str, field: Field) -> dict[str, object]:
    """A field as the page describes it to the module."""
    drawn = form_field("budget", name, field)
    return {
        "name": name,
        "value": to_form_text(field, field.default),
        "choices": [key for key, _ in field.choices] if field.kind is Kind.CHOICE else None,
        "date": field.kind is Kind.DATE,
        "linked": " data-linked" in drawn,
        "private": " data-private" in drawn,
    }


TYPED = {
    Kind.DATE: "2027-03-01",
    Kind.MONEY: "64.250,50",
    Kind.PERCENT: "62,5",
    Kind.WHOLE: "120",
    Kind.NUMBER: "2,1647",
}


def filled_in(posts: int) -> dict[str, str]:
    """A budget of so many posts with wages worked out, in which a reader changed every figure that the form shows."""
    fields = CALCULATORS["budget"].fields
    raw = {name: to_form_text(field, field.default) for name, field in fields.items()}
    raw |= {"posts": str(posts), "uitvoering": "extern"}
    raw |= {suffixed("loonbasis", number): "opbouw" for number in range(1, posts + 1)}
    seen = {name: field for name, field in fields.items() if applies(field, raw, fields)}
    return {name: raw[name] if name == "posts" else TYPED.get(field.kind, raw[name]) for name, field in seen.items()}


def test_link() -> None:
    forms = {
        calculator.name: [described(name, field) for name, field in calculator.fields.items()]
        for calculator in CALCULATORS.values()
    }
    full = [filled_in(posts) for posts in (4, MOST_POSTS)]
    node.check(HERE / "link.test.mjs", {"FORMS": json.dumps(forms), "FULL": json.dumps(full)})


PINNED = {
    "budget": "posts=1 aantal=1 contract=bepaald ancienniteit=geen schaal_kolom=1 schaal_trap=0 "
    "vakantiegeld_telt=verdiend index_prognose=ja centenindex=ja loonbasis=bedrag bijdragen=lokaal vervanging=0 "
    "uitvoering=eigen overhead=0 btw=standaard eenmalig=0 deelname_klasse=61 groei_wijze=kalenderjaar "
    "subsidie=0 subsidie_jaar_2=0 subsidie_jaar_3=0 subsidie_jaar_4=0 subsidie_jaar_5=0 subsidie_jaar_6=0 "
    "btw_deelname=met btw_vrijwilligers=met btw_verplaatsing=met btw_materiaal=met btw_catering=met btw_promotie=met "
    "deelname_wijze=bedrag vrijwilligers_wijze=bedrag verplaatsing_wijze=bedrag materiaal_wijze=bedrag "
    "catering_wijze=bedrag promotie_wijze=bedrag subsidies_aantal=0 subsidie_soort=periode subsidie_bedrag=0 "
    "subsidie_deel=0 subsidie_kosten=alles subsidie_groei=0 betalers_aantal=0 betalers_wijze=deel",
    "looptijd": "contract=bepaald",
    "trajecten": "maanden=12 factor=weet-niet afsluitmoment=inschrijving",
    "keuzehulp": "strategie_bottom-up-werken=nee strategie_laagdrempelige-jeugdwerking=nee "
    "medewerkers=1 "
    "strategie_samenwerking-netwerkvorming=nee strategie_structureel-werken=nee",
}
"""Defaults that a link leaves out and no day tells, but for empty ones. All factors are one here, and all posts."""


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_default_that_links_leave_out_stays_as_it_is(calculator: str) -> None:
    """Last year's links count on them. One that has to change becomes a dated figure, or is carried: `_may_change`."""
    found: set[str] = set()
    for name, field in CALCULATORS[calculator].fields.items():
        told = described(name, field)
        if told["value"] and not field.prefilled and not told["linked"]:
            one = re.sub(
                r"^(loonbasis|bijdragen|vervanging|factor|ancienniteit|schaal_kolom|schaal_trap|vakantiegeld_telt|aantal"
                r"|subsidie_(?:soort|bedrag|deel|kosten|groei))_.*",
                r"\1",
                name,
            )
            found.add(f"{one}={told['value']}")
    assert found == set(PINNED.get(calculator, "").split())


def test_the_names_around_the_fields_are_no_fields() -> None:
    for calculator in CALCULATORS.values():
        assert not {"cijfers_van", "einde"} & calculator.fields.keys()


def test_no_link_carries_a_text() -> None:
    text = Field("Naam", Kind.TEXT, "")
    assert described("naam", text)["private"]
    texts = [
        (name, field) for one in CALCULATORS.values() for name, field in one.fields.items() if field.kind is Kind.TEXT
    ]
    names = {f"betaler_naam_{number}" for number in range(1, 9)} | {f"subsidie_naam_{number}" for number in range(1, 7)}
    assert {name for name, _ in texts} == names
    assert all(described(name, field)["private"] for name, field in texts)
