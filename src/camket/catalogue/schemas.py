"""The JSON Schema of each kind of data file, from its record. `python -m camket.catalogue.schemas` writes them anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec

from camket.model.area import Area, Succession
from camket.model.body import Body, Position
from camket.model.composite import Composite
from camket.model.criteria import CriteriaSet
from camket.model.document_type import DocumentType
from camket.model.gazetteer import Gazetteer
from camket.model.identity import Identity
from camket.model.indicator import Indicator
from camket.model.published import PublishedValue
from camket.model.unit import Magnitude, PerUnit, Unit

KINDS: Mapping[str, type[msgspec.Struct]] = {
    "areas": Area,
    "bodies": Body,
    "composites": Composite,
    "criteria": CriteriaSet,
    "document_types": DocumentType,
    "gazetteer": Gazetteer,
    "identities": Identity,
    "indicators": Indicator,
    "magnitudes": Magnitude,
    "per_units": PerUnit,
    "positions": Position,
    "series": PublishedValue,
    "successions": Succession,
    "units": Unit,
}
"""The data file or folder, without its suffix, and the record of its entries."""

FOLDER = Path(__file__).parent / "schema"


def schema(kind: str) -> str:
    """The schema of a whole file of that kind, as the text of its schema file."""
    made = msgspec.json.schema(list[KINDS[kind]])  # type: ignore[valid-type]  # the record is known at run time
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=2) + "\n"


def write() -> None:
    """Write all schema files anew."""
    for kind in KINDS:
        (FOLDER / f"{kind}.json").write_text(schema(kind), encoding="utf-8")


if __name__ == "__main__":
    write()
