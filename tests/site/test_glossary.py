"""Terms become links where they are first used, and only where a link may stand."""

from types import SimpleNamespace

import pytest

from calculators.core.content import GlossaryEntry
from macros.contact import contactgegevens
from macros.glossary import anchor, linked
from macros.site import Site

TERMS = (
    GlossaryEntry("OCMW", "De <sociale> dienst.", (), abbr=True),
    GlossaryEntry("BOA-decreet", "Een decreet.", (), abbr=True, forms=("BOA",)),
    GlossaryEntry("toeleider", "Wie toeleidt.", (), abbr=True, forms=("toeleiders",)),
    GlossaryEntry("looptijd", "De duur.", (), abbr=False),
)


def marked(html: str) -> str:
    """The page with each link written as [text>anchor]."""
    result = linked(html, "../w/", TERMS)
    for term in TERMS:
        for form in (term.term, *term.forms):
            for text in (form, form.capitalize()):
                result = result.replace(link(term, text), f"[{text}>{anchor(term)}]")
    return result


def link(term: GlossaryEntry, text: str) -> str:
    short = term.short.replace("<", "&lt;").replace(">", "&gt;")
    return f'<a class="begrip" href="../w/#{anchor(term)}"><abbr title="{short}">{text}</abbr></a>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Het OCMW en het OCMW.</p>", "<p>Het [OCMW>term-ocmw] en het OCMW.</p>"),
        ("<p>OCMW</p><h2>x</h2><p>OCMW</p>", "<p>[OCMW>term-ocmw]</p><h2>x</h2><p>[OCMW>term-ocmw]</p>"),
        ("<p>Toeleiders, jeugdtoeleiders</p>", "<p>[Toeleiders>term-toeleider], jeugdtoeleiders</p>"),
        ("<td>BOA-middelen</td>", "<td>[BOA>term-boa-decreet]-middelen</td>"),
        ("<td>BOA-decreet</td>", "<td>[BOA-decreet>term-boa-decreet]</td>"),
        ("<p>looptijd, ocmw</p>", "<p>looptijd, ocmw</p>"),
    ],
)
def test_the_first_of_a_section_is_linked(html: str, expected: str) -> None:
    assert marked(html) == expected


def test_what_is_folded_counts_apart() -> None:
    html = "<details><summary>OCMW</summary><p>OCMW</p></details><p>OCMW</p>"
    folded, after = "<p>[OCMW>term-ocmw]</p></details>", "<p>[OCMW>term-ocmw]</p>"
    assert marked(html) == f"<details><summary>OCMW</summary>{folded}{after}"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="x">OCMW</a>',
        "<h3>Het <em>OCMW</em></h3>",
        '<label>OCMW<input name="x"></label>',
        '<p hidden data-trefwoorden="">OCMW <sub>BOA</sub></p>',
        '<div data-output="budget"><p>OCMW</p></div>',
        '<p title="OCMW > BOA"><br></p><!-- OCMW -->',
    ],
)
def test_these_stay_as_they_are(html: str) -> None:
    assert marked(html) == html
    assert marked(f"{html}<p>OCMW</p>") == f"{html}<p>[OCMW>term-ocmw]</p>"


@pytest.mark.parametrize(
    ("name", "mail", "shown"),
    [
        ("", "", "Nog in te vullen."),
        ("Gemeente <X>", "jeugd@x.be", 'Gemeente &lt;X&gt;</strong>: <a href="mailto:jeugd@x.be">jeugd@x.be</a>.'),
        ("", "jeugd@x.be", 'Neem contact op met <a href="mailto:jeugd@x.be">'),
    ],
)
def test_the_publisher_is_named_or_asked_for(name: str, mail: str, shown: str) -> None:
    site = Site(SimpleNamespace(conf={"extra": {"contact": {"naam": name, "mail": mail}}}))
    assert shown in contactgegevens(site)
