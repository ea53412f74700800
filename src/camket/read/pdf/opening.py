"""Opens a PDF; says why where it cannot be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from camket.errors import ReadError

_PASSWORD, _SECURITY = raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY
_MARK = b"%PDF-"
_BODY = rb"(?:[^>]|>(?!>)){0,200}"
_NO_PAGES = re.compile(rb"/Type\s*/Pages\b%b/Count\s+0\b|/Count\s+0\b%b/Type\s*/Pages\b" % (_BODY, _BODY))


@contextmanager
def opened(data: bytes, file: str) -> Iterator[pdfium.PdfDocument]:
    """The PDF, with its form fields; closed afterwards.

    Raises:
        ReadError: it wants a password, is damaged beyond repair, or has no pages.
    """
    start = data.find(_MARK)
    try:
        document = pdfium.PdfDocument(data[start:] if start > 0 else data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (_PASSWORD, _SECURITY)
        without_pages = _NO_PAGES.search(data) is not None and not locked
        code = "pdf.locked" if locked else "pdf.no_pages" if without_pages else "pdf.damaged"
        raise ReadError(code, file=file) from error
    try:
        if len(document) < 1:
            raise ReadError("pdf.no_pages", file=file)
        yield document
    finally:
        document.close()
