"""Term of an appointment: phases, moments to plan, and what can be measured by when."""

from calculators.core.fields import fields_of
from calculators.duration.evaluation import evaluate
from calculators.duration.inputs import Inputs, from_values
from calculators.duration.schedule import Evaluation, Moment, Phase, evaluations, moments, phases

TITLE = "Looptijd"
FIELDS = fields_of(Inputs)
"""Every input by the name of its form control, in the order of the form."""

__all__ = [
    "FIELDS",
    "TITLE",
    "Evaluation",
    "Inputs",
    "Moment",
    "Phase",
    "evaluate",
    "evaluations",
    "from_values",
    "moments",
    "phases",
]
