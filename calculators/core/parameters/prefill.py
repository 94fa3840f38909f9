"""Inputs that start from a dated figure, and the figures for a calculation: by the days they are about and known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Unpack

from calculators.core import parameters
from calculators.core.fields import Field, FormInputs, Options, fields_of
from calculators.core.parameters import Dated

KNOWN = "cijfers_van"
"""The name under which a plan may keep, as an ISO date, the day on which its figures were known."""


@dataclass(frozen=True, kw_only=True)
class DatedInputs(FormInputs):
    """Inputs that ask for figures. `cijfers_van` is no control of a form: the day on which the figures were known."""

    cijfers_van: date = parameters.NEWEST

    @property
    def about(self) -> date:
        """The day that a calculation is about: where nothing gives one, the day on which the figures were known."""
        return self.cijfers_van

    def figure(self, name: str, day: date | None = None) -> Dated:
        """The value of a figure for these inputs, on `day` or else on the day they are about.

        Raises `ParameterError` for a figure that does not exist.
        """
        return parameters.get(name).at(day or self.about, self.cijfers_van)

    def cited(self, value: Decimal | int | str, name: str) -> tuple[Dated, ...]:
        """The figure behind an input, unless the reader has put another value than the prefilled one in its place."""
        prefilled_with = self.figure(name, self.cijfers_van)
        return (prefilled_with,) if Decimal(value) == prefilled_with.value else ()


def prefilled(maker: Callable[..., Any], label: str, figure: str, **rest: Unpack[Options]) -> Any:
    """Declare an input by `maker` (of `fields`) that starts from a figure, with its value, source and "aanname".

    Raises `ParameterError` when the figure may not be prefilled.
    """
    parameter = parameters.get(figure)
    assumed = parameter.current.origin is parameters.Origin.ASSUMPTION
    return maker(label, parameter.default(), source=figure, prefilled=True, assumption=assumed, **rest)


def defaults(declarations: Mapping[str, Field], known: date) -> dict[str, Decimal]:
    """What each input that starts from a figure would start from on the day `known`, by name."""
    prefilled_ones = {name: spec for name, spec in declarations.items() if spec.prefilled}
    return {
        name: Decimal(0) if spec.since and known < spec.since else parameters.get(spec.source).default(known)
        for name, spec in prefilled_ones.items()
    }


def known_on(raw: Mapping[str, str]) -> date:
    """The day on which the figures of a stored plan were known.

    A plan that names none, or none that can be read, has the newest day in the data; so has one from a newer guide.
    """
    try:
        return min(date.fromisoformat(raw[KNOWN]), parameters.NEWEST)
    except (KeyError, TypeError, ValueError):
        return parameters.NEWEST


def own_values(inputs: type[DatedInputs], values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values by name that these inputs declare, and the day on which their figures were known."""
    names = (*fields_of(inputs), KNOWN)  # type: ignore[arg-type]  # as in `Declared`
    return {name: values[name] for name in names if name in values}
