"""The part of the note that is decided: who advises, and the articles.

An article says what the body decides now: in principle, which papers, what starts, where the money stands. The
appointment of a person, the award to a partner and the grant follow by a decision of their own.
"""

from decimal import Decimal

from calculators.core import content
from calculators.core.delivery import Delivery
from calculators.core.sentences import capitalised, listed, uncapitalised
from calculators.documents import docx
from calculators.documents.docx import Column
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.content_controls import DOTS, SPACE
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures, chosen_profiles, chosen_strategies
from calculators.documents.nota.posts import SEE, euros
from calculators.documents.nota.yearly import shown_years
from calculators.dossier import Document
from calculators.dossier.choices import Body

BODIES = {
    Body.COLLEGE: "het college van burgemeester en schepenen",
    Body.COUNCIL: "de gemeenteraad",
    Body.BUREAU: "het vast bureau",
    Body.ASSOCIATION: "het bestuursorgaan",
}
"""The body that decides, within a sentence."""


def partner(figures: Figures) -> str:
    """The partner that employs, within a sentence."""
    return figures.employer("een externe partner" if figures.delivery == Delivery.EXTERNAL else "een partner")


def commission(figures: Figures) -> str:
    """What is asked of a partner that gets the assignment, within a sentence after `de`."""
    other = partner(figures)
    many = f"opdracht aan {other} om verbindingsambassadeurs in te zetten"
    return many if figures.several else f"opdracht van verbindingsambassadeur voor {other}"


def _body(document: Document) -> str:
    """The body that decides, as an article names it: `het college`."""
    name = BODIES[document.body]
    return name.removesuffix(" van burgemeester en schepenen")


def advice(document: Document) -> Xml:
    """Whose advice was asked: those whom the rules name; an association notes its own."""
    title = "Adviezen"
    if document.is_association:
        hint = "Noteer wie advies gaf: bijvoorbeeld de algemene vergadering, een werkgroep of de jongeren zelf."
        return join(docx.heading(2, title), controls.block(title, "", hint))
    columns = (Column("Wie", 24), Column("Waarover", 40), Column("Gevraagd op", 16), Column("Advies", 20))
    rows = [
        (
            rule.subject,
            rule.grounded,
            controls.day(f"Gevraagd: {rule.subject}", None, SPACE),
            controls.line(f"Advies: {rule.subject}", "", SPACE),
        )
        for rule in content.rules()
        if rule.kind == "advies"
    ]
    return join(docx.heading(2, title), docx.table(title, columns, rows, room=docx.BY_HAND))


def decision(document: Document, figures: Figures) -> Xml:
    """What the body decides, article by article; each can be changed in Word."""
    articles = [
        _principle(document, figures),
        _approval(document, figures),
        *_start(document, figures),
        *_money(document, figures),
        _engagements(document),
    ]
    return join(
        docx.heading(2, "Beslissing"),
        docx.para(f"{capitalised(_body(document))} beslist:", keep=True),
        [
            docx.para(controls.line(f"Artikel {number}", text), style="Artikel")
            for number, text in enumerate(articles, start=1)
        ],
    )


def _principle(document: Document, figures: Figures) -> str:
    other = partner(figures)
    what = {
        Delivery.OWN: f"de aanwerving van {figures.whom}",
        Delivery.EXTERNAL: f"de {commission(figures)}",
        Delivery.SUBSIDY: f"een subsidie waarmee {other} {figures.whom} in dienst neemt",
    }[figures.delivery]
    size = f": {figures.size(SEE)}, {figures.term}" if figures.inputs else ""
    return f"{capitalised(_body(document))} gaat principieel akkoord met {what}{size}."


def _approval(document: Document, figures: Figures) -> str:
    paper = {
        Delivery.OWN: "het functieprofiel",
        Delivery.EXTERNAL: "de opdrachtomschrijving",
        Delivery.SUBSIDY: "het ontwerp van overeenkomst",
    }[figures.delivery]
    return f"{capitalised(_body(document))} keurt {paper} in bijlage goed. {_basis(document)}"


