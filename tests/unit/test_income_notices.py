"""What a reader is told of income: too much in a year, the same costs paid twice, and what is empty and so nothing."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from calculators.calculator import CALCULATORS
from calculators.core.results import Result

BUDGET = CALCULATORS["budget"]


def calculated(typed: Mapping[str, str]) -> Result:
    """The example, with something filled in as a reader does."""
    return BUDGET.evaluate(BUDGET.read(typed))


def said(typed: Mapping[str, str]) -> dict[str, str]:
    """The notices about income and payers by key, without hard spaces."""
    notices = calculated(typed).notices
    about = ("subsidie", "betaler")
    return {one.key: one.text.replace("\xa0", " ") for one in notices if one.key.startswith(about)}


def shares(*of: tuple[str, str], **others: str) -> dict[str, str]:
    """Subsidies that are each so much of certain costs."""
    typed = {"subsidies_aantal": str(len(of)), **others}
    for number, (percent, costs) in enumerate(of, start=1):
        typed |= {f"subsidie_soort_{number}": "deel", f"subsidie_deel_{number}": percent}
        typed[f"subsidie_kosten_{number}"] = costs
    return typed


def test_too_much_in_one_year_is_told_though_the_whole_is_not() -> None:
    typed = {"subsidie": "100.000", "betalers_aantal": "2"}
    assert calculated(typed).totals["betaler_1_2027"] == -20_940
    assert said(typed)["subsidie_te_hoog_jaar"].startswith("De subsidies zijn in 2027 hoger dan de kost.")
    more = said(typed | {"subsidie_jaar_2": "70.000"})
    assert "zijn in 2027 en 2028 hoger" in more["subsidie_te_hoog_jaar"]


def test_too_much_over_the_whole_term_is_told_once() -> None:
    assert said({"subsidie": "900.000"}).keys() == {"subsidie_te_hoog"}


MUCH = {"werkingskosten": "60.000"}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (shares(("80", "personeel"), ("50", "personeel"), **MUCH), "subsidie_personeel_hoog"),
        (shares(("60", "alles"), ("50", "personeel"), **MUCH), "subsidie_personeel_hoog"),
        (shares(("60", "alles"), ("50", "werking"), **MUCH), "subsidie_werking_hoog"),
        (shares(("80", "werking"), ("50", "werking")), "subsidie_werking_hoog"),
    ],
)
def test_costs_that_subsidies_pay_twice_are_told(typed: dict[str, str], key: str) -> None:
    found = said(typed)
    assert found.keys() == {key}
    assert "in 2027, 2028 en 2029 samen meer dan 100 %" in found[key]


@pytest.mark.parametrize(
    "typed",
    [
        shares(("80", "personeel"), ("50", "werking"), **MUCH),
        shares(("50", "personeel"), ("50", "personeel"), **MUCH),
        shares(("80", "personeel"), ("50", "personeel"), subsidie_maximum_1="10.000", **MUCH),
        shares(("100", "personeel"), ("100", "werking")),
    ],
)
def test_shares_of_different_costs_are_no_matter(typed: dict[str, str]) -> None:
    found = said(typed)
    assert not {key for key in found if key.endswith("_hoog") or "te_hoog" in key}


def test_two_halves_are_not_too_much_though_both_are_rounded_up() -> None:
    for costs in ("alles", "personeel"):
        typed = shares(("50", costs), ("50", costs), jaarloonkost="61.401,11")
        assert not said(typed)
    net = calculated(shares(("50", "alles"), ("50", "alles"), jaarloonkost="61.401,11")).totals["netto_totaal"]
    assert net == Decimal("-0.03")


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ({}, "“Bedrag”"),
        ({"subsidie_soort_1": "jaar"}, "“Bedrag”"),
        ({"subsidie_soort_1": "deel"}, "“Deel dat de subsidie betaalt”"),
        ({"subsidie_soort_1": "resultaat", "subsidie_bedrag_1": "500"}, "“Resultaten per projectjaar”"),
        ({"subsidie_soort_1": "resultaat", "subsidie_resultaten_1": "5"}, "“Bedrag”"),
        ({"subsidie_soort_1": "resultaat"}, "“Bedrag” en “Resultaten per projectjaar”"),
    ],
)
def test_a_subsidy_that_is_not_filled_in_says_what_is_missing(typed: dict[str, str], missing: str) -> None:
    found = said({"subsidies_aantal": "1", **typed})
    assert found["subsidie_1_leeg"] == f"Subsidie 1 telt nog niet mee. Vul in: {missing}."


def test_a_subsidy_that_is_filled_in_misses_nothing() -> None:
    assert not said({"subsidies_aantal": "1", "subsidie_bedrag_1": "9.000"})


def test_who_has_no_number_of_inhabitants_is_told_to_pay_nothing() -> None:
    typed = {"betalers_aantal": "3", "betalers_wijze": "inwoners", "betaler_naam_3": "Gent"}
    assert "betaalt elk evenveel" in said(typed)["betalers_evenveel"]
    assert "ontbreekt bij Betaler 2 en Gent." in said(typed | {"betaler_aandeel_1": "9.000"})["betalers_leeg"]
    full = {f"betaler_aandeel_{number}": "9.000" for number in (1, 2, 3)}
    assert not said(typed | full)
    assert not said(typed | {"betalers_wijze": "deel"})


def test_the_net_cost_is_that_of_all_who_pay() -> None:
    for count, payer in (("0", "het bestuur"), ("1", "het bestuur"), ("2", "alle betalers samen")):
        labels = {line.key: line.label for line in calculated({"betalers_aantal": count}).trace}
        assert labels["netto_totaal"] == f"Nettokost voor {payer}"
