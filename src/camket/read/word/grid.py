"""The grid of a table: in which column a cell stands, and how far it reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from camket.read.word import tags as w
from camket.read.word.items import Cell, Item, Row, Table
from camket.read.word.styles import number_of

_MOST_COLUMNS = 200

PassOver = Callable[[etree._Element], None]


class _Cell:
    def __init__(self, column: int, columns: int) -> None:
        self.column, self.columns, self.rows = column, columns, 1
        self.items: list[Item] = []


class Grid:
    """Follows a table from cell to cell. Deleted rows and cells are no part of it."""

    def __init__(self) -> None:
        self._rows: list[tuple[list[_Cell], bool]] = []
        self._column = 0
        self._merged: dict[int, _Cell] = {}
        self._cell = _Cell(0, 1)

    def rows_of(self, table: etree._Element, pass_over: PassOver) -> Iterator[etree._Element]:
        """The rows that are there when all changes are accepted."""
        for row in _unwrapped(table, w.TR):
            properties = row.find(w.TR_PR)
            head, before = False, 0
            for each in properties if properties is not None else ():
                if each.tag == w.DEL:
                    break
                head = head or (each.tag == w.TBL_HEADER and w.is_on(each.get(w.VAL)))
                before = _span(each) if each.tag == w.GRID_BEFORE else before
            else:
                self._column = before
                self._rows.append(([], head))
                yield row
                continue
            pass_over(row)

    def cells_of(self, row: etree._Element, pass_over: PassOver) -> Iterator[etree._Element]:
        """The cells of a row that hold text of their own: not those that one above or before reaches over."""
        for cell in _unwrapped(row, w.TC):
            properties = cell.find(w.TC_PR)
            said = {each.tag: each for each in properties} if properties is not None else {}
            if w.CELL_DEL in said:
                pass_over(cell)
                continue
            columns = _span(said[w.GRID_SPAN]) if w.GRID_SPAN in said else 1
            column, self._column = self._column, self._column + columns
            if self._goes_on(said, column, columns):
                pass_over(cell)
                continue
            self._cell = _Cell(column, columns)
            self._rows[-1][0].append(self._cell)
            if w.V_MERGE in said:
                self._merged[column] = self._cell
            else:
                self._merged.pop(column, None)
            yield cell

    def fill(self, items: list[Item]) -> None:
        """What stands in the cell that was given last."""
        self._cell.items = items

    def table(self) -> Table:
        """The whole."""
        rows: list[Row] = []
        still_head = True
        for cells, head in self._rows:
            still_head = still_head and head  # Word repeats head rows at the top only
            rows.append(Row([Cell(each.column, each.columns, each.rows, each.items) for each in cells], still_head))
        return Table(rows)

    def _goes_on(self, said: dict[str, etree._Element], column: int, columns: int) -> bool:
        """Whether a cell only continues another, which then reaches over it."""
        if w.H_MERGE in said and said[w.H_MERGE].get(w.VAL) != "restart" and self._rows[-1][0]:
            self._rows[-1][0][-1].columns += columns
            return True
        above = self._merged.get(column)
        if w.V_MERGE in said and said[w.V_MERGE].get(w.VAL) != "restart" and above is not None:
            above.rows += 1
            return True
        return False


def _unwrapped(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those too that stand in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in w.WRAPPERS:
            yield from _unwrapped(child, tag)
        elif child.tag == w.SDT:
            content = child.find(w.SDT_CONTENT)
            if content is not None:
                yield from _unwrapped(content, tag)


def _span(element: etree._Element) -> int:
    return min(max(number_of(element.get(w.VAL)) or 1, 1), _MOST_COLUMNS)
