"""What PDFium says of a page: its size, its letters with their boxes, what is laid over it.

Its functions are called by address: a paper has some thousands of letters a page, and a call costs more than what it
does. A letter's box has its full advance, so that gaps between boxes are gaps that the file made; how high it is
depends on what the font tells of itself, so lines are known by where letters stand on them.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter, deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import NamedTuple, cast

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from camket.grammar.expression import expression
from camket.read.pdf.boxes import Word
from camket.read.pdf.letters import Letters

_Call = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_OriginCall = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_SizeCall = ctypes.PYFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)


def _address(function: object) -> int:
    return ctypes.cast(cast("ctypes._CFunctionType", function), ctypes.c_void_p).value or 0


_box, _matrix = _Call(_address(raw.FPDFText_GetLooseCharBox)), _Call(_address(raw.FPDFText_GetMatrix))
_origin = _OriginCall(_address(raw.FPDFText_GetCharOrigin))
_size = _SizeCall(_address(raw.FPDFText_GetFontSize))
_FLOAT, _DOUBLE = ctypes.sizeof(ctypes.c_float), ctypes.sizeof(ctypes.c_double)
_WHITE = 255
_LINK, _POPUP = raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP
_WIDE = 0.6
_RUN = expression(r"\S+")
_LOOKED_AT = 24
_ASKEW = 15.0
"""Degrees from which a letter does not stand on the lines of the page: a watermark, a note along its edge."""
_FLAT = 0.5
"""Points: the box of what draws nothing has no height; of what is written upwards, no width."""
_LONGEST_NAME = 128
_DEPTH = 3
_COVERED = 0.5
_SIGNATURE = 0.2
"""The part of a page that a signature covers at most."""
_SHAPES = 300
"""Shapes from which a page without letters has them drawn as shapes."""


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


class PageText(NamedTuple):
    """The text of a page.

    Attributes:
        letters: all its letters, with their lines upright.
        upright: the frame in which they are: most often the page as it is shown.
        font: tells the name of a letter's font, by the letter's number.
        piece: tells the pieces of text apart that the file draws letters with, by a letter's number.
        is_hidden: whether a letter is there to be found but not drawn, as under the picture of a scan.
        is_white: whether a letter is drawn in white, and so not seen on paper.
        is_untold: whether the font does not say which letter a glyph is, and its number stands for it.
        is_inked: whether anything is drawn for a letter, as nothing is for a blank.
    """

    letters: Letters
    upright: Frame
    font: Callable[[int], str]
    piece: Callable[[int], int | None]
    is_hidden: Callable[[int], bool]
    is_white: Callable[[int], bool]
    is_untold: Callable[[int], bool]
    is_inked: Callable[[int], bool]


def text_of(page: pdfium.PdfPage, shown: Frame) -> PageText:
    """The text of a page."""
    text = page.get_textpage()
    count = text.count_chars()
    written = _text(text, count)
    handle = ctypes.cast(text.raw, ctypes.c_void_p).value
    boxes, origins = (ctypes.c_float * (4 * count))(), (ctypes.c_double * (2 * count))()
    at, origin_at = ctypes.addressof(boxes), ctypes.addressof(origins)
    deque(map(_box, repeat(handle), range(count), range(at, at + 4 * _FLOAT * count, 4 * _FLOAT)), maxlen=0)
    xs = range(origin_at, origin_at + 2 * _DOUBLE * count, 2 * _DOUBLE)
    ys = range(origin_at + _DOUBLE, origin_at + _DOUBLE * (2 * count + 1), 2 * _DOUBLE)
    deque(map(_origin, repeat(handle), range(count), xs, ys), maxlen=0)
    stretch = _asks_stretch(handle)
    upright = shown._replace(turns=_usual_turns(written, stretch, shown.turns))
    left, right, base = turned(boxes[:], origins[:], upright)

    def size(at: int) -> float:
        return float(_size(handle, at)) * stretch(at)[1]

    def is_turned(at: int) -> bool:
        off = (stretch(at)[0] - 90 * upright.turns) % 360
        return _ASKEW < off < 360 - _ASKEW

    found = Letters(written, left, right, base, _asks_whether_added(text), size, is_turned)
    hidden, white, untold = _asks_whether_hidden(text), _asks_whether_white(text), _asks_whether_untold(text)
    return PageText(
        found, upright, _asks_font(text), _asks_piece(text), hidden, white, untold, _asks_whether_inked(text)
    )


def _usual_turns(written: str, stretch: Callable[[int], tuple[float, float]], otherwise: int) -> int:
    """By how many quarters the page is to be turned for most of its lines to be upright."""
    drawn = [run.start() for run in _RUN.finditer(written)]
    looked_at = drawn[:: max(1, len(drawn) // _LOOKED_AT)]
    turns = Counter(round(stretch(at)[0] / 90) % 4 for at in looked_at)
    return turns.most_common(1)[0][0] if turns else otherwise


def turned(boxes: list[float], origins: list[float], shown: Frame) -> tuple[list[float], list[float], list[float]]:
    """The left and right edges of letters and the lines that they stand on, as the page is shown, y downwards.

    Args:
        boxes: left, top, right, bottom of each in the file's coordinates, in a row.
        origins: x and y of where each stands on its line.
        shown: the frame of the page.
    """
    if shown.turns == 1:
        return _less(boxes[3::4], shown.bottom), _less(boxes[1::4], shown.bottom), _less(origins[0::2], shown.left)
    if shown.turns == 2:
        return _from(shown.right, boxes[2::4]), _from(shown.right, boxes[0::4]), _less(origins[1::2], shown.bottom)
    if shown.turns == 3:
        return _from(shown.top, boxes[1::4]), _from(shown.top, boxes[3::4]), _from(shown.right, origins[0::2])
    return _less(boxes[0::4], shown.left), _less(boxes[2::4], shown.left), _from(shown.top, origins[1::2])


def _from(edge: float, values: list[float]) -> list[float]:
    return [edge - value for value in values]


def _less(values: list[float], edge: float) -> list[float]:
    return [value - edge for value in values] if edge else values


def _asks_stretch(handle: int | None) -> Callable[[int], tuple[float, float]]:
    """What tells the direction in which a letter's line runs, in degrees, and what it is stretched by upwards."""
    held = (ctypes.c_float * 6)()
    address = ctypes.addressof(held)

    def stretch(at: int) -> tuple[float, float]:
        if not _matrix(handle, at, address):
            return 0.0, 1.0
        a, b, c, d = held[:4]
        return (math.degrees(math.atan2(b, a)) if b else 0.0 if a > 0 else 180.0), math.hypot(c, d)

    return stretch


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


