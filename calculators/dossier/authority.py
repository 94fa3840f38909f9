"""Who decides: whether the body that the reader chose fits the way to employ the ambassador.

What the law says stands in the rules of `content`, with its source; most municipalities delegate in their own way, so
that this asks and never refuses.
"""

from calculators.core import content
from calculators.dossier.document import Document

ASSOCIATION = "bestuursorgaan"
"""The body of an association; all others are of a local government."""

RULES = {"eigen": "aanstelling", "extern": "gunning", "subsidie": "subsidie"}
"""The rule on who decides, by the way to employ."""


def ground(delivery: str) -> str:
    """Who usually decides on this way to employ, and on which legal ground, for the reader to check."""
    rule = next(rule for rule in content.rules() if rule.id == RULES[delivery])
    return f"{rule.text}. Grond: {rule.ground or 'vraag het na'}{' (kijk na)' if rule.to_check else ''}."


def unfit(document: Document) -> list[str]:
    """A Dutch sentence if another body usually decides on what the dossier proposes."""
    body, delivery = document.text("orgaan"), document.delivery
    if body in ("", "college", "vast-bureau") and delivery == "subsidie":
        told = ground("subsidie")
        return [f"Wie beslist over de subsidie op naam of het reglement? {told} De nota is nu voor een ander orgaan."]
    if body == "raad" and delivery == "eigen":
        return [f"Wie beslist over de aanstelling? {ground('eigen')} De nota is nu voor de gemeenteraad."]
    if body == ASSOCIATION and delivery == "subsidie":
        return ["Je koos een subsidie, en een vereniging beslist. Geeft de vereniging zelf die subsidie?"]
    return []
