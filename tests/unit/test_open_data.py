"""The figures as open data say what the calculators use, and can be read without us, by what describes them."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby

import jsonschema  # type: ignore[import-untyped]
import pytest

from calculators.core import parameters
from calculators.core.parameters import Confidence, Dated, FigureUnit, Origin, Parameter, Use
from tools import open_data

Row = Mapping[str, str]
FILES = open_data.files()
DOCUMENT = json.loads(FILES["cijfers.json"])
FROM_CSV: list[Row] = list(csv.DictReader(io.StringIO(FILES["cijfers.csv"], newline="")))


def figures(rows: Iterable[Row]) -> tuple[Parameter, ...]:
    """The figures that rows describe, read from their texts alone."""
    return tuple(figure(list(group)) for _, group in groupby(rows, lambda row: row["id"]))


def figure(rows: list[Row]) -> Parameter:
    latest = rows[-1]
    return Parameter(
        id=latest["id"],
        label=latest["omschrijving"],
        unit=FigureUnit(latest["eenheid"]),
        use=Use(latest["gebruik"]),
        confidence=Confidence(latest["zekerheid"]),
        origin=Origin(latest["herkomst"]),
        source=latest["bron"],
        url=latest["adres"],
        checked_on=date.fromisoformat(latest["nagekeken_op"]),
        note=latest["toelichting"],
        values=tuple(dated(row) for row in rows),
    )


def dated(row: Row) -> Dated:
    return Dated(
        valid_from=date.fromisoformat(row["geldig_vanaf"]),
        known_on=date.fromisoformat(row["bekend_op"]),
        value=Decimal(row["waarde"]),
        valid_to=date.fromisoformat(row["geldig_tot"]) if row["geldig_tot"] else None,
        undated={"true": True, "false": False}[row["zonder_datum"]],
        source=row["bron"],
        url=row["adres"],
        origin=Origin(row["herkomst"]),
        checked_on=date.fromisoformat(row["nagekeken_op"]),
        confidence=Confidence(row["zekerheid"]),
    )


@pytest.mark.parametrize("rows", [FROM_CSV, DOCUMENT["cijfers"]], ids=["csv", "json"])
def test_what_is_read_back_is_what_the_calculators_use(rows: list[Row]) -> None:
    assert figures(rows) == parameters.all_()


def test_the_digits_of_a_source_are_kept() -> None:
    texts = {one.id: [str(value.value) for value in one.values] for one in parameters.all_()}
    assert {key: [row["waarde"] for row in group] for key, group in groupby(FROM_CSV, lambda row: row["id"])} == texts


def test_the_json_file_keeps_to_its_schema() -> None:
    schema = json.loads(FILES["cijfers.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(DOCUMENT, schema)
    for spoilt in ({"waarde": "1,5"}, {"eenheid": "appels"}, {"id": ""}, {"geldig_tot": "nooit"}, {"extra": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**DOCUMENT, "cijfers": [{**DOCUMENT["cijfers"][0], **spoilt}]}, schema)


def test_every_column_of_the_csv_file_is_described() -> None:
    described = json.loads(FILES["cijfers.csv-metadata.json"])
    columns = described["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == list(FROM_CSV[0])
    assert all(column["dc:description"] for column in columns)
    assert described["url"] == "cijfers.csv"
    for column in columns:
        if column["required"]:
            assert all(row[column["name"]] for row in FROM_CSV), column["name"]


def test_licence_date_and_sources_go_with_the_figures() -> None:
    licence = DOCUMENT["licentie"]
    assert licence == json.loads(FILES["cijfers.csv-metadata.json"])["dc:license"]["@id"]
    assert re.search("/by/4.0/", licence)
    assert DOCUMENT["nagekeken_op"] == max(row["nagekeken_op"] for row in FROM_CSV)
    assert all(row["bron"] and row["herkomst"] for row in FROM_CSV)
