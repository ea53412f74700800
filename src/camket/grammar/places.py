"""Places in a folded text, in order: where runs of digits begin, and what of some kind lies within a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.grammar.scan import Mark

Placed = TypeVar("Placed", Mark, Made)
BEFORE = 60
"""How far back what stands before a place can reach."""
_RUN = expression(r"\d(?<!\d\d)")


def runs_of(low: str) -> list[int]:
    """Where the runs of digits of a text begin."""
    return [run.start() for run in _RUN.finditer(low)]


def beside(mark: str, low: str, places: list[int]) -> list[int]:
    """Those of some places in order that stand close before a mark or right behind one."""
    found: list[int] = []
    first, at = 0, low.find(mark)
    while at >= 0:
        first = bisect_left(places, at - BEFORE, first)
        after = bisect_left(places, at + len(mark) + 2, first)
        found += places[first:after]
        first, at = after, low.find(mark, at + 1)
    return found


def within(starts: list[int], every: list[Placed], start: int, end: int) -> Sequence[Placed]:
    """Those that lie within a range, of some in order with their starts; of two the later never ends first."""
    first = bisect_left(starts, start)
    if first == len(starts) or starts[first] >= end:
        return ()
    last = bisect_left(starts, end, first)
    while last > first and every[last - 1].end > end:
        last -= 1
    return every[first:last]
