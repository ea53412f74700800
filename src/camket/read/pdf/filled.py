"""Numbers and days laid over a paper as little pictures, in the gaps that its lines leave for them.

Some programs that sign papers draw the number into `Số     -HD/TU` and the day into `ngày    tháng 11 năm 2025` as
pictures of digits. The letters of the line do not hold them; a reader sees them there.
"""

from __future__ import annotations

import ctypes
import importlib.util
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from camket.errors import ReadError
from camket.read.pdf.boxes import Word
from camket.read.pdf.pdfium import Box, Frame
from camket.read.scan.tesseract import DPI, missing, words_of

_WIDEST, _HIGHEST = 90.0, 40.0
"""Points: room for a number; a drawn signature or a seal is larger."""
_MOST = 6
_BESIDE = 60.0
"""Points from a gap within which its line goes on."""
_MARGIN = 30
_DIGITS = "0123456789"


def little_pictures(page: pdfium.PdfPage, shown: Frame) -> list[Box]:
    """Where little pictures without letters are laid over a page, as it is shown; none on a page that lies turned."""
    return list(_little(page, shown))[:_MOST] if not shown.turns else []


def _little(page: pdfium.PdfPage, shown: Frame) -> Iterator[Box]:
    edges = raw.FS_RECTF()
    for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetRect(annotation, ctypes.byref(edges)) and _is_picture(annotation):
            width, height = edges.right - edges.left, edges.top - edges.bottom
            if 0 < width <= _WIDEST and 0 < height <= _HIGHEST:
                left, right = edges.left - shown.left, edges.right - shown.left
                yield (left, shown.top - edges.top, right, shown.top - edges.bottom)
        raw.FPDFPage_CloseAnnot(annotation)


def _is_picture(annotation: object) -> bool:
    things = (raw.FPDFAnnot_GetObject(annotation, at) for at in range(raw.FPDFAnnot_GetObjectCount(annotation)))
    kinds = {kind for thing in things for kind in _kinds(thing)}
    return raw.FPDF_PAGEOBJ_IMAGE in kinds and raw.FPDF_PAGEOBJ_TEXT not in kinds


def _kinds(thing: object, depth: int = 4) -> Iterator[int]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield kind
    elif depth:
        for at in range(raw.FPDFFormObj_CountObjects(thing)):
            yield from _kinds(raw.FPDFFormObj_GetObject(thing, at), depth - 1)


def filled_in(page: pdfium.PdfPage, boxes: Sequence[Box], made: Sequence[Word], order: int) -> Iterator[Word]:
    """The digits of such pictures as words of the lines in whose gaps they stand; without a recogniser, none.

    Args:
        page: the page with the pictures made a part of it.
        boxes: where they are.
        made: the words of the page.
        order: the number of the first word that is made.
    """
    able = bool(boxes) and importlib.util.find_spec("PIL") is not None and missing() is None
    for box in boxes if able else ():
        beside = _beside(box, made)
        if beside is None:
            continue
        said, sure = _digits(page, box)
        if said:
            yield Word(said, box[0], beside.top, box[2], beside.bottom, beside.size, order, sure=sure)
            order += len(said)


def _beside(box: Box, made: Sequence[Word]) -> Word | None:
    """The nearest word of the line in which a picture stands; None where it stands in none, or over letters."""
    left, top, right, bottom = box
    line = [word for word in made if not word.turned and top < (word.top + word.bottom) / 2 < bottom]
    if any(word.left < right - 1 and word.right > left + 1 for word in line):
        return None
    near = [(max(word.left - right, left - word.right), at) for at, word in enumerate(line)]
    gap, at = min(near, default=(_BESIDE, 0))
    return line[at] if gap < _BESIDE else None


def _digits(page: pdfium.PdfPage, box: Box) -> tuple[str, float]:
    from PIL import ImageOps

    left, top, right, bottom = box
    width, height = page.get_size()
    image = page.render(scale=DPI / 72, crop=(left, height - bottom, width - right, top)).to_pil().convert("L")
    try:
        words = words_of(ImageOps.expand(image, _MARGIN, 255), "block", letters=_DIGITS)
    except ReadError:
        return "", 0.0  # the gap stays as the file has it
    if len(words) != 1 or not words[0].text.isdecimal():
        return "", 0.0
    return words[0].text, words[0].sure
