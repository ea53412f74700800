"""Which kind of workbook some bytes are, by their content alone."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import Literal

from camket.read.sheet.compound import SIGNATURE, Compound

BookKind = Literal["xlsx", "xlsb", "xls", "ods", "locked"]

_ZIP = b"PK\x03\x04"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_BEGINNING = 65_536
# The parts of a file whose list at the end is lost, as they stand at its beginning.
_PARTS: tuple[tuple[bytes, BookKind | None], ...] = (
    (b"xl/workbook.bin", "xlsb"), (b"xl/workbook.xml", "xlsx"), (b"word/", None), (b"ppt/", None), (b"xl/", "xlsx"),
)  # fmt: skip


def workbook_kind(data: bytes) -> BookKind | None:
    """The kind of a workbook; `locked` where a password keeps even that; None of everything else."""
    if data.startswith(_ZIP):
        return _zipped(data)
    if data.startswith(SIGNATURE):
        return _compound(data)
    return None


def _zipped(data: bytes) -> BookKind | None:
    if _ODS in data[:200]:
        return "ods"
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {name.lower().replace("\\", "/") for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        beginning = data[:_BEGINNING]
        return next((kind for part, kind in _PARTS if part in beginning), None)
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
