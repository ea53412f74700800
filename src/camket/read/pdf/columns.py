"""The order in which a reader takes the lines of a page: column after column where lines stand beside each other.

A page is parted from top to bottom into bands of lines that overlap. Bands that leave the same gap free are one block:
the head of an official paper (issuer and number; motto, place and date), its foot (whom it goes to; who signs), the
columns of a newspaper. What crosses the gap ends the block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.pdf.aligned import aligned_table
from camket.read.pdf.boxes import Item, Segment, TableBox, segment
from camket.read.pdf.forms import form_of

_SHRINK = 0.2
"""The part of a line's height by which lines may overlap without standing beside each other."""
_GUTTER = 0.8
"""The width of a gap that a line must leave free to stand in a column, in heights of its letters."""
_LEAST = 0.1
"""The width of a gap between what stands beside each other; segments of one line are only parted by columns."""
_WIDE = 3.0
"""The width, in heights, up to which a gap in a single line parts no columns."""
_NEAR = 1.3
"""The distance between the lines of one column, in heights."""

_ADDRESSED = expression(r"kính\s+gửi\s*:?", re.IGNORECASE)

Gap = tuple[float, float]


class Column(NamedTuple):
    """Items below each other, and the edges that their paragraphs may fill."""

    items: list[Item]
    left: float
    right: float
    beside: bool = False


class _Band(NamedTuple):
    items: list[Item]
    top: float
    bottom: float
    gaps: list[Gap]


def in_order(items: Sequence[Item]) -> list[Column]:
    """The items in the order of reading, as columns; `beside` marks those that stand beside others."""
    if not items:
        return []
    bands = _bands(items)
    columns: list[Column] = []
    at = 0
    while at < len(bands):
        end, gaps = _block(bands, at)
        one = _one_line(bands[at]) if end <= at + 1 else None
        if one is not None:
            _add(columns, [one])
            at += 1
        elif gaps and end > at:
            at = _add_block(columns, bands, at, end, gaps)
        else:
            _add(columns, bands[at].items)
            at += 1
    return columns


def _add_block(columns: list[Column], bands: Sequence[_Band], at: int, end: int, gaps: list[Gap]) -> int:
    """Add what stands beside each other as a table or as columns; where the next block begins."""
    last = max(each for each in range(at, end) if bands[each].gaps) + 1
    table = _table([item for band in bands[at:last] for item in band.items], gaps)
    if table is not None:
        _add(columns, [table])
        return last
    rows = _form([item for band in bands[at:last] for item in band.items], gaps)
    if rows is not None:
        left, right = min(line.left for row in rows for line in row), max(line.right for row in rows for line in row)
        columns.extend(Column([*row], left, right, beside=True) for row in rows)
        return last
    start, gaps = _led_in(bands, at, gaps, columns)
    columns.extend(_parted([item for band in bands[start:end] for item in band.items], gaps))
    return end


def _one_line(band: _Band) -> Segment | None:
    """The line that a band is, where only wide blanks of a justified line part it."""
    parts = sorted((item for item in band.items if isinstance(item, Segment)), key=lambda each: each.left)
    if len(parts) < 2 or len(parts) < len(band.items):
        return None
    if any(abs(part.bottom - parts[0].bottom) > part.size / 3 for part in parts):
        return None
    if any(after.left - part.right > _WIDE * part.size for part, after in pairwise(parts)):
        return None
    return segment([word for part in parts for word in part.words])


def _add(columns: list[Column], items: Sequence[Item]) -> None:
    for item in sorted(items, key=lambda each: (each.left, each.top)):
        if columns and not columns[-1].beside:
            last = columns[-1]
            last.items.append(item)
            columns[-1] = last._replace(left=min(last.left, item.left), right=max(last.right, item.right))
        else:
            columns.append(Column([item], item.left, item.right))


def _bands(items: Sequence[Item]) -> list[_Band]:
    bands: list[_Band] = []
    group: list[Item] = []
    top, bottom = 0.0, 0.0
    for item in sorted(items, key=lambda each: (each.top, each.left)):
        slack = _SHRINK * _height(item)
        if group and item.top + slack < bottom:
            group.append(item)
            bottom = max(bottom, item.bottom - slack)
            continue
        if group:
            bands.append(_Band(group, top, bottom, _gaps(group)))
        group, top, bottom = [item], item.top, item.bottom - slack
    bands.append(_Band(group, top, bottom, _gaps(group)))
    return bands


def _height(item: Item) -> float:
    return min(item.bottom - item.top, 2 * getattr(item, "size", 12.0))


