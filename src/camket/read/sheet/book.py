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


@dataclass(slots=True)
class Sheet:
    """A sheet while it is read; a builder of the reader, not a record: it does not leave `camket.read.sheet`.

    Attributes:
        name: as its tab says.
        rows: by number, the filled cells of each.
        count: how many cells that are.
        merged: cells that are one.
        hidden_rows, hidden_columns: first and last of each range that a person does not see.
        heads: rows that the file says are the heads of a table: those repeated on each printed page, or frozen.
        faulty: names of cells whose formula ends in an error.
        uncounted: names of cells with a formula that no program has worked out.
        asides: comments, running heads and feet.
        cut: the name of the last cell where the limit of cells ended the reading.
        broken: the same where the file breaks off; empty where that is before the first cell.
        hidden: whether a person does not see it; only where everything was asked for.
    """

    name: str
    rows: dict[int, list[Cell]] = field(default_factory=dict)
    count: int = 0
    merged: list[Area] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    faulty: list[str] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    cut: str | None = None
    broken: str | None = None
    hidden: bool = False

    def put(self, row: int, column: int, text: str, *, number: bool = False) -> None:
        """A filled cell, from left to right within a row where that costs nothing."""
        cell = Cell(row, column, text, number, row, column)
        held = self.rows.get(row)
        if held is None:
            self.rows[row] = [cell]
        else:
            held.append(cell)
        self.count += 1

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
        old_fonts: names of the fonts whose letters were converted.
    """

    sheets: list[Sheet] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    macros: bool = False
    links: bool = False
    plain: bool = False
    torn: bool = False
    old_fonts: set[str] = field(default_factory=set)


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


class Seen(NamedTuple):
    """What a person sees of a sheet, and how many rows and columns with text of it are hidden."""

    rows: list[Row]
    hidden_rows: int
    hidden_columns: int
    unseen_rows: Ranges


def seen(sheet: Sheet) -> Seen:
    """The rows of a sheet without hidden rows and columns.

    Merged cells stand where the part of them that is seen begins; the one of them that is shown is the first.
    """
    hidden = Ranges(sheet.hidden_rows)
    if not sheet.hidden_rows and not sheet.hidden_columns and not sheet.merged:
        return Seen([_row(number, sheet.rows[number]) for number in sorted(sheet.rows)], 0, 0, hidden)
    view = _View(sheet, hidden)
    for number, cells in sheet.rows.items():
        view.take(number, cells)
    listed = [_row(number, view.rows[number]) for number in sorted(view.rows)]
    return Seen(listed, len(view.lost_rows), len(view.lost_columns), hidden)


def _row(number: int, cells: list[Cell]) -> Row:
    return Row(number, tuple(sorted(cells, key=_column)))


def _column(cell: Cell) -> int:
    return cell.column


_TALLEST = 5_000
"""Rows of a merged area in which cells below it are looked for."""


class _View:
    """Takes rows and keeps what is seen of them."""

    def __init__(self, sheet: Sheet, hidden: Ranges) -> None:
        self.rows: dict[int, list[Cell]] = {}
        self.lost_rows: set[int] = set()
        self.lost_columns: set[int] = set()
        self._hidden, self._columns = hidden, Ranges(sheet.hidden_columns)
        self._first = {(area.row, area.column): area for area in sheet.merged}
        self._over: dict[int, list[Area]] = {}
        for area in sheet.merged:
            for row in range(area.row, min(area.last_row, area.row + _TALLEST) + 1):
                self._over.setdefault(row, []).append(area)

    def take(self, number: int, cells: list[Cell]) -> None:
        """A row of the file."""
        areas = self._over.get(number, ())
        if not areas and number in self._hidden:
            self.lost_rows.add(number)
            return
        for cell in cells:
            area = self._first.get((number, cell.column)) if areas else None
            if area is not None:
                self._merged(cell, area)
            elif any(each.column <= cell.column <= each.last_column for each in areas):
                continue
            elif number in self._hidden:
                self.lost_rows.add(number)
            elif cell.column in self._columns:
                self.lost_columns.add(cell.column)
            else:
                self.rows.setdefault(number, []).append(cell)

    def _merged(self, cell: Cell, area: Area) -> None:
        row, column = self._hidden.after(cell.row), self._columns.after(cell.column)
        if row > area.last_row:
            self.lost_rows.add(cell.row)
        elif column > area.last_column:
            self.lost_columns.add(cell.column)
        else:
            placed = Cell(row, column, cell.text, cell.number, area.last_row, area.last_column)
            self.rows.setdefault(row, []).append(placed)
