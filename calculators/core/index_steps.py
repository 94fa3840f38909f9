"""Steps of the index as a reader types them: on each line a day, and the coefficient from that day on."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import dropwhile, pairwise

from calculators.core import numbers, pasted
from calculators.core.periods import ImpossibleDay, parse_date
from calculators.core.typed import Misread, visible

MOST = 30
LOWEST, HIGHEST = Decimal(1), Decimal(10)
"""The bounds of a coefficient."""
EARLIEST, LATEST = 1990, 2099
"""The years in which a step can fall."""

_LINE = re.compile(r"(.*[^\s;:=])[\s;:=]+([0-9][0-9.,]*)")
_EXAMPLE = "Schrijf op elke regel een datum en een coëfficiënt, bijvoorbeeld: 1-3-2027 2,2522."


@dataclass(frozen=True, slots=True)
class IndexSteps:
    """Coefficients by the day from which they hold, the earliest first."""

    steps: tuple[tuple[date, Decimal], ...]

    def text(self) -> str:
        """The steps as text that `read` reads."""
        return "\n".join(f"{day.day}-{day.month}-{day.year} {_shown(value)}" for day, value in self.steps)


def read(text: str) -> IndexSteps:
    """Read typed steps, below headings if there are any: lines without a digit.

    Raises `Misread` with what is wrong and in which line.
    """
    typed = [visible(line) for line in pasted.rows(text)]
    lines = list(dropwhile(_is_heading, typed)) or typed
    if not lines:
        raise Misread(_EXAMPLE)
    if len(lines) > MOST:
        raise Misread(f"Hier passen hoogstens {MOST} stappen.")
    first = len(typed) - len(lines) + 1
    steps = [_step(number, line) for number, line in enumerate(lines, start=first)]
    for number, (before, (day, _)) in enumerate(pairwise(steps), start=first + 1):
        if day <= before[0]:
            raise Misread(f"Regel {number}: zet de datums van vroeg naar laat, elke datum één keer.")
    return IndexSteps(tuple(steps))


def _is_heading(line: str) -> bool:
    return not any(character.isdecimal() for character in line)


def _step(number: int, line: str) -> tuple[date, Decimal]:
    match = _LINE.fullmatch(line)
    if not match:
        raise Misread(f"Regel {number}: “{line[:30]}” kunnen we niet lezen. {_EXAMPLE}")
    try:
        day = parse_date(match[1])
    except ImpossibleDay as error:
        likely = error.meant and EARLIEST <= error.meant.year <= LATEST
        raise Misread(f"Regel {number}: {error if likely else error.advice}") from error
    except ValueError as error:
        raise Misread(f"Regel {number}: “{match[1][:20]}” is geen datum. {_EXAMPLE}") from error
    if not EARLIEST <= day.year <= LATEST:
        raise Misread(f"Regel {number}: een stap valt tussen {EARLIEST} en {LATEST}.")
    return day, _coefficient(number, match[2])


def _coefficient(number: int, text: str) -> Decimal:
    """`2,208` may be grouped thousands elsewhere; here only the meaning within bounds is possible."""
    try:
        meanings = numbers.read(text).meanings
    except ValueError as error:
        raise Misread(f"Regel {number}: “{text[:20]}” is geen coëfficiënt. {_EXAMPLE}") from error
    for meaning in meanings:
        if LOWEST <= meaning <= HIGHEST:
            return meaning
    raise Misread(f"Regel {number}: een coëfficiënt ligt tussen {LOWEST} en {HIGHEST}.")


def _shown(value: Decimal) -> str:
    """At least four decimals, as coefficients are printed; so it has one meaning only."""
    return numbers.format_exact(value, 4) if value != value.to_integral_value() else f"{value:.0f},0000"
