"""Small fragments beside a result: the summary of errors, lists, and what an import would change."""

from collections.abc import Iterable, Mapping, Sequence

from calculators.render.html import Html, el, render


def error_summary(errors: Mapping[str, str], labels: Mapping[str, str]) -> Html:
    """The errors once more above the form, each a link to its field."""
    items = [el("li", el("a", f"{labels[name]}: {text}", href=f"#veld-{name}")) for name, text in errors.items()]
    return render(el("h2", "Kijk deze velden na"), el("ul", items))


PARTS = {
    "calculators": "Budget, looptijd, trajecten en scenario's",
    "checklist": "Checklist",
    "dossier": "Dossier en partners",
}
"""What of a file can be taken over by itself."""


def import_preview(headlines: Iterable[str], changes: Sequence[str], ignored: Iterable[str]) -> Html:
    """What taking over a file would change, in short and in full, what it holds that we leave out, and the choice."""
    title = "Dit verandert er als je het bestand overneemt" if changes else "Dit bestand verandert niets"
    parts = [el("h3", title)]
    if changes:
        parts += [el("ul", [el("li", line) for line in headlines]), _chosen_parts()]
    parts += [
        el("button", "Neem het bestand over", type_="button", class_="md-button md-button--primary", data_accept=True),
        el("button", "Laat alles zoals het is", type_="button", class_="md-button", data_refuse=True),
    ]
    if changes:
        parts += [el("details", el("summary", "Alle wijzigingen"), el("ul", [el("li", text) for text in changes]))]
    if left := [el("li", text) for text in ignored]:
        parts += [el("p", "Dit nemen we niet over:"), el("ul", left)]
    return render(*parts)


def _chosen_parts() -> Html:
    ticks = [
        el(
            "label",
            el("input", type_="checkbox", name="deel", value=part, checked=True),
            f" {label}",
            class_="dossier-keuze",
        )
        for part, label in PARTS.items()
    ]
    return el("fieldset", el("legend", "Wat wil je overnemen?"), ticks, class_="rh-groep")
