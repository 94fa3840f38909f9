"""A figure is read by two dates, never by the clock: the day it is asked for, and the day the figures were known."""

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.calculator import CALCULATORS
from calculators.core import parameters
from calculators.core.numbers import format_euro, rounded
from calculators.core.parameters import FIRST_KNOWN, NEWEST, get, read
from calculators.core.results import Result
from tests.unit.figures import PRICE_HEAD, added, changed_in

ROOT = Path(__file__).parents[3]

PRICE = (
    PRICE_HEAD
    + """
checked_on = 2027-02-01
note = "Uitleg."
values = [
  { valid_from = 2024-01-01, valid_to = 2024-12-31, value = 10 },
  { valid_from = 2026-01-01, value = 11 },
  { valid_from = 2028-01-01, known_on = 2026-11-23, value = 12 },
  { valid_from = 2028-07-01, known_on = 2027-02-01, value = 13 },
]
"""
)
"""Known at first: 10 in 2024, nothing for 2025, 11 from 2026 and, ahead of time, 12 from 2028. Since 2027: 13."""


@pytest.mark.parametrize(
    ("about", "known", "value"),
    [
        ("2024-06-01", "2026-11-23", 10),
        ("2026-01-01", "2026-11-23", 11),
        ("2027-12-31", "2026-11-23", 11),  # 12 was entered ahead of time: it does not count yet
        ("2028-01-01", "2026-11-23", 12),  # from its own date on, it does
        ("2028-07-01", "2026-11-23", 12),  # 13 was not known then
        ("2028-07-01", "2027-01-31", 12),
        ("2028-07-01", "2027-02-01", 13),  # on this day it is
        ("2028-06-30", "2027-02-01", 12),
        ("2019-01-01", "2026-11-23", 10),  # before the first value: the first
        ("2025-06-01", "2026-11-23", 10),  # no source gives 2025: the value before it goes on
        ("2026-06-01", "2020-01-01", 11),  # known before the figure was: what was known of it first
        ("2028-07-01", "2020-01-01", 12),
    ],
)
def test_which_value_counts(about: str, known: str, value: int) -> None:
    (price,) = read("a.toml", PRICE)
    assert price.on(date.fromisoformat(about), date.fromisoformat(known)) == value


def test_a_form_starts_from_the_value_of_the_newest_day_in_the_data() -> None:
    """What was entered ahead of time is no default yet, and what day it is for the reader makes no difference."""
    ahead = added("index_coefficient", NEWEST + timedelta(1), NEWEST, Decimal(3))
    assert ahead.current == get("index_coefficient").current
    assert ahead.default() == get("index_coefficient").default() == Decimal("2.2080")


def calculated(calculator: str, **raw: str) -> Result:
    """What comes of a form, as typed."""
    one = CALCULATORS[calculator]
    return one.evaluate(one.read(raw))


PLAN = {"uitvoering": "extern", "startdatum": "2027-01-01", "looptijd_jaren": "3", "index_loon": "0"}


def test_a_rate_that_changes_inside_a_term_counts_from_that_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """VAT of 21 % that becomes 25 % on 1 January 2029: two years at the old rate, the third at the new one."""
    before = calculated("budget", **PLAN).totals
    changed_in(monkeypatch, added("vat_standard", date(2029, 1, 1), NEWEST, Decimal(25)))
    after = calculated("budget", **PLAN)
    for year in (2027, 2028):
        assert after.totals[f"btw_{year}"] == before[f"btw_{year}"]
    invoiced = Decimal(str(before["totaal_2029"])) - Decimal(str(before["btw_2029"]))
    assert after.totals["btw_2029"] == rounded(invoiced / 4)
    line = next(line for line in after.trace if line.key == "btw_totaal")
    assert re.fullmatch(r"21\s% × €\s[\d.,]+ \+ 25\s% × €\s[\d.,]+, per jaar afgerond", line.formula)
    assert [one.source for one in line.parameters] == [get("vat_standard").source, "Nieuwe bron"]


def test_a_rate_that_changes_during_a_year_counts_from_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    before = calculated("budget", **PLAN).totals
    changed_in(monkeypatch, added("vat_standard", date(2028, 3, 1), NEWEST, Decimal(25)))
    after = calculated("budget", **PLAN).totals
    assert after["btw_2028"] == before["btw_2028"]
    assert after["btw_2029"] != before["btw_2029"]


@pytest.mark.parametrize(("start", "rate"), [("2027-06-30", "28,86"), ("2027-07-01", "30")])
def test_contributions_are_those_of_the_start(monkeypatch: pytest.MonkeyPatch, start: str, rate: str) -> None:
    """Wages are in the prices of the first year; a rate entered ahead of time counts for who starts from its date."""
    changed_in(monkeypatch, added("rsz_contractual_total", date(2027, 7, 1), NEWEST, Decimal(30)))
    result = calculated("budget", startdatum=start, loonbasis="opbouw")
    line = next(line for line in result.trace if line.key == "loon_bijdragen")
    assert line.formula.startswith(f"{rate}\N{NO-BREAK SPACE}%")


