"""A table that the file tells, cut into what it holds: titles, a head, the rows under it, maybe another head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from camket.extract.tables.cell import Cell, value_of
from camket.extract.tables.grid import (
    NUMBERING,
    Grid,
    Line,
    completes,
    is_data,
    is_fixed,
    is_head,
    is_headish,
    is_index,
    is_name,
)
from camket.extract.tables.groups import with_groups
from camket.extract.tables.sheet import Sheet, find_sheets
from camket.extract.tables.span import Parts
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.document import Block

_LINE = expression(r"\S(?:[^\n]*\S)?")
_HEADS_ANOTHER = expression(
    r"[.;:]$|^(?:bảng|biểu|phụ lục|đơn vị|đvt)(?!\w)|(?<!\d)(?:19|20)\d\d(?!\d)|(?:tháng|quý) [\di]"
)
"""A line that ends a table: running text, the caption of another, a time of its own."""
_MOST_BETWEEN, _LONGEST_BETWEEN = 2, 120
_HEAD_ROWS, _TITLE_ROWS = 5, 12
"""Rows of a head, and rows of titles and notes that may stand over it in the same table."""


class Framed(NamedTuple):
    """The tables of a document whose cells the file tells, and the ranges of the folded text that they take up.

    `wider` are those with more columns than are read.
    """

    grids: tuple[Grid, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()
    wider: tuple[tuple[int, int], ...] = ()


NO_CELLS = Framed()


def framed(reading: Reading, blocks: Iterable[Block]) -> Framed:
    """The tables that the blocks of a document tell."""
    sheets = find_sheets(reading, blocks)
    return Framed(
        tuple(_grids_of(reading, sheets)),
        tuple((sheet.start, sheet.end) for sheet in sheets),
        tuple((sheet.start, sheet.end) for sheet in sheets if sheet.wider),
    )


def apart(told: Framed, wanted: Callable[[Grid], bool]) -> tuple[list[Grid], Framed]:
    """The tables that are wanted, and the others."""
    found = [grid for grid in told.grids if wanted(grid)]
    return found, told._replace(grids=tuple(grid for grid in told.grids if grid not in found))


def _grids_of(reading: Reading, sheets: Iterable[Sheet]) -> list[Grid]:
    """The tables in the sheets; one that goes on in the next, under the same head or none, is one table."""
    found: list[Grid] = []
    for sheet in sheets:
        for grid in _grids(sheet):
            going_on = _going_on(reading, found[-1], grid) if found else None
            if going_on is not None:
                found[-1] = going_on
            else:
                found.append(grid)
    return [_settled(with_groups(grid)) for grid in found if grid.rows]


def _settled(grid: Grid) -> Grid:
    """The table; one whose head leaves a column of values without words has its words set by what they say.

    Where a file has lost how far the cells of a head reach, they stand too far to the left.
    """
    first = next((at for at, parts in enumerate(grid.parts) if any(map(is_name, parts))), 0)
    nameless = [at for at, parts in enumerate(grid.parts) if at > first and not any(parts)]
    rows = [line for line in grid.rows if is_data(line)]
    if not any(sum(value_of(line.cells[at].low) is not None for line in rows) * 2 > len(rows) for at in nameless):
        return grid
    head = tuple(line._replace(cells=tuple(cell for cell in line.cells if cell.low)) for line in grid.head)
    return grid._replace(head=head, parts=())


def _grids(sheet: Sheet) -> list[Grid]:
    lines = [_line(cells) for cells in sheet.rows]
    found: list[Grid] = []
    at = 0
    while at < len(lines):
        first, last = _head(sheet, lines, at)
        after = _end(sheet, lines, last, lines[first:last])
        head = tuple(lines[first:last])
        rows = _rows(lines[last:after], head)
        if rows or head:
            found.append(Grid(head, tuple(rows), "cell", _parts(sheet.rows[first:last]), sheet.columns))
        at = max(after, at + 1)
    return found


def _line(cells: Sequence[Cell]) -> Line:
    """A row as a line; one of a single cell, however far that reaches, is a name alone."""
    filled = [cell for cell in cells if cell.low]
    start, end = min(cell.start for cell in filled), max(cell.end for cell in filled)
    if len({cell.start for cell in filled}) == 1:
        return Line(start, end, (filled[0],), "", start)
    return Line(start, end, tuple(cells), "cell", start)


def _once(line: Line) -> Line:
    """The line with each joined cell once."""
    cells = [next(group) for _, group in groupby(line.cells, key=lambda cell: (cell.start, cell.low))]
    return line._replace(cells=tuple(cells))


def _head(sheet: Sheet, lines: list[Line], at: int) -> tuple[int, int]:
    """The rows, from the first up to the last exclusive, that head those below from a row on; none are equal."""
    named = next((row for row in range(at, min(at + _TITLE_ROWS, len(lines))) if row in sheet.named), None)
    if named is not None and not any(is_data(line) for line in lines[at:named]):
        last = named
        while last in sheet.named:
            last += 1
        return named, _down(sheet, lines, named, last)
    for row in range(at, min(at + _TITLE_ROWS, len(lines))):
        line = _once(lines[row])
        if is_data(line):
            break
        if is_head(line):
            return _up(lines, at, row), _down(sheet, lines, row, row + 1)
    return _over_values(lines, at)


def _up(lines: list[Line], at: int, row: int) -> int:
    """The first row of a head of which one row is known: those above share a joined cell with it, or part it too."""
    while row > at and row - at < _HEAD_ROWS and lines[row - 1].mode:
        shared = {cell.start for cell in lines[row - 1].cells if cell.low} & {
            cell.start for cell in lines[row].cells if cell.low
        }
        words = [cell.low for cell in lines[row - 1].cells if cell.low]
        if not shared and not all(is_headish(word) and not is_fixed(word) for word in words):
            break
        row -= 1
    return row


def _down(sheet: Sheet, lines: list[Line], first: int, last: int) -> int:
    """The end of a head that begins with a row: as far as its cells reach, and rows that look like a head."""
    most = min(first + _HEAD_ROWS, len(lines))
    while last < most:
        goes_on = _goes_on(lines[last]) or completes(lines[last], lines[last - 1])
        if last >= max(sheet.reach[first:last]) and not goes_on:
            break
        last += 1
    return last


def _goes_on(line: Line) -> bool:
    words = [cell.low for cell in _once(line).cells if cell.low]
    if not line.mode or is_index(line) or is_data(line) or NUMBERING.fullmatch(words[0]):
        return False
    return sum(is_headish(word) for word in words) * 2 > len(words)


def _over_values(lines: list[Line], at: int) -> tuple[int, int]:
    """The head whose words tell nothing: the rows over the first that holds values, numbers columns or is numbered."""
    for row in range(at, min(at + _TITLE_ROWS, len(lines))):
        line = lines[row]
        if not line.mode:
            continue
        if is_data(line) or is_index(_once(line)):
            first = row
            while first > at and row - first < _HEAD_ROWS and lines[first - 1].mode:
                first -= 1
            return first, row
        if row > at and NUMBERING.fullmatch(line.cells[0].low):
            return max(at, row - 1), row
    return at, at


def _end(sheet: Sheet, lines: list[Line], at: int, head: Sequence[Line]) -> int:
    """Where the rows under a head end: with the table, or before another head."""
    for row in range(at, len(lines)):
        line = _once(lines[row])
        if row > at and (is_head(line) or row in sheet.named) and not is_data(line) and not _repeats(line, head):
            return row
    return len(lines)


def _repeats(line: Line, head: Sequence[Line]) -> bool:
    """Whether a line is one of the head, printed again on the next page."""
    words = [cell.low for cell in line.cells]
    return any(words in ([cell.low for cell in one.cells], [cell.low for cell in _once(one).cells]) for one in head)


def _rows(lines: Sequence[Line], head: Sequence[Line]) -> list[Line]:
    """The rows up to the last that is more than a title, without those that number the columns or repeat the head."""
    rows = [line for line in lines if not is_index(_once(line)) and not _repeats(line, head)]
    while rows and not rows[-1].mode:
        rows.pop()
    return rows


def _parts(rows: Sequence[Sequence[Cell]]) -> Parts:
    """The words over each column from the top down, each joined cell once."""
    return tuple(
        tuple(next(group).low for _, group in groupby(column, key=lambda cell: (cell.start, cell.low)))
        for column in zip(*_reaching(rows), strict=True)
    )


def _reaching(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows of a head; a blank over words is of the cell left of it: the file has lost how far that reaches."""
    filled = [list(row) for row in rows]
    for upper, lower in pairwise(filled):
        for at in range(1, len(upper)):
            open_ = not upper[at].low and lower[at].low and lower[at - 1].low
            if open_ and upper[at - 1].low and not is_fixed(upper[at - 1].low):
                upper[at] = upper[at - 1]
    return filled


