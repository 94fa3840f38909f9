"""What pages and Python must agree on, in one place: `make contract` writes it for the pages' scripts.

Each `…Request` is what an action of `calculators.service` asks for beside `action`, each `…Reply` what it gives.
"""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from calculators.appointment import SHARED, STRATEGIES, WORKED_OUT, firsts
from calculators.budget.variants import MOST_SCENARIOS
from calculators.core.fields import AGREED
from calculators.core.parameters import NEWEST
from calculators.core.parameters.prefill import KNOWN
from calculators.dossier.document import VERSION
from calculators.dossier.limits import LARGEST
from calculators.dossier.upgrading import LATER, MOVED, TICKS


class Failure(TypedDict):
    """Why it can't be done, in Dutch."""

    error: str


class EvaluateRequest(TypedDict):
    """Calculate from what stands in a form: `values` by name as typed."""

    calculator: str
    values: dict[str, str]


class EvaluateReply(TypedDict):
    """A Dutch message per wrong field, with a summary as HTML; without errors the HTML is the result.

    `defaults` is what stands in fields that nobody filled in, by name, where the day of the figures (`cijfers_van` in
    the values) makes that another text than in the page.
    """

    errors: dict[str, str]
    html: str
    defaults: dict[str, str]


class CompareRequest(TypedDict):
    """Budgets side by side: saved scenarios ({id, name, values}), in the order in which they are stored."""

    scenarios: list[dict[str, Any]]


class CompareReply(TypedDict):
    """A table with charts."""

    html: str


class CalendarRequest(TypedDict):
    """The moments of a term: `values` of the form, and the present as an ISO date-time.

    The name of the `organisation` tells its events from those of another one in the same calendar.
    """

    values: dict[str, str]
    stamp: str
    organisation: NotRequired[str]


class DocumentRequest(TypedDict):
    """A file of some `kind`, from the stored `document` as text; `today` is an ISO date."""

    kind: str
    document: str
    today: str


class FileReply(TypedDict):
    """A file in base64, with Dutch `warnings` on what couldn't be put in it as it was typed."""

    name: str
    mime: str
    data: str
    warnings: list[str]


class ShownRequest(TypedDict):
    """What stands in the form of a `calculator`, given the stored `document` as text."""

    calculator: str
    document: str


class ShownReply(TypedDict):
    """Values by name; what is absent has its default."""

    values: dict[str, str]


class ImportRequest(TypedDict):
    """The text of a file that comes in, and what is stored."""

    incoming: str
    current: str


class ImportReply(TypedDict):
    """What would change as HTML, and the document to store."""

    html: str
    document: str


class ViewRequest(TypedDict):
    """The text of a file that a reader only looks at."""

    incoming: str


class ViewReply(TypedDict):
    """All that the file holds, with room for remarks."""

    html: str


class RemarkRequest(TypedDict):
    """The text of a file, and `remarks` ({part, text}) to go with it; `today` is an ISO date."""

    incoming: str
    remarks: list[dict[str, str]]
    today: str


class OverviewRequest(TypedDict):
    """The stored document as text."""

    document: str


class OverviewReply(TypedDict):
    """Where a dossier stands, a message per field that can't be read, and warnings of a document."""

    html: str
    errors: dict[str, str]
    warnings: list[str]


ACTIONS: Mapping[str, tuple[type, tuple[type, ...]]] = {
    "evaluate": (EvaluateRequest, (EvaluateReply,)),
    "compare": (CompareRequest, (CompareReply,)),
    "calendar": (CalendarRequest, (FileReply, Failure)),
    "document": (DocumentRequest, (FileReply, Failure)),
    "shown": (ShownRequest, (ShownReply, Failure)),
    "import": (ImportRequest, (ImportReply, Failure)),
    "view": (ViewRequest, (ViewReply, Failure)),
    "remark": (RemarkRequest, (FileReply, Failure)),
    "overview": (OverviewRequest, (OverviewReply, Failure)),
}
"""For each action its request, and the kinds of reply."""

CONSTANTS: Mapping[str, object] = {
    "VERSION": VERSION,
    "TICKS": TICKS,
    "MOVED": MOVED,
    "LATER": LATER,
    "SHARED": SHARED,
    "STRATEGIES": STRATEGIES,
    "WORKED_OUT": WORKED_OUT,
    "FIRSTS": firsts(),
    "MOST_SCENARIOS": MOST_SCENARIOS,
    "LARGEST_FILE": LARGEST,
    "DAY_OF_FIGURES": KNOWN,
    "AGREED": AGREED,
    "NEWEST_FIGURES": NEWEST.isoformat(),
}
"""Version and limits of what is stored, and how documents of earlier versions become ones of this version.

`SHARED` and `FIRSTS` are what forms show of the appointment, and what it is before anybody changed it;
`DAY_OF_FIGURES` and `AGREED` are names under which values carry the day of their figures, and the examples that the
reader agreed with; the newest day is today's.
"""
