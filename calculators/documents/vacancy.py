"""Vacancies: for each chosen profile a page with tasks, qualities, place and terms."""

from collections.abc import Sequence
from datetime import date

from calculators.budget.posts import Post
from calculators.core import content, numbers
from calculators.core.delivery import Delivery
from calculators.core.periods import format_date, last_day
from calculators.core.sentences import capitalised, listed, uncapitalised
from calculators.documents import docx
from calculators.documents.docx import Inline
from calculators.documents.docx import content_controls as controls
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import (
    Figures,
    chosen_profiles,
    chosen_strategies,
    organisation,
)
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
    "Komt uit het jeugdwerk of weet hoe het hier werkt": (
        "Je komt uit het jeugdwerk, of je weet hoe het jeugdwerk hier werkt."
    ),
    "Geloofwaardig voor beide kanten": "Gezinnen en verenigingen vertrouwen je allebei.",
    "Thuis in het lokaal bestuur": "Je weet hoe een gemeente werkt en beslist.",
}
"""The qualities of the profiles as sentences to a candidate, in everyday words."""

TASKS = {
    "bottom-up-jeugdwerker": (
        "Je legt contact met kinderen, jongeren en gezinnen, en wint hun vertrouwen.",
        "Je zoekt op wat ze vragen, nodig hebben en wensen, en maakt er samen met hen een initiatief van.",
        "Je geeft signalen door aan het lokaal bestuur.",
    ),
    "groepswerker": (
        "Je begeleidt een groep kinderen of jongeren.",
        "Je organiseert ontmoetingen tussen de groep en vrijetijdsaanbieders.",
        "Je ondersteunt deelnemers bij hun eerste stappen elders.",
    ),
    "toeleider": (
        "Je bekijkt met kind en gezin wat past.",
        "Je brengt kind en aanbieder met elkaar in contact.",
        "Je volgt op hoe het gaat en springt bij waar nodig.",
    ),
    "jeugdwerkondersteuner": (
        "Je bouwt een band op met lokale jeugdwerkers.",
        "Je informeert, bevraagt en ondersteunt verenigingen.",
        "Je werkt met hen aan een toegankelijke werking.",
    ),
    "netwerkmakelaar": (
        "Je bouwt relaties op met tussenpersonen en aanbieders.",
        "Je organiseert uitwisseling en ontmoeting.",
        "Je bouwt een netwerk van partners op en onderhoudt het.",
    ),
    "beleidsmedewerker": (
        "Je verzamelt signalen en geeft ze door aan het lokaal bestuur.",
        "Je maakt actieplannen en werkt mee een visie uit.",
        "Je tekent een duurzame structuur uit.",
    ),
}
"""The tasks of each profile, by its id, as sentences to a candidate."""

_FOR_ALL = (
    "Je stapt op mensen af en bouwt vertrouwen op met kinderen, jongeren, gezinnen en verenigingen.",
    "Je werkt zelfstandig, ook buiten het kantoor en soms op een avond of in het weekend.",
    "Je gaat discreet om met wat je hoort.",
)


def make(document: Document, today: date) -> bytes:
    """A vacancy for each chosen profile and post; a single one, in which to choose the profile, when none is chosen."""
    figures = Figures(document)
    vacancies = [(profile, number) for profile in chosen_profiles(document) for number in _posts(profile, figures)]
    pages = [_page(profile, number, figures, first=index == 0) for index, (profile, number) in enumerate(vacancies)]
    return docx.document(_TITLE, pages or _open_page(figures), created=today)


def _posts(profile: content.Profile, figures: Figures) -> Sequence[int]:
    """The numbers, from 1, of the posts in the budget that this profile is for; a single 0 if that is unknown.

    These are the posts that have the profile or, if none has, the post without one that no other profile could be for.
    """
    posts = figures.inputs.all_posts if figures.inputs else ()
    matching = [number for number, post in enumerate(posts, start=1) if post.profiel == profile.id]
    if matching:
        return matching
    taken = {post.profiel for post in posts}
    claims = [other for other in chosen_profiles(figures.document) if other.id not in taken]
    return [_without_profile(figures)] if len(claims) == 1 or not figures.several else [0]


