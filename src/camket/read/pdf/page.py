"""One page of a PDF: its segments of lines and its tables, what was laid over it, and whether it is a picture."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec
import pypdfium2 as pdfium
from msgspec.structs import replace

from camket.grammar.expression import expression
from camket.read.pdf.boxes import Segment, TableBox, Word, segment
from camket.read.pdf.filled import filled_in, little_pictures
from camket.read.pdf.glyphs import told_by_glyphs
from camket.read.pdf.letters import cut, words
from camket.read.pdf.lines import is_rule, segments
from camket.read.pdf.nested import Grid
from camket.read.pdf.oldfonts import in_unicode
from camket.read.pdf.pdfium import Box, PageText, count_laid_over, drawn_with, frame, is_picture, lay_down, text_of
from camket.read.pdf.ruled import crossing, grids_of, ruled_tables
from camket.read.pdf.rulings import rulings
from camket.read.pdf.spelling import is_misread, is_rubbish, mended, mending
from camket.read.pdf.stamps import without_stamps

_FEW = 60
"""Letters below which a page that is a picture is a scan, with a page number or a remark on it."""

_LETTERS_LOST = 3
"""Letters that the font calls blanks, from which a page is recognised anew."""
_SIGNS = expression(r"symbol|dingbat|webding|wingding", re.IGNORECASE)
"""Fonts of bullets and other signs."""
_ROW = 20.0
"""Points, more than words at the same place are apart."""
_SAME_PLACE = 0.5
"""Sizes of letters by which the same word drawn twice may be apart."""
_WIDER_THAN_BLANKS = 5.0
"""Points; a blank of the usual size is narrower, and of wider ones few are looked at."""
_SURE_OF_OTHERS = 0.8
"""How sure letters are that another program recognised: it does not say, and it often makes slips."""


class Sheet(msgspec.Struct, kw_only=True):
    """A page as it was read.

    Attributes:
        number: from 1.
        width, height: in points, with its lines upright.
        segments, tables: what stands on it, in no order.
        stamps: words of signatures and stamps, which are no part of the text.
        beside: words in another direction than that of the lines, outside of tables: watermarks, notes at the edge.
        turns: by how many quarters the page that is shown must be turned, with the clock, for its lines to be upright.
        writing: the old way of writing of its letters, where some were converted.
        is_told_by_glyphs: some of its letters are known only by the numbers of their glyphs.
        is_recognised: its letters were recognised by whoever made the file, and lie hidden under its picture.
        unread: why its letters cannot be had from the file: it is a `picture`, its letters are `rubbish`, or a
            recogniser without Vietnamese has `misread` them.
    """

    number: int
    width: float
    height: float
    segments: list[Segment] = msgspec.field(default_factory=list)
    tables: list[TableBox] = msgspec.field(default_factory=list)
    stamps: list[Segment] = msgspec.field(default_factory=list)
    beside: list[Segment] = msgspec.field(default_factory=list)
    turns: int = 0
    unread: str = ""
    is_recognised: bool = False
    writing: str | None = None
    is_told_by_glyphs: bool = False


def read_page(document: pdfium.PdfDocument, number: int) -> Sheet:
    """Read page `number`, from 1.

    Raises:
        pdfium.PdfiumError: the page is broken.
    """
    page = document[number - 1]
    shown = frame(page)
    text = text_of(page, shown)
    before = len(text.letters.text)
    pictures: list[Box] = []
    if count_laid_over(page):
        pictures = little_pictures(page, shown) if before else []
        if lay_down(page):
            page = document[number - 1]
            text = text_of(page, shown)
    written, upright = text.letters.text, text.upright
    drawn = words(text.letters)
    if len(written) > before > 0:
        drawn = list(_without_whitened(_laid_over_once(drawn, before), text, before))
    told = told_by_glyphs(drawn, text.is_untold)
    made, writing = in_unicode(told or drawn, text.font)
    meant = mending(written)
    if writing or meant is not None:
        made = [replace(word, text=said) for word in made if (said := mended(word.text, meant or {}))]
    sheet = Sheet(number=number, width=upright.width, height=upright.height)
    sheet.is_told_by_glyphs = told is not None
    sheet.turns, sheet.writing = (upright.turns - shown.turns) % 4, writing
    if made and all(text.is_hidden(word.order) for word in (made[0], made[len(made) // 2], made[-1])):
        sheet.is_recognised = is_picture(page, shown)
    if sheet.is_recognised:
        made = [replace(word, sure=_SURE_OF_OTHERS) for word in made]
    made += filled_in(page, pictures, made, len(written)) if not sheet.turns else ()
    _fill(sheet, page, text, _on_page(made, upright.width, upright.height), before)
    sheet.segments, stamps = without_stamps(sheet.segments, before)
    sheet.stamps.extend(stamps)
    if is_rubbish(written) or _inked_blanks(text) >= _LETTERS_LOST:
        sheet.unread = "rubbish"
    elif is_misread(written) and is_picture(page, shown):
        sheet.unread = "misread"
    elif not sheet.is_recognised and _letters(sheet) < _FEW and is_picture(page, shown):
        sheet.unread = "picture"
    return sheet


def _inked_blanks(text: PageText) -> int:
    """How many blanks beside letters are drawn as letters are: their font calls a letter a blank."""
    written, left, right = text.letters.text, text.letters.left, text.letters.right
    wide = (at for at, letter in enumerate(written) if letter == " " and right[at] - left[at] > _WIDER_THAN_BLANKS)
    return sum(
        not text.letters.is_added(at) and text.is_inked(at) and _SIGNS.search(text.font(at)) is None
        for at in wide
        if any(map(str.isalpha, written[max(0, at - 1) : at + 2]))
    )


def _laid_over_once(drawn: Sequence[Word], before: int) -> list[Word]:
    """The words without those that are laid over the same words at the same place, as when a paper is signed twice."""
    kept: list[Word] = []
    rows: dict[int, list[Word]] = defaultdict(list)
    for word in drawn:
        row = int(word.bottom / _ROW)
        near = chain(rows[row - 1], rows[row], rows[row + 1])
        if word.order < before or not any(_is_over(word, other) for other in near):
            kept.append(word)
            rows[row].append(word)
    return kept


def _is_over(word: Word, other: Word) -> bool:
    near = _SAME_PLACE * max(word.size, other.size)
    return (
        other.text.startswith(word.text)
        and abs(word.left - other.left) < near
        and abs(word.bottom - other.bottom) < near
    )


def _without_whitened(drawn: Sequence[Word], text: PageText, before: int) -> Iterator[Word]:
    """The words without the digits that a typist has made white, to keep their room for what is laid over the line."""
    laid_over = [word for word in drawn if word.order >= before]
    for word in drawn:
        beside = any(abs(word.bottom - over.bottom) < word.size for over in laid_over)
        if word.order >= before or word.turned or not beside:
            yield word
            continue
        whole = range(word.order, word.order + len(word.text))
        shown = next((at for at, letter in enumerate(whole) if not text.is_white(letter)), len(word.text))
        if shown == 0:
            yield word
        elif shown < len(word.text):
            yield cut(text.letters, word, shown)[1]


def _on_page(made: Sequence[Word], width: float, height: float) -> list[Word]:
    """What is drawn beyond the edges of the page is not seen."""
    return [word for word in made if word.right > 0 and word.left < width and word.bottom > 0 and word.top < height]


def _fill(sheet: Sheet, page: pdfium.PdfPage, text: PageText, made: list[Word], laid_over: int) -> None:
    """Tables first: what stands in them is in no line."""
    grids = grids_of(rulings(page, text.upright))
    if grids:
        made = _cut_at_edges(grids, made, text)
        sheet.tables, taken = ruled_tables(grids, made, drawn_with(made, text.piece))
        made = [word for at, word in enumerate(made) if at not in taken]
    askew = [word for word in made if word.turned]
    if askew:
        sheet.beside = [segment(askew)]
        made = [word for word in made if not word.turned]
    sheet.segments = [each for each in segments(made, laid_over) if not is_rule(each)]


def _cut_at_edges(grids: Sequence[Grid], made: Sequence[Word], text: PageText) -> list[Word]:
    """Words of two cells that stand so close that they were taken for one, apart again."""
    kept: list[Word] = []
    for word in made:
        if len(word.text) > 1 and any(crossing(grid, word) for grid in grids):
            drawn = [text.piece(at) for at in range(word.order, word.order + len(word.text))]
            at = next((at for at, piece in enumerate(drawn) if piece != drawn[0]), 0)
            if at:
                kept.extend(cut(text.letters, word, at))
                continue
        kept.append(word)
    return kept


def _letters(sheet: Sheet) -> int:
    """How many letters a page has besides those of signatures and stamps."""
    tables = (each for table in sheet.tables for each in (table, *table.inner))
    cells = sum(len(cell.text) for table in tables for row in table.cells for cell in row)
    return cells + sum(len(word.text) for each in sheet.segments for word in each.words)
