"""The parts of a Word file that are files: a designer may change them, and these hold what must stay."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from calculators.documents.docx import parts

FILES = sorted(Path(parts.__file__).with_name("templates").iterdir())


def test_every_template_is_in_the_package() -> None:
    assert sorted(file.read_bytes() for file in FILES) == sorted(set(parts.FIXED.values()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_text_stands_beside_elements(file: Path) -> None:
    for element in ET.parse(file).iter():
        outside = [child.tail or "" for child in element]
        if outside:
            outside.append(element.text or "")
        assert not "".join(outside).strip(), element.tag


def test_tables_take_colours_of_the_theme() -> None:
    theme = parts.FIXED["word/theme/theme1.xml"].decode()
    assert f'<a:accent1>\n        <a:srgbClr val="{parts.PRIMARY}"/>' in theme
    assert f'<a:lt2>\n        <a:srgbClr val="{parts.TINT}"/>' in theme