def _going_on(reading: Reading, before: Grid, grid: Grid) -> Grid | None:
    """The table before with the rows of one that goes on under its head: at once, or after the name of a group."""
    between = _between(reading, before.end, grid.start)
    if between is None or not before.head:
        return None
    if grid.head and (grid.columns != before.columns or grid.parts != before.parts or not before.rows):
        return None
    if not grid.head and not set(grid.columns) <= set(before.columns):
        return None
    rows = grid.rows if grid.columns == before.columns else tuple(_set_to(line, grid, before) for line in grid.rows)
    return before._replace(rows=(*before.rows, *between, *rows))


def _between(reading: Reading, start: int, end: int) -> list[Line] | None:
    """What stands between two parts of a table: nothing, or short lines that name a group; None for running text."""
    lines: list[Line] = []
    for found in _LINE.finditer(reading.low, start, end):
        cell = Cell(*found.span(), found[0])
        if len(lines) == _MOST_BETWEEN or len(cell.low) > _LONGEST_BETWEEN or _HEADS_ANOTHER.search(cell.low):
            return None
        lines.append(Line(cell.start, cell.end, (cell,), "", cell.start))
    return lines


def _set_to(line: Line, grid: Grid, before: Grid) -> Line:
    """A line of a table with fewer columns than the one it goes on with."""
    if not line.mode:
        return line
    found = dict(zip(grid.columns, line.cells, strict=True))
    return line._replace(cells=tuple(found.get(at, Cell(line.start, line.start, "")) for at in before.columns))
