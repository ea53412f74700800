"""Tables over several pages: one table where the columns stay and no text stands between, its head said once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from camket.read.pdf.boxes import Cell, TableBox
from camket.read.pdf.flow import PageTable, Part

_SAME_EDGE = 4.0
_MOST_HEADS = 4


class LongTable(msgspec.Struct):
    """A table with the page of each cell; `heads` is how many of its rows its next pages repeat."""

    rows: list[list[tuple[Cell, int]]]
    edges: tuple[float, ...]
    heads: int = 0


def long_tables(pages: Sequence[Sequence[Part]]) -> dict[int, LongTable]:
    """The tables by the identity of their first part; their other parts are in none."""
    found: dict[int, LongTable] = {}
    open_table: LongTable | None = None
    for parts in pages:
        for at, part in enumerate(parts):
            if not isinstance(part, PageTable):
                open_table = None
                continue
            if at == 0 and open_table is not None and _fit(open_table.edges, part.table.edges):
                _append(open_table, part)
            else:
                open_table = LongTable([_paged(row, part.page) for row in part.table.cells], part.table.edges)
                found[id(part.table)] = open_table
    return found


def _fit(edges: tuple[float, ...], others: tuple[float, ...]) -> bool:
    if len(edges) != len(others) or not edges:
        return False
    return all(abs(one - other) < _SAME_EDGE for one, other in zip(edges, others, strict=True))


def _append(table: LongTable, part: PageTable) -> None:
    heads = _repeated(table, part.table)
    table.heads = max(table.heads, heads)
    down = len(table.rows) - heads
    for row in part.table.cells[heads:]:
        table.rows.append([(cell._replace(row=cell.row + down), part.page) for cell in row])


def _paged(row: Sequence[Cell], page: int) -> list[tuple[Cell, int]]:
    return [(cell, page) for cell in row]


def _repeated(table: LongTable, part: TableBox) -> int:
    """How many rows at the top of a part say what the table's first rows say."""
    count = 0
    for row, other in zip(table.rows[:_MOST_HEADS], part.cells, strict=False):
        said = [cell.text for cell, _ in row]
        if said != [cell.text for cell in other] or not any(map(str.strip, said)):
            break
        count += 1
    return count if count < len(part.cells) else 0
