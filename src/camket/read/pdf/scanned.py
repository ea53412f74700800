"""Pages without letters of their own: their pictures go to the recogniser of letters."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium

from camket.errors import ReadError
from camket.findings import Finding, Level
from camket.model.message import message
from camket.read.limits import Limits
from camket.read.pdf.page import Sheet
from camket.read.pdf.pdfium import signature_boxes, take_off
from camket.read.pdf.shown import shown_size
from camket.read.scan import ScannedPage, missing, scanned_page
from camket.read.scan import Word as Picture
from camket.read.scan.notes import notes
from camket.read.scan.running import without_running_heads

_DPI = 300
_LARGEST = 6_000
"""Dots of the longer edge of a picture; larger pages are drawn in fewer dots an inch."""
_SHOWN = 20
_BELOW, _LETTERS = 0.22, 0.7
"""How far the box of a word reaches below the line that it stands on, and how high its letters are, in sizes."""
_LEVELS: dict[str, Level] = {"pdf.rubbish": "warning", "pdf.misread": "info"}


class Recognised(NamedTuple):
    """Pages read in their pictures, by number, and what a person should know of them."""

    pages: dict[int, ScannedPage]
    findings: tuple[Finding, ...] = ()


def recognised(document: pdfium.PdfDocument, sheets: Sequence[Sheet], limits: Limits, file: str) -> Recognised:
    """Read the pictures of the pages whose letters cannot be had from the file.

    Letters that are rubbish are taken off their pages whether their pictures can be read or not; misread ones stay
    where they cannot.
    """
    unread = [sheet for sheet in sheets if sheet.unread]
    if not unread:
        return Recognised({})
    for sheet in unread:
        if sheet.unread == "rubbish":
            sheet.segments, sheet.tables = [], []
    findings = list(_told(unread, file))
    why = _why_not(unread, file)
    if why is not None:
        return Recognised({}, (*findings, why))
    pages: list[ScannedPage] = []
    for sheet in unread[: limits.scanned]:
        try:
            pages.append(_read(document, sheet, pages[-1] if pages else None))
        except ReadError as error:
            findings.append(Finding(message=error.message, level="error", where=f"{file}: {sheet.number}"))
        else:
            sheet.segments, sheet.tables, sheet.is_recognised = [], [], False
    left = [sheet.number for sheet in unread[limits.scanned :]]
    if left:
        findings.append(_about("pdf.too_many_scans", left, file, read=limits.scanned))
    made = without_running_heads(pages)
    return Recognised({page.number: page for page in made}, (*findings, *notes(made, file)))


def _told(unread: Sequence[Sheet], file: str) -> Iterator[Finding]:
    for why in ("rubbish", "misread"):
        numbers = [sheet.number for sheet in unread if sheet.unread == why]
        if numbers:
            yield _about(f"pdf.{why}", numbers, file)


def _why_not(unread: Sequence[Sheet], file: str) -> Finding | None:
    numbers = [sheet.number for sheet in unread]
    if importlib.util.find_spec("PIL") is None:
        return _about("pdf.no_pictures", numbers, file)
    install = missing()
    return _about("pdf.no_ocr", numbers, file, install=install) if install is not None else None


def _about(code: str, pages: Sequence[int], file: str, **params: object) -> Finding:
    named = ", ".join(map(str, pages[:_SHOWN])) + (", ..." if len(pages) > _SHOWN else "")
    said = message(code, count=len(pages), pages=named, **params)
    return Finding(message=said, level=_LEVELS.get(code, "error"), where=file)


def _read(document: pdfium.PdfDocument, sheet: Sheet, before: ScannedPage | None) -> ScannedPage:
    width, height = shown_size(sheet)
    scale = min(_DPI / 72, _LARGEST / max(width, height, 1.0))
    page = document[sheet.number - 1]
    known = _known(page, sheet, scale)
    image = page.render(scale=scale).to_pil()  # in colours: a seal is told by its red ink
    if sheet.stamps and not sheet.turns:
        for box in signature_boxes(page, [(each.left, each.top, each.right, each.bottom) for each in sheet.stamps]):
            image.paste("white", tuple(max(0, round(edge * scale)) for edge in box))
    return scanned_page(sheet.number, image, width, height, known, before)


def _known(page: pdfium.PdfPage, sheet: Sheet, scale: float) -> list[Picture]:
    """The words that are laid over the picture of a scan, as its number and its day are; they leave the page.

    Args:
        page: the page.
        sheet: what was read of it.
        scale: dots a point of its picture.
    """
    if sheet.unread != "picture" or sheet.turns or page.get_rotation():
        return []
    words = [word for each in sheet.segments for word in each.words]
    if not take_off(page, [(word.left, word.top, word.right, word.bottom) for word in words]):
        return []
    bases = [word.bottom - _BELOW * word.size for word in words]
    return [
        Picture(
            word.text, scale * word.left, scale * (base - _LETTERS * word.size), scale * word.right, scale * base, 1.0
        )
        for word, base in zip(words, bases, strict=True)
    ]
