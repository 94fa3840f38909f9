"""The calculators for a terminal and for other programs: text or JSON out, and documents from a stored file.

`run` is all that `python -m calculators` does. The wheel for browsers leaves this package out.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from calculators import documents, dossier
from calculators.appointment import SHARED
from calculators.calculator import CALCULATORS, Calculator
from calculators.command import arguments, schema
from calculators.command.arguments import Arguments, UsageError
from calculators.command.plain import outcome
from calculators.core.fields import InputErrors, applies
from calculators.core.results import Result
from calculators.render.values import in_words

USAGE = f"""\
Gebruik: python -m calculators REKENHULP [--VELD WAARDE]… [keuzes]
         python -m calculators velden REKENHULP     toont elk veld
         python -m calculators schema REKENHULP     geeft het JSON Schema van invoer en resultaat

REKENHULP is {", ".join(CALCULATORS)}. Wat je niet invult, heeft de waarde van het formulier op de site.

  --invoer BESTAND     velden uit een JSON-bestand: {{"fte": 80}}
  --dossier BESTAND    velden uit een dossier dat je op de site bewaarde; een --VELD gaat voor
  --json               het resultaat als JSON, met elke stap en elke bron
  --docx BESTAND       schrijft de nota voor het bestuur
  --xlsx BESTAND       schrijft het rekenblad
  --soort SOORT        een ander document voor --docx of --xlsx
  --vandaag DATUM      de dag die in documenten staat, bijvoorbeeld 2027-01-04

Voorbeeld: python -m calculators budget --fte 80 --startdatum 2027-03-01 --json
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: its output, messages beside that, and the exit status: 0, or 2 when it can't be done."""

    output: str = ""
    messages: str = ""
    status: int = 0


def run(words: Sequence[str], today: date) -> Answer:
    r"""Do what the words of a command line say, and write the documents that they ask for.

    >>> answer = run(["budget", "--fte", "80", "--startdatum", "2027-03-01", "--json"], date(2027, 1, 4))
    >>> json.loads(answer.output)["totals"]["totaal"]
    '178463.34'
    >>> run(["budget", "--fte", "veel"], date(2027, 1, 4)).messages
    '--fte: Vul bij “Tewerkstelling” een percentage in, bijvoorbeeld 80 of 2,5.\n'
    """
    if not words or words[0] == "help" or not {"-h", "--help"}.isdisjoint(words):
        return Answer(USAGE)
    try:
        return _done(words, today)
    except InputErrors as error:
        return Answer(messages="".join(f"--{name}: {text}\n" for name, text in error.messages.items()), status=2)
    except (UsageError, dossier.DocumentError) as error:
        return Answer(messages=f"{error}\n", status=2)


def _done(words: Sequence[str], today: date) -> Answer:
    if words[0] in ("velden", "schema"):
        calculator = CALCULATORS[arguments.named(words[1] if words[1:] else "", CALCULATORS, "rekenhulp")]
        if words[0] == "schema":
            return Answer(_json(schema.both(calculator)))
        return Answer("".join(f"--{name}  {field.label}\n" for name, field in calculator.fields.items()))
    given = arguments.read(words)
    calculator = CALCULATORS[given.calculator]
    stored = _stored(given)
    values = {**stored.shown(calculator.name), **given.values}
    result = calculator.evaluate(calculator.read(values))
    _write_documents(given, _with(stored, calculator.name, given.values), given.today or today)
    output = _json(outcome(calculator, values, result)) if given.json else text(result)
    return Answer(
        output, "".join(_unused(calculator, given.values, values)) + "".join(f"{line}\n" for line in stored.mended)
    )


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _stored(given: Arguments) -> dossier.Document:
    """The stored document that `--dossier` names. Raises `DocumentError` and `UsageError`."""
    if not given.dossier:
        return dossier.EMPTY
    return dossier.read_stored(arguments.contents(given.dossier))


def _with(stored: dossier.Document, calculator: str, values: Mapping[str, str]) -> dossier.Document:
    """The document with these values of one form: shared facts in the appointment, all others with the form."""
    keys = SHARED.get(calculator, {})
    shared = {keys[name]: value for name, value in values.items() if name in keys}
    own = {name: value for name, value in values.items() if name not in keys}
    kept = {name: value for name, value in stored.calculators.get(calculator, {}).items() if name not in values}
    if not values:
        return stored
    return replace(
        stored,
        appointment={**stored.appointment, **shared},
        calculators={**stored.calculators, calculator: {**kept, **own}},
    )


def _write_documents(given: Arguments, document: dossier.Document, today: date) -> None:
    for target, kind in given.documents:
        try:
            _, _, content = documents.make(kind, document, today)
            Path(target).write_bytes(content)
        except ModuleNotFoundError as error:
            raise UsageError("Voor Excel is het pakket XlsxWriter nodig: pip install XlsxWriter") from error
        except OSError as error:
            raise UsageError(f"{target} kan niet worden geschreven: {error.strerror}.") from error


def _unused(calculator: Calculator, given: Mapping[str, str], values: Mapping[str, str]) -> list[str]:
    """A message per given value that does not count, since another of all values rules it out."""
    return [
        f"--{name} telt niet mee: dat veld geldt alleen bij --{field.shown_if[0]} {' of '.join(field.shown_if[1])}.\n"
        for name, field in calculator.fields.items()
        if name in given and field.shown_if and not applies(field, values, calculator.fields)
    ]


def text(result: Result) -> str:
    """The figures that a page shows first, and all notices, as lines of text."""
    width = max(len(line.label) for line in result.lines)
    figures = [f"{line.label:{width}}  {in_words(line)}" for line in result.lines]
    notices = [f"{notice.level.capitalize()}: {notice.text}" for notice in result.told]
    return "\n".join([*figures, "", *notices]).rstrip() + "\n"
