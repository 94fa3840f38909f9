"""What a calculation gives back: totals, lines that explain themselves, tables and notices.

Nothing here calculates: evaluation fills these in while it goes, so that an explanation is never a second version
of the arithmetic.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from calculators.core.parameters import Dated

type Value = Decimal | int | date | str
"""A result as programs read it. Decimal: euro or a bare number. date: a day. str: a choice."""


class Unit(StrEnum):
    """How a value is shown: a difference with its sign, a count of children or trajectories whole, rounded down."""

    EURO = "euro"
    WHOLE_EURO = "hele euro"
    DIFFERENCE = "verschil in euro"
    PERCENT = "percent"
    NUMBER = "getal"
    COUNT = "aantal"
    DATE = "datum"
    TEXT = "tekst"


class Severity(StrEnum):
    """How much a notice matters to the reader, the least first."""

    INFO = "info"
    ADVICE = "advies"
    WARNING = "waarschuwing"


# Lines, cells and rows are not frozen, as all else here is: a budget has hundreds, which would take twice as long.
@dataclass(slots=True)
class Line:
    """One explained step: `value` follows from `formula`, which has the numbers filled in (Dutch notation).

    `words` stand in for a value that is a name for programs. `parameters` are the figures used, `facts` ids of the
    instrument, `assumption` says that the rule is ours.
    """

    key: str
    label: str
    value: Value
    unit: Unit
    formula: str = ""
    parameters: tuple[Dated, ...] = ()
    facts: tuple[str, ...] = ()
    assumption: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader should know, with the facts of the instrument or the figures that it rests on.

    `about` is the input that causes it, by its name in the form; empty where that is more than one, or none.
    """

    key: str
    level: Severity
    text: str
    facts: tuple[str, ...] = ()
    parameters: tuple[Dated, ...] = ()
    about: str = ""


def by_severity(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Notices with the weightiest first, otherwise in the order given."""
    order = list(Severity)
    return tuple(sorted(notices, key=lambda notice: -order.index(notice.level)))


@dataclass(slots=True)
class Cell:
    """One value in a table; with a `key` it is a result that programs can find."""

    value: Value
    unit: Unit = Unit.EURO
    key: str = ""


@dataclass(slots=True)
class Row:
    """A row of a table: a heading and one cell per remaining column.

    `key` names it for the rows that are sums: `sum_of` has the keys of what is added up and, with a minus before it, of
    what goes off (`totaal -inkomsten`). `total` makes it stand out. A row that cannot be worked out has no cells; `why`
    says in a few words what the reason is. `step` is the key of the step that says how its amounts came about, where
    its cells have no steps of their own.
    """

    heading: str
    cells: tuple[Cell, ...]
    total: bool = False
    key: str = ""
    sum_of: str = ""
    why: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first column holds the headings of the rows, and the first row has cells.

    `row_sums` says that the last column has the sum of the other amounts in its row.
    """

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    row_sums: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; `parts` are stacked, in the order of the chart's legend. All in one unit, none negative.

    `words` stand beside it where their sum says too little, such as a difference without its sign.
    """

    label: str
    parts: tuple[Decimal, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart; a table in the same result holds the same figures, and amounts lead to the one with the key `table`.

    `funnel` says that each bar is what is left of the one above it, and stands in the middle below it.
    """

    key: str
    title: str
    legend: tuple[str, ...]
    bars: tuple[Bar, ...]
    unit: Unit = Unit.EURO
    funnel: bool = False
    table: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A row of a time line: its `spans` (first day, first day after), of the `kind` in the legend, and words."""

    label: str
    kind: int
    spans: tuple[tuple[date, date], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happens when, on one axis from `first` up to but not including `end`; tables have the same days."""

    key: str
    title: str
    legend: tuple[str, ...]
    first: date
    end: date
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class Cautious:
    """Figures that are easily misread, with what to know before looking at them."""

    title: str
    notice: Notice
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one calculation.

    `lines` are the figures to show first, `totals` every figure by the key that pages carry in `data-result`,
    `trace` each step of the arithmetic in the order it was made.
    """

    calculator: str
    lines: Sequence[Line]
    totals: Mapping[str, Value]
    notices: Sequence[Notice]
    trace: Sequence[Line]
    tables: Sequence[Table] = ()
    charts: Sequence[Chart] = ()
    timeline: Timeline | None = None
    cautious: Cautious | None = None

    @property
    def told(self) -> tuple[Notice, ...]:
        """All notices, also the one that goes with figures that are easily misread."""
        return (*self.notices, *([self.cautious.notice] if self.cautious else []))


@dataclass(slots=True)
class Trace:
    """Collects the steps of one evaluation, by key and in their order."""

    _steps: dict[str, Line] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All steps."""
        return tuple(self._steps.values())

    def add(self, line: Line) -> None:
        """Record a step. Raises `ValueError` for a key that is there already."""
        if line.key in self._steps:
            raise ValueError(f"{line.key}: recorded twice")
        self._steps[line.key] = line

    def euro(self, key: str, label: str, value: Decimal, formula: str, *parameters: Dated) -> Decimal:
        """Record an amount in euro, with the figures that it rests on, and pass it on."""
        self.add(Line(key, label, value, Unit.EURO, formula, parameters))
        return value

    def pick(self, *keys: str) -> tuple[Line, ...]:
        """The recorded lines with these keys, in the order asked; a key never recorded is left out."""
        return tuple(self._steps[key] for key in keys if key in self._steps)


def totals_of(trace: Trace, tables: Sequence[Table]) -> dict[str, Value]:
    """Every figure of a result by key: the steps of its trace and the cells of its tables that have a key."""
    cells = {cell.key: cell.value for table in tables for row in table.rows for cell in row.cells if cell.key}
    return cells | {line.key: line.value for line in trace.lines}
