"""Operating costs (werkingskosten): the six categories of the instrument, as an amount or from numbers and prices."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypedDict

from calculators.core.fields import choice_field, money_field, number_field, percent_field, whole_field
from calculators.core.numbers import format_euro, format_number, format_percent, in_parts
from calculators.core.parameters import Dated
from calculators.core.parameters.prefill import DatedInputs, prefilled
from calculators.core.results import Trace
from calculators.core.sentences import counted

GROUP = "Werkingskosten per jaar"
WHOLE = "werkingskosten"
"""The input that is one amount for all categories together."""
ONE_AMOUNT, FROM_NUMBERS = "bedrag", "berekend"
_MODES = ((ONE_AMOUNT, "Eén bedrag per jaar"), (FROM_NUMBERS, "Uit aantallen en prijzen"))
CATEGORIES = {
    "deelname": "Tussenkomst in de deelnameprijs",
    "vrijwilligers": "Vergoeding en verzekering van vrijwilligers",
    "verplaatsing": "Verplaatsing en verblijf",
    "materiaal": "Spel- en kampmateriaal",
    "catering": "Catering",
    "promotie": "Drukwerk en promotie",
}
"""Instrument S3D.5: the six categories of operating costs, in its order."""


EXAMPLES = {
    "deelname": 3000,
    "vrijwilligers": 1500,
    "verplaatsing": 1200,
    "materiaal": 1500,
    "catering": 800,
    "promotie": 1000,
}
"""An example of each category, in euro a year: no source gives figures, so each is shown as an example."""


_ALL_EXAMPLES = sum(EXAMPLES.values())
_SHARES = tuple(Fraction(example, _ALL_EXAMPLES) for example in EXAMPLES.values())


_CARDS = {
    "deelname": "Deelnameprijs",
    "vrijwilligers": "Vrijwilligers",
    "verplaatsing": "Verplaatsing",
    "materiaal": "Materiaal",
    "catering": "Catering",
    "promotie": "Promotie",
}


class _Card(TypedDict):
    card: str
    subtotal: str


def _card(category: str) -> _Card:
    """What puts the inputs of a category together in the form, with what they come to."""
    return {"card": _CARDS[category], "subtotal": f"werking_{category}"}


def _amount(category: str) -> Any:
    return money_field(
        CATEGORIES[category],
        EXAMPLES[category],
        group=GROUP,
        example=True,
        part_of=WHOLE,
        shown_if=(f"{category}_wijze", (ONE_AMOUNT,)),
        **_card(category),
    )


def _mode(category: str) -> Any:
    label = f"{_CARDS[category]}: hoe ramen?"
    return choice_field(label, ONE_AMOUNT, _MODES, group=GROUP, part_of=WHOLE, **_card(category))


def _driver(category: str, label: str, maker: Any = money_field, default: Decimal | None = None, **rest: Any) -> Any:
    return maker(
        label, default, group=GROUP, shown_if=(f"{category}_wijze", (FROM_NUMBERS,)), **_card(category), **rest
    )


def _priced(category: str, label: str, maker: Callable[..., Any], figure: str, **rest: Any) -> Any:
    shown_if = f"{category}_wijze", (FROM_NUMBERS,)
    return prefilled(maker, label, figure, group=GROUP, shown_if=shown_if, **_card(category), **rest)


@dataclass(frozen=True, kw_only=True)
class Operating(DatedInputs):
    """The six categories of operating costs (werkingskosten), each an amount or calculated from numbers and prices.

    `werkingskosten` is one amount for all of them. It counts while no category was filled in, and is then divided over
    them as the examples are (assumption of ours). Categories: instrument S3D.5.
    """

    werkingskosten: Decimal = money_field(
        "Werkingskosten per jaar",
        _ALL_EXAMPLES,
        group=GROUP,
        example=True,
        help="Alles samen, behalve de loonkost: deelnameprijs, vrijwilligers, verplaatsing, materiaal, catering en "
        "promotie. We verdelen het bedrag zoals in ons voorbeeld. Vul je zelf een van de zes in, dan telt hun som.",
    )
    deelname_wijze: str = _mode("deelname")
    werkingskosten_deelname: Decimal = _amount("deelname")
    deelname_kinderen: int | None = _driver("deelname", "Kinderen en jongeren per jaar", whole_field, maximum=10000)
    deelname_prijs: Decimal | None = _driver("deelname", "Gemiddelde prijs per kind per jaar", maximum=10000)
    deelname_aandeel: Decimal = _priced(
        "deelname",
        "Deel dat de gemeente betaalt",
        percent_field,
        "uitpas_share_municipality",
    )
    vrijwilligers_wijze: str = _mode("vrijwilligers")
    werkingskosten_vrijwilligers: Decimal = _amount("vrijwilligers")
    vrijwilligers_aantal: int | None = _driver("vrijwilligers", "Aantal vrijwilligers", whole_field, maximum=1000)
    vrijwilligers_dagen: int | None = _driver(
        "vrijwilligers", "Dagen per vrijwilliger per jaar", whole_field, maximum=366
    )
    vrijwilligers_vergoeding: Decimal = _priced(
        "vrijwilligers",
        "Vergoeding per dag",
        money_field,
        "volunteer_day",
        maximum=1000,
        context=("volunteer_day_forecast",),
    )
    vrijwilligers_verzekering: Decimal | None = _driver("vrijwilligers", "Verzekering per jaar")
    verplaatsing_wijze: str = _mode("verplaatsing")
    werkingskosten_verplaatsing: Decimal = _amount("verplaatsing")
    verplaatsing_km: int | None = _driver("verplaatsing", "Kilometers per jaar", whole_field, maximum=100000)
    verplaatsing_tarief: Decimal = _priced(
        "verplaatsing",
        "Vergoeding per kilometer",
        number_field,
        "km_car",
        maximum=5,
        unit="€",
        help="Er bestaan twee tarieven: per kwartaal en per jaar. Vraag welk je bestuur volgt.",
        context=("km_car_yearly",),
    )
    materiaal_wijze: str = _mode("materiaal")
    werkingskosten_materiaal: Decimal = _amount("materiaal")
    materiaal_aantal: int | None = _driver("materiaal", "Aantal aankopen per jaar", whole_field, maximum=10000)
    materiaal_prijs: Decimal | None = _driver("materiaal", "Gemiddelde prijs per aankoop", maximum=100000)
    catering_wijze: str = _mode("catering")
    werkingskosten_catering: Decimal = _amount("catering")
    catering_momenten: int | None = _driver("catering", "Momenten per jaar", whole_field, maximum=1000)
    catering_deelnemers: int | None = _driver("catering", "Deelnemers per moment", whole_field, maximum=1000)
    catering_prijs: Decimal | None = _driver("catering", "Prijs per deelnemer", maximum=1000)
    promotie_wijze: str = _mode("promotie")
    werkingskosten_promotie: Decimal = _amount("promotie")
    promotie_oplage: int | None = _driver("promotie", "Aantal stuks per jaar", whole_field, maximum=1_000_000)
    promotie_prijs: Decimal | None = _driver("promotie", "Prijs per stuk", maximum=10000)

    @property
    def undivided(self) -> bool:
        """Whether the one amount counts: no category has an amount of its own or is worked out from numbers."""
        return all(
            getattr(self, f"{name}_wijze") == ONE_AMOUNT and getattr(self, f"werkingskosten_{name}") == example
            for name, example in EXAMPLES.items()
        )


def yearly(costs: Operating, trace: Trace) -> dict[str, Decimal]:
    """Operating costs per category for a full year, in euro at the prices of the first year."""
    parts = _divided(costs.werkingskosten) if costs.undivided else {name: _part(costs, name) for name in CATEGORIES}
    return {
        name: trace.euro(f"werking_{name}", CATEGORIES[name], value, formula, *used)
        for name, (value, formula, used) in parts.items()
    }


type _Part = tuple[Decimal, str, tuple[Dated, ...]]


def _divided(whole_amount: Decimal) -> dict[str, _Part]:
    """One amount, divided as the examples are. Each part ends on a cent, and together they are the amount."""
    amounts = dict(zip(EXAMPLES, in_parts(Fraction(whole_amount), _SHARES), strict=True))
    if whole_amount == _ALL_EXAMPLES:
        return {name: (value, format_euro(value), ()) for name, value in amounts.items()}
    whole, divisor = format_euro(whole_amount), format_number(Decimal(_ALL_EXAMPLES))
    formulas = {name: f"{whole} × {format_number(Decimal(one))}/{divisor}" for name, one in EXAMPLES.items()}
    return {name: (value, formulas[name], ()) for name, value in amounts.items()}


def _part(costs: Operating, category: str) -> _Part:
    if getattr(costs, f"{category}_wijze") == FROM_NUMBERS:
        return _CALCULATED[category](costs)
    value: Decimal = getattr(costs, f"werkingskosten_{category}")
    return value, format_euro(value), ()


def _participation(costs: Operating) -> _Part:
    children, price = costs.deelname_kinderen or 0, costs.deelname_prijs or Decimal(0)
    formula = (
        f"{counted(children, 'kind', 'kinderen')} × {format_euro(price)} × {format_percent(costs.deelname_aandeel)}"
    )
    return (
        children * price * costs.deelname_aandeel / 100,
        formula,
        costs.cited(costs.deelname_aandeel, "uitpas_share_municipality"),
    )


def _volunteers(costs: Operating) -> _Part:
    people, days = costs.vrijwilligers_aantal or 0, costs.vrijwilligers_dagen or 0
    insurance = costs.vrijwilligers_verzekering or Decimal(0)
    formula = (
        f"{counted(people, 'vrijwilliger', 'vrijwilligers')} × {counted(days, 'dag', 'dagen')} × "
        f"{format_euro(costs.vrijwilligers_vergoeding)} + {format_euro(insurance)}"
    )
    return (
        people * days * costs.vrijwilligers_vergoeding + insurance,
        formula,
        costs.cited(costs.vrijwilligers_vergoeding, "volunteer_day"),
    )


def _travel(costs: Operating) -> _Part:
    distance = costs.verplaatsing_km or 0
    formula = f"{format_number(Decimal(distance))} km × €\u00a0{format_number(costs.verplaatsing_tarief)}"
    return distance * costs.verplaatsing_tarief, formula, costs.cited(costs.verplaatsing_tarief, "km_car")


def _catering(costs: Operating) -> _Part:
    moments, people = costs.catering_momenten or 0, costs.catering_deelnemers or 0
    price = costs.catering_prijs or Decimal(0)
    return moments * people * price, f"{moments} momenten × {people} deelnemers × {format_euro(price)}", ()


def _pieces(count: int | None, price: Decimal | None) -> _Part:
    count, price = count or 0, price or Decimal(0)
    return count * price, f"{format_number(Decimal(count))} × {format_euro(price)}", ()


_CALCULATED: dict[str, Callable[[Operating], _Part]] = {
    "deelname": _participation,
    "vrijwilligers": _volunteers,
    "verplaatsing": _travel,
    "materiaal": lambda costs: _pieces(costs.materiaal_aantal, costs.materiaal_prijs),
    "catering": _catering,
    "promotie": lambda costs: _pieces(costs.promotie_oplage, costs.promotie_prijs),
}
