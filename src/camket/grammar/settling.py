"""Which of the items of a kind stand where several rules found something in one place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from operator import attrgetter

from camket.grammar.rule import Made

_START = attrgetter("start")


def settled(made: list[Made], weights: Mapping[str, int]) -> list[Made]:
    """Of overlapping items the heavier rule's stands, then the longer, then the earlier."""
    made.sort(key=_START)
    if _lie_apart(made):
        return made
    standing: list[Made] = []
    cluster: list[Made] = []
    end = -1
    for one in made:
        if one.start >= end:
            standing += cluster if len(cluster) < 2 else _strongest(cluster, weights)
            cluster = []
        cluster.append(one)
        end = max(end, one.end)
    return standing + (cluster if len(cluster) < 2 else _strongest(cluster, weights))


def _lie_apart(made: list[Made]) -> bool:
    """Whether no item overlaps the next, of some in order."""
    end = 0
    for one in made:
        if one.start < end:
            return False
        end = one.end
    return True


def _strongest(cluster: list[Made], weights: Mapping[str, int]) -> list[Made]:
    """Those of a row of overlapping items that stand."""
    kept: list[Made] = []
    starts: list[int] = []
    for one in sorted(cluster, key=lambda one: (-weights[one.rule], one.start - one.end, one.start)):
        place = bisect_left(starts, one.start)
        free_before = place == 0 or kept[place - 1].end <= one.start
        free_after = place == len(kept) or one.end <= starts[place]
        if free_before and free_after:
            kept.insert(place, one)
            starts.insert(place, one.start)
    return kept
