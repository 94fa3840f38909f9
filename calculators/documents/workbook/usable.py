"""The budget of a dossier as far as it can be read: the reader's own inputs, without those that are wrong.

Where an input is wrong the sheet has nothing in its place, and says so; it never has our worked example there.
"""

from calculators.budget import Inputs
from calculators.budget.inputs import suffixed
from calculators.budget.wages import BUILT
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors, Kind
from calculators.documents.figures import Figures
from calculators.documents.workbook.formulas import POSTS
from calculators.dossier import Document

_COUNTED = (Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.WHOLE)
_WAGES = {suffixed("jaarloonkost", number): number for number in range(1, len(POSTS) + 1)}
"""The number of the post of each wage."""


def usable(document: Document) -> tuple[Inputs, dict[str, str]]:
    """The inputs to use, and why each of the others cannot be: a Dutch sentence, by name."""
    raw, wrong = dict(Figures(document).raw), dict[str, str]()
    if not raw:
        return Inputs(uitvoering=document.delivery), wrong
    while True:
        try:
            inputs: Inputs = CALCULATORS["budget"].read(raw)
        except InputErrors as error:
            for name, message in error.messages.items():
                typed = raw.pop(name, "")
                wrong[name] = f"“{typed[:60]}” kan hier niet staan. {message}"
                raw |= _nothing(name) if name not in raw else {}
        else:
            return inputs, wrong


def _nothing(name: str) -> dict[str, str]:
    """What to fill in for an input so that it counts for nothing; nothing when it has to have some value."""
    if number := _WAGES.get(name):
        paid = {"loonbasis": BUILT, "jaarsalaris": "0", "eindejaar_vast": "0"}
        return {suffixed(key, number): value for key, value in paid.items()}
    spec = CALCULATORS["budget"].specs[name]
    least = spec.minimum if spec.kind in _COUNTED else None
    return {name: "0"} if least is not None and float(str(least)) <= 0 else {}
