"""XLSX and XLSM: the sheets of an Excel workbook."""

from __future__ import annotations

from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed


def _recognises(data: bytes) -> bool:
    from camket.read.sheet.kind import workbook_kind

    return workbook_kind(data) == "xlsx"


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    # Loaded late: a folder of plain text needs no reader of workbooks.
    from camket.read.sheet.text import parsed_book
    from camket.read.sheet.xlsx import read_xlsx

    return parsed_book(read_xlsx(data, file, limits), file, limits)


FORMAT = Format(name="xlsx", suffixes=(".xlsx", ".xlsm", ".xltx", ".xltm"), recognises=_recognises, parse=_parse)
