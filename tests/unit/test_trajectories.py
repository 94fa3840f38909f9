"""Targets: readable cases and laws."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import trajectories
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.core.fields import InputErrors, fields_of
from calculators.render.result import fragment
from calculators.trajectories import Inputs, evaluate, factor_name
from tests.unit.readable import cases, check, check_refused

ANSWERS = ("ja", "nee", "weet-niet")


def some(low: str, high: str, places: int = 1) -> st.SearchStrategy[Decimal]:
    return st.decimals(low, high, places=places)


anything = st.builds(
    Inputs,
    fte=some("10", "6000"),
    maanden=st.integers(1, 12),
    looptijd_jaren=st.integers(1, 120).map(lambda months: Decimal(months) / 12),
    opstart_maanden=st.integers(0, 12),
    afsluitmoment=st.sampled_from([value for value, _ in trajectories.FIELDS["afsluitmoment"].choices]),
    eigen_slaagaandeel=st.none() | some("0", "100"),
    uren_per_week=some("20", "48"),
    weken_per_jaar=some("1", "52"),
    aandeel_toeleiding=some("0", "100"),
    uren_per_traject=some("0.5", "500"),
    vrije_plaatsen=st.none() | st.integers(0, 10000),
    eigen_aandeel=st.none() | some("0", "100"),
    factoren=st.dictionaries(st.sampled_from([f.id for f in content.factors()]), st.sampled_from(ANSWERS)),
)


def count(inputs: Inputs, key: str) -> Decimal:
    value = evaluate(inputs).totals[key]
    assert isinstance(value, Decimal)
    return value


@pytest.mark.parametrize("case", cases("trajectories.toml", "geval"))
def test_case(case: dict[str, Any]) -> None:
    check(CALCULATORS["trajecten"], case)


@pytest.mark.parametrize("case", cases("trajectories.toml", "fout"))
def test_wrong_input_is_reported_at_its_field(case: dict[str, Any]) -> None:
    check_refused(CALCULATORS["trajecten"], case)


@given(anything)
def test_no_limit_is_ever_exceeded(inputs: Inputs) -> None:
    totals = evaluate(inputs).totals
    started = count(inputs, "realistisch_gestart")
    for key in ("plafond_gestart", "capaciteit", "plaatsen"):
        limit = totals[key]
        assert isinstance(limit, str) or started <= Decimal(str(limit))
    low, high = totals["realistisch_geslaagd_min"], totals["realistisch_geslaagd_max"]
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        assert 0 <= low <= high <= started
    if isinstance(top := totals["plafond_geslaagd_max"], Decimal):
        assert isinstance(high, Decimal)
        assert high <= top


@given(anything)
def test_the_first_year_is_never_better_than_a_full_one(inputs: Inputs) -> None:
    first, full, term = (
        count(inputs, key) for key in ("realistisch_gestart_jaar_1", "realistisch_gestart", "gestart_looptijd")
    )
    assert first <= full
    assert first <= term <= full * inputs.looptijd_jaren + Decimal("1e-20")


@given(anything, some("0", "100"))
def test_more_staff_never_lowers_a_figure(inputs: Inputs, extra: Decimal) -> None:
    more = replace(inputs, fte=min(Decimal(6000), inputs.fte + extra))
    for key in (
        "plafond_gestart",
        "capaciteit",
        "realistisch_gestart",
        "realistisch_gestart_jaar_1",
        "gestart_looptijd",
    ):
        assert count(inputs, key) <= count(more, key)


@given(some("10", "200"))
def test_the_ceiling_scales(fte: Decimal) -> None:
    for key in ("plafond_gestart", "plafond_geslaagd_min", "capaciteit"):
        assert count(Inputs(fte=fte * 2), key) == 2 * count(Inputs(fte=fte), key)


@given(anything)
def test_the_cautions_are_always_there(inputs: Inputs) -> None:
    notices = {notice.key: notice for notice in evaluate(inputs).notices}
    for words in ("indicatie", "optimale omstandigheden", "geen norm"):
        assert words in notices["indicatie"].text
    assert "stress" in notices
    refused = [factor for factor in content.factors() if inputs.factoren[factor.id] == "nee"]
    assert [key for key in notices if key.startswith("factor_")] == [factor_name(factor) for factor in refused]
    assert ("plafond_niet_gehaald" in notices) == bool(refused)


@given(anything)
def test_every_count_is_explained(inputs: Inputs) -> None:
    result = evaluate(inputs)
    assert {line.key for line in result.lines} <= result.totals.keys()
    assert all(line.formula and line.assumption for line in result.trace if isinstance(line.value, Decimal))
    assert {table.key for table in result.tables} == {"jaren", "grenzen", "criteria"}


def test_the_form_asks_every_factor_once() -> None:
    names = [name for name in trajectories.FIELDS if name.startswith("factor_")]
    assert names == [factor_name(factor) for factor in content.factors()]
    assert len(names) == 13
    assert trajectories.FIELDS.keys() - set(names) == fields_of(Inputs).keys()
    groups = [field.group for field in trajectories.FIELDS.values()]
    assert len(set(groups)) == sum(group != before for group, before in zip(groups, ["", *groups], strict=False))


def test_answers_are_checked_and_completed() -> None:
    assert set(Inputs(factoren={"netwerk": "ja"}).factoren.values()) == {"ja", "weet-niet"}
    with pytest.raises(InputErrors) as caught:
        Inputs(factoren={"netwerk": "misschien"})
    assert caught.value.messages.keys() == {"factor_netwerk"}
    with pytest.raises(ValueError, match="unknown factor"):
        Inputs(factoren={"weer": "ja"})


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        (("ja",), "Realistisch"),
        (("ja", "weet-niet"), "Voorlopig"),
        (("weet-niet",), "Voorlopig"),
        (("weet-niet", "nee"), "Niet haalbaar:"),
    ],
)
def test_the_answers_to_the_factors_say_how_sure_a_count_is(answers: tuple[str, ...], word: str) -> None:
    factors = [factor.id for factor in content.factors()]
    given_ = dict.fromkeys(factors, answers[0]) | {factors[0]: answers[-1]}
    lines = {line.key: line.label for line in evaluate(Inputs(factoren=given_)).trace}
    assert lines["realistisch_gestart"] == f"{word} hoogstens te starten per jaar"


def test_a_share_of_ones_own_makes_a_count_realistic() -> None:
    weighed = evaluate(Inputs(fte=Decimal(100), eigen_aandeel=Decimal(50)))
    lines = {line.key: line.label for line in weighed.trace}
    assert lines["realistisch_gestart"] == "Realistisch hoogstens te starten per jaar"
    assert weighed.totals["realistisch_gestart"] == 40


def test_no_reader_sees_a_part_of_a_child() -> None:
    """Counts are rounded down where they are shown; the values for programs keep their decimals."""
    trajecten = CALCULATORS["trajecten"]
    html = fragment(trajecten.evaluate(trajecten.read({"fte": "66,7", "looptijd_jaren": "2,5"})))
    assert '<span data-result="realistisch_gestart" data-value="53.36">53</span>' in html
    assert ">plafond<" not in html.lower()
