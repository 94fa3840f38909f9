"""Vacancies: for each chosen profile a page with tasks, qualities, place and terms."""

from datetime import date

from calculators.core import content, numbers
from calculators.documents import docx
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures, chosen_profiles, chosen_strategies, listed, organisation
from calculators.dossier import Document

_TITLE = "Verbindingsambassadeur: functieprofiel en vacature"
SENTENCES = {
    "Voeling met de vraagkant": "Je voelt aan wat kinderen, jongeren en gezinnen belangrijk vinden en nodig hebben.",
    "Voeling met de aanbodkant": "Je voelt aan hoe verenigingen werken en wat vrijwilligers aankunnen.",
    "Voeling met vraagkant en aanbodkant": (
        "Je voelt aan wat kinderen en gezinnen nodig hebben, en ook wat verenigingen aankunnen."
    ),
    "Stapt actief op mensen af": "Je wacht niet af: je zoekt kinderen en jongeren op waar ze zijn.",
    "Vertrouwd met laagdrempelig jeugdwerk": "Je kent jeugdwerk waar iedereen makkelijk kan binnenstappen.",
    "Kent het aanbod, ook sport en cultuur": "Je kent het vrijetijdsaanbod, ook dat van sport en cultuur.",
    "Komt uit het jeugdwerk of kent de lokale eigenheid ervan": (
        "Je komt uit het jeugdwerk, of je weet hoe het jeugdwerk hier werkt."
    ),
    "Geloofwaardig voor beide kanten": "Gezinnen en verenigingen vertrouwen je allebei.",
    "Thuis in het lokaal bestuur": "Je weet hoe een gemeente werkt en beslist.",
}
"""The qualities of the profiles as a vacancy says them: to the reader, in words that everyone knows."""

_FOR_ALL = (
    "Je stapt op mensen af en bouwt vertrouwen op met kinderen, jongeren, gezinnen en verenigingen.",
    "Je werkt zelfstandig, ook buiten het kantoor en soms op een avond of in het weekend.",
    "Je gaat discreet om met wat je hoort.",
)


def make(document: Document, today: date) -> bytes:
    """A vacancy for each chosen profile; for all six when none is chosen."""
    profiles = chosen_profiles(document) or content.profiles()
    figures = Figures(document)
    pages = [_page(profile, document, figures, first=index == 0) for index, profile in enumerate(profiles)]
    return docx.document(_TITLE, pages, created=today)


def _page(profile: content.Profile, document: Document, figures: Figures, *, first: bool) -> Xml:
    return join(
        docx.heading(1, f"Verbindingsambassadeur: {profile.name[0].lower()}{profile.name[1:]}", new_page=not first),
        docx.para(document.text("organisatie") or "Functieprofiel en vacature", style="Subtitle"),
        docx.heading(2, "Wat je doet"),
        docx.para(
            f"Als verbindingsambassadeur breng je kinderen en jongeren in contact met het jeugdwerk en met ander "
            f"vrijetijdsaanbod. {_in_brief(profile)}"
        ),
        docx.bullets(profile.tasks),
        _assignment(profile, document),
        docx.heading(2, "Wie je bent"),
        docx.bullets((*(SENTENCES[quality] for quality in profile.qualities), *_FOR_ALL)),
        controls.block("Diploma en ervaring", "", "Noteer welk diploma of welke ervaring je vraagt."),
        docx.heading(2, "Je plaats in het team"),
        controls.block(
            "Dienst", document.text("dienst"), "Bij welke dienst hoort de ambassadeur, en wie is de leidinggevende?"
        ),
        controls.block("Mandaat", document.text("mandaat"), "Wat mag de ambassadeur zelf beslissen?"),
        docx.heading(2, "Wat je krijgt"),
        _terms(profile, figures),
        controls.block("Vorming", document.text("vorming"), "Welke vorming, intervisie en coaching bied je aan?"),
        docx.heading(2, "Solliciteren"),
        docx.facts(
            "Solliciteren",
            (
                ("Inlichtingen", controls.line("Inlichtingen", document.text("contact"), "Naam en contact")),
                ("Solliciteren tot en met", controls.day("Solliciteren tot en met", None)),
                ("Wat stuur je door", controls.line("Wat stuur je door", "", "Bijvoorbeeld cv en motivatie")),
                ("Selectie", controls.line("Selectie", "", "Welke proeven zijn er, en wanneer?")),
            ),
        ),
    )


def _in_brief(profile: content.Profile) -> str:
    return f"Je bent {profile.description[0].lower()}{profile.description[1:]}"


def _assignment(profile: content.Profile, document: Document) -> Xml:
    """The chosen strategies, that of this profile first; without a choice only that one."""
    own = [strategy for strategy in content.strategies() if strategy.profile == profile.id]
    chosen = sorted(chosen_strategies(document) or own, key=lambda strategy: strategy not in own)
    names = listed([strategy.name.lower() for strategy in chosen])
    noun = "deze strategie" if len(chosen) == 1 else "deze strategieën"
    focus = document.text("focus")
    return join(
        docx.para(f"{organisation(document)[0].upper()}{organisation(document)[1:]} kiest voor {noun}: {names}."),
        docx.para(docx.bold("Onze focus: "), controls.line("Focus", focus, "doelgroep, buurt of vorm van jeugdwerk")),
    )


def _terms(profile: content.Profile, figures: Figures) -> Xml:
    post = None
    if figures.inputs:
        posts = figures.inputs.all_posts
        post = next((one for one in posts if one.profiel == profile.id), posts[0])
    size = numbers.format_percent(post.fte) if post else ""
    start = (post.in_dienst if post else None) or (figures.inputs.startdatum if figures.inputs else None)
    return docx.facts(
        "Voorwaarden",
        (
            ("Tewerkstelling", controls.line("Tewerkstelling", size, "Minstens 50 %, liefst 80 tot 100 %")),
            ("Start", controls.day("Start", start)),
            ("Contract", controls.line("Contract", "", "Liefst onbepaalde duur, anders minstens drie jaar")),
            ("Loon", controls.line("Loon", "", "Loonschaal, anciënniteit en voordelen")),
        ),
    )
