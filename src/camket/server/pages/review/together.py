"""Facts that are confirmed in one act: those of a table, or of lines of a list that follow each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from camket.model.document import Block
from camket.model.span import Span
from camket.server.registry.reviewing import Step

MOST = 400
"""Facts of one act."""


def together(text: str, blocks: Sequence[Block], steps: Sequence[Step], current: Step) -> tuple[Step, ...]:
    """The facts that wait in the table or list that a fact stands in; none where it stands alone."""
    span = _table(blocks, current) or _lines(text, steps, current)
    found = [each for each in steps if each.waits and span.start <= each.start and each.end <= span.end]
    return tuple(found[:MOST]) if len(found) > 1 else ()


def _table(blocks: Iterable[Block], current: Step) -> Span | None:
    own = next((b for b in blocks if b.table is not None and b.start <= current.start < b.end), None)
    if own is None:
        return None
    cells = [each for each in blocks if each.table == own.table]
    return Span(min(each.start for each in cells), max(each.end for each in cells))


def _lines(text: str, steps: Sequence[Step], current: Step) -> Span:
    """The line of a fact, and the lines before and after it as long as each holds a fact of its kind."""
    starts = sorted(each.start for each in steps if each.kind == current.kind)
    start, end = _line(text, current.start)
    while start > 0 and _holds(starts, *(before := _line(text, start - 1))):
        start = before[0]
    while end < len(text) and _holds(starts, *(after := _line(text, end + 1))):
        end = after[1]
    return Span(start, end)


def _line(text: str, place: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, end if end >= 0 else len(text)


def _holds(starts: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(starts, end) > bisect_left(starts, start)
