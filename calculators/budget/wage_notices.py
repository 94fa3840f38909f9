"""What a reader should know about the wages of a budget: what is missing, when it is paid, and what others reckon."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from calculators.budget.index_notices import index_notices
from calculators.budget.inputs import Inputs, suffixed
from calculators.budget.ledger import Ledger
from calculators.budget.posts import BUILT, BY_PERCENT, PAID, Post
from calculators.budget.scale_notices import salary_notices
from calculators.budget.wages import holiday_share, too_much_subsidy
from calculators.core.delivery import Delivery
from calculators.core.fields import fields_of
from calculators.core.numbers import as_decimal, format_euro, rounded
from calculators.core.results import Notice, Severity
from calculators.core.sums import sums_by

type _Numbered = Sequence[tuple[int, Post]]
"""Posts, each with its number in the form."""


def wage_notices(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    """What the reader should know about the wages of this budget."""
    posts = inputs.numbered_posts
    built = tuple((number, post) for number, post in posts if post.loonbasis == BUILT)
    yield from _amounts(inputs)
    yield from _built(inputs, built)
    yield from salary_notices(inputs)
    yield from _subsidised(inputs, ledger)
    yield from _vouchers(inputs, built)
    yield from _paid_later(inputs, ledger)
    yield from _service(posts)
    yield from index_notices(inputs, ledger)
    yield _all_in(inputs)


def _who_knows(inputs: Inputs) -> str:
    """Whom to ask about a wage: who employs the ambassador."""
    return "je personeelsdienst" if inputs.uitvoering == Delivery.OWN else "de partner"


def _amounts(inputs: Inputs) -> Iterator[Notice]:
    example = fields_of(Inputs)["jaarloonkost"].default
    if found := [n for n, post in inputs.numbered_posts if post.loonbasis != BUILT and post.jaarloonkost == example]:
        text = f"{format_euro(example)} is een rekenvoorbeeld. Vraag de echte jaarloonkost aan {_who_knows(inputs)}."
        yield Notice("voorbeeldloon", Severity.ADVICE, text, about=suffixed("jaarloonkost", found[0]))


def _built(inputs: Inputs, built: _Numbered) -> Iterator[Notice]:
    if found := [n for n, post in built if post.eindejaar_vast is None]:
        text = (
            f"Het vaste deel van de eindejaarstoelage telt nog als €\u00a00. Vraag het bedrag aan {_who_knows(inputs)}."
        )
        yield Notice("eindejaar_leeg", Severity.WARNING, text, about=suffixed("eindejaar_vast", found[0]))
    if found := [n for n, post in built if post.bijdragen == "eigen" and post.bijdragen_eigen is None]:
        text = "Vul je eigen percentage voor de werkgeversbijdragen in; nu tellen ze als 0\u00a0%."
        yield Notice("bijdragen_leeg", Severity.WARNING, text, about=suffixed("bijdragen_eigen", found[0]))
    if found := [n for n, post in built if post.bijdragen.startswith("pc329") and _is_local(inputs, post)]:
        text = (
            "Je rekent met de bijdragen van PC 329, maar nog met de index, de eindejaarstoelage of de tweede pijler "
            "van een lokaal bestuur. Vraag de loonschaal en de premies van PC 329, en vul ze in."
        )
        yield Notice("pc329_lokaal", Severity.WARNING, text, about=suffixed("bijdragen", found[0]))


def _subsidised(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    found = [
        number
        for number, staff in enumerate(ledger.staff, start=1)
        if staff.post.loonbasis == BUILT and too_much_subsidy(staff.post, inputs, staff.full_time)
    ]
    if found:
        text = "De loonsubsidies zijn hoger dan de loonkost. We trekken er niet meer af dan er is: kijk het bedrag na."
        yield Notice("loonsubsidie_hoog", Severity.WARNING, text, about=suffixed("loonsubsidie", found[0]))


def _is_local(inputs: Inputs, post: Post) -> bool:
    """Whether a wage is still made of parts that hold for local governments only."""
    parts = {
        "index_coefficient": "index_coefficient",
        "eindejaar_percent": "year_end_variable",
        "tweede_pijler": "pension_second_pillar",
    }
    return any(inputs.cited(getattr(post, name), figure) for name, figure in parts.items())


def _vouchers(inputs: Inputs, built: _Numbered) -> Iterator[Notice]:
    most = inputs.figure("meal_voucher_employer_max")
    if found := [n for n, post in built if (post.maaltijdcheque or 0) > most.value]:
        text = f"De werkgever mag hoogstens {format_euro(most.value)} per maaltijdcheque bijdragen. Kijk je bedrag na."
        yield Notice(
            "maaltijdcheque_hoog", Severity.WARNING, text, (), (most,), about=suffixed("maaltijdcheque", found[0])
        )
    if found := [n for n, post in built if post.maaltijdcheque and not post.maaltijdcheque_dagen]:
        text = "Vul in voor hoeveel dagen er een maaltijdcheque is; nu tellen ze als €\u00a00."
        yield Notice("maaltijdcheque_dagen", Severity.WARNING, text, about=suffixed("maaltijdcheque_dagen", found[0]))


def _paid_later(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    """Holiday pay counts when it is earned (our rule); what the first year pays less, when it counts as it is paid.

    A term within one calendar year has nothing to tell: what is open at the end is paid then.
    """
    less = _less_when_paid(ledger)
    first = next((year for year in sorted(less) if rounded(as_decimal(less[year]), 0) > 0), None)
    if first:
        text = (
            "Vakantiegeld telt hier in het jaar waarin het verdiend is (aanname). Betaald wordt het meestal een jaar "
            f"later. In {first} betaal je dan ongeveer {format_euro(as_decimal(less[first]), 0)} minder aan personeel "
            "dan hier staat, en later evenveel meer."
        )
        yield Notice("vakantiegeld_later", Severity.INFO, text, (), (inputs.figure("holiday_pay_public"),))


def _less_when_paid(ledger: Ledger) -> dict[int, Fraction]:
    """How much less personnel costs in the first calendar years of posts, if all holiday pay counts when it is paid.

    As in `yearly_cost.moved`: what is earned in that year counts in the next one. Of one year only, nothing moves.
    """
    return sums_by(_moved(ledger))


def _moved(ledger: Ledger) -> Iterator[tuple[int, Fraction]]:
    """For each post of which holiday pay would move: its first calendar year, and what is earned there."""
    for staff in ledger.staff:
        weights = staff.cost.course.years
        years = {year for _, year in weights}
        if staff.post.loonbasis == BUILT and staff.post.vakantiegeld_telt != PAID and len(years) > 1:
            first = min(years)
            earned = sum((weight for (_, year), weight in weights.items() if year == first), Fraction(0))
            holiday = staff.cost.amount * holiday_share(staff.post, staff.full_time)
            yield first, holiday * earned


def _service(posts: _Numbered) -> Iterator[Notice]:
    if found := [n for n, post in posts if post.ancienniteit == BY_PERCENT and post.ancienniteit_percent is None]:
        text = "Vul in hoeveel procent het loon per jaar dienst stijgt; nu telt het als 0\u00a0%."
        yield Notice("ancienniteit_leeg", Severity.WARNING, text, about=suffixed("ancienniteit_percent", found[0]))


def _all_in(inputs: Inputs) -> Notice:
    """What others reckon for a full-timer, with what is in it: the figures of the day that the plan knows."""
    known = inputs.cijfers_van
    names = ("cost_gent_per_full_timer", "cost_vvsg_per_year", "cost_antwerp_hourly_b1_b3")
    used = tuple(inputs.figure(name, known) for name in names)
    gent, vvsg, antwerp = used
    text = (
        f"Ter vergelijking, wat anderen rekenen voor een voltijdse. Gent: {format_euro(gent.value, 0)} per jaar "
        "(brugfiguren in 2019, geïndexeerd; met coaches, coördinatie en werking). "
        f"VVSG: {format_euro(vvsg.value, 0)} per jaar (een ruime bovengrens uit 2020). "
        f"Antwerpen: {format_euro(antwerp.value, 0)} per uur voor B1 tot B3, aangerekend aan derden. Daar zit meer in "
        "dan de loonkost alleen, of dat kan toch."
    )
    return Notice("vergelijking", Severity.INFO, text, (), used)
