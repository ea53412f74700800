"""Scans and pictures of pages: their letters by Tesseract, laid out as a reader reads them."""

from __future__ import annotations

from camket.read.scan.notes import notes
from camket.read.scan.page import ScannedPage, recognise, scanned_page
from camket.read.scan.parts import ScannedBlock, ScannedRow
from camket.read.scan.running import without_running_heads
from camket.read.scan.tesseract import missing
from camket.read.scan.word import Word

__all__ = [
    "ScannedBlock",
    "ScannedPage",
    "ScannedRow",
    "Word",
    "missing",
    "notes",
    "recognise",
    "scanned_page",
    "without_running_heads",
]
