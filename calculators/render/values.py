"""A value as readers see it and as programs read it."""

from datetime import date
from decimal import Decimal

from calculators.core import numbers
from calculators.core.periods import format_date
from calculators.core.results import Unit, Value
from calculators.render.html import Html, el


def format_result(value: Value, unit: Unit) -> str:
    """Write a value in Dutch notation."""
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
        case Unit.PERCENT:
            return numbers.format_percent(amount)
    places = None if amount == numbers.rounded(amount, 1) else 1
    return numbers.format_number(amount, places)


def machine(value: Value) -> str:
    """Write a value for programs: ISO dates, `.` as decimal sign, euro and other fractions rounded to the cent."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    return numbers.to_machine(numbers.rounded(Decimal(value), 2))


class UniqueKeys:
    """Gives each result's key to one element only, the first that shows it."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def output(self, key: str, value: Value, unit: Unit, words: str = "") -> Html:
        """Show a value, or the words for it; with `data-result` the first time its key comes along."""
        first = bool(key) and key not in self._given
        self._given.add(key)
        carried = {"data_result": key, "data_value": machine(value)} if first else {}
        return el("span", words or format_result(value, unit), class_="rh-waarde", **carried)
