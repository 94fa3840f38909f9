"""Cases in TOML that an HR person can read: what a reader fills in, and what the page then shows."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculators.calculator import Calculator
from calculators.core.fields import InputErrors
from calculators.core.results import Result
from calculators.render.values import machine

_KEYS = {"geval": {"naam", "invoer", "verwacht", "melding", "geen"}, "fout": {"naam", "invoer", "bij"}}


def cases(file: str, kind: str, *about: str) -> list[Any]:
    """The cases of one kind ("geval" or "fout") as pytest parameters, named by what they describe.

    `about` are keys beside the usual ones.
    """
    found = _read(file)[kind]
    assert all(case.keys() <= _KEYS[kind] | set(about) for case in found)
    return [pytest.param(case, id=case["naam"]) for case in found]


def check(calculator: Calculator, case: Mapping[str, Any]) -> None:
    """Fill in the form as a reader would, calculate, and compare results and notices."""
    result = calculated(calculator, case["invoer"])
    shown = {key: machine(result.totals[key]) for key in case.get("verwacht", {})}
    assert shown == {key: _plain(value) for key, value in case.get("verwacht", {}).items()}
    keys = {notice.key for notice in result.told}
    assert set(case.get("melding", ())) <= keys
    assert not set(case.get("geen", ())) & keys


def check_refused(calculator: Calculator, case: Mapping[str, Any]) -> None:
    """Fill in the form as a reader would: each wrong input, and no other, has a message that says so."""
    with pytest.raises(InputErrors) as caught:
        calculated(calculator, case["invoer"])
    assert caught.value.messages.keys() == case["bij"].keys()
    for name, part in case["bij"].items():
        assert part in caught.value.messages[name]


def inputs(files: Iterable[str], calculator: str) -> Iterator[Mapping[str, Any]]:
    """Every case of a calculator in these files, of both kinds; a case may say which calculator it is about."""
    for file in files:
        for found in _read(file).values():
            yield from (case for case in found if case.get("rekenhulp", calculator) == calculator)


def calculated(calculator: Calculator, given: Mapping[str, Any]) -> Result:
    """Fill in the form as a reader would, and calculate. Raises `InputErrors` for what cannot be used."""
    assert given.keys() <= calculator.fields.keys()
    return calculator.evaluate(calculator.read({name: _plain(value) for name, value in given.items()}))


def _read(file: str) -> dict[str, list[dict[str, Any]]]:
    text = (Path(__file__).parent / "cases" / file).read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def _plain(value: Any) -> str:
    return machine(value) if isinstance(value, int | Decimal) else str(value)
