"""Which kind of workbook some bytes are, by their content alone."""

from __future__ import annotations

import struct
from typing import Literal

from camket.read.sheet.compound import SIGNATURE, Compound
from camket.read.zipped import ZIP, holds_open_document, member_names

BookKind = Literal["xlsx", "xlsb", "xls", "ods", "locked"]


_BEGINS = b"\x09\x08\x10\0\0\x06\x05\0"  # the first record of a workbook
_BEGINNING = 8_192


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
    if not names:  # cut short: the first stream of such a file is mostly the workbook
        return "xls" if _BEGINS in data[:_BEGINNING] or _written("Workbook") in data else None
    if "Workbook" in names or "Book" in names:
        return "xls"
    return "locked" if "EncryptedPackage" in names else None


def _written(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"
