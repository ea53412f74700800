"""Windows of series: some years that are known, and the three after them that are to be forecast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.forecasts.series import Yearly

AHEAD = 3
LENGTHS = (5, 7, 10)
"""Years that are known: what papers of a province give."""
_APART = 8  # years between the beginnings of two windows of one series
MOST = 80
"""Windows of a group in each half, evenly chosen, so that no group outweighs the others."""


class Window(NamedTuple):
    """Years known and the years after them.

    Attributes:
        group: of its series.
        half: 0 or 1; all windows of a unit are in one half.
        known: values that the forecast may see.
        ahead: those that it is held against.
    """

    group: str
    half: int
    known: tuple[float, ...]
    ahead: tuple[float, ...]


def windows(found: Iterable[Yearly], most: int = MOST) -> tuple[Window, ...]:
    """The windows of all series, by group, half and time."""
    series = tuple(found)
    halves = {unit: place % 2 for place, unit in enumerate(sorted({each.unit for each in series}))}
    held: dict[tuple[str, int], list[Window]] = defaultdict(list)
    for each in series:
        half = halves[each.unit]
        held[each.group, half] += _cut(each, half)
    return tuple(window for key in held for window in _evenly(held[key], most))


def _cut(series: Yearly, half: int) -> list[Window]:
    """Windows of each length, which begin at different years so that they do not end together."""
    values = series.values
    return [
        Window(series.group, half, values[start : start + length], values[start + length : start + length + AHEAD])
        for length in LENGTHS
        for start in range(length % 4, len(values) - length - AHEAD + 1, _APART)
    ]


def _evenly(found: Sequence[Window], most: int) -> list[Window]:
    if len(found) <= most:
        return list(found)
    return [found[place * len(found) // most] for place in range(most)]
