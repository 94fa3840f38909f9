"""Salaries that are probably a slip: what was typed counts all the same, and the reader is told."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from calculators.budget.inputs import Inputs, suffixed
from calculators.budget.posts import BUILT, Post
from calculators.core.numbers import format_euro, format_percent
from calculators.core.results import Notice, Severity

type Step = tuple[int, Decimal]
"""A step of a scale with its yearly salary at 100 %, in euro."""


def salary_notices(inputs: Inputs) -> Iterator[Notice]:
    """What is doubtful about the salaries at 100 % of each post: too low, too high, falling or rising too fast.

    The bounds are ours, and dated figures. Of each kind only the first is named.
    """
    for number, post in inputs.numbered_posts:
        which = f"Post {number}: " if inputs.posts > 1 else ""
        if text := _beside(post):
            key, about = (suffixed(name, number) for name in ("schaal_begin", "schaal_trap"))
            yield Notice(key, Severity.WARNING, which + text, about=about)
        source = suffixed("schaal" if post.own_scale else "jaarsalaris", number)
        for key, text, *names in (*_levels(inputs, post), *_steps(inputs, post)):
            figures = tuple(map(inputs.figure, names))
            yield Notice(suffixed(key, number), Severity.WARNING, which + text, (), figures, about=source)


def _beside(post: Post) -> str:
    """That the wage begins at a step below or above those of the scale, and what counts instead."""
    scale, step = post.own_scale, post.schaal_trap
    if scale is None or scale.lowest <= step <= scale.highest:
        return ""
    if step > scale.highest:
        ends, counts, more = f"stopt bij trap {scale.highest}", f"Nu telt trap {scale.highest}", "hogere"
    else:
        ends, counts, more = f"begint bij trap {scale.lowest}", f"Tot dan telt trap {scale.lowest}", "lagere"
    return (
        f"Trap {step} staat niet in je loonschaal, die {ends}. {counts}, zonder stijging. Kijk de trap bij het begin "
        f"na, of plak ook de {more} trappen."
    )


def _levels(inputs: Inputs, post: Post) -> Iterator[tuple[str, str, str]]:
    """A salary of a built-up wage that is too low for a year, or that looks as if it were indexed already."""
    if post.loonbasis != BUILT:
        return
    amounts = [salary for _, salary in _column(post)] or [post.jaarsalaris]
    low, high = inputs.figure("salary_low_100").value, inputs.figure("salary_high_100").value
    if too_low := [amount for amount in amounts if 0 < amount < low]:
        text = (
            f"{format_euro(too_low[0])} is weinig voor een jaarsalaris aan 100\u00a0%: we verwachten minstens "
            f"{format_euro(low, 0)} (aanname). Is het een maandloon? Vul dan het bedrag van een jaar in."
        )
        yield "salaris_laag", text, "salary_low_100"
    if post.index_coefficient > 1 and (too_high := [amount for amount in amounts if amount > high]):
        text = (
            f"{format_euro(too_high[0])} is veel voor een jaarsalaris aan 100\u00a0%: alleen de hoogste schalen van "
            f"niveau A komen boven {format_euro(high, 0)} (aanname). Is het al geïndexeerd? Vul dan het bedrag aan "
            "100\u00a0% in, of zet de indexcoëfficiënt op 1."
        )
        yield "salaris_hoog", text, "salary_high_100"


def _steps(inputs: Inputs, post: Post) -> Iterator[tuple[str, str] | tuple[str, str, str]]:
    """A step of a scale with less than the one before, or with so much more that it may be a slip."""
    most = inputs.figure("scale_step_most").value
    pairs = list(pairwise(_column(post)))
    if falls := [pair for pair in pairs if pair[1][1] < pair[0][1]]:
        yield "schaal_daalt", f"Je loonschaal daalt van {_told(*falls[0])}. Kijk die bedragen na."
    if leaps := [pair for pair in pairs if _leaps(*pair, most)]:
        text = (
            f"Je loonschaal stijgt van {_told(*leaps[0])}. Dat is meer dan {format_percent(most)} per trap (aanname). "
            "Kijk die bedragen na."
        )
        yield "schaal_springt", text, "scale_step_most"


def _column(post: Post) -> Sequence[Step]:
    """The steps of the reader's own scale, in the column that counts; none without one."""
    return post.own_scale.column(post.schaal_kolom) if post.own_scale else ()


def _leaps(before: Step, now: Step, most: Decimal) -> bool:
    """Whether a salary rises by more than `most` percent for each step that lies between them."""
    return now[1] > before[1] * (1 + most * (now[0] - before[0]) / 100)


def _told(before: Step, now: Step) -> str:
    return f"{format_euro(before[1])} (trap {before[0]}) naar {format_euro(now[1])} (trap {now[0]})"
