"""What files are, told by their first bytes, so that a person learns what to do with those that are not read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, NamedTuple

from camket.read.mailed import is_mail
from camket.read.office.ole import OLE, holds_mail
from camket.read.zipped import member_names

_HEAD, _TAIL = 262_144, 65_536  # bytes that tell the format of a long file: its beginning, and the list of an archive


class Foreign(NamedTuple):
    """A format: what people call it, and what kind of file it is, by which the advice goes."""

    name: str
    kind: Literal["text", "image", "archive", "mail"]


FOREIGN: dict[str, Foreign] = {
    each.name: each
    for each in (
        Foreign("PowerPoint (PPTX)", "text"),
        Foreign("PowerPoint (PPT)", "text"),
        Foreign("ODP", "text"),
        Foreign("MHTML", "text"),
        Foreign("Word XML 2003", "text"),
        Foreign("Excel XML 2003", "text"),
        Foreign("Word XML", "text"),
        Foreign("OpenDocument XML (FODT, FODS, FODP)", "text"),
        Foreign("EML", "mail"),
        Foreign("Outlook (MSG)", "mail"),
        Foreign("Outlook (PST, OST)", "mail"),
        Foreign("Outlook (winmail.dat)", "mail"),
        Foreign("HEIC", "image"),
        Foreign("ZIP", "archive"),
        Foreign("RAR", "archive"),
        Foreign("7z", "archive"),
        Foreign("GZIP", "archive"),
    )
}
"""Those that camket does not read, by name."""

_BEGINNINGS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (
        re.compile(rb"(?:\xef\xbb\xbf)?(?:[\w-]+: [^\r\n]*\r?\n[ \t]?){1,20}?[^\r\n]*multipart/related", re.IGNORECASE),
        "MHTML",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*<\?mso-application progid=\"Word\.Document\"", re.IGNORECASE),
        "Word XML 2003",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*<\?mso-application progid=\"Excel\.Sheet\"", re.IGNORECASE),
        "Excel XML 2003",
    ),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*)*<pkg:package\b"), "Word XML"),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*)*<office:document\s"),
        "OpenDocument XML (FODT, FODS, FODP)",
    ),
)
"""Text files that are the inside of a program's, by how they begin."""
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"!BDN", "Outlook (PST, OST)"),
    (b"\x78\x9f\x3e\x22", "Outlook (winmail.dat)"),
)
# What the parts of an archive are called, as they stand in its bytes.
_BEGINNING = 2_000
_MIME_TYPE = 200  # bytes: the first file of an OpenDocument file says what it is
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
_OLE_PARTS: tuple[tuple[bytes, str], ...] = (
    ("Workbook".encode("utf-16-le"), "Excel (XLS)"),
    ("PowerPoint Document".encode("utf-16-le"), "PowerPoint (PPT)"),
)


def is_zip(data: bytes) -> bool:
    """Whether these bytes are an archive of files, not one of the formats that are packed as archives."""
    return data.startswith(_ZIP) and _name(data) == "ZIP"


def is_archive(data: bytes) -> bool:
    """Whether these bytes stand for the files in them: an archive, or a letter sent by mail."""
    return is_zip(data) or is_mail(data)


def foreign_format(data: bytes) -> Foreign | None:
    """The format of these bytes where it is one of them; None of text, of HTML and of what nobody here knows."""
    return FOREIGN.get(_name(data) or "")


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
        # Only names count: what lies unpacked in an archive is a file of its own.
        listed = "\n".join(member_names(data)).strip().encode() or data
        return next((name for part, name in _ZIPPED if part in data[:_MIME_TYPE] or part in listed), "ZIP")
    if data.startswith(OLE):
        if holds_mail(data):
            return "Outlook (MSG)"
        return next((name for part, name in _OLE_PARTS if part in data), "Word (DOC)")
    for mark, name in _SIGNATURES:
        if data.startswith(mark):
            return name
    if is_mail(data):
        return "EML"
    start = data[:_BEGINNING]
    for begins, name in _BEGINNINGS:
        if begins.match(start):
            return name
    return "HEIC" if data[4:8] == b"ftyp" and data[8:11] in (b"hei", b"mif", b"hev") else None
