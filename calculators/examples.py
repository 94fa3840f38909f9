"""Worked examples that a reader can load into a form with one click.

A value that starts with `=` copies the value of another control, so that an example can build on the reader's own
figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.budget.posts import Post
from calculators.core.fields import fields_of


@dataclass(frozen=True, slots=True)
class Example:
    """Values, as typed, for some controls of a calculator's form; the other controls keep theirs."""

    calculator: str
    name: str
    values: Mapping[str, str]


_SECOND_LIKE_FIRST = {f"{name}_2": f"={name}" for name in fields_of(Post) if name not in ("profiel", "fte")}
"""A second post with the wage and the dates of the first."""

EXAMPLES = (
    Example("budget", "Eén voltijdse", {"posts": "1", "fte": "100"}),
    Example(
        "budget",
        "Twee halftijdsen",
        {"posts": "2", "fte": "50", "fte_2": "50", **_SECOND_LIKE_FIRST},
    ),
    Example(
        "budget",
        "80\u00a0% vanaf 1 maart 2027, met €\u00a020.000 subsidie",
        {"posts": "1", "fte": "80", "startdatum": "2027-03-01", "looptijd_jaren": "3", "subsidie": "20.000"},
    ),
    Example(
        "looptijd",
        "Drie jaar vanaf 1 maart 2027",
        {"contract": "bepaald", "startdatum": "2027-03-01", "looptijd_jaren": "3"},
    ),
    Example("looptijd", "Onbepaalde duur", {"contract": "onbepaald"}),
    Example("trajecten", "Eén voltijdse", {"fte": "100"}),
    Example("trajecten", "Halftijds, met 25 vrije plaatsen", {"fte": "50", "vrije_plaatsen": "25"}),
)
"""Every example, by calculator, in the order shown."""
