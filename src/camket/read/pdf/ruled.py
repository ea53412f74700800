"""Tables from their ruling lines: lines that meet make a grid, and where a line is missing a cell reaches further."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from camket.read.pdf.boxes import Cell, TableBox, Word
from camket.read.pdf.lines import lines_of
from camket.read.pdf.nested import Grid, parted
from camket.read.pdf.rulings import Ruling, Rulings

_TOUCH = 2.5
"""Points within which lines meet, or are one line."""
_COVERED = 0.85
"""The part of a cell's side along which a line must run to part it from its neighbour."""
_LEAST_LINES = 2
_STRAY = 3.0
_MOST, _MOST_PAIRS = 12_000, 400_000
"""Lines that a page of tables may have, and pairs of them that may meet; more are a map or a picture."""


def ruled_tables(
    grids: Sequence[Grid], words: Sequence[Word], starts: Sequence[int]
) -> tuple[list[TableBox], set[int]]:
    """The tables of a page, and which of its words stand in them.

    Args:
        grids: those of the page.
        words: the words of the page in the order in which the file draws them.
        starts: for each word the first word of the piece of text that it was drawn with: what runs over the edge of
            its cell belongs to the cell where it begins.
    """
    made: list[tuple[int, TableBox]] = []
    taken: set[int] = set()
    for place in sorted(range(len(grids)), key=lambda at: _area(grids[at])):  # what stands in a cell of another first
        table, inside = _filled(grids[place], words, starts, taken)
        if table is not None:
            made.append((place, table))
            taken |= inside
    tables = [table for _, table in made]
    held: set[int] = set()
    for at, table in enumerate(tables):
        around = next((other for other in tables[at + 1 :] if _holds(other, table)), None)
        if around is not None:
            around.inner.insert(0, table)
            held.add(id(table))
    return [table for _, table in sorted(made, key=lambda each: each[0]) if id(table) not in held], taken


def _area(grid: Grid) -> float:
    return (grid.across[-1] - grid.across[0]) * (grid.down[-1] - grid.down[0])


def _holds(table: TableBox, other: TableBox) -> bool:
    return (
        table.left - _TOUCH <= other.left
        and other.right <= table.right + _TOUCH
        and table.top - _TOUCH <= other.top
        and other.bottom <= table.bottom + _TOUCH
    )


def grids_of(found: Rulings) -> list[Grid]:
    """The grids that lines make, each with more than one cell."""
    if len(found.level) > _MOST or len(found.upright) > _MOST:
        return []  # a drawing
    level, upright = _merged(found.level), _merged(found.upright)
    if len(level) * len(upright) > _MOST_PAIRS:
        return []
    made = [_grid(lines, posts) for lines, posts in _groups(level, upright)]
    return [part for grid in made if grid is not None for part in parted(grid)]


def crossing(grid: Grid, word: Word) -> bool:
    """Whether a word reaches over the edge of a column: letters of two cells, or one that is too long for its cell."""
    if not grid.down[0] < word.bottom - word.size / 2 < grid.down[-1]:
        return False
    return any(word.left + _TOUCH < edge < word.right - _TOUCH for edge in grid.across)


def _merged(lines: Sequence[Ruling]) -> list[Ruling]:
    """Pieces of one line, which programs draw cell by cell, as one."""
    merged: list[Ruling] = []
    for line in sorted(lines):
        at = len(merged) - 1
        while at >= 0 and line.at - merged[at].at <= _TOUCH and not _touch(line, merged[at]):
            at -= 1
        if at >= 0 and line.at - merged[at].at <= _TOUCH:
            one = merged[at]
            merged[at] = Ruling(one.at, min(one.start, line.start), max(one.end, line.end))
        else:
            merged.append(line)
    return merged


def _touch(one: Ruling, other: Ruling) -> bool:
    return one.start <= other.end + _TOUCH and one.end >= other.start - _TOUCH


