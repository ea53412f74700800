"""What only seems to stand in running text where a table does: numbers with words of the next cell, plans in heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from camket.extract.tables.cell import Cell
from camket.extract.tables.cut import Framed
from camket.extract.tables.find import Table
from camket.extract.tables.grid import Grid
from camket.grammar.engine import Reading
from camket.model.fact import Figure, Reference

_LEAST_WORDS = 4
"""Words of a cell beside the figure that make it a sentence."""


def within_cells(reading: Reading, figures: Iterable[Figure], told: Framed) -> Iterator[Figure]:
    """The figures without those that join a number to the words of another cell, or to none.

    In a table without a head, which is read as lines, a number with its unit may be a cell of its own.
    """
    if not told.grids:
        yield from figures
        return
    cells = sorted({cell.start: cell for cell in _cells(told.grids)}.values())
    lone = {cell.start for cell in _cells(grid for grid in told.grids if not grid.head)}
    starts = [cell.start for cell in cells]
    for figure in figures:
        start, end = reading.folded.at(figure.start), reading.folded.at(figure.end)
        at = bisect_right(told.ranges, (start, len(reading.low))) - 1
        if at < 0 or start >= told.ranges[at][1]:
            yield figure
            continue
        cell = cells[bisect_right(starts, start) - 1] if starts[0] <= start else None
        beyond = cell is None or start >= cell.end
        if beyond or (cell is not None and end <= cell.end and _is_said(cell, figure, lone=cell.start in lone)):
            yield figure


def _is_said(cell: Cell, figure: Figure, *, lone: bool) -> bool:
    """Whether a cell is a sentence that says the figure, or the figure with its unit."""
    beside = len(cell.low.split()) - len(figure.quote.split())
    return beside >= _LEAST_WORDS or (lone and not figure.quote.replace(".", "").replace(",", "").isdecimal())


def beyond_heads(reading: Reading, references: Iterable[Reference], tables: Iterable[Table]) -> Iterator[Reference]:
    """The references without plans that only head a column: `Kế hoạch năm 2022`."""
    heads = [reading.folded.span(table.start, table.rows[0].start) for table in tables if table.rows]
    for one in references:
        if one.number is not None or not any(head.start <= one.start < head.end for head in heads):
            yield one


def _cells(grids: Iterable[Grid]) -> Iterator[Cell]:
    lines = chain.from_iterable((*grid.head, *grid.rows) for grid in grids)
    return (cell for line in lines for cell in line.cells if cell.low)
