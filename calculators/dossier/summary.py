"""The state of a document: how far each step is, what is missing, and what cannot be read."""

from dataclasses import dataclass, replace

from calculators.calculator import CALCULATORS
from calculators.core import content, fields
from calculators.dossier.authority import ASSOCIATION, unfit
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
        statuses = [document.mark(item.id).status for item in document.items if item.step == step.id]
        total = len(statuses) - statuses.count("nvt")
        result.append(Progress(step.id, statuses.count("klaar"), statuses.count("bezig"), total))
    return tuple(result)


def errors(document: Document) -> dict[str, str]:
    """A Dutch message for each field that cannot be read, by the name of its control.

    The number that a partner promises has a name such as `partners.0.plaatsen`, where partners count from 0.
    """
    _, messages = fields.read(FIELDS, document.texts)
    for index, partner in enumerate(document.partners):
        try:
            whose = partner.naam.strip() or f"partner {index + 1}"
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


def missing(document: Document) -> list[str]:
    """A Dutch sentence for each thing that a decision usually needs and the dossier lacks; none is required."""
    public = document.text("orgaan") != ASSOCIATION
    wanted = {name: text for name, text in _WANTED.items() if public or name not in _PUBLIC}
    texts = [text for name, text in wanted.items() if not document.text(name)]
    texts += [*unfit(document), *_to_check(document)]
    if not document.strategieen:
        texts.append("Kies één of meer strategieën (stap 3).")
    if not document.profiles:
        texts.append("Kies het profiel dat erbij past (stap 3).")
    texts += _examples(document)
    if document.delivery != "eigen" and not document.text("partner_werkgever"):
        texts.append("Noteer welke partner de ambassadeur in dienst neemt (stap 4).")
    if not document.inputs("budget"):
        texts.append("Maak een budget met de rekenhulp en je eigen cijfers (stap 3).")
    if not document.partners:
        texts.append("Noteer de partners, met wat ze toezeggen en hun engagement (stap 2 en 3).")
    if unsigned := sum(partner.engagement != "getekend" for partner in document.partners):
        noun = "partner heeft" if unsigned == 1 else "partners hebben"
        texts.append(f"{unsigned} {noun} nog geen engagementsverklaring getekend (stap 3).")
    texts += _places(document)
    if not document.afsluitmoment:
        texts.append("Spreek af wanneer een toeleiding geslaagd is (stap 6).")
    if not document.criteria:
        texts.append("Kies de criteria die jullie naast de cijfers opvolgen (stap 6).")
    return texts


def _examples(document: Document) -> list[str]:
    """A sentence that names the inputs of the budget which still have our example, if the reader used the budget."""
    raw = document.inputs("budget")
    left = CALCULATORS["budget"].examples_left(raw) if raw else ()
    if not left:
        return []
    count = "één voorbeeldcijfer" if len(left) == 1 else f"{len(left)} voorbeeldcijfers"
    names = ", ".join(label.lower() for label in left)
    return [f"Nog {count} in je budget: {names}. Vul je eigen cijfers in, of zeg in de rekenhulp dat ze kloppen."]


def _to_check(document: Document) -> list[str]:
    """A sentence for each field that cannot be read; documents show it as typed."""
    _, wrong = fields.read(FIELDS, document.texts)
    texts = [f"Kijk na wat je invulde bij “{FIELDS[name].label}”." for name in wrong]
    for number, partner in enumerate(document.partners, start=1):
        if partner.unclear:
            name = partner.naam.strip() or f"partner {number}"
            texts.append(f"Kijk na wat je invulde bij “{NUMBERS[partner.asked].label}” van {name}.")
    return texts


def _places(document: Document) -> list[str]:
    """A sentence if the trajectories calculator counts on another number of places than the partners promise."""
    spec = CALCULATORS["trajecten"].specs["vrije_plaatsen"]
    try:
        counted: int | None = fields.parse(spec, document.inputs("trajecten").get("vrije_plaatsen", ""))
    except ValueError:
        return []
    if counted is None or counted == document.places or not document.partners:
        return []
    numbers = f"Je rekent met {counted} vrije plaatsen, en de partners zeggen er {document.places} toe"
    return [f"{numbers}: kijk na wat klopt (stap 6)."]


_WANTED = {
    "organisatie": "Vul de naam van je bestuur of organisatie in.",
    "contact": "Vul een contactpersoon in.",
    "overtuigingen": "Schrijf je overtuigingen op (stap 1).",
    "verwachtingen": "Schrijf je verwachtingen op (stap 1).",
    "situatie": "Vat de omgevingsanalyse samen (stap 2).",
    "focus": "Kies een focus (stap 3).",
    "uitvoering": "Kies wie de ambassadeur in dienst neemt (stap 4).",
    "steungroep": "Beschrijf de steungroep (stap 5).",
    "indicatoren": "Noteer de doelen en indicatoren die jullie afspraken (stap 6).",
    "rapportering": "Spreek af wanneer en aan wie de ambassadeur rapporteert (stap 6).",
    "bevoegdheid": "Vraag na op welke grond het orgaan bevoegd is, en noteer dat voor de nota.",
    "actie": "Zoek de actie in het meerjarenplan op, met haar codes.",
    "visum_drempel": "Vraag vanaf welk bedrag jullie financieel directeur een visum moet geven.",
}
_PUBLIC = ("actie", "visum_drempel")
"""What an association does not have: a multi-year plan and a visum."""
