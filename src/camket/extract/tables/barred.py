"""Tables of text whose every line has a cell for each column, as those of a file that tells its cells."""

from __future__ import annotations

from camket.extract.tables.grid import Grid, Line
from camket.extract.tables.groups import with_groups
from camket.extract.tables.span import Parts


def as_told(grid: Grid, parts: Parts) -> Grid:
    """The table with its cells told, where names stand in two columns, or names of places under no head; else as it is.

    A name over several rows stands in the first of them, and the cells below it are blank.
    """
    lines = [row for row in grid.rows if row.mode]
    if grid.parts or grid.mode == "  " or any(len(row.cells) != len(parts) for row in lines):
        return grid
    told = grid._replace(
        rows=tuple(_told(row) for row in grid.rows), parts=parts, columns=tuple(range(len(parts))), mode="cell"
    )
    grouped = with_groups(told)
    return grid if grouped.parts == told.parts else grouped


def _told(row: Line) -> Line:
    return row._replace(mode="cell") if row.mode else row
