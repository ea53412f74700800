"""What a page carries beside its text: page numbers, running heads and feet, told by coming back on other pages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.frame import is_frame
from camket.read.pdf.boxes import Segment
from camket.read.repeating import of_the_pages, without_numbers

_EDGE = 0.13
"""The part of a page's height, above and below, where running heads and feet stand."""
_ROWS = 3
_SAME_LINE = 0.4
_SAME_HEIGHT = 6.0
_NEXT = 1.7
"""Sizes of letters from a line to the next of its paragraph."""
_NUMBER = expression(
    r"[-–—(\[\s]*(?:(?:trang|page)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—)\]\s.]*",
    re.IGNORECASE,
)
_SHARE = 0.4


class Edge(NamedTuple):
    """A line near the upper or lower edge of a page, with its segments; `after` is how far below a line it stands."""

    page: int
    text: str
    at: float
    above: bool
    segments: tuple[Segment, ...]
    after: float


class Sheet(NamedTuple):
    """A page as far as this needs it: its number, its height and its lines, and whether it has tables too."""

    number: int
    height: float
    segments: Sequence[Segment]
    has_tables: bool = False


def running(sheets: Sequence[Sheet]) -> list[Edge]:
    """The lines that are running heads, feet or page numbers, in the order of pages."""
    edges = [edge for sheet in sheets for edge in _edges(sheet)]
    found = _page_numbers(edges) | _repeated(edges, len(sheets))
    return [edge for at, edge in enumerate(edges) if at in found and not _goes_on(edges, at, found)]


def _goes_on(edges: Sequence[Edge], at: int, found: set[int]) -> bool:
    """Whether a line stands right under a line of text, of which it is the rest."""
    one, over = edges[at], at - 1 if edges[at].above else at + 1
    beside = 0 <= over < len(edges) and (edges[over].page, edges[over].above) == (one.page, one.above)
    if one.after > _NEXT * one.segments[0].size or (beside and over in found):
        return False
    # A running foot may stand as near as the next line.
    return one.above or one.text[:1].islower() or one.text.endswith((".", ";"))


def _edges(sheet: Sheet) -> list[Edge]:
    """The first and last lines of a page as far as they stand near its edge, from the edge inwards."""
    high, low = _EDGE * sheet.height, (1 - _EDGE) * sheet.height
    upper = _rows([each for each in sheet.segments if each.bottom < high], sheet, above=True)
    lower = _rows([each for each in sheet.segments if each.top > low], sheet, above=False)
    motto = next((at for at, edge in enumerate(upper) if _is_motto(edge)), _ROWS)
    edges = [*upper[: min(motto, _ROWS)], *lower[::-1][:_ROWS]]  # a letterhead, line after line, is of its own form
    if not sheet.has_tables and sum(len(edge.segments) for edge in edges) == len(sheet.segments):
        return []  # nothing else stands on the page: what is here is its text
    return edges


def _is_motto(edge: Edge) -> bool:
    return is_frame([[segment.text] for segment in edge.segments])


def _rows(segments: Sequence[Segment], sheet: Sheet, *, above: bool) -> list[Edge]:
    rows: list[list[Segment]] = []
    for each in sorted(segments, key=lambda one: one.bottom):
        if rows and each.bottom - rows[-1][0].bottom < _SAME_LINE * each.size:
            rows[-1].append(each)
        else:
            rows.append([each])
    edges: list[Edge] = []
    lines = sorted(each.bottom for each in sheet.segments)
    for row in rows:
        row.sort(key=lambda one: one.left)
        line = bisect_left(lines, row[0].bottom - _SAME_LINE * row[0].size)
        after = row[0].bottom - lines[line - 1] if line else inf
        at = row[0].bottom if above else sheet.height - row[0].bottom
        edges.append(Edge(sheet.number, " ".join(one.text for one in row), at, above, tuple(row), after))
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
        if any(map(str.isalpha, edge.text)) and not _is_motto(edge):
            places.setdefault((without_numbers(edge.text), edge.above), []).append(at)
    found: set[int] = set()
    for group in places.values():
        usual = sorted(edges[at].at for at in group)[len(group) // 2]
        level = [at for at in group if abs(edges[at].at - usual) < _SAME_HEIGHT]
        of_pages = of_the_pages([(edges[at].page, edges[at].text) for at in level])
        level = [at for at, of_page in zip(level, of_pages, strict=True) if of_page]
        on = {edges[at].page for at in level}
        if len(on) >= max(2, min(3, pages * _SHARE)):
            found.update(level)
    return found
