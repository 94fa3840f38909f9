"""Dated figures: the loader is strict, and the figures themselves are complete, sorted and fresh."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from calculators.calculator import CALCULATORS
from calculators.core import parameters
from calculators.core.fields import number_field
from calculators.core.parameters import Confidence, FigureUnit, Origin, Parameter, ParameterError, Use, get, load, read
from calculators.core.parameters.prefill import DatedInputs, prefilled
from calculators.render.figures import year
from calculators.render.form import form_field
from calculators.render.html import render
from tests.unit.figures import PRICE_HEAD

GOOD = (
    PRICE_HEAD
    + """
checked_on = 2026-11-23
note = "Uitleg."
[[prijs.values]]
valid_from = 2025-01-01
valid_to = 2025-06-30
value = 1.50
source = "Oudere bron"
url = ""
origin = "eigen berekening"
[[prijs.values]]
valid_from = 2026-01-01
value = "2.10"
"""
)

COSTS = tomllib.loads((Path(__file__).parents[1] / "cases/costs.toml").read_text(encoding="utf-8"))

KNOWN_GAPS = {
    "year_end_fixed": [(date(2018, 1, 1), date(2020, 12, 31))],
    "volunteer_year_raised": [(date(2025, 1, 1), date(2025, 12, 31))],
    "km_car": [(date(2023, 10, 1), date(2023, 12, 31)), (date(2024, 7, 1), date(2025, 12, 31))],
    "km_bike": [(date(2025, 1, 1), date(2025, 12, 31))],
}
"""Years that the sources do not give; any other gap is a mistake."""

BREAKS = {
    'label = "Prijs"': ("", "a.toml: prijs.label: missing"),
    'note = "Uitleg."': ('note = " "', "prijs.note: a text is needed"),
    'source = "Een bron"': ('source = "Een bron"\nkleur = 1', "prijs.kleur: unknown key"),
    'unit = "euro"': ('unit = "frank"', "prijs.unit: 'frank' is none of euro, "),
    'use = "default"': ('use = ["default"]', "prijs.use: "),
    'confidence = "hoog"': ("confidence = 3", "prijs.confidence: 3 is none of hoog, middel, laag"),
    'confidence = "hoog"\norigin = "bron"': (
        *('confidence = "hoog"\norigin = "via derden"', "prijs.confidence: what was seen via derden is not hoog"),
    ),
    'origin = "bron"': ('origin = "gok"', "prijs.origin: 'gok' is none of bron, "),
    'url = "https://voorbeeld.be/"': ('url = ""', "prijs.url: a text is needed"),
    'url = "https://voorbeeld.be/"\n': ('url = "voorbeeld.be"\n', "prijs.url: a web address is needed"),
    "checked_on = 2026-11-23": ('checked_on = "2026-11-23"', "prijs.checked_on: a date is needed"),
    "valid_from = 2025-01-01": ("valid_from = 2025-01-01T00:00:00", "prijs.values[0].valid_from: a date is needed"),
    "valid_to = 2025-06-30": ("valid_to = 2024-06-30", "prijs.values[0].valid_to: lies before valid_from"),
    "valid_to = 2025-06-30\n": ("valid_to = 2026-01-01\n", "prijs.values[1].valid_from: overlaps"),
    "valid_from = 2026-01-01": ("valid_from = 2025-01-01", "prijs.values[1].valid_from: values must be sorted"),
    "value = 1.50": ("value = true", "prijs.values[0].value: a number is needed"),
    "value = 1.50\n": ('value = "veel"\n', "prijs.values[0].value: a number is needed"),
    "\nvalue = 1.50": ("\nvalue = nan", "prijs.values[0].value: a finite number is needed"),
    "= 1.50": ("= 1e99999999999999999999", "a.toml: a number cannot be read"),
    'value = "2.10"': ("", "prijs.values[1].value: missing"),
    "[[prijs.values]]\nvalid_from = 2026-01-01": ("[prijs.extra]\na = 1", "prijs.extra: unknown key"),
    'source = "Oudere bron"\n': ("", "prijs.values[0].source: missing"),
    'url = ""\n': ("", "prijs.values[0].url: missing"),
    'url = ""\norigin = "eigen berekening"': ('url = ""', "prijs.values[0].url: a text is needed"),
    'origin = "eigen berekening"': ('origin = "gok"', "prijs.values[0].origin: 'gok' is none of bron, "),
    'value = "2.10"\n': (
        'value = 2\norigin = "bron"\n',
        "prijs.values[1].origin: the latest value has that of the figure",
    ),
    "valid_from = 2026-01-01\n": ("undated = true\n", "prijs.values[1].undated: only a single value"),
    "valid_from = 2026-01-01\nvalue": ("undated = false\nvalue", "prijs.values[1].undated: can only be true"),
    "valid_from = 2026-01-01\nvalue =": (
        *("undated = true\nvalid_from = 2026-01-01\nvalue =", "prijs.values[1].valid_from: unknown key"),
    ),
    "valid_from = 2026-01-01\nval": ("valid_from = 2028-01-01\nval", "prijs.values[1].known_on: missing"),
    "valid_from = 2026-01-01\nvalue = ": (
        *("valid_from = 2026-01-01\nknown_on = 2027-01-01\nvalue = ", "values[1].known_on: lies after checked_on"),
    ),
    "\n[prijs]": ("\n[Prijs-1]", "Prijs-1: an id is written in snake_case"),
    "[prijs]\n": ("[prijs]\n[prijs]\n", "a.toml: "),
}


def shown_field(name: str) -> str:
    """An input of the budget as the form shows it, with plain spaces."""
    field = CALCULATORS["budget"].fields[name]
    return render(form_field("budget", name, field)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("old", "new", "message"), [(old, *rest) for old, rest in BREAKS.items()])
def test_a_broken_file_names_file_and_key(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(ParameterError) as caught:
        read("a.toml", GOOD.replace(old, new, 1))
    assert str(caught.value).startswith("a.toml")
    assert message in str(caught.value)


@pytest.mark.parametrize("text", ["prijs = 3", "[prijs]\nvalues = []", GOOD[: GOOD.index("[[")] + "values = []"])
def test_tables_and_values_are_needed(text: str) -> None:
    with pytest.raises(ParameterError):
        read("a.toml", text)


def gaps(figure: Parameter) -> Iterator[tuple[date, date]]:
    """The first and last day of each gap between two values."""
    for dated, following in pairwise(figure.values):
        if dated.valid_to is not None and dated.valid_to + timedelta(1) < following.valid_from:
            yield dated.valid_to + timedelta(1), following.valid_from - timedelta(1)


def test_a_good_file_is_exact() -> None:
    (figure,) = read("a.toml", GOOD)
    assert (figure.unit, figure.use, figure.confidence, figure.origin) == (
        *(FigureUnit.EURO, Use.DEFAULT),
        *(Confidence.HIGH, Origin.SOURCE),
    )
    assert [str(dated.value) for dated in figure.values] == ["1.50", "2.10"]
    assert [(dated.source, dated.url, dated.origin) for dated in figure.values] == [
        ("Oudere bron", "", Origin.CALCULATED),
        ("Een bron", "https://voorbeeld.be/", Origin.SOURCE),
    ]
    assert figure.on(date(2025, 6, 30)) == Decimal("1.5")
    assert figure.on(date(2030, 1, 1)) == figure.current.value == figure.default() == Decimal("2.1")
    assert list(gaps(figure)) == [(date(2025, 7, 1), date(2025, 12, 31))]


def test_a_value_is_corrected_by_one_that_became_known_later() -> None:
    """Both hold from the same day; a plan of before keeps the first."""
    corrected = GOOD.replace('value = "2.10"', 'value = "2.10"\n[[prijs.values]]\nvalid_from = 2026-01-01\n{}value = 3')
    with pytest.raises(ParameterError, match=r"values\[2\]\.valid_from: values must be sorted"):
        read("a.toml", corrected.format(""))
    later = corrected.format("known_on = 2026-11-25\n").replace("checked_on = 2026-11-23", "checked_on = 2026-11-25")
    (figure,) = read("a.toml", later)
    assert figure.on(date(2026, 1, 1), date(2026, 11, 24)) == Decimal("2.1")
    assert figure.on(date(2026, 1, 1), date(2026, 11, 25)) == 3
    assert figure.on(date(2025, 12, 31)) == Decimal("1.5")


def test_what_was_seen_with_others_names_its_source_and_may_lack_an_address() -> None:
    text = GOOD.replace('"bron"', '"via derden"').replace('"hoog"', '"laag"').replace("https://voorbeeld.be/", "")
    (figure,) = read("a.toml", text)
    assert (figure.origin, figure.source, figure.url) == (Origin.SECOND_HAND, "Een bron", "")


def test_an_older_value_may_differ_in_origin_alone() -> None:
    (figure,) = read("a.toml", GOOD.replace('source = "Oudere bron"\nurl = ""\n', ""))
    first = figure.values[0]
    assert (first.source, first.url, first.origin) == ("Een bron", "https://voorbeeld.be/", Origin.CALCULATED)


def test_an_undated_value_holds_from_the_day_it_was_checked() -> None:
    (figure,) = read("a.toml", GOOD[: GOOD.index("[[")] + "values = [{ undated = true, value = 3 }]")
    assert figure.current.undated
    assert figure.current.valid_from == date(2026, 11, 23)
    assert figure.on(date(2026, 11, 22)) == figure.on(date(2026, 11, 23)) == 3
    assert year(figure.current) == "zonder datum"


def test_an_id_is_used_once(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(ParameterError, match=r"b\.toml: prijs: id used twice"):
        load(tmp_path)


def test_only_a_default_may_be_prefilled() -> None:
    with pytest.raises(ParameterError, match="cannot be a default"):
        _ = get("year_end_fixed").default()
    with pytest.raises(ParameterError, match="unknown figure"):
        get("bestaat_niet")
    field = prefilled(number_field, "Uren", "hours_per_trajectory").metadata["field"]
    assert (field.default, field.source, field.assumption) == (Decimal("12.5"), "hours_per_trajectory", True)
    assert DatedInputs().cited("9", "working_year_month") == (get("working_year_month").current,)
    assert DatedInputs().cited(Decimal(8), "working_year_month") == ()


@pytest.mark.parametrize("use", ["default", "reference", "input"])
def test_every_entry_of_the_cost_list_has_its_figures(use: str) -> None:
    """A figure is never more freely used than the entry it comes from: what is context stays context."""
    allowed = list(Use)[list(Use).index(Use(use)) :]
    used = {name: get(name).use for names in COSTS[use].values() for name in names}
    assert all(COSTS[use].values())
    assert {name: found for name, found in used.items() if found not in allowed} == {}


CONTEXT = {
    "eindejaar_vast": "eindejaarstoelage, vast deel voor een voltijdse, € 1.298,08 per jaar (2021, <a href=",
    "maaltijdcheque": "€ 6,91 per dag (2021, <a href=",
    "maaltijdcheque_dagen": "215 dagen per jaar (onze aanname). ",
    "bijdragen_eigen": "51,98 % (2023, <a href=",
    "standplaats": "€ 179,98 per jaar aan 100 % (2025, <a href=",
    "overhead": "12,5 % (zonder datum, <a href=",
}
"""What the form shows to compare with, beside an input that it may not prefill."""


@pytest.mark.parametrize("name", CONTEXT)
def test_context_is_shown_and_never_prefilled(name: str) -> None:
    field = CALCULATORS["budget"].fields[name]
    assert CONTEXT[name] in shown_field(name)
    assert not field.default
    assert {get(figure).use for figure in field.context} <= {Use.REFERENCE, Use.INPUT}


@pytest.mark.parametrize("name", ["jaarsalaris", "index_coefficient"])
def test_our_own_arithmetic_is_not_passed_off_as_its_source(name: str) -> None:
    assert f'Bron: eigen berekening, uit <a href="{get(CALCULATORS["budget"].fields[name].source).url}"' in shown_field(
        name
    )


def test_what_a_source_prints_is_named_plainly() -> None:
    assert "Bron: <a href=" in shown_field("vakantiegeld")


def test_each_index_coefficient_names_who_gave_it() -> None:
    by_value = {str(dated.value): dated for dated in get("index_coefficient").values}
    printed, ours = by_value["2.1223"], by_value["2.1647"]
    assert (printed.source[:4], printed.origin) == ("BOSA", Origin.SOURCE)
    assert (ours.source[:7], ours.origin) == ("Securex", Origin.CALCULATED)
    newest = get("index_coefficient").current
    assert (str(newest.value), newest.valid_from, newest.origin) == ("2.2080", date(2026, 9, 1), Origin.CALCULATED)
    assert "te bevestigen bij BOSA" in get("index_coefficient").note


def test_gaps_are_known_ones() -> None:
    assert {one.id: found for one in parameters.all_() if (found := list(gaps(one)))} == KNOWN_GAPS
    assert all(figure.values[-1].valid_to is None for figure in parameters.all_())


def test_every_figure_was_checked_in_the_past_year() -> None:
    """This test is the reminder: check each figure it names against its source, then change `checked_on`."""
    today = datetime.now(UTC).date()
    assert [p.id for p in parameters.all_() if p.checked_on + timedelta(days=366) < today] == []


def test_the_contribution_rate_is_the_sum_of_its_parts() -> None:
    names = ("rsz_contractual_base", "rsz_local_beroepsziekten", "rsz_local_asbestfonds")
    base = sum((get(name).current.value for name in names), Decimal(0))
    wage_restraint = get("rsz_local_loonmatiging").current.value
    total = base + wage_restraint + wage_restraint * base / 100
    assert round(total, 2) == get("rsz_contractual_total").current.value


def test_hours_per_trajectory_follow_from_the_ceiling() -> None:
    hours = (
        get("hours_per_week").current.value
        * get("weeks_per_year").current.value
        * get("guidance_share").current.value
        / 100
    )
    assert abs(hours / get("ceiling_started").current.value - get("hours_per_trajectory").current.value) < Decimal(
        "0.25"
    )


def test_uitpas_shares_add_up() -> None:
    shares = [get(f"uitpas_share_{who}").current.value for who in ("participant", "organiser", "municipality")]
    assert sum(shares) == 100
