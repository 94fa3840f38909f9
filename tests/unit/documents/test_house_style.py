"""The house style of a municipality: every Word file carries it, its text stays, and what could do harm is refused."""

import io
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from calculators import documents
from calculators.contract import CONSTANTS
from calculators.documents.docx.parts import PRIMARY, TINT
from calculators.documents.docx.xml import markup
from calculators.documents.house_style import MOST_BYTES, TemplateError
from calculators.documents.house_style.keeping import kept
from calculators.documents.house_style.reading import read
from calculators.documents.house_style.style import HouseStyle
from calculators.documents.house_style.xml_reader import parse
from calculators.dossier import EMPTY
from tests.office import convert, program, text_of
from tests.unit.documents import word_templates as templates
from tests.unit.dossiers import FILLED

DAY = date(2027, 1, 4)
WORD = [kind.id for kind in documents.ALL.values() if kind.filename.endswith(".docx")]


@cache
def house() -> HouseStyle:
    return read(kept(read(templates.with_files({}))))


def made(kind: str, style: HouseStyle | None) -> bytes:
    return documents.make(kind, FILLED, DAY, style)[2]


def opened(content: bytes) -> WordFile:
    return docx.Document(io.BytesIO(content))


def lines(file: WordFile) -> list[str]:
    """The text of each paragraph, in the order of the document."""
    found = file.element.body.iter("{*}p")
    return ["".join(node.text or "" for node in one.iter("{*}t")) for one in found]


