"""Realistic targets: how many trajectories and successful referrals a year, and what limits them."""

from calculators.trajectories.evaluation import evaluate
from calculators.trajectories.inputs import Inputs, declarations, factor_name, from_values

TITLE = "Trajecten"
FIELDS = declarations()
"""Every input by the name of its form control, in the order of the form."""

__all__ = ["FIELDS", "TITLE", "Inputs", "evaluate", "factor_name", "from_values"]
