"""The JSON Schemas describe what calculators really take and give, and refuse what they do not."""

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.calculator import CALCULATORS, Calculator
from calculators.command import schema
from calculators.command.plain import outcome
from calculators.core.fields import Field, InputErrors, Kind, to_form_text
from calculators.examples import EXAMPLES

BOTH = {name: schema.both(one) for name, one in CALCULATORS.items()}
RESULTS = {name: jsonschema.Draft202012Validator(both["result"]) for name, both in BOTH.items()}
INPUTS = {name: jsonschema.Draft202012Validator(both["input"]) for name, both in BOTH.items()}


def answer(calculator: Calculator, typed: dict[str, str]) -> Any:
    """A result as a program that reads JSON gets it."""
    return json.loads(json.dumps(outcome(calculator, typed, calculator.evaluate(calculator.read(typed)))))


def values(field: Field) -> st.SearchStrategy[str]:
    """Values of an input, as typed: its bounds, its default and its choices."""
    if field.kind is Kind.CHOICE:
        return st.sampled_from([key for key, _ in field.choices])
    return st.sampled_from([to_form_text(field, one) for one in {field.minimum, field.maximum, field.default}])


@pytest.mark.parametrize("name", CALCULATORS)
def test_the_schemas_are_schemas(name: str) -> None:
    for one in BOTH[name].values():
        jsonschema.Draft202012Validator.check_schema(one)


@pytest.mark.parametrize("name", CALCULATORS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_result_keeps_to_its_schema_and_has_what_is_promised(name: str, data: st.DataObject) -> None:
    one = CALCULATORS[name]
    some = data.draw(st.lists(st.sampled_from(list(one.fields)), max_size=8, unique=True))
    typed = {field: data.draw(values(one.fields[field])) for field in some}
    try:
        found = answer(one, typed)
    except InputErrors:
        return
    RESULTS[name].validate(found)
    INPUTS[name].validate(found["inputs"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_the_examples_keep_to_it_too(example: Any) -> None:
    typed = {name: value for name, value in example.values.items() if not value.startswith("=")}
    RESULTS[example.calculator].validate(answer(CALCULATORS[example.calculator], typed))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"schema": 0},
        {"totals": {}},
        {"calculator": "looptijd"},
        {"lines": [{"key": "x"}]},
        {"extra": 1},
        {"notices": {}},
    ],
)
def test_another_result_is_refused(spoilt: dict[str, Any]) -> None:
    found = answer(CALCULATORS["budget"], {})
    RESULTS["budget"].validate(found)
    assert not RESULTS["budget"].is_valid({**found, **spoilt})


@pytest.mark.parametrize("wrong", [{"fte": 800}, {"fte": None}, {"uitvoering": "niemand"}, {"onbekend": 1}])
def test_other_inputs_are_refused(wrong: dict[str, Any]) -> None:
    assert INPUTS["budget"].is_valid({"fte": 80, "startdatum": "2027-03-01", "uitvoering": "eigen"})
    assert not INPUTS["budget"].is_valid(wrong)
