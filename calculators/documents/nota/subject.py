"""What the note is about: its title, and its summary in a few sentences."""

from calculators.core.sentences import capitalised
from calculators.documents.figures import Figures, organisation
from calculators.documents.nota.decision import partner
from calculators.documents.nota.posts import SEE, euros
from calculators.dossier import Document


def subject(figures: Figures) -> str:
    """The title of the note, which says what is decided: an appointment, a contract or a grant."""
    match figures.delivery:
        case "extern":
            return f"Opdracht van verbindingsambassadeur voor {partner(figures)}"
        case "subsidie":
            return f"Subsidie aan {partner(figures)} voor een verbindingsambassadeur"
    return "Aanstelling van een verbindingsambassadeur"


def summary(document: Document, figures: Figures) -> str:
    """What is proposed, for whom and at what cost; without a budget only the first of these."""
    other = partner(figures)
    verb = {
        "eigen": "wil een verbindingsambassadeur aanwerven",
        "extern": f"wil {other} de opdracht van verbindingsambassadeur geven",
        "subsidie": f"wil {other} een subsidie geven om een verbindingsambassadeur in dienst te nemen",
    }[figures.delivery]
    job = "iemand die kinderen en jongeren in contact brengt met het jeugdwerk en met ander vrijetijdsaanbod"
    parts = [f"{capitalised(organisation(document))} {verb}: {job}, en die verenigingen daarbij ondersteunt."]
    if budget := figures.budget:
        parts.append(f"Het gaat om {figures.proposal(SEE)}, {figures.term}.")
        less = f", waarvan {euros(budget.income)} gedekt is door ontvangen subsidies" if budget.income else ""
        parts.append(f"De raming over {figures.span} is {euros(budget.total)}{less}.")
    return " ".join(parts)
