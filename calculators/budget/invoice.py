"""The invoice of an external partner: which operating costs (werkingskosten) stand on it without VAT (btw)."""

from typing import Any

from calculators.budget.operating import CATEGORIES
from calculators.core.delivery import Delivery
from calculators.core.fields import choice_field

GROUP = "Uitvoering"
WITH_VAT, WITHOUT_VAT = "met", "zonder"
"""Of a category: whether it is invoiced with VAT."""
CHARGED, EXEMPT = "standaard", "vrij"
"""Of a partner: whether it charges VAT."""


def vat_of(category: str) -> Any:
    """Whether a category is invoiced with VAT, as all of them are by default: assumption of ours."""
    return choice_field(
        f"Btw op: {CATEGORIES[category].lower()}",
        WITH_VAT,
        ((WITH_VAT, "Met btw"), (WITHOUT_VAT, "Zonder btw")),
        group=GROUP,
        seldom="Zijn er kosten zonder btw?",
        shown_if=("uitvoering", (Delivery.EXTERNAL,)),
        assumption=True,
    )
