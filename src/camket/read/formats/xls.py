"""XLS: the sheets of an old Excel workbook; also the files that a password locks, whatever they hold."""

from __future__ import annotations

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed


def _recognises(data: bytes) -> bool:
    from camket.read.sheet.kind import workbook_kind

    return workbook_kind(data) in ("xls", "locked")


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    # Loaded late: a folder of plain text needs no reader of workbooks.
    from camket.read.sheet.kind import workbook_kind
    from camket.read.sheet.text import parsed_book
    from camket.read.sheet.xls import read_xls

    if workbook_kind(data) == "locked":
        raise ReadError("read.password", file=file)
    return parsed_book(read_xls(data, file, limits), file, limits)


FORMAT = Format(name="xls", suffixes=(".xls", ".xlt"), recognises=_recognises, parse=_parse)
