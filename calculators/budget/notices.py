"""What the instrument and the law have to say about a budget."""

from collections.abc import Iterator
from decimal import Decimal

from calculators import parameters
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import OPERATING, PERSONNEL, VAT, Ledger
from calculators.budget.operating import CATEGORIES
from calculators.employment import too_little
from calculators.fields import specs
from calculators.numbers import euro, number
from calculators.results import Level, Notice, by_weight


def notices(inputs: Inputs, book: Ledger) -> tuple[Notice, ...]:
    """Everything the reader should know about this budget, the weightiest first."""
    found = (
        *_staffing(inputs),
        *_term(inputs, book),
        *_balance(book),
        *_wages(inputs),
        *_volunteers(inputs),
        *_procurement(inputs, book),
        *_income(inputs, book),
    )
    return by_weight(found)


def _staffing(inputs: Inputs) -> Iterator[Notice]:
    total = sum((post.fte for post in inputs.all_posts), Decimal(0))
    yield from too_little(total)
    if total >= parameters.get("preferred_fte").latest and inputs.posts == 1:
        text = "Verdeel de opdracht zo mogelijk over twee medewerkers die elkaar aanvullen en versterken."
        yield Notice("verdelen", Level.INFO, text, ("S3D.4",))


def _term(inputs: Inputs, book: Ledger) -> Iterator[Notice]:
    lowest = parameters.get("min_term_years")
    if inputs.looptijd_jaren < lowest.latest:
        text = (
            f"{number(inputs.looptijd_jaren)} jaar is te kort om een netwerk en vertrouwen op te bouwen. "
            f"Kies liefst onbepaalde duur, en anders minstens {number(lowest.latest)} jaar."
        )
        yield Notice("looptijd_minimum", Level.WARNING, text, ("S3E.1", "S3E.2", "S3E.3"), (lowest.id,))
    later = [year for year in book.calendar_years if year > inputs.plan_einde]
    if later:
        amount = sum((book.total(calendar_year=year) for year in later), Decimal(0))
        text = f"{euro(amount)} valt na {inputs.plan_einde}, dus in het volgende meerjarenplan."
        yield Notice("na_plan", Level.INFO, text)


def _balance(book: Ledger) -> Iterator[Notice]:
    if book.total(PERSONNEL) <= book.total(OPERATING):
        text = "Personeel is hier niet het grootste deel van het budget. Dat is ongewoon: kijk de bedragen na."
        yield Notice("personeel_aandeel", Level.WARNING, text, ("S3D.1",))
    empty = [label.lower() for name, label in CATEGORIES.items() if not book.per_category[name]]
    if empty:
        text = f"Je voorziet niets voor: {', '.join(empty)}. Kijk na of dat klopt."
        yield Notice("werking_leeg", Level.ADVICE, text, ("S3D.5",))


def _wages(inputs: Inputs) -> Iterator[Notice]:
    example = specs(Inputs)["jaarloonkost"].default
    posts = inputs.all_posts
    if any(post.loonbasis == "bedrag" and post.jaarloonkost == example for post in posts):
        text = f"{euro(example)} is een rekenvoorbeeld. Vraag de echte jaarloonkost aan je personeelsdienst."
        yield Notice("voorbeeldloon", Level.ADVICE, text)
    built = [post for post in posts if post.loonbasis == "opbouw"]
    if any(post.eindejaar_vast is None for post in built):
        text = "Het vaste deel van de eindejaarstoelage telt nog als € 0. Vraag het bedrag aan je personeelsdienst."
        yield Notice("eindejaar_leeg", Level.WARNING, text)
    if any(post.bijdragen == "eigen" and post.bijdragen_eigen is None for post in built):
        text = "Vul je eigen percentage voor de werkgeversbijdragen in; nu tellen ze als 0 %."
        yield Notice("bijdragen_leeg", Level.WARNING, text)


def _volunteers(inputs: Inputs) -> Iterator[Notice]:
    if inputs.vrijwilligers_wijze != "berekend":
        return
    per_day, per_year = parameters.get("volunteer_day"), parameters.get("volunteer_year")
    rate = inputs.vrijwilligers_vergoeding
    if rate > per_day.latest:
        text = f"{euro(rate)} per dag is meer dan het forfaitaire maximum van {euro(per_day.latest)}."
        yield Notice("vrijwilliger_dag", Level.WARNING, text, (), (per_day.id,))
    yearly = rate * (inputs.vrijwilligers_dagen or 0)
    if yearly > per_year.latest:
        text = (
            f"{euro(yearly)} per vrijwilliger per jaar is meer dan het forfaitaire maximum van {euro(per_year.latest)}."
        )
        yield Notice("vrijwilliger_jaar", Level.WARNING, text, (), (per_year.id,))


def _procurement(inputs: Inputs, book: Ledger) -> Iterator[Notice]:
    if inputs.uitvoering != "extern":
        return
    estimate = book.total() - book.total(VAT)
    small, social = parameters.get("procurement_limited"), parameters.get("procurement_social")
    start = f"De raming over de hele looptijd is {euro(estimate)} zonder btw"
    ask = "Vraag je aankoopdienst welke procedure past."
    if estimate < small.latest:
        text = f"{start}: minder dan {euro(small.latest)}, dus een opdracht van beperkte waarde."
    elif estimate < social.latest:
        text = (
            f"{start}: te veel voor een opdracht van beperkte waarde ({euro(small.latest)}). Voor sociale en andere "
            f"specifieke diensten ligt de drempel op {euro(social.latest)}. {ask}"
        )
    else:
        text = f"{start}, boven de drempel van {euro(social.latest)}. {ask}"
    yield Notice("aanbesteding", Level.ADVICE, text, (), (small.id, social.id))


def _income(inputs: Inputs, book: Ledger) -> Iterator[Notice]:
    lost = sum(inputs.subsidies[len(book.calendar_years) :], Decimal(0))
    if lost:
        text = f"{euro(lost)} subsidie valt na de looptijd en telt niet mee."
        yield Notice("subsidie_na_looptijd", Level.WARNING, text)
    if sum(book.income.values(), Decimal(0)) > book.total():
        text = "De subsidies zijn hoger dan de kost. Kijk de bedragen na."
        yield Notice("subsidie_te_hoog", Level.WARNING, text)
