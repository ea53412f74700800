"""PDF with a text layer; pages that are pictures go to the recogniser of letters."""

from __future__ import annotations

import importlib.util

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed

_MARK = b"%PDF-"
_WITHIN = 1024  # rubbish may stand before the mark; all viewers pass over that much


def _recognises(data: bytes) -> bool:
    return data.startswith(_MARK) or (_MARK in data[: _WITHIN + len(_MARK)] and b" obj" in data)


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    if importlib.util.find_spec("pypdfium2") is None:
        raise ReadError("pdf.no_library", file=file)
    # Loaded late: who reads plain text needs no PDF library.
    from camket.read.pdf import read_pdf

    return read_pdf(data, file, limits)


FORMAT = Format(name="pdf", suffixes=(".pdf",), recognises=_recognises, parse=_parse, rank=5)
