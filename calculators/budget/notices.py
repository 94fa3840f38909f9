"""What the instrument and the law have to say about a budget."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from calculators.budget.cells import OPERATING, PERSONNEL
from calculators.budget.income_notices import income_notices
from calculators.budget.inputs import Inputs, suffixed
from calculators.budget.ledger import Ledger
from calculators.budget.operating import CATEGORIES, EXAMPLES, FROM_NUMBERS
from calculators.budget.posts import Post
from calculators.budget.wage_notices import wage_notices
from calculators.core.delivery import Delivery
from calculators.core.fields import fields_of
from calculators.core.numbers import format_euro, format_number, format_percent
from calculators.core.periods import DateRange, period_words
from calculators.core.results import Notice, Severity
from calculators.core.sentences import capitalised, listed
from calculators.core.terms import first_in_words, in_words
from calculators.employment import employment_notices

UNIT_COST_CAUTION = (
    "Een kost per kind of per resultaat zegt niet hoeveel begeleiding er nodig was, en niet wat blijft duren. "
    "Vergelijk alleen met wie hetzelfde telt, en stuur niet op dit cijfer alleen."
)


def notices(inputs: Inputs, ledger: Ledger) -> tuple[Notice, ...]:
    """Everything the reader should know about this budget."""
    return (
        *_staffing(inputs),
        *_unasked(inputs),
        *_term(inputs, ledger),
        *_balance(ledger),
        *_divided(inputs, ledger),
        *wage_notices(inputs, ledger),
        *_volunteers(inputs),
        *_procurement(inputs, ledger),
        *income_notices(inputs, ledger),
        *_per_unit(inputs),
    )


def _unasked(inputs: Inputs) -> Iterator[Notice]:
    """Other posts than the first that count as they came: with our example, which a reader may not have seen yet."""
    if inputs.posts == 1:
        return
    example = inputs.example_post
    found = [number for number, post in inputs.numbered_posts[1:] if post == example]
    if found:
        verb = "telt" if len(found) == 1 else "tellen"
        start = f"Post {listed([str(number) for number in found])} {verb} mee met ons voorbeeld:"
        text = (
            f"{start} {format_percent(example.fte)}, aan {format_euro(example.jaarloonkost)} per voltijds jaar. Vul je "
            "eigen cijfers in, of neem minder posten."
        )
        yield Notice("post_voorbeeld", Severity.WARNING, text, about=suffixed("fte", found[0]))


def _staffing(inputs: Inputs) -> Iterator[Notice]:
    worked = _worked(inputs)
    total, days = min((employment, period) for period, employment in worked if employment)
    yield from employment_notices(inputs, total, about=suffixed("fte", _first_at_work(inputs, days[0])))
    if total >= inputs.figure("preferred_fte").value and inputs.people == 1:
        text = "Verdeel de opdracht zo mogelijk over twee medewerkers die elkaar aanvullen en versterken."
        yield Notice("verdelen", Severity.INFO, text, ("S3D.4",), about="aantal")
    if nobody := [period_words(*period) for period, employment in worked if not employment]:
        text = (
            f"{capitalised(listed(nobody))} is er niemand in dienst. Er is dan geen loonkost; de werkingskosten lopen "
            "door. Klopt dat niet, kijk dan na wanneer je posten beginnen en eindigen."
        )
        yield Notice("niemand_in_dienst", Severity.ADVICE, text)
    for number, post in inputs.numbered_posts:
        yield from _vacant(inputs, number, post)


def _vacant(inputs: Inputs, number: int, post: Post) -> Iterator[Notice]:
    """That nobody fills a post for a while, or that the reader did not say for how long."""
    if gap := inputs.presence(post).gap:
        then = "Die maand" if post.vacant_maanden == 1 else "Die maanden"
        text = (
            f"Post {number} is niet ingevuld {period_words(*gap)}. {then} is er geen loonkost; de werkingskosten "
            "lopen door."
        )
        yield Notice(f"vacant_post_{number}", Severity.INFO, text, about=suffixed("vacant_maanden", number))
    elif post.vacant_vanaf:
        months, day = (fields_of(Post)[name].label for name in ("vacant_maanden", "vacant_vanaf"))
        text = f"Vul bij post {number} ook “{months}” in. Zonder dat telt “{day}” niet mee."
        yield Notice(f"vacant_leeg_{number}", Severity.WARNING, text, about=suffixed("vacant_maanden", number))


def _worked(inputs: Inputs) -> list[tuple[DateRange, Decimal]]:
    """How much all work together, period by period.

    A post that nobody fills for a while counts: what it does not do is told apart.
    """
    posts = [(*inputs.period(post), post.together) for post in inputs.all_posts]
    days = sorted({inputs.startdatum, inputs.end}.union(day for first, after, _ in posts for day in (first, after)))
    return [
        ((begin, end), sum((fte for first, after, fte in posts if first <= begin < after), Decimal(0)))
        for begin, end in pairwise(days)
    ]


def _first_at_work(inputs: Inputs, day: date) -> int:
    """The number of the first post that works on a day."""
    periods = ((number, *inputs.period(post)) for number, post in inputs.numbered_posts)
    return next(number for number, first, after in periods if first <= day < after)


def _term(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    lowest = inputs.figure("min_term_years")
    if not inputs.fixed:
        text = (
            f"Het contract is van onbepaalde duur, geraamd over {in_words(inputs.looptijd_jaren)}. Daarna lopen de "
            "kosten door."
        )
        yield Notice("raming_onbepaald", Severity.INFO, text, ("S3E.2",), about="looptijd_jaren")
    elif inputs.looptijd_jaren < lowest.value:
        text = (
            f"{in_words(inputs.looptijd_jaren)} is te kort om een netwerk en vertrouwen op te bouwen. "
            f"Kies liefst onbepaalde duur, en anders minstens {in_words(lowest.value)}."
        )
        yield Notice(
            "looptijd_minimum", Severity.WARNING, text, ("S3E.1", "S3E.2", "S3E.3"), (lowest,), about="looptijd_jaren"
        )
    later = [year for year in ledger.calendar_years if year > inputs.plan_einde]
    if later:
        amount = sum((ledger.total(calendar_year=year) for year in later), Decimal(0))
        text = f"{format_euro(amount)} valt na {inputs.plan_einde}, dus in een volgend meerjarenplan."
        yield Notice("na_plan", Severity.INFO, text)


def _balance(ledger: Ledger) -> Iterator[Notice]:
    if ledger.total(PERSONNEL) <= ledger.total(OPERATING):
        text = "Personeel is hier niet het grootste deel van het budget. Dat is ongewoon: kijk de bedragen na."
        yield Notice("personeel_aandeel", Severity.WARNING, text, ("S3D.1",))
    empty = [CATEGORIES[category.line].lower() for category in ledger.categories if not category.amount]
    if empty:
        # Commas alone: the names of some have an "en" of their own.
        text = f"Je voorziet niets voor: {', '.join(empty)}. Kijk na of dat klopt."
        yield Notice("werking_leeg", Severity.ADVICE, text, ("S3D.5",))


def _divided(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    if not inputs.undivided and inputs.werkingskosten != sum(EXAMPLES.values()):
        text = (
            f"Je vulde minstens een van de zes werkingskosten zelf in. Nu telt hun som: "
            f"{format_euro(ledger.operating_year)} per jaar, met ons voorbeeld voor wat je niet invulde. Het ene "
            f"bedrag van {format_euro(inputs.werkingskosten)} telt niet meer."
        )
        yield Notice("werkingskosten_verdeeld", Severity.WARNING, text, about="werkingskosten")


def _volunteers(inputs: Inputs) -> Iterator[Notice]:
    if inputs.vrijwilligers_wijze != FROM_NUMBERS:
        return
    per_day, per_year = inputs.figure("volunteer_day"), inputs.figure("volunteer_year")
    rate = inputs.vrijwilligers_vergoeding
    if rate > per_day.value:
        text = f"{format_euro(rate)} per dag is meer dan het forfaitaire maximum van {format_euro(per_day.value)}."
        yield Notice("vrijwilliger_dag", Severity.WARNING, text, (), (per_day,), about="vrijwilligers_vergoeding")
    yearly = rate * (inputs.vrijwilligers_dagen or 0)
    if yearly > per_year.value:
        text = (
            f"{format_euro(yearly)} per vrijwilliger per jaar is meer dan het forfaitaire maximum van "
            f"{format_euro(per_year.value)}."
        )
        yield Notice("vrijwilliger_jaar", Severity.WARNING, text, (), (per_year,), about="vrijwilligers_dagen")


def _procurement(inputs: Inputs, ledger: Ledger) -> Iterator[Notice]:
    if inputs.uitvoering == Delivery.EXTERNAL:
        used = tuple(map(inputs.figure, _compared(inputs)))
        yield Notice("aanbesteding", Severity.ADVICE, procurement(inputs, ledger), (), used, about="uitvoering")


_THRESHOLDS = ("procurement_limited", "procurement_social", "procurement_negotiated", "procurement_eu_local")
_MONTHS = "procurement_months"


def _compared(inputs: Inputs) -> tuple[str, ...]:
    """The figures that the words on the procedure rest on: limits, or how to value a contract without an end."""
    return _THRESHOLDS if inputs.fixed else (_MONTHS,)


def procurement(
    inputs: Inputs,
    ledger: Ledger,
    money: Callable[[Decimal], str] = format_euro,
    ask: str = "Vraag je aankoopdienst welke procedure past.",
) -> str:
    """What the estimate without VAT means for the procedure, with amounts as `money` writes them.

    Where the limits leave a choice, `ask` says who knows. The estimate of a contract without an end is a beginning.
    """
    estimate = ledger.without_vat
    if not inputs.fixed:
        return (
            f"De raming over {first_in_words(inputs.looptijd_jaren)} is {money(estimate)} zonder btw. Dat is niet het "
            "bedrag om met de drempels te vergelijken. Een opdracht voor diensten zonder einde en zonder totale prijs "
            f"telt voor {format_number(inputs.figure(_MONTHS).value)} keer de waarde van een maand. Laat dit nakijken "
            f"(richtlijn 2014/24/EU, artikel 5, lid 14). {ask}"
        )
    small, social, negotiated, european = (inputs.figure(name).value for name in _THRESHOLDS)
    start = f"De raming over de hele looptijd is {money(estimate)} zonder btw"
    if estimate < small:
        return f"{start}: minder dan {money(small)}, dus een opdracht van beperkte waarde."
    if estimate < social:
        return (
            f"{start}: te veel voor een opdracht van beperkte waarde ({money(small)}). Voor sociale en andere "
            f"specifieke diensten ligt de drempel op {money(social)}. Voor andere diensten: {money(negotiated)} zonder "
            f"voorafgaande bekendmaking, en {money(european)} voor een Europese bekendmaking. {ask}"
        )
    return f"{start}: dat bereikt de drempel van {money(social)}. {ask}"


def per_trajectory(inputs: Inputs) -> Notice:
    """The caution that belongs to the cost per trajectory (instrument S6A.2, S6A.13, S6A.14)."""
    most = inputs.figure("ceiling_started")
    text = (
        f"De kost per traject is gerekend met {format_number(most.value)} trajecten per voltijdse per jaar. Dat is een "
        "indicatie in optimale omstandigheden en geen norm: je eigen kost ligt bijna altijd hoger. Stuur niet op dit "
        "cijfer alleen."
    )
    return Notice("kost_per_traject", Severity.ADVICE, text, ("S6A.2", "S6A.13", "S6A.14"), (most,))


def _per_unit(inputs: Inputs) -> Iterator[Notice]:
    """The same caution for unit costs with counts of the reader's own (instrument S6A.2)."""
    if inputs.kinderen_per_jaar or inputs.resultaten_per_jaar:
        yield Notice("kost_per_eenheid", Severity.ADVICE, UNIT_COST_CAUTION, ("S6A.2",))
