"""Tables over several pages: one table where the columns stay and no text stands between, its head said once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from camket.read.pdf.boxes import Cell, TableBox, Word
from camket.read.pdf.flow import PageTable, Part

_SAME_EDGE, _NEAR_EDGE = 4.0, 15.0
_MOST_HEADS = 4


class LongCell(NamedTuple):
    """A cell whose lines know their pages."""

    cell: Cell
    lines: list[tuple[Sequence[Word], int]]

    @property
    def text(self) -> str:
        """Its words with one blank between."""
        return " ".join([word.text for line, _ in self.lines for word in line])


class LongTable(msgspec.Struct):
    """A table over pages; `heads` is how many of its rows its next pages repeat."""

    rows: list[list[LongCell]]
    edges: tuple[float, ...]
    heads: int = 0


def long_tables(pages: Sequence[Sequence[Part]]) -> dict[int, LongTable]:
    """The tables by the identity of their first part; their other parts are in none."""
    found: dict[int, LongTable] = {}
    open_table: LongTable | None = None
    for parts in pages:
        if not parts:
            open_table = None
        for at, part in enumerate(parts):
            if not isinstance(part, PageTable):
                open_table = None
                continue
            if part.nested:
                found[id(part.table)] = _begun(part)
            elif at == 0 and open_table is not None and _fit(open_table.edges, part.table):
                _append(open_table, part)
            else:
                open_table = found[id(part.table)] = _begun(part)
    return found


def _begun(part: PageTable) -> LongTable:
    return LongTable([_paged(row, part.page) for row in part.table.cells], part.table.edges)


def _fit(edges: tuple[float, ...], table: TableBox) -> bool:
    if len(edges) != len(table.edges) or not edges:
        return False
    near = _SAME_EDGE if table.ruled else _NEAR_EDGE
    return all(abs(one - other) < near for one, other in zip(edges, table.edges, strict=True))


def _append(table: LongTable, part: PageTable) -> None:
    heads = _repeated(table, part.table)
    table.heads = max(table.heads, heads)
    rest = part.table.cells[heads:]
    down = len(table.rows) - heads
    if rest and _goes_on(table.rows[-1], rest[0]):
        going = _paged(rest[0], part.page)
        table.rows[-1] = [
            LongCell(cell, [*lines, *more]) for (cell, lines), (_, more) in zip(table.rows[-1], going, strict=True)
        ]
        rest, down = rest[1:], down - 1
    for row in rest:
        table.rows.append(_paged([cell._replace(row=cell.row + down) for cell in row], part.page))


def _goes_on(row: Sequence[LongCell], rest: Sequence[Cell]) -> bool:
    """Whether a row at the top of a page is only what had no room in the last row of the page before."""
    if [each.cell.column for each in row] != [cell.column for cell in rest]:
        return False
    filled = [(each.text, more.text) for each, more in zip(row, rest, strict=True) if more.text]
    return bool(filled) and len(filled) < len(rest) and all(text and _begins_small(more) for text, more in filled)


def _begins_small(text: str) -> bool:
    return next(filter(str.isalpha, text), "").islower()


def _paged(row: Sequence[Cell], page: int) -> list[LongCell]:
    return [LongCell(cell, [(line, page) for line in cell.lines]) for cell in row]


def _repeated(table: LongTable, part: TableBox) -> int:
    """How many rows at the top of a part say what the table's first rows say."""
    count = 0
    for row, other in zip(table.rows[:_MOST_HEADS], part.cells, strict=False):
        said = [each.text for each in row]
        if said != [cell.text for cell in other] or not any(map(str.strip, said)):
            break
        count += 1
    return count if count < len(part.cells) else 0
