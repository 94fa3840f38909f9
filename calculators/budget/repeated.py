"""Inputs that a form repeats: the first subsidy, the second subsidy, as many as the reader says there are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from calculators.core.fields import Field, FormInputs, InputErrors, fields_of


def numbered(name: str, number: int) -> str:
    """The name of an input of the nth one: `subsidie_bedrag_2`."""
    return f"{name}_{number}"


def read_one[T: FormInputs](form: type[T], values: Mapping[str, Any], control: Callable[[str], str]) -> T:
    """A form within the form, from values by the name of the form's control; `control` gives that for an input.

    Raises `InputErrors` with the names of the controls.
    """
    names = fields_of(form)  # type: ignore[arg-type]  # as in core.fields
    given = {name: values[control(name)] for name in names if control(name) in values}
    try:
        return form(**given)
    except InputErrors as error:
        raise InputErrors({control(name): text for name, text in error.messages.items()}) from error


@dataclass(frozen=True, slots=True)
class Repeated[T: FormInputs]:
    """A form within the form: `count` names the input that says how many there are, `most` is how many there may be.

    `card` is the Dutch heading of each, before its number.
    """

    form: type[T]
    count: str
    most: int
    card: str

    def declared(self) -> dict[str, Field]:
        """The inputs of all, by the name of the form control; those beyond the number asked are not shown."""
        found: dict[str, Field] = {}
        for number in range(1, self.most + 1):
            asked = self.count, tuple(str(count) for count in range(number, self.most + 1))
            for name, field in fields_of(self.form).items():  # type: ignore[arg-type]  # as in core.fields
                shown_if = (numbered(field.shown_if[0], number), field.shown_if[1]) if field.shown_if else asked
                found[numbered(name, number)] = replace(field, shown_if=shown_if, card=f"{self.card} {number}")
        return found

    def read(self, values: Mapping[str, Any]) -> tuple[T, ...]:
        """All of them, from values by name. Raises `InputErrors` with the names of the form controls."""
        numbers = range(1, values.get(self.count, 0) + 1)
        return tuple(read_one(self.form, values, partial(numbered, number=number)) for number in numbers)

    def called(self, names: Iterable[str | None]) -> tuple[str, ...]:
        """What each is called: as the reader says or, without a name, by number."""
        return tuple((name or "").strip() or f"{self.card} {number}" for number, name in enumerate(names, start=1))

    def counted(self, given: tuple[T, ...], count: int) -> tuple[T, ...]:
        """As many as the count says; one that was not given has the defaults."""
        return (*given, *(self.form() for _ in range(count - len(given))))[:count]
