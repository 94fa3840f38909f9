"""How wages and operating costs grow, in words: what the note of a table, a notice and the council's note say."""

from datetime import date

from calculators.budget.index_path import Step, held, path
from calculators.budget.inputs import Inputs
from calculators.budget.prices import BY_ANNIVERSARY, BY_INDEX
from calculators.core.numbers import format_percent
from calculators.core.periods import end_after, format_date, format_day


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
            f"{steps_text(inputs)}. {_after_the_path(inputs, wages)} Werkingskosten groeien {costs}, op 1 januari."
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


def steps_that_count(inputs: Inputs) -> tuple[Step, ...]:
    """The steps from the price date or the start on, whichever is the earlier, up to the end of the term.

    A wage of after the start is divided by the step of its own day, and multiplied by those of the days before.
    """
    return held(path(inputs), min(inputs.price_date, inputs.startdatum), inputs.end)


def steps_text(inputs: Inputs) -> str:
    """These in words: `2,2080 vanaf 1 september 2026 (bekend)`."""
    return ", ".join(map(step_text, steps_that_count(inputs)))


def step_text(step: Step) -> str:
    """A step in words."""
    return f"{step.shown} vanaf {format_date(step.day)} ({step.origin})"
