"""The yearly upkeep: which figures and sources were checked when, and which are due."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from calculators.core import content, parameters
from calculators.core.parameters import Parameter
from calculators.core.periods import format_date
from calculators.render.html import Html, el
from macros.searchable_html import prose
from macros.tables import table

YEAR = timedelta(days=366)
"""How long a check holds. The tests fail on the day after, and name the figure."""


def onderhoud() -> str:
    """List every figure by the day before which it must be checked anew, those that are due first."""
    return prose(*listed(parameters.all_(), building_day()))


def building_day() -> date:
    """The day of this build: SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else today, in UTC."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)).date()


def due(checked_on: date) -> date:
    """The last day on which a check still holds."""
    return checked_on + YEAR


def listed(figures: Iterable[Parameter], today: date) -> tuple[Html, ...]:
    """A sentence with the state of things, and the table."""
    ordered = sorted(figures, key=lambda figure: figure.checked_on)
    late = [figure for figure in ordered if due(figure.checked_on) < today]
    sources = content.sources()
    old = sum(due(source.checked_on) < today for source in sources)
    state = (
        f"Aan een nieuwe controle toe op {format_date(today)}: {len(late)} van de {len(ordered)} cijfers "
        f"en {old} van de "
        f"{len(sources)} bronnen."
    )
    rows = [
        (
            (figure.label, " ", el("small", figure.source)),
            format_date(figure.checked_on),
            (
                el("strong", "Nu nakijken.")
                if figure in late
                else f"Ten laatste op {format_date(due(figure.checked_on))}"
            ),
        )
        for figure in ordered
    ]
    columns = ("Cijfer", "Nagekeken op", "Opnieuw nakijken")
    return (el("p", state), table("Wanneer elk cijfer opnieuw nagekeken wordt", columns, rows, "cijfers"))
