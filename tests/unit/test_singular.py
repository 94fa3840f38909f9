"""Of one thing, readers see the singular: `1 dag`, in every formula, message and table."""

import re
from typing import Any

import pytest

from calculators.calculator import CALCULATORS
from calculators.core.fields import format_value, parse
from calculators.dossier import EMPTY, Document, ItemStatus
from calculators.dossier.headlines import headlines

SEVERAL = re.compile(
    r"(?<![0-9.,])1 (dagen|kinderen|vrijwilligers|uren|weken|maanden|jaren|trajecten|trappen|cellen|stappen|acties|"
    r"posten|kolommen|factoren|strategieën|onderdelen|keren)\b"
)
ONE_OF_ALL: dict[str, dict[str, str]] = {
    "budget": {
        "loonbasis": "opbouw",
        "maaltijdcheque": "8",
        "maaltijdcheque_dagen": "1",
        "deelname_wijze": "berekend",
        "deelname_kinderen": "1",
        "deelname_prijs": "50",
        "vrijwilligers_wijze": "berekend",
        "vrijwilligers_aantal": "1",
        "vrijwilligers_dagen": "1",
        "looptijd_jaren": "1 maand",
    },
    "looptijd": {"looptijd_jaren": "1 maand", "voorbereiding_maanden": "1", "eerste_inschrijving_maanden": "1"},
    "trajecten": {
        "maanden": "1",
        "weken_per_jaar": "1",
        "uren_per_traject": "1",
        "doel_trajecten": "1",
        "vrije_plaatsen": "1",
        "looptijd_jaren": "1 maand",
        "fte": "6",
    },
}


@pytest.mark.parametrize("form", ONE_OF_ALL)
def test_formulas_and_notices(form: str) -> None:
    calculator = CALCULATORS[form]
    result: Any = calculator.evaluate(calculator.read(ONE_OF_ALL[form]))
    said = [line.formula for line in result.trace] + [notice.text for notice in result.notices]
    assert not [text for text in said if SEVERAL.search(text)]


def test_a_scale_of_one_step() -> None:
    field = CALCULATORS["budget"].fields["schaal"]
    assert format_value(field, parse(field, "0 17.300")) == "1 trap"
    assert format_value(field, parse(field, "0 17.300\n1 17.500")) == "2 trappen"


def test_one_action_that_is_done() -> None:
    done = Document(checklist={"s1-01": ItemStatus("klaar")})
    assert not [text for text in headlines(EMPTY, done) if SEVERAL.search(text)]
