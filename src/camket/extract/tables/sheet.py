"""Tables that the file itself tells: cells set in rows and columns, joined cells in every place that they cover.

A joined cell is one cell: all places that it covers hold the same range of the text, by which they are known as one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from camket.extract.tables.cell import Cell
from camket.grammar.engine import Reading
from camket.model.document import Block

MOST_COLUMNS = 256
"""Columns of a table that are read; the widest statistics have about a hundred."""


class Sheet(NamedTuple):
    """A table of a file.

    Attributes:
        columns: the numbers that the file gives to the columns, of those in which a cell begins.
        rows: for each row in which a cell begins its cells, one a column, blank where there is none.
        reach: for each row up to which row, exclusive, its cells reach down.
        named: the rows of which the file says that they head the columns.
        wider: whether the file has more columns than are read.
    """

    columns: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    reach: tuple[int, ...]
    named: frozenset[int]
    wider: bool

    @property
    def start(self) -> int:
        """Where it begins in the folded text."""
        return min(cell.start for cell in self.rows[0] if cell.low)

    @property
    def end(self) -> int:
        """Where it ends."""
        return max(cell.end for cell in self.rows[-1] if cell.low)


def find_sheets(reading: Reading, blocks: Iterable[Block]) -> list[Sheet]:
    """The tables of a document in the order of the text."""
    cells = (block for block in blocks if block.kind == "table_cell" and block.row is not None)
    return [_sheet(reading, list(group)) for _, group in groupby(cells, attrgetter("table"))]


def _sheet(reading: Reading, blocks: list[Block]) -> Sheet:
    all_columns = sorted({block.column or 0 for block in blocks})
    columns = all_columns[:MOST_COLUMNS]
    numbers = sorted({block.row or 0 for block in blocks})
    rows: list[list[Cell | None]] = [[None] * len(columns) for _ in numbers]
    reach = list(range(1, len(numbers) + 1))
    named: list[list[bool]] = [[] for _ in numbers]
    for block in blocks:
        row, column = bisect_left(numbers, block.row or 0), bisect_left(columns, block.column or 0)
        if column == len(columns):
            continue
        cell = _cell(reading, block)
        last = bisect_left(numbers, numbers[row] + block.rows)
        reach[row] = max(reach[row], last)
        named[row].append(block.head)
        right = bisect_left(columns, columns[column] + block.columns)
        for down in range(row, last):
            for across in range(column, right):
                if rows[down][across] is None or (down, across) == (row, column):
                    rows[down][across] = cell
    return Sheet(
        tuple(columns),
        tuple(_filled(row) for row in rows),
        tuple(reach),
        frozenset(at for at, told in enumerate(named) if told and all(told)),
        len(all_columns) > MOST_COLUMNS,
    )


def _cell(reading: Reading, block: Block) -> Cell:
    start, end = reading.folded.at(block.start), reading.folded.at(block.end)
    low = reading.low[start:end]
    kept = low.strip()
    start += len(low) - len(low.lstrip())
    return Cell(start, start + len(kept), " ".join(kept.split()) if "\n" in kept or "  " in kept else kept)


def _filled(row: Sequence[Cell | None]) -> tuple[Cell, ...]:
    """The row with blank cells where it has none, each right after the filled one before it."""
    at = next(cell.start for cell in row if cell is not None)
    cells: list[Cell] = []
    for cell in row:
        cells.append(cell if cell is not None else Cell(at, at, ""))
        at = cells[-1].end
    return tuple(cells)
