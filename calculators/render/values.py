"""The values of results, written for readers and for programs."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from calculators.core import numbers
from calculators.core.periods import format_date
from calculators.core.results import Line, Unit, Value
from calculators.render.html import Child, Html, el


def format_result(value: Value, unit: Unit) -> str:
    """A value in Dutch notation, with its unit for euro and percent.

    Counts are whole; other numbers have at most one decimal.
    """
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, str):
        return value
    amount = Decimal(value)
    match unit:
        case Unit.EURO:
            return numbers.format_euro(amount)
        case Unit.WHOLE_EURO:
            return numbers.format_euro(amount, 0)
        case Unit.DIFFERENCE:
            return numbers.format_difference(amount)
        case Unit.PERCENT:
            return numbers.format_percent(amount)
        case Unit.COUNT:
            return numbers.format_number(numbers.rounded(amount, 6) // 1, 0)
    places = None if amount == numbers.rounded(amount, 1) else 1
    return numbers.format_number(amount, places)


def in_words(line: Line) -> str:
    """The value of a line as readers see it: its words, or the value in Dutch notation with its unit."""
    return line.words or format_result(line.value, line.unit)


def machine(value: Value) -> str:
    """A value for programs: an ISO date, or a number with a decimal point, rounded to two decimals."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    return numbers.to_machine(numbers.rounded(Decimal(value), 2))


class UniqueKeys:
    """Gives the key of a value to the first element that shows it only, so that keys stay unique.

    `steps` are the keys of the steps of the calculation, which an amount leads to.
    """

    def __init__(self, steps: Iterable[str] = ()) -> None:
        self._given: set[str] = set()
        self._steps = frozenset(steps)

    def explained(self, key: str, shown: Child) -> Child:
        """What is shown, as a link to the step with this key if there is one: how it came about."""
        return el("a", shown, href=f"#stap-{key}") if key in self._steps else shown

    def first(self, key: str) -> str | None:
        """The key, for the first element that has it; none for any other, and without a key."""
        if not key or key in self._given:
            return None
        self._given.add(key)
        return key

    def attributes(self, key: str, value: Value) -> dict[str, str]:
        """For the first element with a `key`: that as `data-result`, and the value for programs as `data-value`."""
        given = self.first(key)
        return {"data_result": given, "data_value": machine(value)} if given else {}

    def output(self, key: str, value: Value, unit: Unit, words: str = "") -> Html:
        """An element with `words` or else the value in Dutch notation."""
        return el("span", words or format_result(value, unit), **self.attributes(key, value))