@pytest.mark.parametrize(("year", "most"), [("2024", "41.48"), ("2025", "42.31"), ("2027", "44.02")])
def test_the_most_for_a_volunteer_is_that_of_the_year_of_the_start(year: str, most: str) -> None:
    given_ = {"vrijwilligers_wijze": "berekend", "vrijwilligers_dagen": "10", "vrijwilligers_vergoeding": "50"}
    result = calculated("budget", startdatum=f"{year}-03-01", **given_)
    notice = next(notice for notice in result.notices if notice.key == "vrijwilliger_dag")
    assert format_euro(Decimal(most)) in notice.text


EARLIER = {"cijfers_van": FIRST_KNOWN.isoformat()}
LATER = FIRST_KNOWN + timedelta(days=200)

ASKED: Mapping[str, list[dict[str, str]]] = {
    "budget": [
        {"startdatum": start, "uitvoering": delivery, "loonbasis": "opbouw", "vrijwilligers_wijze": "berekend"}
        for start in ("2020-01-01", "2025-05-01", "2027-01-01", "2030-01-01")
        for delivery in ("eigen", "extern")
    ],
    "looptijd": [{"startdatum": "2025-05-01"}, {"contract": "onbepaald"}],
    "trajecten": [{}, {"doel_trajecten": "100"}],
    "keuzehulp": [{}],
}
"""Plans of past days and of days to come."""


def outcomes(extra: Mapping[str, str]) -> list[Result]:
    return [calculated(name, **raw, **extra) for name, plans in ASKED.items() for raw in plans]


FIRST_OUTCOMES = outcomes(EARLIER)


@given(
    name=st.sampled_from([figure.id for figure in parameters.all_() if not figure.current.undated]),
    valid_from=st.dates(date(2014, 1, 1), date(2040, 12, 31)),
    entered=st.dates(NEWEST + timedelta(1), LATER),
    factor=st.decimals("0.5", "2", places=2),
)
def test_a_value_entered_later_never_changes_an_earlier_plan(
    name: str, valid_from: date, entered: date, factor: Decimal
) -> None:
    """Last year's plan means the same today, also when what was entered since holds for days long past."""
    new = added(name, valid_from, entered, get(name).current.value * factor)
    with pytest.MonkeyPatch.context() as patch:
        changed_in(patch, new)
        patch.setattr(parameters, "NEWEST", LATER)
        assert outcomes(EARLIER) == FIRST_OUTCOMES


def test_a_plan_keeps_the_defaults_of_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    changed_in(monkeypatch, added("index_growth", date(2027, 1, 1), LATER, Decimal(4)))
    monkeypatch.setattr(parameters, "NEWEST", LATER)
    read_ = CALCULATORS["budget"].read
    assert read_(EARLIER).index_loon == 2
    assert read_({"cijfers_van": LATER.isoformat()}).index_loon == 4
    assert read_({**EARLIER, "index_loon": "3"}).index_loon == 3


@pytest.mark.parametrize("kept", ["", "gisteren", "2026-13-01", "9999-01-01"])
def test_a_day_that_cannot_be_read_or_lies_ahead_is_the_newest_in_the_data(kept: str) -> None:
    assert CALCULATORS["budget"].read({"cijfers_van": kept}) == CALCULATORS["budget"].read({})


def test_every_value_added_since_the_first_says_when_it_became_known() -> None:
    """The first figures came with 33 values beside their first one; any value added since then needs `known_on`."""
    first = [sum(one.known_on == FIRST_KNOWN for one in figure.values) for figure in parameters.all_()]
    assert sum(count - 1 for count in first if count) == 33


def asked_for(tree: ast.AST) -> Iterator[str]:
    """What a module asks for: a pattern of ids, as part of a name may be filled in."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        yield from map(pattern, _names(called, call))


def _names(called: str, call: ast.Call) -> Iterator[ast.expr]:
    place = {"figure": 0, "cited": 1, "prefilled": 2, "_known": 2, "_priced": 3}
    by_name = isinstance(call.func, ast.Name) or ast.unparse(call.func) == "parameters.get"
    if (called == "get" and by_name) or called in place:
        yield from call.args[place.get(called, 0) :][:1]
    for keyword in call.keywords:
        if keyword.arg == "source":
            yield keyword.value
        if keyword.arg == "context" and isinstance(keyword.value, ast.Tuple):
            yield from keyword.value.elts


def pattern(name: ast.expr) -> str:
    """`get("ceiling_started")` asks for just that, `get(f"ceiling_{side}")` for any that starts so."""
    match name:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.JoinedStr(values=parts):
            return "".join(map(pattern, parts))
    return ".+"


ASKING = [path for folder in ("calculators", "macros") for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", ASKING, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_figure_that_code_asks_for_exists(path: Path) -> None:
    ids = [figure.id for figure in parameters.all_()]
    asked = set(asked_for(ast.parse(path.read_text(encoding="utf-8"))))
    assert {one for one in asked if not any(re.fullmatch(one, id_) for id_ in ids)} == set()


def test_a_typo_in_the_name_of_a_figure_is_found() -> None:
    """The search itself works: in each way that code asks for a figure."""
    source = 'get("a"); inputs.figure("b"); x.cited(1, "c"); prefilled(f, "L", "d"); day("L", context=("e",)); f(g=2)'
    assert sorted(asked_for(ast.parse(source))) == list("abcde")
