"""A workbook cell by cell, hidden sheets and rows too: for lists that people work in."""

from __future__ import annotations

from camket.errors import ReadError
from camket.model.document import Aside
from camket.model.place import InCell
from camket.model.workbook import GridCell, GridNote, GridRow, GridSheet, Workbook
from camket.read.limits import Limits
from camket.read.sheet.book import Area, Book, Ranges, Sheet


def read_workbook(format_: str, data: bytes, file: str, limits: Limits) -> Workbook:
    """The sheets of a workbook or of a table as text.

    Args:
        format_: name of the file's format, as of `camket.read.formats`.
        data: its bytes.
        file: what it is called in messages.
        limits: what it may cost.

    Raises:
        ReadError: `read.no_workbook` where the format has no sheets; as its reader says where it is broken.
    """
    book = _book(format_, data, file, limits)
    return Workbook(sheets=tuple(map(_sheet, book.sheets)), unread=tuple(book.hidden))


def _book(format_: str, data: bytes, file: str, limits: Limits) -> Book:
    # Loaded late: each kind of file needs its own reader alone.
    if format_ == "xlsx":
        from camket.read.sheet.xlsx import read_xlsx

        return read_xlsx(data, file, limits, everything=True)
    if format_ == "xls":
        from camket.read.sheet.xls import read_xls

        return read_xls(data, file, limits)
    if format_ == "xlsb":
        from camket.read.sheet.xlsb import read_xlsb

        return read_xlsb(data, file, limits)
    if format_ == "ods":
        from camket.read.sheet.ods import read_ods

        return read_ods(data, file, limits)
    if format_ == "csv":
        from camket.read.sheet.delimited import read_delimited

        return read_delimited(data, file, limits)[0]
    if format_ == "text":  # a list with titles over its head is no table to a reader of papers
        from camket.read.sheet.delimited import read_delimited
        from camket.read.sheet.parting import sign_between

        sign = sign_between(data)
        if sign is not None:
            return read_delimited(data, file, limits, sign)[0]
    raise ReadError("read.no_workbook", file=file, format=format_)


def _sheet(sheet: Sheet) -> GridSheet:
    hidden = Ranges(sheet.hidden_rows)
    covers = _Covers(sheet.merged)
    rows = (
        GridRow(number, tuple(covers.placed(sheet, number)), number in hidden) for number in sorted(sheet.rows)
    )  # fmt: skip
    return GridSheet(
        name=sheet.name,
        rows=tuple(row for row in rows if row.cells),
        hidden=sheet.hidden,
        notes=tuple(note for aside in sheet.asides if (note := _note(aside)) is not None),
        faulty=tuple(sheet.faulty),
        uncounted=tuple(sheet.uncounted),
        cut=sheet.cut if sheet.cut is not None else sheet.broken,
    )


def _note(aside: Aside) -> GridNote | None:
    if aside.kind != "comment" or not isinstance(aside.at, InCell):
        return None
    return GridNote(aside.at.row, aside.at.column, aside.text)


_TALLEST = 5_000
"""Rows of a merged area in which cells below it are looked for."""


class _Covers:
    """Which cells reach over others, and which lie under one and are shown nowhere."""

    def __init__(self, merged: list[Area]) -> None:
        self._first = {(area.row, area.column): area for area in merged}
        self._over: dict[int, list[Area]] = {}
        for area in merged:
            for row in range(area.row, min(area.last_row, area.row + _TALLEST) + 1):
                self._over.setdefault(row, []).append(area)

    def placed(self, sheet: Sheet, row: int) -> list[GridCell]:
        """The cells of a row that are shown."""
        areas = self._over.get(row, ())
        cells = []
        for cell in sorted(sheet.rows[row], key=lambda each: each.column):
            area = self._first.get((row, cell.column)) if areas else None
            if area is None and any(each.column <= cell.column <= each.last_column for each in areas):
                continue
            last_row, last_column = (
                (cell.last_row, cell.last_column) if area is None else (area.last_row, area.last_column)
            )
            cells.append(GridCell(cell.column, cell.text, cell.number, last_row, last_column))
        return cells
