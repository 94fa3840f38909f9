"""The HTML of a form, from the declarations of its inputs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from calculators.appointment import SHARED, STRATEGIES, WORKED_OUT, used_by
from calculators.core import parameters
from calculators.core.fields import FIRST_DAY, LAST_DAY, PASTED, Field, Kind, applies, to_form_text
from calculators.core.periods import format_weekday
from calculators.render.figures import compared, sourced
from calculators.render.html import Html, el, spoken


def form(
    name: str,
    title: str,
    declarations: Mapping[str, Field],
    *,
    questions: Sequence[str] = (),
    subtotals: Mapping[str, str] | None = None,
) -> Html:
    """A calculator's form with its defaults.

    Every control has the input's name, and before it a label, help, and an empty element for its error. Inputs that do
    not apply are hidden here already, as the page's script hides them at each change, so that a slow laptop never draws
    them.
    `questions` are asked first; all other inputs are then folded, in their groups. `subtotals` is what the cards of the
    form come to, as text by key.
    """
    raw = {name: to_form_text(field, field.default) for name, field in declarations.items()}
    counting = {name for name, field in declarations.items() if applies(field, raw, declarations)}
    draft = _Draft(name, counting, subtotals or {})
    rest = [pair for pair in declarations.items() if pair[0] not in questions]
    groups = [
        draft.fieldset(f"{name}-{index}", legend, list(members))
        for index, (legend, members) in enumerate(groupby(rest, key=lambda pair: pair[1].group))
    ]
    first = draft.fieldset(f"{name}-vragen", _FIRST, [(one, declarations[one]) for one in questions])
    return el(
        "form",
        el("div", class_="rh-fouten", data_errors=True, tabindex="-1", hidden=True),
        (first, _folded(groups)) if questions else groups,
        id_=f"rekenhulp-{name}",
        data_calculator=name,
        class_="rh-formulier",
        novalidate=True,
        autocomplete="off",
        aria_label=f"Rekenhulp {title.lower()}",
    )


def _folded(groups: Sequence[Html]) -> Html:
    """The groups that refine, folded. The search leaves them out: their words would be half of its index."""
    inside = el("section", groups, data_search_exclude=True)
    return el("details", el("summary", _REST), inside, class_="rh-verfijn")


MOST_RADIOS = 4
"""The most choices that stand beside each other; more are a list to open."""

_FIRST = "Je budget in acht vragen"
_REST = "Verfijn: meer posten, het loon, werkingskosten per soort, subsidies en groei"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A form in the making: its name, the inputs that count by default, and what its cards come to."""

    name: str
    counting: Collection[str]
    subtotals: Mapping[str, str]

    def fieldset(self, id_: str, legend: str, members: Sequence[tuple[str, Field]]) -> Html:
        """A group of inputs: those that are seldom needed folded, those of one card together."""
        parts: list[Html] = []
        for heading, inputs in groupby(members, key=lambda pair: pair[1].seldom):
            boxes = [self._card(card, list(some)) for card, some in groupby(inputs, key=lambda pair: pair[1].card)]
            parts.append(
                el("details", el("summary", heading), boxes, class_="rh-meer") if heading else Html("".join(boxes))
            )
        hidden = not any(name in self.counting for name, _ in members)
        return el("fieldset", el("legend", legend), parts, id_=id_, class_="rh-groep", hidden=hidden)

    def _card(self, card: str, members: Sequence[tuple[str, Field]]) -> Html:
        boxes = [form_field(self.name, name, field, hidden=name not in self.counting) for name, field in members]
        box = el("div", boxes, class_="rh-velden")
        if not card:
            return box
        key = members[0][1].subtotal
        amount = el("span", self.subtotals.get(key), data_copy=key)
        subtotal = (" ", el("span", amount, " per jaar", class_="rh-subtotaal")) if key else None
        return el("fieldset", el("legend", card, subtotal), box, class_="rh-deelkaart")


def form_field(form_name: str, name: str, field: Field, *, hidden: bool = False) -> Html:
    """One input of a form with its default.

    In the order in which readers need them: label, help, an element for its error, the control, and a note if other
    forms show it too.
    """
    note = _shared_note(form_name, name)
    described = f"{name}-hulp {name}-fout"
    if note:
        described += f" {name}-samen"
    if field.kind is Kind.DATE:
        described += f" {name}-dag"
    told = (
        el("p", _help(field), id_=f"{name}-hulp", class_="rh-hulp"),
        el("p", id_=f"{name}-fout", class_="rh-fout", hidden=True),
    )
    box = {"class_": "rh-veld", "data_field": name, "data_shown_if": _condition(field), "hidden": hidden}
    if field.kind is Kind.CHOICE and len(field.choices) <= MOST_RADIOS:
        parts = (el("legend", field.label), told, radios(name, field, f"veld-{name}"), note)
        return el("fieldset", parts, role="radiogroup", aria_describedby=described, **_group(field), **box)
    draw = _select if field.kind is Kind.CHOICE else _area if field.kind in PASTED else _input
    control = draw(name, field, described)
    unit = el("span", field.unit, class_="rh-eenheid", aria_hidden="true") if field.unit in ("€", "%") else None
    return el(
        "div",
        el("label", field.label, _unit_name(field), for_=f"veld-{name}"),
        told,
        el("span", unit, control, class_=f"rh-invoer rh-invoer--{field.kind.name.lower()}"),
        _day(name, field) if field.kind is Kind.DATE else None,
        note,
        **box,
    )


