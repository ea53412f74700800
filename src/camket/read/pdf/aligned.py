"""Tables without ruling lines: rows whose cells stand under each other and are numbers but for the first column.

Only what can be told safely is a table: columns of text beside each other are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.grammar.expression import expression
from camket.read.pdf.boxes import Cell, Segment, TableBox

_SAME_LINE = 0.4
_LEAST_ROWS = 3
_MOSTLY = 0.7
_NUMBER = expression(
    r"(?:khoảng|trên|dưới|gần|từ|≥|≤|>|<|~|±)?\s*[-+–(]?\d[\d.,/]*(?:\s?[-–]\s?\d[\d.,/]*)?\)?\s?%?\)?\*?|[-–—…x]|\.{2,3}",
    re.IGNORECASE,
)


def aligned_table(segments: Sequence[Segment], edges: Sequence[float]) -> TableBox | None:
    """The table that segments make, where they make one.

    Args:
        segments: those of a block whose columns are free of each other from top to bottom.
        edges: one between each two columns.
    """
    rows = rows_of(segments, edges)
    if not _is_table(rows, len(edges) + 1):
        return None
    cells = [
        [Cell(number, column, 1, 1, [part.words for part in parts]) for column, parts in enumerate(row)]
        for number, row in enumerate(_whole(rows))
    ]
    return TableBox(
        cells=cells,
        left=min(each.left for each in segments),
        top=min(each.top for each in segments),
        right=max(each.right for each in segments),
        bottom=max(each.bottom for each in segments),
        edges=tuple(edges),
        ruled=False,
    )


_Row = list[list[Segment]]


def rows_of(segments: Sequence[Segment], edges: Sequence[float]) -> list[list[list[Segment]]]:
    """The lines that segments stand in, each by column."""
    rows: list[list[list[Segment]]] = []
    line = float("-inf")
    for each in sorted(segments, key=lambda one: one.bottom):
        if each.bottom - line > _SAME_LINE * each.size:
            rows.append([[] for _ in range(len(edges) + 1)])
            line = each.bottom
        rows[-1][sum(each.centre > edge for edge in edges)].append(each)
    for row in rows:
        for parts in row:
            parts.sort(key=lambda one: one.left)
    return rows


def _is_table(rows: Sequence[_Row], columns: int) -> bool:
    """Whether enough rows have numbers in most of their columns after the first one."""
    wide = [row for row in rows if sum(map(bool, row)) >= min(columns, 3) and row[0]]
    if len(wide) < _LEAST_ROWS:
        return False
    cells = [" ".join(part.text for part in parts) for row in wide for parts in row[1:] if parts]
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
    with_number = sum(any(_is_number(parts) for parts in row[1:]) for row in wide)
    if columns == 2:
        return numbers > _MOSTLY * len(cells) and numbers >= _LEAST_ROWS
    return with_number >= _LEAST_ROWS and with_number > _MOSTLY * len(wide) - 1 and numbers * 2 > len(cells)


def _is_number(parts: Sequence[Segment]) -> bool:
    return bool(parts) and _NUMBER.fullmatch(" ".join(part.text for part in parts)) is not None


def _whole(rows: Sequence[_Row]) -> list[_Row]:
    """The rows with names that go on in the next line put together."""
    whole: list[_Row] = []
    for row in rows:
        if whole and row[0] and row[0][0].text[:1].islower() and (_only_named(row) or _only_named(whole[-1])):
            for parts, more in zip(whole[-1], row, strict=True):
                parts.extend(more)
        else:
            whole.append([list(parts) for parts in row])
    return whole


def _only_named(row: _Row) -> bool:
    return bool(row[0]) and not any(row[1:])
