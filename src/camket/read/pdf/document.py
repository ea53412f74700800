"""A PDF to its text: pages are read one by one, a broken one loses only itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from camket.findings import Finding
from camket.model.message import message
from camket.read.limits import Limits
from camket.read.parsed import Parsed
from camket.read.pdf.flow import flow
from camket.read.pdf.opening import opened
from camket.read.pdf.page import Sheet, read_page
from camket.read.pdf.scanned import recognised
from camket.read.pdf.writing import write

_SHOWN = 5


def read_document(data: bytes, file: str, limits: Limits) -> Parsed:
    """See `camket.read.pdf.read_pdf`.

    Raises:
        ReadError: it wants a password, is damaged beyond repair, or has no pages.
    """
    findings: list[Finding] = []
    with opened(data, file) as document:
        sheets = _sheets(document, file, limits, findings)
        pictures = recognised(document, sheets, limits, file)
        findings.extend(_attached(document, file))
    findings.extend(pictures.findings)
    written = write(flow(sheets), sheets, pictures.pages)
    if any(sheet.stamps for sheet in sheets):
        count = sum(len(sheet.stamps) for sheet in sheets)
        findings.append(Finding(message=message("pdf.stamps", count=count), level="info", where=file))
    findings.extend(_old_fonts(sheets, file))
    hidden = sum(sheet.is_recognised for sheet in sheets)
    if hidden:
        findings.append(Finding(message=message("pdf.hidden", count=hidden), level="info", where=file))
    return Parsed(
        text=written.text,
        blocks=written.blocks,
        places=written.places,
        pages=written.pages,
        asides=written.asides,
        findings=tuple(findings),
    )


def _attached(document: pdfium.PdfDocument, file: str) -> Iterator[Finding]:
    """The files that a PDF carries: they are named, and not read."""
    count = document.count_attachments()
    if count > 0:
        names = ", ".join(document.get_attachment(at).get_name() for at in range(min(count, _SHOWN)))
        more = ", ..." if count > _SHOWN else ""
        yield Finding(message=message("pdf.attached", count=count, names=names + more), where=file)


def _old_fonts(sheets: Sequence[Sheet], file: str) -> Iterator[Finding]:
    pages: dict[str, list[int]] = {}
    for sheet in sheets:
        if sheet.writing is not None:
            pages.setdefault(sheet.writing, []).append(sheet.number)
    for writing, numbers in pages.items():
        said = message("pdf.old_font", font=writing, count=len(numbers), first=numbers[0])
        yield Finding(message=said, level="info", where=file)
    by_glyphs = [sheet.number for sheet in sheets if sheet.is_told_by_glyphs]
    if by_glyphs:
        said = message("pdf.by_glyphs", count=len(by_glyphs), first=by_glyphs[0])
        yield Finding(message=said, where=file)


def _sheets(document: pdfium.PdfDocument, file: str, limits: Limits, findings: list[Finding]) -> list[Sheet]:
    sheets: list[Sheet] = []
    count = len(document)
    for number in range(1, min(count, limits.pages) + 1):
        try:
            sheets.append(read_page(document, number))
        except pdfium.PdfiumError:
            sheets.append(Sheet(number=number, width=0, height=0))
            findings.append(Finding(message=message("pdf.broken_page", page=number), level="error", where=file))
    if count > limits.pages:
        left = message("pdf.too_many_pages", pages=count, read=limits.pages, left=count - limits.pages)
        findings.append(Finding(message=left, where=file))
    return sheets
