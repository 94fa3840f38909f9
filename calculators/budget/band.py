"""The band around the total: what it is when all that is uncertain is at its lowest, and at its highest.

How far an amount may be off is an assumption of ours, in dated figures, that the reader may replace. It is wider while
the amount is still our example, so the band narrows as examples are replaced.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction

from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger, Variation, varied
from calculators.budget.operating import EXAMPLES
from calculators.budget.posts import BUILT, Post
from calculators.core.fields import fields_of
from calculators.core.numbers import format_number, format_percent
from calculators.core.parameters import Dated
from calculators.core.results import Cell, Row, Table, Trace, Unit

EXPECTED = "Zoals ingevuld"
_SIDES = (("laag", "Laagste raming", -1), ("hoog", "Hoogste raming", 1))


class Margin(Enum):
    """Whose margin it is: our assumption (for an example, for the reader's own amount, for growth) or the reader's."""

    EXAMPLE = auto()
    OWN_AMOUNT = auto()
    ASSUMED = auto()
    OWN = auto()


@dataclass(frozen=True, slots=True)
class Voice:
    """The words that explain a band: how it is worked out, whose each margin is, and that examples widen it."""

    start: str
    margins: Mapping[Margin, str]
    examples: str


TO_THE_READER = Voice(
    "We rekenen alles tegelijk lager of hoger.",
    {
        Margin.EXAMPLE: "aanname, bij ons voorbeeld",
        Margin.OWN_AMOUNT: "aanname, bij je eigen cijfer",
        Margin.ASSUMED: "aanname",
        Margin.OWN: "jouw marge",
    },
    "Vervang je onze voorbeelden door je eigen cijfers, dan wordt de band smaller.",
)


@dataclass(frozen=True, slots=True)
class Width:
    """By how much something may be lower or higher, in percent (growth: in points), and whose margin that is."""

    size: Decimal
    margin: Margin
    figure: Dated | None = None


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of a budget: of each post, of operating costs and of growth."""

    posts: tuple[Width, ...]
    costs: Width
    growth: Width


def widths(inputs: Inputs) -> Widths:
    """How far each may be off: as the reader says or, without that, our assumption."""
    wages = [
        ("uncertain_example_wage", Margin.EXAMPLE)
        if _is_example(inputs, post)
        else ("uncertain_own_wage", Margin.OWN_AMOUNT)
        for post in inputs.all_posts
    ]
    posts = tuple(_width(inputs, inputs.onzeker_loon, *one) for one in wages)
    untouched = inputs.undivided and inputs.werkingskosten == sum(EXAMPLES.values())
    kind = ("uncertain_example_costs", Margin.EXAMPLE) if untouched else ("uncertain_own_costs", Margin.OWN_AMOUNT)
    costs = _width(inputs, inputs.onzeker_werking, *kind)
    return Widths(posts, costs, _width(inputs, inputs.onzeker_groei, "uncertain_growth", Margin.ASSUMED))


def _width(inputs: Inputs, own: Decimal | None, figure: str, margin: Margin) -> Width:
    if own is not None:
        return Width(own, Margin.OWN)
    dated = inputs.figure(figure, inputs.cijfers_van)
    return Width(dated.value, margin, dated)


def _is_example(inputs: Inputs, post: Post) -> bool:
    """Whether a wage still is our example, or is built up from the salary that we prefill."""
    if post.loonbasis == BUILT:
        return post.own_scale is None and bool(inputs.cited(post.jaarsalaris, "sal_b1_step6_100"))
    return bool(post.jaarloonkost == fields_of(Post)["jaarloonkost"].default)


def band(inputs: Inputs, ledger: Ledger, trace: Trace) -> Table | None:
    """The lowest total, the total, and the highest one; nothing when nothing may be off."""
    found = widths(inputs)
    different = dict.fromkeys((*found.posts, found.costs, found.growth))
    if not any(one.size for one in different):
        return None
    used = [one.figure for one in different if one.figure]
    total = ledger.total()
    rows = [Row(EXPECTED, (Cell(total), Cell(Decimal(0), Unit.DIFFERENCE)), key="verwacht", step="totaal")]
    for place, (key, label, sign) in zip((0, 2), _SIDES, strict=True):
        amount, growth = _furthest(inputs, ledger, found, sign)
        trace.euro(f"totaal_{key}", f"Totale kost, {label.lower()}", amount, _formula(found, sign, growth), *used)
        rows.insert(
            place, Row(label, (Cell(amount, key=f"totaal_{key}"), Cell(amount - total, Unit.DIFFERENCE)), key=key)
        )
    columns = ("Raming", "Totale kost", "Verschil")
    return Table("bandbreedte", "Tussen welke bedragen ligt de kost?", columns, tuple(rows), explained(found))


def _furthest(inputs: Inputs, ledger: Ledger, found: Widths, sign: int) -> tuple[Decimal, Decimal]:
    """The lowest total (`sign` -1) or the highest (1), and the growth in points that gives it.

    If the price date lies after the start, faster growth makes earlier wages lower: slower, equal and faster growth are
    all tried then.
    """
    lines = _lines(ledger, found, sign)
    growths = {found.growth.size * sign}
    if inputs.price_date > inputs.startdatum:
        growths |= {Decimal(0), -found.growth.size * sign}
    totals = [(varied(inputs, ledger, Variation(growth, lines=lines)).whole, growth) for growth in sorted(growths)]
    return max(totals, key=lambda one: one[0] * sign)


def _lines(ledger: Ledger, found: Widths, sign: int) -> Mapping[str, Fraction]:
    """By what each line of the ledger is multiplied."""
    posts = {staff.cost.line: _times(width, sign) for staff, width in zip(ledger.staff, found.posts, strict=True)}
    return posts | dict.fromkeys((one.line for one in ledger.categories), _times(found.costs, sign))


def _times(width: Width, sign: int) -> Fraction:
    return Fraction(1 + width.size * sign / 100)


def _formula(found: Widths, sign: int, growth: Decimal) -> str:
    mark = "+" if sign > 0 else "−"
    way = "+" if growth > 0 or (not growth and sign > 0) else "−"
    wages = " of ".join(dict.fromkeys(f"{mark} {format_percent(one.size)}" for one in found.posts))
    costs = f"{mark} {format_percent(found.costs.size)}"
    return f"loonkost {wages}, werkingskosten {costs}, groei {way} {format_number(abs(growth))} punt"


def explained(found: Widths, voice: Voice = TO_THE_READER) -> str:
    """What each width is and why, and what examples do to the band as long as one of ours counts."""
    said = voice.margins
    wages = " of ".join(dict.fromkeys(f"{format_percent(one.size)} ({said[one.margin]})" for one in found.posts))
    costs, growth = found.costs, found.growth
    examples = any(one.margin is Margin.EXAMPLE for one in (*found.posts, costs))
    return (
        f"{voice.start} Loonkost: {wages}. Werkingskosten: {format_percent(costs.size)} ({said[costs.margin]}). "
        f"Groei: {format_number(growth.size)} punt per jaar ({said[growth.margin]})."
        f"{f' {voice.examples}' if examples else ''}"
    )
