"""What an old Excel file (BIFF, MS-XLS) says of the looks of its cells: number formats, hidden rows, errors.

The values themselves come from `python-calamine`; it does not tell these.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterator

from camket.read.sheet.book import Area
from camket.read.sheet.looks import BookLooks, Looks
from camket.read.sheet.pattern import coded
from camket.read.sheet.styles import Styles

_BIFF8 = 0x0600
_BOF, _EOF, _LOCKED, _FROM_1904 = 0x809, 0x0A, 0x2F, 0x22
_FORMAT, _FONT, _STYLE, _SHEET = 0x41E, 0x31, 0xE0, 0x85
_ROW, _COLUMNS, _MERGED, _WINDOW, _PANE = 0x208, 0x7D, 0xE5, 0x23E, 0x41
_FORMULA, _FAULT_OR_TRUTH, _MANY_NUMBERS = 0x06, 0x205, 0xBD
_ONE_CELL = frozenset((0x203, 0x27E, 0xFD, 0x204, _FORMULA, _FAULT_OR_TRUTH))
_SIZE, _WIDE_SIZE = 0x200, 14
_FROZEN = 0x08
_HIDDEN_ROW = 0x20
_TOO_MANY = 50


def read_looks(stream: bytes) -> BookLooks:
    """The looks of a workbook, as far as its stream goes."""
    formats: dict[int, str] = {}
    styles: list[tuple[int, int]] = []
    fonts: list[str] = []
    begins: list[int] = []
    wide = True
    for kind, body in _records(stream, 0):
        if kind == _LOCKED:
            return BookLooks(True, Styles([], []), [])
        if kind == _BOF and len(body) >= 2:
            wide = struct.unpack_from("<H", body)[0] == _BIFF8
        elif kind == _FORMAT and len(body) > 3:
            formats[struct.unpack_from("<H", body)[0]] = _text(body, wide=wide)
        elif kind == _FONT and len(body) > 16:
            fonts.append(_text(body[12:], wide=wide, byte=True))
        elif kind == _STYLE and len(body) >= 4:
            styles.append(struct.unpack_from("<HH", body))
        elif kind == _SHEET and len(body) >= 6:
            begins.append(struct.unpack_from("<I", body)[0])
    fonts.insert(4, "")  # no style has the number 4
    names = [fonts[font] if font < len(fonts) else "" for font, _ in styles]
    return BookLooks(
        False,
        Styles(coded((number for _, number in styles), formats), names),
        [_sheet(stream, begin) for begin in begins],
    )


def _records(stream: bytes, begin: int) -> Iterator[tuple[int, bytes]]:
    """The records from there to the end of the part; those of charts within it are passed over."""
    depth = 0
    while begin + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, begin)
        body = stream[begin + 4 : begin + 4 + length]
        begin += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body


def _text(body: bytes, *, wide: bool, byte: bool = False) -> str:
    """A text behind two bytes: in BIFF8 with a sign for letters of two bytes; `byte` where its length is one."""
    if not wide:
        return body[3 : 3 + body[2]].decode("cp1258", errors="replace")
    length, sign = struct.unpack_from("<BB" if byte else "<HB", body, 2)
    return body[4 if byte else 5 :].decode("utf-16-le" if sign & 1 else "latin-1", errors="replace")[:length]


def _sheet(stream: bytes, begin: int) -> Looks:
    looks = Looks()
    for kind, body in _records(stream, begin):
        if kind in _ONE_CELL:
            _cell(looks, kind, body)
            continue
        take = _TAKERS.get(kind)
        if take is not None:
            try:
                take(looks, body)
            except struct.error:  # a record shorter than its kind says nothing
                continue
    return looks


def _cell(looks: Looks, kind: int, body: bytes) -> None:
    if len(body) < 6:
        return
    row, column, style = struct.unpack_from("<HHH", body)
    looks.styles[row, column] = style
    if (kind == _FORMULA and body[6:7] == b"\x02" and body[12:14] == b"\xff\xff") or (
        kind == _FAULT_OR_TRUTH and body[7:8] == b"\x01"
    ):
        looks.faulty.append((row, column))


def _many_numbers(looks: Looks, body: bytes) -> None:
    row, column = struct.unpack_from("<HH", body)
    for place in range((len(body) - 6) // 6):
        looks.styles[row, column + place] = struct.unpack_from("<H", body, 4 + 6 * place)[0]


def _row(looks: Looks, body: bytes) -> None:
    if struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
        looks.hidden_rows.append(struct.unpack_from("<H", body)[0])


def _columns(looks: Looks, body: bytes) -> None:
    first, last, width, _, signs = struct.unpack_from("<5H", body)
    if signs & 1 or not width:
        looks.hidden_columns.append((first, last))


def _merged(looks: Looks, body: bytes) -> None:
    for place in range(struct.unpack_from("<H", body)[0]):
        first, last, left, right = struct.unpack_from("<4H", body, 2 + 8 * place)
        looks.merged.append(Area(first, left, last, right))


def _window(looks: Looks, body: bytes) -> None:
    signs, top = struct.unpack_from("<HH", body)
    looks.freezes = bool(signs & _FROZEN) and top == 0


def _pane(looks: Looks, body: bytes) -> None:
    rows = struct.unpack_from("<H", body, 2)[0]
    looks.frozen = rows if looks.freezes and rows <= _TOO_MANY else 0


def _size(looks: Looks, body: bytes) -> None:
    """Rows are counted in four bytes, in files of before 1997 in two."""
    first, last, left, right = struct.unpack_from("<IIHH" if len(body) >= _WIDE_SIZE else "<4H", body)
    turned = last < first or right < left  # damaged: counted from its end, such a rectangle has no bounds
    looks.size = sys.maxsize if turned else (last - first) * (right - left)


_TAKERS: dict[int, Callable[[Looks, bytes], None]] = {
    _MANY_NUMBERS: _many_numbers,
    _SIZE: _size,
    _ROW: _row,
    _COLUMNS: _columns,
    _MERGED: _merged,
    _WINDOW: _window,
    _PANE: _pane,
}
