"""Inputs whose default is a dated figure: value, source and the label "aanname" come from the figure itself."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from calculators.core import parameters


def prefilled(maker: Callable[..., Any], label: str, figure: str, **rest: Any) -> Any:
    """Declare an input by `maker` (of `fields`) that starts from a figure.

    Raises `ParameterError` when the figure may not be prefilled.
    """
    parameter = parameters.get(figure)
    assumed = parameter.origin is parameters.Origin.ASSUMPTION
    return maker(label, parameter.default, source=figure, assumption=assumed, **rest)


def cited(value: Decimal | int | str, figure: str) -> tuple[str, ...]:
    """Name the figure behind an input, unless the reader has put another value in its place."""
    return (figure,) if Decimal(value) == parameters.get(figure).latest else ()
