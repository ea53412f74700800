"""Gathers the text of a file with its blocks and places, in the order of reading.

Every block has a line of its own. A table has a line for each row, its cells joined by tabs; a cell is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from camket.model.document import Block, BlockKind
from camket.model.place import At, Place


class Piece(NamedTuple):
    """A run of text that stands at one place of the file: a word on a page, a paragraph of a Word file."""

    text: str
    at: At | None = None


class CellText(NamedTuple):
    """A cell of a row: its column from 0, its text as pieces, over how many rows and columns it reaches."""

    column: int
    pieces: Sequence[Piece]
    rows: int = 1
    columns: int = 1
    head: bool = False


class Written(NamedTuple):
    """The text, its blocks and its places."""

    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]


class Writer:
    """See the module. Pieces are written as they are: who makes them puts the blanks between words."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._places: list[Place] = []
        self.length = 0

    @property
    def last(self) -> Block | None:
        """The block written last."""
        return self._blocks[-1] if self._blocks else None

    def block(self, kind: BlockKind, pieces: Iterable[Piece]) -> None:
        """A block other than a cell; nothing where it is blank."""
        start, kept = self.length, list(pieces)
        for piece in kept:
            if piece.text and not piece.text.isspace():
                break
        else:
            return
        self._put(kept)
        self._blocks.append(Block(start=start, end=self.length, kind=kind))
        self._line_end("\n")

    def lines(self, lines: Iterable[tuple[str, BlockKind, At]]) -> None:
        """Blocks of one piece each; nothing of one that is blank."""
        pieces, places, blocks, start = self._pieces, self._places, self._blocks, self.length
        for text, kind, at in lines:
            if text and not text.isspace():
                end = start + len(text)
                places.append(Place(start, end, at))
                blocks.append(Block(start=start, end=end, kind=kind))
                pieces += (text, "\n")
                start = end + 1
        self.length = start

    def row(self, cells: Sequence[CellText], table: int, row: int) -> None:
        """A row of a table, given with its empty cells; those get no block, and a row without any text no line."""
        if not any(piece.text.strip() for cell in cells for piece in cell.pieces):
            return
        for place, cell in enumerate(cells):
            if place:
                self._line_end("\t")
            if any(piece.text.strip() for piece in cell.pieces):
                self._cell(cell, table, row)
        self._line_end("\n")

    def result(self) -> Written:
        """What was written so far."""
        return Written("".join(self._pieces), tuple(self._blocks), tuple(self._places))

    def _cell(self, cell: CellText, table: int, row: int) -> None:
        start = self.length
        self._put(cell.pieces)
        block = Block(
            start=start, end=self.length, kind="table_cell", table=table, row=row, column=cell.column,
            rows=cell.rows, columns=cell.columns, head=cell.head,
        )  # fmt: skip
        self._blocks.append(block)

    def _put(self, pieces: Iterable[Piece]) -> None:
        for text, at in pieces:
            if at is not None and text:
                self._places.append(Place(self.length, self.length + len(text), at))
            self._pieces.append(text)
            self.length += len(text)

    def _line_end(self, mark: str) -> None:
        self._pieces.append(mark)
        self.length += len(mark)
