"""Word files of today (DOCX, DOCM and their templates)."""

from __future__ import annotations

import importlib.util

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed
from camket.read.zipped import holds_word


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    if importlib.util.find_spec("lxml") is None:
        raise ReadError("read.needs_part", file=file, name="lxml", extra="read")
    # Loaded late: a folder of plain text needs no parser of Word files.
    from camket.read.word import read_docx

    return read_docx(data, file, limits)


FORMAT = Format(
    name="docx", suffixes=(".docx", ".docm", ".dotx", ".dotm"), recognises=holds_word, parse=_parse, rank=20
)
