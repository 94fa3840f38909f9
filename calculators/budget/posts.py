"""A post: one member of staff, and what a full-time year of it costs the employer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.core import content
from calculators.core.fields import FormInputs, choice, date_field, money_field, number_field, percent_field, whole
from calculators.core.numbers import as_decimal, format_euro, format_number, format_percent
from calculators.core.parameters.prefill import DatedInputs, prefilled
from calculators.core.results import Trace

GROUP = "Post"
_PERIOD = "Begint deze post later, of stopt die vroeger?"

PROFILES = (("", "Nog te kiezen"), *((profile.id, profile.name) for profile in content.profiles()))
_BUILT = ("loonbasis", ("opbouw",))


def _built(label: str, default: Any, maker: Any = money_field, **rest: Any) -> Any:
    return maker(label, default, shown_if=_BUILT, group=GROUP, **rest)


def _known(maker: Callable[..., Any], label: str, figure: str, **rest: Any) -> Any:
    return prefilled(maker, label, figure, shown_if=_BUILT, group=GROUP, **rest)


@dataclass(frozen=True, kw_only=True)
class Post(FormInputs):
    """One member of staff: how much, from when to when, and what a full-time year costs the employer."""

    profiel: str = choice("Profiel", "", PROFILES, group=GROUP)
    fte: Decimal = prefilled(
        percent_field,
        "Tewerkstelling",
        "preferred_fte",
        minimum=5,
        group=GROUP,
        help="100 % is voltijds. Minstens halftijds (50 %), liefst 80 tot 100 %.",
    )
    in_dienst: date | None = date_field(
        "In dienst vanaf",
        None,
        group=GROUP,
        seldom=_PERIOD,
        help="Alleen als deze post later begint dan de aanstelling.",
    )
    uit_dienst: date | None = date_field(
        "In dienst tot en met", None, group=GROUP, seldom=_PERIOD, help="Alleen als deze post vroeger eindigt."
    )
    loonbasis: str = choice(
        "Hoe bereken je de loonkost?",
        "bedrag",
        (("bedrag", "Met de jaarloonkost"), ("opbouw", "Zelf opbouwen uit het salaris")),
        group=GROUP,
    )
    jaarloonkost: Decimal = money_field(
        "Jaarloonkost voor een voltijdse",
        61400,
        minimum=1000,
        maximum=300000,
        group=GROUP,
        example=True,
        shown_if=("loonbasis", ("bedrag",)),
        help="Totale kost voor de werkgever per voltijds jaar, vakantiegeld en bijdragen inbegrepen. "
        "Dit bedrag is een rekenvoorbeeld: vraag het echte cijfer aan je personeelsdienst.",
    )
    jaarsalaris: Decimal = _known(
        money_field,
        "Jaarsalaris aan 100 %",
        "sal_b1_step6_100",
        help="Niet-geïndexeerd bruto jaarsalaris voor een voltijdse, uit de salarisschaal.",
    )
    index_coefficient: Decimal = _known(
        number_field,
        "Indexcoëfficiënt",
        "index_coefficient",
        minimum=1,
        maximum=5,
        help="De verhogingscoëfficiënt waarmee het salaris aan 100 % wordt vermenigvuldigd.",
    )
    vakantiegeld: Decimal = _known(
        percent_field,
        "Vakantiegeld",
        "holiday_pay_public",
        help="In procent van één maandsalaris.",
    )
    eindejaar_vast: Decimal | None = _built(
        "Eindejaarstoelage, vast deel",
        None,
        help="Vraag het bedrag van dit jaar aan je personeelsdienst. Leeg telt als 0.",
        context=("year_end_fixed",),
    )
    eindejaar_percent: Decimal = _known(
        percent_field,
        "Eindejaarstoelage, veranderlijk deel",
        "year_end_variable",
        help="In procent van het geïndexeerde jaarsalaris.",
    )
    bijdragen: str = _built(
        "Werkgeversbijdragen",
        "lokaal",
        choice,
        choices=(
            ("lokaal", "Lokaal bestuur, contractueel"),
            ("lokaal-prive", "Lokaal bestuur, vakantieregeling privésector"),
            ("pc329-klein", "PC 329, minder dan 10 werknemers"),
            ("pc329-groot", "PC 329, vanaf 10 werknemers"),
            ("eigen", "Eigen percentage"),
        ),
    )
    bijdragen_eigen: Decimal | None = percent_field(
        "Eigen percentage werkgeversbijdragen",
        None,
        group=GROUP,
        shown_if=("bijdragen", ("eigen",)),
        help="Bijvoorbeeld voor een statutair personeelslid: vraag het percentage van dit jaar.",
        context=("rsz_statutory_total", "rsz_statutory_pension_base"),
    )
    tweede_pijler: Decimal = _known(
        percent_field,
        "Tweede pensioenpijler",
        "pension_second_pillar",
        maximum=15,
        help="In procent van het geïndexeerde jaarsalaris.",
    )
    maaltijdcheque: Decimal | None = _built(
        "Maaltijdcheque, deel van de werkgever",
        None,
        maximum=20,
        help="Per gewerkte dag. Leeg telt als 0.",
        context=("meal_voucher_typical",),
    )
    maaltijdcheque_dagen: int | None = _built(
        "Dagen met maaltijdcheque per voltijds jaar", None, whole, maximum=260, context=("meal_voucher_days",)
    )
    andere_loonkost: Decimal | None = _built(
        "Andere loonkost per voltijds jaar", None, help="Bijvoorbeeld hospitalisatieverzekering. Leeg telt als 0."
    )


_CONTRIBUTIONS = {
    "lokaal": ("rsz_contractual_total",),
    "lokaal-prive": ("rsz_contractual_total", "rsz_unemployment_169"),
    "pc329-klein": ("pc329_rsz_under_10",),
    "pc329-groot": ("pc329_rsz_from_10",),
}


def full_time_cost(post: Post, asked: DatedInputs, suffix: str, trace: Trace) -> Fraction:
    """What a full-time year of this post costs the employer, in euro at the prices of the first year; not rounded.

    Built up as in the cost illustration of the sources: indexed salary, holiday pay of 92 % of a month, year-end
    allowance, employer contributions on salary and year-end allowance, second pension pillar on the salary, and
    what else the reader gives. Each part is recorded in `trace` under its name plus `suffix`.
    """
    if post.loonbasis == "bedrag":
        return Fraction(post.jaarloonkost)
    salary = trace.euro(
        f"loon_bruto{suffix}",
        "Geïndexeerd brutojaarsalaris",
        post.jaarsalaris * post.index_coefficient,
        f"{format_euro(post.jaarsalaris)} × {format_number(post.index_coefficient)}",
        *asked.cited(post.jaarsalaris, "sal_b1_step6_100"),
        *asked.cited(post.index_coefficient, "index_coefficient"),
    )
    holiday_pay = _holiday_pay(post, asked, salary, suffix, trace)
    year_end = _year_end(post, asked, salary, suffix, trace)
    contributions = _contributions(post, asked, salary + year_end, suffix, trace)
    others = (year_end, contributions, *_extras(post, asked, salary, suffix, trace))
    formula = " + ".join(map(format_euro, (salary, as_decimal(holiday_pay), *others)))
    cost = holiday_pay + sum(map(Fraction, others), Fraction(salary))
    trace.euro(f"loon_voltijds{suffix}", "Jaarloonkost voor een voltijdse", as_decimal(cost), formula)
    return cost


def _holiday_pay(post: Post, asked: DatedInputs, salary: Decimal, suffix: str, trace: Trace) -> Fraction:
    """A fraction: a twelfth has no end of decimals."""
    amount = Fraction(salary * post.vakantiegeld) / 1200
    trace.euro(
        f"loon_vakantiegeld{suffix}",
        "Vakantiegeld",
        as_decimal(amount),
        f"{format_percent(post.vakantiegeld)} × {format_euro(salary)} / 12",
        *asked.cited(post.vakantiegeld, "holiday_pay_public"),
    )
    return amount


def _year_end(post: Post, asked: DatedInputs, salary: Decimal, suffix: str, trace: Trace) -> Decimal:
    fixed = post.eindejaar_vast or Decimal(0)
    return trace.euro(
        f"loon_eindejaar{suffix}",
        "Eindejaarstoelage",
        fixed + salary * post.eindejaar_percent / 100,
        f"{format_euro(fixed)} + {format_percent(post.eindejaar_percent)} × {format_euro(salary)}",
        *asked.cited(post.eindejaar_percent, "year_end_variable"),
    )


def _contributions(post: Post, asked: DatedInputs, base: Decimal, suffix: str, trace: Trace) -> Decimal:
    used = [asked.figure(name) for name in _CONTRIBUTIONS.get(post.bijdragen, ())]
    rate = sum((one.value for one in used), Decimal(0)) if used else post.bijdragen_eigen or Decimal(0)
    return trace.euro(
        f"loon_bijdragen{suffix}",
        "Werkgeversbijdragen",
        base * rate / 100,
        f"{format_percent(rate)} × {format_euro(base)}",
        *used,
    )


def _extras(post: Post, asked: DatedInputs, salary: Decimal, suffix: str, trace: Trace) -> list[Decimal]:
    vouchers, days = post.maaltijdcheque or Decimal(0), post.maaltijdcheque_dagen or 0
    pension = f"{format_percent(post.tweede_pijler)} × {format_euro(salary)}"
    result = [
        trace.euro(
            f"loon_pijler{suffix}",
            "Tweede pensioenpijler",
            salary * post.tweede_pijler / 100,
            pension,
            *asked.cited(post.tweede_pijler, "pension_second_pillar"),
        )
    ]
    if vouchers and days:
        formula = f"{format_euro(vouchers)} × {days} dagen"
        result.append(trace.euro(f"loon_maaltijdcheques{suffix}", "Maaltijdcheques", vouchers * days, formula))
    if post.andere_loonkost:
        formula = format_euro(post.andere_loonkost)
        result.append(trace.euro(f"loon_andere{suffix}", "Andere loonkost", post.andere_loonkost, formula))
    return result
