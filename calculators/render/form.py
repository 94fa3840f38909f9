"""The HTML of a form, from the declarations of its inputs."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any

from calculators.appointment import SHARED, STRATEGIES, WORKED_OUT, used_by
from calculators.core import parameters
from calculators.core.fields import FIRST_DAY, LAST_DAY, Field, Kind, applies, format_value, to_form_text
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
        _fieldset(name, index, legend, list(members), values, counting)
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
    form_name: str,
    index: int,
    legend: str,
    members: Sequence[tuple[str, Field]],
    values: Mapping[str, Any],
    counting: Collection[str],
) -> Html:
    parts: list[Html] = []
    for heading, some in groupby(members, key=lambda pair: pair[1].seldom):
        fields = [
            field(form_name, name, spec, values.get(name, spec.default), hidden=name not in counting)
            for name, spec in some
        ]
        box = el("div", fields, class_="rh-velden")
        parts.append(el("details", el("summary", heading), box, class_="rh-meer") if heading else box)
    hidden = not any(name in counting for name, _ in members)
    return el("fieldset", el("legend", legend), parts, id_=f"{form_name}-{index}", class_="rh-groep", hidden=hidden)


def field(form_name: str, name: str, spec: Field, value: Any, *, hidden: bool = False) -> Html:
    """One input of a form with its label, help, place for an error, and where else it stands."""
    note = _shared_note(form_name, name)
    described = f"{name}-hulp {name}-fout{f' {name}-samen' if note else ''}"
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
        note,
        class_="rh-veld",
        data_field=name,
        data_shown_if=condition,
        hidden=hidden,
    )


def _shared_note(form_name: str, name: str) -> Html | None:
    """Which other forms show the same fact; the page's script tells when it was filled in apart here.

    The budget decides: there a field is never taken apart, but one that was can be put back.
    """
    if form_name == "keuzehulp" and name in STRATEGIES:
        return _note(form_name, name, ["dossier"])
    key = SHARED.get(form_name, {}).get(name)
    others = [form for form in used_by(key) if form != form_name] if key else []
    return _note(form_name, name, others) if others else None


def _note(form_name: str, name: str, others: Sequence[str]) -> Html:
    return el(
        "p",
        el("span", f"Staat ook in: {', '.join(others)}.", class_="rh-samen__gedeeld"),
        el("span", "Hier apart ingevuld: dit wijkt af van je aanstelling.", class_="rh-samen__apart"),
        el("span", "Samen voor al je posten, gemiddeld over de looptijd: zie je budget.", class_="rh-samen__totaal")
        if name in WORKED_OUT.get(form_name, ())
        else None,
        " ",
        el("button", "Hier apart invullen", type_="button", class_="rh-knop", data_action="apart", hidden=True),
        id_=f"{name}-samen",
        class_="rh-samen",
        data_samen=name,
        data_main=form_name == "budget" or None,
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
        min=FIRST_DAY if is_date else None,
        max=LAST_DAY if is_date else None,
        aria_describedby=described,
        required=not spec.optional or None,
        data_private=spec.kind is Kind.TEXT,
        data_linked=_may_change(spec),
        data_example=spec.example,
    )


def _may_change(spec: Field) -> bool:
    """Whether the default becomes another one as time goes by, and no dated figure tells which: links carry it."""
    return spec.example or (spec.kind is Kind.DATE and spec.default is not None)


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
