"""The templates of the site put no text into a page as it is: names and titles may hold any sign."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from calculators.core import content
from macros import print_page, sources
from tests.conftest import ROOT

THEME = ROOT / "macros/theme"
TITLE = 'Jeugd & "vrije tijd" <script>'
ESCAPED = "Jeugd &amp; &#34;vrije tijd&#34; &lt;script&gt;"

AS_IT_IS = {
    "super()",
    "config.extra.own.notes[page.url]",  # what the publisher writes, as HTML
    "config.extra.own.style",  # made of a colour that was checked
    "config.extra.early",  # our script
    "config.extra.start",
    "name",  # of the links in the same template
    "text",
}


def test_templates_escape_what_they_put_into_a_page() -> None:
    for path in sorted(THEME.rglob("*.html")):
        for value in re.findall(r"\{\{-?\s*(.*?)\s*-?\}\}", path.read_text("utf-8")):
            bare = value.partition(" | ")[0]
            assert value.endswith(("| e", "| url")) or bare in AS_IT_IS, f"{path.name}: {value}"


def test_the_path_of_a_page_shows_titles_as_they_are() -> None:
    jinja = Environment(loader=FileSystemLoader(THEME), autoescape=False)  # as MkDocs has it
    jinja.filters["url"] = str
    here = SimpleNamespace(title=TITLE, url="x/")
    page = SimpleNamespace(title=TITLE, ancestors=[here])
    html = jinja.get_template("partials/path.html").render(page=page, nav=SimpleNamespace(homepage=here))
    assert html.count(ESCAPED) == 3
    assert "<script>" not in html


def test_titles_of_steps_stay_text_in_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stap.md").write_text("# Stap\n\n## Deel\n", "utf-8")
    site: Any = SimpleNamespace(docs=tmp_path, page_url="bronnen/", url=str, is_print_page=False)
    chapter = print_page._chapter(site, "stap-1", "stap.md", r"Een \1 <script>", {})
    assert chapter.text.startswith(r"# Een \1 &lt;script&gt; { #stap-1 }")
    step = SimpleNamespace(id="stap-1", number=1, slug="stap-1-x", title="A <script>")
    monkeypatch.setattr(content, "steps", lambda: [step])
    assert "### 1. A &lt;script&gt;\n" in sources.alle_bronnen(site)
