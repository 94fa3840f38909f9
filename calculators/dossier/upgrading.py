"""Upgrading documents of earlier versions to the present one, without losing anything that was typed."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from calculators.appointment import SHARED, STRATEGIES, firsts
from calculators.chooser import CHOSEN_AT_FIRST
from calculators.dossier.choices import Status

TICKS: Mapping[str, Any] = {"true": {"status": Status.DONE}, "false": {"status": Status.TO_DO}}
"""What replaces an item of the checklist in version 0, the first prototype, by its value as JSON."""

MOVED = {"werkgever": "uitvoering", "afsluitmoment": "afsluitmoment"}
"""The keys that version 1 kept in the dossier and that are facts of the appointment now: old key, new key."""

LATER = {"contract": "looptijd"}
"""The keys that became facts of the appointment within version 2, each with the form that asked for it until then.

A document without such a fact means the same as before, so this needed no new version.
"""


def upgraded(data: Mapping[str, Any], version: int) -> Mapping[str, Any]:
    """The data of a document of `version`, in the form of the present version.

    Raises `ValueError` if a document of version 0 has something else for a checklist.
    """
    if version < 1:
        data = {**data, "checklist": _statuses(data.get("checklist"))}
    if version < 2:
        data = gathered(data)
    return _joined(data)


def _joined(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data with the keys of `LATER` moved from their form to the appointment.

    Pages put a fact in the appointment before a form can deviate from it, empty if it was not chosen. So a value that
    only a form has is older.
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
    """The data of version 1 as data of version 2: the appointment is gathered from the parts, which each asked for it.

    The dossier decides first, then the budget, then the other forms. A used form that says something else keeps its
    value as a deviation; an answer that it did not store was the default. A fact that no part answered stays absent.
    """
    appointment = _of_dossier(data.get("dossier"))
    calculators = data.get("calculators", {})
    if isinstance(calculators, dict):
        answered = appointment.keys() | _answered(calculators)
        left = {form: _left(form, calculators[form], appointment, answered) for form in SHARED if form in calculators}
        calculators = {**calculators, **left}
    dossier = _without_moved(data)
    if isinstance(calculators, dict) and isinstance(dossier, dict):
        calculators, dossier = _one_choice(calculators, dossier)
    return {**data, "appointment": appointment, "calculators": calculators, "dossier": dossier}


def _one_choice(calculators: dict[str, Any], dossier: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The strategies of the chooser move to the dossier, unless it has others: then they stay, as a deviation."""
    own = calculators.get("keuzehulp")
    if not isinstance(own, dict) or not any(control in own for control in STRATEGIES):
        return calculators, dossier
    first = {control: "ja" if id_ in CHOSEN_AT_FIRST else "nee" for control, id_ in STRATEGIES.items()}
    answers = {control: own.get(control, first[control]) for control in STRATEGIES}
    chosen = [id_ for control, id_ in STRATEGIES.items() if answers[control] == "ja"]
    rest = {name: value for name, value in own.items() if name not in STRATEGIES}
    if dossier.get("strategieen", []) == []:
        return {**calculators, "keuzehulp": rest}, {**dossier, "strategieen": chosen}
    left = rest if dossier["strategieen"] == chosen else {**rest, **answers}
    return {**calculators, "keuzehulp": left}, dossier


def _of_dossier(dossier: object) -> dict[str, str]:
    if not isinstance(dossier, dict):
        return {}
    moved = {key: dossier.get(old) for old, key in MOVED.items()}
    return {key: value.replace("-", "_") for key, value in moved.items() if isinstance(value, str) and value}


def _without_moved(data: Mapping[str, Any]) -> Any:
    dossier = data.get("dossier", {})
    if not isinstance(dossier, dict):
        return dossier
    return {name: value for name, value in dossier.items() if name not in MOVED}


def _answered(calculators: Mapping[str, Any]) -> set[str]:
    """The keys of the facts that some form stored an answer to."""
    used = {form: calculators[form] for form in SHARED if isinstance(calculators.get(form), dict)}
    return {key for form, own in used.items() for control, key in _in_version_1(form) if control in own}


def _in_version_1(form: str) -> list[tuple[str, str]]:
    """The controls of a form that version 1 had and that show a fact, with the key of that fact."""
    return [(control, key) for control, key in SHARED[form].items() if key not in LATER]


def _left(form: str, own: Any, appointment: dict[str, str], answered: Collection[str]) -> Any:
    """The values that stay in a form. Facts that the appointment lacks are added to it."""
    if not isinstance(own, dict) or not own:
        return own
    defaults = firsts()
    left = dict(own)
    for control, key in _in_version_1(form):
        if key not in answered:
            continue
        value = left.pop(control, defaults[key])
        if isinstance(value, str) and appointment.setdefault(key, value) == value:
            continue
        left[control] = value
    return left
