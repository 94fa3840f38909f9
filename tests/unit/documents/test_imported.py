"""Other programs that read Word files find the structure that a reader sees: mammoth makes web pages of them."""

from io import BytesIO

import mammoth
import pytest
from docx import Document as Word

from calculators import documents
from tests.unit.documents.made import DAY, WORD
from tests.unit.dossiers import FILLED

LISTS = {"ListBullet", "Artikel"}


@pytest.mark.parametrize("kind", WORD)
def test_lists_and_headings_survive_in_another_program(kind: str) -> None:
    content = documents.make(kind, FILLED, DAY)[2]
    read = mammoth.convert_to_html(BytesIO(content))
    styles = Word(BytesIO(content)).element.body.xpath(".//w:p/w:pPr/w:pStyle/@w:val")  # also within content controls
    assert not [message for message in read.messages if message.type == "error"]
    assert read.value.count("<li>") == sum(name in LISTS for name in styles)
    assert read.value.count("<h2>") == styles.count("Heading2")


def test_a_decision_has_its_articles_and_a_profile_its_lists() -> None:
    nota = mammoth.convert_to_html(BytesIO(documents.make("nota", FILLED, DAY)[2])).value
    assert nota.count("<ol>") == 1
    assert nota.partition("<ol>")[2].partition("</ol>")[0].count("<li>") >= 5
