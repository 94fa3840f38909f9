"""Budget of a verbindingsambassadeur: personnel, operating costs, income and net cost per year."""

from calculators.budget.evaluation import evaluate, figures
from calculators.budget.inputs import Inputs, declarations, from_values
from calculators.budget.outcome import Budget, calculate
from calculators.budget.posts import Post

TITLE = "Budget"
FIELDS = declarations()
"""Every input by the name of its form control, in the order of the form."""
QUESTIONS = (
    "fte",
    "uitvoering",
    "startdatum",
    "contract",
    "looptijd_jaren",
    "jaarloonkost",
    "werkingskosten",
    "subsidie",
)
"""The inputs to ask first: what changes the total most, and what every budget needs. All others refine them."""

__all__ = [
    "FIELDS",
    "QUESTIONS",
    "TITLE",
    "Budget",
    "Inputs",
    "Post",
    "calculate",
    "evaluate",
    "figures",
    "from_values",
]
