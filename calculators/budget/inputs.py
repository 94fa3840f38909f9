"""What a budget is calculated from. The attribute names are the names of the form controls."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, partial
from typing import Any

from calculators.budget.accounts import CLASSES
from calculators.budget.index_path import path
from calculators.budget.invoice import CHARGED, EXEMPT, WITHOUT_VAT, vat_of
from calculators.budget.invoice import GROUP as DELIVERY
from calculators.budget.margins import GROUP as MARGINS
from calculators.budget.margins import Margins
from calculators.budget.operating import CATEGORIES, Operating
from calculators.budget.operating import GROUP as OPERATING
from calculators.budget.payers import GROUP as PAYING
from calculators.budget.payers import PAYERS, Sharing
from calculators.budget.posts import GROUP as POST
from calculators.budget.posts import Post, seniority_errors
from calculators.budget.presence import Presence
from calculators.budget.prices import BY_INDEX, Prices
from calculators.budget.prices import GROUP as GROWTH
from calculators.budget.repeated import Repeated, numbered, read_one
from calculators.budget.subsidy_inputs import GROUP as INCOME
from calculators.budget.subsidy_inputs import SUBSIDIES, Subsidy
from calculators.core import terms
from calculators.core.delivery import Delivery
from calculators.core.fields import (
    Field,
    InputErrors,
    choice_field,
    date_field,
    fields_of,
    money_field,
    percent_field,
    whole_field,
)
from calculators.core.numbers import as_decimal, format_number
from calculators.core.parameters.prefill import defaults, own_values
from calculators.core.periods import after_term, end_after, format_date, months_within
from calculators.employment import FIXED, contract, term

MOST_POSTS = 8
MOST_EMPLOYMENT = 6000
"""The most that all posts together may be, in percent: 60 full-timers."""
LATER_YEARS = range(2, 7)
"""Calendar years, counted from 1, that can have a subsidy of their own beside the first."""

_TERM = "Aanstelling"


def _later(number_: int) -> Any:
    return money_field(
        f"Subsidie in het {number_}e kalenderjaar", 0, group=INCOME, seldom="Ook in latere jaren subsidie?"
    )


@dataclass(frozen=True, kw_only=True)
class Inputs(Post, Operating, Prices, Margins, Sharing):
    """Everything a budget is calculated from; the fields of `Post` are those of the first post.

    `andere_posten` holds the posts after the first. Raises `InputErrors` for values out of bounds.
    """

    posts: int = whole_field(
        "Aantal posten",
        1,
        minimum=1,
        maximum=MOST_POSTS,
        group=_TERM,
        help="Met hoeveel verschillende posten vul je de opdracht in?",
    )
    startdatum: date = date_field("Startdatum", "2027-01-01", group=_TERM)
    contract: str = contract(
        help="Het budget verandert er niet door: bij onbepaalde duur is het een raming over de jaren hieronder.",
        group=_TERM,
    )
    looptijd_jaren: Decimal = term(
        help="Liefst onbepaalde duur, anders minstens drie jaar. Bij onbepaalde duur: de jaren die je wilt ramen.",
        group=_TERM,
        endless="Een contract van onbepaalde duur kies je hierboven, bij “Soort contract”. Vul hier in hoeveel jaar je "
        "wilt ramen, bijvoorbeeld 3.",
    )
    eenmalig: Decimal = money_field(
        "Eenmalige startkosten", 0, group=OPERATING, help="Bijvoorbeeld een laptop. Ze vallen op de startdatum."
    )
    activeringsdrempel: Decimal | None = money_field(
        "Grens waarboven het een investering is",
        None,
        group=OPERATING,
        seldom="Zijn de startkosten een investering?",
        shown_if=("uitvoering", (Delivery.OWN,)),
        help="Vraag de grens aan je financiële dienst. Zijn de startkosten hoger, dan staan ze in klasse 24. Leeg: ze "
        "zijn werking, in klasse 61.",
    )
    deelname_klasse: str = choice_field(
        "Klasse van de tussenkomst in de deelnameprijs",
        "61",
        (("61", CLASSES["61"]), ("649", CLASSES["649"])),
        group=OPERATING,
        seldom="In welke klasse staat de deelnameprijs?",
        shown_if=("uitvoering", (Delivery.OWN,)),
        assumption=True,
        help="Je financiële dienst zegt het: betaal je de vereniging, dan is het vaak 61. Geef je gezinnen een "
        "toelage, dan kan het 649 zijn.",
    )
    uitvoering: str = choice_field(
        "Wie neemt de ambassadeur in dienst?",
        Delivery.OWN,
        (
            (Delivery.OWN, "Eigen personeel"),
            (Delivery.EXTERNAL, "Partner met een opdracht"),
            (Delivery.SUBSIDY, "Partner met een subsidie"),
        ),
        group=DELIVERY,
        unchosen=True,
    )
    overhead: Decimal = percent_field(
        "Overhead van de partner",
        0,
        group=DELIVERY,
        shown_if=("uitvoering", (Delivery.EXTERNAL, Delivery.SUBSIDY)),
        help="In procent van de personeelskost. Er bestaat geen algemeen Vlaams percentage: vraag het aan de partner.",
        context=("overhead_interreg",),
    )
    btw: str = choice_field(
        "Btw op de factuur",
        CHARGED,
        ((CHARGED, "Met btw"), (EXEMPT, "Vrijgesteld van btw")),
        group=DELIVERY,
        shown_if=("uitvoering", (Delivery.EXTERNAL,)),
        source="vat_standard",
        help="Reken met btw, tenzij de partner bevestigt dat er vrijstelling is.",
    )
    btw_deelname: str = vat_of("deelname")
    btw_vrijwilligers: str = vat_of("vrijwilligers")
    btw_verplaatsing: str = vat_of("verplaatsing")
    btw_materiaal: str = vat_of("materiaal")
    btw_catering: str = vat_of("catering")
    btw_promotie: str = vat_of("promotie")
    subsidie: Decimal = money_field("Subsidie in het eerste kalenderjaar", 0, group=INCOME)
    subsidie_jaar_2: Decimal = _later(2)
    subsidie_jaar_3: Decimal = _later(3)
    subsidie_jaar_4: Decimal = _later(4)
    subsidie_jaar_5: Decimal = _later(5)
    subsidie_jaar_6: Decimal = _later(6)
    subsidies_aantal: int = whole_field(
        "Aantal subsidies die anders bepaald zijn",
        0,
        maximum=SUBSIDIES.most,
        group=INCOME,
        help="Bijvoorbeeld één bedrag voor de hele periode, een bedrag per projectjaar, of een deel van de kosten. Ze "
        "komen boven op de bedragen per kalenderjaar hierboven.",
    )
    andere_posten: tuple[Post, ...] = ()
    bepaalde_subsidies: tuple[Subsidy, ...] = ()
    cost_prices: date | None = None
    """The day whose prices operating costs are in, if that is not the start: prices stay when a start moves."""

    def __post_init__(self) -> None:
        super().__post_init__()
        errors: dict[str, str] = {}
        for index, post in self.numbered_posts:
            wrong = self.presence(post).errors() | seniority_errors(post)
            errors |= {suffixed(name, index): text for name, text in wrong.items()}
        errors |= _price_errors(self) | _size_errors(self) | self.share_errors()
        for number, subsidy in enumerate(self.all_subsidies, start=1):
            wrong = subsidy.misfits(self.startdatum, self.end)
            errors |= {numbered(name, number): text for name, text in wrong.items()}
        if errors:
            raise InputErrors(errors)

    @property
    def about(self) -> date:
        """The start: amounts are in the prices of the first year, and rules are those that hold then."""
        return self.startdatum

    @property
    def fixed(self) -> bool:
        """Whether the contract ends with the term; of one without an end the term is what is estimated."""
        return self.contract == FIXED

    @cached_property
    def end(self) -> date:
        """The first day after the term."""
        return end_after(self.startdatum, terms.months(self.looptijd_jaren))

    @cached_property
    def example_post(self) -> Post:
        """A post that nobody filled in: our example, as its figures were on the day of the figures."""
        figures: Mapping[str, Any] = defaults(fields_of(Post), self.cijfers_van)
        return Post(**figures)

    @cached_property
    def all_posts(self) -> tuple[Post, ...]:
        """The posts that count: the first and `posts` - 1 others; one that was not given is our example."""
        given = (self, *self.andere_posten)[: self.posts]
        missing = self.posts - len(given)
        return (*given, *([self.example_post] * missing)) if missing else given

    @property
    def numbered_posts(self) -> tuple[tuple[int, Post], ...]:
        """The posts that count, each with its number: the first is 1."""
        return tuple(enumerate(self.all_posts, start=1))

    def presence(self, post: Post) -> Presence:
        """When a post is there, and when it is filled."""
        return Presence(post, self.startdatum, self.end)

    def period(self, post: Post) -> tuple[date, date]:
        """The first day of a post, and the first day after its last one."""
        return self.presence(post).period

    @property
    def price_date(self) -> date:
        """The day whose wages are filled in; without one, for an index path, that of the figures or an earlier start.

        Otherwise that is the start: amounts are in the prices of its year.
        """
        if self.loon_prijs or self.groei_wijze != BY_INDEX:
            return self.loon_prijs or self.startdatum
        return min(self.startdatum, self.cijfers_van)

    @property
    def whole_term(self) -> bool:
        """Whether every post is filled for the whole term."""
        return all(self.presence(post).filled == ((self.startdatum, self.end),) for post in self.all_posts)

    @property
    def invests(self) -> bool:
        """Whether the one-off costs are an investment: own staff, and above the reader's limit."""
        limit = self.activeringsdrempel
        return self.uitvoering == Delivery.OWN and limit is not None and self.eenmalig > limit

    @cached_property
    def free_of_vat(self) -> frozenset[str]:
        """The categories of operating costs that an external partner invoices without VAT."""
        return frozenset(name for name in CATEGORIES if getattr(self, f"btw_{name}") == WITHOUT_VAT)

    @property
    def people(self) -> int:
        """How many people all posts together are."""
        return sum(post.aantal for post in self.all_posts)

    @cached_property
    def average_fte(self) -> Decimal:
        """The employment of all posts together in percent, averaged over the term: each month weighs the same.

        Of a month that a post works in part, its days count (our rule). Posts that work for the whole term give their
        sum.
        """
        filled = [(post.together, period) for post in self.all_posts for period in self.presence(post).filled]
        worked = sum((Fraction(fte) * months_within(self.startdatum, *days) for fte, days in filled), Fraction(0))
        return as_decimal(worked / months_within(self.startdatum, self.startdatum, self.end))

    @cached_property
    def all_subsidies(self) -> tuple[Subsidy, ...]:
        """The subsidies that count beside those given per calendar year; one that was not given has the defaults."""
        return SUBSIDIES.counted(self.bepaalde_subsidies, self.subsidies_aantal)

    @property
    def subsidy_names(self) -> tuple[str, ...]:
        """What each of these is called: as the reader says, or by number."""
        return SUBSIDIES.called(subsidy.subsidie_naam for subsidy in self.all_subsidies)

    @property
    def subsidies(self) -> tuple[Decimal, ...]:
        """Subsidy per calendar year, the first year of the term first."""
        return (self.subsidie, *(getattr(self, f"subsidie_jaar_{n}") for n in LATER_YEARS))


