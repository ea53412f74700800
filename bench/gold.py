"""Gold papers: a folder of annotations with the texts beside them, in a folder that is named, or in the samples."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

import camket.samples
from camket.exchange.guide import document_json
from camket.extract import extract
from camket.extract.confidence import traits
from camket.extract.lexicon import lexicon
from camket.grammar.engine import Reading
from camket.model.extraction import FACT_KINDS
from camket.read import read

SAMPLES = Path(camket.samples.__file__).parent
SUFFIXES = (".txt", ".html")
Facts = dict[str, list[dict[str, Any]]]


class GoldError(ValueError):
    """A folder of annotations cannot be scored; says why."""


class Paper(NamedTuple):
    """A paper with what people found in it (`gold`, the kinds that they looked for) and what camket finds (`found`).

    `traits` are those of each figure found, by which its confidence is weighed.
    """

    name: str
    text: str
    gold: Facts
    found: Facts
    traits: tuple[tuple[str, ...], ...] = ()


class Papers(NamedTuple):
    """The papers of some folders, and the names of the annotations whose texts are not there."""

    read: list[Paper]
    without_text: list[str]


def papers(folders: Sequence[Path], texts: Sequence[Path] = ()) -> Papers:
    """The annotated papers of folders, read.

    Args:
        folders: each holds `NAME.json` for every paper.
        texts: where to look for `NAME.txt` or `NAME.html`, before the folder itself, its `texts/` and the samples.

    Raises:
        GoldError: a folder is not there, a file is no annotation, or no annotation has its text.
    """
    found = Papers([], [])
    for folder in (*folders, *texts):
        if not folder.is_dir():
            raise GoldError(f"there is no folder {folder}")
    for folder in folders:
        for file in sorted(folder.glob("*.json")):
            source = _source(file.stem, (*texts, folder, folder / "texts", SAMPLES))
            if source is None:
                found.without_text.append(file.stem)
            else:
                found.read.append(_paper(file, source))
    if not found.read:
        raise GoldError(f"no annotated paper with its text in {', '.join(map(str, folders))}")
    return found


def _paper(file: Path, source: Path) -> Paper:
    try:
        annotated = json.loads(file.read_bytes())
        gold: Facts = {kind: annotated[kind] for kind in FACT_KINDS if kind in annotated}
    except (ValueError, TypeError) as error:
        raise GoldError(f"{file} is no annotation: {error}") from error
    extraction = extract(read(source))
    found = msgspec.json.decode(document_json(extraction))
    text, head = extraction.document.text, extraction.document.head
    folded = Reading(text, lexicon()).folded
    shown = tuple(traits(figure, folded, head) for figure in extraction.figures)
    return Paper(file.stem, text, gold, {kind: found[kind] for kind in FACT_KINDS}, shown)


def _source(name: str, places: Sequence[Path]) -> Path | None:
    sources = (place / f"{name}{suffix}" for place in places for suffix in SUFFIXES)
    return next((source for source in sources if source.is_file()), None)
