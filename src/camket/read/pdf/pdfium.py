"""What PDFium says of a page: its size, its letters with their boxes, what is laid over it.

Its functions are called by address: a paper has some thousands of letters a page, and a call costs more than what it
does. A letter's box is the one of its font, from the line below `g` to the top of `H`: it has the letter's full
advance, so that gaps between boxes are gaps that the file made.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from camket.read.pdf.boxes import Word
from camket.read.pdf.letters import Letters

_BoxCall = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_box = _BoxCall(ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)
_FLOAT = ctypes.sizeof(ctypes.c_float)
_LINK, _POPUP = raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP
_WIDE = 0.6


class Frame(NamedTuple):
    """The part of a page that is shown, in the file's own coordinates, and by how many quarters it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Of the page as it is shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Of the page as it is shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom


def frame(page: pdfium.PdfPage) -> Frame:
    """The frame of a page."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, box)
    return Frame(box.left, box.bottom, box.right, box.top, page.get_rotation() // 90 % 4)


def letters(page: pdfium.PdfPage, shown: Frame) -> Letters:
    """The letters of a page as it is shown: turned, from its lower left corner."""
    text = page.get_textpage()
    count = text.count_chars()
    written = _text(text, count)
    handle = ctypes.cast(text.raw, ctypes.c_void_p).value
    buffer = (ctypes.c_float * (4 * count))()
    address = ctypes.addressof(buffer)
    places = range(address, address + 4 * _FLOAT * count, 4 * _FLOAT)
    deque(map(_box, repeat(handle), range(count), places), maxlen=0)
    edges: list[float] = buffer[:]
    return turned(written, edges, shown, _asks_whether_added(text))


def turned(written: str, edges: list[float], shown: Frame, is_added: Callable[[int], bool]) -> Letters:
    """Letters whose boxes (left, top, right, bottom, in a row) are those of the file, as the page is shown."""
    left, top, right, bottom = edges[0::4], edges[1::4], edges[2::4], edges[3::4]
    if shown.turns == 1:
        left, top, right, bottom = bottom, _from(shown.right, left), top, _from(shown.right, right)
        return _moved(Letters(written, left, top, right, bottom, is_added), shown.bottom, 0)
    if shown.turns == 2:
        left, right = _from(shown.right, right), _from(shown.right, left)
        top, bottom = _from(shown.top, bottom), _from(shown.top, top)
        return Letters(written, left, top, right, bottom, is_added)
    if shown.turns == 3:
        left, top, right, bottom = _from(shown.top, top), right, _from(shown.top, bottom), left
        return _moved(Letters(written, left, top, right, bottom, is_added), 0, shown.left)
    return _moved(Letters(written, left, top, right, bottom, is_added), shown.left, shown.bottom)


def _from(edge: float, values: list[float]) -> list[float]:
    return [edge - value for value in values]


def _moved(each: Letters, x: float, y: float) -> Letters:
    if x:
        each = each._replace(left=[value - x for value in each.left], right=[value - x for value in each.right])
    if y:
        each = each._replace(top=[value - y for value in each.top], bottom=[value - y for value in each.bottom])
    return each


def _text(text: pdfium.PdfTextPage, count: int) -> str:
    """The letters, one for each box; in bulk where PDFium gives as many."""
    buffer = (ctypes.c_ushort * (count + 1))()
    taken = raw.FPDFText_GetText(text.raw, 0, count, buffer)
    written = bytes(buffer).decode("utf-16-le", errors="replace")[: max(0, taken - 1)]
    if len(written) == count and "\0" not in written:
        return written
    codes = [raw.FPDFText_GetUnicode(text.raw, at) for at in range(count)]
    return "".join(chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def _asks_whether_added(text: pdfium.PdfTextPage) -> Callable[[int], bool]:
    def is_added(at: int) -> bool:
        return bool(raw.FPDFText_IsGenerated(text.raw, at))

    return is_added


def pieces(page: pdfium.PdfPage, numbers: Sequence[int]) -> list[int | None]:
    """For each letter, by its number, what tells apart the pieces of text that the file draws letters with."""
    text = page.get_textpage()
    return [ctypes.cast(raw.FPDFText_GetTextObject(text.raw, at), ctypes.c_void_p).value for at in numbers]


def drawn_with(page: pdfium.PdfPage, words: Sequence[Word]) -> list[int]:
    """For each word the number of the first word of the piece of text that the file draws it with, without a wide gap.

    A program that fills a table draws each cell's lines as pieces of their own.
    """
    starts: list[int] = []
    before: Word | None = None
    piece = None
    for at, (word, thing) in enumerate(zip(words, pieces(page, [word.order for word in words]), strict=True)):
        follows = before is not None and word.left - before.right < _WIDE * word.size
        starts.append(starts[-1] if follows and thing == piece else at)
        before, piece = word, thing
    return starts


def count_laid_over(page: pdfium.PdfPage) -> int:
    """How many things with words of their own may be laid over a page: fields, notes, stamps; no links."""
    shown = 0
    for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        if annotation:
            shown += raw.FPDFAnnot_GetSubtype(annotation) not in (_LINK, _POPUP)
            raw.FPDFPage_CloseAnnot(annotation)
    return shown


def lay_down(page: pdfium.PdfPage) -> bool:
    """Make what is laid over a page a part of it, behind all that it has; whether that could be done."""
    return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)
