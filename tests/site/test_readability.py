"""Every page reads easily: Flesch-Douma of 60 or more (about B1), and no sentence that runs on."""

import pytest

from calculators.core import content
from tools import readability
from tools.readability import BOUND, score, sentences, syllables

LONGEST = 25
"""The most words of a sentence."""

PAGES_LEFT_OUT = {"afdrukken/": "repeats the others", "404.html": "no page of the guide"}

SYLLABLES = {
    1: "de zoek kind nieuw leeuw jeugd mooi meer",
    2: "bureau baby leeftijd",
    3: "jongere gemeente eieren ruïne toeleiding creatief",
    5: "organisatie vrijetijdsaanbod financiële",
    7: "verbindingsambassadeur",
}


def test_the_bound_is_that_of_plain_dutch() -> None:
    assert BOUND == 60


def test_every_page_reads_easily(built_site_pages: dict[str, str]) -> None:
    scores = {
        url: round(score(readability.prose(html)).ease, 1)
        for url, html in built_site_pages.items()
        if url not in PAGES_LEFT_OUT
    }
    assert {url: ease for url, ease in scores.items() if ease < BOUND} == {}


def test_every_page_has_prose_that_is_measured(built_site_pages: dict[str, str]) -> None:
    for url, html in built_site_pages.items():
        if url not in PAGES_LEFT_OUT:
            assert score(readability.prose(html)).words > 90, url


def test_no_sentence_runs_on(built_site_pages: dict[str, str]) -> None:
    long = [
        (url, sentence)
        for url, html in built_site_pages.items()
        if url not in PAGES_LEFT_OUT
        for block in readability.prose(html)
        for sentence in sentences(block)
        if score([sentence]).words > LONGEST
    ]
    assert long == []


TEXTS = {
    "checklist": [text for one in content.items() for text in (one.text, one.help) if text],
    "factors": [text for one in content.factors() for text in (one.question, one.advice)],
    "strategies": [one.description for one in content.strategies()],
    "profiles": [text for one in content.profiles() for text in (one.description, *one.tasks, *one.qualities)],
    "partners": [question for one in content.partner_kinds() for question in one.questions],
    "steps": [text for one in content.steps() for text in (one.short, one.result)],
    "glossary": [one.short for one in content.glossary()],
    "rules": [one.text for one in content.rules()],
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_stands_in_data_reads_easily_too(name: str) -> None:
    assert score(TEXTS[name]).ease >= BOUND


@pytest.mark.parametrize(("count", "words"), SYLLABLES.items())
def test_syllables_of_dutch_words(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_formula_is_that_of_douma() -> None:
    one = score(["De kat zit op de mat."])
    assert (one.words, one.sentences, one.syllables) == (6, 1, 6)
    assert one.ease == pytest.approx(206.84 - 0.93 * 6 - 77)


def test_sentences_end_where_a_reader_stops() -> None:
    parts = ["Eén.", "Twee (drie)!", "Vier?", "Zes: 3.000 euro, zie art. 5."]
    assert sentences(" ".join(parts)) == parts


def test_a_stiff_text_scores_low() -> None:
    stiff = "De gegevensbeschermingsautoriteit controleert de verwerkingsverantwoordelijkheid van organisaties."
    assert score([stiff]).ease < 0 < BOUND < score(["Je belt. Je vraagt wat er kan. Je noteert het."]).ease


def test_titles_of_others_fields_and_results_are_not_ours_to_count() -> None:
    html = (
        "<article><h2>Een kop.</h2><p>Een zin. <span class='bron'><a>Een titel.</a></span></p><form><p>Veld.</p></form>"
        "<ul><li>het label</li><li><a>Een titel.</a></li></ul><div data-output><p>Uitkomst.</p></div></article>"
    )
    assert readability.prose(html) == ["Een zin."]