def _condition(field: Field) -> str | None:
    return f"{field.shown_if[0]}={'|'.join(field.shown_if[1])}" if field.shown_if else None


def _group(field: Field) -> dict[str, str | None]:
    """What the control of a choice says of its input; a group of radio buttons is one control."""
    return {
        "data_part_of": field.part_of or None,
        "data_unchosen": str(field.default) if field.unchosen else None,
        "data_linked": field.left_out or None,
    }


def radios(name: str, field: Field, id_: str) -> Html:
    """A few choices beside each other. The first has the id to which links lead."""
    first = None if field.unchosen else field.default
    buttons = [
        el(
            "label",
            el("input", type_="radio", id_=id_ if number == 0 else None, name=name, value=key, checked=key == first),
            label,
        )
        for number, (key, label) in enumerate(field.choices)
    ]
    return el("div", buttons, class_="rh-keuzes")


def _shared_note(form_name: str, name: str) -> Html | None:
    """The other forms that show the same fact, and a button for a value of its own, if there are other forms.

    The page's script shows which texts of the note apply. In the budget, whose values are those of the appointment, it
    offers only to end a deviation.
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
        el("span", "Staat hier apart, los van je aanstelling.", class_="rh-samen__apart"),
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


def _day(name: str, field: Field) -> Html:
    """The date in words: browsers show it in their own language. The page's script keeps it true."""
    words = format_weekday(field.default) if field.default else ""
    return el("p", words, id_=f"{name}-dag", class_="rh-dag", data_day=True)


def _input(name: str, field: Field, described: str) -> Html:
    is_date = field.kind is Kind.DATE
    return el(
        "input",
        type_="date" if is_date else "text",
        inputmode=_keyboard(field),
        id_=f"veld-{name}",
        name=name,
        value=to_form_text(field, field.default),
        min=FIRST_DAY if is_date else None,
        max=LAST_DAY if is_date else None,
        aria_describedby=described,
        required=not field.optional or None,
        data_private=field.kind is Kind.TEXT,
        data_linked=_may_change(field),
        data_example=field.example,
        data_part_of=field.part_of or None,
    )


def _may_change(field: Field) -> bool:
    """Whether a later version may have another default that is not a dated figure: links then carry the value."""
    return field.example or (field.kind is Kind.DATE and field.default is not None)


def _keyboard(field: Field) -> str | None:
    """The `inputmode` of a control, for the keyboard of a phone.

    A numeric keyboard lacks a minus sign and letters, so fields that may be negative, or a term in words (`21
    maanden`), have the full one.
    """
    modes = {Kind.WHOLE: "numeric", Kind.MONEY: "decimal", Kind.PERCENT: "decimal", Kind.NUMBER: "decimal"}
    negative = field.kind in modes and field.minimum is not None and field.minimum < 0
    return None if negative else modes.get(field.kind)


def _select(name: str, field: Field, described: str) -> Html:
    options = [el("option", label, value=key, selected=key == field.default) for key, label in field.choices]
    return el("select", options, id_=f"veld-{name}", name=name, aria_describedby=described, **_group(field))


def _area(name: str, field: Field, described: str) -> Html:
    """A control of several lines, for what is pasted or typed as a table."""
    text = to_form_text(field, field.default)
    return el("textarea", text, id_=f"veld-{name}", name=name, rows="4", spellcheck="false", aria_describedby=described)


def _unit_name(field: Field) -> Html | None:
    words = {"€": " (in euro)", "%": " (in procent)"}.get(field.unit)
    return spoken(words) if words else None


def _help(field: Field) -> list[Any]:
    notes: list[Any] = [f"{field.help} " if field.help else None]
    if field.example:
        notes.append(el("strong", "Voorbeeldcijfer: vul je eigen cijfer in. ", class_="rh-voorbeeld"))
    if field.example and field.part_of:
        notes.append(el("strong", "Telt nu niet mee: je gaf één bedrag voor alles samen. ", class_="rh-ongeteld"))
    if field.unchosen:
        counts = f"Nog niet gekozen: het voorbeeld rekent met {dict(field.choices)[field.default].lower()}. "
        notes.append(el("strong", counts, class_="rh-voorbeeld"))
    if field.assumption:
        notes.append("Dit is een aanname: pas ze gerust aan. ")
    if field.source:
        notes += [*sourced(parameters.get(field.source).current), ". "]
    for name in field.context:
        notes += compared(parameters.get(name))
    return notes
