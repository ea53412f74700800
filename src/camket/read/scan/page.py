"""A picture of a page to its text: blocks in the order of reading, every word with its box and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from camket.grammar.expression import expression
from camket.model.document import Aside, AsideKind
from camket.model.place import OnPage
from camket.read.scan.again import read_again
from camket.read.scan.blanks import with_blanks
from camket.read.scan.cells import without_tables, words_in_cells
from camket.read.scan.commas import with_commas
from camket.read.scan.known import with_known
from camket.read.scan.lines import Line, lines_of, runs_of
from camket.read.scan.numerals import mended
from camket.read.scan.parts import Locate, ScannedBlock, ScannedRow, parts_of
from camket.read.scan.prepare import Prepared, is_blank, prepared
from camket.read.scan.ruling import Ruled, ruled_tables
from camket.read.scan.shapes import Shapes, shapes_of, with_digits
from camket.read.scan.signs import with_bars
from camket.read.scan.stamp import red_words, stamped, with_marks
from camket.read.scan.tesseract import DPI, orientation, words_of
from camket.read.scan.word import Word
from camket.read.writer import Writer

if TYPE_CHECKING:
    from PIL import Image

_POOR = 0.6
_FEW = 5
_EDGE = 0.08
_PAGE_NUMBER = expression(r"(?:trang )?[-–— ]*\d{1,3}[-–— ]*(?:/ ?\d{1,3})?", re.IGNORECASE)


class ScannedPage(NamedTuple):
    """What was read in the picture of a page.

    Attributes:
        number: that of the page, from 1.
        width, height: its size in points.
        parts: blocks and rows in the order of reading; the places of their words carry `sure`.
        asides: page numbers at its edges.
        sure: how sure the recognition is of its letters on the whole, 0 to 1; 0 where there are none.
        digits: what those of it, and of the pages before, look like.
    """

    number: int
    width: float
    height: float
    parts: tuple[ScannedBlock | ScannedRow, ...] = ()
    asides: tuple[Aside, ...] = ()
    sure: float = 0.0
    digits: Shapes | None = None

    @property
    def tables(self) -> int:
        """How many tables it has."""
        return len({part.table for part in self.parts if isinstance(part, ScannedRow)})

    def write(self, writer: Writer, first_table: int = 0, before: ScannedPage | None = None) -> int:
        """Write the page; its tables get numbers from `first_table`, and the next free one is returned.

        Where the page `before`, written last, ends in a table as broad as that at the head of this one, it goes on.
        """
        last = writer.last
        first_row = 0
        if before is not None and last is not None and last.row is not None and self._goes_on(before):
            first_table, first_row = first_table - 1, last.row + 1
        for part in self.parts:
            if isinstance(part, ScannedRow):
                row = part.row if part.table else first_row + part.row
                writer.row(part.cells, first_table + part.table, row)
            else:
                writer.block(part.kind, part.pieces)
        return first_table + self.tables

    def _goes_on(self, before: ScannedPage) -> bool:
        """Whether the table at the end of a page goes on at the head of this one."""
        if not before.parts or not self.parts:
            return False
        last, first = before.parts[-1], self.parts[0]
        return isinstance(last, ScannedRow) and isinstance(first, ScannedRow) and last.width == first.width


class _Reading(NamedTuple):
    """A picture made ready, the words outside its tables, and its tables with the words of each cell."""

    ready: Prepared
    words: list[Word]
    tables: list[tuple[Ruled, list[list[Word]]]]
    digits: Shapes | None

    @property
    def all_words(self) -> list[Word]:
        """Those in the tables too."""
        return [*self.words, *(word for _, cells in self.tables for cell in cells for word in cell)]

    def with_known(self, known: Sequence[Word]) -> _Reading:
        """With words that the file says, given where they stand in the picture as it came."""
        if not known:
            return self
        placed = [Word(word.text, *self.ready.forth(word[1:5]), word.sure) for word in known]
        cells = [cell for _, within in self.tables for cell in within]
        boxes = [box for table, _ in self.tables for box in table.cells]
        words, filled = with_known(self.words, cells, boxes, placed)
        rest = iter(filled)
        return self._replace(
            words=words, tables=[(table, [next(rest) for _ in table.cells]) for table, _ in self.tables]
        )


def recognise(image: Image.Image, dpi: float) -> list[Word]:
    """The words of a picture of `dpi` dots an inch, with their boxes in that picture; those of tables come last.

    Raises:
        ReadError: see `camket.read.scan.tesseract.words_of`.
    """
    reading = _read(image, dpi)
    return [Word(word.text, *reading.ready.back(word[1:5]), *word[5:]) for word in reading.all_words]


def scanned_page(
    number: int,
    image: Image.Image,
    width: float,
    height: float,
    known: Sequence[Word] = (),
    before: ScannedPage | None = None,
) -> ScannedPage:
    """Read the picture of page `number`, which is `width` by `height` points as it is shown.

    Args:
        number: of the page, from 1.
        image: its picture.
        width: of the page in points.
        height: likewise.
        known: words that the file says and the picture does not show, with their places in the picture.
        before: the page before, whose digits look like those of this one.

    Raises:
        ReadError: see `camket.read.scan.tesseract.words_of`.
    """
    dpi = 72 * image.width / width if width > 0 else float(DPI)
    reading = _read(image, dpi, before.digits if before is not None else None).with_known(known)
    ready = reading.ready
    across, down = width / image.width, height / image.height

    def place(word: Word, ready: Prepared = ready) -> OnPage:
        left, top, right, bottom = ready.back(word[1:5])
        left, top, right, bottom = left * across, top * down, right * across, bottom * down
        return OnPage(number, round(left, 2), round(top, 2), round(right, 2), round(bottom, 2), word.sure)

    lines = [with_marks(line) for line in mended(lines_of(runs_of(reading.words)), ready.image)]
    lines, asides = _without_numbers(lines, ready.image.height, place)
    red = red_words(image, dpi, ready.turned) if number == 1 else None
    if red is not None:
        asides += [
            Aside(kind="header", text=line.text, at=None if ready.turned else place(line.words[0], red[0]))
            for line in stamped(red[1])
        ]
    parts = tuple(parts_of(lines, reading.tables, place))
    return ScannedPage(number, width, height, parts, tuple(asides), round(_mean(reading.all_words), 3), reading.digits)


def _read(image: Image.Image, dpi: float, digits: Shapes | None = None) -> _Reading:
    """The picture as it is read best: upright, or turned where it lies on its side or upside down."""
    if is_blank(image):
        return _Reading(Prepared(image, image.size, 0, 1.0, 0.0), [], [], digits)
    best = _read_turned(image, dpi, 0, digits)
    words = best.all_words
    if len(words) >= _FEW and _mean(words) >= _POOR:
        return best
    told = orientation(best.ready.image)
    for turned in (90, 180, 270) if told is None else filter(None, (told,)):
        other = _read_turned(image, dpi, turned, digits)
        if _weight(other.all_words) > _weight(best.all_words):
            best = other
    return best


def _read_turned(image: Image.Image, dpi: float, turned: int, digits: Shapes | None) -> _Reading:
    ready = prepared(image, dpi, turned)
    tables = ruled_tables(ready.image)
    rest = without_tables(ready.image, tables)
    words = read_again(rest, words_of(rest))
    within = [words_in_cells(ready.image, table.cells) for table in tables]
    shapes = shapes_of([*words, *(word for cells in within for cell in cells for word in cell)], ready.image, digits)
    words = _mended(words, ready.image, shapes)
    within = [[_mended(cell, ready.image, shapes) for cell in cells] for cells in within]
    return _Reading(ready, words, list(zip(tables, within, strict=True)), shapes)


def _mended(words: Sequence[Word], image: Image.Image, shapes: Shapes) -> list[Word]:
    """What the picture of a word tells beyond its letters."""
    return with_blanks(with_commas(with_bars(with_digits(words, image, shapes), image), image), image)


def _mean(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _weight(words: Sequence[Word]) -> float:
    """Many letters that are sure; letters of a page on its side are neither."""
    return sum(max(word.sure - 0.5, 0.0) * len(word.text) for word in words)


def _without_numbers(lines: list[Line], height: float, place: Locate) -> tuple[list[Line], list[Aside]]:
    """The lines without the page's number at its upper or lower edge."""
    asides: list[Aside] = []
    ends: tuple[tuple[int, AsideKind], ...] = ((0, "header"), (-1, "footer"))
    for end, kind in ends:
        if lines and _is_number(lines[end], height):
            line = lines.pop(end)
            asides.append(Aside(kind=kind, text=line.text, at=place(line.words[0])))
    return lines, asides


def _is_number(line: Line, height: float) -> bool:
    at_edge = line.bottom < height * _EDGE or line.top > height * (1 - _EDGE)
    return at_edge and _PAGE_NUMBER.fullmatch(line.text) is not None
