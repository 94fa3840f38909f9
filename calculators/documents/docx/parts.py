"""The parts of a Word file that are the same in every document: styles, numbering, theme and settings."""

from calculators.documents.docx.xml import Xml, join, x

INK, PRIMARY, TINT, LINE, MUTED = "1F2933", "0B5563", "E8F1F2", "B8CBCE", "52606D"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMESPACES = {
    "xmlns_w": W,
    "xmlns_r": f"{_OFFICE}/relationships",
    "xmlns_mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xmlns_w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc_Ignorable": "w14",
}
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def content_types() -> Xml:
    """Which part is what."""
    parts = {
        "/word/document.xml": f"{_MIME}.document.main+xml",
        "/word/styles.xml": f"{_MIME}.styles+xml",
        "/word/settings.xml": f"{_MIME}.settings+xml",
        "/word/numbering.xml": f"{_MIME}.numbering+xml",
        "/word/fontTable.xml": f"{_MIME}.fontTable+xml",
        "/word/footer1.xml": f"{_MIME}.footer+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return x(
        "Types",
        x("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
        x("Default", Extension="xml", ContentType="application/xml"),
        [x("Override", PartName=part, ContentType=kind) for part, kind in parts.items()],
        xmlns=f"{_PACKAGE}/content-types",
    )


def package_relations() -> Xml:
    """Where the main parts are."""
    return _relations(
        {
            "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
            "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
            "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties",
        }
    )


def document_relations() -> Xml:
    """Where the document's own parts are; the footer is `rId5`."""
    kinds = ("styles", "settings", "numbering", "theme/theme1", "footer1", "fontTable")
    return _relations({f"{kind}.xml": f"{_OFFICE}/relationships/{kind.split('/')[0].rstrip('1')}" for kind in kinds})


def _relations(targets: dict[str, str]) -> Xml:
    return x(
        "Relationships",
        [x("Relationship", Id=f"rId{n}", Type=kind, Target=to) for n, (to, kind) in enumerate(targets.items(), 1)],
        xmlns=f"{_PACKAGE}/relationships",
    )


def settings() -> Xml:
    """Compatibility with present Word, Dutch separators."""
    compat = x(
        "w:compatSetting", w_name="compatibilityMode", w_uri="http://schemas.microsoft.com/office/word", w_val="15"
    )
    return x(
        "w:settings",
        x("w:zoom", w_percent="100"),
        x("w:defaultTabStop", w_val="709"),
        x("w:characterSpacingControl", w_val="doNotCompress"),
        x("w:compat", compat),
        x("w:themeFontLang", w_val="nl-BE"),
        x("w:decimalSymbol", w_val=","),
        x("w:listSeparator", w_val=";"),
        **NAMESPACES,
    )


def fonts() -> Xml:
    """The fonts that are used, and what kind to take in their place when they are not there."""
    used = (("Arial", "swiss", "variable"), ("MS Gothic", "modern", "fixed"))
    return x(
        "w:fonts",
        [
            x("w:font", x("w:family", w_val=family), x("w:pitch", w_val=pitch), w_name=name)
            for name, family, pitch in used
        ],
        **NAMESPACES,
    )


def numbering() -> Xml:
    """List 1: bullets. List 2: the articles of a decision, numbered by Word itself."""
    bullet = _level("bullet", "•", 357)
    article = _level("decimal", "Artikel %1", 0, x("w:rPr", x("w:b"), x("w:color", w_val=PRIMARY)))
    return x(
        "w:numbering",
        [
            x("w:abstractNum", x("w:multiLevelType", w_val="singleLevel"), level, w_abstractNumId=n)
            for n, level in enumerate((bullet, article))
        ],
        [x("w:num", x("w:abstractNumId", w_val=n), w_numId=n + 1) for n in range(2)],
        **NAMESPACES,
    )


def _level(form: str, text: str, indent: int, look: Xml | None = None) -> Xml:
    place = x("w:ind", w_left=indent, w_hanging=indent) if indent else x("w:ind", w_left=1134, w_hanging=1134)
    return x(
        "w:lvl",
        x("w:start", w_val="1"),
        x("w:numFmt", w_val=form),
        x("w:lvlText", w_val=text),
        x("w:lvlJc", w_val="left"),
        x("w:pPr", place),
        look,
        w_ilvl="0",
    )


def theme() -> Xml:
    """One font and the colours of the guide."""
    colours = {
        "dk1": INK,
        "lt1": "FFFFFF",
        "dk2": PRIMARY,
        "lt2": TINT,
        "accent1": PRIMARY,
        "accent2": "B4531A",
        "accent3": "3F7D58",
        "accent4": "8A6A00",
        "accent5": "6B4E8E",
        "accent6": MUTED,
        "hlink": PRIMARY,
        "folHlink": "6B4E8E",
    }
    solid = x("a:solidFill", x("a:schemeClr", val="phClr"))
    fonts = [x("a:latin", typeface="Arial"), x("a:ea", typeface=""), x("a:cs", typeface="")]
    return x(
        "a:theme",
        x(
            "a:themeElements",
            x(
                "a:clrScheme",
                [x(f"a:{name}", x("a:srgbClr", val=value)) for name, value in colours.items()],
                name="Gids",
            ),
            x("a:fontScheme", x("a:majorFont", fonts), x("a:minorFont", fonts), name="Gids"),
            x(
                "a:fmtScheme",
                x("a:fillStyleLst", [solid] * 3),
                x("a:lnStyleLst", [x("a:ln", solid, w=width) for width in (6350, 12700, 19050)]),
                x("a:effectStyleLst", [x("a:effectStyle", x("a:effectLst"))] * 3),
                x("a:bgFillStyleLst", [solid] * 3),
                name="Gids",
            ),
        ),
        xmlns_a=DRAWING,
        name="Gids",
    )


def core(title: str, day: str) -> Xml:
    """Title and language. No author: who made the file is nobody's business but the reader's."""
    return x(
        "cp:coreProperties",
        x("dc:title", title),
        x("dc:language", "nl-BE"),
        x("dcterms:created", f"{day}T12:00:00Z", xsi_type="dcterms:W3CDTF"),
        x("dcterms:modified", f"{day}T12:00:00Z", xsi_type="dcterms:W3CDTF"),
        xmlns_cp=f"{_PACKAGE}/metadata/core-properties",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
        xmlns_dcterms="http://purl.org/dc/terms/",
        xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
    )


def app() -> Xml:
    """The program that wrote the file."""
    return x("Properties", x("Application", "Gids verbindingsambassadeur"), xmlns=f"{_OFFICE}/extended-properties")


def footer(title: str, width: int) -> Xml:
    """The title on the left, the page number on the right."""
    tab = x("w:tabs", x("w:tab", w_val="clear", w_pos="4536"), x("w:tab", w_val="right", w_pos=width))
    pages = [_text("Pagina "), _field("PAGE"), _text(" van "), _field("NUMPAGES")]
    paragraph = x("w:p", x("w:pPr", x("w:pStyle", w_val="Footer"), tab), _text(title), x("w:r", x("w:tab")), pages)
    return x("w:ftr", paragraph, **NAMESPACES)


def _text(text: str) -> Xml:
    return x("w:r", x("w:t", text, xml_space="preserve"))


def _field(code: str) -> Xml:
    return x("w:fldSimple", _text("1"), w_instr=f" {code} ")


def part(root: Xml) -> str:
    """A part as it stands in the package."""
    return join(Xml(HEADER), root)
