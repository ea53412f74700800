"""Heads of two lines of which the text kept only the words: which upper cell reaches over which lower ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from camket.extract.tables.grid import is_fixed
from camket.extract.tables.head import Column, read_part
from camket.extract.tables.time import lacks_year

_MOST_WAYS = 500
"""Choices of upper cells that are weighed against each other; a head with more is not understood."""


class Spread(NamedTuple):
    """Two lines with a cell for each column, and how well their words complete each other."""

    fit: int
    lines: list[list[str]]


def spread(upper: Sequence[str], lower: Sequence[str], count: int) -> Spread | None:
    """The two lines set over `count` columns; None where that cannot be told.

    The lower cells are shared out among the upper ones that they complete: roles under a year, years under a role,
    comparisons under `So sánh`. Blanks before the first lower cell tell under which upper one it stands.
    """
    upper, blanks = [text for text in upper if text], next((at for at, text in enumerate(lower) if text), 0)
    lower = [text for text in lower if text]
    spanning = len(upper) + len(lower) - count
    open_cells = [at for at, text in enumerate(upper) if at and not is_fixed(text)]
    groups = _groups(lower, spanning) if 0 < spanning <= len(open_cells) else None
    if groups is None:
        return None
    ways = list(combinations(open_cells, spanning))
    if len(ways) > _MOST_WAYS:
        return None
    weighed = sorted(((_fit(upper, way, groups) + (0 < blanks == way[0]), way) for way in ways), reverse=True)
    if len(weighed) > 1 and weighed[0][0] == weighed[1][0]:
        return None
    under = dict(zip(weighed[0][1], groups, strict=True))
    above = [text for at, text in enumerate(upper) for _ in under.get(at, ("",))]
    return Spread(weighed[0][0], [above, [text for at in range(len(upper)) for text in under.get(at, ("",))]])


def _groups(lower: Sequence[str], count: int) -> list[Sequence[str]] | None:
    """The lower cells under each of `count` upper ones.

    A new group begins where its words come again (`KH, TH | KH`) and where comparisons follow values; else all are
    of one size.
    """
    groups: list[list[str]] = [[]]
    for text in lower:
        before = groups[-1]
        if before and (text in before or _compares(text) != _compares(before[-1])):
            groups.append([])
        groups[-1].append(text)
    if len(groups) == count:
        return list(groups)
    if len(lower) % count:
        return None
    share = len(lower) // count
    return [lower[at : at + share] for at in range(0, len(lower), share)]


def _compares(text: str) -> bool:
    return read_part(text).measure in ("growth", "share_of_plan", "change")


def _fit(upper: Sequence[str], way: Sequence[int], groups: Sequence[Sequence[str]]) -> int:
    return sum(_gains(upper[at], group) for at, group in zip(way, groups, strict=True))


def _gains(text: str, lower: Sequence[str]) -> int:
    """How much the lower cells say that an upper one leaves open, less what both say."""
    own = read_part(text)
    told = [read_part(each) for each in lower]
    compares = "so sánh" in text
    gains = sum((one.role is not None) and own.role is None for one in told)
    gains += sum((one.when is not None) and own.when is None for one in told)
    gains += sum((one.measure is not None) and compares for one in told)
    again = sum(one.measure is None and _says_again(own, one) for one in told)
    return gains * 2 - 3 * (own.measure is not None and not compares) - 3 * again


def _says_again(own: Column, one: Column) -> bool:
    """Whether a lower cell needs nothing of the upper one: both name a year or a role, or it names the two itself."""
    both = (own.role and one.role) or (own.when and one.when and not lacks_year(one.when))
    return bool(both) or bool(one.role and one.when and not lacks_year(one.when))
