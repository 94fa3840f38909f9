"""The random requests reach everything, are the same again with the same seed, and never break Python."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import batched
from pathlib import Path
from random import Random
from typing import Any

import pytest

from browser.requests import FAMILIES, damaged, dossiers, hostile, requests, texts, workload
from browser.requests.routines import ROUTINES
from calculators import documents, dossier
from calculators.appointment import KEYS
from calculators.calculator import CALCULATORS
from calculators.contract import ACTIONS
from calculators.core import content
from calculators.core.fields import Kind
from calculators.dossier.declared import OWN
from calculators.service import handle

ENOUGH = 500
"""Requests that Python answers here; `MANY` are only looked at."""
MANY = 2500
FORMS = {"budget", "looptijd", "trajecten", "keuzehulp"}
REFUSED_NONSENSE = (AttributeError, KeyError, TypeError, ValueError, IndexError)
"""What a request raises that no page sends."""


@cache
def asked(family: str) -> list[dict[str, Any]]:
    """Many requests of a family, read."""
    return [json.loads(text) for text in requests(family, 11, MANY)]


def written(family: str, seed: int) -> list[str]:
    """The first requests with a seed."""
    return list(requests(family, seed, 60))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_seed_gives_the_same_again_and_another_seed_others(family: str) -> None:
    assert written(family, 3) == written(family, 3)
    both = set(written(family, 3)) & set(written(family, 4))
    assert len(both) < 15, "forms as they stand, and empty ones, are the same with any seed"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_request_can_be_sent(family: str) -> None:
    """As UTF-8, which has no half of a pair: a browser writes those as escapes."""
    for text in written(family, 5):
        assert text.encode()


@pytest.mark.parametrize("family", ["well_formed", "hostile"])
def test_every_action_calculator_and_document_is_asked(family: str) -> None:
    found = Counter(one["action"] for one in asked(family))
    assert set(found) == set(ACTIONS)
    assert {one["calculator"] for one in asked(family) if "calculator" in one} == FORMS == set(CALCULATORS)
    made = {one["kind"]: one["needs"] for one in asked(family) if "kind" in one}
    assert made == {kind.id: list(kind.needs) for kind in documents.ALL.values()}


@pytest.mark.parametrize("family", ["forms", "well_formed", "hostile"])
def test_every_field_of_every_form_is_filled_in_in_many_ways(family: str) -> None:
    found: dict[tuple[str, str], set[str]] = {}
    for one in asked(family):
        for key, text in one.get("values", {}).items():
            found.setdefault((one.get("calculator", "looptijd"), key), set()).add(text)
    for name, calculator in CALCULATORS.items():
        for key, field in calculator.fields.items():
            few = len(field.choices) if field.kind is Kind.CHOICE else 4
            assert len(found[name, key]) >= few, (name, key)


def stored(family: str) -> Iterator[dict[str, Any]]:
    """Every dossier within the requests that can be read as JSON of a dossier."""
    for one in asked(family):
        for key in ("document", "incoming", "current"):
            if key in one and isinstance(found := json.loads(one[key]), dict):
                yield found


@pytest.mark.parametrize("family", ["well_formed", "hostile"])
def test_every_field_of_a_dossier_is_filled_in(family: str) -> None:
    fields, facts, items, partners = set[str](), set[str](), set[str](), set[str]()
    for found in stored(family):
        facts |= set(found.get("appointment") or ()) if isinstance(found.get("appointment"), dict) else set()
        if isinstance(own := found.get("dossier"), dict):
            fields |= own.keys()
            rows = own.get("partners")
            partners |= (
                {part for row in rows if isinstance(row, dict) for part in row} if isinstance(rows, list) else set()
            )
        items |= set(found.get("checklist") or ()) if isinstance(found.get("checklist"), dict) else set()
    assert fields >= {*OWN, *dossiers.LISTS, "partners"}
    assert facts >= set(KEYS)
    assert items >= {item.id for item in content.items()}
    assert partners >= {"naam", "soort", *dossier.declared.NUMBERS, "engagement"}


def planes(text: str) -> set[int]:
    return {ord(one) >> 16 for one in text}


PLACES: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "number": lambda one: [text for name, text in one.get("values", {}).items() if name in ("fte", "subsidie")],
    "date": lambda one: (
        [one["values"].get("startdatum", "")]
        if "values" in one and one.get("calculator") in ("budget", "looptijd")
        else []
    ),
    "choice": lambda one: (
        [one["values"].get("contract", "")] if "values" in one and one.get("calculator") == "looptijd" else []
    ),
    "scenario": lambda one: [str(row.get("name")) for row in one.get("scenarios", ())],
    "document": lambda one: [one.get("document", "")],
    "file": lambda one: [one.get("incoming", "")],
}


def test_every_plane_comes_in_every_kind_of_field() -> None:
    missing = {place: set(range(texts.PLANES)) for place in PLACES}
    for text in requests("hostile", 13, 6000):
        one = json.loads(text)
        for place, left in missing.items():
            if left:
                left.difference_update(*map(planes, PLACES[place](one)))
        if not any(missing.values()):
            return
    raise AssertionError(missing)


@pytest.mark.parametrize("part", ["naam", "who", "note", "overtuigingen", "organisatie"])
def test_every_plane_comes_in_every_text_of_a_dossier(part: str) -> None:
    found: set[int] = set()
    random = Random(17)
    for _ in range(200):
        found |= {plane for text in named(json.loads(hostile.kept(random)), part) for plane in planes(text)}
    assert found == set(range(texts.PLANES))


def named(value: Any, part: str) -> Iterator[str]:
    """Every text under this name, at any depth."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        if key == part and isinstance(inner, str):
            yield inner
        yield from named(inner, part)