def _without_profile(figures: Figures) -> int:
    """The number of the only post in the budget without a profile; 0 if there is none, or more than one."""
    posts = figures.inputs.all_posts if figures.inputs else ()
    found = [number for number, post in enumerate(posts, start=1) if not post.profiel]
    return found[0] if len(found) == 1 else 0


def _page(profile: content.Profile, number: int, figures: Figures, *, first: bool) -> Xml:
    return join(
        docx.heading(1, f"{_NAME}: {uncapitalised(profile.name)}", new_page=not first),
        docx.para(figures.employer(unnamed="") or "Functieprofiel en vacature", style="Subtitle"),
        docx.heading(2, "Wat je doet", compact=True),
        docx.para(f"{_JOB} {_in_brief(profile)}"),
        docx.bullets(TASKS[profile.id]),
        _assignment(profile, figures),
        docx.heading(2, "Wie je bent", compact=True),
        docx.bullets((*(SENTENCES[quality] for quality in profile.qualities), *_FOR_ALL)),
        _offer(number, figures),
    )


def _open_page(figures: Figures) -> Xml:
    """A vacancy for a profile that is still to be chosen."""
    rows = [
        docx.para(controls.checkbox(profile.name), " ", docx.bold(f"{profile.name}. "), " ".join(TASKS[profile.id]))
        for profile in content.profiles()
    ]
    return join(
        docx.heading(1, _NAME),
        docx.para(figures.employer(unnamed="") or "Functieprofiel en vacature", style="Subtitle"),
        docx.heading(2, "Wat je doet", compact=True),
        docx.para(_JOB),
        docx.para("Kies het profiel en schrap de andere:", keep=True),
        rows,
        docx.para(docx.bold("Onze focus: "), controls.line("Focus", figures.document.text("focus"), _FOCUS)),
        docx.heading(2, "Wie je bent", compact=True),
        docx.bullets(_FOR_ALL),
        _offer(_without_profile(figures), figures),
    )


def _offer(number: int, figures: Figures) -> Xml:
    """All that does not depend on the profile."""
    document = figures.document
    return join(
        controls.block("Diploma en ervaring", "", "Noteer welk diploma of welke ervaring je vraagt."),
        docx.heading(2, "Je plaats in het team", compact=True),
        controls.block(
            "Dienst", document.text("dienst"), "Bij welke dienst hoort de ambassadeur, en wie is de leidinggevende?"
        ),
        controls.block("Mandaat", document.text("mandaat"), "Wat mag de ambassadeur zelf beslissen?"),
        docx.heading(2, "Wat je krijgt", compact=True),
        _terms(number, figures),
        controls.block("Vorming", document.text("vorming"), "Welke vorming, intervisie en coaching bied je aan?"),
        docx.heading(2, "Solliciteren", compact=True),
        docx.facts("Solliciteren", _applying(document), gap=False),
    )


def _applying(document: Document) -> list[tuple[str, Inline]]:
    """How to apply. Who works with minors must show an extract, by the source `uittreksel-strafregister`."""
    return [
        ("Inlichtingen", controls.line("Inlichtingen", document.text("contact"), "Naam en contact")),
        ("Solliciteren tot en met", controls.day("Solliciteren tot en met", None)),
        ("Wat stuur je door", controls.line("Wat stuur je door", "", "Bijvoorbeeld cv en motivatie")),
        ("Uittreksel uit het strafregister", _EXTRACT),
        ("Selectie", controls.line("Selectie", "", "Welke proeven zijn er, en wanneer?")),
        ("Wervingsreserve", controls.line("Wervingsreserve", "", "Is er een reserve, en hoelang geldt ze?")),
    ]


_NAME = "Verbindingsambassadeur (m/v/x)"
_JOB = (
    "Als verbindingsambassadeur help je kinderen en jongeren de weg te vinden naar jeugdwerk en ander vrijetijdsaanbod."
)
_FOCUS = "doelgroep, buurt of vorm van jeugdwerk"
_EXTRACT = (
    "Je bezorgt ons voor je aanstelling een uittreksel, model 596.2. Dat is verplicht voor wie betaald en geregeld met "
    "minderjarigen werkt."
)


def _in_brief(profile: content.Profile) -> str:
    return f"Je bent {uncapitalised(profile.description)}"


