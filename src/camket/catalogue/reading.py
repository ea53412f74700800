"""Read the data files of the catalogue into records, strictly: a wrong entry is named, never skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import GenericAlias
from typing import TypeVar, cast

import msgspec

from camket import plain_yaml
from camket.errors import CatalogueError
from camket.kept import kept
from camket.typed import typed

Record = TypeVar("Record", bound=msgspec.Struct)


def folder() -> Path:
    """Where the data files of the catalogue lie."""
    return Path(__file__).parent


def files(name: str, suffix: str = ".yaml") -> Iterator[tuple[str, str]]:
    """Name and text of a data file, or of every file of a folder, in the order of their names."""
    place = folder().joinpath(name)
    if place.is_file():
        yield name, place.read_text(encoding="utf-8")
        return
    for file in sorted(place.iterdir(), key=lambda each: each.name):
        if file.name.endswith(suffix):
            yield f"{name}/{file.name}", file.read_text(encoding="utf-8")


def entries(file: str, text: str) -> list[object]:
    """The entries of a YAML file, not yet checked.

    Raises:
        CatalogueError: where the file is no YAML, has a doubled key, or is no list.
    """
    try:
        loaded = plain_yaml.load(text)
    except plain_yaml.NotPlainError as error:
        raise CatalogueError("catalogue.unreadable", file=file, reason=" ".join(str(error).split())) from error
    if not isinstance(loaded, list):
        raise CatalogueError("catalogue.no_list", file=file)
    return loaded


def records(name: str, kind: type[Record]) -> tuple[Record, ...]:
    """All entries of a data file or folder as records.

    Raises:
        CatalogueError: naming the file, the entry, and what is wrong with it.
    """
    several = cast("type[tuple[Record, ...]]", GenericAlias(tuple, (kind, ...)))
    return kept("records", f"{kind.__name__} {name}", several, lambda: tuple(_records(name, kind)))


def _records(name: str, kind: type[Record]) -> Iterator[Record]:
    for file, text in files(name):
        yield from (_record(file, entry, kind) for entry in entries(file, text))


def rows(name: str, kind: type[Record]) -> tuple[Record, ...]:
    """All rows of the CSV files of a folder as records; an empty cell is a field left out.

    Raises:
        CatalogueError: naming the file, the row, and what is wrong with it.
    """
    import csv  # few readers ask for series
    from io import StringIO

    found: list[Record] = []
    for file, text in files(name, ".csv"):
        for number, row in enumerate(csv.DictReader(StringIO(text)), start=2):
            filled = {column: cell for column, cell in row.items() if cell != ""}
            try:
                found.append(msgspec.convert(filled, typed(kind)))
            except msgspec.ValidationError as error:
                raise CatalogueError("catalogue.wrong_entry", file=file, entry=number, reason=error) from error
    return tuple(found)


def _record(file: str, entry: object, kind: type[Record]) -> Record:
    try:
        return msgspec.convert(entry, typed(kind))
    except msgspec.ValidationError as error:
        raise CatalogueError("catalogue.wrong_entry", file=file, entry=_label(entry), reason=error) from error


def _label(entry: object) -> str:
    """What a person would look for in the file: the id of the entry, else its beginning."""
    if isinstance(entry, dict):
        for key in ("id", "slug", "head", "per"):
            if key in entry:
                return str(entry[key])
    return str(entry)[:60]
