"""The state of a document: how far each step is, what is missing, and what cannot be read."""

from dataclasses import dataclass, replace

from calculators.core import content, fields
from calculators.dossier.choices import Status
from calculators.dossier.declared import FIELDS, NUMBERS, options
from calculators.dossier.document import Document


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is: of the `total` items that apply, how many are `done` and how many are under way (`busy`)."""

    step: str
    done: int
    busy: int
    total: int


def progress(document: Document) -> tuple[Progress, ...]:
    """The progress of each step, in order; items that do not apply are left out."""
    result = []
    for step in content.steps():
        statuses = [document.noted(item.id).status for item in document.items if item.step == step.id]
        total = len(statuses) - statuses.count(Status.NOT_APPLICABLE)
        result.append(Progress(step.id, statuses.count(Status.DONE), statuses.count(Status.BUSY), total))
    return tuple(result)


def errors(document: Document) -> dict[str, str]:
    """A Dutch message for each field that cannot be read, by the name of its control.

    The number that a partner promises has a name such as `partners.0.plaatsen`, where partners count from 0.
    """
    _, messages = fields.read(FIELDS, document.texts)
    for index, partner in enumerate(document.partners):
        try:
            whose = partner.name or f"partner {index + 1}"
            fields.parse(replace(NUMBERS[partner.asked], which=whose), partner.typed)
        except ValueError as error:
            messages[f"partners.{index}.{partner.asked}"] = str(error)
    return messages


def deviating(document: Document) -> list[str]:
    """A Dutch sentence for each deviation from the appointment, to check before the council decides."""
    texts = [*(deviation.text for deviation in document.deviations), *other_profiles(document)]
    return [f"Kijk na of dit klopt. {text}" for text in texts]


def other_profiles(document: Document) -> list[str]:
    """A Dutch sentence for each post whose profile is not among those chosen in the dossier.

    Without profiles in the dossier there is nothing to compare.
    """
    names = dict(options("profielen"))
    return [
        f"Post {number} in je budget heeft het profiel “{names[id_]}”. In je dossier koos je dat niet: de documenten "
        "noemen dit profiel ook."
        for number, id_ in document.post_profiles.items()
        if document.profielen and id_ not in document.profielen
    ]
