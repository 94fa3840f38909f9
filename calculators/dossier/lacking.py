"""What a dossier lacks for a decision, each with the field in which it is mended."""

from dataclasses import dataclass

from calculators.calculator import CALCULATORS
from calculators.core import fields
from calculators.core.delivery import Delivery
from calculators.dossier.authority import unfit
from calculators.dossier.choices import Engagement
from calculators.dossier.declared import FIELDS, NUMBERS
from calculators.dossier.document import Document


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a decision usually needs and the dossier lacks, as a Dutch sentence.

    `target` is where it is mended: a field, a list, the partners, the cut-off moment, or a calculator by its name.
    """

    target: str
    text: str

    @property
    def group(self) -> str:
        """The group of the field; empty where it is none of the fields."""
        return FIELDS[self.target].group if self.target in FIELDS else ""

    def href(self, site: str) -> str:
        """The address where it is mended, on the page of the dossier. `site` leads from that page to the home page."""
        return href_of(self.target, site)


def href_of(target: str, site: str) -> str:
    """The address where a target of `Missing` is filled in, on the page of the dossier; `site` as in `Missing.href`."""
    return f"{site}rekenhulp/{target}/" if target in CALCULATORS else f"#dossier-{target}"


def missing_texts(document: Document) -> list[str]:
    """A Dutch sentence for each thing that a decision usually needs and the dossier lacks; none is required."""
    return [lacking.text for lacking in missing(document)]


def missing(document: Document) -> list[Missing]:
    """What a decision usually needs and the dossier lacks, each with where to fill it in; none is required."""
    public = not document.is_association
    wanted = {name: text for name, text in _WANTED.items() if public or name not in _PUBLIC}
    found = [Missing(name, text) for name, text in wanted.items() if not document.text(name)]
    found += [Missing("orgaan", text) for text in unfit(document)]
    found += [*_to_check(document), *_choices(document), *_of_the_budget(document), *_of_partners(document)]
    found += [Missing("trajecten", text) for text in _places(document)]
    if not document.afsluitmoment:
        found.append(Missing("afsluitmoment", "Spreek af wanneer een toeleiding geslaagd is (stap 6)."))
    if not document.criteria:
        found.append(Missing("criteria", "Kies de criteria die jullie naast de cijfers opvolgen (stap 6)."))
    return found


def _choices(document: Document) -> list[Missing]:
    found = []
    if not document.strategieen:
        found.append(Missing("strategieen", "Kies één of meer strategieën (stap 3)."))
    if not document.profiles:
        found.append(Missing("profielen", "Kies het profiel dat erbij past (stap 3)."))
    if document.delivery != Delivery.OWN and not document.text("partner_werkgever"):
        found.append(Missing("partner_werkgever", "Noteer welke partner de ambassadeur in dienst neemt (stap 4)."))
    return found


def _of_the_budget(document: Document) -> list[Missing]:
    """What the budget lacks: own figures in the place of our examples, the kind of contract, or all of it."""
    found = [Missing("budget", text) for text in _examples(document)]
    budget = document.inputs("budget")
    if budget and not budget.get("contract"):
        found.append(Missing("budget", "Kies in je budget het soort contract: onbepaalde of bepaalde duur (stap 3)."))
    if not budget:
        found.append(Missing("budget", "Maak een budget met de rekenhulp en je eigen cijfers (stap 3)."))
    return found


def _of_partners(document: Document) -> list[Missing]:
    known = [partner for partner in document.partners if not partner.is_blank]
    blank = len(document.partners) - len(known)
    texts = []
    if blank:
        which = "Eén partner is" if blank == 1 else f"{blank} partners zijn"
        texts.append(f"{which} nog leeg. Vul aan, of verwijder wie niet meedoet.")
    elif not known:
        texts.append("Noteer de partners, met wat ze toezeggen en hun engagement (stap 2 en 3).")
    if unsigned := sum(partner.engagement != Engagement.SIGNED for partner in known):
        noun = "partner heeft" if unsigned == 1 else "partners hebben"
        texts.append(f"{unsigned} {noun} nog geen engagementsverklaring getekend (stap 3).")
    return [Missing("partners", text) for text in texts]


def _examples(document: Document) -> list[str]:
    """A sentence that names the inputs of the budget which still have our example, if the reader used the budget."""
    raw = document.inputs("budget")
    left = CALCULATORS["budget"].examples_left(raw) if raw else ()
    if not left:
        return []
    count = "één voorbeeldcijfer" if len(left) == 1 else f"{len(left)} voorbeeldcijfers"
    names = ", ".join(label.lower() for label in left)
    return [f"Nog {count} in je budget: {names}. Vul je eigen cijfers in, of zeg in de rekenhulp dat ze kloppen."]


def _to_check(document: Document) -> list[Missing]:
    """Each field that cannot be read; documents show it as typed."""
    _, wrong = fields.read(FIELDS, document.texts)
    found = [Missing(name, f"Kijk na wat je invulde bij “{FIELDS[name].label}”.") for name in wrong]
    for number, partner in enumerate(document.partners, start=1):
        if partner.unclear:
            name = partner.name or f"partner {number}"
            text = f"Kijk na wat je invulde bij “{NUMBERS[partner.asked].label}” van {name}."
            found.append(Missing("partners", text))
    return found


def _places(document: Document) -> list[str]:
    """A sentence if the trajectories calculator counts on another number of places than the partners promise."""
    field = CALCULATORS["trajecten"].fields["vrije_plaatsen"]
    try:
        counted: int | None = fields.parse(field, document.inputs("trajecten").get("vrije_plaatsen", ""))
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
