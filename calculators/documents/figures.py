"""The figures of the calculators for a dossier, and the words for them that several documents share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from calculators import budget, duration
from calculators.budget.posts import Post
from calculators.calculator import CALCULATORS
from calculators.core import content, numbers, terms
from calculators.core.delivery import Delivery
from calculators.core.fields import InputErrors
from calculators.core.periods import format_date, last_day
from calculators.core.results import Result, Table
from calculators.dossier import Document, Partner

ORIGIN = (
    "Gemaakt met de onafhankelijke gids “Een verbindingsambassadeur in dienst nemen”. De stappen en de cijfers over "
    "trajecten komen uit het instrument van Karel de Grote Hogeschool."
)


@dataclass(frozen=True)
class Figures:
    """What the budget and the term calculator give for a document, worked out when first asked."""

    document: Document

    @property
    def raw(self) -> Mapping[str, str]:
        """The answers of the budget as typed, with the one employer that each document has; empty without a budget."""
        raw, chosen = self.document.inputs("budget"), self.document.text("uitvoering")
        return {**raw, "uitvoering": chosen} if raw and chosen else raw

    @cached_property
    def inputs(self) -> budget.Inputs | None:
        """The inputs of the budget; `None` without a budget, or when an input cannot be read."""
        if not self.raw:
            return None
        try:
            inputs: budget.Inputs = CALCULATORS["budget"].read(self.raw)
        except InputErrors:
            return None
        return inputs

    @cached_property
    def budget(self) -> budget.Budget | None:
        """The totals of the budget with its ledger; `None` where `inputs` is."""
        return budget.calculate(self.inputs) if self.inputs else None

    @cached_property
    def result(self) -> Result | None:
        """The budget as its page shows it, with tables and notices; `None` where `inputs` is."""
        return budget.evaluate(self.inputs) if self.inputs else None

    @cached_property
    def appointment(self) -> duration.Inputs | None:
        """The appointment: start, contract and years of the budget, the rest of the term calculator.

        `None` without either. With a budget, what the term calculator shows counts also where nobody used it: the
        calendar file is made of that.
        """
        raw = self.document.inputs("looptijd") if self.inputs is None else self.document.shown("looptijd")
        try:
            term: duration.Inputs | None = CALCULATORS["looptijd"].read(raw) if raw else None
        except InputErrors:
            term = None
        if self.inputs is None:
            return term
        start, kind, years = self.inputs.startdatum, self.inputs.contract, self.inputs.looptijd_jaren
        return replace(term or duration.Inputs(), startdatum=start, contract=kind, looptijd_jaren=years)

    @property
    def broken(self) -> bool:
        """Whether there are budget inputs that cannot be used."""
        return bool(self.document.inputs("budget")) and self.inputs is None

    def table(self, key: str) -> Table | None:
        """A table of `result` by its key; `None` without a budget, or where the budget has no such table."""
        return next((table for table in self.result.tables if table.key == key), None) if self.result else None

    @property
    def delivery(self) -> Delivery:
        """Who employs (`Delivery`); until the reader chooses, own staff."""
        return self.document.delivery

    def employer(self, unnamed: str = "de externe partner") -> str:
        """The name of the employer; `unnamed` for a partner without a name, nothing for an organisation without one."""
        if self.delivery == Delivery.OWN:
            return self.document.text("organisatie")
        return self.document.text("partner_werkgever") or unnamed

    def size(self, see: str = "") -> str:
        """The employment in words: `80 % (0,8 VTE)`, `2 posten, samen 1,5 VTE`; empty without a budget.

        Equal posts are `2 × 80 %, samen 1,6 VTE`. Posts that do not all work for the whole term have an average. `see`
        then tells where each of them stands.
        """
        if not self.inputs:
            return ""
        (first, *others), average = self.inputs.all_posts, self.inputs.average_fte
        count = f"{self.inputs.people} posten" if self.several else "1 post"
        if not self.inputs.whole_term:
            which = f" ({see})" if see else ""
            return f"{count}{which}, gemiddeld {full_time_equivalents(average)} over {self.span}"
        if not self.several:
            return f"{numbers.format_percent(average)} ({full_time_equivalents(average)})"
        return f"{count if others else employment(first)}, samen {full_time_equivalents(average)}"

    def proposal(self, see: str = "") -> str:
        """The employment as a sentence says it: `een tewerkstelling van 80 % (0,8 VTE)`, `2 posten, samen 1,5 VTE`."""
        alone = self.inputs and self.inputs.whole_term and not self.several
        return f"een tewerkstelling van {self.size()}" if alone else self.size(see)

    @property
    def several(self) -> bool:
        """Whether the budget is for more than one ambassador: several posts, or a row of equal ones."""
        return self.inputs is not None and self.inputs.people > 1

    @property
    def whom(self) -> str:
        """The ambassador, or all of them, within a sentence that makes them known."""
        return "verbindingsambassadeurs" if self.several else "een verbindingsambassadeur"

    @property
    def term(self) -> str:
        """The term in words: `van 1 maart 2027 tot en met 28 februari 2030 (3 jaar)`; empty without an appointment.

        Without an end: `van onbepaalde duur vanaf 1 maart 2027, geraamd over 3 jaar`.
        """
        if not self.appointment:
            return ""
        start, years = format_date(self.appointment.startdatum), self.years
        if self.appointment.end is None:
            return f"van onbepaalde duur vanaf {start}, geraamd over {years}"
        return f"van {start} tot en met {format_date(last_day(self.appointment.end))} ({years})"

    @property
    def years(self) -> str:
        """The years of the term, or those that are estimated when it has no end: `3 jaar`; there must be a term."""
        assert self.appointment is not None
        return terms.in_words(self.appointment.looptijd_jaren)

    @property
    def span(self) -> str:
        """What amounts are for: `de looptijd` or, of an appointment without an end, `de eerste 3 jaar`."""
        if self.appointment is None or self.appointment.fixed:
            return "de looptijd"
        return terms.first_in_words(self.appointment.looptijd_jaren)

    @property
    def fixed(self) -> bool:
        """Whether the contract has an end, as far as is known."""
        return self.appointment is None or self.appointment.fixed

    @property
    def rhythm(self) -> str:
        """How often the appointment is evaluated: `elk jaar`, `om de 6 maanden`."""
        return every((self.appointment or duration.Inputs()).evaluatie_maanden)


def employment(post: Post) -> str:
    """What one works and, of several equal posts, how many there are: `3 × 80 %`."""
    share = numbers.format_percent(post.fte)
    return share if post.aantal == 1 else f"{post.aantal} × {share}"


def full_time_equivalents(percent: Decimal) -> str:
    """An employment in full-time equivalents, at most two decimals: `0,8 VTE`."""
    found = numbers.rounded(percent / 100)
    return f"{numbers.format_number(found)} VTE"


def every(months: int) -> str:
    """How often something returns: `elke maand`, `om de 6 maanden`, `elk jaar`, `om de 2 jaar`."""
    count, single, more = (months, "elke maand", "maanden") if months % 12 else (months // 12, "elk jaar", "jaar")
    return single if count == 1 else f"om de {count} {more}"


def organisation(document: Document) -> str:
    """The name of the reader's organisation, or `het bestuur`."""
    return document.text("organisatie") or "het bestuur"


def chosen_strategies(document: Document) -> Sequence[content.Strategy]:
    """The strategies that the reader chose, in the instrument's order."""
    return [strategy for strategy in content.strategies() if strategy.id in document.strategieen]


def chosen_profiles(document: Document) -> Sequence[content.Profile]:
    """The profiles that the reader chose, in the dossier or for a post of the budget, in the instrument's order."""
    return [profile for profile in content.profiles() if profile.id in document.profiles]


def to_check(typed: str) -> str:
    """What was typed and cannot be read, marked so that a colleague looks at it."""
    return f"{typed} (na te kijken)"


def promised(partner: Partner) -> str:
    """The number that a partner promises, as typed."""
    return to_check(partner.typed) if partner.unclear else partner.typed
