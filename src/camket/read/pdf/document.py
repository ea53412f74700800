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
from camket.read.pdf.scanned import Recognised, recognised
from camket.read.pdf.writing import write


def read_document(data: bytes, file: str, limits: Limits) -> Parsed:
    """See `camket.read.pdf.read_pdf`.

    Raises:
        ReadError: it wants a password, is damaged beyond repair, or has no pages.
    """
    findings: list[Finding] = []
    pictures: dict[int, Recognised] = {}
    with opened(data, file) as document:
        sheets = _sheets(document, file, limits, findings)
        for sheet in sheets:
            if sheet.unread:
                _recognise(document, sheet, limits, pictures, findings)
    written = write(flow(sheets), sheets, pictures)
    if any(sheet.stamps for sheet in sheets):
        count = sum(len(sheet.stamps) for sheet in sheets)
        findings.append(Finding(message=message("pdf.stamps", count=count), level="info", where=file))
    findings.extend(_old_fonts(sheets, file))
    return Parsed(
        text=written.text,
        blocks=written.blocks,
        places=written.places,
        pages=written.pages,
        asides=written.asides,
        findings=tuple(findings),
    )


def _old_fonts(sheets: Sequence[Sheet], file: str) -> Iterator[Finding]:
    pages: dict[str, list[int]] = {}
    for sheet in sheets:
        if sheet.writing is not None:
            pages.setdefault(sheet.writing, []).append(sheet.number)
    for writing, numbers in pages.items():
        said = message("pdf.old_font", font=writing, count=len(numbers), first=numbers[0])
        yield Finding(message=said, level="info", where=file)


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


def _recognise(
    document: pdfium.PdfDocument,
    sheet: Sheet,
    limits: Limits,
    pictures: dict[int, Recognised],
    findings: list[Finding],
) -> None:
    if len(pictures) >= limits.scanned:
        over = message("pdf.too_many_scans", page=sheet.number, read=limits.scanned)
        findings.append(Finding(message=over, where=f"trang {sheet.number}"))
        return
    found = recognised(document, sheet)
    findings.extend(found.findings)
    if found.page is not None:
        pictures[sheet.number] = found
        sheet.segments, sheet.tables = [], []
    elif sheet.unread == "rubbish":
        sheet.segments, sheet.tables = [], []
