"""XLS: the sheets of an Excel workbook of before 2007."""

from __future__ import annotations

import struct

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.sheet.biff import read_looks
from camket.read.sheet.book import Book
from camket.read.sheet.compound import Compound
from camket.read.sheet.values import fill

_LARGEST = 65_536 * 256  # cells of a sheet of such a file


def read_xls(data: bytes, file: str, limits: Limits) -> Book:
    """Read an XLS file.

    Raises:
        ReadError: `read.password`, `read.sheet_damaged` where its sheets cannot be found.
    """
    try:
        compound = Compound(data)
        names, whole = compound.names(), compound.whole()
        stream = compound.stream(names["Workbook"] if "Workbook" in names else names["Book"])
        looks = read_looks(stream)
    except (ValueError, KeyError, IndexError, struct.error) as error:
        raise ReadError("read.sheet_damaged", file=file) from error
    if whole is None or any(sheet.area() > _LARGEST for sheet in looks.sheets):
        raise ReadError("read.sheet_damaged", file=file)
    if looks.locked:
        raise ReadError("read.password", file=file)
    book = Book(macros="_VBA_PROJECT_CUR" in names)
    fill(book, whole, file, limits, looks)
    return book
