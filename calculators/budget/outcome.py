"""The main figures of a budget, for what needs an amount and no page."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger, ledger_of
from calculators.core.results import Trace


@dataclass(frozen=True, slots=True)
class Budget:
    """A budget that is worked out; amounts in euro, to the cent."""

    inputs: Inputs
    ledger: Ledger

    @property
    def total(self) -> Decimal:
        """All costs over the term."""
        return self.ledger.total()

    @property
    def without_vat(self) -> Decimal:
        """All costs over the term without VAT, as public contracts and the limit for a visum count."""
        return self.ledger.without_vat

    @property
    def income(self) -> Decimal:
        """All income over the term."""
        return self.ledger.received()

    @property
    def net(self) -> Decimal:
        """What the costs are beyond the income."""
        return self.total - self.income

    @property
    def operating_year(self) -> Decimal:
        """Operating costs in a full year, at the prices of the first."""
        return self.ledger.operating_year


def calculate(inputs: Inputs) -> Budget:
    """Work out a budget without its explanation; `evaluate` gives that too."""
    return Budget(inputs, ledger_of(inputs, Trace()))
