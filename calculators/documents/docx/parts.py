"""The parts of a Word file beside its text.

Parts that are the same in every document are XML files in `templates/`:
- `styles.xml`: the styles, under Word's own names, so that colleagues find them in their menus;
- `theme.xml`: one font and the colours of the guide;
- `numbering.xml`: list 1 has bullets, list 2 the articles of a decision, numbered by Word itself;
- `fonts.xml`: the fonts that are used, and what kind of font can replace each of them;
- `settings.xml`: compatibility with current versions of Word, and Dutch separators;
- `content_types.xml` and the relations: the type and the place of each part; the footer is `rId5`. The glossary, which
  has the prompts of controls, has a copy of the styles.
"""

import pkgutil

from calculators.documents.docx.xml import Xml, markup, xml_element

PRIMARY, TINT = "0B5563", "E8F1F2"
"""Two colours of the templates that tables use too."""

NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc:Ignorable": "w14",
}
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _template(name: str) -> bytes:
    data = pkgutil.get_data("calculators.documents.docx", f"templates/{name}.xml")
    assert data, name
    return data


# Read on import, because Python restored from a snapshot in the browser has no files.
FIXED = {
    "[Content_Types].xml": _template("content_types"),
    "_rels/.rels": _template("package_relations"),
    "word/_rels/document.xml.rels": _template("document_relations"),
    "word/styles.xml": _template("styles"),
    "word/glossary/styles.xml": _template("styles"),
    "word/glossary/_rels/document.xml.rels": _template("glossary_relations"),
    "word/settings.xml": _template("settings"),
    "word/numbering.xml": _template("numbering"),
    "word/fontTable.xml": _template("fonts"),
    "word/theme/theme1.xml": _template("theme"),
    "docProps/app.xml": _template("app"),
}
"""The fixed parts by their path in the package."""


def core(title: str, day: str) -> Xml:
    """The properties of the file: title, language and day. No author, which the reader may want to keep private."""
    return xml_element(
        "cp:coreProperties",
        xml_element("dc:title", title),
        xml_element("dc:language", "nl-BE"),
        xml_element("dcterms:created", f"{day}T12:00:00Z", xsi_type="dcterms:W3CDTF"),
        xml_element("dcterms:modified", f"{day}T12:00:00Z", xsi_type="dcterms:W3CDTF"),
        xmlns_cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
        xmlns_dcterms="http://purl.org/dc/terms/",
        xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
    )


def footer(title: str, width: int, *, total: bool) -> Xml:
    """The title on the left, the page number on the right; with `total` also how many pages the file has."""
    tab = xml_element(
        "w:tabs", xml_element("w:tab", w_val="clear", w_pos="4536"), xml_element("w:tab", w_val="right", w_pos=width)
    )
    pages = [_text("Pagina "), _field("PAGE"), *([_text(" van "), _field("NUMPAGES")] if total else [])]
    paragraph = xml_element(
        "w:p",
        xml_element("w:pPr", xml_element("w:pStyle", w_val="Footer"), tab),
        _text(title),
        xml_element("w:r", xml_element("w:tab")),
        pages,
    )
    return xml_element("w:ftr", paragraph, **NAMESPACES)


def _text(text: str) -> Xml:
    return xml_element("w:r", xml_element("w:t", text, xml_space="preserve"))


def _field(code: str) -> Xml:
    return xml_element("w:fldSimple", _text("1"), w_instr=f" {code} ")


def part(root: Xml) -> str:
    """The text of a part of the package: the XML declaration, then `root`."""
    return _HEADER + markup(root)
