"""A picture file to the text of its pages."""

from __future__ import annotations

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.message import message
from camket.model.place import Page
from camket.read.limits import Limits
from camket.read.parsed import Parsed
from camket.read.scan.frames import Frame, count_of, frames, opened
from camket.read.scan.notes import notes
from camket.read.scan.page import ScannedPage, scanned_page
from camket.read.scan.running import without_running_heads
from camket.read.scan.tesseract import missing
from camket.read.writer import Writer


def read_image(data: bytes, file: str, limits: Limits) -> Parsed:
    """Read all pages of a picture file.

    Raises:
        ReadError: the file is no picture or too large a one, or Tesseract is not installed.
    """
    image = opened(data, file)
    install = missing()
    if install is not None:
        raise ReadError("scan.missing_for", file=file, install=install)
    most = min(limits.pages, limits.scanned)
    findings: list[Finding] = []
    pages: list[ScannedPage] = []
    for number, frame in enumerate(frames(image, most), 1):
        findings += _noted(frame, file, number)
        if frame.image is not None:
            pages.append(scanned_page(number, frame.image, *frame.points, before=pages[-1] if pages else None))
    left = count_of(image) - most
    if left > 0:
        said = message("scan.limit", file=file, read=most, left=left)
        findings.append(Finding(message=said, where=file))
    return _written(without_running_heads(pages), file, findings)


def _noted(frame: Frame, file: str, number: int) -> list[Finding]:
    if frame.image is None:
        return [Finding(message=message("scan.broken_page", file=file, page=number), level="error", where=file)]
    if frame.cut:
        return [Finding(message=message("scan.cut", file=file, page=number), where=file)]
    return []


def _written(pages: list[ScannedPage], file: str, findings: list[Finding]) -> Parsed:
    writer = Writer()
    shown: list[Page] = []
    table = 0
    for at, page in enumerate(pages):
        start = writer.length
        table = page.write(writer, table, pages[at - 1] if at else None)
        end = writer.length
        shown.append(Page(number=page.number, width=page.width, height=page.height, start=start, end=end, scanned=True))
    text, blocks, places = writer.result()
    asides = tuple(aside for page in pages for aside in page.asides)
    return Parsed(
        text=text, blocks=blocks, places=places, pages=tuple(shown), asides=asides,
        findings=(*findings, *notes(pages, file)),
    )  # fmt: skip
