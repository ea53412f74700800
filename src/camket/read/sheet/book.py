"""What a workbook holds, whatever its format: sheets of filled cells, and what a person does not see of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from camket.model.document import Aside
from camket.model.place import InCell

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


class Cell(NamedTuple):
    """A filled cell, rows and columns counted from 1; it reaches down to `last_row` and right to `last_column`.

    `number` where it holds a number and not its text.
    """

    row: int
    column: int
    text: str
    number: bool
    last_row: int
    last_column: int


class Row(NamedTuple):
    """A row that a person sees, with its filled cells from left to right."""

    number: int
    cells: tuple[Cell, ...]


class Area(NamedTuple):
    """A rectangle of cells that are one."""

    row: int
    column: int
    last_row: int
    last_column: int


class Filled(NamedTuple):
    """The text of a cell as it is shown, and whether it is a number."""

    text: str
    number: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet while it is read; a builder of the reader, not a record: it does not leave `camket.read.sheet`.

    Attributes:
        name: as its tab says.
        cells: by row and column.
        merged: cells that are one.
        hidden_rows, hidden_columns: first and last of each range that a person does not see.
        heads: rows that the file says are the heads of a table: those repeated on each printed page, or frozen.
        faulty: names of cells whose formula ends in an error.
        uncounted: names of cells with a formula that no program has worked out.
        asides: comments, running heads and feet.
        cut: the name of the last cell where the limit of cells ended the reading.
        broken: the same where the file breaks off; empty where that is before the first cell.
    """

    name: str
    cells: dict[tuple[int, int], Filled] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    faulty: list[str] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    cut: str | None = None
    broken: str | None = None

    def named(self, row: int, column: int) -> str:
        """`B7`."""
        return InCell(self.name, row, column).name


@dataclass(slots=True)
class Book:
    """A workbook while it is read; see `Sheet`.

    Attributes:
        sheets: those that a person sees, in order.
        hidden: names of those that a person does not see.
        macros, links: whether it holds programs, and whether it takes values from other files.
        plain: whether the way in which numbers are shown could not be read.
        torn: whether texts of cells are missing.
    """

    sheets: list[Sheet] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    macros: bool = False
    links: bool = False
    plain: bool = False
    torn: bool = False


class Ranges:
    """Numbers in ranges that may overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        joined: list[list[int]] = []
        for first, last in sorted(ranges):
            if joined and first <= joined[-1][1] + 1:
                joined[-1][1] = max(joined[-1][1], last)
            else:
                joined.append([first, last])
        self._firsts: Sequence[int] = [first for first, _ in joined]
        self._lasts: Sequence[int] = [last for _, last in joined]

    def __contains__(self, number: int) -> bool:
        return self.after(number) != number

    def after(self, number: int) -> int:
        """The number itself where no range holds it, else the first behind its range."""
        place = bisect_right(self._firsts, number) - 1
        return self._lasts[place] + 1 if place >= 0 and number <= self._lasts[place] else number

    def outside(self, first: int, last: int) -> bool:
        """Whether some number from `first` to `last` is in no range."""
        return self.after(first) <= last


class Seen(NamedTuple):
    """What a person sees of a sheet, and how many rows and columns with text of it are hidden."""

    rows: list[Row]
    hidden_rows: int
    hidden_columns: int
    unseen_rows: Ranges


_TALLEST = 5_000
"""Rows of a merged area in which cells below it are looked for."""


def seen(sheet: Sheet) -> Seen:
    """The rows of a sheet without hidden rows and columns.

    Merged cells stand where the part of them that is seen begins; the one of them that is shown is the first.
    """
    rows, columns = Ranges(sheet.hidden_rows), Ranges(sheet.hidden_columns)
    reaching = {(area.row, area.column): area for area in sheet.merged}
    covered = _covered(sheet)
    by_row: dict[int, list[Cell]] = {}
    lost_rows: set[int] = set()
    lost_columns: set[int] = set()
    for (row, column), filled in sheet.cells.items():
        area = reaching.get((row, column)) or Area(row, column, row, column)
        if not rows.outside(row, area.last_row):
            lost_rows.add(row)
        elif not columns.outside(column, area.last_column):
            lost_columns.add(column)
        elif (row, column) not in covered:
            first = rows.after(row)
            cell = Cell(first, columns.after(column), filled.text, filled.number, area.last_row, area.last_column)
            by_row.setdefault(first, []).append(cell)
    listed = [Row(row, tuple(sorted(by_row[row], key=lambda cell: cell.column))) for row in sorted(by_row)]
    return Seen(listed, len(lost_rows), len(lost_columns), rows)


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    """Filled cells that a merged area hides behind its first one."""
    by_row: dict[int, list[Area]] = {}
    for area in sheet.merged:
        for row in range(area.row, min(area.last_row, area.row + _TALLEST) + 1):
            by_row.setdefault(row, []).append(area)
    return {
        (row, column)
        for row, column in sheet.cells
        for area in by_row.get(row, ())
        if area.column <= column <= area.last_column and (row, column) != (area.row, area.column)
    }
