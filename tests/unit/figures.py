"""Figures that are not in the data, to calculate with in a test."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from calculators.core import parameters
from calculators.core.parameters import Parameter, get

PRICE_HEAD = """
[prijs]
label = "Prijs"
unit = "euro"
use = "default"
confidence = "hoog"
origin = "bron"
source = "Een bron"
url = "https://voorbeeld.be/"
"""
"""How a figure that does not exist begins in a file of figures; when it was checked and its values come after it."""


def added(name: str, valid_from: date, known_on: date, value: Decimal) -> Parameter:
    """A figure with one value more, in its place by date."""
    figure = get(name)
    row = dataclasses.replace(
        figure.values[-1], valid_from=valid_from, known_on=known_on, value=value, source="Nieuwe bron"
    )
    return dataclasses.replace(figure, values=tuple(sorted((*figure.values, row), key=lambda one: one.valid_from)))


def changed_in(patch: pytest.MonkeyPatch, *figures: Parameter) -> None:
    """Calculate with these figures instead of those in the data."""
    patch.setattr(parameters, "_ALL", {figure.id: figure for figure in (*parameters.all_(), *figures)})
