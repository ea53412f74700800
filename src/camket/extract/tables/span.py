"""Heads of several lines: which words stand over which column."""

from __future__ import annotations

from itertools import pairwise

from camket.extract.tables.cell import Cell
from camket.extract.tables.grid import Grid, Line, is_fixed
from camket.extract.tables.spread import Spread, spread
from camket.extract.tables.words import table_words

_NEAR = 12
"""Letters that words of a head may stand beside the middle of their column."""
Parts = tuple[tuple[str, ...], ...]
"""For each column the words of its head from the top line down."""


def parts_of(grid: Grid, count: int, *, numbered: bool) -> Parts | None:
    """The words over each column; None where the lines of the head cannot be set to the columns.

    `count` is how many cells the rows have, `numbered` that their first cell numbers them.
    """
    lines = [[cell.low for cell in line.cells] for line in grid.head]
    if not lines:
        return None
    if numbered and len(lines[0]) == count - 1 and not _numbers(lines[0][0]):
        lines = [["", *line] if len(line) == count - 1 else line for line in lines]
    elif not numbered and len(lines[0]) == count + 1 and _numbers(lines[0][0]):
        lines = [line[1:] if len(line) == count + 1 else line for line in lines]
    count = max(count, len(lines[0])) if len(lines) == 1 else max(count, *map(len, lines))
    if len({len(line) for line in lines}) == 1 and len(lines[0]) == count:
        return _stacked(lines)
    over = _spread(grid, lines, count)
    if over is not None:
        return _stacked(over.lines)
    if grid.mode == "  ":
        return _by_place(grid, count)
    return None


def _spread(grid: Grid, lines: list[list[str]], count: int) -> Spread | None:
    """The two lines of a head set over the columns by what they say; parted by blanks, only where that fits well."""
    if len(lines) != 2:
        return None
    over = spread(lines[0], lines[1], count)
    return None if over is None or (grid.mode == "  " and over.fit <= 0) else over


def _numbers(text: str) -> bool:
    return text in table_words().number


def _stacked(lines: list[list[str]]) -> Parts:
    """Columns read downwards; a blank in an upper line over a filled lower one belongs to the head left of it."""
    for upper, lower in pairwise(lines):
        for at in range(1, len(upper)):
            if not upper[at] and lower[at] and lower[at - 1] and upper[at - 1] and not is_fixed(upper[at - 1]):
                upper[at] = upper[at - 1]
    return tuple(tuple(column) for column in zip(*lines, strict=True))


def column_middles(grid: Grid, count: int) -> list[float]:
    """For each column the middle of its values, counted from the line's first letter, over the full rows."""
    full = [row for row in grid.rows if len(row.cells) == count]
    return [sum(_middle(row.cells[at], row) for row in full) / len(full) for at in range(count)] if full else []


def _middle(cell: Cell, line: Line) -> float:
    return (cell.start + cell.end) / 2 - line.origin


def nearest(cell: Cell, line: Line, middles: list[float]) -> int:
    """The column under whose values a cell stands."""
    middle = _middle(cell, line)
    return min(range(len(middles)), key=lambda at: abs(middles[at] - middle))


def _by_place(grid: Grid, count: int) -> Parts | None:
    """The line with the most words goes over the columns one by one; what the others say is of the columns nearest."""
    middles = column_middles(grid, count)
    if not middles:
        return None
    main = max(grid.head, key=lambda line: len(line.cells))
    named = _over(main, middles)
    grouped = _grouped(grid, main, named, middles)
    if grouped is not None:
        return grouped
    parts = []
    for at, middle in enumerate(middles):
        words = named.get(at, "")
        others = [] if is_fixed(words) else [(line, _above(line, middle)) for line in grid.head if line is not main]
        said = [(line.start, cell.low) for line, cell in others if cell is not None]
        parts.append(tuple(text for _, text in sorted([*said, (main.start, words)]) if text))
    return tuple(parts)


def _grouped(grid: Grid, main: Line, named: dict[int, str], middles: list[float]) -> Parts | None:
    """The parts where the line with the most words says the same again: each run of it stands under one upper cell.

    `Vụ đông xuân` over `Diện tích  Sản lượng`, `Vụ mùa` over the same; what else an upper line names goes over the
    columns that have no words below.
    """
    at_words = sorted(at for at, words in named.items() if not is_fixed(words))
    share = next((gap for gap in range(2, len(at_words)) if named[at_words[gap]] == named[at_words[0]]), 0)
    if not share or len(at_words) % share or len(grid.head) != len((main, "upper")):
        return None
    runs = [at_words[first : first + share] for first in range(0, len(at_words), share)]
    if len({tuple(named[at] for at in run) for run in runs}) != 1:
        return None
    upper = next(line for line in grid.head if line is not main)
    over = [cell for cell in upper.cells if not is_fixed(cell.low)]
    if len(over) != len(runs):
        return None
    above = {at: cell.low for cell, run in zip(over, runs, strict=True) for at in run}
    above |= {nearest(cell, upper, middles): cell.low for cell in upper.cells if is_fixed(cell.low)}
    lines = (above, named) if upper.start < main.start else (named, above)
    return tuple(tuple(words for line in lines if (words := line.get(at, ""))) for at in range(len(middles)))


def _over(line: Line, middles: list[float]) -> dict[int, str]:
    """The words of a line by the column that they stand over."""
    if len(line.cells) == len(middles):
        return {at: cell.low for at, cell in enumerate(line.cells)}
    return {nearest(cell, line, middles): cell.low for cell in line.cells}


def _above(line: Line, middle: float) -> Cell | None:
    """The words of a line that stand nearest to the middle of a column, where they are near."""
    away = [(_distance(cell, line, middle), cell) for cell in line.cells]
    near, cell = min(away, key=lambda pair: pair[0])
    return cell if near <= _NEAR else None


def _distance(cell: Cell, line: Line, middle: float) -> float:
    return max(cell.start - line.origin - middle, middle - (cell.end - line.origin), 0)
