"""Word files of today (DOCX, DOCM and their templates)."""

from __future__ import annotations

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed
from camket.read.zipped import holds_word


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    # Loaded late: a folder of plain text needs no parser of Word files.
    try:
        from camket.read.word import read_docx
    except ModuleNotFoundError as error:
        raise ReadError("read.needs_part", file=file, name=error.name, extra="read") from error
    return read_docx(data, file, limits)


FORMAT = Format(
    name="docx", suffixes=(".docx", ".docm", ".dotx", ".dotm"), recognises=holds_word, parse=_parse, rank=20
)
