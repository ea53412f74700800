"""From a place in the folded text to a place in the source."""

from __future__ import annotations

import msgspec

from camket.grammar.engine import Reading


class Place(msgspec.Struct, frozen=True):
    """A span of the source with the characters it holds."""

    start: int
    end: int
    quote: str


def place(reading: Reading, start: int, end: int) -> Place:
    """The source's span of a range of the folded text, without blanks at its edges."""
    low = reading.low
    while start < end and low[start].isspace():
        start += 1
    while end > start and low[end - 1].isspace():
        end -= 1
    folded = reading.folded
    if not folded.is_moved:
        return Place(start, end, folded.source[start:end])
    span = folded.span(start, end)
    return Place(span.start, span.end, folded.source[span.start : span.end])
