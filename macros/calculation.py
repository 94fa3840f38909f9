"""Calculators on a page: the form and the real result of its defaults."""

from calculators.calculator import CALCULATORS
from calculators.html import el, render
from calculators.render.form import form
from calculators.render.result import fragment
from macros.site import Site

_NO_SCRIPT = (
    "Je browser voert hier geen scripts uit. Je ziet het uitgewerkte voorbeeld. Zelf rekenen kan met het blanco "
    "Excelbestand op de pagina "
)


def rekenhulp(site: Site, name: str) -> str:
    """Write a calculator: form, status line and the result for the default values."""
    if name not in CALCULATORS:
        return ""
    calculator = CALCULATORS[name]
    result = calculator.evaluate(calculator.read({}))
    actions = el(
        "div",
        el("button", "Bereken", type_="submit", form=f"rekenhulp-{name}", class_="md-button md-button--primary"),
        el("button", "Terug naar het voorbeeld", type_="button", data_action="reset", class_="md-button"),
        el("button", "Kopieer een link naar deze cijfers", type_="button", data_action="share", class_="md-button"),
        class_="rh-acties",
    )
    page = form(name, calculator.title, calculator.specs, {})
    page.set("id", f"rekenhulp-{name}")
    body = el(
        "div",
        el("noscript", el("p", _NO_SCRIPT, el("a", "Dossier en documenten", href=site.url("dossier/")), ".")),
        page,
        actions,
        el("p", role="status", class_="rh-status", data_status=True),
        el("h2", "Resultaat", id_="resultaat", tabindex="-1"),
        el("p", "Deze cijfers zijn een uitgewerkt voorbeeld.", class_="rh-stand", data_state=True),
        el("div", "@@", class_="rh-resultaat", data_output=name),
        class_="rekenhulp",
        data_rekenhulp=name,
    )
    return render(body).replace("@@", fragment(result))


MACROS = (rekenhulp,)
