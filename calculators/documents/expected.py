"""The result of the trajectories calculator for a dossier, by the agreed cut-off moment: the same in every document."""

from dataclasses import dataclass, replace
from functools import cached_property

from calculators import trajectories
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.core.fields import fields_of
from calculators.core.results import Result
from calculators.dossier import Document
from calculators.trajectories.evaluation import OWN_FIGURE_NEEDED
from calculators.trajectories.inputs import ENROLMENT

NO_MOMENT = "kies eerst een moment"


@dataclass(frozen=True)
class Expected:
    """Inputs of the trajectories calculator, and the cut-off moment that was agreed, if any.

    Without a moment the inputs have the first one, and successful referrals must not be shown: see `lacking`.
    """

    inputs: trajectories.Inputs
    moment: content.Cutoff | None

    @cached_property
    def result(self) -> Result:
        """The result for these inputs. Look at `lacking` before showing successful referrals."""
        return trajectories.evaluate(self.inputs)

    @property
    def lacking(self) -> str:
        """Why no number of successful referrals can be given, in Dutch for a table cell; empty if one can."""
        if self.moment is None:
            return NO_MOMENT
        known = self.inputs.afsluitmoment == ENROLMENT or self.inputs.eigen_slaagaandeel is not None
        return "" if known else OWN_FIGURE_NEEDED


def expected(document: Document) -> Expected:
    """What to expect for a dossier. Raises `InputErrors` if its answers are wrong.

    The moment is that of the dossier; the reader's own share of success counts only for the moment it was given for.
    The places are the reader's own number or else those that partners promised.
    """
    raw, moment = dict(document.inputs("trajecten")), document.afsluitmoment or ENROLMENT
    if raw.get("afsluitmoment", ENROLMENT) != moment:
        raw.pop("eigen_slaagaandeel", None)
    inputs: trajectories.Inputs = CALCULATORS["trajecten"].read({**raw, "afsluitmoment": moment})
    promised = min(document.places, fields_of(trajectories.Inputs)["vrije_plaatsen"].maximum)
    if inputs.vrije_plaatsen is None and promised:
        inputs = replace(inputs, vrije_plaatsen=promised)
    return Expected(inputs, document.cutoff)