def _asks_piece(text: pdfium.PdfTextPage) -> Callable[[int], int | None]:
    def piece(at: int) -> int | None:
        return ctypes.cast(raw.FPDFText_GetTextObject(text.raw, at), ctypes.c_void_p).value

    return piece


def _asks_whether_hidden(text: pdfium.PdfTextPage) -> Callable[[int], bool]:
    def is_hidden(at: int) -> bool:
        drawn = raw.FPDFText_GetTextObject(text.raw, at)
        return bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_INVISIBLE

    return is_hidden


def _asks_whether_white(text: pdfium.PdfTextPage) -> Callable[[int], bool]:
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))

    def is_white(at: int) -> bool:
        told = raw.FPDFText_GetFillColor(text.raw, at, red, green, blue, cover)
        return bool(told) and min(red.value, green.value, blue.value) == _WHITE

    return is_white


def _asks_whether_untold(text: pdfium.PdfTextPage) -> Callable[[int], bool]:
    def is_untold(at: int) -> bool:
        return bool(raw.FPDFText_HasUnicodeMapError(text.raw, at) > 0)

    return is_untold


def _asks_whether_inked(text: pdfium.PdfTextPage) -> Callable[[int], bool]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))

    def is_inked(at: int) -> bool:
        told = raw.FPDFText_GetCharBox(text.raw, at, left, right, bottom, top)
        return bool(told) and min(top.value - bottom.value, right.value - left.value) > _FLAT

    return is_inked


