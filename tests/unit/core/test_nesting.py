"""JSON that is nested too deep is refused before it is read: reading it would end Python in a browser."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.nesting import is_deeper
from calculators.service import handle

JSON = st.recursive(
    st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


def levels(value: object) -> int:
    """Levels of lists and objects."""
    if not isinstance(value, (list, dict)):
        return 0
    return 1 + max((levels(inner) for inner in (value.values() if isinstance(value, dict) else value)), default=0)


@given(JSON, st.integers(0, 5))
def test_levels_are_those_of_the_value(value: object, most: int) -> None:
    assert is_deeper(json.dumps(value), most) == (levels(value) > most)


@pytest.mark.parametrize("opener", ["[", '{"a":'])
def test_a_request_that_would_end_python_is_refused(opener: str) -> None:
    with pytest.raises(ValueError, match="too deep"):
        handle(opener * 100_000)
