"""A law: whatever the dossier, its finished documents say the same of the appointment; none contradicts another.

Ordinary runs try few dossiers; `--agreement 500` tries more.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from calculators.appointment import KEYS
from calculators.budget import Inputs
from calculators.budget.inputs import suffixed
from calculators.budget.posts import PROFILES
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.core.numbers import rounded
from calculators.core.parameters import NEWEST
from calculators.core.parameters.prefill import DAY_OF_FIGURES
from calculators.core.periods import add_months, end_after
from calculators.core.sentences import uncapitalised
from calculators.core.workdays import on_or_after as workday
from calculators.documents import ALL
from calculators.documents.docx.content_controls import DOTS, SPACE
from calculators.dossier import Document, Partner
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES
from tests.unit.documents import finished

RHYTHMS = {1: "elke maand", 12: "elk jaar", 24: "om de 2 jaar", 36: "om de 3 jaar"}
SUBJECTS = {"eigen": "Aanstelling", "extern": "Opdracht", "subsidie": "Subsidie"}
CUTOFFS = {one.id: one for one in content.cutoffs()}
NAMES = ("", "Gemeente Voorbeeldegem", "OCMW & “Welzijn” <Zuid>", "vzw De Brug", "'t Spoor vzw")
NUMBERS = ("", "0", "7", " 12 ", "40", "een stuk of zes", "-5")


@dataclass(frozen=True)
class Drawn:
    """What was drawn for a dossier once: the one thing that every document is to say."""

    document: Document

    @cached_property
    def budget(self) -> Inputs:
        inputs: Inputs = CALCULATORS["budget"].read(self.document.inputs("budget"))
        return inputs

    @property
    def fixed(self) -> bool:
        return self.document.shown("looptijd").get("contract", "bepaald") == "bepaald"

    @property
    def months(self) -> int:
        """Between two evaluations."""
        return int(self.document.shown("looptijd").get("evaluatie_maanden", "12"))

    @property
    def last(self) -> date | None:
        return self.budget.end - timedelta(days=1) if self.fixed else None

    @property
    def size(self) -> Decimal:
        return rounded(self.budget.average_fte / 100)

    @property
    def employer(self) -> str:
        return self.document.text("organisatie" if self.budget.uitvoering == "eigen" else "partner_werkgever")

    @property
    def places(self) -> int:
        """What clubs, and partners without a kind, promise in numbers."""
        counted = [one.plaatsen.strip() for one in self.document.partners if one.soort in ("", "vereniging")]
        return sum(int(typed) for typed in counted if typed.isdigit())

    @property
    def profiles(self) -> list[str]:
        """The names of the profiles of the dossier and of the posts."""
        chosen = {*self.document.profielen, *(one.profiel for one in self.budget.all_posts)}
        return [one.name for one in content.profiles() if one.id in chosen]

    @property
    def success(self) -> bool:
        """Whether there is a number for what was agreed: of research for the first moment, else the reader's own."""
        own = self.document.inputs("trajecten").get("eigen_slaagaandeel")
        return bool(self.document.afsluitmoment and (self.document.afsluitmoment == "inschrijving" or own))

    @property
    def moment(self) -> str | None:
        """The moment of success as it stands within a sentence."""
        agreed = CUTOFFS.get(self.document.afsluitmoment)
        return uncapitalised(agreed.name) if agreed else None


@st.composite
def post(draw: st.DrawFn, index: int, start: date, end: date) -> dict[str, str]:
    """A post of the budget, often for the whole term."""
    days = st.dates(start, end - timedelta(days=1))
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first and last and last < first:
        first, last = last, first
    values = {
        "fte": str(draw(st.integers(5, 100))),
        "profiel": draw(st.sampled_from([key for key, _ in PROFILES])),
        "in_dienst": first.isoformat() if first else "",
        "uit_dienst": last.isoformat() if last else "",
    }
    return {suffixed(name, index): value for name, value in values.items()}


@st.composite
def partners(draw: st.DrawFn) -> tuple[Partner, ...]:
    one = st.builds(
        Partner,
        naam=st.sampled_from(NAMES),
        soort=st.sampled_from(["", *PARTNER_ROLES]),
        engagement=st.sampled_from(list(ENGAGEMENTS)),
        **{name: st.sampled_from(NUMBERS) for name in ("plaatsen", "voor_te_stellen", "overlegmomenten")},
    )
    some = st.lists(one, min_size=1, max_size=5).filter(lambda drawn: not all(partner.is_blank for partner in drawn))
    return tuple(draw(some))


