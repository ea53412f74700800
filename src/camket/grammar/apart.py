"""Lines set apart by blank ones: where they stand between all paragraphs, none ends where there is no blank line."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Spans = Sequence[tuple[int, int]]
"""Start and end of each line that is not blank."""
_LEAST_PARTED = 5
"""So many lines surely cut, and as many blank lines, show that blank lines part the paragraphs."""
_MOSTLY = 0.5
"""Of the ends of lines without a blank line below so large a share is surely cut: of the others few tell anything."""


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A range of a text without the blanks at its edges."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def has_blank_after(text: str, spans: Spans, at: int) -> bool:
    """Whether a blank line stands below a line, given by its number."""
    return text.count("\n", spans[at][1], spans[at + 1][0]) > 1


def set_apart(text: str, spans: Spans, sure: Collection[int]) -> bool:
    """Whether a text parts its paragraphs by blank lines.

    Args:
        text: the text.
        spans: its lines.
        sure: the numbers of the lines that surely go on in another one.
    """
    gaps = range(len(spans) - 1)
    close = [at for at in gaps if not has_blank_after(text, spans, at)]
    if len(sure) < _LEAST_PARTED or len(gaps) - len(close) < _LEAST_PARTED:
        return False
    return len(sure) >= _MOSTLY * len(close) and not any(has_blank_after(text, spans, at) for at in sure)