def _groups(level: list[Ruling], upright: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that meet, directly or through others."""
    group = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for at, line in enumerate(level):
        for other, post in enumerate(upright, len(level)):
            if _meet(line, post):
                group[root(at)] = root(other)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for at, line in enumerate((*level, *upright)):
        groups.setdefault(root(at), ([], []))[at >= len(level)].append(line)
    return list(groups.values())


def _meet(level: Ruling, upright: Ruling) -> bool:
    return (
        level.start - _TOUCH <= upright.at <= level.end + _TOUCH
        and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
    )


def _grid(level: list[Ruling], upright: list[Ruling]) -> Grid | None:
    if len(level) < _LEAST_LINES or not upright:
        return None
    down = _edges([line.at for line in level] + [end for post in upright for end in (post.start, post.end)])
    across = _edges([post.at for post in upright] + [end for line in level for end in (line.start, line.end)])
    rows, columns = len(down) - 1, len(across) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    cells = _cells(across, down, level, upright)
    return Grid(across, down, cells) if len(cells) > 1 else None


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOUCH + _STRAY / 2:
            edges.append(value)
    return edges


def _cells(
    across: list[float], down: list[float], level: list[Ruling], upright: list[Ruling]
) -> list[tuple[int, int, int, int]]:
    """Boxes of the grid between which no line runs are one cell; a cell is made a whole box again."""
    rows, columns = len(down) - 1, len(across) - 1
    owner = [[(row, column) for column in range(columns)] for row in range(rows)]
    made: list[tuple[int, int, int, int]] = []
    done = [[False] * columns for _ in owner]
    for row in range(rows):
        for column in range(columns):
            if done[row][column]:
                continue
            wide = 1
            while (
                column + wide < columns
                and not done[row][column + wide]
                and not _runs(upright, across[column + wide], down[row], down[row + 1])
            ):
                wide += 1
            high = 1
            while row + high < rows and not _any_runs(level, down[row + high], across, column, wide):
                high += 1
            for at in range(row, row + high):
                done[at][column : column + wide] = [True] * wide
            made.append((row, column, high, wide))
    return made


def _any_runs(level: list[Ruling], at: float, across: list[float], column: int, wide: int) -> bool:
    return any(_runs(level, at, across[each], across[each + 1]) for each in range(column, column + wide))


def _runs(lines: list[Ruling], at: float, start: float, end: float) -> bool:
    """Whether a line runs along the side of a box."""
    return any(
        abs(line.at - at) <= _TOUCH + _STRAY / 2
        and min(line.end, end) - max(line.start, start) > _COVERED * (end - start)
        for line in lines
    )


def _filled(
    grid: Grid, words: Sequence[Word], starts: Sequence[int], taken: set[int]
) -> tuple[TableBox | None, set[int]]:
    across, down = grid.across, grid.down
    owner = {
        (at, beside): number
        for number, (row, column, rows, columns) in enumerate(grid.cells)
        for at in range(row, row + rows)
        for beside in range(column, column + columns)
    }
    inside: dict[int, list[Word]] = {}
    cell_of: dict[int, int] = {}
    for at, word in enumerate(words):
        if at in taken:
            continue
        number = cell_of.get(starts[at]) if starts[at] != at else None
        if number is None:
            place = _box_at(across, down, word)
            number = owner.get(place) if place is not None else None
        if number is not None:
            cell_of[at] = number
            inside.setdefault(number, []).append(word)
    if not inside or len(grid.cells) < 2:
        return None, set()
    rows: list[list[Cell]] = [[] for _ in range(len(down) - 1)]
    for number, (row, column, high, wide) in enumerate(grid.cells):
        rows[row].append(Cell(row, column, high, wide, lines_of(inside.get(number, []))))
    table = TableBox(
        cells=[row for row in rows if row], left=across[0], top=down[0], right=across[-1], bottom=down[-1],
        edges=tuple(across),
    )  # fmt: skip
    return table, set(cell_of)


def _box_at(across: list[float], down: list[float], word: Word) -> tuple[int, int] | None:
    x, y = (word.left + word.right) / 2, word.bottom - word.size / 2
    column, row = bisect_right(across, x) - 1, bisect_right(down, y) - 1
    if 0 <= column < len(across) - 1 and 0 <= row < len(down) - 1:
        return row, column
    return None