@pytest.mark.parametrize("kind", WORD)
def test_every_word_file_carries_header_footer_and_styles(kind: str, tmp_path: Path) -> None:
    content = made(kind, house())
    target = tmp_path / "made.docx"
    target.write_bytes(content)
    result = OpenXmlValidator().validate(str(target))
    assert not result.errors, result.errors[:5]
    file, plain = opened(content), opened(made(kind, None))
    assert lines(file) == lines(plain), "the text is the same"
    for section in file.sections:
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == "Stad Voorbeeldegem"
        assert section.header.paragraphs[0].text == "Vervolgblad Voorbeeldegem"
        assert section.footer.paragraphs[0].text.startswith("Markt 1, Voorbeeldegem")
        assert section.first_page_header.part.rels["rId1"].target_part.blob == templates.png()
    headings = [one for one in file.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings, "python-docx finds the headings"
    assert all(one.style and one.style.style_id == "Kop1" for one in headings)


def test_what_our_documents_need_is_added_to_the_styles() -> None:
    styles = opened(made("nota", house())).styles
    by_id = {one.style_id: one for one in styles}
    assert by_id["Kop1"].font.color.rgb == docx.shared.RGBColor(0x8C, 0x1D, 0x40)
    assert by_id["Artikel"].font.italic, "the template's own style is as it was"
    assert by_id["ArtikelGids"].name == "Artikel (gids)", "ours stands beside it"
    assert by_id["TableText"].base_style.style_id == "Standaard"
    assert len({(one.type, one.name) for one in styles}) == len(list(styles))
    assert opened(made("nota", house())).styles.element.xpath("//w:docDefaults//w:lang/@w:val") == ["nl-BE"]


def test_tables_have_the_colour_of_the_headings_if_white_can_be_read_on_it() -> None:
    fills = set(opened(made("nota", house())).element.xpath("//w:tcPr/w:shd/@w:fill"))
    assert fills == {"8C1D40", "F5EBEE"}
    pale = read(templates.with_files({"word/styles.xml": templates.STYLES.replace("8C1D40", "F2A900")}))
    assert set(opened(made("nota", pale)).element.xpath("//w:tcPr/w:shd/@w:fill")) == {PRIMARY, TINT}


def test_headings_stay_with_what_follows() -> None:
    styles = opened(made("nota", house())).styles
    kept = {one.name: one.paragraph_format.keep_with_next for one in styles if one.name in {"Heading 1", "Heading 2"}}
    assert kept == {"Heading 1": True, "Heading 2": True}


def test_lists_stay_lists() -> None:
    """The template's List Bullet has no list: it gets ours. Its own list keeps its number."""
    file = opened(made("nota", house()))
    used = file.styles.element.xpath("//w:style[@w:styleId='Lijst']//w:numId/@w:val")
    articles = file.styles.element.xpath("//w:style[@w:styleId='ArtikelGids']//w:numId/@w:val")
    numbering = file.part.numbering_part.element
    formats = {
        number: numbering.xpath(
            f"//w:abstractNum[@w:abstractNumId=//w:num[@w:numId='{number}']/w:abstractNumId/@w:val]//w:lvlText/@w:val"
        )
        for number in ("1", *used, *articles)
    }
    assert list(formats.values()) == [["%1."], ["•"], ["Artikel %1"]]
    assert numbering.xpath("//w:pStyle/@w:val") == ["Lijst", "ArtikelGids"]


def test_tables_fit_between_the_margins_of_the_template() -> None:
    for kind in WORD:
        file = opened(made(kind, house()))
        section = file.sections[0]
        page, *sides = (int(one or 0) for one in (section.page_width, section.left_margin, section.right_margin))
        wide = (page - sum(sides)) / 635  # EMU in a twentieth of a point
        widths = [
            sum(int(width) for width in one.xpath("./w:tblGrid/w:gridCol/@w:w"))
            for one in file.element.body.iter("{*}tbl")
        ]
        assert widths, kind
        assert all(wide - 20 < width < wide + 20 for width in widths), (kind, wide, widths)


def test_margins_that_leave_no_room_are_not_taken_over() -> None:
    wide = templates.files()["word/document.xml"]
    narrow = str(wide).replace('w:left="1417"', 'w:left="5500"').replace('w:top="1985"', 'w:top="9000"')
    section = opened(made("nota", read(templates.with_files({"word/document.xml": narrow})))).sections[0]
    assert (section.left_margin, section.right_margin, section.top_margin) == (1134 * 635,) * 3
    assert section.bottom_margin == 1417 * 635


def test_a_template_with_styles_alone_keeps_our_footer() -> None:
    bare = {
        "word/document.xml": templates.document(""),
        "word/_rels/document.xml.rels": templates.relations(("styles", "styles.xml")),
    }
    style = read(kept(read(templates.with_files(bare))))
    assert style.summary() == "stijlen"
    file = opened(made("nota", style))
    assert "Pagina" in file.sections[0].footer.paragraphs[0].text
    assert lines(file) == lines(opened(made("nota", None)))


def test_other_pages_keep_our_footer_when_the_template_tells_them_apart() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="even" r:id="rId4"/>'
        "<w:titlePg/></w:sectPr>"
    )
    settings = f"<w:settings {templates.W}><w:evenAndOddHeaders/></w:settings>"
    style = read(
        templates.with_files({"word/document.xml": templates.document(section), "word/settings.xml": settings})
    )
    assert style.summary() == "stijlen en koptekst"
    file = opened(made("korte-nota", read(kept(style))))
    assert file.settings.odd_and_even_pages_header_footer
    one = file.sections[0]
    assert all(
        "Pagina" in foot.paragraphs[0].text for foot in (one.footer, one.first_page_footer, one.even_page_footer)
    )


def test_what_is_kept_has_no_text_and_stays_the_same() -> None:
    small = kept(house())
    assert small == kept(read(small))
    with zipfile.ZipFile(io.BytesIO(small)) as archive:
        assert not any(b"Geheime" in archive.read(name) for name in archive.namelist())
    assert house().summary() == "stijlen, koptekst en voettekst"


def test_without_a_house_style_nothing_changes_and_with_it_the_same_bytes_come_each_time() -> None:
    assert made("nota", house()) == made("nota", read(templates.with_files({})))
    assert CONSTANTS["WITHOUT_HOUSE_STYLE"] == ["dossier", "bbc", "registratie", "gegevens"]
    for kind in ("dossier", "registratie", "gegevens", "bbc"):
        assert made(kind, house()) == made(kind, None), kind
    assert documents.make("nota", EMPTY, DAY)[2] == documents.make("nota", EMPTY, DAY, None)[2]


