"""What the calculators say in the cases of `cases/`, word for word, as somebody read and approved it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calculators.calculator import CALCULATORS, Calculator
from calculators.core.fields import InputErrors
from tests.unit import readable, words

CASES = {
    "budget": ("budget.toml", "growth.toml", "wages.toml", "real.toml"),
    "looptijd": ("duration.toml",),
    "trajecten": ("trajectories.toml",),
    "keuzehulp": ("chooser.toml",),
}
APPROVED = Path(__file__).parent / "approved"


@pytest.mark.parametrize("name", CASES)
def test_every_word_was_approved(name: str, request: pytest.FixtureRequest) -> None:
    """`pytest --approve` accepts the words of today: read the difference before you commit it."""
    told = ((case["naam"], _said(CALCULATORS[name], case["invoer"])) for case in readable.inputs(CASES[name], name))
    said = list(words.new_words(told))
    file = APPROVED / f"{name}.txt"
    if request.config.option.approve:
        file.write_text("\n".join(said) + "\n", encoding="utf-8")
    assert said == file.read_text(encoding="utf-8").splitlines()


def _said(calculator: Calculator, given: dict[str, Any]) -> Iterator[str]:
    try:
        return words.of_result(readable.calculated(calculator, given))
    except InputErrors as error:
        return words.of_refusal(dict(error.messages))
