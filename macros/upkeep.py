"""The yearly upkeep: when figures, rules and sources were last checked, and which are due."""

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from calculators.core import content, parameters
from calculators.core.content import Rule
from calculators.core.numbers import format_exact
from calculators.core.parameters import Dated, Parameter
from calculators.core.periods import format_date
from calculators.core.sentences import counted
from calculators.render.html import Child, Html, el
from macros.rules import source_of
from macros.searchable_html import prose
from macros.tables import table
from tools.due import due


class Checked(Protocol):
    """What is checked once a year: a figure, a rule or a source."""

    @property
    def checked_on(self) -> date:
        """The day of the last check."""


def onderhoud() -> str:
    """List every figure and every rule with the last day on which its check is valid, those that are due first."""
    return prose(*listed(parameters.all_(), content.rules(), building_day()))


def building_day() -> date:
    """The day of this build: SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else today, in UTC."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)).date()


def listed(figures: Sequence[Parameter], rules: Sequence[Rule], today: date) -> tuple[Html, ...]:
    """A sentence that counts what is due on a day, the table of figures and that of rules."""
    sources = content.sources()
    state = (
        f"Aan een nieuwe controle toe op {format_date(today)}: {_late(figures, today)} van de {len(figures)} cijfers, "
        f"{_late(rules, today)} van de {len(rules)} regels en {_late(sources, today)} van de {len(sources)} bronnen."
    )
    figure_rows = [
        _row((figure.label, " ", el("small", figure.source, data_cijfer=figure.id)), figure, today)
        for figure in _by_day(figures)
    ]
    rule_rows = [_row((rule.subject, ": ", rule.text, " ", source_of(rule)), rule, today) for rule in _by_day(rules)]
    return (
        el("p", state),
        table("Wanneer elk cijfer opnieuw nagekeken wordt", ("Cijfer", *_DAYS), figure_rows, "cijfers"),
        table("Wanneer elke regel opnieuw nagekeken wordt", ("Regel", *_DAYS), rule_rows, "cijfers"),
    )


def cijfers_gewijzigd() -> str:
    """List, by the day on which we knew it, every figure that came after the first, or got another value."""
    days: dict[date, list[Html]] = {}
    for figure in parameters.all_():
        first = min(dated.known_on for dated in figure.values)
        for dated in figure.values:
            if dated.known_on > parameters.FIRST_KNOWN:
                before = (
                    figure.at(dated.valid_from, dated.known_on - timedelta(days=1)) if dated.known_on > first else None
                )
                days.setdefault(dated.known_on, []).append(_change(figure, before, dated))
    return prose(
        *(
            el(
                "details",
                el("summary", f"{format_date(day)}: {counted(len(changes), 'cijfer', 'cijfers')}"),
                el("ul", changes),
            )
            for day, changes in sorted(days.items(), reverse=True)
        )
    )


def _change(figure: Parameter, before: Dated | None, dated: Dated) -> Html:
    """What became of a figure: new, or another value from a day, beside what we counted for that day before."""
    value, since = format_exact(dated.value), f"vanaf {format_date(dated.valid_from)}"
    was = f"{format_exact(before.value)} → {value}" if before else f"nieuw, {value}"
    unit = figure.unit.shown.replace(" ", "\u00a0")
    words = f"{figure.label}: {was}\u00a0{unit}, {since} "
    return el("li", words, el("small", dated.source, data_cijfer=figure.id))


_DAYS = ("Nagekeken op", "Opnieuw nakijken")


def _by_day[T: Checked](those: Iterable[T]) -> list[T]:
    return sorted(those, key=lambda checked: checked.checked_on)


def _late(those: Iterable[Checked], today: date) -> int:
    return sum(due(checked.checked_on) < today for checked in those)


def _row(what: Child, checked: Checked, today: date) -> tuple[Child, ...]:
    last = due(checked.checked_on)
    again = el("strong", "Nu nakijken.") if last < today else f"Ten laatste op {format_date(last)}"
    return (what, format_date(checked.checked_on), again)