def drawn_with(words: Sequence[Word], piece: Callable[[int], int | None]) -> list[int]:
    """For each word the number of the first word of the piece of text that the file draws it with, without a wide gap.

    A program that fills a table draws each cell's lines as pieces of their own.
    """
    starts: list[int] = []
    before: Word | None = None
    piece_before = None
    for at, word in enumerate(words):
        thing = piece(word.order)
        follows = before is not None and word.left - before.right < _WIDE * word.size
        starts.append(starts[-1] if follows and thing == piece_before else at)
        before, piece_before = word, thing
    return starts


def _asks_font(text: pdfium.PdfTextPage) -> Callable[[int], str]:
    held, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()

    def font(at: int) -> str:
        length = raw.FPDFText_GetFontInfo(text.raw, at, held, _LONGEST_NAME, flags)
        return held.raw[: length - 1].decode("utf-8", errors="replace") if 0 < length <= _LONGEST_NAME else ""

    return font


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


def is_picture(page: pdfium.PdfPage, shown: Frame) -> bool:
    """Whether pictures cover most of a page, or its letters are drawn as shapes."""
    box = [ctypes.c_float() for _ in range(4)]
    covered = shapes = 0.0
    for thing in page.get_objects(max_depth=_DEPTH):
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(thing.raw, *box):
            left, bottom, right, top = (edge.value for edge in box)
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        shapes += thing.type == raw.FPDF_PAGEOBJ_PATH
    return covered > _COVERED * shown.width * shown.height or shapes > _SHAPES


Box = tuple[float, float, float, float]


def signature_boxes(page: pdfium.PdfPage, words: Sequence[Box]) -> list[Box]:
    """Where on a page signatures are drawn: their words, and the pictures and forms behind those.

    Args:
        page: the page, upright as the file has it.
        words: boxes of their words: left, top, right, bottom, as the page is shown.
    """
    shown = frame(page)
    boxes = list(words)
    edges = [ctypes.c_float() for _ in range(4)]
    for thing in page.get_objects(max_depth=1):
        if thing.type not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            continue
        if shown.turns or not raw.FPDFPageObj_GetBounds(thing.raw, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        box = (left - shown.left, shown.top - top, right - shown.left, shown.top - bottom)
        small = (right - left) * (top - bottom) < _SIGNATURE * shown.width * shown.height
        if small and any(_holds(box, word) for word in words):
            boxes.append(box)
    return boxes


def take_off(page: pdfium.PdfPage, words: Sequence[Box]) -> bool:
    """Take what draws these words off a page in memory; whether all of them could be.

    Args:
        page: the page, upright.
        words: their boxes: left, top, right, bottom, as the page is shown.
    """
    shown = frame(page)
    edges = [ctypes.c_float() for _ in range(4)]
    drawing: list[pdfium.PdfObject] = []
    left_over = list(words)
    for thing in page.get_objects(max_depth=1):
        if thing.type not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM):
            continue
        if not raw.FPDFPageObj_GetBounds(thing.raw, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        box = (left - shown.left, shown.top - top, right - shown.left, shown.top - bottom)
        held = [word for word in left_over if _holds(box, word)]
        if held and (right - left) * (top - bottom) < _SIGNATURE * shown.width * shown.height:
            drawing.append(thing)
            left_over = [word for word in left_over if word not in held]
    if left_over:
        return False
    for thing in drawing:
        page.remove_obj(thing)
    return True


def _holds(box: Box, word: Box) -> bool:
    across, down = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]
