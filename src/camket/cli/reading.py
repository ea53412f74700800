"""What `camket read` shows: the parts of a document with their places, its text, its record, its pages as pictures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import click
import msgspec

from camket.cli.output import harmless, print_json, print_table, write
from camket.findings import finding_record
from camket.model.document import Block, Document
from camket.model.message import message
from camket.model.place import At, OnPage
from camket.read.folder import Input
from camket.read.places import at
from camket.report.layout import Cell
from camket.report.numbers import number
from camket.report.where import where
from camket.words import Language, say, term


def print_parts(document: Document, language: Language) -> None:
    """A line on the file, then each part: where it stands, what it is, its text; what is not of the text at the end."""
    pages = len(document.pages)
    about = message(
        "cli.read.about",
        format=document.format,
        letters=number(Decimal(len(document.text)), language),
        pages=pages or "-",
    )
    click.echo(f"{document.path}: {say(about, language)}")
    rows = [*_parts(document, language), *_asides(document, language)]
    if rows:
        print_table(("column.place", "column.kind_of_part", "column.text"), rows, language)


def print_text(document: Document) -> None:
    """The text alone, as facts count its letters."""
    click.echo(document.text, nl=not document.text.endswith("\n"))


def print_json_of(document: Document, language: Language) -> None:
    """The whole record of a document, one a line."""
    record = msgspec.structs.asdict(document) | {
        "findings": [finding_record(each, language) for each in document.findings]
    }
    print_json(msgspec.json.encode(record) + b"\n")


def write_pages(document: Document, given: Input, folder: Path, language: Language) -> None:
    """Each page as `NAME-1.png`, ...: every part framed, every fact marked.

    Raises:
        UsageError: a picture cannot be written.
        ReadError: the file can no longer be read.
    """
    from camket.cli.flow import facts_of
    from camket.read.loading import bytes_of
    from camket.read.pictures import page_picture

    if not document.pages:
        said = message("cli.read.no_pages", paper=document.id, format=document.format)
        click.echo(say(said, language), err=True)
        return
    data = bytes_of(given.path, given.members)
    facts = [box for _, fact in facts_of(document).facts() for box in _boxes(document, fact.start, fact.end)]
    parts = [box for block in document.blocks for box in _whole(_boxes(document, block.start, block.end))]
    for page in document.pages:
        picture = page_picture(data, page.number, facts, outlines=parts)
        write(folder / f"{document.id}-{page.number}.png", picture)
    said = message("cli.read.drawn", count=len(document.pages), folder=folder)
    click.echo(say(said, language), err=True)


def _boxes(document: Document, start: int, end: int) -> list[OnPage]:
    return [place for place in at(document, start, end) if isinstance(place, OnPage)]


def _whole(lines: Sequence[OnPage]) -> Iterator[OnPage]:
    """The boxes of lines as one for each page."""
    for page, group in groupby(lines, key=lambda box: box.page):
        boxes = list(group)
        left, top = min(box.left for box in boxes), min(box.top for box in boxes)
        yield OnPage(page, left, top, max(box.right for box in boxes), max(box.bottom for box in boxes))


def _parts(document: Document, language: Language) -> Iterator[list[Cell]]:
    if not document.blocks:
        for number, line in enumerate(document.text.splitlines(), start=1):
            if line.strip():
                line_place = say(message("place.line", number=number), language)
                yield [Cell(line_place, "quiet"), Cell(term("block.paragraph", language)), Cell(harmless(line))]
        return
    for _, blocks in groupby(document.blocks, key=_row_of):
        row = list(blocks)
        place = _place(document, row[0])
        text = " │ ".join(harmless(document.text[block.start : block.end]) for block in row)
        yield [
            Cell(where(place, language) if place is not None else "", "quiet"),
            Cell(term(f"block.{row[0].kind}", language)),
            Cell(text),
        ]


def _row_of(block: Block) -> tuple[int | None, int | None, int]:
    """The cells of a row go together, every other part by itself."""
    return block.table, block.row, -1 if block.table is not None else block.start


def _place(document: Document, block: Block) -> At | None:
    """Where the part begins."""
    number = bisect_left(document.places, block.start, key=lambda place: place.end - 1)
    if number < len(document.places) and document.places[number].start < block.end:
        return document.places[number].at
    return None


def _asides(document: Document, language: Language) -> Iterator[list[Cell]]:
    for aside in document.asides:
        place = where(aside.at, language) if aside.at is not None else ""
        text = harmless(" ".join(aside.text.split()))
        yield [Cell(place, "quiet"), Cell(term(f"aside.{aside.kind}", language), "quiet"), Cell(text, "quiet")]
