"""Word templates as a municipality has them, and as nobody should have them."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TEMPLATE = f"{WORD}template.main+xml"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 60, height: int = 20) -> bytes:
    """An image in one colour."""
    rows = b"".join(b"\0" + b"\x8c\x1d\x40" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _style(kind: str, id_: str, name: str, inner: str = "", attributes: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{id_}" {attributes}><w:name w:val="{name}"/>{inner}</w:style>'


_RED = '<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="8C1D40"/><w:sz w:val="30"/></w:rPr>'
_NORMAL = '<w:basedOn w:val="Standaard"/>'
_KNOWN = (
    _style("paragraph", "Standaard", "Normal", attributes='w:default="1"'),
    _style("paragraph", "Kop1", "heading 1", f'{_NORMAL}<w:pPr><w:outlineLvl w:val="0"/></w:pPr>{_RED}'),
    _style("paragraph", "Kop2", "heading 2", f'{_NORMAL}<w:pPr><w:outlineLvl w:val="1"/></w:pPr>{_RED}'),
    _style("paragraph", "Lijst", "List Bullet", f'{_NORMAL}<w:pPr><w:keepLines/><w:ind w:left="360"/></w:pPr>'),
    _style("paragraph", "Artikel", "Artikel", "<w:rPr><w:i/></w:rPr>", 'w:customStyle="1"'),
    _style("paragraph", "Koptekst", "header", _NORMAL),
    _style("table", "Standaardtabel", "Normal Table", attributes='w:default="1"'),
)
STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>
<w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr>
</w:pPrDefault></w:docDefaults>{"".join(_KNOWN)}</w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
DRAWING = f"""<w:drawing><wp:inline {WP}><wp:extent cx="1080000" cy="360000"/>
<wp:docPr id="1" name="Logo" descr="Logo"/>
<a:graphic {A}><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic {PIC}>
<pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="1080000" cy="360000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>
</wp:inline></w:drawing>"""
MARGINS = 'w:top="1985" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"'


def paragraph(text: str, style: str = "", more: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def piece(kind: str, inner: str) -> str:
    """A header (`hdr`) or a footer (`ftr`)."""
    return f"<w:{kind} {W} {R}>{inner}</w:{kind}>"


def document(inner: str) -> str:
    return f"<w:document {W} {R}><w:body>{inner}</w:body></w:document>"


def relations(*rows: tuple[str, str], outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    made = [
        f'<Relationship Id="rId{at}" Type="{OFFICE}{kind}" Target="{target}"{mode}/>'
        for at, (kind, target) in enumerate(rows, start=1)
    ]
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return f"{start}{''.join(made)}</Relationships>"


def _types(main: str) -> str:
    overrides = {
        "document": main,
        "styles": f"{WORD}styles+xml",
        "numbering": f"{WORD}numbering+xml",
        "settings": f"{WORD}settings+xml",
        "header1": f"{WORD}header+xml",
        "header2": f"{WORD}header+xml",
        "footer1": f"{WORD}footer+xml",
    }
    rows = [f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items()]
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{"".join(rows)}</Types>'
    )


def files(main: str = TEMPLATE) -> dict[str, str | bytes]:
    """The files of a template with a letterhead on the first page, another header after it, and a footer."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {MARGINS}/><w:titlePg/></w:sectPr>'
    )
    pages = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return {
        "[Content_Types].xml": _types(main),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document(paragraph("Geheime brief.") + section),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
            ("footer", "/word/footer1.xml"),
        ),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": f"<w:settings {W}/>",
        "word/header1.xml": piece("hdr", paragraph("Vervolgblad Voorbeeldegem", "Koptekst")),
        "word/header2.xml": piece("hdr", paragraph("Stad Voorbeeldegem", "Koptekst", f"<w:r>{DRAWING}</w:r>")),
        "word/_rels/header2.xml.rels": relations(("image", "media/logo.png")),
        "word/footer1.xml": piece("ftr", paragraph("Markt 1, Voorbeeldegem – blad ", more=pages)),
        "word/media/logo.png": png(),
    }


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_files(changed: Mapping[str, str | bytes]) -> bytes:
    """The template with other files in place of its own, or beside them."""
    return packed({**files(), **changed})
