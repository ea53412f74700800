"""Tables of a page: which hold data, and in which column a cell stands."""

from __future__ import annotations

from typing import NamedTuple

from camket.read.page.tree import Element, descend

_MOST_COLUMNS = 200
_MOST_ROWS = 10_000
_PARAGRAPHS_OF_LAYOUT = 4


def is_layout(table: Element) -> bool:
    """Whether a table only places things: it says so, holds a table, has one column, or a cell of running text."""
    if table.tables > 1 or table.titles or table.attributes.get("role") in ("presentation", "none"):
        return True
    elements = list(descend(table))
    rows = [each for each in elements if each.tag == "tr"]
    widest = max((sum(cell.tag in ("td", "th") for cell in row.children) for row in rows), default=0)
    return widest <= 1 or any(_runs(each) for each in elements if each.tag == "td")


def _runs(cell: Element) -> bool:
    return sum(each.tag == "p" for each in cell.children) >= _PARAGRAPHS_OF_LAYOUT


class Cell(NamedTuple):
    """A cell: its column from 0, its text, how many rows and columns it covers, whether it is marked as a head."""

    column: int
    text: str
    rows: int = 1
    columns: int = 1
    head: bool = False


class Table:
    """Counts rows and columns while a table is walked; spans of cells are honoured."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = -1
        self.cells: list[Cell] = []
        self._column = 0
        self._spanned: dict[int, int] = {}

    def begin_row(self) -> None:
        """A new row; cells that reach down from above keep their columns."""
        self.row += 1
        self.cells = []
        self._column = 0

    def add(self, element: Element, text: str) -> None:
        """A cell."""
        while self._spanned.get(self._column, -1) >= self.row:
            self._column += 1
        rows, columns = _span(element, "rowspan", _MOST_ROWS), _span(element, "colspan", _MOST_COLUMNS)
        self.cells.append(Cell(self._column, text, rows, columns, element.tag == "th"))
        last_row = self.row + rows - 1
        for _ in range(columns):
            self._spanned[self._column] = last_row
            self._column += 1


def _span(element: Element, name: str, most: int) -> int:
    written = element.attributes.get(name, "1").strip()
    if not written.isascii() or not written.isdigit() or len(written) > len(str(most)):
        return 1
    return min(max(int(written), 1), most)
