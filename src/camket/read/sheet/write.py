"""The sheets of a workbook as text: each with its name where that tells something, its texts and its tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from camket.model.place import InCell
from camket.read.sheet.around import letterhead, lines
from camket.read.sheet.book import Row, Seen, Sheet
from camket.read.sheet.kinds import folded, one_line
from camket.read.sheet.layout import Table, Text, parted
from camket.read.writer import CellText, Piece, Writer

_PLAIN_NAME = re.compile(
    r"(?:(?:sheet|trang tính|trang|bảng tính|bảng|bang|biểu mẫu|biểu|bieu|mẫu|mau|phụ lục|phu luc|phụ biểu|pl|pb|b|bm"
    r"|data|dữ liệu|tab|table|foglio|feuil|số|so)?[\s._()-]*(?:\d[\d.,_-]*|[ivx]+|[a-z])?[\s._()-]*)+"
)
_ORDINAL = re.compile(r"(?:s?tt|số tt|số thứ tự)")
_DECIMAL = re.compile(r"\d+,\d+")
_GROUPED_YEAR = re.compile(r"(19|20)\.?(\d)(\d\d)")


def tells_something(name: str) -> bool:
    """Whether the name of a sheet is more than a number: `Thu ngân sách`, not `Sheet1` or `Biểu 2`."""
    return _PLAIN_NAME.fullmatch(folded(name)) is None


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
        columns = sorted({cell.column for row in table.rows for cell in row.cells})
        numbers = [row.number for row in table.rows]
        ordinals = _ordinals(table)
        spanned: dict[int, int] = {}
        for place, row in enumerate(table.rows):
            cells: list[CellText] = []
            filled = {cell.column: cell for cell in row.cells}
            skip = 0
            for column, number in enumerate(columns):
                if skip > column or spanned.get(column, -1) >= place:
                    continue
                cell = filled.get(number)
                if cell is None:
                    cells.append(CellText(column, ()))
                    continue
                text = _text_of(one_line(cell.text), head=place < table.head, ordinal=number in ordinals)
                high = bisect_right(numbers, cell.last_row) - place
                wide = bisect_right(columns, cell.last_column) - column
                skip = column + wide
                if high > 1:
                    spanned.update(dict.fromkeys(range(column, skip), place + high - 1))
                at = InCell(sheet.name, cell.row, cell.column)
                head = row.number in sheet.heads
                cells.append(CellText(column, (Piece(text, at),), rows=high, columns=wide, head=head))
            self._writer.row(cells, self._tables, place)
        self._tables += 1


def _says(rows: Sequence[Row], name: str) -> bool:
    return any(folded(name) in folded(cell.text) for row in rows for cell in row.cells)


def _ordinals(table: Table) -> frozenset[int]:
    """Columns that number the rows: `1.1` there is no number with a part."""
    cells = (cell for row in table.rows[: table.head] for cell in row.cells)
    return frozenset(cell.column for cell in cells if _ORDINAL.fullmatch(folded(cell.text)))


def _text_of(text: str, *, head: bool, ordinal: bool) -> str:
    if ordinal and _DECIMAL.fullmatch(text):
        return text.replace(",", ".")
    if head and (found := _GROUPED_YEAR.fullmatch(text)):
        return "".join(found.groups())
    return text
