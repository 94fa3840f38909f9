"""Inputs that start from a dated figure, and the figures that a calculation uses for its dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Unpack

from calculators.core import parameters
from calculators.core.fields import Field, FormInputs, Options, fields_of
from calculators.core.parameters import Dated, Parameter

DAY_OF_FIGURES = "cijfers_van"
"""The name under which a plan may keep, as an ISO date, the day on which its figures were known."""


@dataclass(frozen=True, kw_only=True)
class DatedInputs(FormInputs):
    """Inputs that look up figures. `cijfers_van`, the day on which the figures were known, is not a form control."""

    cijfers_van: date = parameters.NEWEST

    @property
    def about(self) -> date:
        """The day that a calculation is about; calculators without a start date use the day of the figures."""
        return self.cijfers_van

    def figure(self, name: str, day: date | None = None) -> Dated:
        """The value of a figure on `day` or, by default, on the day that these inputs are about.

        Raises `ParameterError` for a figure that does not exist.
        """
        return _at(parameters.get(name), day or self.about, self.cijfers_van)

    def cited(self, value: Decimal | int | str, name: str) -> tuple[Dated, ...]:
        """The figure that prefilled an input, in a tuple; empty if the reader changed the value."""
        prefilled_with = self.figure(name, self.cijfers_van)
        return (prefilled_with,) if Decimal(value) == prefilled_with.value else ()


@lru_cache(maxsize=1024)
def _at(figure: Parameter, day: date, known: date) -> Dated:
    """As `Parameter.at`; a budget asks for the same few a hundred times."""
    return figure.at(day, known)


def prefilled(maker: Callable[..., Any], label: str, figure: str, **rest: Unpack[Options]) -> Any:
    """Declare an input that starts from a figure: its default, source and mark as an assumption are the figure's.

    `maker` is a function of `fields`, such as `money_field`. Raises `ParameterError` if the figure may not prefill.
    """
    parameter = parameters.get(figure)
    assumed = parameter.current.origin is parameters.Origin.ASSUMPTION
    return maker(label, parameter.default(), source=figure, prefilled=True, assumption=assumed, **rest)


def defaults(declarations: Mapping[str, Field], known: date) -> dict[str, Decimal]:
    """The default of each prefilled input, by name, as its figure was on the day `known`; 0 before the input came."""
    sources = {name: field for name, field in declarations.items() if field.prefilled}
    return {
        name: Decimal(0) if field.since and known < field.since else parameters.get(field.source).default(known)
        for name, field in sources.items()
    }


def known_on(raw: Mapping[str, str]) -> date:
    """The day on which the figures of a stored plan were known.

    Without a day that can be read, and for a plan from a newer version of the guide, that is the newest in the data.
    """
    try:
        return min(date.fromisoformat(raw[DAY_OF_FIGURES]), parameters.NEWEST)
    except (KeyError, TypeError, ValueError):
        return parameters.NEWEST


def own_values(inputs: type[DatedInputs], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that `inputs` declare, and the day on which their figures were known; others are left out."""
    names = (*fields_of(inputs), DAY_OF_FIGURES)  # type: ignore[arg-type]  # as in `FormInputs`
    return {name: values[name] for name in names if name in values}
