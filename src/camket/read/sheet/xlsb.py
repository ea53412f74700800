"""XLSB: the sheets of an Excel workbook in binary parts. MS-XLSB."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from camket.read.limits import Limits
from camket.read.sheet.book import Area, Book
from camket.read.sheet.looks import BookLooks, Looks
from camket.read.sheet.package import BrokenPartError, Package
from camket.read.sheet.pattern import coded
from camket.read.sheet.styles import Styles
from camket.read.sheet.values import fill

_WORKBOOK, _STYLES = "xl/workbook.bin", "xl/styles.bin"
_ROW, _COLUMNS, _MERGED, _SHEET = 0, 60, 176, 156
_FORMAT, _FONT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 43, 47, 617, 618
_NAME_OF_FONT = 21
_CELLS, _FAULTS = frozenset(range(2, 12)), (3, 11)
_HIDDEN_ROW = 0x10


def read_xlsb(data: bytes, file: str, limits: Limits) -> Book:
    """Read a workbook.

    Raises:
        ReadError: `read.sheet_damaged`, `read.archive_bomb`.
    """
    package = Package(data, file, limits)
    book = Book(macros=package.holds("xl/vbaproject"), links=package.holds("xl/externallinks/"))
    try:
        looks = BookLooks(False, _styles(package), [_looks(package, part) for part in _sheets(package)])
    except (BrokenPartError, struct.error):
        looks, book.plain = BookLooks(False, Styles([], []), []), True
    fill(book, data, file, limits, looks)
    return book


def _records(package: Package, part: str) -> Iterator[tuple[int, bytes]]:
    """The records of a part: a number of one or two bytes, a length of up to four, seven bits in each.

    Raises:
        BrokenPartError: the last one breaks off.
    """
    with package.open(part) as stream:
        content = stream.read()
    place = 0
    while place < len(content):
        kind, place = _number(content, place, 2)
        length, place = _number(content, place, 4)
        if place + length > len(content):
            raise BrokenPartError(part)
        yield kind, content[place : place + length]
        place += length


def _number(content: bytes, place: int, most: int) -> tuple[int, int]:
    number = 0
    for step in range(most):
        byte = content[place + step] if place + step < len(content) else 0
        number |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:
            return number, place + step + 1
    return number, place + most


def _text(body: bytes, place: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", body, place)[0]
    end = place + 4 + 2 * length
    return body[place + 4 : end].decode("utf-16-le", errors="replace"), end


def _styles(package: Package) -> Styles:
    formats: dict[int, str] = {}
    styles: list[tuple[int, int]] = []
    fonts: list[str] = []
    within = False
    for kind, body in _records(package, _STYLES):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind == _FONT:
            fonts.append(_text(body, _NAME_OF_FONT)[0])
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            within = kind == _STYLES_BEGIN
        elif kind == _STYLE and within:
            styles.append(struct.unpack_from("<HH", body, 2))
    names = [fonts[font] if font < len(fonts) else "" for _, font in styles]
    return Styles(coded((number for number, _ in styles), formats), names)


def _sheets(package: Package) -> list[str]:
    """The parts of the sheets, in order."""
    related = package.related(_WORKBOOK)
    ids = (_text(body, 8)[0] for kind, body in _records(package, _WORKBOOK) if kind == _SHEET)
    return [related[each].target if each in related else "" for each in ids]


def _looks(package: Package, part: str) -> Looks:
    looks = Looks()
    try:
        _gather(looks, _records(package, part))
    except (BrokenPartError, struct.error, IndexError):
        looks.cut = True
    return looks


def _gather(looks: Looks, records: Iterable[tuple[int, bytes]]) -> None:
    row = 0
    for kind, body in records:
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & _HIDDEN_ROW:
                looks.hidden_rows.append(row)
        elif kind in _CELLS:
            column, style = struct.unpack_from("<II", body)
            looks.styles[row, column] = style & 0xFFFFFF
            if kind in _FAULTS:
                looks.faulty.append((row, column))
        elif kind == _COLUMNS:
            first, last, _, _, signs = struct.unpack_from("<4IH", body)
            if signs & 1:
                looks.hidden_columns.append((first, last))
        elif kind == _MERGED:
            first, last, left, right = struct.unpack_from("<4I", body)
            looks.merged.append(Area(first, left, last, right))
