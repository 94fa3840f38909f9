"""What pages and Python must agree on, in one place: `make contract` writes it for the pages' scripts.

Each `…Request` has the keys that an action of `calculators.service` takes beside `action`; each `…Reply` has the keys
of its answer.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from calculators import documents
from calculators.appointment import SHARED, STRATEGIES, WORKED_OUT, firsts, unchosen
from calculators.budget.variants import MOST_SCENARIOS
from calculators.calculator import CALCULATORS
from calculators.chooser import CHOSEN_AT_FIRST
from calculators.core import content
from calculators.core.fields import AGREED, LONGEST_PASTED, LONGEST_TYPED
from calculators.core.parameters import NEWEST
from calculators.core.parameters.prefill import DAY_OF_FIGURES
from calculators.documents.house_style import MOST_BYTES
from calculators.dossier.document import VERSION
from calculators.dossier.limits import LARGEST
from calculators.dossier.upgrading import LATER, MOVED, TICKS


class Failure(TypedDict):
    """The reason why an action cannot be done, in Dutch."""

    error: str


class EvaluateRequest(TypedDict):
    """Calculate from the `values` of a form, by name as typed."""

    calculator: str
    values: dict[str, str]


class EvaluateReply(TypedDict):
    """The result as HTML or, if fields are wrong, a Dutch message for each of them by name and a summary as HTML.

    `defaults` has the defaults, by name as form text, that differ from those in the page because the values are of an
    earlier day (`cijfers_van`).
    """

    errors: dict[str, str]
    html: str
    defaults: dict[str, str]


class Figure(TypedDict):
    """A figure as programs read it and as it is shown."""

    value: str
    text: str


class FiguresReply(TypedDict):
    """The main figures by key or, if fields are wrong, a Dutch message for each of them by name."""

    errors: dict[str, str]
    figures: dict[str, Figure]


class CompareRequest(TypedDict):
    """Budgets side by side: saved scenarios ({id, name, values}), in the order in which they are stored."""

    scenarios: list[dict[str, Any]]


class CompareReply(TypedDict):
    """A table with charts."""

    html: str


class CalendarRequest(TypedDict):
    """A calendar file with the moments of the appointment and of the checklist in the stored `document`.

    `stamp` is now, an ISO date-time. The moments are those of the `values` of the term's form, if these are given.
    """

    document: str
    stamp: str
    values: NotRequired[dict[str, str]]


class DocumentRequest(TypedDict):
    """A file to download, `kind` being an id of `documents.ALL`, from the stored `document`; `today` is an ISO date.

    Word files are in the `house` style that an earlier reply gave, if there is one.
    """

    kind: str
    document: str
    today: str
    house: NotRequired[str]


class HouseRequest(TypedDict):
    """A Word template, its `data` in base64."""

    data: str


class HouseReply(TypedDict):
    """The house style in a template, its `data` in base64, and in Dutch what documents take from it."""

    data: str
    summary: str


class FileReply(TypedDict):
    """A file, its `data` in base64; Dutch `warnings` say what could not be put in it as it was typed."""

    name: str
    mime: str
    data: str
    warnings: list[str]


class ShownRequest(TypedDict):
    """The values that the form of a `calculator` shows, given the stored `document` as text."""

    calculator: str
    document: str


class ShownReply(TypedDict):
    """Values by name as typed; an input that is absent has its default."""

    values: dict[str, str]


class ImportRequest(TypedDict):
    """The text of a file that a reader opens, and of the `current` document in storage."""

    incoming: str
    current: str


class ImportReply(TypedDict):
    """What would change, as HTML, and the document to store if the reader agrees."""

    html: str
    document: str


class ViewRequest(TypedDict):
    """The text of a file that a reader only looks at."""

    incoming: str


class ViewReply(TypedDict):
    """The contents of the file as HTML, with fields for remarks."""

    html: str


class RemarkRequest(TypedDict):
    """The text of a file and the `remarks` ({part, text}) to add to it; `today` is an ISO date."""

    incoming: str
    remarks: list[dict[str, str]]
    today: str


class OverviewRequest(TypedDict):
    """The stored document as text."""

    document: str


class OverviewReply(TypedDict):
    """How complete a dossier is, its list of tasks and its note so far, as HTML.

    With a message per unreadable field, and warnings as a document would have them.
    """

    html: str
    tasks: str
    note: str
    errors: dict[str, str]
    warnings: list[str]


ACTIONS: Mapping[str, tuple[type, tuple[type, ...]]] = {
    "figures": (EvaluateRequest, (FiguresReply,)),
    "evaluate": (EvaluateRequest, (EvaluateReply,)),
    "compare": (CompareRequest, (CompareReply,)),
    "calendar": (CalendarRequest, (FileReply, Failure)),
    "document": (DocumentRequest, (FileReply, Failure)),
    "house": (HouseRequest, (HouseReply, Failure)),
    "shown": (ShownRequest, (ShownReply, Failure)),
    "import": (ImportRequest, (ImportReply, Failure)),
    "view": (ViewRequest, (ViewReply, Failure)),
    "remark": (RemarkRequest, (FileReply, Failure)),
    "overview": (OverviewRequest, (OverviewReply, Failure)),
}
"""For each action the type of its request and the types of reply it may give."""


def _steps() -> dict[str, dict[str, object]]:
    """The steps of the checklist by their address: id, how ids of their items begin, and how many items they have."""
    count = Counter(item.step for item in content.items())
    return {
        step.slug: {"step": step.id, "prefix": f"s{step.number}-", "items": count[step.id]} for step in content.steps()
    }


CONSTANTS: Mapping[str, object] = {
    "VERSION": VERSION,
    "TICKS": TICKS,
    "MOVED": MOVED,
    "LATER": LATER,
    "CHOSEN_AT_FIRST": CHOSEN_AT_FIRST,
    "SHARED": SHARED,
    "STRATEGIES": STRATEGIES,
    "WORKED_OUT": WORKED_OUT,
    "FIRSTS": firsts(),
    "UNCHOSEN": unchosen(),
    "STEPS": _steps(),
    "MOST_SCENARIOS": MOST_SCENARIOS,
    "LARGEST_FILE": LARGEST,
    "LARGEST_TEMPLATE": MOST_BYTES,
    "WITHOUT_HOUSE_STYLE": [kind for kind in documents.ALL if not documents.is_dressed(kind)],
    "DAY_OF_FIGURES": DAY_OF_FIGURES,
    "AGREED": AGREED,
    "LONGEST_TYPED": LONGEST_TYPED,
    "LONGEST_PASTED": LONGEST_PASTED,
    "NEWEST_FIGURES": NEWEST.isoformat(),
    "QUICK": [name for name, calculator in CALCULATORS.items() if calculator.quick],
}
"""Version and limits of the stored document, and the tables for upgrading documents of earlier versions.

`STEPS` has what the progress of the checklist is counted with, `SHARED` which facts of the appointment each form shows,
`FIRSTS` their defaults, `UNCHOSEN` which of these no form chooses for the reader, `CHOSEN_AT_FIRST` the strategies that
the chooser once did. `LONGEST_TYPED` and `LONGEST_PASTED` are the most characters of an input of one line and of
several. `WITHOUT_HOUSE_STYLE` has the kinds of document that take none. `DAY_OF_FIGURES` and `AGREED` are the names
under which stored values keep the day of their figures and the examples that the reader agreed with; `NEWEST_FIGURES`
is the day of the figures in this build. Of the calculators in `QUICK` the main figures come much sooner than all else.
"""