def test_each_statement_in_the_archive_is_in_the_house_style() -> None:
    with zipfile.ZipFile(io.BytesIO(made("engagementen", house()))) as archive:
        assert archive.namelist()
        for name in archive.namelist():
            assert opened(archive.read(name)).sections[0].header.paragraphs[0].text == "Vervolgblad Voorbeeldegem"


def test_libreoffice_shows_the_header_on_every_page(tmp_path: Path) -> None:
    paths = []
    for kind in ("nota", "checklist"):
        paths.append(tmp_path / f"{kind}.docx")
        paths[-1].write_bytes(made(kind, house()))
    for pdf in convert(paths, "pdf", tmp_path):
        pages = subprocess.run(
            [program("pdftotext"), pdf, "-"], check=True, capture_output=True, text=True
        ).stdout.split("\f")[:-1]
        assert len(pages) > 1
        assert "Stad Voorbeeldegem" in pages[0]
        assert all("Vervolgblad Voorbeeldegem" in page for page in pages[1:])
        assert all("Markt 1, Voorbeeldegem" in page for page in pages)
        assert "Gemeente Voorbeeldegem" in text_of(pdf)


SEP = "</w:instrText></w:r><w:r><w:instrText>"


def field(code: str) -> dict[str, str | bytes]:
    """A footer with a field, its code cut in pieces by `SEP`."""
    run = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return {"word/footer1.xml": templates.piece("ftr", f"<w:p>{run}</w:p>")}


def outside(kind: str, target: str, path: str = "word/_rels/footer1.xml.rels") -> dict[str, str | bytes]:
    return {path: templates.relations((kind, target), outside=True)}


