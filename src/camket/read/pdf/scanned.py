"""Pages without letters of their own: their picture goes to the recogniser of `camket.read.scan`."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, cast

import pypdfium2 as pdfium

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.document import Aside
from camket.model.message import message
from camket.read.pdf.page import Sheet
from camket.read.writer import Writer

_SCAN = "camket.read.scan"
_DPI = 300
_LARGEST = 6_000
"""Dots of the longer edge of a picture; larger pages are drawn in fewer dots an inch."""


class ScannedPage(Protocol):
    """What the recogniser gives of a page; see `camket.read.scan`."""

    @property
    def asides(self) -> tuple[Aside, ...]:
        """Page numbers at its edges."""

    def write(self, writer: Writer, first_table: int = 0) -> int:
        """Write the page; returns the number of the next table."""


class Recognised(NamedTuple):
    """A page read in its picture, or why it was not."""

    page: ScannedPage | None
    findings: tuple[Finding, ...] = ()


def recognised(document: pdfium.PdfDocument, sheet: Sheet) -> Recognised:
    """Read the picture of a page."""
    where = str(sheet.number)
    read = _recogniser()
    if read is None:
        return Recognised(None, (Finding(message=message("pdf.no_ocr", page=where), level="error", where=where),))
    try:
        page = document[sheet.number - 1]
        scale = min(_DPI / 72, _LARGEST / max(sheet.width, sheet.height, 1.0))
        image = page.render(scale=scale, grayscale=True).to_pil()
        found = read(sheet.number, image, sheet.width, sheet.height)
    except ReadError as error:
        return Recognised(None, (Finding(message=error.message, level="error", where=where),))
    said = "pdf.recognised_rubbish" if sheet.unread == "rubbish" else "pdf.recognised"
    return Recognised(found, (Finding(message=message(said, page=where), level="info", where=where),))


def _recogniser() -> Callable[[int, Any, float, float], ScannedPage] | None:
    """The recogniser, where it is part of this installation."""
    if importlib.util.find_spec(_SCAN) is None or importlib.util.find_spec("PIL") is None:
        return None
    return cast("Callable[[int, Any, float, float], ScannedPage]", importlib.import_module(_SCAN).scanned_page)
