"""Writes the parts of a PDF: a block a line, a row of a table a line, each word with its box on its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import msgspec

from camket.model.document import Aside, Block
from camket.model.place import OnPage, Page, Place
from camket.read.frame import in_reading_order, is_frame
from camket.read.pdf.flow import Flow, PageTable
from camket.read.pdf.joining import joined
from camket.read.pdf.page import Sheet
from camket.read.pdf.paragraphs import Line, kind, paragraphs
from camket.read.pdf.shown import as_shown, shown_size
from camket.read.pdf.tables import LongCell, LongTable, long_tables
from camket.read.scan import ScannedPage
from camket.read.writer import CellText, Piece, Writer


class Made(msgspec.Struct, frozen=True):
    """The text of a PDF with its parts."""

    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]
    pages: tuple[Page, ...]
    asides: tuple[Aside, ...]


class _Written:
    """The text as it grows."""

    def __init__(self) -> None:
        self.writer = Writer()
        self.tables = 0


def write(found: Flow, sheets: Sequence[Sheet], pictures: Mapping[int, ScannedPage]) -> Made:
    """Write all pages in order, the notes last."""
    made = _Written()
    asides = list(found.asides)
    pending: list[Line] = []
    tables = long_tables(found.pages)
    for sheet, parts in zip(sheets, found.pages, strict=True):
        picture = pictures.get(sheet.number)
        if picture is not None:
            _write_lines(made, pending)
            pending = []
            made.tables = picture.write(made.writer, made.tables, pictures.get(sheet.number - 1))
            asides.extend(picture.asides)
            continue
        for part in parts:
            if isinstance(part, PageTable):
                _write_lines(made, pending)
                pending = []
                table = tables.get(id(part.table))
                if table is not None:
                    _write_table(made, table)
            else:
                pending.append(part)
    _write_lines(made, pending)
    for note in found.notes:
        made.writer.block("footnote", _pieces(note))
    written = made.writer.result()
    pages = tuple(_pages(sheets, written.places, pictures))
    places, turned_asides = as_shown(sheets, written.places, asides)
    return Made(written.text, written.blocks, places, pages, turned_asides)


def _pages(sheets: Sequence[Sheet], places: Sequence[Place], pictures: Mapping[int, ScannedPage]) -> Iterator[Page]:
    """The pages with the range of their text; the notes at the end of the text do not count."""
    spans: dict[int, tuple[int, int]] = {}
    latest = 0
    for place in places:
        at = place.at
        if isinstance(at, OnPage) and at.page >= latest:
            latest = at.page
            spans[latest] = (spans[latest][0] if latest in spans else place.start, place.end)
    reached = 0
    for sheet in sheets:
        start, reached = spans.get(sheet.number, (reached, reached))
        width, height = shown_size(sheet)
        yield Page(
            number=sheet.number, width=round(width, 2), height=round(height, 2), start=start, end=reached,
            scanned=sheet.is_recognised or sheet.number in pictures,
        )  # fmt: skip


def _write_lines(made: _Written, lines: Sequence[Line]) -> None:
    for paragraph in paragraphs(lines):
        made.writer.block(kind(paragraph), _pieces(paragraph))


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    words = [(word, line.page) for line in lines for word in line.segment.words]
    ends = set(accumulate(len(line.segment.words) for line in lines))
    return joined(words, ends)


def _write_table(made: _Written, table: LongTable) -> None:
    texts = [[cell.text for cell in row] for row in table.rows]
    if is_frame(texts):
        for row, column in in_reading_order(texts):
            for line, page in table.rows[row][column].lines:
                made.writer.block("paragraph", joined([(word, page) for word in line], ()))
        return
    for number, cells in enumerate(table.rows):
        written = [_cell(cell, head=number < table.heads) for cell in cells]
        made.writer.row(written, made.tables, number)
    made.tables += 1


def _cell(each: LongCell, *, head: bool) -> CellText:
    words = [(word, page) for line, page in each.lines for word in line]
    ends = set(accumulate(len(line) for line, _ in each.lines))
    cell = each.cell
    return CellText(cell.column, joined(words, ends), cell.rows, cell.columns, head)
