"""The dossier as a list of tasks, and the note that grows beside it."""

import re
from dataclasses import replace

import pytest

from calculators.documents.nota import outline
from calculators.dossier import EMPTY, FIELDS, SECTIONS, Document, missing, still_to_do
from calculators.render import overview, tasks
from tests.unit.documents import finished
from tests.unit.dossiers import FILLED, HOSTILE

DOSSIERS = [EMPTY, FILLED, *([HOSTILE] if isinstance(HOSTILE, Document) else [])]


def test_six_sections_hold_every_field_once() -> None:
    groups = [group for section in SECTIONS for group in section.groups]
    assert len(SECTIONS) == 6
    assert sorted(groups) == sorted({field.group for field in FIELDS.values()})


@pytest.mark.parametrize("document", DOSSIERS)
def test_every_gap_is_still_to_do_in_one_section(document: Document) -> None:
    found = [gap for some in still_to_do(document).values() for gap in some]
    assert sorted(lacking.text for lacking in found) == sorted(lacking.text for lacking in missing(document))


def test_a_section_without_gaps_is_done() -> None:
    drawn = tasks.fragment(EMPTY)
    assert drawn.count("Nog te doen: ") == 6
    assert ">Klaar<" not in drawn
    written = replace(EMPTY, texts={"overtuigingen": "Elk kind.", "verwachtingen": "Meer plekken."})
    drawn = tasks.fragment(written)
    assert re.search(r'href="#deel-overtuigingen".*?>Klaar<', drawn)
    assert "1 van de 6 delen klaar" in drawn


def test_what_is_missing_leads_to_the_place_where_it_is_filled_in() -> None:
    links = re.findall(r'<li><a href="([^"]+)">', overview.fragment(EMPTY))
    assert len(links) == len(missing(EMPTY))
    assert {"#dossier-focus", "#dossier-partners", "../rekenhulp/budget/"} <= set(links)


def test_links_begin_where_the_page_says_that_the_site_is() -> None:
    for drawn in (overview.fragment(EMPTY, "./"), outline.fragment(EMPTY, "./")):
        assert 'href="./rekenhulp/budget/"' in drawn
        assert "../" not in drawn


def test_the_note_grows_and_its_gaps_are_links() -> None:
    before = outline.fragment(EMPTY)
    assert 'href="#dossier-focus" data-gap="focus"' in before
    after = outline.fragment(replace(EMPTY, texts={"focus": "Kinderen <van> Ter Linden"}))
    assert "Kinderen &lt;van&gt; Ter Linden" in after
    assert 'data-gap="focus"' not in after
    assert after.count("data-gap") == before.count("data-gap") - 2, "the focus, and the summary that can be made now"


def test_nobody_employs_until_that_is_chosen() -> None:
    appointment = {key: value for key, value in FILLED.appointment.items() if key != "uitvoering"}
    undecided = replace(FILLED, appointment=appointment)
    assert 'data-gap="uitvoering"' in outline.fragment(undecided)
    assert 'data-gap="uitvoering"' not in outline.fragment(FILLED)
    answers = []
    for document in (undecided, FILLED):
        lines = finished.word("nota", document).lines
        answers.append(lines[lines.index("Wie neemt de ambassadeur in dienst?") + 1])
    assert answers == ["Kies", "Het bestuur zelf"]
