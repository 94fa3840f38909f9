"""The term: readable cases, laws, and a calendar that can be read back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors
from calculators.duration import Inputs, Moment, evaluate, ics, moments, phases
from calculators.duration.calendar import _event
from tests.unit.readable import cases, check, check_refused

STAMP = datetime(2026, 11, 24, 12, tzinfo=UTC)

anything = st.builds(
    Inputs,
    startdatum=st.dates(date(2020, 1, 1), date(2060, 12, 31)),
    contract=st.sampled_from(("bepaald", "onbepaald")),
    looptijd_jaren=st.integers(1, 120).map(lambda months: Decimal(months) / 12),
    voorbereiding_maanden=st.integers(0, 24),
    eerste_inschrijving_maanden=st.integers(0, 24),
    evaluatie_maanden=st.integers(1, 36),
    beslissing_maanden=st.integers(1, 24),
    plan_einde=st.integers(2026, 2060),
    werkjaar_start_maand=st.integers(1, 12).map(str),
)


@pytest.mark.parametrize("case", cases("duration.toml", "geval"))
def test_case(case: dict[str, Any]) -> None:
    check(CALCULATORS["looptijd"], case)


@pytest.mark.parametrize("case", cases("duration.toml", "fout"))
def test_wrong_input_is_reported_at_its_field(case: dict[str, Any]) -> None:
    check_refused(CALCULATORS["looptijd"], case)


@given(anything)
def test_phases_follow_each_other_without_gaps(inputs: Inputs) -> None:
    found = phases(inputs)
    assert [phase.first for phase in found[1:]] == [phase.end for phase in found[:-1]]
    assert found[-1].end == inputs.end
    assert all(phase.end is None or phase.first < phase.end for phase in found)


@given(anything)
def test_moments_are_sorted_and_within_the_contract(inputs: Inputs) -> None:
    days = [moment.day for moment in moments(inputs)]
    assert days == sorted(days)
    assert all(day < inputs.horizon for day in days)
    assert len({moment.key for moment in moments(inputs)}) == len(days)


@given(anything)
def test_the_chart_counts_every_day_once(inputs: Inputs) -> None:
    chart = evaluate(inputs).charts[0]
    first = phases(inputs)[0].first
    assert sum(sum(bar.parts) for bar in chart.bars) == (inputs.horizon - first).days


@given(anything)
def test_every_key_of_a_line_is_a_total_and_everything_is_explained(inputs: Inputs) -> None:
    result = evaluate(inputs)
    assert {line.key for line in result.lines} <= result.totals.keys()
    assert all(line.formula for line in result.trace if not isinstance(line.value, str))


@given(anything)
def test_a_longer_term_never_shows_less(inputs: Inputs) -> None:
    short_term = replace(inputs, contract="bepaald", looptijd_jaren=Decimal(1) / 12)
    long_term = replace(short_term, looptijd_jaren=inputs.looptijd_jaren)
    short, long = (evaluate(each).totals["herinschrijvingen"] for each in (short_term, long_term))
    assert isinstance(short, int)
    assert isinstance(long, int)
    assert short <= long


@given(anything)
def test_the_calendar_reads_back(inputs: Inputs) -> None:
    text = ics(inputs, STAMP)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == lines.count("TRANSP:TRANSPARENT")
    events = Calendar.from_ical(text).walk("VEVENT")
    expected = moments(inputs)
    assert [event["SUMMARY"] for event in events] == [f"Verbindingsambassadeur: {m.label}" for m in expected]
    assert [event["DESCRIPTION"] for event in events] == [moment.description for moment in expected]
    assert [event.decoded("DTSTART") for event in events] == [moment.day for moment in expected]
    assert len({event["UID"] for event in events}) == len(events)
    assert not [event.errors for event in events if event.errors]


def test_the_calendar_is_the_same_every_time_and_in_universal_time() -> None:
    brussels = STAMP.astimezone(UTC) + timedelta(hours=1)
    assert ics(Inputs(), STAMP) == ics(Inputs(), STAMP)
    assert "DTSTAMP:20261124T120000Z" in ics(Inputs(), STAMP)
    assert "DTSTAMP:20261124T130000Z" in ics(Inputs(), brussels)
    with pytest.raises(ValueError, match="time zone"):
        ics(Inputs(), STAMP.replace(tzinfo=None))


def test_a_later_calendar_moves_the_events_of_an_earlier_one_and_leaves_those_of_others_alone() -> None:
    def events(start: str, stamp: datetime, organisation: str) -> dict[str, tuple[date, int]]:
        text = ics(Inputs(startdatum=date.fromisoformat(start)), stamp, organisation)
        found: list[Any] = Calendar.from_ical(text).walk("VEVENT")
        return {str(event["UID"]): (event.decoded("DTSTART"), event["SEQUENCE"]) for event in found}

    first = events("2027-01-01", STAMP, "Gemeente Voorbeeldegem")
    later = events("2027-02-01", STAMP + timedelta(minutes=2), " gemeente voorbeeldegem")
    other = events("2027-01-01", STAMP, "Stad Elders")
    assert first.keys() == later.keys()
    assert all(later[uid][1] > first[uid][1] for uid in first)
    moved = [uid for uid in first if later[uid][0] != first[uid][0]]
    assert len(moved) > len(first) / 2
    assert not first.keys() & other.keys()


def test_calendar_text_is_escaped_and_folded_between_characters() -> None:
    moment = Moment("k", date(2027, 1, 1), "a, b; c\\d\ne", "é" * 100)
    assert "SUMMARY:Verbindingsambassadeur: a\\, b\\; c\\\\d\\ne" in _event(moment, STAMP, "")


def test_a_wrong_input_is_named() -> None:
    with pytest.raises(InputErrors) as caught:
        Inputs(looptijd_jaren=Decimal("0.77"), plan_einde=1999)
    assert caught.value.messages.keys() == {"looptijd_jaren", "plan_einde"}
    with pytest.raises(InputErrors) as caught:
        Inputs(plan_einde=2025)
    assert caught.value.messages.keys() == {"plan_einde"}
