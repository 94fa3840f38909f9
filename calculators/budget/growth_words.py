"""How wages and operating costs grow, in words: what the note of a table, a notice and the council's note say."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from calculators.budget.index_path import CAP_BEGINS, Step, held, path
from calculators.budget.inputs import Inputs
from calculators.budget.prices import BY_ANNIVERSARY, BY_INDEX
from calculators.budget.wage_growth import cap, limited, under_cap, yearly_gross
from calculators.core.numbers import format_euro, format_percent
from calculators.core.periods import end_after, format_date, format_day
from calculators.core.sentences import listed


def growth_moment(inputs: Inputs) -> str:
    """When costs that do not follow an index path grow."""
    return "op de verjaardag van de start" if inputs.groei_wijze == BY_ANNIVERSARY else "op 1 januari"


def growth_note(inputs: Inputs) -> str:
    """Which prices the amounts are in, and the growth that was reckoned with."""
    wages = format_percent(inputs.index_loon)
    costs = f"met {format_percent(inputs.index_werking)} per jaar"
    if inputs.groei_wijze == BY_INDEX:
        return (
            f"Je lonen gelden als lonen van {format_date(inputs.price_date)}. Ze volgen het indexpad: "
            f"{steps_text(inputs)}. {_after_the_path(inputs, wages)}{limited_text(inputs)}{_not_limited_text(inputs)} "
            f"Werkingskosten groeien {costs}, op 1 januari."
        )
    grown = f"Lonen groeien met {wages} en werkingskosten {costs}, telkens {growth_moment(inputs)}."
    if inputs.loon_prijs:
        own = f"Je lonen gelden als lonen van {format_date(inputs.loon_prijs)}, je andere bedragen"
        return f"{own} als prijzen van {first_prices(inputs)}. {grown}"
    return f"Je bedragen gelden als prijzen van {first_prices(inputs)}. {grown}"


def first_prices(inputs: Inputs) -> str:
    """The time whose prices amounts are in, when the reader gives no day."""
    start = inputs.startdatum
    by_anniversary = inputs.groei_wijze == BY_ANNIVERSARY
    return f"het eerste jaar, vanaf {format_date(start)}" if by_anniversary else f"{start.year}"


def _after_the_path(inputs: Inputs, rate: str) -> str:
    """What becomes of the yearly growth after the last step."""
    if moment := moment_after_path(inputs):
        return f"Na de laatste stap groeien ze met {rate} per jaar, telkens op {moment}."
    last = path(inputs)[-1].day
    return f"De groei van {rate} per jaar telt niet: die begint een jaar na de laatste stap, op {_first_grown(last)}."


def moment_after_path(inputs: Inputs) -> str:
    """The day on which wages grow each year after the last step of their path; empty if the term ends before."""
    last = path(inputs)[-1].day
    return format_day(last) if end_after(last, 12) < inputs.end else ""


def _first_grown(last: date) -> str:
    return format_date(end_after(last, 12))


def cap_text(inputs: Inputs) -> str:
    """Whether the cap counts along an index path, in a few words."""
    if not inputs.with_cap:
        return "zonder centenindex"
    under = [post for post in inputs.all_posts if under_cap(inputs, post)]
    unknown = without_monthly_wage(inputs)
    if not under:
        return "de centenindex geldt voor geen van deze stappen"
    if len(unknown) == len(under):
        return "zonder centenindex: het brutomaandloon is niet ingevuld"
    but = f", behalve bij {_posts(unknown)} (brutomaandloon niet ingevuld)" if unknown else ""
    return f"met centenindex op de eerste {cap_amount(inputs)} bruto per maand{but}"


def limited_text(inputs: Inputs) -> str:
    """That the cap takes something off, as a sentence with a space before it; empty if it does not."""
    numbers = [number for number, post in inputs.numbered_posts if limited(inputs, post)]
    if not numbers:
        return ""
    return (
        f" De centenindex begrenst het loon{of_posts(inputs, numbers, 'van')}: van een stap vanaf "
        f"{format_date(CAP_BEGINS)} telt alleen het deel op de eerste {cap_amount(inputs)} bruto per maand."
    )


def _not_limited_text(inputs: Inputs) -> str:
    if not (numbers := without_monthly_wage(inputs)):
        return ""
    return f" De centenindex telt niet mee{of_posts(inputs, numbers, 'bij')}: het brutomaandloon is niet ingevuld."


def without_monthly_wage(inputs: Inputs) -> list[int]:
    """The numbers of the posts that the cap would be for, if their gross monthly salary were known."""
    posts = inputs.numbered_posts
    return [number for number, post in posts if under_cap(inputs, post) and not yearly_gross(post)]


def cap_amount(inputs: Inputs) -> str:
    """Up to which part of a gross monthly salary a step counts, where the reader wants the cap."""
    return format_euro(cap(inputs) or Decimal(0), 0)


def of_posts(inputs: Inputs, numbers: Sequence[int], preposition: str) -> str:
    """Which posts are meant, with a space before it: ` bij post 1 en 3`; empty if there is but one."""
    return f" {preposition} {_posts(numbers)}" if inputs.posts > 1 else ""


def _posts(numbers: Sequence[int]) -> str:
    return f"post {listed([str(number) for number in numbers])}"


def steps_that_count(inputs: Inputs) -> tuple[Step, ...]:
    """The steps from the price date or the start on, whichever is the earlier, up to the end of the term.

    If the price date lies after the start, earlier wages are worked back from it along these steps.
    """
    return held(path(inputs), min(inputs.price_date, inputs.startdatum), inputs.end)


def steps_text(inputs: Inputs) -> str:
    """The steps that count, in words: `2,2080 vanaf 1 september 2026 (bekend)`."""
    return ", ".join(map(step_text, steps_that_count(inputs)))


def step_text(step: Step) -> str:
    """A step in words."""
    return f"{step.shown} vanaf {format_date(step.day)} ({step.origin})"
