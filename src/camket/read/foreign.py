"""Formats that camket does not read yet, told by their first bytes, so that a person learns what to do with them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

_HEAD, _TAIL = 262_144, 65_536  # bytes that tell the format of a long file: its beginning, and the list of an archive


class Foreign(NamedTuple):
    """A format: what people call it, and what kind of file it is, by which the advice goes."""

    name: str
    kind: Literal["text", "sheet", "pdf", "image", "archive"]


FOREIGN: dict[str, Foreign] = {
    each.name: each
    for each in (
        Foreign("PDF", "pdf"),
        Foreign("Word (DOCX)", "text"),
        Foreign("Word (DOC)", "text"),
        Foreign("RTF", "text"),
        Foreign("ODT", "text"),
        Foreign("PowerPoint (PPTX)", "text"),
        Foreign("PowerPoint (PPT)", "text"),
        Foreign("ODP", "text"),
        Foreign("Excel (XLSX)", "sheet"),
        Foreign("Excel (XLS)", "sheet"),
        Foreign("ODS", "sheet"),
        Foreign("PNG", "image"),
        Foreign("JPEG", "image"),
        Foreign("GIF", "image"),
        Foreign("TIFF", "image"),
        Foreign("WebP", "image"),
        Foreign("BMP", "image"),
        Foreign("HEIC", "image"),
        Foreign("ZIP", "archive"),
        Foreign("RAR", "archive"),
        Foreign("7z", "archive"),
        Foreign("GZIP", "archive"),
    )
}
"""All of them by name."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "GZIP"),
)
# What the parts of an archive are called, as they stand in its bytes.
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # with files in it, and empty
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"opendocument.text", "ODT"),
    (b"opendocument.spreadsheet", "ODS"),
    (b"opendocument.presentation", "ODP"),
    (b"word/document.xml", "Word (DOCX)"),
    (b"xl/workbook", "Excel (XLSX)"),
    (b"ppt/presentation.xml", "PowerPoint (PPTX)"),
    (b"word/", "Word (DOCX)"),
    (b"xl/", "Excel (XLSX)"),
    (b"ppt/", "PowerPoint (PPTX)"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS: tuple[tuple[bytes, str], ...] = (
    ("Workbook".encode("utf-16-le"), "Excel (XLS)"),
    ("PowerPoint Document".encode("utf-16-le"), "PowerPoint (PPT)"),
)


def is_zip(data: bytes) -> bool:
    """Whether these bytes are an archive of files, not one of the formats that are packed as archives."""
    return data.startswith(_ZIP) and _name(data) == "ZIP"


def foreign_format(data: bytes) -> Foreign | None:
    """The format of these bytes where it is one of them; None of text, of HTML and of what nobody here knows."""
    name = _name(data)
    return FOREIGN[name] if name is not None else None


def first_bytes(path: Path) -> bytes:
    """As much of a file as tells its format: its beginning, of a long one its end too; none if unreadable."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as opened:
            data = opened.read(_HEAD)
            size = path.stat().st_size
            if size > _HEAD:
                opened.seek(max(_HEAD, size - _TAIL))
                data += opened.read(_TAIL)
    except OSError:
        return b""
    return data


def _name(data: bytes) -> str | None:
    if data.startswith(_ZIP):
        return next((name for part, name in _ZIPPED if part in data), "ZIP")
    if data.startswith(_OLE):
        return next((name for part, name in _OLE_PARTS if part in data), "Word (DOC)")
    for mark, name in _SIGNATURES:
        if data.startswith(mark):
            return name
    return _picture(data)


def _picture(data: bytes) -> str | None:
    """Pictures whose name stands behind their length."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and data[8:11] in (b"hei", b"mif", b"hev"):
        return "HEIC"
    return "BMP" if data.startswith(b"BM") and 0 in data[:32] else None
