"""What a part of a Word file holds, in order: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from camket.model.document import BlockKind
from camket.model.place import InPart


class Paragraph(NamedTuple):
    """A paragraph as it is shown: tabs stand in it as tabs, line breaks as line ends.

    Attributes:
        text: its letters, its number in front where it has one.
        kind: heading, item of a list, footnote, or running text.
        at: where it stands.
    """

    text: str
    kind: BlockKind
    at: InPart


class Cell(NamedTuple):
    """A cell: its column from 0, over how many columns and rows it reaches, and what stands in it."""

    column: int
    columns: int
    rows: int
    items: list[Item]


class Row(NamedTuple):
    """A row: its cells, and whether the file says that it heads the table on each page."""

    cells: list[Cell]
    head: bool


class Table(NamedTuple):
    """A table: its rows."""

    rows: list[Row]


Item = Paragraph | Table


def paragraphs_of(items: Iterable[Item]) -> Iterator[Paragraph]:
    """All paragraphs, those in tables too."""
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        else:
            for row in item.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.items)