def _gaps(items: Sequence[Item]) -> list[Gap]:
    """The gaps that run through items from top to bottom."""
    if len(items) == 1:
        return []
    spans = sorted((item.left, item.right) for item in items)
    least = _LEAST * max(_height(item) for item in items)
    gaps: list[Gap] = []
    reach = spans[0][1]
    for left, right in spans[1:]:
        if left - reach > least:
            gaps.append((reach, left))
        reach = max(reach, right)
    return gaps


def _block(bands: Sequence[_Band], at: int) -> tuple[int, list[Gap]]:
    """Where the block that begins with a band ends, and the gaps that all its bands leave free."""
    gaps = bands[at].gaps
    end = at
    if not gaps:
        return end, []
    end = at + 1
    last = end
    while last < len(bands):
        left_free = _shared(gaps, bands[last])
        if not left_free or _is_addressed(bands[last]):
            break
        gaps_of_band = bands[last].gaps
        near = bands[last].top - _above(bands[end - 1 : last], bands[last]) < _NEAR * _height(bands[last].items[0])
        if gaps_of_band or near:
            gaps = left_free
            last += 1
            end = last
        else:
            last += 1  # stands alone: of the block only where a band with a gap follows
    return end, gaps


def _is_addressed(band: _Band) -> bool:
    """Whether a band opens with `Kính gửi:`: there the head of a letter ends, whatever stands beside."""
    return any(isinstance(item, Segment) and _ADDRESSED.match(item.text) for item in band.items)


def _above(bands: Sequence[_Band], below: _Band) -> float:
    """Where the nearest lines above a band end that stand in its column."""
    left, right = min(item.left for item in below.items), max(item.right for item in below.items)
    ends = [item.bottom for band in bands for item in band.items if item.left < right and item.right > left]
    return max(ends, default=-1_000.0)


def _shared(gaps: Sequence[Gap], band: _Band) -> list[Gap]:
    """What a band leaves free of gaps."""
    if band.gaps:
        least = _LEAST * _height(band.items[0])
        pairs = [(max(one[0], other[0]), min(one[1], other[1])) for one in gaps for other in band.gaps]
        return [(left, right) for left, right in pairs if right - left > least]
    kept: list[Gap] = []
    for left, right in gaps:
        least = min(right - left, _GUTTER * _height(band.items[0]))
        inside = sorted((item.left, item.right) for item in band.items if item.left < right and item.right > left)
        start = left
        for begin, end in (*inside, (right, right)):
            if begin - start >= least:
                kept.append((start, begin))
            start = max(start, end)
    return kept


def _led_in(bands: Sequence[_Band], at: int, gaps: Sequence[Gap], columns: list[Column]) -> tuple[int, list[Gap]]:
    """Where a block begins whose last column starts above the others, and its gaps: lines close above, right of them.

    Such lines were put into a column of running text before; they are taken out of it.
    """
    start = at
    free = list(gaps)
    while start and columns and not columns[-1].beside and len(bands[start - 1].items) == 1:
        item = bands[start - 1].items[0]
        if columns[-1].items[-1] is not item or item.left < free[-1][0]:
            break
        if bands[start].top - item.bottom > _NEAR * _height(item):
            break
        free[-1] = (free[-1][0], min(free[-1][1], item.left))
        columns[-1].items.pop()
        if not columns[-1].items:
            columns.pop()
        start -= 1
    return start, free


def _table(items: Sequence[Item], gaps: Sequence[Gap]) -> TableBox | None:
    segments = [item for item in items if isinstance(item, Segment)]
    if len(segments) < len(items):
        return None
    return aligned_table(segments, [(left + right) / 2 for left, right in gaps])


def _form(items: Sequence[Item], gaps: Sequence[Gap]) -> list[list[Segment]] | None:
    segments = [item for item in items if isinstance(item, Segment)]
    if len(segments) < len(items):
        return None
    return form_of(segments, [(left + right) / 2 for left, right in gaps])


def _parted(items: Sequence[Item], gaps: Sequence[Gap]) -> list[Column]:
    columns: list[Column] = []
    edges = [*((left + right) / 2 for left, right in gaps), float("inf")]
    before = float("-inf")
    for edge in edges:
        inside = [item for item in items if before <= (item.left + item.right) / 2 < edge]
        before = edge
        if inside:
            left, right = min(item.left for item in inside), max(item.right for item in inside)
            columns.append(Column(_downwards(inside), left, right, beside=True))
    return columns


def _downwards(items: list[Item]) -> list[Item]:
    """The items of a column by line; what stands beside each other on a line goes from left to right."""
    return [item for band in _bands(items) for item in sorted(band.items, key=lambda each: (each.left, each.top))]
