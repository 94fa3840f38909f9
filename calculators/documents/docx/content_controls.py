"""Content controls: fields that colleagues fill in further in Word.

Word shows the `title` at the control and a screen reader says it; it is also the tag of the control for programs.
`document` gives each control its id, and keeps its prompt for when the control is emptied again: see `prompts`.
"""

from collections.abc import Mapping
from datetime import date

from calculators.core.periods import format_date
from calculators.documents.docx import Inline, bullets, para, run
from calculators.documents.docx.prompts import STYLE as PROMPT
from calculators.documents.docx.xml import Xml, join, xml_element

_EMPTY_BOX = "☐"
_LONGEST_TITLE = 64
SPACE = "\u00a0" * 12
"""A prompt without words, for a cell that may be filled in by hand."""
DOTS = "…" * 8
"""The same within a sentence."""


def checkbox(title: str) -> Xml:
    """A box to tick."""
    states = [
        xml_element("w14:checked", w14_val=0),
        xml_element("w14:checkedState", w14_val="2612", w14_font="MS Gothic"),
        xml_element("w14:uncheckedState", w14_val="2610", w14_font="MS Gothic"),
    ]
    fonts = xml_element(
        "w:rPr",
        xml_element("w:rFonts", w_ascii="MS Gothic", w_hAnsi="MS Gothic", w_eastAsia="MS Gothic", w_hint="eastAsia"),
    )
    box = xml_element("w:r", fonts, xml_element("w:t", _EMPTY_BOX))
    properties = _properties(title, "", xml_element("w14:checkbox", states))
    return xml_element("w:sdt", properties, xml_element("w:sdtContent", box))


def dropdown(title: str, options: Mapping[str, str], chosen: str = "", placeholder: str = "Kies") -> Xml:
    """A list to choose from: `options` has the Dutch text of each value, and `chosen` is a value or empty."""
    items = [xml_element("w:listItem", w_displayText=label, w_value=value) for value, label in options.items()]
    return _filled(title, xml_element("w:dropDownList", items), options.get(chosen, ""), placeholder)


def day(title: str, value: date | None, placeholder: str = "Kies een datum") -> Xml:
    """A date to pick."""
    kind = xml_element(
        "w:date",
        xml_element("w:dateFormat", w_val="d MMMM yyyy"),
        xml_element("w:lid", w_val="nl-BE"),
        xml_element("w:storeMappedDataAs", w_val="dateTime"),
        xml_element("w:calendar", w_val="gregorian"),
        w_fullDate=f"{value.isoformat()}T00:00:00Z" if value else None,
    )
    return _filled(title, kind, format_date(value) if value else "", placeholder)


def line(title: str, value: str = "", placeholder: str = "Vul in") -> Xml:
    """Text within a paragraph. Text of several lines is rich text: LibreOffice loses line breaks in plain-text ones."""
    return _filled(title, None if "\n" in value else xml_element("w:text"), value, placeholder)


def block(title: str, value: str = "", placeholder: str = "Vul in") -> Xml:
    """Paragraphs of text, as `paragraphs` makes them."""
    content = paragraphs(value) if value else para(run(placeholder, PROMPT))
    properties = _properties(title, placeholder, None, empty=not value)
    return xml_element("w:sdt", properties, xml_element("w:sdtContent", content))


def paragraphs(text: str) -> Xml:
    """A paragraph for each line that is not blank; lines that begin with a dash, a star or a bullet become a list."""
    lines = [line.strip() for line in text.split("\n")]
    return join([_paragraph(line) for line in lines if line])


def _paragraph(text: str) -> Xml:
    if text.startswith(("- ", "* ", "• ", "– ")):
        return bullets([text[2:].strip()])
    return para(text)


def _filled(title: str, kind: Xml | None, value: str, placeholder: str) -> Xml:
    content: Inline = run(value) if value else run(placeholder, PROMPT)
    properties = _properties(title, placeholder, kind, empty=not value)
    return xml_element("w:sdt", properties, xml_element("w:sdtContent", content))


def _properties(title: str, prompt: str, kind: Xml | None, *, empty: bool = False) -> Xml:
    name = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    return xml_element(
        "w:sdtPr",
        xml_element("w:alias", w_val=name),
        xml_element("w:tag", w_val=name),
        xml_element("w:id"),
        xml_element("w:placeholder", xml_element("w:docPart", w_val=prompt)) if prompt else None,
        xml_element("w:showingPlcHdr") if empty else None,
        kind,
    )
