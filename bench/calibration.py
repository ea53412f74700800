"""Whether confidence means what it says: of the figures given 0.8, are eight in ten complete and right?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bench.gold import Paper
from bench.scoring import LEVELS, paired

KIND = "figures"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
SURE = 0.9
"""From this confidence on a figure is to be taken without a look."""
WANTED_GIVEN, WANTED_RIGHT = 0.4, 0.95
"""How many of all figures are to be sure, and how many of the sure ones right."""
_Z = 1.959964
"""Of a 95 % interval."""


class Judged(NamedTuple):
    """A figure found: the confidence that it was given, and whether it is complete and right."""

    confidence: float
    right: bool


class Band(NamedTuple):
    """The figures of one band of confidence, from `low` on, below `high` (the last band takes in 1)."""

    low: float
    high: float
    figures: int
    right: int
    mean: float

    @property
    def share(self) -> float:
        """Of its figures those that are right; 0 where it has none."""
        return self.right / self.figures if self.figures else 0.0


def judged(read: Iterable[Paper]) -> list[Judged]:
    """Every figure found in papers whose figures were annotated; right is what the scores call complete."""
    whole = len(LEVELS[KIND])
    found = []
    for paper in read:
        if KIND not in paper.gold:
            continue
        pairs = paired(KIND, paper.gold[KIND], paper.found[KIND])
        right = {id(pair.found) for pair in pairs if pair.depth == whole}
        found += [Judged(figure["confidence"], id(figure) in right) for figure in paper.found[KIND]]
    return found


def bands(figures: Sequence[Judged]) -> list[Band]:
    """All bands, the lowest first, those without figures too."""
    found = []
    for low, high in pairwise(EDGES):
        inside = [one for one in figures if low <= one.confidence < high or one.confidence == high == EDGES[-1]]
        mean = sum(one.confidence for one in inside) / len(inside) if inside else (low + high) / 2
        found.append(Band(low, high, len(inside), sum(one.right for one in inside), mean))
    return found


def wilson(right: int, figures: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson (1927), which holds for few figures and for shares near 0 and 1."""
    if not figures:
        return 0.0, 1.0
    share, square = right / figures, _Z * _Z
    middle = share + square / (2 * figures)
    spread = _Z * math.sqrt(share * (1 - share) / figures + square / (4 * figures * figures))
    scale = 1 + square / figures
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def mean_error(figures: Sequence[Judged]) -> float:
    """How far confidence is off on the mean: over all figures, |mean confidence - share right| of their band."""
    return sum(band.figures * abs(band.mean - band.share) for band in bands(figures)) / max(1, len(figures))


def name(band: Band) -> str:
    """The band as the table and the picture call it."""
    return f"< {band.high}" if band.low == EDGES[0] else f"{band.low} - {band.high}"


def calibration_lines(figures: Sequence[Judged]) -> list[str]:
    """The table of the bands, and what is wanted beside what is reached."""
    heads = f"{'confidence':12}{'figures':>9}{'of all':>9}{'mean':>8}{'right':>8}{'share':>9}{'95 % interval':>18}"
    lines = [f"calibration of {len(figures)} figures: right is complete and right", heads]
    for band in bands(figures):
        of_all = f"{band.figures:9}{band.figures / max(1, len(figures)):9.1%}"
        if not band.figures:
            lines.append(f"{name(band):12}{of_all}{'-':>8}{'-':>8}{'-':>9}{'-':>18}")
            continue
        low, high = wilson(band.right, band.figures)
        interval = f"{low:.1%} - {high:.1%}"
        lines.append(f"{name(band):12}{of_all}{band.mean:8.2f}{band.right:8}{band.share:9.1%}{interval:>18}")
    return [*lines, _summary(figures), f"confidence is off by {mean_error(figures):.3f} on the mean"]


def _summary(figures: Sequence[Judged]) -> str:
    sure = [one for one in figures if one.confidence >= SURE]
    given = len(sure) / max(1, len(figures))
    right = sum(one.right for one in sure) / max(1, len(sure))
    told = f"given {SURE} or more: {len(sure)} of {len(figures)} ({given:.1%}), right {right:.1%}"
    reached = given >= WANTED_GIVEN and right >= WANTED_RIGHT
    return f"{told}; wanted {WANTED_GIVEN:.0%} and {WANTED_RIGHT:.0%}: {'reached' if reached else 'not reached'}"