DEEP = "<w:p>" * 300 + "</w:p>" * 300
GROWING = '<!DOCTYPE w:hdr [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
READING = '<!DOCTYPE w:hdr [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LINKED = "verwijst naar iets buiten het bestand"
REFUSED: Mapping[str, tuple[Mapping[str, str | bytes], str]] = {
    "macros": ({"word/vbaProject.bin": b"\0"}, "macro’s"),
    "a linked image": (outside("image", "https://voorbeeld.invalid/pixel.png"), "zonder Koppelen"),
    "a template elsewhere": (
        outside("attachedTemplate", "https://voorbeeld.invalid/a.dotm", "word/_rels/settings.xml.rels"),
        "Ontwikkelaars",
    ),
    "a link to a page": (outside("hyperlink", "https://voorbeeld.be"), "Hyperlink verwijderen"),
    "an address without a mode": (
        {"word/_rels/footer1.xml.rels": templates.relations(("image", "file:///etc/passwd"))},
        LINKED,
    ),
    "a share": ({"word/_rels/footer1.xml.rels": templates.relations(("image", "//server/share"))}, LINKED),
    "an object": ({"word/_rels/footer1.xml.rels": templates.relations(("oleObject", "a.bin"))}, "ingesloten object"),
    "a field that starts a program": (field(f"DDE{SEP}AUTO excel"), "DDEAUTO"),
    "a field that fetches": (field('INCLUDEPICTURE "http://voorbeeld.invalid/a.png"'), "INCLUDEPICTURE"),
    "entities that grow": ({"word/header1.xml": GROWING + templates.piece("hdr", "&b;")}, "beschadigd"),
    "entities that read": ({"word/header1.xml": READING + templates.piece("hdr", "&a;")}, "beschadigd"),
    "elements too deep": ({"word/header1.xml": templates.piece("hdr", DEEP)}, "beschadigd"),
    "too many elements": ({"word/styles.xml": templates.STYLES.replace("</w:styles>", "<a/>" * 200_000)}, "beschadigd"),
    "text that is no XML": ({"word/styles.xml": "stijlen"}, "beschadigd"),
    "an image that is a program": ({"word/media/logo.png": b"MZ\x90\0"}, "een png of een jpg"),
    "an image that runs": (
        {"word/media/logo.png": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"},
        "een png of een jpg",
    ),
    "an image that is not there": (
        {"word/_rels/header2.xml.rels": templates.relations(("image", "weg.png"))},
        "beschadigd",
    ),
    "a header without its image": ({"word/_rels/header2.xml.rels": templates.relations()}, "beschadigd"),
    "a path that leaves the package": (
        {"word/_rels/header2.xml.rels": templates.relations(("image", "../../../etc/passwd"))},
        "beschadigd",
    ),
    "images that are too heavy": ({"word/media/logo.png": templates.png() + bytes(3_100_000)}, "hoogstens 3 MB"),
    "a bomb": ({"word/media/nul.png": bytes(40_000_000)}, "te groot"),
    "too many files": ({f"word/{number}.xml": "" for number in range(600)}, "te groot"),
    "a workbook": (
        {"[Content_Types].xml": str(templates.files()["[Content_Types].xml"]).replace("wordprocessing", "spreadsheet")},
        "geen Wordbestand",
    ),
    "no relations": ({"_rels/.rels": templates.relations()}, "geen Wordbestand"),
    "the strict kind": (
        {
            "word/document.xml": "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>",
        },
        "Strict",
    ),
    "no styles": ({"word/_rels/document.xml.rels": templates.relations()}, "beschadigd"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_template_that_could_do_harm_is_refused_in_dutch(name: str) -> None:
    changed, reason = REFUSED[name]
    with pytest.raises(TemplateError, match=reason):
        read(templates.with_files(changed))


@pytest.mark.parametrize("kind", ["document.macroEnabled.main+xml", "template.macroEnabledTemplate.main+xml"])
def test_a_file_for_macros_is_refused_by_its_type_too(kind: str) -> None:
    with pytest.raises(TemplateError, match="macro’s"):
        read(templates.packed(templates.files(f"{templates.WORD}{kind}")))


def _lying(content: bytes, real: int, said: int) -> bytes:
    """A zip that says one of its files is smaller than it is."""
    return content.replace(real.to_bytes(4, "little"), said.to_bytes(4, "little"))


def test_a_file_that_lies_about_its_size_is_not_unpacked() -> None:
    whole = templates.with_files({"word/media/nul.png": bytes(25_000_001)})
    with pytest.raises(TemplateError, match="beschadigd"):
        read(_lying(whole, 25_000_001, 40))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "beschadigd"),
        (b"%PDF-1.7", "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "oude soort"),
        (bytes(MOST_BYTES + 1), "te groot"),
        (templates.with_files({})[:-400], "beschadigd"),
    ],
    ids=["empty", "PDF", "doc", "too large", "cut short"],
)
def test_another_file_is_refused_in_dutch(content: bytes, reason: str) -> None:
    with pytest.raises(TemplateError, match=reason):
        read(content)


def test_two_files_of_one_name_are_refused() -> None:
    stream = io.BytesIO(templates.with_files({}))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/styles.xml", templates.STYLES)
    with pytest.raises(TemplateError, match="beschadigd"):
        read(stream.getvalue())


def test_a_still_drawing_is_taken_over() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z" fill="#8c1d40"/></svg>'
    style = read(templates.with_files({"word/media/logo.png": drawing}))
    assert any(path.endswith(".svg") for path in style.parts)


def test_a_size_that_only_a_browser_cannot_count_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object, **__: object) -> None:
        raise OverflowError("Python int too large to convert to C ssize_t")

    template = templates.with_files({})
    monkeypatch.setattr(zipfile.ZipFile, "open", too_large)
    with pytest.raises(TemplateError, match="beschadigd"):
        read(template)


def test_attributes_keep_their_names() -> None:
    for text in ('<w:p w:rsidR="1"/>', '<w:p own_name="1" w:own_name="2"/>'):
        assert markup(parse(text.encode())) == text
