"""What a page carries beside its text: page numbers, running heads and feet, told by coming back on other pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from camket.read.frame import is_frame
from camket.read.pdf.boxes import Segment

_EDGE = 0.13
"""The part of a page's height, above and below, where running heads and feet stand."""
_ROWS = 3
_SAME_LINE = 0.4
_SAME_HEIGHT = 6.0
_NUMBER = re.compile(
    r"[-–—(\[\s]*(?:(?:trang|page)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—)\]\s.]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SHARE = 0.4


class Edge(NamedTuple):
    """A line near the upper or lower edge of a page, with its segments."""

    page: int
    text: str
    at: float
    above: bool
    segments: tuple[Segment, ...]


class Sheet(NamedTuple):
    """A page as far as this needs it: its number, its height and its lines, and whether it has tables too."""

    number: int
    height: float
    segments: Sequence[Segment]
    has_tables: bool = False


def running(sheets: Sequence[Sheet]) -> list[Edge]:
    """The lines that are running heads, feet or page numbers, in the order of pages."""
    edges = [edge for sheet in sheets for edge in _edges(sheet)]
    numbers = _page_numbers(edges)
    repeated = _repeated(edges, len(sheets))
    return [edge for at, edge in enumerate(edges) if at in numbers or at in repeated]


def _edges(sheet: Sheet) -> list[Edge]:
    """The first and last lines of a page as far as they stand near its edge, from the edge inwards."""
    high, low = _EDGE * sheet.height, (1 - _EDGE) * sheet.height
    upper = _rows([each for each in sheet.segments if each.bottom < high], sheet, above=True)
    lower = _rows([each for each in sheet.segments if each.top > low], sheet, above=False)
    edges = [*upper[:_ROWS], *lower[::-1][:_ROWS]]
    if not sheet.has_tables and sum(len(edge.segments) for edge in edges) == len(sheet.segments):
        return []  # nothing else stands on the page: what is here is its text
    return edges


def _rows(segments: Sequence[Segment], sheet: Sheet, *, above: bool) -> list[Edge]:
    rows: list[list[Segment]] = []
    for each in sorted(segments, key=lambda one: one.bottom):
        if rows and each.bottom - rows[-1][0].bottom < _SAME_LINE * each.size:
            rows[-1].append(each)
        else:
            rows.append([each])
    edges: list[Edge] = []
    for row in rows:
        row.sort(key=lambda one: one.left)
        at = row[0].bottom if above else sheet.height - row[0].bottom
        edges.append(Edge(sheet.number, " ".join(one.text for one in row), at, above, tuple(row)))
    return edges


def _page_numbers(edges: Sequence[Edge]) -> set[int]:
    """Numbers that stand alone at an edge and count with the pages."""
    found: list[tuple[int, int, bool]] = []
    for at, edge in enumerate(edges):
        match = _NUMBER.fullmatch(edge.text)
        value = _value(match[1]) if match else None
        if value is not None:
            found.append((at, value - edges[at].page, edge.above))
    ahead = Counter((offset, above) for _, offset, above in found)
    if not ahead:
        return set()
    usual, times = ahead.most_common(1)[0]
    if times < 2 and usual[0] != 0:
        return set()
    return {at for at, offset, above in found if (offset, above) == usual or (offset == 0 and times < 2)}


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _value(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    values = [_ROMAN[letter] for letter in written.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def _repeated(edges: Sequence[Edge], pages: int) -> set[int]:
    """Lines that stand at one height on many pages with the same words, numbers aside."""
    if pages < 2:
        return set()
    places: dict[tuple[str, bool], list[int]] = {}
    for at, edge in enumerate(edges):
        if not any(map(str.isalpha, edge.text)) or is_frame([[segment.text] for segment in edge.segments]):
            continue  # the motto stands over every form of an annex
        places.setdefault((_DIGITS.sub("#", edge.text), edge.above), []).append(at)
    found: set[int] = set()
    for group in places.values():
        usual = sorted(edges[at].at for at in group)[len(group) // 2]
        level = [at for at in group if abs(edges[at].at - usual) < _SAME_HEIGHT]
        on = {edges[at].page for at in level}
        if len(on) >= max(2, min(3, pages * _SHARE)):
            found.update(level)
    return found
