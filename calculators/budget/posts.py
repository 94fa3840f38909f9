"""A post (a member of staff, or several equal ones) and what the reader says of its wage; `wages` has its cost."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.core import content
from calculators.core.fields import (
    FormInputs,
    choice_field,
    date_field,
    money_field,
    number_field,
    percent_field,
    scale_field,
    whole_field,
)
from calculators.core.parameters.prefill import prefilled
from calculators.core.scale import MOST_COLUMNS, MOST_STEPS, Scale

GROUP = "Post"
MOST_EQUAL = 60
"""How many equal posts a row may hold: a city's whole team."""
_EQUAL = "Zijn er meer gelijke posten?"
_PERIOD = "Begint deze post later, of stopt die vroeger?"
_GAP = "Is de post een tijd niet ingevuld?"
MOST_VACANT = 11
"""The most months that a post may be open: less than a year, so that no calendar year between others has no wage."""
BY_PERCENT, BY_SCALE = "percent", "schaal"
"""How a wage rises with each year of service: by a percentage, or along the reader's own scale."""
PAID = "betaald"
"""Holiday pay counts a year after it is earned; otherwise it counts when it is earned."""
_RISES = "Stijgt het loon met de anciënniteit, of geldt de centenindex?"
_MORE = "Komt er nog iets bij de loonkost, of gaat er iets af?"

PROFILES = (("", "Nog te kiezen"), *((profile.id, profile.name) for profile in content.profiles()))
AS_AMOUNT, BUILT = "bedrag", "opbouw"
"""Where a wage comes from: the amount that the reader gives, or built up from the salary."""
_BUILT = ("loonbasis", (BUILT,))


def _built(label: str, default: Any, maker: Any = money_field, **rest: Any) -> Any:
    return maker(label, default, shown_if=_BUILT, group=GROUP, **rest)


def _known(maker: Callable[..., Any], label: str, figure: str, **rest: Any) -> Any:
    return prefilled(maker, label, figure, shown_if=_BUILT, group=GROUP, **rest)