def _basis(document: Document) -> str:
    """The strategies and profiles that the assignment rests on."""
    strategies = [strategy.name.lower() for strategy in chosen_strategies(document)]
    profiles = [f"“{uncapitalised(profile.name)}”" for profile in chosen_profiles(document)]
    noun = "deze strategie" if len(strategies) == 1 else "deze strategieën"
    basis = f"{noun}: {listed(strategies)}" if strategies else "de strategieën in deze nota"
    verb = "Het gekozen profiel is" if len(profiles) == 1 else "De gekozen profielen zijn"
    profile = f" {verb} {listed(profiles)}." if profiles else ""
    return f"De opdracht steunt op {basis}.{profile}"


def _start(document: Document, figures: Figures) -> list[str]:
    """What begins after the decision: a selection, a tender or an agreement."""
    body, association = capitalised(_body(document)), document.is_association
    if figures.delivery == Delivery.OWN:
        who = "de verantwoordelijke voor het personeel" if association else "de personeelsdienst"
        return [f"{body} geeft {who} de opdracht om de selectie te starten. Over wie het wordt, volgt een beslissing."]
    if figures.delivery == Delivery.SUBSIDY:
        return [f"{body} vraagt om de overeenkomst met {partner(figures)} voor te bereiden, en ze voor te leggen."]
    if association:
        return [f"{body} vraagt om de overeenkomst met {partner(figures)} voor te bereiden."]
    text = f"{body} stelt de raming vast en start de procedure volgens de wet op de overheidsopdrachten."
    if budget := figures.budget:
        text += f" De raming is {euros(budget.without_vat)} zonder btw over {figures.span}."
    return [f"{text} Over de gunning volgt een beslissing."]


def _money(document: Document, figures: Figures) -> list[str]:
    """Where the costs stand, and what the next change of the plan must still add."""
    amount = "zoals geraamd"
    if figures.budget:
        amount = f"geraamd op {euros(_shown(figures, 'euro_uitgaven'))} over {figures.span} ({_net(figures)})"
    if document.is_association:
        return [f"De uitgaven, {amount}, komen in de begroting van de vereniging, jaar per jaar zoals in de tabel."]
    action = document.text("actie").replace("\n", " ") or DOTS
    council = document.body == Body.COUNCIL
    adds = "neemt de raad op" if council else f"vraagt {_body(document)} op te nemen"
    return [
        f"De uitgaven, {amount}, worden aangerekend op het meerjarenplan, per jaar zoals in de tabel. Actie: {action}.",
        f"Wat nog niet in het meerjarenplan staat, {adds} bij de volgende aanpassing: {DOTS}{_after_plan(figures)}",
    ]


def _shown(figures: Figures, key: str, after: int = 0) -> Decimal:
    """The whole euros of a row in the table per year, added up; only those of the years after `after`."""
    assert figures.budget is not None
    years = zip(figures.budget.ledger.calendar_years, shown_years(figures, key), strict=True)
    return sum((amount for year, amount in years if year > after), Decimal(0))


def _net(figures: Figures) -> str:
    """What is left to pay and, with several payers, that it is for all of them; or how much income is too much."""
    net = _shown(figures, "euro_netto")
    if net < 0:
        return f"de subsidies zijn {euros(-net)} hoger"
    several = figures.inputs is not None and len(figures.inputs.all_payers) > 1
    return f"netto voor alle betalers samen: {euros(net)}" if several else f"netto {euros(net)}"


def _after_plan(figures: Figures) -> str:
    """What falls after the last year of the plan, for the next one; nothing if the term ends before."""
    if not figures.budget or not figures.appointment:
        return ""
    last = figures.appointment.plan_einde
    beyond = _shown(figures, "euro_uitgaven", after=last)
    if not beyond:
        return ""
    return f" De {euros(beyond)} na {last} komt in het volgende meerjarenplan."


def _engagements(document: Document) -> str:
    who = "de coördinator" if document.is_association else "de jeugddienst"
    return (
        f"{capitalised(_body(document))} geeft {who} de opdracht om met de partners engagementsverklaringen te sluiten."
    )
