"""The rows above, between and below the tables of a sheet, in the order in which a reader takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.model.document import BlockKind
from camket.read.frame import in_reading_order
from camket.read.sheet.book import Cell, Row
from camket.read.sheet.kinds import folded, is_foot, is_title, one_line

_MOTTO = expression(r"cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập\s*[-–]\s*tự do")
_BELOW_MOTTO = 6
"""Rows below the motto in which the letterhead ends."""


class Line(NamedTuple):
    """A paragraph or heading: the cells that it is made of, each with the line of it that stands here."""

    kind: BlockKind
    parts: tuple[tuple[Cell, str], ...]


def lines(rows: Sequence[Row], *, above: bool) -> Iterator[Line]:
    """The lines of rows that are no table.

    The letterhead and the foot have columns side by side, and are read column by column.

    Args:
        rows: the rows.
        above: whether they stand above a table, where titles are.
    """
    first, last = _letterhead(rows)
    foot = _foot(rows, last)
    yield from _by_row(rows[:first], above=above)
    yield from _by_column(rows[first:last])
    yield from _by_row(rows[last:foot], above=above)
    yield from _by_column(rows[foot:])


def letterhead(rows: Sequence[Row]) -> int:
    """How many of the rows above a table end with the letterhead; 0 where there is none."""
    first, last = _letterhead(rows)
    return last if last > first else 0


def _letterhead(rows: Sequence[Row]) -> tuple[int, int]:
    """First and last row with the issuer beside the motto, the number beside the day."""
    motto = next((place for place, row in enumerate(rows) if _has(row, _MOTTO)), None)
    if motto is None:
        return 0, 0
    first = motto
    while first and len(rows[first - 1].cells) > 1:
        first -= 1
    near = range(motto, min(len(rows), motto + _BELOW_MOTTO))
    last = max((place for place in near if len(rows[place].cells) > 1), default=motto)
    return first, last + 1


def _foot(rows: Sequence[Row], start: int) -> int:
    """Where the foot begins: the first row that says who signs or who gets the paper, if columns stand side by side."""
    first = next((place for place in range(start, len(rows)) if is_foot(rows[place])), len(rows))
    return first if any(len(row.cells) > 1 for row in rows[first:]) else len(rows)


def _has(row: Row, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(folded(cell.text)) for cell in row.cells)


def _by_row(rows: Sequence[Row], *, above: bool) -> Iterator[Line]:
    for row in rows:
        waiting: list[tuple[Cell, str]] = []
        for cell in row.cells:
            parts = _parts(cell)
            for part in parts:
                yield_now = not part[1].endswith(":") or part is not parts[-1] or cell is row.cells[-1]
                waiting.append(part)
                if yield_now:
                    yield _line(waiting, above=above)
                    waiting = []


def _by_column(rows: Sequence[Row]) -> Iterator[Line]:
    if not rows:
        return
    begins = [cell.column for cell in max(rows, key=lambda row: len(row.cells)).cells]
    grid: list[list[list[Cell]]] = [[[] for _ in begins] for _ in rows]
    for place, row in enumerate(rows):
        for cell in row.cells:
            nearest = min(range(len(begins)), key=lambda each: abs(begins[each] - cell.column))
            grid[place][nearest].append(cell)
    texts = [[" ".join(cell.text for cell in cells) for cells in row] for row in grid]
    for place, column in in_reading_order(texts):
        for cell in grid[place][column]:
            for part in _parts(cell):
                yield _line([part], above=False)


def _parts(cell: Cell) -> list[tuple[Cell, str]]:
    """The lines within a cell."""
    return [(cell, line) for line in map(one_line, cell.text.splitlines()) if line]


def _line(parts: list[tuple[Cell, str]], *, above: bool) -> Line:
    title = above and is_title(" ".join(text for _, text in parts))
    return Line("heading" if title else "paragraph", tuple(parts))
