"""The summary of errors beside a form."""

from collections.abc import Mapping

from calculators.render.html import Html, el, render


def error_summary(errors: Mapping[str, str]) -> Html:
    """The messages by name, which name their fields, each as a link to its field, for above the form."""
    items = [el("li", el("a", text, href=f"#veld-{name}")) for name, text in errors.items()]
    return render(el("h2", "Kijk deze velden na"), el("ul", items))
