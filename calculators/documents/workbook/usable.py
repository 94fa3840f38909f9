"""The budget of a dossier as far as it can be read: the reader's own inputs, without those that are wrong.

Where an input is wrong the sheet has nothing in its place, and says so; it never has our worked example there.
"""

from collections.abc import Container, Iterable, Mapping

from calculators.budget import Inputs
from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.budget.posts import BUILT
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors, Kind
from calculators.documents.figures import Figures
from calculators.dossier import Document

_COUNTED = (Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.WHOLE)
_WAGES = {suffixed("jaarloonkost", number): number for number in range(1, MOST_POSTS + 1)}
"""The number of the post of each wage."""


def usable(document: Document) -> tuple[Inputs, dict[str, str]]:
    """The inputs to use, and why each of the others cannot be: a Dutch sentence, by name."""
    agreed = document.shown("budget")  # without a budget, the appointment alone
    raw = dict(Figures(document).raw) or {**agreed, "uitvoering": document.delivery}
    wrong: dict[str, str] = {}
    while True:
        try:
            inputs: Inputs = CALCULATORS["budget"].read(raw)
        except InputErrors as error:
            left = _without(raw, error.messages, wrong)
            fresh = {name: message for name, message in error.messages.items() if name not in wrong}
            noted = wrong | {name: _why(raw.get(name, ""), message) for name, message in fresh.items()}
            if (left, noted) == (raw, wrong):
                return Inputs(uitvoering=document.delivery), wrong
            raw, wrong = left, noted
        else:
            return inputs, wrong


def _without(raw: Mapping[str, str], names: Iterable[str], known: Container[str]) -> dict[str, str]:
    """The answers without those that are wrong.

    One that is wrong for the first time becomes nothing; one that is `known` to be wrong is left out, as where shares
    are not 100 % together. What is wrong though nobody filled it in follows from others of its group: these go.
    """
    fields, left = CALCULATORS["budget"].fields, dict(raw)
    for name in names:
        if name not in left:
            group = fields[name].group
            left = {other: text for other, text in left.items() if other not in fields or fields[other].group != group}
        left.pop(name, None)
        if name not in known:
            left |= _nothing(name)
    return left


def _why(typed: str, message: str) -> str:
    return f"“{typed[:60]}” kan hier niet staan. {message}"


def _nothing(name: str) -> dict[str, str]:
    """What to fill in for an input so that it counts for nothing; nothing when it has to have some value."""
    if number := _WAGES.get(name):
        paid = {"loonbasis": BUILT, "jaarsalaris": "0", "eindejaar_vast": "0"}
        return {suffixed(key, number): value for key, value in paid.items()}
    field = CALCULATORS["budget"].fields[name]
    least = field.minimum if field.kind in _COUNTED else None
    return {name: "0"} if least is not None and least <= 0 else {}