@st.composite
def dossiers(draw: st.DrawFn) -> Document:
    """What several forms ask is in the appointment; each form has only what is its own."""
    start, months = draw(st.dates(date(2024, 1, 1), date(2045, 12, 31))), draw(st.integers(1, 120))
    shared = {"startdatum": start.isoformat(), "looptijd_jaren": f"{months} maanden"}
    if kind := draw(st.sampled_from(["", "bepaald", "onbepaald"])):
        shared["contract"] = kind
    shared |= draw(st.sampled_from([{}, {"plan_einde": "2043"}]))
    count, delivery = draw(st.integers(1, 4)), draw(st.sampled_from(list(SUBJECTS)))
    raw = {**shared, "posts": str(count), "uitvoering": delivery}
    for index in range(1, count + 1):
        raw |= draw(post(index, start, end_after(start, months)))
    budget: Inputs = CALCULATORS["budget"].read(raw)
    assume(budget.average_fte >= 5)  # what the calculator of trajectories takes
    term = {"evaluatie_maanden": str(draw(st.integers(1, 36)))} if draw(st.booleans()) else {}
    moment = draw(st.sampled_from(["", *CUTOFFS]))
    appointment = {key: raw.pop(key) for key in KEYS if key in raw} | ({"afsluitmoment": moment} if moment else {})
    calculators = {"budget": raw | {DAY_OF_FIGURES: NEWEST.isoformat()}} | ({"looptijd": term} if term else {})
    if draw(st.booleans()):
        calculators["trajecten"] = {
            "eigen_slaagaandeel": draw(st.sampled_from(["", "50"])),
            DAY_OF_FIGURES: NEWEST.isoformat(),
        }
    texts = {
        "organisatie": draw(st.sampled_from(NAMES)),
        "partner_werkgever": draw(st.sampled_from(NAMES)),
        "rapportering": draw(st.sampled_from(["", "Halfjaarlijks, aan de schepen.", "Elke maand."])),
    }
    profiles = tuple(one.id for one in content.profiles() if draw(st.booleans()))
    return Document(appointment, calculators, texts=texts, profielen=profiles, partners=draw(partners()))


_PHASES = [phase for phase in Phase if phase is not Phase.shrink]
"""A dossier costs half a second: to make one that fails smaller takes minutes."""


def test_finished_documents_agree(pytestconfig: pytest.Config) -> None:
    @settings(max_examples=pytestconfig.option.agreement, phases=_PHASES)
    @given(dossiers())
    def agree(document: Document) -> None:
        case = Drawn(document)
        note, book = finished.nota(case.document), finished.workbook(case.document)
        note_agrees(case, note)
        workbook_agrees(case, book)
        if note["started"] is not None:
            assert (note["started"], note["success"]) == (book["started"], case.success)
        meetings_agree(case)
        for kind in PARTNER_ROLES:
            statements_agree(case, kind)
        vacancies_agree(case)
        for kind in ("opdracht", "overeenkomst"):
            found = finished.external(kind, case.document)
            assert (found["first"], found["last"], found["size"]) == (case.budget.startdatum, case.last, {case.size})
            assert found["rhythm"] == note["rhythm"]
        if not case.fixed:
            nothing_ends(case)
        assert finished.registration(case.document)["moment"] == case.moment

    agree()


def posts(case: Drawn) -> list[tuple[str, Decimal, date, date | None]]:
    """For each post its profile, percentage, first and last day; the only profile of the dossier is that of all."""
    names = dict(PROFILES)
    only = case.document.profielen[0] if len(set(case.document.profielen)) == 1 else ""
    periods = [(one, *case.budget.period(one)) for one in case.budget.all_posts]
    return [
        (names[one.profiel or only], one.fte, first, end - timedelta(days=1) if one.uit_dienst else case.last)
        for one, first, end in periods
    ]


def note_agrees(case: Drawn, note: finished.Facts) -> None:
    assert note["term"] == {(case.budget.startdatum, case.last, case.budget.looptijd_jaren * 12)}
    assert note["size"] == {case.size}
    assert note["posts"] == posts(case)
    assert note["profiles"] == case.profiles
    assert {name for name, *_ in note["posts"]} - {"Nog te kiezen"} <= set(note["profiles"])
    delivery = case.budget.uitvoering
    assert note["subject"] == [SUBJECTS[delivery]]
    assert note["employer"] == (None if delivery == "eigen" else case.employer or "de externe partner")
    assert delivery == "eigen" or (case.employer or "een") in note["articles"]
    assert note["places"] == case.places
    assert note["promised"] == [str(one.number) for one in case.document.partners if one.number is not None]
    assert note["rhythm"] == [RHYTHMS.get(case.months, f"om de {case.months} maanden")]
    agreed = CUTOFFS.get(case.document.afsluitmoment)
    assert note["described"] == (agreed.description if agreed else "kies een moment")
    assert note["moment"] == (case.moment if note["success"] else None)