@dataclass(frozen=True, kw_only=True)
class Post(FormInputs):
    """A member of staff, or several equal ones: how much, from when to when, and what a full-time year costs."""

    profiel: str = choice_field("Profiel", "", PROFILES, group=GROUP)
    fte: Decimal = prefilled(
        percent_field,
        "Tewerkstelling",
        "preferred_fte",
        employment=True,
        minimum=5,
        group=GROUP,
        help="100\u00a0% is voltijds. Minstens halftijds (50\u00a0%), liefst 80 tot 100\u00a0%.",
        beyond="Werken er meer mensen? Vul dan ook “Aantal gelijke posten” in, of neem meer posten.",
    )
    aantal: int = whole_field(
        "Aantal gelijke posten",
        1,
        minimum=1,
        maximum=MOST_EQUAL,
        group=GROUP,
        seldom=_EQUAL,
        help="Hoeveel mensen met dezelfde tewerkstelling, periode en loonkost. De tewerkstelling hierboven is die van "
        "één van hen.",
    )
    in_dienst: date | None = date_field(
        "In dienst vanaf",
        None,
        group=GROUP,
        seldom=_PERIOD,
        help="Alleen als deze post later begint dan de aanstelling.",
    )
    uit_dienst: date | None = date_field(
        "In dienst tot en met", None, group=GROUP, seldom=_PERIOD, help="Alleen als deze post vroeger eindigt."
    )
    vacant_maanden: int | None = whole_field(
        "Maanden zonder medewerker",
        None,
        maximum=MOST_VACANT,
        group=GROUP,
        seldom=_GAP,
        help="Bijvoorbeeld 3 als het zo lang duurt tot je iemand vindt. Die maanden is er geen loonkost; de "
        "werkingskosten lopen door.",
    )
    vacant_vanaf: date | None = date_field(
        "Niet ingevuld vanaf",
        None,
        group=GROUP,
        seldom=_GAP,
        help="Als iemand tussendoor vertrekt. Leeg: vanaf het begin van de post.",
    )
    loonbasis: str = choice_field(
        "Hoe bereken je de loonkost?",
        AS_AMOUNT,
        ((AS_AMOUNT, "Met de jaarloonkost"), (BUILT, "Zelf opbouwen uit het salaris")),
        group=GROUP,
    )
    jaarloonkost: Decimal = money_field(
        "Jaarloonkost voor een voltijdse",
        61400,
        minimum=1000,
        maximum=300000,
        group=GROUP,
        example=True,
        shown_if=("loonbasis", (AS_AMOUNT,)),
        help="Totale kost voor de werkgever per voltijds jaar, vakantiegeld en bijdragen inbegrepen. "
        "Dit bedrag is een rekenvoorbeeld: vraag het echte cijfer aan je personeelsdienst.",
    )
    jaarsalaris: Decimal = _known(
        money_field,
        "Jaarsalaris aan 100\u00a0%",
        "sal_b1_step6_100",
        help="Niet-geïndexeerd bruto jaarsalaris voor een voltijdse, uit de salarisschaal. Plak je zelf een schaal, "
        "dan telt de trap bij het begin.",
    )
    index_coefficient: Decimal = _known(
        number_field,
        "Indexcoëfficiënt",
        "index_coefficient",
        minimum=1,
        maximum=5,
        help="De verhogingscoëfficiënt waarmee het salaris aan 100\u00a0% wordt vermenigvuldigd. De waarde van "
        "september 2026 is onze eigen berekening: laat ze bevestigen bij BOSA.",
    )
    vakantiegeld: Decimal = _known(
        percent_field,
        "Vakantiegeld",
        "holiday_pay_public",
        help="In procent van één maandsalaris.",
    )
    eindejaar_vast: Decimal | None = _built(
        "Eindejaarstoelage, vast deel",
        None,
        help="Vraag het bedrag van dit jaar aan je personeelsdienst. Leeg telt als 0.",
        context=("year_end_fixed", "year_end_fixed_estimate"),
    )
    eindejaar_percent: Decimal = _known(
        percent_field,
        "Eindejaarstoelage, veranderlijk deel",
        "year_end_variable",
        help="In procent van het geïndexeerde jaarsalaris.",
    )
    bijdragen: str = _built(
        "Werkgeversbijdragen",
        "lokaal",
        choice_field,
        choices=(
            ("lokaal", "Lokaal bestuur, contractueel"),
            ("lokaal-prive", "Lokaal bestuur, vakantieregeling privésector"),
            ("pc329-klein", "PC 329, minder dan 10 werknemers"),
            ("pc329-groot", "PC 329, vanaf 10 werknemers"),
            ("eigen", "Eigen percentage"),
        ),
        help="Bij PC 329 zitten het Fonds Sluiting Ondernemingen en het sectorpensioen in het percentage.",
    )
    bijdragen_eigen: Decimal | None = percent_field(
        "Eigen percentage werkgeversbijdragen",
        None,
        group=GROUP,
        shown_if=("bijdragen", ("eigen",)),
        help="Bijvoorbeeld voor een statutair personeelslid: vraag het percentage van dit jaar.",
        context=("rsz_statutory_total", "rsz_statutory_pension_base"),
    )
    tweede_pijler: Decimal = _known(
        percent_field,
        "Tweede pensioenpijler",
        "pension_second_pillar",
        maximum=15,
        help="In procent van het geïndexeerde jaarsalaris.",
        context=("pension_second_pillar_minimum",),
    )
    pijler_bijdrage: Decimal = _known(
        percent_field,
        "Bijzondere bijdrage op de tweede pijler",
        "pension_second_pillar_levy",
        maximum=20,
        since=date(2026, 11, 26),
        help="In procent van wat de werkgever in de tweede pijler stort. Zet op 0 als ze niet geldt.",
    )
    maaltijdcheque: Decimal | None = _built(
        "Maaltijdcheque, deel van de werkgever",
        None,
        maximum=20,
        help="Per gewerkte dag. Leeg telt als 0.",
        context=("meal_voucher_typical",),
    )
    maaltijdcheque_dagen: int | None = _built(
        "Dagen met maaltijdcheque per voltijds jaar", None, whole_field, maximum=260, context=("meal_voucher_days",)
    )
    andere_loonkost: Decimal | None = _built(
        "Andere loonkost per voltijds jaar", None, help="Bijvoorbeeld hospitalisatieverzekering. Leeg telt als 0."
    )
    standplaats: Decimal | None = _built(
        "Haard- of standplaatstoelage, aan 100\u00a0%",
        None,
        maximum=20000,
        seldom=_MORE,
        help="Per voltijds jaar, zonder index. Leeg telt als 0.",
        context=("standplaats_half_100",),
    )
    ongevallen_percent: Decimal | None = _built(
        "Verzekering tegen arbeidsongevallen, in procent",
        None,
        percent_field,
        maximum=20,
        seldom=_MORE,
        help="In procent van het brutojaarsalaris. Vraag het aan je verzekeraar. Leeg telt als 0.",
    )
    ongevallen_bedrag: Decimal | None = _built(
        "Verzekering tegen arbeidsongevallen, als bedrag",
        None,
        maximum=50000,
        seldom=_MORE,
        help="Per voltijds jaar, als je geen percentage kent. Vul je beide in, dan telt het bedrag.",
    )
    loonsubsidie: Decimal | None = _built(
        "Loonsubsidies en verminderingen, min",
        None,
        maximum=300000,
        seldom=_MORE,
        help="Wat er per voltijds jaar af gaat: Sociale Maribel, structurele vermindering, arbeidsbeperking. Vraag het "
        "aan je personeelsdienst. Leeg telt als 0.",
    )
    vakantiegeld_telt: str = _built(
        "In welk jaar telt het vakantiegeld?",
        "verdiend",
        choice_field,
        seldom=_MORE,
        choices=(
            ("verdiend", "Het jaar waarin het verdiend is"),
            (PAID, "Het jaar daarna, als het betaald is"),
        ),
        help="Betaald: in het eerste jaar lager. Wat bij het einde nog open staat, telt in het laatste jaar.",
    )
    vervanging: Decimal = percent_field(
        "Vervanging bij afwezigheid",
        0,
        group=GROUP,
        seldom=_MORE,
        help="Welk deel van het jaar betaal je een vervanger boven op de loonkost?",
    )
    ancienniteit: str = choice_field(
        "Stijging met de anciënniteit",
        "geen",
        (("geen", "Niet mee rekenen"), (BY_PERCENT, "Elk jaar een percentage"), (BY_SCALE, "Mijn eigen loonschaal")),
        group=GROUP,
        seldom=_RISES,
        help="Elk jaar dienst is een trap. De eerste stijging valt een jaar na het begin van de post.",
    )
    ancienniteit_percent: Decimal | None = percent_field(
        "Stijging per jaar dienst",
        None,
        maximum=10,
        group=GROUP,
        seldom=_RISES,
        shown_if=("ancienniteit", (BY_PERCENT,)),
        help="Vraag het aan je personeelsdienst. Leeg telt als 0.",
        context=("sal_e1_step0_100", "sal_e1_step19_100"),
    )
    schaal: Scale | None = scale_field(
        "Loonschaal aan 100\u00a0%",
        group=GROUP,
        seldom=_RISES,
        shown_if=("ancienniteit", (BY_SCALE,)),
        help="Plak de trappen uit een rekenblad: op elke regel de trap en het jaarsalaris aan 100\u00a0%, bijvoorbeeld "
        "“0 17.300”. Meer kolommen met salarissen mag.",
        context=("sal_b1_step0_100", "sal_b1_step6_100"),
    )
    schaal_kolom: int = whole_field(
        "Kolom met het salaris",
        1,
        minimum=1,
        maximum=MOST_COLUMNS,
        group=GROUP,
        seldom=_RISES,
        shown_if=("ancienniteit", (BY_SCALE,)),
        help="De hoeveelste kolom na de trap telt.",
    )
    schaal_trap: int = whole_field(
        "Trap bij het begin",
        0,
        maximum=MOST_STEPS,
        group=GROUP,
        seldom=_RISES,
        shown_if=("ancienniteit", (BY_SCALE,)),
        help="De geldelijke anciënniteit in jaren. Staat een trap niet in je schaal, dan telt de vorige.",
    )
    maandloon: Decimal | None = money_field(
        "Brutomaandloon van een voltijdse",
        None,
        maximum=25000,
        group=GROUP,
        seldom=_RISES,
        shown_if=("loonbasis", (AS_AMOUNT,)),
        help="Alleen nodig voor de centenindex, bij een indexpad. Leeg: er is geen grens.",
    )

    @property
    def together(self) -> Decimal:
        """The employment of all these equal posts together, in percent."""
        return self.fte * self.aantal

    @property
    def holiday_pay_later(self) -> bool:
        """Whether holiday pay counts a year later, as the reader may choose for a built-up wage."""
        return self.loonbasis == BUILT and self.vakantiegeld_telt == PAID

    @property
    def own_scale(self) -> Scale | None:
        """The pasted scale, if it counts."""
        return self.schaal if self.ancienniteit == BY_SCALE else None

    @property
    def salary(self) -> Decimal:
        """The yearly salary at 100 % at the start of the post: from the pasted scale, or as filled in."""
        scale = self.own_scale
        return scale.salary(self.schaal_trap, self.schaal_kolom) if scale else self.jaarsalaris


def seniority_errors(post: Post) -> dict[str, str]:
    """What is wrong with a post's scale: it is not there, or the chosen column is not, or holds no yearly salaries."""
    if post.ancienniteit != BY_SCALE:
        return {}
    if post.schaal is None:
        return {"schaal": "Plak hier je loonschaal, of kies een andere stijging met de anciënniteit."}
    if post.schaal_kolom > post.schaal.columns:
        return {"schaal_kolom": f"Je schaal heeft minder kolommen met een salaris: {post.schaal.columns}."}
    if fault := post.schaal.fault(post.schaal_kolom):
        return {"schaal_kolom": f"{fault} Kies een andere kolom, of verbeter je schaal."}
    return {}
