"""Salaries that are probably a slip: they count, and the reader hears of them."""

import pytest

from calculators.budget import evaluate
from calculators.calculator import CALCULATORS

BUDGET = CALCULATORS["budget"]
DOUBTS = ("salaris_laag", "salaris_hoog", "schaal_daalt", "schaal_springt")


def doubts(**typed: str) -> dict[str, str]:
    """What the reader is warned of, by key."""
    found = evaluate(BUDGET.read(typed)).notices
    return {one.key: one.text.replace("\u00a0", " ") for one in found if one.key.startswith(DOUBTS)}


def pasted(scale: str, **typed: str) -> dict[str, str]:
    """The warnings about a scale of somebody whose wage is built up from it."""
    return doubts(loonbasis="opbouw", ancienniteit="schaal", schaal=scale, **typed)


@pytest.mark.parametrize(
    ("scale", "keys"),
    [
        ("0\t17.300\n1\t17.600\n2\t17.600", set()),
        ("0\t13.250\n19\t14.400", set()),
        ("0\t17.300\n10\t30.000", set()),
        ("0\t10.000\n1\t11.000", set()),
        ("0\t34.000\n1\t35.000", set()),
        ("0\t1.441,67\n1\t1.466,67", {"salaris_laag"}),
        ("0\t38.198\n1\t38.860", {"salaris_hoog"}),
        ("0\t17.300\n1\t1.760", {"salaris_laag", "schaal_daalt"}),
        ("0\t17.300\n1\t17.200", {"schaal_daalt"}),
        ("0\t17.300\n1\t19.031", {"schaal_springt"}),
        ("0\t17.300\n10\t35.000", {"schaal_springt"}),
    ],
)
def test_what_is_doubtful_about_a_scale(scale: str, keys: set[str]) -> None:
    assert pasted(scale).keys() == keys


def test_the_words_name_the_steps_and_say_that_the_bounds_are_ours() -> None:
    found = pasted("0\t17.300\n1\t1.760\n2\t17.700")
    assert found["schaal_daalt"] == (
        "Je loonschaal daalt van € 17.300,00 (trap 0) naar € 1.760,00 (trap 1). Kijk die bedragen na."
    )
    assert found["schaal_springt"] == (
        "Je loonschaal stijgt van € 1.760,00 (trap 1) naar € 17.700,00 (trap 2). Dat is meer dan 10 % per trap "
        "(aanname). Kijk die bedragen na."
    )
    assert found["salaris_laag"].startswith("€ 1.760,00 is weinig voor een jaarsalaris aan 100 %: we verwachten")
    high = pasted("0\t38.198")["salaris_hoog"]
    assert high.endswith("Vul dan het bedrag aan 100 % in, of zet de indexcoëfficiënt op 1.")


def test_only_the_column_that_counts_is_looked_at() -> None:
    assert not pasted("0\t17.300\t1.441\n1\t17.500\t1.400")
    assert pasted("0\t17.300\t1.441\n1\t17.500\t1.400", schaal_kolom="2").keys() == {"salaris_laag", "schaal_daalt"}


def test_what_is_not_indexed_may_be_high_and_what_only_rises_may_have_any_level() -> None:
    assert not pasted("0\t38.198\n1\t38.860", index_coefficient="1")
    assert not doubts(ancienniteit="schaal", schaal="0\t38.198\n1\t38.860")
    assert doubts(ancienniteit="schaal", schaal="0\t17.300\n1\t1.760").keys() == {"schaal_daalt"}


def test_a_salary_without_a_scale_is_looked_at_too() -> None:
    assert not doubts(loonbasis="opbouw")
    assert doubts(loonbasis="opbouw", jaarsalaris="1.441,67").keys() == {"salaris_laag"}
    assert doubts(loonbasis="opbouw", jaarsalaris="38.198").keys() == {"salaris_hoog"}


def test_with_several_posts_the_post_is_named() -> None:
    found = doubts(posts="2", ancienniteit_2="schaal", schaal_2="0\t17.300\n1\t17.200")
    assert found["schaal_daalt_2"].startswith("Post 2: Je loonschaal daalt")
