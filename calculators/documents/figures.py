"""What several documents say or need: names, amounts in words, the figures of the calculators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from calculators import budget
from calculators.calculator import CALCULATORS
from calculators.core import content, numbers
from calculators.core.fields import InputErrors
from calculators.core.periods import format_date, last_day
from calculators.core.results import Result, Table
from calculators.documents import docx
from calculators.documents.docx.xml import Xml
from calculators.dossier import EMPTY, Document, Partner

ORIGIN = (
    "Gemaakt met de onafhankelijke gids “Een verbindingsambassadeur in dienst nemen”. De stappen en de cijfers over "
    "trajecten komen uit het instrument van Karel de Grote Hogeschool."
)


@dataclass(frozen=True)
class Figures:
    """The outcome of the budget calculator for a document, worked out when first asked."""

    document: Document

    @cached_property
    def inputs(self) -> budget.Inputs | None:
        """The inputs of the budget; `None` without a budget, or when an input cannot be read."""
        raw = self.document.inputs("budget")
        if not raw:
            return None
        try:
            inputs: budget.Inputs = CALCULATORS["budget"].read(raw)
        except InputErrors:
            return None
        return inputs

    @cached_property
    def result(self) -> Result | None:
        """The budget itself."""
        return budget.evaluate(self.inputs) if self.inputs else None

    @property
    def broken(self) -> bool:
        """Whether there are budget inputs that cannot be used."""
        return bool(self.document.inputs("budget")) and self.inputs is None

    def table(self, key: str) -> Table | None:
        """A table of the budget."""
        return next((table for table in self.result.tables if table.key == key), None) if self.result else None

    def amount(self, key: str) -> Decimal:
        """A total of the budget in euro; there must be a result."""
        assert self.result is not None
        value = self.result.totals[key]
        assert isinstance(value, Decimal)
        return value

    @property
    def delivery(self) -> str:
        """Who employs: as chosen in the dossier, else as in the budget, else the organisation itself."""
        chosen = self.document.text("werkgever")
        return chosen or (self.inputs.uitvoering if self.inputs else "eigen")

    @property
    def size(self) -> str:
        """The employment in words: `80 % (0,8 VTE)`; empty without a budget."""
        if not self.inputs:
            return ""
        posts = self.inputs.all_posts
        total = sum((post.fte for post in posts), Decimal(0))
        equivalent = f"{numbers.format_number(total / 100)} VTE"
        return (
            f"{numbers.format_percent(total)} ({equivalent})"
            if len(posts) == 1
            else f"{len(posts)} posten, samen {equivalent}"
        )

    @property
    def term(self) -> str:
        """The term in words: `van 1 maart 2027 tot en met 28 februari 2030 (3 jaar)`; empty without a budget."""
        if not self.inputs:
            return ""
        start, end = format_date(self.inputs.startdatum), format_date(last_day(self.inputs.end))
        return f"van {start} tot en met {end} ({numbers.format_number(self.inputs.looptijd_jaren)} jaar)"


def organisation(document: Document) -> str:
    """The reader's organisation, or a neutral name for it."""
    return document.text("organisatie") or "het bestuur"


def subtitle(document: Document, today: date, fallback: str) -> Xml:
    """Whose document it is and of which day; a blank one carries no date."""
    if document == EMPTY:
        return docx.para(fallback, style="Subtitle")
    parts = [document.text("organisatie"), f"stand op {format_date(today)}"]
    return docx.para(" · ".join(part for part in parts if part), style="Subtitle")


def origin() -> Xml:
    """Where the document comes from, in small print."""
    return docx.para(ORIGIN, style="Uitleg")


def chosen_strategies(document: Document) -> Sequence[content.Strategy]:
    """The strategies the reader chose."""
    return [strategy for strategy in content.strategies() if strategy.id in document.strategieen]


def chosen_profiles(document: Document) -> Sequence[content.Profile]:
    """The profiles the reader chose."""
    return [profile for profile in content.profiles() if profile.id in document.profielen]


def to_check(typed: str) -> str:
    """What was typed and cannot be read, for someone to look at."""
    return f"{typed} (na te kijken)"


def promised(partner: Partner) -> str:
    """The number that a partner promises, as typed."""
    return to_check(partner.typed) if partner.unclear else partner.typed


def listed(parts: Sequence[str]) -> str:
    """Write an enumeration: `a, b en c`."""
    return f"{', '.join(parts[:-1])} en {parts[-1]}" if len(parts) > 1 else "".join(parts)
