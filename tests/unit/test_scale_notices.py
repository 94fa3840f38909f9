"""Salaries that are probably a slip: they count, and the reader hears of them."""

import pytest

from calculators.budget import evaluate
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors

BUDGET = CALCULATORS["budget"]
DOUBTS = ("salaris_laag", "salaris_hoog", "schaal_daalt", "schaal_springt", "schaal_begin")


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


THREE = "0\t17.300\n1\t17.500\n2\t17.700"


@pytest.mark.parametrize(
    ("scale", "step", "told"),
    [
        (
            THREE,
            "14",
            (
                "Trap 14 staat niet in je loonschaal, die stopt bij trap 2. Nu telt trap 2, zonder stijging. Kijk de "
                "trap bij het begin na, of plak ook de hogere trappen."
            ),
        ),
        (
            "5\t18.300\n6\t18.500\n7\t18.700",
            "0",
            (
                "Trap 0 staat niet in je loonschaal, die begint bij trap 5. Tot dan telt trap 5, zonder stijging. Kijk "
                "de trap bij het begin na, of plak ook de lagere trappen."
            ),
        ),
        (THREE, "2", None),
        ("0\t17.300\n3\t17.700", "2", None),
    ],
)
def test_a_wage_that_begins_beside_the_scale(scale: str, step: str, told: str | None) -> None:
    assert pasted(scale, schaal_trap=step).get("schaal_begin") == told
    raw = {"ancienniteit": "schaal", "schaal": scale, "schaal_trap": step}
    found = [one.about for one in evaluate(BUDGET.read(raw)).notices if one.key == "schaal_begin"]
    assert found == (["schaal_trap"] if told else [])


def test_only_the_chosen_column_must_hold_yearly_salaries() -> None:
    months = "0\t941,67\t11.300\n1\t950,00\t11.400"
    assert not pasted(months, schaal_kolom="2")
    with pytest.raises(InputErrors) as error:
        pasted(months)
    (told,) = error.value.messages.items()
    assert told[0] == "schaal_kolom"
    assert "Kolom 1, trap 0: 941,67 kan geen jaarsalaris zijn." in told[1]
    assert told[1].endswith("Kies een andere kolom, of verbeter je schaal.")


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
