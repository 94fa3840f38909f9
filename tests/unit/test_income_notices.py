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


ONE_PERIOD = {"subsidies_aantal": "1", "subsidie_van_1": "1-7-2027", "subsidie_tot_1": "30-6-2028"}


@pytest.mark.parametrize(
    ("amount", "until", "words"),
    [
        (
            "100.000",
            "30-6-2028",
            "Subsidie 1 is hoger dan wat de aanstelling van 1 juli 2027 tot en met 30 juni 2028 kost",
        ),
        ("20.000", "31-7-2027", "Subsidie 1 is hoger dan wat de aanstelling van 1 tot en met 31 juli 2027 kost"),
    ],
)
def test_a_subsidy_above_the_costs_of_its_own_period_is_told(amount: str, until: str, words: str) -> None:
    typed = ONE_PERIOD | {"subsidie_bedrag_1": amount, "subsidie_tot_1": until}
    assert said(typed)["subsidie_1_hoger"].startswith(words)
    assert "subsidie_1_hoger" not in said(typed | {"subsidie_bedrag_1": "4.000"})


def test_an_own_share_is_asked_of_the_costs_in_the_period_of_the_subsidy() -> None:
    all_of_2028 = shares(("100", "alles"), subsidie_van_1="1-1-2028", subsidie_tot_1="31-12-2028")
    asked = all_of_2028 | {"subsidie_eigen_1": "20"}
    assert said(asked)["subsidie_1_eigen"] == (
        "Subsidie 1 vraagt dat je van 1 januari tot en met 31 december 2028 zelf 20 % betaalt: € 11.856,48. "
        "Na alle subsidies blijft er € 0,00 over."
    )
    assert "subsidie_1_eigen" not in said(asked | {"subsidie_deel_1": "80"})


def test_other_subsidies_count_in_an_own_share_for_the_months_that_they_share() -> None:
    half = shares(("50", "alles"), subsidie_van_1="1-7-2028", subsidie_tot_1="31-12-2028", subsidie_eigen_1="40")
    other = {"subsidies_aantal": "2", "subsidie_van_2": "1-1-2028", "subsidie_tot_2": "31-12-2028"}
    assert "subsidie_1_eigen" not in said(half | other | {"subsidie_bedrag_2": "5.000"})
    assert said(half | other | {"subsidie_bedrag_2": "10.000"})["subsidie_1_eigen"].endswith("€ 9.820,60 over.")


def test_the_parts_of_the_term_without_a_subsidy_are_told() -> None:
    typed = shares(("50", "alles"), subsidie_van_1="1-4-2027", subsidie_tot_1="31-3-2029")
    assert said(typed)["subsidie_1_jaren"] == (
        "Subsidie 1 geeft niets van 1 januari tot en met 31 maart 2027 en van 1 april tot en met 31 december 2029. "
        "Wat andere middelen dan niet dekken, betaal je zelf."
    )
    capped = shares(("50", "alles"), subsidie_maximum_1="40.000")
    assert "Subsidie 1 geeft niets in 2029. Wat" in said(capped)["subsidie_1_jaren"]


@pytest.mark.parametrize(
    ("typed", "key", "about"),
    [
        ({"subsidie_jaar_6": "5.000"}, "subsidie_na_looptijd", "subsidie_jaar_6"),
        (
            ONE_PERIOD | {"subsidie_bedrag_1": "5.000", "subsidie_tot_1": "1-2-2031"},
            "subsidie_1_buiten",
            "subsidie_tot_1",
        ),
        (
            ONE_PERIOD | {"subsidie_bedrag_1": "5.000", "subsidie_van_1": "1-2-2026"},
            "subsidie_1_buiten",
            "subsidie_van_1",
        ),
    ],
)
def test_a_notice_leads_to_the_input_that_is_meant(typed: dict[str, str], key: str, about: str) -> None:
    assert {one.about for one in calculated(typed).notices if one.key == key} == {about}
