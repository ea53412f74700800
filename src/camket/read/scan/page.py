"""A picture of a page to its text: blocks in the order of reading, every word with its box and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from camket.model.document import Aside, AsideKind, BlockKind
from camket.model.place import OnPage
from camket.read.scan.columns import Band, bands
from camket.read.scan.lines import Line, lines_of, runs_of
from camket.read.scan.paragraphs import grouped
from camket.read.scan.prepare import Prepared, prepared
from camket.read.scan.tesseract import orientation, words_of
from camket.read.scan.word import Word
from camket.read.writer import CellText, Piece, Writer

if TYPE_CHECKING:
    from PIL import Image

_POOR = 0.6
_FEW = 5
_EDGE = 0.08
_PAGE_NUMBER = re.compile(r"(?:trang )?[-–— ]*\d{1,3}[-–— ]*(?:/ ?\d{1,3})?", re.IGNORECASE)
_CUT_BEFORE, _CUT_AFTER = re.compile(r"\d[-–]$|/[A-ZĐ]+-$"), re.compile(r"\d|[A-ZĐ]+(?:[/.,;:]|$)")


class ScannedBlock(NamedTuple):
    """A block other than a cell, as `Writer.block` takes it."""

    kind: BlockKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


class ScannedRow(NamedTuple):
    """A row of a table, as `Writer.row` takes it; tables of a page and rows of a table are counted from 0."""

    cells: tuple[CellText, ...]
    table: int
    row: int


class ScannedPage(NamedTuple):
    """What was read in the picture of a page.

    Attributes:
        number: that of the page, from 1.
        width, height: its size in points.
        parts: blocks and rows in the order of reading; the places of their words carry `sure`.
        asides: page numbers at its edges.
        sure: how sure the recognition is of its letters on the whole, 0 to 1; 0 where there are none.
    """

    number: int
    width: float
    height: float
    parts: tuple[ScannedBlock | ScannedRow, ...] = ()
    asides: tuple[Aside, ...] = ()
    sure: float = 0.0

    @property
    def tables(self) -> int:
        """How many tables it has."""
        return len({part.table for part in self.parts if isinstance(part, ScannedRow)})

    def write(self, writer: Writer, first_table: int = 0) -> int:
        """Write the page; its tables get numbers from `first_table`, and the next free one is returned."""
        for part in self.parts:
            if isinstance(part, ScannedRow):
                writer.row(part.cells, first_table + part.table, part.row)
            else:
                writer.block(part.kind, part.pieces)
        return first_table + self.tables


def recognise(image: Image.Image, dpi: float) -> list[Word]:
    """The words of a picture of `dpi` dots an inch, in the recogniser's order, with their boxes in that picture.

    Raises:
        ReadError: see `camket.read.scan.tesseract.words_of`.
    """
    ready, words = _recognised(image, dpi)
    return [Word(word.text, *ready.back(word[1:5]), *word[5:]) for word in words]


def scanned_page(number: int, image: Image.Image, width: float, height: float) -> ScannedPage:
    """Read the picture of page `number`, which is `width` by `height` points as it is shown.

    Raises:
        ReadError: see `camket.read.scan.tesseract.words_of`.
    """
    dpi = 72 * image.width / width if width > 0 else 300.0
    ready, words = _recognised(image, dpi)
    across, down = width / image.width, height / image.height

    def place(word: Word) -> OnPage:
        left, top, right, bottom = ready.back(word[1:5])
        left, top, right, bottom = left * across, top * down, right * across, bottom * down
        return OnPage(number, round(left, 2), round(top, 2), round(right, 2), round(bottom, 2), word.sure)

    lines = lines_of(runs_of(words))
    lines, asides = _without_numbers(lines, ready.image.height, place)
    parts = _parts(lines, place)
    return ScannedPage(number, width, height, tuple(parts), tuple(asides), round(_mean(words), 3))


def _recognised(image: Image.Image, dpi: float) -> tuple[Prepared, list[Word]]:
    """The picture as it was read best: upright, or turned where it lies on its side or upside down."""
    ready = prepared(image, dpi)
    words = words_of(ready.image)
    if len(words) >= _FEW and _mean(words) >= _POOR:
        return ready, words
    told = orientation(ready.image)
    best = ready, words
    for turned in (90, 180, 270) if told is None else filter(None, (told,)):
        other = prepared(image, dpi, turned)
        read = words_of(other.image)
        if _weight(read) > _weight(best[1]):
            best = other, read
    return best


def _mean(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _weight(words: Sequence[Word]) -> float:
    """Many letters that are sure; letters of a page on its side are neither."""
    return sum(max(word.sure - 0.5, 0.0) * len(word.text) for word in words)


def _without_numbers(
    lines: list[Line], height: float, place: Callable[[Word], OnPage]
) -> tuple[list[Line], list[Aside]]:
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


def _parts(lines: list[Line], place: Callable[[Word], OnPage]) -> list[ScannedBlock | ScannedRow]:
    parts: list[ScannedBlock | ScannedRow] = []
    done = 0
    for band in (*bands(lines), Band(len(lines), len(lines), (), ())):
        parts += [_block(group, place) for group in grouped(lines[done : band.first])]
        parts += [_block([Line((run,))], place) for run in chain(band.left, band.right)]
        done = band.last
    return parts


def _block(lines: Sequence[Line], place: Callable[[Word], OnPage]) -> ScannedBlock:
    return ScannedBlock("paragraph", tuple(pieces_of(lines, place)))


def pieces_of(lines: Iterable[Line], place: Callable[[Word], OnPage]) -> list[Piece]:
    """The words of lines as pieces: a blank between words and lines, two where a wide gap parts a line."""
    pieces: list[Piece] = []
    for line in lines:
        for number, run in enumerate(line.runs):
            for count, word in enumerate(run.words):
                if pieces:
                    pieces.append(Piece("  " if number and not count else _blank(pieces[-1].text, word.text)))
                pieces.append(Piece(word.text, place(word)))
    return pieces


def _blank(before: str, after: str) -> str:
    """A range of numbers, or the number of a paper, cut at its dash is one word."""
    return "" if _CUT_BEFORE.search(before) and _CUT_AFTER.match(after) else " "
