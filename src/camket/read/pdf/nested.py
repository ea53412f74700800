"""Tables that stand in a cell of another table: their lines meet those of the cell, so that both seem one grid.

Told by their columns: rows of the outer table run over all of them, and one cell of it holds rows and columns that no
other row has. Where several rows have the same ones, or no other row tells what the outer columns are, it is one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

_NARROW = 12.0
"""Points: less is the margin between a cell's edge and the table in it."""
_LEAST_OTHER_ROWS, _LEAST_ROWS, _LEAST_COLUMNS = 2, 2, 2

Spot = tuple[int, int, int, int]
"""A cell as (row, column, rows, columns)."""


class Grid(NamedTuple):
    """The edges of rows and columns, and the cells as (row, column, rows, columns)."""

    across: list[float]
    down: list[float]
    cells: list[Spot]


class _Host(NamedTuple):
    """A cell that holds a table, and that table."""

    cell: Spot
    inner: Grid


def parted(grid: Grid) -> list[Grid]:
    """The grid without the tables in its cells, then these; most grids have none and stay as they are."""
    bands = _bands(grid)
    single = [cell for first, last in bands if last - first == 1 for cell in grid.cells if cell[0] == first]
    edges = sorted({edge for _, column, _, columns in single for edge in (column, column + columns)})
    plain = sum(last - first == 1 for first, last in bands)
    if plain < _LEAST_OTHER_ROWS or len(edges) <= _LEAST_COLUMNS or len(edges) == len(grid.across):
        return [grid]
    hosts = [host for band in bands if band[1] - band[0] > 1 for host in _hosts(grid, band, edges)]
    hosts = [host for host in hosts if not any(_share_columns(host, other) for other in hosts if other is not host)]
    if not hosts:
        return [grid]
    return [_without(grid, [host.cell for host in hosts]), *(host.inner for host in hosts)]


def _bands(grid: Grid) -> list[tuple[int, int]]:
    """Rows between the lines that no cell crosses."""
    rows = len(grid.down) - 1
    crossed = {at for row, _, high, _ in grid.cells for at in range(row + 1, row + high)}
    return list(pairwise([at for at in range(rows + 1) if at not in crossed]))


def _hosts(grid: Grid, band: tuple[int, int], edges: Sequence[int]) -> Iterator[_Host]:
    first, last = band
    cells = [cell for cell in grid.cells if first <= cell[0] < last]
    for left, right in pairwise(edges):
        inside = [cell for cell in cells if left <= cell[1] and cell[1] + cell[3] <= right]
        beside = [cell for cell in cells if cell[1] + cell[3] <= left or cell[1] >= right]
        if len(inside) + len(beside) < len(cells) or any(cell[2] < last - first for cell in beside) or not beside:
            continue
        inner = _inner(grid, inside)
        if inner is not None:
            yield _Host((first, left, last - first, right - left), inner)


def _inner(grid: Grid, inside: list[Spot]) -> Grid | None:
    """The table among the cells in one cell: without words above and below it, and without margins at its sides."""
    rows = [list(row) for _, row in groupby(sorted(inside), key=lambda cell: cell[0])]
    while rows and len(rows[0]) == 1:
        del rows[0]
    while rows and len(rows[-1]) == 1:
        del rows[-1]
    cells = [cell for row in rows for cell in row]
    across = sorted({edge for _, column, _, wide in cells for edge in (column, column + wide)})
    if len(across) > _LEAST_COLUMNS and grid.across[across[1]] - grid.across[across[0]] < _NARROW:
        del across[0]
    if len(across) > _LEAST_COLUMNS and grid.across[across[-1]] - grid.across[across[-2]] < _NARROW:
        del across[-1]
    if len(rows) < _LEAST_ROWS or len(across) <= _LEAST_COLUMNS:
        return None
    down = sorted({edge for row, _, high, _ in cells for edge in (row, row + high)})
    return _of_edges(grid, across, down, cells)


def _without(grid: Grid, hosts: Sequence[Spot]) -> Grid:
    """The grid with each of these cells as one."""
    kept = [cell for cell in grid.cells if not any(_lies_in(cell, host) for host in hosts)]
    cells = sorted([*kept, *hosts])
    across = sorted({edge for _, column, _, wide in cells for edge in (column, column + wide)})
    down = sorted({edge for row, _, high, _ in cells for edge in (row, row + high)})
    return _of_edges(grid, across, down, cells)


def _of_edges(grid: Grid, across: Sequence[int], down: Sequence[int], cells: Sequence[Spot]) -> Grid:
    """The cells counted in these edges of the grid; one that lies between two of them is left out."""
    made: list[Spot] = []
    for row, column, high, wide in cells:
        left, right = max(column, across[0]), min(column + wide, across[-1])
        if left < right:
            at, beside = down.index(row), across.index(left)
            made.append((at, beside, down.index(row + high) - at, across.index(right) - beside))
    return Grid([grid.across[at] for at in across], [grid.down[at] for at in down], made)


def _lies_in(cell: Spot, host: Spot) -> bool:
    row, column, high, wide = host
    return row <= cell[0] < row + high and column <= cell[1] < column + wide


def _share_columns(one: _Host, other: _Host) -> bool:
    return bool(set(one.inner.across[1:-1]) & set(other.inner.across[1:-1]))
