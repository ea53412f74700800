"""Scans and pictures of pages: their letters by Tesseract, laid out as a reader reads them."""

from __future__ import annotations

from camket.read.scan.page import ScannedBlock, ScannedPage, ScannedRow, recognise, scanned_page
from camket.read.scan.tesseract import missing
from camket.read.scan.word import Word

__all__ = ["ScannedBlock", "ScannedPage", "ScannedRow", "Word", "missing", "recognise", "scanned_page"]