def _assignment(profile: content.Profile, figures: Figures) -> Xml:
    """The employer, and the chosen strategies with that of this profile first; without a choice only that one."""
    document = figures.document
    own = [strategy for strategy in content.strategies() if strategy.profile == profile.id]
    chosen = sorted(chosen_strategies(document) or own, key=lambda strategy: strategy not in own)
    names = listed([strategy.name.lower() for strategy in chosen])
    noun = "deze strategie" if len(chosen) == 1 else "deze strategieën"
    focus = document.text("focus")
    return join(
        docx.para(f"{_employer(figures)} {noun}: {names}."),
        docx.para(docx.bold("Onze focus: "), controls.line("Focus", focus, _FOCUS)),
    )


def _employer(figures: Figures) -> str:
    """The first part of a sentence that names the employer; the strategies follow."""
    employer, name = capitalised(figures.employer()), organisation(figures.document)
    match figures.delivery:
        case Delivery.EXTERNAL:
            return f"{employer} neemt je in dienst, in opdracht van {name}. De opdracht steunt op"
        case Delivery.SUBSIDY:
            return f"{employer} neemt je in dienst, met een subsidie van {name}. De opdracht steunt op"
    return f"{capitalised(name)} kiest voor"


def _terms(number: int, figures: Figures) -> Xml:
    """The terms of a post in the budget, by its number; 0 leaves open which it is, and what differs between posts."""
    posts = figures.inputs.all_posts if figures.inputs else ()
    post = posts[number - 1] if number else None
    shares = {possible.fte for possible in ([post] if post else posts)}
    is_open = post or any(not possible.profiel for possible in posts)  # else all posts are for other profiles
    size = numbers.format_percent(shares.pop()) if len(shares) == 1 and is_open else ""
    rows = [
        ("Tewerkstelling", controls.line("Tewerkstelling", size, "Minstens 50\u00a0%, liefst 80 tot 100\u00a0%")),
        ("Start", controls.day("Start", _start(post, figures))),
        ("Contract", controls.line("Contract", _contract(post, figures), _CONTRACT_HINT)),
        ("Niveau", controls.line("Niveau", "", _level_hint(figures))),
        ("Loon", controls.line("Loon", "", "Loonschaal, anciënniteit en voordelen")),
    ]
    if figures.several:
        rows.insert(0, ("Post", controls.line("Post", _which(number, posts), "Welke post uit het budget is dit?")))
    return docx.facts("Voorwaarden", rows)


def _which(number: int, posts: Sequence[Post]) -> str:
    """Which post of the budget it is and, of several equal ones, how many people are sought; empty if unknown."""
    if not number:
        return ""
    count = posts[number - 1].aantal
    equal = f"{count} gelijke posten" if count > 1 else ""
    which = f"Post {number} van {len(posts)} in het budget" if len(posts) > 1 else ""
    return ": ".join(filter(None, (which, equal)))


def _level_hint(figures: Figures) -> str:
    """Only a local government has a `rechtspositieregeling`; a partner and an association follow pay scales."""
    if figures.delivery == Delivery.OWN and not figures.document.is_association:
        return "Niveau en graad, volgens jullie rechtspositieregeling"
    return "Functie en barema, volgens het paritair comité van de werkgever"


_CONTRACT_HINT = "Liefst onbepaalde duur, anders minstens drie jaar"


def _start(post: Post | None, figures: Figures) -> date | None:
    """The first day of this post. If it is unknown which post it is: that of all posts, if they start together."""
    if figures.inputs is None:
        return figures.appointment.startdatum if figures.appointment else None
    posts = [post] if post else figures.inputs.all_posts
    days = {figures.inputs.presence(possible).filled[0][0] for possible in posts}
    return days.pop() if len(days) == 1 else None


def _contract(post: Post | None, figures: Figures) -> str:
    """The contract of this post; empty without an appointment, or if it matters and is unknown which post it is.

    A post that stops before the term has an end, whatever the contract of the others.
    """
    appointment = figures.appointment
    unknown = post is None and figures.inputs is not None and not figures.inputs.whole_term
    if appointment is None or unknown:
        return ""
    last = post.uit_dienst if post else None
    if last is None and appointment.end:
        last = last_day(appointment.end)
    return f"Bepaalde duur, tot en met {format_date(last)}" if last else "Onbepaalde duur"