def test_hostile_text_has_halves_of_pairs_and_controls_and_digits_of_other_scripts() -> None:
    random = Random(41)
    text = "".join(make(random) for make in (texts.text, texts.numbered, texts.dated) for _ in range(4000))
    for wanted in (
        "\ud800",
        "\udfff",
        "\x00",
        "\u202e",
        "٣",
        "８",
        "½",
        "👩‍👩‍👧",
        "9" * 400,
        "1e999",
        "31-2-2027",
        "\u2007",
    ):
        assert wanted in text, ascii(wanted)
    assert max(map(len, (texts.text(random) for _ in range(4000)))) >= 32_767


@pytest.mark.parametrize("family", ["forms", "well_formed", "hostile"])
def test_nothing_that_a_page_can_send_raises(family: str, pytestconfig: pytest.Config) -> None:
    for text in requests(family, pytestconfig.getoption("--seed"), ENOUGH):
        reply = json.loads(handle(text))
        assert {"html", "figures", "data", "values", "error"} & reply.keys(), text


def test_most_that_is_well_formed_is_answered() -> None:
    replies = [json.loads(handle(text)) for text in requests("well_formed", 23, 200)]
    fine = sum(not reply.get("errors") and "error" not in reply for reply in replies)
    assert fine > len(replies) * 0.6


def test_damaged_files_are_answered_and_nonsense_raises_nothing_unexpected(pytestconfig: pytest.Config) -> None:
    for batch in batched(requests("damaged", pytestconfig.getoption("--seed"), ENOUGH // 12 * 12), 12):
        *files, nonsense = batch
        for text in files:
            assert {"html", "figures", "data", "values", "error"} & json.loads(handle(text)).keys(), text[:300]
        try:
            handle(nonsense)
        except REFUSED_NONSENSE:
            continue


HARMLESS = {"blank within", "escaped", "names twice", "odd number", "too large", "any character", "other bytes"}
HARMLESS |= {
    "half a pair",
    "odd version",
    "text after it",
    "blank before it",
    "raw line end",
    "deep",
    "odd word",
    "a character less",
}
"""Damage that JSON itself allows, or may happen to."""


@pytest.mark.parametrize("name", sorted(damaged.DAMAGES.keys() - HARMLESS))
def test_damage_makes_a_file_unreadable(name: str) -> None:
    random = Random(31)
    for _ in range(15):
        text = damaged.broken(random, damaged.DAMAGES[name])
        with pytest.raises(dossier.DocumentError):
            dossier.read(text)


def test_the_workload_has_every_kind_of_line() -> None:
    with workload.WORKLOAD.open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    found = Counter(key for line in lines for key in ("request", "call", "routine", "dossier", "family") if key in line)
    assert sum(found.values()) == len(lines)
    assert {line["routine"] for line in lines if "routine" in line} == set(ROUTINES)
    assert {line["call"] for line in lines if "call" in line} == set(workload.CALLS)
    assert {line["family"] for line in lines if "family" in line} == set(FAMILIES)
    assert found["dossier"] == len(list(Path(__file__).with_name("dossiers").glob("*.json")))
    assert {json.loads(line["request"])["action"] for line in lines if "request" in line} == set(ACTIONS)
    assert workload.WORKLOAD.stat().st_size < 2_100_000


def test_recorded_calls_can_be_made() -> None:
    """Not all give an answer, many were made to raise; but none is asked in a way that nobody can ask."""
    with workload.WORKLOAD.open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    wrong = Counter[str]()
    for line in [line for line in lines if "call" in line][::11]:
        try:
            workload.perform(line)
        except (ValueError, ArithmeticError):
            continue  # InputErrors and DocumentError too
        except Exception as error:  # noqa: BLE001
            wrong[f"{line['call']}: {error!r}"] += 1
    assert not wrong


@pytest.mark.parametrize("name", ROUTINES)
def test_a_routine_runs_twice(name: str) -> None:
    done = list(workload.run([{"routine": name, "times": 2}, {"call": "numbers.parse", "arguments": ["veel"]}]))
    assert len(done) == 2
    ROUTINES[name]()  # `run` would have hidden what this raises
