"""Lists as CSV and Excel: `?format=csv`, `?format=xlsx`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from camket.rules.numeral.item import show
from camket.server.pages.language import language_of
from camket.server.pages.naming import safe_name
from camket.words import Language, term

Cell = str | int | Decimal | date | None
Row = Sequence[Cell]

FORMATS = ("csv", "xlsx")
MOST_ROWS = 20_000
"""Rows of one file; who wants more asks area by area or year by year."""
_UNHOLDABLE, _LONGEST = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]"), 32_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def asked_format(request: HttpRequest) -> str | None:
    """`csv` or `xlsx` where the address asks for one."""
    asked = request.GET.get("format")
    return asked if asked in FORMATS else None


def exported(
    request: HttpRequest, name: str, columns: Sequence[str], rows: Iterable[Row], *, language: Language | None = None
) -> HttpResponse:
    """The file that the address asks for.

    Args:
        request: with a format that is known.
        name: of the file, without its ending.
        columns: codes of the words over the columns.
        rows: their cells; numbers and days are written so that programs read them.
        language: of the heads, where it is not that of the page.
    """
    head = [term(code, language or language_of(request)) for code in columns]
    if asked_format(request) == "xlsx":
        response = HttpResponse(_workbook(head, rows), content_type=_XLSX)
        ending = "xlsx"
    else:
        response = HttpResponse(_text(head, rows), content_type="text/csv; charset=utf-8")
        ending = "csv"
    response.headers["Content-Disposition"] = content_disposition_header(True, safe_name(f"{name}.{ending}"))
    return response


def _text(head: Row, rows: Iterable[Row]) -> bytes:
    """CSV as Excel opens it: UTF-8 with its mark."""
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(head)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return held.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    """A cell as text. Words of papers that a sheet would take for a formula are kept from it by an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return show(cell)
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return str(cell)


def _workbook(head: Row, rows: Iterable[Row]) -> bytes:
    book = Workbook(write_only=True)
    sheet = cast("WriteOnlyWorksheet", book.create_sheet("camket"))
    sheet.freeze_panes = "A2"
    sheet.append([_titled(sheet, str(cell)) for cell in head])
    for row in rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _titled(sheet: WriteOnlyWorksheet, words: str) -> SheetCell:
    cell = _worded(sheet, words)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, cell: Cell) -> Cell | SheetCell:
    """Words as far as a workbook can hold them; those that would be taken for a formula are marked as words."""
    if not isinstance(cell, str):
        return cell
    words = _UNHOLDABLE.sub("", cell)[:_LONGEST]
    return _worded(sheet, words) if words.startswith("=") else words


def _worded(sheet: WriteOnlyWorksheet, words: str) -> SheetCell:
    made = WriteOnlyCell(sheet, value=words)
    made.data_type = "s"
    return made
