"""The dossier as a list of tasks: its sections, each a link that says what is still to do."""

from calculators.dossier import SECTIONS, Document, Section, still_to_do
from calculators.dossier.choices import Status
from calculators.dossier.lacking import Missing
from calculators.render.html import Html, el, render


def fragment(document: Document) -> Html:
    """The list as HTML; its links lead to the sections on the same page."""
    todo = still_to_do(document)
    rows = [_row(number, section, todo[section.id]) for number, section in enumerate(SECTIONS, start=1)]
    done = sum(not lacking for lacking in todo.values())
    return render(
        el("p", f"{done} van de {len(SECTIONS)} delen klaar", data_sections_done=str(done), class_="dossier-teller"),
        el("ol", rows, class_="dossier-taken"),
    )


def _row(number: int, section: Section, lacking: list[Missing]) -> Html:
    state = f"Nog te doen: {len(lacking)}" if lacking else "Klaar"
    return el(
        "li",
        el(
            "a",
            el("span", f"{number}. {section.title}"),
            " ",
            el("strong", state, data_is=Status.TO_DO if lacking else Status.DONE, class_="checklist-chip"),
            href=f"#deel-{section.id}",
            data_section=section.id,
        ),
    )
