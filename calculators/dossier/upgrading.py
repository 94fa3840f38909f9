"""Documents of earlier versions, as the present version keeps them. Nothing that was typed is lost."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from calculators.appointment import SHARED, STRATEGIES, firsts

TICKS: Mapping[str, Any] = {"true": {"status": "klaar"}, "false": {"status": "te-doen"}}
"""What takes the place of an item of the checklist of version 0, of the first prototype, given as JSON."""

MOVED = {"werkgever": "uitvoering", "afsluitmoment": "afsluitmoment"}
"""What version 1 kept in the dossier, and the fact of the appointment that it is."""

LATER = {"contract": "looptijd"}
"""What became a fact of the appointment later, within version 2; and the form that asked it until then.

A document without that fact means the same as before. So it needs no version of its own.
"""


def upgraded(data: Mapping[str, Any], version: int) -> Mapping[str, Any]:
    """The content of a document of `version` as the present one has it.

    Raises `ValueError` for a checklist of version 0 that is none.
    """
    if version < 1:
        data = {**data, "checklist": _statuses(data.get("checklist"))}
    return _joined(gathered(data) if version < 2 else data)


def _joined(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document in which what became a fact of the appointment later is one.

    Pages put the fact in the appointment before a form deviates from it, so what stands in a form only is of before.
    """
    for key, form in LATER.items():
        appointment, calculators = data.get("appointment", {}), data.get("calculators")
        if not isinstance(appointment, dict) or key in appointment or not isinstance(calculators, dict):
            continue
        own = calculators.get(form)
        if isinstance(own, dict) and isinstance(own.get(key), str) and own[key]:
            rest = {name: value for name, value in own.items() if name != key}
            joined = {"appointment": {**appointment, key: own[key]}, "calculators": {**calculators, form: rest}}
            data = {**data, **joined}
    return data


def _statuses(checklist: object) -> dict[str, Any]:
    if not isinstance(checklist, dict) or not all(json.dumps(value) in TICKS for value in checklist.values()):
        raise ValueError("no checklist of version 0")
    return {item: TICKS[json.dumps(value)] for item, value in checklist.items()}


def gathered(data: Mapping[str, Any]) -> dict[str, Any]:
    """A document of version 1 as one of version 2: the appointment is made of what each part asked by itself.

    The dossier's own choices come first, then the budget's. What a form that was used said otherwise stays there, as a
    deviation; an answer that it did not keep was the default. What nobody ever answered stays so.
    """
    appointment = _of_dossier(data.get("dossier"))
    calculators = data.get("calculators", {})
    if isinstance(calculators, dict):
        said = appointment.keys() | _said(calculators)
        left = {form: _left(form, calculators[form], appointment, said) for form in SHARED if form in calculators}
        calculators = {**calculators, **left}
    dossier = _without(data)
    if isinstance(calculators, dict) and isinstance(dossier, dict):
        calculators, dossier = _one_choice(calculators, dossier)
    return {**data, "appointment": appointment, "calculators": calculators, "dossier": dossier}


def _one_choice(calculators: dict[str, Any], dossier: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The strategies of the chooser go to the dossier, unless that has others: then they stay, as a deviation."""
    own = calculators.get("keuzehulp")
    if not isinstance(own, dict) or not any(control in own for control in STRATEGIES):
        return calculators, dossier
    start = firsts()
    answers = {control: own.get(control, start[control]) for control in STRATEGIES}
    chosen = [id_ for control, id_ in STRATEGIES.items() if answers[control] == "ja"]
    rest = {name: value for name, value in own.items() if name not in STRATEGIES}
    if dossier.get("strategieen", []) == []:
        return {**calculators, "keuzehulp": rest}, {**dossier, "strategieen": chosen}
    left = rest if dossier["strategieen"] == chosen else {**rest, **answers}
    return {**calculators, "keuzehulp": left}, dossier


def _of_dossier(dossier: object) -> dict[str, str]:
    if not isinstance(dossier, dict):
        return {}
    found = {key: dossier.get(old) for old, key in MOVED.items()}
    return {key: value.replace("-", "_") for key, value in found.items() if isinstance(value, str) and value}


def _without(data: Mapping[str, Any]) -> Any:
    dossier = data.get("dossier", {})
    return (
        {name: value for name, value in dossier.items() if name not in MOVED} if isinstance(dossier, dict) else dossier
    )


def _said(calculators: Mapping[str, Any]) -> set[str]:
    """The facts that were answered somewhere."""
    used = {form: calculators[form] for form in SHARED if isinstance(calculators.get(form), dict)}
    return {key for form, own in used.items() for control, key in _of_then(form) if control in own}


def _of_then(form: str) -> list[tuple[str, str]]:
    """The controls of a form that version 1 asked everywhere, with the fact that each is."""
    return [(control, key) for control, key in SHARED[form].items() if key not in LATER]


def _left(form: str, own: Any, appointment: dict[str, str], said: Collection[str]) -> Any:
    """What stays in a form; what the appointment lacks goes there."""
    if not isinstance(own, dict) or not own:
        return own
    start = firsts()
    left = dict(own)
    for control, key in _of_then(form):
        if key not in said:
            continue
        value = left.pop(control, start[key])
        if isinstance(value, str) and appointment.setdefault(key, value) == value:
            continue
        left[control] = value
    return left
