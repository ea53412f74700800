"""Facts that are confirmed in one act: those of a table, or of lines of a list that follow each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from camket.model.document import Block
from camket.model.extraction import FACT_KINDS
from camket.model.span import Span
from camket.server.registry.reviewing import Step

MOST = 400
"""Facts of one act."""
_LISTED = ("figures", "tallies")
_LEAST_LINES, _LONGEST_LINE = 3, 240


def together(text: str, blocks: Sequence[Block], steps: Sequence[Step], current: Step) -> tuple[Step, ...]:
    """The facts that wait in the table or list that a fact stands in; none where it stands alone."""
    span = _table(blocks, current) or _lines(text, steps, current)
    if span is None:
        return ()
    found = [each for each in steps if each.waits and span.start <= each.start and each.end <= span.end]
    return tuple(found[:MOST]) if len(found) > 1 else ()


def _table(blocks: Iterable[Block], current: Step) -> Span | None:
    own = next((b for b in blocks if b.table is not None and b.start <= current.start < b.end), None)
    if own is None:
        return None
    cells = [each for each in blocks if each.table == own.table]
    return Span(min(each.start for each in cells), max(each.end for each in cells))


def _lines(text: str, steps: Sequence[Step], current: Step) -> Span | None:
    """The line of a figure, and the lines before and after it as long as each is short and holds one.

    Two lines are no list; a long line is a paragraph.
    """
    if FACT_KINDS[current.kind] not in _LISTED:
        return None
    starts = sorted(each.start for each in steps if each.kind == current.kind)
    start, end = _line(text, current.start)
    lines = 1
    while start > 0 and _holds(starts, *(before := _line(text, start - 1))):
        start, lines = before[0], lines + 1
    while end < len(text) and _holds(starts, *(after := _line(text, end + 1))):
        end, lines = after[1], lines + 1
    return Span(start, end) if lines >= _LEAST_LINES else None


def _line(text: str, place: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, end if end >= 0 else len(text)


def _holds(starts: Sequence[int], start: int, end: int) -> bool:
    return end - start <= _LONGEST_LINE and bisect_left(starts, end) > bisect_left(starts, start)
