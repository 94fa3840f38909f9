"""The HTML of a form, from the declarations of its inputs."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any

from calculators.core import parameters
from calculators.core.fields import FIRST_DAY, LAST_DAY, LONGEST, Field, Kind, applies, format_value, to_form_text
from calculators.render.figures import compared, sourced
from calculators.render.html import Html, el


def form(name: str, title: str, declarations: Mapping[str, Field], values: Mapping[str, Any]) -> Html:
    """A calculator's form with `values` (the defaults, where absent) filled in.

    Every control has the input's name, a label, help, and an empty place for its error. What doesn't count is hidden,
    as the page's script does at each change: a slow laptop then needs not draw it first.
    """
    raw = {name: to_form_text(spec, values.get(name, spec.default)) for name, spec in declarations.items()}
    counting = {name for name, spec in declarations.items() if applies(spec, raw, declarations)}
    groups = [
        _fieldset(f"{name}-{index}", legend, list(members), values, counting)
        for index, (legend, members) in enumerate(groupby(declarations.items(), key=lambda pair: pair[1].group))
    ]
    return el(
        "form",
        el("div", class_="rh-fouten", data_errors=True, tabindex="-1", hidden=True),
        groups,
        id_=f"rekenhulp-{name}",
        data_calculator=name,
        class_="rh-formulier",
        novalidate=True,
        autocomplete="off",
        aria_label=f"Rekenhulp {title.lower()}",
    )


def _fieldset(
    id_: str, legend: str, members: Sequence[tuple[str, Field]], values: Mapping[str, Any], counting: Collection[str]
) -> Html:
    parts: list[Html] = []
    for heading, some in groupby(members, key=lambda pair: pair[1].seldom):
        fields = [field(name, spec, values.get(name, spec.default), hidden=name not in counting) for name, spec in some]
        box = el("div", fields, class_="rh-velden")
        parts.append(el("details", el("summary", heading), box, class_="rh-meer") if heading else box)
    hidden = not any(name in counting for name, _ in members)
    return el("fieldset", el("legend", legend), parts, id_=id_, class_="rh-groep", hidden=hidden)


def field(name: str, spec: Field, value: Any, *, hidden: bool = False) -> Html:
    """One input with its label, help and place for an error."""
    described = f"{name}-hulp {name}-fout"
    control = (
        _select(name, spec, value, described) if spec.kind is Kind.CHOICE else _input(name, spec, value, described)
    )
    unit = el("span", spec.unit, class_="rh-eenheid", aria_hidden="true") if spec.unit in ("€", "%") else None
    condition = f"{spec.shown_if[0]}={'|'.join(spec.shown_if[1])}" if spec.shown_if else None
    return el(
        "div",
        el("label", spec.label, _unit_name(spec), for_=f"veld-{name}"),
        el("span", unit, control, class_=f"rh-invoer rh-invoer--{spec.kind.name.lower()}"),
        el("p", _help(spec), id_=f"{name}-hulp", class_="rh-hulp"),
        el("p", id_=f"{name}-fout", class_="rh-fout", hidden=True),
        class_="rh-veld",
        data_field=name,
        data_shown_if=condition,
        hidden=hidden,
    )


def _input(name: str, spec: Field, value: Any, described: str) -> Html:
    is_date = spec.kind is Kind.DATE
    return el(
        "input",
        type_="date" if is_date else "text",
        inputmode=_keyboard(spec),
        id_=f"veld-{name}",
        name=name,
        value=to_form_text(spec, value),
        maxlength=None if is_date else str(LONGEST),
        min=FIRST_DAY if is_date else None,
        max=LAST_DAY if is_date else None,
        aria_describedby=described,
        required=not spec.optional or None,
    )


def _keyboard(spec: Field) -> str | None:
    """The keys that a phone shows: digits only where no minus and no words (`21 maanden`) may be typed."""
    modes = {Kind.WHOLE: "numeric", Kind.MONEY: "decimal", Kind.PERCENT: "decimal", Kind.NUMBER: "decimal"}
    negative = spec.kind in modes and spec.minimum is not None and spec.minimum < 0
    return None if negative else modes.get(spec.kind)


def _select(name: str, spec: Field, value: Any, described: str) -> Html:
    options = [el("option", label, value=key, selected=key == value) for key, label in spec.choices]
    return el("select", options, id_=f"veld-{name}", name=name, aria_describedby=described)


def _unit_name(spec: Field) -> Html | None:
    spoken = {"€": " (in euro)", "%": " (in procent)"}.get(spec.unit)
    return el("span", spoken, class_="rh-verborgen") if spoken else None


def _help(spec: Field) -> list[Any]:
    notes: list[Any] = [f"{spec.help} " if spec.help else None]
    if spec.example:
        notes.append(el("strong", "Voorbeeldcijfer, vul je eigen bedrag in. "))
    if spec.assumption:
        notes.append("Dit is een aanname: pas ze gerust aan. ")
    if spec.source:
        notes += [*sourced(parameters.get(spec.source).current), ". "]
    for name in spec.context:
        notes += compared(parameters.get(name))
    counted = spec.kind in (Kind.PERCENT, Kind.NUMBER, Kind.WHOLE, Kind.TERM) or (
        spec.kind is Kind.MONEY and spec.minimum
    )
    if counted and spec.minimum is not None and spec.maximum is not None:
        notes.append(f"Van {format_value(spec, spec.minimum)} tot {format_value(spec, spec.maximum)}.")
    return notes
