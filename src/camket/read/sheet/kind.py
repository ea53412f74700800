"""Which kind of workbook some bytes are, by their content alone."""

from __future__ import annotations

import struct
from typing import Literal

from camket.read.sheet.compound import SIGNATURE, Compound
from camket.read.zipped import ZIP, holds_open_document, member_names

BookKind = Literal["xlsx", "xlsb", "xls", "ods", "locked"]


def workbook_kind(data: bytes) -> BookKind | None:
    """The kind of a workbook; `locked` where a password keeps even that; None of everything else."""
    if data.startswith(ZIP):
        return _zipped(data)
    if data.startswith(SIGNATURE):
        return _compound(data)
    return None


def _zipped(data: bytes) -> BookKind | None:
    if holds_open_document(data, b"spreadsheet"):
        return "ods"
    names = member_names(data)
    if "xl/workbook.bin" in names:
        return "xlsb"
    return "xlsx" if any(name.startswith("xl/") for name in names) and "word/document.xml" not in names else None


def _compound(data: bytes) -> BookKind | None:
    try:
        names = Compound(data).names()
    except (ValueError, struct.error):
        names = {}
    if not names:  # cut short: the names of the streams stand in UTF-16 wherever the list of them is
        return "xls" if _written("Workbook") in data and _written("WordDocument") not in data else None
    if "Workbook" in names or "Book" in names:
        return "xls"
    return "locked" if "EncryptedPackage" in names else None


def _written(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"