def workbook_agrees(case: Drawn, book: finished.Facts) -> None:
    budget = case.budget
    assert book["first"] == budget.startdatum
    assert {round(book[name] * 12) for name in ("years", "target_years")} == {round(budget.looptijd_jaren * 12)}
    assert book["contract"] == budget.contract
    assert book["delivery"] == budget.uitvoering
    assert book["posts"] == [(one.fte, one.in_dienst, one.uit_dienst) for one in budget.all_posts]
    assert book["percent"] == rounded(budget.average_fte)
    assert (book["places"], book["moment"], book["success"]) == (case.places, case.moment, case.success)


def meetings_agree(case: Drawn) -> None:
    """The agenda, and the calendar file that the page of the term calculator gives."""
    agenda, calendar = finished.agenda(case.document), finished.calendar(case.document.shown("looptijd"))
    assert (calendar["first"], calendar["last"]) == (case.budget.startdatum, case.last)
    assert agenda["evaluations"] == calendar["evaluations"]
    assert agenda["decision"] == calendar["decision"]
    assert agenda["moment"] == case.moment
    if agenda["evaluations"][:-1]:  # the last one may have moved to the day of the decision
        assert agenda["evaluations"][0] == workday(add_months(case.budget.startdatum, case.months))
    for name, day in agenda["soon"].items():
        assert day == workday(add_months(case.budget.startdatum, 1 if "maand" in name and "3" not in name else 3))


def statements_agree(case: Drawn, kind: str) -> None:
    found = finished.engagement(kind, case.document)
    own = [one for one in case.document.partners if one.soort == kind] or [Partner(soort=kind)]
    unnamed = SPACE if case.budget.uitvoering == "eigen" else "de externe partner"
    for partner, facts in zip(own, found, strict=True):
        assert facts["employer"] == (case.employer or unnamed)
        assert facts["signs"] == ("" if case.budget.uitvoering == "eigen" else case.employer or unnamed)
        assert (facts["first"], facts["last"]) == (case.budget.startdatum, case.last)
        assert facts["size"] == {case.size}
        typed = partner.typed if partner.number is not None else f"{partner.typed} (na te kijken)"
        assert facts["promised"] == (typed if partner.typed else DOTS)


def vacancies_agree(case: Drawn) -> None:
    """A page for one post has what is decided of it; another page has only what holds for every post."""
    assert {facts.get("profile", "") for facts in finished.vacancy(case.document)} == {*(case.profiles or [""])}
    for facts in finished.vacancy(case.document):
        assert facts["employer"] == (case.employer or "Functieprofiel en vacature")
        only = 1 if case.budget.posts == 1 and "percent" in facts else 0
        wanted = posts(case)[(facts.get("post") or only) - 1 :][:1] if facts.get("post") or only else posts(case)
        for _, percent, first, last in wanted:
            assert facts.get("percent", percent) == percent
            assert facts.get("first", first) == first
            assert facts.get("last", last) == last
            assert facts["indefinite"] in (False, last is None)
        if facts.get("post") or only:
            assert {"percent", "first"} <= facts.keys()
            assert ("last" in facts) != facts["indefinite"]


def nothing_ends(case: Drawn) -> None:
    """Of an appointment without an end no document names a last day, or a number of years that it is for.

    A post may have a last day of its own.
    """
    own = {one.uit_dienst for one in case.budget.all_posts if one.uit_dienst}
    for kind in KINDS:
        assert finished.ends(finished.said(kind, case.document)) <= own, kind
    assert not finished.ends(finished.calendar_text(case.document.shown("looptijd")))


KINDS = [kind for kind, one in ALL.items() if not one.filename.endswith((".json", ".zip"))]


@pytest.mark.parametrize("text", ["voor 3 jaar", "voor 2,5 jaar", "voor drie jaar", "tot en met 28 februari 2030"])
def test_an_end_is_seen_where_there_is_one(text: str) -> None:
    assert finished.ends(f"Een aanstelling {text}.")


def test_an_end_is_not_seen_where_there_is_none() -> None:
    assert not finished.ends(
        "van onbepaalde duur vanaf 1 maart 2027, geraamd over 3 jaar, en anders minstens drie jaar"
    )
