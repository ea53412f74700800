"""PDF: letters with their boxes to words, lines, columns, paragraphs and tables, in the order of reading."""

from __future__ import annotations

from camket.read.limits import Limits
from camket.read.parsed import Parsed
from camket.read.pdf.document import read_document


def read_pdf(data: bytes, file: str, limits: Limits) -> Parsed:
    """The text of a PDF with its parts; see `camket.read.parsed.Format.parse`."""
    return read_document(data, file, limits)
