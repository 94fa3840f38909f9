"""The part of the note that gives facts, context and reasons."""

from calculators.core import content
from calculators.core.delivery import Delivery
from calculators.documents import docx
from calculators.documents.docx import Column
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures, chosen_profiles, chosen_strategies, promised
from calculators.documents.nota.posts import SEE, posts
from calculators.documents.nota.targets import trajectories
from calculators.dossier import FIELDS, Document, Partner, options
from calculators.dossier.authority import employers
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES

ARGUMENT = {
    "overtuigingen": "Waarom",
    "knelpunten": "Wat vandaag niet lukt",
    "verwachtingen": "Wat we verwachten",
    "eigen_inzet": "Wat we zelf doen",
    "situatie": "De situatie vandaag",
    "leefwereld": "De leefwereld van kinderen en jongeren",
    "focus": "Onze focus",
}
"""The titles of the texts that argue for an ambassador, by the name of the text."""


def reasons(document: Document, figures: Figures) -> Xml:
    """“Feitelijke context en argumentatie”: what the reader wrote at each step, or a hint where nothing stands yet."""
    return join(
        docx.heading(2, "Feitelijke context en argumentatie"),
        [_said(document, title, name) for name, title in ARGUMENT.items()],
        _strategies(document),
        _profiles(document),
        _partners(document),
        _employer(document, figures),
        _size(figures),
        _support(document, figures),
        _goals(document),
    )


def _said(document: Document, title: str, name: str) -> Xml:
    field = FIELDS[name]
    hint = field.help or field.label
    return join(docx.heading(3, title), controls.block(title, document.text(name), hint))


def _strategies(document: Document) -> Xml:
    chosen = chosen_strategies(document)
    rows = [docx.join_runs(docx.bold(strategy.name), f": {strategy.description}") for strategy in chosen]
    hint = f"Kies uit: {'; '.join(strategy.name.lower() for strategy in content.strategies())}."
    return join(
        docx.heading(3, "Strategieën"),
        docx.bullets(rows) if rows else controls.block("Strategieën", "", hint),
    )


def _profiles(document: Document) -> Xml:
    chosen = chosen_profiles(document)
    rows = [docx.join_runs(docx.bold(profile.name), f": {profile.description}") for profile in chosen]
    hint = f"Kies uit: {'; '.join(profile.name.lower() for profile in content.profiles())}."
    return join(docx.heading(3, "Profiel"), docx.bullets(rows) if rows else controls.block("Profiel", "", hint))


def _partners(document: Document) -> Xml:
    columns = (Column("Partner", 36), Column("Soort", 18), Column("Toezegging", 28), Column("Engagement", 18))
    rows: list[tuple[str, ...]] = [
        (partner.name or "–", PARTNER_ROLES.get(partner.soort, "–"), _promise(partner), ENGAGEMENTS[partner.engagement])
        for partner in document.partners
        if not partner.is_blank
    ]
    if not rows:
        hint = "Noteer welke partners meedoen, wat ze toezeggen en of ze een engagement tekenden."
        return join(docx.heading(3, "Partners"), controls.block("Partners", "", hint))
    unclear = any(partner.unclear and partner.asked == "plaatsen" for partner in document.partners)
    together = "Plaatsen samen, zonder wat na te kijken is" if unclear else "Plaatsen samen"
    return join(
        docx.heading(3, "Partners"),
        docx.table("Partners", columns, [*rows, (together, "", str(document.places), "")], sums=[len(rows)]),
    )


def _promise(partner: Partner) -> str:
    """What a partner promises, with what it is a number of; only places are added up."""
    if partner.number is None:
        return promised(partner) or "–"
    single, more = _UNITS[partner.asked]
    return f"{promised(partner)} {single if partner.number == 1 else more}"


_UNITS = {
    "plaatsen": ("plaats", "plaatsen"),
    "voor_te_stellen": ("kind of gezin voor te stellen", "kinderen of gezinnen voor te stellen"),
    "overlegmomenten": ("overlegmoment per jaar", "overlegmomenten per jaar"),
}
"""The unit of what a partner promises: of one, and of more."""


def _employer(document: Document, figures: Figures) -> Xml:
    name = controls.line("Partner", figures.employer(unnamed=""), figures.employer())
    return join(
        docx.heading(3, "Wie neemt de ambassadeur in dienst?"),
        docx.para(
            controls.dropdown("Wie neemt de ambassadeur in dienst?", employers(document), document.chosen_delivery)
        ),
        docx.para(docx.bold("Werkgever: "), name) if figures.delivery != Delivery.OWN else None,
        _labelled("Waarom die keuze", document.text("werkgever_reden"), "Waarom kies je hiervoor?"),
        _labelled("Mandaat", document.text("mandaat"), "Welk mandaat krijgt de ambassadeur?"),
    )


def _size(figures: Figures) -> Xml:
    proposal = f"Ons voorstel: {figures.proposal(SEE)}, {figures.term}." if figures.inputs else ""
    return join(
        docx.heading(3, "Omvang en looptijd"),
        controls.block(
            "Omvang en looptijd", proposal, "Noteer het tewerkstellingspercentage, de start en de looptijd."
        ),
        posts(figures),
        docx.para(
            "Het instrument van Karel de Grote Hogeschool raadt minstens halftijds aan, en liefst 80 tot 100\u00a0%. "
            "Een netwerk en vertrouwen opbouwen vraagt tijd: liefst dus een aanstelling van onbepaalde duur, en anders "
            "een van minstens drie jaar."
        ),
    )


def _support(document: Document, figures: Figures) -> Xml:
    follows = (
        f"Een steungroep volgt de opdracht op en evalueert ze {figures.rhythm}, met ambassadeur en leidinggevende."
    )
    return join(
        docx.heading(3, "Omkadering"),
        docx.para(follows),
        _labelled("Steungroep", document.text("steungroep"), FIELDS["steungroep"].help),
        _labelled("Vorming", document.text("vorming"), "Welke vorming, intervisie en coaching zijn er?"),
    )


def _labelled(title: str, text: str, hint: str) -> Xml:
    """A free text under the question that it answers."""
    return join(docx.para(docx.bold(title), keep=True), controls.block(title, text, hint))


_REPORTS = "Wanneer en aan wie rapporteert de ambassadeur, en wie evalueert?"


def _goals(document: Document) -> Xml:
    moment = document.cutoff.description if document.cutoff else ""
    criteria = [name for identity, name in options("criteria") if identity in document.criteria]
    return join(
        docx.heading(3, "Doelen en opvolging"),
        _labelled("Doelen en indicatoren", document.text("indicatoren"), FIELDS["indicatoren"].help),
        docx.para(docx.bold("Een toeleiding is geslaagd als: "), controls.line("Geslaagd", moment, "kies een moment")),
        [docx.para("Naast cijfers volgen we deze criteria op:"), docx.bullets(criteria)] if criteria else None,
        trajectories(document),
        _labelled("Zo rapporteren en evalueren we", document.text("rapportering"), _REPORTS),
    )