def suffixed(name: str, post: int) -> str:
    """The name of a post's input: `fte` for the first post, `fte_2` for the second."""
    return name if post == 1 else f"{name}_{post}"


def declarations() -> dict[str, Field]:
    """All inputs in the order of the form, those of all posts included."""
    own = fields_of(Inputs)
    of_post = fields_of(Post)
    order = (_TERM, POST, OPERATING, DELIVERY, INCOME, PAYING, GROWTH, MARGINS)
    repeated: Mapping[str, Repeated[Any]] = {INCOME: SUBSIDIES, PAYING: PAYERS}
    result: dict[str, Field] = {}
    for group in order:
        if group == POST:
            for index in range(1, MOST_POSTS + 1):
                result |= {suffixed(name, index): _post_field(field, index) for name, field in of_post.items()}
        else:
            result |= {name: field for name, field in own.items() if field.group == group}
        if group in repeated:
            result |= repeated[group].declared()
    return result


def from_values(values: Mapping[str, Any]) -> Inputs:
    """Make inputs from values by name. Raises `InputErrors` with the names of the form controls."""
    count = values.get("posts", 1)
    own = own_values(Inputs, values)
    others = tuple(read_one(Post, values, partial(suffixed, post=index)) for index in range(2, count + 1))
    return Inputs(**own, andere_posten=others, bepaalde_subsidies=SUBSIDIES.read(values), betalers=PAYERS.read(values))


