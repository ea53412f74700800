"""A table of a paper as a table: joined cells reach over their rows and columns, empty places stay empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from camket.model.document import Block
from camket.report.marked.marks import Marks

_MOST_COLUMNS = 1_000
_Row = Mapping[int, list[Block]]


def table(writer: Marks, blocks: Sequence[Block], label: str) -> str:
    """The table of some cells, which are those of whole rows or what a part of the text holds of them."""
    rows: dict[int, dict[int, list[Block]]] = {}
    for block in blocks:
        row = rows.setdefault(block.row or 0, {})
        row.setdefault(min(block.column or 0, _MOST_COLUMNS), []).append(block)
    written = "\n".join(_rows(writer, rows))
    return (
        f'<div class="sheet slim" tabindex="0" role="region" aria-label="{escape(label)}">'
        f"<table><tbody>\n{written}\n</tbody></table></div>"
    )


def _rows(writer: Marks, rows: Mapping[int, _Row]) -> Iterator[str]:
    cells = [(column, found[0]) for row in rows.values() for column, found in row.items()]
    width = min(max(column + first.columns for column, first in cells), _MOST_COLUMNS + 1)
    last = max(rows)
    covered: dict[int, int] = {}  # column: the last row that a cell from above reaches
    for row in range(min(rows), last + 1):
        if row in rows or any(end >= row for end in covered.values()):
            yield f"<tr>{''.join(_row(writer, rows.get(row, {}), width, _Reach(row, last, covered)))}</tr>"


class _Reach(NamedTuple):
    """The row that is written, the last row there is, and how far down cells reach, which is kept up."""

    row: int
    last: int
    covered: dict[int, int]

    def of(self, column: int, block: Block, width: int, row: _Row) -> tuple[int, int]:
        """Over how many rows and columns a cell reaches; it ends where the next one stands."""
        columns = min(block.columns, width - column)
        columns = next((step for step in range(1, columns) if column + step in row), columns)
        rows = min(block.rows, self.last - self.row + 1)
        for step in range(columns):
            self.covered[column + step] = self.row + rows - 1
        return rows, columns


def _row(writer: Marks, row: _Row, width: int, reach: _Reach) -> Iterator[str]:
    heads = all(found[0].head for found in row.values())
    column = empty = 0
    while column < width:
        found = row.get(column)
        if found is not None:
            yield _empty(empty)
            rows, columns = reach.of(column, found[0], width, row)
            yield _cell(writer, found, rows, columns, heads=heads)
            column, empty = column + columns, 0
            continue
        if reach.covered.get(column, -1) >= reach.row:
            yield _empty(empty)
            empty = 0
        else:
            empty += 1
        column += 1
    yield _empty(empty)


def _cell(writer: Marks, blocks: Sequence[Block], rows: int, columns: int, *, heads: bool) -> str:
    inside = "<br>".join(writer.html(block.start, block.end) for block in blocks)
    reach = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    if blocks[0].head:
        return f'<th scope="{"col" if heads else "row"}"{reach}>{inside}</th>'
    return f"<td{reach}>{inside}</td>"


def _empty(count: int) -> str:
    if not count:
        return ""
    return "<td></td>" if count == 1 else f'<td colspan="{count}"></td>'
