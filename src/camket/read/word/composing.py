"""Paragraphs and tables of a Word file to lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from camket.grammar.expression import expression
from camket.read.frame import in_reading_order, is_frame
from camket.read.word.columns import in_lines, is_apart
from camket.read.word.items import Cell, Item, Paragraph, Row, Table, paragraphs_of
from camket.read.word.nested import unfolded
from camket.read.writer import CellText, Piece, Writer

_BLANKS = expression(r" [ \t\n\r\f]+|[\t\n\r\f][ \t\n\r\f]*")  # one blank alone is left as it is
_MOST_ROWS_OF_FRAME = 8
_CELLS_OF_LAYOUT = 4
_PARAGRAPHS_OF_FORM = 6
"""A slip of an office is a table of a few rows, one of which holds all that it says."""


class Composer:
    """Writes what was found, in the order of reading; counts the tables."""

    def __init__(self) -> None:
        self.writer = Writer()
        self._tables = 0

    def write(self, items: Sequence[Item]) -> None:
        """Lines of text, and tables where they stand."""
        lines: list[Paragraph] = []
        for item in items:
            if isinstance(item, Paragraph):
                if "\n" in item.text:
                    lines += (item._replace(text=line) for line in item.text.split("\n"))
                else:
                    lines.append(item)
            else:
                self._lines(lines)
                lines = []
                self._table(item)
        self._lines(lines)

    def _lines(self, lines: Sequence[Paragraph]) -> None:
        if any(is_apart(line.text) for line in lines):
            self.writer.lines([(_spaced(text), kind, at) for text, kind, at in in_lines(lines)])
        else:  # as nearly all are
            self.writer.lines(
                [(_run_together(text if text[:1].strip() else text.strip()), kind, at) for text, kind, at in lines]
            )

    def _table(self, table: Table) -> None:
        """A table of data; one that only places things is read as lines."""
        table = unfolded(table)
        rows = _by_column(table)
        texts = [[_text(cell) for cell in row] for row in rows or ()]
        if rows is not None and is_frame(texts):
            for row, column in in_reading_order(texts):
                cell = rows[row][column]
                self.write(cell.items if cell is not None else ())
        elif _is_layout(table):
            for cell in _cells(table):
                self.write(cell.items)
        else:
            self._data(table)

    def _data(self, table: Table) -> None:
        """Tables of data in its cells are tables of their own behind it: in one cell their rows would be lost."""
        behind: list[Table] = []
        for number, row in enumerate(table.rows):
            cells: list[CellText] = []
            for cell in row.cells:
                inner = [item for item in cell.items if isinstance(item, Table) and _has_rows_and_columns(item)]
                behind += inner
                items = [item for item in cell.items if item not in inner] if inner else cell.items
                cells.append(CellText(cell.column, list(_pieces(items)), cell.rows, cell.columns, row.head))
            self.writer.row(cells, self._tables, number)
        self._tables += 1
        for each in behind:
            self._table(each)


def _has_rows_and_columns(table: Table) -> bool:
    return sum(1 for row in table.rows if len(row.cells) > 1) > 1


def _spaced(text: str) -> str:
    """Blanks run together; a no-break space is a letter of the text and stays. A tab left here parts cells."""
    if "\t" in text:
        return "\t".join(map(_run_together, text.split("\t"))).strip(" ")
    return _run_together(text)


def _run_together(text: str) -> str:
    if "  " in text or "\t" in text or "\n" in text or "\r" in text or "\f" in text:  # in few is anything to replace
        text = _BLANKS.sub(" ", text)
    return text.strip(" ")


def _by_column(table: Table) -> list[list[Cell | None]] | None:
    """The cells of a small table by row and column, merged columns as one; None of a large one."""
    if len(table.rows) > _MOST_ROWS_OF_FRAME:
        return None
    columns = sorted({cell.column for cell in _cells(table)})
    if not columns:
        return None
    widest = len(table.rows[0].cells)
    if all(len(row.cells) == widest for row in table.rows):
        # A row set in or out by some millimetres begins in a column of its own, and is still of the one above it.
        return [list(row.cells) for row in table.rows]
    rank = {column: place for place, column in enumerate(columns)}
    rows: list[list[Cell | None]] = []
    for row in table.rows:
        placed: list[Cell | None] = [None] * len(columns)
        for cell in row.cells:
            placed[rank[cell.column]] = cell
        rows.append(placed)
    return rows


def _is_layout(table: Table) -> bool:
    """Whether it has one column only, is a small table around another, or a form whose text fills a row."""
    cells = list(_cells(table))
    if all(len(row.cells) <= 1 for row in table.rows):
        return True
    if len(table.rows) <= _MOST_ROWS_OF_FRAME and any(map(_is_filled, table.rows)):
        return True
    return len(cells) <= _CELLS_OF_LAYOUT and any(isinstance(item, Table) for cell in cells for item in cell.items)


def _is_filled(row: Row) -> bool:
    """Whether the one cell of a row holds paragraph after paragraph: no data, but what an officer has written."""
    written = row.cells[0].items if len(row.cells) == 1 else ()
    return sum(1 for each in paragraphs_of(written) if each.text.strip()) >= _PARAGRAPHS_OF_FORM


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row.cells)


def _pieces(items: Iterable[Item]) -> Iterator[Piece]:
    """The paragraphs of a cell on one line, those of a table in it too."""
    parted = ""
    for paragraph in paragraphs_of(items):
        text = _run_together(paragraph.text)
        if text:
            yield Piece(parted + text, paragraph.at)
            parted = " "


def _text(cell: Cell | None) -> str:
    return "\n".join(each.text for each in paragraphs_of(cell.items)) if cell is not None else ""
