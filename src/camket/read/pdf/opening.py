"""Opens a PDF; says why where it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from camket.errors import ReadError

_PASSWORD, _SECURITY = raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY
_MARK = b"%PDF-"


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
        raise ReadError("pdf.locked" if locked else "pdf.damaged", file=file) from error
    try:
        if len(document) < 1:
            raise ReadError("pdf.no_pages", file=file)
        yield document
    finally:
        document.close()
