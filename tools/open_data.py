"""Write every dated figure as open data: `python -m tools.open_data`, before the site is built.

One row per value, in a CSV file (RFC 4180: commas, decimal points, ISO dates) and in a JSON file. Beside them stands
what the columns mean: a table description for the CSV file (W3C "CSV on the Web") and a JSON Schema.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from calculators.core import parameters
from calculators.core.parameters import Confidence, Dated, FigureUnit, Origin, Parameter, Use

FOLDER = Path(__file__).parent.parent / "docs" / "open-data"
TITLE = "Cijfers achter de gids ‘Een verbindingsambassadeur in dienst nemen’"
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.nl"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column: its name, what it means, its kind in a table description, and the text of a value; empty where none."""

    name: str
    meaning: str
    kind: str
    text: Callable[[str, Parameter, Dated], str]
    choices: Sequence[str] = ()
    may_be_empty: bool = False


COLUMNS = (
    FileColumn("thema", "Het bestand met cijfers waar het in staat.", "string", lambda theme, _, __: theme),
    FileColumn("id", "De vaste naam van het cijfer.", "string", lambda _, figure, __: figure.id),
    FileColumn("omschrijving", "Wat het cijfer is.", "string", lambda _, figure, __: figure.label),
    FileColumn("eenheid", "De eenheid.", "string", lambda _, figure, __: figure.unit, tuple(FigureUnit)),
    FileColumn(
        "waarde", "De waarde, met een punt voor de decimalen.", "decimal", lambda _, __, dated: str(dated.value)
    ),
    FileColumn("geldig_vanaf", "De eerste dag.", "date", lambda _, __, dated: dated.valid_from.isoformat()),
    FileColumn(
        "geldig_tot",
        "De laatste dag. Leeg: tot de volgende waarde.",
        "date",
        lambda _, __, dated: dated.valid_to.isoformat() if dated.valid_to else "",
        may_be_empty=True,
    ),
    FileColumn(
        "zonder_datum",
        "De bron noemt geen dag of jaar; geldig_vanaf is dan de dag waarop we keken.",
        "boolean",
        lambda _, __, dated: str(dated.undated).lower(),
        ("true", "false"),
    ),
    FileColumn(
        "bekend_op", "De dag waarop we de waarde opnamen.", "date", lambda _, __, dated: dated.known_on.isoformat()
    ),
    FileColumn("bron", "Waar de waarde vandaan komt.", "string", lambda _, __, dated: dated.source),
    FileColumn(
        "adres", "Het adres van de bron. Leeg: niet gevonden.", "string", lambda _, __, dated: dated.url, (), True
    ),
    FileColumn("herkomst", "Hoe we aan de waarde komen.", "string", lambda _, __, dated: dated.origin, tuple(Origin)),
    FileColumn("zekerheid", "Hoe zeker het is.", "string", lambda _, figure, __: figure.confidence, tuple(Confidence)),
    FileColumn(
        "gebruik",
        "default: staat al in een formulier. reference: alleen om te vergelijken. input: vraagt de gids aan de lezer.",
        "string",
        lambda _, figure, __: figure.use,
        tuple(Use),
    ),
    FileColumn(
        "nagekeken_op",
        "De dag waarop we de bron van de nieuwste waarde het laatst bekeken.",
        "date",
        lambda _, figure, __: figure.checked_on.isoformat(),
    ),
    FileColumn("toelichting", "Wat je erbij moet weten.", "string", lambda _, figure, __: figure.note),
)


def files() -> Mapping[str, str]:
    """The text of each of the four files, by its name."""
    found = rows()
    return {
        "cijfers.csv": _csv(found),
        "cijfers.csv-metadata.json": _json(_table_description()),
        "cijfers.json": _json({**_about(), "cijfers": found}),
        "cijfers.schema.json": _json(schema()),
    }


def rows() -> list[dict[str, str]]:
    """Every value of every figure, by theme and in the order written: texts by the name of their column."""
    return [
        {column.name: column.text(theme, figure, dated) for column in COLUMNS}
        for theme, figures in _themes().items()
        for figure in figures
        for dated in figure.values
    ]


def schema() -> dict[str, Any]:
    """The JSON Schema of the JSON file."""
    texts = {"title": "titel", "licence": "licentie", "origin": "bronvermelding", "checked": "nagekeken_op"}
    row = {
        "type": "object",
        "properties": {column.name: _property(column) for column in COLUMNS},
        "required": [column.name for column in COLUMNS],
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": TITLE,
        "type": "object",
        "properties": {
            **{name: {"type": "string", "minLength": 1} for name in texts.values()},
            "cijfers": {"type": "array", "items": row},
        },
        "required": [*texts.values(), "cijfers"],
        "additionalProperties": False,
    }


def write(folder: Path = FOLDER) -> None:
    """Write the files, each only where it is not the same already."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        path, content = folder / name, text.encode("utf-8")
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def _themes() -> Mapping[str, Sequence[Parameter]]:
    paths = resources.files("calculators.core.parameters").iterdir()
    names = sorted(path.name for path in paths if path.name.endswith(".toml"))
    read = {name: resources.files("calculators.core.parameters").joinpath(name).read_text("utf-8") for name in names}
    return {name.removesuffix(".toml"): parameters.read(name, text) for name, text in read.items()}


def _about() -> dict[str, str]:
    return {
        "titel": TITLE,
        "licentie": LICENCE,
        "bronvermelding": "Noem deze gids en, bij elk cijfer, zijn bron. Zeg wat je veranderde.",
        "nagekeken_op": parameters.NEWEST.isoformat(),
    }


def _csv(found: Sequence[Mapping[str, str]]) -> str:
    target = io.StringIO()
    writer = csv.DictWriter(target, [column.name for column in COLUMNS], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(found)
    return target.getvalue()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _table_description() -> dict[str, Any]:
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "dc:description": column.meaning,
            "datatype": column.kind,
            "required": not column.may_be_empty,
        }
        for column in COLUMNS
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": "cijfers.csv",
        "dc:title": TITLE,
        "dc:license": {"@id": LICENCE},
        "dc:modified": {"@value": parameters.NEWEST.isoformat(), "@type": "xsd:date"},
        "dialect": {"lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": columns},
    }


_PATTERNS = {"date": r"^\d{4}-\d{2}-\d{2}$", "decimal": r"^-?\d+(\.\d+)?$"}


def _property(column: FileColumn) -> dict[str, Any]:
    """What a JSON Schema says of a column. All values are texts, so that a number keeps the digits of its source."""
    about: dict[str, Any] = {"type": "string", "description": column.meaning}
    if column.choices:
        return {**about, "enum": list(column.choices)}
    if column.kind in _PATTERNS:
        pattern = _PATTERNS[column.kind]
        return {**about, "pattern": f"^$|{pattern}" if column.may_be_empty else pattern}
    return {**about, "minLength": 0 if column.may_be_empty else 1}


if __name__ == "__main__":
    write()
