"""Who decides: whether the body that the reader chose fits the way to employ the ambassador.

What the law says stands in the rules of `content`, with its source; most municipalities delegate in their own way, so
that this asks and never refuses.
"""

from calculators.core import content
from calculators.core.delivery import Delivery
from calculators.core.sentences import uncapitalised
from calculators.dossier.choices import Body
from calculators.dossier.declared import FIELDS
from calculators.dossier.document import Document

RULES = {Delivery.OWN: "aanstelling", Delivery.EXTERNAL: "gunning", Delivery.SUBSIDY: "subsidie"}
"""The rule on who decides, by the way to employ."""


def employers(document: Document) -> dict[str, str]:
    """Who may employ, by the way to employ: an association is no local government."""
    choices = dict(FIELDS["uitvoering"].choices)
    return choices | {Delivery.OWN: "De vereniging zelf"} if document.is_association else choices


def ground(delivery: Delivery) -> str:
    """Who usually decides on this way to employ, and on which legal ground, for the reader to check."""
    rule = next(rule for rule in content.rules() if rule.id == RULES[delivery])
    return f"{rule.text}. Grond: {rule.ground_to_show or 'vraag het na'}."


def unfit(document: Document) -> list[str]:
    """A Dutch sentence if the rule on what the dossier proposes is about another body, or leaves open which one."""
    body, delivery = document.body, document.delivery
    if document.is_association:
        granted = "Je koos een subsidie, en een vereniging beslist. Geeft de vereniging zelf die subsidie?"
        return [granted] if delivery == Delivery.SUBSIDY else []
    subject, usual = _ASKED[delivery]
    if body == usual:
        return []
    name = uncapitalised(dict(FIELDS["orgaan"].choices)[body])
    return [f"Wie beslist over {subject}? {ground(delivery)} De nota is nu voor {name}."]


_ASKED = {
    Delivery.OWN: ("de aanstelling", Body.COLLEGE),
    Delivery.EXTERNAL: ("de gunning van de opdracht", Body.COLLEGE),
    Delivery.SUBSIDY: ("de subsidie op naam of het reglement", Body.COUNCIL),
}
"""By the way to employ: what is decided, and the body that the rule on it names first."""
