"""The contents of a colleague's file, to read and to remark on, without storing any of it."""

from collections.abc import Iterable
from datetime import date

from calculators import dossier
from calculators.appointment import KEYS, described, label
from calculators.calculator import CALCULATORS, Calculator
from calculators.core.fields import Field, InputErrors, applies, as_asked, format_value, parse
from calculators.core.periods import format_date
from calculators.dossier import FIELDS, PARTS, Document, ItemStatus, Partner, options, progress
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES, STATUSES
from calculators.dossier.declared import LISTS, NUMBERS, OWN
from calculators.render import overview
from calculators.render.html import Child, Html, button, el, render, spoken
from calculators.render.incoming import left_out, lines, remarks
from calculators.render.values import in_words

type Fact = tuple[str, Child]
"""A label and what was filled in for it."""


def fragment(document: Document) -> Html:
    """Each part of the file with a field for a remark.

    It has no links, and no ids or keys that the reader's own work on the page has too.
    """
    contents = {
        "calculators": _calculators(document),
        "checklist": _checklist(document),
        "dossier": _dossier(document),
    }
    parts: list[Html] = []
    for part, title in PARTS.items():
        parts += [
            el("h4", title),
            contents[part] or el("p", "Hier is nog niets ingevuld."),
            _remark_field(part),
        ]
    return render(
        el("h3", "Dit staat in het bestand"),
        el("p", "Je bekijkt het bestand van een collega. Er wordt niets bewaard.", class_="rh-melding"),
        *remarks(document),
        *parts,
        *left_out(document),
        _buttons(),
    )


def _buttons() -> Html:
    return el(
        "div",
        button("Bewaar het bestand met opmerkingen", main=True, data_keep_remarks=True),
        button("Kies wat je overneemt", data_choose=True),
        button("Terug naar je eigen dossier", data_leave=True),
        class_="rh-acties",
    )


def _remark_field(part: str) -> Html:
    name = f"opmerking-{part}"
    area = el("textarea", "", id_=name, data_remark=part, rows="2")
    return el("div", el("label", f"Je opmerking bij: {PARTS[part]}", for_=name), area, class_="rh-veld")


def _facts(facts: Iterable[Fact]) -> Html | None:
    rows = [el("div", el("dt", name), el("dd", value)) for name, value in facts]
    return el("dl", rows, class_="dossier-feiten") if rows else None


def _list(rows: Iterable[Child]) -> Html | None:
    items = [el("li", row) for row in rows]
    return el("ul", items) if items else None


def _calculators(document: Document) -> Html | None:
    facts = [(label(key), described(key, document.appointment[key])) for key in KEYS if document.appointment.get(key)]
    parts = [
        _facts(facts),
        _list(deviation.text for deviation in document.deviations),
        *(_calculator(calculator, document) for calculator in CALCULATORS.values() if document.inputs(calculator.name)),
        _scenarios(document),
    ]
    return el("div", parts) if any(parts) else None


def _calculator(calculator: Calculator, document: Document) -> Html:
    """The headlines of a calculator's result, and the inputs of its own that are not in the appointment."""
    try:
        headlines = [(line.label, in_words(line)) for line in overview.headlines(calculator, document)]
        outcome = _facts(headlines)
    except InputErrors:
        outcome = el("p", "Niet alle velden zijn goed ingevuld.")
    typed = _facts(_typed(calculator, document))
    summary = el("summary", "Wat er ingevuld is", spoken(f": {calculator.title}"))
    more = el("details", summary, typed, class_="rh-meer") if typed else None
    return el("div", el("h5", calculator.title), outcome, more)


def _typed(calculator: Calculator, document: Document) -> list[Fact]:
    shown, own = document.inputs(calculator.name), document.calculators[calculator.name]
    facts: list[Fact] = []
    told = set[str]()
    for name, field in calculator.fields.items():
        if name in own and own[name].strip() and applies(field, shown, calculator.fields):
            where = f" ({field.card or field.group})" if field.label in told else ""
            told.add(field.label)
            facts.append((field.label + where, _answer(as_asked(field, shown, calculator.fields), own[name])))
    return facts


def _answer(field: Field, typed: str) -> Child:
    """A typed answer as a reader would write it, with its unit. What cannot be read comes back quoted."""
    try:
        return lines(format_value(field, parse(field, typed)))
    except ValueError:
        return f"“{typed}”"


def _scenarios(document: Document) -> Html | None:
    rows = _list(f"{scenario.name}: {dossier.total(scenario.values)}" for scenario in document.scenarios)
    return el("div", el("h5", "Scenario’s"), rows) if rows else None


def _checklist(document: Document) -> Html | None:
    own = {action.id for action in document.actions}
    all_noted = [(item, document.noted(item.id)) for item in document.items]
    rows = _list(
        [el("strong", STATUSES[noted.status]), f": {item.text}", *_note_lines(noted)]
        for item, noted in all_noted
        if noted != ItemStatus() or item.id in own
    )
    steps = progress(document)
    count = f"{sum(step.done for step in steps)} van {sum(step.total for step in steps)} acties klaar."
    return el("div", el("p", count), rows) if rows else None


def _note_lines(noted: ItemStatus) -> list[Child]:
    by = f"tegen {format_date(date.fromisoformat(noted.by))}" if noted.by else ""
    who = ", ".join(filter(None, (noted.who.strip(), by)))
    return [(el("br"), lines(text)) for text in (who, noted.note.strip()) if text]


def _dossier(document: Document) -> Html | None:
    facts: list[Fact] = [
        (FIELDS[name].label, _answer(FIELDS[name], text)) for name in OWN if (text := document.text(name))
    ]
    for name, noun in LISTS.items():
        names = dict(options(name))
        if chosen := getattr(document, name):
            facts.append((noun, ", ".join(names[id_] for id_ in chosen)))
    if document.partners:
        facts.append(("Partners", _list(map(_partner, document.partners))))
    if not facts:
        return None
    lacking = el(
        "details", el("summary", "Wat nog ontbreekt"), _list(dossier.missing_texts(document)), class_="rh-meer"
    )
    return el("div", _facts(facts), lacking)


def _partner(partner: Partner) -> str:
    kind = f" ({PARTNER_ROLES[partner.soort].lower()})" if partner.soort else ""
    promised = f", {NUMBERS[partner.asked].label.lower()}: {partner.typed}" if partner.typed else ""
    engagement = ENGAGEMENTS[partner.engagement].lower()
    return f"{partner.name or 'Zonder naam'}{kind}{promised}. Engagement: {engagement}."
