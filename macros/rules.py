"""Tables of the rules of law, each with its source and the day someone last read it there."""

from collections.abc import Mapping
from typing import NamedTuple

from calculators.core import content, parameters
from calculators.core.content import Rule, RuleKind
from calculators.core.delivery import Delivery
from calculators.core.numbers import format_euro
from calculators.core.parameters import Parameter
from calculators.core.periods import format_date
from calculators.render.html import Child, el
from macros.searchable_html import prose
from macros.tables import table


class _Head(NamedTuple):
    """The caption of a table of rules, and the headings of its columns."""

    caption: str
    columns: tuple[str, str, str]


_HEADS: Mapping[RuleKind, _Head] = {
    "beslissing": _Head("Wie beslist wat?", ("Beslissing", "Wie beslist meestal", "Grond en bron")),
    "advies": _Head("Wie geeft advies?", ("Wie", "Waarover", "Grond en bron")),
    "plicht": _Head("Wat moet?", ("Wat", "Wanneer en hoe", "Grond en bron")),
    "drempel": _Head("Drempels voor overheidsopdrachten", ("Raming, zonder btw", "Wat je doet", "Grond en bron")),
    "medefinanciering": _Head("Waar misschien geld vandaan komt", ("Wat", "Wat je moet weten", "Grond en bron")),
}

_WAYS = {Delivery.OWN: "eigen personeel", Delivery.EXTERNAL: "een opdracht", Delivery.SUBSIDY: "een subsidie"}


def regels(kind: RuleKind) -> str:
    """Show the rules of one kind: whom or what they are about, what they say, and where we read that."""
    head = _HEADS[kind]
    rows = [(_subject(rule), rule.text, source_of(rule)) for rule in content.rules() if rule.kind == kind]
    return prose(table(head.caption, head.columns, rows, "regels"))


def source_of(rule: Rule) -> Child:
    """The ground of a rule, the link to where we read it, and the day; "Kijk na" where that was not its source."""
    place = el("a", rule.source, href=rule.url, data_regel=rule.id) if rule.url else rule.source
    ground = f"{rule.ground}. " if rule.ground else ""
    through = "Via derden: " if rule.origin == "via derden" else ""
    checked = f". Zekerheid: {rule.confidence}. Nagekeken op {format_date(rule.checked_on)}."
    return (
        ground,
        el("small", through, place, checked, data_search_exclude=True),
        el("strong", " Kijk na.") if rule.to_check else None,
    )


def _subject(rule: Rule) -> Child:
    if rule.figure:
        return _amounts(rule.subject, parameters.get(rule.figure))
    ways = " of ".join(_WAYS[way] for way in rule.ways)
    return (rule.subject, el("small", f" Bij {ways}.") if ways else None)


def _amounts(subject: str, figure: Parameter) -> Child:
    """What holds now, and what held before."""
    now = figure.current
    past = [dated for dated in figure.values if dated.valid_from < now.valid_from]
    before = [f" Vanaf {format_date(dated.valid_from)}: {format_euro(dated.value, 0)}." for dated in past]
    return (f"{subject} {format_euro(now.value, 0)}", el("small", before) if before else None)
