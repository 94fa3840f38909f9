"""The yearly upkeep: when figures and sources were last checked, and which are due."""

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
"""How long a check is valid. On the day after, a test fails and names the figure."""


def onderhoud() -> str:
    """List every figure with the last day on which its check is valid, those that are due first."""
    return prose(*listed(parameters.all_(), building_day()))


def building_day() -> date:
    """The day of this build: SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else today, in UTC."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)).date()


def due(checked_on: date) -> date:
    """The last day on which a check is still valid."""
    return checked_on + YEAR


def listed(figures: Iterable[Parameter], today: date) -> tuple[Html, ...]:
    """A sentence that counts what is due on a day, and the table of figures."""
    ordered = sorted(figures, key=lambda figure: figure.checked_on)
    late = [figure for figure in ordered if due(figure.checked_on) < today]
    sources = content.sources()
    old = sum(due(source.checked_on) < today for source in sources)
    state = (
        f"Aan een nieuwe controle toe op {format_date(today)}: {len(late)} van de {len(ordered)} cijfers "
        f"en {old} van de {len(sources)} bronnen."
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
