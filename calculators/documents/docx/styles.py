"""The styles of the Word documents, under Word's own names, so that colleagues find them in their menus."""

from calculators.documents.docx.parts import INK, LINE, MUTED, NAMESPACES, PRIMARY, TINT
from calculators.documents.docx.xml import Xml, x


def styles() -> Xml:
    """All styles."""
    return x("w:styles", _defaults(), _paragraph_styles(), _character_styles(), _table_styles(), **NAMESPACES)


def _defaults() -> Xml:
    fonts = x(
        "w:rFonts",
        **{f"w_{kind}Theme": "minorHAnsi" for kind in ("ascii", "hAnsi")},
        w_eastAsiaTheme="minorEastAsia",
        w_cstheme="minorBidi",
    )
    look = x("w:rPr", fonts, _colour(INK), *_size(20), x("w:lang", w_val="nl-BE", w_eastAsia="nl-BE", w_bidi="ar-SA"))
    return x(
        "w:docDefaults",
        x("w:rPrDefault", look),
        x("w:pPrDefault", x("w:pPr", x("w:spacing", w_after="120", w_line="276", w_lineRule="auto"))),
    )


def _paragraph_styles() -> list[Xml]:
    rule = x("w:pBdr", x("w:bottom", w_val="single", w_sz="12", w_space="6", w_color=PRIMARY))
    bar = x("w:pBdr", x("w:left", w_val="single", w_sz="24", w_space="8", w_color=PRIMARY))
    tint = x("w:shd", w_val="clear", w_color="auto", w_fill=TINT)
    inset = x("w:ind", w_left="227", w_right="113")
    numbered = x("w:numPr", x("w:numId", w_val="2"))
    bullets = x("w:numPr", x("w:numId", w_val="1"))
    return [
        x(
            "w:style",
            x("w:name", w_val="Normal"),
            x("w:qFormat"),
            w_type="paragraph",
            w_default="1",
            w_styleId="Normal",
        ),
        _heading(1, 36, 0, 160, rule),
        _heading(2, 26, 360, 100),
        _heading(3, 22, 240, 60),
        _style("Subtitle", "Subtitle", _spacing(0, 240), [_colour(MUTED), *_size(24)]),
        _style("ListBullet", "List Bullet", [bullets, *_spacing(0, 60)]),
        _style("Artikel", "Artikel", [numbered, *_spacing(120, 120)]),
        _style("Uitleg", "Uitleg", _spacing(0, 120), [_colour(MUTED), *_size(18)]),
        _style("Aandacht", "Aandacht", [bar, tint, *_spacing(120, 120), inset]),
        _style("TableText", "Table Text", _spacing(40, 40, 252), [*_size(18)]),
        _style(
            "TableHeading",
            "Table Heading",
            [x("w:keepNext"), *_spacing(50, 50, 252)],
            [x("w:b"), _colour("FFFFFF"), *_size(18)],
        ),
        _style("Caption", "caption", [x("w:keepNext"), *_spacing(160, 80)], [x("w:b"), _colour(PRIMARY), *_size(19)]),
        _style("Footer", "footer", _spacing(0, 0), [_colour(MUTED), *_size(16)]),
    ]


def _character_styles() -> list[Xml]:
    return [
        _style("Strong", "Strong", None, [x("w:b")], kind="character"),
        _style("TableHint", "Table Hint", None, [_colour(MUTED), *_size(16)], kind="character"),
        _style("PlaceholderText", "Placeholder Text", None, [_colour("5F6B76")], kind="character"),
    ]


def _table_styles() -> list[Xml]:
    """A plain grid for labels with values, and one with a coloured heading row and a bold last row."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [x(f"w:{side}", w_val="single", w_sz="4", w_space="0", w_color=LINE) for side in sides]
    margins = [
        x(f"w:{side}", w_w=width, w_type="dxa")
        for side, width in (("top", 0), ("left", 96), ("bottom", 0), ("right", 96))
    ]
    base = x("w:tblPr", x("w:tblBorders", lines), x("w:tblCellMar", margins))
    head = x("w:tcPr", x("w:shd", w_val="clear", w_color="auto", w_fill=PRIMARY))
    foot = x("w:tcPr", x("w:shd", w_val="clear", w_color="auto", w_fill=TINT))
    normal = x(
        "w:style",
        x("w:name", w_val="Normal Table"),
        x("w:uiPriority", w_val="99"),
        x("w:semiHidden"),
        x(
            "w:tblPr",
            x("w:tblInd", w_w="0", w_type="dxa"),
            x(
                "w:tblCellMar",
                [
                    x(f"w:{s}", w_w=w, w_type="dxa")
                    for s, w in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
                ],
            ),
        ),
        w_type="table",
        w_default="1",
        w_styleId="TableNormal",
    )
    gids = x(
        "w:style",
        x("w:name", w_val="Gids"),
        x("w:basedOn", w_val="TableNormal"),
        x("w:qFormat"),
        base,
        x("w:tblStylePr", x("w:rPr", x("w:b"), _colour("FFFFFF")), head, w_type="firstRow"),
        x("w:tblStylePr", x("w:rPr", x("w:b")), foot, w_type="lastRow"),
        x("w:tblStylePr", foot, w_type="firstCol"),
        w_type="table",
        w_customStyle="1",
        w_styleId="Gids",
    )
    return [normal, gids]


def _heading(level: int, size: int, before: int, after: int, border: Xml | None = None) -> Xml:
    return x(
        "w:style",
        x("w:name", w_val=f"heading {level}"),
        x("w:basedOn", w_val="Normal"),
        x("w:next", w_val="Normal"),
        x("w:qFormat"),
        x(
            "w:pPr",
            x("w:keepNext"),
            x("w:keepLines"),
            border,
            _spacing(before, after, 252),
            x("w:outlineLvl", w_val=level - 1),
        ),
        x("w:rPr", x("w:b"), _colour(PRIMARY), *_size(size)),
        w_type="paragraph",
        w_styleId=f"Heading{level}",
    )


def _style(
    identity: str,
    name: str,
    paragraph: list[Xml] | None,
    look: list[Xml] | None = None,
    *,
    kind: str = "paragraph",
) -> Xml:
    return x(
        "w:style",
        x("w:name", w_val=name),
        x("w:basedOn", w_val="Normal") if kind == "paragraph" else None,
        x("w:qFormat"),
        x("w:pPr", paragraph) if paragraph else None,
        x("w:rPr", look) if look else None,
        w_type=kind,
        w_customStyle=None if name[0].islower() or identity in _WORDS_OWN else "1",
        w_styleId=identity,
    )


_WORDS_OWN = {"Subtitle", "ListBullet", "Strong", "PlaceholderText"}


def _spacing(before: int, after: int, line: int | None = None) -> list[Xml]:
    rule = "auto" if line else None
    return [x("w:spacing", w_before=before, w_after=after, w_line=line, w_lineRule=rule)]


def _size(half_points: int) -> tuple[Xml, Xml]:
    return x("w:sz", w_val=half_points), x("w:szCs", w_val=half_points)


def _colour(value: str) -> Xml:
    return x("w:color", w_val=value)
