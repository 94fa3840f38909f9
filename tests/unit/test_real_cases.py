"""Real files that others published: they can be expressed, and how far ours is from theirs, and why."""

from typing import Any

import pytest

from calculators.calculator import CALCULATORS
from tests.unit import readable

ABOUT = {"bron", "gepubliceerd", "verschil", "rekenhulp"}


@pytest.mark.parametrize("case", readable.cases("real.toml", "geval", *ABOUT))
def test_a_real_file_can_be_expressed(case: dict[str, Any]) -> None:
    assert case.keys() >= ABOUT
    assert all(case[name].strip() for name in ABOUT)
    readable.check(CALCULATORS[case["rekenhulp"]], case)
