"""What a full-time year of a post costs the employer: the amount that the reader gives, or built up from the salary.

Built up as in the cost illustration of the sources: indexed salary, holiday pay (`holiday_pay_public`), year-end
allowance, employer contributions on salary and year-end allowance, and the second pension pillar on the salary with the
special contribution on it. What else the reader gives comes on top; wage subsidies come off.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from calculators.budget.posts import BUILT, Post
from calculators.core.numbers import as_decimal, format_euro, format_number, format_percent
from calculators.core.parameters import Dated
from calculators.core.parameters.prefill import DatedInputs
from calculators.core.results import Line, Trace, Unit
from calculators.core.sentences import counted

_CONTRIBUTIONS = {
    "lokaal": ("rsz_contractual_total",),
    "lokaal-prive": ("rsz_contractual_total", "rsz_unemployment_169"),
    "pc329-klein": ("pc329_rsz_under_10",),
    "pc329-groot": ("pc329_rsz_from_10",),
}
_NOTHING = Decimal(0)


def yearly_wage(post: Post, inputs: DatedInputs) -> Fraction:
    """What a full-time year of this post costs the employer, in euro at the prices of the first year; not rounded.

    Replacement during absence is in it.
    """
    cost = Fraction(post.jaarloonkost)
    if post.loonbasis == BUILT:
        whole = _whole(parts(post, inputs))
        cost = whole - _subsidy(post, whole)
    return cost + _replacement(post, cost)


def full_time_cost(post: Post, inputs: DatedInputs, suffix: str, trace: Trace) -> Fraction:
    """The same, with each part recorded in `trace` under its name plus `suffix`."""
    explained = _Explained(post, inputs, suffix, trace)
    cost = explained.built() if post.loonbasis == BUILT else Fraction(post.jaarloonkost)
    return explained.replaced(cost) if post.vervanging else cost


def parts(post: Post, inputs: DatedInputs) -> dict[str, Decimal | Fraction]:
    """What a built-up wage is the sum of, by name and in the order of a pay slip, in euro for a full-time year.

    Of accidents the amount counts when a percentage is given too; on which wage that counts is our assumption.
    """
    salary, allowance = post.salary * post.index_coefficient, (post.standplaats or _NOTHING) * post.index_coefficient
    base = salary + allowance
    year_end = (post.eindejaar_vast or _NOTHING) + base * post.eindejaar_percent / 100
    rate, _ = contributions(post, inputs)
    pillar = base * post.tweede_pijler / 100
    accidents = post.ongevallen_bedrag
    return {
        "bruto": salary,
        "standplaats": allowance,
        "vakantiegeld": holiday_pay(post),
        "eindejaar": year_end,
        "bijdragen": (base + year_end) * rate / 100,
        "pijler": pillar,
        "pijler_bijdrage": pillar * post.pijler_bijdrage / 100,
        "ongevallen": base * (post.ongevallen_percent or _NOTHING) / 100 if accidents is None else accidents,
        "maaltijdcheques": (post.maaltijdcheque or _NOTHING) * (post.maaltijdcheque_dagen or 0),
        "andere": post.andere_loonkost or _NOTHING,
    }


def _whole(amounts: Mapping[str, Decimal | Fraction]) -> Fraction:
    return sum([Fraction(amount) for amount in amounts.values() if amount], Fraction(0))


def _subsidy(post: Post, cost: Fraction) -> Fraction:
    """What comes off a built-up wage, at most all of it."""
    return min(Fraction(post.loonsubsidie), cost) if post.loonsubsidie else Fraction(0)


def _replacement(post: Post, cost: Fraction) -> Fraction:
    return cost * Fraction(post.vervanging / 100) if post.vervanging else Fraction(0)


def gross(post: Post) -> Decimal:
    """The indexed salary of a full-time year, with the allowance for household or residence.

    Assumption of ours: the allowance counts for all that is a share of the salary.
    """
    return (post.salary + (post.standplaats or _NOTHING)) * post.index_coefficient


def holiday_pay(post: Post) -> Fraction:
    """The holiday pay of a full-time year; a fraction, as a twelfth has no end of decimals."""
    return Fraction(gross(post) * post.vakantiegeld) / 1200


def contributions(post: Post, inputs: DatedInputs) -> tuple[Decimal, tuple[Dated, ...]]:
    """The employer's contributions, in percent of salary and year-end allowance, and the figures they come from."""
    used = tuple(inputs.figure(name) for name in _CONTRIBUTIONS.get(post.bijdragen, ()))
    return (sum((rate.value for rate in used), _NOTHING) if used else post.bijdragen_eigen or _NOTHING), used


def paid_later_share(post: Post, full_time: Fraction) -> Fraction:
    """The share of a wage that is holiday pay counted a year later, as the reader may choose for a built-up wage."""
    return holiday_share(post, full_time) if post.holiday_pay_later else Fraction(0)


def holiday_share(post: Post, full_time: Fraction) -> Fraction:
    """The share of a built-up wage that is holiday pay; `full_time` is the cost of a full-timer.

    Who stands in during absence has that share of holiday pay too.
    """
    if not full_time:
        return Fraction(0)
    holiday = holiday_pay(post) * Fraction(1 + post.vervanging / 100)
    return min(Fraction(1), holiday / full_time)


def too_much_subsidy(post: Post, inputs: DatedInputs, full_time: Fraction) -> bool:
    """Whether the wage subsidies of a built-up wage are more than that wage; its cost `full_time` is then nothing."""
    subsidy = post.loonsubsidie
    return not full_time and subsidy is not None and subsidy > _whole(parts(post, inputs))


