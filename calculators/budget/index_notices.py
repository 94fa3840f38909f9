"""What a reader should know about the index of wages: which steps count, what is uncertain, and what does not fit."""

from collections.abc import Iterator
from fractions import Fraction

from calculators.budget.growth_words import steps_text, steps_that_count
from calculators.budget.index_path import FORECAST, KNOWN, OWN, at, path
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger
from calculators.budget.posts import Post
from calculators.budget.prices import BY_INDEX
from calculators.budget.wage_growth import index_figures
from calculators.budget.wages import BUILT
from calculators.core.numbers import format_percent
from calculators.core.parameters import Origin
from calculators.core.periods import end_after, format_date
from calculators.core.results import Notice, Severity
from calculators.core.sentences import listed


def index(inputs: Inputs, book: Ledger) -> Iterator[Notice]:
    """What the reader should know about the index of the wages in this budget."""
    if inputs.groei_wijze != BY_INDEX:
        return
    text = f"De lonen volgen deze stappen: {steps_text(inputs)}.{_doubts(inputs)}"
    used = index_figures(inputs, (part for staff in book.staff for part in staff.cost.course.parts))
    yield Notice("indexpad", Severity.ADVICE, text, (), used)
    yield from _standing_still(inputs)
    if any(post.loonbasis == BUILT and _of_another_day(inputs, post) for post in inputs.all_posts):
        text = "De indexcoëfficiënt van een opgebouwd loon is niet die van de dag van de lonen. Kijk beide na."
        yield Notice("coefficient_dag", Severity.WARNING, text)


def _doubts(inputs: Inputs) -> str:
    """What is uncertain about the steps that count; those of the reader's own are not ours to doubt."""
    steps = steps_that_count(inputs)
    known = [(step.day, step.figure.origin) for step in steps if step.figure and step.origin == KNOWN]
    days = [format_date(day) for day, origin in known if origin is Origin.CALCULATED]
    told = ""
    if days:
        which = f"De stap van {days[0]} is" if len(days) == 1 else f"De stappen van {listed(days)} zijn"
        told = f" {which} onze eigen berekening: laat ze bevestigen bij BOSA."
    if any(step.origin == FORECAST for step in steps):
        told += " Prognoses lazen we via derden, en ze zijn onzeker."
    return told


def _standing_still(inputs: Inputs) -> Iterator[Notice]:
    """An own step of after the term keeps the yearly growth from beginning in it, though wages then stand still."""
    later = next((step for step in path(inputs) if step.day >= inputs.end), None)
    last = steps_that_count(inputs)[-1].day
    if later and later.origin == OWN and end_after(last, 12) < inputs.end:
        text = (
            f"Je eigen indexstap van {format_date(later.day)} valt na de looptijd. Daardoor groeien de lonen na "
            f"{format_date(last)} niet meer, ook niet met {format_percent(inputs.index_loon)} per jaar. Haal die stap "
            "weg, of vul ook de stappen ervoor in."
        )
        yield Notice("indexstap_later", Severity.WARNING, text)


def _of_another_day(inputs: Inputs, post: Post) -> bool:
    return at(path(inputs), inputs.price_date).coefficient != Fraction(post.index_coefficient)
