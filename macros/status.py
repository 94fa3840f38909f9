"""The status line of a page, which screen readers announce, and the history of changes."""

from calculators.render.html import Html, button, el


def status_bar() -> Html:
    """The line in which a page says what happened, and a button that undoes the last act; the script shows it.

    The button is outside the status element, so that screen readers do not announce it with every message.
    """
    status = el("p", role="status", class_="rh-status", data_status=True, tabindex="-1")
    undo = button("Maak ongedaan", data_action="undo", hidden=True)
    return el("div", status, undo, class_="rh-statusbalk")


def history() -> Html:
    """The list of earlier states that this browser keeps. The script fills it in, and hides it while it is empty."""
    return el(
        "section",
        el("h3", "Geschiedenis", id_="geschiedenis"),
        el(
            "p",
            "Zo stond alles vóór je iets wiste, verving of overnam. Je browser bewaart hoogstens twintig toestanden. ",
            "Zet er een terug, of vergeet ze.",
        ),
        el("ol", data_states=True, class_="rh-toestanden"),
        button("Vergeet ook de geschiedenis", data_forget=True),
        data_history=True,
        data_search_exclude=True,
        hidden=True,
        aria_labelledby="geschiedenis",
        class_="rh-geschiedenis",
    )