@dataclass(frozen=True, slots=True)
class _Explained:
    """A wage with its parts recorded, each with its formula and the figures it rests on."""

    post: Post
    inputs: DatedInputs
    suffix: str
    trace: Trace

    def built(self) -> Fraction:
        amounts = parts(self.post, self.inputs)
        self._of_salary(amounts)
        self._of_employer(amounts)
        self._of_more(amounts)
        whole = _whole(amounts)
        formula = " + ".join(_euro(part) for part in amounts.values() if part) or _euro(_NOTHING)
        if subsidy := _subsidy(self.post, whole):
            self._add("subsidie", "Loonsubsidies en verminderingen", -subsidy, f"− {_euro(subsidy)}")
            formula += f" − {_euro(subsidy)}"
        self._add("voltijds", "Jaarloonkost voor een voltijdse", whole - subsidy, formula)
        return whole - subsidy

    def replaced(self, cost: Fraction) -> Fraction:
        extra = _replacement(self.post, cost)
        formula = f"{format_percent(self.post.vervanging)} × {_euro(cost)}"
        self._add("vervanging", "Vervanging bij afwezigheid", extra, formula)
        formula = f"{_euro(cost)} + {_euro(extra)}"
        self._add("met_vervanging", "Jaarloonkost met vervanging", cost + extra, formula)
        return cost + extra

    def _add(
        self, name: str, label: str, value: Decimal | Fraction, formula: str, *used: Dated, ours: bool = False
    ) -> None:
        key, amount = f"loon_{name}{self.suffix}", _decimal(value)
        self.trace.add(Line(key, label, amount, Unit.EURO, formula, used, assumption=ours))

    def _of_salary(self, amounts: Mapping[str, Decimal | Fraction]) -> None:
        """The salary, and what the employee gets as a share of it or with its index."""
        post, cited = self.post, self.inputs.cited
        index = cited(post.index_coefficient, "index_coefficient")
        base = _euro(gross(post))
        salary = () if post.own_scale else cited(post.jaarsalaris, "sal_b1_step6_100")
        formula = f"{format_euro(post.salary)} × {format_number(post.index_coefficient)}"
        self._add("bruto", "Geïndexeerd brutojaarsalaris", amounts["bruto"], formula, *salary, *index)
        if allowance := post.standplaats:
            formula = f"{format_euro(allowance)} × {format_number(post.index_coefficient)}"
            label = "Haard- of standplaatstoelage"
            self._add("standplaats", label, amounts["standplaats"], formula, *index, ours=True)
        formula = f"{format_percent(post.vakantiegeld)} × {base} / 12"
        used = cited(post.vakantiegeld, "holiday_pay_public")
        self._add("vakantiegeld", "Vakantiegeld", amounts["vakantiegeld"], formula, *used)
        formula = f"{format_euro(post.eindejaar_vast or _NOTHING)} + {format_percent(post.eindejaar_percent)} × {base}"
        used = cited(post.eindejaar_percent, "year_end_variable")
        self._add("eindejaar", "Eindejaarstoelage", amounts["eindejaar"], formula, *used)

    def _of_employer(self, amounts: Mapping[str, Decimal | Fraction]) -> None:
        """The contributions, and the second pillar with the special contribution on it."""
        post, base = self.post, gross(self.post)
        rate, used = contributions(post, self.inputs)
        formula = f"{format_percent(rate)} × {format_euro(base + _decimal(amounts['eindejaar']))}"
        self._add("bijdragen", "Werkgeversbijdragen", amounts["bijdragen"], formula, *used)
        used = self.inputs.cited(post.tweede_pijler, "pension_second_pillar")
        formula = f"{format_percent(post.tweede_pijler)} × {format_euro(base)}"
        self._add("pijler", "Tweede pensioenpijler", amounts["pijler"], formula, *used)
        if levy := amounts["pijler_bijdrage"]:
            used = self.inputs.cited(post.pijler_bijdrage, "pension_second_pillar_levy")
            formula = f"{format_percent(post.pijler_bijdrage)} × {_euro(amounts['pijler'])}"
            self._add("pijler_bijdrage", "Bijzondere bijdrage op de tweede pijler", levy, formula, *used)

    def _of_more(self, amounts: Mapping[str, Decimal | Fraction]) -> None:
        """What else the reader gives."""
        post, insured = self.post, "Verzekering tegen arbeidsongevallen"
        if (amount := post.ongevallen_bedrag) is not None:
            self._add("ongevallen", insured, amount, format_euro(amount))
        elif share := post.ongevallen_percent:
            formula = f"{format_percent(share)} × {format_euro(gross(post))}"
            self._add("ongevallen", insured, amounts["ongevallen"], formula, ours=True)
        if (each := post.maaltijdcheque) and (days := post.maaltijdcheque_dagen):
            formula = f"{format_euro(each)} × {counted(days, 'dag', 'dagen')}"
            self._add("maaltijdcheques", "Maaltijdcheques", amounts["maaltijdcheques"], formula)
        if more := post.andere_loonkost:
            self._add("andere", "Andere loonkost", more, format_euro(more))


def _decimal(amount: Decimal | Fraction) -> Decimal:
    return as_decimal(amount) if isinstance(amount, Fraction) else amount


def _euro(amount: Decimal | Fraction) -> str:
    return format_euro(_decimal(amount))
