"""The schema files are current, and every data file keeps to its schema."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from camket.catalogue import reading, schemas

PLACES = [
    (kind, file.name)
    for kind in schemas.KINDS
    for place in [reading.folder().joinpath(kind)]
    for file in (place.iterdir() if place.is_dir() else [reading.folder().joinpath(f"{kind}.yaml")])
]


def test_every_data_file_has_a_kind() -> None:
    known = set(schemas.KINDS)
    found = {
        entry.name.removesuffix(".yaml")
        for entry in reading.folder().iterdir()
        if entry.name.endswith(".yaml") or (entry.is_dir() and not entry.name.startswith("_"))
    }
    assert found - {"schema", "criteria"} <= known


@pytest.mark.parametrize("kind", sorted(schemas.KINDS))
def test_the_schema_file_is_current(kind: str) -> None:
    written = (schemas.FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert written == schemas.schema(kind), "run: python -m camket.catalogue.schemas"
    jsonschema.Draft202012Validator.check_schema(json.loads(written))


@pytest.mark.parametrize(("kind", "name"), PLACES)
def test_the_file_keeps_to_its_schema(kind: str, name: str) -> None:
    folder = reading.folder().joinpath(kind)
    place = folder.joinpath(name) if folder.is_dir() else reading.folder().joinpath(name)
    text = place.read_text(encoding="utf-8")
    if name.endswith(".csv"):
        found: list[object] = [
            {column: cell for column, cell in row.items() if cell} for row in csv.DictReader(io.StringIO(text))
        ]
    else:
        found = reading.entries(name, text)
    schema = json.loads((schemas.FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    wrong = [
        f"{error.json_path}: {error.message}" for error in jsonschema.Draft202012Validator(schema).iter_errors(found)
    ]
    assert wrong == []
    assert found


def test_a_schema_refuses_a_typing_error() -> None:
    schema = json.loads(schemas.schema("units"))
    right = {"id": "ha", "base": "ha", "kind": "area"}
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid([right])
    assert not validator.is_valid([right | {"simbol": "ha"}])
    assert not validator.is_valid([right | {"kind": "acre"}])
