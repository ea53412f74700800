"""A long text in parts that a page can hold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

MOST = 30_000
"""Letters of a part."""
FACT = 120
"""Letters that a fact takes the place of: it is written in the text, and once more in the list beside it."""


class Part(NamedTuple):
    """`text[start:end]`; parts are numbered from 1."""

    number: int
    start: int
    end: int


def parts(text: str, facts: Sequence[int], most: int = MOST) -> tuple[Part, ...]:
    """The parts of a text, cut after lines; only a line that is itself too long is cut within, between words.

    Args:
        text: the whole.
        facts: where its facts begin, in order.
        most: how much a part holds: letters, and `FACT` for each fact that begins in it.
    """
    found: list[Part] = []
    start = 0
    while start < len(text) or not found:
        end = _end(text, facts, start, most)
        found.append(Part(len(found) + 1, start, end))
        start = end
    return tuple(found)


def part_of(found: Sequence[Part], place: int) -> Part:
    """The part that holds a place of the text."""
    return found[max(bisect_right([part.start for part in found], place) - 1, 0)]


def _end(text: str, facts: Sequence[int], start: int, most: int) -> int:
    room = _room(facts, start, len(text), most)
    if room >= len(text):
        return len(text)
    line = text.rfind("\n", start, room) + 1
    if line > start:
        return line
    blank = text.rfind(" ", start, room) + 1
    return blank if blank > start else room


def _room(facts: Sequence[int], start: int, longest: int, most: int) -> int:
    """Up to where a part that begins at `start` can reach: the last place whose weight is within `most`."""
    first = bisect_left(facts, start)
    low, high = start + 1, min(longest, start + most)
    while low < high:
        middle = (low + high + 1) // 2
        weight = middle - start + FACT * (bisect_left(facts, middle) - first)
        if weight <= most:
            low = middle
        else:
            high = middle - 1
    return low
