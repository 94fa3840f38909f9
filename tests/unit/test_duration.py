"""The term: readable cases, and laws."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.core.periods import add_months
from calculators.core.workdays import is_workday
from calculators.duration import Inputs, evaluate, evaluations, moments, phases
from calculators.duration.timeline import PHASE, timeline
from tests.unit.durations import durations
from tests.unit.readable import cases, check, check_refused


@pytest.mark.parametrize("case", cases("duration.toml", "geval"))
def test_case(case: dict[str, Any]) -> None:
    check(CALCULATORS["looptijd"], case)


@pytest.mark.parametrize("case", cases("duration.toml", "fout"))
def test_wrong_input_is_reported_at_its_field(case: dict[str, Any]) -> None:
    check_refused(CALCULATORS["looptijd"], case)


@given(durations)
def test_phases_follow_each_other_without_gaps(inputs: Inputs) -> None:
    found = phases(inputs)
    assert [phase.first for phase in found[1:]] == [phase.end for phase in found[:-1]]
    assert found[-1].end == inputs.end
    assert all(phase.end is None or phase.first < phase.end for phase in found)


@given(durations)
def test_moments_are_sorted_and_within_the_contract(inputs: Inputs) -> None:
    days = [moment.day for moment in moments(inputs)]
    assert days == sorted(days)
    assert all(day < inputs.horizon for day in days)
    assert len({moment.key for moment in moments(inputs)}) == len(days)


@given(durations)
def test_the_time_line_shows_every_phase_decision_and_measure_within_its_axis(inputs: Inputs) -> None:
    line = timeline(inputs)
    days = [day for row in line.rows for span in row.spans for day in span]
    assert line.first == min(days)
    assert max(days) <= line.end
    shown = [row.spans[0] for row in line.rows if row.kind == PHASE]
    assert shown == [(phase.first, phase.end or inputs.horizon) for phase in phases(inputs)]
    marked = sorted(first for row in line.rows if row.kind != PHASE for first, _ in row.spans)
    assert marked == sorted(moment.day for moment in moments(inputs) if moment.key not in ("voorbereiding", "start"))


@given(durations)
def test_every_key_of_a_line_is_a_total_and_everything_is_explained(inputs: Inputs) -> None:
    result = evaluate(inputs)
    assert {line.key for line in result.lines} <= result.totals.keys()
    assert all(line.formula for line in result.trace if not isinstance(line.value, str))


@given(durations)
def test_a_longer_term_never_shows_less(inputs: Inputs) -> None:
    short_term = replace(inputs, contract="bepaald", looptijd_jaren=Decimal(1) / 12)
    long_term = replace(short_term, looptijd_jaren=inputs.looptijd_jaren)
    short, long = (evaluate(each).totals["herinschrijvingen"] for each in (short_term, long_term))
    assert isinstance(short, int)
    assert isinstance(long, int)
    assert short <= long


@given(durations)
def test_evaluations_and_decisions_fall_on_working_days(inputs: Inputs) -> None:
    planned = [moment for moment in moments(inputs) if moment.key.startswith(("evaluatie", "beslissing"))]
    assert [moment.day for moment in planned if not is_workday(moment.day)] == []
    decision = next((moment.day for moment in planned if moment.key.startswith("beslissing")), None)
    found = evaluations(inputs)
    if decision and inputs.end:
        assert decision <= add_months(inputs.end, -inputs.beslissing_maanden)
        assert found[-1].day == decision
    assert all(one.due <= one.day <= one.due + timedelta(days=4) for one in found if one.day != decision)
    assert [one.day for one in found] == sorted({one.day for one in found})


def test_a_wrong_input_is_named() -> None:
    with pytest.raises(InputErrors) as caught:
        Inputs(looptijd_jaren=Decimal("0.77"), plan_einde=1999)
    assert caught.value.messages.keys() == {"looptijd_jaren", "plan_einde"}
    with pytest.raises(InputErrors) as caught:
        Inputs(plan_einde=2025)
    assert caught.value.messages.keys() == {"plan_einde"}


def test_each_sentence_on_the_last_days_says_whom_it_is_about() -> None:
    """With seven months no child can be followed for eight: the sentence on that, which comes first, is left out."""
    told = {
        one.key: one.text
        for one in evaluate(Inputs(startdatum=date(2028, 2, 29), looptijd_jaren=Decimal(7) / 12)).notices
    }
    assert told["laatste_metingen"] == (
        "Schrijft een kind zich in vanaf 1 september 2028, dan zie je niet meer of het zich in een volgend werkjaar "
        "weer inschrijft."
    )
