"""Gold papers: a folder of annotations with the texts beside them, or in the package's samples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

import camket.samples
from camket.exchange.guide import document_json
from camket.extract import extract
from camket.model.extraction import FACT_KINDS
from camket.read import read

SAMPLES = Path(camket.samples.__file__).parent
SUFFIXES = (".txt", ".html")


class Paper(NamedTuple):
    """A paper with what people found in it (`gold`) and what camket finds (`found`), by kind."""

    name: str
    text: str
    gold: dict[str, list[dict[str, Any]]]
    found: dict[str, list[dict[str, Any]]]


def papers(folder: Path) -> Iterator[Paper]:
    """The annotated papers of a folder whose texts are there, in `texts/`, in a sibling folder or in the samples."""
    for file in sorted(folder.glob("*.json")):
        source = _source(file)
        if source is None:
            continue
        gold = json.loads(file.read_text(encoding="utf-8"))
        extraction = extract(read(source))
        found = msgspec.json.decode(document_json(extraction))
        yield Paper(
            file.stem,
            extraction.document.text,
            {kind: gold.get(kind, []) for kind in FACT_KINDS},
            {kind: found[kind] for kind in FACT_KINDS},
        )


def _source(file: Path) -> Path | None:
    places = (
        file.parent,
        file.parent / "texts",
        file.parent.parent / "texts",
        file.parent.parent.parent / file.parent.name,
        SAMPLES,
    )
    for place in places:
        for suffix in SUFFIXES:
            source = place / f"{file.stem}{suffix}"
            if source.is_file():
                return source
    return None
