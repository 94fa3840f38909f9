"""The budget of a dossier as far as it can be read: the reader's own inputs, without those that are wrong.

Where an input is wrong the sheet has nothing in its place, and says so; it never has our worked example there.
"""

from collections.abc import Mapping

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
    raw, wrong = dict(Figures(document).raw) or {**agreed, "uitvoering": document.delivery}, dict[str, str]()
    while True:
        try:
            inputs: Inputs = CALCULATORS["budget"].read(raw)
        except InputErrors as error:
            if not _without(raw, error.messages, wrong):
                return Inputs(uitvoering=document.delivery), wrong
        else:
            return inputs, wrong


def _without(raw: dict[str, str], messages: Mapping[str, str], wrong: dict[str, str]) -> bool:
    """Take wrong inputs away, and note them in `wrong`; whether there was anything to take away.

    In its place comes nothing, once: what is wrong all the same (shares that are not 100 % together) is left out. What
    is wrong without having been filled in comes from others of its group, so these go.
    """
    before = len(raw), len(wrong)
    fields = CALCULATORS["budget"].fields
    for name, message in messages.items():
        known = name in wrong
        if not known:
            wrong[name] = f"“{raw.get(name, '')[:60]}” kan hier niet staan. {message}"
        if name not in raw:
            for other in [one for one in raw if one in fields and fields[one].group == fields[name].group]:
                del raw[other]
        else:
            del raw[name]
        raw |= {} if known else _nothing(name)
    return (len(raw), len(wrong)) != before


def _nothing(name: str) -> dict[str, str]:
    """What to fill in for an input so that it counts for nothing; nothing when it has to have some value."""
    if number := _WAGES.get(name):
        paid = {"loonbasis": BUILT, "jaarsalaris": "0", "eindejaar_vast": "0"}
        return {suffixed(key, number): value for key, value in paid.items()}
    field = CALCULATORS["budget"].fields[name]
    least = field.minimum if field.kind in _COUNTED else None
    return {name: "0"} if least is not None and float(str(least)) <= 0 else {}
