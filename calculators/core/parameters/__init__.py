"""Dated figures with their source: the only numbers that a calculation takes from outside its inputs.

Every TOML file beside this module holds the figures of one theme; they are read once, when this module is imported.
The loader is strict: it refuses what it does not know, and names the file and the key.

`valid_from` is the first day the source vouches for; where a source names no day, the first day of the year it
describes; where it names no year either, the value is `undated`. The source of a figure is that of its latest value;
an older value may name its own. A figure whose `use` is not "default" may be shown as context, never prefilled.

A value is looked up by two dates, never by the clock: the day that a calculation is about, and the day on which its
figures were known. `Parameter.at` has the rules. Values are added, not replaced, so that an old plan keeps its result.
What corrects a value stands after it, with the same `valid_from` and a later `known_on`.

A figure seen `via derden`, in a text that quotes its source, names that source. It goes without an address unless the
source itself was found, and is never of high confidence.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from calculators.core.parameters import checked
from calculators.core.parameters.checked import ParameterError as ParameterError
from calculators.core.periods import last_not_after


class FigureUnit(StrEnum):
    """The unit of a figure, in the Dutch words that stand after its number."""

    EURO = "euro"
    EURO_PER_YEAR = "euro per jaar"
    EURO_PER_YEAR_AT_100 = "euro per jaar aan 100 %"
    EURO_PER_MONTH = "euro per maand"
    EURO_PER_DAY = "euro per dag"
    EURO_PER_HOUR = "euro per uur"
    EURO_PER_KM = "euro per kilometer"
    PERCENT = "procent"
    PERCENT_PER_YEAR = "procent per jaar"
    FACTOR = "factor"
    KM_PER_YEAR = "kilometer per jaar"
    HOURS = "uren"
    HOURS_PER_WEEK = "uren per week"
    HOURS_PER_YEAR = "uren per jaar"
    DAYS_PER_YEAR = "dagen per jaar"
    WEEKS_PER_YEAR = "weken per jaar"
    MONTHS = "maanden"
    MONTH_OF_YEAR = "maand van het jaar"
    YEARS = "jaren"
    CALENDAR_YEAR = "jaartal"
    AGE = "jaar oud"
    COUNT = "aantal"
    PER_FULL_TIMER = "per voltijdse per jaar"

    @property
    def shown(self) -> str:
        """The unit as a page shows it, with a space that does not break before the percent sign."""
        return self.replace(" %", "\u00a0%")

    @property
    def is_quantity(self) -> bool:
        """Whether a value counts something. A calendar year and a month do not, so that they have no grouping."""
        return self not in (FigureUnit.CALENDAR_YEAR, FigureUnit.MONTH_OF_YEAR)


class Use(StrEnum):
    """What a calculator may do with a figure: prefill an input, show it as context, or only ask the reader for one."""

    DEFAULT = "default"
    REFERENCE = "reference"
    INPUT = "input"


class Confidence(StrEnum):
    """How certain a figure is: an official text, a secondary source or our arithmetic, a single or old mention."""

    HIGH = "hoog"
    MEDIUM = "middel"
    LOW = "laag"


class Origin(StrEnum):
    """Where a figure comes from: its source, a text that quotes it, our arithmetic on sources, or our assumption."""

    SOURCE = "bron"
    SECOND_HAND = "via derden"
    CALCULATED = "eigen berekening"
    ASSUMPTION = "aanname"


FIRST_KNOWN = date(2026, 11, 23)
"""The day on which the first figures were collected. A value that does not say when it became known is one of these."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A value, where it comes from and the days it holds: up to and including `valid_to` or until the next value.

    An `undated` value, of a source that names no day or year, holds from the day the figure was last checked.
    `known_on` is the day on which it was entered here, which may lie before or after the first day it holds. It is as
    certain as its figure, and was last looked at when that was.
    """

    valid_from: date
    known_on: date
    value: Decimal
    valid_to: date | None
    undated: bool
    source: str
    url: str
    origin: Origin
    checked_on: date
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure: what it means (Dutch label, unit), its values by date, and how far it can be trusted."""

    id: str
    label: str
    unit: FigureUnit
    use: Use
    confidence: Confidence
    origin: Origin
    source: str
    url: str
    checked_on: date
    note: str
    values: tuple[Dated, ...]

    def __hash__(self) -> int:  # that of all attributes takes long, and every look-up asks for it
        return hash(self.id)

    def at(self, day: date, known: date | None = None) -> Dated:
        """The value for `day`, as it was known on `known` (the newest day in the data, when not given).

        That is the last value entered up to `known` that holds from `day` or earlier. So a value entered ahead of time
        does not count before its date. Two rules of ours: a day before the first value has that first value, and days
        for which the sources give none have the value before them. A `known` from before the figure itself gives what
        was known of it first.
        """
        known_values = self._known(known or NEWEST) or self._known(min(dated.known_on for dated in self.values))
        return last_not_after(known_values, day, attrgetter("valid_from"))

    def _known(self, day: date) -> list[Dated]:
        return [dated for dated in self.values if dated.known_on <= day]

    def on(self, day: date, known: date | None = None) -> Decimal:
        """The number of the value that `at` gives, in the unit of the figure."""
        return self.at(day, known).value

    @property
    def current(self) -> Dated:
        """The value that holds on the newest day in the data."""
        return self.at(NEWEST)

    def default(self, known: date | None = None) -> Decimal:
        """The value from which a form starts: that of the day `known`, by default the newest day in the data.

        Raises `ParameterError` when this figure may not be prefilled.
        """
        if self.use is not Use.DEFAULT:
            raise ParameterError(f"{self.id}: use is {self.use}, so it cannot be a default")
        return self.on(known or NEWEST, known)


