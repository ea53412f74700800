"""Small tables without heads of their own, one in each row of a larger table: rows of that table.

A plan lists its fields in rows and puts the targets of each into a little table within the row. A reader sees one
table, whose last column is parted in two; written behind the larger table the little ones would have no head.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from camket.read.word.items import Cell, Row, Table, paragraphs_of

_LEAST_ROWS = 2
_NARROWEST, _WIDEST = 2, 6


class _Inner(NamedTuple):
    """A row with a table in it: the cell that holds it, and that table."""

    cell: Cell
    table: Table


def unfolded(table: Table) -> Table:
    """The table with the little ones as rows of its own; another as it is."""
    if not any(isinstance(item, Table) for row in table.rows for cell in row.cells for item in cell.items):
        return table  # as nearly all are
    inner = [_inner(row) for row in table.rows]
    held = [one for one in inner if one is not None]
    if len(held) < _LEAST_ROWS or inner[0] is not None or not _are_parts(held):
        return table
    first = held[0].cell
    width = len(held[0].table.rows[0].cells)
    more = max(width - first.columns, 0)
    rows: list[Row] = []
    for row, one in zip(table.rows, inner, strict=True):
        rows += [_widened(row, first, more)] if one is None else _parted(row, one, more)
    return Table(rows)


def _inner(row: Row) -> _Inner | None:
    found = [(cell, item) for cell in row.cells for item in cell.items if isinstance(item, Table)]
    if len(found) != 1 or len(row.cells) < _NARROWEST:
        return None
    cell, table = found[0]
    alone = all(item is table or not any(each.text.strip() for each in paragraphs_of([item])) for item in cell.items)
    return _Inner(cell, table) if alone else None


def _are_parts(held: list[_Inner]) -> bool:
    """Whether all stand in one column, are equally wide, and do not begin with the same head."""
    widths = {len(row.cells) for one in held for row in one.table.rows}
    places = {(one.cell.column, one.cell.columns) for one in held}
    if len(widths) != 1 or len(places) != 1 or not _NARROWEST <= widths.pop() <= _WIDEST:
        return False
    heads = {
        tuple("".join(each.text for each in paragraphs_of(cell.items)) for cell in one.table.rows[0].cells)
        for one in held
    }
    return len(heads) > 1


def _widened(row: Row, at: Cell, more: int) -> Row:
    """A row with the columns behind a cell moved on, and the cell over it as much wider."""
    return row._replace(cells=[_moved(cell, at, more) for cell in row.cells])


def _moved(cell: Cell, at: Cell, more: int) -> Cell:
    if cell.column > at.column:
        return cell._replace(column=cell.column + more)
    return cell._replace(columns=cell.columns + more) if cell.column + cell.columns > at.column else cell


def _parted(row: Row, one: _Inner, more: int) -> Iterator[Row]:
    """The rows of a little table; the cells beside it reach over all of them."""
    at, lines = one.cell, one.table.rows
    beside = [_moved(cell, at, more)._replace(rows=len(lines)) for cell in row.cells if cell is not at]
    room = at.columns + more
    for number, line in enumerate(lines):
        width = len(line.cells)
        own = [
            cell._replace(column=at.column + place, columns=1 if place + 1 < width else room - place, rows=1)
            for place, cell in enumerate(line.cells)
        ]
        cells = [*beside, *own] if number == 0 else own
        yield Row(sorted(cells, key=lambda cell: cell.column), row.head)
