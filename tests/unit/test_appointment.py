"""One appointment: what is asked once is the same in every form, and what deviates is never hidden or lost."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.appointment import KEYS, LABELS, SHARED, STRATEGIES, firsts
from calculators.calculator import CALCULATORS
from calculators.core.fields import parse
from calculators.dossier import Document, deviating, missing_texts, other_profiles, read, read_stored, write
from calculators.render import overview
from calculators.service import handle

ROOT = Path(__file__).resolve().parents[2]
UPGRADE = """
const { upgraded } = await import(process.argv[1]);
const documents = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const one = (found) => { try { return upgraded(found); } catch (error) { return error.name; } };
console.log(JSON.stringify(documents.map(one)));
"""


def inputs(document: Document, form: str) -> Any:
    """What a form calculates with."""
    return CALCULATORS[form].read(document.shown(form))


def test_every_form_starts_from_the_same_facts() -> None:
    start = firsts()
    for form, calculator in CALCULATORS.items():
        for control, key in SHARED[form].items():
            assert calculator.fields[control].default == parse(calculator.fields[control], start[key]), (form, control)
    assert LABELS.keys() == set(KEYS)


def test_a_fact_that_is_changed_once_is_changed_in_every_form() -> None:
    document = Document({"startdatum": "2027-09-01", "looptijd_jaren": "4", "fte": "60", "plan_einde": "2032"})
    budget, term, targets, choice = (
        inputs(document, form) for form in ("budget", "looptijd", "trajecten", "keuzehulp")
    )
    assert budget.startdatum == term.startdatum
    assert budget.looptijd_jaren == term.looptijd_jaren == targets.looptijd_jaren == 4
    assert budget.fte == targets.fte == choice.fte == 60
    assert budget.plan_einde == term.plan_einde == 2032


def test_what_all_posts_make_together_is_worked_out() -> None:
    """Half-time for three years, and another full-time for the last year: 50 + 100 / 3 percent on average."""
    posts = {"posts": "2", "fte_2": "100", "in_dienst_2": "2029-01-01"}
    document = Document({"fte": "50"}, {"budget": posts})
    assert document.shown("trajecten")["fte"] == "83,33"
    assert inputs(document, "keuzehulp").medewerkers == 2
    own = Document(document.appointment, {"budget": posts, "trajecten": {"fte": "40"}})
    assert own.shown("trajecten")["fte"] == "40"


def test_a_budget_with_errors_leaves_the_percentage_of_the_first_post() -> None:
    document = Document({"fte": "50"}, {"budget": {"posts": "2", "fte_2": "veel"}})
    assert document.shown("trajecten")["fte"] == "50"


def test_what_the_chooser_shows_is_what_the_dossier_has() -> None:
    document = Document(strategieen=("bottom-up-werken",))
    assert inputs(document, "keuzehulp").strategies == ("bottom-up-werken",)
    assert inputs(Document(), "keuzehulp").strategies == inputs(Document({"fte": "60"}), "keuzehulp").strategies
    own = Document(strategieen=("bottom-up-werken",), calculators={"keuzehulp": {"strategie_structureel-werken": "ja"}})
    (deviation,) = own.deviations
    assert deviation.text.startswith("Keuzehulp: strategie 6. Structureel werken is er apart ingevuld, ja.")


def test_what_a_form_says_otherwise_is_told() -> None:
    document = Document({"startdatum": "2027-09-01"}, {"looptijd": {"startdatum": "2028-01-01"}})
    (deviation,) = document.deviations
    assert deviation.text == (
        "Looptijd: startdatum is er apart ingevuld, 1 januari 2028. In je aanstelling is dat 1 september 2027."
    )
    assert Document({"fte": "60"}, {"trajecten": {"fte": "60"}}).deviations == ()


def test_a_percentage_of_its_own_is_compared_with_all_posts_together() -> None:
    """The first post is 80 %, and all of them together are 260 %: that is what other forms show without their own."""
    posts = {"posts": "2", "fte_2": "90", "aantal_2": "2"}
    document = Document({"fte": "80"}, {"budget": posts, "trajecten": {"fte": "290"}, "keuzehulp": {"fte": "80"}})
    assert [deviation.text.partition(": ")[2] for deviation in document.deviations] == [
        "tewerkstelling is er apart ingevuld, 290\u00a0%. In je aanstelling is dat 260\u00a0%.",
        "tewerkstelling is er apart ingevuld, 80\u00a0%. In je aanstelling is dat 260\u00a0%.",
    ]
    assert Document({"fte": "80"}, {"budget": posts, "trajecten": {"fte": "260"}}).deviations == ()


def test_what_all_posts_make_together_cannot_be_put_in_the_place_of_the_first() -> None:
    own = {"trajecten": {"fte": "290"}}
    several = Document({"fte": "80"}, {"budget": {"posts": "2"}, **own})
    assert "Neem die van je aanstelling" in overview.fragment(several)
    assert "Neem deze overal" not in overview.fragment(several)
    assert "Neem deze overal" in overview.fragment(Document({"fte": "80"}, own))


def test_the_profiles_of_posts_are_those_of_the_dossier_too() -> None:
    posts = {"posts": "2", "profiel": "groepswerker", "profiel_2": "netwerkmakelaar", "profiel_3": "toeleider"}
    document = Document(calculators={"budget": posts})
    assert document.profiles == ("groepswerker", "netwerkmakelaar")
    assert not other_profiles(document)
    assert "Kies het profiel dat erbij past (stap 3)." not in missing_texts(document)
    ticked = Document(calculators={"budget": posts}, profielen=("toeleider", "groepswerker"))
    assert ticked.profiles == ("groepswerker", "toeleider", "netwerkmakelaar")
    (told,) = other_profiles(ticked)
    assert told.startswith("Post 2 in je budget heeft het profiel “Netwerkmakelaar”. In je dossier koos je dat niet")
    assert f"Kijk na of dit klopt. {told}" in deviating(ticked)


@pytest.mark.parametrize("count", ["", "0", "9", "veel", "²", " 1 "])
def test_a_number_of_posts_that_cannot_be_read_leaves_the_first(count: str) -> None:
    posts = {"posts": count, "profiel": "groepswerker", "profiel_2": "netwerkmakelaar"}
    assert Document(calculators={"budget": posts}).profiles == ("groepswerker",)


# Version 1 asked everywhere: what the parts of a file of then say, and what becomes of it.
OLD = {
    "one start": (
        {"calculators": {"budget": {"startdatum": "2027-09-01"}}},
        {"startdatum": "2027-09-01"},
        [],
    ),
    "two starts": (
        {"calculators": {"budget": {"startdatum": "2027-09-01"}, "looptijd": {"startdatum": "2028-01-01"}}},
        {"startdatum": "2027-09-01"},
        [("looptijd", "startdatum", "2028-01-01")],
    ),
    "a start that was left as it was, and another": (
        {"calculators": {"budget": {"fte": "60"}, "looptijd": {"startdatum": "2028-01-01"}}},
        {"startdatum": "2027-01-01", "fte": "60"},
        [("looptijd", "startdatum", "2028-01-01")],
    ),
    "two employers": (
        {"dossier": {"werkgever": "extern"}, "calculators": {"budget": {"uitvoering": "eigen", "fte": "80"}}},
        {"uitvoering": "extern"},
        [("budget", "uitvoering", "eigen")],
    ),
    "strategies that were chosen in the chooser only": (
        {
            "calculators": {
                "keuzehulp": {"strategie_bottom-up-werken": "ja", "strategie_verenigingsondersteuning": "nee"}
            }
        },
        {},
        [],
    ),
    "other strategies in the chooser": (
        {
            "dossier": {"strategieen": ["individuele-toeleiding", "verenigingsondersteuning", "structureel-werken"]},
            "calculators": {"keuzehulp": {"strategie_bottom-up-werken": "nee"}},
        },
        {},
        [("keuzehulp", "strategie_structureel-werken", "nee")],
    ),
    "the kind of contract, which only the term calculator asked": (
        {"calculators": {"budget": {"fte": "60"}, "looptijd": {"contract": "onbepaald", "looptijd_jaren": "4"}}},
        {"contract": "onbepaald", "looptijd_jaren": "3"},
        [("looptijd", "looptijd_jaren", "4")],
    ),
    "the moment of the dossier": (
        {"dossier": {"afsluitmoment": "na-6-8-maanden"}, "calculators": {"trajecten": {"vrije_plaatsen": "5"}}},
        {"afsluitmoment": "na_6_8_maanden"},
        [("trajecten", "afsluitmoment", "inschrijving")],
    ),
}


@pytest.mark.parametrize(("old", "facts", "deviations"), OLD.values(), ids=OLD)
def test_an_old_file_comes_over_whole(
    old: dict[str, Any], facts: dict[str, str], deviations: list[tuple[str, str, str]]
) -> None:
    document = read(json.dumps({"version": 1, **old}))
    assert facts.items() <= document.appointment.items()
    assert [(one.form, one.control, one.own) for one in document.deviations] == deviations
    assert read(write(document)) == document


def test_a_file_of_before_keeps_its_kind_of_contract() -> None:
    """Version 2 began without `contract` in the appointment: what the term calculator has is what was meant."""
    start = {"version": 2, "appointment": {"startdatum": "2027-09-01"}, "calculators": {"budget": {"posts": "2"}}}
    old: dict[str, Any] = {**start, "calculators": {"budget": {"posts": "2"}, "looptijd": {"contract": "onbepaald"}}}
    document = read(json.dumps(old))
    assert document.appointment == {"startdatum": "2027-09-01", "contract": "onbepaald"}
    assert document.deviations == ()
    assert not inputs(document, "budget").fixed
    assert inputs(read(json.dumps(start)), "budget").fixed
    assert read(write(document)) == document


def test_a_term_calculator_that_deviates_now_is_no_file_of_before() -> None:
    now = {"version": 2, "appointment": {"contract": "bepaald"}, "calculators": {"looptijd": {"contract": "onbepaald"}}}
    (deviation,) = read(json.dumps(now)).deviations
    assert deviation.text == (
        "Looptijd: soort contract is er apart ingevuld, onbepaalde duur. In je aanstelling is dat bepaalde duur."
    )


@pytest.mark.parametrize(
    ("form", "key", "own", "words"),
    [
        ("looptijd", "contract", "onbepaald", "onbepaalde duur"),
        ("looptijd", "contract", "bepaald", "bepaalde duur"),  # also what the example has
        ("trajecten", "afsluitmoment", "inschrijving", "bij de inschrijving"),
    ],
)
def test_a_choice_that_one_form_made_apart_is_still_open_elsewhere(form: str, key: str, own: str, words: str) -> None:
    document = read(json.dumps({"version": 2, "appointment": {key: ""}, "calculators": {form: {key: own}}}))
    (deviation,) = document.deviations
    assert deviation.text.endswith(f"is er apart ingevuld, {words}. In je aanstelling is dat nog niet gekozen.")
    assert document.appointment == {}
    assert read(write(document)) == document


ANYTHING = st.none() | st.booleans() | st.integers(-5, 5) | st.text("1280-", max_size=10)
CONTROLS = {form: [*SHARED[form], "subsidie"] for form in CALCULATORS}
CONTROLS["keuzehulp"] += STRATEGIES
FORMS = {
    form: st.dictionaries(st.sampled_from(names), ANYTHING | st.sampled_from(["ja", "nee"]), max_size=4)
    for form, names in CONTROLS.items()
}
CHOICES = st.lists(st.sampled_from([*STRATEGIES.values()]), max_size=2, unique=True)
DOSSIERS = st.fixed_dictionaries(
    {},
    optional={
        "werkgever": ANYTHING,
        "afsluitmoment": ANYTHING | st.just("na-6-8-maanden"),
        "focus": st.text(max_size=3),
        "strategieen": CHOICES | ANYTHING,
    },
)
FILES = st.fixed_dictionaries(
    {},
    optional={
        "version": st.sampled_from([0, 1, 1, 1, 2, 2, None, "1", -1]),
        "appointment": st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=2) | ANYTHING,
        "calculators": st.fixed_dictionaries({}, optional=FORMS) | ANYTHING,
        "dossier": DOSSIERS | ANYTHING,
        "checklist": st.dictionaries(st.sampled_from(["s1-01", "s1-02"]), st.booleans()) | ANYTHING,
    },
)


@settings(max_examples=1)
@given(st.lists(FILES, min_size=200, max_size=200))
def test_the_pages_read_old_files_as_python_does(files: list[dict[str, Any]]) -> None:
    command = ["node", "-e", f"(async () => {{ {UPGRADE} }})()", str(ROOT / "docs/assets/js/appointment.js")]
    told = subprocess.run(command, input=json.dumps(files), check=True, capture_output=True, text=True)
    for found, theirs in zip(files, json.loads(told.stdout), strict=True):
        assert theirs == in_python(found), found


def in_python(found: dict[str, Any]) -> Any:
    from calculators.dossier.checking import DocumentError  # noqa: PLC0415
    from calculators.dossier.reading import migrate  # noqa: PLC0415

    try:
        if type(found.get("version", 0)) is not int or found.get("version", 0) < 0:
            return "SyntaxError"
        return json.loads(json.dumps(migrate(found)))
    except DocumentError:
        return "SyntaxError"


def test_a_page_hears_what_stands_in_its_form() -> None:
    kept = write(Document({"fte": "50"}, {"budget": {"posts": "2", "fte_2": "40"}}))
    reply = json.loads(handle(json.dumps({"action": "shown", "calculator": "trajecten", "document": kept})))
    assert reply["values"]["fte"] == "90"
    assert read_stored(kept).shown("trajecten") == reply["values"]
