"""Tables of which each cell came out as a line of its own: a head and the rows from a line on, set to columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from camket.extract.tables.cell import Cell, is_blank, value_of
from camket.extract.tables.grid import OF_A_YEAR, Grid, Line, is_fixed
from camket.extract.tables.head import read_columns, read_part
from camket.extract.tables.line_rows import Shape, line_of, rows_from
from camket.extract.tables.spread import spread
from camket.extract.tables.words import table_words

_ENOUGH = 2
"""Full rows that make lines under a head a table."""
_FEW = 5
"""One row in so many may be longer than the head by mistake."""
_MOST = 0.8


def grid_of(low: str, cells: list[Cell], place: int, shape: Shape, head: list[Cell]) -> tuple[Grid, int] | None:
    """The rows from a line on under a head, as a table where there are enough of them."""
    head = _without_span(head)
    asked = shape._replace(notes=sum(cell.low in table_words().note for cell in head))
    rows, end = rows_from(low, cells, place, asked)
    if len(full_rows(rows)) < _ENOUGH:
        return None
    if shape.numbered and not shape.measured:
        usual = Counter(_values_in(row, asked.notes) for row in full_rows(rows)).most_common(1)[0][0]
        asked = asked._replace(values=usual)
        rows, end = rows_from(low, cells, place, asked)
    if len(head) == width(rows) + 1 and _ends_in_words(rows, head[-1].low):
        rows, end = rows_from(low, cells, place, asked._replace(notes=asked.notes + 1))
    most = width(rows)
    lines = _heads_over(head, most, shape)
    if lines is None:
        return None
    count = len(lines[0].cells)
    rows = [_filled(row, count) for row in rows]
    return Grid(lines, tuple(rows), "\n"), end


_SPANS = frozenset({"năm", "các năm", "thời kỳ", "giai đoạn"})


def _without_span(head: list[Cell]) -> list[Cell]:
    """The head without a cell that only says of the years behind it that they are some: `Năm` over `2010`, `2021`."""
    for at, cell in enumerate(head[:-_ENOUGH]):
        if at and cell.low in _SPANS and all(OF_A_YEAR.fullmatch(below.low) for below in head[at + 1 : at + 3]):
            return [*head[:at], *head[at + 1 :]]
    return head


def _values_in(row: Line, notes: int) -> int:
    """How many values a numbered row holds, without the notes at its end, which not every row has."""
    cells = row.cells[2:]
    while notes and cells and not is_blank(cells[-1].low) and value_of(cells[-1].low) is None:
        cells, notes = cells[:-1], notes - 1
    return len(cells)


def full_rows(rows: Sequence[Line]) -> list[Line]:
    """Those that hold values."""
    return [row for row in rows if row.mode == "\n"]


def width(rows: Sequence[Line]) -> int:
    """How many cells the longest rows have, of which there are more than a few; of rows all unlike the most usual."""
    counts = Counter(len(row.cells) for row in full_rows(rows))
    usual = counts.most_common(1)[0][0]
    return max((count for count, of_it in counts.items() if of_it * _FEW >= counts.total()), default=usual)


def _ends_in_words(rows: list[Line], head: str) -> bool:
    """Whether almost each row is followed by words that stand under the last head: `Rất tốt`."""
    told = read_part(head)
    if told.when is not None or told.role is not None or is_fixed(head):
        return False
    followed = sum(not after.mode for row, after in pairwise(rows) if row.mode == "\n")
    return followed >= max(_ENOUGH, _MOST * (len(full_rows(rows)) - 1))  # what follows the last is not among them


def _filled(row: Line, count: int) -> Line:
    """The row with blanks for the cells that are missing at its end."""
    if row.mode != "\n":
        return row
    blank = Cell(row.end, row.end, "")
    return row._replace(cells=(*row.cells, *(blank,) * (count - len(row.cells)))[:count])


def _heads_over(head: list[Cell], most: int, shape: Shape) -> tuple[Line, ...] | None:
    """The head in lines over the columns, of which the longest row fills `most`."""
    if len(head) == most or (len(head) > most and all(is_fixed(cell.low) for cell in head[most:])):
        return (line_of(head),)
    two = _two_lines(head, most, shape) if len(head) > most else None
    return two or ((line_of(head),) if len(head) > most else None)


def _two_lines(head: list[Cell], most: int, shape: Shape) -> tuple[Line, ...] | None:
    """A head of two lines, of which the cells of the upper one come first; the way that tells most of its columns."""
    told: list[tuple[int, list[list[str]]]] = []
    for cut in range(2 + shape.measured, len(head) - 1):
        upper, lower = [cell.low for cell in head[:cut]], [cell.low for cell in head[cut:]]
        over = None if any(is_fixed(text) for text in lower) else spread(upper, lower, most)
        if over is not None:
            told.append((_understood(over.lines, shape) + over.fit, over.lines))
    if not told:
        return None
    best = max(told, key=lambda one: one[0])[1]
    return tuple(line_of([_placed(text, head) for text in line]) for line in best)


def _placed(text: str, head: list[Cell]) -> Cell:
    at = head[0].start
    return next((cell for cell in head if text and cell.low == text), Cell(at, at, text))


def _understood(lines: list[list[str]], shape: Shape) -> int:
    """How much the columns tell: each its time and role or its comparison, no two the same."""
    parts = tuple(tuple(text for text in column if text) for column in zip(*lines, strict=True))
    columns = read_columns(parts, numbered=shape.numbered) or ()
    values = [column for column in columns if column.kind == "value"]
    told = {
        (column.role, column.when, column.measure, column.same, column.base, column.subject)
        for column in values
        if column.understood
    }
    return len(told) * 3 + sum(bool(column.when) + bool(column.role or column.measure) for column in values)