def _post_field(field: Field, index: int) -> Field:
    shown_if = field.shown_if
    if shown_if:
        shown_if = (suffixed(shown_if[0], index), shown_if[1])
    elif index > 1:
        shown_if = ("posts", tuple(str(count) for count in range(index, MOST_POSTS + 1)))
    which = f"post {index}" if index > 1 else ""
    return replace(field, group=f"{POST} {index}", shown_if=shown_if, which=which)


def _size_errors(inputs: Inputs) -> dict[str, str]:
    """All posts together are no more than the form is made for; the message stands at the row with most people."""
    total = sum((post.together for post in inputs.all_posts), Decimal(0))
    if total <= MOST_EMPLOYMENT:
        return {}
    most = max(range(inputs.posts), key=lambda index: inputs.all_posts[index].aantal)
    text = f"Alle posten samen zijn {format_number(total / 100)} voltijdsen: hier passen er {MOST_EMPLOYMENT // 100}."
    return {suffixed("aantal", most + 1): text}


def _price_errors(inputs: Inputs) -> dict[str, str]:
    """The price date lies before the end of the term and, for an index path, not before the first coefficient."""
    if inputs.price_date >= inputs.end:
        return {"loon_prijs": after_term(inputs.end)}
    if inputs.groei_wijze != BY_INDEX:
        return {}
    first = path(inputs)[0].day
    if inputs.price_date < first:
        text = f"Voor deze dag is er geen indexcoëfficiënt: de eerste geldt vanaf {format_date(first)}."
        remedy = "Neem een latere dag, of typ bij je eigen indexstappen alle stappen vanaf een vroegere dag."
        return {"loon_prijs": f"{text} {remedy}"}
    return {}
