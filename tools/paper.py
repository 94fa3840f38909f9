"""Write the whole guide and the blank checklist as tagged PDF (PDF/UA-1): `python -m tools.paper`.

The guide is the page `afdrukken/` in a print template of its own, so MkDocs builds the site first. Without Pango, a
library of the system that WeasyPrint needs, no PDF is made and pages offer none.
"""

import contextlib
import hashlib
import io
import os
import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import tinyhtml5
from mkdocs.commands.build import build
from mkdocs.config import load_config

from calculators.core import content
from calculators.render.html import Html, el

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs/assets/downloads"
GUIDE, CHECKLIST = "gids-verbindingsambassadeur.pdf", "checklist-verbindingsambassadeur.pdf"
_TEMPLATE = ROOT / "tools/print/paper.css"
_STYLES = ROOT / "docs/assets/css"
_FONTS = ROOT / "node_modules/@fontsource/source-sans-3/files"
_WORK = ROOT / "build/paper"
_PRINTED = ROOT / "docs/afdrukken.md"
_SOURCES = (
    "docs/**/*.md",
    "macros/**/*",
    "calculators/**/*",
    "tools/paper.py",
    "tools/print/*",
    "mkdocs.yml",
    "docs/assets/css/*",
)
_SET, _USED = re.compile(r"(--[\w-]+): ([^;]+);"), re.compile(r"var\((--[\w-]+)\)")
_TITLE = "Een verbindingsambassadeur in dienst nemen"
_NO_PANGO = "paper: no PDF made, as Pango is missing (Debian: libpango-1.0-0 libpangoft2-1.0-0, macOS: pango)"


def fingerprint() -> str:
    """What the files depend on: every text of the guide, the code that writes it, and the address of the site."""
    found = hashlib.sha256(f"{version('weasyprint')} {os.environ.get('SITE_URL')}".encode())
    for path in sorted(path for pattern in _SOURCES for path in ROOT.glob(pattern) if path.is_file()):
        if path.suffix != ".pyc":
            found.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def guide() -> str:
    """The whole guide as one HTML document, from the page for print that MkDocs makes."""
    site = _WORK / "site"
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), strict=True))
    page = (site / "afdrukken/index.html").read_text("utf-8")
    article = tinyhtml5.parse(page, namespace_html_elements=False).find(".//article")
    assert article is not None, "the page for print has an article"
    for heading in article.iter("h1"):
        heading.text = _TITLE
        heading[:] = []
    for element in article.iter():  # of drawings, whose names have a namespace that HTML does not write
        element.tag = element.tag.rpartition("}")[2]
    for drawing in article.iter("svg"):
        style = Element("style")
        style.text = drawing_style()
        drawing.insert(0, style)
    _plain_links(article)
    _plain_items(article)
    _plain_definitions(article)
    return _document(_TITLE, Html(ET.tostring(article, "unicode", "html")))


def drawing_style() -> str:
    """The site's own style of drawings, with its light colours filled in: WeasyPrint knows no variables in an SVG."""
    values = {"--md-text-font": "Gids"}
    for name, value in _SET.findall((_STYLES / "look.css").read_text("utf-8")):
        values.setdefault(name, value)  # the light ones come first
    style = (_STYLES / "drawings.css").read_text("utf-8")
    while _USED.search(style):
        style = _USED.sub(lambda used: values[used[1]], style)
    return style


def _plain_links(article: Element) -> None:
    """Keep only the text of links: WeasyPrint 70 tags no link that has an element in it."""
    for link in article.iter("a"):
        link.text = "".join(link.itertext())
        link[:] = []


def _plain_items(article: Element) -> None:
    """Turn blocks in list items into lines: WeasyPrint 70 tags no item body that has such a block in it."""
    for item in article.iter("li"):
        for block in [child for child in item if child.tag in ("p", "div")]:
            block.tag = "span"
            block.tail = None
            if block is not item[0]:
                item.insert(list(item).index(block), Element("br"))


def _plain_definitions(article: Element) -> None:
    """Turn lists of definitions into lines: WeasyPrint 70 tags those with a group around each pair as broken lists."""
    for definitions in article.iter("dl"):
        definitions.tag = "div"
        for term in definitions.iter("dt"):
            term.tag, term.tail = "strong", ": "
        for meaning in definitions.iter("dd"):
            meaning.tag = "span"


def checklist() -> str:
    """The blank checklist as an HTML document: a table per step, with room to write."""
    title = "Checklist: een verbindingsambassadeur in dienst nemen"
    own = el("table", el("tbody", _row_to_fill("Organisatie"), _row_to_fill("Ingevuld door, op")), class_="invullen")
    return _document(title, el("main", el("h1", title), own, list(_steps())))


def _steps() -> Iterator[Html]:
    heads = el("tr", [el("th", name, scope="col") for name in ("Klaar", "Actie", "Wie", "Tegen wanneer")])
    for step in content.steps():
        rows = [_row(item.text, item.help) for item in content.items() if item.step == step.id]
        table = el("table", el("thead", heads), el("tbody", rows), class_="invullijst")
        yield el("section", el("h2", f"Stap {step.number}. {step.title}"), table)


def _row(text: str, help_: str) -> Html:
    action = el("th", text, el("br"), el("small", help_), scope="row") if help_ else el("th", text, scope="row")
    return el("tr", el("td", class_="vak"), action, el("td", class_="wie"), el("td", class_="wanneer"))


def _row_to_fill(label: str) -> Html:
    return el("tr", el("th", label, scope="row"), el("td"))


def _document(title: str, body: Html) -> str:
    head = el("head", el("meta", charset="utf-8"), el("title", title))
    return f"<!doctype html>{el('html', head, el('body', body), lang='nl-BE')}"


def to_pdf(html: str) -> bytes:
    """The document as PDF/UA-1. Raises `OSError` without Pango."""
    with contextlib.redirect_stdout(io.StringIO()):  # where it prints a page on what is missing: we say it in a line
        from weasyprint import CSS, HTML  # noqa: PLC0415  # it asks for Pango as soon as it is imported
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    only_files, fonts = URLFetcher(allowed_protocols={"file"}), FontConfiguration()
    style = CSS(
        string=_TEMPLATE.read_text("utf-8"),
        base_url=f"{_FONTS.as_uri()}/",
        url_fetcher=only_files,
        font_config=fonts,
    )
    document = HTML(string=html, base_url=_base(), url_fetcher=only_files)
    made: bytes = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
    return made


def _base() -> str | None:
    """The address of the page for print, for links to pages of the site; without one, such links are plain text."""
    address = os.environ.get("SITE_URL")
    return f"{address.rstrip('/')}/afdrukken/" if address else None


def write() -> None:
    """Write both files, unless they are there for the same sources."""
    stamp, now = _WORK / "stamp", fingerprint()
    if stamp.exists() and stamp.read_text() == now and (FOLDER / CHECKLIST).exists():
        return
    try:
        made = {CHECKLIST: to_pdf(checklist())}
    except OSError:
        sys.stderr.write(f"{_NO_PANGO}\n")
        return
    if _PRINTED.exists():  # another guide may have no page for print
        made[GUIDE] = to_pdf(guide())
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, file in made.items():
        (FOLDER / name).write_bytes(file)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now)


if __name__ == "__main__":
    write()
