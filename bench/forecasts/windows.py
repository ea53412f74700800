"""Windows of series: some years that are known, and the three after them that are to be forecast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.forecasts.series import Yearly


class Kind(NamedTuple):
    """Series of years, or of quarters.

    Attributes:
        name: of a period.
        ahead: how many periods are forecast.
        lengths: how many are known.
        lag: how many periods apart values are compared: a quarter with that of the year before.
        apart: periods between the beginnings of two windows of one series.
    """

    name: str
    ahead: int
    lengths: tuple[int, ...]
    lag: int
    apart: int


YEARLY = Kind("years", 3, (5, 7, 10), 1, 8)
"""What papers of a province give."""
QUARTERLY = Kind("quarters", 4, (12, 16, 20), 4, 5)
MOST = 80
"""Windows of a group in each half, evenly chosen, so that no group outweighs the others."""


class Window(NamedTuple):
    """Periods known and those after them.

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
    kind: Kind = YEARLY


def windows(found: Iterable[Yearly], most: int = MOST, kind: Kind = YEARLY) -> tuple[Window, ...]:
    """The windows of all series, by group, half and time."""
    series = tuple(found)
    halves = {unit: place % 2 for place, unit in enumerate(sorted({each.unit for each in series}))}
    held: dict[tuple[str, int], list[Window]] = defaultdict(list)
    for each in series:
        half = halves[each.unit]
        held[each.group, half] += _cut(each, half, kind)
    return tuple(window for key in held for window in _evenly(held[key], most))


def _cut(series: Yearly, half: int, kind: Kind) -> list[Window]:
    """Windows of each length, which begin at different times so that they do not end together."""
    values, ahead = series.values, kind.ahead
    return [
        Window(
            series.group, half, values[start : start + length], values[start + length : start + length + ahead], kind
        )
        for length in kind.lengths
        for start in range(length % 4, len(values) - length - ahead + 1, kind.apart)
    ]


def _evenly(found: Sequence[Window], most: int) -> list[Window]:
    if len(found) <= most:
        return list(found)
    return [found[place * len(found) // most] for place in range(most)]
