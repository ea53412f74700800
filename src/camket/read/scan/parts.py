"""Lines and tables of a page to blocks and rows, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.model.document import BlockKind
from camket.model.place import OnPage
from camket.read.frame import in_reading_order, is_frame
from camket.read.scan.columns import Band, bands, whole_lines
from camket.read.scan.lines import Line, lines_of, run_of, runs_of
from camket.read.scan.paragraphs import grouped
from camket.read.scan.ruling import Box, Ruled
from camket.read.scan.word import Word
from camket.read.writer import CellText, Piece

Locate = Callable[[Word], OnPage]
"""Where on the page as it is shown a word stands."""
_CUT_BEFORE, _CUT_AFTER = expression(r"\d[-–]$|/[A-ZĐ]+-$"), expression(r"\d|[A-ZĐ]+(?:[/.,;:]|$)")


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

    @property
    def width(self) -> int:
        """How many columns it reaches over."""
        return max(cell.column + cell.columns for cell in self.cells)


def parts_of(
    lines: Sequence[Line], tables: Sequence[tuple[Ruled, list[list[Word]]]], place: Locate
) -> Iterator[ScannedBlock | ScannedRow]:
    """The parts of a page: its lines, and its tables, each with the words of its cells, from the top down."""
    number = done = 0
    for table, words in tables:
        above = sum(line.bottom < (table.top + table.bottom) / 2 for line in lines)
        yield from _blocks(lines[done:above], place)
        done = max(done, above)
        filled = [_pieces_in(cell, place) for cell in words]
        grid = _texts(table.cells, filled)
        if is_frame(grid):
            yield from _of_frame(table.cells, filled, in_reading_order(grid))
        else:
            yield from _rows(table.cells, filled, number)
            number += 1
    yield from _blocks(lines[done:], place)


def _pieces_in(words: Sequence[Word], place: Locate) -> tuple[Piece, ...]:
    """The words of a cell as one line of text."""
    lines = [Line((run_of(line.words),)) for line in lines_of(runs_of(words))]
    return tuple(pieces_of(lines, place))


def _texts(cells: Sequence[Box], filled: Sequence[tuple[Piece, ...]]) -> list[list[str]]:
    """The texts of the cells by row and column; the fields over which a cell reaches are empty."""
    rows, columns = 1 + max(cell.row for cell in cells), 1 + max(cell.column for cell in cells)
    texts = [[""] * columns for _ in range(rows)]
    for cell, pieces in zip(cells, filled, strict=True):
        texts[cell.row][cell.column] = "".join(piece.text for piece in pieces)
    return texts


def _of_frame(
    cells: Sequence[Box], filled: Sequence[tuple[Piece, ...]], order: Sequence[tuple[int, int]]
) -> Iterator[ScannedBlock]:
    by_field = {(cell.row, cell.column): pieces for cell, pieces in zip(cells, filled, strict=True)}
    return (ScannedBlock("paragraph", by_field[field]) for field in order)


def _rows(cells: Sequence[Box], filled: Sequence[tuple[Piece, ...]], table: int) -> Iterator[ScannedRow]:
    pairs = zip(cells, filled, strict=True)
    for row, group in groupby(pairs, key=lambda pair: pair[0].row):
        texts = [CellText(cell.column, pieces, cell.rows, cell.columns) for cell, pieces in group]
        yield ScannedRow(tuple(texts), table, row)


def _blocks(lines: Sequence[Line], place: Locate) -> Iterator[ScannedBlock]:
    """Lines between tables: paragraphs, and the columns of head and foot one after the other."""
    done = 0
    for band in (*bands(lines), Band(len(lines), len(lines), (), ())):
        yield from (_block(group, place) for group in grouped(lines[done : band.first]))
        for column in (band.left, band.right):
            yield from (_block(group, place) for group in whole_lines(column))
        done = band.last


def _block(lines: Sequence[Line], place: Locate) -> ScannedBlock:
    return ScannedBlock("paragraph", tuple(pieces_of(lines, place)))


def pieces_of(lines: Iterable[Line], place: Locate) -> list[Piece]:
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
