"""Small fragments beside a result: the summary of errors, lists, and what an import would change."""

from collections.abc import Iterable, Mapping

from calculators.render.html import Html, el, render


def error_summary(errors: Mapping[str, str], labels: Mapping[str, str]) -> Html:
    """The errors once more above the form, each a link to its field."""
    items = [el("li", el("a", f"{labels[name]}: {text}", href=f"#veld-{name}")) for name, text in errors.items()]
    return render(el("h2", "Kijk deze velden na"), el("ul", items))


def import_preview(changes: Iterable[str], ignored: Iterable[str]) -> Html:
    """What taking over a file would change, what it holds that we leave out, and the choice."""
    changed = [el("li", text) for text in changes]
    title = "Dit verandert er als je het bestand overneemt" if changed else "Dit bestand verandert niets"
    left = [el("li", text) for text in ignored]
    parts = [el("h3", title), el("ul", changed)]
    if left:
        parts += [el("p", "Dit nemen we niet over:"), el("ul", left)]
    return render(
        *parts,
        el("button", "Neem het bestand over", type_="button", class_="md-button md-button--primary", data_accept=True),
        el("button", "Laat alles zoals het is", type_="button", class_="md-button", data_refuse=True),
    )
