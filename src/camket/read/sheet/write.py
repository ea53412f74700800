"""The sheets of a workbook as text: each with its name where that tells something, its texts and its tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from camket.grammar.expression import expression
from camket.model.place import InCell
from camket.read.sheet.around import letterhead, lines
from camket.read.sheet.book import Cell, Row, Seen, Sheet
from camket.read.sheet.kinds import folded, one_line
from camket.read.sheet.layout import Table, Text, parted
from camket.read.writer import CellText, Piece, Writer

_PLAIN_NAME = expression(
    r"(?:sheet|trang|tính|bảng|bang|biểu|bieu|mẫu|mau|phụ|phu|lục|luc|pl|pb|b|bm|data|dữ|liệu|tab|table|số|so)?"
    r"(?:\d[\d,]*|[ivx]{1,5}|[a-z])?"
)
_PARTED = expression(r"[\s._()-]+")
_ORDINAL = expression(r"(?:s?tt|số tt|số thứ tự)")
_DECIMAL = expression(r"\d+,\d+")
_GROUPED_YEAR = expression(r"(1(?=\.9)|2(?=\.0))\.(\d{3})")


def tells_something(name: str) -> bool:
    """Whether the name of a sheet is more than a number: `Thu ngân sách`, not `Sheet1` or `Biểu 2`."""
    return not all(map(_PLAIN_NAME.fullmatch, _PARTED.split(folded(name))))


class SheetWriter:
    """Writes sheets one after the other; tables are numbered through all of them."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._tables = 0

    def sheet(self, sheet: Sheet, view: Seen, *, alone: bool) -> None:
        """A sheet.

        Args:
            sheet: the sheet.
            view: what a person sees of it.
            alone: whether it is the only one; its name then says less than the title on it.
        """
        parts = parted(view.rows, view.unseen_rows)
        if not parts:
            return
        top = parts[0].rows if isinstance(parts[0], Text) and len(parts) > 1 else []
        headed = tells_something(sheet.name) and not (alone and top) and not _says(top, sheet.name)
        count = letterhead(top) if headed else 0
        if count:
            self._text(sheet, top[:count], above=True)
            parts[0] = Text(top[count:])
        if headed:
            self._writer.block("heading", [Piece(one_line(sheet.name))])
        last = max((place for place, part in enumerate(parts) if isinstance(part, Table)), default=-1)
        for place, part in enumerate(parts):
            if isinstance(part, Text):
                self._text(sheet, part.rows, above=place < last)
            else:
                self._table(sheet, part)

    def _text(self, sheet: Sheet, rows: Sequence[Row], *, above: bool) -> None:
        for line in lines(rows, above=above):
            pieces: list[Piece] = []
            for cell, text in line.parts:
                if pieces:
                    pieces.append(Piece(" "))
                pieces.append(Piece(text, InCell(sheet.name, cell.row, cell.column)))
            self._writer.block(line.kind, pieces)

    def _table(self, sheet: Sheet, table: Table) -> None:
        grid = _Grid(sheet, table)
        for place, row in enumerate(table.rows):
            self._writer.row(grid.row(place, row), self._tables, place)
        self._tables += 1


class _Grid:
    """The columns of a table that hold something, counted from 0, and what reaches over several of them."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._sheet = sheet
        self._numbers = [row.number for row in table.rows]
        self._columns = sorted({cell.column for row in table.rows for cell in row.cells})
        self._places = {number: place for place, number in enumerate(self._columns)}
        self._empty = [CellText(place, ()) for place in range(len(self._columns))]
        self._head, self._ordinals = table.head, _ordinals(table)
        self._reaching: dict[int, int] = {}

    def row(self, place: int, row: Row) -> list[CellText]:
        """The cells of a row, the empty ones too; not those that a cell above or before reaches over."""
        cells: list[CellText | None] = list(self._empty)
        for column in [column for column, last in self._reaching.items() if last >= place]:
            cells[column] = None
        head = row.number in self._sheet.heads
        for cell in row.cells:
            column = self._places[cell.column]
            high = wide = 1
            if cell.last_column > cell.column or cell.last_row > cell.row:
                high = bisect_right(self._numbers, cell.last_row) - place
                wide = bisect_right(self._columns, cell.last_column) - column
                cells[column : column + wide] = [None] * wide
                if high > 1:
                    self._reaching.update(dict.fromkeys(range(column, column + wide), place + high - 1))
            piece = Piece(self._text(cell, place), InCell(self._sheet.name, cell.row, cell.column))
            cells[column] = CellText(column, (piece,), high, wide, head)
        return [cell for cell in cells if cell is not None]

    def _text(self, cell: Cell, place: int) -> str:
        text = cell.text if cell.number else one_line(cell.text)
        if cell.column in self._ordinals and _DECIMAL.fullmatch(text):
            return text.replace(",", ".")  # `1.1` in the column that numbers the rows is no number
        if place < self._head and (found := _GROUPED_YEAR.fullmatch(text)):
            return "".join(found.groups())
        return text


def _says(rows: Sequence[Row], name: str) -> bool:
    return any(folded(name) in folded(cell.text) for row in rows for cell in row.cells)


def _ordinals(table: Table) -> frozenset[int]:
    """Columns that number the rows."""
    cells = (cell for row in table.rows[: table.head] for cell in row.cells)
    return frozenset(cell.column for cell in cells if _ORDINAL.fullmatch(folded(cell.text)))
