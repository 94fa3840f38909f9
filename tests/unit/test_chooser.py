"""The chooser: which profiles and partners follow from a choice, and when it warns."""

from typing import Any

import pytest

from calculators.calculator import CALCULATORS
from calculators.chooser import FIELDS, Inputs, evaluate, from_values
from calculators.core import content
from calculators.core.fields import InputErrors
from calculators.core.results import Severity
from tests.unit import readable

ALL = tuple(strategy.id for strategy in content.strategies())
DEMAND = tuple(strategy.id for strategy in content.strategies() if strategy.side == "vraag")


def levels(inputs: Inputs) -> dict[str, Severity]:
    return {notice.key: notice.level for notice in evaluate(inputs).notices}


def test_every_strategy_gives_the_profile_in_the_same_place() -> None:
    for strategy, profile in zip(content.strategies(), content.profiles(), strict=True):
        totals = evaluate(Inputs(strategies=(strategy.id,))).totals
        assert totals["profielen"] == profile.name
        assert str(totals["partners"]).split(", ") == list(strategy.partners)


def test_partners_that_more_strategies_need_come_first() -> None:
    result = evaluate(Inputs(strategies=("individuele-toeleiding", "verenigingsondersteuning")))
    first, second, *_ = next(table for table in result.tables if table.key == "partners").rows
    assert [first.heading, second.heading] == ["Jeugdbewegingen", "Sportclub"]
    assert first.cells[0].value == "individuele toeleiding, verenigingsondersteuning"


@pytest.mark.parametrize(
    ("strategies", "key", "level"),
    [
        ((), "geen_strategie", Severity.ADVICE),
        (ALL, "alle_zes", Severity.WARNING),
        (ALL[:5], "veel_strategieen", Severity.ADVICE),
        (ALL[:2], "combinatie", Severity.ADVICE),
        (DEMAND, "alleen_vraag", Severity.WARNING),
        (("verenigingsondersteuning",), "alleen_aanbod", Severity.WARNING),
    ],
)
def test_what_the_mix_calls_for(strategies: tuple[str, ...], key: str, level: Severity) -> None:
    assert levels(Inputs(strategies=strategies))[key] is level


@pytest.mark.parametrize(
    ("strategies", "where"),
    [
        ((), "–"),
        (DEMAND, "Vraagkant"),
        (("samenwerking-netwerkvorming",), "Beide kanten"),
        (("individuele-toeleiding", "samenwerking-netwerkvorming"), "Vraagkant en aanbodkant"),
        (ALL, "Vraagkant en aanbodkant"),
    ],
)
def test_where_the_ambassador_works(strategies: tuple[str, ...], where: str) -> None:
    assert evaluate(Inputs(strategies=strategies)).totals["kanten"] == where


@pytest.mark.parametrize("strategies", [ALL, ("samenwerking-netwerkvorming",), ALL[2:4]])
def test_a_mix_on_both_sides_is_not_called_one_sided(strategies: tuple[str, ...]) -> None:
    assert not {"alleen_vraag", "alleen_aanbod"} & levels(Inputs(strategies=strategies)).keys()


@pytest.mark.parametrize(
    ("fte", "key"), [(49, "fte_minimum"), (50, "fte_voorkeur"), (79, "fte_voorkeur"), (80, None), (200, None)]
)
def test_employment(fte: int, key: str | None) -> None:
    found = levels(Inputs(fte=fte)).keys() & {"fte_minimum", "fte_voorkeur"}  # type: ignore[arg-type]
    assert found == ({key} if key else set())


def test_two_members_of_staff_share_the_profiles() -> None:
    assert "verdelen" in levels(Inputs(strategies=ALL[:2], medewerkers=1))
    assert "aanvullen" in levels(Inputs(strategies=ALL[:2], medewerkers=2))


@pytest.mark.parametrize("focus", dict(FIELDS["focus"].choices))
def test_every_focus_has_its_remark_with_a_fact(focus: str) -> None:
    notices = evaluate(Inputs(focus=focus)).notices
    assert next(notice for notice in notices if notice.key == "focus").facts


def test_a_form_gives_the_same_inputs() -> None:
    assert from_values({}) == Inputs()
    asked = {name: "nee" for name in FIELDS if name.startswith("strategie_")}
    assert from_values({**asked, "strategie_structureel-werken": "ja"}).strategies == ("structureel-werken",)
    assert from_values(asked).strategies == ()


def test_unknown_or_out_of_bounds() -> None:
    with pytest.raises(InputErrors, match="strategie_tovenarij"):
        Inputs(strategies=("tovenarij",))
    with pytest.raises(InputErrors, match="fte"):
        Inputs(fte=6001)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", readable.cases("chooser.toml", "geval"))
def test_what_is_said_of_a_choice(case: dict[str, Any]) -> None:
    readable.check(CALCULATORS["keuzehulp"], case)


@pytest.mark.parametrize("case", readable.cases("chooser.toml", "fout"))
def test_what_is_refused(case: dict[str, Any]) -> None:
    readable.check_refused(CALCULATORS["keuzehulp"], case)
