"""What the note is about: its title, and its summary in a few sentences."""

from calculators.budget import Budget
from calculators.core.delivery import Delivery
from calculators.core.numbers import rounded
from calculators.core.sentences import capitalised
from calculators.documents.figures import Figures, organisation
from calculators.documents.nota.decision import commission, partner
from calculators.documents.nota.posts import SEE, euros
from calculators.dossier import Document


def subject(figures: Figures) -> str:
    """The title of the note, which says what is decided: an appointment, a contract or a grant."""
    match figures.delivery:
        case Delivery.EXTERNAL:
            return capitalised(commission(figures))
        case Delivery.SUBSIDY:
            return f"Subsidie aan {partner(figures)} voor {figures.whom}"
    return f"Aanstelling van {figures.whom}"


def summary(document: Document, figures: Figures) -> str:
    """What is proposed, for whom and at what cost; without a budget only the first of these."""
    other = partner(figures)
    verb = {
        Delivery.OWN: f"wil {figures.whom} aanwerven",
        Delivery.EXTERNAL: f"wil {other} {_task(figures)}",
        Delivery.SUBSIDY: f"wil {other} een subsidie geven om {figures.whom} in dienst te nemen",
    }[figures.delivery]
    parts = [f"{capitalised(organisation(document))} {verb}: {_SEVERAL if figures.several else _ONE}."]
    if budget := figures.budget:
        parts.append(f"Het gaat om {figures.proposal(SEE)}, {figures.term}.")
        parts.append(f"De raming over {figures.span} is {euros(budget.total)}{_covered(budget)}.")
    return " ".join(parts)


def _covered(budget: Budget) -> str:
    """What subsidies cover, or by how much they are more than the cost; nothing without them."""
    cost, income = rounded(budget.total, 0), rounded(budget.income, 0)
    if income > cost:
        return f". De subsidies zijn samen {euros(income)}, {euros(income - cost)} meer dan de kost (na te kijken)"
    return f", waarvan {euros(income)} met subsidies gedekt wordt" if income else ""


def _task(figures: Figures) -> str:
    if figures.several:
        return "de opdracht geven om verbindingsambassadeurs in te zetten"
    return "de opdracht van verbindingsambassadeur geven"


_ONE = (
    "iemand die kinderen en jongeren in contact brengt met het jeugdwerk en met ander vrijetijdsaanbod, en die "
    "verenigingen daarbij ondersteunt"
)
_SEVERAL = (
    "mensen die kinderen en jongeren in contact brengen met het jeugdwerk en met ander vrijetijdsaanbod, en die "
    "verenigingen daarbij ondersteunen"
)
"""What an ambassador does, and what several of them do."""
