"""The tables of a paper or workbook as rows of words, whatever file they come from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from camket.grammar.fold import fold
from camket.model.document import Block, Document
from camket.model.place import InCell
from camket.model.workbook import GridCell, GridSheet, Workbook

_MOST_COLUMNS = 256


class Cell(NamedTuple):
    """A cell: its words without blanks at the edges, and where it stands in the text; 0 in a workbook, without text."""

    text: str
    start: int
    end: int


class Row(NamedTuple):
    """A row: its cells by column, None where there is none; `own` the columns in which a cell begins."""

    number: int
    cells: tuple[Cell | None, ...]
    own: frozenset[int]

    def text(self, column: int | None) -> str:
        """The words of a column; empty where it has none, or where there is no such column."""
        cell = self.cells[column] if column is not None and column < len(self.cells) else None
        return cell.text if cell is not None else ""


class Table(NamedTuple):
    """A table with the words that stand right above it (its title, its unit), and what its sheet is called."""

    rows: tuple[Row, ...]
    above: str
    sheet: str


def tables_of(paper: Document | Workbook) -> tuple[Table, ...]:
    """The tables of a paper or workbook in their order; joined cells stand in every place that they cover.

    Of a workbook each sheet that people see is one, with all that its cells hold: what heads a list of work is no head
    of statistics, and would stand apart. The number of a row is that of the sheet, elsewhere its place in the table
    from 1.
    """
    if isinstance(paper, Workbook):
        return tuple(_grid(sheet) for sheet in paper.sheets if sheet.rows and not sheet.hidden)
    document = paper
    at = {place.start: place.at for place in document.places if isinstance(place.at, InCell)}
    if at:
        return _sheets(document, at)
    cells = [block for block in document.blocks if block.kind == "table_cell" and block.row is not None]
    found, last = [], 0
    for _, group in groupby(cells, key=lambda block: block.table):
        blocks = list(group)
        pieces = [
            _Piece(each.row or 0, each.column or 0, each.rows, each.columns, _cell(document, each)) for each in blocks
        ]
        found.append(_table(pieces, document.text[last : min(block.start for block in blocks)], ""))
        last = max(block.end for block in blocks)
    return tuple(found)


def _grid(sheet: GridSheet) -> Table:
    pieces = [_in_grid(row.number, cell) for row in sheet.rows for cell in row.cells]
    return _table(pieces, "", sheet.name)


def _in_grid(row: int, cell: GridCell) -> _Piece:
    down, across = max(cell.last_row - row, 0) + 1, max(cell.last_column - cell.column, 0) + 1
    return _Piece(row - 1, cell.column - 1, down, across, Cell(cell.text.strip(), 0, 0))


class _Piece(NamedTuple):
    """A cell with its place from 0, and over how many rows and columns it reaches."""

    row: int
    column: int
    rows: int
    columns: int
    cell: Cell


def _cell(document: Document, block: Block) -> Cell:
    return Cell(document.text[block.start : block.end].strip(), block.start, block.end)


def _sheets(document: Document, at: dict[int, InCell]) -> tuple[Table, ...]:
    sheets: dict[str, list[_Piece]] = {}
    for block in document.blocks:
        place = at.get(block.start)
        if place is not None:
            piece = _Piece(place.row - 1, place.column - 1, block.rows, block.columns, _cell(document, block))
            sheets.setdefault(place.sheet, []).append(piece)
    return tuple(_table(pieces, "", sheet) for sheet, pieces in sheets.items())


def _table(pieces: Sequence[_Piece], above: str, sheet: str) -> Table:
    width = min(max(piece.column + piece.columns for piece in pieces), _MOST_COLUMNS)
    rows: dict[int, list[Cell | None]] = {}
    own: dict[int, set[int]] = {}
    for piece in pieces:
        own.setdefault(piece.row, set()).add(piece.column)
        for down in range(piece.row, piece.row + piece.rows):
            line = rows.setdefault(down, [None] * width)
            for across in range(piece.column, min(piece.column + piece.columns, width)):
                if line[across] is None or (down, across) == (piece.row, piece.column):
                    line[across] = piece.cell
    made = tuple(Row(number + 1, tuple(line), frozenset(own.get(number, ()))) for number, line in sorted(rows.items()))
    return Table(made, above, sheet)


def heads(table: Table, first: int, last: int) -> tuple[str, ...]:
    """The folded words over each column, those of upper rows first, each once.

    A blank place in an upper row, above a filled one, belongs to the words on its left: files that know no joined cells
    leave it blank.
    """
    lines = [[" ".join(fold(row.text(at)).split()).strip(" .:") for at in range(_width(table))] for row in table.rows]
    said: list[list[str]] = []
    for place in range(first, last):
        line = list(lines[place])
        for column in range(1, len(line)):
            if (
                not line[column]
                and place + 1 < last
                and lines[place + 1][column]
                and not table.rows[place].cells[column]
            ):
                line[column] = line[column - 1]
        said.append(line)
    return tuple(" | ".join(dict.fromkeys(filter(None, column))) for column in zip(*said, strict=True))


def _width(table: Table) -> int:
    return len(table.rows[0].cells)
