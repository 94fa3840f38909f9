"""What a full-time year of a post costs the employer: the amount that the reader gives, or built up from the salary.

Built up as in the cost illustration of the sources: indexed salary, holiday pay (`holiday_pay_public`), year-end
allowance, employer contributions on salary and year-end allowance, and the second pension pillar on the salary with the
special contribution on it. What else the reader gives comes on top; wage subsidies come off.
"""

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


def full_time_cost(post: Post, inputs: DatedInputs, suffix: str, trace: Trace) -> Fraction:
    """What a full-time year of this post costs the employer, in euro at the prices of the first year; not rounded.

    Replacement during absence is in it. Each part is recorded in `trace` under its name plus `suffix`.
    """
    recorder = _Wage(post, inputs, suffix, trace)
    cost = recorder.built() if post.loonbasis == BUILT else Fraction(post.jaarloonkost)
    return recorder.replaced(cost) if post.vervanging else cost


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
    holiday = holiday_pay(post) * (1 + Fraction(post.vervanging) / 100)
    return min(Fraction(1), holiday / full_time)


def too_much_subsidy(post: Post, inputs: DatedInputs, full_time: Fraction) -> bool:
    """Whether the wage subsidies of a built-up wage are more than that wage; its cost `full_time` is then nothing."""
    subsidy = post.loonsubsidie
    return not full_time and subsidy is not None and subsidy > sum(_Wage(post, inputs, "", Trace()).parts())


@dataclass(frozen=True, slots=True)
class _Wage:
    """The parts of a built-up wage, each recorded as it is worked out."""

    post: Post
    inputs: DatedInputs
    suffix: str
    trace: Trace

    def built(self) -> Fraction:
        parts = self.parts()
        whole = sum(parts, Fraction(0))
        subsidy = self._subsidy(whole)
        formula = " + ".join(format_euro(as_decimal(part)) for part in parts) or format_euro(_NOTHING)
        if subsidy:
            formula += f" − {format_euro(as_decimal(subsidy))}"
        cost = whole - subsidy
        self._add("voltijds", "Jaarloonkost voor een voltijdse", as_decimal(cost), formula)
        return cost

    def replaced(self, cost: Fraction) -> Fraction:
        share = self.post.vervanging
        extra = cost * Fraction(share) / 100
        formula = f"{format_percent(share)} × {format_euro(as_decimal(cost))}"
        self._add("vervanging", "Vervanging bij afwezigheid", as_decimal(extra), formula)
        formula = f"{format_euro(as_decimal(cost))} + {format_euro(as_decimal(extra))}"
        self._add("met_vervanging", "Jaarloonkost met vervanging", as_decimal(cost + extra), formula)
        return cost + extra

    def parts(self) -> list[Fraction]:
        """All that adds to the wage, in the order of a pay slip."""
        salary, allowance = self._salary(), self._allowance()
        base = salary + allowance
        holiday = self._holiday_pay(base)
        year_end = self._year_end(base)
        others = [year_end, self._contributions(base + year_end), *self._second_pillar(base), self._accidents(base)]
        others.append(self._vouchers())
        if more := self.post.andere_loonkost:
            others.append(self._add("andere", "Andere loonkost", more, format_euro(more)))
        found = [Fraction(salary), Fraction(allowance), holiday, *map(Fraction, others)]
        return [part for part in found if part]

    def _add(self, name: str, label: str, value: Decimal, formula: str, *used: Dated, ours: bool = False) -> Decimal:
        key = f"loon_{name}{self.suffix}"
        self.trace.add(Line(key, label, value, Unit.EURO, formula, used, assumption=ours))
        return value

    def _salary(self) -> Decimal:
        post = self.post
        return self._add(
            "bruto",
            "Geïndexeerd brutojaarsalaris",
            post.salary * post.index_coefficient,
            f"{format_euro(post.salary)} × {format_number(post.index_coefficient)}",
            *(() if post.own_scale else self.inputs.cited(post.jaarsalaris, "sal_b1_step6_100")),
            *self.inputs.cited(post.index_coefficient, "index_coefficient"),
        )

    def _allowance(self) -> Decimal:
        amount, index = self.post.standplaats, self.post.index_coefficient
        if not amount:
            return _NOTHING
        formula = f"{format_euro(amount)} × {format_number(index)}"
        used = self.inputs.cited(index, "index_coefficient")
        return self._add("standplaats", "Haard- of standplaatstoelage", amount * index, formula, *used, ours=True)

    def _holiday_pay(self, base: Decimal) -> Fraction:
        amount = holiday_pay(self.post)
        formula = f"{format_percent(self.post.vakantiegeld)} × {format_euro(base)} / 12"
        used = self.inputs.cited(self.post.vakantiegeld, "holiday_pay_public")
        self._add("vakantiegeld", "Vakantiegeld", as_decimal(amount), formula, *used)
        return amount

    def _year_end(self, base: Decimal) -> Decimal:
        fixed, share = self.post.eindejaar_vast or _NOTHING, self.post.eindejaar_percent
        formula = f"{format_euro(fixed)} + {format_percent(share)} × {format_euro(base)}"
        used = self.inputs.cited(share, "year_end_variable")
        return self._add("eindejaar", "Eindejaarstoelage", fixed + base * share / 100, formula, *used)

    def _contributions(self, base: Decimal) -> Decimal:
        rate, used = contributions(self.post, self.inputs)
        formula = f"{format_percent(rate)} × {format_euro(base)}"
        return self._add("bijdragen", "Werkgeversbijdragen", base * rate / 100, formula, *used)

    def _second_pillar(self, base: Decimal) -> list[Decimal]:
        """What the employer pays into it, and the special contribution on that."""
        share, rate = self.post.tweede_pijler, self.post.pijler_bijdrage
        used = self.inputs.cited(share, "pension_second_pillar")
        formula = f"{format_percent(share)} × {format_euro(base)}"
        paid = self._add("pijler", "Tweede pensioenpijler", base * share / 100, formula, *used)
        if not (paid and rate):
            return [paid]
        used = self.inputs.cited(rate, "pension_second_pillar_levy")
        formula = f"{format_percent(rate)} × {format_euro(paid)}"
        label = "Bijzondere bijdrage op de tweede pijler"
        return [paid, self._add("pijler_bijdrage", label, paid * rate / 100, formula, *used)]

    def _accidents(self, base: Decimal) -> Decimal:
        """The amount counts when both are given; on which wage the percentage counts is our assumption."""
        label = "Verzekering tegen arbeidsongevallen"
        if (amount := self.post.ongevallen_bedrag) is not None:
            return self._add("ongevallen", label, amount, format_euro(amount))
        share = self.post.ongevallen_percent
        if not share:
            return _NOTHING
        formula = f"{format_percent(share)} × {format_euro(base)}"
        return self._add("ongevallen", label, base * share / 100, formula, ours=True)

    def _vouchers(self) -> Decimal:
        each, days = self.post.maaltijdcheque or _NOTHING, self.post.maaltijdcheque_dagen or 0
        if not (each and days):
            return _NOTHING
        formula = f"{format_euro(each)} × {counted(days, 'dag', 'dagen')}"
        return self._add("maaltijdcheques", "Maaltijdcheques", each * days, formula)

    def _subsidy(self, cost: Fraction) -> Fraction:
        """What comes off the wage, at most all of it."""
        subsidy = min(Fraction(self.post.loonsubsidie or _NOTHING), cost)
        if subsidy:
            amount = as_decimal(subsidy)
            self._add("subsidie", "Loonsubsidies en verminderingen", -amount, f"− {format_euro(amount)}")
        return subsidy