def get(name: str) -> Parameter:
    """The figure with this id. Raises `ParameterError` when there is none."""
    if name not in _ALL:
        raise ParameterError(f"{name}: unknown figure")
    return _ALL[name]


def all_() -> tuple[Parameter, ...]:
    """Every figure, by theme (file) and in the order written."""
    return tuple(_ALL.values())


def load(folder: Path) -> dict[str, Parameter]:
    """Read every TOML file in a folder. Raises `ParameterError` on a malformed file or an id used twice."""
    found: dict[str, Parameter] = {}
    for path in sorted(folder.glob("*.toml")):
        for parameter in read(path.name, path.read_text(encoding="utf-8")):
            if parameter.id in found:
                raise ParameterError(f"{path.name}: {parameter.id}: id used twice")
            found[parameter.id] = parameter
    return found


def read(file: str, text: str) -> tuple[Parameter, ...]:
    """Read the figures in one TOML text. Raises `ParameterError` that names the file and the key."""
    try:
        tables = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ParameterError(f"{file}: {error}") from error
    except InvalidOperation as error:
        raise ParameterError(f"{file}: a number cannot be read") from error
    return tuple(_parameter(f"{file}: {name}", name, table) for name, table in tables.items())


_TEXTS = ("label", "source", "note")
_KEYS = {*_TEXTS, "unit", "use", "confidence", "origin", "url", "checked_on", "values"}


class _Figure(NamedTuple):
    """The attributes of a figure that its values share, unless an older value has its own."""

    source: str
    url: str
    origin: Origin
    checked_on: date
    confidence: Confidence


def _parameter(where: str, name: str, table: Any) -> Parameter:
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise ParameterError(f"{where}: an id is written in snake_case")
    checked.keys(where, table, required=_KEYS)
    label, source, note = (checked.text(f"{where}.{key}", table[key]) for key in _TEXTS)
    origin = checked.one_of(f"{where}.origin", Origin, table["origin"])
    url = _address(f"{where}.url", table["url"], origin)
    confidence = checked.one_of(f"{where}.confidence", Confidence, table["confidence"])
    figure = _Figure(source, url, origin, checked.day(f"{where}.checked_on", table["checked_on"]), confidence)
    if origin is Origin.SECOND_HAND and confidence is Confidence.HIGH:
        raise ParameterError(f"{where}.confidence: what was seen {origin} is not {confidence}")
    return Parameter(
        id=name,
        label=label,
        unit=checked.one_of(f"{where}.unit", FigureUnit, table["unit"]),
        use=checked.one_of(f"{where}.use", Use, table["use"]),
        note=note,
        values=_values(f"{where}.values", table["values"], figure),
        **figure._asdict(),
    )


