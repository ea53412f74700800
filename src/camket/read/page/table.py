"""Tables of a page: which hold data, and in which column a cell stands."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from camket.read.frame import in_reading_order, is_frame
from camket.read.page.tree import TEXT, Element, descend

_MOST_COLUMNS = 200
_MOST_ROWS = 10_000
_PARAGRAPHS_OF_LAYOUT = 4
_FEW_ROWS = 20
"""A table with more of them is no letterhead."""


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


def in_columns(table: Element) -> list[Element] | None:
    """The cells of a table that only lays out the letterhead or the foot of a paper, column after column; else None."""
    if table.tables > 1 or table.titles:
        return None
    rows = [_cells(each) for each in islice((each for each in descend(table) if each.tag == "tr"), _FEW_ROWS)]
    texts = [[_text(cell) for cell in row] for row in rows]
    if not any(texts) or not is_frame(texts):
        return None
    return [rows[row][column] for row, column in in_reading_order(texts)]


def _cells(row: Element) -> list[Element]:
    return [each for each in row.children if each.tag in ("td", "th")]


def _text(cell: Element) -> str:
    return " ".join("".join(each.text for each in descend(cell) if each.tag == TEXT).split())


class PageCell(NamedTuple):
    """A cell: its column from 0, its text as one line, over how much it reaches, whether the page calls it a head."""

    column: int
    text: str
    rows: int
    columns: int
    head: bool


class Table:
    """Counts rows and columns while a table is walked; spans of cells are honoured."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = -1
        self.cells: list[PageCell] = []
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
        self.cells.append(PageCell(self._column, text, rows, columns, element.tag == "th"))
        self._spanned.update(dict.fromkeys(range(self._column, self._column + columns), self.row + rows - 1))
        self._column += columns


def _span(element: Element, name: str, most: int) -> int:
    written = element.attributes.get(name, "1").strip()
    if not written.isascii() or not written.isdigit() or len(written) > len(str(most)):
        return 1
    return min(max(int(written), 1), most)
