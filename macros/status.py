"""The one place of a page that speaks, and what stands beside it."""

from calculators.render.html import Html, el


def status_bar() -> Html:
    """Where a page says what happened, with a button that takes the last act back.

    The script shows and names the button. It stands beside what is spoken, not in it: a voice would read it each time.
    """
    status = el("p", role="status", class_="rh-status", data_status=True, tabindex="-1")
    undo = el("button", "Maak ongedaan", type_="button", class_="md-button", data_action="undo", hidden=True)
    return el("div", status, undo, class_="rh-statusbalk")


def history() -> Html:
    """The earlier states that this browser keeps. The script fills it in, and hides it while there are none."""
    return el(
        "section",
        el("h3", "Geschiedenis", id_="geschiedenis"),
        el(
            "p",
            "Zo stond alles vóór je iets wiste, verving of overnam. Je browser bewaart hoogstens twintig toestanden. ",
            "Zet er een terug, of vergeet ze.",
        ),
        el("ol", data_states=True, class_="rh-toestanden"),
        el("button", "Vergeet ook de geschiedenis", type_="button", class_="md-button", data_forget=True),
        data_history=True,
        data_search_exclude=True,
        hidden=True,
        aria_labelledby="geschiedenis",
        class_="rh-geschiedenis",
    )
