"""Formats that camket does not read yet, told by their first bytes, so that a person learns what to do with them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

_HEAD, _TAIL = 262_144, 65_536  # bytes that tell the format of a long file: its beginning, and the list of an archive


class Foreign(NamedTuple):
    """A format: what people call it, and what kind of file it is, by which the advice goes."""

    name: str
    kind: Literal["text", "pdf", "image", "archive"]


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
_ZIP = b"PK\x03\x04"
_ZIPPED: tuple[tuple[bytes, str | None], ...] = (  # None: a format of its own
    (b"opendocument.text", "ODT"),
    (b"opendocument.spreadsheet", None),
    (b"opendocument.presentation", "ODP"),
    (b"word/document.xml", "Word (DOCX)"),
    (b"xl/workbook", None),
    (b"ppt/presentation.xml", "PowerPoint (PPTX)"),
    (b"word/", "Word (DOCX)"),
    (b"xl/", None),
    (b"ppt/", "PowerPoint (PPTX)"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS: tuple[tuple[bytes, str | None], ...] = (
    ("Workbook".encode("utf-16-le"), None),
    ("EncryptedPackage".encode("utf-16-le"), None),
    ("PowerPoint Document".encode("utf-16-le"), "PowerPoint (PPT)"),
)


def foreign_format(data: bytes) -> Foreign | None:
    """The format of these bytes where it is one of them; None of text, of HTML and of what nobody here knows."""
    name = _name(data)
    return FOREIGN[name] if name is not None else None


def foreign_file(path: Path) -> Foreign | None:
    """The same of a file of which no more is read than needed; None where it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as opened:
            data = opened.read(_HEAD)
            size = path.stat().st_size
            if size > _HEAD:
                opened.seek(max(_HEAD, size - _TAIL))
                data += opened.read(_TAIL)
    except OSError:
        return None
    return foreign_format(data)


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
