"""How long a check of a figure, a rule or a source is valid."""

from datetime import date, timedelta

YEAR = timedelta(days=366)
"""A year and a day of grace: on the day after, a test fails and names what is due."""


def due(checked_on: date) -> date:
    """The last day on which a check is still valid."""
    return checked_on + YEAR