def _values(where: str, rows: Any, figure: _Figure) -> tuple[Dated, ...]:
    if not (isinstance(rows, list) and rows):
        raise ParameterError(f"{where}: at least one value is needed")
    values = tuple(_dated(f"{where}[{index}]", row, figure) for index, row in enumerate(rows))
    _in_order(where, values)
    for key in sorted(_OWN & rows[-1].keys()):
        raise ParameterError(f"{where}[{len(rows) - 1}].{key}: the latest value has that of the figure")
    return values


def _in_order(where: str, values: tuple[Dated, ...]) -> None:
    for index, (dated, following) in enumerate(pairwise(values), 1):
        if dated.undated or following.undated:
            raise ParameterError(f"{where}[{index}].undated: only a single value can do without a date")
        if (following.valid_from, following.known_on) <= (dated.valid_from, dated.known_on):
            raise ParameterError(f"{where}[{index}].valid_from: values must be sorted by date")
        if dated.valid_to is not None and following.valid_from <= dated.valid_to:
            raise ParameterError(f"{where}[{index}].valid_from: overlaps the value before it")


_OWN = {"source", "url", "origin"}
"""The keys that an older value may have to differ from its figure."""


def _dated(where: str, row: Any, figure: _Figure) -> Dated:
    undated = isinstance(row, Mapping) and "undated" in row
    first = {"undated"} if undated else {"valid_from"}
    checked.keys(where, row, required={"value", *first}, optional=set() if undated else {"valid_to", "known_on", *_OWN})
    if undated and row["undated"] is not True:
        raise ParameterError(f"{where}.undated: can only be true")
    start = figure.checked_on if undated else checked.day(f"{where}.valid_from", row["valid_from"])
    last = checked.day(f"{where}.valid_to", row["valid_to"]) if "valid_to" in row else None
    if last is not None and last < start:
        raise ParameterError(f"{where}.valid_to: lies before valid_from")
    known = FIRST_KNOWN if undated else _known_on(f"{where}.known_on", row, start, figure.checked_on)
    value = checked.decimal(f"{where}.value", row["value"])
    own = _own(where, row, figure)
    return Dated(start, known, value, last, undated, *own, figure.checked_on, figure.confidence)


def _known_on(where: str, row: Mapping[str, Any], start: date, checked_on: date) -> date:
    """The day on which a value was entered. Values that start after the first figures must say it."""
    if "known_on" not in row:
        if start > FIRST_KNOWN:
            raise ParameterError(f"{where}: missing, the day on which this value was entered")
        return FIRST_KNOWN
    known = checked.day(where, row["known_on"])
    if known > checked_on:
        raise ParameterError(f"{where}: lies after checked_on")
    return known


def _own(where: str, row: Mapping[str, Any], figure: _Figure) -> tuple[str, str, Origin]:
    """Source, address and origin of a value; its own source needs its own address, or the link would be wrong."""
    origin = checked.one_of(f"{where}.origin", Origin, row.get("origin", figure.origin))
    if not {"source", "url"} & row.keys():
        return figure.source, figure.url, origin
    checked.keys(where, row, required={"source", "url"}, optional=row.keys())
    return checked.text(f"{where}.source", row["source"]), _address(f"{where}.url", row["url"], origin), origin


def _address(where: str, value: Any, origin: Origin) -> str:
    """A web address; what was not read in the source itself may go without one."""
    return "" if value == "" and origin is not Origin.SOURCE else checked.url(where, value)


_ALL: Mapping[str, Parameter] = load(Path(__file__).parent)

NEWEST = max(figure.checked_on for figure in _ALL.values())
"""The newest day on which any figure was checked: what is known by default, the same in every browser and build."""
