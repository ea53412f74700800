"""ODS: the sheets of a LibreOffice workbook."""

from __future__ import annotations

from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed


def _recognises(data: bytes) -> bool:
    from camket.read.sheet.kind import workbook_kind

    return workbook_kind(data) == "ods"


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    # Loaded late: a folder of plain text needs no reader of workbooks.
    from camket.read.sheet.ods import read_ods
    from camket.read.sheet.text import parsed_book

    return parsed_book(read_ods(data, file, limits), file, limits)


FORMAT = Format(name="ods", suffixes=(".ods", ".ots"), recognises=_recognises, parse=_parse)
