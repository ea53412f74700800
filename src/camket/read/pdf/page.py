"""One page of a PDF: its segments of lines and its tables, what was laid over it, and whether it is a picture."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pypdfium2 as pdfium

from camket.read.pdf.boxes import Segment, TableBox, Word
from camket.read.pdf.letters import Letters, cut, words
from camket.read.pdf.lines import is_rule, segments
from camket.read.pdf.pdfium import Frame, count_laid_over, drawn_with, frame, lay_down, letters, pieces
from camket.read.pdf.ruled import Grid, crossing, grids_of, ruled_tables
from camket.read.pdf.rulings import rulings
from camket.read.pdf.spelling import is_rubbish, mended, needs_mending
from camket.read.pdf.stamps import without_stamps

_FEW = 12
"""Letters below which a page with a picture is a scan with a stamp or a page number on it."""


class Sheet(msgspec.Struct, kw_only=True):
    """A page as it was read.

    Attributes:
        number: from 1.
        width, height: in points, as it is shown.
        segments, tables: what stands on it, in no order.
        stamps: words of signatures and stamps, which are no part of the text.
        unread: why its letters cannot be had from the file: it is a `picture`, or its letters are `rubbish`.
    """

    number: int
    width: float
    height: float
    segments: list[Segment]
    tables: list[TableBox]
    stamps: list[Segment]
    unread: str = ""


def read_page(document: pdfium.PdfDocument, number: int) -> Sheet:
    """Read page `number`, from 1.

    Raises:
        pdfium.PdfiumError: the page is broken.
    """
    page = document[number - 1]
    shown = frame(page)
    written = letters(page, shown)
    before = len(written.text)
    if count_laid_over(page) and lay_down(page):
        page = document[number - 1]
        written = letters(page, shown)
    made = words(written)
    if needs_mending(written.text):
        made = [word._replace(text=text) for word in made if (text := mended(word.text))]
    sheet = Sheet(number=number, width=shown.width, height=shown.height, segments=[], tables=[], stamps=[])
    _fill(sheet, page, shown, _on_page(made, shown.width, shown.height), written)
    sheet.segments, sheet.stamps = without_stamps(sheet.segments, before)
    if is_rubbish(written.text):
        sheet.unread = "rubbish"
    elif sum(len(word.text) for word in made) < _FEW and _has_picture(page):
        sheet.unread = "picture"
    return sheet


def _on_page(made: Sequence[Word], width: float, height: float) -> list[Word]:
    """What is drawn beyond the edges of the page is not seen."""
    return [word for word in made if word.right > 0 and word.left < width and word.bottom > 0 and word.top < height]


def _fill(sheet: Sheet, page: pdfium.PdfPage, shown: Frame, made: list[Word], written: Letters) -> None:
    """Tables first: what stands in them is in no line."""
    grids = grids_of(rulings(page, shown))
    if grids:
        made = _cut_at_edges(page, grids, made, written)
        sheet.tables, taken = ruled_tables(grids, made, drawn_with(page, made))
        made = [word for at, word in enumerate(made) if at not in taken]
    sheet.segments = [each for each in segments(made) if not is_rule(each)]


def _cut_at_edges(page: pdfium.PdfPage, grids: Sequence[Grid], made: Sequence[Word], written: Letters) -> list[Word]:
    """Words of two cells that stand so close that they were taken for one, apart again."""
    kept: list[Word] = []
    for word in made:
        if len(word.text) > 1 and any(crossing(grid, word) for grid in grids):
            drawn = pieces(page, range(word.order, word.order + len(word.text)))
            at = next((at for at, piece in enumerate(drawn) if piece != drawn[0]), 0)
            if at:
                kept.extend(cut(written, word, at))
                continue
        kept.append(word)
    return kept


def _has_picture(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None
