"""What the trajectories calculator gives for a dossier: the same in every document, for the moment that was agreed."""

from dataclasses import dataclass, replace
from functools import cached_property

from calculators import trajectories
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.core.fields import fields_of
from calculators.core.results import Result
from calculators.dossier import Document
from calculators.trajectories.inputs import ENROLMENT

NO_MOMENT = "kies eerst een moment"
NO_FIGURE = "eigen cijfer nodig"


@dataclass(frozen=True)
class Expected:
    """Inputs of the trajectories calculator, with the moment at which a dossier says that a lead is successful, if any.

    Without a moment the inputs have the first one, and numbers of successful leads are not to be shown: see `lacking`.
    """

    inputs: trajectories.Inputs
    moment: content.Cutoff | None

    @cached_property
    def result(self) -> Result:
        """The outcome; some of it may have to stay out of sight."""
        return trajectories.evaluate(self.inputs)

    @property
    def lacking(self) -> str:
        """Why no number of successful leads can be given, in the words of a cell; empty when one can."""
        if self.moment is None:
            return NO_MOMENT
        known = self.inputs.afsluitmoment == ENROLMENT or self.inputs.eigen_slaagaandeel is not None
        return "" if known else NO_FIGURE


def expected(document: Document) -> Expected:
    """The trajectories of a dossier. Raises `InputErrors` for answers that cannot be used.

    The moment is that of the dossier; the reader's own share of success counts only for the moment it was given for.
    Places are those that the partners promised, unless the reader gave another number.
    """
    raw, moment = dict(document.inputs("trajecten")), document.afsluitmoment or ENROLMENT
    if raw.get("afsluitmoment", ENROLMENT) != moment:
        raw.pop("eigen_slaagaandeel", None)
    inputs: trajectories.Inputs = CALCULATORS["trajecten"].read({**raw, "afsluitmoment": moment})
    promised = min(document.places, fields_of(trajectories.Inputs)["vrije_plaatsen"].maximum)
    if inputs.vrije_plaatsen is None and promised:
        inputs = replace(inputs, vrije_plaatsen=promised)
    agreed = next((one for one in content.cutoffs() if one.id == document.afsluitmoment), None)
    return Expected(inputs, agreed)
